"""Which effects does an act have on others, with their days, parties and words?"""

import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from datetime import timedelta

import msgspec

from tracker.domain.identifiers import PAGES
from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord, life_of
from tracker.extraction.deeds.added_lines import added_lines
from tracker.extraction.deeds.affected_parts import article_with_start, item_with_start, own_points
from tracker.extraction.deeds.amendments import Amendments
from tracker.extraction.deeds.days_beside import counts_from_an_end, on_the_same_day
from tracker.extraction.deeds.days_of_acts import with_days_of_acts
from tracker.extraction.deeds.deeds import Deed
from tracker.extraction.deeds.delay_tables import delayed_in_table
from tracker.extraction.deeds.delistings import delistings
from tracker.extraction.deeds.exempted import exempted
from tracker.extraction.deeds.headed_days_chinese import heading_day
from tracker.extraction.deeds.kept_parts import kept_parts
from tracker.extraction.deeds.listed_days import by_items, means_items
from tracker.extraction.deeds.listed_off import is_of_the_listed, told_by_another
from tracker.extraction.deeds.only_spoken_of import only_spoken_of
from tracker.extraction.deeds.review_policies import changed_reviews
from tracker.extraction.deeds.revised_entries import revised_entries
from tracker.extraction.deeds.rows_beneath import by_rows
from tracker.extraction.deeds.spared_parts import without_spared
from tracker.extraction.extracted import Evidence, ExtractedEffect
from tracker.extraction.spelling.regexps import regexp

_LEFT_OUT = regexp(
    r"\bremains?\b|\bexcept\b|\bother\sthan\b|除[^,。;]{2,40}外|继续(?:有效|执行|实施)|仍按"
)


def effects(act: Act, deeds: Iterable[Deed], amendments: Amendments) -> tuple[ExtractedEffect, ...]:
    """Return the effects of an act, each once; what a later sentence says more fully wins."""
    deeds, found, words = tuple(deeds), list[ExtractedEffect](), list[deque[Evidence]]()
    places: dict[tuple[object, ...], int] = {}
    tabled = tuple(delayed_in_table(act))
    rows = {target for effect in tabled for target in effect.affected}
    dated = {(one.kind, _bare(one)) for one in amendments.effects}
    told_of = (
        one
        for one in _of_deeds(act, deeds)
        if not rows.issuperset(one.affected)
        and not (_undated(one) and (one.kind, _bare(one)) in dated)
    )
    moved = (*told_of, *tabled)
    named = {target for effect in moved if effect.parties for target in effect.affected}
    told = {target for effect in moved for target in effect.affected}
    told |= {target.partition("#")[0] for target in named}
    entries = tuple(_of_entries(act, moved))
    told |= {target for effect in entries for target in effect.affected}
    changed = (
        one
        for one in amendments.effects
        if (one.kind in ("extend", "postpone") or not named.issuperset(one.affected))
        and (one.terms or one.kind != "amend" or not told.issuperset(one.affected))
        and not (one.kind == "repeal" and all(_told_fully(t, told) for t in one.affected))
    )
    for effect in (
        *moved,
        *changed,
        *entries,
        *_new_lines(act, amendments),
        *exempted(act),
    ):
        same = places.setdefault(_key(effect), len(found))
        if same == len(found):
            found.append(effect)
            words.append(deque(effect.evidence))
        elif _fuller(effect, found[same]):
            found[same] = effect
            words[same].extendleft(reversed(effect.evidence))
        else:
            words[same].extend(effect.evidence)
    told_by = [
        msgspec.structs.replace(effect, evidence=tuple(said))
        for effect, said in zip(found, words, strict=True)
    ]
    dated_apart = with_days_of_acts(act, told_by)
    return tuple(kept_parts(act, deeds, _merged(_by_number([*dated_apart]))))


def _told_fully(target: str, told: Collection[str]) -> bool:
    """Tell whether a part is told with more steps elsewhere, 12 as that of part 3, or spared."""
    act, _, part = target.partition("#")
    step = f"-{part}-"
    steps = any(one.startswith(f"{act}#") and step in f"{one}-" for one in told if part)
    return steps or (bool(part) and f"{act}#whole" in told)


def _of_entries(act: Act, moved: Iterable[ExtractedEffect]) -> Iterator[ExtractedEffect]:
    """Yield what a rule of the register does to single entries of a list, or by its table."""
    reviews = tuple(changed_reviews(act))
    yield from reviews
    yield from revised_entries(act, reviews)
    yield from delistings(act, moved)


def _new_lines(act: Act, amendments: Amendments) -> Iterator[ExtractedEffect]:
    """Yield the codes that are added to other lists, where no change of words tells them."""
    told = {target for one in amendments.effects if one.terms for target in one.affected}
    yield from (one for one in added_lines(act) if not told.issuperset(one.affected))


