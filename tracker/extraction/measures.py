"""Which limbs does an act bring into being, each with its requirement, life and terms?"""

import re
from collections.abc import Iterable, Iterator

import msgspec

from tracker.extraction.act import Act
from tracker.extraction.classes import STATED_ACTION
from tracker.extraction.codes import control_codes, customs_codes
from tracker.extraction.deeds import Deed
from tracker.extraction.extracted import ExtractedMeasure
from tracker.extraction.flow import Span
from tracker.extraction.limbs import limb
from tracker.extraction.measure_words import (
    ABOVE,
    ANNEX_WORD,
    CONTROLLED,
    HEAD_END,
    ITEMS_HEAD,
    LIST_WORD,
    NARROWED,
    SUPPLEMENT,
    UK_ORDER,
)
from tracker.extraction.numerals import roman
from tracker.extraction.points import Point, instructions, points
from tracker.extraction.requirements import PROCEDURE, REQUIREMENTS, WAY_OUT, requirement_of
from tracker.extraction.times import Life

_PARTY_RULES = frozenset({"prohibition", "presumption_of_denial", "stricter_review", "licence"})
_WHOLE_BY_TITLE = (
    ("registration", re.compile(r"资格|资质|备案|登记|registration|qualification", re.IGNORECASE)),
    ("quota", re.compile(r"配额|总量|quota", re.IGNORECASE)),
    ("reporting", re.compile(r"报告|统计制度|reporting", re.IGNORECASE)),
)


def measures(act: Act, deeds: Iterable[Deed], *, amends: bool) -> tuple[ExtractedMeasure, ...]:
    """Return the limbs of an act; ``deeds`` are what it does to others, which makes no limb."""
    moved = tuple(deed.span for deed in deeds)
    if amends and act.family != "articles":
        return ()
    read = {
        "order": _whole_order,
        "rule": _rule,
        "licence": _licence,
    }.get(act.family, _pointed)
    return tuple(read(act, moved))


def _pointed(act: Act, moved: tuple[Span, ...]) -> Iterator[ExtractedMeasure]:
    """Read an act of numbered points or articles, or of one rule without a number."""
    body = _without_supplement(act)
    found = points(act.flow, body)
    if not found:
        yield from _sole(act, moved, body)
        return
    intro = act.flow.trimmed(body.start, found[0].span.start)
    lists = [point for point in found if _is_list(act, point, moved)]
    titled = (requirement_of(act.flow, span) for span in act.titles)
    others = [point for point in found if not any(point is one for one in lists)]
    demanded = (
        requirement_of(act.flow, intro)
        or _first_requirement(act, others)
        or _first_requirement(act, lists)
        or next((demand for demand in titled if demand), None)
    )
    before: ExtractedMeasure | None = None
    for point in found:
        if _overlaps(point.span, moved):
            continue
        if WAY_OUT.search(act.flow.flow, point.text, point.span.end) and before is not None:
            before = _with_way_out(act, before, point)
            continue
        if before is not None:
            yield before
            before = None
        limbs = tuple(_point(act, point, lists, demanded))
        yield from limbs[:-1]
        before = limbs[-1] if limbs else None
    if before is not None:
        yield before


def _without_supplement(act: Act) -> Span:
    found = SUPPLEMENT.search(act.flow.flow, act.body.start, act.body.end)
    return Span(act.body.start, found.start()) if found else act.body


def _sole(act: Act, moved: tuple[Span, ...], body: Span) -> Iterator[ExtractedMeasure]:
    demands = (requirement_of(act.flow, span) for span in (body, *act.titles))
    requirement = next((demand for demand in demands if demand), None)
    if requirement is None or moved:
        return
    parties = requirement[0] in _PARTY_RULES and LIST_WORD.search(
        act.flow.flow, body.start, body.end
    )
    yield limb(
        act, "sole", requirement=requirement, life=_life(act, "sole", body), spans=(body,),
        words=(body,), annexes=act.layout.annexes, parties=parties is not None,
    )  # fmt: skip


