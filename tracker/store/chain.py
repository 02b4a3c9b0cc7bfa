"""Is every event what was written, and none missing? (the hash chain, walked row by row)

Each event's hash is the SHA-256 of the hash before it, the SHA-256 of its body and its header, so
the last hash stands for the whole history.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from tracker.domain.events import Event
from tracker.errors import ChainBroken, HeadNotFound
from tracker.ports import Head, Progress, Stretch
from tracker.store.postings import EVENT_COLUMNS, Columns
from tracker.store.schema import documents
from tracker.store.statements import AT_ONCE, mark

GENESIS = bytes(32)
_TOLD_EVERY = 10_000
_PART_BYTES = 2**27
"""After so many bytes of documents a part of the chain ends."""


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


def walk(
    connection: Connection, *, head: str | None = None, progress: Progress | None = None
) -> Head:
    """Check every event and every stored document, and return the end of the chain.

    Raises `ChainBroken` at the first event that is not what was written, and `HeadNotFound` when
    ``head`` is given and nowhere in the chain.
    """
    wanted = None if head is None else _digest(head)
    found, position, digest = wanted in (None, GENESIS), 0, GENESIS
    for row in _readable_rows(connection):
        position += 1
        digest = _check(row, position, digest)
        if digest == wanted:
            found = True
        if row[3] == "AnnouncementRecorded":
            _check_document(connection, Event(*row))
        if progress and position % _TOLD_EVERY == 0:
            progress(position)
    if not found and head is not None:
        raise HeadNotFound(head)
    return Head(position, digest.hex())


def walk_part(connection: Connection, *, after: int, most: int, head: str | None = None) -> Stretch:
    """Check some events behind ``after``, whose own hash is taken as it stands.

    Raises `ChainBroken` at the first that is not what was written.
    """
    wanted = None if head is None else _digest(head)
    before = digest = _hash_at(connection, after)
    position, found, weight = after, after if digest == wanted else None, 0
    for row in _readable_rows(connection, after):
        position += 1
        digest = _check(row, position, digest)
        if digest == wanted:
            found = position
        if row[3] == "AnnouncementRecorded":
            weight += _check_document(connection, Event(*row))
        if position - after >= most or weight > _PART_BYTES:
            break
    first, last = (after + 1, position) if position > after else (0, 0)
    return Stretch(first, last, before.hex(), digest.hex(), found)


def _hash_at(connection: Connection, position: int) -> bytes:
    if position == 0:
        return GENESIS
    row = next(rows(connection, position - 1, page=1), None)
    if row is None or row[0] != position or type(row[7]) is not bytes:
        raise ChainBroken(position, "this event is missing, or its hash is no bytes")
    return row[7]


def rows(connection: Connection, after: int, *, page: int = AT_ONCE) -> Iterator[Columns]:
    """Yield the rows of the log, by keyset so that no cursor stays open between pages."""
    statement = (
        f"SELECT {EVENT_COLUMNS} FROM events "  # noqa: S608 - our own names
        f"WHERE position > {mark(connection)} ORDER BY position LIMIT {page}"
    )
    # The driver's own rows: a typed statement costs as much again as walking the chain.
    while some := connection.exec_driver_sql(statement, (after,)).all():
        yield from some
        after = some[-1][0]


def _digest(head: str) -> bytes | None:
    try:
        return bytes.fromhex(head)
    except ValueError:
        return b""


def _readable_rows(connection: Connection, after: int = 0) -> Iterator[Columns]:
    """Yield the rows of the log; raise `ChainBroken` at the first that the file cannot give."""
    position = after
    try:
        for row in rows(connection, after):
            yield row
            position = row[0]
    except DBAPIError as error:
        if error.connection_invalidated:
            raise
        # One row of a page is unreadable: those before it are read one by one.
        connection.rollback()
        yield from _one_by_one(connection, position)


def _one_by_one(connection: Connection, position: int) -> Iterator[Columns]:
    rest = rows(connection, position, page=1)
    while True:
        with _readable(position + 1):
            row = next(rest, None)
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


def _check(row: Columns, position: int, previous: bytes) -> bytes:
    if row[0] != position:
        raise ChainBroken(position, "this event is missing")
    if type(row[6]) is not bytes:
        raise ChainBroken(position, "its body is no bytes")
    expected = chained(previous, *row[:7])
    if expected != row[7]:
        raise ChainBroken(position, "its content does not fit its hash")
    return expected


def _check_document(connection: Connection, event: Event) -> int:
    """Return how many bytes of the event's document were compared with its hash."""
    kept = event.data().get("sha256")
    if kept is None:
        return 0
    with _readable(event.position):
        body = document(connection, kept)
    if body is not None and (type(body) is not bytes or sha256(body).hexdigest() != kept):
        raise ChainBroken(event.position, "the stored document does not fit its hash")
    return len(body or b"")


def document(connection: Connection, sha256: str) -> bytes | None:
    """Return a kept document, ``None`` where its bytes are not held."""
    query = select(documents.c.bytes).where(documents.c.sha256 == sha256)
    return connection.execute(query).scalar()
