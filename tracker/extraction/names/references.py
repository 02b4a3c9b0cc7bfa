"""Which parts of an act does a text mean, and how are they counted?

A part is named as the text counts it: point 一 is ``i``, its item (一) ``i-1``, paragraph 2 is
``2``, an article of an order ``art-2``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tracker.extraction.spelling.numerals import NUMERAL, english_number, from_roman, number, roman
from tracker.extraction.spelling.regexps import regexp

MOST_IN_RANGE = 40
"""The most parts that ``Articles 1 to 40`` may stand for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A part that a text names; ``id`` is what stands behind the ``#``."""

    id: str
    start: int
    end: int


_ZH_START = regexp(rf"第\s{{0,2}}\(?\s?{NUMERAL}|\({NUMERAL}\)\s{{0,2}}项")
_ZH_TOKEN = regexp(
    rf"第?\s{{0,2}}\(?\s?(?P<n>{NUMERAL})\s?\)?\s{{0,2}}"
    r"(?:[两三四五六七八九2-9](?=[条点款项]))?(?P<unit>条|点|部分|款|项|目)?"
)
_ZH_COUNTED = regexp(r"(?P<n>[一二三四五六七八九])[两三四五六七八九]")
"""A number with the count of all that are listed behind it: ``第一、二两条``."""
_ZH_GOODS = r"(?:物项|产品|货物|商品|技术|材料|设备|事项|项目|品目|措施|要求|规定|内容)"
_ZH_WITHIN = regexp(
    rf"(?:项下|下|的(?=第))?(?:(?:所[列述载]|列[明举出]|明确|规定)了?的?(?:[各0-9一二两三四五六七八九十]{{1,3}}[项类种])?)?(?:[一-鿿、]{{0,10}}?{_ZH_GOODS})?"
    r"(?:,?其?(?:之?中|当中|以?内|里)的?,?(?:的?(?:仅|只))?)?(?:,其)?的?(?=第|\()"
)
"""What may stand between a part and the narrower part in it: ``第一条所列物项中,第(一)项``."""
_ZH_TITLE = regexp(r"\([^()第0-9]{1,40}\)(?=\s?(?:[、,和及与或至到]|以及)\s?第)")
"""What a part is called, in brackets between it and the next one of a list."""
_ZH_FIRST = regexp(r"(?:[所规]?[列述定]?的)?前(?P<n>[两二三四五六七八九十2-9])(?P<unit>款|项)")
"""The first parts of a wider one, by their count: ``第一条前两项``."""
_ZH_JOIN = regexp(
    r"\s{0,2}(?P<join>[、,和及与或]|以及|(?P<to>至|到|-))\s{0,2}(?=第|\(|[一二三四五六七八九十])"
)
_LEVEL = {"条": 1, "点": 1, "部分": 1, "款": 2, "项": 3, "目": 4}

