"""What do the stretches of an act demand that bear no number: paragraphs, what deeds leave?"""

from collections.abc import Iterable
from dataclasses import replace

from tracker.extraction.act import Act
from tracker.extraction.measures.point_parts import ON_LIST
from tracker.extraction.names.measure_words import ANNEX_WORD, LIST_WORD
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import Point
from tracker.extraction.scope.codes import control_codes, customs_codes
from tracker.extraction.scope.elements import elements
from tracker.extraction.scope.procedure_words import PROCEDURE, WAY_OUT
from tracker.extraction.scope.recalled import is_recalled
from tracker.extraction.scope.requirements import REQUIREMENTS, requirement_of
from tracker.extraction.spelling.regexps import regexp

Demand = tuple[str, int, int]

_MAIN = frozenset(
    {
        *("prohibition", "presumption_of_denial", "stricter_review"),
        *("case_by_case", "licence", "quota"),
    }
)
"""What a paragraph lays on somebody by itself."""
_BESIDE = frozenset({"exemption", "liability"})
"""What only says for whom the rule does not hold, or who answers for a breach of it."""


def demands_of(act: Act, body: Span) -> tuple[tuple[int, Span, Demand], ...]:
    """Return the paragraphs that demand something, each with its count from the first such one."""
    flow, count = act.flow, 0
    found: list[tuple[int, Span, Demand]] = []
    for line in flow.lines_within(body.start, body.end):
        own = Span(max(line.start, body.start), min(line.end, body.end))
        if not flow.flow[own.start : own.end].rstrip().endswith(("。", ".")):
            continue
        demand = None if is_recalled(flow, own) else requirement_of(flow, own)
        if demand is not None and PROCEDURE.search(flow.flow, own.start, own.end):
            demand = demand if demand[0] in _BESIDE else None
        count += bool(found or demand)
        if demand is not None:
            found.append((count, own, demand))
    return tuple(found)


def main_demand(act: Act, body: Span) -> Demand | None:
    """Return what the first paragraph demands, where the whole names a way out or a breach first.

    ``None`` where the paragraphs say no more than the whole.
    """
    return next((one for _, _, one in demands_of(act, body) if one[0] in _MAIN), None)


def paragraphs_apart(act: Act, body: Span) -> tuple[tuple[int, Span, Demand], ...]:
    """Return the paragraphs as limbs of their own, where two of them demand different things.

    Not where somebody is put on a list: there one rule has its ways out beside it.
    """
    if act.flow.language != "zh" or LIST_WORD.search(act.flow.flow, body.start, body.end):
        return ()
    found = demands_of(act, body)
    kinds = {demand[0] for _, _, demand in found} & _MAIN
    return found if len(kinds) > 1 else ()


def paragraphs_of(act: Act, point: Point) -> tuple[tuple[int, Point, Demand], ...]:
    """Return the paragraphs of a Chinese point without items, where they demand different things.

    ``一、向军事用户的出口原则上不予许可。`` and below it ``用于研发的,逐案审批。``
    """
    way_out = WAY_OUT.search(act.flow.flow, point.text, point.span.end)
    if act.flow.language != "zh" or point.items or way_out is not None:
        return ()
    found = demands_of(act, point.span)
    kinds = {demand[0] for _, _, demand in found} & _MAIN
    if len(kinds) < _SEVERAL or found[0][2][0] not in _MAIN:
        return ()
    return tuple(
        (count, replace(point, text=max(own.start, point.text), span=own), demand)
        for count, own, demand in found
    )


_SEVERAL = 2
_LETTERS = 8
_LISTED = regexp(r"[^,。;入向对、]{2,8}?(?:名单|清单)")
"""The list of those whom a clause means: ``向关注名单实体出口的申请,逐案审核``."""
_CLAUSE = regexp(r"[^;。\n]{4,}[;。]?")


def clauses_of(act: Act, point: Point) -> tuple[tuple[int, Point, Demand], ...]:
    """Return the clauses of a Chinese point of one line: each another demand of others.

    ``一、原则上不予许可镓、锗的出口;对石墨的出口,实施更严格的审查。``
    """
    flow = act.flow
    if flow.language != "zh" or point.items:
        return ()
    stop = flow.flow.find("\n", point.text, point.span.end)
    parts = _CLAUSE.finditer(flow.flow, point.text, point.span.end if stop < 0 else stop)
    spans = [Span(*part.span()) for part in parts]
    demands = [requirement_of(flow, span) for span in spans]
    kinds = [demand[0] for demand in demands if demand is not None]
    meant = {(*elements(flow, span), *_LISTED.findall(flow.flow, *span.ends)) for span in spans}
    several = _SEVERAL <= len(spans) == len(set(kinds)) == len(meant) <= _LETTERS
    if not several or () in meant or not _MAIN.issuperset(kinds):
        return ()
    return tuple(
        (count, replace(point, text=span.start, span=span), demand)
        for count, (span, demand) in enumerate(zip(spans, demands, strict=True))
        if demand is not None
    )


def has_goods(act: Act, span: Span) -> bool:
    """Tell whether a stretch that moves no other act names goods by their codes and binds them."""
    named = control_codes(act.flow, span) or customs_codes(act.flow, span)
    return bool(named) and requirement_of(act.flow, span) is not None


def enlists(act: Act, span: Span) -> bool:
    """Tell whether a stretch that moves no other act puts somebody on a list and binds others."""
    put = ON_LIST.search(act.flow.flow, span.start, span.end)
    return put is not None and requirement_of(act.flow, span) is not None


def binds_listed(act: Act, span: Span) -> bool:
    """Tell whether a stretch binds goods that the act lists elsewhere, in an annex or catalogue."""
    named = ANNEX_WORD.search(act.flow.flow, span.start, span.end)
    return named is not None and requirement_of(act.flow, span) is not None


def demand_each(act: Act, body: Span, items: tuple[Point, ...]) -> bool:
    """Tell whether the items of an English act are its points: what leads to them binds nobody."""
    if act.flow.language != "en" or not items:
        return False
    if requirement_of(act.flow, Span(body.start, items[0].span.start)) is not None:
        return False
    return sum(1 for item in items if requirement_of(act.flow, item.span)) > 1


_PROHIBITS = regexp(r"\b[Pp]rohibiti(?:ng|on)\b")


def as_titled(act: Act, body: Span) -> tuple[str, int, int] | None:
    """Return the ban of an act whose title says that it bans, whatever else it speaks of."""
    flow = act.flow.flow
    if not any(_PROHIBITS.search(flow, span.start, span.end) for span in act.titles):
        return None
    rows = (row.pattern for row in REQUIREMENTS if row.requirement == "prohibition")
    found = (row.search(flow, body.start, body.end) for row in rows)
    first = next((match for match in found if match), None)
    return ("prohibition", first.start(), first.end()) if first else None


def first_requirement(act: Act, found: Iterable[Point], *, frees: bool = True) -> Demand | None:
    """Return the first demand of some points; an exemption binds no goods that another lists.

    What a list of goods only notes as free (``frees``) is no demand either.
    """
    demands = (requirement_of(act.flow, point.span) for point in found)
    frees = frees and act.flow.language == "zh"
    return next((one for one in demands if one and (one[0] != "exemption" or frees)), None)
