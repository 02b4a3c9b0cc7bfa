"""Do the items of a Chinese point, or a demand in English, tell the day on which they begin?"""

from datetime import date

from msgspec.structs import replace

from tracker.extraction.act import Act
from tracker.extraction.extracted import ExtractedMeasure
from tracker.extraction.measures.limbs import FREES
from tracker.extraction.measures.point_parts import freeing, unit_of
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import Point
from tracker.extraction.scope.places import origin
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.spelling.numerals import NUMERAL, roman
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


def items_apart(act: Act, point: Point, requirement: tuple[str, int, int]) -> tuple[Point, ...]:
    """Return the items of a point if they live apart.

    Their starts part them, what they demand, or what makes them caught: where the goods come from
    in one, in another the technology.
    """
    if not point.items:
        return ()
    lives = {
        life.from_ if (life := act.commencement.of(part_of(act, point, item))) else None
        for item in point.items
    }
    demands = {found[0] for item in point.items if (found := requirement_of(act.flow, item.span))}
    if freeing(act, point):
        demands.discard("exemption")
    own = any(act.commencement.parts.get(part_of(act, point, item)) for item in point.items)
    own = own or told_apart(act, point) or _caught_apart(act, point)
    return (
        point.items
        if len(lives) > 1 or (len(demands - {requirement[0]}) > 0 and len(demands) > 1) or own
        else ()
    )


def _caught_apart(act: Act, point: Point) -> bool:
    """Tell whether a Chinese item catches by its technology what another catches otherwise."""
    if act.flow.language != "zh" or len(point.items) < 2:
        return False
    origins = {origin(act.flow, item.span) for item in point.items}
    return len(origins) > 1 and any(technology for _, technology in origins)


def part_of(act: Act, point: Point, item: Point | None) -> str:
    """Return the id of a part, as the text counts it."""
    prefix = point.numbering.prefix
    prefix = (unit_of(act) if point.numbering.name == "number" else "") or prefix
    if act.id.startswith("cn/") or not (prefix or act.flow.language == "en"):
        own = roman(point.value)
    elif prefix:
        own = f"{prefix}{point.label}"
    else:
        own = str(point.value)
    return own if item is None else f"{own}-{item.value}"


def as_long_as(
    act: Act, freedom: ExtractedMeasure, point: Point, bound: ExtractedMeasure | None
) -> ExtractedMeasure:
    """Give a freedom without any day those of what binds before it, where the act has no others."""
    if act.flow.language != "zh" or bound is None or freedom.from_ is not None:
        return freedom
    dated = act.flow.days_in(point.span.start, point.span.end)
    if freedom.terms["requirement"] not in FREES or dated:
        return freedom
    told = {"from", "through", "at"}
    return replace(
        freedom, from_=bound.from_, through=bound.through, basis=bound.basis,
        boundary=bound.boundary, at=bound.at,
        evidence=(*freedom.evidence, *(one for one in bound.evidence if one.field in told)),
    )  # fmt: skip
