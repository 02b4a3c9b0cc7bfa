"""How does a paragraph fall into lines of plain text?"""

import re
import unicodedata
from collections.abc import Iterator

from tracker.rendering.neutral import Laid

WIDTH = 78
_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_UNITS = re.compile(rf"[{_WIDE}]|[^\s{_WIDE}]+|\s+")
_NO_LINE_STARTS_WITH = "，。；：、）】”！？,.;:)"


def wrapped(text: str, first: str = "", rest: str | None = None, width: int = WIDTH) -> Laid:
    """Break text into lines that begin with ``first`` and then ``rest``.

    Lines break at spaces and between Chinese characters, which are two columns wide.
    """
    indent = " " * columns(first) if rest is None else rest
    return Laid("\n".join(_lines(text, first, indent, width)))


def colon(label: str) -> str:
    """Return a label with the colon of its writing: a wide one after a Chinese character."""
    return f"{label}：" if label and columns(label[-1]) > 1 else f"{label}: "


def columns(text: str) -> int:
    """Return how many columns a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _lines(text: str, first: str, indent: str, width: int) -> Iterator[str]:
    line, empty = first, True
    for unit in _UNITS.findall(text):
        fits = columns(line) + columns(unit) <= width
        if fits or empty or unit in _NO_LINE_STARTS_WITH:
            line += unit if not (empty and unit.isspace()) else ""
            empty = empty and unit.isspace()
            continue
        yield line.rstrip()
        line, empty = (indent, True) if unit.isspace() else (indent + unit, False)
    yield line.rstrip()
