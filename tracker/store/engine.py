"""How is a database opened so that writers queue, readers never wait, nothing half-done stays?"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from tracker.errors import SchemaTooNew, SchemaTooOld, StoreError, UsageError
from tracker.store.schema import REVISION

WAIT_SECONDS = 30
"""How long a writer waits for another one before it gives up."""

LOG_LOCK = 0x7261_6365
"""The advisory lock under which PostgreSQL lets one writer of the log through at a time."""

_SQLITE, _POSTGRESQL = "sqlite", "postgresql"
_WAIT_OPTION = "wait_seconds"


def open_engine(url: str, *, make: bool = True, wait_seconds: float = WAIT_SECONDS) -> Engine:
    """Open the database at ``url``; an empty one gets this program's schema.

    Raises `UsageError` for an address that cannot be read and `StoreError` for a database that
    cannot be opened (`SchemaTooNew` for one that a newer program made, `SchemaTooOld` for one that
    an older program filled).
    """
    engine = connect(url, make=make, wait_seconds=wait_seconds)
    try:
        with store_errors(engine.url):
            _bring_up_to_date(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def connect(url: str, *, make: bool = True, wait_seconds: float = WAIT_SECONDS) -> Engine:
    """Open a database as it is, at whatever revision; SQLite makes a missing file at first use.

    Raises as `open_engine` does; with ``make`` false also for a missing file.
    """
    address = address_of(url)
    if address.get_backend_name() == _SQLITE:
        return _sqlite(address, make=make, wait_seconds=wait_seconds)
    return _postgresql(address, wait_seconds=wait_seconds)


def shown(address: URL) -> str:
    """Return how a database is named to people: its file, or its server without any password."""
    if address.get_backend_name() == _SQLITE:
        return str(address.database)
    host = {key: value for key, value in address.query.items() if key in ("host", "port")}
    plain = address.set(drivername=_POSTGRESQL, query=host)
    return plain.render_as_string(hide_password=True).replace("%2F", "/")


def address_of(url: str) -> URL:
    """Return a database's address with its driver; raise `UsageError` for one we cannot open."""
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        raise UsageError(
            f"{url!r} is no database address; write sqlite:///path/to/file.db or "
            "postgresql://user@host/name"
        ) from None
    backend = address.get_backend_name()
    if backend in (_POSTGRESQL, "postgres"):
        return address.set(drivername=f"{_POSTGRESQL}+psycopg")
    if backend != _SQLITE:
        raise UsageError(f"{url!r}: only sqlite and postgresql databases are supported")
    if address.database in (None, "", ":memory:"):
        raise UsageError(f"{url!r}: a log must outlive the program; name a file")
    return address.set(drivername=_SQLITE)


