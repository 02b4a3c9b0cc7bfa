"""Does a measure speak of an item, a code, an element or a word?"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Members = Mapping[str, Sequence[str]]
"""What a symbol, name or group stands for, in lower case: ``dysprosium`` → ``("dy",)``."""

_SHORTEST_CODE = 4
_PUNCTUATION = re.compile(r"[.\s]")


def speaks_of(
    terms: Mapping[str, Any], item: str, *, keys: Iterable[str], members: Members
) -> bool:
    """Tell whether one of the ``keys`` of the terms names ``item``.

    A code also matches the ones below it (``1C902`` the entry ``1C902.a``, ``2846.90`` the customs
    code ``2846901940``); ``members`` resolves names and groups.
    """
    named = [str(value) for key in keys for value in _listed(terms.get(key))]
    wanted = _symbols(item, members)
    return any(wanted & _symbols(name, members) or _is_under(name, item) for name in named)


def contains(texts: Iterable[str | None], wanted: str) -> bool:
    """Tell whether every word of ``wanted`` stands in the texts, whatever the case."""
    haystack = " ".join(text for text in texts if text).casefold()
    return all(word in haystack for word in wanted.casefold().split())


def _listed(value: Any) -> Sequence[Any]:
    if value is None:
        return ()
    return value if isinstance(value, list | tuple) else (value,)


def _symbols(name: str, members: Members) -> set[str]:
    return set(members.get(name.casefold(), (name.casefold(),)))


def _is_under(code: str, wanted: str) -> bool:
    if code.casefold().startswith(f"{wanted.casefold()}."):
        return True
    digits = _PUNCTUATION.sub("", wanted)
    return (
        len(digits) >= _SHORTEST_CODE
        and digits.isdigit()
        and _PUNCTUATION.sub("", code).startswith(digits)
    )
