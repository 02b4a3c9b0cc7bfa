"""From which day does the head of an instrument say that it comes into force, and which parts?

Above the preamble of a British instrument stand, a line each, the day on which it was made and
those on which it comes into force: ``Coming into force, except regulation 4 - - 25th May 2026``.
"""

from collections.abc import Iterator

from tracker.extraction.days.start_words import Subject
from tracker.extraction.days.times import Life, Times, TimeWord
from tracker.extraction.names.references import Provision, english_provisions
from tracker.extraction.prose.flow import DAY, Flow
from tracker.extraction.spelling.regexps import regexp

_HEAD = 2_000
_OPENS = regexp(
    r"(?:(?<=\n)|^)[ \t|]{0,8}(?=[^\n\ue000.;]{0,60}"
    r"\b[Cc]om(?:ing|es?)\sinto\s(?:force|operation|effect)\b)"
)
_LINE = regexp(
    r"[ \t|]{0,8}(?P<of>[^\n\ue000;]{0,90}?(?:\n[^\n\ue000;]{0,70}?)?)"
    rf"(?:[ \t|.:\u2013\u2014-]{{1,80}}|\n)\s{{0,3}}(?P<day>{DAY})\.?[ \t|]{{0,8}}(?:\n\s{{0,3}}|$)"
)
"""One entry of the head: of what, over one line or two, and from when."""
_SAID = regexp(
    r"(?i)\b(?:com(?:ing|es?)\sinto\s(?:force|operation|effect)|for\s(?:all\s)?(?:the\s)?purposes?(?:\sof)?"
    r"|generally|on|as\sregards|in\srelation\sto)\b|[\s,:()|.\u2013\u2014-]"
)
"""What an entry of the whole instrument may say, and no more."""
_EXCEPT = regexp(r"(?i)\b(?:except(?:ing|ed)?|other\sthan|save|apart\sfrom|excluding)\b")
_REST = regexp(
    r"(?i)\b(?:(?:all\s)?(?:other|remaining)\s(?:purposes|provisions|regulations|articles|parts)"
    r"|(?:the\s)?(?:rest|remainder))\b"
)
_PART = regexp(r"(?i)\b(?:regulation|article|section|paragraph|part|schedule)s?\s[0-9A-Z]")
_MOST = 12


def headed_commencement(
    flow: Flow, times: Times
) -> Iterator[tuple[Subject, tuple[Provision, ...], Life]]:
    """Yield what the lines of the head tell: of parts, of the whole, or of all but some parts."""
    head = _OPENS.search(flow.marked, 0, _HEAD) if flow.language == "en" else None
    at = head.end() if head is not None else None
    for _ in range(_MOST):
        line = None if at is None else _LINE.match(flow.marked, at)
        told = None if line is None else _told(flow, *line.span("of"))
        day = times.resolved(*line.span("day")) if line is not None else None
        if line is None or told is None or day is None:
            return
        start, end = line.span("day")
        word = TimeWord(role="start", start=start, end=end, wording="in the head", day=day)
        yield *told, Life(start=word)
        at = line.end()


def _told(flow: Flow, low: int, high: int) -> tuple[Subject, tuple[Provision, ...]] | None:
    """Return of what an entry speaks; ``None`` where it is no entry of a start."""
    excepts = _EXCEPT.search(flow.flow, low, high)
    if excepts is not None:
        return "rest", english_provisions(flow.flow, excepts.end(), high)
    if _REST.search(flow.flow, low, high):
        return "rest", ()
    if _PART.search(flow.flow, low, high):
        parts = english_provisions(flow.flow, low, high)
        return ("parts", parts) if parts else None
    return None if _SAID.sub("", flow.flow[low:high]) else ("whole", ())
