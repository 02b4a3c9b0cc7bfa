"""How does a log come back from a backup, whole or not at all?"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Engine, text

from tracker.errors import StoreError
from tracker.ports import Clock, Head, Progress
from tracker.store import files
from tracker.store.backup import working_copy
from tracker.store.copying import copy_rows, head_in, reader_of
from tracker.store.engine import connect, shown, store_errors, write_transaction
from tracker.store.revisions import Revisions, file_of

_REVISIONS = Revisions()
_DERIVED = ("checkpoint", "postings")


@dataclass(frozen=True, slots=True)
class Restored:
    """The end of the log that came back, and where the file lies now that it replaced."""

    head: Head
    aside: Path | None = None


def restore(
    url: str,
    file: Path,
    *,
    force: bool = False,
    revisions: Revisions = _REVISIONS,
    progress: Progress | None = None,
    clock: Clock = lambda: datetime.now(UTC),
) -> Restored:
    """Bring a backup back into the database at ``url``, which is missing or has no event.

    ``force`` moves an SQLite database that is there aside first; nothing is ever deleted. Raises
    `StoreError`; then the database is what it was.
    """
    place = file_of(url)
    if place is not None and place.resolve() == file.resolve():
        raise StoreError(f"{file} is the database itself; name a backup")
    if place is not None and (force or not place.exists()):
        return _put(place, file, force=force, revisions=revisions, progress=progress, clock=clock)
    engine = connect(url)
    try:
        with TemporaryDirectory(prefix="tracker-restore-") as folder:
            copy = Path(folder) / "copy.db"
            _refuse_filled(engine, revisions)
            head = working_copy(file, copy, revisions=revisions, progress=progress)
            _fill(engine, copy, head, revisions=revisions, progress=progress)
    finally:
        engine.dispose()
    return Restored(head)


def _put(
    place: Path,
    file: Path,
    *,
    force: bool,
    revisions: Revisions,
    progress: Progress | None,
    clock: Clock,
) -> Restored:
    """Make the file anew and put it in its place, which is empty or emptied by moving aside."""
    if not place.exists() and files.is_open(place) and not force:
        raise StoreError(
            f"{place} is gone, but its -wal file is still there and may hold events; "
            "--force moves it aside"
        )
    aside = None
    with files.making(place) as part:
        head = working_copy(file, part, revisions=revisions, progress=progress)
        if place.exists() or files.is_open(place):
            aside = files.set_aside(place, at=clock())
    return Restored(head, aside)


def _fill(
    engine: Engine, copy: Path, head: Head, *, revisions: Revisions, progress: Progress | None
) -> None:
    """Copy the rows into a database without events, in one transaction."""
    if revisions.found(engine) != revisions.known:
        revisions.bring(engine)
    reader = reader_of(copy)
    try:
        with store_errors(engine.url), write_transaction(engine) as writing:
            _refuse_events(writing)
            for table in _DERIVED:
                writing.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - our own names
            with reader.connect() as reading:
                copied = copy_rows(reading, writing, progress=progress)
            if copied != head:
                raise StoreError(f"{shown(engine.url)}: the copy did not arrive whole; try again")
    finally:
        reader.dispose()


def _refuse_filled(engine: Engine, revisions: Revisions) -> None:
    """Say at once what the transaction would say after a long copy."""
    if revisions.found(engine) is None:
        return
    with store_errors(engine.url), engine.connect() as connection:
        _refuse_events(connection)


def _refuse_events(connection: Connection) -> None:
    url = connection.engine.url
    held = connection.execute(text("SELECT 1 FROM documents LIMIT 1")).first()
    if head_in(connection).position == 0 and held is None:
        return
    way = (
        "name another --database, or move it aside with --force"
        if url.get_backend_name() == "sqlite"
        else "make an empty one (createdb) and name that"
    )
    raise StoreError(f"database {shown(url)} holds events already; {way}")
