"""Which parts of a stored text must a person read, and which words in them count?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tracker.application.answers.evidence import Passage

AROUND = 120
"""So many characters are shown on either side of the words that count."""

_FIRST_IDEOGRAPH = "\u2e80"

UNREAD = "unread"
"""The field of a sentence that no rule understood."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an excerpt; ``fields`` rest on it, none where it only stands beside."""

    text: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A stretch of an announcement's text, from the character ``start`` on.

    ``opens`` and ``closes`` tell that the text begins and ends with it: nothing was cut off there.
    """

    announcement: str
    start: int
    pieces: tuple[Piece, ...]
    opens: bool = True
    closes: bool = True


def excerpts(passages: Iterable[Passage], text: str | None, announcement: str) -> Iterator[Excerpt]:
    """Yield the stretches of a text that hold the passages' words, each stretch once."""
    marks = _marks(passages, announcement)
    if text is None:
        return
    for start, end in _windows(marks, text):
        inside = [mark for mark in marks if start <= mark[0] and mark[1] <= end]
        yield Excerpt(
            announcement=announcement,
            start=start,
            pieces=tuple(_pieces(text, inside, start, end)),
            opens=not text[:start].strip(),
            closes=not text[end:].strip(),
        )


def whole_text(passages: Iterable[Passage], text: str, announcement: str) -> Excerpt:
    """Return a text from its beginning to its end, with the passages' words marked."""
    pieces = _pieces(text, _marks(passages, announcement), 0, len(text))
    return Excerpt(announcement=announcement, start=0, pieces=tuple(pieces))


def unread_in(sentences: Iterable[str], text: str, announcement: str) -> Iterator[Passage]:
    """Yield the sentences that no rule understood where they stand, as the field ``unread``."""
    for sentence in dict.fromkeys(sentences):
        start = text.find(sentence)
        if sentence and start >= 0:
            yield Passage(announcement=announcement, field=UNREAD, quote=sentence, start=start)


def _marks(passages: Iterable[Passage], announcement: str) -> list[tuple[int, int, str]]:
    return [
        (item.start, item.start + len(item.quote), item.field or "text")
        for item in passages
        if item.found and item.start is not None and item.announcement == announcement
    ]


def _windows(marks: Iterable[tuple[int, int, str]], text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for first, last, _ in sorted(marks):
        start, end = _between_words(text, first, last)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _between_words(text: str, first: int, last: int) -> tuple[int, int]:
    """Return where a stretch around some words begins and ends, so that it cuts no word."""
    start, end = max(0, first - AROUND), min(len(text), last + AROUND)
    while 0 < start < first and _in_word(text, start):
        start += 1
    while last < end < len(text) and _in_word(text, end):
        end -= 1
    return start, end


def _in_word(text: str, at: int) -> bool:
    """Tell whether a word in letters or a number would be cut here; Chinese may be cut anywhere."""
    return all(sign.isalnum() and sign < _FIRST_IDEOGRAPH for sign in text[at - 1 : at + 1])


def _pieces(
    text: str, marks: Iterable[tuple[int, int, str]], start: int, end: int
) -> Iterator[Piece]:
    marks = sorted(marks)
    edges = sorted({start, end, *(edge for first, last, _ in marks for edge in (first, last))})
    run, held = "", tuple[str, ...]()
    for first, last in pairwise(edges):
        fields = tuple(dict.fromkeys(name for a, b, name in marks if a <= first and last <= b))
        if fields != held and run:
            yield Piece(run, held)
            run = ""
        run, held = run + text[first:last], fields
    if run:
        yield Piece(run, held)
