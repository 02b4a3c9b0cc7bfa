"""How is a document read that a person brings, or that only an older reader has read?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tracker.application.desk.review import actor
from tracker.application.interchange.lines import recording
from tracker.application.known_acts import catalogue
from tracker.application.library import Library
from tracker.application.reading.accepting import proposal_in
from tracker.application.reading.copies import Copies
from tracker.application.reading.derive import Reader, text_in
from tracker.application.reading.proposing import proposal_id
from tracker.application.source_states import state_of
from tracker.domain.announcements import FeedItem
from tracker.domain.canonical import digest
from tracker.domain.days import (
    instant_of,
    instant_text,
    microseconds,
    start_of_day,
)
from tracker.domain.events import NewEvent
from tracker.domain.facts import SourceAdded, event_of
from tracker.domain.identifiers import next_version
from tracker.domain.records import Announcement
from tracker.domain.reviews import RecordEntered, proposal_stream
from tracker.errors import NotRecorded, ReviewError
from tracker.extraction.names.catalogue import Catalogue
from tracker.extraction.pages.announcement_text import text_of
from tracker.extraction.text_read import read_text
from tracker.ports import Clock, LogWriter
from tracker.projection.proposals import Proposal
from tracker.projection.reading import read
from tracker.projection.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A document that a person brings: its exact bytes, and where it is from.

    ``url`` names it; without one it goes by its content. ``published`` is a day in the zone of
    the source.
    """

    body: bytes
    content_type: str
    source: str
    published: date
    url: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What came of a document: its announcement, whether it is new, and what it proposes."""

    announcement: str
    outcome: str
    proposal: str | None


@dataclass(slots=True)
class Adding:
    """Stores and reads documents."""

    library: Library
    reader: Reader
    clock: Clock

    def add(self, brought: Brought, *, by: str) -> Added:
        """Store a document as an announcement of a source of ours, and read it."""
        actor(by)
        source = source_of(self.library, brought.source, clock=self.clock)
        text = text_of(brought.body, brought.content_type)
        if not text.strip():
            raise ReviewError("there is no text in this document", subject=brought.source)
        item = _item(brought, text, source)
        with self.library.reading() as register:
            known = catalogue(register, self.reader.field)
        with self.library.log.writing() as writer:
            first = f"{source.id}/{digest(item.item_id.encode())[:12]}"
            latest = _latest(writer, first)
            if latest is not None and _same_text(writer, latest, text):
                return _added(latest.id or first, "unchanged", writer)
            id = first if latest is None else next_version(latest.id or first)
            revises = latest.id if latest else None
            writer.append(self._announcement(writer, id, item, source, revises, by))
            now = instant_text(self.clock())
            self._read(writer, id, item, source=source, known=known, fetched_at=now)
            return _added(id, "revised" if latest else "new", writer)

    def _announcement(
        self,
        writer: LogWriter,
        id: str,
        item: FeedItem,
        source: SourceAdded,
        revises: str | None,
        by: str,
    ) -> tuple[NewEvent, ...]:
        data = {
            "id": id,
            "source": source.id,
            "url": item.url,
            "final_url": item.url,
            "title": item.title,
            "published_at": item.published_at,
            "fetched_at": instant_text(self.clock()),
            "content_type": item.content_type,
            "sha256": writer.keep(item.body),
            "revises": revises,
        }
        entered = RecordEntered(record=id, kind="announcement", by=by)
        return (recording("announcement", data), event_of(entered))

    def read_again(self, *, only: Iterable[str] = ()) -> tuple[str, ...]:
        """Read announcements of our sources that this reader has not read; return their ids.

        They came by an import, or were read by an older reader. ``only`` names some of them;
        raises `NotRecorded` for one that is not in the log.
        """
        wanted = frozenset(only)
        with self.library.reading() as register:
            for id in sorted(wanted - register.announcements.keys()):
                raise NotRecorded("announcement", id)
            known = catalogue(register, self.reader.field)
            waiting = [
                (record, bool(register.readings.get(record.id or "")))
                for record in self._not_read(register)
                if record.id in wanted or not wanted
            ]
        sources = {
            state.source.id: state.source
            for state in self.library.source_states(before=microseconds(self.clock()) + 1)
        }
        done = []
        for record, anew in waiting:
            source = sources.get(record.source)
            if source is not None and self._read_stored(record, source, known, anew=anew):
                done.append(record.id or "")
        return tuple(done)

    def read_by_older(self) -> int:
        """Return how many announcements only an older reader has read."""
        with self.library.reading() as register:
            found = self._not_read(register)
            return sum(1 for record in found if register.readings.get(record.id or ""))

    def decided_otherwise(self, announcements: Iterable[str]) -> tuple[Proposal, ...]:
        """Return the decided proposals of some announcements that stand on another reading.

        A newer reader reads otherwise there; the decision holds.
        """
        find = self.library.log.find
        found = (proposal_in(find, proposal_id(id)) for id in announcements)
        return tuple(one for one in found if one and self.reader.reads_otherwise(one))

    def _not_read(self, register: Register) -> Iterator[Announcement]:
        """Yield the newest versions of announcements that this reader has not read."""
        latest = {item.record.revises for item in register.announcements.values()}
        for id, item in register.announcements.items():
            if id not in latest and not self.reader.has_read(register.readings.get(id, ())):
                yield item.record

    def _read_stored(
        self, record: Announcement, source: SourceAdded, known: Catalogue, *, anew: bool
    ) -> bool:
        """Read a stored announcement; ``anew`` tells that another reader has read this version."""
        with self.library.log.writing() as writer:
            body = writer.document(record.sha256) if record.sha256 else None
            if body is None:
                return False
            item = FeedItem(
                item_id=record.id or "",
                url=record.url,
                title=record.title or "",
                published_at=record.published_at,
                content_type=record.content_type or "",
                body=body,
                text=text_of(body, record.content_type or ""),
            )
            id, seen = record.id or "", record.fetched_at
            self._read(writer, id, item, source=source, known=known, fetched_at=seen, anew=anew)
        return True

    def _read(
        self,
        writer: LogWriter,
        id: str,
        item: FeedItem,
        *,
        source: SourceAdded,
        known: Catalogue,
        fetched_at: str | None,
        anew: bool = False,
    ) -> None:
        """Record what a stored announcement says, and the copies of the same notice."""
        said = read_text(text_in(item, source), known=known)
        read = self.reader.read(
            id,
            item,
            known=known,
            source=source,
            find=writer.find,
            fetched_at=fetched_at,
            anew=anew,
            said=said,
        )
        writer.append(read)
        if said.notice is not None:
            writer.append(tuple(Copies(writer).of(id, item.text, number=said.notice)))


def source_of(library: Library, id: str, *, clock: Clock) -> SourceAdded:
    """Return a source of ours; raise `SourceError` for an id that none bears."""
    return state_of(library.source_states(before=microseconds(clock()) + 1), id).source


def _item(brought: Brought, text: str, source: SourceAdded) -> FeedItem:
    published = start_of_day(brought.published, source.timezone)
    return FeedItem(
        item_id=brought.url or digest(brought.body),
        url=brought.url,
        title=brought.title or text.splitlines()[0][:200],
        published_at=instant_text(instant_of(published)),
        content_type=brought.content_type,
        body=brought.body,
        text=text,
    )


def _latest(writer: LogWriter, first: str) -> Announcement | None:
    events = writer.find([f"b:{first}"]).get(f"b:{first}", ())
    versions = [held for event in events if isinstance(held := read(event), Announcement)]
    return versions[-1] if versions else None


def _same_text(writer: LogWriter, latest: Announcement, text: str) -> bool:
    stored = writer.document(latest.sha256 or "")
    return stored is not None and text_of(stored, latest.content_type or "").split() == text.split()


def _added(announcement: str, outcome: str, writer: LogWriter) -> Added:
    id = proposal_id(announcement)
    made = writer.having([proposal_stream(id)])
    return Added(announcement=announcement, outcome=outcome, proposal=id if made else None)
