"""How are events written so that none is lost, changed or out of order, and read back?

Each event's hash is the SHA-256 of the hash before it, the SHA-256 of its body and its header, so
the last hash stands for the whole history. The read model is an index from key to position,
written in the same transaction as the events.
"""

import hashlib
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, bindparam, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError

from tracker.domain.days import instant_text
from tracker.domain.events import Event, NewEvent
from tracker.errors import ChainBroken, ConcurrentAppend, HeadNotFound, StoreError
from tracker.ports import Clock, Head, Progress, Rebuilt
from tracker.store.engine import store_errors, write_transaction
from tracker.store.schema import checkpoint, documents, events, postings

GENESIS = bytes(32)
PAGE = 2000
_KEYS_AT_ONCE = 500
_READ_MODEL = "postings"
_LENGTHS_KEPT = 10_000
_NAME_BYTES = 2_000
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")

Filing = Callable[[Event], Iterable[str]]
"""Under which keys an event is looked up; pure."""


def chained(previous: bytes, event: NewEvent, header: tuple[int, int, str]) -> bytes:
    """Return the hash of an event at ``header`` = (position, stream position, recorded at)."""
    position, stream_position, recorded_at = header
    name = (
        f"{position}\n{event.stream}\n{stream_position}\n{event.name}\n{event.version}\n"
        f"{recorded_at}\n"
    )
    body = hashlib.sha256(event.body).digest()
    return hashlib.sha256(previous + body + name.encode()).digest()


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
        found = head is None or head == GENESIS.hex()
        last = Head(0, GENESIS.hex())
        for last in self._verified(progress):
            found = found or last.hash == head
        if not found and head is not None:
            raise HeadNotFound(head)
        return last

    def _verified(self, progress: Progress | None) -> Iterator[Head]:
        previous, position = GENESIS, 0
        with store_errors(self._engine.url), self._engine.connect() as connection:
            seen = _checkpoint(connection)
            for row in _readable_rows(connection):
                previous = _check(row, position + 1, previous)
                position += 1
                if row.name == "AnnouncementRecorded":
                    _check_document(connection, row)
                if progress and position % 10000 == 0:
                    progress(position)
                yield Head(position, previous.hex())
        if seen > position:
            raise ChainBroken(position + 1, f"cut off: the read model has seen {seen} events")

    def rebuild(self, *, progress: Progress | None = None) -> Rebuilt:
        """Throw the read model away and fold it anew; see `tracker.ports.EventLog.rebuild`."""
        began = time.perf_counter()
        with store_errors(self._engine.url), write_transaction(self._engine) as connection:
            before = _fingerprint(connection)
            connection.execute(delete(postings))
            count = 0
            for page in _pages(_read(connection, 0)):
                _file(connection, page, self._filing)
                count += len(page)
                if progress:
                    progress(count)
            _set_checkpoint(connection, count)
            equal = _fingerprint(connection) == before
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
            _check_name(event.stream)
            _check_name(event.name)
        self._load_lengths({event.stream for event in events} | set(expected))
        for stream, length in expected.items():
            if self._lengths[stream] != length:
                raise ConcurrentAppend(stream, expected=length, actual=self._lengths[stream])
        appended = tuple(self._next(event) for event in events)
        if appended:
            _insert_events(self._connection, appended)
            _file(self._connection, appended, self._filing)
            _set_checkpoint(self._connection, self._position)
        return appended

    def _next(self, event: NewEvent) -> Event:
        self._position += 1
        stream_position = self._lengths[event.stream] + 1
        self._lengths[event.stream] = stream_position
        recorded_at = event.recorded_at or self._recorded_at
        self._recorded_at = max(self._recorded_at, recorded_at)
        self._hash = chained(self._hash, event, (self._position, stream_position, recorded_at))
        return Event(
            position=self._position,
            stream=event.stream,
            stream_position=stream_position,
            name=event.name,
            version=event.version,
            recorded_at=recorded_at,
            body=event.body,
            hash=self._hash,
        )

    def _load_lengths(self, streams: set[str]) -> None:
        if len(self._lengths) > _LENGTHS_KEPT:
            self._lengths.clear()
        unknown = [stream for stream in streams if stream not in self._lengths]
        for some in _pages(iter(unknown), _KEYS_AT_ONCE):
            query = (
                select(events.c.stream, func.max(events.c.stream_position))
                .where(events.c.stream.in_(some))
                .group_by(events.c.stream)
            )
            known = {row[0]: row[1] for row in self._connection.execute(query)}
            self._lengths.update({stream: known.get(stream, 0) for stream in some})

    def find(self, keys: Iterable[str]) -> Mapping[str, tuple[Event, ...]]:
        """Return the events filed under each key that has any, in order."""
        return _find(self._connection, keys)

    def document(self, sha256: str) -> bytes | None:
        """Return a kept document, ``None`` where its bytes are not held."""
        return _document(self._connection, sha256)

    def keep(self, body: bytes) -> str:
        """Store a document by its content and return its SHA-256 in hex."""
        sha256 = hashlib.sha256(body).hexdigest()
        dialect = sqlite if self._connection.dialect.name == "sqlite" else postgresql
        insert = dialect.insert(documents).values(sha256=sha256, bytes=body)
        self._connection.execute(insert.on_conflict_do_nothing())
        return sha256


def _check_name(name: str) -> str:
    """Return a stream, an event's name or a key; raise `StoreError` for one no store can hold.

    A line break would make the header ambiguous that the hash is over, PostgreSQL keeps no NUL,
    and its indexes nothing longer.
    """
    if _CONTROL.search(name) or len(name.encode()) > _NAME_BYTES:
        raise StoreError(
            f"a name in the log may hold no control character and at most {_NAME_BYTES} bytes: "
            f"{name[:60]!r} (nothing of this was recorded)"
        )
    return name


