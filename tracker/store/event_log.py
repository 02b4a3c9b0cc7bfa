"""How are events written so that none is lost, changed or out of order, and read back?

The hash chain (`tracker.store.chain`) and the read model (`tracker.store.postings`) are written in
the same transaction as the events.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from itertools import starmap

from sqlalchemy import Connection, Engine, select

from tracker.application.collecting import without_collecting
from tracker.domain.days import instant_text
from tracker.domain.events import Event, NewEvent
from tracker.domain.identifiers import check_name
from tracker.errors import ChainBroken, ConcurrentAppend, StoreError, UsageError
from tracker.ports import Clock, Head, Progress, Rebuilt, Stretch
from tracker.store import chain
from tracker.store import postings as read_model
from tracker.store.chain import GENESIS, chained
from tracker.store.engine import store_errors, write_transaction
from tracker.store.postings import EVENT_COLUMNS, Columns, Filing, Unfiled, number_of
from tracker.store.schema import events
from tracker.store.statements import insert, insert_new

_LENGTHS_KEPT = 50_000


class SqlEventLog:
    """The event log in an SQL database (SQLite or PostgreSQL); see `tracker.ports.EventLog`."""

    def __init__(
        self, engine: Engine, *, filing: Filing, edition: str = "", clock: Clock | None = None
    ) -> None:
        """Use an engine whose schema is up to date; ``filing`` makes the read model.

        A read model that another ``edition`` of the filing has made is folded anew by `catch_up`.
        """
        self._engine = engine
        self._filing = filing
        self._read_model = f"postings/{edition}"
        self._clock = clock or (lambda: datetime.now(UTC))

    @contextmanager
    def writing(self) -> Iterator["SqlLogWriter"]:
        """Begin the one write transaction; waits for another writer."""
        with store_errors(self._engine.url), write_transaction(self._engine) as connection:
            unfiled = Unfiled(connection, self._read_model)
            yield SqlLogWriter(connection, unfiled, filing=self._filing, now=self._clock())
            unfiled.file()

    def read(self, *, after: int = 0) -> Iterator[Event]:
        """Yield the events behind ``after`` in order, a page at a time."""
        with store_errors(self._engine.url), self._engine.connect() as connection:
            yield from _read(connection, after)

    def find(self, keys: Iterable[str]) -> Mapping[str, tuple[Event, ...]]:
        """Return the events filed under each key that has any, in order."""
        with store_errors(self._engine.url), self._engine.connect() as connection:
            return read_model.find(connection, keys, self._filing)

    def having(self, keys: Iterable[str]) -> frozenset[str]:
        """Return those of the keys under which anything is filed."""
        with store_errors(self._engine.url), self._engine.connect() as connection:
            return frozenset(Unfiled(connection, self._read_model).latest(keys))

    def document(self, sha256: str) -> bytes | None:
        """Return a kept document."""
        with store_errors(self._engine.url), self._engine.connect() as connection:
            return chain.document(connection, sha256)

    def head(self) -> Head:
        """Return the end of the log."""
        with store_errors(self._engine.url), self._engine.connect() as connection:
            position, digest, _ = _head(connection)
            return Head(position, digest.hex())

    def verify(self, *, head: str | None = None, progress: Progress | None = None) -> Head:
        """Walk the chain; see `tracker.ports.EventLog.verify`."""
        with store_errors(self._engine.url), self._engine.connect() as connection:
            end = chain.walk(connection, head=head, progress=progress)
            seen = read_model.folded(connection, self._read_model)
        if seen > end.position:
            raise ChainBroken(end.position + 1, f"cut off: the read model has seen {seen} events")
        return end

    def verify_part(self, *, after: int, most: int, head: str | None = None) -> Stretch:
        """Walk a part of the chain; see `tracker.ports.EventLog.verify_part`."""
        with store_errors(self._engine.url), self._engine.connect() as connection:
            # The read model is asked first: it is never ahead of the log that is asked later.
            seen = read_model.folded(connection, self._read_model)
            part = chain.walk_part(connection, after=after, most=most, head=head)
            end = _head(connection)[0]
        if seen > end:
            raise ChainBroken(end + 1, f"cut off: the read model has seen {seen} events")
        return part

    def rebuild(self, *, progress: Progress | None = None) -> Rebuilt:
        """Throw the read model away and fold it anew; see `tracker.ports.EventLog.rebuild`."""
        with (
            store_errors(self._engine.url),
            write_transaction(self._engine) as connection,
            without_collecting(),
        ):
            return read_model.rebuild(
                connection,
                _read(connection, 0),
                filing=self._filing,
                name=self._read_model,
                progress=progress,
            )

    def catch_up(self) -> Rebuilt | None:
        """Fold the read model anew if it does not reach the head of the log.

        So it is after a migration that changed its shape, and after another edition of the filing.
        """
        with store_errors(self._engine.url), self._engine.connect() as connection:
            reached = read_model.folded(connection, self._read_model) >= _head(connection)[0]
        return None if reached else self.rebuild()


class SqlLogWriter:
    """One transaction on the log; see `tracker.ports.LogWriter`."""

    def __init__(
        self, connection: Connection, unfiled: Unfiled, *, filing: Filing, now: datetime
    ) -> None:
        self._connection = connection
        self._filing = filing
        self._unfiled = unfiled
        self._position, self._hash, last = _head(connection)
        self._recorded_at = max(instant_text(now), last)
        self._lengths: dict[str, int] = {}

    def append(
        self, events: Sequence[NewEvent], *, expected: Mapping[str, int] | None = None
    ) -> tuple[Event, ...]:
        """Append events in order; see `tracker.ports.LogWriter.append`."""
        expected = expected or {}
        for event in events:
            if event.keys is None:
                _check_name(event.stream)
                _check_name(event.name)
        self._load_lengths({event.stream for event in events} | set(expected))
        for stream, length in expected.items():
            if self._lengths[stream] != length:
                raise ConcurrentAppend(stream, expected=length, actual=self._lengths[stream])
        rows, filed = self._written(events)
        if rows:
            insert(self._connection, "events", EVENT_COLUMNS, rows)
            self._unfiled.add(filed)
        return tuple(starmap(Event, rows))

    def _written(self, events: Sequence[NewEvent]) -> tuple[list[Columns], list[tuple[int, int]]]:
        """Return the rows of the log and of the read model, and move on to their end."""
        rows: list[Columns] = []
        filed: list[tuple[int, int]] = []
        lengths, asked = self._lengths, self._unfiled.asked
        position, digest, now = self._position, self._hash, self._recorded_at
        for event in events:  # one plain loop: this is most of what an append costs us
            stream = event.stream
            position += 1
            lengths[stream] = length = lengths[stream] + 1
            recorded_at = event.recorded_at or now
            if recorded_at > now:
                now = recorded_at
            name, version, body = event.name, event.version, event.body
            digest = chained(digest, position, stream, length, name, version, recorded_at, body)
            rows.append((position, stream, length, name, version, recorded_at, body, digest))
            filed.append((asked.get(stream) or number_of(stream), position))
            for key in self._keys_of(rows[-1]) if event.keys is None else event.keys:
                if key != stream:
                    filed.append((number_of(key), position))
        self._position, self._hash, self._recorded_at = position, digest, now
        return rows, filed

    def _keys_of(self, row: Columns) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_check_name(key) for key in self._filing(Event(*row))))

    def _load_lengths(self, streams: set[str]) -> None:
        """Learn how many events each stream holds, where that is not known yet."""
        unknown: Iterable[str] = streams - self._lengths.keys()
        if not unknown:
            return
        if len(self._lengths) > _LENGTHS_KEPT:
            self._lengths.clear()
            unknown = streams
        self._lengths.update(dict.fromkeys(unknown, 0))
        last = self._unfiled.latest(unknown)
        for stream, length in read_model.lengths(self._connection, last).items():
            self._lengths[stream] = length

    def find(self, keys: Iterable[str]) -> Mapping[str, tuple[Event, ...]]:
        """Return the events filed under each key that has any, in order."""
        self._unfiled.file()
        return read_model.find(self._connection, keys, self._filing)

    def having(self, keys: Iterable[str]) -> frozenset[str]:
        """Return those of the keys under which anything is filed."""
        asked = frozenset(keys)
        if len(self._lengths) > _LENGTHS_KEPT:
            self._lengths.clear()
        held = frozenset(self._unfiled.latest(asked))
        # What is filed nowhere is no stream yet: an append need not ask again.
        self._lengths.update(dict.fromkeys(asked - held, 0))
        return held

    def document(self, sha256: str) -> bytes | None:
        """Return a kept document, ``None`` where its bytes are not held."""
        return chain.document(self._connection, sha256)

    def keep(self, body: bytes) -> str:
        """Store a document by its content and return its SHA-256 in hex."""
        self.keep_all((body,))
        return sha256(body).hexdigest()

    def keep_all(self, bodies: Iterable[bytes]) -> None:
        """Store some documents, each by its content."""
        rows = {sha256(body).hexdigest(): body for body in bodies}
        insert_new(self._connection, "documents", "sha256, bytes", sorted(rows.items()), packed=1)


def _check_name(name: str) -> str:
    """Return a stream, an event's name or a key; raise `StoreError` for one no store can hold."""
    try:
        return check_name(name)
    except UsageError as error:
        raise StoreError(f"{error} (nothing of this was recorded)") from None


def _head(connection: Connection) -> tuple[int, bytes, str]:
    query = select(events.c.position, events.c.hash, events.c.recorded_at)
    row = connection.execute(query.order_by(events.c.position.desc()).limit(1)).first()
    return (row[0], bytes(row[1]), row[2]) if row else (0, GENESIS, "")


def _read(connection: Connection, after: int) -> Iterator[Event]:
    for row in chain.rows(connection, after):
        yield Event(*row)
