"""How much does a quota allow, where the text names the amount and compares nothing?"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.limit_numbers import VALUE, value_of
from tracker.extraction.scope.quantity_units import MASSES
from tracker.extraction.scope.thresholds import Threshold
from tracker.extraction.scope.units import unit_at
from tracker.extraction.spelling.regexps import regexp

_AMOUNT = regexp(
    r"(?<=\n)[ \t]{0,8}(?:\([0-9一-鿿]{1,2}\)|[0-9]{1,2}[.、]|[-—]{1,3}|[①-⑩])?\s?"
    r"[一-鿿、()]{2,16}[,:\s]{0,3}"
    r"(?=[0-9][0-9.,]{0,9}\s?万?(?:吨|千克|公斤)(?:[;。,\n]|$))"
    r"|以(?=[0-9][0-9.,]{0,9}\s?万?(?:吨|千克|公斤)为限)"
    r"|\b(?i:ceiling|cap|limit|quantity|total|quota)s?\sof\s"
    r"(?=[0-9][0-9,.\s]{0,12}(?:metric\s|dry\smetric\s)?(?:tonnes|tons|t|MT|kg|kilograms)\b)"
    r"|(?:配额|指标|总量|数量)[^,。;:0-9]{0,16}?(?:分别|均|各|核定|确定)?(?:为|是|:|[共合总]?计):?\s?[一-鿿]{0,6}?(?=[0-9]|[一二两三四五六七八九十百][一二三四五六七八九十百千万零点]{0,12}吨)|(?:配额|指标|总量|数量)(?=[0-9])"
    r"|\b(?:[Qq]uotas?|[Cc]eiling|[Cc]ap)\b(?:[^.;]|\.(?=[0-9])){0,100}?\b(?:is|are|be|of|at)\s(?:hereby\s)?(?:(?:set|fixed|established|opened)\s(?:at\s)?)?(?=(?:[0-9][0-9,.\s]{0,12}|(?:[a-z]{3,8}[\s-]){1,5}?)(?:metric\s|dry\smetric\s)?(?:tonnes|tons|t\b|MT\b|kg|kilograms))"
    r"|\bexport[a-z]*\b(?:[^.;]|\.(?=[0-9])){0,120}?\b(?:is|are|be)\s(?:capped|limited|set|fixed)\s(?:at|to)\s(?=[0-9])"
    r"|(?:(?<=\n)|^)[ \t]{0,8}(?:[-\u2013\u2022*]|\([0-9a-z]{1,2}\)|[0-9]{1,2}[.)])"
    r"[ \t]{1,3}[^\n:]{3,80}:\s"
    r"(?=[0-9][0-9,. ]{0,12}\s?(?:metric\s)?(?:tonnes|tons|t)\b)"
    r"|\btotal\s[^.;]{3,90}?\b(?:is|are|be)\s(?:capped|limited)\s(?:at|to)\s(?=[0-9])"
)
_ANOTHER = regexp(r"\s?(?:\([^()\n0-9]{1,24}\))?\s?[、和与及,;]\s?[一-鿿]{0,6}(?=[0-9])")


def quota_amounts(flow: Flow, span: Span) -> Iterator[Threshold]:
    """Yield the amounts up to which a quota goes: ``配额总量为1.5万吨``, ``分别为3万吨、2万吨``."""
    for found in _AMOUNT.finditer(flow.flow, span.start, span.end):
        at: int | None = found.end()
        while at is not None:
            value = VALUE.match(flow.flow, at, span.end)
            unit, end = unit_at(flow.flow, value.end()) if value else (None, at)
            amount = value_of(value, unit) if value and unit in MASSES else None
            if amount is None:
                break
            yield Threshold(
                what="quota", operator="<=", value=amount, unit=unit, start=found.start(), end=end
            )
            more = _ANOTHER.match(flow.flow, end, span.end)
            at = more.end() if more else None
    yield from _tabled(flow, span)


_HEAD = regexp(
    r"(?<=[\n|])\s?[^|\n。:]{0,12}(?:配额|指标|总量|数量)[^|\n()。:]{0,8}\((?:单位:)?(?P<unit>万?[一-鿿]{1,2})\)\s?(?=[|\n])"
)
"""The cell of a head that tells in which unit the amounts below it are: ``配额（吨）``."""
_CELL = regexp(r"[^|\n]*[|\n]?")
_AMOUNT_ONLY = regexp(r"\s?[0-9][0-9,. ]{0,14}\s?[|\n]?")
_MOST_CELLS = 2_000
_MOST_COLUMNS = 12


def _tabled(flow: Flow, span: Span) -> Iterator[Threshold]:
    """Yield the amounts of a column whose head has their unit; each cell may fill a line."""
    head = flow.sieve.search(_HEAD, span.start, span.end)
    unit, _ = unit_at(head["unit"].removeprefix("万"), 0) if head else (None, 0)
    if head is None or unit not in MASSES:
        return
    opened = max(flow.flow.rfind(stop, span.start, head.start()) for stop in ":。")
    before = flow.flow[opened + 1 : head.start()].strip("\n| ")
    rest = flow.flow[head.end() : flow.flow.find("\n", head.end())]
    column = len(re.findall(r"[|\n]+", before)) + 1 if before else 0
    width = column + 1 + rest.count("|")
    low = head.end() + len(rest) + 1
    cells = _CELL.finditer(flow.flow, low, span.end) if width <= _MOST_COLUMNS else ()
    for place, cell in enumerate(islice(cells, _MOST_CELLS)):
        if place % width != column:
            continue
        value = VALUE.search(flow.flow, cell.start(), cell.end())
        amount = value_of(value, unit) if value else None
        if value is None or amount is None or not _AMOUNT_ONLY.fullmatch(cell.group()):
            return
        if head["unit"].startswith("万"):
            amount = format((Decimal(amount) * 10_000).normalize(), "f")
        yield Threshold(
            what="quota", operator="<=", value=amount, unit=unit, start=value.start(),
            end=value.end(),
        )  # fmt: skip


_OF_QUOTA = regexp(
    r"(?:配额|指标|总量)(?:数量|总量)?[^,。;:0-9“”\"]{0,6}?(?:由|从|自)?(?:原来?的)?[\s“\"]{0,2}(?:[0-9.,]{1,16}[^,。;:0-9“”\"]{0,8})?[”\"]?\s?$"
)
_OPENS = regexp(r"\s?[“\"]?\s?(?=[0-9])")


def changed_quota(flow: Flow, before: Span, new: Span) -> Threshold | None:
    """Return the new amount of a quota: ``指标由“3万吨”调整为“4万吨”``."""
    if _OF_QUOTA.search(flow.flow[before.start : before.end]) is None:
        return None
    opened = _OPENS.match(flow.flow, new.start, new.end)
    value = VALUE.match(flow.flow, opened.end(), new.end) if opened else None
    unit, end = unit_at(flow.flow, value.end()) if value else (None, new.start)
    amount = value_of(value, unit) if value and unit in MASSES else None
    if opened is None or amount is None:
        return None
    return Threshold(
        what="quota", operator="<=", value=amount, unit=unit, start=opened.end(), end=end
    )
