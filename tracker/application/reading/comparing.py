"""Do two sources say the same of an act, or does a source contradict what is recorded of it?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from itertools import product
from typing import Any

from tracker.application.held import Held
from tracker.application.reading.read_records import RecordDict, link_record
from tracker.domain.identifiers import covers, first_version, instrument_of
from tracker.domain.records import Claim, DateRecord, Effect, Evidence

Said = Mapping[str, Any]
_ON_PUBLICATION = "on_publication"


def compared(
    claims: Iterable[RecordDict], held: Held, *, announcement: str
) -> Iterator[RecordDict]:
    """Yield the links that the claims of an announcement make with others' and with the log.

    ``disputes`` where dates or operators differ, with both sentences as evidence;
    ``corroborates`` where two sources say the same. Between two announcements the link leads
    from the greater id to the lesser, so that the order of arrival does not matter.
    """
    by_act: dict[str, list[RecordDict]] = {}
    for claim in claims:
        for act in dict.fromkeys(instrument_of(id) for id in claim.get("about", ())):
            if claim.get("reading"):
                by_act.setdefault(act, []).append(claim)
    for act, mine in by_act.items():
        yield from _with_log(act, mine, held, announcement)
        for other, theirs in _others(act, held, announcement).items():
            yield from _with_other(act, mine, theirs, held, (announcement, other))


def _others(act: str, held: Held, announcement: str) -> dict[str, list[Claim]]:
    """Return what other announcements say of an act, the latest version of each."""
    versions: dict[str, dict[str, list[Claim]]] = {}
    targets = (act, *held.measures(act))
    for claim in held.claims_about(targets):
        place = _announcement(claim)
        if claim.reading and place and first_version(place) != first_version(announcement):
            versions.setdefault(first_version(place), {}).setdefault(place, []).append(claim)
    return {(last := max(found, key=_version)): found[last] for found in versions.values()}


def _version(announcement: str) -> tuple[int, str]:
    return (len(announcement), announcement)


def _announcement(claim: Claim) -> str | None:
    parts = claim.evidence if isinstance(claim.evidence, tuple) else (claim.evidence,)
    return next((part.announcement for part in parts if part and part.announcement), None)


def _with_other(
    act: str,
    mine: list[RecordDict],
    theirs: list[Claim],
    held: Held,
    places: tuple[str, str],
) -> Iterator[RecordDict]:
    one = [claim["reading"] for claim in mine]
    other = [claim.reading or {} for claim in theirs]
    day = _published(act, held)
    kind, field = "disputes", _differing(one, other, day)
    if field is None:
        kind, field = "corroborates", _agreeing(one, other, day)
    if field is None:
        return
    later, earlier = sorted(places, reverse=True)
    quotes = {
        places[0]: _quote_in(mine, field),
        places[1]: _quote_in([_as_record(claim) for claim in theirs], field),
    }
    link = link_record(kind, later, earlier, [q for q in (quotes[later], quotes[earlier]) if q])
    if not held.has_link(link["id"]):
        yield link


def _with_log(
    act: str, mine: list[RecordDict], held: Held, announcement: str
) -> Iterator[RecordDict]:
    known, effects = _of_log(act, held)
    readings = [claim["reading"] for claim in mine]
    field = _differing(readings, known, _published(act, held)) if known else None
    if field is not None:
        quotes = [quote for quote in (_quote_in(mine, field), *_sentences(effects)) if quote]
        yield link_record("disputes", announcement, act, quotes[:2])


def _of_log(act: str, held: Held) -> tuple[list[Said], list[Effect]]:
    """Return what the log itself says of an act's own limbs, as readings."""
    measures = held.measures(act)
    effects = [effect for effect in held.own_effects(act) if effect.kind == "impose"]
    said: list[Said] = [
        {
            "measures": [id for id in measures if any(covers(to, id) for to in effect.affected)],
            "from": _day(effect.from_),
        }
        for effect in effects
    ]
    for id, measure in measures.items():
        if measure.terms.get("thresholds"):
            said.append({"measures": [id], "thresholds": measure.terms["thresholds"]})
    return said, effects


def _day(value: str | DateRecord | None) -> str | None:
    return value.value if isinstance(value, DateRecord) else value


