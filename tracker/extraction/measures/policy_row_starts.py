"""From which day does each row of a policy table hold, where paragraphs tell it row by row?

A row is meant by its number (``the entry at Sl. No. 2``), by its code (``the policy for ITC(HS)
8505 11 10``), or as one of the rest; its day stands behind it, else before it.
"""

import re
from collections.abc import Iterator

from tracker.extraction.act import Act
from tracker.extraction.days.start_words import OF_ROWS
from tracker.extraction.days.times import Life, TimeWord, life_of
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.policy_tables import Row
from tracker.extraction.spelling.regexps import regexp

_OWN_START = regexp(r"\b(?:effect|effective|force|operative|apply|applies|applicable)\b")
_REST = regexp(
    r"\b(?:the\s)?(?:remaining|other|rest\sof\sthe|all\sother)\s(?:two\s|three\s)?(?:rows?|entr(?:y|ies)|items?|goods|codes?|S)\b"
)
_CODE = regexp(r"(?<![0-9.])[0-9]{4}[ .]?[0-9]{2}[ .]?[0-9]{2}(?:[ .]?[0-9]{2})?(?![0-9])")
OTHERS = ""
"""Stands for the rows that no paragraph names."""
_MOST_ROWS = 60


def told_starts(act: Act, rows: tuple[Row, ...]) -> dict[str, Life]:
    """Return the life of each row that paragraphs date, by its number in the table."""
    found: dict[str, Life] = {}
    tabled = Span(rows[0].at.start, rows[-1].span.end) if rows else Span(0, 0)
    for sentence in act.flow.within(act.body.start, act.body.end):
        if tabled.start <= sentence.start < tabled.end:
            continue
        if not _OWN_START.search(act.flow.flow, sentence.start, sentence.end):
            continue
        meant = sorted(_meant(act, sentence, rows))
        starts = [w for w in act.times.within(sentence.start, sentence.end) if w.role == "start"]
        for at, names in meant:
            life = _behind(act, at, meant, starts, sentence)
            if life is not None:
                found |= dict.fromkeys(names, life)
    return found


def _meant(
    act: Act, sentence: Span, rows: tuple[Row, ...]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield where a sentence means rows, and which, by their numbers."""
    where = (sentence.start, sentence.end)
    for one in OF_ROWS.finditer(act.flow.flow, *where):
        yield one.start(), tuple(_serials(one["ns"]))
    for one in _CODE.finditer(act.flow.flow, *where):
        code = re.sub(r"[ .]", "", one.group())
        held = tuple(number_of(row, rows) for row in rows if code in row.codes)
        if held:
            yield one.start(), held
    for one in _REST.finditer(act.flow.flow, *where):
        yield one.start(), (OTHERS,)


def number_of(row: Row, rows: tuple[Row, ...]) -> str:
    """Return the number of a row in its table: its serial, else its place."""
    return row.serial or str(rows.index(row) + 1)


def _behind(
    act: Act,
    at: int,
    meant: list[tuple[int, tuple[str, ...]]],
    starts: list[TimeWord],
    sentence: Span,
) -> Life | None:
    """Return the life that is told behind rows, before the next ones, else right before them."""
    after = min((one for one, _ in meant if one > at), default=sentence.end)
    behind = next((w for w in starts if at < w.start), None)
    if behind is None:
        before = [w for w in starts if w.start < at]
        return life_of(before[-1:]) if before else None
    ends = act.times.within(behind.start, max(after, behind.end))
    return life_of((behind, *(w for w in ends if w.role != "start")))


def _serials(written: str) -> Iterator[str]:
    before: int | None = None
    for part in re.finditer(r"(?P<to>to\s)?\(?(?P<n>[0-9]{1,3})", written):
        value = int(part["n"])
        first = before + 1 if part["to"] and before is not None else value
        yield from map(str, range(max(first, value - _MOST_ROWS), value + 1))
        before = value
