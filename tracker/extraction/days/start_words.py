"""Which starts does a sentence name, and what stands before each that may tell what starts?"""

import re
from collections.abc import Iterator

from tracker.extraction.days.times import Times, TimeWord
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Span

Subject = str
"""Of what a start is told: ``whole``, ``rest``, ``parts`` or ``applies``."""
Told = tuple[Subject, tuple[Provision, ...], tuple[TimeWord, ...]]

OF_AMENDED = re.compile(
    r"\b(?:amended|revised|added|inserted|deleted|new)\s{1,3}(?:provisions?|text|wording|parts?)\s{1,3}(?:of|in|to)\s{1,3}(?:the\s{1,3})?"
    r"(?=Article|Section|Paragraph|Item|article)"
    r"|\b(?:provisions?|amendments?|parts?|revisions?)\s{1,3}(?:that\s{1,3}|which\s{1,3})?(?:amend|revis|delet|add|insert|replac)(?:ing|s|ed)?\s{1,3}"
    r"(?:the\s{1,3})?(?=Article|Section|Paragraph|Item|article)"
    r"|\b(?:amendments?|revisions?|addition|deletion)\s{1,3}(?:to|of)\s{1,3}(?=Article|Section|Paragraph|Item)"
)
"""How a supplement tells of the changed parts of the other act, and not of its own."""


def starts(times: Times, sentence: Span) -> Iterator[tuple[TimeWord, int, int]]:
    """Yield each start of a sentence with the stretch before it that may tell its subject."""
    words = times.within(sentence.start, sentence.end)
    low = sentence.start
    starts = [word for word in words if word.role == "start"]
    for index, word in enumerate(starts):
        high = starts[index + 1].start if index + 1 < len(starts) else sentence.end
        yield word, low, high
        low = word.end


def ends(times: Times, word: TimeWord, high: int) -> tuple[TimeWord, ...]:
    """Return a start with the ends and lengths behind it, up to ``high``."""
    later = (one for one in times.within(word.start, high) if one.role != "start")
    return (word, *later)


PAPERWORK = re.compile(
    r"\b(?:OMB|[Cc]ollections?(?:\sof\sinformation)?|[Cc]ontrol\s[Nn]umbers?|[Ff]orms?)\b[^.;]{0,60}$"
)
"""What says that only the approval of a form ends."""
