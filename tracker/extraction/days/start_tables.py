"""Which starts does a table of commencement tell, part by part: ``Schedule 1 | 1 May 2026``?

A rule of the Federal Register tells them by its amendatory instructions, or by its sections.
"""

import re
from collections.abc import Iterator

from tracker.extraction.days.times import Life, Times, TimeWord
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import DAY, Flow, Span
from tracker.extraction.spelling.numerals import from_roman
from tracker.extraction.spelling.regexps import regexp

_TABLED = regexp(r"\b[Cc]ommence(?:ment|s)\b")
_PARTS = (
    r"(?:(?<=\n)|^)[ \t|]{0,6}(?:[0-9]{1,2}[.)]\s{1,3})?"
    r"(?P<parts>(?:Sections?|Schedules?|Parts?|Articles?|Regulations?)\s[0-9][^\n\ue000|]{0,40}?)"
)
_ROWS = (
    regexp(
        rf"{_PARTS}[ \t|]{{1,12}}\n?[ \t|]{{0,6}}(?P<day>{DAY})[.\s|]{{0,4}}"
        rf"(?:{DAY}[.\s|]{{0,4}})?(?=\n|$)"
    ),
    regexp(
        rf"{_PARTS}(?:,\sPart\s[0-9]{{1,2}})?(?=[\s|.,])[^\n|\ue000]{{0,120}}\|[^\n]{{0,240}}?(?P<day>{DAY})[.\s|]{{0,4}}(?=\n|$)"
    ),
)
"""A row of two cells, and one of three: the part, how it commences, the day that makes."""
_WHOLE_ROW = regexp(
    r"(?:(?<=\n)|^)[ \t|]{0,6}(?:[0-9]{1,2}[.)]\s{1,3})?(?P<parts>(?:The\swhole\sof\s)?[Tt]his\s"
    r"(?:instrument|Act|Order|regulation|determination|designation))"
    rf"[ \t|]{{1,40}}[^\n\ue000]{{0,160}}?(?P<day>{DAY})[.\s|]{{0,4}}(?=\n|$)"
)
"""A row for the whole: ``1. The whole of this instrument | The day after … | 20 March 2022``."""
WHOLE = "whole"
_UNIT = regexp(
    r"(?P<unit>Section|Schedule|Part|Article|Regulation)s?\s(?P<first>[0-9]{1,3})"
    r"(?:\s(?:to|and|-)\s(?P<last>[0-9]{1,3}))?(?:,\sPart\s(?P<part>[0-9]{1,2}))?"
)
_PREFIX = {"Section": "sec-", "Article": "art-", "Regulation": "reg-"}
_MOST = 40
_OF_INSTRUCTIONS = regexp(
    r"(?:(?<=\n)|^)[ \t|]{0,8}(?:[Aa]mendatory\s)?[Ii]nstructions?(?:\s(?:[Nn]os?\.?|[Nn]umbers?))?"
    r"(?:[ \t|.]{1,60}[^\n]{0,80})?\n"
    r"(?=(?:[^\n]*\n){0,3}?[^\n]{0,80}\b[Ee]ffective\b|[^\n]{0,40}[-=]{6})"
    r"|\b(?:[Aa]mendatory\s)?[Ii]nstructions?(?:\s[Nn]os?\.?|\s[Nn]umbers?)?\s(?:[^\n.;]{0,80}\s)?"
    r"[Ee]ffective(?:\s(?:date|day|on|from))?[ \t]*(?=\n)"
)
"""The head of a table whose rows are instructions, with a column of days."""
_NUMBERS = (
    r"[0-9]{1,2}(?:(?:,\s?(?:and\s)?|\sand\s|\sthrough\s|\sto\s|\s?[-\u2013]\s?)[0-9]{1,2}){0,8}"
)
_INSTRUCTION_ROW = regexp(
    rf"(?:(?<=\n)|^)[ \t|]{{0,8}}(?:(?:[Aa]mendatory\s)?[Ii]nstructions?\s)?(?P<numbers>{_NUMBERS})"
    rf"(?:[ \t|.]{{0,60}}\n(?:[^\n\ue000]{{1,200}}\n){{0,2}}?[ \t|]{{0,8}}"
    rf"|(?:\s?\([^\n\ue000]{{1,100}}\)[ \t|.]|[ \t|.]{{2}})[ \t|.]{{0,58}}[^\n\ue000]{{0,160}}?)"
    rf"(?P<day>{DAY})[.\s|]{{0,4}}(?=\n|$)"
)
_TABLE_REACH = 3_000
_RUN = regexp(
    r"(?P<first>[0-9]{1,2})(?:(?:\sthrough\s|\sto\s|\s?[-\u2013]\s?)(?P<last>[0-9]{1,2}))?"
)


