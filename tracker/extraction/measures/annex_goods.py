"""Are the goods of a point those of the annex, and of which part of it?

``用于生产附件所列装备的技术`` binds a technology, ``含有附件所列物项的材料`` goods: those of
the annex only describe them. ``附件第二部分所列物项`` are those of one part of it alone.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest

from tracker.extraction.act import Act
from tracker.extraction.days.annex_parts import annexes_of
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.prose.points import Point
from tracker.extraction.spelling.numerals import NUMERAL, from_roman, number
from tracker.extraction.spelling.regexps import regexp

_MENTION = regexp(
    rf"附(?:件|表|录)\s?(?P<annex>{NUMERAL})?(?:\([^()\n]{{1,12}}\))?的?(?:第(?P<part>{NUMERAL})部分)?"
)
_CLAUSE = regexp(r"[,。;:\n]")
_REACH = 60
_HOLDS = regexp(
    r"(?:含有|包含|集成|混有|嵌入|内含|掺有|内置|添加|采用|(?:使用|利用|以)(?!的))[^,。;]{0,40}$"
)
"""What right before the annex says that its goods are a part of other ones."""
_FOR_THEM = regexp(
    r"(?:(?:用于|用以|用来|供|与|关于|涉及|有关)[^,。;]{0,30}"
    r"|(?:研制|研发|开发|设计|生产|制造|制备|加工|使用|运行|维护|维修|安装|调试)(?:上述|本公告)?)$"
)
"""What right before the annex says that something serves its goods."""
_GOODS = r"(?:物项|产品|设备|装备|材料|货物|商品|技术|部件|系统)"
_SERVES = regexp(
    r"[^,。;]{0,24}?(?:的|相关|有关)[^,。;、和及与或]{0,12}(?:、[^,。;、和及与或]{1,8}){0,4}"
    r"(?:技术|数据|资料|图纸|软件|工艺|设备|装备|服务|协助|人才)"
)
"""What behind the annex names the thing that serves its goods."""
_THEIR_TECHNOLOGY = regexp(
    rf"(?:中)?(?:所列|列明|列出|载明)的?[^,。;、和及与或的]{{0,16}}?{_GOODS}(?:的|相关的?|有关的?)"
    r"(?![^,。;]{0,10}出口)[^,。;]{0,24}?(?:技术|数据|资料|图纸|工艺|软件)"
)
_SHARE = regexp(r"(?:所列|列明)?的?[^,。;]{0,12}?(?:占|的?(?:价值|重量|含量)(?:比例|占比))")
"""What behind the annex says how much its goods make up of other ones."""

_LISTS_GOODS = regexp(
    rf"(?:清单|目录)》?[^,。;]{{0,8}}(?:所列|列明|列出|[中内]|[甲乙丙丁]类)的?[^,。;]{{0,6}}{_GOODS}"
    r"|\b(?:items?|goods|products|materials|commodities|software|technolog(?:y|ies)|equipment)\s"
    r"(?:[a-z]+\s){0,2}(?:in|on|of)\s(?:the|this)\s(?:[a-z]+\s){0,2}[Ll]ist\b"
)
"""How a point names a list of goods, or a table of it: ``清单所列物项``, ``清单甲类物项``."""
_LISTS_FIRMS = regexp(r"名单|实体|\b[Ee]ntit(?:y|ies)\b")
"""What says that the list, or another one of the point, is one of firms."""


def is_goods_list(flow: Flow, point: Point) -> bool:
    """Tell whether the list of which a Chinese point speaks is one of goods: ``清单所列物项``."""
    span = point.span
    return (
        _LISTS_GOODS.search(flow.flow, span.start, span.end) is not None
        and _LISTS_FIRMS.search(flow.flow, span.start, span.end) is None
    )


def hangs_on_annex(act: Act, point: Point) -> bool:
    """Tell whether an annex of which a point speaks lists the goods that the point binds."""
    told = tuple(_mentions(act.flow, point))
    return not told or any(_is_of_goods(act.flow, one, point) for one in told)


def annexes_meant(act: Act, point: Point) -> tuple[Span, ...]:
    """Return the annexes of a point, or the parts of them alone that it names: ``第二部分``."""
    if act.flow.language == "en":
        return _parts_meant(act, point)
    every = [*_mentions(act.flow, point)]
    told = [one for one in every if _is_of_goods(act.flow, one, point)]
    spans = [point.span]
    if len(told) < len(every):
        ends = [*(one.start() for one in every[1:]), point.span.end]
        spans = [
            Span(one.start(), end) for one, end in zip(every, ends, strict=True) if one in told
        ]
    named = {annex for span in spans for annex in annexes_of(act.flow, span, act.layout.annexes)}
    annexes = tuple(sorted(named, key=lambda annex: annex.start))
    wanted = {number(one["part"]) for one in told if one["part"]}
    if not wanted or any(one["part"] is None for one in told):
        return annexes
    meant = tuple(
        part for annex in annexes for value, part in _parts(act.flow, annex) if value in wanted
    )
    return meant or annexes


def _mentions(flow: Flow, point: Point) -> Iterator[re.Match[str]]:
    if flow.language == "zh":
        yield from _MENTION.finditer(flow.flow, point.text, point.span.end)


def _is_of_goods(flow: Flow, told: re.Match[str], point: Point) -> bool:
    low = max(point.text, told.start() - _REACH)
    before = _CLAUSE.split(flow.flow[low : told.start()])[-1]
    if _HOLDS.search(before) or _SHARE.match(flow.flow, told.end(), point.span.end):
        return False
    if _FOR_THEM.search(before) and _SERVES.match(flow.flow, told.end(), point.span.end):
        return False
    return _THEIR_TECHNOLOGY.match(flow.flow, told.end(), point.span.end) is None


_PART_ZH = regexp(rf"(?:(?<=\n)|^)[ \t]{{0,4}}第(?P<n>{NUMERAL})部分")


def _parts(flow: Flow, annex: Span) -> Iterator[tuple[int | None, Span]]:
    """Yield the parts of an annex with their numbers, each up to the next one."""
    heads = [*_PART_ZH.finditer(flow.flow, annex.start, annex.end)]
    for one, after in zip_longest(heads, heads[1:]):
        yield number(one["n"]), Span(one.start(), after.start() if after else annex.end)


_N = r"(?:[0-9]{1,2}|[IVX]{1,5}|[A-Z])"
_ANNEX = r"(?:[Aa]nnex(?:es|ures?)?|[Ss]chedules?|[Aa]ppendi(?:x|ces)|[Aa]ttachments?)"
_ANNEX_NAMED = regexp(
    rf"\b{_ANNEX}\s(?P<n>{_N}(?:(?:,\s|,?\s(?:and|or)\s){_N}){{0,8}})\b"
    r"(?!\s(?:to|of)\s(?!this\b|the\spresent\b)(?:[^\s.;]{1,30}\s){0,8}?[^\s.;]{0,20}"
    r"(?:Regulations?|Orders?|Act|Decision|Directive|Rules?|Law|Notification|Announcement|S\.I\.)\b)"
)
_ANNEX_HEAD = regexp(rf"[ \t]{{0,4}}(?i:annex(?:ure)?|schedule|appendix|attachment)\s(?P<n>{_N})\b")
_PART = r"(?:[Pp]arts?|[Tt]ables?)"
_PART_NAMED = regexp(
    rf"\b{_PART}\s(?P<n>{_N}(?:(?:,\s|,?\s(?:and|or)\s){_N}){{0,8}})\s(?:of|to|in)\s(?:the\s|this\s)?{_ANNEX}\b"
    rf"|\b{_ANNEX}(?:\s{_N})?,\s{_PART}\s(?P<behind>{_N})\b"
)
_PART_HEAD = regexp(
    rf"(?:(?<=\n)|^)[ \t]{{0,4}}(?i:part|table)\s(?P<n>{_N})\b[^\n.;]{{0,80}}(?=\n)"
)


def _labels(told: str) -> set[str]:
    """Return how annexes or parts are counted, Roman figures as plain ones."""
    names = re.findall(rf"\b{_N}\b", told)
    return {str(from_roman(name) or name) if name.strip("IVX") == "" else name for name in names}


def _named_annexes(act: Act, point: Point) -> tuple[Span, ...]:
    """Return the annexes that an English point names by their number, else all of them."""
    flow, annexes = act.flow, act.layout.annexes
    named = _ANNEX_NAMED.finditer(flow.flow, point.text, point.span.end)
    wanted = {label for one in named for label in _labels(one["n"])}
    heads = [_ANNEX_HEAD.match(flow.flow, annex.start, annex.end) for annex in annexes]
    meant = tuple(
        annex
        for annex, head in zip(annexes, heads, strict=True)
        if head is not None and _labels(head["n"]) & wanted
    )
    return meant or annexes


def _parts_meant(act: Act, point: Point) -> tuple[Span, ...]:
    """Return the parts of the annexes that an English point names, else all annexes it means."""
    flow, annexes = act.flow, _named_annexes(act, point)
    told = _PART_NAMED.finditer(flow.flow, point.text, point.span.end)
    wanted = {label for one in told for label in _labels(one["n"] or one["behind"])}
    meant: list[Span] = []
    for annex in annexes if wanted else ():
        heads = [*_PART_HEAD.finditer(flow.flow, annex.start, annex.end)]
        for one, after in zip_longest(heads, heads[1:]):
            if _labels(one["n"]) & wanted:
                meant.append(Span(one.start(), after.start() if after else annex.end))
    return tuple(meant) or annexes
