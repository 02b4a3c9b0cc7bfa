"""What does a poll change: which items are new, which say something else, which are gone?"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import msgspec

from tracker.application.intake.batch import Batch
from tracker.application.intake.polls import (
    Visited,
    announcement_id,
    believed,
    oldest_of,
    poll_fact,
)
from tracker.application.interchange.lines import recording
from tracker.application.reading.copies import Copies
from tracker.application.reading.derive import Reader, text_in
from tracker.application.reading.proposing import proposal_id
from tracker.domain.announcements import FeedItem
from tracker.domain.canonical import digest
from tracker.domain.days import instant_text
from tracker.domain.events import NewEvent
from tracker.domain.facts import SourcePolled, event_of
from tracker.domain.identifiers import first_version, next_version
from tracker.domain.intake_facts import (
    CopyReturned,
    CopyWithdrawn,
    ItemAliased,
    ItemSettled,
    ItemTaken,
    ItemUnstable,
)
from tracker.domain.records import Announcement
from tracker.domain.reviews import proposal_stream
from tracker.domain.visits import Visit
from tracker.extraction.names.catalogue import Catalogue
from tracker.extraction.pages.announcement_text import text_of
from tracker.extraction.pages.furniture import Normaliser, fingerprint
from tracker.extraction.text_read import TextRead, read_text
from tracker.ports import Brought
from tracker.projection.item_history import ItemHistory, item_history
from tracker.projection.reading import read
from tracker.projection.same_item import same_item
from tracker.projection.standing import SETTLED_POLLS

_UNDATED = "9999"

GONE_STATUS = (404, 410)
"""What the page of a vanished copy answers."""


@dataclass(slots=True)
class Decided:
    """The items of one poll, decided one by one."""

    visited: Visited
    brought: Brought
    writer: Batch
    reader: Reader
    known: Callable[[], Catalogue]
    events: list[NewEvent] = field(default_factory=list)
    new: int = 0
    revised: int = 0
    unchanged: int = 0
    showing: dict[str, str] = field(default_factory=dict)
    fresh: dict[str, tuple[str, FeedItem]] = field(default_factory=dict)
    compared: dict[str, tuple[str, str]] = field(default_factory=dict)
    by_id: dict[str, FeedItem] = field(default_factory=dict)
    normaliser: Normaliser = field(init=False)
    pages: Mapping[str, Visit] = field(init=False)

    def __post_init__(self) -> None:
        self.normaliser = Normaliser(self.visited.state.source.normalise)
        self.pages = {visit.url: visit for visit in self.brought.visits[1:]}
        for item in self.brought.items:
            self.by_id.setdefault(announcement_id(self.source, item), item)

    @property
    def source(self) -> str:
        """The id of the source."""
        return self.visited.state.source.id

    @property
    def seen_at(self) -> str:
        """When the source was asked, in UTC."""
        return instant_text(self.visited.asked_at)

    def fact(self) -> SourcePolled:
        """Return the fact of the poll itself."""
        brought = self.brought
        if brought.unchanged:
            return poll_fact(
                self.visited,
                outcome="unchanged",
                revised=self.revised,
                unchanged=self.unchanged,
                showing=self.showing,
            )
        return poll_fact(
            self.visited,
            outcome="read",
            items=len(brought.items),
            new=self.new,
            revised=self.revised,
            unchanged=self.unchanged,
            oldest_item_at=oldest_of(brought, self.visited.asked_at),
            complete=brought.complete,
            doubt=brought.doubt,
            showing=self.showing,
        )

    def nothing_new(self) -> None:
        """Take note that the source holds what it held; an unstable page may settle by it."""
        standing = self.visited.state.standing
        self.unchanged = standing.items_seen or 0
        for id, flip in standing.unstable.items():
            history = self._histories([id])[id]
            if flip.polls + 1 < SETTLED_POLLS or not history.unstable:
                self.showing[id] = flip.text
                continue
            self.events.append(event_of(ItemSettled(announcement=id, source=self.source)))
            shown = history.version_with(flip.text)
            if shown is not None and history.texts[-1] != flip.text:
                self._again(shown, history, flip.text)

    def items(self) -> None:
        """Decide on the items that were read."""
        histories = self._histories(self.by_id)
        # An act comes before what moves it, whichever end the list begins with.
        by_day = sorted(self.by_id.items(), key=lambda held: held[1].published_at or _UNDATED)
        for id, item in by_day:
            history = histories[id]
            if history.alias_of is not None:
                target = first_version(history.alias_of)
                self._known_item(target, item, self._histories([target])[target])
            elif history.latest is None:
                self._new_item(id, item)
            else:
                self._known_item(id, item, history)
        self.unchanged += len(self.brought.items) - len(self.by_id)

    def keys_of_the_new(self) -> Iterator[str]:
        """Yield the keys of what the items that are not held are compared with."""
        held = self.writer.find(f"b:{id}" for id in self.by_id)
        for id in self.by_id:
            if f"b:{id}" not in held:
                yield self._same_text(self._compared(id)[1])
                yield proposal_stream(proposal_id(id))

    def _compared(self, id: str) -> tuple[str, str]:
        """Return the comparable text of an item of this poll, and its fingerprint."""
        if id not in self.compared:
            text = self._text(self.by_id[id])
            self.compared[id] = (text, fingerprint(text))
        return self.compared[id]

    def _histories(self, ids: Iterable[str]) -> dict[str, ItemHistory]:
        wanted = list(ids)
        found = self.writer.find(f"b:{id}" for id in wanted)
        return {id: item_history(found.get(f"b:{id}", ())) for id in wanted}

    def _same_text(self, text: str) -> str:
        return f"h:{self.source}:{text}"

    def _text(self, item: FeedItem) -> str:
        return self.normaliser.comparable(item.text, body=item.body, content_type=item.content_type)

    def _new_item(self, id: str, item: FeedItem) -> None:
        compared, text = self._compared(id)
        same = self._same_item(item, compared, text)
        if same is not None:
            self.events.append(
                event_of(ItemAliased(alias=id, announcement=same, source=self.source))
            )
            self.unchanged += 1
            return
        self.new += 1
        self.fresh[text] = (id, item)
        self._announce(id, item, text, revises=None)
        if item.gone is not None:
            self._withdraw(id, item.gone)

    def _same_item(self, item: FeedItem, compared: str, text: str) -> str | None:
        """Return the announcement that an item with an unknown id already is, if it is one."""
        if text in self.fresh:
            id, other = self.fresh[text]
            if same_item(item, other.url, other.published_at, compared, together=True):
                return id
        key = self._same_text(text)
        for event in self.writer.find([key]).get(key, ()):
            taken = read(event)
            if not isinstance(taken, ItemTaken):
                continue
            id = first_version(taken.announcement)
            latest = self._histories([id])[id].latest
            if latest is not None and same_item(
                item, latest.url, latest.published_at, compared, together=id in self.by_id
            ):
                return id
        return None

    def _known_item(self, id: str, item: FeedItem, history: ItemHistory) -> None:
        latest = history.latest
        assert latest is not None
        if self._vanished(item, history) or item.page in ("unchanged", "not_wanted"):
            self.unchanged += 1
            self._touch_entry(item, history)
            return
        if item.page == "failed":
            self.unchanged += 1
            return
        if history.withdrawn:
            returned = CopyReturned(announcement=id, source=self.source, seen_at=self.seen_at)
            self.events.append(event_of(returned))
        text = self._shown(item, latest, history)
        if history.unstable:
            self._unstable_item(id, item, history, text)
        elif text == self._held_text(history, latest):
            self.unchanged += 1
            self._touch(item, history, text)
        elif history.flips_to(text):
            texts = (history.texts[-1], text)
            self.events.append(
                event_of(ItemUnstable(announcement=id, source=self.source, texts=texts))
            )
            self.showing[id] = text
            self.unchanged += 1
        else:
            self._revise(id, item, history, text)

    def _vanished(self, item: FeedItem, history: ItemHistory) -> bool:
        """Record that a copy is gone, by the publisher's word or because its page is."""
        assert history.latest is not None
        words = item.gone
        page = self.pages.get(item.page_url or item.url or "")
        if words is None and item.page == "failed" and page is not None:
            if page.status not in GONE_STATUS:
                return False
            words = f"its page answers {page.status}"
        if words is None:
            return False
        if not history.withdrawn:
            self._withdraw(first_version(history.latest.id or ""), words)
        return True

    def _withdraw(self, id: str, words: str) -> None:
        fact = CopyWithdrawn(announcement=id, source=self.source, seen_at=self.seen_at, words=words)
        self.events.append(event_of(fact))

    def _shown(self, item: FeedItem, latest: Announcement, history: ItemHistory) -> str:
        """Return the comparable SHA-256 of what an item shows now."""
        held = history.taken
        same_bytes = latest.sha256 == digest(item.body)
        if same_bytes and held is not None and held.normaliser == self.normaliser.version:
            return history.texts[-1]
        return fingerprint(self._text(item))

    def _held_text(self, history: ItemHistory, latest: Announcement) -> str | None:
        """Return the comparable SHA-256 of what is held, as this source is read today."""
        held = history.taken
        if held is not None and held.normaliser == self.normaliser.version:
            return history.texts[-1]
        stored = self.writer.document(latest.sha256 or "")
        if stored is None:
            return None
        kind = latest.content_type or ""
        compared = self.normaliser.comparable(text_of(stored, kind), body=stored, content_type=kind)
        return fingerprint(compared)

    def _unstable_item(self, id: str, item: FeedItem, history: ItemHistory, text: str) -> None:
        flip = self.visited.state.standing.unstable.get(id)
        kept = flip is not None and flip.text == text and flip.polls + 1 >= SETTLED_POLLS
        if text in history.unstable and not kept:
            self.showing[id] = text
            self.unchanged += 1
            return
        self.events.append(event_of(ItemSettled(announcement=id, source=self.source)))
        if text == history.texts[-1]:
            self.unchanged += 1
        else:
            self._revise(id, item, history, text)

    def _revise(self, id: str, item: FeedItem, history: ItemHistory, text: str) -> None:
        latest = history.latest
        assert latest is not None
        self.revised += 1
        self._announce(next_version(latest.id or id), item, text, revises=latest.id)

    def _again(self, shown: Announcement, history: ItemHistory, text: str) -> None:
        """Record anew a version that a page went back to for good; its bytes are held."""
        body = self.writer.document(shown.sha256 or "")
        if body is None:
            return
        kind = shown.content_type or ""
        item = FeedItem(
            item_id=shown.id or "",
            url=shown.url,
            title=shown.title or "",
            published_at=shown.published_at,
            content_type=kind,
            body=body,
            text=text_of(body, kind),
            listing=history.taken.listing if history.taken else None,
        )
        self._revise(shown.id or "", item, history, text)

    def _announce(self, id: str, item: FeedItem, text: str, *, revises: str | None) -> None:
        page = self.pages.get(item.page_url or item.url or "")
        main = self.brought.visits[0].final_url if self.brought.visits else None
        data = {
            "id": id,
            "source": self.source,
            "url": item.url,
            "final_url": page.final_url if page is not None and item.page == "read" else main,
            "title": item.title,
            "published_at": believed(item.published_at, self.visited.asked_at),
            "fetched_at": self.seen_at,
            "content_type": item.content_type,
            "sha256": self.writer.keep(item.body),
            "revises": revises,
        }
        self.events.append(recording("announcement", data))
        self.events.append(event_of(self._taken(id, item, text)))
        self._read(id, item)

    def _read(self, id: str, item: FeedItem) -> None:
        """Read a recorded announcement: the one place from which that is done."""
        source, known = self.visited.state.source, self.known()
        # What was decided so far is filed first: a text is compared with what came before it.
        self.writer.append(self.events)
        said = self._said(item, known)
        find = self.writer.find
        read = self.reader.read(
            id, item, known=known, source=source, find=find, said=said, fetched_at=self.seen_at
        )
        self.events = list(read)
        if said.notice is not None:
            self.writer.append(self.events)
            self.events = list(Copies(self.writer).of(id, item.text, number=said.notice))

    def _said(self, item: FeedItem, known: Catalogue) -> TextRead:
        """Return what an item says, read ahead or now."""
        text, ahead = text_in(item, self.visited.state.source), self.visited.ahead
        found = ahead.texts.get(text) if ahead is not None and ahead.known is known else None
        return found or read_text(text, known=known)

    def _taken(self, id: str, item: FeedItem, text: str, *, touched: bool = False) -> ItemTaken:
        page = self.pages.get(item.page_url or item.url or "")
        read_page = page is not None and item.page == "read"
        return ItemTaken(
            announcement=id,
            source=self.source,
            comparable=text,
            normaliser=self.normaliser.version,
            listing=item.listing,
            page=item.page,
            held=page.held() if page is not None and read_page else None,
            notes=item.notes,
            touched=touched,
        )

    def _touch(self, item: FeedItem, history: ItemHistory, text: str) -> None:
        """Remember a new entry or reading of an announcement whose text is what we hold."""
        latest, held = history.latest, history.taken
        assert latest is not None
        fact = self._taken(latest.id or "", item, text, touched=True)
        if held is None or _differs(held, fact):
            self.events.append(event_of(fact))

    def _touch_entry(self, item: FeedItem, history: ItemHistory) -> None:
        """Remember a new entry of an item whose page was not read now, or holds what it held."""
        held = history.taken
        if held is None or item.page != "unchanged" or item.listing in (None, held.listing):
            return
        fact = msgspec.structs.replace(held, listing=item.listing, touched=True)
        self.events.append(event_of(fact))


def _differs(held: ItemTaken, now: ItemTaken) -> bool:
    if held.held is None and now.held is not None:
        return True
    return (held.normaliser, held.listing, held.page, held.comparable) != (
        now.normaliser,
        now.listing,
        now.page,
        now.comparable,
    )