_EN_UNIT = regexp(
    r"\b(?P<unit>[Aa]rticles?|ARTICLES?|Arts?\.|(?:[Ss]ub-?)?[Pp]ara(?:graph)?s?|[Pp]oints?|(?:[Ss]ub-?)?[Ii]tems?"
    r"|(?:[Ss]ub)?[Rr]egulations?(?=\s[0-9])(?!\s(?:19|20)[0-9]{2}(?![0-9]))|[Ss]ubsections?(?=\s[0-9])|[Ss]ections?|[Cc]lauses?|[Rr]ules?(?=\s[0-9])"
    r"|[Aa]mendatory\s{1,3}[Ii]nstructions?|[Ii]nstructions?)\s{1,3}(?:[Nn]os?\.?\s{0,3})?"
    r"|(?P<code>§{1,2}\s{0,2}|\bSec\.\s{1,3}|\b[0-9]{1,2}\sCFR\s{1,3}(?:§\s?)?)(?=[0-9]{2,4}\.[0-9])"
)
_EN_N = regexp(
    r"\(?(?P<n>[0-9]{1,4}(?=\.[0-9])|[0-9]{4}(?=\([a-z]\))|[0-9]{1,3}|[IVX]{1,6}|[ivx]{1,6}"
    r"|(?-i:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b)\)?"
    r"(?P<letter>(?<=[0-9])(?!st|nd|rd|th)(?:[a-z]{1,2}|[A-Z]{1,2})(?=[\s(,;.:)'\u2019\"]|$))?"
    r"(?:\.(?P<sub>[0-9]{1,4}(?=[\s(,;])|[a-h](?=[\s,;)]|$)))?"
    r"(?P<rest>(?:\s?\((?![A-Z][a-z]{2})[0-9A-Za-z]{1,5}\)){0,4})(?![0-9A-Za-z/])"
)
_EN_LONG_N = regexp(_EN_N.pattern.replace("[0-9]{1,3}", "[0-9]{1,4}", 1))
"""The same of the items of a list, which may count in thousands: ``item 5401``."""
_EN_JOIN = regexp(
    r"\s{0,3}(?:,\s{0,3}(?:and\s{1,3}|or\s{1,3})?|(?:and|or)\s{1,3}|(?P<to>to|through|-)\s{0,3})"
    r"(?:[Pp]aragraph\s{1,3}|[Aa]rticle\s{1,3}|[Ii]tem\s{1,3}|[Pp]oint\s{1,3}"
    r"|[Rr]egulation\s{1,3})?"
)
_EN_ITEM_AFTER = regexp(
    r"(?:\s\([A-Z][a-z][^()\n]{2,60}\))?,?\s{1,3}(?:(?:sub-?)?(?:item|paragraph|point)|part|letter|under)s?\s{1,3}"
    r"\(?(?P<n>[0-9]{1,2}(?:[a-z]{1,2}|[A-Z]{1,2})?|[ivx]{1,5}|[a-h]|(?-i:[A-H]))\)?(?![0-9A-Za-z])"
)
_OF_ARTICLE = regexp(
    r"\s{1,3}(?:of|in|under)\s{1,3}(?P<unit>[Aa]rticle|[Pp]aragraph|[Ss]ection|[Pp]oint)\s{1,3}"
    r"(?P<n>[0-9]{1,3}|[IVX]{1,6})(?P<letter>(?<=[0-9])(?:[a-z]{1,2}|[A-Z]{1,2}))?(?![0-9A-Za-z])"
)
_THEN_ARTICLE = regexp(r",\s{1,3}(?P<unit>[Aa]rticle)\s{1,3}(?P<n>[0-9]{1,3})(?![0-9A-Za-z])")
"""How Viet Nam goes on from a clause to its article: ``Clause 2, Article 6``."""
_BRANCH = regexp(r"-(?P<n>[0-9]{1,2})(?![0-9A-Za-z-])")
"""How Japan and Korea number an article put in behind another: ``Article 9-2``."""
_LETTERED = regexp(
    r"\b(?:(?:[Ss]ub-?)?(?:[Pp]aragraph|[Pp]oint|[Ii]tem)|[Ll]etter|[Ii]ndent)s?\s{1,3}(?P<all>\([0-9A-Za-z]{1,5}\)(?:\([0-9A-Za-z]{1,5}\)|,?\s(?:and\s|or\s)?(?=\()){0,8})"
    r"\s{1,3}(?:of|in|to)\s{1,3}(?:new\s)?$"
)
"""The paragraphs of a section, named before it."""
_COUNTED_ITEM = regexp(
    r"\b[Tt]he\s(?P<n>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s(?:item|point)\s(?:of|in|under)\s(?:the\s)?$"
)
"""The item of a part that is told by a word before it: ``the third item of Paragraph 2``."""
_STEPS = regexp(r"(?:\([0-9A-Za-z]{1,5}\))+")
_LETTERS = 80
_IN_BRACKETS = regexp(r"\(([0-9A-Za-z]+)\)")
_PREFIX = {
    "article": "art-",
    "art.": "art-",
    "regulation": "reg-",
    "section": "sec-",
    "rule": "rule-",
    "amendatory instruction": "instruction-",
    "instruction": "instruction-",
}
"""What stands before the number, by the English word for the part; nothing for the others."""
_BARE_UNITS = frozenset(prefix.rstrip("-") for prefix in _PREFIX.values())


