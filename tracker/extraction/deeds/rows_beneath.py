"""Which part of each act, and until when, does a table mean to which a sentence points?

``下表所列公告或者条款自11月10日起暂停实施,期限见表``: a row tells the act, its part and its days.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord, life_of
from tracker.extraction.deeds.act_cells import cells_of
from tracker.extraction.deeds.act_tables import ActTable, TableRow
from tracker.extraction.deeds.affected_parts import as_counted, parts_named
from tracker.extraction.deeds.change_tables import cells_within
from tracker.extraction.deeds.deeds import Deed
from tracker.extraction.deeds.disposition_tables import (
    PART_CELL,
    WHOLE_ACT,
    firms_of_row,
    fits_whole,
    names_act,
    row_targets,
    table_below,
)
from tracker.extraction.names.references import english_provisions
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_TABLE = regexp(r"(?:下|附|上|列|后)表|表中|表[内列]|表格")
_MOST = 6
_LABEL = regexp(
    r"(?P<none>原[^\n]{0,10}|(?:发布|公布|印发|签发|发文|成文|制定)(?:日期|时间|之日))"
    r"|(?P<end>[^\n。,]{0,8}(?:至|截至|截止|(?<!废)止|届满|到期)(?:日期?|时间|之日)?(?:\([^()\n]{1,10}\))?)"
    r"|(?P<start>[^\n。,]{0,8}(?:起始|起算|生效|废止|失效|恢复|实施|施行|执行|开始|起)(?:日期?|时间|之日)?)"
    r"|(?P<other>[^\n。,]{0,10}(?:日期|时间|期限))"
)
"""What stands above a column of days: the first ones, the last ones, or others."""
_DAY = regexp(r"\ue000{4,44}(?:\(含[^()]{0,4}\))?")
_PROSE = regexp(r"[一二三四五六七八九十]{1,3}[、.]|[^\n]*。")
"""How a line begins, or ends, that belongs to no table."""
_COUNT = regexp(r"[0-9]{1,3}")
"""The number that counts the next row."""
_HEADER = 8


def by_rows(act: Act, deed: Deed) -> Iterator[Deed]:
    """Yield a deed that is done to the acts of a table once for each row, as it tells."""
    flow = act.flow
    table = table_below(act, flow.sentence(deed.words.start))
    if table is not None:
        yield from _of_table(act, deed, table)
        return
    if flow.language == "en":
        yield from _of_columns(act, deed)
        return
    below = all(start >= deed.span.end for _, start, _ in deed.targets)
    if not below or not _TABLE.search(flow.flow, *deed.span.ends):
        yield deed
        return
    cells = list(cells_of(act))
    heads = [i for i, c in enumerate(cells) if names_act(act, c) and c.start >= deed.span.end]
    rows = [Span(cells[i].start, _row_end(flow, cells, i)) for i in heads]
    if not rows or any(fits_whole(flow, cell) for cell in cells[heads[0] :]):
        yield deed
        return
    roles = _roles(flow, cells[max(0, heads[0] - _HEADER) : heads[0]])
    for row in rows:
        moved = _moved(act, row)
        if moved:
            life = _life(act, deed, row, roles)
            until = deed.wording.until if life.through else None
            yield replace(deed, kind=until or deed.kind, span=row, targets=moved, life=life)


_COLUMN = regexp(
    r"(?i)(?:\(?[0-9]\)?\s)?(?:(?P<none>(?:previous|original|old|current|present|former|existing|initial)\b.*|(?:date\s)?(?:made|adopted|published)|subject)"
    r"|(?P<part>(?:extent|parts?|provisions?)\b.*)"
    r"|(?P<end>.*\b(?:until|to|ends?|expir[a-z]+|last|through)\b.*)"
    r"|(?P<start>.*\b(?:from|start[a-z]*|begin[a-z]*|new|effect|effective|date\sof)\b.*)"
    r"|(?P<days>.*\bperiods?\b.*)"
    r"|(?P<act>(?:acts?|instruments?|regulations?|orders?|enactments?|licen[cs]es?|s\.?i\.?|numbers?|no\.?|references?|titles?|names?|decisions?|notices?|announcements?)\b.*))"
)
"""What the column of an English table holds, as its head says."""
_WHOLE = regexp(r"(?i)(?:the\s)?(?:whole|entire|all|every)\b[^|\n]{0,40}|in\sfull|[-\u2013\u2014]")
_MOST_CELLS, _WIDEST, _LONGEST_HEAD = 600, 7, 48
_TOLD = ("part", "start", "end", "days")


def _of_columns(act: Act, deed: Deed) -> Iterator[Deed]:
    """Yield a deed once for each row of an English table in which one of its acts stands."""
    rows = tuple(_headed_rows(act, deed))
    if not rows:
        yield deed
        return
    done: list[Deed] = []
    for target, row in rows:
        part = row.cells.get("part")
        moved = (target,) if part is None else _part_of(act.flow, target, part)
        life = _life_of_row(act, deed, row)
        again = done[-1] if done else None
        if again and (again.life.from_, again.life.through) == (life.from_, life.through):
            done[-1] = replace(again, targets=(*again.targets, *moved))
        elif moved:
            last = next(reversed(row.cells.values()))
            done.append(replace(deed, span=Span(row.head, last.end), targets=moved, life=life))
    yield from done


def _headed_rows(act: Act, deed: Deed) -> Iterator[tuple[tuple[str, int, int], TableRow]]:
    """Yield the acts of a deed, each with the cells of its row, where the table has a head."""
    if not deed.targets or any(deed.words.start < at < deed.words.end for _, at, _ in deed.targets):
        return
    low = act.flow.sentence(deed.words.start).end
    cells = [
        cell
        for stretch in (Span(low, act.body.end), *act.layout.annexes)
        for cell in cells_within(act.flow, stretch, _MOST_CELLS)
        if any(c.isalnum() for c in act.flow.flow[cell.start : cell.end])
    ]
    at = [_act_cell(act, cells, one) for one in deed.targets]
    wide = {after - one for one, after in pairwise(at)} or {*range(_WIDEST, 1, -1)}
    if at[0] < 0 or (len(at) > 1 and len(wide) > 1):
        return
    for width in sorted(wide, reverse=True):
        for column in range(width):
            roles = _roles_of(act.flow, cells, at[0] - column - width, width)
            if not any(role in _TOLD for role in roles):
                continue
            for target, place in zip(deed.targets, at, strict=True):
                row = cells[place - column : place - column + width]
                told = {r: c for r, c in zip(roles, row, strict=False) if r in _TOLD}
                yield target, TableRow(row[0].start, told)
            return


def _act_cell(act: Act, cells: list[Span], target: tuple[str, int, int]) -> int:
    """Return which cell names the act of a target, whose part may stand in one behind it."""
    at = next((n for n, cell in enumerate(cells) if cell.holds(target[1])), -1)
    id = target[0].partition("#")[0]
    back = (
        n
        for n in range(at, max(-1, at - _WIDEST), -1)
        if any(one.id == id for one in act.namer.named_in(*cells[n].ends))
    )
    return next(back, -1)


def _roles_of(flow: Flow, cells: list[Span], low: int, width: int) -> list[str]:
    """Return what the columns hold whose heads stand from ``low`` on; none where one is no head."""
    heads = cells[low : low + width] if low >= 0 else []
    if any(one.end - one.start > _LONGEST_HEAD for one in heads):
        return []
    found = [_COLUMN.fullmatch(flow.flow, *one.ends) for one in heads]
    return [one.lastgroup or "" for one in found if one] if all(found) else []


def _part_of(
    flow: Flow, target: tuple[str, int, int], cell: Span
) -> tuple[tuple[str, int, int], ...]:
    """Return the act, or the parts of it, that the cell of its extent names; else nothing."""
    id = target[0].partition("#")[0]
    if _WHOLE.fullmatch(flow.flow, *cell.ends):
        return ((id, *target[1:]),)
    parts = english_provisions(flow.flow, *cell.ends)
    if not parts or parts[0].start != cell.start or flow.flow[parts[-1].end : cell.end].strip(" ."):
        return ()
    return tuple((f"{id}#{part.id}", part.start, part.end) for part in parts)


def _of_table(act: Act, deed: Deed, table: ActTable) -> Iterator[Deed]:
    """Yield a deed once for each row of the table that it opens: its act or firms, its days."""
    done: list[Deed] = []
    for row in table.rows:
        firms = firms_of_row(act.flow, row)
        part = row.cells.get("part")
        if part is not None and WHOLE_ACT.fullmatch(act.flow.flow, part.start, part.end):
            part = None
        whole = part is None or PART_CELL.fullmatch(act.flow.flow, part.start, part.end)
        moved = row_targets(act, row.cells["act"], part) if "act" in row.cells else deed.targets
        life = _life_of_row(act, deed, row)
        if not moved or not whole or ("firm" in row.cells and not firms):
            continue
        again = done[-1] if done and "act" not in row.cells else None
        if (
            again is not None
            and again.life.through == life.through
            and again.life.from_ == life.from_
        ):
            done[-1] = replace(again, parties=(*again.parties, *firms))
        else:
            done.append(replace(deed, targets=moved, parties=firms or deed.parties, life=life))
    yield from done


def _life_of_row(act: Act, deed: Deed, row: TableRow) -> Life:
    """Return the days of a deed with those that the columns of a row tell."""
    life = deed.life
    for name in ("days", "start", "end"):
        if (cell := row.cells.get(name)) is not None:
            life = _with_cell(act, deed, life, name, cell)
    return life


def _with_cell(act: Act, deed: Deed, life: Life, name: str, cell: Span) -> Life:
    """Return the days of a deed with those of one cell: told in words, ``即日``, or a bare day."""
    found = _BARE.search(act.flow.marked, cell.start, cell.end)
    if name == "days" or (name == "start" and found is None):
        words = act.times.within(cell.start, cell.end)
        if words:
            told = life_of(words)
            return replace(told, start=told.start or life.start)
    day = act.times.resolved(*found.span()) if found is not None else None
    if found is None or day is None:
        return life
    if name == "start" or deed.kind in ("postpone", "resume", "repeal"):
        start = TimeWord(role="start", start=found.start(), end=found.end(), wording="row", day=day)
        return replace(life, start=start)
    if name == "days":
        return life
    whole = _WHOLE_DAY.match(act.flow.marked, found.end(), cell.end) is not None
    end = TimeWord(
        role="end", start=found.start(), end=found.end(), wording="row", day=day,
        boundary="inclusive" if whole else None,
    )  # fmt: skip
    return replace(life, end=end, through=day, computed=False)


_BARE = regexp(r"\ue000{4,44}")
_WHOLE_DAY = regexp(r" ?(?:24 ?(?:[时点]|:00)|\(含)")
"""What behind a last day says that it belongs to the term: ``11月15日24时``."""


def _row_end(flow: Flow, cells: list[Span], head: int) -> int:
    """Return where the row of an act ends: before the next act, or before prose."""
    end = cells[head].end
    for cell in cells[head + 1 : head + _MOST]:
        words = flow.marked[cell.start : cell.end]
        if "\ue001" in words or _PROSE.match(words):
            break
        end = end if _COUNT.fullmatch(words) else cell.end
    return end


def _moved(act: Act, row: Span) -> tuple[tuple[str, int, int], ...]:
    """Return the act of a row, or the parts of it that the row tells."""
    found: list[tuple[str, int, int]] = []
    for one in act.namer.named_in(row.start, row.end):
        if one.id == act.id:
            continue
        parts = parts_named(act, one, row, refers=None)
        found += [
            (f"{one.id}#{as_counted(one.id, part)}", part.start, part.end) for part in parts
        ] or [(one.id, one.start, one.end)]
    return tuple(found)


def _roles(flow: Flow, header: list[Span]) -> list[str | None]:
    """Return what the columns of days hold, in order."""
    labels = (_LABEL.fullmatch(flow.flow, cell.start, cell.end) for cell in header)
    return [label.lastgroup for label in labels if label is not None]


def _life(act: Act, deed: Deed, row: Span, roles: list[str | None]) -> Life:
    """Return the days of a row; a bare day counts as the head of its column says."""
    life = deed.life
    days = list(_DAY.finditer(act.flow.marked, row.start, row.end))
    if len(days) != len(roles):
        return life
    for found, role in zip(days, roles, strict=True):
        day = act.times.resolved(found.start(), found.start() + len(found[0].partition("(")[0]))
        again = role == "start" and deed.kind == "suspend" and life.start is not None
        if day is None or role not in ("start", "end") or again:
            continue
        at, to = found.span()
        if role == "start" or deed.kind == "postpone":
            start = TimeWord(role="start", start=at, end=to, wording="row", day=day)
            life = replace(life, start=start)
        elif deed.kind in ("suspend", "extend"):
            end = TimeWord(role="end", start=at, end=to, wording="row", day=day)
            life = replace(life, end=end, through=day, computed=False)
    return life
