"""How much does a quota allow, where the text names the amount and compares nothing?"""

from collections.abc import Iterable, Iterator
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
    r"[^|\n。:]{0,12}(?:配额|指标|总量|数量)[^|\n()。:]{0,8}\((?:单位:)?(?P<unit>万?[一-鿿]{1,2})\)"
    r"|(?=[^|\n]{0,80}(?:(?i:quota|quantit|ceiling|limit|volume|maximum|tonnage)|20[0-9]{2}))"
    r"[^|\n]{0,60}?[(,]\s?(?:in\s)?(?P<en>(?:metric\s)?(?:tonnes?|tons?|t|MT|kg|kilograms?|kilogrammes?))\)?(?![a-z])[^|\n]{0,60}"
)
"""The cell of a head that tells in which unit the amounts below it are: ``配额（吨）``."""
_EARLIER = regexp(
    r"(?i)[^|\n]*\b(?:previous|last\syear|current|old|existing|present|used|exported)\b"
    r"|[^|\n]*(?:上年|去年|上一年|往年|此前|原[配总指])"
)
_CELL = regexp(r"[^|\n]+")
_AMOUNT_ONLY = regexp(r"\s?(?![0-9]{4}(?:[ .][0-9]{2}){2})[0-9][0-9,. ]{0,10}万?\s?")
_MOST_CELLS = 2_000
_MOST_COLUMNS = 12


def _tabled(flow: Flow, span: Span) -> Iterator[Threshold]:
    """Yield the amounts of the columns whose heads have their unit; each cell may fill a line."""
    found = (c for c in _CELL.finditer(flow.flow, *span.ends) if any(map(str.isalnum, c.group())))
    cells = [Span(*one.span()) for one in islice(found, _MOST_CELLS)]
    heads = [(at, _unit_of(flow, cell)) for at, cell in enumerate(cells)]
    units = {at: unit for at, unit in heads if unit is not None}
    units = {at: unit for at, unit in units.items() if not _of_before(flow, cells, at, units)}
    first = min(units, default=None)
    if first is None:
        return
    wide = max(
        range(1, _MOST_COLUMNS), key=lambda width: len([*_column(flow, cells, first, width)])
    )
    for at in sorted(one for one in units if one < first + wide):
        for cell in _column(flow, cells, at, wide):
            unit = units[at]
            plain = unit.removeprefix("万")
            value = VALUE.search(flow.flow, *cell.ends)
            amount = value_of(value, unit_at(plain, 0)[0]) if value else None
            if value is None or amount is None:
                return
            if plain != unit:
                amount = format((Decimal(amount) * 10_000).normalize(), "f")
            yield Threshold(
                what="quota", operator="<=", value=amount, unit=unit_at(plain, 0)[0],
                start=value.start(), end=value.end(),
            )  # fmt: skip


_YEAR = regexp(r"20[0-9]{2}\s?年(?:度)?")


def _of_before(flow: Flow, cells: list[Span], at: int, units: Iterable[int]) -> bool:
    """Tell whether a head is that of another one in an earlier year: ``总量``, ``2026年总量``."""
    told = flow.flow[cells[at].start : cells[at].end].strip()
    plain = _YEAR.sub("", told)
    others = (flow.flow[cells[one].start : cells[one].end].strip() for one in units if one != at)
    same = [other for other in others if _YEAR.sub("", other) == plain]
    return plain != told and any(other == plain or other > told for other in same)


def _unit_of(flow: Flow, cell: Span) -> str | None:
    """Return the unit that the head of a column of amounts tells."""
    head = _HEAD.fullmatch(flow.flow, *flow.trimmed(*cell.ends).ends)
    unit = (head["unit"] or head["en"]) if head else None
    if unit is None or _EARLIER.match(flow.flow, *cell.ends):
        return None
    return unit if unit_at(unit.removeprefix("万"), 0)[0] in MASSES else None


def _column(flow: Flow, cells: list[Span], head: int, wide: int) -> Iterator[Span]:
    """Yield the cells below a head that hold an amount alone, in rows of so many cells."""
    for cell in cells[head + wide :: wide]:
        if _AMOUNT_ONLY.fullmatch(flow.flow, *cell.ends) is None:
            return
        yield cell


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
