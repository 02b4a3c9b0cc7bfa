"""Which effects does an act have on others, with their days, parties and words?"""

import re
from collections.abc import Iterable, Iterator

import msgspec

from tracker.extraction.act import Act
from tracker.extraction.affected_parts import article_with_start
from tracker.extraction.amendments import Amendments
from tracker.extraction.deeds import Deed
from tracker.extraction.extracted import Evidence, ExtractedEffect
from tracker.extraction.points import points
from tracker.extraction.times import Life, life_of

_LEFT_OUT = re.compile(
    r"\bremains?\b|\bexcept\b|\bother\sthan\b|除[^,。;]{2,40}外|继续(?:有效|执行|实施)|仍按"
)


def effects(act: Act, deeds: Iterable[Deed], amendments: Amendments) -> tuple[ExtractedEffect, ...]:
    """Return the effects of an act, each once; what a later sentence says more fully wins."""
    found: list[ExtractedEffect] = []
    moved = tuple(_of_deeds(act, deeds))
    named = {target for effect in moved if effect.parties for target in effect.affected}
    told = {target for effect in moved for target in effect.affected}
    changed = (
        one
        for one in amendments.effects
        if not named.issuperset(one.affected)
        and (one.terms or one.kind != "amend" or not told.issuperset(one.affected))
    )
    for effect in (*moved, *changed):
        same = next((i for i, one in enumerate(found) if _key(one) == _key(effect)), None)
        if same is None:
            found.append(effect)
        else:
            fuller, other = (
                (effect, found[same]) if _fuller(effect, found[same]) else (found[same], effect)
            )
            found[same] = msgspec.structs.replace(
                fuller, evidence=(*fuller.evidence, *other.evidence)
            )
    return tuple(_merged(found))


def _of_deeds(act: Act, deeds: Iterable[Deed]) -> Iterator[ExtractedEffect]:
    told = tuple(deeds)
    listed_off = [deed for deed in told if deed.wording.needs == "parties"]
    for deed in told:
        if deed in listed_off and _told_by_another(deed, told):
            continue
        yield _effect(act, deed)


def _told_by_another(deed: Deed, others: tuple[Deed, ...]) -> bool:
    """Tell whether another deed says the same of the same parties (off the list, no more force)."""
    names = {party.name for party in deed.parties}
    return any(
        other is not deed and other.kind == deed.kind and {p.name for p in other.parties} == names
        for other in others
    )


def _effect(act: Act, deed: Deed) -> ExtractedEffect:
    flow = act.flow
    life, dated = _life(act, deed)
    affected = tuple(target for target, _, _ in deed.targets)
    affected = _without_the_rest(act, deed, affected)
    words = flow.evidence("affected", deed.span.start, _quote_end(act, deed))
    kind = flow.evidence("kind", deed.words.start, deed.words.end)
    parties = tuple(flow.evidence("parties", p.start, p.end) for p in deed.parties)
    return ExtractedEffect(
        kind=deed.kind,
        affected=affected,
        from_=life.from_,
        through=life.through,
        basis=life.basis or ("stated" if deed.kind == "postpone" else None),
        boundary=life.boundary,
        parties=tuple(party.name for party in deed.parties),
        reason=_reason(act, deed),
        evidence=(words, kind, *dated, *parties),
    )


def _quote_end(act: Act, deed: Deed) -> int:
    end = deed.span.end
    stop = act.flow.flow[deed.span.start : end].rstrip(" ,;。.")
    return deed.span.start + len(stop)


def _life(act: Act, deed: Deed) -> tuple[Life, tuple[Evidence, ...]]:
    """Return the days of a deed; without an own start it begins with the act itself."""
    life = deed.life
    if deed.kind in ("postpone", "extend"):
        return life, act.dated(life)
    if life.start is None:
        part = _life_of_part(act, deed) or act.commencement.general or act.commencement.rest
        if part is None or part.start is None:
            return life, act.dated(life)
        whole = Life(start=part.start, end=life.end, through=life.through, computed=life.computed)
        if life.end is None and deed.kind == "suspend":
            words = act.times.within(deed.span.start, deed.span.end)
            whole = life_of((part.start, *(word for word in words if word.role != "start")))
            if whole.through is None and part.through is not None:
                whole = part
        return whole, act.dated(whole)
    return life, act.dated(life)


def _life_of_part(act: Act, deed: Deed) -> Life | None:
    """Return the life of the numbered part in which a deed stands, where it has one of its own."""
    if not act.commencement.parts:
        return None
    part = article_with_start(act, deed.span.start)
    if part is not None:
        return act.commencement.parts[part]
    numbered = any(point.span.holds(deed.span.start) for point in points(act.flow, act.body))
    return act.commencement.rest if numbered else None


def _without_the_rest(act: Act, deed: Deed, affected: tuple[str, ...]) -> tuple[str, ...]:
    """Name the rest of an act ``#whole`` where the text leaves a named part of it alone."""
    if deed.kind != "postpone" or any("#" in target for target in affected):
        return affected
    after = act.flow.sentence(min(deed.span.end + 2, len(act.flow.flow) - 1))
    near = act.flow.flow[deed.span.start : after.end]
    if re.search(r"\binstructions?\s[0-9]", near) and _LEFT_OUT.search(near):
        return tuple(f"{target}#whole" for target in affected)
    return affected


def _reason(act: Act, deed: Deed) -> str | None:
    if deed.kind != "repeal":
        return None
    if deed.parties or act.family == "answer":
        return "withdrawn"
    title = act.flow.flow[deed.span.start : deed.span.end]
    replaced = act.family in ("order", "licence") and (
        "同时废止" in title or act.family == "licence"
    )
    return (
        "replaced"
        if replaced or re.search(r"替代|取代|replac|supersed", title)
        else deed.wording.reason
    )


def _key(effect: ExtractedEffect) -> tuple[object, ...]:
    bare = tuple(target.removesuffix("#whole") for target in effect.affected)
    if effect.kind == "amend":
        return (effect.kind, bare, effect.parties, effect.from_, str(effect.terms))
    return (effect.kind, bare, effect.parties)


def _fuller(one: ExtractedEffect, other: ExtractedEffect) -> bool:
    """Tell whether a later telling says more: days that the first one leaves open."""
    days = (one.from_ is not None) + (one.through is not None)
    known = (other.from_ is not None) + (other.through is not None)
    return days > known or (days == known and "#whole" in "".join(one.affected))


def _merged(found: list[ExtractedEffect]) -> Iterator[ExtractedEffect]:
    """Leave out an effect whose targets another one of the same kind already holds."""
    for effect in found:
        held = any(
            other is not effect
            and other.kind == effect.kind
            and other.parties == effect.parties
            and set(effect.affected) < set(other.affected)
            for other in found
        )
        if not held:
            yield msgspec.structs.replace(effect, affected=tuple(dict.fromkeys(effect.affected)))
