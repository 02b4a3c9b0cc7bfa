"""Which days of an act stand apart: of its entry into force, under a heading, in a field?"""

from collections.abc import Iterator

from tracker.extraction.days.headed_commencement import headed_commencement
from tracker.extraction.days.start_words import Subject
from tracker.extraction.days.times import Life, Times, TimeWord, life_of
from tracker.extraction.names.references import Provision, english_provisions
from tracker.extraction.prose.flow import DAY, Flow, Span
from tracker.extraction.spelling.regexps import regexp

_AT_ENTRY = regexp(
    r"\b(?:appl(?:y|ies)|effective|take\seffect)\s(?:as\s)?(?:from|on|with\seffect\sfrom)\s(?:the\s)?(?:(?:date|day)\sof\s)?(?:its\s|the\s)?"
    r"(?:entry\sinto\sforce|(?:date|day)\son\swhich\s(?:this|it)\b[^.;,]{0,30}?\b(?:enters|comes)\sinto\sforce)\b"
)
_ENTERS = regexp(r"\b(?:enters?|comes?)\sinto\sforce\b")
_HEADED = regexp(
    r"(?:(?<=\n)|^)[ \t]{0,4}(?:[0-9]{1,2}[.)]\s{1,3})?"
    r"(?:Commencement|Entry\sinto\s(?:force|effect)|Effective\sdate)"
    rf"[.:]?[ \t]*\n\s{{0,6}}(?:[0-9]{{1,2}}[.)]\s{{1,3}})?(?P<day>{DAY})\.?[ \t]*(?=\n|$)"
)
"""A heading below which nothing but a day stands."""


_FIELD = regexp(
    r"(?:(?<=[\n\s\[<|])|^)(?:(?:生效|实施|施行|执行|适用|起始)(?:日期|时间)"
    r"|(?:开始)?(?:生效|实施|施行|执行|适用)(?:开始|起始)?日?(?=\s?[:\]])|起始日(?=\s?[:\]])"
    r"|(?i:effective\sdate|date\sof\s(?:effect|entry\sinto\sforce)|(?:entry|entered)\sinto\sforce)"
    r"|(?:(?<=\n)|(?<=[|.;]\s))(?i:(?:back\s)?in\s(?:force|operation|effect)\s(?:again\s)?(?:from|on|as\sof)"
    r"|(?:takes?|taking)\seffect(?:\son)?|(?:comes?|coming|enters)\sinto\s(?:force|operation|effect)(?:\son)?"
    r"|(?:appl(?:ies|icable)|operative|effective)(?:\s(?:from|on|as\sof))?|commenc(?:es|ement)(?:\sdate)?)"
    r"(?=\s?[:|\n]))"
    rf"[\]>]?\s{{0,3}}[:|]?\s{{0,3}}(?P<day>{DAY})"
)
"""A field of the page that tells from when the act holds: ``【生效日期】2026-10-01``."""
_HEAD = 1_200


def day_in_a_field(flow: Flow, times: Times) -> Life | None:
    """Return the life that a field in the head of a page tells for the whole act."""
    told = _FIELD.search(flow.marked, 0, _HEAD)
    day = times.resolved(*told.span("day")) if told is not None else None
    if told is None or day is None:
        return None
    start, end = told.span("day")
    return Life(start=TimeWord(role="start", start=start, end=end, wording="in a field", day=day))


def headed_and_entry_days(
    flow: Flow, times: Times, spans: tuple[Span, ...]
) -> Iterator[tuple[Subject, tuple[Provision, ...], Life]]:
    """Yield the day alone under a heading, those of the head, and those of ``from_entry``."""
    headed = _HEADED.search(flow.marked) if flow.language == "en" else None
    day = times.resolved(*headed.span("day")) if headed is not None else None
    if headed is not None and day is not None:
        start, end = headed.span("day")
        told = TimeWord(role="start", start=start, end=end, wording="under a heading", day=day)
        yield "whole", (), Life(start=told)
    yield from headed_commencement(flow, times)
    for parts, life in from_entry(flow, times, spans):
        yield "parts", parts, life


def from_entry(
    flow: Flow, times: Times, spans: tuple[Span, ...]
) -> Iterator[tuple[tuple[Provision, ...], Life]]:
    """Yield the parts that apply from the entry into force, with that day, sentence by sentence."""
    if flow.language != "en" or _AT_ENTRY.search(flow.flow) is None:
        return
    entry = _entry(flow, times, spans)
    for span in spans if entry is not None else ():
        for sentence in flow.within(span.start, span.end):
            told = _AT_ENTRY.search(flow.flow, sentence.start, sentence.end)
            if told is None or entry is None:
                continue
            before = times.within(sentence.start, told.start())
            low = before[-1].end if before else sentence.start
            parts = english_provisions(flow.flow, low, told.start())
            if parts:
                yield parts, life_of((entry,))


def _entry(flow: Flow, times: Times, spans: tuple[Span, ...]) -> TimeWord | None:
    """Return the day on which the act itself enters into force."""
    for span in spans:
        for sentence in flow.within(span.start, span.end):
            if _ENTERS.search(flow.flow, sentence.start, sentence.end) is None:
                continue
            words = times.within(sentence.start, sentence.end)
            told = next((word for word in words if word.role == "start" and word.day), None)
            if told is not None:
                return told
    return None
