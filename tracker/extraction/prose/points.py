"""How is a text numbered: points, their items, articles, amendatory instructions?

A numbering counts from one and goes up by one; what does not is no numbering.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.prose.numberings import (
    BRANCHED,
    CHINESE_ITEMS,
    CHINESE_POINTS,
    CHINESE_WORD_POINTS,
    CLAUSES,
    ENGLISH_EXCERPTS,
    ENGLISH_ITEMS,
    ENGLISH_POINTS,
    FIGURES,
    INSTRUCTIONS,
    PLAIN_SECTIONS,
    TABLE_ROWS,
    Numbering,
)
from tracker.extraction.spelling.numerals import english_number, from_roman, number
from tracker.extraction.spelling.regexps import regexp

MOST = 400
"""The most points that one text is parted into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One numbered part: ``span`` reaches to the next one, ``text`` begins behind its number.

    ``branch`` is what an article has that was put in behind another: ``-3`` of Article 10-3.
    """

    value: int
    span: Span
    text: int
    numbering: Numbering
    items: tuple["Point", ...] = ()
    branch: str = ""

    @property
    def label(self) -> str:
        """The number as the text writes it."""
        return f"{self.value}{self.branch}"


def points(flow: Flow, span: Span) -> tuple[Point, ...]:
    """Return the points of a stretch with their items, by the first numbering that runs."""
    span = _with_indent(flow, span)
    rows, items = (
        (CHINESE_POINTS, CHINESE_ITEMS)
        if flow.language == "zh"
        else (ENGLISH_POINTS, ENGLISH_ITEMS)
    )
    if flow.language == "en" and (branched := _branched(flow, span)):
        return tuple(_with_items(flow, point, items) for point in branched)
    if any(number.form == "ca_sor" for number in flow.numbers[:_FIRST]):
        rows = (*rows, PLAIN_SECTIONS)
    if any(number.form == "au_frl" for number in flow.numbers[:_FIRST]):
        rows = (PLAIN_SECTIONS, *rows)
    if any(number.form == "proclamation" for number in flow.numbers[:_FIRST]):
        rows = (*rows, CLAUSES)
    for row in rows:
        found = _with_gaps(flow, span, row) or tuple(_running(flow, span, row))
        if found and not _counts_less(flow, span, found):
            last = without_closing(flow, found[-1])
            return tuple(_with_items(flow, point, items) for point in (*found[:-1], last))
    for row in CHINESE_WORD_POINTS if flow.language == "zh" else ():
        found = tuple(_running(flow, span, row))
        if len(found) > 1 and _are_rules(flow, span, found):
            last = without_closing(flow, found[-1])
            return tuple(_with_items(flow, point, items) for point in (*found[:-1], last))
    for row in ENGLISH_EXCERPTS if flow.language == "en" else ():
        found = tuple(_running(flow, span, row, begins=_BEGINS_AT))
        if len(found) > 1 and (row.prefix or _is_led_to(flow, span, found[0])):
            return tuple(_with_items(flow, point, items) for point in found)
    return ()


def _with_indent(flow: Flow, span: Span) -> Span:
    """Return a stretch with the blanks before its first line, which number may begin it."""
    line = flow.flow.rfind("\n", 0, span.start) + 1
    return span if flow.flow[line : span.start].strip() else Span(line, span.end)


_LED_TO_GOODS = regexp(
    r"(?:下[列述]|以下|如下|符合)[^。:\n]{0,40}?"
    r"(?:物项|产品|货物|商品|技术|设备|材料|晶体|部件|条件|情形|企业|实体|公司|机构|者|之一)[^。:\n]{0,16}:$"
)
"""How the words end that lead to what one rule lists: goods, conditions, firms."""
_RULE = regexp(
    r"应当?(?!用)|不得|[须需](?!求)|禁止|方可|免[于予领]|一律|实[施行]|予以|适用|负责|许可|配额"
    r"|本(?:公告|通知|决定|令|办法)|即[日行]|[年月日]起|(?:暂停|停止|废止|恢复|取消|列入|纳入|移出)"
)


def _are_rules(flow: Flow, span: Span, found: tuple[Point, ...]) -> bool:
    """Tell whether numbers of items count the rules of an act: sentences that demand something."""
    before = flow.flow[span.start : found[0].span.start].rstrip()
    if _LED_TO_GOODS.search(before[before.rfind("\n") + 1 :]):
        return False
    said = [flow.flow[one.text : one.span.end] for one in found]
    if _LED_TO_RULES.search(before) is not None:
        return sum(_RULE.search(words) is not None for words in said) * 2 >= len(said)
    rules = sum("。" in words and _RULE.search(words) is not None for words in said)
    return rules * 2 > len(said)


_LED_TO_RULES = regexp(
    r"(?:公告|通知|决定|通告|(?:措施|事项|规定|要求|安排|处理|处置)[^。:\n]{0,4})(?:如下|包括|是):$"
    r"|(?:下[列述]|以下)[^。:\n]{0,6}(?:措施|规定|安排|处理|处置):$"
)
"""How the words end that lead to rules: ``处理措施如下:``, ``现公告如下:``."""


def _counts_less(flow: Flow, span: Span, found: tuple[Point, ...]) -> bool:
    """Tell whether figures count no points: the entries of a list, or what items hold."""
    if found[0].numbering.name != FIGURES:
        return False
    again = _begins_again(flow, found) or _is_led_list(flow, span, found)
    return again or _stand_in_items(flow, span, found)


def _stand_in_items(flow: Flow, span: Span, found: tuple[Point, ...]) -> bool:
    """Tell whether figures count what is told of the first of several items above them."""
    outer = tuple(islice(_running(flow, span, CHINESE_ITEMS[0]), 2))
    if len(outer) < 2:
        return False
    return outer[0].span.start < found[0].span.start < outer[1].span.start


def _is_led_list(flow: Flow, span: Span, found: tuple[Point, ...]) -> bool:
    """Tell whether figures only count what one rule lists: ``不得出口下列物项:``."""
    if any(_RULES.match(flow.flow, point.text, point.span.end) for point in found):
        return False
    if len(found) > 1 and all(_heads_items(flow, point) for point in found):
        return False
    before = flow.flow[span.start : found[0].span.start].rstrip()
    return _LED.search(before[before.rfind("\n") + 1 :]) is not None


_HEADS_ITEMS = regexp(r"\s?[^\n,。;:()]{2,30}:?\s{0,8}\n\s{0,8}\([1一]\)")


def _heads_items(flow: Flow, point: Point) -> bool:
    """Tell whether a number counts no entry but a head over entries: ``1.锶相关物项`` ``(1)…``."""
    return _HEADS_ITEMS.match(flow.flow, point.text, point.span.end) is not None


_RULES = regexp(
    r"\s?(?:本(?:公告|通知|决定|办法|令)|(?:进?出口)?经营者|进?出口(?:企业|单位|[商方人])|(?:出口)?(?:上述|以上|前述)|未经|违反|海关)"
)
"""How a part in figures begins that rules something, and is no item of a list."""


_LED = regexp(
    r"^(?=[^\n]{0,200}(?:不得|禁止|许可|管制))[^\n。]{0,120}(?:下[列述]|以下)[^\n。;:]{0,40}:$"
)


def _is_led_to(flow: Flow, span: Span, first: Point) -> bool:
    """Tell whether the words before a first point say no rule themselves: a colon ends them."""
    before = flow.flow[span.start : first.span.start].rstrip()
    return not before or before.endswith(":")


_BEGINS_AT = 9
"""The highest number with which the points of an act begin whose first ones are not printed."""


_FIRST = 20
_CLOSING = regexp(
    r"\n[ \t]{0,4}(?=(?:进?出口经营者"
    r"|进?出口(?:企业|单位|[商方人])(?=[^。\n]{0,24}(?:上述|以上|前述|本公告))"
    r"|出口(?:上述|以上|前述)"
    r"|(?:本|以上|上述)(?:公告|物项|规定|调整|措施|办法|决定|令|通知|更正|修改)"
    r"|未(?:经|取得|获得?)[^。\n]{0,12}(?:许可|批准)[^。\n]{0,16}(?:上述|以上|前述|本公告所列)"
    r"|(?:其余|其他)(?:规定|条款|事项|内容)|此外|《[^《》\n]{2,60}》[^。\n]{0,12}根据本(?:决定|令|公告|通知)"
    r"|任何(?:组织|国家|单位)|违反|特此|有关事项|海关(?!商品|编[码号]|税则))(?!不(?:控制|管制)))"
    r"|(?<=[.;])\s{0,4}\n[ \t]{0,4}(?=(?:Supplementary\s[Pp]rovisions?\.\s)?"
    r"This\s(?:Ministerial\s)?(?:Order|Notice|Announcement|Notification|Decision)\s"
    r"(?:shall\s|will\s)?(?:comes?\sinto|takes?|enters?\sinto|be\seffective|is\seffective)\b)"
    r"|\n[ \t]{0,4}(?=(?:Annex(?:es)?|Attachments?|Appendix|Appendices|Enclosures?)\s?:)"
    r"|\n[ \t]{0,4}(?=(?:(?:An|Any|All|The|Every)\s)?"
    r"(?:[Ee]xport(?:ing)?\s(?:business\s)?(?:operators?|enterprises?|entities|companies)|[Ee]xporters?|[Bb]usiness\s(?:operators|entities)|[Oo]perators|[Ee]xports?\sof)\b[^.\n]{0,80}?"
    r"\b(?:(?:the|these|those|such)\s(?:[a-z]+[\s-])?(?:items|goods|materials|products|technologies)"
    r"|above|above-mentioned|aforementioned)\b[^.\n]{0,160}?\b(?:permi(?:t|ts|ssion)|licen[cs]es?|licensing)\b)"
)


def without_closing(flow: Flow, point: Point) -> Point:
    """Cut the paragraphs off the last point that speak of all points alike."""
    found = _CLOSING.search(flow.flow, point.text, point.span.end)
    if found is None:
        return point
    return replace(point, span=flow.trimmed(point.span.start, found.start()))


def items_of(flow: Flow, span: Span) -> tuple[Point, ...]:
    """Return the items of a stretch that has no points of its own."""
    for row in CHINESE_ITEMS if flow.language == "zh" else ENGLISH_ITEMS:
        found = tuple(_running(flow, span, row))
        if len(found) > 1:
            return (*found[:-1], without_closing(flow, found[-1]))
    return ()


def rows_of(flow: Flow, span: Span) -> tuple[Point, ...]:
    """Return the rows of a table that counts them from one in its first column."""
    found = tuple(_running(flow, span, TABLE_ROWS)) if flow.language == "en" else ()
    return found if len(found) > 1 else ()


def instructions(flow: Flow, span: Span) -> tuple[Point, ...]:
    """Return the amendatory instructions of a rule; their numbers go up, but not by one."""
    kept: list[re.Match[str]] = []
    for match in INSTRUCTIONS.pattern.finditer(flow.flow, span.start, span.end):
        if len(kept) < MOST and (not kept or int(match["n"]) > int(kept[-1]["n"])):
            kept.append(match)
    return tuple(_parted(flow, span, INSTRUCTIONS, [(int(m["n"]), m) for m in kept]))


def _with_items(flow: Flow, point: Point, rows: tuple[Numbering, ...]) -> Point:
    inner = Span(point.text, point.span.end)
    for row in rows:
        found = tuple(_running(flow, inner, row))
        if len(found) > 1:
            return replace(point, items=found)
    return point


def _branched(flow: Flow, span: Span) -> tuple[Point, ...]:
    """Return the articles of a text that amends a longer one: ``Article 10-3``, ``Article 12-4``.

    Only where one has a branch; they count up in any steps.
    """
    kept: list[tuple[int, re.Match[str]]] = []
    last = (0, 0)
    for match in islice(BRANCHED.pattern.finditer(flow.flow, span.start, span.end), MOST):
        told = (int(match["n"]), int(match["branch"] or 0))
        if told <= last:
            break
        kept.append((told[0], match))
        last = told
    if not any(match["branch"] for _, match in kept):
        return ()
    found = _parted(flow, span, BRANCHED, kept)
    return tuple(
        replace(point, branch=f"-{match['branch']}" if match["branch"] else "")
        for point, (_, match) in zip(found, kept, strict=True)
    )


def _begins_again(flow: Flow, found: tuple[Point, ...]) -> bool:
    """Tell whether a numbering in figures starts anew: it counts items, whose heads are lost."""
    row = found[0].numbering
    span = (found[0].text, found[-1].span.end)
    return any(_value(again["n"], row) == 1 for again in row.pattern.finditer(flow.flow, *span))


_LEFT_OUT = regexp(r"(?<=\n)\s{0,4}(?:[….·*]{2,12}|\(略\))\s{0,4}(?=\n)")
"""A line that stands for parts of a text that are not printed."""


def _running(flow: Flow, span: Span, row: Numbering, *, begins: int = 1) -> Iterator[Point]:
    """Yield the parts that count up by one from a number of at most ``begins``."""
    kept: list[tuple[int, re.Match[str]]] = []
    left_out: list[int] | None = None
    for match in row.pattern.finditer(flow.flow, span.start, span.end):
        value = _value(match["n"], row)
        if value is None:
            continue
        last, end = (kept[-1][0], kept[-1][1].end()) if kept else (0, span.start)
        runs = value == last + 1 or (not kept and 1 <= value <= begins)
        if not runs and value > last + 1:
            if left_out is None:
                found = _LEFT_OUT.finditer(flow.flow, span.start, span.end)
                left_out = [one.start() for one in found]
            runs = _any_within(left_out, end, match.start())
        if runs:
            kept.append((value, match))
            if len(kept) == MOST:
                break
    yield from _parted(flow, span, row, kept)


def _any_within(places: list[int], low: int, high: int) -> bool:
    at = bisect_left(places, low)
    return at < len(places) and places[at] < high


_PRINTED_IN_PART = frozenset({"article", "section", "number", "plain section"})
"""The numberings of which an extract of an act may leave parts out."""
_WIDEST = 3
"""By how much the numbers of two parts may differ between which others are left out."""
_FEWEST = 3
_LEADS = regexp(r":\s{0,8}\Z")
_NEAR = 9


def _with_gaps(flow: Flow, span: Span, row: Numbering) -> tuple[Point, ...]:
    """Return the parts of an act of which some are not printed, ``1.``, ``3.``, ``4.``.

    Only where all numbers of the text go up, and none follows a colon, behind which new words
    of another act stand.
    """
    if flow.language != "en" or row.name not in _PRINTED_IN_PART:
        return ()
    found = [
        (value, match)
        for match in islice(row.pattern.finditer(flow.flow, span.start, span.end), MOST)
        if (value := _value(match["n"], row)) is not None
    ]
    steps = [after - before for (before, _), (after, _) in pairwise(found)]
    if len(found) < _FEWEST or found[0][0] not in (1, 2) or max(steps) == min(steps) == 1:
        return ()
    led = any(_LEADS.search(flow.flow, m.start() - _NEAR, m.start()) for _, m in found[1:])
    if led or min(steps) < 1 or max(steps) > _WIDEST:
        return ()
    return tuple(_parted(flow, span, row, found))


def _parted(
    flow: Flow, span: Span, row: Numbering, kept: list[tuple[int, re.Match[str]]]
) -> Iterator[Point]:
    starts = [match.start() for _, match in kept]
    ends = [*(_headed(flow, span, row, starts) or starts), span.end][1:]
    for (value, match), low, high in zip(kept, starts, ends, strict=True):
        headed = _NEXT_HEAD.search(flow.flow, max(match.end(), high - _LONGEST_HEAD), high)
        own = flow.trimmed(low, high if headed is None else headed.start())
        yield Point(value=value, span=own, text=match.end(), numbering=row)


_NEXT_HEAD = regexp(r"\n[ \t]{0,8}\([A-Z][^()\n]{2,80}\)\s{0,4}\Z")
"""The line in brackets that heads the next article, as in Japan, and is no part of this one."""
_LONGEST_HEAD = 120


_HEADED = frozenset({"number", "plain section"})
"""The numberings whose parts may have their heads in a line above the number."""
_HEAD_ABOVE = regexp(r"\n[ \t]{0,4}(?P<head>[A-Z][^\n|]{2,90}[^\n.;:,])\s{1,6}$")


def _headed(flow: Flow, span: Span, row: Numbering, starts: list[int]) -> list[int] | None:
    """Return where the heads of the parts begin, where each part has one above its number.

    The head of a part is no word of the part before.
    """
    if flow.language != "en" or row.name not in _HEADED or len(starts) < _FEWEST:
        return None
    low = max(0, span.start - _HEAD_LINE)
    heads = [_HEAD_ABOVE.search(flow.flow, max(low, at - _HEAD_LINE), at) for at in starts]
    known = [one.start("head") for one in heads if one is not None]
    return known if len(known) == len(starts) else None


_HEAD_LINE = 100
"""How many characters the line of a head has at most."""


def _value(written: str, row: Numbering) -> int | None:
    if row.name == "word":
        return english_number(written)
    if row.name == "letter":
        return ord(written.lower()) - ord("a") + 1
    if written.isascii() and not written.isdigit():
        return from_roman(written)
    for row_of_signs in _SIGNS:
        if written in row_of_signs:
            return row_of_signs.index(written) + 1
    return number(written)


_SIGNS = ("甲乙丙丁戊己庚辛", "①②③④⑤⑥⑦⑧⑨⑩")
