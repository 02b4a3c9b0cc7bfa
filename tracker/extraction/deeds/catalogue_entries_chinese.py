"""What does a Chinese act do to each entry of a catalogue, and from which day?

An entry is known by its number (``902601X``). What is done to it is told in its own clause, before
or behind it; else in the clauses of its line; else by the line above that leads to a list; else,
in a table, by a cell behind it. So any layout is read: prose, points, lists under a head, rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tracker.extraction.act import Act
from tracker.extraction.deeds.changes_not_made import is_not_made
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.codes import Code, catalogue_entries
from tracker.extraction.spelling.regexps import regexp

_HEAD = r"(?!如下|内容|方式|情况|类型|类别|事项|结果|意见|说明|公告)"
_DONE = (
    (
        "replace",
        regexp(
            rf"(?:修[改订正]|变更|更新|更[正名]|调整){_HEAD}|改[写为称作由用列编]|原[为文]|现文|转[入列为]|移[入至到]"
            r"|控制要点[^。;]{0,12}?(?:增|改|删|补|有?变|扩|缩|调)|(?:名称|表述)[^。;“]{0,4}(?:改|调)"
        ),
    ),
    (
        "delete",
        regexp(
            r"删|移[出除]|[调撤退]出|[撤去]下|撤销|取消|不再(?!按)|剔除|[去清]除|去掉|[换划]出|废止|停止(?:列入|管[理制])"
        ),
    ),
    (
        "add",
        regexp(
            r"新[增列收设]|增[加列补设添录收]|[纳列收加调编补换划]入|[添追]加|补[充列]|添[列入]"
        ),
    ),
)
"""What is done to entries; a change of the text of one may itself add to it or take from it."""
_STAYS = regexp(r"(?:维持|保持)[^,。;]{0,14}不变|不作(?:任何)?(?:调整|修改|变动)|继续(?:适用|有效)")
_CLAUSES = regexp(r"[,;。:](?![^(\n]{0,40}\))")
_QUOTED = regexp(r"“[^”\n]{0,240}”")
_RENUMBERED = regexp(
    r"(?:变更|调整|修改|更改|改|换|转)(?:[为成至列编]|列为|编为)(?:编号)?\s?$|→\s?$"
)
_OPENS = regexp(r"(?:[:。]|者|的|条目)\s*$")
_OF_ENTRIES = regexp(r"条目|目录|清单|下列|以下|如下|[0-9一二两三四五六七八九十]项")
_PROSE = regexp(r"[,。].*[。:]\s*$")
_CELL, _HEADING, _ROW = 12, 60, 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry that is moved; ``words`` is the stretch of text that tells of it."""

    code: Code
    does: str
    words: Span


def entries_moved(act: Act, stretches: Sequence[Span]) -> tuple[Entry, ...]:
    """Return the entries that the text moves, in order; none where one's fate is not told."""
    flow = act.flow
    lines = [line for one in stretches for line in flow.lines_within(one.start, one.end)]
    coded = [(line, catalogue_entries(flow, line)) for line in lines]
    found: list[Entry] = []
    context: str | None = None
    for at, (line, codes) in enumerate(coded):
        if not codes:
            context = _context(act, line, context)
            continue
        if _DOES_BEHIND.search(flow.flow, lines[0].start, line.start) and _cells_of_rows(
            act, coded
        ):
            return _told_behind(act, coded)
        end = next((one.start for one, more in coded[at + 1 :] if more), lines[-1].end)
        told = _told_in_line(act, line, codes, context)
        for code, does, words in zip(codes, told, _words(line, codes, end), strict=True):
            if does is None:
                return _told_behind(act, coded)
            if does != "stays":
                found.append(Entry(code=code, does=does, words=words))
    return tuple(_renumbered(act, found))


_DOES_BEHIND = regexp(
    r"\n[^\n]{0,4}编\s?[号码][^\n]{0,6}\n(?:[^\n。:]{1,12}\n){0,3}?[^\n。:]{0,6}(?:方式|类型|类别|情况|调整|意见|处理|内容|结果)[^\n。:]{0,4}\n"
)
"""The head of a table whose column of numbers stands before that of what is done, cell by cell."""


def _cells_of_rows(act: Act, coded: Sequence[tuple[Span, tuple[Code, ...]]]) -> bool:
    """Tell whether every number of an entry fills a cell of its own."""
    flow = act.flow.flow
    told = [(line, codes) for line, codes in coded if codes]
    return all(flow[line.start : line.end].strip() == codes[0].code for line, codes in told)