@dataclass(slots=True)
class _Token:
    """One number of a Chinese reference; ``nested`` tells that it narrows the one before."""

    value: int
    unit: str | None
    start: int
    end: int
    nested: bool
    ranged: bool

    @property
    def level(self) -> int:
        if self.nested and self.unit in ("点", "部分"):
            return _LEVEL["项"]  # point 2 of article 1
        return _LEVEL[self.unit or "项"]


def chinese_provisions(flow: str, low: int, high: int) -> tuple[Provision, ...]:
    """Return the parts named in ``low:high``: 第一条第(二)项 is ``i-2``, 第二款 is ``2``.

    An item without a point before it begins with a dash (``-2``): it is one of the point in which
    the text stands.
    """
    found: list[Provision] = []
    at = low
    while (start := _ZH_START.search(flow, at, high)) is not None:
        tokens = _tokens(flow, start.start(), high)
        at = max(start.end(), tokens[-1].end if tokens else 0)
        found += _resolved(tokens) if tokens else ()
    return tuple(found)


def _tokens(flow: str, at: int, high: int) -> list[_Token]:
    """Read one reference; of its numbers only those count that have a unit or inherit one."""
    tokens: list[_Token] = []
    nested = ranged = False
    while (found := _ZH_TOKEN.match(flow, at, high)) is not None:
        counted = _ZH_COUNTED.fullmatch(found["n"]) if found["unit"] else None
        value = number(counted["n"] if counted else found["n"])
        if value is None:
            break
        tokens.append(_Token(value, found["unit"], found.start(), found.end(), nested, ranged))
        title = _ZH_TITLE.match(flow, found.end(), high) if found["unit"] else None
        join = _ZH_JOIN.match(flow, title.end() if title else found.end(), high)
        nested, ranged = join is None, join is not None and join["to"] is not None
        at = found.end() if join is None else join.end()
        within = _ZH_WITHIN.match(flow, at, high) if join is None and found["unit"] else None
        at = within.end() if within is not None else at
        first = _ZH_FIRST.match(flow, at, high) if join is None else None
        if first is not None:
            start, end, last = first.start(), first.end(), number(first["n"]) or 2
            tokens.append(_Token(1, first["unit"], start, end, nested=True, ranged=False))
            tokens.append(_Token(last, first["unit"], start, end, nested=False, ranged=True))
            break
        if join is None and (found["unit"] is None or flow[at : at + 1] not in ("第", "(")):
            break
    while tokens and tokens[-1].unit is None:
        tokens.pop()
    for token, after in reversed(tuple(pairwise(tokens))):
        token.unit = token.unit or after.unit
    return tokens


def _resolved(tokens: list[_Token]) -> Iterator[Provision]:
    above: dict[int, int] = {}
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        level = token.level
        first = above.get(level, token.value) + 1 if token.ranged else token.value
        above = {one: value for one, value in above.items() if one < level}
        if after is None or not (after.nested and after.level > level):
            for value in range(max(first, token.value - MOST_IN_RANGE), token.value + 1):
                id = _written({**above, level: value})
                yield Provision(id=id, start=tokens[0].start, end=token.end)
        above[level] = token.value


def _written(levels: dict[int, int]) -> str:
    """Write levels as an id: point 1 item 2 is ``i-2``, paragraph 2 is ``2``."""
    point = (roman(levels[1]),) if 1 in levels else ()
    rest = [str(value) for level, value in sorted(levels.items()) if level > 1]
    relative = "-" if 1 not in levels and 2 not in levels else ""
    return relative + "-".join((*point, *rest))


