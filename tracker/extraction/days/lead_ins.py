"""From when do the items of an act hold, where the words before them tell it for all?"""

from tracker.extraction.days.times import Life, Times, life_of
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_LEADS_IN = regexp(
    r"\b(?:give\s(?:public\s)?notice|hereby|notif(?:y|ies)|declares?|orders?|decides?|determines?|directs?)\b"
    r"|\b(?:is|are|been)\s(?:announced|decided|determined|notified)\b"
)
_OPENS_CHINESE = regexp(
    r"起?,?(?:(?:就|对)?[^,。;\ue001]{0,24}(?:实施|采取|实行|执行|作出|调整)[^,。;\ue001]{0,16}|(?:有关|相关)[^,。;\ue001]{0,12})?:\s{0,4}"
)
"""How a Chinese sentence goes on behind a start that holds for all that is listed under it."""
_OPENS_ITEMS = regexp(r"[:\u2013\u2014-]\s*$")


def life_of_lead_in(flow: Flow, times: Times, spans: tuple[Span, ...]) -> Life | None:
    """Return the life that the words before the items of an act give to all of them."""
    for sentence in (one for span in spans for one in flow.within(span.start, span.end)):
        if not _OPENS_ITEMS.search(flow.flow, sentence.start, sentence.end):
            continue
        words = times.within(sentence.start, sentence.end)
        start = next((word for word in words if word.role == "start"), None)
        if flow.language == "zh":
            behind = start and _OPENS_CHINESE.fullmatch(flow.marked, start.end, sentence.end)
            if behind and not any("\ue001" in flow.marked[one.start : one.end] for one in spans):
                return life_of(words)  # days of deeds to other acts are read with these
            continue
        if start is not None and _LEADS_IN.search(flow.flow, sentence.start, start.start):
            return life_of(words)
    return None
