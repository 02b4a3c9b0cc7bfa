"""On which day did a gazette print an act, as the text itself tells it?"""

import re
from datetime import date

from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.names.wording import Form
from tracker.extraction.prose.flow import DAY, Flow

_HEAD = 6_000
"""How many characters of a document may hold its head."""
_OJ_DAY = re.compile(
    r"(?:Official\sJournal|OJ\sL|\bL\sseries)[\s\S]{0,160}?(?<![0-9.])(?P<day>[0-9]{1,2}\.[0-9]{1,2}\.20[0-9]{2})"
)
_DOTTED = re.compile(r"(?<![0-9.])[0-9]{1,2}\.[0-9]{1,2}\.20[0-9]{2}(?![0-9.])")
_TOLD = re.compile(
    rf"(?:(?<=\n)|^)[\s(]{{0,4}}Published\sin\sthe\sOfficial\sJournal\b[^.;\n\ue000]{{0,60}}{DAY}"
)
"""A line that says when the journal printed the act: its last day is a day in words."""
_DUTCH = re.compile(
    rf"(?:GAZETTE|Gazette|STAATSCOURANT|Staatscourant|\ue001)[^;\ue000]{{0,160}}?{DAY}"
)
_GAZETTES: dict[Form, re.Pattern[str]] = {
    "ca_sor": re.compile(rf"Canada\sGazette,?\sPart\s(?:II|2)\b[^\n\ue000]{{0,60}}{DAY}"),
    "nl_regulation": _DUTCH,
    "nl_gazette": _DUTCH,
}
"""Where the head of a document tells on which day the gazette printed it, by its number."""


def printed_on(flow: Flow, number: NamedNumber | None) -> date | None:
    """Return the day of the gazette in which an act with such a number is printed."""
    pattern = _GAZETTES.get(number.form) if number is not None else None
    found = pattern.search(flow.marked, 0, _HEAD) if pattern is not None else None
    days = flow.days_in(found.start(), found.end()) if found is not None else ()
    return days[0].on(None) if days else None


def gazetted_on(flow: Flow, *, european: bool = False) -> date | None:
    """Return the day of the Official Journal that a page names."""
    dotted = _DOTTED.search(flow.flow[:1500]) if european else None
    if dotted is not None:
        days = flow.days_in(dotted.start(), dotted.end())
        return next((day.on(None) for day in days), None)
    told = _TOLD.search(flow.marked)
    if told is not None:
        return next((day.on(None) for day in flow.days_in(told.start(), told.end())), None)
    found = _OJ_DAY.search(flow.flow[:_HEAD]) or _OJ_DAY.search(flow.flow[-_HEAD:])
    if found is None:
        return None
    days = flow.days_in(found.start("day"), found.end("day"))
    at = found.start("day")
    offset = 0 if flow.flow.startswith(found.group(), found.start()) else len(flow.flow) - _HEAD
    days = days or flow.days_in(at + offset, at + offset + 12)
    return next((day.on(None) for day in days), None)
