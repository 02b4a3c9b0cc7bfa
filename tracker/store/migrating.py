"""How does an empty or older database get today's schema?"""

from importlib.resources import as_file

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from tracker.resources import data


def migrate(engine: Engine) -> None:
    """Run the migrations that the database has not seen, all in one transaction."""
    with as_file(data("db/migrations")) as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        with engine.connect().execution_options(writes=True) as connection:
            config.attributes["connection"] = connection
            with connection.begin():
                command.upgrade(config, "head")
