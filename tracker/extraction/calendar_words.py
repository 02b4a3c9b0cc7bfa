"""Which days and months does a prose text name?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_MONTH_NAMES = """
January February March April May June July August September October November December
"""
_MONTHS = _MONTH_NAMES.split()
_NUMBER_OF = {
    **{name: i for i, name in enumerate(_MONTHS, start=1)},
    **{name[:3]: i for i, name in enumerate(_MONTHS, start=1)},
    "Sept": 9,
}
_MONTH = rf"(?P<name>{'|'.join(sorted(_NUMBER_OF, key=len, reverse=True))})\b\.?"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9A-Za-z%])"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9])"

PATTERNS = (
    re.compile(rf"\b{_MONTH}\s{{1,3}}{_DAY}(?:,?\s{{1,3}}{_YEAR})?"),
    re.compile(rf"(?<![0-9]){_DAY}\s{{1,3}}(?:of\s{{1,3}})?{_MONTH}(?:,?\s{{1,3}}{_YEAR})?"),
    re.compile(
        r"(?<![0-9-])(?P<year>(?:19|20)[0-9]{2})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?![0-9-])"
    ),
    re.compile(
        r"(?:(?P<year>(?:19|20)[0-9]{2})\s{0,2}年\s{0,2})?"
        r"(?<![0-9])(?P<month>1[0-2]|0?[1-9])\s{0,2}月\s{0,2}(?P<day>[0-3]?[0-9])\s{0,2}[日号]"
    ),
    re.compile(rf"\b[Ii]n\s{{1,3}}{_MONTH}(?:,?\s{{1,3}}(?:{_YEAR}|this\s{{1,3}}year))"),
    re.compile(rf"\b[Ii]n\s{{1,3}}{_MONTH}(?!\s{{0,3}}[0-9])"),
    re.compile(
        r"(?:今年|(?P<year>(?:19|20)[0-9]{2})\s{0,2}年)\s{0,2}(?P<month>1[0-2]|0?[1-9])\s{0,2}月(?!\s{0,2}[0-9])"
    ),
)
"""Read on folded text; a row with a month and no day names the month as a whole."""

AHEAD = timedelta(days=1)
"""A text may be dated a day before the day of which it speaks, from another zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayNamed:
    """A day, or a month where ``day`` is ``None``; without ``year`` where none is told."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None

    def can_be(self, day: date, *, published_on: date | None) -> bool:
        """Tell whether ``day`` may be meant by a text of ``published_on``.

        A day without a year is the last one of that name before the text was published.
        """
        if day.month != self.month or (self.day is not None and day.day != self.day):
            return False
        if self.year is not None:
            return day.year == self.year
        if published_on is None:
            return True
        return timedelta(0) <= published_on + AHEAD - day < timedelta(days=365)


def days_named(folded: str) -> tuple[DayNamed, ...]:
    """Return the days and months that ``folded`` names, in order, the longest at each place."""
    found = sorted(_all(folded), key=lambda one: (one.start, -one.end))
    kept: list[DayNamed] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _all(folded: str) -> Iterator[DayNamed]:
    for pattern in PATTERNS:
        for found in pattern.finditer(folded):
            groups = found.groupdict()
            month = _NUMBER_OF[groups["name"]] if groups.get("name") else int(groups["month"])
            day = int(groups["day"]) if groups.get("day") else None
            if 1 <= month <= 12 and (day is None or 1 <= day <= 31):
                year = int(groups["year"]) if groups.get("year") else None
                yield DayNamed(
                    start=found.start(), end=found.end(), year=year, month=month, day=day
                )
