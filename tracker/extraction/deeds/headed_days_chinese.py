"""On which day does a deed begin whose Chinese point tells it in its heading?

``二、移出(自2026年8月17日起)`` and below it the sentence that says whom it frees, of what.
"""

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, life_of
from tracker.extraction.deeds.affected_parts import own_points
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp

_LONGEST = 48
_PROSE = regexp(r"[。;]")


def heading_day(act: Act, span: Span) -> Life | None:
    """Return the start that the heading of the point around a stretch tells, if it has one."""
    if act.flow.language != "zh":
        return None
    point = next((one for one in own_points(act) if one.span.holds(span.start)), None)
    if point is None:
        return None
    end = act.flow.flow.find("\n", point.text, point.span.end)
    head = Span(point.text, end)
    if not point.text < end <= span.start or end - point.text > _LONGEST:
        return None
    if _PROSE.search(act.flow.flow, head.start, head.end) is not None:
        return None
    words = act.times.within(head.start, head.end)
    starts = [word for word in words if word.role == "start" and word.day]
    return life_of(starts) if len(starts) == 1 else None