def english_provisions(flow: str, low: int, high: int) -> tuple[Provision, ...]:
    """Return the parts named in ``low:high``: Article 2 is ``art-2``, paragraph 1(2) is ``1-2``."""
    found: list[Provision] = []
    at = low
    while (unit := _EN_UNIT.search(flow, at, high)) is not None:
        at = unit.end()
        parts = list(_listed(flow, unit, high))
        lettered = _LETTERED.search(flow, max(low, unit.start() - _LETTERS), unit.start())
        counted = _COUNTED_ITEM.search(flow, max(low, unit.start() - _LETTERS), unit.start())
        if len(parts) == 1 and counted is not None:
            id = f"{parts[0].id}-{english_number(counted['n'].lower())}"
            parts = [Provision(id=id, start=counted.start(), end=parts[0].end)]
        if parts and lettered is not None:
            found = [one for one in found if one.end <= lettered.start()]
            parts = [*_inside(parts[0], lettered), *parts[1:]]
        if parts and _OF_THE_SAME.match(flow, parts[-1].end):
            before = english_provisions(flow, max(0, unit.start() - _SAME_REACH), unit.start())
            parts = [_in_the_same(one, before[-1]) for one in parts] if before else []
        found += parts
        at = max(at, parts[-1].end if parts else at)
    return tuple(found)


_OF_THE_SAME = regexp(
    r"\s(?:of|in)\sthe\s(?:same|said)\s(?:[Pp]aragraph|[Aa]rticle|[Pp]oint|[Ss]ection|[Rr]egulation)\b"
)
"""How an item means the part of which the words before it named another item."""
_SAME_REACH = 300


def _in_the_same(part: Provision, before: Provision) -> Provision:
    """Return an item as one of the part in which the item named before it stands."""
    outer, step, _ = before.id.rpartition("-")
    outer = outer if step and outer not in _BARE_UNITS else before.id
    return Provision(id=f"{outer}-{part.id}", start=part.start, end=part.end)


def _inside(section: Provision, lettered: re.Match[str]) -> Iterator[Provision]:
    """Yield the paragraphs named before their section: ``paragraph (d)(2) of § 740.93``."""
    for steps in _STEPS.findall(lettered["all"]):
        inner = "".join(f"-{step.lower()}" for step in _IN_BRACKETS.findall(steps))
        yield Provision(id=section.id + inner, start=lettered.start(), end=section.end)


def _listed(flow: str, unit: re.Match[str], high: int) -> Iterator[Provision]:
    name = re.sub(r"\s+", " ", unit["unit"] or "section").lower().removesuffix("s")
    prefix = _PREFIX.get(name.removeprefix("sub"), "")
    at, before, ranged = unit.end(), None, False
    told: list[Provision] = []
    counted = _EN_LONG_N if name == "item" else _EN_N
    while (found := counted.match(flow, at, high)) is not None:
        value = _value(found["n"])
        if value is None:
            break
        for between in range((before or value) + 1, value) if ranged else ():
            if between - (before or value) <= MOST_IN_RANGE:
                told.append(Provision(id=f"{prefix}{between}", start=unit.start(), end=found.end()))
        above = _OF_ARTICLE.match(flow, found.end(), high)
        if above is None and name in ("clause", "point"):
            above = _THEN_ARTICLE.match(flow, found.end(), high)
        if above is not None:
            outer = f"{_PREFIX.get(above['unit'].lower(), '')}{_value(above['n'])}"
            outer += (above.groupdict().get("letter") or "").lower()
            own = f"{value}{(found['letter'] or '').lower()}"
            told.append(Provision(id=own, start=unit.start(), end=above.end()))
            for one in told:
                id = f"{outer}-{one.id.removeprefix(prefix)}"
                yield Provision(id=id, start=one.start, end=above.end())
            return
        below, end = _below(flow, found, high)
        own = f"{prefix}{value}{(found['letter'] or '').lower()}"
        told.append(Provision(id=f"{own}{below}", start=unit.start(), end=end))
        before = value
        beside = _siblings if below and flow[end - 1] == ")" else _steps_beside
        path = own + below
        for step, after in beside(flow, end, high) if below else ():
            path, end = _beside(path, own, step), after
            told.append(Provision(id=path, start=unit.start(), end=end))
        join = _EN_JOIN.match(flow, end, high)
        if join is None:
            break
        at, ranged = join.end(), join["to"] is not None
    yield from told


