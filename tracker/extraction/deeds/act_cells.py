"""In which cells, or lines, of an act can the rows of a table stand?"""

from collections.abc import Iterator

from tracker.extraction.act import Act
from tracker.extraction.prose.flow import FROM_DAY, Flow, Span
from tracker.extraction.spelling.regexps import regexp

DISPOSED = regexp(
    rf"(?:{FROM_DAY}\s?)?"
    r"(?:予以|决定|同时|全文|即行|继续)?(?:废止|失效|作废|撤销|停止(?:执行|实施|施行|适用)|暂停(?:执行|实施|施行|适用)?|中止(?:执行|实施)?"
    r"|恢复(?:执行|实施|施行|适用|效力)|(?:延长|延续|推迟|延期)[^,。;]{0,30})(?:,?\s?(?:自|从|于|至|到)[^,。;\n]{2,50})?[。;]?"
)
"""What happens to an act, in a cell of its own."""
_ROW_NUMBER = regexp(r"(?:\([一二三四五六七八九十0-9]{1,3}\)|[0-9]{1,3}[.、]?)\s{1,4}")
_ROW_LINE = regexp(
    rf"(?P<act>[^\n]*?\S)\s+(?P<did>{DISPOSED.pattern})"
    r"(?:\s+(?P<days>\ue000{4,44}(?:\s+\ue000{4,44})?))?\s?"
)
"""A row that stands in one line of plain text: the act, blanks, what happens to it, its days."""


def cells_of(act: Act) -> tuple[Span, ...]:
    """Return the cells, or lines, of the body and of the annexes."""

    def cells() -> tuple[Span, ...]:
        stretches = (act.body, *act.layout.annexes)
        return tuple(cell for stretch in stretches for cell in _cells(act.flow, stretch))

    return act.flow.once("cells", cells, act.body.start, act.body.end)


def _cells(flow: Flow, span: Span) -> Iterator[Span]:
    """Yield the cells of a stretch: its lines, parted at bars."""
    for line in flow.lines_within(span.start, span.end):
        row = _ROW_LINE.fullmatch(flow.marked, line.start, line.end)
        if row is not None and not _BARS.search(row.group()):
            number = _ROW_NUMBER.match(flow.marked, line.start, row.end("act"))
            yield Span(number.end() if number else line.start, row.end("act"))
            yield Span(*row.span("did"))
            if row["days"]:
                yield Span(*row.span("days"))
            continue
        at = line.start
        for cell in _BARS.split(flow.flow[line.start : line.end]):
            yield flow.trimmed(at, at + len(cell))
            at += len(cell) + 1


_BARS = regexp(r"[|\t]")
