"""What can be done to a database as a whole, at whatever revision of the schema it stands?"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy import Engine

from tracker.ports import Clock, Head, Progress
from tracker.store.backup import back_up
from tracker.store.copying import reader_of
from tracker.store.engine import connect
from tracker.store.event_log import SqlEventLog
from tracker.store.files import free
from tracker.store.lease import Lease
from tracker.store.postings import Filing
from tracker.store.revisions import Revisions, must_exist

SHOWN_OF_HEAD = 12


@dataclass(frozen=True, slots=True)
class SqlDatabase:
    """One database, opened as it is; see `tracker.application.answers.upgrading.Database`."""

    engine: Engine
    filing: Filing
    edition: str
    clock: Clock
    revisions: Revisions = field(default_factory=Revisions)

    @property
    def known(self) -> str:
        """The newest revision that this program knows."""
        return self.revisions.known

    @property
    def folder(self) -> Path | None:
        """Where an SQLite file lies, ``None`` for a database on a server."""
        if self.engine.dialect.name != "sqlite":
            return None
        return Path(str(self.engine.url.database)).parent

    def close(self) -> None:
        """Close the connections to the database."""
        self.engine.dispose()

    def found(self) -> str:
        """Return the revision at which the database stands."""
        return must_exist(self.engine, self.revisions.found(self.engine))

    def log(self) -> SqlEventLog:
        """Return its log; readable as far as this program can read that revision."""
        return SqlEventLog(self.engine, filing=self.filing, edition=self.edition, clock=self.clock)

    def migrate(self) -> None:
        """Bring it to the known revision, in one transaction."""
        self.revisions.bring(self.engine)

    def keep(
        self, folder: Path, *, day: date, progress: Progress | None = None
    ) -> tuple[Path, Head]:
        """Back it up in a folder, under a name with the day, the revision and the head."""
        found = self.found()
        stem = f"{Path(str(self.engine.url.database)).stem}-{day}-{found}"
        first = free(folder / f"{stem}.db")
        head = back_up(self.engine, first, revisions=self.revisions, progress=progress)
        return first.replace(free(folder / f"{stem}-{head.hash[:SHOWN_OF_HEAD]}.db")), head

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep the service from running meanwhile; raise `AlreadyRunning` where it runs."""
        with Lease(self.engine, "service", clock=self.clock).held():
            yield

    @contextmanager
    def at(self, file: Path, *, writes: bool = False) -> "Iterator[SqlDatabase]":
        """Open an SQLite file beside this database; without ``writes`` it is only read."""
        engine = connect(f"sqlite:///{file}") if writes else reader_of(file)
        try:
            yield SqlDatabase(engine, self.filing, self.edition, self.clock, self.revisions)
        finally:
            engine.dispose()
