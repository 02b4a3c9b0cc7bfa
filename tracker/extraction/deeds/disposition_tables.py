"""What does a table do that lists acts, a row each, with what happens to them and from when?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice, pairwise, takewhile
from typing import Literal

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord, life_of
from tracker.extraction.deeds.act_cells import DISPOSED, cells_of
from tracker.extraction.deeds.act_tables import ActTable, TableRow, act_tables
from tracker.extraction.deeds.affected_parts import as_counted, parts_alone, parts_named
from tracker.extraction.deeds.deed_days import led_in
from tracker.extraction.deeds.deed_wording import DeedWording, Hit
from tracker.extraction.deeds.deeds_chinese import CHINESE_DEEDS
from tracker.extraction.deeds.hits import hits
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.firms_chinese import firm_runs
from tracker.extraction.scope.parties import Party
from tracker.extraction.spelling.regexps import regexp


@dataclass(frozen=True, slots=True)
class Row:
    """The cell of the act, the cell of what happens to it, its wording, its days.

    ``part`` is the cell that says which part of the act is meant, where one of its own does.
    """

    act: Span
    disposed: Span
    hit: Hit
    life: Life
    part: Span | None = None
    parties: tuple[Party, ...] = ()


MOST_CELLS = 6
"""So many cells behind the one of the act belong to its row."""
MOST_OF_ACT = 40
"""So many cells behind the one of an act may be of it, where it spans several rows."""
MOST_ROWS = 200

_ACT_CELL = regexp(
    r"[一-鿿\s、]{0,60}(?:《[^《》]{2,80}》\s?\(?)?\s?[一-鿿\s、]{0,40}\ue001{3,160}\)?"
    r"(?:\([^()]{2,90}\))?\s?(?:的?\s?(?:附件\s?[0-9]{0,2})?第[^,。;]{1,24}[条款项点目])?(?:《[^《》]{2,80}》)?\s?"
)
_BARE_DAY = regexp(r"\ue000{4,44}")


def disposition_rows(act: Act) -> Iterator[Row]:
    """Yield the rows of the act's tables that do something to another act."""
    flow = act.flow
    if flow.language != "zh":
        return
    cells = list(cells_of(act))
    tables = tables_of(act)
    for table in tables:
        above = _act_above(act, table) if "act" not in table.columns else {}
        for one in table.rows:
            if (told := _told(act, replace(one, cells={**above, **one.cells}))) is not None:
                yield told
    heads = [
        i
        for i, cell in enumerate(cells)
        if names_act(act, cell) and not any(table.span.holds(cell.start) for table in tables)
    ]
    for first, after in islice(pairwise([*heads, len(cells)]), MOST_ROWS):
        stretch = _of_table(flow, cells[first + 1 : min(after, first + 1 + MOST_OF_ACT)])
        for row in _rows_of_act(flow, stretch):
            if (found := _row(act, cells[first], row)) is not None:
                yield found


def _act_above(act: Act, table: ActTable) -> dict[str, Span]:
    """Return the one act that the words right above a table of firms name, as its cell."""
    flow = act.flow
    above = flow.sentence_before(table.span.start)
    named = {one.id: one for one in act.namer.named_in(above.start, above.end)}
    named.pop(act.id, None)
    if "firm" not in table.columns or len(named) != 1:
        return {}
    one = next(iter(named.values()))
    return {"act": Span(one.start, one.end)}


WHOLE_ACT = regexp(r"(?:全部|全文|所有|整体|各)(?:条款|物项|内容|规定)?|[-—/无]{1,2}")


def _told(act: Act, row: TableRow) -> Row | None:
    """Return what a row of a table with a head does to its act, where all its cells are read."""
    flow, cells = act.flow, row.cells
    if not {"act", "did"} <= cells.keys():
        return None
    found = hits(flow, cells["did"]) or _bare_verb(flow, cells["did"])
    if len(found) != 1:
        return None
    part = _part_told(flow, cells)
    firms = firms_of_row(flow, row)
    if part == _UNREAD or ("firm" in cells and not firms):
        return None
    hit = found[0]
    words = [
        word for name in _TIMED if name in cells for word in _times(act, hit, name, cells[name])
    ]
    if not words and (of_all := _told_of_all(act, cells["did"])) is not None:
        words = [of_all]
    life = life_of(sorted(words, key=lambda word: word.role != "start"))
    if hit.wording.kind in ("repeal", "resume", "postpone") and not (
        hit.wording.until and life.through
    ):
        life = Life(start=life.start)
    needs = hit.wording.needs
    if (needs == "end" and life.through is None) or (needs == "parties" and not firms):
        return None
    return Row(cells["act"], cells["did"], hit, _begun(act, cells["act"], life), part, firms)


