"""Which year does a text give to a licence by the day that stands right beside its number?"""

import re

from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.prose.flow import Flow

_BEFORE = re.compile(r"\b(?:dated|of|granted(?:\son)?|issued(?:\son)?)\s\ue000{4,30}\s?\($")
_BEHIND = re.compile(r"\)?,?\s(?:dated|of|granted(?:\son)?|issued(?:\son)?)\s\ue000{4,30}")
_REACH = 60


def year_of_licence(flow: Flow, number: NamedNumber) -> int | None:
    """Return the year of ``dated 1 May 2026 (OGEL 9)`` or ``OGEL 9, dated 1 May 2026``.

    A heading may name the licence without its day: what a sentence tells holds for the whole text.
    """
    low = max(0, number.start - _REACH)
    before = _BEFORE.search(flow.marked, low, number.start)
    behind = _BEHIND.match(flow.marked, number.end)
    place = before or behind
    days = flow.days_in(place.start(), place.end()) if place is not None else ()
    return days[-1].year if days else None


def year_of_day_beside(flow: Flow, number: NamedNumber, low: int) -> int | None:
    """Return the year of the day beside a licence, from ``low`` on."""
    after = flow.days_in(number.end, number.end + _REACH)
    before = flow.days_in(low, number.start)
    bracketed = flow.flow[max(0, number.start - 1) : number.start] == "("
    days = [*reversed(before[-1:]), *after] if bracketed else after
    days = days or list(before[-1:])
    return next((day.year for day in days if day.year), None)
