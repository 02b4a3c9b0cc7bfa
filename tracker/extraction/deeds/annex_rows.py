"""Which rows of an annex does a Chinese change name: ``序号7、序号11``, ``附件第3、5行``?

A row is no provision: it is written as a part of its annex, ``annex-1-7``, or ``annex-7`` where
the act has only one.
"""

import re

from tracker.extraction.act import Act
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.numerals import NUMERAL, number
from tracker.extraction.spelling.regexps import regexp

_N = r"(?:[0-9]{1,3}(?![0-9A-Za-z.])|[一二三四五六七八九十]{1,4}(?=[号行]))"
_COUNT = r"(?:序号|编号|行号|项号)(?:分别)?(?:为|是|:)?\s?"
_MORE = rf"(?:\s?[、和及与至到,-]\s?(?:{_COUNT})?第?{_N}[号行项]?){{0,19}}"
_ROWS = regexp(
    rf"(?P<annex>(?:附(?:件|表|录)(?:表(?=\s?[0-9]))?|(?<![一-鿿])表)\s?(?P<of>{NUMERAL})?(?:《[^《》\n]{{2,60}}》|\([^()\n]{{2,40}}\))?"
    r"(?:[中内里]|所列|列明)?的?(?:物项)?)?"
    rf"(?:(?P<count>{_COUNT})第?|第)(?P<rows>{_N}[号行项]?{_MORE})(?<![0-9一二三四五六七八九十])?"
    r"(?P<goods>的?(?:物项|商品|货物|产品|技术|条目|所[列示载]))?(?!公告|通知|令|文件|[条款])"
)
_EACH = regexp(
    r"(?P<to>[至到-])?[^0-9一二三四五六七八九十至到-]{0,6}(?P<n>[0-9]{1,3}|[一二三四五六七八九十]{1,4})"
)
_MOST = 40
_WHICH = regexp(rf"附(?:件|表|录)\s?(?P<n>{NUMERAL})")


def rows_of_annex(act: Act, span: Span) -> tuple[Provision, ...]:
    """Return the rows of an annex that a stretch names by their numbers, outside of quotes."""
    found: list[Provision] = []
    sentence = act.flow.sentence(span.start)
    if "名单" in act.flow.flow[sentence.start : max(span.end, sentence.start)]:
        return ()  # who comes off a list is told by name
    for told in _ROWS.finditer(act.flow.marked, span.start, span.end):
        before = act.flow.flow[span.start : told.start()]
        if before.count("“") > before.count("”") or not _is_row(told):
            continue
        own = _annex(act, told)
        found += [
            Provision(id=f"{own}-{n}", start=told.start(), end=told.end())
            for n in _numbers(told["rows"])
        ]
    return tuple(found)


def _is_row(told: re.Match[str]) -> bool:
    """Tell whether a number counts a row: its annex, its name, or the goods of it are told."""
    rows = told["rows"]
    if told["count"] or "行" in rows:
        return True
    return told["annex"] is not None if "项" in rows or not told["goods"] else "号" in rows


def _annex(act: Act, told: re.Match[str]) -> str:
    """Return the annex of a row: the one named before it, else the one that the act speaks of."""
    if told["annex"]:
        return f"annex-{number(told['of'])}" if told["of"] else "annex"
    spoken = {one["n"] for one in _WHICH.finditer(act.flow.flow, act.body.start, told.start())}
    return f"annex-{number(spoken.pop())}" if len(spoken) == 1 else "annex"


def _numbers(words: str) -> list[int]:
    told: list[int] = []
    for one in _EACH.finditer(words):
        value = number(one["n"])
        if value is not None:
            first = told[-1] + 1 if one["to"] and told else value
            told += range(max(first, value - _MOST), value + 1)
    return told
