"""Which limbs does an act bring into being, each with its requirement, life and terms?"""

from collections.abc import Iterable, Iterator
from functools import partial

from tracker.extraction.act import Act
from tracker.extraction.days.annex_parts import annexes_named
from tracker.extraction.days.times import Life
from tracker.extraction.deeds.days_pointed import pointed_start
from tracker.extraction.deeds.deeds import Deed
from tracker.extraction.extracted import ExtractedMeasure
from tracker.extraction.measures.annex_goods import annexes_meant, hangs_on_annex, is_goods_list
from tracker.extraction.measures.borrowed_duties import borrowed_demand
from tracker.extraction.measures.catalogue_measures import catalogue_limb
from tracker.extraction.measures.counted_lives import life_in_words, only_life_told, with_own_end
from tracker.extraction.measures.definitions import definitions_used, hang_on_annex, only_defines
from tracker.extraction.measures.entries_apart import entries_apart
from tracker.extraction.measures.goods_lists import (
    is_list,
    is_one_list,
    lists_goods,
)
from tracker.extraction.measures.item_lives import (
    as_long_as,
    dated_demand,
    items_apart,
    part_of,
)
from tracker.extraction.measures.limbs import FREES, catch_all, limb
from tracker.extraction.measures.limbs_of_rows import row_limbs
from tracker.extraction.measures.only_told import demands_made, really_said
from tracker.extraction.measures.paragraphs import (
    as_titled,
    binds_listed,
    clauses_of,
    demand_each,
    enlists,
    first_requirement,
    has_goods,
    main_demand,
    paragraphs_apart,
    paragraphs_of,
)
from tracker.extraction.measures.point_duties import (
    bounds_exemption,
    free_of_act,
    is_procedure,
    of_catalogue,
    only_asks,
    only_tells,
    speaks_of_the_above,
    with_the_rest,
)
from tracker.extraction.measures.point_parts import (
    CODES_OF_ABOVE,
    NOT_OF_ANNEX,
    OF_ANNEX,
    firms_named,
    freeing,
    frees_behind,
    of_schedule,
    opens_point,
    stocked_elsewhere,
    with_bounds,
    with_codes,
    with_exempted,
    with_freed,
    with_way_out,
    without_catch_all,
    without_deed_behind,
)
from tracker.extraction.measures.points_beside import points_beside, without_supplement
from tracker.extraction.measures.quota_points import life_of_quota
from tracker.extraction.measures.rule_measures import minus, rule_limbs
from tracker.extraction.measures.table_measures import table_limbs, without_codes
from tracker.extraction.measures.whole_measures import general_licence, whole_act, whole_order
from tracker.extraction.names.measure_words import ANNEX_WORD, LIST_WORD
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import Point, items_of, points
from tracker.extraction.scope.procedure_words import WAY_OUT
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.spelling.regexps import regexp

_PARTY_RULES = frozenset({"prohibition", "presumption_of_denial", "stricter_review", "licence"})
_NAMES_FIRMS = _PARTY_RULES | {"general_licence"}
_BINDS_GOODS = _PARTY_RULES | {"registration", "quota", "case_by_case"}
"""What another point may demand of goods that a point only says to be controlled."""
_TOLD_AS_WHOLE = regexp(r"eu/|us/president/|cn/[a-z-]+/[0-9]{4}/order-")
"""Acts that are recorded with their life also where they demand nothing that we can name."""


