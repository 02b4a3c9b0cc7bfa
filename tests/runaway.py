"""How a test tells that work ends, whatever machine it runs on: speed is for the benchmarks."""

import gc
import time
from collections.abc import Callable

PATIENCE = 60.0
"""Seconds in which what is stopped, refused or given up has ended, also on a busy machine."""

SOON = 10.0
"""Seconds of processor time that need no second look."""

STEEPEST = 9.0
"""Four times the input may take this many times as long; in the square it would be sixteen."""

LOOKS = 3
"""How often work is timed that looked steep: a busy machine delays one run, not all of them."""


def assert_in_proportion(work: Callable[[str], object], text: str) -> None:
    """Fail where the time that ``work`` takes grows steeply with its text.

    The whole text is timed beside its first quarter, unless it is done soon. Of what looks steep
    the least of several runs counts: what else the process holds (a large heap to collect) delays
    a run here and there, what is steep delays each.
    """
    if _seconds(work, text) < SOON:
        return
    quarter = min(_seconds(work, text[: len(text) // 4]) for _ in range(LOOKS))
    whole = min(_seconds(work, text) for _ in range(LOOKS))
    assert whole <= STEEPEST * quarter, f"{quarter:.2f} s for a quarter, {whole:.2f} s for all"


def _seconds(work: Callable[[str], object], text: str) -> float:
    gc.collect()
    began = time.process_time()
    work(text)
    return time.process_time() - began
