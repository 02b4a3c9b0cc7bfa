"""What does a table do that lists acts, a row each, with what happens to them and from when?"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord, life_of
from tracker.extraction.deeds.affected_parts import as_counted, parts_named
from tracker.extraction.deeds.deed_days import led_in
from tracker.extraction.deeds.deed_wording import DeedWording, Hit
from tracker.extraction.deeds.deeds_chinese import CHINESE_DEEDS
from tracker.extraction.prose.flow import FROM_DAY, Flow, Span

Row = tuple[Span, Span, Hit, Life]
"""The cell of the act, the cell of what happens to it, its wording, its days."""

MOST_CELLS = 6
"""So many cells behind the one of the act belong to its row."""
MOST_ROWS = 200

_ACT_CELL = re.compile(
    r"[一-鿿\s、]{0,60}(?:《[^《》]{2,80}》\s?\(?)?\s?[一-鿿\s、]{0,40}\ue001{3,160}\)?"
    r"(?:\([^()]{2,90}\))?\s?(?:的?\s?(?:附件\s?[0-9]{0,2})?第[^,。;]{1,24}[条款项点目])?(?:《[^《》]{2,80}》)?\s?"
)
_DISPOSED = re.compile(
    rf"(?:{FROM_DAY}\s?)?"
    r"(?:予以|决定|同时|全文|即行|继续)?(?:废止|失效|作废|撤销|停止(?:执行|实施|施行|适用)|暂停(?:执行|实施|施行|适用)?|中止(?:执行|实施)?"
    r"|恢复(?:执行|实施|施行|适用|效力)|(?:延长|延续|推迟|延期)[^,。;]{0,30})(?:,?\s?(?:自|从|于|至|到)[^,。;\n]{2,50})?[。;]?"
)
_ROW_NUMBER = re.compile(r"(?:\([一二三四五六七八九十0-9]{1,3}\)|[0-9]{1,3}[.、]?)\s{1,4}")
_ROW_LINE = re.compile(
    rf"(?P<act>[^\n]*?\S)\s+(?P<did>{_DISPOSED.pattern})"
    r"(?:\s+(?P<days>\ue000{4,44}(?:\s+\ue000{4,44})?))?\s?"
)
"""A row that stands in one line of plain text: the act, blanks, what happens to it, its days."""
_BARE_DAY = re.compile(r"\ue000{4,44}")


def disposition_rows(act: Act) -> Iterator[Row]:
    """Yield the rows of the act's tables that do something to another act."""
    flow = act.flow
    if flow.language != "zh":
        return
    cells = list(cells_of(act))
    heads = [i for i, cell in enumerate(cells) if names_act(act, cell)]
    for first, after in islice(pairwise([*heads, len(cells)]), MOST_ROWS):
        row = cells[first : min(after, first + 1 + MOST_CELLS)]
        disposed = next((cell for cell in row[1:] if fits_whole(flow, cell)), None)
        if disposed is None:
            continue
        hit = disposed_by(flow, disposed)
        if hit is not None:
            behind = Span(disposed.start, _row_end(flow, cells, row, after))
            life = _life(act, hit, disposed, behind)
            yield row[0], disposed, hit, _begun(act, row[0], life)


def cells_of(act: Act) -> Iterator[Span]:
    """Yield the cells, or lines, of the body and of the annexes."""
    for stretch in (act.body, *act.layout.annexes):
        yield from _cells(act.flow, stretch)


def _cells(flow: Flow, span: Span) -> Iterator[Span]:
    """Yield the cells of a stretch: its lines, parted at bars."""
    for line in flow.lines_within(span.start, span.end):
        row = _ROW_LINE.fullmatch(flow.marked, line.start, line.end)
        if row is not None and "|" not in row.group():
            number = _ROW_NUMBER.match(flow.marked, line.start, row.end("act"))
            yield Span(number.end() if number else line.start, row.end("act"))
            yield Span(*row.span("did"))
            if row["days"]:
                yield Span(*row.span("days"))
            continue
        at = line.start
        for cell in flow.flow[line.start : line.end].split("|"):
            yield flow.trimmed(at, at + len(cell))
            at += len(cell) + 1


def names_act(act: Act, cell: Span) -> bool:
    """Tell whether a cell holds nothing but the name of an act, or of a part of it."""
    text = act.flow.marked[cell.start : cell.end]
    return "\ue001" in text and _ACT_CELL.fullmatch(text) is not None