def _first_requirement(act: Act, found: Iterable[Point]) -> tuple[str, int, int] | None:
    demands = (requirement_of(act.flow, point.span) for point in found)
    return next((demand for demand in demands if demand), None)


def _is_list(act: Act, point: Point, moved: tuple[Span, ...]) -> bool:
    """Tell whether a point only lists goods, which another one puts under control."""
    flow = act.flow
    demand = requirement_of(flow, point.span)
    if _overlaps(point.span, moved) or (demand is not None and not _only_controlled(act, point)):
        return False
    listing = Span(point.text, point.span.end)
    if control_codes(flow, listing) or customs_codes(flow, listing):
        return True
    head = flow.flow[point.text : point.span.end].split("\n", 1)[0].strip(" :")
    return bool(point.items) and ITEMS_HEAD.search(head) is not None


def _only_controlled(act: Act, point: Point) -> bool:
    """Tell whether a point only says that its goods are controlled, and another one how."""
    flow = act.flow.flow
    head = HEAD_END.search(flow, point.text, point.span.end)
    opening = flow[point.text : head.end() if head else point.text]
    return bool(opening) and CONTROLLED.fullmatch(opening.strip()) is not None


def _point(
    act: Act, point: Point, lists: list[Point], demanded: tuple[str, int, int] | None
) -> Iterator[ExtractedMeasure]:
    flow = act.flow
    requirement = requirement_of(flow, Span(point.text, point.span.end))
    if any(point is one for one in lists):
        requirement = demanded
    elif (
        requirement is None
        or _is_procedure(act, point, lists, requirement)
        or (requirement[0] == "declaration" and demanded and demanded[0] != "declaration")
    ):
        return
    if requirement is None:
        return
    parts = _apart(act, point, requirement)
    if parts:
        for item in parts:
            own = requirement_of(flow, item.span) or requirement
            head = Span(point.text, point.items[0].span.start)
            yield _built(act, _part(act, point, item), own, (item.span,), head, point)
        return
    head = flow.trimmed(point.text, _head_end(act, point))
    yield _built(act, _part(act, point, None), requirement, (point.span,), head, point)


def _built(
    act: Act,
    part: str,
    requirement: tuple[str, int, int],
    spans: tuple[Span, ...],
    head: Span,
    point: Point,
) -> ExtractedMeasure:
    flow = act.flow
    named = ANNEX_WORD.search(flow.flow, point.span.start, point.span.end) is not None
    parties = requirement[0] in _PARTY_RULES and (
        LIST_WORD.search(flow.flow, point.span.start, point.span.end) is not None
    )
    hangs = named or _scheduled(act, point, requirement[0])
    fallback = part.rpartition("-")[0] if not part.startswith("art") else part
    return limb(
        act, part, requirement=requirement, life=_life(act, part, spans[0], fallback),
        spans=spans, words=spans, heads=(head,),
        annexes=act.layout.annexes if hangs and not parties else (), parties=parties,
    )  # fmt: skip


def _scheduled(act: Act, point: Point, requirement: str) -> bool:
    """Tell whether an article without goods of its own speaks of those of the schedule."""
    if act.family != "articles" or requirement not in ("licence", "prohibition"):
        return False
    if control_codes(act.flow, point.span) or customs_codes(act.flow, point.span):
        return False
    return re.search(r"\bexport", act.flow.flow[point.text : point.span.end]) is not None


def _head_end(act: Act, point: Point) -> int:
    end = act.flow.flow.find("\n", point.text, point.span.end)
    return min(point.span.end, end if end >= 0 else point.span.end, point.text + 60)


