"""How does work on a million records keep the cycle collector from walking them all again?"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 50_000
"""After so many new objects, instead of some hundred, the collector looks again."""


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Collect cycles seldom meanwhile: much is made here, and what holds cycles is little."""
    was = gc.get_threshold()
    gc.set_threshold(_SELDOM, *was[1:])
    try:
        yield
    finally:
        gc.set_threshold(*was)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Make no cycle collections meanwhile: what is made here holds no cycles, but is much."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
