"""Which days has no poll of a source reached?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.domain.days import instant_of, legal_day
from tracker.domain.intake_facts import Reach, Standing

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Gap:
    """Days that no poll of a source has reached, first and last one included."""

    source: str
    first: date
    last: date


def gaps_of(
    source: str, standing: Standing, *, zone_name: str | None, covered: date | None
) -> tuple[Gap, ...]:
    """Return the days that no poll has reached and nobody has answered for, in order.

    ``covered`` is the last day that a rulebook covers: it stands in for what was known before the
    first poll, and what it covers later than an outage is no gap any more.
    """
    closed = [
        (date.fromisoformat(first), date.fromisoformat(last)) for first, last in standing.closed
    ]
    found: dict[date, date] = {}
    for reach in standing.reaches:
        for first, last in _left(_days(reach, zone_name, covered), closed):
            found[first] = max(last, found.get(first, last))
    return tuple(Gap(source, first, last) for first, last in sorted(found.items()))


def _days(reach: Reach, zone_name: str | None, covered: date | None) -> tuple[date, date] | None:
    """Return the first and the last day that a poll failed to reach back to."""
    known = None if reach.known is None else legal_day(instant_of(reach.known), zone_name)
    read = max((day for day in (known, covered) if day is not None), default=None)
    if read is None:
        return None
    reached = reach.polled if reach.oldest is None else reach.oldest
    last = legal_day(instant_of(reached), zone_name)
    if reach.oldest is not None:
        last -= _DAY
    return (read + _DAY, last) if last > read else None


def _left(
    days: tuple[date, date] | None, closed: Iterable[tuple[date, date]]
) -> Iterator[tuple[date, date]]:
    """Yield what is left of some days without those that persons answered for."""
    pieces = [] if days is None else [days]
    for first, last in closed:
        pieces = [part for piece in pieces for part in _without(piece, first, last)]
    yield from pieces


def _without(piece: tuple[date, date], first: date, last: date) -> Iterator[tuple[date, date]]:
    if last < piece[0] or first > piece[1]:
        yield piece
        return
    if piece[0] < first:
        yield (piece[0], first - _DAY)
    if last < piece[1]:
        yield (last + _DAY, piece[1])
