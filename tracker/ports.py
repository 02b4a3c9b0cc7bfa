"""What do the use cases need from the world? (one Protocol each, with its contract)"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from tracker.domain.announcements import FeedItem
from tracker.domain.events import Event, NewEvent
from tracker.domain.facts import SourceAdded
from tracker.domain.visits import Fault, Validators, Visit

if TYPE_CHECKING:
    from tracker.extraction.names.catalogue import Catalogue
    from tracker.extraction.text_read import Text, TextRead

Clock = Callable[[], datetime]
"""Returns the present instant in UTC. The only way in which the time of day reaches a use case."""

Progress = Callable[[int], None]
"""Called now and then with how many records are done so far; from the calling thread."""


class Head(NamedTuple):
    """The last event of the log: its position (0 for an empty log) and its hash in hex."""

    position: int
    hash: str


class Stretch(NamedTuple):
    """A stretch of the log that fits its hashes: the first and the last position (0 for none).

    ``before`` is the hash in front of it, which is taken as it stands, ``hash`` the one at its end,
    both in hex; ``found`` is the position of the hash that was looked for.
    """

    first: int
    last: int
    before: str
    hash: str
    found: int | None


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild did: events folded, seconds taken, and whether the result is the same.

    ``equal`` is ``None`` where no read model of this edition was there to compare with.
    """

    events: int
    seconds: float
    equal: bool | None


class LogWriter(Protocol):
    """One transaction on the log: what is appended becomes visible as a whole or not at all.

    Valid only inside the ``with`` block of `EventLog.writing`; one writer at a time.
    """

    def append(
        self, events: Sequence[NewEvent], *, expected: Mapping[str, int] | None = None
    ) -> tuple[Event, ...]:
        """Append events in order and return them as the log holds them.

        ``expected`` says for some streams how many events they must hold now; raises
        `tracker.errors.ConcurrentAppend` where that is not so. Events without a ``recorded_at``
        get the transaction's, which is never before that of the head.
        """

    def find(self, keys: Iterable[str]) -> Mapping[str, tuple[Event, ...]]:
        """Return the events filed under each key that has any, this transaction's included.

        Each event is filed under its stream, and under the keys that the log's filing gives it.
        """

    def having(self, keys: Iterable[str]) -> frozenset[str]:
        """Return those of the keys under which anything is filed, this transaction's included.

        A store may keep a hash of 64 bits for a key: none is missed, and one in 2**64 is too many.
        """

    def document(self, sha256: str) -> bytes | None:
        """Return a kept document, ``None`` where its bytes are not held."""

    def keep(self, body: bytes) -> str:
        """Store a document by its content and return its SHA-256 in hex; once is enough."""

    def keep_all(self, bodies: Iterable[bytes]) -> None:
        """Store some documents, each by its content."""


