"""How is a moment of a database kept as a file that proves itself?

A backup is always an SQLite tracker database, whatever engine it was taken from: it can be opened,
asked and verified by itself.
"""

from pathlib import Path

from sqlalchemy import Engine

from tracker.errors import StoreError
from tracker.ports import Head, Progress
from tracker.store import files
from tracker.store.copying import copy_pages, copy_rows, reader_of
from tracker.store.engine import connect, store_errors, write_transaction
from tracker.store.event_log import SqlEventLog
from tracker.store.revisions import Revisions, must_exist

_REVISIONS = Revisions()


def back_up(
    engine: Engine,
    file: Path,
    *,
    force: bool = False,
    revisions: Revisions = _REVISIONS,
    progress: Progress | None = None,
) -> Head:
    """Keep this moment of a database in ``file``, while others write; return its verified head.

    Raises `StoreError`; then nothing new lies at ``file``. An existing file is refused unless
    ``force``, the database itself always. At an older revision than the known one the chain cannot
    be walked yet; the head is compared.
    """
    _refuse_target(engine, file, force=force)
    found = must_exist(engine, revisions.found(engine))
    with files.making(file) as part:
        taken = _snapshot(engine, part, found=found, revisions=revisions, progress=progress)
        files.close(part)
        if found == revisions.known:
            verify_file(part, taken, progress=progress)
    return taken


def _refuse_target(engine: Engine, file: Path, *, force: bool) -> None:
    if engine.dialect.name == "sqlite":
        own = Path(str(engine.url.database)).resolve()
        names = {own.with_name(own.name + more) for more in ("", *files.BESIDE)}
        if {file.resolve(), files.part_of(file).resolve()} & names:
            raise StoreError(f"{file} belongs to the database itself; name another file")
    if file.is_dir():
        raise StoreError(f"{file} is a folder; name a file in it")
    if file.exists() and not force:
        raise StoreError(f"{file} exists already; name another file, or replace it with --force")
    if files.is_open(file):
        raise StoreError(f"{file} is open in another process or was not closed; name another file")


def _snapshot(
    engine: Engine, part: Path, *, found: str, revisions: Revisions, progress: Progress | None
) -> Head:
    if engine.dialect.name == "sqlite":
        return copy_pages(Path(str(engine.url.database)), part, progress=progress)
    target = connect(f"sqlite:///{part}")
    try:
        revisions.bring(target, to=found)
        with (
            store_errors(target.url),
            write_transaction(target) as writing,
            store_errors(engine.url),
            engine.connect() as reading,
        ):
            return copy_rows(reading, writing, progress=progress)
    finally:
        target.dispose()


def verify_file(file: Path, expected: Head, *, progress: Progress | None = None) -> None:
    """Walk the pages and the chain of a closed file; raise unless it ends as expected.

    The file is at the known revision.
    """
    engine = reader_of(file)
    try:
        _check_pages(engine, file)
        log = SqlEventLog(engine, filing=lambda _event: ())
        found = log.verify(progress=progress)
    finally:
        engine.dispose()
    if found != expected:
        raise StoreError(
            f"{file}: it ends at position {found.position}, not {expected.position} as expected; "
            "it is no sound copy"
        )


def _check_pages(engine: Engine, file: Path) -> None:
    """Look at what the chain does not cover: the read model and the indexes."""
    with store_errors(engine.url), engine.connect() as connection:
        said = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if said != "ok":
        raise StoreError(f"{file}: it is no sound SQLite database ({said}); take another copy")


def working_copy(
    file: Path,
    copy: Path,
    *,
    revisions: Revisions = _REVISIONS,
    progress: Progress | None = None,
) -> Head:
    """Copy a backup, bring the copy to the known revision, verify it; return its head.

    The backup is only read. The copy is a closed file without any lease.
    """
    if not file.is_file():
        raise StoreError(f"there is no backup at {file}")
    taken = copy_pages(file, copy, progress=progress)
    engine = connect(f"sqlite:///{copy}")
    try:
        if must_exist(engine, revisions.found(engine)) != revisions.known:
            revisions.bring(engine)
    finally:
        engine.dispose()
    files.close(copy)
    verify_file(copy, taken, progress=progress)
    return taken
