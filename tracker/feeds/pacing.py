"""When may a host be asked again? (one request at a time, with a pause between two)"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Host:
    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0


class Pacing:
    """Makes threads take turns at each host; may be shared between threads.

    ``now`` and ``sleep`` are a monotonic clock and its way to wait, in seconds.
    """

    def __init__(
        self,
        *,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._now = now
        self._sleep = sleep
        self._lock = threading.Lock()
        self._hosts: dict[str, _Host] = {}

    @contextmanager
    def turn(self, host: str, *, pause: float) -> Iterator[None]:
        """Wait for a turn at ``host``; the next one begins ``pause`` seconds after this one ends.

        A pause of 0 means that the host need not be spared: nobody waits.
        """
        if pause <= 0:
            yield
            return
        with self._lock:
            told = self._hosts.setdefault(host, _Host())
        with told.lock:
            wait = told.free_at - self._now()
            if wait > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                told.free_at = self._now() + pause
