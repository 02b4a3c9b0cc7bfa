"""How are events written so that none is lost, changed or out of order, and read back?

Each event's hash is the SHA-256 of the hash before it, the SHA-256 of its body and its header, so
the last hash stands for the whole history. The read model is an index from key to position,
written in the same transaction as the events.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError

from tracker.domain.days import instant_text
from tracker.domain.events import Event, NewEvent
from tracker.domain.identifiers import check_name, has_control_characters
from tracker.errors import ChainBroken, ConcurrentAppend, HeadNotFound, StoreError, UsageError
from tracker.ports import Clock, Head, Progress, Rebuilt
from tracker.store.engine import store_errors, write_transaction
from tracker.store.schema import checkpoint, documents, events, postings

GENESIS = bytes(32)
PAGE = 2000
_KEYS_AT_ONCE = 2000
_READ_MODEL = "postings"
_LENGTHS_KEPT = 10_000

Filing = Callable[[Event], Iterable[str]]
"""Under which keys an event is looked up; pure."""


Columns = tuple[int, str, int, str, int, str, bytes, bytes]
"""A row of the log: position, stream, stream position, name, version, recorded at, body, hash."""

_COLUMNS = "position, stream, stream_position, name, version, recorded_at, body, hash"
_QUALIFIED = ", ".join(f"events.{column}" for column in _COLUMNS.split(", "))


def chained(
    previous: bytes,
    position: int,
    stream: str,
    stream_position: int,
    name: str,
    version: int,
    recorded_at: str,
    body: bytes,
) -> bytes:
    """Return the hash of the event with these columns, given that of the one before it."""
    header = f"{position}\n{stream}\n{stream_position}\n{name}\n{version}\n{recorded_at}\n"
    return sha256(previous + sha256(body).digest() + header.encode()).digest()


class SqlEventLog:
    """The event log in an SQL database (SQLite or PostgreSQL); see `tracker.ports.EventLog`."""

    def __init__(self, engine: Engine, *, filing: Filing, clock: Clock | None = None) -> None:
        """Use an engine whose schema is up to date; ``filing`` makes the read model."""
        self._engine = engine
        self._filing = filing
        self._clock = clock or (lambda: datetime.now(UTC))

    @contextmanager
    def writing(self) -> Iterator["SqlLogWriter"]:
        """Begin the one write transaction; waits for another writer."""
        with store_errors(self._engine.url), write_transaction(self._engine) as connection:
            yield SqlLogWriter(connection, filing=self._filing, now=self._clock())

    def read(self, *, after: int = 0) -> Iterator[Event]:
        """Yield the events behind ``after`` in order, a page at a time."""
        with store_errors(self._engine.url), self._engine.connect() as connection:
            yield from _read(connection, after)

    def find(self, keys: Iterable[str]) -> Mapping[str, tuple[Event, ...]]:
        """Return the events filed under each key that has any, in order."""
        with store_errors(self._engine.url), self._engine.connect() as connection:
            return _find(connection, keys)

    def document(self, sha256: str) -> bytes | None:
        """Return a kept document."""
        with store_errors(self._engine.url), self._engine.connect() as connection:
            return _document(connection, sha256)

    def head(self) -> Head:
        """Return the end of the log."""
        with store_errors(self._engine.url), self._engine.connect() as connection:
            position, digest, _ = _head(connection)
            return Head(position, digest.hex())

    def verify(self, *, head: str | None = None, progress: Progress | None = None) -> Head:
        """Walk the chain; see `tracker.ports.EventLog.verify`."""
        wanted = None if head is None else _digest(head)
        found, position, digest = wanted in (None, GENESIS), 0, GENESIS
        with store_errors(self._engine.url), self._engine.connect() as connection:
            seen = _checkpoint(connection)
            for row in _readable_rows(connection):
                position += 1
                digest = _check(row, position, digest)
                if digest == wanted:
                    found = True
                if row[3] == "AnnouncementRecorded":
                    _check_document(connection, Event(*row))
                if progress and position % 10000 == 0:
                    progress(position)
        if seen > position:
            raise ChainBroken(position + 1, f"cut off: the read model has seen {seen} events")
        if not found and head is not None:
            raise HeadNotFound(head)
        return Head(position, digest.hex())

    def rebuild(self, *, progress: Progress | None = None) -> Rebuilt:
        """Throw the read model away and fold it anew; see `tracker.ports.EventLog.rebuild`."""
        began = time.perf_counter()
        with store_errors(self._engine.url), write_transaction(self._engine) as connection:
            connection.exec_driver_sql(
                "CREATE TEMPORARY TABLE refiled (key text NOT NULL, position bigint NOT NULL)"
            )
            count = 0
            for page in _pages(_read(connection, 0)):
                rows = [(key, event.position) for event in page for key in self._filing(event)]
                _insert(connection, "refiled", "key, position", rows)
                count += len(page)
                if progress:
                    progress(count)
            equal = _same_postings(connection)
            connection.execute(delete(postings))
            # In the order of the index: many times faster than as the events come.
            connection.exec_driver_sql(
                "INSERT INTO postings (key, position) "
                "SELECT key, position FROM refiled ORDER BY key, position"
            )
            connection.exec_driver_sql("DROP TABLE refiled")
            _set_checkpoint(connection, count)
        return Rebuilt(count, time.perf_counter() - began, equal)


class SqlLogWriter:
    """One transaction on the log; see `tracker.ports.LogWriter`."""

    def __init__(self, connection: Connection, *, filing: Filing, now: datetime) -> None:
        self._connection = connection
        self._filing = filing
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
        appended = tuple(self._next(event) for event in events)
        if appended:
            _insert_events(self._connection, appended)
            _file(self._connection, self._postings(events, appended))
            _set_checkpoint(self._connection, self._position)
        return appended

    def _postings(
        self, events: Sequence[NewEvent], appended: Sequence[Event]
    ) -> Iterator[tuple[str, int]]:
        for new, event in zip(events, appended, strict=True):
            if new.keys is None:
                yield from ((_check_name(key), event.position) for key in self._filing(event))
            else:
                yield from ((key, event.position) for key in new.keys)

    def _next(self, event: NewEvent) -> Event:
        self._position += 1
        stream_position = self._lengths[event.stream] + 1
        self._lengths[event.stream] = stream_position
        recorded_at = event.recorded_at or self._recorded_at
        self._recorded_at = max(self._recorded_at, recorded_at)
        header = (
            self._position,
            event.stream,
            stream_position,
            event.name,
            event.version,
            recorded_at,
        )
        self._hash = chained(self._hash, *header, event.body)
        return Event(*header, event.body, self._hash)

    def _load_lengths(self, streams: set[str]) -> None:
        if len(self._lengths) > _LENGTHS_KEPT:
            self._lengths.clear()
        unknown = [stream for stream in streams if stream not in self._lengths]
        self._lengths.update(dict.fromkeys(unknown, 0))
        for some in _pages(iter(unknown), _KEYS_AT_ONCE):
            lengths = _among(
                self._connection,
                "SELECT stream, max(stream_position) FROM events WHERE stream IN ({}) "
                "GROUP BY stream",
                some,
            )
            self._lengths.update(dict(lengths))

    def find(self, keys: Iterable[str]) -> Mapping[str, tuple[Event, ...]]:
        """Return the events filed under each key that has any, in order."""
        return _find(self._connection, keys)

    def having(self, keys: Iterable[str]) -> frozenset[str]:
        """Return those of the keys under which anything is filed."""
        statement = "SELECT DISTINCT key FROM postings WHERE key IN ({})"
        return frozenset(
            key
            for some in _pages(_possible(keys), _KEYS_AT_ONCE)
            for (key,) in _among(self._connection, statement, some)
        )

    def document(self, sha256: str) -> bytes | None:
        """Return a kept document, ``None`` where its bytes are not held."""
        return _document(self._connection, sha256)

    def keep(self, body: bytes) -> str:
        """Store a document by its content and return its SHA-256 in hex."""
        name = sha256(body).hexdigest()
        dialect = sqlite if self._connection.dialect.name == "sqlite" else postgresql
        insert = dialect.insert(documents).values(sha256=name, bytes=body)
        self._connection.execute(insert.on_conflict_do_nothing())
        return name


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


def _rows(connection: Connection, after: int, *, page: int = PAGE) -> Iterator[Columns]:
    """Yield the rows of the log, by keyset so that no cursor stays open between pages."""
    mark = _mark(connection)
    statement = (
        f"SELECT {_COLUMNS} FROM events WHERE position > {mark} "  # noqa: S608 - our own names
        f"ORDER BY position LIMIT {page}"
    )
    # The driver's own rows: a typed statement costs as much again as walking the chain.
    while rows := connection.exec_driver_sql(statement, (after,)).all():
        yield from rows
        after = rows[-1][0]


def _mark(connection: Connection) -> str:
    return "?" if connection.dialect.paramstyle == "qmark" else "%s"


def _among(connection: Connection, statement: str, values: Sequence[str]) -> Sequence[Any]:
    """Run a statement whose ``{}`` is a list of values."""
    marks = ", ".join([_mark(connection)] * len(values))
    return connection.exec_driver_sql(statement.format(marks), tuple(values)).all()


def _digest(head: str) -> bytes | None:
    try:
        return bytes.fromhex(head)
    except ValueError:
        return b""


def _readable_rows(connection: Connection) -> Iterator[Columns]:
    """Yield the rows of the log; raise `ChainBroken` at the first that the file cannot give."""
    position = 0
    try:
        for row in _rows(connection, 0):
            yield row
            position = row[0]
    except DBAPIError as error:
        if error.connection_invalidated:
            raise
        # One row of a page is unreadable: those before it are read one by one.
        connection.rollback()
        yield from _one_by_one(connection, position)


def _one_by_one(connection: Connection, position: int) -> Iterator[Columns]:
    rows = _rows(connection, position, page=1)
    while True:
        with _readable(position + 1):
            row = next(rows, None)
        if row is None:
            return
        yield row
        position = row[0]


@contextmanager
def _readable(position: int) -> Iterator[None]:
    """Name the event at which the file cannot be read."""
    try:
        yield
    except DBAPIError as error:
        if error.connection_invalidated:
            raise
        raise ChainBroken(position, f"cannot be read: {error.orig}") from error


def _read(connection: Connection, after: int) -> Iterator[Event]:
    for row in _rows(connection, after):
        yield Event(*row)


def _check(row: Columns, position: int, previous: bytes) -> bytes:
    if row[0] != position:
        raise ChainBroken(position, "this event is missing")
    if type(row[6]) is not bytes:
        raise ChainBroken(position, "its body is no bytes")
    expected = chained(previous, *row[:7])
    if expected != row[7]:
        raise ChainBroken(position, "its content does not fit its hash")
    return expected


def _check_document(connection: Connection, event: Event) -> None:
    kept = event.data().get("sha256")
    if kept is None:
        return
    with _readable(event.position):
        body = _document(connection, kept)
    if body is not None and (type(body) is not bytes or sha256(body).hexdigest() != kept):
        raise ChainBroken(event.position, "the stored document does not fit its hash")


def _document(connection: Connection, sha256: str) -> bytes | None:
    query = select(documents.c.bytes).where(documents.c.sha256 == sha256)
    return connection.execute(query).scalar()


def _possible(keys: Iterable[str]) -> Iterator[str]:
    return (key for key in dict.fromkeys(keys) if not has_control_characters(key))


def _find(connection: Connection, keys: Iterable[str]) -> dict[str, tuple[Event, ...]]:
    found: dict[str, list[Event]] = {}
    for some in _pages(_possible(keys), _KEYS_AT_ONCE):
        rows = _among(
            connection,
            f"SELECT postings.key, {_QUALIFIED} FROM postings "  # noqa: S608 - our own names
            "JOIN events ON events.position = postings.position "
            "WHERE postings.key IN ({}) ORDER BY events.position",
            some,
        )
        for key, *columns in rows:
            found.setdefault(key, []).append(Event(*columns))
    return {key: tuple(items) for key, items in found.items()}


def _insert_events(connection: Connection, appended: Sequence[Event]) -> None:
    _insert(connection, "events", _COLUMNS, [msgspec.structs.astuple(event) for event in appended])


def _file(connection: Connection, rows: Iterable[tuple[str, int]]) -> None:
    _insert(connection, "postings", "key, position", sorted(rows))


def _insert(
    connection: Connection, table: str, columns: str, rows: Sequence[tuple[Any, ...]]
) -> None:
    # The driver's own executemany: several times faster than building a statement of parameters.
    if not rows:
        return
    marks = ", ".join([_mark(connection)] * len(rows[0]))
    statement = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608 - our own names
    connection.exec_driver_sql(statement, list(rows))


def _checkpoint(connection: Connection) -> int:
    query = select(checkpoint.c.position).where(checkpoint.c.name == _READ_MODEL)
    return connection.execute(query).scalar() or 0


def _set_checkpoint(connection: Connection, position: int) -> None:
    connection.execute(delete(checkpoint).where(checkpoint.c.name == _READ_MODEL))
    connection.execute(checkpoint.insert().values(name=_READ_MODEL, position=position))


def _same_postings(connection: Connection) -> bool:
    """Tell whether the read model holds what was filed anew: as many, and each of them."""
    counts = "SELECT (SELECT count(*) FROM postings), (SELECT count(*) FROM refiled)"
    held, refiled = connection.exec_driver_sql(counts).one()
    if held != refiled:
        return False
    missing = (
        "SELECT 1 FROM refiled WHERE NOT EXISTS (SELECT 1 FROM postings WHERE "
        "postings.key = refiled.key AND postings.position = refiled.position) LIMIT 1"
    )
    return connection.exec_driver_sql(missing).first() is None


def _pages(items: Iterator[Any], size: int = PAGE) -> Iterator[list[Any]]:
    page: list[Any] = []
    for item in items:
        page.append(item)
        if len(page) == size:
            yield page
            page = []
    if page:
        yield page
