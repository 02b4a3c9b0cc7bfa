"""Which starts does a table of commencement tell, part by part: ``Schedule 1 | 1 May 2026``?"""

import re
from collections.abc import Iterator

from tracker.extraction.days.times import Life, Times, TimeWord
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import DAY, Flow, Span

_TABLED = re.compile(r"\b[Cc]ommence(?:ment|s)\b")
_PARTS = (
    r"(?:(?<=\n)|^)[ \t|]{0,6}(?:[0-9]{1,2}[.)]\s{1,3})?"
    r"(?P<parts>(?:Sections?|Schedules?|Parts?|Articles?|Regulations?)\s[0-9][^\n\ue000|]{0,40}?)"
)
_ROWS = (
    re.compile(rf"{_PARTS}[ \t|]{{1,12}}\n?[ \t|]{{0,6}}(?P<day>{DAY})[.\s|]{{0,4}}(?=\n|$)"),
    re.compile(
        rf"{_PARTS}(?:,\sPart\s[0-9]{{1,2}})?(?=[\s|.,])[^\n|\ue000]{{0,120}}\|[^\n]{{0,240}}?(?P<day>{DAY})[.\s|]{{0,4}}(?=\n|$)"
    ),
)
"""A row of two cells, and one of three: the part, how it commences, the day that makes."""
_UNIT = re.compile(
    r"(?P<unit>Section|Schedule|Part|Article|Regulation)s?\s(?P<first>[0-9]{1,3})"
    r"(?:\s(?:to|and|-)\s(?P<last>[0-9]{1,3}))?(?:,\sPart\s(?P<part>[0-9]{1,2}))?"
)
_PREFIX = {"Section": "sec-", "Article": "art-", "Regulation": "reg-"}
_MOST = 40


def tabled_starts(flow: Flow, times: Times, span: Span) -> Iterator[tuple[Provision, Life]]:
    """Yield the parts of the rows of a table with their lives, each with where its row stands."""
    if flow.language == "zh" or not _TABLED.search(flow.flow, span.start, span.end):
        return
    for pattern in _ROWS:
        for row in pattern.finditer(flow.marked, span.start, span.end):
            yield from _of_row(flow, times, row)


def _of_row(flow: Flow, times: Times, row: re.Match[str]) -> Iterator[tuple[Provision, Life]]:
    named = flow.days_in(row.start("day"), row.end("day"))
    unit = _UNIT.match(flow.flow, row.start("parts"), row.start("day"))
    if not named or unit is None:
        return
    day = times.resolved(named[0].start, named[0].end)
    start = TimeWord(
        role="start",
        start=row.start("parts"),
        end=row.end("day"),
        wording="row of a table",
        day=day,
    )
    prefix = _PREFIX.get(unit["unit"], f"{unit['unit'].lower()}-")
    inner = f"-part-{unit['part']}" if unit["part"] else ""
    for value in range(int(unit["first"]), int(unit["last"] or unit["first"]) + 1)[:_MOST]:
        part = Provision(id=f"{prefix}{value}{inner}", start=row.start(), end=row.end())
        yield part, Life(start=start)
