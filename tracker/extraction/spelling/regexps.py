"""How is a regular expression made ready only when a text asks for it?

The tables hold more than two thousand of them. To compile them all takes more than a second, and
one document asks for a few hundred: the sieve tells from the words of the others that they match
nowhere.
"""

import re
from typing import Any, cast
from weakref import WeakSet

_OF_COMPILED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "groupindex")


_WAITING: "WeakSet[_Regexp]" = WeakSet()


def regexp(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return ``pattern``, compiled when it is first searched for.

    It is faulty patterns that are told late: a test compiles every one of them.
    """
    return cast("re.Pattern[str]", _Regexp(pattern, flags))


def compile_all() -> None:
    """Compile every pattern there is: for a process whose time for each text is short."""
    for one in tuple(_WAITING):
        one.compile()


class _Regexp:
    """A pattern that takes the methods of the compiled one as its own when one is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = int(flags)
        _WAITING.add(self)

    def __getattr__(self, name: str) -> Any:
        if name not in _OF_COMPILED:
            raise AttributeError(name)
        self.compile()
        return getattr(self, name)

    def compile(self) -> None:
        """Take the methods of the compiled pattern as its own."""
        compiled = re.compile(self.pattern, self.flags)
        for one in _OF_COMPILED:
            setattr(self, one, getattr(compiled, one))
        _WAITING.discard(self)