def _is_procedure(
    act: Act, point: Point, lists: list[Point], requirement: tuple[str, int, int]
) -> bool:
    """Tell whether a point only says how what other points demand is done."""
    flow = act.flow.flow
    if PROCEDURE.search(flow, point.text, point.span.end):
        return requirement[0] in ("licence", "prohibition", "reporting")
    commences = any(point.span.holds(span.start) for span in act.commencement.read)
    if commences and requirement[0] == "licence":
        return True
    if requirement[0] == "declaration":
        return bool(lists)
    if lists and requirement[0] == "prohibition":
        narrowed = NARROWED.search(flow, point.text, point.span.end)
        return ABOVE.search(flow, point.text, point.span.end) is not None and not narrowed
    return (
        bool(lists)
        and requirement[0] == "licence"
        and (
            ABOVE.search(flow, point.text, point.span.end) is not None
            or not control_codes(act.flow, point.span)
        )
    )


def _apart(act: Act, point: Point, requirement: tuple[str, int, int]) -> tuple[Point, ...]:
    """Return the items of a point if they live apart: by their starts, or by what they demand."""
    if not point.items:
        return ()
    lives = {
        life.from_ if (life := act.commencement.of(_part(act, point, item))) else None
        for item in point.items
    }
    demands = {found[0] for item in point.items if (found := requirement_of(act.flow, item.span))}
    own = any(act.commencement.parts.get(_part(act, point, item)) for item in point.items)
    return (
        point.items
        if len(lives) > 1 or (len(demands - {requirement[0]}) > 0 and len(demands) > 1) or own
        else ()
    )


def _part(act: Act, point: Point, item: Point | None) -> str:
    """Return the id of a part, as the text counts it."""
    prefix = point.numbering.prefix
    if act.id.startswith("uk/si/") and point.numbering.name == "number":
        prefix = "art-" if UK_ORDER.search(act.flow.flow[:2000]) else "reg-"
    if act.id.startswith("cn/") or not (prefix or act.flow.language == "en"):
        own = roman(point.value)
    elif prefix == "art-" or prefix:
        own = f"{prefix}{point.value}"
    else:
        own = str(point.value)
    return own if item is None else f"{own}-{item.value}"


def _life(act: Act, part: str, span: Span, *fallbacks: str) -> Life | None:
    """Return the life that a part's own words give it, else the act's commencement."""
    named = act.commencement.parts.get(part)
    if named is not None:
        return named
    told = act.times.life(span.start, span.end)
    commences = any(span.holds(one.start) for one in act.commencement.read)
    if told.start is not None and not commences:
        return told
    return act.commencement.of(part, *(one for one in fallbacks if one))


def _with_way_out(act: Act, before: ExtractedMeasure, point: Point) -> ExtractedMeasure:
    words = act.flow.evidence("exemptions", point.text, point.span.end)
    told = before.terms.get("exemptions", [])
    terms = {**before.terms, "exemptions": [*told, "special cases on application to MOFCOM"]}
    return _replaced(before, terms, words)


def _replaced(
    measure: ExtractedMeasure, terms: dict[str, object], *evidence: object
) -> ExtractedMeasure:
    return msgspec.structs.replace(measure, terms=terms, evidence=(*measure.evidence, *evidence))


def _overlaps(span: Span, others: tuple[Span, ...]) -> bool:
    return any(other.start < span.end and span.start < other.end for other in others)


def _whole_order(act: Act, moved: tuple[Span, ...]) -> Iterator[ExtractedMeasure]:
    """Read an order or a set of rules as one limb: its articles hang together."""
    flow = act.flow
    head = flow.flow[: act.body.start][:400]
    titled = next((name for name, pattern in _WHOLE_BY_TITLE if pattern.search(head)), None)
    requirement = requirement_of(flow, act.body)
    for row in REQUIREMENTS:
        found = row.pattern.search(flow.flow, act.body.start, act.body.end)
        if row.requirement == titled and found is not None:
            requirement = (row.requirement, found.start(), found.end())
            break
    if requirement is None:
        return
    yield limb(
        act, "whole", requirement=requirement, life=_life_of_whole(act), spans=(act.body,),
        words=(), annexes=act.layout.annexes,
    )  # fmt: skip


