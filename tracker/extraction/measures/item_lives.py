"""Do the items of a Chinese point, or a demand in English, tell the day on which they begin?"""

from datetime import date

from tracker.extraction.act import Act
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import Point
from tracker.extraction.spelling.numerals import NUMERAL
from tracker.extraction.spelling.regexps import regexp

_CLOSES = regexp(
    r"\s?(?:施行|实施|执行|生效|适用|实行|[实受]?[行施]?管[制控])?"
    rf"(?:,?(?:为期|期限为?)?(?:{NUMERAL}|半) ?个?[年月])?\s?[)]?\s?[,;。]?\s*$"
)
"""What stands behind the day of an item at its end, with how long it lasts: ``起两年;``."""
_OPENS = 2
"""Within how many characters an item begins with its day."""


def dated_demand(act: Act, demand: tuple[str, int, int]) -> Span | None:
    """Return the English sentence that makes a demand, where it tells its first day itself."""
    sentence = act.flow.sentence(demand[1])
    start = act.times.life(sentence.start, sentence.end).start
    issued = act.instrument.issued_on
    if act.flow.language != "en" or start is None or start.day is None or issued is None:
        return None
    named = act.namer.named_in(sentence.start, sentence.end)
    return None if named or start.day < issued else sentence


def told_apart(act: Act, point: Point) -> bool:
    """Tell whether items begin on different days, each told at its own head or end."""
    if act.flow.language != "zh" or len(point.items) < 2:
        return False
    starts = [_start_of(act, item) for item in point.items]
    told = {day for day in starts if day is not None}
    return len(told) > 1 or (len(told) == 1 and None in starts)


def _start_of(act: Act, item: Point) -> date | None:
    """Return the first day of an item where a start stands at its head or at its end."""
    line = act.flow.flow.find("\n", item.text, item.span.end)  # what stands behind is told of all
    for word in act.times.within(item.text, item.span.end if line < 0 else line):
        if word.role != "start" or word.day is None:
            continue
        ends = _CLOSES.match(act.flow.flow, word.end, item.span.end)
        if ends or word.start - item.text <= _OPENS:
            return word.day
    return None
