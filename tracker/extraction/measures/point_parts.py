"""What of a point belongs to others: firms named before it, codes of goods above, deeds behind?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import msgspec

from tracker.extraction.act import Act
from tracker.extraction.days.annex_parts import annexes_of
from tracker.extraction.deeds.firms_meant import FIRMS_BELOW
from tracker.extraction.extracted import ExtractedMeasure
from tracker.extraction.measures.enlisted_firms import enlisted_firms
from tracker.extraction.measures.point_duties import free_of_act
from tracker.extraction.names.measure_words import LIST_WORD, UK_MAKES, UK_ORDER
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.prose.points import Point, points
from tracker.extraction.scope.clause_turns import turned_by_clause
from tracker.extraction.scope.codes import control_codes, customs_codes
from tracker.extraction.scope.firms_chinese import firm_runs
from tracker.extraction.scope.parties import (
    Party,
    bare_parties,
    listed_parties,
    named_parties,
    numbered_parties,
)
from tracker.extraction.scope.party_counts import parties_count
from tracker.extraction.scope.requirements import LICENCE_ROWS, requirement_of
from tracker.extraction.scope.terms import Terms, goods
from tracker.extraction.scope.thresholds import thresholds
from tracker.extraction.spelling.regexps import regexp

OF_ANNEX = regexp(r"附(?:件|表)[^,。;]{0,8}(?:所列|列明|中)|(?:所列|见)附(?:件|表)")
"""What says that a duty is about the goods of the annex."""
NOT_OF_ANNEX = regexp(
    r"附(?:件|表)[^,。;]{0,6}?(?:未|没有)列|(?:未|没有)(?:被)?列(?:入|于|在|明于)[^,。;]{0,6}(?:附(?:件|表)|清单|目录)"
)
"""What says that a duty is about goods that the annex leaves out."""
CODES_OF_ABOVE = regexp(
    r"\s?(?:上述|前述|以上|所列)[^,。;:]{0,12}?的?(?:参考)?(?:海关)?(?:商品编[号码]|税则号列|税号)"
)
"""How a point begins that only gives the customs codes of the goods above."""
_SAID_FIRMS = regexp(
    r"(?:上述|前述|以上|该|所列|名单内)[^,。;]{0,8}?(?:实体|企业|公司|机构|组织)|[向与对为]其(?!他|它|余|所在)"
)


def with_codes(act: Act, measure: ExtractedMeasure, coded: Iterable[Point]) -> ExtractedMeasure:
    """Give a limb the codes and limits that points of their own tell of its goods."""
    brought = Terms()
    goods(act.flow, tuple(point.span for point in coded), brought)
    if measure.terms.get("hs_codes") or not brought.data:
        return measure
    terms = {**brought.data, **measure.terms}
    return msgspec.structs.replace(
        measure, terms=terms, evidence=(*measure.evidence, *brought.evidence)
    )


def with_way_out(act: Act, before: ExtractedMeasure, start: int, end: int) -> ExtractedMeasure:
    """Give a limb the way out that the words behind it open."""
    words = act.flow.evidence("exemptions", start, end)
    told = before.terms.get("exemptions", [])
    terms = {**before.terms, "exemptions": [*told, "special cases on application to MOFCOM"]}
    return msgspec.structs.replace(before, terms=terms, evidence=(*before.evidence, words))


_LET_OUT = regexp(
    r"(?:The\s[a-z ]{4,40}\sin\s)?Article\s(?P<n>[0-9]{1,2})\b[^.;]{0,40}?\snot\sapply$"
)
"""How an article that only lets something out of another one names it."""


def with_exempted(limbs: Iterable[ExtractedMeasure]) -> tuple[ExtractedMeasure, ...]:
    """Give each limb what a later article lets out of it: ``Article 1 shall not apply to …``."""
    found: dict[str, ExtractedMeasure] = {}
    for one in limbs:
        exempted = one.terms.get("exemptions", [])
        words = next((w.quote for w in one.evidence if w.field == "requirement"), "")
        named = _LET_OUT.match(words) if exempted and len(one.terms) == _ONLY_EXEMPTS else None
        bound = found.get(f"{one.id.partition('#')[0]}#art-{named['n']}") if named else None
        same = bound is not None and (bound.from_, bound.through) == (one.from_, one.through)
        if bound is None or not same or bound.terms.get("requirement") == "exemption":
            found[one.id] = one
            continue
        terms = {**bound.terms, "exemptions": [*bound.terms.get("exemptions", []), *exempted]}
        told = (w for w in one.evidence if w.field == "exemptions")
        found[bound.id] = msgspec.structs.replace(
            bound, terms=terms, evidence=(*bound.evidence, *told)
        )
    return tuple(found.values())


_ONLY_EXEMPTS = 2


def with_bounds(act: Act, before: ExtractedMeasure, span: Span) -> ExtractedMeasure:
    """Give a freedom the limits beyond which the words behind it say that there is none."""
    limits = thresholds(act.flow, span, inverted=True)
    if before.terms.get("requirement") not in ("exemption", "general_licence") or not limits:
        return before
    told = before.terms.get("thresholds", [])
    terms = {**before.terms, "thresholds": [*told, *(limit.as_terms() for limit in limits)]}
    words = (act.flow.evidence("thresholds", limit.start, limit.end) for limit in limits)
    return msgspec.structs.replace(before, terms=terms, evidence=(*before.evidence, *words))


def of_schedule(act: Act, point: Point, requirement: str) -> bool:
    """Tell whether an article without goods of its own speaks of those of the schedule."""
    if act.family != "articles" or requirement not in ("licence", "prohibition"):
        return False
    if control_codes(act.flow, point.span) or customs_codes(act.flow, point.span):
        return False
    return re.search(r"\bexport", act.flow.flow[point.text : point.span.end]) is not None


def only_frees(act: Act, point: Point, demand: tuple[str, int, int] | None) -> bool:
    """Tell whether the one sentence of a point lets its goods out of the act."""
    freed = free_of_act(act.flow, point.span) if demand is None else None
    return freed is not None and act.flow.sentence(freed[1]).start <= point.text


def frees_behind(act: Act, point: Point, demand: tuple[str, int, int]) -> bool:
    """Tell whether the goods that a Chinese point lists stand before a note on what is free."""
    if demand[0] != "exemption" or act.flow.language != "zh":
        return False
    note = act.flow.sentence(demand[1]).start
    before = Span(point.text, max(point.text, note))
    return bool(control_codes(act.flow, before) or customs_codes(act.flow, before))


def freeing(act: Act, point: Point) -> tuple[Point, ...]:
    """Return the paragraphs of an article that only free somebody of the licence that it demands.

    Each tells of ``no authorisation``; what else the article demands is one thing, a licence.
    """
    if point.numbering.name != "article" or act.flow.language != "en":
        return ()
    told = [(requirement_of(act.flow, item.span), item) for item in point.items]
    if {found[0] for found, _ in told if found} != {"licence", "exemption"}:
        return ()
    freed = (item for found, item in told if found and found[0] == "exemption")
    return tuple(item for item in freed if not act.times.within(item.span.start, item.span.end))


def with_freed(act: Act, measure: ExtractedMeasure, freed: tuple[Point, ...]) -> ExtractedMeasure:
    """Give a limb what the paragraphs beside it let go."""
    if not freed:
        return measure
    told = [act.flow.text[one.text : one.span.end].strip() for one in freed]
    words = (act.flow.evidence("exemptions", one.text, one.span.end) for one in freed)
    own = [name for name in measure.terms.get("exemptions", []) if name not in told]
    terms = {**measure.terms, "exemptions": [*own, *told]}
    return msgspec.structs.replace(measure, terms=terms, evidence=(*measure.evidence, *words))


_UK_HEAD = 4_000


def is_order(act: Act) -> bool:
    """Tell whether a UK instrument is an order: what it makes decides, then its title."""
    head = act.flow.flow[:_UK_HEAD]
    makes = UK_MAKES.search(head)
    return makes["what"].lower() == "order" if makes else UK_ORDER.search(head) is not None


def unit_of(act: Act) -> str:
    """Return what ids put before the numbers of an instrument that counts in bare figures."""
    if act.id.startswith("uk/si/"):
        return "art-" if is_order(act) else "reg-"
    return "reg-" if act.id.startswith("my/pua/") and not is_order(act) else ""


def firms_named(act: Act, point: Point) -> tuple[Party, ...]:
    """Return the firms whom a point binds by name: its own, else those listed before the points."""
    if act.flow.language != "zh":
        return _enlisted(act, point)
    before = firms_before(act, point)
    if before:
        return before
    found = _named_on_list(act, point) or _barred(act, point)
    if len(every := enlisted_firms(act, point)) > len(found):
        found = every
    if not found and FIRMS_BELOW.search(act.flow.flow, point.text, point.span.end):
        return bare_parties(act.flow, Span(point.text, point.span.end))
    if not found and _USERS_OF_ANNEX.search(act.flow.flow, point.text, point.span.end):
        annexes = annexes_of(act.flow, point.span, act.layout.annexes)
        rows = (numbered_parties(act.flow, one) for one in annexes)
        return next((firms for firms in rows if firms), ())
    count = parties_count(act.flow, Span(point.text, point.span.end))
    listed = OF_LIST.search(act.flow.flow, point.text, point.span.end) is not None
    return () if listed and count is not None and count > len(found) else found


_USERS_OF_ANNEX = regexp(
    r"附[件表录][一二三四五六七八九十0-9]{0,2}(?:所列|列明|中|内)的?[^,。;]{0,6}(?:企业|用户|公司)为"
)
"""What says of the firms of an annex what they are: ``附件所列企业为经验证最终用户``."""
_BARRED = regexp(
    r"(?:不得(?:再)?|禁止|严禁|不准|不再(?:准许|允许))(?:任何[^,。;]{0,12})?[向与]"
    r"(?=[^,。;]{2,60}(?:公司|集团|研究所|研究院|大学|实验室)[^。;]{0,120}(?:出口|提供|转移|转让|销售|交易))"
)
"""What forbids to deliver to those whom it names: ``不得向甲公司、乙公司提供``."""


def _barred(act: Act, point: Point) -> tuple[Party, ...]:
    """Return the firms to whom a sentence of a point forbids to deliver, by their names."""
    return tuple(
        firm
        for sentence in _sentences(act, point)
        if (bars := _BARRED.search(act.flow.flow, sentence.start, sentence.end)) is not None
        for run in firm_runs(act.flow, Span(bars.end(), sentence.end))[:1]
        for firm in run
    )


OF_LIST = regexp(r"附(?:件|表|录)|名单(?:见|如|附)|所附|下表")
"""What says that those whom a point binds stand on a list: it names one of them: ``甲等5家``."""


def _named_on_list(act: Act, point: Point) -> tuple[Party, ...]:
    """Return the firms of the sentences of a point that decide on somebody."""
    return tuple(
        party
        for sentence in _sentences(act, point)
        if ON_LIST.search(act.flow.flow, sentence.start, sentence.end)
        or _AGAINST.search(act.flow.flow, sentence.start, sentence.end)
        for party in named_parties(act.flow, sentence)
    )


def _sentences(act: Act, point: Point) -> Iterable[Span]:
    """Yield the sentences of a point, the first one without its number."""
    for one in act.flow.within(point.span.start, point.span.end):
        yield Span(max(one.start, point.text), one.end)


_AGAINST = regexp(r"采取[^,。;]{0,8}(?:反制|制裁|处理|处置|限制性)措施|冻结")
"""What says that a decision is taken against those whom its sentence names."""
ON_LIST = regexp(r"(?:列入|调入|转入)[^,。;]{0,16}(?:名单|清单)")
"""What says that the firms of a sentence are put on a list."""


_ENLISTS = regexp(
    r"\b(?i:includ|add|plac|put|list|enter|designat)[a-z]*\b[^;]{0,600}?\b(?i:list)\b"
)
"""What says in English that the firms of a sentence are put on a list."""


def _enlisted(act: Act, point: Point) -> tuple[Party, ...]:
    """Return the firms that an English point itself puts on a list, in its words or below them.

    Those of other points may leave the list, or have a pause.
    """
    flow = act.flow
    for sentence in _sentences(act, point):
        if _ENLISTS.search(flow.flow, sentence.start, sentence.end):
            below = Span(sentence.end, point.span.end)
            opens = flow.flow[sentence.start : sentence.end].rstrip().endswith(":")
            found = numbered_parties(flow, below) if opens else named_parties(flow, sentence)
            if found:
                return found
    return ()


def firms_before(act: Act, point: Point) -> tuple[Party, ...]:
    """Return the firms put on a list before the points, of which a point speaks.

    ``禁止上述企业从事…`` means all of them, a point that names some means these.
    """
    flow = act.flow
    first = next(iter(points(flow, act.body)), point)
    intro = Span(act.body.start, min(first.span.start, point.span.start))
    if LIST_WORD.search(flow.flow, intro.start, intro.end) is None:
        return ()
    count = parties_count(flow, intro)
    listed = named_parties(flow, intro) if count else tuple(_put_on_list(act, intro))
    if count and len(listed) != count:
        spans = (intro, *act.layout.annexes)
        lists = (*(listed_parties(flow, span) for span in spans), *firm_runs(flow, intro))
        listed = next((found for found in lists if len(found) == count), ())
    listed = listed or (() if count else _listed_below(act, intro))
    if not listed or (count or len(listed)) != len(listed):
        return ()
    text = flow.text[point.text : point.span.end]
    own = tuple(one for one in listed if one.name in text)
    all_said = _SAID_FIRMS.search(text)
    if own and all_said and all_said.start() < min(text.find(one.name) for one in own):
        own = ()  # all of them are meant, and some of them again: ``禁止上述实体…;对甲公司,另…``
    opening = flow.sentence_before(first.span.start)
    said = any(
        _SAID_FIRMS.search(flow.flow, low, high)
        for low, high in ((point.text, point.span.end), (opening.start, opening.end))
    )
    return own or (listed if said else ())


def _listed_below(act: Act, intro: Span) -> tuple[Party, ...]:
    """Return the firms in the lines behind a colon by which somebody is put on a list."""
    flow = act.flow
    for one in flow.within(intro.start, intro.end):
        opens = flow.flow[one.start : one.end].rstrip().endswith(":")
        if opens and ON_LIST.search(flow.flow, one.start, one.end):
            below = Span(one.end, intro.end)
            runs = tuple(firm_runs(flow, below))
            return runs[0] if len(runs) == 1 else listed_parties(flow, below)
    return ()


def _put_on_list(act: Act, intro: Span) -> Iterator[Party]:
    """Yield the firms of the sentences before the points that put somebody on a list."""
    for one in act.flow.within(intro.start, intro.end):
        if ON_LIST.search(act.flow.flow, one.start, one.end):
            yield from named_parties(act.flow, one)


def without_deed_behind(act: Act, point: Point, moved: tuple[Span, ...]) -> Point:
    """Cut off the last point the paragraphs behind it that move other acts."""
    own = act.flow.flow.find("\n", point.text, point.span.end)
    behind = [one.start for one in moved if own >= 0 and own < one.start < point.span.end]
    if not behind or any(point.span.start <= one.start <= own for one in moved):
        return point
    line = act.flow.flow.rfind("\n", point.text, min(behind))
    return replace(point, span=act.flow.trimmed(point.span.start, max(line, own)))


def without_catch_all(act: Act, point: Point) -> tuple[Point, Span | None]:
    """Part from a point what stands below it: the sum of an Indian act, or a Chinese catch-all.

    This bears no number, and demands of other goods what the point demands of those it lists.
    """
    flow = act.flow
    summed_up = _SUMMED_UP.search(flow.flow, point.text, point.span.end)
    if summed_up is not None:
        return _up_to(act, point, summed_up.start()), None
    for line in flow.lines_within(point.text, point.span.end):
        if line.start <= point.text or flow.language != "zh" or not point.items:
            continue
        own = Span(max(line.start, point.text), min(line.end, point.span.end))
        demand = requirement_of(flow, own)
        counted = any(item.span.start == own.start for item in point.items)
        if demand is not None and demand[0] == "catch_all" and not counted:
            return _up_to(act, point, own.start), own
    return point, None


_SUMMED_UP = regexp(r"(?<=[\n.;])\s{0,4}Effect\sof\sthis\s(?:Public\s)?Noti(?:ce|fication)\s?:")
"""How the lines below the points begin that sum up an Indian notification, and bind nobody."""


def _up_to(act: Act, point: Point, end: int) -> Point:
    """Return a point without what stands behind a place, its items likewise."""
    items = tuple(_up_to(act, item, end) for item in point.items if item.span.start < end)
    span = act.flow.trimmed(point.span.start, min(point.span.end, end))
    return replace(point, span=span, items=items)


def takes_away(flow: Flow, span: Span) -> bool:
    """Tell whether a Chinese stretch only takes a demand away, or says that there is none."""
    if flow.language != "zh" or requirement_of(flow, span) is not None:
        return False
    for row in flow.sieve.rows(LICENCE_ROWS):
        found = flow.sieve.search(row.pattern, span.start, span.end)
        if found is not None and turned_by_clause(flow, span, *found.span()):
            return True
    return False


_LIST_HEAD = regexp(
    r"\s?(?:本公告)?(?:(?:所称|上述|前述|前款所称)?(?P<title>《[^《》\n]{1,40}》)|(?:上述|前述|所称|前款所称|第[一二三四五六七八九十]{1,3}条(?:所称|所列)?)[^,。;:]{0,16}?(?:清单|目录|商品|物项|产品|货物)(?:范围|清单|目录)?)"
    r"(?:如下|为|包括|是指|见下表)\s?:"
)


def stocked_elsewhere(act: Act, point: Point, others: Iterable[Point]) -> bool:
    """Tell whether a point only brings the goods of which other points speak: ``《清单》如下:``."""
    head = _LIST_HEAD.match(act.flow.flow, point.text, point.span.end)
    if act.flow.language != "zh" or head is None:
        return False
    named = head["title"] or "清单"
    texts = (act.flow.flow[one.text : one.span.end] for one in others if one is not point)
    return head["title"] is None or any(named in text for text in texts)


def opens_point(act: Act, point: Point, at: int) -> bool:
    """Tell whether the words at ``at`` stand in the first sentence of a point, so are all of it."""
    return act.flow.sentence(at).start <= point.text