def changes_catalogue(act: Act, named: Sequence[str], near: Sequence[Span]) -> bool:
    """Tell whether sentences do something to entries of a catalogue, and the first ``named`` it."""
    if not named or "目录" not in act.flow.flow[near[0].start : near[0].end]:
        return False
    told = [act.flow.flow[one.start : one.end] for one in near]
    doing = [at for at, words in enumerate(told) if _does(words) not in (None, "stays")]
    if not any(catalogue_entries(act.flow, one) for one in near) or not doing:
        return False
    verb = next(m for _, row in _DONE if (m := row.search(told[doing[0]])))
    at = near[doing[0]].start
    return not is_not_made(act, at + verb.start(), at + verb.end())


def _words(line: Span, codes: Sequence[Code], end: int) -> Iterator[Span]:
    """Yield what tells of each entry of a line: from the one before to the next."""
    for at, code in enumerate(codes):
        low = codes[at - 1].end if at else line.start
        yield Span(low, codes[at + 1].start if at + 1 < len(codes) else max(end, code.end))


def _context(act: Act, line: Span, before: str | None) -> str | None:
    """Return what a line without entries says is done to those below it."""
    words = act.flow.flow[line.start : line.end].strip()
    does = _does(words)
    if len(words) <= _CELL:
        return does or before
    heads = _OPENS.search(words) and _OF_ENTRIES.search(words) and len(words) <= _HEADING
    if does is not None and heads:
        return None if does == "replace" and _ANNOUNCES.search(words) else does
    return None if _PROSE.search(words) else before


_ANNOUNCES = regexp(
    r"[作做](?:出|如下|以下|部分)|(?:如下|以下)(?:调整|修改|修订|变动)|部分(?:调整|修[改订])"
)
"""What tells that a catalogue is changed in some way, which the entries tell each."""


def _told_in_line(
    act: Act, line: Span, codes: Sequence[Code], context: str | None
) -> list[str | None]:
    """Return what a line does to each of its entries, by the clauses in which they stand."""
    flow = act.flow.flow
    cuts = [m.end() for m in _CLAUSES.finditer(flow, line.start, line.end)]
    edges = [line.start, *cuts, line.end]
    clauses = [Span(a, b) for a, b in pairwise(edges) if b > a]
    told: list[str | None] = []
    carried: str | None = None
    for at, clause in enumerate(clauses):
        own = [one for one in codes if clause.start <= one.start < clause.end]
        words = flow[clause.start : clause.end]
        if not own:
            carried = _does(words) or carried
            continue
        for code in own:
            before = _does(flow[clause.start : code.start], last=True)
            behind = _does(flow[code.end : clause.end])
            does = before or behind or carried or _behind(flow, clauses[at + 1 :], codes)
            told.append(does or context)
        carried = _does(words) or carried
    return told


def _behind(flow: str, clauses: Sequence[Span], codes: Sequence[Code]) -> str | None:
    """Return what the clauses up to the next entry say is done to the one before them."""
    for clause in clauses:
        if any(clause.start <= one.start < clause.end for one in codes):
            return None
        does = _does(flow[clause.start : clause.end])
        if does is not None:
            return does
    return None


def _does(words: str, *, last: bool = False) -> str | None:
    """Return what words outside of quotation marks say is done to an entry."""
    plain = _QUOTED.sub("“”", words)
    if _STAYS.search(plain):
        return "stays"
    found = [(m, does) for does, row in _DONE for m in row.finditer(plain)]
    if not found:
        return None
    if last:
        return max(found, key=lambda one: one[0].end())[1]
    return found[0][1]


def _told_behind(act: Act, coded: Sequence[tuple[Span, tuple[Code, ...]]]) -> tuple[Entry, ...]:
    """Return the entries of a table in whose rows what is done stands behind the entry."""
    codes = [code for _, more in coded for code in more]
    last = coded[-1][0].end
    found = list[Entry]()
    for code, end in zip(codes, [*(one.start for one in codes[1:]), last], strict=True):
        row = act.flow.flow[code.end : min(end, code.end + _ROW)].partition("。")[0]
        does = _does(row)
        if does is None:
            return ()
        if does != "stays":
            found.append(Entry(code=code, does=does, words=Span(code.start, end)))
    return tuple(found)


def _renumbered(act: Act, found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries; one that gets a new number goes under the old and comes under the new."""
    for at, one in enumerate(found):
        behind = found[at + 1] if at + 1 < len(found) else None
        if behind is not None and _is_new_number(act, behind):
            yield replace(one, does="delete")
        else:
            yield replace(one, does="add") if at and _is_new_number(act, one) else one


def _is_new_number(act: Act, one: Entry) -> bool:
    low = max(one.words.start, one.code.start - _CELL)
    return _RENUMBERED.search(act.flow.flow, low, one.code.start) is not None
