"""Which records of the interchange form does a reading of a document amount to?"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import msgspec

from tracker.domain.canonical import record_id
from tracker.domain.days import legal_day, microseconds, parse_when, start_of_day, zone
from tracker.domain.facts import SourceAdded
from tracker.domain.identifiers import instrument_of
from tracker.domain.rulebook import Field
from tracker.errors import UsageError
from tracker.extraction.extracted import (
    Evidence,
    ExtractedClaim,
    ExtractedEffect,
    ExtractedInstrument,
    ExtractedMeasure,
    Extraction,
)

RecordDict = dict[str, Any]
DEFAULT_KIND = "announcement"
_HOUR = re.compile(r"(?<![0-9])([01]?[0-9]|2[0-3])(?:\s*[:：时点時]\s*([0-5][0-9]))?(?![0-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Where a text comes from, as far as its records speak of it.

    ``published_at`` is an instant in UTC or a day; ``url`` is where a reader finds it;
    ``fetched_at`` is the instant of the poll or of the entry that brought it, where one is known.
    """

    announcement: str
    source: SourceAdded
    url: str | None = None
    title: str | None = None
    published_at: str | None = None
    fetched_at: str | None = None


def published_on(published_at: str | None, zone_name: str | None) -> date | None:
    """Return the legal day of a time of publication in a zone."""
    when = parse_when(published_at) if published_at else None
    return legal_day(when, zone_name) if isinstance(when, datetime) else when


def known_time(text: str | None) -> str | None:
    """Return a time of publication that can be read, ``None`` for what a source made up."""
    try:
        return text if text and parse_when(text) else None
    except UsageError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRecords:
    """What a reading amounts to: what would move the rule set, and what is said besides.

    ``missing`` says which fields rest on no sentence.
    """

    moving: tuple[RecordDict, ...] = ()
    claims: tuple[RecordDict, ...] = ()
    links: tuple[RecordDict, ...] = ()
    missing: tuple[str, ...] = ()
    jurisdiction: str | None = None
    timezone: str | None = None
    announced_at: str | None = None


def records_of(found: Extraction, document: Document, field: Field) -> ReadRecords:
    """Return the records that a reading amounts to; only an act moves anything."""
    act = found.instrument if found.klass == "act" else None
    jurisdiction = _jurisdiction(act, document.source, field)
    home = field.jurisdictions.get(jurisdiction or "")
    zone_name = home.zone if home else document.source.timezone
    announced = _announced_at(act, found, document, zone_name)
    moving: list[RecordDict] = []
    if act is not None and act.id and announced:
        moving.append(_instrument(act, document, field, jurisdiction, zone_name, announced))
        for limb in found.measures:
            moving += _limb(limb, act.id, announced, document, zone_name)
        moving += (_effect(one, act.id, announced, document) for one in found.effects)
    return ReadRecords(
        moving=tuple(moving),
        claims=tuple(_claim(one, document) for one in found.claims),
        links=tuple(
            link_record(one.kind, document.announcement, one.to, _stored(one.evidence, document))
            for one in found.links
        ),
        missing=tuple(_missing(act, found)) if moving else (),
        jurisdiction=jurisdiction,
        timezone=zone_name,
        announced_at=announced,
    )


def _jurisdiction(act: ExtractedInstrument | None, source: SourceAdded, field: Field) -> str | None:
    for word in act.issuers if act else ():
        issuer = field.issuer(word)
        if issuer:
            return issuer.jurisdiction
    prefix = (act.id or "").partition("/")[0].upper() if act else ""
    return prefix if prefix in field.jurisdictions else source.jurisdiction


def _announced_at(
    act: ExtractedInstrument | None, found: Extraction, document: Document, zone_name: str | None
) -> str | None:
    """Return when an act became public: the instant where it is of the day of issue, else a day.

    A copy that was published later does not make the act any later.
    """
    published = parse_when(document.published_at) if document.published_at else None
    day = legal_day(published, zone_name) if isinstance(published, datetime) else published
    issued = act.issued_on if act else None
    if isinstance(published, datetime) and (issued is None or day == issued):
        midnight = day and microseconds(published) == start_of_day(day, zone_name)
        return day.isoformat() if day and midnight else document.published_at
    known = issued or day or found.published_on
    return known.isoformat() if known else None


def _instrument(
    act: ExtractedInstrument,
    document: Document,
    field: Field,
    jurisdiction: str | None,
    zone_name: str | None,
    announced: str,
) -> RecordDict:
    issuers = (field.issuer(word) for word in act.issuers)
    return _filled(
        {
            "type": "instrument",
            "id": act.id,
            "title": act.title or document.title,
            "jurisdiction": jurisdiction,
            "issuers": [
                issuer.name if issuer else word
                for issuer, word in zip(issuers, act.issuers, strict=True)
            ],
            "kind": act.kind or DEFAULT_KIND,
            "number": "; ".join(filter(None, (act.number, act.cited_as))) or None,
            "issued_on": act.issued_on.isoformat() if act.issued_on else None,
            "announced_at": announced,
            "timezone": zone_name,
            "authority": document.source.authority,
            "sources": [{"url": document.url}] if document.url else [],
            "evidence": _stored(act.evidence, document),
        }
    )


