"""Which days does a text name as the first or the last one of a part of the calendar?

``the last day of June 2026``, ``2026年第三季度首日``, ``明年元旦``: such words are a day like any
other, wherever a day may stand.
"""

import calendar
import re
from collections.abc import Iterator
from typing import NamedTuple

from tracker.extraction.spelling.numerals import number
from tracker.extraction.spelling.regexps import regexp
from tracker.extraction.spelling.sieve import sieve_of


class Edge(NamedTuple):
    """A day at the edge of a part of the calendar, as `DayNamed` holds it."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    said: str


_MONTHS = tuple(calendar.month_name)[1:]
_FIRST_ZH = r"首日|首个自然日|第[一1]个?[日天]|头一天"
_ZH = regexp(
    r"(?:(?P<year>(?:19|20)[0-9]{2})\s?年|(?P<said>[今本明来次翌同当])年)\s?的?"
    r"(?:元旦|(?:第?(?P<quarter>[一二三四1-4])\s?季度?|(?P<half>[上下])半年"
    r"|(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s?月份?)?的?"
    rf"(?:(?P<first>{_FIRST_ZH})|(?P<last>最[后末][一1]?个?[日天]|末日)))"
)
_EN = regexp(
    r"\b(?:(?:[Tt]he\s)?(?:(?P<last>(?:last|final|closing)\sday)|(?:first|1st|opening)\sday|beginning|start)"
    rf"\s(?:of|in)\s(?:(?P<month>{'|'.join(_MONTHS)})(?:,?\s(?:of\s)?(?P<year>20[0-9]{{2}}))?(?!\s?[0-9])"
    r"|(?:the\s)?(?:(?P<which>first|second|third|fourth|1st|2nd|3rd|4th|last)\s(?P<span>half|quarter)\s(?:of\s)?)?"
    r"(?:the\s)?(?:(?:calendar\s)?year\s(?:of\s)?)?(?P<whole>20[0-9]{2}))"
    r"|New\sYear['’]s\sDay(?:,|\s(?:of|in))?\s(?P<new>20[0-9]{2}))(?![0-9/-])"
)
_LAST_OF = {"half": 2, "quarter": 4}


def edges_named(folded: str) -> Iterator[Edge]:
    """Yield the first and last days of years, halves, quarters and months that are named so."""
    sieve = sieve_of(folded)
    for found in sieve.matches(_ZH) if "年" in folded else ():
        yield _chinese(found)
    for found in sieve.matches(_EN):
        yield _english(found)


def _edge(found: re.Match[str], year: int | None, low: int, high: int, said: str = "") -> Edge:
    """Return the first day of the months ``low`` to ``high``, or the last one if that is told."""
    if not found["last"]:
        return Edge(*found.span(), year, low, 1, said)
    last = calendar.monthrange(year or _NO_LEAP_YEAR, high)[1]
    return Edge(*found.span(), year, high, last, said)


_NO_LEAP_YEAR = 2027


def _chinese(found: re.Match[str]) -> Edge:
    low, high = 1, 12
    if found["quarter"]:
        high = 3 * (number(found["quarter"]) or 4)
        low = high - 2
    elif found["half"]:
        low, high = (1, 6) if found["half"] == "上" else (7, 12)
    elif found["month"]:
        low = high = number(found["month"]) or 1
    year = int(found["year"]) if found["year"] else None
    return _edge(found, year, low, high, found["said"] or "")


def _english(found: re.Match[str]) -> Edge:
    told = found["new"] or found["year"] or found["whole"]
    year = int(told) if told else None
    if found["month"]:
        month = _MONTHS.index(found["month"]) + 1
        return _edge(found, year, month, month)
    if not found["span"]:
        return _edge(found, year, 1, 12)
    long = 12 // _LAST_OF[found["span"]]
    place = found["which"]
    nth = _LAST_OF[found["span"]] if place == "last" else _PLACES.get(place[:3]) or 1
    high = min(12, nth * long)
    return _edge(found, year, high - long + 1, high)


_PLACES = {"fir": 1, "1st": 1, "sec": 2, "2nd": 2, "thi": 3, "3rd": 3, "fou": 4, "4th": 4}
