"""Who alone may run the service on this database now?"""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine, delete, insert, select

from tracker.domain.days import instant_text
from tracker.errors import AlreadyRunning
from tracker.store.schema import lease
from tracker.store.transactions import Lock, Transactions

TERM = timedelta(seconds=60)


class Lease:
    """A named right that one process holds for a short term and renews.

    A holder on this machine that no longer lives loses it at once, any other when its term ends.
    """

    def __init__(
        self, engine: Engine, name: str, *, clock: Callable[[], datetime] | None = None
    ) -> None:
        self._tables = Transactions(engine, Lock.LEASE)
        self._name = name
        self._clock = clock or (lambda: datetime.now(UTC))
        self.holder = f"{socket.gethostname()}:{os.getpid()}"

    def take(self) -> None:
        """Take or renew the lease; raise `AlreadyRunning` while another process holds it."""
        now = self._clock()
        with self._tables.writing() as connection:
            query = select(lease.c.holder, lease.c.expires_at).where(lease.c.name == self._name)
            row = connection.execute(query).first()
            held = row and row.holder != self.holder and row.expires_at > instant_text(now)
            if row and held and _lives(row.holder):
                raise AlreadyRunning(row.holder)
            connection.execute(delete(lease).where(lease.c.name == self._name))
            connection.execute(
                insert(lease).values(
                    name=self._name, holder=self.holder, expires_at=instant_text(now + TERM)
                )
            )

    def held_by(self) -> str | None:
        """Return who holds the lease now, ``None`` where nobody does."""
        with self._tables.reading() as connection:
            query = select(lease.c.holder, lease.c.expires_at).where(lease.c.name == self._name)
            row = connection.execute(query).first()
        if row is None or row.expires_at <= instant_text(self._clock()):
            return None
        return row.holder if _lives(row.holder) else None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lease meanwhile, and give it back whatever happens."""
        self.take()
        try:
            yield
        finally:
            self.release()

    def release(self) -> None:
        """Give the lease back, if it is ours."""
        with self._tables.writing() as connection:
            connection.execute(
                delete(lease).where(lease.c.name == self._name, lease.c.holder == self.holder)
            )


def _lives(holder: str) -> bool:
    """Tell whether the holder may still live; only on this machine can that be known."""
    host, _, number = holder.rpartition(":")
    if host != socket.gethostname() or not number.isdigit():
        return True
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
