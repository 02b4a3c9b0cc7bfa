"""Which limbs does the table of a trade notification bring: one for each policy that binds?"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

import msgspec

from tracker.extraction.act import Act
from tracker.extraction.days.start_words import OF_ROWS
from tracker.extraction.days.times import Life, TimeWord
from tracker.extraction.extracted import ExtractedMeasure
from tracker.extraction.measures.limbs import limb
from tracker.extraction.measures.policy_row_starts import OTHERS, number_of, told_starts
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.policy_tables import Row, by_requirement, policy_rows
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.scope.terms import Terms
from tracker.extraction.spelling.regexps import regexp

_SECOND = regexp(r"(?:(?<=\n)|^)[ \t]{0,4}2\.\s+[A-Z]")
_PARAGRAPH = regexp(r"(?:(?<=\n)|^)[ \t]{0,4}[0-9]{1,2}\.\s[^\n]+")


def table_limbs(act: Act, *, several: bool) -> Iterator[ExtractedMeasure]:
    """Yield a limb for each requirement of the table.

    ``several``: only where the table has more than one; a table with one is read with its text.
    """
    every = policy_rows(act.flow, act.body)
    told = by_requirement(every)
    apart = _lives_of_rows(act, every) if told else {}
    grouped = tuple(
        (requirement, group, life)
        for requirement, rows in told.items()
        for group, life in _by_start(rows, apart, every)
    )
    if not grouped or (several and len(grouped) < 2):
        return
    placed = () if apart else tuple(_by_paragraph(act, told))
    if len(placed) > 1:
        for part, head, requirement, rows in placed:
            yield _limb(act, part, requirement, rows, _lasting(act, head, part))
        return
    binding = _SECOND.search(act.flow.flow, act.body.start, act.body.end) is not None and any(
        requirement_of(act.flow, Span(*one.span()))
        for one in _PARAGRAPH.finditer(act.flow.flow, act.body.start, act.body.end)
        if not OF_ROWS.search(one.group()) and "\ue001" not in act.flow.marked[slice(*one.span())]
        and not _EFFECT_OF.search(one.group())
    )  # fmt: skip
    for count, (requirement, rows, life) in enumerate(grouped, start=1):
        own = number_of(rows[0], every) if not binding else None  # else it would be a paragraph
        part = (own or f"1-{count}") if len(grouped) > 1 else "sole"
        yield _limb(act, part, requirement, rows, life)


_HEAD = regexp(
    r"(?:(?<=\n)|^)[ \t]{0,8}(?:(?P<n>[0-9]{1,2})\.\s{1,3}(?:\((?P<first>[a-h])\)\s{1,3})?"
    r"|\((?P<letter>[a-h])\)\s{1,3})(?=[A-Z])[^|\n]{12,}(?=\n|\Z)"
)
"""The words of a paragraph, or of a part of one, that lead to a table of its own."""


def _by_paragraph(
    act: Act, told: dict[str, tuple[Row, ...]]
) -> Iterator[tuple[str, Span, str, tuple[Row, ...]]]:
    """Yield the rows by the part that leads to them, if each part demands one thing only."""
    heads: list[tuple[str, Span]] = []
    paragraph = ""
    for found in _HEAD.finditer(act.flow.flow, act.body.start, act.body.end):
        paragraph = found["n"] or paragraph
        letter = found["first"] or found["letter"]
        heads.append(("-".join(filter(None, (paragraph, letter))), Span(*found.span())))
    ends = [head.end for _, head in heads]
    rows_of: dict[int, list[tuple[str, Row]]] = {}
    for requirement, rows in told.items():
        for row in rows:
            place = bisect_right(ends, row.at.start) - 1
            rows_of.setdefault(place, []).append((requirement, row))
    if -1 in rows_of or any(len({one for one, _ in some}) > 1 for some in rows_of.values()):
        return
    for place, some in sorted(rows_of.items()):
        yield (*heads[place], some[0][0], tuple(row for _, row in some))


def _lasting(act: Act, head: Span, part: str) -> Life | None:
    """Return the life of a part with a table of its own, by what the words before that tell."""
    own = act.times.life(head.start, head.end)
    life = act.commencement.of(part) or _effect_told(act)
    if own.start is not None or life is None:
        return own if own.start or own.end else None
    return replace(life, end=own.end, through=own.through) if own.end else life


def _lives_of_rows(act: Act, rows: tuple[Row, ...]) -> dict[str, Life]:
    """Return the life of each row, by its number, that starts or ends on a day of its own."""
    common = act.commencement.general
    found = {
        **dict(_ends_in_cells(act, rows, common)),
        **dict(_starts_in_column(act, rows)),
        **told_starts(act, rows),
    }
    first = common.from_ if common is not None and common.through is None else None
    whole = (key for key, life in found.items() if (life.from_, life.through) == (first, None))
    return found if OTHERS in found else {k: v for k, v in found.items() if k not in set(whole)}


_START_COLUMN = regexp(
    r"(?i)\b(?:effective\s(?:from|date)|date\s(?:of\s(?:effect|commencement|implementation)"
    r"|from\swhich\seffective)|with\seffect\sfrom|w\.?e\.?f\b)"
)
"""The head of the column in which a table tells the first day of each of its rows."""
_SENTENCE_END = regexp(r"[a-z]\.\s|:\s")
_HEAD_OF_TABLE = 300


def _starts_in_column(act: Act, rows: tuple[Row, ...]) -> Iterator[tuple[str, Life]]:
    """Yield the rows, by their serials, with the day that stands in the last cell of each."""
    low = max(act.body.start, rows[0].at.start - _HEAD_OF_TABLE) if rows else 0
    headed = rows and _START_COLUMN.search(act.flow.flow, low, rows[0].at.start)
    if not headed or _SENTENCE_END.search(act.flow.flow, headed.start(), rows[0].at.start):
        return
    for row in rows:
        days = act.flow.days_in(row.span.start, row.span.end)
        day = act.times.resolved(days[-1].start, days[-1].end) if days else None
        if row.serial and day is not None:
            start = TimeWord(
                role="start", start=row.at.start, end=days[-1].end, wording="cell of a row", day=day
            )
            yield row.serial, Life(start=start)


def _ends_in_cells(
    act: Act, rows: tuple[Row, ...], common: Life | None
) -> Iterator[tuple[str, Life]]:
    """Yield the rows whose policy has a last day beside it: ``Prohibited up to 31.12.2027``."""
    for row in rows:
        words = act.times.within(row.span.start, row.span.end)
        end = next((word for word in words if word.role == "end" and word.day), None)
        if end is not None:
            own = next((word for word in words if word.role == "start" and word.day), None)
            start = own or (common.start if common is not None else None)
            yield number_of(row, rows), Life(start=start, end=end, through=end.day)


def _by_start(
    rows: tuple[Row, ...], apart: dict[str, Life], every: tuple[Row, ...]
) -> Iterator[tuple[tuple[Row, ...], Life | None]]:
    """Yield rows of one policy in groups of one start, those of the act itself first."""
    lives: dict[tuple[object, ...], tuple[Life | None, list[Row]]] = {}
    for row in rows:
        own = apart.get(number_of(row, every)) or apart.get(OTHERS)
        days = () if own is None else (own.from_, own.through)
        lives.setdefault(days, (own, []))[1].append(row)
    yield from ((tuple(group), life) for life, group in lives.values())


def without_codes(act: Act, found: tuple[ExtractedMeasure, ...]) -> bool:
    """Tell whether limbs read from the text lack codes of the table, or hold what it frees."""
    rows = policy_rows(act.flow, act.body)
    told = {code for row in rows for code in row.codes}
    free = {code for row in rows if row.policy == "free" for code in row.codes}
    read = {code for one in found for code in one.terms.get("hs_codes", ())}
    return len(found) == 1 and bool(told - read or free & read)


def _limb(
    act: Act, part: str, requirement: str, rows: tuple[Row, ...], apart: Life | None
) -> ExtractedMeasure:
    demand = (requirement, rows[0].at.start, rows[0].span.end)
    codes = Terms()
    for row in rows:
        codes.extend(act.flow, "hs_codes", row.codes, row.at.start, row.at.end)
    whole = limb(
        act, part, requirement=demand, life=apart or act.commencement.of(part) or _effect_told(act),
        spans=tuple(row.span for row in rows), words=tuple(_about(act, rows)),
    )  # fmt: skip
    return msgspec.structs.replace(
        whole, terms={**whole.terms, **codes.data}, evidence=(*whole.evidence, *codes.evidence)
    )


_EFFECT_OF = regexp(r"\bEffect\sof\s(?:this|the)\s(?:Notification|Public\sNotice)\b")


def _effect_told(act: Act) -> Life | None:
    """Return the life that the closing paragraph on the effect of a notification tells."""
    head = _EFFECT_OF.search(act.flow.flow, act.body.start, act.body.end)
    if head is None:
        return None
    for sentence in act.flow.within(head.start() - 4, act.body.end)[:3]:
        life = act.times.life(sentence.start, sentence.end)
        if life.start is not None:
            return life
    return None


def _about(act: Act, rows: tuple[Row, ...]) -> Iterator[Span]:
    """Yield the paragraphs that speak of the codes of some rows, which may free some of them."""
    told = [code for row in rows for code in row.codes]
    for found in _PARAGRAPH.finditer(act.flow.flow, act.body.start, act.body.end):
        if any(code in found.group() for code in told):
            yield Span(*found.span())
