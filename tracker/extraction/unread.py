"""Which sentences of an act hold legal words that no rule understood?"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from tracker.extraction.act import Act
from tracker.extraction.deeds import hits, tells_of_the_past
from tracker.extraction.deeds_wordings import LEFT_ALONE
from tracker.extraction.extracted import Evidence, ExtractedEffect, ExtractedMeasure
from tracker.extraction.flow import MOST as READ_AT_MOST
from tracker.extraction.flow import Span
from tracker.extraction.legal_words import BINDING, MOVING
from tracker.extraction.requirements import PROCEDURE

MOST = 200
"""The most sentences that are listed."""

_HEADING = re.compile(
    r"^(?:ACTION|AGENCY|Subject|RIN|Docket)\b|^[^\s。;,:]{1,60}$"
    r"|^This\sRegulation\sshall\sbe\sbinding"
)
_ALL_ALIKE = re.compile(r"(?:上述|以上|前述)物项|\b(?:above|said|such)[\s-](?:[a-z-]+\s){0,2}items")
_BACKGROUND = re.compile(
    r"^\s?(?:根据|为|按照|依据)|\b(?:Having\sregard|Whereas|Pursuant\sto|In\sexercise)\b"
)


def unread(
    act: Act, *, limbs: Iterable[ExtractedMeasure], effects: Iterable[ExtractedEffect]
) -> tuple[Evidence, ...]:
    """Return the sentences of the body that move or bind, and on which nothing rests."""
    told = tuple(limbs)
    commenced = ((span.start, span.end) for span in act.commencement.read)
    read = _Covered((*_read(told, effects), *commenced))
    found = [span for span in _sentences(act) if _unread(act, span, read, limbs=bool(told))]
    listed = [act.flow.evidence("unread", span.start, span.end) for span in found[:MOST]]
    return (*listed, *beyond(act.flow.text))


def beyond(text: str) -> tuple[Evidence, ...]:
    """Return what follows the longest text that is read, so that it is not passed over."""
    rest = text[READ_AT_MOST : READ_AT_MOST + 200]
    end = READ_AT_MOST + len(rest)
    return (Evidence(field="unread", start=READ_AT_MOST, end=end, quote=rest),) if rest else ()


class _Covered:
    """Which places of a text some stretches touch; asked in logarithmic time."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._joined: list[tuple[int, int]] = []
        for low, high in sorted(stretches):
            if self._joined and low <= self._joined[-1][1]:
                self._joined[-1] = (self._joined[-1][0], max(high, self._joined[-1][1]))
            else:
                self._joined.append((low, high))

    def touches(self, span: Span) -> bool:
        """Tell whether some stretch shares a character with ``span``."""
        place = bisect_left(self._joined, span.end, key=lambda one: one[0])
        return place > 0 and self._joined[place - 1][1] > span.start


def _sentences(act: Act) -> Iterator[Span]:
    yield from act.flow.within(act.body.start, act.body.end)


def _read(
    limbs: Iterable[ExtractedMeasure], effects: Iterable[ExtractedEffect]
) -> Iterator[tuple[int, int]]:
    rests = (*(limb.evidence for limb in limbs), *(effect.evidence for effect in effects))
    for words in rests:
        yield from ((one.start, one.end) for one in words)


def _unread(act: Act, span: Span, read: _Covered, *, limbs: bool) -> bool:
    text = act.flow.flow[span.start : span.end]
    if read.touches(span) or _HEADING.match(text):
        return False
    if tells_of_the_past(act, span):
        return False
    if limbs and _ALL_ALIKE.search(text) and not hits(act.flow, span):
        return False
    if hits(act.flow, span):
        return LEFT_ALONE.search(text) is None
    if MOVING.search(text):
        return LEFT_ALONE.search(text) is None and not re.search(r"\bwas\b|\bwere\b|原定|曾", text)
    binds = BINDING.search(text) is not None and act.family != "rule"
    return binds and not PROCEDURE.search(text) and not _BACKGROUND.search(text)
