"""Which starts does a table below the heading ``DATES`` tell, row by row?

``All amendatory instructions other than 9 | July 6, 2026``: of a page, the cells may stand below
each other. What a row means is told by what it names, not by how the table is headed.
"""

from collections.abc import Iterator
from itertools import islice

from tracker.extraction.days.listed_starts import listed_starts
from tracker.extraction.days.start_words import Subject
from tracker.extraction.days.times import Life, Times, TimeWord
from tracker.extraction.names.references import Provision, english_provisions
from tracker.extraction.prose.flow import DAY, Flow, Span
from tracker.extraction.spelling.regexps import regexp

_BLOCK = regexp(
    r"(?:(?<=\n)|^)[ \t|#]{0,4}(?:(?:EFFECTIVE\s)?DATES?\b|Dates(?=:))\s?[:.|]{0,2}"
    r"(?P<rows>[\s\S]{10,2000}?)"
    r"(?=\n[ \t|#]{0,4}(?:[A-Z]{4,20}(?:\s[A-Z]{2,20}){0,3}\b|PART\s[0-9]|\[FR\s)|$)"
)
_CELL = regexp(r"[^\n|]{1,240}")
_DAY_CELL = regexp(rf"\s*(?:(?:[Ee]ffective|[Oo]n|[Ff]rom)\s)?{DAY}[\s.]*")
_NO_START = regexp(
    r"(?i)\b(?:comments?|hearing|collection|compliance|petitions?|requests?|expir\w+|ends?|until|through|published|publication)\b"
)
"""What makes a row one of no start."""
_SPARES = regexp(r"(?i)\b(?:other\sthan|except(?:ing|\sfor)?|excluding|but(?:\snot)?|save)\b")
_ALL = regexp(
    r"(?i)^\W*(?:all|everything|any)\b"
    r"|\b(?:remainder|remaining|rest|otherwise)\b|^\W*(?:the|this)\s(?:[a-z]+\s){0,2}(?:rule|document)\W*$"
)
_HEAD = regexp(
    r"(?i)^\W*(?:(?:effective|applicab\w+|start|commencement)\s)?(?:dates?|days?|when)\W*$"
    r"|^\W*(?:parts?|provisions?|paragraphs?|(?:amendatory\s)?instructions?|amendments?|subjects?|what|which)\b[^0-9]{0,40}$"
)
_MOST_CELLS = 80
_LEAST_ROWS = 2
Started = tuple[Subject, tuple[Provision, ...], Life, Span]
"""Of what a start is told, of which parts, the start, and where that stands."""


def listed_and_dated(flow: Flow, times: Times, spans: tuple[Span, ...]) -> Iterator[Started]:
    """Yield the starts of the rows below ``DATES``, then those of the items of lists."""
    yield from _dated_rows(flow, times)
    yield from listed_starts(flow, times, spans)


def _dated_rows(flow: Flow, times: Times) -> Iterator[Started]:
    """Yield of what each row tells a start, the start, and where the row stands."""
    block = _BLOCK.search(flow.marked) if flow.language == "en" else None
    if block is None:
        return
    rows = [*_rows(flow, Span(*block.span("rows")))]
    if len(rows) < _LEAST_ROWS:
        return
    for label, cell in rows:
        named = flow.days_in(cell.start, cell.end)
        day = times.resolved(named[0].start, named[0].end) if named else None
        if day is None or _NO_START.search(flow.flow, label.start, label.end):
            continue
        life = Life(
            start=TimeWord(
                role="start",
                start=named[0].start,
                end=named[0].end,
                wording="row of a table",
                day=day,
            )
        )
        place = Span(label.start, cell.end)
        parts = english_provisions(flow.flow, label.start, label.end)
        if _SPARES.search(flow.flow, label.start, label.end) or not parts:
            if parts or _ALL.search(flow.flow[label.start : label.end]):
                yield "rest", (), life, place
        else:
            yield "parts", parts, life, place


def _rows(flow: Flow, block: Span) -> Iterator[tuple[Span, Span]]:
    """Yield the rows of a table: what each names, and the cell of its day."""
    label: list[Span] = []
    for found in islice(_CELL.finditer(flow.marked, block.start, block.end), _MOST_CELLS):
        cell = flow.trimmed(*found.span())
        words = flow.flow[cell.start : cell.end]
        if _DAY_CELL.fullmatch(flow.marked, cell.start, cell.end):
            if label:
                yield Span(label[0].start, label[-1].end), cell
            label = []
        elif words.endswith((".", ";")):
            label = []  # prose, and no cell
        elif words and not (_HEAD.match(words) and not label):
            label.append(cell)
