"""How do the sources stand, without reading every poll that ever was?

The first poll of each day writes down what all polls before it add up to; a question reads the
latest such sum before its moment and the polls since.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches

from tracker.domain.days import begins_at, instant_of, parse_when
from tracker.domain.events import Event
from tracker.domain.facts import SourceAdded
from tracker.domain.intake_facts import SourcesSummed, source_stream
from tracker.errors import SourceError
from tracker.projection.reading import read
from tracker.projection.register import Register
from tracker.projection.source_state import SourceHistory, SourceState, states_of
from tracker.projection.standing import FOLD

Find = Callable[[Iterable[str]], Mapping[str, tuple[Event, ...]]]
"""`tracker.ports.EventLog.find`, or that of a transaction."""

_DAY = timedelta(days=1)
_LOOK_BACK_DAYS = 4000
"""A sum older than this is not looked for: then every poll is read."""


@dataclass(frozen=True, slots=True)
class Histories:
    """The histories of all sources, good for bounds in ``since`` to the end of ``day`` (UTC).

    ``since`` is an inclusive bound in microseconds since 1970.
    """

    by_source: Mapping[str, SourceHistory]
    since: int
    day: date

    def states(self, *, before: int) -> tuple[SourceState, ...]:
        """Return the state of every source that is ours at the bound, in the order of adding."""
        return states_of(self.by_source.values(), before=before)

    def reach(self, before: int) -> bool:
        """Tell whether a bound may be asked about."""
        return before >= self.since and _last_day(before) == self.day


def state_of(states: Iterable[SourceState], id: str) -> SourceState:
    """Return the state of the source that bears an id; raise `SourceError` if none does."""
    ours = {state.source.id: state for state in states}
    if id in ours:
        return ours[id]
    near = get_close_matches(id, ours, n=1)
    meant = f" (is {near[0]} meant?)" if near else ""
    raise SourceError(
        f"no source {id}{meant}; `tracker sources` lists yours, `tracker source add ID` adds one "
        "of those that `tracker sources --available` lists",
        source=id,
    )


def source_histories(find: Find, *, before: int) -> Histories:
    """Return the histories of all sources, good for questions about the bound."""
    facts = find(["sources:"]).get("sources:", ())
    summed = _latest_sum(find, before)
    if summed is None:
        ids = {held.id for event in facts if isinstance(held := read(event), SourceAdded)}
        polls = find(source_stream(id) for id in ids)
        events = [event for some in polls.values() for event in some]
        since = 0
    else:
        days = [f"z:{day}" for day in _days(_day_of(summed) - _DAY, _last_day(before))]
        events = [
            event
            for some in find(days).values()
            for event in some
            if event.position > summed.position
        ]
        events.append(summed)
        since = begins_at(parse_when(summed.recorded_at), None) + 1
    return Histories(_folded((*facts, *events)), since, _last_day(before))


def _folded(events: Iterable[Event]) -> Mapping[str, SourceHistory]:
    in_order = {event.position: event for event in events}
    register = Register()
    for position in sorted(in_order):
        register.apply(in_order[position])
    return register.sources


def sum_of(find: Find, *, before: int) -> SourcesSummed:
    """Return what all polls add up to now, to be written before the polls of a new day."""
    standings = {
        id: history.latest.standing
        for id, history in source_histories(find, before=before).by_source.items()
        if history.latest is not None and history.latest.last_checked is not None
    }
    return SourcesSummed(fold=FOLD, standings=standings)


def sum_key(now: int) -> str:
    """Return the key under which the sum of a day lies."""
    return f"y:{instant_of(now).date()}"


def _latest_sum(find: Find, before: int) -> Event | None:
    for days in _spans(_last_day(before)):
        found = [
            event
            for events in find(f"y:{day}" for day in days).values()
            for event in events
            if _counts(event, before)
        ]
        if found:
            return max(found, key=lambda event: event.position)
    return None


def _counts(event: Event, before: int) -> bool:
    held = read(event)
    at = instant_of(before - 1).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return isinstance(held, SourcesSummed) and held.fold == FOLD and event.recorded_at <= at


def _spans(last: date) -> Iterator[list[date]]:
    """Yield days back from the last one, twice as many each time: silence may be long."""
    length, until = 1, last
    while (last - until).days < _LOOK_BACK_DAYS:
        since = max(until - timedelta(days=length - 1), date(1970, 1, 1))
        yield list(_days(since, until))
        length, until = length * 2, since - _DAY
        if until < date(1970, 1, 1):
            return


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _last_day(before: int) -> date:
    return instant_of(before - 1).date()


def _day_of(event: Event) -> date:
    return date.fromisoformat(event.recorded_at[:10])
