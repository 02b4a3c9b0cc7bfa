"""Which numbers of acts does a text name, known or not?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from tracker.extraction.names.dated_numbers import Item, dated_items
from tracker.extraction.names.wording import WRITTEN_OUT, Form, Wording
from tracker.extraction.names.wordings import WORDINGS
from tracker.extraction.names.wordings_chinese import CHINESE
from tracker.extraction.spelling.calendar_words import month_named
from tracker.extraction.spelling.folding import fold
from tracker.extraction.spelling.needed_words import needed_words, plain_spelling
from tracker.extraction.spelling.numerals import ERAS, NUMERAL, ROC, number
from tracker.extraction.spelling.regexps import regexp
from tracker.extraction.spelling.sieve import sieve_of

MAX_RANGE = 40
"""The most serials that ``55-58`` may stand for; a longer range is none."""

_CENTURY = 1900
"""Where a year is written in two digits, as in ``SOR/89-202``, it is one of the last century."""

MAX_LIST = 60
"""The most serials that are read in one list."""

MAX_NUMBERS = 10_000
"""The most numbers that are read in one text."""

_BACK = 80
"""How many characters before its anchor a wording may begin."""

_ZH_ITEM = regexp(
    r"(?:(?P<year>(?:19|20)[0-9]{2})\s{0,3}年\s{0,3}(?=第)|\[(?P<bracketed>(?:19|20)[0-9]{2})\]\s{0,3}(?=第?\s{0,3}[0-9]{1,4}\s{0,3}号)"
    r"|同年(?:发布|公布)?的?(?=第))?"
    rf"(?P<the>第)?\s{{0,3}}(?P<serial>{NUMERAL})\s{{0,3}}(?P<hao>号)?"
)
_ZH_SEPARATOR = regexp(
    r"\s{0,3}(?:(?:\([^()\n]{2,90}\)|《[^《》\n]{2,90}》)\s{0,3})?"
    r"(?:(?P<range>至|到|-)|,?\s?以及|[、,和及与])\s{0,3}"
)
"""What parts the numbers of a list; each may bear its title in brackets."""
_PARTS_BETWEEN = regexp(
    rf"(?:的?(?:全文|全部(?:条款|内容))|的?第{NUMERAL}[条款项点](?:[、第条款项点和及]|{NUMERAL}){{0,24}}(?<=[条款项点]))"
    r"\s?(?:、|和|与|,?\s?以?及)\s?(?=(?:(?:19|20)[0-9]{2}年)?第[0-9]{1,4}号)"
)
"""What stands between a serial and the next one of the same list: ``第61号第一条和第62号全文``."""
_CLAUSE_BETWEEN = regexp(
    r"(?:公告|令)?[^。;\n号本]{0,70}[,;。](?:而|但|其中的?,?)?"
    r"(?=第[0-9]{1,4}号(?!公告|令|文|附|表|物|楼|机|样|线|[^,。;\n]{0,6}第[0-9]{1,4}号公告))"
)
"""A clause behind a serial, where the next one names another act of the same year and body.

``第61号延长至5月1日,第62号延长至8月1日``: nothing else bears such a number there.
"""

_EN_ITEM = regexp(
    r"(?P<no>(?:[Nn]os?\b\.?|NOS?\b\.?|#)\s{0,3})?(?P<serial>[0-9]{1,4})(?![0-9%]|[.,][0-9]|st|nd|rd|th)"
)
_EN_SEPARATOR = regexp(
    r"\s{0,3}(?:(?P<range>-|to\s|through\s)|,\s{0,3}(?:and\s|or\s|&)?|and\s|or\s|&|/)\s{0,3}"
)
_EN_YEAR = regexp(
    r"\s{0,3}(?:,?\s{0,2}of\s{1,3}(?:the\s{1,3}year\s{1,3})?(?P<y1>(?:19|20)[0-9]{2})(?![0-9-])"
    r"|,?\s{0,2}[\[(](?P<y2>(?:19|20)[0-9]{2})[\])]|/(?P<y3>(?:19|20)[0-9]{2})(?![0-9])"
    r"|,\s{0,2}(?P<y4>(?:19|20)[0-9]{2})(?![0-9-]))"
)
_EN_NO_ACT = regexp(
    r"[ \t]{1,3}(?:other|more|others|companies|firms|entities|items|days|months|years|per\s?cent"
    r"|percent|January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b"
)
_PAGE = regexp(r"\s+(?:FR|Fed\.\s{0,2}Reg\.)\s+")
_OF_A_LAW = regexp(
    r"\b(?:Act|Law|Code|Ordinance),?\s(?:(?:of\s)?(?:19|20)[0-9]{2}\s?)?\($|\b(?:Act|Law)\s$"
    r"|\b(?i:newsletter|resolution|contract|tender|permit|invoice|case|lot)\s$"
)
"""What right before a bare number says that it is a law's: ``Act, 1992 (No. 22``, ``Act No. 2``."""

