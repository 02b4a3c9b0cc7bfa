"""How is a regular expression made ready only when a text asks for it?

The tables hold more than two thousand of them. To compile them all takes more than a second, and
one document asks for a few hundred: the sieve tells from the words of the others that they match
nowhere.
"""

import re
from typing import Any, cast

_OF_COMPILED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "groupindex")


def regexp(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return ``pattern``, compiled when it is first searched for.

    It is faulty patterns that are told late: a test compiles every one of them.
    """
    return cast("re.Pattern[str]", _Regexp(pattern, flags))


class _Regexp:
    """A pattern that takes the methods of the compiled one as its own when one is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = int(flags)

    def __getattr__(self, name: str) -> Any:
        if name not in _OF_COMPILED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for one in _OF_COMPILED:
            setattr(self, one, getattr(compiled, one))
        return getattr(self, name)
