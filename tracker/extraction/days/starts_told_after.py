"""Which part does a short sentence date right behind the one that starts the act?

``This Order comes into effect on 1 October. In the case of Article 3, the date is 1 April.``
"""

from collections.abc import Iterator
from itertools import pairwise

from tracker.extraction.days.own_parts import own_parts
from tracker.extraction.days.times import Life, Times, TimeWord
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_LEADS = regexp(
    r"\W{0,4}(?:[0-9]{1,2}[.)]?\s{1,3})?(?:(?:However|But|Only),?\s)?"
    r"(?i:(?:in\sthe\scase\sof|as\s(?:regards|to|for)|with\s(?:regard|respect)\sto|in\srespect\sof|for|on)\s)?"
    r"(?=(?:the\s)?(?:Articles?|Sections?|Paragraphs?|Regulations?|[Pp]oints?|[Ii]tems?)\s[0-9IVX(])"
)
_NO_START = regexp(
    r"\b(?:before|until|till|by|prior|end(?:s|ed|ing)?|expir[a-z]+|licen[cs]es?|permits?|permissions?"
    r"|appli(?:cations?|cants?)|issued|granted|contracts?|dated|published|reports?|holders?"
    r"|persons?|exporters?|goods|items?\s(?:exported|shipped))\b|\ue001"
)
"""What says that a day is not that of a start, or not of the part alone."""
_LONGEST = 140


def starts_told_after(
    flow: Flow, times: Times, spans: tuple[Span, ...], read: list[Span]
) -> Iterator[tuple[tuple[Provision, ...], Life, Span]]:
    """Yield the parts that such sentences date, the start, and the sentence."""
    if flow.language != "en":
        return
    taken = {one.start for one in read}
    for span in spans:
        for before, sentence in pairwise(flow.within(span.start, span.end)):
            if before.start not in taken or sentence.start in taken:
                continue
            told = _told(flow, times, sentence)
            if told is not None:
                taken.add(sentence.start)
                yield (*told, sentence)


def _told(flow: Flow, times: Times, sentence: Span) -> tuple[tuple[Provision, ...], Life] | None:
    leads = _LEADS.match(flow.marked, sentence.start, sentence.end)
    days = flow.days_in(sentence.start, sentence.end)
    if leads is None or len(days) != 1 or sentence.end - sentence.start > _LONGEST:
        return None
    if _NO_START.search(flow.marked, leads.end(), sentence.end):
        return None
    parts = tuple(own_parts(flow, leads.end(), days[0].start))
    day = times.resolved(days[0].start, days[0].end)
    if not parts or day is None:
        return None
    word = TimeWord(
        role="start", start=days[0].start, end=days[0].end, wording="told after", day=day
    )
    return parts, Life(start=word)
