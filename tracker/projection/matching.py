"""Does a measure speak of an item, a code, an element or a word?"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

CODE_KEYS = ("control_codes", "control_codes_unconfirmed")
HS_KEY = "hs_codes"
ELEMENT_KEY = "elements"

Members = Mapping[str, Sequence[str]]
"""What a symbol stands for: a name or group → the elements in it."""


def speaks_of(terms: Mapping[str, Any], item: str, *, members: Members) -> bool:
    """Tell whether the terms name ``item``: a control code, an HS code or an element.

    A code also matches the ones below it (``1C902`` the entry ``1C902.a``); dots and spaces in an
    HS code do not count. ``members`` resolves names and groups of elements.
    """
    wanted = _bare(item)
    if any(_is_under(_bare(code), wanted) for key in CODE_KEYS for code in _texts(terms, key)):
        return True
    digits = re.sub(r"[.\s]", "", item)
    if len(digits) >= 4 and digits.isdigit():
        return any(code.startswith(digits) for code in _texts(terms, HS_KEY))
    asked = _elements((item,), members)
    return bool(asked & _elements(_texts(terms, ELEMENT_KEY), members))


def contains(texts: Iterable[str | None], wanted: str) -> bool:
    """Tell whether every word of ``wanted`` stands in the texts, whatever the case."""
    haystack = " ".join(text for text in texts if text).casefold()
    return all(word in haystack for word in wanted.casefold().split())


def _texts(terms: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = terms.get(key, ())
    return tuple(str(item) for item in value) if isinstance(value, list | tuple) else (str(value),)


def _bare(code: str) -> str:
    return re.sub(r"\s", "", code).casefold()


def _is_under(code: str, wanted: str) -> bool:
    return code == wanted or code.startswith(wanted + ".")


def _elements(names: Iterable[str], members: Members) -> set[str]:
    return {symbol for name in names for symbol in members.get(name.casefold(), (name.casefold(),))}
