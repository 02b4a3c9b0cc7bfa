"""What does an English list or table do to the acts that it names, a row each?

``(1) Order No. 3 of 2024: repealed;`` in lines, or cells ``Regulation … | suspended until … |
1 May``. A row that says anything else, or that the act stays, is none.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord, life_of
from tracker.extraction.deeds.deed_days import led_in
from tracker.extraction.deeds.deed_wording import Hit
from tracker.extraction.deeds.deeds_english import ENGLISH_DEEDS
from tracker.extraction.deeds.disposition_tables import MOST_CELLS, Row
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp

_KINDS = frozenset({"suspend", "resume", "repeal", "postpone", "extend", "revive"})
_DONE = (
    r"(?:(?:is|are|to\sbe|shall\sbe|will\sbe)\s(?:hereby\s)?)?(?:(?:implementation|application|operation|validity)\s)?"
    r"(?P<verb>repealed|revoked|rescinded|annulled|abolished|withdrawn|cancell?ed|terminated"
    r"|suspended|stayed|paused|put\son\shold|postponed|deferred|delayed|extended|prolonged|resumed|revived)"
)
_TIMES = (
    r"(?:,?\s(?:on|from|until|till|through|to|up\sto|as\s(?:of|from)|with\s(?:immediate\s)?effect(?:\s(?:from|on))?|and\s(?:including\s)?)"
    r"(?:\s\ue000{4,44}(?:\sinclusive|\s\(inclusive\))?)?){0,4}"
)
_DISPOSED = regexp(rf"(?i:{_DONE}){_TIMES}\s?[.;]?(?:\s(?:and|or))?")
_NAME = regexp(
    r"(?:\(?(?:[0-9]{1,3}|[a-z]|[ivx]{1,5})[.)]\s{1,3}|[-\u2013\u2014\u2022*]\s{1,3})?"
    r"(?P<act>[^\n|:;]{0,160}\ue001{3,160}[^\n|:;\ue001]{0,80}?)\s?"
)
_LINE = regexp(
    rf"{_NAME.pattern}(?::|\s[-\u2013\u2014]{{1,2}})\s{{0,3}}(?P<did>{_DISPOSED.pattern})\s?"
)
"""A row in one line: the act, a colon or a dash, what happens to it."""
_BARE_DAY = regexp(r"\ue000{4,44}")
_NO_SUBJECT = regexp(r"\b(?:is|are|was|were|by|under|pursuant|shall|will|which|that)\b")
"""What in the cell of an act says that it is a sentence, and names no row."""


def english_rows(act: Act) -> Iterator[Row]:
    """Yield the rows of lists and tables that do something to another act, with their days."""
    flow = act.flow
    if flow.language != "en" or flow.marked_sieve.search(_LINE_OR_CELL, 0, act.body.end) is None:
        return
    for stretch in (act.body, *act.layout.annexes):
        cells: list[Span] = []
        lines: list[Span] = []
        for line in flow.lines_within(stretch.start, stretch.end):
            found = _LINE.fullmatch(flow.marked, line.start, line.end)
            if found is not None and "|" not in found.group():
                yield from _row(act, [Span(*found.span("act")), Span(*found.span("did"))])
                continue
            if "|" in flow.flow[line.start : line.end]:
                cells += _cells(act, line)
            else:
                lines.append(line)
        yield from _of_cells(act, cells)
        below = tuple(_of_cells(act, lines))
        yield from below if len(below) >= _A_TABLE else ()


_A_TABLE = 2
"""So many rows make a table of lines that hold a cell each: one may be a name over a heading."""
_LINE_OR_CELL = regexp(rf"(?:[:|\n\u2013\u2014-])\s{{0,3}}(?i:{_DONE})")


def _cells(act: Act, line: Span) -> Iterator[Span]:
    at = line.start
    for cell in act.flow.flow[line.start : line.end].split("|"):
        yield act.flow.trimmed(at, at + len(cell))
        at += len(cell) + 1


def _of_cells(act: Act, cells: list[Span]) -> Iterator[Row]:
    """Yield the rows of a table: a cell that holds an act alone, and behind it what is done."""
    heads = [place for place, cell in enumerate(cells) if _names_act(act, cell)]
    for head, after in pairwise([*heads, len(cells)]):
        yield from _row(act, cells[head : min(after, head + 1 + MOST_CELLS)])


def _names_act(act: Act, cell: Span) -> bool:
    marked = act.flow.marked
    if "\ue001" not in marked[cell.start : cell.end]:
        return False
    named = _NAME.fullmatch(marked, cell.start, cell.end)
    return named is not None and _NO_SUBJECT.search(marked, cell.start, cell.end) is None


def _row(act: Act, row: list[Span]) -> Iterator[Row]:
    marked = act.flow.marked
    for place, cell in enumerate(row[1:], start=1):
        done = _DISPOSED.fullmatch(marked, cell.start, cell.end)
        if done is None or not _names_act(act, row[0]):
            continue
        hit = _hit(act, done)
        if hit is not None:
            yield Row(row[0], cell, hit, _life(act, hit, cell, row[place + 1 :]))
        return


def _hit(act: Act, done: re.Match[str]) -> Hit | None:
    """Return the wording of the table of deeds to which the verb of a row belongs."""
    said = f"X is {done['verb'].lower()} until"
    for wording in ENGLISH_DEEDS:
        if wording.kind in _KINDS and wording.pattern.search(said):
            return Hit(replace(wording, needs="target"), *done.span("verb"))
    return None


def _life(act: Act, hit: Hit, cell: Span, behind: list[Span]) -> Life:
    """Return the days of a row: those of its words, and of the next bare days the first one."""
    own = act.times.within(cell.start, cell.end)
    bare = [
        TimeWord(role="start", start=one.start, end=one.end, wording="a cell", day=day)
        for one in behind
        if _BARE_DAY.fullmatch(act.flow.marked, one.start, one.end)
        and (day := act.times.resolved(one.start, one.end)) is not None
    ]
    starts = [word for word in own if word.role == "start"]
    if hit.wording.kind == "extend":
        ends = [replace(word, role="end") for word in bare[:1]]
        return life_of((*own, *(() if own else ends)))
    last = [replace(word, role="end") for word in bare[1:2] if hit.wording.kind == "suspend"]
    life = life_of((*own, *(() if starts else bare[:1]), *(() if len(own) > len(starts) else last)))
    if life.start is None and act.commencement.general is None:
        led = led_in(act, cell)
        return life if led is None else replace(life, start=led.start)
    return life
