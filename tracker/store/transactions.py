"""How does a part of the store that lies beside the log read, and write while nobody else does?"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum

from sqlalchemy import Connection, Engine

from tracker.store.engine import LOG_LOCK, store_errors, write_transaction


class Lock(IntEnum):
    """What one writer at a time may write on PostgreSQL, so that a long import stops no other."""

    LEASE = LOG_LOCK + 1
    READERS = LOG_LOCK + 2
    ACCOUNTS = LOG_LOCK + 3
    BELONGINGS = LOG_LOCK + 4


@dataclass(frozen=True, slots=True)
class Transactions:
    """The two ways into the tables that one lock guards; both raise `StoreError`."""

    engine: Engine
    lock: Lock

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Begin a transaction that writes, whole or not at all; waits for the lock.

        What it deletes is overwritten where it stood in the file.
        """
        with (
            store_errors(self.engine.url),
            write_transaction(self.engine, lock=self.lock) as connection,
        ):
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("PRAGMA secure_delete = ON")
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a connection that reads; waits for nobody."""
        with store_errors(self.engine.url), self.engine.connect() as connection:
            yield connection
