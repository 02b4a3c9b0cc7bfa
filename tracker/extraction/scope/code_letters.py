"""Which letters under a control code does an English text mean: ``paragraphs b and d of 1C902``?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.extraction.spelling.regexps import regexp

_OWN = (
    r"(?:[b-z]|a(?!\s(?!(?:and|or|to|through|of|in|under)\b)[a-z]{2}))(?![a-z])"
    r"(?:\.[0-9]{1,2}(?:\.[a-z](?![a-z]))?)?"
)
"""A letter, with what stands under it; the ``a`` of ``or a part`` is none."""
_ONE = rf"\(?\.?{_OWN}\)?"
_JOINT = r"(?:,\s(?:and\s|or\s)?|\s(?:and|or|through|to)\s|\s?[-\u2013]\s?)"
_LIST = rf"{_ONE}(?:{_JOINT}{_ONE}){{0,20}}"
_PART = r"(?:sub-?)?(?:paragraphs?|items?|points?|entr(?:y|ies))"
_BEFORE = regexp(
    rf"\b{_PART}\s(?P<list>{_LIST})\s(?:of|in|under|to)\s(?:the\s)?"
    r"(?:ECCN\s|[Ee]ntry\s|[Ii]tem\s|[Nn]umber\s|[Cc]ontrol\s[Cc]ode\s)?$"
)
"""Letters before their code: ``paragraphs b and d of ECCN ``."""
_BEHIND = regexp(rf",?\s\(?(?:in\s)?{_PART}\s(?P<list>{_LIST})(?![A-Za-z0-9])")
"""Letters behind their code: ``, paragraphs b and d``, ``(points a through c)``."""
_AT_ONCE = regexp(rf"(?P<list>\({_OWN}\)(?:{_JOINT}{_ONE}(?![A-Za-z0-9])){{0,20}})")
"""Letters in brackets right behind their code: ``1C902(b)``."""
_LETTER = regexp(rf"(?P<range>(?:through|to|[-\u2013])\s?)?\(?\.?(?<![a-z])(?P<own>{_OWN})\)?")

GLUED = regexp(
    r"(?<![0-9A-Za-z.])(?P<code>[0-9][A-E][0-9]{3})(?P<own>[a-z](?:[0-9]{1,2}[a-z]?)?)(?![0-9A-Za-z]|\.[0-9A-Za-z])"
)
"""A code whose letter stands beside it without a dot, as British notices write: ``6A002a1``."""

TAIL_ENGLISH = regexp(
    r"(?:,\s?(?:(?:and|or)\s)?|\s(?:and|or|to|through)\s|\s?[-\u2013]\s?(?=\.?[a-z][^a-z]))"
    r"(?:\.(?P<dotted>[a-z](?:\.[0-9]{1,2}(?:\.[a-z])?)?)|(?P<bare>[b-z]|[a-z]\.[0-9]{1,2}(?:\.[a-z])?|a(?=,\s))|\.(?P<number>[0-9]{1,2}))"
    r"(?![A-Za-z0-9]|\.[a-z0-9])(?=[,;:.)\]|]|\s?(?:$|[\n|])|\s[a-z(])"
)
"""What goes on with the letters under a code: ``3B961.a.4, c, d and f.1``, ``1C902.a and .b``."""

_REACH = 160


def letters_named(text: str, low: int, start: int, end: int) -> tuple[int, int, list[str]] | None:
    """Return where the letters of the code at ``start:end`` stand with it, and the letters."""
    behind = _BEHIND.match(text, end) or _AT_ONCE.match(text, end)
    if behind is not None:
        return start, behind.end(), list(_letters(behind["list"]))
    before = _BEFORE.search(text[max(low, start - _REACH) : start])
    if before is None:
        return None
    return max(low, start - _REACH) + before.start("list"), end, list(_letters(before["list"]))


def _letters(words: str) -> Iterator[str]:
    last = ""
    for one in _LETTER.finditer(words):
        own = one["own"]
        if one["range"] and len(own) == len(last) == 1:
            yield from map(chr, range(ord(last) + 1, ord(own)))
        yield own
        last = own


def between(first: str, last: str) -> list[str]:
    """Return the letters between two: of ``a`` to ``d`` these are ``b`` and ``c``."""
    if len(first) != 1 or len(last) != 1 or first.isalpha() != last.isalpha():
        return []
    return [chr(at) for at in range(ord(first) + 1, ord(last))]


def dotted(glued: re.Match[str]) -> str:
    """Return the code of a letter without a dot as lists write it: ``6A002.a.1``."""
    return ".".join((glued["code"], *re.findall(r"[a-z]|[0-9]+", glued["own"])))


_LETTER_ZH = regexp(
    r"\s?(?:[、/]|以?及|[和与或]|(?P<range>[至到~～-]))\s?\.?(?P<zh>[a-z])(?![0-9A-Za-z]|\.[0-9a-z])"
)
"""What goes on with the letters under a code in Chinese: ``1C902.a、b和d``, ``1C902.a至d``."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A code of which only the last letter is written, and where that stands."""

    code: str
    start: int
    end: int