def _limb(
    limb: ExtractedMeasure, act: str, announced: str, document: Document, zone_name: str | None
) -> Iterator[RecordDict]:
    """Yield a measure and the effect that brings it into being."""
    terms = _plain(limb.terms)
    yield _filled({"type": "measure", "id": limb.id, "title": limb.title, "terms": terms})
    yield _filled(
        {
            "type": "effect",
            "kind": limb.kind,
            "affecting": act,
            "affected": [limb.id],
            "from": _first_day(limb, zone_name),
            "through": limb.through.isoformat() if limb.through else None,
            "basis": limb.basis,
            "boundary": limb.boundary,
            "announced_at": announced,
            "evidence": _stored(limb.evidence, document),
        }
    )


def _first_day(limb: ExtractedMeasure, zone_name: str | None) -> str | RecordDict | None:
    """Return the first day, as an instant where the text names the hour."""
    found = _HOUR.search(limb.at or "")
    if limb.from_ is None or found is None:
        return limb.from_.isoformat() if limb.from_ else None
    hour = time(int(found[1]), int(found[2] or 0), tzinfo=zone(zone_name))
    value = datetime.combine(limb.from_, hour).isoformat()
    return {"value": value, "precision": "instant", "basis": limb.basis}


def _effect(one: ExtractedEffect, act: str, announced: str, document: Document) -> RecordDict:
    return _filled(
        {
            "type": "effect",
            "kind": one.kind,
            "affecting": act,
            "affected": list(one.affected),
            "parties": list(one.parties),
            "from": one.from_.isoformat() if one.from_ else None,
            "through": one.through.isoformat() if one.through else None,
            "basis": one.basis,
            "boundary": one.boundary,
            "reason": one.reason,
            "terms": _plain(one.terms),
            "announced_at": announced,
            "evidence": _stored(one.evidence, document),
        }
    )


def _claim(one: ExtractedClaim, document: Document) -> RecordDict:
    reading = _plain(msgspec.to_builtins(one.reading)) if one.reading else None
    return identified(
        {
            "type": "claim",
            "source": document.url or document.source.id,
            "speaker": one.speaker,
            "said_on": one.said_on.isoformat() if one.said_on else None,
            "about": list(one.about),
            "text": one.text,
            "stance": one.stance,
            "reading": _filled(reading) if reading else None,
            "evidence": _stored(one.evidence, document),
        }
    )


def link_record(
    kind: str, from_: str, to: str, evidence: Iterable[Mapping[str, Any]] = ()
) -> RecordDict:
    """Return a link; its id depends on kind and ends alone, so that it is recorded once."""
    plain = {"type": "link", "kind": kind, "from": from_, "to": to}
    return _filled({**plain, "id": record_id(plain), "evidence": list(evidence)})


def identified(record: RecordDict) -> RecordDict:
    """Return a record without its empty keys, with the id that its content gives it."""
    filled = _filled(record)
    return {**filled, "id": filled.get("id") or record_id(filled)}


def _filled(record: Mapping[str, Any]) -> RecordDict:
    return {key: value for key, value in record.items() if value not in (None, [], {}, ())}


def _stored(parts: Iterable[Evidence], document: Document) -> list[RecordDict]:
    return [
        {
            "announcement": document.announcement,
            "quote": part.quote,
            "start": part.start,
            "end": part.end,
            "field": part.field,
        }
        for part in parts
    ]


def _plain(value: Any) -> Any:
    """Return a JSON value without floats, which no event may hold."""
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


_FROM_A_DAY = ("suspend", "resume", "repeal")
"""What covers no day without a first one."""


def _missing(act: ExtractedInstrument | None, found: Extraction) -> Iterator[str]:
    """Yield the fields that rest on no sentence."""
    if act is not None and not act.evidence:
        yield "the number of the act rests on no sentence"
    parts: tuple[ExtractedMeasure | ExtractedEffect, ...] = (*found.measures, *found.effects)
    for part in parts:
        name = part.id if isinstance(part, ExtractedMeasure) else ", ".join(part.affected)
        backed = {item.field.removeprefix("terms.").partition(".")[0] for item in part.evidence}
        for field in _filled_in(part):
            if field not in backed:
                yield f"{field} of {part.kind} of {name} rests on no sentence"
        if isinstance(part, ExtractedMeasure) and part.from_ is None and part.kind == "impose":
            yield f"the text names no first day for {name}"
        if part.kind in _FROM_A_DAY and part.from_ is None:
            yield f"the text names no first day on which it would {part.kind} {name}"


def _filled_in(part: ExtractedMeasure | ExtractedEffect) -> Iterator[str]:
    """Yield the fields that a reading filled."""
    if part.from_ is not None:
        yield "from"
    if part.through is not None:
        yield "through"
    if isinstance(part, ExtractedEffect):
        yield "affected"
        if part.parties:
            yield "parties"
    yield from part.terms


def act_of(records: Iterable[Mapping[str, Any]]) -> str | None:
    """Return the id of the act that some records are of."""
    for record in records:
        if record["type"] == "instrument":
            return str(record["id"])
        if record["type"] == "effect":
            return str(record["affecting"])
        if record["type"] == "measure":
            return instrument_of(record["id"])
    return None
