"""What would a changed rulebook record, and who is never overridden by it?

An effect keeps a stable key. A changed file retracts the effect recorded under it and records the
new one; what a person recorded, corrected or retracted on their own stays as it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
import orjson

from tracker.application.interchange.lines import check, recording
from tracker.domain.canonical import canonical, digest, record_id
from tracker.domain.events import RECORD_EVENTS, Event, NewEvent, record_stream
from tracker.domain.facts import (
    CoverageStated,
    EffectAccepted,
    RecordAnnotated,
    RulebookApplied,
    event_of,
)
from tracker.domain.records import RECORD_TYPES, Effect, evidence_of
from tracker.domain.rulebook import Rulebook
from tracker.errors import InputError, TrackerError
from tracker.ports import EventLog, LogWriter
from tracker.projection.reading import read
from tracker.projection.register import Register

RULEBOOK = "rulebook"
_VERSIONED = ("instrument", "measure")
_REVISION_MARK = "~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that applying a rulebook would record.

    ``action`` is new, correct (a newer version), replace (retract and record anew), retract,
    annotate or cover. ``before`` and ``after`` are the record without its id, where there is one.
    """

    action: str
    kind: str
    id: str
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None
    file: str | None = None
    line: int | None = None
    replaces: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What applying a rulebook would do; ``kept`` are records that people changed on their own."""

    changes: tuple[Change, ...]
    unchanged: int
    kept: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """What the log holds under the ids of a rulebook."""

    found: Mapping[str, tuple[Event, ...]]
    ours: Mapping[str, str]

    def versions(self, kind: str, id: str) -> list[dict[str, Any]]:
        events = self.found.get(record_stream(kind, id), ())
        return [
            _content(orjson.loads(event.body))
            for event in events
            if event.name == RECORD_EVENTS[kind]
        ]

    def retractions(self, id: str) -> tuple[Event, ...]:
        return self.found.get(f"r:{id}", ())

    def is_ours(self, kind: str, id: str, content: Mapping[str, Any]) -> bool:
        return self.ours.get(f"{kind}:{id}") == _digest(content)


def plan(log: EventLog | LogWriter, book: Rulebook, *, name: str) -> Plan:
    """Compare a rulebook with the log; ``name`` tells rulebooks of one log apart."""
    known = _known(log, book)
    changes: list[Change] = []
    kept: list[Change] = []
    unchanged = 0
    for record in book.records():
        change = _planned(known, record, book)
        if change is None:
            unchanged += 1
        else:
            (kept if change.action == "keep" else changes).append(change)
    changes += _withdrawn(log, known, book)
    changes += _annotations(known, book)
    changes += _coverage(known, book, name)
    return Plan(changes=tuple(changes), unchanged=unchanged, kept=tuple(kept))


def apply(log: EventLog, book: Rulebook, *, name: str) -> Plan:
    """Record what the rulebook says anew, in one transaction; return what was done."""
    with log.writing() as writer:
        done = plan(writer, book, name=name)
        events = [event for change in done.changes for event in _events(change)]
        if events:
            events.append(event_of(RulebookApplied(rulebook=name, records=_recorded(done))))
            writer.append(events)
    return done


def _known(log: EventLog | LogWriter, book: Rulebook) -> _Known:
    records = tuple(book.records())
    found = dict(log.find(_lookups(records, book)))
    # A record's later revisions are looked up until one is missing.
    revisions = [(record["type"], record["id"]) for record in records]
    while revisions:
        later = [(kind, _next_revision(id)) for kind, id in revisions]
        more = log.find(key for kind, id in later for key in (record_stream(kind, id), f"r:{id}"))
        found.update(more)
        revisions = [(kind, id) for kind, id in later if record_stream(kind, id) in more]
    ours: dict[str, str] = {}
    for event in found.get("rulebook-records:", ()):
        held = read(event)
        if isinstance(held, RulebookApplied):
            ours.update(held.records)
    return _Known(found, ours)


def _lookups(records: Iterable[Mapping[str, Any]], book: Rulebook) -> Iterator[str]:
    yield from ("rulebook:", "rulebook-records:")
    for record in records:
        yield record_stream(record["type"], record["id"])
        yield f"r:{record['id']}"
    yield from (f"note/{note.about}" for note in book.notes())


def _planned(known: _Known, record: Mapping[str, Any], book: Rulebook) -> Change | None:
    """Return what to do about one record, ``None`` where it stands as it is."""
    kind, id = record["type"], record["id"]
    content = _content(record)
    place = book.place(id) or (None, None)
    common = {"kind": kind, "after": content, "file": place[0], "line": place[1]}
    if kind in _VERSIONED:
        return _planned_version(known, kind, id, content, common)
    return _planned_revision(known, kind, id, content, common)


def _planned_version(
    known: _Known, kind: str, id: str, content: Mapping[str, Any], common: dict[str, Any]
) -> Change | None:
    versions = known.versions(kind, id)
    if not versions:
        return Change(action="new", id=id, **common)
    latest = versions[-1]
    if latest == content:
        return None
    action = "correct" if known.is_ours(kind, id, latest) else "keep"
    return Change(action=action, id=id, before=latest, **common)


def _planned_revision(
    known: _Known, kind: str, id: str, content: Mapping[str, Any], common: dict[str, Any]
) -> Change | None:
    latest_id, latest = id, known.versions(kind, id)
    if not latest:
        return Change(action="new", id=id, **common)
    while following := known.versions(kind, _next_revision(latest_id)):
        latest_id, latest = _next_revision(latest_id), following
    retracted = known.retractions(latest_id)
    if retracted and not any(_retracted_by_us(known, event) for event in retracted):
        return Change(action="keep", id=latest_id, before=latest[0], **common)
    if not retracted and latest[0] == content:
        return None
    if not known.is_ours(kind, latest_id, latest[0]):
        return Change(action="keep", id=latest_id, before=latest[0], **common)
    return Change(
        action="new" if retracted else "replace",
        id=_next_revision(latest_id),
        before=latest[0],
        replaces=None if retracted else latest_id,
        **common,
    )


def _retracted_by_us(known: _Known, event: Event) -> bool:
    data = orjson.loads(event.body)
    return f"retract:{data['id']}" in known.ours


def _withdrawn(log: EventLog | LogWriter, known: _Known, book: Rulebook) -> Iterator[Change]:
    """Yield the effects that a rulebook recorded once and no longer holds."""
    held = {record["id"] for record in book.records()}
    gone = [
        key.partition(":")[2]
        for key in known.ours
        if key.startswith("effect:") and _base(key.partition(":")[2]) not in held
    ]
    found = log.find(key for id in gone for key in (record_stream("effect", id), f"r:{id}"))
    recorded = _Known(found, known.ours)
    for id in gone:
        versions = recorded.versions("effect", id)
        if versions and not recorded.retractions(id):
            yield Change(action="retract", kind="effect", id=id, before=versions[0])


def _annotations(known: _Known, book: Rulebook) -> Iterator[Change]:
    for note in book.notes():
        fact = RecordAnnotated(
            about=note.about,
            confidence=note.confidence,
            text=note.text,
            titles=dict(note.titles) if note.titles else None,
            titles_by=note.titles_by,
            number_en=note.number_en,
            urls=note.urls,
        )
        earlier = known.found.get(f"note/{note.about}", ())
        before = read(earlier[-1]) if earlier else None
        if before != fact:
            yield Change(
                action="annotate",
                kind="note",
                id=note.about,
                before=None if before is None else msgspec.to_builtins(before),
                after=msgspec.to_builtins(fact),
            )


def _coverage(known: _Known, book: Rulebook, name: str) -> Iterator[Change]:
    fact = CoverageStated(
        rulebook=name,
        covered_through=book.covered_through,
        jurisdictions=tuple(book.jurisdictions),
        text=book.coverage,
    )
    held = (read(event) for event in known.found.get("rulebook:", ()))
    earlier = [item for item in held if isinstance(item, CoverageStated) and item.rulebook == name]
    if not earlier or earlier[-1] != fact:
        yield Change(
            action="cover",
            kind="coverage",
            id=name,
            before=msgspec.to_builtins(earlier[-1]) if earlier else None,
            after=msgspec.to_builtins(fact),
        )


def _events(change: Change) -> Iterator[NewEvent]:
    match change.action:
        case "annotate":
            yield event_of(msgspec.convert(change.after, RecordAnnotated))
        case "cover":
            yield event_of(msgspec.convert(change.after, CoverageStated))
        case "retract":
            yield recording("retract", _retraction(change.id, "no longer in the rulebook", None))
        case _:
            yield from _record_events(change)


def _record_events(change: Change) -> Iterator[NewEvent]:
    if change.replaces:
        reason = "the rulebook was corrected"
        yield recording("retract", _retraction(change.replaces, reason, change.id))
    data = {**(change.after or {}), "id": change.id}
    if change.action == "correct":
        data["corrects"] = True
    _check(change, data)
    yield recording(change.kind, data)
    if change.kind == "effect":
        yield event_of(EffectAccepted(effect=change.id, by=RULEBOOK))


def _check(change: Change, data: Mapping[str, Any]) -> None:
    try:
        check(msgspec.convert(data, RECORD_TYPES[change.kind]))
    except (TrackerError, msgspec.ValidationError) as error:
        raise InputError(str(error), file=change.file, line=change.line) from None


def _retraction(effect: str, reason: str, replaced_by: str | None) -> dict[str, Any]:
    data = {"effect": effect, "reason": reason, "replaced_by": replaced_by}
    return {**data, "id": record_id({"type": "retract", **data})}


def _recorded(done: Plan) -> dict[str, str]:
    """Return what a plan puts into the log, as `RulebookApplied` keeps it."""
    records: dict[str, str] = {}
    for change in done.changes:
        if change.action in ("annotate", "cover"):
            continue
        if change.action != "retract":
            records[f"{change.kind}:{change.id}"] = _digest(change.after or {})
        withdrawn = change.id if change.action == "retract" else change.replaces
        if withdrawn:
            event = next(_events(change))
            records[f"retract:{orjson.loads(event.body)['id']}"] = withdrawn
    return records


def _content(record: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key not in ("type", "id", "corrects")}


def _digest(content: Mapping[str, Any]) -> str:
    return digest(canonical(dict(content)))


def _next_revision(id: str) -> str:
    base, mark, number = id.rpartition(_REVISION_MARK)
    if mark and number.isdigit():
        return f"{base}{_REVISION_MARK}{int(number) + 1}"
    return f"{id}{_REVISION_MARK}2"


def _base(id: str) -> str:
    base, mark, number = id.rpartition(_REVISION_MARK)
    return base if mark and number.isdigit() else id


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """How well the effects that count are backed."""

    effects: int
    with_sentence: int
    with_second_source: int
    low_confidence: int
    without_source: int


def audit(register: Register) -> Audit:
    """Count the effects with a stored sentence, a second source, low confidence or no source."""
    live = [item.record for id, item in register.effects.items() if id not in register.retracted_at]
    sources = [_source_count(register, effect.affecting) for effect in live]
    return Audit(
        effects=len(live),
        with_sentence=sum(any(part.quote for part in evidence_of(item)) for item in live),
        with_second_source=sum(count > 1 for count in sources),
        low_confidence=sum(_is_low(register, item) for item in live),
        without_source=sum(count == 0 for count in sources),
    )


def _source_count(register: Register, instrument: str) -> int:
    versions = register.instruments.get(instrument)
    return sum(1 for source in versions[-1].record.sources if source.url) if versions else 0


def _is_low(register: Register, effect: Effect) -> bool:
    about = (effect.id or "", effect.affecting, *effect.affected)
    notes = (register.notes[key][-1].record for key in about if key in register.notes)
    return any(note.confidence == "low" for note in notes)
