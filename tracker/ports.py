"""What do the use cases need from the world? (one Protocol each, with its contract)"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

from tracker.domain.announcements import FeedItem
from tracker.domain.events import Event, NewEvent

Clock = Callable[[], datetime]
"""Returns the present instant in UTC. The only way in which the time of day reaches a use case."""

Progress = Callable[[int], None]
"""Called now and then with how many records are done so far; from the calling thread."""


class Head(NamedTuple):
    """The last event of the log: its position (0 for an empty log) and its hash in hex."""

    position: int
    hash: str


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild did: events folded, seconds taken, and whether the result is the same."""

    events: int
    seconds: float
    equal: bool


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
        """Return the events filed under each key that has any, this transaction's included."""

    def having(self, keys: Iterable[str]) -> frozenset[str]:
        """Return those of the keys under which anything is filed, this transaction's included."""

    def document(self, sha256: str) -> bytes | None:
        """Return a kept document, ``None`` where its bytes are not held."""

    def keep(self, body: bytes) -> str:
        """Store a document by its content and return its SHA-256 in hex; once is enough."""


class EventLog(Protocol):
    """The append-only history. Every method may be called from any thread.

    Raises `tracker.errors.StoreError` where the store itself fails.
    """

    def writing(self) -> AbstractContextManager[LogWriter]:
        """Begin the one write transaction; waits for another writer. The log owns the commit."""

    def read(self, *, after: int = 0) -> Iterator[Event]:
        """Yield the events behind ``after`` in order, without loading them all."""

    def find(self, keys: Iterable[str]) -> Mapping[str, tuple[Event, ...]]:
        """Return the events filed under each key that has any, in order."""

    def document(self, sha256: str) -> bytes | None:
        """Return a kept document, ``None`` where its bytes are not held."""

    def head(self) -> Head:
        """Return the end of the log."""

    def verify(self, *, head: str | None = None, progress: Progress | None = None) -> Head:
        """Walk the chain and return its end.

        Raises `tracker.errors.ChainBroken` at the first event that is not what was written, and
        `tracker.errors.HeadNotFound` when ``head`` is given and nowhere in the chain.
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


class Feeds(Protocol):
    """Where announcements come from. Raises `tracker.errors.FetchError` for whatever goes wrong
    on the way; never returns an empty or unreadable feed as if nothing were new."""

    def check(self, url: str) -> None:
        """Raise `FetchError` for an address that would never be fetched from."""

    def fetch(self, url: str, *, etag: str | None, last_modified: str | None) -> Fetched:
        """Fetch once, conditionally; blocks for at most the adapter's time limit."""

    def items(self, fetched: Fetched) -> tuple[FeedItem, ...]:
        """Read the items of a fetch that brought a body, in the feed's order."""
