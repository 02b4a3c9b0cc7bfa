"""Of which quantity is a value, by the words around it?"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.elements import NAMES, PATTERN, symbol_of
from tracker.extraction.scope.quantities import QUANTITIES, Quantity
from tracker.extraction.scope.quantity_units import BY_UNIT, SHARES
from tracker.extraction.spelling.regexps import regexp

_STOPS = regexp(r"[,，。;；:：\n]|(?:\bor\b|\band\b|且|或|并)")
_NAME_BEFORE = 46
_NAME_BEHIND = 26
_OF_ELEMENT = regexp(
    r"\s?(?:or\s\w+\s?|and\s\w+\s?|\(?by\s(?:weight|mass)\)?\s?|w/w\s?|of\s|in\s(?:weight|mass)\s?){0,3}"
    rf"(?P<name>{PATTERN.pattern})"
)
"""The element that stands behind a share: ``5 percent by weight of lithium``."""
_MORE = regexp(
    r"(?P<impurities>杂质|(?i:\bimpurit))|(?P<volume_share>(?i:\bby\svolume))|(?P<value_share>(?i:\bvalue\b)|价值)"
)
"""What is told more exactly than by the word content beside it."""
_GASES = {
    "氧": "oxygen",
    "碳": "carbon",
    "氮": "nitrogen",
    "氢": "hydrogen",
    "硫": "sulphur",
    "磷": "phosphorus",
}
_GAS = regexp(
    rf"(?P<zh>{'|'.join(_GASES)})(?=的?(?:总|质量|重量)*(?:含量|分数|百分)|量)"
    r"|(?i:\b(?P<en>oxygen|carbon|nitrogen|hydrogen|sulphur|sulfur|phosphorus|chlorine)\b)"
)
"""Elements that are no goods of their own here, and are measured in others."""
_TOLD_CONTENT = regexp(
    rf"(?P<name>{PATTERN.pattern})(?:元素)?的?(?:总|质量|重量)*(?:含量|分数|百分比)"
    rf"|含(?P<held>{PATTERN.pattern})(?:元素)?(?:总|质|重)?量"
)
"""The element that the word for its share names: ``镓含量大于5%的砷化铟``, ``含钪量2%以上``."""
_UP_TO_VALUE = regexp(
    r"(?:(?:\s?\([^()]{1,12}\))?\s(?:of|is|range|from)|\s?\([^()]{1,12}\)|(?:的?(?:范围|区间))?(?:为|在|是|:)?)"
)
_NOUN = regexp(
    r"(?:(?<![\w.])(?:with|having|has|have|whose|of|is|a|an|the|in\swhich|where|if)\s)"
    r"(?P<name>(?!(?:a|an|the|with|of|having)\s)(?:[a-z][a-z-]{1,20}\s){1,3})"
    r"(?:of\s|is\s|are\s|was\s|at\s|that\s|which\s|shall\sbe\s|equal\s){0,2}$"
)
_NO_NAME = regexp(
    r"a|an|the|with|having|has|have|whose|is|are|be|maximum|minimum|max|min|rated|average"
    r"|mean|peak|nominal|total|overall|typical|any|each|one|single|not|value|more|less|than"
    r"|greater|no|capable|able|of|that|which|to|in|at|for|from|by|goods|items|item|products"
    r"|product|equipment|export|exports|materials|material|metal|metals|alloy|alloys|powder"
    r"|powders|compounds|technology|systems"
)
"""Words that name no quantity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """The rows that may stand for one unit, as one pattern."""

    pattern: re.Pattern[str]
    rows: tuple[Quantity, ...]


@cache
def _table(rows: tuple[Quantity, ...]) -> _Table:
    words = "|".join(f"(?P<q{index}>{row.words})" for index, row in enumerate(rows))
    return _Table(pattern=re.compile(words), rows=rows)


@cache
def _told_in(unit: str | None) -> _Table:
    return _table(tuple(row for row in QUANTITIES if row.told_in(unit)))


def quantity(
    flow: Flow, span: Span, *, limit: Span, value_start: int, unit: str | None, of: str | None
) -> str | None:
    """Name the quantity by the nearest words before the limit, else by those inside or behind it.

    ``limit`` are the words that set the limit, ``of`` what its comparison itself tells.
    """
    low = max(span.start, limit.start - _NAME_BEFORE)
    before = flow.flow[low : limit.start]
    stops = [stop.end() for stop in _STOPS.finditer(before)]
    near = before[stops[-1] :] if stops else before
    comparing = flow.flow[limit.start : value_start]
    inner = flow.flow[value_start : limit.end]
    behind = flow.flow[limit.end : min(span.end, limit.end + _NAME_BEHIND)]
    ends = _STOPS.search(behind)
    behind = behind[: ends.start()] if ends else behind
    for words, nearest in ((comparing, True), (near, True), (f"{inner} {behind}", False)):
        what = _named(words, unit, last=nearest)
        if what == "content":
            return _content(f"{inner} {behind}", near, before)
        if what is not None:
            return what
    noun = None if unit in BY_UNIT else _noun(near)
    what = of or noun or _named(before, unit, last=True)
    share = what == "content" or (what is None and unit in SHARES)
    return _content(behind, near, before) if share else what


def _named(words: str, unit: str | None, *, last: bool) -> str | None:
    """Return the name of the quantity that stands last (or first) in ``words``."""
    hits = _hits(unit, words)
    found = hits[-1 if last else 0] if hits else None
    return None if found is None else _told_in(unit).rows[found[1]].what


def named_right_before(before: str, unit: str | None) -> bool:
    """Tell whether words end with the name of a quantity: ``a thickness of``, ``厚度``."""
    words = before[-24:].rstrip(" :")
    hits = _hits(unit, words)
    return bool(hits) and _UP_TO_VALUE.fullmatch(words, hits[-1][0]) is not None


@lru_cache(maxsize=8192)  # the rows of a table repeat the same words
def _hits(unit: str | None, words: str) -> tuple[tuple[int, int], ...]:
    """Return where each name of a quantity ends, and its row."""
    return tuple(
        (hit.end(), int((hit.lastgroup or "q0")[1:]))
        for hit in _told_in(unit).pattern.finditer(words)
    )


def _content(behind: str, near: str, before: str) -> str:
    """Return the content of which element a share is, where the words name one."""
    told = _TOLD_CONTENT.search(near)
    if told is not None:
        return f"{NAMES[symbol_of(told['name'] or told['held'])]}_content"
    if (gas := _GAS.search(near)) is not None and gas["zh"]:
        return f"{_GASES[gas['zh']]}_content"
    of = _OF_ELEMENT.search(behind)
    if of is not None:
        return f"{NAMES[symbol_of(of['name'])]}_content"
    if (more := _MORE.search(near) or _MORE.search(behind)) is not None:
        return more.lastgroup or "content"
    for words in (near, before, behind):
        gas = _GAS.search(words)
        if gas is not None:
            return f"{_GASES.get(gas['zh'] or '') or gas['en'].lower()}_content"
        named = list(PATTERN.finditer(words))
        if named:
            return f"{NAMES[symbol_of(named[-1].group())]}_content"
    return "content"


def _noun(near: str) -> str | None:
    """Return the plain noun right before a limit, for a quantity that no row of the table has."""
    found = _NOUN.search(near.lower())
    if found is None:
        return None
    words = [word for word in found["name"].split() if not _NO_NAME.fullmatch(word)]
    return "_".join(words[-2:]).replace("-", "_") or None
