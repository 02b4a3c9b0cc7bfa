"""From when do the items of an act hold, where the words before them tell it for all?"""

import re

from tracker.extraction.days.times import Life, Times, life_of
from tracker.extraction.prose.flow import Flow, Span

_LEADS_IN = re.compile(
    r"\b(?:give\s(?:public\s)?notice|hereby|notif(?:y|ies)|declares?|orders?|decides?|determines?|directs?)\b"
    r"|\b(?:is|are|been)\s(?:announced|decided|determined|notified)\b"
)
_OPENS_ITEMS = re.compile(r"[:\u2013\u2014-]\s*$")


def life_of_lead_in(flow: Flow, times: Times, spans: tuple[Span, ...]) -> Life | None:
    """Return the life that the words before the items of an act give to all of them."""
    for sentence in (one for span in spans for one in flow.within(span.start, span.end)):
        if flow.language == "zh" or not _OPENS_ITEMS.search(
            flow.flow, sentence.start, sentence.end
        ):
            continue
        words = times.within(sentence.start, sentence.end)
        start = next((word for word in words if word.role == "start"), None)
        if start is not None and _LEADS_IN.search(flow.flow, sentence.start, start.start):
            return life_of(words)
    return None
