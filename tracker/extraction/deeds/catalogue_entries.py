"""What does an act do to the entries of a catalogue: which come, go, or are reworded?"""

import re

from tracker.extraction.act import Act
from tracker.extraction.prose.points import Point
from tracker.extraction.scope.codes import catalogue_entries
from tracker.extraction.scope.terms import Terms


def entries_changed(act: Act, found: tuple[Point, ...]) -> Terms:
    """Read the entries of a catalogue that come, go, or are reworded."""
    terms = Terms()
    keys = {"delete": "entries_removed", "add": "entries_added", "replace": "entries_changed"}
    if not found:
        return _entries_in_rows(act, terms, keys)
    for point in found:
        for leaf in point.items or (point,):
            does = _does(act, leaf) or _does(act, point) or "replace"
            at = _RENUMBERED.search(act.flow.flow, leaf.text, leaf.span.end)
            for code in catalogue_entries(act.flow, leaf.span):
                own = _does_of_line(act, leaf, code.start) or does
                told = own if at is None else "add" if code.start >= at.end() else "delete"
                terms.extend(act.flow, keys[told], (code.code,), code.start, code.end)
    return terms


def _entries_in_rows(act: Act, terms: Terms, keys: dict[str, str]) -> Terms:
    """Read the entries of lines without numbers, each under what was last said to be done.

    Nothing is read where the first entry stands before what is done to it.
    """
    does = None
    for line in act.flow.lines_within(act.body.start, act.body.end):
        codes = catalogue_entries(act.flow, line)
        words = act.flow.flow[line.start : codes[0].start if codes else line.end]
        leads = not codes and ("。" in words or len(words) > _HEADING)
        does = None if leads else _told_in(words) or does
        for code in codes:
            own = _told_in(_rest_of_line(act, code.start)) or does
            if own is None:
                return _entries_told_behind(act, keys)
            terms.extend(act.flow, keys[own], (code.code,), code.start, code.end)
    return terms


def _entries_told_behind(act: Act, keys: dict[str, str]) -> Terms:
    """Read the entries of a table in whose rows what is done stands behind the entry."""
    terms = Terms()
    codes = catalogue_entries(act.flow, act.body)
    ends = (*(code.start for code in codes[1:]), act.body.end)
    for code, end in zip(codes, ends, strict=True):
        row = act.flow.flow[code.end : min(end, code.end + _ROW)]
        own = _told_in(row.partition("。")[0])
        if own is None:
            return Terms()
        terms.extend(act.flow, keys[own], (code.code,), code.start, code.end)
    return terms


_ROW = 80
_HEADING = 30
"""How long a line is at most that tells what is done to the entries below it."""
_DONE_TO_ENTRIES = (
    (
        "replace",
        re.compile(
            r"修改|变更|修订|更新|调整(?!如下|内容|方式)|保留|改[写为]|更名|控制要点[^。;]{0,8}(?:增|改|删|补|有?变)"
            r"|\b(?i:revis(?:ed?|ions?)|chang(?:ed?|es)|modif(?:y|ied)|amend(?:ed|ments?)?|adjust(?:ed)?|reworded|replac(?:ed?|ing)"
            r"|updated|control\spoints\sof)\b"
        ),
    ),
    (
        "delete",
        re.compile(
            r"删|移出|移除|[调撤退]出|取消|不再|剔除|去除"
            r"|\b(?i:delet(?:ed?|ions?)|remov(?:ed?|als?)|struck|dropped|taken\sout|withdrawn|no\slonger)\b"
        ),
    ),
    (
        "add",
        re.compile(
            r"新[增列收]|增[加列补设添]|[纳列收加调]入|添加|补充"
            r"|\b(?i:add(?:ed|itions?)?|new|insert(?:ed)?|includ(?:ed?|ing)|entered)\b"
        ),
    ),
)
"""What is done to the entries of a catalogue; the first row that fits decides."""
_RENUMBERED = re.compile(r"编号(?:相应)?(?:变更|调整|修改|改)[为成]")
"""What stands between the old and the new number of an entry that moves."""


def _does(act: Act, part: Point) -> str | None:
    """Return what the first words of a part do to the entries that it lists."""
    if act.flow.language == "en":
        head = act.flow.flow[part.text : min(part.text + _ENGLISH_HEAD, part.span.end)]
        return _told_in(head.partition(":")[0])
    return _told_in(
        act.flow.flow[part.text : min(part.text + 40, part.span.end)].partition("。")[0]
    )


_ENGLISH_HEAD = 120


def _does_of_line(act: Act, part: Point, at: int) -> str | None:
    """Return what the own line of an entry does to it, where a part holds lines that differ."""
    line = act.flow.flow.rfind("\n", part.text, at)
    return None if line < 0 else _told_in(act.flow.flow[line:at] + _rest_of_line(act, at))


def _rest_of_line(act: Act, at: int) -> str:
    return act.flow.flow[at : at + 40].partition("\n")[0]


def _told_in(head: str) -> str | None:
    """Return what the words around an entry say is done to it."""
    return next((does for does, row in _DONE_TO_ENTRIES if row.search(head)), None)
