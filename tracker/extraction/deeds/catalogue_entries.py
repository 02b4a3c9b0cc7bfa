"""What does an English act do to the entries of a catalogue: which come, go, or are reworded?"""

from tracker.extraction.act import Act
from tracker.extraction.prose.points import Point
from tracker.extraction.scope.codes import catalogue_entries
from tracker.extraction.scope.terms import Terms
from tracker.extraction.spelling.regexps import regexp


def entries_changed(act: Act, found: tuple[Point, ...]) -> Terms:
    """Read the entries of a catalogue that come, go, or are reworded."""
    terms = Terms()
    keys = {"delete": "entries_removed", "add": "entries_added", "replace": "entries_changed"}
    if not found:
        return _entries_in_rows(act, terms, keys)
    for point in found:
        for leaf in point.items or (point,):
            does = _does(act, leaf) or _does(act, point) or "replace"
            for code in catalogue_entries(act.flow, leaf.span):
                own = _does_of_line(act, leaf, code.start) or does
                terms.extend(act.flow, keys[own], (code.code,), code.start, code.end)
    return terms


def _entries_in_rows(act: Act, terms: Terms, keys: dict[str, str]) -> Terms:
    """Read the entries of lines without numbers, each under what was last said to be done.

    Nothing is read where the first entry stands before what is done to it.
    """
    does = None
    for line in act.flow.lines_within(act.body.start, act.body.end):
        codes = catalogue_entries(act.flow, line)
        words = act.flow.flow[line.start : codes[0].start if codes else line.end]
        does = None if not codes and len(words) > _HEADING else _told_in(words) or does
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
        own = _told_in(act.flow.flow[code.end : min(end, code.end + _ROW)])
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
        regexp(
            r"\b(?i:revis(?:ed?|ions?)|chang(?:ed?|es)|modif(?:y|ied)|amend(?:ed|ments?)?|adjust(?:ed)?"
            r"|reworded|replac(?:ed?|ing)|updated|control\spoints\sof)\b"
        ),
    ),
    (
        "delete",
        regexp(
            r"\b(?i:delet(?:ed?|ions?)|remov(?:ed?|als?)|struck|dropped|taken\sout|withdrawn"
            r"|no\slonger)\b"
        ),
    ),
    (
        "add",
        regexp(r"\b(?i:add(?:ed|itions?)?|new|insert(?:ed)?|includ(?:ed?|ing)|entered)\b"),
    ),
)
"""What is done to the entries of a catalogue; the first row that fits decides."""


def _does(act: Act, part: Point) -> str | None:
    """Return what the first words of a part do to the entries that it lists."""
    head = act.flow.flow[part.text : min(part.text + _HEAD, part.span.end)]
    return _told_in(head.partition(":")[0])


_HEAD = 120


def _does_of_line(act: Act, part: Point, at: int) -> str | None:
    """Return what the own line of an entry does to it, where a part holds lines that differ."""
    line = act.flow.flow.rfind("\n", part.text, at)
    return None if line < 0 else _told_in(act.flow.flow[line:at] + _rest_of_line(act, at))


def _rest_of_line(act: Act, at: int) -> str:
    return act.flow.flow[at : at + 40].partition("\n")[0]


def _told_in(head: str) -> str | None:
    """Return what the words around an entry say is done to it."""
    return next((does for does, row in _DONE_TO_ENTRIES if row.search(head)), None)