def firms_of_row(flow: Flow, row: TableRow) -> tuple[Party, ...]:
    """Return the firms that a row names in a column of theirs."""
    cell = row.cells.get("firm")
    if cell is None:
        return ()
    return tuple(party for run in firm_runs(flow, cell) for party in run)


def _bare_verb(flow: Flow, cell: Span) -> tuple[Hit, ...]:
    """Return the deed of a cell that holds a verb alone, as if it said of what: ``恢复``.

    A time may stand behind it: ``暂停一年``.
    """
    verb = _VERB_ALONE.match(flow.flow, cell.start, cell.end)
    if verb is None:
        return ()
    said = (f"\ue001\ue001\ue001{verb['verb']}实施", f"{verb['verb']}名单")
    found = (row for row in CHINESE_DEEDS if any(row.pattern.search(one) for one in said))
    return tuple(Hit(row, cell.start, cell.end) for row in islice(found, 1))


_VERB_ALONE = regexp(
    r"(?:予以|继续|即行)?(?P<verb>恢复|停止|终止|推迟|延期|暂停|中止|移[出除]|除名|撤出|剔除)"
    r"(?:(?:管控|实体)?(?:名单|清单))?(?=\Z|[,(]|[0-9一二三四五六七八九十半至到自为期\ue000])"
)


def tables_of(act: Act) -> tuple[ActTable, ...]:
    """Return the tables of an act that have a head, asked for once."""
    if act.flow.language != "zh":
        return ()

    def found() -> tuple[ActTable, ...]:
        return tuple(act_tables(act.flow, cells_of(act), partial(names_act, act)))

    return act.flow.once("tables with a head", found, act.body.start, act.body.end)


def table_below(act: Act, sentence: Span) -> ActTable | None:
    """Return the table right behind a sentence that opens it, which tells no deed of its own."""
    said = act.flow.flow[sentence.start : sentence.end].rstrip()
    if not said.endswith(":") and "下表" not in said:
        return None
    near = (t for t in tables_of(act) if 0 <= t.span.start - sentence.end <= _NEAR)
    table = next(near, None)
    return None if table is None or "did" in table.columns or not table.rows else table


_NEAR = 3


_TIMED = ("did", "days", "start", "end")
_UNREAD = Span(0, 0)
"""Stands for a part that a row means, and that cannot be read."""


def _part_told(flow: Flow, cells: dict[str, Span]) -> Span | None:
    """Return the cell that tells the part; none where a row means the whole act."""
    told = None
    for name in ("part", "goods"):
        cell = cells.get(name)
        if cell is None or WHOLE_ACT.fullmatch(flow.flow, cell.start, cell.end):
            continue
        told = cell if PART_CELL.fullmatch(flow.flow, cell.start, cell.end) else _UNREAD
    if told is None and "第" in _text(flow, cells["did"]):
        return cells["did"]
    return told


def _times(act: Act, hit: Hit, name: str, cell: Span) -> tuple[TimeWord, ...]:
    """Return the days of a cell: as its words tell them, a bare day as its column is headed."""
    words = act.times.within(cell.start, cell.end)
    if name in ("start", "end"):
        words = tuple(word for word in words if word.role == name)
    bare = _BARE_DAY.search(act.flow.marked, cell.start, cell.end) if not words else None
    day = act.times.resolved(*bare.span()) if bare is not None and name != "did" else None
    if bare is None or day is None:
        return words
    last = name == "end" or (name == "days" and hit.wording.kind == "extend")
    role: Literal["start", "end"] = "end" if last else "start"
    return (TimeWord(role=role, start=bare.start(), end=bare.end(), wording="a cell", day=day),)


def _of_table(flow: Flow, cells: list[Span]) -> list[Span]:
    """Return the cells up to the first one that is a sentence: there the table is over."""
    return list(takewhile(lambda c: not _PROSE.match(flow.marked, c.start, c.end), cells))


_PROSE = regexp(r"[^\n]{12,}。\s?$|[一二三四五六七八九十]{1,3}、")


