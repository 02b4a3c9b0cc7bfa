"""From or up to which values does a text hold?

A limit is a number with a comparison before or behind it (``超过``, ``or more``), a unit, and what
is measured, in any order. A number counts only with a comparison, and with a unit or a quantity
that has none. Percents are written as fractions.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.extraction.elements import NAMES, PATTERN, symbol_of
from tracker.extraction.flow import Flow, Span
from tracker.extraction.limit_numbers import PARTS, VALUE, value_of
from tracker.extraction.quantities import (
    BY_UNIT,
    COMPARISONS,
    MORE_IS_BETTER,
    NO_LIMIT,
    QUANTITIES,
    UNITLESS,
    Comparison,
    Operator,
)
from tracker.extraction.units import TIMES, unit_at

MOST = 2_000
"""The most limits that are read in one stretch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """One limit, with the words at ``start:end`` that set it."""

    what: str
    operator: Operator
    value: str
    unit: str | None
    start: int
    end: int

    def as_terms(self) -> dict[str, str]:
        """Return it as the terms of a measure hold it."""
        plain = {"what": self.what, "operator": self.operator, "value": self.value}
        return {**plain, "unit": self.unit} if self.unit else plain


_BEFORE = 64
_FILLER = re.compile(
    r"(?:\s|约|为|到|在|至|是|百分之|(?i:\b(?:a|an|the|about|approximately|(?:a|an|the)\s(?:[a-z-]+\s){1,3}of))"
    r"|HV|HRC|HB|GBP|USD|EUR|CNY|US\$|[$£€¥]){1,4}$"
)
"""What may stand between a comparison and its number."""

_CURRENCY = re.compile(r"(?P<c>GBP|USD|EUR|CNY|US\$|[$£€¥])\s?$")
_CURRENCIES = {"US$": "USD", "$": "USD", "£": "GBP", "€": "EUR", "¥": "CNY"}
_HARDNESS = re.compile(r"(?P<h>HV|HRC|HB)\s?$")
_AT_LEAST = re.compile(r"(?i:\bmin(?:imum|\.)\s(?:[a-z-]+\s){0,4}of)\s$|最[低小][^,。;]{1,8}为$")
"""What before a number makes it the least one."""

_ENDS_BEFORE = [
    (re.compile(f"(?:{row.words})$"), row) for row in COMPARISONS if row.place == "before"
]
_ENDING = re.compile(f"(?:{'|'.join(r.words for r in COMPARISONS if r.place == 'before')})$")
_BEHIND_ROWS = [(re.compile(row.words), row) for row in COMPARISONS if row.place == "behind"]
_BEHIND = re.compile(
    r"(?P<note>\s?\([^()\n]{1,14}\))?\s?(?P<what>(?:(?!or\b|and\b|to\b|but\b)[a-z-]+\s){0,4}?(?:\s?,\s?)?)"
    rf"(?P<op>{'|'.join(row.words for row in COMPARISONS if row.place == 'behind')})"
)
_WITHOUT_IT = re.compile(r"\s?\((?:不含|不包括|不包含)[^()]{0,6}\)")
_WITH_IT = re.compile(r"\s?\((?:含|包括|包含)[^()]{0,6}\)")
_SHORT_BEHIND = re.compile(r"^[\s,]*$")
_BETWEEN = re.compile(
    r"(?i:\bbetween|\b(?:in|within)\s(?:the|a)\srange(?:\s(?:of|from))?|\branging\sfrom)\s$"
    r"|(?:介于|位于|处于)\s?$"
)
_FROM = re.compile(r"(?i:\bfrom)\s$|(?:在|从|自|为|是)\s?$")
"""What begins a range only where a unit of goods follows, and nothing is being changed."""
_CHANGED = re.compile(
    r"(?i:\b(?:amend|chang|rais|lower|reduc|increas|revis|adjust|replac|correct|decreas|mov)\w+\s[^.;]{0,60}$)"
    r"|(?:由|将)[^,。;]{0,30}$|(?:调整|修改|变更|提高|降低|更正)[^,。;]{0,20}$"
)
_TO = re.compile(r"\s?(?:and|to|-|–|—|至|到|和|与|~|～)\s?")
_UP_TO = re.compile(r"\s?(?:to|-|–|—|至|到|~|～)\s?")
_BORROWS = re.compile(
    r",?\s?(?:(?i:but|and)\s(?:[a-z]+\s){1,5}|(?:,|且|但|并且)?(?:不?[大小高低多少超]|等于)[一-鿿]{1,6})"
)
"""What joins a limit without a unit to the next, which has one (``more than 5 but under 9 kW``)."""
_RATE = re.compile(r"每(?:(?P<h>小时)|(?P<min>分钟)|(?P<s>秒))\s?$")