def _bare(effect: ExtractedEffect) -> frozenset[str]:
    return frozenset(target.partition("#")[0] for target in effect.affected)


def _undated(effect: ExtractedEffect) -> bool:
    """Tell whether a longer life is told without its last day, which changed words tell."""
    return effect.kind == "extend" and effect.through is None


def _of_deeds(act: Act, deeds: Iterable[Deed]) -> Iterator[ExtractedEffect]:
    every = tuple(deeds)
    own = (deed for deed in every if not means_items(act, deed, every))
    told = tuple(part for deed in own for row in by_rows(act, deed) for part in by_items(act, row))
    listed_off = [deed for deed in told if deed.wording.needs == "parties"]
    for deed in told:
        if deed in listed_off and told_by_another(deed, told):
            continue
        if not deed.parties and any(is_of_the_listed(act, deed, other) for other in listed_off):
            continue
        effect = _effect(act, deed)
        if not only_spoken_of(act, deed, effect) and not _ends_before_it_starts(effect):
            yield effect


def _ends_before_it_starts(effect: ExtractedEffect) -> bool:
    """Tell whether the days that were read contradict each other: then they were read wrong."""
    first, last = effect.from_, effect.through
    return first is not None and last is not None and last < first


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
    if deed.kind == "postpone":
        return life, act.dated(life)
    if life.start is None and deed.kind == "suspend" and counts_from_an_end(act, deed.span):
        return life, act.dated(life)
    if life.start is None and _UNORDERED.search(act.flow.flow, *deed.span.ends):
        return life, act.dated(life)
    if life.start is None:
        part = (
            on_the_same_day(act, act.flow.sentence(deed.words.start))
            or heading_day(act, deed.span)
            or _life_of_part(act, deed)
            or act.commencement.kinds.get(deed.kind)
            or act.commencement.general
            or act.commencement.rest
            or act.commencement.kinds.get("amend")
            or _at_the_same_time(act, deed)
        )
        if part is None or part.start is None or _of_a_step(act, deed, part.start):
            return life, act.dated(life)
        if deed.kind == "extend" and _of_another_term(act, part, life):
            return life, act.dated(life)
        whole = Life(start=part.start, end=life.end, through=life.through, computed=life.computed)
        if life.end is None and deed.kind == "suspend":
            words = act.times.within(deed.span.start, deed.span.end)
            whole = life_of((part.start, *(word for word in words if word.role != "start")))
            if whole.through is None and part.through is not None:
                whole = part
        return whole, act.dated(whole)
    return life, act.dated(life)


_UNORDERED = regexp(r"\b(?:from|on|of|effect)\s[0-3]?[0-9]/[0-3]?[0-9]/20[0-9]{2}\b")
"""A day with slashes, of which nobody knows whether the month comes first: it is no day then."""


def _of_another_term(act: Act, part: Life, life: Life) -> bool:
    """Tell whether a rule begins a term of its own, which is not the one that it makes longer."""
    return act.family == "rule" and part.through not in (None, life.through)


_STEP = regexp(r"\s*\((?:[ivx]{1,4}|[a-z]|[0-9]{1,2})\)\s")
"""How a line begins that tells one step of several, whose day is not that of the act."""


def _of_a_step(act: Act, deed: Deed, start: TimeWord) -> bool:
    """Tell whether the one start of an act is that of a step, which makes nothing else longer."""
    line = act.flow.text.rfind("\n", 0, start.start) + 1
    return deed.kind == "extend" and _STEP.match(act.flow.flow, line) is not None


def _at_the_same_time(act: Act, deed: Deed) -> Life | None:
    """Return the one start that an act tells, for what a Chinese text ends ``同时`` with it."""
    if "同时" not in act.flow.flow[deed.span.start : deed.span.end]:
        return None
    words = act.times.within(act.body.start, deed.span.start)
    starts = [word for word in words if word.role == "start" and word.day]
    return life_of(starts[:1]) if len({word.day for word in starts}) == 1 else None


def _life_of_part(act: Act, deed: Deed) -> Life | None:
    """Return the life of the numbered part in which a deed stands, where it has one of its own."""
    if not act.commencement.parts:
        return None
    done_by = _BY_INSTRUCTION.search(act.flow.flow, deed.words.start, deed.span.end)
    if done_by is not None:
        life = act.commencement.parts.get(f"instruction-{done_by['n']}")
        return life or act.commencement.general
    at = deed.words.start
    part = article_with_start(act, deed.span.start) or item_with_start(act, at)
    if part is not None:
        return act.commencement.parts[part]
    numbered = any(point.span.holds(deed.span.start) for point in own_points(act))
    return act.commencement.rest if numbered else None


