"""What stands in the columns of a Chinese table that has a head: acts, parts, deeds, days, firms?

A page gives its table cell by cell, and an empty cell is not given at all. The head tells how many
columns there are and what they hold; a row is read only where its cells fit them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_WHAT = r"(?:涉及|相关|有关|具体|所属)?的?"
ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number", regexp(r"序\s?号|编\s?号|No\.?")),
    ("old", regexp(r"(?:原|现(?=行|有|暂停)|调整前|此前)[^\n。;]{1,14}")),
    (
        "act",
        regexp(
            rf"(?:[^\n。;]{{2,8}}的|{_WHAT})(?:公告|文件|规章|通知)(?:及条款|名称|文号|编号|号)?|文\s?号|发布文号"
        ),
    ),
    ("part", regexp(rf"{_WHAT}(?:条款|条目|条文|条项|部分|适用范围|范围)(?:序号|编号)?")),
    ("goods", regexp(rf"{_WHAT}(?:物项|商品|产品|货物|技术)(?:名称|范围)?")),
    ("firm", regexp(rf"{_WHAT}(?:实体|企业|公司|机构)(?:名称|中文名称|名单)?|中文名称")),
    (
        "note",
        regexp(
            r"(?:发布|公布|印发|签发|发文|成文|制定|颁布|列入)(?:日期|时间|之日)|备\s?注|说\s?明|名\s?称|标\s?题|(?:英文|外文)名称?|国别|地址"
        ),
    ),
    (
        "end",
        regexp(r"[^\n。;]{0,8}(?:截止|截至|(?<!废)止|终止|届满|到期|[停续]至)(?:日期?|时间)?"),
    ),
    (
        "start",
        regexp(
            r"[^\n。;]{0,8}(?:起始|起算|开始|起|自|生效|实施|施行|恢复|执行|废止|失效)(?:日期?|时间)"
        ),
    ),
    ("days", regexp(r"[^\n。;]{0,6}(?:期限|日期|时间|期间|起止)")),
    (
        "did",
        regexp(
            rf"{_WHAT}(?:处理|处置|调整|实施|执行)?(?:安排|方式|意见|措施|决定|结果|情况|内容)|处理"
        ),
    ),
)
"""What the head of a column says that it holds; of two that fit the first one counts."""
_LONGEST_HEAD = 24
"""More characters no head of a column has."""
FEWEST, _MOST_COLUMNS, _MOST_CELLS = 2, 9, 900


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of a row by what their column holds; ``head`` is where the table begins."""

    head: int
    cells: dict[str, Span]


@dataclass(frozen=True, slots=True)
class ActTable:
    """A table with a head: from its first to its last cell, its columns, and its rows."""

    span: Span
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


Names = Callable[[Span], bool]
"""Tells whether a cell holds nothing but the name of an act."""


def act_tables(flow: Flow, cells: Sequence[Span], names: Names) -> Iterator[ActTable]:
    """Yield the tables whose head has a column of acts, or of firms, and one that tells more."""
    at = 0
    while at < len(cells):
        columns = _columns(flow, cells, at)
        if not _tells(columns):
            at += max(1, len(columns))
            continue
        first = at
        at, rows = _rows(flow, cells, at + len(columns), columns, names)
        yield ActTable(Span(cells[first].start, cells[at - 1].end), columns, tuple(rows))


def _tells(columns: tuple[str, ...]) -> bool:
    told = set(columns)
    one = columns.count("act") == 1 or ("act" not in told and columns.count("firm") == 1)
    return one and len(columns) >= FEWEST and bool(told & {"did", "days", "start", "end", "part"})


def _columns(flow: Flow, cells: Sequence[Span], at: int) -> tuple[str, ...]:
    """Return what the columns hold whose heads stand from ``at`` on, one behind the other."""
    found: list[str] = []
    for cell in cells[at : at + _MOST_COLUMNS]:
        text = flow.flow[cell.start : cell.end]
        short = len(text) <= _LONGEST_HEAD
        role = next((name for name, words in ROLES if short and words.fullmatch(text)), None)
        if role is None or (role in found and role not in ("note", "old")):
            break
        found.append(role)
    return tuple(found)


def _rows(
    flow: Flow, cells: Sequence[Span], at: int, columns: tuple[str, ...], names: Names
) -> tuple[int, list[TableRow]]:
    """Return where the rows end that fit the columns, and those rows."""
    head, rows = at, []
    before: dict[str, Span] = {}
    while at < len(cells) and at - head < _MOST_CELLS:
        row = _row(flow, cells[at : at + len(columns)], columns, names, before)
        if row is None:
            break
        rows.append(TableRow(cells[head - len(columns)].start, row[0]))
        before = row[0]
        at += row[1]
    return at, rows


_PROSE = regexp(r"[^\n]{12,}。\s?$|[一二三四五六七八九十]{1,3}、")
_COUNT = regexp(r"\(?[0-9一二三四五六七八九十]{1,3}[).、]?")
_DAY = regexp(
    r"[^\n。;]{0,12}\ue000[^\n。;]{0,24}|自?本公告[^\n。]{0,14}|即日起?|[-—/无]{1,2}|[^\n。]{0,6}(?:年|个月|日|天)"
)


def _row(
    flow: Flow,
    cells: Sequence[Span],
    columns: tuple[str, ...],
    names: Names,
    before: dict[str, Span],
) -> tuple[dict[str, Span], int] | None:
    """Return the next row and how many cells it takes: one may span those below it."""
    merged = tuple(name for name in columns if name != "act")
    plain = tuple(name for name in merged if name != "number")
    empty = (tuple(n for n in columns if n != gone) for gone in _OFTEN_EMPTY if gone in columns)
    tried = (columns, *empty, *((merged, plain) if "act" in before else ()))
    for fitting in tried:
        if len(cells) < len(fitting):
            continue
        row = dict(zip(fitting, cells, strict=False))
        if all(_fits(flow, name, cell, names) for name, cell in row.items()):
            lent = "act" in columns and "act" not in fitting
            return ({**row, "act": before["act"]} if lent else row), len(fitting)
    return None


_OFTEN_EMPTY = ("end", "note")
"""The columns whose cells may hold nothing: then a page does not give them."""


def _fits(flow: Flow, name: str, cell: Span, names: Names) -> bool:
    """Tell whether a cell may stand in a column."""
    if _PROSE.match(flow.marked, cell.start, cell.end):
        return False
    if name == "act":
        return names(cell)
    if names(cell) and name not in ("note", "old"):
        return False
    if name == "number":
        return _COUNT.fullmatch(flow.flow, cell.start, cell.end) is not None
    if name in ("start", "end", "days"):
        return _DAY.fullmatch(flow.marked, cell.start, cell.end) is not None
    return True
