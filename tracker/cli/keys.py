"""Which key does a person press next?"""

import os
import sys

import click

_LONGEST = 16
"""So many bytes one key may send (arrows and the like send several)."""


def read_key() -> str:
    """Return the next key, as text, without waiting for Enter.

    What was typed ahead is kept, unlike by `click.getchar`, which is used where there is no
    terminal of the POSIX kind.
    """
    try:
        import termios
        import tty
    except ImportError:
        return click.getchar()
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal, termios.TCSADRAIN)
        typed = os.read(terminal, 1)
        if typed[:1] == b"\x1b" or typed[:1] >= b"\xc0":
            typed += os.read(terminal, _LONGEST) if _is_more(terminal) else b""
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
    return typed.decode("utf-8", "replace")


def _is_more(terminal: int) -> bool:
    import select

    return bool(select.select([terminal], [], [], 0)[0])
