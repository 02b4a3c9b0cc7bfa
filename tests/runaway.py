"""How a test tells that work ends, whatever machine it runs on: speed is for the benchmarks."""

import time
from collections.abc import Callable

PATIENCE = 60.0
"""Seconds in which what is stopped, refused or given up has ended, also on a busy machine."""

SOON = 2.0
"""Seconds of processor time that need no second look."""

STEEPEST = 9.0
"""Four times the input may take this many times as long; in the square it would be sixteen."""


def assert_in_proportion(work: Callable[[str], object], text: str) -> None:
    """Fail where the time that ``work`` takes grows steeply with its text.

    The whole text is timed beside its first quarter, unless it is done soon.
    """
    whole = _seconds(work, text)
    if whole < SOON:
        return
    quarter = _seconds(work, text[: len(text) // 4])
    assert whole <= STEEPEST * quarter, f"{quarter:.2f} s for a quarter, {whole:.2f} s for all"


def _seconds(work: Callable[[str], object], text: str) -> float:
    began = time.process_time()
    work(text)
    return time.process_time() - began
