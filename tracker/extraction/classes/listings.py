"""Does a page only list acts, each with its title and some words of it?

The result of a search, the list of an authority's announcements, a digest: each title is that of
another act, and what stands below it is an excerpt. No act is whole there, so nothing moves.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from tracker.extraction.heads.page_lines import ends_sentence, line_at, links_start
from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.prose.flow import DAY, Flow, Span
from tracker.extraction.spelling.regexps import regexp

_HEAD = 2_000
_SEARCHED = regexp(
    r"(?i:\bsearch\sresults?\s(?:for|:|\()|\b(?:about|found|showing|displaying|top)\s(?:[0-9][0-9,]{0,6}|[0-9]{1,4}\s?[-\u2013]\s?[0-9]{1,4})\s(?:of\s(?:about\s)?[0-9][0-9,]{0,6}\s)?(?:results?|documents?|hits|matches|records|entries|items)\b"
    r"|\b[0-9][0-9,]{0,6}\s(?:search\s)?(?:results?|hits|matches)\s(?:for|found|\(|were|in\s[0-9])|\bsort(?:ed)?\sby:?\s(?:relevance|date|newest))"
    r"|(?:搜索|检索|查询|查找)[^\n。]{0,24}(?:找到|命中|共|约|返回)[^\n。]{0,12}[0-9]+\s?(?:条|个|篇|项)|(?:找到|检索到|搜索到|查询到|返回)[^\n。]{0,12}[0-9]+\s?(?:条|个|篇|项)[^\n。]{0,4}(?:结果|记录|信息|文件)"
    r"|(?:按相关度|按时间)排序|(?:搜索|检索|查询)结果"
)
"""What a page says of itself that shows what a search found."""
_EXCERPT = regexp(r"(?:\.{3}|\u2026)")
_MORE = regexp(
    r"\W{0,3}(?:\[?(?i:read|see|view)\s(?i:more|full(?:\stext)?|details|on)|(?:查看|阅读)(?:全文|详情|更多|原文)|更多|详情)"
)
_LEADING = regexp(
    rf"\s{{0,4}}(?:[-*\u2022\u00b7\u25c6>]|\(?(?:[0-9]{{1,3}}|[一二三四五六七八九十]{{1,3}})\s?[.、)])?\s?\[?(?:{DAY})?\]?[\s|:\u00b7-]{{0,4}}"
)
"""What may stand before the title in a row of a list: a mark, a count, the day."""
_DAY_LINE = regexp(rf"\W{{0,3}}(?:[^\n\ue000]{{0,12}}[:\s])?{DAY}(?:[^\n\ue000。.;]{{0,40}})?")
_OPENS = regexp(
    r":\s*$|下列|以下|如下|下表|附表|附件|所列|(?i:\b(?:following|as\sfollows|table|annex|listed|below)\b)"
)
_LONGEST = 240
_FEWEST = 2


def is_listing(flow: Flow) -> bool:
    """Tell whether a page lists acts with excerpts of them."""
    titles = _titles(flow)
    if not titles:
        return False
    if _is_searched(flow, titles[0]):
        return True
    if len(titles) < _FEWEST or _opens(flow, titles[0].end, titles[1].start):
        return False
    ends = (*(one.start for one in titles[1:]), _end(flow, titles[-1]))
    counted = [_COUNTED.match(flow.flow, one.start) is not None for one in titles]
    rows = [
        _is_row(flow, one, end, whole=counts == counted[0])
        for one, end, counts in zip(titles, ends, counted, strict=True)
    ]
    return rows[0] and sum(rows) >= _FEWEST


def _is_searched(flow: Flow, first: Span) -> bool:
    """Tell whether the page tells above its first title what was searched for."""
    high = min(first.end, _HEAD)
    found = flow.sieve.search(_SEARCHED, 0, high)
    return found is not None and not _is_signed(flow, first.end, links_start(flow))


def _titles(flow: Flow) -> list[Span]:
    """Return the lines that bear the titles of different acts, in order."""
    found: dict[tuple[str, str, int | None], Span] = {}
    stop = _stop(flow)
    for number in flow.numbers[:200]:
        line = line_at(flow, number.start)
        if number.start >= stop or any(one.start == line.start for one in found.values()):
            continue
        if _heads(flow, number, line):
            found.setdefault((number.form, number.serial, number.year), line)
    return list(found.values())


def _stop(flow: Flow) -> int:
    """Return where the titles end: at links to other texts, unless one stands below each row."""
    links = links_start(flow)
    return len(flow.flow) if _MORE.match(flow.flow, links) else links


def _heads(flow: Flow, number: NamedNumber, line: Span) -> bool:
    """Tell whether a number with its issuer begins a line that is no sentence."""
    cut = _EXCERPT.search(flow.flow, line.start, line.end) is not None
    if number.wording.bare or line.end - line.start > _LONGEST + _LONGEST * cut:
        return False
    if ends_sentence(flow, line) and not cut:
        return False
    lead = _LEADING.match(flow.marked, line.start)
    low = lead.end() if lead is not None else line.start
    beside = flow.around.beside(number.start, number.phrase_end).start
    return low >= (number.start if beside is None else beside)


def _prose(flow: Flow, low: int, high: int) -> Iterator[Span]:
    for line in flow.lines_within(low, high):
        if ends_sentence(flow, line) or _EXCERPT.search(flow.flow, line.start, line.end):
            yield line


def _opens(flow: Flow, low: int, high: int) -> bool:
    """Tell whether what stands below the first title opens a list: then that is the act."""
    lines = flow.lines_within(low, high)
    return any(_OPENS.search(flow.flow, one.start, one.end) for one in lines)


def _end(flow: Flow, title: Span) -> int:
    return min(len(flow.flow), title.end + _HEAD)


def _is_row(flow: Flow, title: Span, high: int, *, whole: bool) -> bool:
    """Tell whether a title stands over an excerpt, and not over a whole act that somebody signs."""
    if next(_prose(flow, title.start, high), None) is None or _is_signed(flow, title.end, high):
        return False
    if whole and _SUBJECT.search(flow.flow, title.start, title.end):
        return True
    return _is_dated(flow, title, high) or any(
        _EXCERPT.search(flow.flow, one.start, one.end) or _MORE.match(flow.flow, one.start)
        for one in flow.lines_within(title.start, high)
    )


_SUBJECT = regexp(
    r"关于[^\n。]{3,120}的(?:公告|决定|通知|令)|\b[Oo]n\s[A-Z]|\b[Cc]oncerning\s[A-Z]"
)
"""What behind the number of a whole title tells its subject."""
_COUNTED = regexp(r"\s{0,4}\(?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s?[.、)]")


def _is_dated(flow: Flow, title: Span, high: int) -> bool:
    lead = _LEADING.match(flow.marked, title.start)
    if lead is not None and "\ue000" in lead.group():
        return True
    lines = flow.lines_within(title.end, high)
    return any(_DAY_LINE.fullmatch(flow.marked, one.start, one.end) for one in lines)


_SIGNED = regexp(rf"[^\n\ue000\ue001。.;:]{{0,80}}?{DAY}\W{{0,3}}")


def _is_signed(flow: Flow, low: int, high: int) -> bool:
    """Tell whether a day stands with the names of who signed, or alone below them."""
    for before, line in pairwise(flow.lines_within(low, high)):
        if _SIGNED.fullmatch(flow.marked, line.start, line.end) is None:
            continue
        if flow.around.within(line.start, line.end):
            return True
        names = flow.around.within(before.start, before.end)
        words = flow.marked[before.start : before.end]
        if names and len(words) < _NAMES and not re.search("[\ue000\ue001.。…]", words):
            return True
    return False


_NAMES = 80