def letters_behind(text: str, code: str, at: int, high: int) -> Iterator[Letter]:
    """Yield the codes whose letters follow a Chinese code at ``at``, also those in a range."""
    stem, _, last = code.rpartition(".")
    letter = _LETTER_ZH.match(text, at, high) if stem and last.isalpha() else None
    while letter is not None:
        own = letter["zh"]
        for inner in between(last, own) if letter["range"] else ():
            yield Letter(f"{stem}.{inner}", letter.start(), letter.end())
        yield Letter(f"{stem}.{own}", letter.end() - 1, letter.end())
        last, letter = own, _LETTER_ZH.match(text, letter.end(), high)


_TO_CODE = regexp(r"\s?(?:to|through|[至到~～\u2013-])\s?")


def codes_between(text: str, first: re.Match[str], last: re.Match[str]) -> list[str]:
    """Return the codes between two that a range names in full: ``1C902.a至1C902.d``."""
    if not _TO_CODE.fullmatch(text, first.end(), last.start()):
        return []
    low, high = (one.group().rpartition(".") for one in (first, last))
    inner = between(low[2], high[2]) if low[0] == high[0] else ()
    return [f"{low[0]}.{own}" for own in inner]


_PLACE = regexp(
    r"(?i:\b(?:room|rm|suite|desk|office|form|page|channel|box|booth|gate)\.?\s(?:no\.?\s)?)$"
    r"|(?:房间?|室|频道|表格|页码?|展位|信箱)(?:编?号)?:?[ ]?第?$"
)
_NAMED = 14


def names_a_place(before: str) -> bool:
    """Tell whether the words before letters and digits name a room or a form: ``room 3A041``."""
    return _PLACE.search(before[-_NAMED:]) is not None


_OPENS = regexp(r"(?:[^\n;.|]|(?<=No)\.){0,120}:(?=\s{0,3}\n)")
_OWN_HEAD = regexp(r"\s{1,6}(?:[0-9][A-E][0-9]{3}\s[^\n]{3,160}\n\s{0,6})?")


_LEAD = 200


@dataclass(frozen=True, slots=True)
class Opening:
    """A code that opens a list of what is under it; ``is_named``: each line writes it again."""

    is_named: bool


def opens_list(text: str, code: re.Match[str], behind: list[re.Match[str]]) -> Opening | None:
    """Tell whether a bare number opens a list of its letters: ``ECCN 3B961 is added:``.

    A number that begins its line is the head of the entry itself, ``3B961 Torches:``, where the
    line before it does not lead to it.
    """
    line = text.rfind("\n", 0, code.start()) + 1
    led = text[max(0, line - _LEAD) : line].rstrip().rpartition("\n")[2]
    heads = not text[line : code.start()].strip() and not (led[-1:] == ":" and code.group() in led)
    bare = "." not in code.group() and code["code"] is not None and not heads
    opens = _OPENS.match(text, code.end()) if bare else None
    if opens is None:
        return None
    named = any(
        one.group().partition(".")[0] == code.group()
        and _OWN_HEAD.fullmatch(text, opens.end(), one.start())
        for one in behind
    )
    return Opening(is_named=named)


_OF_OTHER_GOODS = regexp(
    r"\s?(?:项|条目)?(?:下|中|内)?(?:所[列述指]|列明|规定)[一-鿿]{1,8}?(?:用|的|所需的?)"
    r"[一-鿿、]{0,10}?(?:软件|技术|系统|[部零组附]件|模块|程序|工艺|数据|资料)"
)


def of_other_goods(text: str, end: int) -> bool:
    """Tell whether a code that ends there is that of other goods: ``2B952.a项所列设备的软件``."""
    return _OF_OTHER_GOODS.match(text, end) is not None
