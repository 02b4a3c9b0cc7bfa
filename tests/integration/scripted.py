"""Sources that say what a test tells them to: the port `tracker.ports.Feeds` without a network."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tracker.domain.announcements import FeedItem
from tracker.domain.canonical import digest
from tracker.domain.days import instant_text
from tracker.domain.visits import Fault, Visit
from tracker.errors import FetchError
from tracker.extraction.pages.announcement_text import text_of
from tracker.ports import Asked, Brought

Script = Callable[[Asked], Brought]


def item(
    text: str,
    *,
    id: str = "1",
    title: str | None = None,
    url: str | None = None,
    published_at: str | None = "2030-01-01T00:00:00Z",
    page: str = "none",
    gone: str | None = None,
    listing: str | None = None,
) -> FeedItem:
    """An item whose body is plain text: its title, then what is given."""
    heading = title or f"Notice {id}"
    body = f"{heading}\n{text}".encode()
    return FeedItem(
        item_id=id,
        url=url or f"https://source.example/{id}",
        title=heading,
        published_at=published_at,
        content_type="text/plain; charset=utf-8",
        body=body,
        text=text_of(body, "text/plain; charset=utf-8"),
        page=page,  # type: ignore[arg-type]
        gone=gone,
        listing=listing,
    )


def brought(asked: Asked, items: Sequence[FeedItem], *, complete: bool = True) -> Brought:
    """What a good poll brings; equal content is answered by "unchanged", as a server would."""
    sha256 = hashlib.sha256(repr(items).encode()).hexdigest()
    held = asked.held.get(asked.source.url)
    same = held is not None and held.sha256 == sha256
    visit = Visit(
        url=asked.source.url,
        final_url=asked.source.url,
        outcome="unchanged" if same else "read",
        fetched_at=instant_text(asked.now),
        status=304 if same else 200,
        etag=f'"{sha256[:8]}"',
        sha256=None if same else sha256,
    )
    if same:
        return Brought(visits=(visit,), unchanged=True)
    dates = [one.published_at for one in items if one.published_at]
    return Brought(
        visits=(visit,),
        items=tuple(items),
        oldest_item_at=min(dates, default=None),
        complete=complete,
    )


def failure(
    asked: Asked,
    fault: Fault,
    words: str,
    *,
    status: int | None = None,
    retry_after_seconds: int | None = None,
) -> FetchError:
    """The error that ends a failed poll."""
    visit = Visit(
        url=asked.source.url,
        outcome="failed",
        fetched_at=instant_text(asked.now),
        status=status,
        fault=fault,
        words=words,
        retry_after_seconds=retry_after_seconds,
    )
    return FetchError(
        words,
        url=asked.source.url,
        status=status,
        fault=fault,
        retry_after_seconds=retry_after_seconds,
        visits=(visit,),
    )


@dataclass
class ScriptedFeeds:
    """Answers each source by its script; sources without one fail."""

    scripts: dict[str, Script] = field(default_factory=dict)
    asked: list[tuple[str, datetime]] = field(default_factory=list)

    def check(self, url: str) -> None:
        """Every address may be polled."""

    def read(self, asked: Asked) -> Brought:
        self.asked.append((asked.source.id, asked.now))
        script = self.scripts.get(asked.source.id)
        if script is None:
            raise failure(asked, Fault.CONNECTION, "no connection: nobody at home")
        return script(asked)

    def shows(self, source: str, *items: FeedItem) -> None:
        """Let a source list these items from now on."""
        self.scripts[source] = lambda asked: brought(asked, items)

    def fails(self, source: str, fault: Fault, words: str = "it failed", **more: int) -> None:
        """Let a source fail from now on."""

        def fail(asked: Asked) -> Brought:
            raise failure(asked, fault, words, **more)

        self.scripts[source] = fail


class Hands:
    """A clock whose hands a test moves."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def on(self, **span: float) -> None:
        """Move on by so much, as for `datetime.timedelta`."""
        self.now += timedelta(**span)


def sha(text: str) -> str:
    """The SHA-256 of a text, in hex."""
    return digest(text.encode())
