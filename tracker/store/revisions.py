"""At which revision of the schema does a database stand, and how does it get to another one?"""

from dataclasses import dataclass
from importlib.resources import as_file
from importlib.resources.abc import Traversable
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from tracker.errors import SchemaTooNew, StoreError
from tracker.resources import data
from tracker.store.engine import (
    WAIT_SECONDS,
    _address,
    _postgresql,
    _revision,
    _sqlite,
    store_errors,
    write_transaction,
)
from tracker.store.schema import REVISION


@dataclass(frozen=True, slots=True)
class Revisions:
    """The migrations of a program; ``known`` is the newest of them."""

    known: str = REVISION
    folder: Traversable | Path | None = None

    def found(self, engine: Engine) -> str | None:
        """Return where a database stands, ``None`` for one without our tables.

        Raises `SchemaTooNew` for one that a newer program made.
        """
        with store_errors(engine.url):
            found = _revision(engine)
        if found is not None and found > self.known:
            raise SchemaTooNew(found=found, known=self.known)
        return found

    def bring(self, engine: Engine, *, to: str = "head") -> None:
        """Run the migrations that a database has not seen, all of them in one transaction."""
        with as_file(self.folder or data("db/migrations")) as folder, store_errors(engine.url):
            config = Config()
            config.set_main_option("script_location", str(folder).replace("%", "%%"))
            with write_transaction(engine) as connection:
                config.attributes["connection"] = connection
                command.upgrade(config, to)


def connect(url: str, *, make: bool = True) -> Engine:
    """Open a database as it is, at whatever revision; SQLite makes a missing file at first use.

    Raises as `tracker.store.engine.open_engine` does; with ``make`` false also for a missing file.
    """
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(address, make=make, wait_seconds=WAIT_SECONDS)
    return _postgresql(address, wait_seconds=WAIT_SECONDS)


def file_of(url: str) -> Path | None:
    """Return the file of an SQLite database, ``None`` for a database on a server."""
    address = _address(url)
    return Path(str(address.database)) if address.get_backend_name() == "sqlite" else None


def must_exist(engine: Engine, revision: str | None) -> str:
    """Return the revision; raise `StoreError` where there is none, as there is no tracker."""
    if revision is None:
        raise StoreError(f"{engine.url.database} holds no tracker; name another database")
    return revision
