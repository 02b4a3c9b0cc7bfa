"""Everything recorded, filed so that all that bears on one measure is found at once.

A `Register` takes the events of the log in order and holds their records; nothing here knows a
clock or a database.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any, TypeVar, get_args

import msgspec

from tracker.domain.canonical import record_id
from tracker.domain.days import microseconds, parse_when
from tracker.domain.events import Event
from tracker.domain.facts import (
    AnnouncementRead,
    CoverageStated,
    DigestWritten,
    EffectAccepted,
    Fact,
    RecordAnnotated,
    RulebookApplied,
    SourceFact,
)
from tracker.domain.identifiers import STAR, first_version, instrument_of, is_measure
from tracker.domain.intake_facts import (
    CopiesDiffer,
    CopiesGrouped,
    CopiesSettled,
    CopyReturned,
    CopyWithdrawn,
    IntakeFact,
    ItemSettled,
    ItemUnstable,
    OperatorTold,
    SourcesSummed,
)
from tracker.domain.records import (
    RECORD_TYPES,
    Announcement,
    Claim,
    Effect,
    Instrument,
    Link,
    Measure,
    Record,
    Retraction,
    Verification,
)
from tracker.domain.reviews import EffectSignedOff, ReviewFact
from tracker.errors import UnknownMeasure, UsageError
from tracker.projection.dossier import Dossier, Recorded, in_recorded_order
from tracker.projection.reading import read
from tracker.projection.reviews import Reviews
from tracker.projection.source_state import SourceHistory
from tracker.projection.standing import FOLD

V = TypeVar("V", Instrument, Measure)


class Register:
    """All records, filed by id and by what they bear on.

    ``edition`` counts what can change the answer of a measure; ``moved`` is that since somebody
    last emptied it.
    """

    def __init__(self) -> None:
        self.position = 0
        self.edition = 0
        self.moved: list[Record | Fact] = []
        self.instruments: dict[str, list[Recorded[Instrument]]] = defaultdict(list)
        self.measures: dict[str, list[Recorded[Measure]]] = defaultdict(list)
        self.measures_of: dict[str, list[str]] = defaultdict(list)
        self.effects: dict[str, Recorded[Effect]] = {}
        self.effects_on: dict[str, list[Recorded[Effect]]] = defaultdict(list)
        self.stars: dict[str, list[Recorded[Effect]]] = defaultdict(list)
        self.retracted_at: dict[str, int] = {}
        self.retractions: list[Recorded[Retraction]] = []
        self.verifications: dict[str, list[Recorded[Verification]]] = defaultdict(list)
        self.announcements: dict[str, Recorded[Announcement]] = {}
        self.links: list[Recorded[Link]] = []
        self.claims: list[Recorded[Claim]] = []
        self.acceptances: dict[str, list[Recorded[EffectAccepted]]] = defaultdict(list)
        self.notes: dict[str, list[Recorded[RecordAnnotated]]] = defaultdict(list)
        self.coverage: list[Recorded[CoverageStated]] = []
        self.rulebook_records: dict[str, str] = {}
        self.readings: dict[str, list[Recorded[AnnouncementRead]]] = defaultdict(list)
        self.sources: dict[str, SourceHistory] = defaultdict(SourceHistory)
        self.copies: dict[str, list[Recorded[IntakeFact]]] = defaultdict(list)
        self.conflicts: list[Recorded[CopiesDiffer]] = []
        self.settled: dict[str, int] = {}
        self.told: dict[str, OperatorTold] = {}
        self.digests: dict[str, list[Recorded[DigestWritten]]] = defaultdict(list)
        self.reviews = Reviews()
        self.named: set[str] = set()

    def record(
        self, line: Mapping[str, Any], *, recorded_at: str, position: int | None = None
    ) -> None:
        """File one record in its interchange form (with its ``type``); an id is made if missing."""
        body = {key: value for key, value in line.items() if key != "type"}
        body["id"] = body.get("id") or record_id(dict(line))
        record = msgspec.convert(body, RECORD_TYPES[line["type"]])
        if not self._holds(record):
            self.file(record, recorded_at=recorded_at, position=position)

    def _holds(self, record: Record) -> bool:
        """Tell whether an equal version is recorded; a log is never written one twice."""
        versions = self.instruments if isinstance(record, Instrument) else self.measures
        return any(item.record == record for item in versions.get(record.id or "", ()))

    def file(self, record: Record | Fact, *, recorded_at: str, position: int | None = None) -> None:
        """File a record or a fact; ``position`` is its place in the log, the next one without."""
        at = _microseconds(recorded_at)
        self.position = position if position is not None else self.position + 1
        self._file(Recorded(record, at, self.position))

    def _file(self, item: Recorded[Any]) -> None:
        kind = type(item.record)
        if kind in _MOVING:
            self.edition += 1
            self.moved.append(item.record)
        _FILERS[kind](self, item)

    def apply(self, event: Event) -> None:
        """File what an event of the log holds; events come in the order of the log."""
        self.position = event.position
        held = read(event)
        if held is not None:
            at = _microseconds(event.recorded_at)
            self._file(Recorded(held, at, event.position))

    def _accepted(self, item: Recorded[EffectAccepted]) -> None:
        self.acceptances[item.record.effect].append(item)
        self.reviews.accepted(item)

    def _reviewed(self, item: Recorded[ReviewFact]) -> None:
        self.reviews.file(item)

    def _annotated(self, item: Recorded[RecordAnnotated]) -> None:
        self.notes[item.record.about].append(item)

    def _covered(self, item: Recorded[CoverageStated]) -> None:
        self.coverage.append(item)

    def _applied(self, item: Recorded[RulebookApplied]) -> None:
        self.rulebook_records.update(item.record.records)

    def _read(self, item: Recorded[AnnouncementRead]) -> None:
        self.readings[item.record.announcement].append(item)

    def _source(self, item: Recorded[SourceFact]) -> None:
        self.sources[item.record.id].take(item)

    def _summed(self, item: Recorded[SourcesSummed]) -> None:
        if item.record.fold != FOLD:
            return
        for id, standing in item.record.standings.items():
            self.sources[id].sum_up(standing, item.at)

    def _copy(self, item: Recorded[Any]) -> None:
        self.copies[first_version(item.record.announcement)].append(item)

    def _conflict(self, item: Recorded[CopiesDiffer]) -> None:
        self.conflicts.append(item)

    def _settled(self, item: Recorded[CopiesSettled]) -> None:
        self.settled[item.record.number] = item.position

    def _operator(self, item: Recorded[OperatorTold]) -> None:
        self.told[item.record.about] = item.record

    def _passed_over(self, item: Recorded[Any]) -> None:
        """Take note of nothing: such a fact is looked up by its key where it is needed."""

    def _digest(self, item: Recorded[DigestWritten]) -> None:
        self.digests[item.record.digest].append(item)

    def _instrument(self, item: Recorded[Instrument]) -> None:
        _insert(self.instruments[item.record.id or ""], item)

    def _measure(self, item: Recorded[Measure]) -> None:
        measure = item.record.id or ""
        if measure not in self.measures:
            self.measures_of[instrument_of(measure)].append(measure)
        _insert(self.measures[measure], item)

    def _effect(self, item: Recorded[Effect]) -> None:
        if (item.record.id or "") in self.effects:
            return
        self.effects[item.record.id or ""] = item
        for target in item.record.affected:
            if target.endswith(STAR):
                self.stars[target[:-1]].append(item)
            else:
                self.effects_on[target].append(item)
                self.named.add(target)

    def _announcement(self, item: Recorded[Announcement]) -> None:
        self.announcements.setdefault(item.record.id or "", item)

    def _link(self, item: Recorded[Link]) -> None:
        self.links.append(item)
        self.named.update((item.record.from_, item.record.to))

    def _claim(self, item: Recorded[Claim]) -> None:
        self.claims.append(item)
        self.named.update(item.record.about)

    def _verification(self, item: Recorded[Verification]) -> None:
        self.verifications[item.record.effect].append(item)

    def _retraction(self, item: Recorded[Retraction]) -> None:
        self.retractions.append(item)
        known = self.retracted_at.get(item.record.effect)
        self.retracted_at[item.record.effect] = item.at if known is None else min(known, item.at)

    def knows(self, measure: str) -> bool:
        """Tell whether any record names the measure."""
        return measure in self.measures or (is_measure(measure) and measure in self.named)

    def dossier(self, measure: str) -> Dossier:
        """Return all that bears on ``measure``; raise `UnknownMeasure` if no record names it."""
        if not self.knows(measure):
            raise UnknownMeasure(measure)
        effects = self._effects_reaching(measure)
        ids = [item.record.id or "" for item in effects]
        concerned = {instrument_of(measure), *(item.record.affecting for item in effects)}
        verifications = [item for id in ids for item in self.verifications.get(id, ())]
        retractable = [*ids, *(item.record.id or "" for item in verifications)]
        return Dossier(
            measure=measure,
            instrument=instrument_of(measure),
            versions=self.measures.get(measure, ()),
            instruments={key: self.instruments.get(key, ()) for key in concerned},
            effects=effects,
            retracted_at={
                id: self.retracted_at[id] for id in retractable if id in self.retracted_at
            },
            verifications=verifications,
            acceptances={id: self.acceptances[id] for id in ids if id in self.acceptances},
            signed_off={
                id: self.reviews.signed_off[id] for id in ids if id in self.reviews.signed_off
            },
            notes={
                key: self.notes[key] for key in (measure, *concerned, *ids) if key in self.notes
            },
        )

    def _effects_reaching(self, measure: str) -> list[Recorded[Effect]]:
        found: dict[str, Recorded[Effect]] = {}
        for item in self._candidates(measure):
            found.setdefault(item.record.id or "", item)
        return list(found.values())

    def _candidates(self, measure: str) -> Iterator[Recorded[Effect]]:
        yield from self.effects_on.get(measure, ())
        yield from self.effects_on.get(instrument_of(measure), ())
        for length in range(len(measure) + 1) if self.stars else ():
            yield from self.stars.get(measure[:length], ())

    def measure_ids(self) -> tuple[str, ...]:
        """Return the ids of all recorded measures, in the order of their first record."""
        return tuple(self.measures)


_FILERS: Mapping[type, Any] = {
    Instrument: Register._instrument,
    Measure: Register._measure,
    Effect: Register._effect,
    Announcement: Register._announcement,
    Link: Register._link,
    Claim: Register._claim,
    Verification: Register._verification,
    Retraction: Register._retraction,
    EffectAccepted: Register._accepted,
    RecordAnnotated: Register._annotated,
    CoverageStated: Register._covered,
    RulebookApplied: Register._applied,
    AnnouncementRead: Register._read,
    DigestWritten: Register._digest,
    **dict.fromkeys(get_args(IntakeFact), Register._passed_over),
    **dict.fromkeys(get_args(SourceFact), Register._source),
    **dict.fromkeys(get_args(ReviewFact), Register._reviewed),
    SourcesSummed: Register._summed,
    CopyWithdrawn: Register._copy,
    CopyReturned: Register._copy,
    ItemUnstable: Register._copy,
    ItemSettled: Register._copy,
    CopiesGrouped: Register._copy,
    CopiesDiffer: Register._conflict,
    CopiesSettled: Register._settled,
    OperatorTold: Register._operator,
}


_MOVING = frozenset(
    {
        Instrument,
        Measure,
        Effect,
        Verification,
        Retraction,
        EffectAccepted,
        EffectSignedOff,
        RecordAnnotated,
    }
)
"""What can change the answer of a measure or its grounds; `Register.edition` counts these."""


@lru_cache(maxsize=4096)
def _microseconds(recorded_at: str) -> int:
    when = parse_when(recorded_at)
    if not isinstance(when, datetime):
        raise UsageError(f"{recorded_at!r} is a day; a recorded time is an instant")
    return microseconds(when)


def _insert(versions: list[Recorded[V]], item: Recorded[V]) -> None:
    """File a version in the order of recording."""
    versions.append(item)
    if len(versions) > 1 and in_recorded_order(versions[-2]) > in_recorded_order(item):
        versions.sort(key=in_recorded_order)
