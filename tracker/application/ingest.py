"""What has a source published since we last looked, and what of it is new?

Polling fetches, decides and records in that order; whatever goes wrong on the way is a fact about
the source and touches neither announcements nor rules.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from tracker.application.derive import catalogue, read_announcement
from tracker.application.library import Library
from tracker.application.lines import recording
from tracker.domain.announcements import FeedItem
from tracker.domain.canonical import digest
from tracker.domain.days import instant_text, microseconds
from tracker.domain.events import NewEvent
from tracker.domain.facts import SourcePolled, event_of
from tracker.domain.identifiers import next_version
from tracker.domain.records import Announcement
from tracker.domain.rulebook import Field
from tracker.errors import FetchError, SourceError
from tracker.extraction.announcement_text import text_of
from tracker.extraction.catalogue import Catalogue
from tracker.ports import Clock, Feeds, Fetched, LogWriter
from tracker.projection.reading import read
from tracker.projection.sources import SourceState, states_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """What one poll of a source brought; ``error`` says in words why it brought nothing."""

    source: str
    new: int = 0
    revised: int = 0
    unchanged: int = 0
    error: str | None = None


@dataclass(slots=True)
class Intake:
    """Polls sources into one log."""

    library: Library
    feeds: Feeds
    field: Field
    clock: Clock

    def poll(
        self, only: Sequence[str] = (), *, told: Callable[[Polled], None] | None = None
    ) -> tuple[Polled, ...]:
        """Poll the named sources, or all that are not paused; ``told`` hears of each at once.

        Raises `SourceError` for a source that is not ours.
        """
        results = []
        for state in self._wanted(only):
            results.append(self._poll(state))
            if told:
                told(results[-1])
        return tuple(results)

    def preview(self, url: str) -> tuple[str, ...]:
        """Return the titles of what ``url`` holds now; records nothing."""
        fetched = self.feeds.fetch(url, etag=None, last_modified=None)
        return tuple(item.title for item in self.feeds.items(fetched))

    def _wanted(self, only: Sequence[str]) -> Iterable[SourceState]:
        before = microseconds(self.clock()) + 1
        with self.library.reading() as register:
            found = states_of(register.sources.values(), before=before)
        states = {state.source.id: state for state in found}
        for id in only:
            if id not in states:
                raise SourceError(f"no source {id}; `tracker sources` lists them", source=id)
        chosen = [states[id] for id in only] if only else states.values()
        return [state for state in chosen if only or not state.paused]

    def _poll(self, state: SourceState) -> Polled:
        source = state.source
        fetched_at = self.clock()
        try:
            fetched = self.feeds.fetch(
                source.url, etag=state.etag, last_modified=state.last_modified
            )
            if fetched.status == 304 or digest(fetched.body) == state.sha256:
                return self._not_modified(state, fetched, fetched_at)
            items = self.feeds.items(fetched)
        except FetchError as error:
            return self._failed(source.id, error, fetched_at)
        return self._record(state, fetched, items, fetched_at)

    def _tell(self, fact: SourcePolled) -> None:
        with self.library.log.writing() as writer:
            writer.append([event_of(fact)])

    def _failed(self, source: str, error: FetchError, fetched_at: datetime) -> Polled:
        fact = SourcePolled(
            id=source,
            outcome="failed",
            fetched_at=instant_text(fetched_at),
            status=error.status,
            error=error.reason,
        )
        self._tell(fact)
        return Polled(source=source, error=error.reason)

    def _not_modified(self, state: SourceState, fetched: Fetched, fetched_at: datetime) -> Polled:
        unchanged = state.items_seen or 0
        fact = SourcePolled(
            id=state.source.id,
            outcome="unchanged",
            fetched_at=instant_text(fetched_at),
            status=fetched.status,
            final_url=fetched.final_url,
            unchanged=unchanged,
        )
        self._tell(fact)
        return Polled(source=state.source.id, unchanged=unchanged)

    def _record(
        self,
        state: SourceState,
        fetched: Fetched,
        items: Sequence[FeedItem],
        fetched_at: datetime,
    ) -> Polled:
        with self.library.reading() as register:
            known = catalogue(register, self.field)
        with self.library.log.writing() as writer:
            batch = _Batch(state, fetched, fetched_at, known)
            batch.take(writer, items)
            writer.append([*batch.events, event_of(batch.fact(items))])
        return Polled(
            source=state.source.id,
            new=batch.new,
            revised=batch.revised,
            unchanged=batch.unchanged,
        )


@dataclass(slots=True)
class _Batch:
    """The items of one poll, decided one by one inside one transaction."""

    state: SourceState
    fetched: Fetched
    fetched_at: datetime
    known: Catalogue
    events: list[NewEvent] = field(default_factory=list)
    new: int = 0
    revised: int = 0
    unchanged: int = 0

    def take(self, writer: LogWriter, items: Sequence[FeedItem]) -> None:
        ids = {announcement_id(self.state.source.id, item): item for item in items}
        held = writer.find(f"b:{id}" for id in ids)
        for id, item in ids.items():
            versions = held.get(f"b:{id}", ())
            latest = read(versions[-1]) if versions else None
            if not isinstance(latest, Announcement):
                self.new += 1
                self._announce(writer, id, item, revises=None)
            elif is_revision(latest, item, stored=writer.document(latest.sha256 or "")):
                self.revised += 1
                self._announce(writer, next_version(latest.id or id), item, revises=latest.id)
            else:
                self.unchanged += 1
        self.unchanged += len(items) - len(ids)

    def _announce(self, writer: LogWriter, id: str, item: FeedItem, *, revises: str | None) -> None:
        data = {
            "id": id,
            "source": self.state.source.id,
            "url": item.url,
            "final_url": self.fetched.final_url,
            "title": item.title,
            "published_at": item.published_at,
            "fetched_at": instant_text(self.fetched_at),
            "content_type": item.content_type,
            "sha256": writer.keep(item.body),
            "revises": revises,
        }
        self.events.append(recording("announcement", data))
        self.events += read_announcement(
            id, item, known=self.known, authority=self.state.source.authority
        )

    def fact(self, items: Sequence[FeedItem]) -> SourcePolled:
        published = [item.published_at for item in items if item.published_at]
        return SourcePolled(
            id=self.state.source.id,
            outcome="read",
            fetched_at=instant_text(self.fetched_at),
            final_url=self.fetched.final_url,
            redirects=self.fetched.redirects,
            status=self.fetched.status,
            etag=self.fetched.etag,
            last_modified=self.fetched.last_modified,
            sha256=digest(self.fetched.body),
            items=len(items),
            new=self.new,
            revised=self.revised,
            unchanged=self.unchanged,
            oldest_item_at=min(published, default=None),
        )


def announcement_id(source: str, item: FeedItem) -> str:
    """Return the id of an item's first version: the source and a short hash of its own id."""
    return f"{source}/{digest(item.item_id.encode())[:12]}"


def is_revision(latest: Announcement, item: FeedItem, *, stored: bytes | None) -> bool:
    """Tell whether an item's text differs from the version that we hold."""
    if latest.sha256 == digest(item.body):
        return False
    if stored is None:
        return True
    before = text_of(stored, latest.content_type or "")
    return before.split() != item.text.split()
