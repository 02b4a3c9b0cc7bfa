"""Everything ever recorded that bears on one measure, and what of it a question may see."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Generic, TypeVar

import msgspec

from tracker.domain.days import begins_at, just_after, legal_day, microseconds, parse_when
from tracker.domain.facts import EffectAccepted, RecordAnnotated
from tracker.domain.questions import Clocks
from tracker.domain.records import Effect, Instrument, Measure, Verification
from tracker.domain.reviews import EffectSignedOff
from tracker.projection.dated import WEAK_AUTHORITIES, DatedEffect, dated

T = TypeVar("T")


class Recorded(msgspec.Struct, Generic[T], frozen=True, eq=False):
    """A record, the microsecond at which it was recorded and its place in the log."""

    record: T
    at: int
    position: int


Versions = Sequence[Recorded[T]]


def in_recorded_order(item: Recorded[T]) -> tuple[int, int]:
    """The place of a version among those of its id."""
    return (item.at, item.position)


def version_by(versions: Versions[T] | None, before: int) -> T | None:
    """Return the latest version recorded before the bound; ``versions`` stand in that order."""
    if not versions:
        return None
    index = bisect_right(versions, before - 1, key=lambda item: item.at)
    return versions[index - 1].record if index else None


def version_by_or_first(versions: Versions[T] | None, before: int) -> T | None:
    """Return the version as of the bound, and where all came later, the first of them."""
    return version_by(versions, before) or (versions[0].record if versions else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """All that the log holds on one measure, whenever it was announced or recorded."""

    measure: str
    instrument: str
    versions: Versions[Measure]
    instruments: Mapping[str, Versions[Instrument]]
    effects: Sequence[Recorded[Effect]]
    retracted_at: Mapping[str, int]
    verifications: Sequence[Recorded[Verification]]
    acceptances: Mapping[str, Sequence[Recorded[EffectAccepted]]] = field(default_factory=dict)
    signed_off: Mapping[str, Sequence[Recorded[EffectSignedOff]]] = field(default_factory=dict)
    notes: Mapping[str, Sequence[Recorded[RecordAnnotated]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class View:
    """The clocks of a question, resolved in the zone of one instrument.

    ``announced_before`` and ``recorded_before`` are exclusive bounds in microseconds since 1970;
    ``known_day`` is the legal day of the announced clock.
    """

    zone_name: str | None
    on: int
    announced_before: int
    recorded_before: int
    known_day: int


def _bound(when: date | datetime | None, now: int, zone_name: str | None) -> int:
    return now + 1 if when is None else min(just_after(when, zone_name), now + 1)


def recorded_bound(clocks: Clocks, zone_name: str | None) -> int:
    """Return the exclusive bound of the recorded clock, a bare day being one in the zone."""
    return _bound(clocks.recorded_by, microseconds(clocks.now), zone_name)


def view_of(clocks: Clocks, zone_name: str | None, *, recorded_before: int) -> View:
    """Resolve the clocks of a question in a zone, given the bound of the recorded clock."""
    now = microseconds(clocks.now)
    today = legal_day(clocks.now, zone_name)
    known = clocks.announced_by
    if known is None:
        known_day = today
    else:
        day = legal_day(known, zone_name) if isinstance(known, datetime) else known
        known_day = min(day, today)
    return View(
        zone_name=zone_name,
        on=(clocks.on or today).toordinal(),
        announced_before=_bound(known, now, zone_name),
        recorded_before=recorded_before,
        known_day=known_day.toordinal(),
    )


def view_on(dossier: Dossier, clocks: Clocks) -> View:
    """Resolve the clocks of a question in the zone of the measure's instrument.

    The zone is read whenever the instrument was recorded. Which version of a corrected zone holds
    depends on the recorded clock, whose bare day is itself read in a zone: that of the first.
    """
    versions = dossier.instruments.get(dossier.instrument) or ()
    first = versions[0].record.timezone if versions else None
    before = recorded_bound(clocks, first)
    record = version_by_or_first(versions, before)
    zone_name = record.timezone if record else None
    return view_of(clocks, zone_name, recorded_before=before)


def _announced(zone_name: str | None) -> Callable[[str], int]:
    return lambda text: begins_at(parse_when(text), zone_name)


def visible_effects(dossier: Dossier, view: View) -> list[DatedEffect]:
    """Return the effects that count under both knowledge clocks, in announced order."""
    visible = []
    for item in dossier.effects:
        if item.at >= view.recorded_before:
            continue
        if dossier.retracted_at.get(item.record.id or "", view.recorded_before) < (
            view.recorded_before
        ):
            continue
        affecting = version_by_or_first(
            dossier.instruments.get(item.record.affecting), view.recorded_before
        )
        zone_name = affecting.timezone if affecting else None
        weak = affecting is not None and affecting.authority in WEAK_AUTHORITIES
        effect = dated(item.record, zone_name=zone_name, weak=weak, announced=_announced(zone_name))
        if effect.announced < view.announced_before:
            visible.append(effect)
    visible.sort(key=lambda effect: effect.order)
    return visible


def verified_since(dossier: Dossier, view: View, *, effects: set[str], since: int) -> bool:
    """Tell whether one of the ``effects`` was verified at or after ``since``, as far as known."""
    return any(
        word.effect in effects and since <= begins_at(parse_when(word.announced_at), view.zone_name)
        for word in verifications_known(dossier, view)
    )


def verifications_known(dossier: Dossier, view: View) -> Iterator[Verification]:
    """Yield the official words on what ran out that were known by then."""
    for item in dossier.verifications:
        gone = dossier.retracted_at.get(item.record.id or "", view.recorded_before)
        if item.at >= view.recorded_before or gone < view.recorded_before:
            continue
        if begins_at(parse_when(item.record.announced_at), view.zone_name) < view.announced_before:
            yield item.record
