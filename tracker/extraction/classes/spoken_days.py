"""On which day were words spoken that a document reports?"""

import re
from datetime import date, timedelta

from tracker.extraction.classes.assertions import Said
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = regexp(rf"\bon\s(?P<day>{'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_ZH_WEEKDAY = regexp(r"(?:周|星期|礼拜)(?P<day>[一二三四五六日天])")
_SPOKEN_ON = regexp(
    r"\b(?:said|told|wrote|reported|denied|confirmed|announced|stated|claimed|warned|added|argued)\b[^.;,\n\ue000]{0,40}?\bon\s(?P<behind>\ue000{3,40})"
    r"|^(?:[-\u2022]\s)?On\s(?P<first>\ue000{3,40}),?\s[^.;\n]{3,80}?\b(?:said|told|wrote|reported|denied|confirmed|announced|stated|claimed)\b"
    r"|(?P<zh>\ue000{3,40})[^,。;\n\ue000]{0,16}?(?:表示|称(?!号)|说(?![法明])|指出|回应|强调|透露|报道|写道|认为|否认|证实|告诉|刊发|刊登)"
)
"""How a sentence tells beside its verb on which day somebody spoke."""
_LONG_AGO = timedelta(days=60)
"""What lies further back is history, and no day of words that are news."""


def said_on(said: Said, sentence: Span, text: str) -> date | None:
    """Return the day of the words: one told beside the verb, a weekday before, else the page's."""
    published = said.published_on
    if published is None or said.klass == "opinion":
        return None
    told = _told(said, sentence, published)
    if told is not None:
        return told
    index = _weekday(text)
    if index is None:
        return published
    return published - timedelta(days=(published.weekday() - index) % 7)


def _told(said: Said, sentence: Span, published: date) -> date | None:
    found = _SPOKEN_ON.search(said.flow.marked[sentence.start : sentence.end])
    if found is None:
        return None
    start, end = found.span(found.lastgroup or 0)
    day = said.times.resolved(sentence.start + start, sentence.start + end)
    return day if day is not None and published - _LONG_AGO <= day <= published else None


def _weekday(text: str) -> int | None:
    match = _WEEKDAY.search(text)
    if match is not None:
        return _WEEKDAYS.index(match["day"].lower())
    chinese = _ZH_WEEKDAY.search(text)
    return None if chinese is None else "一二三四五六日".find(chinese["day"].replace("天", "日"))
