"""How does an empty or older database get today's schema?"""

from importlib.resources import as_file

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from tracker.resources import data


def migrate(connection: Connection) -> None:
    """Run the migrations that the database has not seen, in the connection's transaction.

    Of several processes that find the same older database, one migrates and the others wait.
    """
    with as_file(data("db/migrations")) as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
