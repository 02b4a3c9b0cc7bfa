"""Which days and months does a prose text name?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from tracker.extraction.spelling.calendar_edges import edges_named
from tracker.extraction.spelling.numerals import (
    ERAS,
    ERAS_ZH,
    NUMERAL,
    ROC,
    english_number,
    number,
)
from tracker.extraction.spelling.regexps import regexp
from tracker.extraction.spelling.sieve import sieve_of

_MONTH_NAMES = """
January February March April May June July August September October November December
"""
_MONTHS = _MONTH_NAMES.split()
_NUMBER_OF = {
    **{name: i for i, name in enumerate(_MONTHS, start=1)},
    **{name[:3]: i for i, name in enumerate(_MONTHS, start=1)},
    "Sept": 9,
}
_NUMBER_OF.update({name.upper(): i for name, i in tuple(_NUMBER_OF.items())})
_MONTH = (
    rf"(?P<name>{'|'.join(sorted(_NUMBER_OF, key=len, reverse=True))})\b"
    r"(?:(?<=\b[A-Za-z]{3})\.|(?<=\bSept)\.|(?<=\bSEPT)\.)?"
)
"""A month by its name; a point belongs to a short name only, else it ends the sentence."""
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th|ST|ND|RD|TH)?(?![0-9A-Za-z%])"
WRITTEN_DAY = (
    r"(?:[A-Z][a-z]{2,8}day,?\s{1,2})?(?:the\s{1,2})?"
    r"(?:[0-3]?[0-9](?:st|nd|rd|th)?[.,]?\s{1,3}(?:of\s{1,2})?[A-Z][A-Za-z]{2,8}\.?"
    r"|[A-Z][A-Za-z]{2,8}\.?\s{1,3}[0-3]?[0-9](?:st|nd|rd|th)?)[.,]{0,2}"
)
"""A pattern for an English day without its year, where it is a part of a number or of a name."""
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9])"

_ERA = (
    rf"(?P<era>{'|'.join(ERAS)})\s{{1,2}}(?P<era_year>[0-9]{{1,2}})(?![0-9])"
    r"(?:\s?\((?:19|20)[0-9]{2}\))?"
)

_DAY_IN_WORDS = (
    r"(?P<word_day>(?i:(?:(?:twenty|thirty)[\s-])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth))"
)
_YEAR_IN_WORDS = (
    r"(?i:two\sthousand\s(?:and\s)?|twenty[\s-])(?P<word_year>(?i:(?:twenty|thirty|forty)(?:[\s-][a-z]{3,5})?"
    r"|[a-z]{3,9}teen|ten|eleven|twelve))\b"
)
"""The day and the year of a formal translation: ``the third of May, Two Thousand and Thirty``."""

_ZH_WEEKDAY = r"(?:\s?\((?:星期|周)[一二三四五六日天]\))?"
"""``2026年6月1日(星期一)``: the weekday belongs to the day."""

PATTERNS = (
    regexp(
        rf"(?P<era_zh>{'|'.join(ERAS_ZH)})\s?(?P<era_year_zh>元|{NUMERAL})\s?年\s?(?:\((?:19|20)[0-9]{{2}}年?\)\s?)?"
        rf"(?P<month_zh>{NUMERAL})\s?月\s?(?P<day_zh>{NUMERAL})\s?日"
    ),
    regexp(rf"\b{_MONTH}\s{{1,3}}{_DAY},?\s{{1,3}}(?:of\s{{1,2}})?{_ERA}"),
    regexp(
        rf"\b{_MONTH}\s{{1,3}}{_DAY}(?:,?\s{{1,3}}(?:(?:Reiwa|Heisei|Showa)\s[0-9]{{1,2}}\s\(?)?{_YEAR}\)?)?"
    ),
    regexp(
        rf"(?<![0-9]){_DAY}\s{{1,3}}(?:day\s{{1,3}})?(?:of\s{{1,3}})?{_MONTH}"
        rf"(?!\s{{1,3}}[0-3]?[0-9],\s{{1,3}}(?:19|20)[0-9]{{2}}(?![0-9]))"
        rf"(?:,?\s{{1,3}}{_YEAR})?"
    ),
    regexp(rf"(?<![0-9]){_DAY}\.\s{{1,2}}{_MONTH},\s{{1,2}}{_YEAR}"),
    regexp(
        rf"\b{_DAY_IN_WORDS}\s{{1,2}}(?:(?i:day)\s{{1,2}})?(?:of\s{{1,2}})?{_MONTH},?\s{{1,2}}"
        rf"(?:{_YEAR_IN_WORDS}|{_YEAR})"
    ),
    regexp(
        rf"\b{_MONTH}\s{{1,2}}(?:the\s{{1,2}})?{_DAY_IN_WORDS},?\s{{1,2}}(?:{_YEAR_IN_WORDS}|{_YEAR})"
    ),
    regexp(rf"\b{_MONTH}\s{{1,3}}{_DAY},?\s{{1,2}}{_YEAR_IN_WORDS}"),
    regexp(
        r"(?<![0-9-])(?P<year>(?:19|20)[0-9]{2})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?![0-9-])"
    ),
    regexp(
        r"(?<![0-9A-Za-z/.])(?P<year>20[0-9]{2})/(?P<month>1[0-2]|0?[1-9])/(?P<day>[0-3]?[0-9])"
        r"(?![0-9A-Za-z/.])"
    ),
    regexp(
        r"(?<![0-9.])(?P<day>[0-3]?[0-9])\.(?P<month>[01]?[0-9])\.(?P<year>(?:19"
        r"|20)[0-9]{2})(?![0-9]|\.[0-9])"
    ),
    regexp(
        r"(?<![0-9.])(?P<year>20[0-9]{2})\.\s?(?P<month>1[0-2]|0?[1-9])\.\s?(?P<day>[0-3]?[0-9])"
        r"(?![0-9]|\.[0-9])"
    ),
    regexp(
        r"(?<![0-9-])(?P<day>[0-3]?[0-9])-(?P<month>[01][0-9])-(?P<year>(?:19"
        r"|20)[0-9]{2})(?![0-9-])"
    ),
    regexp(
        r"(?:(?P<zh_year>[一二][〇零○一二三四五六七八九]{3})\s{0,2}年\s{0,2})"
        rf"(?P<zh_month>{NUMERAL})\s{{0,2}}月\s{{0,2}}(?P<zh_day>{NUMERAL})\s{{0,2}}[日号]"
        rf"{_ZH_WEEKDAY}"
    ),
    regexp(
        r"(?:(?:中华)?民国\s{0,2}(?=[0-9])|(?<![0-9])(?=11[0-9]\s{0,2}年))(?P<roc>[0-9]{2,3})\s{0,2}年\s{0,2}"
        r"(?P<month>1[0-2]|0?[1-9])\s{0,2}月\s{0,2}(?P<day>[0-3]?[0-9])\s{0,2}[日号]"
    ),
    regexp(
        r"(?:(?:(?P<year>(?:19|20)[0-9]{2})\s{0,2}年|(?P<said>[今本去明来当同次翌]年))\s{0,2})?"
        r"(?<![0-9])(?P<month>1[0-2]|0?[1-9])\s{0,2}月\s{0,2}(?P<day>[0-3]?[0-9])\s{0,2}[日号]"
        rf"{_ZH_WEEKDAY}"
    ),
    regexp(
        r"(?P<apart>[12] [0-9] [0-9] [0-9] {0,2}年 {0,2}(?:1 )?[0-9] {0,2}月"
        r" {0,2}(?:[1-3] )?[0-9] {0,2}日)"
    ),
    regexp(rf"\b[Ii]n\s{{1,3}}{_MONTH}(?:,?\s{{1,3}}(?:{_YEAR}|this\s{{1,3}}year))"),
    regexp(rf"\b[Ii]n\s{{1,3}}{_MONTH}(?!\s{{0,3}}[0-9])"),
    regexp(
        r"(?:今年|(?P<year>(?:19|20)[0-9]{2})\s{0,2}年)\s{0,2}(?P<month>1[0-2]"
        r"|0?[1-9])\s{0,2}月(?!\s{0,2}[0-9])"
    ),
)
"""Read on folded text; a row with a month and no day names the month as a whole."""

OF_ISSUE = {"今": 0, "本": 0, "去": -1, "明": 1, "来": 1}
OF_DAY_BEFORE = {"当": 0, "同": 0, "次": 1, "翌": 1}
"""The words for a year that a Chinese text counts from its own, or from the day told before."""

AHEAD = timedelta(days=1)
"""A text may be dated a day before the day of which it speaks, from another zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayNamed:
    """A day, or a month where ``day`` is ``None``; without ``year`` where none is told.

    ``said`` is the word for its year that a Chinese text may say instead: ``明``, ``次``.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    said: str = ""

    def on(self, year: int | None) -> date | None:
        """Return the day as a date, in ``year`` where the text names none."""
        year = self.year or year
        if year is None or self.day is None:
            return None
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def can_be(self, day: date, *, published_on: date | None) -> bool:
        """Tell whether ``day`` may be meant by a text of ``published_on``.

        A day without a year is the last one of that name before the text was published.
        """
        if day.month != self.month or (self.day is not None and day.day != self.day):
            return False
        if self.year is not None:
            return day.year == self.year
        if published_on is None:
            return True
        return timedelta(0) <= published_on + AHEAD - day < timedelta(days=365)


@lru_cache(maxsize=8)  # one reading asks the same text several times
def days_named(folded: str) -> tuple[DayNamed, ...]:
    """Return the days and months that ``folded`` names, in order, the longest at each place."""
    found = sorted(_all(folded), key=lambda one: (one.start, -one.end))
    kept: list[DayNamed] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(_with_words_before(one, folded))
    return tuple(kept)


_WEEKDAY = regexp(
    r"(?i)\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)[.,]?"
    r"\s{1,2}(?:the\s{1,2})?\Z"
)
_ARTICLE = regexp(r"\b[Tt]he\s{1,2}\Z")
_OF_A_MONTH = regexp(
    r"[0-3]?[0-9](?:[a-z]{0,2}\s{1,3}(?:day\s{1,3})?of|st|nd|rd|th)\s"
    r"|(?i:[a-z-]{5,14}(?:\s[a-z]{5,7})?\s{1,2}(?:day\s{1,2})?of\s)"
)


def _with_words_before(day: DayNamed, folded: str) -> DayNamed:
    """Return the day with its weekday, and ``the`` of ``the 5th (of) March``: they belong to it."""
    if day.day is None or not folded[max(0, day.start - 2) : day.start].isascii():
        return day
    before = folded[max(0, day.start - 20) : day.start]
    words = _WEEKDAY.search(before)
    if words is None and _OF_A_MONTH.match(folded, day.start):
        words = _ARTICLE.search(before)
    return day if words is None else replace(day, start=day.start - len(before) + words.start())


Slashes = Literal["month first", "day first"]

_SLASHED = regexp(
    r"(?<![0-9/])(?P<one>[0-3]?[0-9])/(?P<two>[0-3]?[0-9])/(?P<year>(?:19|20)[0-9]{2})(?![0-9/])"
)
_COMPACT = regexp(
    r"\s{0,3}(?P<year>(?:19|20)[0-9]{2})(?P<month>[01][0-9])(?P<day>[0-3][0-9])(?![0-9])"
)


def slashed_days(folded: str, *, order: Slashes) -> tuple[DayNamed, ...]:
    """Return the days written ``06/04/2026``, which each country reads in its own order."""
    first, second = ("month", "day") if order == "month first" else ("day", "month")
    return tuple(
        named
        for found in _SLASHED.finditer(folded)
        for named in _named(
            found,
            year=int(found["year"]),
            **{first: int(found["one"]), second: int(found["two"])},
        )
    )


def _order_of_slashes(folded: str) -> Slashes | None:
    """Return how a text orders its days with slashes, where one of them can mean but one day.

    ``31/03/2027`` has the day first, and so has ``01/12/2026`` beside it.
    """
    told = _SLASHED.findall(folded) if "/" in folded else ()
    day_first = any(int(one) > _MONTHS_OF_A_YEAR for one, _, _ in told)
    month_first = any(int(two) > _MONTHS_OF_A_YEAR for _, two, _ in told)
    if day_first == month_first:
        return None
    return "day first" if day_first else "month first"


_MONTHS_OF_A_YEAR = 12


def compact_day(folded: str, at: int) -> DayNamed | None:
    """Return the day written ``20261020`` at ``at``; only a label before it makes it a day."""
    found = _COMPACT.match(folded, at)
    if found is None:
        return None
    month, day = int(found["month"]), int(found["day"])
    return next(_named(found, year=int(found["year"]), month=month, day=day), None)


def _all(folded: str) -> Iterator[DayNamed]:
    chinese, sieve = "月" in folded, sieve_of(folded)
    for edge in edges_named(folded):
        yield DayNamed(**edge._asdict())
    if (order := _order_of_slashes(folded)) is not None:
        yield from slashed_days(folded, order=order)
    for pattern in PATTERNS:
        for found in sieve.matches(pattern) if chinese or "月" not in pattern.pattern else ():
            groups = {key: value for key, value in found.groupdict().items() if value}
            if "zh_month" in groups:
                groups |= {
                    key: str(number(groups[f"zh_{key}"])) for key in ("year", "month", "day")
                }
            if "word_day" in groups:
                groups["day"] = str(english_number(groups["word_day"]) or "0")
            if "word_year" in groups:
                told = english_number(groups["word_year"])
                groups["year"] = str(_CENTURY + told) if told else "0"
            if "apart" in groups:
                groups = _closed_up(groups["apart"])
            if "roc" in groups:
                groups["year"] = str(ROC + int(groups["roc"]))
            if "era" in groups:
                groups["year"] = str(ERAS[groups["era"]] + int(groups["era_year"]))
            groups |= _of_era(groups) if "era_zh" in groups else {}
            month = _NUMBER_OF[groups["name"]] if "name" in groups else groups["month"]
            yield from _named(
                found,
                year=int(groups["year"]) if "year" in groups else None,
                month=int(month),
                day=int(groups["day"]) if "day" in groups else None,
            )


_CENTURY = 2000


def _of_era(groups: dict[str, str]) -> dict[str, str]:
    """Return the parts of a day of a Japanese era in Chinese: ``令和八年五月二十九日``."""
    year = 1 if groups["era_year_zh"] == "元" else number(groups["era_year_zh"]) or 0
    parts = {key: str(number(groups[f"{key}_zh"]) or 0) for key in ("month", "day")}
    return {"year": str(ERAS_ZH[groups["era_zh"]] + year), **parts}


def _closed_up(apart: str) -> dict[str, str]:
    """Return the parts of a day whose figures stand apart: ``2 0 2 6 年 3 月 1 0 日``."""
    year, month, day = re.split("[年月日]", apart.replace(" ", ""))[:3]
    return {"year": year, "month": month, "day": day}


def _named(
    found: re.Match[str], *, year: int | None, month: int, day: int | None
) -> Iterator[DayNamed]:
    if 1 <= month <= 12 and (day is None or 1 <= day <= 31):
        start, end, said = *found.span(), (found.groupdict().get("said") or "")[:1]
        yield DayNamed(start=start, end=end, year=year, month=month, day=day, said=said)


def month_named(name: str) -> int | None:
    """Return the number of a month by its English name, whole or shortened."""
    return _NUMBER_OF.get(name)
