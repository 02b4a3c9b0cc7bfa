"""How does one moment of a database get into another one, on either engine?"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, inspect
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from tracker.errors import StoreError
from tracker.ports import Head, Progress
from tracker.store.chain import GENESIS
from tracker.store.engine import WAIT_SECONDS, store_errors
from tracker.store.files import told

PAGES_AT_ONCE = 20_000
ROWS_AT_ONCE = 2_000
DOCUMENTS_AT_ONCE = 20
"""Documents are large: so few of them are held in memory."""

NOT_COPIED = ("alembic_version", "lease")
"""The schema's own revision, and who runs the service: both belong to one database only."""

_HEAD = "SELECT position, hash FROM events ORDER BY position DESC LIMIT 1"
_HOLDS_A_LOG = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'events'"


def copy_pages(source: Path, target: Path, *, progress: Progress | None = None) -> Head:
    """Copy a moment of an SQLite file into a new file, while others write; return its head.

    The lease stays behind. Raises `StoreError`.
    """
    with (
        told(source),
        closing(sqlite3.connect(_address(source), uri=True, timeout=WAIT_SECONDS)) as reading,
    ):
        reading.isolation_level = None
        # The open transaction holds the moment: without it each new event would start us over.
        reading.execute("BEGIN")
        if reading.execute(_HOLDS_A_LOG).fetchone() is None:
            raise StoreError(f"{source} holds no tracker database; name another file")
        row = reading.execute(_HEAD).fetchone()
        with told(target, sqlite3.OperationalError):  # what else there is, is the source's
            _transfer(reading, target, progress)
    return head_of(row)


def _transfer(reading: sqlite3.Connection, target: Path, progress: Progress | None) -> None:
    def tell(_status: int, remaining: int, total: int) -> None:
        if progress:
            progress(total - remaining)

    with closing(sqlite3.connect(target)) as writing:
        reading.backup(writing, pages=PAGES_AT_ONCE, progress=tell)
        writing.execute("DELETE FROM lease")
        writing.commit()


def _address(file: Path) -> str:
    """Name a file for reading only; one that nobody has open also from a read-only medium."""
    beside = file.with_name(file.name + "-wal").exists()
    lasting = "" if beside or _in_wal_mode(file) else "&immutable=1"
    return f"file:{quote(str(file))}?mode=ro{lasting}"


def _in_wal_mode(file: Path) -> bool:
    with file.open("rb") as stream:
        return stream.read(19)[18:] == b"\x02"


def reader_of(file: Path) -> Engine:
    """Open an SQLite file that nobody writes to, so that reading leaves no trace beside it."""
    query = {"mode": "ro", "immutable": "1", "uri": "true"}
    return create_engine(URL.create("sqlite", database=f"file:{quote(str(file))}", query=query))


def copy_rows(source: Connection, target: Connection, *, progress: Progress | None = None) -> Head:
    """Copy the rows of every table that both have, and return the head that was copied.

    The transactions are the caller's: ``source`` shows one moment, ``target`` has no rows.
    """
    done = 0
    for table in _tables(source):
        columns = [column["name"] for column in inspect(source).get_columns(table)]
        for rows in _rows(source, table, columns):
            with store_errors(target.engine.url):
                _insert(target, table, columns, rows)
            done += len(rows)
            if progress:
                progress(done)
    return head_in(target)


def head_in(connection: Connection) -> Head:
    """Return the head of the log that a connection sees, whatever its schema."""
    row = connection.exec_driver_sql(_HEAD).first()
    return head_of(tuple(row) if row else None)


def head_of(row: tuple[int, bytes] | None) -> Head:
    """Return the head from the last event's position and hash."""
    return Head(row[0], bytes(row[1]).hex()) if row else Head(0, GENESIS.hex())


def _tables(connection: Connection) -> list[str]:
    return [name for name in inspect(connection).get_table_names() if name not in NOT_COPIED]


def _rows(
    connection: Connection, table: str, columns: Sequence[str]
) -> Iterator[Sequence[tuple[Any, ...]]]:
    keys = inspect(connection).get_pk_constraint(table)["constrained_columns"]
    query = f"SELECT {_list(columns)} FROM {table} ORDER BY {_list(keys)}"  # noqa: S608 - our own
    size = DOCUMENTS_AT_ONCE if table == "documents" else ROWS_AT_ONCE
    streaming = {"stream_results": True, "max_row_buffer": size}
    found = connection.exec_driver_sql(query, execution_options=streaming)
    for rows in found.partitions(size):
        yield [tuple(row) for row in rows]


def _insert(
    connection: Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(columns))
        statement = f"INSERT INTO {table} ({_list(columns)}) VALUES ({marks})"  # noqa: S608 - our own
        connection.exec_driver_sql(statement, list(rows))
        return
    _stream(connection, f"COPY {table} ({_list(columns)}) FROM STDIN", rows)


def _stream(connection: Connection, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Hand rows to PostgreSQL in its own way, several times faster than statements."""
    driver, dbapi = connection.connection.driver_connection, connection.dialect.dbapi
    if driver is None or dbapi is None:
        raise RuntimeError("a connection in use has a driver")
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as stream:
            for row in rows:
                stream.write_row(row)
    except dbapi.Error as error:
        raise DBAPIError(statement, None, error) from error


def _list(names: Sequence[str]) -> str:
    return ", ".join(names)