def _life_of_whole(act: Act) -> Life | None:
    return act.commencement.general or act.commencement.rest


def _licence(act: Act, moved: tuple[Span, ...]) -> Iterator[ExtractedMeasure]:
    """Read a general licence: its first point permits, the others bound it."""
    found = points(act.flow, act.body)
    permits = re.compile(r"\bmay\s(?:be\s)?(?:export|transfer|suppl|provid|ship)")
    first = next(
        (point for point in found if permits.search(act.flow.flow, point.text, point.span.end)),
        None,
    )
    if first is None:
        return
    match = permits.search(act.flow.flow, first.text, first.span.end)
    start, end = (match.start(), match.end()) if match else (first.text, first.span.end)
    yield limb(
        act, str(first.value), requirement=("general_licence", start, end),
        life=_life_of_whole(act), spans=(act.body,), words=(first.span,),
        annexes=act.layout.annexes,
    )  # fmt: skip


def _rule(act: Act, moved: tuple[Span, ...]) -> Iterator[ExtractedMeasure]:
    """Read a rule of the Federal Register: the whole, and each instruction with its own start."""
    if moved:
        return
    requirement = requirement_of(act.flow, act.body)
    if requirement is None:
        yield from _other_rule(act)
        return
    numbered = {f"instruction-{one.value}": one for one in instructions(act.flow, act.body)}
    apart = {part: numbered[part].span for part in act.commencement.parts if part in numbered}
    rest = tuple(_minus(act.body, tuple(apart.values())))
    entities = requirement[0] in _PARTY_RULES and _ENTITIES.search(
        act.flow.flow, act.body.start, act.body.end
    )
    yield limb(
        act, "whole", requirement=requirement, life=_life_of_whole(act), spans=rest,
        words=_summary(act), parties=entities is not None,
    )  # fmt: skip
    for part, span in apart.items():
        own = requirement_of(act.flow, span) or requirement
        yield limb(
            act, part, requirement=(requirement[0], own[1], own[2]),
            life=act.commencement.parts[part], spans=(span,), words=(),
        )  # fmt: skip


def _other_rule(act: Act) -> Iterator[ExtractedMeasure]:
    """Read a rule that demands nothing which we know to name: its life is told all the same."""
    stated, life = STATED_ACTION.search(act.flow.flow[:_HEAD]), _life_of_whole(act)
    if stated is None or life is None or life.from_ is None:
        return
    if _MAKES_RULES.search(stated["action"]) and not _MAKES_NONE.search(stated["action"]):
        yield limb(act, "whole", requirement=None, life=life, spans=(), words=())


_HEAD = 20_000
_MAKES_RULES = re.compile(r"(?i)\brules?\b|\bregulations?\b|\border\b")
_MAKES_NONE = re.compile(
    r"(?i)correct|delay|postpon|withdraw|\bstay|suspen|exten(?:sion|d)|propos|reopen"
)
"""What in the action line of a rule says that it brings no rule of its own."""

_ENTITIES = re.compile(r"\bEntity\sList\b|\bUnverified\sList\b|\bDenied\sPersons\b")
_SUMMARY = re.compile(r"\bSUMMARY:?")


def _summary(act: Act) -> tuple[Span, ...]:
    """Return the sentences in which a rule tells in short what it demands, and of whom."""
    found = _SUMMARY.search(act.flow.flow, act.body.start, act.body.end)
    if found is None:
        return ()
    end = re.compile(r"\bDATES:?").search(act.flow.flow, found.end(), act.body.end)
    return (Span(found.end(), end.start() if end else min(act.body.end, found.end() + 1500)),)


def _minus(span: Span, holes: tuple[Span, ...]) -> Iterator[Span]:
    at = span.start
    for hole in sorted(holes, key=lambda one: one.start):
        yield Span(at, hole.start)
        at = hole.end
    yield Span(at, span.end)
