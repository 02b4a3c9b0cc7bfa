"""What do two hundred readers and one writer get for a minute, and is anything lost?"""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import tracker
from tests.benchmarks.measuring import Row
from tests.integration.crowded import crowd

SECONDS = 60.0
PAUSE_SECONDS = 0.05


def rows(*, seconds: float = SECONDS) -> Iterator[Row]:
    """Yield how fast the crowd is answered; fail where an answer or an event is lost."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/tracker.db"
        with tracker.open(url) as opened:
            opened.init()
            began = opened.log.head().position
            with _served(url) as address:
                found = crowd(address, opened.log, seconds=seconds, pause=PAUSE_SECONDS)
            assert not found.faults, found.faults[:3]
            lost = began + found.written - opened.verify().position
            assert lost == 0, f"{lost} events are lost"
        told = f"200 readers, 1 writer: {found.answers} answers, {found.written} events"
        yield Row(f"{told}, each answer", seconds / found.answers, "", 0, "no error, none lost")
        yield Row("the slowest answer of those", found.slowest, "", 0, "")


@contextmanager
def _served(url: str) -> Iterator[str]:
    """Run `tracker serve` as a process of its own, as an operator does."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tracker", "serve", "--port", "0", "--database", url],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=dict(os.environ),
    )
    try:
        assert process.stdout is not None
        line = next(line for line in process.stdout if "http://" in line)
        yield next(word for word in line.split() if word.startswith("http://")).rstrip("/")
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate()
