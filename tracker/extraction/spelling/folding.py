"""How are the many spellings of one character made one, without moving any character?

One character in, one character out, so that offsets in the folded text are offsets in the text.
"""

import re

from tracker.extraction.spelling.regexps import regexp
from tracker.extraction.spelling.traditional import SIMPLIFIED

_FULL_WIDTH = {chr(0xFF00 + i): chr(0x20 + i) for i in range(1, 95)}
_BLANKS = dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\u3000", " ")
_DASHES = dict.fromkeys("‐‑‒–—―－～〜﹣−", "-")
_BRACKETS = {
    **dict.fromkeys("〔［【﹝", "["),
    **dict.fromkeys("〕］】﹞", "]"),
    **{"﹙": "(", "﹚": ")"},
}
_OTHERS = {"’": "'", "‘": "'", "№": "#"}

_TABLE_OF = {**_FULL_WIDTH, **SIMPLIFIED, **_BLANKS, **_DASHES, **_BRACKETS, **_OTHERS}
_TABLE = str.maketrans(_TABLE_OF)
_FOLDED = regexp(f"[{re.escape(''.join(_TABLE_OF))}]")
_CHARACTER = regexp("[一-鿿]")
_SAMPLE = 4_000
"""A text with characters in its first so many is Chinese, where nearly every line is folded."""


def fold(text: str) -> str:
    """Return ``text`` with plain digits, brackets, dashes and simplified forms; same length."""
    if text.isascii():
        return text
    if _CHARACTER.search(text, 0, _SAMPLE):
        return text.translate(_TABLE)
    return _FOLDED.sub(_one, text)


def _one(match: re.Match[str]) -> str:
    return _TABLE_OF[match.group()]
