"""How long does a part hold that counts its time from the start of the act itself?"""

import re

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord, life_of
from tracker.extraction.prose.flow import Span

_OWN_START = re.compile(
    r"\s(?:from|after|as\sof|counting\sfrom|(?:starting|beginning)\s(?:from|with|on))\s(?:the\s)?(?:(?:date|day)\s(?:of|on\swhich|when)\s)?"
    r"(?:(?:its|the)\s(?:entry|coming)\sinto\s(?:force|effect)|this\s(?:[A-Z]?[a-z]+\s){1,3}(?:takes|enters|comes|becomes)\b)"
)
"""What counts a time from the start of the act: ``for six months from its entry into force``."""


_OF_PAPERS = re.compile(
    r"\b(?i:licen[cs]es?|permits?|approvals?|authori[sz]ations?|certificates?|recognitions?|confirmations?)\s(?:[A-Za-z-]+\s){0,6}?"
    r"(?:is|are|shall\sbe|remains?)\svalid\b"
)
"""What says how long a paper is valid that is granted, and not how long the rule holds."""


def life_in_words(act: Act, part: str, span: Span) -> Life:
    """Return the life that the words of a part tell: its own days, else a time from the start."""
    told = life_of(_times_of(act, span))
    return told if told.start is not None else _counted_from_start(act, part, span) or told


def _times_of(act: Act, span: Span) -> tuple[TimeWord, ...]:
    """Return the times of a part, without those of the papers that are granted under it."""
    words = act.times.within(span.start, span.end)
    if act.flow.language != "en" or not words:
        return words
    return tuple(word for word in words if not _of_papers(act, word))


def _of_papers(act: Act, word: TimeWord) -> bool:
    sentence = act.flow.sentence(word.start)
    return _OF_PAPERS.search(act.flow.flow, sentence.start, word.start) is not None


def _counted_from_start(act: Act, part: str, span: Span) -> Life | None:
    """Return the life of a part that lasts some time from the start of the act itself."""
    words = act.times.within(span.start, span.end)
    length = next((word for word in words if word.role == "length"), None)
    general = act.commencement.of(part)
    if length is None or general is None or general.start is None:
        return None
    if _OWN_START.match(act.flow.flow, length.end, span.end) is None:
        return None
    return life_of((general.start, length))