def instructed_starts(flow: Flow, times: Times, span: Span) -> Iterator[tuple[Provision, Life]]:
    """Yield the amendatory instructions of the rows of a table with the days of their own."""
    head = _OF_INSTRUCTIONS.search(flow.marked, span.start, span.end)
    if head is None:
        return
    high = min(span.end, head.end() + _TABLE_REACH)
    for row in _INSTRUCTION_ROW.finditer(flow.marked, head.end(), high):
        named = flow.days_in(row.start("day"), row.end("day"))
        day = times.resolved(named[0].start, named[0].end) if named else None
        if day is None:
            continue
        start = TimeWord(
            role="start", start=row.start("numbers"), end=row.end("day"),
            wording="row of a table", day=day,
        )  # fmt: skip
        for run in _RUN.finditer(row["numbers"]):
            for value in range(int(run["first"]), int(run["last"] or run["first"]) + 1)[:_MOST]:
                part = Provision(id=f"instruction-{value}", start=row.start(), end=row.end())
                yield part, Life(start=start)


_OF_POINTS = regexp(
    r"(?:(?<=\n)|^)[ \t|]{0,8}(?:Points?|Items?|Articles?|Paragraphs?)(?:\s(?:No\.?|number))?"
    r"[ \t]{0,8}\|[^\n\ue000]{0,60}?"
    r"\b(?:(?i:date|day)\s(?:of|from|on)\s[^\n|]{0,40}?(?:implementation|application|effect|force|which)"
    r"|(?i:effective\s(?:date|from))|Commencement)"
    r"[^\n|]{0,30}\|?[ \t]*\n"
)
"""The head of a table whose rows are points of the act, with a column of first days."""
_POINT_ROW = regexp(
    r"[ \t|]{0,8}(?:(?:Point|Item|Article|Paragraph)s?\s)?(?P<point>[IVX]{1,5}|[0-9]{1,2})[.)]?"
    r"[ \t]{0,8}\|(?:[^\n|\ue000]{0,120}\|)?[ \t]{0,8}(?:(?:[Ff]rom|[Oo]n|[Aa]s\sof)\s)?"
    rf"(?P<day>{DAY})[ \t|.]{{0,8}}(?:\n|$)"
)


def pointed_starts(flow: Flow, times: Times, span: Span) -> Iterator[tuple[Provision, Life]]:
    """Yield the points of the act that the rows of a table name with their first days."""
    if flow.flow.find("|", span.start, span.end) < 0:
        return
    head = flow.sieve.search(_OF_POINTS, span.start, span.end)
    at = span.end if head is None else head.end()
    while (row := _POINT_ROW.match(flow.marked, at, span.end)) is not None:
        at = row.end()
        value = from_roman(row["point"].lower()) or (
            int(row["point"]) if row["point"].isdigit() else None
        )
        day = times.resolved(*row.span("day"))
        if value is None or day is None:
            continue
        start = TimeWord(
            role="start", start=row.start("point"), end=row.end("day"),
            wording="row of a table", day=day,
        )  # fmt: skip
        part = Provision(id=str(value), start=row.start(), end=row.end())
        yield part, Life(start=start)


def tabled_starts(flow: Flow, times: Times, span: Span) -> Iterator[tuple[Provision, Life]]:
    """Yield the parts of the rows of a table with their lives, each with where its row stands."""
    if flow.language == "zh":
        return
    yield from instructed_starts(flow, times, span)
    yield from pointed_starts(flow, times, span)
    if not _TABLED.search(flow.flow, span.start, span.end):
        return
    for row in _WHOLE_ROW.finditer(flow.marked, span.start, span.end):
        yield from _of_row(flow, times, row)
    for pattern in _ROWS:
        for row in pattern.finditer(flow.marked, span.start, span.end):
            yield from _of_row(flow, times, row)


def _of_row(flow: Flow, times: Times, row: re.Match[str]) -> Iterator[tuple[Provision, Life]]:
    named = flow.days_in(row.start("day"), row.end("day"))
    unit = _UNIT.match(flow.flow, row.start("parts"), row.start("day"))
    if not named:
        return
    day = times.resolved(named[0].start, named[0].end)
    start = TimeWord(
        role="start",
        start=row.start("parts"),
        end=row.end("day"),
        wording="row of a table",
        day=day,
    )
    if unit is None:
        yield Provision(id=WHOLE, start=row.start(), end=row.end()), Life(start=start)
        return
    prefix = _PREFIX.get(unit["unit"], f"{unit['unit'].lower()}-")
    inner = f"-part-{unit['part']}" if unit["part"] else ""
    for value in range(int(unit["first"]), int(unit["last"] or unit["first"]) + 1)[:_MOST]:
        part = Provision(id=f"{prefix}{value}{inner}", start=row.start(), end=row.end())
        yield part, Life(start=start)