def _published(act: str, held: Held) -> str | None:
    record = held.instrument(act)
    return (record.issued_on or (record.announced_at or "")[:10] or None) if record else None


_SPAN = ("from", "through")


def _differing(one: Sequence[Said], other: Sequence[Said], published: str | None) -> str | None:
    """Return the field in which two sources contradict each other, if there is one.

    Sources that name the same set of days agree, however they share them out.
    """
    for key in _SPAN:
        mine, theirs = _days(one, key, published), _days(other, key, published)
        if {day for _, day in mine} == {day for _, day in theirs}:
            continue
        if any(a[1] != b[1] and _overlap(a[0], b[0]) for a in mine for b in theirs):
            return key
    contradict = any(_contradict(a, b) for a, b in _thresholds(one, other))
    return "thresholds" if contradict else None


def _agreeing(one: Sequence[Said], other: Sequence[Said], published: str | None) -> str | None:
    """Return a field in which two sources say the same, if there is one."""
    for key in _SPAN:
        mine, theirs = _days(one, key, published), _days(other, key, published)
        if any(a[1] == b[1] and _overlap(a[0], b[0]) for a in mine for b in theirs):
            return key
    if _exempted(one) & _exempted(other):
        return "exemptions"
    same = any(
        _number(a) == _number(b) is not None and a.get("operator") == b.get("operator")
        for a, b in _thresholds(one, other)
    )
    return "thresholds" if same else None


def _exempted(said: Iterable[Said]) -> set[str]:
    return {str(name).casefold() for item in said for name in item.get("exemptions") or ()}


def _thresholds(one: Iterable[Said], other: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Yield each two thresholds that two sources give for the same limbs."""
    for mine in one:
        for theirs in other:
            if _overlap(_limbs(mine), _limbs(theirs)):
                yield from product(mine.get("thresholds") or (), theirs.get("thresholds") or ())


def _days(
    said: Iterable[Said], key: str, published: str | None
) -> list[tuple[frozenset[str], str]]:
    found = []
    for item in said:
        day = item.get(key)
        if key == "from" and item.get("basis") == _ON_PUBLICATION:
            day = published or day  # the act's own publication, whenever it was told
        if day:
            found.append((_limbs(item), str(day)[:10]))
    return found


def _limbs(said: Said) -> frozenset[str]:
    return frozenset(said.get("measures") or ())


def _overlap(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two readings speak of the same limbs; one that names none means the whole."""
    return not one or not other or bool(one & other)


def _contradict(one: Said, other: Said) -> bool:
    """Tell whether two thresholds give one value another operator."""
    same_thing = not one.get("what") or not other.get("what") or one["what"] == other["what"]
    return (
        same_thing
        and _number(one) == _number(other) is not None
        and one.get("operator") != other.get("operator")
    )


def _number(threshold: Said) -> Decimal | None:
    try:
        return Decimal(str(threshold.get("value")))
    except InvalidOperation:
        return None


def _quote_in(claims: Iterable[RecordDict], field: str) -> RecordDict | None:
    """Return the sentence that says something of a field."""
    told = (claim for claim in claims if claim["reading"].get(field) or _says_at_once(claim, field))
    return next((part for claim in told for part in claim.get("evidence", ())), None)


def _says_at_once(claim: RecordDict, field: str) -> bool:
    return field == "from" and claim["reading"].get("basis") == _ON_PUBLICATION


def _as_record(claim: Claim) -> RecordDict:
    parts = claim.evidence if isinstance(claim.evidence, tuple) else (claim.evidence,)
    return {
        "reading": claim.reading or {},
        "evidence": [_as_dict(part) for part in parts if part is not None],
    }


def _sentences(effects: Iterable[Effect]) -> Iterator[RecordDict]:
    for effect in effects:
        for part in effect.evidence if isinstance(effect.evidence, tuple) else (effect.evidence,):
            if part is not None and part.quote:
                yield _as_dict(part)


def _as_dict(part: Evidence) -> RecordDict:
    names = ("announcement", "quote", "start", "end", "field", "base", "url")
    return {name: getattr(part, name) for name in names if getattr(part, name) is not None}