def measures(
    act: Act, deeds: Iterable[Deed], *, amends: bool, changed: Iterable[Span] = ()
) -> tuple[ExtractedMeasure, ...]:
    """Return the limbs of an act.

    ``deeds`` are what it does to others and ``changed`` the points that write new words into
    others: neither makes a limb.
    """
    done = tuple(deeds)
    changed = tuple(changed)
    moved = (*(deed.span for deed in done), *changed)
    if amends and act.family == "licence":
        return tuple(general_licence(act, changed))
    if amends and (act.family != "articles" or _only_amends(act)):
        beside = points_beside(act, moved)
        return tuple(one for point in beside for one in _point(act, point, [], None, stocked=False))
    tabled = tuple(table_limbs(act, several=True)) if act.family == "articles" else ()
    if tabled:
        return tabled
    replaces = bool(done) and all(deed.kind == "repeal" for deed in done)
    read = {
        "order": whole_order,
        "rule": rule_limbs,
        "licence": general_licence,
    }.get(act.family, partial(_pointed, replaces=replaces))
    found = with_exempted(read(act, moved))
    if done and all(deed.kind == "extend" for deed in done):  # it repeats what it lengthens
        return tuple(one for one in found if not one.id.endswith("#sole"))
    ordered = act.id.startswith("cn/")
    rules = _has_articles(act) and (not moved or replaces) if ordered else not moved
    if not found and rules and not amends and _TOLD_AS_WHOLE.match(act.id):
        return tuple(filter(None, (whole_act(act),)))
    if act.family == "articles" and (not found or without_codes(act, found)):
        return tuple(table_limbs(act, several=False)) or found
    return found


def _pointed(
    act: Act, moved: tuple[Span, ...], *, replaces: bool = False
) -> Iterator[ExtractedMeasure]:
    """Read an act of numbered points or articles, or of one rule without a number.

    ``replaces``: all that it does to others is to end them, so its own rule takes their place.
    """
    body = without_supplement(act)
    parted = tuple(without_catch_all(act, point) for point in points(act.flow, body))
    found = tuple(point for point, _ in parted)
    if not found or is_one_list(act, body, found):
        apart = tuple(_items_apart(act, moved, body, replaces=replaces))
        apart = apart or tuple(_paragraphs(act, moved, body))
        yield from apart or _sole(act, moved, body, replaces=replaces)
        return
    yield from (catch_all(act, caught) for _, caught in parted if caught is not None)
    intro = act.flow.trimmed(body.start, found[0].span.start)
    coded = [
        point
        for point in found
        if CODES_OF_ABOVE.match(act.flow.flow, point.text) or stocked_elsewhere(act, point, found)
    ]
    found = tuple(point for point in found if not any(point is one for one in coded)) or found
    lists = [
        point for point in found if is_list(act, point, moved) and not only_defines(act, point)
    ]
    titled = (requirement_of(act.flow, span) for span in act.titles)
    others = [point for point in found if not any(point is one for one in lists)]
    demanded = (
        requirement_of(act.flow, intro)
        or first_requirement(act, others)
        or first_requirement(act, lists, frees=False)
        or requirement_of(act.flow, Span(found[-1].span.end, body.end))
        or next((demand for demand in titled if demand), None)
    )
    before: ExtractedMeasure | None = None
    bound: ExtractedMeasure | None = None
    stock = next((point for point in found if lists_goods(act, point)), None)
    first = stock or found[0]
    found = (*found[:-1], without_deed_behind(act, found[-1], moved))
    for point in found:
        if (
            any(map(point.span.overlaps, moved))
            or only_defines(act, point)
            or only_tells(act, point)
        ):
            continue
        if stock is not None and point is not stock and only_asks(act, point):
            continue
        way_out = WAY_OUT.search(act.flow.flow, point.text, point.span.end)
        if way_out is not None and before is not None and opens_point(act, point, way_out.start()):
            before = with_way_out(act, before, point.text, point.span.end)
            continue
        if before is not None and bounds_exemption(act, point, demanded):
            before = with_bounds(act, before, point.span)
            continue
        if before is not None:
            yield before
            before = None
        limbs = tuple(_point(act, point, lists, demanded, stocked=point is not first))
        limbs = tuple(as_long_as(act, one, point, bound) for one in limbs)
        bound = next((one for one in limbs if one.terms["requirement"] not in FREES), bound)
        if limbs and coded:
            limbs = (with_codes(act, limbs[0], coded), *limbs[1:])
            coded = []
        yield from limbs[:-1]
        before = limbs[-1] if limbs else None
        if way_out is not None and before is not None:
            before = with_way_out(act, before, way_out.start(), point.span.end)
    if before is not None:
        yield before


