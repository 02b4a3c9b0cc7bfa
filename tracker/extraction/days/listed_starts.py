"""Which starts does a list tell, item by item: ``(a) regulation 3, on 1st October 2026``?"""

from collections.abc import Iterator

from tracker.extraction.days.own_parts import own_parts
from tracker.extraction.days.start_words import Subject
from tracker.extraction.days.times import Life, Times, TimeWord, life_of
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_LEAD = regexp(
    r"(?i:\b(?:comes?|coming|enters?|takes?|brought|put)\s(?:into\s)?(?:force|effect|operation)"
    r"|\bappl(?:y|ies)|\beffective\b"
    r"|\bcommences?|\bimplemented)\b[^.;\n]{0,160}?(?:[:\u2014\u2013]|-{1,2}(?=\s))\s{0,8}(?=[(0-9a-z\u2022\u2013-])"
)
"""How a sentence opens a list of parts and days."""
_ITEM = regexp(
    r"\s{0,12}(?:\((?:[0-9]{1,2}|[a-z]|[ivx]{1,5})\)|[0-9a-z]{1,2}[.)]|[\u2022\u2013-])\s{1,4}"
    r"(?P<text>[^;\n]{4,300}?)(?:;?\s(?:and|or)\b|;|\.)?[ \t]{0,4}"
    r"(?=\n|\([0-9a-z]{1,4}\)\s|$|(?<=[;.])\s)"
)
_MOST = 30
_OTHERS = regexp(
    r"\b(?:all|any|for)\s(?:the\s)?(?:other|remaining)\b|\b(?:the\s)?(?:remainder|rest\sof)\b|\bthe\s(?:other|remaining)\b"
    r"|\bfor\sall\spurposes\b|\botherwise\b"
)
_PROMULGATED = regexp(
    r"\bthe\s(?:date|day)\s(?:of|on\swhich)\s(?:its\s|the\s|this\s|it\sis\s|they\sare\s)?(?:[A-Z][a-z]+\sis\s)?"
    r"(?:promulgation|publication|issuance|promulgated|published|issued)\b"
)
"""The day of an item that is that of publication, without any word before it."""


def listed_starts(
    flow: Flow, times: Times, spans: tuple[Span, ...]
) -> Iterator[tuple[Subject, tuple[Provision, ...], Life, Span]]:
    """Yield of what each item tells a start, the start, and where the item stands.

    An item without a day has that of the words that open the list.
    """
    if flow.language != "en":
        return
    for span in spans:
        for lead in flow.sieve.finditer(_LEAD, span.start, span.end):
            opening = flow.sentence(lead.start()).start
            led = _start(flow, times, max(span.start, opening), lead.end())
            yield from _items(flow, times, lead.end(), span.end, led)


def _items(
    flow: Flow, times: Times, low: int, high: int, led: TimeWord | None
) -> Iterator[tuple[Subject, tuple[Provision, ...], Life, Span]]:
    for _ in range(_MOST):
        item = _ITEM.match(flow.flow, low, high)
        if item is None:
            return
        start, end = item.span("text")
        word = _start(flow, times, start, end) or led
        parts = tuple(own_parts(flow, start, end))
        if word is not None and parts:
            yield "parts", parts, life_of((word, *_ends(times, start, end))), Span(start, end)
        elif word is not None and word is not led and _OTHERS.search(flow.flow, start, end):
            yield "rest", (), Life(start=word), Span(start, end)
        low = item.end()


def _ends(times: Times, low: int, high: int) -> tuple[TimeWord, ...]:
    return tuple(word for word in times.within(low, high) if word.role != "start")


def _start(flow: Flow, times: Times, low: int, high: int) -> TimeWord | None:
    """Return the start that a stretch tells, also by a day alone."""
    told = [word for word in times.within(low, high) if word.role == "start"]
    if told:
        return told[0]
    for named in flow.days_in(low, high):
        day = times.resolved(named.start, named.end)
        if day is not None:
            return TimeWord(
                role="start", start=named.start, end=named.end, wording="in a list", day=day
            )
    found = _PROMULGATED.search(flow.flow, low, high)
    return None if found is None else times.of_publication(found.start(), found.end())
