"""Which parts have a day of their own in a sentence that tells the start of others besides?"""

from tracker.extraction.days.own_parts import own_parts
from tracker.extraction.days.times import Life, Times, TimeWord
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_RESPECTIVELY = "respectively"
_ENDS = regexp(
    r"^\s?(?:shall\s|will\s|is\s|are\s)?(?:ceases?|expires?|lapses?|ends?|valid|loses?|in\sforce|remains?\sin\sforce"
    r"|appl(?:y|ies))\b"
)


def ordered_starts(flow: Flow, times: Times, sentence: Span) -> tuple[tuple[Provision, Life], ...]:
    """Return parts with days told in the same order: ``Points 1 and 2 …, respectively``."""
    if flow.flow.find(_RESPECTIVELY, sentence.start, sentence.end) < 0:
        return ()
    days = flow.days_in(sentence.start, sentence.end)
    parts = tuple(own_parts(flow, sentence.start, days[0].start)) if days else ()
    resolved = [times.resolved(named.start, named.end) for named in days]
    if len(parts) != len(days) or len(parts) < 2 or None in resolved:
        return ()
    starts = (
        TimeWord(role="start", start=named.start, end=named.end, wording="in order", day=day)
        for named, day in zip(days, resolved, strict=True)
    )
    return tuple((part, Life(start=start)) for part, start in zip(parts, starts, strict=True))


def ending_apart(
    flow: Flow, words: tuple[TimeWord, ...]
) -> tuple[tuple[Provision, ...], TimeWord] | None:
    """Return the parts that a last day behind a start is told of, and that day.

    ``This order takes effect on May 1, except that Article 2 is valid only through July 31.``
    """
    start, end = words[0], next((word for word in words[1:] if word.role == "end"), None)
    if end is None or end.start <= start.end:
        return None
    parts = tuple(own_parts(flow, start.end, end.start))
    if not parts or _ENDS.search(flow.flow[parts[-1].end : end.end]) is None:
        return None
    return parts, end
