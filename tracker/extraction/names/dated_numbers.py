"""Which acts does a list name that gives each number its day and its title?

``Executive Orders 19901 of May 3, 2026 (On Kettles), 19904 of May 9, 2026, and 19907``.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.extraction.spelling.calendar_words import WRITTEN_DAY
from tracker.extraction.spelling.regexps import regexp

MOST = 60
"""The most numbers that are read in one list."""

_ITEM = regexp(
    r"(?P<serial>[1-9][0-9]{3,4})(?![0-9])"
    rf"(?:,?\s{{1,3}}(?:of|dated|issued\son)\s{{1,3}}{WRITTEN_DAY}\s{{1,3}}"
    r"(?P<year>(?:19|20)[0-9]{2})(?![0-9]))?"
)
_TITLE = regexp(r"\s{1,3}\([^()\n]{3,300}(?:\([^()\n]{1,120}\)[^()\n]{0,120})?\)")
_NEXT = regexp(
    r"\s{0,3}[,;]?\s{0,3}(?:(?:and|or)\s{1,3})?(?:(?:as\samended|[Nn]os?\.)\s{1,3})?(?=[1-9][0-9]{3,4}(?![0-9]))"
)


@dataclass(slots=True)
class Item:
    """One number of a list: where it ends, and whether it surely is one."""

    serial: int
    year: int | None
    end: int
    sure: bool


def dated_items(folded: str, at: int, *, plural: bool) -> Iterator[Item]:
    """Yield the numbers that stand at ``at``; more than one only behind a plural noun."""
    for _ in range(MOST):
        found = _ITEM.match(folded, at)
        if found is None:
            return
        year = int(found["year"]) if found["year"] else None
        yield Item(int(found["serial"]), year, found.end(), True)
        title = _TITLE.match(folded, found.end())
        following = _NEXT.match(folded, title.end() if title else found.end())
        if following is None or not plural:
            return
        at = following.end()
