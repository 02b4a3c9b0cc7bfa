"""Which firms does a Chinese clause mean that points to a table or a list of the same act?

``对表中实体停止执行`` and ``以上实体列入名单`` name nobody: the rows of a table do, which may
stand before the points or behind them.
"""

from collections.abc import Iterator
from itertools import islice

from tracker.extraction.act import Act
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.firms_chinese import firm_runs
from tracker.extraction.scope.parties import Party
from tracker.extraction.spelling.regexps import regexp

_FIRMS = r"(?:实体|企业|公司|机构|主体|单位)"
_TABLE = r"(?:[上下附本此]表(?:[中内]|所?列)?|表(?:[中内]|所?列))"
_FEW = r"[^,。;:\ue000\ue001号令公文]{0,8}?"
IN_TABLE = regexp(rf"(?<!不在)(?<!未列入){_TABLE}的?{_FEW}{_FIRMS}(?!清单|名单)")
"""What in a clause means the firms of a table."""
_POINTS = regexp(
    rf"(?<!不在)(?<!未列入)(?:(?P<behind>下列|以下|如下|下述|后列|[下附]表)|(?P<before>以上|上列|上述|前述|前列|上表)"
    rf"|{_TABLE})(?:所?列|的|[中内])?{_FEW}{_FIRMS}(?!清单|名单)"
)
"""What in a clause means the firms of a table or a list."""
_HEAD = regexp(
    rf"(?:被?(?:列[入名]|移出|涉及|相关|有关)?的?{_FIRMS}(?:中文)?(?:名称|名单|名)?|中文名称?|名称)"
)
_OTHER_HEAD = regexp(
    r"序\s?号|编\s?号|No\.?|(?:英|外|中)文(?:名称?|译名)|又[称名]|别名|原名|地址|国别|国家(?:或地区|/地区)?|备\s?注|所在[国地]"
)
_COUNT = regexp(r"\(?(?:[A-Z]{1,4}-)?[0-9]{1,3}[).、]?")
_CELLS = regexp(r"[^|\t\n]+")
_ENDS = regexp(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]\)|第[一二三四五六七八九十]{1,3}条)|.{24,}。\s*$"
)
_LATIN = regexp(r"[A-Z][A-Za-z0-9 .,&'()/-]{2,80}")
_MOST, _LONGEST_HEAD = 600, 14

Listed = tuple[Span, tuple[Party, ...]]


def pointed_firms(act: Act, clause: Span) -> tuple[Party, ...]:
    """Return the firms of the list to which a clause points: the next, the last, the only one."""
    told = _POINTS.search(act.flow.marked, clause.start, clause.end)
    if told is None:
        return ()
    listed = lists_of_firms(act)
    behind = [firms for span, firms in listed if span.start >= told.start()]
    before = [firms for span, firms in listed if span.end <= told.start()]
    if told["behind"] is not None:
        return next(iter(behind), ())
    if told["before"] is not None:
        return before[-1] if before else ()
    return listed[0][1] if len(listed) == 1 else ()


def lists_of_firms(act: Act) -> tuple[Listed, ...]:
    """Return the tables of an act whose first column of words names firms, asked for once."""
    spans = (act.body, *act.layout.annexes)

    def found() -> tuple[Listed, ...]:
        return tuple(one for span in spans for one in _lists(act.flow, span))

    return act.flow.once("lists of firms", found, act.body.start, act.body.end)


def _lists(flow: Flow, span: Span) -> Iterator[Listed]:
    cells = list(islice(_cells(flow, span), _MOST))
    at = 0
    while at < len(cells):
        head = cells[at]
        short = head.end - head.start <= _LONGEST_HEAD
        at += 1
        if not short or _HEAD.fullmatch(flow.flow, head.start, head.end) is None:
            continue
        first, names = at, list[Party]()
        while at < len(cells) and _ENDS.match(flow.flow, cells[at].start, cells[at].end) is None:
            at += 1
        for name in _names(flow, cells[first:at]):
            names.append(name)
        if names:
            yield Span(head.start, cells[at - 1].end), tuple(names)


def _names(flow: Flow, cells: list[Span]) -> Iterator[Party]:
    """Yield the first name of each row: the cell behind its count, or any that ends as firms do."""
    counted = any(_is_count(flow, cell) for cell in cells)
    opened = not counted
    for cell in cells:
        if _OTHER_HEAD.fullmatch(flow.flow, cell.start, cell.end) is not None:
            continue
        if _is_count(flow, cell):
            opened = True
            continue
        run = next(iter(firm_runs(flow, cell)), ())
        if opened and run:
            yield run[0]
        elif opened and counted and _LATIN.fullmatch(flow.flow, cell.start, cell.end):
            yield Party(name=flow.text[cell.start : cell.end], start=cell.start, end=cell.end)
        opened = not counted


def _is_count(flow: Flow, cell: Span) -> bool:
    return _COUNT.fullmatch(flow.flow, cell.start, cell.end) is not None


def _cells(flow: Flow, span: Span) -> Iterator[Span]:
    for cell in _CELLS.finditer(flow.flow, span.start, span.end):
        trimmed = flow.trimmed(*cell.span())
        if trimmed.end > trimmed.start:
            yield trimmed
