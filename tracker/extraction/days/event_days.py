"""On which day was an act laid, registered, made, as its own head tells it?

A start may be counted from one of these days: ``the 21st day after the day on which it is laid``.
"""

import re
from datetime import date
from typing import Literal

from tracker.extraction.prose.flow import DAY, Flow
from tracker.extraction.spelling.regexps import regexp

Event = Literal["laid", "registered", "made", "published"]

_WORDS: tuple[tuple[Event, re.Pattern[str]], ...] = (
    ("published", regexp(r"\b(?:publi|promulgat|issu|releas|announc)", re.IGNORECASE)),
    ("laid", regexp(r"\b(?:laid|laying)\b", re.IGNORECASE)),
    ("registered", regexp(r"\bregist(?:ered|ration)\b", re.IGNORECASE)),
    ("made", regexp(r"\b(?:made|making|signed|signing|signature|adoption)\b", re.IGNORECASE)),
)
"""Which event the words of a count mean; the first row that fits decides."""

_TOLD: dict[Event, re.Pattern[str]] = {
    "laid": regexp(rf"\b[Ll]aid\b(?:\sbefore\s[^\n\ue000]{{3,60}}?)?[\s.:-]{{1,60}}{DAY}"),
    "registered": regexp(
        rf"\bRegist(?:ration|ered)\b(?:[^\n\ue000]{{0,40}}\n?){{1,2}}?{DAY}", re.IGNORECASE
    ),
    "made": regexp(rf"(?:(?<=\n)|^)[\s\d.]{{0,20}}Made\b[^\n\ue000]{{0,60}}\n?\s{{0,40}}{DAY}"),
}
"""How the head of an act tells the day of an event."""

_HEAD = 6_000


def event_of(words: str) -> Event | None:
    """Return the event from which the words of a time count, if they name one."""
    return next((event for event, pattern in _WORDS if pattern.search(words)), None)


def event_day(flow: Flow, event: Event) -> date | None:
    """Return the day on which the act was laid, registered or made, where its head tells it."""
    told = _TOLD.get(event)
    found = told.search(flow.marked, 0, _HEAD) if told is not None else None
    if found is None:
        return None
    days = flow.days_in(found.start(), found.end())
    return days[-1].on(None) if days else None