def _sole(
    act: Act, moved: tuple[Span, ...], body: Span, *, replaces: bool
) -> Iterator[ExtractedMeasure]:
    promulgated = catalogue_limb(act)
    if promulgated is not None:
        yield promulgated
        return
    requirement = as_titled(act, body) or next(demands_made(act, body), None)
    rest = tuple(minus(body, moved))
    listed = replaces and any(binds_listed(act, span) for span in rest)
    if requirement is not None and requirement[0] in ("exemption", "liability"):
        requirement = main_demand(act, body) or requirement
    if requirement is None or (
        moved
        and not listed
        and not any(has_goods(act, span) or enlists(act, span) for span in rest)
    ):
        return
    if rows := tuple(row_limbs(act, "", requirement, body)):
        yield from rows
        return
    parties = requirement[0] in _PARTY_RULES and LIST_WORD.search(
        act.flow.flow, body.start, body.end
    )
    part = "whole" if act.id.startswith("eu/") else "sole"
    said = tuple(one for span in rest for one in really_said(act, span))
    told = dated_demand(act, requirement) or body
    yield limb(
        act, part, requirement=requirement, life=_life(act, part, told), spans=said,
        words=rest, annexes=act.layout.annexes, parties=parties is not None,
    )  # fmt: skip


def _items_apart(
    act: Act, moved: tuple[Span, ...], body: Span, *, replaces: bool
) -> Iterator[ExtractedMeasure]:
    """Read the items of an act without points, where it does something to other acts besides."""
    entries, demand = entries_apart(act, body)
    if entries and not moved:
        for entry in entries:
            yield from _point(act, entry, list(entries), demand, stocked=False)
        return
    items = items_of(act.flow, body)
    own = [item for item in items if not any(map(item.span.overlaps, moved))]
    apart = len(own) < len(items) or (moved and replaces) or demand_each(act, body, items)
    for item in own if apart else ():
        yield from _point(act, item, [], None, stocked=False)


def _paragraphs(act: Act, moved: tuple[Span, ...], body: Span) -> Iterator[ExtractedMeasure]:
    """Read paragraphs without numbers that demand different things, where nothing is done else."""
    for count, own, demand in () if moved else paragraphs_apart(act, body):
        life = _life(act, str(count), own)
        yield limb(act, str(count), requirement=demand, life=life, spans=(own,), words=(own,))


def _has_articles(act: Act) -> bool:
    """Tell whether an order lays down rules of its own, beside what it ends."""
    return act.family == "order" and "第一条" in act.flow.flow[act.body.start : act.body.end]


def _only_amends(act: Act) -> bool:
    """Tell whether an act of a union that changes others has no numbered rules of its own."""
    return act.id.startswith("eu/") and not points(act.flow, act.body)