def _rows_of_act(flow: Flow, cells: list[Span]) -> Iterator[list[Span]]:
    """Yield the cells behind the name of an act, once for each part that has a cell of its own.

    Where the cell of the act spans several rows, those below it begin with a part.
    """
    parts = [i for i, c in enumerate(cells) if PART_CELL.fullmatch(flow.flow, c.start, c.end)]
    if not parts:
        yield cells[:MOST_CELLS]
        return
    for first, after in pairwise([*parts, len(cells)]):
        yield cells[0 if first == parts[0] else first : min(after, first + MOST_CELLS)]


PART_CELL = regexp(
    r"(?:附(?:件|表|录)\s?[0-9一二三四五六七八九]{0,2}(?:中|所列)?的?)?(?:第?\s?\(?[一二三四五六七八九十0-9]{1,3}\)?\s?[条款项点目](?:的?规定)?[、,和及至与]?\s?){1,8}"
    r"(?:\([^()\n]{1,40}\))?(?:所列物项|物项)?"
    r"|附(?:件|表|录)\s?[0-9一二三四五六七八九]{1,2}"
)
"""A cell that holds nothing but the parts of an act: ``第一条第(二)项``."""
_SOME_PART = regexp(
    r"(?:部分|仅|只|除|其中|其余|其他|剩余|未列|所列)[^\n。]{0,30}|[^\n。]{1,30}(?:部分|物项|条款|要求)"
)
"""A cell that means a part, and does not tell which: nobody may take it for the whole act."""


def _row(act: Act, head: Span, row: list[Span]) -> Row | None:
    """Return what a row does to an act, or to the part that a cell of it names."""
    flow = act.flow
    disposed = next((cell for cell in row if fits_whole(flow, cell)), None)
    hit = disposed_by(flow, disposed) if disposed is not None else None
    if disposed is None or hit is None:
        return None
    part = next((c for c in row if PART_CELL.fullmatch(flow.flow, c.start, c.end)), None)
    before = row[: row.index(disposed)]
    some = (c for c in before if _SOME_PART.fullmatch(flow.flow, c.start, c.end))
    if part is None and any("第" not in _text(flow, c) for c in some):
        return None
    behind = Span(disposed.start, _row_end(flow, row))
    life = _life(act, hit, disposed, behind)
    if life == Life() and row[0].start < disposed.start:
        told = act.times.within(row[0].start, disposed.start)
        life = life_of(told) if told else life
    return Row(head, disposed, hit, _begun(act, head, _only_start(hit, life)), part)


def _only_start(hit: Hit, life: Life) -> Life:
    """Return the life of a later start without the same day as a last one: ``推迟至…``."""
    if hit.wording.kind != "postpone" or life.start is None:
        return life
    return Life(start=life.start)


def _text(flow: Flow, cell: Span) -> str:
    return flow.flow[cell.start : cell.end]


def names_act(act: Act, cell: Span) -> bool:
    """Tell whether a cell holds nothing but the name of an act, or of a part of it."""
    text = act.flow.marked[cell.start : cell.end]
    return "\ue001" in text and _ACT_CELL.fullmatch(text) is not None


def fits_whole(flow: Flow, cell: Span) -> bool:
    """Tell whether a cell holds nothing but what happens to an act."""
    return DISPOSED.fullmatch(flow.marked, cell.start, cell.end) is not None


def _row_end(flow: Flow, row: list[Span]) -> int:
    """Return where a row ends: before the number that counts the next one."""
    counts = _COUNT.fullmatch(flow.flow, row[-1].start, row[-1].end)
    return row[-1].start if counts and len(row) > 1 else row[-1].end


_COUNT = regexp(r"\(?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[).、]?")
"""The number that counts a row."""


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


_NEXT_CELL = regexp(r"\s{0,4}\|[ \t]{0,4}(?P<day>\ue000{4,44})\s*(?=[|\n]|$)")


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


_VERB = regexp(r"废止|失效|作废|撤销|停止|暂停|中止|恢复")


def row_targets(act: Act, cell: Span, part: Span | None = None) -> tuple[tuple[str, int, int], ...]:
    """Return the act, or its part, that the first cell of a row names, or a cell of its own."""
    found: list[tuple[str, int, int]] = []
    for one in act.namer.named_in(cell.start, cell.end):
        if one.id == act.id:
            continue
        parts = parts_named(act, one, cell, refers=None)
        parts = parts_alone(act, part) if part is not None else parts
        found += [
            (f"{one.id}#{as_counted(one.id, part)}", part.start, part.end) for part in parts
        ] or ([] if part is not None else [(one.id, one.start, one.end)])
    return tuple(found)
