"""Which entries of one list begin on days of their own, so that each is a measure?

``下列物项:(一)…;(二)…`` under one demand, and then ``第(一)项自6月15日起实施,第(二)项自…``.
"""

from tracker.extraction.act import Act
from tracker.extraction.measures.paragraphs import Demand
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import Point, items_of
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.spelling.numerals import roman

_BINDS_GOODS = frozenset({"licence", "prohibition", "registration", "quota", "reporting"})


def entries_apart(act: Act, body: Span) -> tuple[tuple[Point, ...], Demand | None]:
    """Return the entries of a Chinese act without points that it tells apart by their starts.

    The demand is that of the words before them, else of those behind.
    """
    items = items_of(act.flow, body) if act.flow.language == "zh" else ()
    if not items or not any(roman(one.value) in act.commencement.parts for one in items):
        return (), None
    before, behind = (
        requirement_of(act.flow, span)
        for span in (Span(body.start, items[0].span.start), Span(items[-1].span.end, body.end))
    )
    demand = next((one for one in (before, behind) if one and one[0] in _BINDS_GOODS), None)
    return (items, demand) if demand else ((), None)
