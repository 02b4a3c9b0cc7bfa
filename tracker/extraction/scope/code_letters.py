"""Which letters under a control code does an English text mean: ``paragraphs b and d of 1C902``?"""

import re
from collections.abc import Iterator

from tracker.extraction.spelling.regexps import regexp

_OWN = (
    r"(?:[b-z]|a(?!\s(?!(?:and|or|to|through|of|in|under)\b)[a-z]{2}))(?![a-z])"
    r"(?:\.[0-9]{1,2}(?:\.[a-z](?![a-z]))?)?"
)
"""A letter, with what stands under it; the ``a`` of ``or a part`` is none."""
_ONE = rf"\(?\.?{_OWN}\)?"
_JOINT = r"(?:,\s(?:and\s|or\s)?|\s(?:and|or|through|to)\s|\s?[-\u2013]\s?)"
_LIST = rf"{_ONE}(?:{_JOINT}{_ONE}){{0,20}}"
_PART = r"(?:sub-?)?(?:paragraphs?|items?|points?|entr(?:y|ies))"
_BEFORE = regexp(
    rf"\b{_PART}\s(?P<list>{_LIST})\s(?:of|in|under|to)\s(?:the\s)?"
    r"(?:ECCN\s|[Ee]ntry\s|[Ii]tem\s|[Nn]umber\s|[Cc]ontrol\s[Cc]ode\s)?$"
)
"""Letters before their code: ``paragraphs b and d of ECCN ``."""
_BEHIND = regexp(rf",?\s\(?(?:in\s)?{_PART}\s(?P<list>{_LIST})(?![A-Za-z0-9])")
"""Letters behind their code: ``, paragraphs b and d``, ``(points a through c)``."""
_AT_ONCE = regexp(rf"(?P<list>\({_OWN}\)(?:{_JOINT}{_ONE}(?![A-Za-z0-9])){{0,20}})")
"""Letters in brackets right behind their code: ``1C902(b)``."""
_LETTER = regexp(rf"(?P<range>(?:through|to|[-\u2013])\s?)?\(?\.?(?<![a-z])(?P<own>{_OWN})\)?")

GLUED = regexp(
    r"(?<![0-9A-Za-z.])(?P<code>[0-9][A-E][0-9]{3})(?P<own>[a-z](?:[0-9]{1,2}[a-z]?)?)(?![0-9A-Za-z]|\.[0-9A-Za-z])"
)
"""A code whose letter stands beside it without a dot, as British notices write: ``6A002a1``."""

_REACH = 160


def letters_named(text: str, low: int, start: int, end: int) -> tuple[int, int, list[str]] | None:
    """Return where the letters of the code at ``start:end`` stand with it, and the letters."""
    behind = _BEHIND.match(text, end) or _AT_ONCE.match(text, end)
    if behind is not None:
        return start, behind.end(), list(_letters(behind["list"]))
    before = _BEFORE.search(text[max(low, start - _REACH) : start])
    if before is None:
        return None
    return max(low, start - _REACH) + before.start("list"), end, list(_letters(before["list"]))


def _letters(words: str) -> Iterator[str]:
    last = ""
    for one in _LETTER.finditer(words):
        own = one["own"]
        if one["range"] and len(own) == len(last) == 1:
            yield from map(chr, range(ord(last) + 1, ord(own)))
        yield own
        last = own


def between(first: str, last: str) -> list[str]:
    """Return the letters between two: of ``a`` to ``d`` these are ``b`` and ``c``."""
    if len(first) != 1 or len(last) != 1 or not first.isalpha() or not last.isalpha():
        return []
    return [chr(at) for at in range(ord(first) + 1, ord(last))]


def dotted(glued: re.Match[str]) -> str:
    """Return the code of a letter without a dot as lists write it: ``6A002.a.1``."""
    return ".".join((glued["code"], *re.findall(r"[a-z]|[0-9]+", glued["own"])))