_SIBLING = regexp(r",?\s{0,3}(?:and\s|or\s)?\((?P<n>[0-9]{1,2}|[a-h])\)(?=[\s,.;)]|$)(?!\s?\()")
_STEP = r"[0-9]{1,2}(?:[a-z]{1,2}|[A-Z]{1,2})?|(?-i:[a-h])"
_STEP_BESIDE = regexp(
    rf"(?:,?\s{{1,3}}(?:and|or)\s{{1,3}}|\s(?P<to>to)\s|,\s(?=(?:(?:{_STEP}),\s){{0,8}}(?:{_STEP}),?\s(?:and|or)\s[0-9]))"
    rf"(?:(?:[Ss]ub-?)?(?:[Pp]aragraph|[Pp]oint|[Ii]tem)s?\s{{1,3}})?(?P<n>{_STEP})(?![0-9A-Za-z%/-]|\.[0-9])"
)
"""How a further paragraph of the same article follows: ``Article 3, paragraphs 1 and 2``."""


def _siblings(flow: str, at: int, high: int) -> Iterator[tuple[str, int]]:
    """Yield the further items of an article of which one was named: ``Article 1 (1) and (2)``."""
    found = _SIBLING.match(flow, at, high)
    while found is not None:
        yield found["n"].lower(), found.end()
        found = _SIBLING.match(flow, found.end(), high)


def _steps_beside(flow: str, at: int, high: int) -> Iterator[tuple[str, int]]:
    """Yield the further paragraphs of an article of which one was named without brackets."""
    before = re.compile(r"[0-9]{1,2}$").search(flow, max(0, at - 2), at)
    found = _STEP_BESIDE.match(flow, at, high)
    while found is not None:
        last = int(found["n"]) if found["n"].isdigit() else 0
        first = int(before.group()) + 1 if found["to"] and before and last else last
        for between in range(max(first, last - MOST_IN_RANGE), last):
            yield str(between), found.end()
        yield found["n"].lower(), found.end()
        before, found = None, _STEP_BESIDE.match(flow, found.end(), high)


def _beside(path: str, own: str, step: str) -> str:
    """Return the path of a step beside the last one of its kind: of ``art-1-2-b``, ``3`` is
    ``art-1-3``.
    """
    above, _, last = path.rpartition("-")
    if above != own and last[:1].isdigit() != step[:1].isdigit():
        above = above.rpartition("-")[0]
    return f"{above}-{step}"


def _below(flow: str, found: re.Match[str], high: int) -> tuple[str, int]:
    """Return what narrows a number, ``(2)`` or ``, item (2)``, and where it ends."""
    steps = (*filter(None, (found["sub"],)), *_IN_BRACKETS.findall(found["rest"]))
    inner = "".join(f"-{part.lower()}" for part in steps)
    branch = _BRANCH.match(flow, found.end(), high)
    if branch is not None and found["n"].isdigit() and int(branch["n"]) <= int(found["n"]):
        return f"-{branch['n']}", branch.end()
    end = found.end()
    for _ in range(_DEEPEST):
        after = _EN_ITEM_AFTER.match(flow, end, high)
        if after is None:
            break
        inner, end = f"{inner}-{after['n'].lower()}", after.end()
    return inner, end


_DEEPEST = 3
"""How many steps follow an article: ``Article 3n, paragraph 1b, point (c), item 2``."""


def _value(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    return from_roman(written) or english_number(written)
