"""What of that which a poll brought is new, and what is therefore recorded?

Everything here happens inside one transaction of the log. A failed poll records that it failed and
nothing else: failure is never change.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from tracker.application.copies import COPYING, Copies
from tracker.application.derive import Reader
from tracker.application.lines import recording
from tracker.application.polls import (
    Polled,
    Visited,
    announcement_id,
    believed,
    oldest_of,
    poll_fact,
)
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
from tracker.domain.visits import Visit
from tracker.extraction.announcement_text import text_of
from tracker.extraction.catalogue import Catalogue
from tracker.extraction.furniture import Normaliser, fingerprint
from tracker.ports import Brought, LogWriter
from tracker.projection.item_history import ItemHistory, item_history
from tracker.projection.reading import read
from tracker.projection.same_item import same_item
from tracker.projection.standing import SETTLED_POLLS

GONE_STATUS = (404, 410)
"""What the page of a vanished copy answers."""


class Arrivals:
    """Decides on polls, one after the other, and writes them into one transaction."""

    def __init__(
        self, writer: LogWriter, *, reader: Reader, known: Callable[[], Catalogue]
    ) -> None:
        """``known`` gives what announcements can cite; asked only when something is new."""
        self._writer = writer
        self._reader = reader
        self._known = known

    def take(self, visited: Visited) -> Polled:
        """Record one poll as a whole."""
        source, brought = visited.state.source, visited.brought
        if brought is None:
            self._writer.append([event_of(poll_fact(visited))])
            return Polled(source=source.id, error=visited.error.reason if visited.error else "?")
        decided = _Decided(visited, brought, self._writer, self._reader, self._known)
        if brought.unchanged:
            decided.nothing_new()
        else:
            decided.items(brought.items)
        self._writer.append([*decided.events, event_of(decided.fact())])
        return Polled(
            source=source.id,
            new=decided.new,
            revised=decided.revised,
            unchanged=decided.unchanged,
        )


@dataclass(slots=True)
class _Decided:
    """The items of one poll, decided one by one."""

    visited: Visited
    brought: Brought
    writer: LogWriter
    reader: Reader
    known: Callable[[], Catalogue]
    events: list[NewEvent] = field(default_factory=list)
    new: int = 0
    revised: int = 0
    unchanged: int = 0
    showing: dict[str, str] = field(default_factory=dict)
    fresh: dict[str, tuple[str, FeedItem]] = field(default_factory=dict)
    normaliser: Normaliser = field(init=False)
    pages: Mapping[str, Visit] = field(init=False)

    def __post_init__(self) -> None:
        self.normaliser = Normaliser(self.visited.state.source.normalise)
        self.pages = {visit.url: visit for visit in self.brought.visits[1:]}

    @property
    def source(self) -> str:
        return self.visited.state.source.id

    @property
    def seen_at(self) -> str:
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

    def items(self, items: Sequence[FeedItem]) -> None:
        """Decide on the items that were read."""
        by_id: dict[str, FeedItem] = {}
        for item in items:
            by_id.setdefault(announcement_id(self.source, item), item)
        histories = self._histories(by_id)
        for id, item in by_id.items():
            history = histories[id]
            if history.alias_of is not None:
                target = first_version(history.alias_of)
                self._known_item(target, item, self._histories([target])[target])
            elif history.latest is None:
                self._new_item(id, item)
            else:
                self._known_item(id, item, history)
        self.unchanged += len(items) - len(by_id)

    def _histories(self, ids: Iterable[str]) -> dict[str, ItemHistory]:
        wanted = list(ids)
        found = self.writer.find(f"b:{id}" for id in wanted)
        return {id: item_history(found.get(f"b:{id}", ())) for id in wanted}

    def _text(self, item: FeedItem) -> str:
        return self.normaliser.comparable(item.text, body=item.body, content_type=item.content_type)

    def _new_item(self, id: str, item: FeedItem) -> None:
        compared = self._text(item)
        text = fingerprint(compared)
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
        listed = {announcement_id(self.source, one) for one in self.brought.items}
        for event in self.writer.find([f"h:{self.source}:{text}"]).get(
            f"h:{self.source}:{text}", ()
        ):
            taken = read(event)
            if not isinstance(taken, ItemTaken):
                continue
            id = first_version(taken.announcement)
            latest = self._histories([id])[id].latest
            if latest is not None and same_item(
                item, latest.url, latest.published_at, compared, together=id in listed
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
        page = self.pages.get(item.url or "")
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
        page = self.pages.get(item.url or "")
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
        find = self.writer.find
        self.events = list(self.reader.read(id, item, known=known, source=source, find=find))
        if source.authority in COPYING:
            self.writer.append(self.events)
            self.events = list(Copies(self.writer, known).of(id, item.text))

    def _taken(self, id: str, item: FeedItem, text: str, *, touched: bool = False) -> ItemTaken:
        page = self.pages.get(item.url or "")
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
    return (held.normaliser, held.listing, held.page, held.comparable) != (
        now.normaliser,
        now.listing,
        now.page,
        now.comparable,
    )
