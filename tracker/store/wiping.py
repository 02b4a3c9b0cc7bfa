"""How does what was deleted leave the file for good?"""

from collections.abc import Iterable

from sqlalchemy import Engine

from tracker.errors import StoreError
from tracker.store.engine import store_errors


def wipe(engine: Engine, tables: Iterable[str], *, what: str) -> None:
    """Write the file anew, so that no page and no journal still holds what was deleted.

    ``what`` names it in the `StoreError` that tells that another process keeps the journal.
    """
    with store_errors(engine.url):
        if engine.dialect.name == "sqlite":
            _wipe_file(engine, what)
            return
        free = engine.execution_options(isolation_level="AUTOCOMMIT")
        with free.connect() as connection:
            for table in tables:
                connection.exec_driver_sql(f"VACUUM FULL {table}")


def _wipe_file(engine: Engine, what: str) -> None:
    pooled = engine.raw_connection()
    try:
        driver = pooled.driver_connection
        if driver is None:
            raise RuntimeError("a connection in use has a driver")
        driver.execute("VACUUM")
        busy = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    finally:
        pooled.close()
    if busy:
        raise StoreError(
            f"{what} is gone, but another process reads the database and keeps its "
            "journal; stop it and run the same command again to wipe the journal"
        )
