"""Does a point only list goods, which another one puts under control?"""

from collections.abc import Sequence

from tracker.extraction.act import Act
from tracker.extraction.measures.point_duties import LIFTS
from tracker.extraction.measures.point_parts import frees_behind, only_frees, takes_away
from tracker.extraction.names.measure_words import CONTROLLED, HEAD_END, ITEMS_HEAD
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import Point
from tracker.extraction.scope.codes import control_codes, customs_codes
from tracker.extraction.scope.parties import is_firm, listed_parties
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.spelling.regexps import regexp

_SPEAKS = regexp(
    r"\b(?:shall|must)\b|\b(?:is|are)\s(?:not\s(?:covered|subject|affected|controlled|restricted|included|within)"
    r"|outside|exempt|excluded|excepted|left\sout|free)\b|\b(?:do|does|need)\snot\b|\bmay\s(?:not|only)\b"
)
"""What a point has that says something of its goods itself, though nobody understands what."""


def only_controlled(act: Act, point: Point) -> bool:
    """Tell whether a point only says that its goods are controlled, and another one how."""
    flow = act.flow.flow
    head = HEAD_END.search(flow, point.text, point.span.end)
    opening = flow[point.text : head.end() if head else point.text]
    return bool(opening) and CONTROLLED.fullmatch(opening.strip()) is not None


def lists_goods(act: Act, point: Point) -> bool:
    """Tell whether a point puts goods that it names by codes under a licence."""
    named = control_codes(act.flow, point.span) or customs_codes(act.flow, point.span)
    demand = requirement_of(act.flow, point.span) if named else None
    return demand is not None and demand[0] == "licence"


def is_one_list(act: Act, body: Span, found: Sequence[Point]) -> bool:
    """Tell whether all numbers of an act count what stands below its one sentence.

    ``A licence is required for exports of the following:`` and ``1. …; 2. …`` are one rule: the
    numbers count the goods of an English act, the firms of a Chinese one.
    """
    flow = act.flow
    intro = flow.trimmed(body.start, found[0].span.start)
    names = listed_parties(flow, body) if flow.language == "zh" else ()
    places = {one.start for one in names if is_firm(one.name)}
    if all(flow.trimmed(one.text, one.span.end).start in places for one in found):
        return True
    if flow.language == "zh" or flow.flow[intro.start : intro.end][-1:] != ":":
        return False
    lines = (flow.flow.find("\n", point.text, point.span.end) for point in found)
    heads = (
        Span(point.text, stop if stop >= 0 else point.span.end)
        for point, stop in zip(found, lines, strict=True)
    )
    if any(requirement_of(flow, head) for head in heads) or _are_headed(act, found):
        return False
    last = flow.sentence(intro.end - 1)
    return requirement_of(flow, Span(max(last.start, intro.start), intro.end)) is not None


def _are_headed(act: Act, found: Sequence[Point]) -> bool:
    """Tell whether each number heads goods of its kind: ``I. Quartz-related items``, as in China.

    Such points are parts of the act, each with its items, though one sentence binds them all.
    """
    flow = act.flow.flow
    parted = [flow[point.text : point.span.end].partition("\n") for point in found]
    if len(found) > 1 and all(
        below and _KIND_OF_GOODS.search(line.strip(" :")) for line, below, _ in parted[:2]
    ):
        return True
    return act.id.startswith("cn/") and any(_heads_items(act, one) for one in found)


def _heads_items(act: Act, point: Point) -> bool:
    """Tell whether the line of a number only names a kind, and numbered goods follow below it."""
    flow = act.flow.flow
    stop = flow.find("\n", point.text, point.span.end)
    line = Span(point.text, max(point.text, stop))
    if stop < 0 or line.end - line.start > _HEADING or flow[line.end - 1] in ".;":
        return False
    named = control_codes(act.flow, line) or customs_codes(act.flow, line)
    return not named and _ITEM.match(flow, stop + 1, point.span.end) is not None


_HEADING = 60
_ITEM = regexp(r"\s{0,8}(?:\(?(?:[0-9]{1,2}|[a-z])[.)]|[0-9]{1,2}\.[0-9]{1,2})\s")


_KIND_OF_GOODS = regexp(
    r"(?i)(?:\b(?:items|materials|equipment|technolog(?:y|ies)|software|products|goods)"
    r"|^(?:items|materials|equipment|technolog(?:y|ies)|products|goods)\s(?:related|relating)\sto\s[^.;:]{2,60})\W{0,2}$"
)


def is_list(act: Act, point: Point, moved: tuple[Span, ...]) -> bool:
    """Tell whether a point only lists goods, which another one puts under control."""
    flow = act.flow
    demand = requirement_of(flow, point.span)
    if LIFTS.search(flow.flow, point.text, point.span.end) or only_frees(act, point, demand):
        return False
    if any(map(point.span.overlaps, moved)):
        return False
    if demand is None and flow.language == "en" and _speaks(act, point):
        return False
    noted = demand is not None and frees_behind(act, point, demand)
    if demand is not None and not noted and not only_controlled(act, point):
        return False
    listing = Span(point.text, point.span.end)
    if demand is None and takes_away(flow, listing):
        return False
    if control_codes(flow, listing) or customs_codes(flow, listing):
        return True
    head = flow.flow[point.text : point.span.end].split("\n", 1)[0].strip(" :")
    return bool(point.items) and ITEMS_HEAD.search(head) is not None


def _speaks(act: Act, point: Point) -> bool:
    """Tell whether the first sentence of a point says something of the goods that it names."""
    end = point.items[0].span.start if point.items else point.span.end
    first = act.flow.sentence(point.text)
    return _SPEAKS.search(act.flow.flow, point.text, min(first.end, end)) is not None
