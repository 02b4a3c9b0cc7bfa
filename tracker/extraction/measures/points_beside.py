"""Which points of a Chinese act that changes others demand something of their own?

``三、…应当于每月10日前报告`` and then ``第三条自2026年12月1日起施行``, beside changes.
"""

from collections.abc import Iterator

from tracker.extraction.act import Act
from tracker.extraction.deeds.amendment_wordings import AMENDMENTS
from tracker.extraction.names.measure_words import SUPPLEMENT
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import Point, points
from tracker.extraction.spelling.numerals import roman

_WHOLE = frozenset({"order", "rule", "licence"})
"""Families whose acts are read as a whole, or by rules of their own."""


def points_beside(act: Act, moved: tuple[Span, ...]) -> Iterator[Point]:
    """Yield the points that change nothing and to which the act gives a start by number."""
    if act.flow.language != "zh" or act.family in _WHOLE:
        return
    for point in points(act.flow, without_supplement(act)):
        named = roman(point.value) in act.commencement.parts
        touched = any(one.start < point.span.end and point.span.start < one.end for one in moved)
        if named and not point.items and not touched and not _changes(act, point):
            yield point


def _changes(act: Act, point: Point) -> bool:
    flow = act.flow
    where = (point.span.start, point.span.end)
    return "\ue001" in flow.marked[slice(*where)] or any(
        row.pattern.search(flow.flow, *where) for row in AMENDMENTS
    )


def without_supplement(act: Act) -> Span:
    """Return the body of an act up to its supplementary provisions."""
    found = SUPPLEMENT.search(act.flow.flow, act.body.start, act.body.end)
    return Span(act.body.start, found.start()) if found else act.body