class EventLog(Protocol):
    """The append-only history. Every method may be called from any thread.

    Raises `tracker.errors.StoreError` where the store itself fails.
    """

    def writing(self) -> AbstractContextManager[LogWriter]:
        """Begin the one write transaction; waits for another writer. The log owns the commit."""

    def read(self, *, after: int = 0) -> Iterator[Event]:
        """Yield the events behind ``after`` in order, without loading them all."""

    def find(self, keys: Iterable[str]) -> Mapping[str, tuple[Event, ...]]:
        """Return the events filed under each key that has any, in order; see `LogWriter.find`."""

    def having(self, keys: Iterable[str]) -> frozenset[str]:
        """Return those of the keys under which anything is filed; see `LogWriter.having`."""

    def document(self, sha256: str) -> bytes | None:
        """Return a kept document, ``None`` where its bytes are not held."""

    def head(self) -> Head:
        """Return the end of the log."""

    def verify(self, *, head: str | None = None, progress: Progress | None = None) -> Head:
        """Walk the chain and return its end.

        Raises `tracker.errors.ChainBroken` at the first event that is not what was written, and
        `tracker.errors.HeadNotFound` when ``head`` is given and nowhere in the chain.
        """

    def verify_part(self, *, after: int, most: int, head: str | None = None) -> Stretch:
        """Walk at most ``most`` events behind a position, fewer where much is stored with them.

        The hash at ``after`` is taken as it stands; one like ``head`` is looked for from there on.
        Raises `tracker.errors.ChainBroken` as `verify` does.
        """

    def rebuild(self, *, progress: Progress | None = None) -> Rebuilt:
        """Throw the read model away and fold it anew from the log, in one transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came back from one conditional fetch.

    ``status`` is 200 (``body`` holds the unpacked bytes) or 304 (``body`` is empty: nothing
    changed since the given etag or date). ``redirects`` are the addresses on the way, the first
    one included and ``final_url`` not. Headers are as sent, ``None`` where there was none.
    ``fetched_at`` is in UTC.
    """

    url: str
    final_url: str
    status: int
    fetched_at: datetime
    body: bytes = b""
    etag: str | None = None
    last_modified: str | None = None
    content_type: str | None = None
    date: str | None = None
    retry_after: str | None = None
    redirects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a poll of one source is told.

    ``held`` is, for each address of this source, what the last good reading left; the main one
    goes by the source's ``url`` as it is written. An address that is not in it is fetched without
    conditions, so leave out the main one after a poll that was not ``complete``, and when pages
    are due for another look: behind an unchanged list no item is asked for.

    ``wanted`` is asked for each item of a list whose entry links to a page, with the item as the
    list gives it (its own id, title, date, ``listing``): true if the page is to be fetched (the
    item was never seen, its entry changed, or a re-check is due). It is called from the polling
    thread. ``now`` is an instant in UTC.
    """

    source: SourceAdded
    held: Mapping[str, Validators]
    wanted: Callable[[FeedItem], bool]
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a poll brought.

    ``visits`` are all requests in their order, the main address first; failed ones of linked pages
    among them. ``unchanged`` says that the main address (and every further page of its list)
    holds what was held: nothing was parsed and ``items`` is empty. ``complete`` is false where a
    wanted page or a further page of the list could not be read: then the next poll must not be
    answered by 304. ``oldest_item_at`` is the earliest date among the items, in UTC. ``doubt``
    tells what is odd although it was read, such as fewer items than the source's minimum.

    An item that waits for its page (too many at once, or the host asked for a pause) is left out
    and comes with a later poll; then ``complete`` is false too. ``kind`` is what a feed turned out
    to be, however it was asked for.
    """

    visits: tuple[Visit, ...]
    items: tuple[FeedItem, ...] = ()
    unchanged: bool = False
    oldest_item_at: str | None = None
    complete: bool = True
    doubt: Fault | None = None
    kind: Literal["rss", "json"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that could be polled: the source as it would be recorded, and what it holds now.

    The source's ``id`` is a proposal. ``found`` says in words how it was found; ``titles`` are
    those of the items that a poll would bring.
    """

    source: SourceAdded
    found: str
    titles: tuple[str, ...]


class Feeds(Protocol):
    """Where announcements come from. Every method may be called from any thread, and raises
    `tracker.errors.FetchError` for whatever goes wrong on the way: an empty, blocked or unreadable
    answer is never returned as if nothing were new."""

    def check(self, url: str, *, kind: str = "rss") -> None:
        """Raise `FetchError` for an address that would never be fetched from.

        For the kind ``folder`` the address is a folder's path.
        """

    def read(self, asked: Asked) -> Brought:
        """Poll one source once.

        Raises `FetchError` with ``fault`` and ``visits`` when the main address failed, or brought
        nothing that can be the source's list; a failed linked page only makes the result
        incomplete. Blocks for as long as the source's own limits allow.
        """

    def discover(self, url: str, *, kind: str | None = None) -> tuple[Candidate, ...]:
        """Return what could be polled at ``url`` or behind it, the most likely first.

        ``kind`` restricts the search to one kind of source. Raises `FetchError` where nothing is.
        """

    def fetch(self, url: str, *, etag: str | None, last_modified: str | None) -> Fetched:
        """Fetch one document that a person names, through the same guard; nothing is polled."""


class TextReaders(Protocol):
    """Reads texts beside the work of this process. May be called from any thread."""

    def read(self, texts: "Sequence[Text]", *, known: "Catalogue") -> "tuple[TextRead | None, ...]":
        """Return what `tracker.extraction.text_read.read_text` reads in each text.

        ``None`` stands for a text that the caller is to read: nothing is raised.
        """


class OperatorChannel(Protocol):
    """A way to reach the operator. ``name`` tells one from the others, in the log and in words."""

    @property
    def name(self) -> str:
        """What this way is called."""

    def send(self, text: str, *, subject: str) -> None:
        """Send an alert; blocks for seconds. Raises `DeliveryError` where it was not taken."""
