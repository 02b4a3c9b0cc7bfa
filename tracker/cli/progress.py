"""How does a person see that long work moves on?"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def counted(what: str) -> Iterator[Callable[[int], None]]:
    """Show a running count on the terminal's standard error; nothing where it is no terminal.

    A count of 0 takes it away, so that a line can be printed in between.
    """
    stream = sys.stderr
    shown = False

    def tell(done: int) -> None:
        nonlocal shown
        if stream.isatty():
            shown = True
            stream.write(f"\r\033[K{done:,} {what} …" if done else "\r\033[K")
            stream.flush()

    try:
        yield tell
    finally:
        if shown:
            stream.write("\r\033[K")
            stream.flush()
