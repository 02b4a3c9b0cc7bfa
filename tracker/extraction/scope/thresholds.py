"""From or up to which values does a text hold?

A limit is a number with a comparison before or behind it (``超过``, ``or more``), a unit, and what
is measured, in any order. A number counts only with a comparison, and with a unit or a quantity
that has none. Percents are written as fractions.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.comparisons import COMPARISONS, NO_LIMIT, Comparison, Operator
from tracker.extraction.scope.limit_numbers import (
    BEHIND_A_SIDE,
    FILLER,
    PARTS,
    SEVERAL_SIDES,
    VALUE,
    plain_length,
    value_of,
)
from tracker.extraction.scope.limit_ranges import COLD, TO, UP_TO, ends_of_range
from tracker.extraction.scope.limit_units import unit_told
from tracker.extraction.scope.quantities import MORE_IS_BETTER, PLAIN, TIMED
from tracker.extraction.scope.quantity_names import quantity
from tracker.extraction.scope.quantity_units import BY_UNIT, MASSES, MONEY, UNITLESS
from tracker.extraction.scope.telling_numbers import REACH, telling_numbers
from tracker.extraction.scope.units import TIMES
from tracker.extraction.spelling.regexps import regexp

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


_Unit = tuple[str | None, int]
_AT_LEAST = regexp(
    r"(?i:\bmin(?:imum|\.)\s(?:[a-z-]+\s){0,4}of\s|\bmin(?:imum)?\b[.)]{0,2}\s?(?:[a-z-]+\s?){0,3}:?\s?)$"
    r"|最[低小][^,。;:]{1,8}[为:]?\s?$"
)
"""What before a number makes it the least one."""

_ENDS_BEFORE = [(regexp(f"(?:{row.words})$"), row) for row in COMPARISONS if row.place == "before"]
_ENDING = regexp(f"(?:{'|'.join(r.words for r in COMPARISONS if r.place == 'before')})$")
_BEHIND_ROWS = [(regexp(row.words), row) for row in COMPARISONS if row.place == "behind"]
_BEHIND = regexp(
    r"\s?个?(?P<note>\s?\([^()\n]{1,14}\))?\s?[个束台支枚片架]?(?P<what>(?:联动)?(?:(?!or\b|and\b|to\b|but\b)[a-z-]+\s){0,4}?(?:\s?,\s?)?)"
    rf"(?P<op>{'|'.join(row.words for row in COMPARISONS if row.place == 'behind')})"
)
_WITHOUT_IT = regexp(r"\s?\((?:不含|不包括|不包含)[^()]{0,14}\)")
_WITH_IT = regexp(r"\s?\((?:含|包括|包含)[^()]{0,14}\)")
_NOT = regexp(
    r"(?:(?:不|未|没有?)(?:得|应当?|能够?|可以?|会|宜|要|曾|予|许|准|允许)?|(?i:\b(?:not|no|nor|neither|never))\s(?:(?:go|fall|come|drop|lie|get|rise|be)\s)?)$"
)
"""What before a comparison turns it: ``不得大于``, ``未超过``, ``不应低于``."""
_REACHES = regexp(r"达到?|满|及|(?i:reach(?:es|ing)?)")
"""Comparisons with what is reached are turned as well: ``未达到``, ``not reaching``."""
_MIDDLE = regexp(
    r"\s?(?P<op><=|>=|[<>≤≥])\s?(?:[A-Za-zØøφλ]{1,3}|[一-鿿]{1,12}(?:\([A-Za-z0-9]{1,5}\))?)\s?(?:[<>≤≥])"
)
"""What stands behind the first of two limits with the quantity: ``5 mm < d ≤ 9 mm``, ``5≤直径``."""
_SIGNS: dict[str, Operator] = {"<": "<", "≤": "<=", "<=": "<=", ">": ">", "≥": ">=", ">=": ">="}
_NEGATED = frozenset({">", "<"})
_BELOW_ZERO = regexp(rf"{COLD.pattern}$")
_INCLUDED = regexp(r"\((?P<not>不)?(?:含|包括|包含)")
_TURNED: dict[tuple[Operator, bool], Operator] = {
    (">", True): ">=", ("<", True): "<=", (">=", False): ">", ("<=", False): "<",
    (">", False): ">", ("<", False): "<", (">=", True): ">=", ("<=", True): "<=",
}  # fmt: skip
"""What a comparison becomes where its value is said to be in it, or not."""
_SHORT_BEHIND = regexp(r"^(?:联动|[\s,])*$")
_BORROWS = regexp(
    r"(?:\sor\s(?:more|greater|higher|fewer|less))?(?:,?\s?(?:(?i:but|and|yet|nor)\s)?(?:also\s|is\s|are\s){0,2}"
    rf"(?:not\s)?(?:{'|'.join(row.words for row in COMPARISONS if row.place == 'before')})\s?"
    r"|(?:,|且|但|并且)?(?:不?[大小高低多少超]|等于)[一-鿿]{1,6})"
)
"""What joins a limit without a unit to the next, which has one (``more than 5 but under 9 kW``)."""
_TWINS = regexp(r",?\s?(?:(?:and|but|or|yet|nor)(?:\salso)?|且|但|并且|同时)?\s?")
_CONDITION = regexp(r"\s(?:over|above|below|under)\s(?:a\s(?:length|distance|range)\sof\s)?")
"""What right behind a limit begins the conditions under which it is measured."""
_MENDED = regexp(
    r"的?,?(?:应当?|须|必须)[^。;]{0,16}补[足齐充]|(?:\sof\s[^.;,]{2,40})?,\s[^.;]{3,40}\b(?:make\sgood|top\sup)\b"
)
"""What behind a limit says that it must not be passed: who is below it must make good."""
_COMPARE_BEFORE, _COMPARE_BEHIND = (_ENDING, _AT_LEAST), (_BEHIND, TO, UP_TO, _MIDDLE)
_INVERSE: dict[Operator, Operator] = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}
_MIRRORED: dict[Operator, Operator] = {">": "<", ">=": "<=", "<": ">", "<=": ">="}


def thresholds(flow: Flow, span: Span, *, inverted: bool = False) -> tuple[Threshold, ...]:
    """Return the limits that the stretch sets, in order, each once.

    ``inverted`` is for what lies outside a permission: "not if more than 250 kg" permits 250.
    """
    found: dict[tuple[str, str, str, str | None], Threshold] = {}
    for limit in _joined(flow, list(_read(flow, span))):
        if inverted != (_MENDED.match(flow.flow, limit.end) is not None):
            limit = replace(limit, operator=_INVERSE[limit.operator])
        found.setdefault((limit.what, limit.operator, limit.value, limit.unit), limit)
        if len(found) >= MOST:
            break
    return tuple(found.values())


def opposite(limit: Threshold) -> Threshold:
    """Return the limit of what is left where this one is that of what is taken out."""
    return replace(limit, operator=_INVERSE[limit.operator])


def _joined(flow: Flow, found: list[Threshold]) -> Iterator[Threshold]:
    """Give a limit without a name of its own that of its twin: ``over 5 but under 9 mm thick``."""
    for place, limit in enumerate(found):
        twins = [*found[place + 1 : place + 2], *found[max(0, place - 1) : place]]
        plain = limit.what in ("value", BY_UNIT.get(limit.unit or "%"))
        same = next(
            (
                twin.what
                for twin in twins
                if plain and twin.unit == limit.unit and _TWINS.fullmatch(
                    flow.flow, min(limit.end, twin.end), max(limit.start, twin.start)
                )
            ),
            limit.what,
        )  # fmt: skip
        yield replace(limit, what=same)


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
    limit: Threshold | None = None
    for match in telling_numbers(flow, span, before=_COMPARE_BEFORE, behind=_COMPARE_BEHIND):
        if match.start() < past:
            continue
        unit = unit_told(text, match, span)
        ranged = tuple(_ranged(flow, match, span, unit))
        if ranged:
            past = ranged[-1].end
            yield from ranged
            continue
        found = _compared(flow, match, span, unit)
        if past > span.start and _CONDITION.fullmatch(text, past, found.value_start):
            continue
        if found.of is None and found.unit is None and limit is not None:
            found.of = _of_twin(text, limit, found)
        limit = _limit(flow, match, found, span) or limit
        if limit is not None and limit.end > past:
            past = limit.end
            yield limit


def _of_twin(text: str, before: Threshold, found: _Number) -> str | None:
    """Return what is measured where a bare number goes on: ``1.6 or more but under 5``."""
    plain = before.unit is None and before.what in PLAIN
    return before.what if plain and _TWINS.fullmatch(text, before.end, found.start) else None


def _compared(flow: Flow, match: re.Match[str], span: Span, measured: _Unit) -> _Number:
    """Read the unit and the comparison of a number; what stands behind settles it."""
    text, may, (unit, end) = flow.marked, flow.marked_sieve.may, measured
    found = _Number(start=match.start(), value_start=match.start(), end=end, unit=unit)
    low = max(span.start, match.start() - REACH)
    before = text[low : match.start()]
    compares = may(_ENDING, low, match.start())
    filler = FILLER.search(before) if compares else None
    stem = before[: filler.start()] if filler else before
    ending = _ENDING.search(stem) if compares else None
    if ending is not None:
        row = _longest(stem)
        found.operator, found.of, found.better = row.operator, row.of, row.better
        found.start = low + ending.start()
        turns = found.operator in _NEGATED or _REACHES.fullmatch(ending.group())
        if turns and (turned := _NOT.search(stem, 0, ending.start())) is not None:
            found.operator, found.start = _INVERSE[found.operator], low + turned.start()
        if filler is not None and (included := _INCLUDED.search(filler.group())):
            found.operator = _TURNED[found.operator, included["not"] is None]
    elif may(_AT_LEAST, low, match.start()) and (least := _AT_LEAST.search(before)) is not None:
        found.operator, found.start = ">=", low + least.start()
    behind = _BEHIND.match(text, end, min(span.end, end + 60))
    between = None if found.operator else _MIDDLE.match(text, end, min(span.end, end + 20))
    if between is not None:
        found.operator = _MIRRORED[_SIGNS[between["op"]]]
    if behind is not None and (_SHORT_BEHIND.match(behind["what"]) or found.operator is None):
        row = next(row for pattern, row in _BEHIND_ROWS if pattern.fullmatch(behind["op"]))
        strict = _WITHOUT_IT.match(text, behind.end())
        operator: Operator = row.operator
        noted = _INCLUDED.search(behind["note"] or "")
        if strict is not None or (noted is not None and noted["not"]):
            operator = ">" if operator == ">=" else "<"
        found.operator, found.end, found.better = operator, behind.end(), row.better
    elif found.operator in (">", "<") and _WITH_IT.match(text, end) is not None:
        found.operator = _TURNED[found.operator, True]
    return found


@lru_cache(maxsize=4096)  # the rows of a table repeat the same words
def _longest(stem: str) -> Comparison:
    """Return the comparison with which words end; ``不大于`` before ``大于``."""
    ends = ((pattern.search(stem), row) for pattern, row in _ENDS_BEFORE)
    return min(((match.start(), at, row) for at, (match, row) in enumerate(ends) if match))[2]


def _ranged(flow: Flow, match: re.Match[str], span: Span, measured: _Unit) -> Iterator[Threshold]:
    """Yield both ends of ``between A and B``, ``介于A和B之间`` or ``A(含)至B(不含)``."""
    found = ends_of_range(flow.marked, match, span, measured)
    for end in found.ends if found is not None else ():
        number = _Number(
            start=match.start(), value_start=end.value.start(), end=end.stop, unit=end.unit,
            operator=end.operator,
        )  # fmt: skip
        limit = _limit(flow, end.value, number, span)
        if limit is not None:
            yield limit


def _borrowed(text: str, match: re.Match[str], span: Span) -> str | None:
    """Return the unit of the limit that follows at once, for a number that has none."""
    joint = _BORROWS.match(text, match.end(), span.end)
    other = VALUE.match(text, joint.end(), span.end) if joint else None
    unit = unit_told(text, other, span)[0] if other else None
    return None if unit in TIMES else unit


_FINED = regexp(r"罚款|处罚|罚金|违法所得|(?i:\bfine[sd]?\b|\bpenalt(?:y|ies)\b|\bfee\b)")


_CLAUSES = regexp(r"[;。\n]")
_LOST = regexp(r"(?:取消|核减|扣减|扣除|吊销|收回)[^,。;]{0,16}(?:指标|资格|许可|配额)")


_REACH_OF_SUM = 100
_TRADED = regexp(
    r"(?:19|20)[0-9]{2}年[^。;]{0,40}(?:(?:出口|进口|贸易|销售|交易)(?:总?额|总?值)|产值|收入)[^,。;的]{0,8}$"
    r"|\b(?i:in)\s(?:19|20)[0-9]{2},?\s[^.;]{0,60}\b(?:was|were|totall?ed|amounted|reached|exceeded|worth)\b[^.;]{0,30}$"
)
"""What before a sum tells how much was traded in a year: a figure, and no limit."""


def _is_sum(text: str, found: _Number) -> bool:
    """Tell whether a sum or a share is no limit.

    But what somebody has to pay, what costs him his quota, or what was traded in a year.
    """
    before = _CLAUSES.split(text[max(0, found.value_start - _REACH_OF_SUM) : found.value_start])[-1]
    after = _CLAUSES.split(text[found.end : found.end + 40])[0]
    if found.unit in MONEY and _FINED.search(f"{before} {after}"):
        return True
    if found.unit in MONEY and _TRADED.search(before):
        return not after.startswith("的")
    return _LOST.search(after) is not None


_TOLERATED = regexp(r"[0-9]\s?[A-Za-zµμ°%]{0,4}\s?±\s?[0-9]?$")
"""What before a number makes it the tolerance of the one before: ``100 mm ± 0.5 mm``."""
_ONE_OF = MASSES | {"l", "m3", "m", "mm", "cm", "km"}
"""Units of which a text sets a limit of one: ``exceeding one kilogram``."""


def _limit(flow: Flow, match: re.Match[str], found: _Number, span: Span) -> Threshold | None:
    text, unit = flow.marked, found.unit
    if found.operator is None or (match["word"] == "one" and unit not in _ONE_OF):
        return None
    if _TOLERATED.search(text[max(span.start, found.value_start - 16) : found.value_start + 1]):
        return None
    if _is_sum(text, found) or SEVERAL_SIDES.match(text, found.end):
        return None
    if unit == "px" and BEHIND_A_SIDE.search(
        text[max(span.start, found.value_start - 6) : found.value_start]
    ):
        return None
    if unit is None and match["value"]:
        unit = _borrowed(text, match, span)
    what = unit if unit in UNITLESS else quantity(
        flow, span, limit=Span(found.start, found.end), value_start=found.value_start,
        unit=unit, of=found.of,
    )  # fmt: skip
    if unit in TIMES and what not in TIMED:
        return None
    if unit is None and what not in PLAIN and NO_LIMIT.match(text, match.end()):
        return None
    if found.better and what in MORE_IS_BETTER:
        found.operator = _MIRRORED[found.operator]
    value = value_of(match, unit)
    if match["of"] and unit != "%":
        unit, what = None, "ratio"
    value, unit = plain_length(value, unit)
    if match["nines"]:
        if what != "purity" and not match["nines"].endswith("N5"):
            value = match["nines"][:-1]
        else:
            unit, what = "%", "purity"
    if value is not None and _BELOW_ZERO.search(
        text[max(span.start, match.start() - 8) : match.start()]
    ):
        value = f"-{value}"
    if value is None or (unit is None and what in (None, "quantity", "value", "content")):
        return None
    if unit is None and not set(".e") & set(value) and what not in PLAIN:
        return None
    told = None if unit in ("%", None) or unit in PARTS or unit in UNITLESS else unit
    return Threshold(
        what=what or BY_UNIT.get(unit or "", "value"), operator=found.operator, value=value,
        unit=told, start=found.start, end=found.end,
    )  # fmt: skip