def fits_whole(flow: Flow, cell: Span) -> bool:
    """Tell whether a cell holds nothing but what happens to an act."""
    return _DISPOSED.fullmatch(flow.marked, cell.start, cell.end) is not None


def _row_end(flow: Flow, cells: list[Span], row: list[Span], after: int) -> int:
    """Return where a row ends: before the number that counts the next one."""
    counts = _BARE_DAY.fullmatch(flow.marked, row[-1].start, row[-1].end) is None
    if counts and after < len(cells) and len(row) > 2 and cells[after - 1] == row[-1]:
        return row[-1].start
    return row[-1].end


def disposed_by(flow: Flow, cell: Span) -> Hit | None:
    """Return the wording by which a cell tells what happens to an act."""
    found: list[tuple[DeedWording, re.Match[str]]] = [
        (wording, match)
        for wording in CHINESE_DEEDS
        if (match := wording.pattern.search(flow.marked, cell.start, cell.end)) is not None
    ]
    if not found:
        return None
    wording, match = found[0]
    return Hit(wording, match.start(), match.end())


def _life(act: Act, hit: Hit, cell: Span, behind: Span) -> Life:
    """Return the days of a row: those behind the disposition; a bare day counts by its kind."""
    words = act.times.within(cell.start, behind.end)
    if words:
        life = life_of(words)
        return (
            Life(start=life.start)
            if hit.wording.kind in ("repeal", "resume") and not life.end
            else life
        )
    told = _told_of_all(act, cell)
    if told is not None:
        return life_of((told,))
    bare = _BARE_DAY.search(act.flow.marked, cell.end, behind.end)
    day = act.times.resolved(bare.start(), bare.end()) if bare else None
    if bare is None or day is None:
        return Life()
    role = "end" if hit.wording.kind == "extend" else "start"
    word = TimeWord(role=role, start=bare.start(), end=bare.end(), wording="a cell", day=day)  # type: ignore[arg-type]
    last = _last_day(act, hit, bare) if role == "start" else None
    return life_of((word,) if last is None else (word, last))


_NEXT_CELL = re.compile(r"\s{0,4}\|[ \t]{0,4}(?P<day>\ue000{4,44})\s*(?=[|\n]|$)")


def _last_day(act: Act, hit: Hit, first: re.Match[str]) -> TimeWord | None:
    """Return the bare day in the cell behind the first day of a pause: its last one."""
    cell = _NEXT_CELL.match(act.flow.marked, first.end())
    if hit.wording.kind != "suspend" or cell is None:
        return None
    day = act.times.resolved(*cell.span("day"))
    start, end = cell.span("day")
    return TimeWord(role="end", start=start, end=end, wording="a cell", day=day)


def _begun(act: Act, cell: Span, life: Life) -> Life:
    """Return a life without a start with the one that the words before the table tell."""
    if life.start is not None or act.commencement.general is not None:
        return life
    led = led_in(act, cell)
    return life if led is None else replace(life, start=led.start)


def _told_of_all(act: Act, cell: Span) -> TimeWord | None:
    """Return the start that is told of all rows of a kind: ``予以废止的,自10月1日起废止``."""
    verb = _VERB.search(act.flow.flow, cell.start, cell.end)
    if verb is None:
        return None
    told = re.compile(
        rf"{verb.group()}(?:执行|实施|施行|适用)?的(?:公告|文件|规章)?,?(?:一律|均)?"
        r"(?=自|从|于|[0-9])"
    )
    for found in told.finditer(act.flow.flow, act.body.start, act.body.end):
        word = next(iter(act.times.within(found.end(), found.end() + 1)), None)
        if word is not None and word.role == "start":
            return word
    return None


_VERB = re.compile(r"废止|失效|作废|撤销|停止|暂停|中止|恢复")


def row_targets(act: Act, cell: Span) -> tuple[tuple[str, int, int], ...]:
    """Return the act, or its part, that the first cell of a row names."""
    found: list[tuple[str, int, int]] = []
    for one in act.namer.named_in(cell.start, cell.end):
        if one.id == act.id:
            continue
        parts = parts_named(act, one, cell, refers=None)
        found += [
            (f"{one.id}#{as_counted(one.id, part)}", part.start, part.end) for part in parts
        ] or [(one.id, one.start, one.end)]
    return tuple(found)