def _head(connection: Connection) -> tuple[int, bytes, str]:
    query = select(events.c.position, events.c.hash, events.c.recorded_at)
    row = connection.execute(query.order_by(events.c.position.desc()).limit(1)).first()
    return (row[0], bytes(row[1]), row[2]) if row else (0, GENESIS, "")


def _rows(connection: Connection, after: int, *, page: int = PAGE) -> Iterator[Row[Any]]:
    """Yield the rows of the log, by keyset so that no cursor stays open between pages."""
    query = (
        select(events).where(events.c.position > bindparam("after")).order_by(events.c.position)
    ).limit(page)
    while rows := connection.execute(query, {"after": after}).all():
        yield from rows
        after = rows[-1].position


def _readable_rows(connection: Connection) -> Iterator[Row[Any]]:
    """Yield the rows of the log; raise `ChainBroken` at the first that the file cannot give."""
    position = 0
    try:
        for row in _rows(connection, 0):
            yield row
            position = row.position
    except DBAPIError as error:
        if error.connection_invalidated:
            raise
        # One row of a page is unreadable: those before it are read one by one.
        connection.rollback()
        yield from _one_by_one(connection, position)


def _one_by_one(connection: Connection, position: int) -> Iterator[Row[Any]]:
    rows = _rows(connection, position, page=1)
    while True:
        with _readable(position + 1):
            row = next(rows, None)
        if row is None:
            return
        yield row
        position = row.position


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
        yield _event(row)


def _event(row: Row[Any]) -> Event:
    return Event(
        position=row.position,
        stream=row.stream,
        stream_position=row.stream_position,
        name=row.name,
        version=row.version,
        recorded_at=row.recorded_at,
        body=bytes(row.body),
        hash=bytes(row.hash),
    )


def _check(row: Row[Any], position: int, previous: bytes) -> bytes:
    if row.position != position:
        raise ChainBroken(position, "this event is missing")
    if not isinstance(row.body, bytes):
        raise ChainBroken(position, "its body is no bytes")
    event = NewEvent(row.stream, row.name, row.body, row.version)
    expected = chained(previous, event, (position, row.stream_position, row.recorded_at))
    if expected != row.hash:
        raise ChainBroken(position, "its content does not fit its hash")
    return expected


def _check_document(connection: Connection, row: Row[Any]) -> None:
    sha256 = _event(row).data().get("sha256")
    if sha256 is None:
        return
    with _readable(row.position):
        body = _document(connection, sha256)
    if body is not None and (
        not isinstance(body, bytes) or hashlib.sha256(body).hexdigest() != sha256
    ):
        raise ChainBroken(row.position, "the stored document does not fit its hash")


def _document(connection: Connection, sha256: str) -> bytes | None:
    query = select(documents.c.bytes).where(documents.c.sha256 == sha256)
    return connection.execute(query).scalar()


def _find(connection: Connection, keys: Iterable[str]) -> dict[str, tuple[Event, ...]]:
    found: dict[str, list[Event]] = {}
    possible = (key for key in dict.fromkeys(keys) if not _CONTROL.search(key))
    for some in _pages(possible, _KEYS_AT_ONCE):
        query = (
            select(postings.c.key, events)
            .join(events, events.c.position == postings.c.position)
            .where(postings.c.key.in_(some))
            .order_by(events.c.position)
        )
        for row in connection.execute(query):
            found.setdefault(row.key, []).append(_event(row))
    return {key: tuple(items) for key, items in found.items()}


def _insert_events(connection: Connection, appended: Sequence[Event]) -> None:
    rows = [
        (
            event.position,
            event.stream,
            event.stream_position,
            event.name,
            event.version,
            event.recorded_at,
            event.body,
            event.hash,
        )
        for event in appended
    ]
    columns = "position, stream, stream_position, name, version, recorded_at, body, hash"
    _insert(connection, "events", columns, rows)


def _file(connection: Connection, page: Sequence[Event], filing: Filing) -> None:
    rows = [(_check_name(key), event.position) for event in page for key in filing(event)]
    _insert(connection, "postings", "key, position", rows)


def _insert(
    connection: Connection, table: str, columns: str, rows: Sequence[tuple[Any, ...]]
) -> None:
    # The driver's own executemany: several times faster than building a statement of parameters.
    if not rows:
        return
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    marks = ", ".join([mark] * len(rows[0]))
    statement = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608 - our own names
    connection.exec_driver_sql(statement, list(rows))


def _checkpoint(connection: Connection) -> int:
    query = select(checkpoint.c.position).where(checkpoint.c.name == _READ_MODEL)
    return connection.execute(query).scalar() or 0


def _set_checkpoint(connection: Connection, position: int) -> None:
    connection.execute(delete(checkpoint).where(checkpoint.c.name == _READ_MODEL))
    connection.execute(checkpoint.insert().values(name=_READ_MODEL, position=position))


def _fingerprint(connection: Connection) -> str:
    digest = hashlib.sha256()
    query = (
        select(postings.c.key, postings.c.position)
        .order_by(postings.c.key, postings.c.position)
        .execution_options(yield_per=PAGE)  # of this statement only
    )
    for key, position in connection.execute(query):
        digest.update(f"{key}\n{position}\n".encode())
    return digest.hexdigest()


def _pages(items: Iterator[Any], size: int = PAGE) -> Iterator[list[Any]]:
    page: list[Any] = []
    for item in items:
        page.append(item)
        if len(page) == size:
            yield page
            page = []
    if page:
        yield page
