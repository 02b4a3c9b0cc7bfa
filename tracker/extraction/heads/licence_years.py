"""Which licence does a text mean: one of which year, and its own or one that it moves?"""

from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.regexps import regexp

_BEFORE = regexp(r"\b(?:dated|of|granted(?:\son)?|issued(?:\son)?)\s\ue000{4,44}\s?\($")
_BEHIND = regexp(
    r"\)?,?\s(?:(?:which|that)\swas\s)?(?:dated|of|granted(?:\son)?|issued(?:\son)?)\s\ue000{4,44}"
    r"|[^.;\ue000\ue001]{0,40}\.\s(?:That|This|It)\sis\s[^.;\ue000]{3,160}?\s(?:dated|granted(?:\son)?|issued(?:\son)?)\s\ue000{4,44}"
)
_REACH = 60


_LICENCES = frozenset({"open_licence", "titled_licence", "trade_licence"})
YEAR_BESIDE = frozenset(
    {"open_licence", "titled_licence", "vn_circular", "vn_decision", "vn_decree"}
)
"""The forms whose number may go without a year: the day beside it tells it."""
_MOVES = regexp(
    r"\s{0,4}(?i:notice\sof\s)?(?i:(?:temporary\s)?(?:suspension|revocation|withdrawal|variation|amendment|extension|renewal))\s(?:of|to)\s"
)


def moves_licence(number: NamedNumber, head: str) -> bool:
    """Tell whether ``head``, the title before a licence, is of what is done to that licence."""
    return number.form in _LICENCES and _MOVES.match(head) is not None


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
    high = min(number.end + _REACH, flow.sentence(number.start).end)
    after = flow.days_in(number.end, high)
    before = flow.days_in(low, number.start)
    bracketed = flow.flow[max(0, number.start - 1) : number.start] == "("
    days = [*reversed(before[-1:]), *after] if bracketed else after
    days = days or list(before[-1:])
    return next((day.year for day in days if day.year), None)