_BY_INSTRUCTION = regexp(
    r"\b(?:by|under|in|through|see|pursuant\sto)\s(?:amendatory\s)?instruction\s(?P<n>[0-9]{1,3})\b(?!\sof)"
)
"""Which of the rule's own instructions does what a sentence of its preamble tells."""


def _without_the_rest(act: Act, deed: Deed, affected: tuple[str, ...]) -> tuple[str, ...]:
    """Name the rest of an act ``#whole`` where the text leaves a named part of it alone."""
    affected = without_spared(act, deed, affected)
    if act.flow.language == "zh":
        return affected
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
    if (one.from_, one.through) == (other.from_, other.through):
        stated = one.basis == "stated" and other.basis == "computed"
        return stated or "#whole" in "".join(one.affected)
    return days > known or (days == known and "#whole" in "".join(one.affected))


def _of_itself(effect: ExtractedEffect, others: Iterable[ExtractedEffect]) -> bool:
    """Tell whether an act only returns by itself when a suspension ends that is given here.

    Or when the one before it ends, behind which it is suspended on.
    """
    if effect.kind != "resume" or effect.from_ is None:
        return False
    day, before, behind = effect.from_, timedelta(days=-1), timedelta(days=1)
    over = {
        target.removesuffix("#whole")
        for other in others
        if other.kind == "suspend"
        and other.parties == effect.parties
        and (other.through == day + before or other.from_ in (day, day + behind))
        for target in other.affected
    }
    return bool(over) and all(target.removesuffix("#whole") in over for target in effect.affected)


def _put_off_whole(effect: ExtractedEffect, others: Iterable[ExtractedEffect]) -> bool:
    """Tell whether a part is put off to the day to which its whole act is: its last article."""
    whole = {
        target
        for other in others
        if other.kind == effect.kind == "postpone" and other.from_ == effect.from_
        for target in other.affected
    }
    acts = {target.partition("#")[0] for target in effect.affected if "#" in target}
    return bool(acts) and acts <= whole


def _told_one_by_one(effect: ExtractedEffect, others: Iterable[ExtractedEffect]) -> bool:
    """Tell whether an effect without days is told once more of each of its acts, with days."""
    if len(effect.affected) < _SEVERAL or effect.from_ or effect.through:
        return False
    dated = (one for one in others if one.kind == effect.kind and (one.from_ or one.through))
    told = {target for one in dated if one.parties == effect.parties for target in one.affected}
    return told.issuperset(effect.affected)


_SEVERAL = 2


def _by_number(found: list[ExtractedEffect]) -> list[ExtractedEffect]:
    """Join what is done to a page of the register with the same done to the one numbered document.

    A text that withdraws a rule by its number and again by its page withdraws one rule.
    """
    kept = list(found)
    for effect in found:
        if not all(target.startswith(PAGES) for target in effect.affected):
            continue
        same = [one for one in kept if one.kind == effect.kind and one is not effect]
        numbered = [one for one in same if not one.affected[0].startswith(PAGES)]
        if len(same) == len(numbered) == 1 and effect.affected:
            fuller = effect if _fuller(effect, numbered[0]) else numbered[0]
            joined = msgspec.structs.replace(
                fuller, affected=numbered[0].affected,
                evidence=(*fuller.evidence, *numbered[0].evidence),
            )  # fmt: skip
            kept = [joined if one is numbered[0] else one for one in kept if one is not effect]
    return kept


def _told_apart(found: list[ExtractedEffect]) -> list[ExtractedEffect]:
    """Take an act out of a list that is ended, where a sentence of its own tells another day."""
    alone = [
        one
        for one in found
        if one.kind == "repeal" and len(one.affected) == 1 and one.basis == "stated"
    ]
    kept = []
    for effect in found:
        apart = {
            one.affected[0]
            for one in alone
            if one.parties == effect.parties and one.from_ != effect.from_
        }
        rest = tuple(target for target in effect.affected if target not in apart)
        if effect.kind == "repeal" and len(effect.affected) > 1 and rest:
            effect = msgspec.structs.replace(effect, affected=rest)
        kept.append(effect)
    return kept


def _merged(found: list[ExtractedEffect]) -> Iterator[ExtractedEffect]:
    """Leave out an effect whose targets another one of the same kind already holds."""
    found = [one for one in found if not _told_one_by_one(one, found)]
    found = _told_apart(found)
    several = [one for one in found if len(one.affected) > 1]
    for effect in found:
        held = any(
            other is not effect
            and other.kind == effect.kind
            and other.parties == effect.parties
            and set(effect.affected) < set(other.affected)
            for other in several
        )
        held = held or _put_off_whole(effect, found)
        if not held and not _of_itself(effect, found):
            yield msgspec.structs.replace(effect, affected=tuple(dict.fromkeys(effect.affected)))
