"""What does the log tell of a poll, whatever it brought?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

import msgspec

from tracker.domain.announcements import FeedItem
from tracker.domain.canonical import digest
from tracker.domain.days import instant_text, microseconds, parse_when
from tracker.domain.facts import SourcePolled
from tracker.domain.visits import Visit
from tracker.errors import FetchError
from tracker.extraction.names.catalogue import Catalogue
from tracker.extraction.text_read import Text, TextRead
from tracker.ports import Brought
from tracker.projection.source_state import SourceState

SKEW_TOLD = timedelta(minutes=5)
"""A server's clock that is off by less is not worth a word."""

AHEAD_BELIEVED = timedelta(hours=36)
"""So far ahead of its reading may an item say it was published: zones are often left out."""

_FIRST_YEAR = 1970


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """What one poll of a source brought; ``error`` says in words why it brought nothing.

    ``pages_failed`` linked pages could not be read, ``page_error`` names the first and says why;
    ``complete`` is false where anything wanted was left for the next poll.
    """

    source: str
    new: int = 0
    revised: int = 0
    unchanged: int = 0
    error: str | None = None
    pages_failed: int = 0
    page_error: str | None = None
    complete: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAhead:
    """What some texts say, going by what was ``known`` then; it holds as long as that does."""

    known: Catalogue
    texts: Mapping[Text, TextRead]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited:
    """A source that was asked at an instant (UTC): what it brought, or how it failed.

    ``ahead`` is what was read in its new items already, ``None`` where nothing was.
    """

    state: SourceState
    asked_at: datetime
    brought: Brought | None = None
    error: FetchError | None = None
    ahead: ReadAhead | None = None


def announcement_id(source: str, item: FeedItem) -> str:
    """Return the id of an item's first version: the source and a short hash of its own id."""
    return f"{source}/{digest(item.item_id.encode())[:12]}"


def poll_fact(visited: Visited, **more: object) -> SourcePolled:
    """Return the fact of a poll; a failure's stands for itself, ``more`` tells what was read."""
    visits = _visits(visited)
    main = visits[0] if visits else None
    told: dict[str, object] = {
        "id": visited.state.source.id,
        "fetched_at": instant_text(visited.asked_at),
        "pages": visits[1:],
        "skew_seconds": _skew(main),
    }
    if main is not None:
        told |= {
            "final_url": main.final_url,
            "redirects": main.redirects,
            "status": main.status,
            "etag": main.etag,
            "last_modified": main.last_modified,
            "sha256": main.sha256,
            "retry_after_seconds": main.retry_after_seconds,
        }
    if visited.error is not None:
        error = visited.error
        told |= {"outcome": "failed", "error": error.reason, "fault": error.fault}
        told["status"] = error.status if error.status is not None else told.get("status")
        told["retry_after_seconds"] = error.retry_after_seconds
    return msgspec.convert(told | more, SourcePolled, strict=False)


def _visits(visited: Visited) -> tuple[Visit, ...]:
    if visited.brought is not None:
        return visited.brought.visits
    failed = visited.error.visits if visited.error is not None else ()
    return tuple(visit for visit in failed if isinstance(visit, Visit))


def _skew(main: Visit | None) -> int | None:
    """Return by how many seconds a server's clock is ahead of ours, where that is worth telling."""
    if main is None or main.date is None:
        return None
    try:
        theirs = parsedate_to_datetime(main.date)
        ours = parse_when(main.fetched_at)
        ahead = theirs - ours if isinstance(ours, datetime) else timedelta()
    except (ValueError, TypeError):
        return None
    return round(ahead.total_seconds()) if abs(ahead) >= SKEW_TOLD else None


def believed(published_at: str | None, seen_at: datetime) -> str | None:
    """Return when an item was published, ``None`` where it tells what cannot be."""
    if published_at is None:
        return None
    when = parse_when(published_at)
    if not isinstance(when, datetime) or when.year < _FIRST_YEAR:
        return None
    return published_at if when <= seen_at + AHEAD_BELIEVED else None


def oldest_of(brought: Brought, seen_at: datetime) -> str | None:
    """Return the earliest date among the items that can be true."""
    oldest = brought.oldest_item_at
    if oldest is not None and believed(oldest, seen_at) is not None:
        return oldest
    told = (believed(item.published_at, seen_at) for item in brought.items)
    dates = [when for when in told if when is not None]
    return min(dates, key=lambda text: microseconds(_instant(text)), default=None)


def _instant(text: str) -> datetime:
    when = parse_when(text)
    assert isinstance(when, datetime)
    return when
