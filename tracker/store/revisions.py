"""At which revision of the schema does a database stand, and how does it get to another one?"""

from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from sqlalchemy import Engine

from tracker.errors import SchemaTooNew, StoreError
from tracker.store.engine import address_of, revision_of, store_errors, write_transaction
from tracker.store.migrating import migrate
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
            found = revision_of(engine)
        if found is not None and found > self.known:
            raise SchemaTooNew(found=found, known=self.known)
        return found

    def bring(self, engine: Engine, *, to: str = "head") -> None:
        """Run the migrations that a database has not seen, all of them in one transaction."""
        with store_errors(engine.url), write_transaction(engine) as connection:
            migrate(connection, to=to, folder=self.folder)


def file_of(url: str) -> Path | None:
    """Return the file of an SQLite database, ``None`` for a database on a server."""
    address = address_of(url)
    return Path(str(address.database)) if address.get_backend_name() == "sqlite" else None


def must_exist(engine: Engine, revision: str | None) -> str:
    """Return the revision; raise `StoreError` where there is none, as there is no tracker."""
    if revision is None:
        raise StoreError(f"{engine.url.database} holds no tracker; name another database")
    return revision