_PLURAL = regexp(r"(?:[A-Za-z]s\b|[Nn][Oo][Ss]\b)")


_BROKEN = regexp(r"-\s+")
"""A serial that a narrow page broke after its hyphen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedNumber:
    """A number that a text gives to an act.

    ``quote`` stands at ``start:end`` (characters, end exclusive) and runs from the noun to this
    serial. ``phrase_end`` is where the whole list ends, ``wording`` the row that read it.
    """

    form: Form
    year: int | None
    serial: str
    quote: str
    start: int
    end: int
    phrase_end: int
    wording: Wording


@lru_cache(maxsize=8)  # one reading asks the same text several times
def named_numbers(text: str) -> tuple[NamedNumber, ...]:
    """Return every number of an act that ``text`` names, in order; none is looked up anywhere."""
    return tuple(islice(_numbers(text, fold(text)), MAX_NUMBERS))


def _numbers(text: str, folded: str) -> Iterator[NamedNumber]:
    done = 0
    refused: dict[str, int] = {}
    for start, found, wording in _matches(folded):
        if start < max(done, refused.get(wording.name, 0)):
            continue
        if wording.bare and _OF_A_LAW.search(folded, max(0, start - 30), start):
            continue
        named = _read(text, folded, found, wording)
        if not named:
            continue
        if wording.needs_year and named[0].year is None:
            refused[wording.name] = named[-1].phrase_end
            continue
        done = named[-1].phrase_end
        yield from named


def _matches(folded: str) -> list[tuple[int, re.Match[str], Wording]]:
    """Return all matches by position; at one position the table's order decides."""
    spelled = plain_spelling(folded)
    first = 0 if "号" in folded else len(CHINESE)
    hits = [
        (found.start(), rank, found)
        for rank, (wording, words) in enumerate(_rows()[first:], start=first)
        if words is None or spelled is None or any(map(spelled.__contains__, words))
        for found in _found(wording, folded)
    ]
    hits.sort(key=lambda hit: hit[:2])
    return [(start, found, WORDINGS[rank]) for start, rank, found in hits]


@cache
def _rows() -> tuple[tuple[Wording, frozenset[str] | None], ...]:
    """Return the rows with the words without which they read nothing."""
    return tuple((wording, needed_words(wording.pattern)) for wording in WORDINGS)


def _found(wording: Wording, folded: str) -> Iterator[re.Match[str]]:
    """Yield the matches of one row; around its anchor only, where it has one."""
    sieve = sieve_of(folded)
    if wording.anchor is None:
        yield from sieve.matches(wording.pattern)
        return
    if not sieve.may(wording.pattern, 0, len(folded)):
        return
    done = 0
    for anchor in re.finditer(wording.anchor, folded):
        found = wording.pattern.search(folded, max(done, anchor.start() - _BACK), anchor.end())
        if found is not None:
            done = found.end()
            yield found


def _read(
    text: str, folded: str, found: re.Match[str], wording: Wording
) -> tuple[NamedNumber, ...]:
    groups = found.groupdict()
    year = number(groups["year"]) if groups.get("year") else None
    if groups.get("era_year"):
        year = ERAS[groups["era"]] + int(groups["era_year"])
    if groups.get("roc"):
        year = ROC + int(groups["roc"])
    year = year + _CENTURY if year is not None and year < _CENTURY else year
    form: Form = "order" if groups.get("order") else wording.form
    if wording.form in WRITTEN_OUT:
        serial = _BROKEN.sub("-", _PAGE.sub(" FR ", groups["serial"]))
        return (_named(text, found, wording, form=form, year=None, serial=serial),)
    if wording.form == "presidential_memorandum":
        serial = f"{year}-{month_named(groups['month']):02}-{int(groups['day']):02}"
        return (_named(text, found, wording, form=form, year=year, serial=serial),)
    if groups.get("serials"):
        items = _zh_items(folded, found.start("serials"), year)
        items = [Item(item.serial, item.year, found.end(), True) for item in items]
    elif wording.list == "zh":
        items = _with_bracket(folded, found, _zh_items(folded, found.end(), year))
    elif wording.list == "dated":
        items = list(dated_items(folded, found.end(), plural=found.group().rstrip()[-1:] in "sS"))
    elif wording.list == "en":
        items = _en_items(folded, found, year)
    else:
        items = [Item(int(groups["serial"]), year, found.end(), True)]
    named = list(_of_list(text, found.start(), items, wording, form))
    while wording.list == "zh" and items and len(named) < MAX_LIST:
        parts = _PARTS_BETWEEN.match(folded, items[-1].end)
        parts = parts or _CLAUSE_BETWEEN.match(folded, items[-1].end)
        items = _zh_items(folded, parts.end(), items[-1].year) if parts is not None else []
        named += _of_list(text, parts.end() if parts is not None else 0, items, wording, form)
    return tuple(named)


