"""From or up to which values does a text hold?

A number counts only with words of comparison and a unit, a percent sign, or a quantity that has no
unit. Percents are written as fractions.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from tracker.extraction.elements import NAMES, PATTERN, symbol_of
from tracker.extraction.flow import Flow, Span
from tracker.extraction.numerals import number
from tracker.extraction.quantities import (
    BY_UNIT,
    COMPARISONS,
    NO_LIMIT,
    QUANTITIES,
    UNITLESS,
    UNITS,
    Operator,
)

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


_BEFORE = "|".join(row.words for row in COMPARISONS if row.place == "before")
_BEHIND = "|".join(row.words for row in COMPARISONS if row.place == "behind")
_SUPER = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_ASCII = str.maketrans(_SUPER + "⁻", "0123456789-")
_VALUE = (
    r"(?<![0-9A-Za-z.])(?P<value>[-+±]?[0-9]{1,3}(?:[, ][0-9]{3}(?![0-9])){1,4}"
    r"(?:\.[0-9]{1,9})?|[-+±]?[0-9]{1,12}(?:[.,][0-9]{1,9})?)"
    rf"(?:\s?[×xX*]\s?10\s?(?:\^\s?(?P<power>-?[0-9]{{1,2}})|(?P<super>⁻?[{_SUPER}]{{1,3}})))?"
    r"|(?P<zh>[一二三四五六七八九十百千两]{1,5})(?=\s?(?:轴|层|纳米|微米))"
)
_UNIT = "|".join(f"(?P<u{i}>{words})" for i, (_, words) in enumerate(UNITS))
_NUMBER = re.compile(
    rf"(?:(?P<before>{_BEFORE})\s{{0,2}}(?:(?:约|为|到|a|an"
    rf"|the)\s?)?)?(?P<pct>百分之)?(?:{_VALUE})\s?-?\s?(?:{_UNIT})?(?:\s?\([^"
    rf"()\n]{{1,12}}\))?\s?(?P<behind>{_BEHIND})?"
)
_OPERATORS = [(re.compile(row.words), row) for row in COMPARISONS]
_QUANTITIES = [(re.compile(row.words), row) for row in QUANTITIES]
_STOPS = re.compile(r"[,，。;；:：\n]|(?:\bor\b|\band\b|且|或|并)")
_NAME_BEFORE = 46
_NAME_BEHIND = 26
_EN_CONTENT = re.compile(r"content|contain|by weight|by mass|含量|含|重量计")
_INVERSE: dict[Operator, Operator] = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}


def thresholds(flow: Flow, span: Span, *, inverted: bool = False) -> tuple[Threshold, ...]:
    """Return the limits that the stretch sets, in order, each once.

    ``inverted`` is for what lies outside a permission: "not if more than 250 kg" permits 250.
    """
    found: dict[tuple[str, str, str, str | None], Threshold] = {}
    for limit in _read(flow, span):
        if inverted:
            limit = _turned(limit)
        found.setdefault((limit.what, limit.operator, limit.value, limit.unit), limit)
        if len(found) >= MOST:
            break
    return tuple(found.values())


def _turned(limit: Threshold) -> Threshold:
    return Threshold(
        what=limit.what,
        operator=_INVERSE[limit.operator],
        value=limit.value,
        unit=limit.unit,
        start=limit.start,
        end=limit.end,
    )


def _read(flow: Flow, span: Span) -> Iterator[Threshold]:
    text = flow.marked
    for match in _NUMBER.finditer(text, span.start, span.end):
        operator = _operator(match)
        if operator is None:
            continue
        unit = next((UNITS[i][0] for i in range(len(UNITS)) if match[f"u{i}"]), None)
        unit = "%" if match["pct"] else unit
        if unit is None and NO_LIMIT.match(
            text, match.end("value") if match["value"] else match.end()
        ):
            continue
        what = _what(flow, match, unit, span) if unit not in UNITLESS else unit
        value = _value(match, unit)
        if unit == "N" and what == "purity" and value in _NINES:
            unit, value = "%", f"0.{'9' * int(value)}"
        if value is None or (unit is None and what in (None, "quantity", "value", "content")):
            continue
        if unit is None and "." not in value and what not in _PLAIN:
            continue
        told = None if unit in ("%", None) or unit in _PARTS or unit in UNITLESS else unit
        yield Threshold(
            what=what or BY_UNIT.get(unit or "", "value"), operator=operator, value=value,
            unit=told,
            start=match.start(), end=match.end(),
        )  # fmt: skip


_NINES = frozenset("23456789")
"""How many nines a purity of ``7N`` has."""

_PARTS = {"ppm": 1_000_000, "ppb": 1_000_000_000}

_PLAIN = frozenset({"tpp", "performance_density", "hardness", "axes", "memory_layers"})
"""Quantities whose values have no unit."""


def _operator(match: re.Match[str]) -> Operator | None:
    """Return the comparison; words behind the number settle it where both stand."""
    for place in ("behind", "before"):
        words = match[place]
        if words:
            words = words.strip(" ,")
            row = next(
                (
                    row
                    for pattern, row in _OPERATORS
                    if row.place == place and pattern.fullmatch(match[place])
                ),
                None,
            )
            if row is not None:
                return row.operator
    return None


def _value(match: re.Match[str], unit: str | None) -> str | None:
    if match["zh"]:
        value = number(match["zh"])
        return None if value is None else str(value)
    written = match["value"].lstrip("+±")
    try:
        plain = Decimal(_plain(written, unit))
    except InvalidOperation:
        return None
    power = match["power"] or (match["super"] or "").translate(_ASCII)
    if power:
        return f"{_short(plain)}e{int(power)}"
    if unit == "%":
        plain = plain / 100
    if unit in _PARTS:
        plain = plain / _PARTS[unit]
    return _short(plain)


def _plain(written: str, unit: str | None) -> str:
    """Return the digits of ``2,200`` or ``99,99``: a comma parts thousands only before three."""
    joined = written.replace(" ", "")
    if "," not in joined:
        return joined
    thousands = re.fullmatch(r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?", joined) is not None
    if thousands and not (unit == "%" and Decimal(joined.replace(",", "")) > 1000):
        return joined.replace(",", "")
    return joined.replace(",", ".")


def _short(value: Decimal) -> str:
    return format(value.normalize(), "f")


def _what(flow: Flow, match: re.Match[str], unit: str | None, span: Span) -> str | None:
    """Name the quantity by the nearest words before the number, else by those behind it."""
    low = max(span.start, match.start() - _NAME_BEFORE)
    before = flow.flow[low : match.start()]
    stops = [stop.end() for stop in _STOPS.finditer(before)]
    near = before[stops[-1] :] if stops else before
    behind = flow.flow[match.end() : min(span.end, match.end() + _NAME_BEHIND)]
    ends = _STOPS.search(behind)
    behind = behind[: ends.start()] if ends else behind
    for words, nearest in ((near, True), (behind, False), (before, True)):
        what = _named(words, unit, last=nearest)
        if what is not None:
            return what
    return None


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
