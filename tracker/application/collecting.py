"""How does work on a million records keep the cycle collector from walking them all again?"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