_QUANTITIES = [(re.compile(row.words), row) for row in QUANTITIES]
_STOPS = re.compile(r"[,，。;；:：\n]|(?:\bor\b|\band\b|且|或|并)")
_NAME_BEFORE = 46
_NAME_BEHIND = 26
_INVERSE: dict[Operator, Operator] = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}
_MIRRORED: dict[Operator, Operator] = {">": "<", ">=": "<=", "<": ">", "<=": ">="}
_NINES = frozenset("23456789")
"""How many nines a purity of ``7N`` has."""

_PLAIN = frozenset(
    {
        "tpp",
        "performance_density",
        "hardness",
        "aspect_ratio",
        "axes",
        "memory_layers",
        "dislocation_density",
        "q_factor",
        "carrier_concentration",
        "defect_density",
        "channels",
        "magnification",
        "ratio",
    }
)
"""Quantities whose values have no unit."""


def thresholds(flow: Flow, span: Span, *, inverted: bool = False) -> tuple[Threshold, ...]:
    """Return the limits that the stretch sets, in order, each once.

    ``inverted`` is for what lies outside a permission: "not if more than 250 kg" permits 250.
    """
    found: dict[tuple[str, str, str, str | None], Threshold] = {}
    for limit in _read(flow, span):
        if inverted:
            limit = replace(limit, operator=_INVERSE[limit.operator])
        found.setdefault((limit.what, limit.operator, limit.value, limit.unit), limit)
        if len(found) >= MOST:
            break
    return tuple(found.values())


@dataclass(slots=True)
class _Number:
    """A number under reading: where it and its unit stand, and what compares it."""

    start: int
    value_start: int
    end: int
    unit: str | None
    operator: Operator | None = None
    of: str | None = None
    better: bool = False


def _read(flow: Flow, span: Span) -> Iterator[Threshold]:
    text = flow.marked
    past = span.start
    for match in VALUE.finditer(text, span.start, span.end):
        if match.start() < past:
            continue
        ranged = tuple(_ranged(flow, match, span))
        if ranged:
            past = ranged[-1].end
            yield from ranged
            continue
        limit = _limit(flow, match, _compared(text, match, span), span)
        if limit is not None:
            past = limit.end
            yield limit


def _compared(text: str, match: re.Match[str], span: Span) -> _Number:
    """Read the unit and the comparison of a number; what stands behind settles it."""
    unit, end = _unit(text, match, span)
    found = _Number(start=match.start(), value_start=match.start(), end=end, unit=unit)
    low = max(span.start, match.start() - _BEFORE)
    before = text[low : match.start()]
    filler = _FILLER.search(before)
    stem = before[: filler.start()] if filler else before
    ending = _ENDING.search(stem)
    if ending is not None:
        row = _longest(stem)
        found.operator, found.of, found.better = row.operator, row.of, row.better
        found.start = low + ending.start()
    elif (least := _AT_LEAST.search(before)) is not None:
        found.operator, found.start = ">=", low + least.start()
    behind = _BEHIND.match(text, end, min(span.end, end + 60))
    if behind is not None and (_SHORT_BEHIND.match(behind["what"]) or found.operator is None):
        row = next(row for pattern, row in _BEHIND_ROWS if pattern.fullmatch(behind["op"]))
        strict = _WITHOUT_IT.match(text, behind.end())
        operator: Operator = row.operator
        if strict is not None:
            operator = ">" if operator == ">=" else "<"
        found.operator, found.end, found.better = operator, behind.end(), row.better
    elif found.operator == ">" and _WITH_IT.match(text, end) is not None:
        found.operator = ">="
    return found


def _longest(stem: str) -> Comparison:
    """Return the comparison with which words end; ``不大于`` before ``大于``."""
    ends = ((pattern.search(stem), row) for pattern, row in _ENDS_BEFORE)
    return min(((m.start(), i, row) for i, (m, row) in enumerate(ends) if m), key=lambda x: x[:2])[
        2
    ]


