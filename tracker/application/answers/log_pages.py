"""What stands in the log, a page at a time, the newest first, and does a part of it fit?"""

from dataclasses import dataclass
from itertools import islice

from tracker.domain.events import Event
from tracker.errors import ChainBroken
from tracker.ports import EventLog, Head, Stretch

PAGE_EVENTS = 100
"""So many events stand on a page."""

VERIFIED_AT_ONCE = 100_000
"""So many events are verified while somebody waits for a page."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What a walk through a part of the log found; ``part`` is ``None`` where it is broken.

    ``asked`` is the hash that was looked for. ``earlier`` and ``later`` are the positions behind
    which the neighbouring parts begin, ``None`` where there is none.
    """

    head: Head
    part: Stretch | None
    broken: ChainBroken | None
    asked: str | None
    earlier: int | None
    later: int | None


def verified(log: EventLog, *, after: int | None = None, asked: str | None = None) -> Verified:
    """Verify the events behind a position, by default the newest, and look for a hash in them."""
    head = log.head()
    newest = max(head.position - VERIFIED_AT_ONCE, 0)
    start = newest if after is None else min(after, head.position)
    earlier = max(start - VERIFIED_AT_ONCE, 0) if start else None
    try:
        part = log.verify_part(after=start, most=VERIFIED_AT_ONCE, head=asked)
    except ChainBroken as error:
        return Verified(
            head=head, part=None, broken=error, asked=asked, earlier=earlier, later=None
        )
    later = part.last if part.last and part.last < head.position else None
    return Verified(head=head, part=part, broken=None, asked=asked, earlier=earlier, later=later)
