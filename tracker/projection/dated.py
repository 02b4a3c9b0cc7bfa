"""When does an effect begin and end, once its dates are read as legal days?

A recorded effect carries days, date records or nulls. Here it becomes a `DatedEffect`: day
ordinals, half-open, ready to fold.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

import msgspec

from tracker.domain.days import legal_day, parse_day, parse_when
from tracker.domain.records import EFFECT_KINDS, Alternative, DateField, DateRecord, Effect

FIRST_DAY = date.min.toordinal()
FOREVER = date.max.toordinal() + 1
"""The exclusive end of a stretch of days that stays open."""

_EXACT_TO_THE_DAY = ("day", "instant")
_RANK: dict[str, int] = {kind: rank for rank, kind in enumerate(EFFECT_KINDS)}
WEAK_AUTHORITIES = ("press", "commentary")


class DatedEffect(msgspec.Struct, frozen=True, eq=False):
    """An effect with its days as ordinals: it holds ``start`` to before ``end``.

    ``start`` is ``None`` where the first day is not known to the day; ``end`` is `FOREVER` where
    no last day is. ``announced`` counts microseconds since 1970.
    """

    id: str
    kind: str
    announced: int
    start: int | None
    end: int
    weak: bool
    boundary_unclear: bool
    terms: dict[str, Any] | None
    readings: tuple["Reading", ...]
    record: Effect

    @property
    def order(self) -> tuple[int, int, str]:
        """The place of the effect among those of its measure."""
        return (self.announced, _RANK[self.kind], self.id)

    def covers(self, day: int) -> bool:
        """Tell whether ``day`` lies from the first through the last day."""
        return self.start is not None and self.start <= day < self.end

    def ending(self, end: int) -> "DatedEffect":
        """Return the same effect with another exclusive end."""
        return msgspec.structs.replace(self, end=end)

    def read_as(self, reading: "Reading") -> "DatedEffect":
        """Return the same effect with another stated reading of its dates."""
        return msgspec.structs.replace(
            self,
            start=self.start if reading.start is KEPT else reading.start,
            end=self.end if reading.end is KEPT else reading.end,
        )


class _Kept:
    """Stands for a date that an alternative reading leaves as it is."""


KEPT: Any = _Kept()


@dataclass(frozen=True, slots=True)
class Reading:
    """Another reading of an effect's dates; `KEPT` marks the date that it leaves alone."""

    start: Any
    end: Any
    source: str | None


def first_date(start: int | None) -> date | None:
    """Return the first day of days that begin at ``start``, ``None`` where that is unknown."""
    return None if start is None else date.fromordinal(start)


def last_date(end: int) -> date | None:
    """Return the last day of days that end before ``end``, ``None`` where they stay open."""
    return None if end >= FOREVER else date.fromordinal(end - 1)


@lru_cache(maxsize=65536)
def _day(text: str, zone_name: str | None) -> int:
    when = parse_when(text)
    if isinstance(when, datetime):
        when = legal_day(when, zone_name)
    return when.toordinal()


def day_ordinal(value: DateField, zone_name: str | None) -> int | None:
    """Return the legal day of a date field, ``None`` where it is not known to the day.

    An instant falls on the day that it is in the date's own zone, else in ``zone_name``.
    """
    if value is None or isinstance(value, str):
        return None if value is None else _day(value, zone_name)
    if value.value is None or value.precision not in _EXACT_TO_THE_DAY:
        return None
    return _day(value.value, value.zone or zone_name)


def _exclusive_end(through: DateField, zone_name: str | None) -> int:
    last = day_ordinal(through, zone_name)
    return FOREVER if last is None else last + 1


def _boundary_unclear(effect: Effect) -> bool:
    own = effect.through.boundary if isinstance(effect.through, DateRecord) else None
    return (own or effect.boundary) == "unclear"


def _reading(alternative: Alternative, zone_name: str | None) -> Reading:
    start, through = alternative.from_, alternative.through
    return Reading(
        start=KEPT if isinstance(start, msgspec.UnsetType) else day_ordinal(start, zone_name),
        end=KEPT if isinstance(through, msgspec.UnsetType) else _exclusive_end(through, zone_name),
        source=alternative.source,
    )


def dated(
    effect: Effect, *, zone_name: str | None, weak: bool, announced: Callable[[str], int]
) -> DatedEffect:
    """Read an effect's dates in the zone of its affecting instrument.

    ``announced`` turns the recorded ``announced_at`` into microseconds since 1970; ``weak`` tells
    that the affecting instrument is press or commentary.
    """
    return DatedEffect(
        id=effect.id or "",
        kind=effect.kind,
        announced=announced(effect.announced_at),
        start=day_ordinal(effect.from_, zone_name),
        end=_exclusive_end(effect.through, zone_name),
        weak=weak,
        boundary_unclear=_boundary_unclear(effect),
        terms=effect.terms,
        readings=tuple(_reading(item, zone_name) for item in effect.alternatives),
        record=effect,
    )


def check_dates(effect: Effect) -> None:
    """Raise `UsageError` where a date of the effect cannot be read as a day or an instant."""
    parse_when(effect.announced_at)
    _check_date(effect.from_)
    _check_date(effect.through)
    for alternative in effect.alternatives:
        for value in (alternative.from_, alternative.through):
            if not isinstance(value, msgspec.UnsetType):
                _check_date(value)


def _check_date(value: DateField) -> None:
    if isinstance(value, str):
        parse_day(value)
    elif value is not None and value.value is not None and value.precision in _EXACT_TO_THE_DAY:
        parse_when(value.value)