def _unit(text: str, match: re.Match[str], span: Span) -> tuple[str | None, int]:
    before = text[max(span.start, match.start() - 4) : match.start()]
    if match["share"] or before.endswith("百分之"):
        return "%", match.end()
    currency = _CURRENCY.search(before)
    if currency is not None:
        return _CURRENCIES.get(currency["c"], currency["c"]), match.end()
    hard = _HARDNESS.search(before)
    if hard is not None:
        return hard["h"], match.end()
    if match["word"]:
        more = re.match(r"\sor\smore", text[match.end() : match.end() + 8])
        unit, _ = unit_at(text, match.end() + (more.end() if more else 0))
        return unit, match.end()
    at = match.end() + (text[match.end() : match.end() + 1] == "个")
    unit, end = unit_at(text, at)
    rate = _RATE.search(text, max(span.start, match.start() - 5), match.start())
    if rate is not None and unit is not None:
        unit = f"{unit}/{rate.lastgroup}"
    return (None, match.end()) if end > span.end else (unit, end if unit else match.end())


def _ranged(flow: Flow, match: re.Match[str], span: Span) -> Iterator[Threshold]:
    """Yield both ends of ``between A and B`` or ``介于A和B之间``."""
    text = flow.marked
    before = text[max(span.start, match.start() - _BEFORE) : match.start()]
    sure = _BETWEEN.search(before) is not None
    if not sure and (_FROM.search(before) is None or _CHANGED.search(before)):
        return
    unit, end = _unit(text, match, span)
    joint = (_TO if sure else _UP_TO).match(text, end)
    other = VALUE.match(text, joint.end(), span.end) if joint else None
    if other is None:
        return
    last, stop = _unit(text, other, span)
    if not sure and (last is None or last in TIMES or last in _CURRENCIES.values()):
        return
    for one, operator in ((match, ">="), (other, "<=")):
        found = _Number(
            start=match.start(), value_start=one.start(), end=stop, unit=unit or last,
            operator=">=" if operator == ">=" else "<=",
        )  # fmt: skip
        limit = _limit(flow, one, found, span)
        if limit is not None:
            yield limit


def _borrowed(text: str, match: re.Match[str], span: Span) -> str | None:
    """Return the unit of the limit that follows at once, for a number that has none."""
    joint = _BORROWS.match(text, match.end(), span.end)
    other = VALUE.match(text, joint.end(), span.end) if joint else None
    unit = _unit(text, other, span)[0] if other else None
    return None if unit in TIMES else unit


def _limit(flow: Flow, match: re.Match[str], found: _Number, span: Span) -> Threshold | None:
    if found.operator is None:
        return None
    text, unit = flow.marked, found.unit
    if unit is None and NO_LIMIT.match(text, match.end()):
        return None
    if unit is None and match["value"]:
        unit = _borrowed(text, match, span)
    what = unit if unit in UNITLESS else _what(flow, found, span)
    if unit in TIMES and what != "duration":
        return None
    if found.better and what in MORE_IS_BETTER:
        found.operator = _MIRRORED[found.operator]
    value = value_of(match, unit)
    if unit == "N" and what == "purity" and value in _NINES:
        unit, value = "%", f"0.{'9' * int(value)}"
    if value is None or (unit is None and what in (None, "quantity", "value", "content")):
        return None
    if unit is None and "." not in value and what not in _PLAIN:
        return None
    told = None if unit in ("%", None) or unit in PARTS or unit in UNITLESS else unit
    return Threshold(
        what=what or BY_UNIT.get(unit or "", "value"), operator=found.operator, value=value,
        unit=told, start=found.start, end=found.end,
    )  # fmt: skip


def _what(flow: Flow, found: _Number, span: Span) -> str | None:
    """Name the quantity by the nearest words before the number, else by those behind it."""
    low = max(span.start, found.start - _NAME_BEFORE)
    before = flow.flow[low : found.start]
    stops = [stop.end() for stop in _STOPS.finditer(before)]
    near = before[stops[-1] :] if stops else before
    inner = flow.flow[found.value_start : found.end]
    behind = flow.flow[found.end : min(span.end, found.end + _NAME_BEHIND)]
    ends = _STOPS.search(behind)
    behind = behind[: ends.start()] if ends else behind
    for words, nearest in ((near, True), (f"{inner} {behind}", False), (before, True)):
        what = _named(words, found.unit, last=nearest)
        if what is not None:
            return what
    return found.of


def _named(words: str, unit: str | None, *, last: bool) -> str | None:
    """Return the name of the quantity that stands last (or first) in ``words``."""
    hits = []
    for rank, (pattern, row) in enumerate(_QUANTITIES):
        if row.units is not None and unit not in row.units:
            continue
        for found in pattern.finditer(words):
            place = -found.end() if last else found.start()
            hits.append((place, rank, row.what))
    if not hits:
        return None
    what = min(hits)[2]
    if what == "content":
        named = list(PATTERN.finditer(words))
        if named:
            symbol = symbol_of((named[-1] if last else named[0]).group())
            return f"{NAMES[symbol]}_content"
    return what
