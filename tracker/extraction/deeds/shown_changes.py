"""Which new words does an act show apart from the sentence that announces them?

``… is amended as set out in section II`` sends to a section of the act itself, ``… as shown in the
table`` to rows of an entry, its present text and its new one.
"""

import re
from collections.abc import Iterator

from tracker.extraction.act import Act
from tracker.extraction.days.times import life_of
from tracker.extraction.deeds.amended_words import effect_of, new_words
from tracker.extraction.deeds.change_tables import cells_within
from tracker.extraction.deeds.other_acts import named_others
from tracker.extraction.deeds.paired_words import QUOTE
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.codes import control_codes, customs_codes
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.scope.terms import Terms, goods
from tracker.extraction.spelling.regexps import regexp

_AS_SHOWN = (
    r"\b(?:amended|changed|revised|modified)\sas\s"
    r"(?:set\sout|shown|described|specified|stated|indicated|follows)"
)
_SECTION = regexp(
    rf"{_AS_SHOWN}\sin\s(?:section|part|paragraph|item|point)\s(?P<part>[IVX]{{1,4}}|[0-9]{{1,2}}|[A-Z])\b"
)
_TABLE = regexp(rf"{_AS_SHOWN}\b[^.;]{{0,40}}\b[Tt]able\b")
_NEXT_SECTION = regexp(r"(?<=\n)[ \t]{0,8}(?:[IVX]{1,5}|[0-9]{1,2}|[A-Z])\.[ \t]{1,4}[A-Z]")
_OLD = regexp(r"(?i)(?:present|existing|old|current|previous|former)\b")
_NEW = regexp(r"(?i)(?:new|revised|amended|replacement|replaced\sby)\b")
_HEAD_CELL, _CODE_CELL = 40, 60
_MOST_CELLS = 400
_TABLE_REACH = 12_000


def shown_words(act: Act, announced: Span) -> tuple[Span, ...]:
    """Return the entries and the new words of the table to which a sentence sends."""
    if _TABLE.search(act.flow.flow, announced.start, announced.end) is None:
        return ()
    return tuple(_rows(act, announced))


def _rows(act: Act, announced: Span) -> Iterator[Span]:
    high = min(act.body.end, announced.end + _TABLE_REACH)
    for code, _, new in _paired_rows(act, Span(announced.end, high), _OLD, _NEW):
        short = code.end - code.start <= _CODE_CELL
        if not short or not (control_codes(act.flow, code) or customs_codes(act.flow, code)):
            return
        yield from (code, new)


_PRINTED = regexp(
    r"(?i)(?:as\s|what\s(?:was|is)\s|text\s(?:as\s)?)?(?:printed|published|incorrect|wrong|error|erroneous|misprint|was\b|reads?\b|appear(?:s|ed))"
    r"|(?i:for|instead\sof|in\s(?:the\s)?place\sof):?$"
)
_CORRECTED = regexp(
    r"(?i)(?:as\s|text\s(?:as\s)?)?(?:corrected|correct\b|correction|right\b|should\s(?:have\s)?(?:read|be)|(?:to\s)?read\b|replace(?:d|ment)?)"
)
_PLACE = regexp(
    r"(?i)(?:where|page|place|location|no\b|number|item|entry|column|line|provision|section|reference|paragraph|position|eccn|code)"
)
"""How a table of misprints is headed: ``Where | As printed | As corrected``."""
_END_OF_TABLE = regexp(r"\[FR\sDoc|BILLING|Dated:|Done\sat|(?:This|These|The)\scorrect|ELI:|ISSN\b")


def corrected_cells(act: Act) -> tuple[Span, ...]:
    """Return the right words of the rows in which a correction shows them beside the wrong ones."""
    return tuple(new for _, _, new in corrected_rows(act, act.body))


def corrected_rows(act: Act, span: Span) -> Iterator[tuple[Span, Span, Span]]:
    """Yield the rows of a table of misprints: where they stand, the wrong words, the right ones."""
    return _paired_rows(act, span, _PRINTED, _CORRECTED)


def _paired_rows(
    act: Act, span: Span, old: re.Pattern[str], new: re.Pattern[str]
) -> Iterator[tuple[Span, Span, Span]]:
    """Yield the rows of a table that has the new words in its last column, beside the old ones."""
    flow = act.flow
    cells = [
        one
        for one in cells_within(flow, span, _MOST_CELLS)
        if not _RULED.fullmatch(flow.flow, one.start, one.end)
    ]
    heads = (
        at
        for at in range(len(cells) - 1)
        if _is_head(act, cells[at], old) and _is_head(act, cells[at + 1], new)
    )
    first = next(heads, None)
    if first is None:
        return
    low = first
    while low and first - low < _PLACES and _is_head(act, cells[low - 1], _PLACE):
        low -= 1
    wide = first + 2 - low
    for at in range(first + 2, len(cells) - wide + 1, wide):
        row = cells[at : at + wide]
        if any(_END_OF_TABLE.match(flow.flow, one.start, one.end) for one in row):
            return
        yield Span(row[0].start, row[-2].start), row[-2], row[-1]


_PLACES = 2
_RULED = regexp(r"[-:=\s]{2,}")
"""The line that a plain table draws below its head."""


def _is_head(act: Act, cell: Span, words: re.Pattern[str]) -> bool:
    short = cell.end - cell.start <= _HEAD_CELL and not QUOTE.search(act.flow.flow, *cell.ends)
    return short and words.match(act.flow.flow, cell.start, cell.end) is not None


def set_out_changes(act: Act) -> Iterator[tuple[ExtractedEffect, Span]]:
    """Yield what a rule changes in another one as one of its sections sets out, and the section."""
    flow = act.flow
    for sentence in flow.within(act.body.start, act.body.end):
        told = _SECTION.search(flow.flow, sentence.start, sentence.end)
        other = next(named_others(act, sentence), None) if told else None
        section = _section(act, told["part"]) if told and other else None
        if other is None or section is None:
            continue
        terms = Terms()
        demand = requirement_of(flow, section)
        if demand is not None:
            terms.put(flow, "requirement", *demand)
        goods(flow, _new_words(act, section), terms)
        life = life_of(act.times.within(sentence.start, sentence.end))
        life = life if life.start is not None else act.commencement.general or life
        yield effect_of(act, "amend", other, terms, life, sentence), section


def _section(act: Act, part: str) -> Span | None:
    """Return the section of an act that bears a number, with its heading."""
    flow = act.flow.flow
    head = re.compile(rf"(?:(?<=\n)|^)[ \t]{{0,8}}{re.escape(part)}\.[ \t]{{1,4}}[A-Z][^\n]*")
    found = head.search(flow, act.body.start, act.body.end) or head.search(flow, 0, act.body.end)
    if found is None:
        return None
    same = part.isalpha() and set(part) <= set("IVX")
    behind = (
        one.start()
        for one in _NEXT_SECTION.finditer(flow, found.end(), act.body.end)
        if not same or set(one.group().split(".")[0].strip()) <= set("IVX")
    )
    return Span(found.start(), next(behind, act.body.end))


def _new_words(act: Act, section: Span) -> Iterator[Span]:
    """Yield the sentences of a section; of those that replace words, only the new ones."""
    for sentence in act.flow.within(section.start, section.end):
        low, high = max(sentence.start, section.start), min(sentence.end, section.end)
        written = [
            after for row, _, after in new_words(act, Span(low, high)) if row.does != "delete"
        ]
        yield from written or [Span(low, high)]
