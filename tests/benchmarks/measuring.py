"""How is a cost measured, and how is it printed?"""

import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a cost beside another, and what is to be reached."""

    work: str
    seconds: float
    beside: str
    beside_seconds: float
    to_reach: str

    def __str__(self) -> str:
        ratio = self.seconds / self.beside_seconds if self.beside_seconds else 0.0
        return (
            f"| {self.work} | {_readable(self.seconds)} | {self.beside} "
            f"{_readable(self.beside_seconds)} | {ratio:.2f} | {self.to_reach} |"
        )


HEADING = "| work | took | beside | ratio | to reach |\n|---|--:|---|--:|---|"


def _readable(seconds: float) -> str:
    if seconds == 0:
        return ""
    return f"{seconds * 1000:.2f} ms" if seconds < 1 else f"{seconds:.2f} s"


def once(work: Callable[[], Any]) -> float:
    """Return the seconds that one run takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def median(work: Callable[[], Any], *, runs: int = 5) -> float:
    """Return the median of several runs."""
    return statistics.median(once(work) for _ in range(runs))


def peak_megabytes() -> float:
    """Return the most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