def _sqlite(address: URL, *, make: bool, wait_seconds: float) -> Engine:
    path = Path(str(address.database))
    if not make and not path.exists():
        raise StoreError(f"there is no database at {path}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"cannot make the folder {path.parent}: {error.strerror}") from None
    engine = create_engine(address, connect_args={"isolation_level": None, "timeout": wait_seconds})
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


def _set_pragmas(connection: sqlite3.Connection, _record: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA cache_size = -262144")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A writer takes the lock at once: upgrading a read transaction later fails under contention.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgresql(address: URL, *, wait_seconds: float) -> Engine:
    """Open a server's database; a reader sees the one state that its transaction began with."""
    try:
        return create_engine(
            address,
            pool_pre_ping=True,
            isolation_level="REPEATABLE READ",
            execution_options={_WAIT_OPTION: wait_seconds},
            connect_args={"client_encoding": "utf8", "connect_timeout": 10},
        )
    except ModuleNotFoundError:
        raise StoreError(
            f"database {shown(address)}: its driver is not installed; "
            "run pip install 'inforce[postgres]'"
        ) from None


@contextmanager
def write_transaction(engine: Engine, *, lock: int = LOG_LOCK) -> Iterator[Connection]:
    """Begin a transaction that writes; waits while another one holds the same ``lock``.

    SQLite has one writer whatever the lock.
    """
    if engine.dialect.name == _SQLITE:
        with engine.execution_options(writes=True).begin() as connection:
            yield connection
        return
    # What a writer reads after it got the lock must be what the one before it has committed.
    with engine.execution_options(isolation_level="READ COMMITTED").begin() as connection:
        wait = f"{round(engine.get_execution_options()[_WAIT_OPTION] * 1000)}ms"
        connection.execute(text("SELECT set_config('lock_timeout', :wait, true)"), {"wait": wait})
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": lock})
        yield connection


@contextmanager
def store_errors(address: URL) -> Iterator[None]:
    """Turn the driver's exceptions into one clear sentence of ours."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"database {shown(address)}: {sentence(str(error.orig))}") from error


_UNRECORDED = "nothing of this was recorded"

_SENTENCES = (
    (
        r"database or disk is full|No space left",
        f"the disk is full; free some space and try again ({_UNRECORDED})",
    ),
    (
        r"disk I/O error|could not (read|write|extend|fsync|open) file",
        f"the disk refuses; check its space and its health, then try again ({_UNRECORDED})",
    ),
    (
        r"readonly database|read-only",
        f"it is read-only; change its permissions and try again ({_UNRECORDED})",
    ),
    (
        r"database is locked|lock timeout",
        f"another process is writing and did not finish in time; try again ({_UNRECORDED})",
    ),
    (r"unable to open", "it cannot be opened; check the path and its permissions"),
    (
        r"not a database|malformed|file is encrypted",
        "it is no sound SQLite database; restore it from a backup",
    ),
    (r"append-only", "the log is append-only: a change of what it holds was refused"),
    (
        r"database .* does not exist",
        "the server has no database of this name; make it first (createdb)",
    ),
    (
        r"authentication failed|no password supplied|no pg_hba.conf entry|role .* does not exist"
        r"|not permitted to log in|permission denied for database",
        "the server does not let this user in; check the user's name and password",
    ),
    (
        r"permission denied",
        "this user may not do that there; grant it the rights on the schema and its tables "
        f"({_UNRECORDED})",
    ),
    (
        r"Connection refused|Is the server running|resolve host|translate host name|timeout expired"
        r"|No route to host|connection timeout|starting up|shutting down",
        "no server answers there; start it, or correct the address",
    ),
    (
        r"terminating connection|server closed|connection is (closed|lost|bad)|connection was lost"
        r"|consuming input failed|crash of another server process",
        "the server broke off; see its log, then try again (nothing is half-written)",
    ),
    (
        r"too many (clients|connections)|remaining connection slots",
        f"the server has no connection free; try again ({_UNRECORDED})",
    ),
)
"""What a driver says, and what we make of it; the first pattern that fits."""


def sentence(message: str) -> str:
    """Return what a driver's message means to a person."""
    for pattern, words in _SENTENCES:
        if re.search(pattern, message, re.IGNORECASE):
            return words
    return message.strip().partition("\n")[0]


def _bring_up_to_date(engine: Engine) -> None:
    found = revision_of(engine)
    if found == REVISION:
        return
    if found is not None and found > REVISION:
        raise SchemaTooNew(found=found, known=REVISION)
    if found is not None and _holds_events(engine):
        raise SchemaTooOld(found=found, known=REVISION)
    from tracker.store.migrating import migrate

    with write_transaction(engine) as connection:
        migrate(connection)


def _holds_events(engine: Engine) -> bool:
    with engine.connect() as connection:
        return connection.execute(text("SELECT 1 FROM events LIMIT 1")).first() is not None


def revision_of(engine: Engine) -> str | None:
    """Return the newest migration that a database has seen, ``None`` for one without any."""
    with engine.connect() as connection:
        if not engine.dialect.has_table(connection, "alembic_version"):
            return None
        row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
        return row[0] if row else None
