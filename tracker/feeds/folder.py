"""Which documents lie in a watched folder? (what comes by mail, or by hand)"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import orjson

from tracker.domain.announcements import FeedItem
from tracker.domain.canonical import digest
from tracker.domain.visits import Fault
from tracker.errors import FetchError
from tracker.feeds.entries import entry
from tracker.feeds.moments import believed

KINDS = (".html", ".htm", ".txt", ".pdf", ".eml", ".xml")
"""What is read; other files are left alone."""

MAX_FILES = 5_000


@dataclass(frozen=True, slots=True)
class Found:
    """A file, and the entry that stands for it in the folder's list."""

    path: Path
    item: FeedItem


def folder_of(url: str, base: Path) -> Path:
    """Return the folder that a source's address names; a relative one lies under ``base``.

    Raises `FetchError` for what is no folder.
    """
    told = url.removeprefix("folder:").removeprefix("file://")
    folder = Path(told).expanduser()
    folder = folder if folder.is_absolute() else base / folder
    if not folder.is_dir():
        raise FetchError(
            f"there is no folder {folder}; make it, or give the source another address",
            url=url,
            fault=Fault.CONNECTION,
        )
    return folder


def listed(folder: Path, *, now: datetime, limit: int) -> tuple[Found, ...]:
    """Return the files of a folder and of those in it, by name; links out of it are not followed.

    Hidden files, unfinished ones (``.part``) and files of more than ``limit`` bytes are left out.
    """
    found = tuple(_found(path, folder, now=now) for path in _files(folder, limit))
    return found[:MAX_FILES]


def fingerprint(found: tuple[Found, ...]) -> str:
    """Return a SHA-256 that changes when a file comes, goes or is changed."""
    return digest(orjson.dumps([one.item.listing for one in found]))


def _files(folder: Path, limit: int) -> Iterator[Path]:
    for place, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place) / name
            if name.startswith(".") or not name.lower().endswith(KINDS) or path.is_symlink():
                continue
            if path.is_file() and 0 < path.stat().st_size <= limit:
                yield path


def _found(path: Path, folder: Path, *, now: datetime) -> Found:
    told = path.stat()
    name = path.relative_to(folder).as_posix()
    instant, _ = believed(datetime.fromtimestamp(told.st_mtime, UTC), now=now)
    item = entry(
        title=name,
        url=None,
        published_at=instant,
        item_id=name,
        told_date=f"{told.st_mtime_ns} {told.st_size}",
    )
    return Found(path, item)
