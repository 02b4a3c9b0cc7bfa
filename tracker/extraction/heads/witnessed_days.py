"""Which day does the formula before a signature tell in words alone?

``this second day of May, in the year of our Lord two thousand six``.
"""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.calendar_words import month_named
from tracker.extraction.spelling.numerals import ENGLISH_NUMBER, english_number
from tracker.extraction.spelling.regexps import regexp

_WITNESSED = regexp(
    rf"\bset\s(?:my|our)\shands?\sthis\s(?P<day>{ENGLISH_NUMBER})\sday\sof\s(?P<month>[A-Z][a-z]{{2,8}}),?\s"
    rf"in\sthe\syear\s(?:of\sour\sLord\s)?two\sthousand\s(?:and\s)?(?P<year>{ENGLISH_NUMBER})\b"
)


def witnessed(flow: Flow) -> Iterator[tuple[date, int, int, str]]:
    """Yield the day that the formula tells, and where; nothing for a day that does not exist."""
    for found in islice(_WITNESSED.finditer(flow.flow), 1):
        day, year = english_number(found["day"]), english_number(found["year"])
        month = month_named(found["month"])
        if day is None or year is None or month is None:
            continue
        try:
            told = date(2000 + year, month, day)
        except ValueError:
            continue
        yield told, found.start(), found.end(), "issue"
