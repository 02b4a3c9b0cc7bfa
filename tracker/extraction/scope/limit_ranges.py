"""Between which two values does a text hold, where one stretch tells both?

``介于5和50毫米之间``, ``5毫米(含)至50毫米(不含)``, ``超过5毫米至50毫米``, ``between 5 and 50 mm``.
"""

import re
from dataclasses import dataclass

from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.comparisons import Operator
from tracker.extraction.scope.limit_numbers import VALUE
from tracker.extraction.scope.limit_units import unit_told
from tracker.extraction.scope.quantity_names import named_right_before
from tracker.extraction.scope.quantity_units import MONEY
from tracker.extraction.scope.telling_numbers import REACH
from tracker.extraction.scope.units import TIMES
from tracker.extraction.spelling.regexps import regexp

_EXCLUDED = r"(?:\s?\((?:(?P<strict>excl)|incl)[a-z]{0,5}\.?\))?"
_LESS = r"(?P<less>\sto,?\s(?:less\sthan|below|under|but\s(?:not\sincluding|excluding))\s)"
TO = regexp(rf"{_EXCLUDED}(?:{_LESS}|\s?(?:and|to|-|–|—|至|到|和|与|~|～)\s?)")
UP_TO = regexp(
    rf"{_EXCLUDED}(?:\sup)?(?:{_LESS}|\s?(?:to(?:\sand\sincluding)?|-|–|—|至|到|~|～)\s?)"
)
_STRICT = regexp(r"\s?,?\s?\(?(?:excl(?:\.|usive|uded)|not\sincluded)")
_PART = regexp(r"[百千]?[万百千]分之$|[百千]?[万百千]分之(?=[一二三四五六七八九十零])")
COLD = regexp(r"(?:零下|(?i:\bminus))\s?")
"""What before a temperature says that it is below zero."""
_COLD = regexp(rf"{COLD.pattern}$")
_BETWEEN = regexp(
    r"(?i:\bbetween|\b(?:in|within)\s(?:the|a)\srange(?:\s(?:of|from))?|\branging\sfrom)\s$"
    r"|(?:介于|位于|处于|覆盖|涵盖|范围[为是])\s?$"
)
_FROM = regexp(r"(?i:\bfrom)\s$|(?:在|从|自|为|是)\s?$")
"""What begins a range only where a unit of goods follows, and nothing is being changed."""
_ABOVE = regexp(r"(?P<above>超过|大于|高于)$|(?:不低于|不小于|不少于)$")
"""What begins a range and tells whether its lower end is in it: ``超过5毫米至50毫米``."""
_CHANGED = regexp(
    r"(?i:\b(?:amend|chang|rais|lower|reduc|increas|revis|adjust|replac|correct|decreas|mov)\w+\s[^.;]{0,60}$)"
    r"|(?:由|将)[^,。;:]{0,30}$|(?:调整|修改|变更|提高|降低|更正)[^,。;]{0,20}$"
)
_NOTE = regexp(
    r"\s?(?:及?以上)?\s?\((?P<not>不)?(?:含|包括|包含)(?P<of>[^()\n]{0,12})\)|\s?及?以上"
)
"""What behind the first end tells whether it is in the range."""
_NOTED = regexp(
    r"(?:\sby\s(?:weight|mass|volume))?\s?(?:之间|以下|者)?\s?\((?P<words>[^()\n]{2,40})\)"
)
"""What behind the last end tells which ends are in the range."""
_NOT_IN = regexp(r"不(?:含|包括|包含)\s?(?P<value>[0-9][0-9.]{0,9})")
_NONE_IN = regexp(
    r"(?i:\bboth\s(?:\w+\s)?exclu|\bexclu\w+\s(?:of\s)?both)|均不(?:含|包括|包含)|不(?:含|包括|包含)(?:两端|端点|两者|上下限)"
)
_LAST_NOT_IN = regexp(r"不(?:含|包括|包含)(?:本数|该数|上限|本值)?")
_WITHIN = regexp(r"(?:\s?\([^()\n]{1,20}\))?\s?(?:之间|(?:的)?(?:范围|区间))")
"""What behind the last end says that two values bound a range: ``在5和50毫米之间``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One end of a range: its number, how it bounds, its unit, and where the range stops."""

    value: re.Match[str]
    operator: Operator
    unit: str | None
    stop: int


@dataclass(frozen=True, slots=True)
class Range:
    """Both ends, the lower one first."""

    ends: tuple[End, End]


def ends_of_range(
    text: str, match: re.Match[str], span: Span, measured: tuple[str | None, int]
) -> Range | None:
    """Return the ends of the range that a number begins, if it begins one."""
    before = text[max(span.start, match.start() - REACH) : match.start()]
    before = _PART.sub("", before) if match["share"] else _COLD.sub("", before)
    unit, end = measured
    note = _NOTE.match(text, end, span.end)
    at = note.end() if note else end
    joint = UP_TO.match(text, at) or TO.match(text, at)
    again = (_PART.match(text, joint.end()) or COLD.match(text, joint.end())) if joint else None
    other = VALUE.match(text, (again or joint).end(), span.end) if joint else None
    if joint is None or other is None:
        return None
    last, stop = unit_told(text, other, span)
    sure = _BETWEEN.search(before) is not None
    above = _ABOVE.search(before)
    stem = before[: above.start()] if above else before
    if not sure:
        if UP_TO.fullmatch(joint.group()) is None and not _WITHIN.match(text, stop, span.end):
            return None
        named = above or _FROM.search(before) or named_right_before(stem, unit or last)
        if not named or _CHANGED.search(before):
            return None
        if last is None or last in TIMES or last in MONEY:
            return None
    noted = _NOTED.match(text, stop, span.end)
    words = noted["words"] if noted else ""
    out = [not_in["value"] for not_in in _NOT_IN.finditer(words)]
    none_in = _NONE_IN.search(words) is not None
    out += [match["value"]] if joint["strict"] else []
    if joint["less"] or _STRICT.match(text, stop, span.end):
        out.append(other["value"])
    first_out = bool(note and note["not"]) or bool(above and above["above"])
    first_out = first_out or none_in or match["value"] in out
    last_out = none_in or other["value"] in out or _is_out(words, noted_first=note is not None)
    low = End(value=match, operator=">" if first_out else ">=", unit=unit or last, stop=stop)
    high = End(value=other, operator="<" if last_out else "<=", unit=last or unit, stop=stop)
    return Range((low, high))


def _is_out(words: str, *, noted_first: bool) -> bool:
    """Tell whether a note is about the last end alone, and says that it is not in the range."""
    return noted_first and _LAST_NOT_IN.fullmatch(words) is not None
