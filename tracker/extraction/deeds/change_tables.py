"""Which changes does a Chinese act show in a table of what was beside what is to be?

The head of the table tells what its columns hold: the act, its part, the old words, the new ones,
the day. A row is read by what its cells hold: an act, a part or a day is known by itself; what a
row leaves out that the row before told (a cell over several rows) is that of the row before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from tracker.domain.records import EffectKind
from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord
from tracker.extraction.deeds.affected_parts import as_counted
from tracker.extraction.deeds.amended_words import effect_of
from tracker.extraction.deeds.annex_rows import rows_of_annex
from tracker.extraction.deeds.disposition_tables import names_act
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.names.references import Provision, chinese_provisions
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.codes import control_codes
from tracker.extraction.scope.terms import Terms, exemptions, goods, theme
from tracker.extraction.spelling.regexps import regexp

_NOTE = r"(?:\([^()\n]{1,16}\))?"
_TURNED = r"(?:[修更]改|调整|变更|修订|更[新正]|转[版换])"
_ROLES = (
    ("count", r"序号?|行|项次|[Nn]o\.?"),
    (
        "part",
        rf"(?:原(?=公告|文件)|涉及|所涉|所在|相关|有关|对应|{_TURNED})?(?:公告|文件)?的?"
        r"(?:条[文款项目次]|款项|[位部]置|部位|部分|出处|所在处?)(?:序号|编号|位置|内容)?",
    ),
    (
        "act",
        r"(?:原|涉及|所涉|相关|有关)?(?:公告|文件|通知|规章)(?:名称|编号|文号|号)?|文号|发文字号",
    ),
    (
        "goods",
        r"(?:管制|相关)?(?:物项|商品|货物|产品|货\s{0,4}品|技术|货名)(?:名称|描述|名)?|名称|品[名种]"
        r"|描述|备注|说明|计量单位|单位",
    ),
    (
        "old",
        rf"(?:原[^\n]{{0,12}}|旧[^\n]{{0,10}}|现行[^\n]{{0,10}}|错?误[^\n]{{0,4}}"
        rf"|[^\n]{{0,4}}{_TURNED}前[^\n]{{0,10}}){_NOTE}",
    ),
    (
        "new",
        rf"(?:新[^\n]{{0,10}}|现(?!行)[^\n]{{0,8}}|正确?[^\n]{{0,4}}|[^\n]{{0,4}}{_TURNED}后[^\n]{{0,10}}"
        rf"|(?:改|更正|调整|变更|修改|应)为){_NOTE}",
    ),
    ("day", rf"[^\n]{{0,8}}(?:日期|时间|起始日?){_NOTE}"),
)
"""How the head of a column is called, by what the column holds."""
_OF_YEAR = regexp(r"20[0-9]{2}\s?年?版?[^\n。]{0,10}(?:编[号码]|号列|列号|税号|版本?|目录)")
"""The head of a column of codes as they stood in a year: ``2027年商品编号``."""
_LABELS = tuple((name, regexp(words)) for name, words in _ROLES)
_LONGEST_LABEL = 24
_WIDEST, _MOST = 10, 1_200
_CELLS = regexp(r"[ ]{0,4}(?:\||\t| {2,40}|[→⇒])[ |\t→]{0,40}")
_GONE = regexp(
    r"[(\s]{0,3}(?:(?:整|全|该)[条款项个])?(?:予以)?(?:删[除去掉]?|取消|剔除|移出|不再保留|废止|撤销)"
    r"(?:[整全该此]?[条款项])?[)\s。]{0,3}$"
)
_NONE = regexp(
    r"[(\s]{0,3}(?:(?:无|空|[—-]{1,4}|/)(?:,?(?:系|为|属)?新[设增加]?(?:条款|项)?)?|新[设增加]?(?:条款|项)?)[)\s]{0,3}$"
)
_CODES = regexp(r"(?:[0-9]{4}(?:[. ]?[0-9]{2}){2,3}(?![0-9])[\s、,;和及/]{0,3}){1,20}")
_CODE = regexp(r"[0-9]{4}(?:[. ]?[0-9]{2}){2,3}")
_DAY = regexp(r"(?:自\s?)?(?P<day>\ue000{4,44})\s?(?:起(?:施行|实施|执行)?)?")
_PROSE = regexp(
    r"(?:本|上述|以上|前述)(?:公告|调整|表|更正|修改)|特此|除[^。]{0,30}外|注:|商务部|海关总署"
)
_WHOLE_PART = 30


@dataclass(slots=True)
class _Row:
    """What one row tells; ``cells`` are those whose kind only the head of the table can tell."""

    id: str | None
    part: Provision | None
    day: TimeWord | None
    cells: list[Span] = field(default_factory=list)

    def take(self, cell: Span, kind: str, held: object) -> None:
        """Put a cell where it belongs, by what it holds."""
        if kind == "part" and isinstance(held, Provision) and self.part is None:
            self.part = held
        elif kind == "act" and isinstance(held, str):
            self.id = held
        elif kind == "day" and isinstance(held, TimeWord):
            self.day = held
        else:
            self.cells.append(cell)


def changes_in_table(act: Act, id: str | None, low: int, life: Life) -> Iterator[ExtractedEffect]:
    """Yield the changes of the rows of a table, in the act ``id`` where they name no other."""
    id = id or _named_as_changed(act)
    for stretch in (Span(low, act.body.end), *act.layout.annexes):
        cells = list(islice(_cells(act.flow, stretch), _MOST))
        while (head := _head(act.flow, cells)) is not None:
            roles, first = head
            told = _told_above(act, cells[first - len(roles)])
            own, begun = told or (id, life)
            yield from _joined(act, _rows(act, cells[first:], roles, own), roles, begun)
            cells = cells[first:]


def _told_above(act: Act, head: Span) -> tuple[str, Life] | None:
    """Return the one act, and the start, that the sentence right above a table names."""
    above = act.flow.sentence_before(head.start)
    named = {one.id for one in act.namer.named_in(above.start, above.end)} - {act.id}
    if len(named) != 1:
        return None
    words = act.times.within(above.start, above.end)
    starts = [word for word in words if word.role == "start" and word.day]
    return (named.pop(), Life(start=starts[0])) if len(starts) == 1 else None


_TELLS = regexp(
    r"(?:具体|处理)?(?:调整|修改|修订|更正|变更|变动|更改|更新|增[补删]|勘误|处理)?(?:的)?"
    r"(?:内容|情况|事项|方式|类型|说明|结果|意见|后)|(?:调整|修改|修订|更正|变更|变动|更改|更新)"
)
"""The head of a column whose cells tell in words what is done to the part beside them."""


def rows_in_words(act: Act, announced: Span) -> tuple[Span, ...]:
    """Return the rows of a table that names a part and tells in words what is done to it.

    Their cells stand in the order of a sentence: ``第二条第(一)项 | 删除``. The head needs a
    column of parts and behind it one of changes; a row begins with a part, after its count.
    """
    low, high = announced.end, act.body.end
    return act.flow.once("rows in words", lambda: _rows_in_words(act, Span(low, high)), low, high)


def _rows_in_words(act: Act, below: Span) -> tuple[Span, ...]:
    flow = act.flow
    cells = list(islice(_cells(flow, below), _MOST))
    for at, cell in enumerate(cells):
        behind = _of_change(flow, cells, at + 1) if _role(flow, cell) == "part" else None
        if behind is not None:
            return tuple(_told_rows(act, cells[behind:]))
    return ()


def taken_out(act: Act, row: Span) -> Provision | None:
    """Return the part that a row in words takes out whole: ``第二条第(一)项 | 删除``."""
    cells = [cell for cell in _cells(act.flow, row) if _held(act, cell)[0] != "day"]
    if len(cells) < _WITH_WORDS:
        return None
    gone = _GONE.match(act.flow.flow, cells[-1].start, cells[-1].end)
    return part_of_row(act, row) if gone else None


_WITH_WORDS = 2
"""A row in words holds its part and what is done to it."""


def start_of_row(act: Act, row: Span) -> Life | None:
    """Return the start that a cell of a row in words tells: ``第二条 | 删除 | 2026年7月20日``."""
    held = (_held(act, cell)[1] for cell in _cells(act.flow, row))
    day = next((one for one in held if isinstance(one, TimeWord)), None)
    return None if day is None else Life(start=day)


def part_of_row(act: Act, row: Span) -> Provision | None:
    """Return the part that the first cell of a row in words holds."""
    _, held = _held(act, next(_cells(act.flow, row)))
    return held if isinstance(held, Provision) else None


def _of_change(flow: Flow, cells: Sequence[Span], at: int) -> int | None:
    """Return where the rows begin, if the cells from ``at`` are the heads of told changes."""
    low = at
    while at < len(cells) and at - low < _WIDEST:
        told = _TELLS.fullmatch(flow.flow, cells[at].start, cells[at].end)
        if told is None and not (at > low and _role(flow, cells[at]) == "day"):
            break
        at += 1
    return at if at > low else None


def _told_rows(act: Act, cells: Sequence[Span]) -> Iterator[Span]:
    """Yield one stretch for each row: from its part to the last of its cells."""
    flow, row, count = act.flow, None, 0
    for cell in cells:
        if _counts(flow, cell, count + 1):
            count += 1
            continue
        kind, _ = _held(act, cell)
        if kind == "part":
            if row is not None:
                yield row
            row = cell
        elif row is None or _PROSE.match(flow.flow, cell.start):
            break
        else:
            row = Span(row.start, cell.end)
    if row is not None:
        yield row


def _joined(
    act: Act, rows: Iterator[_Row], roles: tuple[str, ...], life: Life
) -> Iterator[ExtractedEffect]:
    """Yield one effect for all rows that change the same part from the same day."""
    joined: dict[tuple[EffectKind, str, Life], tuple[Terms, Span]] = {}
    for row in rows:
        told = _old_and_new(act.flow, row, roles)
        if told is None or row.id is None:
            continue
        *coded, old, new = told
        does, target, terms = _change(act, row, old, new, coded)
        if terms is not None:
            key = does, target, Life(start=row.day) if row.day is not None else life
            first = joined.setdefault(key, (terms, Span(old.start, new.end)))
            if first[0] is not terms:
                first[0].add(terms)
    for (does, target, own), (terms, words) in joined.items():
        yield effect_of(act, does, target, terms, own, words)


_CHANGES_IT = regexp(r"更正|勘误|修改|修订|修正|订正|调整|变更|更新|转版|转换")


def _named_as_changed(act: Act) -> str | None:
    """Return the one other act that a sentence or the title says is changed."""
    for said in (*act.flow.within(act.body.start, act.body.end), *act.titles):
        if _CHANGES_IT.search(act.flow.flow, said.start, said.end):
            named = {one.id for one in act.namer.named_in(said.start, said.end)} - {act.id}
            if named:
                return named.pop() if len(named) == 1 else None
    return None


def _cells(flow: Flow, span: Span) -> Iterator[Span]:
    """Yield the cells of a stretch: its lines, parted at bars, arrows, or wide blanks."""
    for line in flow.lines_within(span.start, span.end) or (span,):  # a row may fill half a line
        at = line.start
        for parted in _CELLS.finditer(flow.flow, line.start, line.end):
            if parted.start() > at:
                yield Span(at, parted.start())
            at = parted.end()
        if at < line.end:
            yield Span(at, line.end)


def cells_within(flow: Flow, span: Span, most: int) -> tuple[Span, ...]:
    """Return the first cells of a stretch, at most so many."""
    return tuple(islice(_cells(flow, span), most))


def _head(flow: Flow, cells: Sequence[Span]) -> tuple[tuple[str, ...], int] | None:
    """Return the kinds of the columns and where the rows begin, if a table has such a head."""
    at = 0
    while at < len(cells):
        roles: list[str] = []
        while at + len(roles) < len(cells) and len(roles) < _WIDEST:
            role = _role(flow, cells[at + len(roles)])
            if role is None or (role in roles and role != "goods"):
                break
            roles.append(role)
        years = sorted(role for role in roles if role.isdigit())
        if len(years) == 2 and years == [role for role in roles if role.isdigit()]:
            roles = ["old" if r == years[0] else "new" if r == years[1] else r for r in roles]
        if "old" in roles and "new" in roles and roles.index("old") < roles.index("new"):
            return tuple(roles), at + len(roles)
        at += 1
    return None


def _role(flow: Flow, cell: Span) -> str | None:
    if cell.end - cell.start > _LONGEST_LABEL:
        return None
    if _OF_YEAR.fullmatch(flow.flow, cell.start, cell.end):
        return flow.flow[cell.start : cell.start + 4]
    told = (name for name, words in _LABELS if words.fullmatch(flow.flow, cell.start, cell.end))
    return next(told, None)


def _rows(
    act: Act, cells: Sequence[Span], roles: tuple[str, ...], id: str | None
) -> Iterator[_Row]:
    """Yield the rows; a row begins with its count, else with what its first column holds."""
    row: _Row | None = None
    before = _Row(id=id, part=None, day=None)
    count = taken = 0
    for cell in cells:
        kind, held = _held(act, cell)
        counts = roles[0] == "count" and _counts(act.flow, cell, count + 1)
        if counts or _begins(roles, kind, row, taken):
            if row is not None:
                yield row
                before = row
            row, taken, count = _Row(id=before.id, part=None, day=before.day), 0, count + counts
        prose = kind == "words" and _PROSE.match(act.flow.flow, cell.start) is not None
        if row is None or prose or (taken >= len(roles) and roles[0] != "count"):
            break
        taken += 1
        if not counts:
            row.take(cell, kind if kind in roles else "words", held)
    if row is not None:
        yield row


def _counts(flow: Flow, cell: Span, value: int) -> bool:
    """Tell whether a cell holds nothing but the count of the next row."""
    return flow.flow[cell.start : cell.end].strip("().、 ") == str(value)


def _begins(roles: tuple[str, ...], kind: str, row: _Row | None, taken: int) -> bool:
    """Tell whether a cell opens a row of a table whose rows bear no counts."""
    if roles[0] == "count":
        return False
    if roles[0] in ("act", "part") and kind == roles[0]:
        return True
    if kind == "part" and "part" in roles and row is not None and row.part is not None:
        return True  # of the act of the row before, whose cell goes over several rows
    return roles[0] in ("old", "goods") and (row is None or taken >= len(roles))


def _held(act: Act, cell: Span) -> tuple[str, object]:
    """Return what a cell holds by itself: a part of an act, an act, a day, or other words."""
    flow = act.flow
    if cell.end - cell.start <= _WHOLE_PART:
        parts = rows_of_annex(act, cell) or chinese_provisions(flow.flow, cell.start, cell.end)
        if parts and parts[0].start == cell.start:
            return "part", parts[0]
    day = _DAY.fullmatch(flow.marked, cell.start, cell.end)
    resolved = act.times.resolved(*day.span("day")) if day else None
    if day is not None and resolved is not None:
        start, end = day.span("day")
        return "day", TimeWord(role="start", start=start, end=end, wording="row", day=resolved)
    named = [one.id for one in act.namer.named_in(cell.start, cell.end) if one.id != act.id]
    if len(named) == 1 and names_act(act, cell):
        return "act", named[0]
    return "words", None


def _old_and_new(flow: Flow, row: _Row, roles: tuple[str, ...]) -> tuple[Span, ...] | None:
    """Return the old and the new words of a row, by the order of the columns that hold words.

    Before them stands the code of the part, where it has a cell more than the columns hold.
    """
    wordy = [role for role in roles if role in ("goods", "old", "new")]
    wordy += [role for role in ("part",) if role in roles and row.part is None]
    more = len(row.cells) - len(wordy)
    coded = more == 1 and row.part is not None and _is_code(flow, row.cells[0])
    if "part" in wordy or (more and not coded):
        return None
    cells = row.cells[more:]
    return (*row.cells[:more], cells[wordy.index("old")], cells[wordy.index("new")])


def _is_code(flow: Flow, cell: Span) -> bool:
    codes = control_codes(flow, cell)
    return len(codes) == 1 and flow.flow[cell.start : cell.end].strip(" ()") == codes[0].code


def _change(
    act: Act, row: _Row, old: Span, new: Span, coded: Sequence[Span]
) -> tuple[EffectKind, str, Terms | None]:
    """Return what a row does to which part of its act, and the new terms.

    ``coded`` holds the cell of the part's code, if it has one.
    """
    flow, id = act.flow, row.id or ""
    part = f"#{as_counted(id, row.part)}" if row.part is not None else ""
    recoded = _CODES.fullmatch(flow.flow, old.start, old.end) is not None
    terms = Terms()
    if _GONE.match(flow.flow, new.start, new.end) or _NONE.match(flow.flow, new.start, new.end):
        if part and not recoded:
            return "repeal", f"{id}{part}", terms
        return "amend", f"{id}{part}", terms if part else None
    if _CODES.fullmatch(flow.flow, new.start, new.end):
        for code in _CODE.finditer(flow.flow, new.start, new.end):
            plain = code.group().replace(".", "").replace(" ", "")
            terms.extend(flow, "hs_codes", (plain,), code.start(), code.end())
        return "amend", f"{id}{part}", terms
    goods(flow, (*coded, new), terms)
    exemptions(flow, new, terms)
    theme(flow, terms, (new,), ())
    if _NONE.match(flow.flow, old.start, old.end) and "-" in part:
        part = part.rpartition("-")[0]
    return "amend", f"{id}{part}", terms if terms.data or part else None
