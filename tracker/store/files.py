"""How does a database file come to its place whole, and go out of the way without being lost?"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from tracker.errors import StoreError
from tracker.store.engine import sentence

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database file while it is open or was not closed cleanly."""


def part_of(file: Path) -> Path:
    """Return where a file is written before it is whole."""
    return file.with_name(f"{file.name}.part")


@contextmanager
def making(file: Path) -> Iterator[Path]:
    """Give a place to write a database to; put it under its name when the block ends well.

    Whatever goes wrong, nothing of it stays and what was at ``file`` is untouched.
    """
    part = part_of(file)
    with told(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        remove(part)
    try:
        with told(file):
            yield part
            close(part)
            _reach_the_disk(part)
            part.replace(file)
            _reach_the_disk(file.parent)
    except BaseException:
        remove(part)
        raise


@contextmanager
def told(file: Path, kind: type[sqlite3.Error] = sqlite3.Error) -> Iterator[None]:
    """Turn what the disk and SQLite say about a file into one clear sentence."""
    try:
        yield
    except PermissionError as error:
        raise StoreError(
            f"{file}: you may not write there; change its permissions or name another place"
        ) from error
    except OSError as error:
        raise StoreError(f"{file}: {sentence(error.strerror or str(error))}") from error
    except kind as error:
        raise StoreError(f"{file}: {sentence(str(error))}") from error


def remove(file: Path) -> None:
    """Remove a database file of our own making, with what SQLite keeps beside it."""
    for name in ("", *BESIDE):
        file.with_name(file.name + name).unlink(missing_ok=True)


def close(file: Path) -> None:
    """Fold everything into the one file; raise `sqlite3.Error` while another process has it."""
    with closing(sqlite3.connect(file, timeout=1, isolation_level=None)) as connection:
        (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        if mode != "delete":
            raise sqlite3.OperationalError("database is locked")


def is_open(file: Path) -> bool:
    """Tell whether SQLite has something beside the file: it is open, or was left unclean."""
    return any(file.with_name(file.name + name).exists() for name in BESIDE)


def set_aside(file: Path, *, at: datetime) -> Path:
    """Move a database out of the way, never over another; return where it lies now.

    Raises `StoreError` while another process has it open.
    """
    aside = free(file.with_name(f"{file.name}.replaced-{at:%Y%m%dT%H%M%SZ}"))
    with told(file):
        if file.exists():
            _close_or_keep(file, aside)
        for name in BESIDE:
            beside = file.with_name(file.name + name)
            if beside.exists():
                beside.replace(aside.with_name(aside.name + name))
        _name_twice(file, aside)
    return aside


def _close_or_keep(file: Path, aside: Path) -> None:
    """Fold the journal into the file; where that cannot be, keep it: SQLite may drop it."""
    journal, kept = file.with_name(f"{file.name}-wal"), aside.with_name(f"{aside.name}-wal")
    if journal.exists():
        shutil.copyfile(journal, kept)
    try:
        close(file)
    except sqlite3.Error as error:
        if "locked" in str(error):
            kept.unlink(missing_ok=True)
            raise StoreError(f"another process has {file} open; stop it, then try again") from error
        journal.unlink(missing_ok=True)  # what it held is kept
    else:
        kept.unlink(missing_ok=True)


def _name_twice(file: Path, aside: Path) -> None:
    """Keep the file under both names: what takes its place replaces it at one stroke."""
    if not file.exists():
        return
    try:
        os.link(file, aside)
    except OSError:  # a file system without links
        file.rename(aside)


def free(file: Path) -> Path:
    """Return a name that nothing has yet: the given one, or one with a number behind it."""
    number, found = 1, file
    while found.exists():
        number += 1
        found = file.with_name(f"{file.stem}-{number}{file.suffix}")
    return found


def _reach_the_disk(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return  # there, a folder cannot be opened
    number = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)