def _of_list(
    text: str, start: int, items: list[Item], wording: Wording, form: Form
) -> Iterator[NamedNumber]:
    """Yield the numbers of a list that begins at ``start``."""
    for item in items:
        yield NamedNumber(
            form=form,
            year=item.year,
            serial=str(item.serial),
            quote=text[start : item.end],
            start=start,
            end=item.end,
            phrase_end=items[-1].end,
            wording=wording,
        )


def _named(
    text: str, found: re.Match[str], wording: Wording, *, form: Form, year: int | None, serial: str
) -> NamedNumber:
    return NamedNumber(
        form=form,
        year=year,
        serial=serial,
        quote=text[found.start() : found.end()],
        start=found.start(),
        end=found.end(),
        phrase_end=found.end(),
        wording=wording,
    )


def _zh_items(folded: str, at: int, year: int | None) -> list[Item]:
    """Read ``第55号、56号``, ``第55、56号``, ``55至58号``; only what a 号 closes counts."""
    items: list[Item] = []
    ranged = False
    while len(items) < MAX_LIST and (found := _ZH_ITEM.match(folded, at)) is not None:
        serial = number(found["serial"])
        if serial is None:
            break
        told = found["year"] or found["bracketed"]
        year = number(told) if told else year
        sure = found["hao"] is not None
        if ranged and items:
            items += _between(items[-1].serial, serial, year, found.end())
        items.append(Item(serial, year, found.end(), sure))
        separator = _ZH_SEPARATOR.match(folded, found.end())
        if separator is None:
            break
        ranged = separator["range"] is not None
        at = separator.end()
    while items and not items[-1].sure:
        items.pop()
    return items


def _with_bracket(folded: str, phrase: re.Match[str], items: list[Item]) -> list[Item]:
    """Let ``公告(2025年第61号)`` end with its bracket, which is part of how the number is told."""
    opened = phrase.group().count("(") > phrase.group().count(")")
    if items and opened and folded.startswith(")", items[-1].end):
        items[-1].end += 1
    return items


def _en_items(folded: str, phrase: re.Match[str], year: int | None) -> list[Item]:
    """Read ``61 and No. 62``, ``55-58, 61 and 62 of 2025``; a year holds for the serials before it.

    A serial without its own ``No.`` counts only after a plural.
    """
    items: list[Item] = []
    plural = _PLURAL.search(phrase.group()) is not None
    at, ranged = phrase.end(), False
    while len(items) < MAX_LIST and (found := _EN_ITEM.match(folded, at)) is not None:
        if (items and not (plural or found["no"])) or _EN_NO_ACT.match(folded, found.end()):
            break
        serial = int(found["serial"])
        if ranged and items:
            items += _between(items[-1].serial, serial, year, found.end())
        items.append(Item(serial, year, found.end(), True))
        plural = plural or _PLURAL.search(found["no"] or "") is not None
        at = _take_year(folded, items)
        separator = _EN_SEPARATOR.match(folded, at)
        if separator is None:
            break
        ranged = separator["range"] is not None
        at = separator.end()
    return items


def _take_year(folded: str, items: list[Item]) -> int:
    """Give the year after the last serial to all that have none; return where reading goes on."""
    found = _EN_YEAR.match(folded, items[-1].end)
    if found is None:
        return items[-1].end
    year = int(next(value for value in found.groups() if value))
    for item in items:
        item.year = item.year or year
    items[-1].end = found.end()
    return found.end()


def _between(low: int, high: int, year: int | None, end: int) -> list[Item]:
    """Return the serials between the two ends of a range, both excluded."""
    if not low < high <= low + MAX_RANGE:
        return []
    return [Item(serial, year, end, True) for serial in range(low + 1, high)]