def _point(
    act: Act,
    point: Point,
    lists: list[Point],
    demanded: tuple[str, int, int] | None,
    *,
    stocked: bool,
) -> Iterator[ExtractedMeasure]:
    flow = act.flow
    own_words = Span(point.text, point.span.end)
    requirement = requirement_of(flow, own_words) or free_of_act(flow, own_words)
    requirement = requirement or borrowed_demand(act, point)
    if any(point is one for one in lists):
        binds = demanded is not None and demanded[0] in _BINDS_GOODS
        noted = requirement is not None and frees_behind(act, point, requirement)
        requirement = demanded if binds or noted else requirement or demanded
    elif (
        requirement is None
        or is_procedure(act, point, lists, requirement, first=not stocked)
        or (stocked and requirement[0] == "licence" and speaks_of_the_above(act, point))
        or bounds_exemption(act, point, demanded)
        or (
            requirement[0] == "declaration" != (demanded or requirement)[0]
            and with_the_rest(act, point)
        )
    ):
        return
    if requirement is None:
        return
    if rows := tuple(row_limbs(act, part_of(act, point, None), requirement, own_words)):
        yield from rows
        return
    if parts := items_apart(act, point, requirement):
        head = Span(point.text, point.items[0].span.start)
        listed = flow.language != "zh" or any(point is one for one in lists)
        shared = requirement if listed or requirement_of(flow, head) else None
        for item in parts:
            own = requirement_of(flow, item.span) or shared
            if own is None:
                continue
            yield _built(act, part_of(act, point, item), own, (item.span,), head, point, item)
        return
    whole = part_of(act, point, None)
    apart = [(f"{whole}-{count}", one, own) for count, one, own in paragraphs_of(act, point)]
    clauses = () if apart else clauses_of(act, point)
    apart += [(f"{point.value}{'abcdefgh'[n]}", one, own) for n, one, own in clauses]
    for part, one, own in apart:
        head = flow.trimmed(one.text, _head_end(act, one))
        yield _built(act, part, own, (one.span,), head, one)
    if apart:
        return
    head = flow.trimmed(point.text, _head_end(act, point))
    freed = freeing(act, point)
    spans = tuple(minus(point.span, tuple(item.span for item in freed)))
    built = _built(act, whole, requirement, spans, head, point)
    yield with_freed(act, built, freed)


def _built(
    act: Act,
    part: str,
    requirement: tuple[str, int, int],
    spans: tuple[Span, ...],
    head: Span,
    point: Point,
    item: Point | None = None,
) -> ExtractedMeasure:
    flow = act.flow
    named = ANNEX_WORD.search(flow.flow, point.span.start, point.span.end) is not None
    named = named or of_catalogue(act, point.span)
    if NOT_OF_ANNEX.search(flow.flow, point.text, point.span.end) or not hangs_on_annex(act, point):
        named = False
    if requirement[0] == "declaration":
        named = OF_ANNEX.search(flow.flow, point.span.start, point.span.end) is not None
    parties = requirement[0] in _PARTY_RULES and (
        LIST_WORD.search(flow.flow, point.span.start, point.span.end) is not None
        and not is_goods_list(flow, point)
    )
    firms = firms_named(act, point) if requirement[0] in _NAMES_FIRMS else ()
    meant = tuple(definitions_used(act, point, requirement[0]))
    hangs = named or of_schedule(act, point, requirement[0]) or hang_on_annex(act, meant)
    annexed = tuple(one.id for one in annexes_named(flow, point.text, point.span.end))
    above = (part_of(act, point, None), *annexed)
    return limb(
        act, part, requirement=requirement, life=_life(act, part, spans[0], *above),
        spans=(*spans, *meant), words=spans, heads=(head,),
        annexes=annexes_meant(act, _naming(act, item) or point) if hangs and not parties else (),
        parties=parties, named=firms,
    )  # fmt: skip


def _naming(act: Act, item: Point | None) -> Point | None:
    """Return the item of a point that lives apart, where it names an annex of its own."""
    named = item is not None and any(annexes_named(act.flow, item.text, item.span.end))
    return item if named else None


def _head_end(act: Act, point: Point) -> int:
    end = act.flow.flow.find("\n", point.text, point.span.end)
    return min(point.span.end, end if end >= 0 else point.span.end, point.text + 60)


def _life(act: Act, part: str, span: Span, *fallbacks: str) -> Life | None:
    """Return the life that a part's own words give it, else the act's commencement."""
    named = act.commencement.parts.get(part)
    if named is not None:
        return with_own_end(act, named, span)
    quota = life_of_quota(act, span)
    if quota is not None:
        return quota
    told = pointed_start(act, span, life_in_words(act, part, span))
    read = tuple(one for one in act.commencement.read if span.holds(one.start))
    opening = act.flow.sentence(span.start)
    opens = told.start is not None and opening.holds(told.start.start) and opening not in read
    if told.start is not None and (opens or not read):
        return told
    common = act.commencement.of(part, *filter(None, fallbacks)) or only_life_told(act)
    return with_own_end(act, common, span)
