"""What does a poll of a watched folder bring?"""

import mimetypes
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tracker.domain.announcements import FeedItem
from tracker.domain.canonical import digest
from tracker.domain.days import instant_text
from tracker.domain.visits import Fault, Validators, Visit
from tracker.errors import FetchError
from tracker.feeds.folder import Found, fingerprint, folder_of, listed
from tracker.feeds.readers import Readers
from tracker.feeds.tasks import Task
from tracker.ports import Asked, Brought


def watch(asked: Asked, *, base: Path, readers: Readers, limit: int) -> Brought:
    """Read the files that came or changed; see `tracker.ports.Feeds.read`.

    A relative address lies under ``base``; files of more than ``limit`` bytes are left out.
    """
    found = listed(folder_of(asked.source.url, base), now=asked.now, limit=limit)
    mark = fingerprint(found)
    held = asked.held.get(asked.source.url, Validators())
    same = held.sha256 == mark
    visits = [
        Visit(
            url=asked.source.url,
            outcome="unchanged" if same else "read",
            fetched_at=instant_text(asked.now),
            sha256=mark,
        )
    ]
    if same:
        return Brought(visits=tuple(visits), unchanged=True)
    if len(found) < asked.source.minimum_items and not found:
        raise FetchError(
            "no items found: the folder is empty", url=asked.source.url, fault=Fault.NO_ITEMS
        )
    items: list[FeedItem] = []
    for one in found:
        items += _taken(one, asked, readers, visits)
    failed = any(visit.outcome == "failed" for visit in visits)
    dates = (item.published_at for item in items if item.published_at)
    return Brought(
        visits=tuple(visits),
        items=tuple(items),
        oldest_item_at=min(dates, default=None),
        complete=not failed,
        doubt=Fault.TOO_FEW_ITEMS if len(found) < asked.source.minimum_items else None,
    )


def _taken(found: Found, asked: Asked, readers: Readers, visits: list[Visit]) -> Iterator[FeedItem]:
    """Yield what a file holds, if it is wanted; a file that cannot be read is noted."""
    if not asked.wanted(found.item):
        yield replace(found.item, page="not_wanted")
        return
    address = f"{asked.source.url}#{found.item.title}"
    try:
        body = found.path.read_bytes()
    except OSError as error:
        words = f"the file cannot be read ({error.strerror})"
        visits.append(_visit(address, asked, fault=Fault.CONNECTION, words=words))
        yield replace(found.item, page="failed", notes=(words,))
        return
    task = Task(
        job="file",
        body=body,
        url=address,
        now=asked.now,
        source=asked.source,
        content_type=mimetypes.guess_type(found.path.name)[0],
        item=found.item,
    )
    try:
        reading = readers.read(task)
    except FetchError as error:
        fault = Fault(error.fault or Fault.MALFORMED)
        visits.append(_visit(address, asked, body=body, fault=fault, words=error.reason))
        yield replace(found.item, page="failed", notes=(error.reason,))
        return
    visits.append(_visit(address, asked, body=body))
    for item in reading.items:
        yield replace(item, published_at=item.published_at or found.item.published_at)


def _visit(
    url: str,
    asked: Asked,
    *,
    body: bytes = b"",
    fault: Fault | None = None,
    words: str | None = None,
) -> Visit:
    return Visit(
        url=url,
        outcome="read" if fault is None else "failed",
        fetched_at=instant_text(asked.now),
        sha256=digest(body) if body else None,
        bytes=len(body) if body else None,
        fault=fault,
        words=words,
    )
