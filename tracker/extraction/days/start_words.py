"""Which starts does a sentence name, and what stands before each that may tell what starts?"""

from collections.abc import Iterator

from tracker.extraction.days.times import Times, TimeWord
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Span

Subject = str
"""Of what a start is told: ``whole``, ``rest``, ``parts`` or ``applies``."""
Told = tuple[Subject, tuple[Provision, ...], tuple[TimeWord, ...]]


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
