"""How does an empty or older database get today's schema?"""

from importlib.resources import as_file
from importlib.resources.abc import Traversable
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from tracker.resources import data


def migrate(
    connection: Connection, *, to: str = "head", folder: Traversable | Path | None = None
) -> None:
    """Run the migrations that the database has not seen, in the connection's transaction.

    ``folder`` holds them (default: those that ship with the program). Of several processes that
    find the same database, one migrates and the others wait.
    """
    with as_file(folder or data("db/migrations")) as place:
        config = Config()
        config.set_main_option("script_location", str(place).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, to)
