"""How is a database opened so that writers queue, readers never wait, nothing half-done stays?"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError

from tracker.errors import SchemaTooNew, StoreError, UsageError
from tracker.store.schema import REVISION

BUSY_TIMEOUT_SECONDS = 30


def open_engine(url: str, *, make: bool = True) -> Engine:
    """Open the database at ``url``, bring an empty or older one to this program's schema.

    Raises `UsageError` for an address that cannot be read and `StoreError` for a database that
    cannot be opened (`SchemaTooNew` for one that a newer program made).
    """
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        engine = _sqlite(address, make=make)
    else:
        engine = create_engine(address, pool_pre_ping=True)
    with store_errors(address):
        _bring_up_to_date(engine)
    return engine


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except ArgumentError:
        raise UsageError(
            f"{url!r} is no database address; write sqlite:///path/to/file.db or "
            "postgresql://user@host/name"
        ) from None
    if address.drivername in ("postgresql", "postgres"):
        address = address.set(drivername="postgresql+psycopg")
    if address.get_backend_name() not in ("sqlite", "postgresql"):
        raise UsageError(f"{url!r}: only sqlite and postgresql databases are supported")
    return address


def _sqlite(address: URL, *, make: bool) -> Engine:
    if address.database and address.database != ":memory:":
        path = Path(address.database)
        if not make and not path.exists():
            raise StoreError(f"there is no database at {path}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"cannot make the folder {path.parent}: {error.strerror}") from None
    engine = create_engine(
        address, connect_args={"isolation_level": None, "timeout": BUSY_TIMEOUT_SECONDS}
    )
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


def _set_pragmas(connection: sqlite3.Connection, _record: Any) -> None:
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_SECONDS * 1000}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA cache_size = -65536")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A writer takes the lock at once: upgrading a read transaction later fails under contention.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def store_errors(address: URL) -> Iterator[None]:
    """Turn the driver's exceptions into one clear sentence of ours."""
    try:
        yield
    except (OperationalError, DatabaseError) as error:
        raise StoreError(_sentence(str(error.orig), address)) from error


_SENTENCES = (
    (r"database or disk is full|No space left", "the disk is full; free some space and try again"),
    (r"readonly database|read-only", "it is read-only; change its permissions and try again"),
    (
        r"database is locked",
        f"another process has been writing for {BUSY_TIMEOUT_SECONDS} s; try again",
    ),
    (r"unable to open", "it cannot be opened; check the path and its permissions"),
    (
        r"not a database|malformed|file is encrypted",
        "it is no sound SQLite database; restore it from a backup",
    ),
    (
        r"append-only",
        "the log is append-only: an UPDATE or DELETE was refused",
    ),
)


def _sentence(message: str, address: URL) -> str:
    place = address.render_as_string(hide_password=True)
    for pattern, words in _SENTENCES:
        if re.search(pattern, message, re.IGNORECASE):
            return f"database {place}: {words} (nothing was lost or half-written)"
    return f"database {place}: {message}"


def _bring_up_to_date(engine: Engine) -> None:
    found = _revision(engine)
    if found == REVISION:
        return
    if found is not None and found > REVISION:
        raise SchemaTooNew(found=found, known=REVISION)
    from tracker.store.migrating import migrate

    migrate(engine)


def _revision(engine: Engine) -> str | None:
    with engine.connect() as connection:
        if not engine.dialect.has_table(connection, "alembic_version"):
            return None
        row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
        return row[0] if row else None
