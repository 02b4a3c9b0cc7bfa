"""Which rows of a Chinese table of goods each tell the day from which they are bound?

``下表物项自表列日期起…``: the head of the table has a column of codes or goods, and one of first
days. Every row is a limb of its own, with the demand of the words above the table.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec.structs import replace

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord
from tracker.extraction.deeds.change_tables import cells_within
from tracker.extraction.extracted import ExtractedMeasure
from tracker.extraction.measures.limbs import limb
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.codes import Code, codes_led
from tracker.extraction.spelling.regexps import regexp

_START = regexp(
    r"(?:管制)?(?:正式|开始)?(?:实施|施行|生效|起始|起算|开始|适用|执行|管制|起)(?:的?(?:日期?|时间|之日|起始日))(?:\([^()]{1,10}\))?"
)
_GOODS = regexp(
    r"[^\n。:]{0,10}(?:编码|编号|税号|税则号列|物项|商品|货物|产品|技术|名称|品名)[^\n。:]{0,8}"
)
_COUNT = regexp(r"序\s?号|[Nn]o\.?|项次")
_NOTE = regexp(r"备\s?注|说\s?明|依据")
_LABEL = regexp(r"[^\n。:;,0-9\ue000\ue001]{1,16}")
_DAY = regexp(r"(?:自\s?)?(?P<day>\ue000{4,44})\s?起?(?:施行|实施|执行)?")
_PROSE = regexp(r"[^\n]{12,}。$|第?[一二三四五六七八九十]{1,3}[、条]|\([一二三四五六七八九十]\)")
_WIDEST, _MOST = 9, 600
Row = tuple[int, Span, Life, tuple[Code, ...]]
"""The count of a row, where it stands, its life, and the codes below a head that calls them so."""


def _dated_rows(act: Act, span: Span) -> tuple[Row, ...]:
    """Return the rows of the first table of goods in a stretch that has a column of first days."""
    flow = act.flow
    if flow.language != "zh" or not flow.sieve.may(_START, span.start, span.end):
        return ()
    cells = tuple(cells_within(flow, span, _MOST))
    at = next((i for i, c in enumerate(cells) if _fits(flow, _START, c)), None)
    if at is None:
        return ()
    low = at - sum(1 for _ in takewhile(lambda c: _fits(flow, _LABEL, c), reversed(cells[:at])))
    high = at + 1 + sum(1 for _ in takewhile(lambda c: _fits(flow, _NOTE, c), cells[at + 1 :]))
    head, behind = cells[low:high], cells[high:]
    if len(head) > _WIDEST or not any(_fits(flow, _GOODS, one) for one in head):
        return ()
    rows = tuple(_rows(flow, head, behind))
    lives = tuple(_life(act, row) for row in rows)
    if len(rows) < 2 or not all(life is not None for life in lives):
        return ()
    return tuple(
        (count, Span(row[0].start, row[-1].end), life, _codes(flow, head, row))
        for count, (row, life) in enumerate(zip(rows, lives, strict=True), start=1)
        if life is not None
    )


def _codes(flow: Flow, head: Sequence[Span], row: Sequence[Span]) -> tuple[Code, ...]:
    """Return the customs codes that fill a cell of a row, where a cell of the head names them."""
    found = (codes_led(flow, name, cell) for name in head for cell in row)
    return tuple(dict.fromkeys(code for codes in found for code in codes))


def _fits(flow: Flow, words: re.Pattern[str], cell: Span) -> bool:
    return words.fullmatch(flow.marked, cell.start, cell.end) is not None


def _rows(flow: Flow, head: Sequence[Span], cells: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """Yield the cells of each row: up to the next count, else as many as the head has.

    Where the day is the last column it ends a row, though a cell of it is empty.
    """
    counted = _fits(flow, _COUNT, head[0])
    dated = _fits(flow, _START, head[-1])
    row: list[Span] = []
    count = 0
    full = not counted
    for cell in cells:
        text = flow.flow[cell.start : cell.end]
        if full or (counted and text.strip("(). ") == str(count + 1)):
            count += 1
            if row:
                yield row
            row = []
        if _PROSE.match(flow.flow, cell.start, cell.end) or len(row) == len(head):
            break
        row.append(cell)
        full = not counted and (len(row) == len(head) or (dated and _fits(flow, _DAY, cell)))
    if row and (counted or full):
        yield row


def _life(act: Act, row: Sequence[Span]) -> Life | None:
    """Return the life of a row that tells one bare day in a cell of its own."""
    found = (_DAY.fullmatch(act.flow.marked, cell.start, cell.end) for cell in row)
    days = [one for one in found if one is not None]
    day = act.times.resolved(*days[0].span("day")) if len(days) == 1 else None
    if day is None:
        return None
    start, end = days[0].span("day")
    return Life(start=TimeWord(role="start", start=start, end=end, wording="row", day=day))


def row_limbs(
    act: Act, part: str, requirement: tuple[str, int, int], span: Span
) -> Iterator[ExtractedMeasure]:
    """Yield the limb of each dated row of a stretch under its demand, if it has such rows."""
    rows = _dated_rows(act, span) if requirement[0] != "exemption" else ()
    head = Span(span.start, rows[0][1].start) if rows else span
    for count, row, life, codes in rows:
        built = limb(
            act, f"{part}-{count}" if part else str(count), requirement=requirement, life=life,
            spans=(row,), words=(head,),
        )  # fmt: skip
        if codes and "hs_codes" not in built.terms:
            found = tuple(act.flow.evidence("hs_codes", one.start, one.end) for one in codes)
            terms = {**built.terms, "hs_codes": [one.code for one in codes]}
            built = replace(built, terms=terms, evidence=(*built.evidence, *found))
        yield built
