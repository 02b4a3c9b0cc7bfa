"""What stands in the log, a page at a time, the newest first?"""

from dataclasses import dataclass
from itertools import islice

from tracker.domain.events import Event
from tracker.ports import EventLog, Head

PAGE_EVENTS = 100
"""So many events stand on a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPage:
    """Events in falling order of position; ``older`` and ``newer`` are where to go on from.

    Each is the last position of the page that it leads to, ``None`` where there is no such page.
    """

    head: Head
    events: tuple[Event, ...]
    older: int | None
    newer: int | None


def log_page(log: EventLog, *, upto: int | None = None, size: int = PAGE_EVENTS) -> LogPage:
    """Return the events up to a position, included; the newest ones without it."""
    head = log.head()
    last = head.position if upto is None else min(max(upto, 0), head.position)
    first = max(last - size, 0)
    events = tuple(islice(log.read(after=first), last - first))
    return LogPage(
        head=head,
        events=events[::-1],
        older=first or None,
        newer=None if last >= head.position else min(last + size, head.position),
    )
