"""What of that which a poll brought is new, and what is therefore recorded?

Everything here happens inside one transaction of the log. A failed poll records that it failed and
nothing else: failure is never change.
"""

from collections.abc import Callable, Iterator, Sequence

from tracker.application.intake.batch import Batch
from tracker.application.intake.deciding import Decided
from tracker.application.intake.polls import (
    Polled,
    Visited,
    poll_fact,
)
from tracker.application.reading.derive import Reader
from tracker.domain.facts import event_of
from tracker.extraction.names.catalogue import Catalogue

ITEMS_AT_ONCE = 5_000
"""So many items are looked up at once, those of one poll whole."""


class Arrivals:
    """Decides on polls, one after the other, and writes them into one transaction.

    Whoever made it flushes the ``writer`` at the end.
    """

    def __init__(self, writer: Batch, *, reader: Reader, known: Callable[[], Catalogue]) -> None:
        """``known`` gives what announcements can cite; asked only when something is new."""
        self._writer = writer
        self._reader = reader
        self._known = known

    def take(self, visited: Sequence[Visited]) -> Iterator[Polled]:
        """Record some polls, each as a whole, and yield what came of them."""
        for some in _portions(visited):
            decided = [self._decided(one) for one in some]
            self._look_up([one for one in decided if one is not None])
            for one, mine in zip(some, decided, strict=True):
                yield self._failed(one) if mine is None else self._taken(mine)

    def _decided(self, visited: Visited) -> Decided | None:
        if visited.brought is None:
            return None
        return Decided(visited, visited.brought, self._writer, self._reader, self._known)

    def _look_up(self, decided: Sequence[Decided]) -> None:
        """Ask at once for what is held of all items, and what the new ones are compared with."""
        self._writer.find([f"b:{id}" for one in decided for id in one.by_id])
        self._writer.find([key for one in decided for key in one.keys_of_the_new()])

    def _failed(self, visited: Visited) -> Polled:
        self._writer.append([event_of(poll_fact(visited))])
        source = visited.state.source.id
        return Polled(source=source, error=visited.error.reason if visited.error else "?")

    def _taken(self, decided: Decided) -> Polled:
        if decided.brought.unchanged:
            decided.nothing_new()
        else:
            decided.items()
        fact = decided.fact()
        self._writer.append([*decided.events, event_of(fact)])
        missed = fact.missed_pages
        return Polled(
            source=decided.source,
            new=decided.new,
            revised=decided.revised,
            unchanged=decided.unchanged,
            pages_failed=len(missed),
            page_error=f"{missed[0].url}: {missed[0].words}" if missed else None,
            complete=fact.complete,
        )


def _portions(visited: Sequence[Visited]) -> Iterator[Sequence[Visited]]:
    """Yield the polls in portions whose items can be looked up at once."""
    first, items = 0, 0
    for number, one in enumerate(visited):
        items += len(one.brought.items) if one.brought is not None else 0
        if items > ITEMS_AT_ONCE:
            yield visited[first : number + 1]
            first, items = number + 1, 0
    yield visited[first:]
