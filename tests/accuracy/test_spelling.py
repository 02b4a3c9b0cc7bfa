"""The same document in another spelling is read in the same way."""

import re
import textwrap
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.accuracy.answers import answer_for
from tests.accuracy.comparison import compared
from tests.accuracy.labelled import Document, documents_of
from tests.accuracy.measuring import OWN

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
NUMBER = re.compile(r"公告(\d{4})年第(\d+)号")
COUNTED = ("class", "instrument", "effects", "dates", "codes", "thresholds")
FULL, WIDTH = 62, 66
"""From how many characters on a line runs on, and how wide it is filled anew."""

COLUMNS = re.compile(r"\S\s{2}|\|")
OWN_LINE = re.compile(r"\S\s{2}|\||^\s*(?:\(?\w{1,3}[.)]|[A-Z ]{4,}\b)")
"""Lines in columns, and lines that begin a point or a heading, stay lines."""

WIDE = str.maketrans({digit: chr(ord(digit) + 0xFEE0) for digit in "0123456789%"})


def _wrapped(text: str) -> str:
    """Fill running lines to another width, as a mail program does; columns stay as they are."""
    lines: list[str] = []
    full = False
    for line in text.split("\n"):
        if full and line and not OWN_LINE.search(line):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
        full = len(line) >= FULL and not COLUMNS.search(line)
    return "\n".join("\n".join(_broken(line)) for line in lines)


def _broken(line: str) -> list[str]:
    if COLUMNS.search(line):
        return [line]
    return textwrap.wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False) or [line]


DAY = re.compile(
    rf"\b(?:(?P<month>{MONTHS}) (?P<day>[0-9]{{1,2}}), (?P<year>20[0-9]{{2}})"
    rf"|(?P<day_first>[0-9]{{1,2}}) (?P<month_behind>{MONTHS}) (?P<year_behind>20[0-9]{{2}}))\b"
)
DAY_ZH = re.compile(r"(20[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日")
TITLE = re.compile(
    r"《(?!中华人民共和国)[^《》]{3,80}》(?=[（(][^（）()]{0,20}(?:公告|令)[^（）()]{0,20}号)"
)
HEAD = 400
"""In its head an act may be named by its day, in one form only."""


def _days(spelt: Callable[[int, str, int], str]) -> Callable[[str], str]:
    """Return what writes the days of an English text otherwise, those of its head left alone."""

    def day(found: re.Match[str]) -> str:
        month = found["month"] or found["month_behind"]
        day, year = found["day"] or found["day_first"], found["year"] or found["year_behind"]
        return spelt(int(day), month, int(year))

    return lambda text: text[:HEAD] + DAY.sub(day, text[HEAD:])


def _ordinal(day: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{'th' if 10 <= day <= 20 else ending}"


def _weekday(day: int, month: str, year: int) -> str:
    return f"{date(year, MONTHS.split('|').index(month) + 1, day):%A}, {month} {day}, {year}"


SPELLINGS: dict[str, tuple[str, Callable[[str], str]]] = {
    "line ends of Windows": ("zh en", lambda text: text.replace("\n", "\r\n")),
    "full-width digits": ("zh", lambda text: text.translate(WIDE)),
    "the year in brackets": (
        "zh",
        lambda t: re.sub(r"公告(\d{4})年第(\d+)号", r"公告〔\1〕\2号", t),
    ),
    "no 年 in the number": ("zh", lambda t: re.sub(r"公告(\d{4})年第(\d+)号", r"公告\1第\2号", t)),
    "indented lines": ("zh", lambda text: re.sub(r"(?m)^(?=.)", "　　", text)),
    "the day before the month": (
        "en",
        lambda t: re.sub(rf"\b({MONTHS}) (\d{{1,2}}), (\d{{4}})", r"\2 \1 \3", t),
    ),
    "the 5th of a month": ("en", _days(lambda d, m, y: f"the {_ordinal(d)} of {m}, {y}")),
    "the weekday before the day": ("en", _days(_weekday)),
    "months cut short": ("en", _days(lambda d, m, y: f"{d} {m[:3]} {y}")),
    "days with 号": ("zh", lambda t: DAY_ZH.sub(r"\1年\2月\3号", t)),
    "days set apart": ("zh", lambda t: DAY_ZH.sub(r"\1 年 \2 月 \3 日", t)),
    "typographic quotes": ("en", lambda t: re.sub(r"\"([^\"\n]*)\"", "“\\1”", t)),
    "lines broken elsewhere": ("en", _wrapped),
    "other titles of acts": (
        "zh",
        lambda t: TITLE.sub("《关于经申请依照规定延长和恢复管理的办法》", t),
    ),
}
ACTS = tuple(
    document
    for document in documents_of(OWN)
    if document.gold["class"] == "act" and document.path.suffix == ".txt"
)


def _mistakes(document: Document, database: Path) -> dict[str, int]:
    tallies = compared(document, answer_for(document, database)).tallies
    return {key: tallies[key].missed + tallies[key].extra for key in COUNTED}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, int]]:
    """The mistakes in each act as it stands."""
    database = tmp_path_factory.mktemp("usual") / "tracker.db"
    return {document.name: _mistakes(document, database) for document in ACTS}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_another_spelling_costs_nothing(
    spelling: str, tmp_path: Path, usual: dict[str, dict[str, int]]
) -> None:
    languages, spelt = SPELLINGS[spelling]
    worse = {}
    for document in ACTS:
        text = document.texts["raw"]
        if document.language not in languages.split() or spelt(text) == text:
            continue
        other = tmp_path / document.name
        other.write_bytes(spelt(text).encode())
        again = Document(path=other, language=document.language, gold=document.gold)
        before, after = usual[document.name], _mistakes(again, tmp_path / "tracker.db")
        if any(after[key] > before[key] for key in COUNTED):
            worse[spelling, document.name] = (before, after)
    assert worse == {}
