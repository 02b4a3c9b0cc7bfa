"""Which entities does a rule of the Federal Register put on a list?

Their names stand in quotation marks in the instruction that adds them, in the cells of a table
behind it, or in the preamble; what stands in the same table beside them is no name.
"""

import re
from collections.abc import Iterator

from tracker.extraction.flow import Flow, Span
from tracker.extraction.parties import Party, named_parties
from tracker.extraction.register_parts import RuleParts

ENTITIES = re.compile(
    r"\b(?:Entity|Unverified|Military\sEnd[- ]User(?:\s\(MEU\))?|MEU)\sList\b|\bDenied\sPersons\b"
)
_ADDING = re.compile(
    r"\b[Aa]dd(?:ing|s)?\b(?:(?!\b(?:remov|revis|delet)(?:ing|es)\b)[^.;:\"“]){0,240}?"
    r"\b(?:entr(?:y|ies)|entit(?:y|ies)|persons?|part(?:y|ies)|names?)\b"
    r"(?:(?!\b(?:remov|revis|delet)(?:ing|es)\b)[^.;\"“]){0,80}(?=[\"“])"
)
_QUOTED = re.compile(r"[\"“](?P<name>[^\"“”\n]{3,160})[\"”](?:[,;]?\s{0,3}(?:and\s{1,3})?)?")
_ROW = re.compile(r"(?:(?<=\n)|^)(?P<row>[^\n|]*\|[^\n]*)(?=\n|$)")
_DEMAND = re.compile(
    r"(?i)\bfor\sall\sitems\b|\bpresumption\b|\bcase[- ]by[- ]case\b|\b744\.[0-9]"
    r"|\bpolicy\sof\sdenial\b"
)
_SUFFIX = (
    r"(?:Co|Ltd|Limited|Inc|LLC|L\.L\.C|LLP|Corp|Corporation|Company|GmbH|AG|S\.?A|S\.?A\.?S"
    r"|B\.?V|N\.?V|PLC|plc|Sdn|Bhd"
    r"|Pte|Pvt|Pty|FZE|FZCO|FZC|FZ-LLC|OOO|JSC|K\.?K|S\.?p\.?A|S\.?r\.?l|A\.?S|A\.?\u015e|Oy"
    r"|AB|DMCC|LP|LC)"
)
_NAME_ENDS = re.compile(
    rf",?\s{{0,2}}\(?(?:a\.?k\.?a\.?|f\.?k\.?a\.?|also\sknown\sas|formerly|the\sfollowing"
    rf"|alias)\b|[;:|]|,(?!\s?{_SUFFIX}\b)|\.(?=\s[A-Z0-9])(?<!Co\.)(?<!Pte\.)(?<!Pvt\.)(?<!Pty\.)(?<!Sdn\.)"
)
_SHORT_FORM = re.compile(
    r"(?:\b(?:Co|Ltd|Inc|Corp|Sdn|Bhd|Pte|Pvt|Pty|[A-Z])|\.[A-Z]|\.p\.A|\.r\.l)\.$"
)
"""A full stop that is a part of the name."""
_LETTERS = re.compile(r"[A-Za-z\u00c0-\u024f]{2}")
_DETERMINED = re.compile(
    r"\b(?:determined|decided|voted|agreed)\s(?:by\s[a-z ]{3,30}\s)?(?:to\sadd|that)\s"
    r"|\b(?:adds|is\sadding|are\sadding|adding)\s(?=[A-Z])"
)
_LISTED = re.compile(
    r"(?:(?<=\n)|^)[ \t]{0,6}(?:\([0-9]{1,3}\)|[0-9]{1,3}[.)]"
    r"|[-\u2022\u00b7*])[ \t]{0,3}(?P<name>[A-Z][^\n]{2,240})"
)
MOST = 1_000
"""The most names that are read in one rule."""


def added_entities(flow: Flow, parts: RuleParts) -> tuple[Party, ...]:
    """Return the entities that a rule adds, from the surest place that names any.

    Of a rule without instructions nothing is told: its names stand where those of notices do.
    """
    if parts.law is None:
        return ()
    for read in (_instructed, _rows, _cells):
        found = tuple(read(flow, parts.law))
        if found:
            return _once(found)
    return _once(_told(flow, parts.told))


def _once(found: tuple[Party, ...]) -> tuple[Party, ...]:
    kept: dict[str, Party] = {}
    for party in found[:MOST]:
        kept.setdefault(" ".join(party.name.split()), party)
    return tuple(kept.values())


def _instructed(flow: Flow, law: Span) -> Iterator[Party]:
    """Yield the quoted names of the instructions that add entries."""
    for adding in _ADDING.finditer(flow.flow, law.start, law.end):
        at = adding.end()
        while (name := _QUOTED.match(flow.flow, at, law.end)) is not None:
            yield from _party(flow, name.start("name"), name.end("name"), whole=True)
            at = name.end()


def _party(flow: Flow, start: int, end: int, *, whole: bool = False) -> Iterator[Party]:
    """Yield the party whose name begins at ``start``; behind it stand aliases and an address."""
    words = flow.flow[start:end]
    stop = None if whole else _NAME_ENDS.search(words, 2)
    name = words[: stop.start()] if stop else words
    name = name.rstrip(" ,;")
    if name.endswith(".") and not _SHORT_FORM.search(name):
        name = name[:-1]
    lead = len(name) - len(name.lstrip(" -"))
    if _LETTERS.search(name):
        at, to = start + lead, start + len(name)
        yield Party(name=" ".join(flow.text[at:to].split()), start=at, end=to)


def _rows(flow: Flow, law: Span) -> Iterator[Party]:
    """Yield the names of a table whose cells are parted by bars: the cell before the demand."""
    for row in _ROW.finditer(flow.flow, law.start, law.end):
        at, before = row.start("row"), None
        for cell in row["row"].split("|"):
            if before is not None and _DEMAND.search(cell):
                yield from _party(flow, *before)
                break
            if cell.strip():
                lead = len(cell) - len(cell.lstrip())
                before = (at + lead, at + len(cell.rstrip()))
            at += len(cell) + 1


_CELL = re.compile(
    r"(?:(?<=\n)|^)[ \t]{0,4}(?P<name>[^\n|]{3,600})\n[ \t]{0,4}(?=For\s(?:all|any)\s)"
)
"""A cell on a line of its own, before the one that tells for which items the entry counts."""


def _cells(flow: Flow, law: Span) -> Iterator[Party]:
    for cell in _CELL.finditer(flow.flow, law.start, law.end):
        if "  " not in cell["name"].strip():
            yield from _party(flow, cell.start("name"), cell.end("name"))


_AND_ONE = re.compile(
    rf"[,;]\sand\s(?P<name>[A-Z][\w&'-]*(?:\s[A-Z][\w&'-]*){{0,6}},?\s{_SUFFIX}\b\.?(?:,\s?{_SUFFIX}\b\.?)?)"
)
"""One more name behind the destination of those before it."""


def _joined(flow: Flow, sentence: Span) -> Iterator[Party]:
    for one in _AND_ONE.finditer(flow.flow, sentence.start, sentence.end):
        yield from _party(flow, one.start("name"), one.end("name"), whole=True)


def _told(flow: Flow, told: Span) -> tuple[Party, ...]:
    """Return the names of the preamble's sentences and lists that add entities."""
    found: list[Party] = []
    for sentence in flow.within(told.start, told.end):
        if _DETERMINED.search(flow.flow, sentence.start, sentence.end):
            found += named_parties(flow, sentence)
            found += _joined(flow, sentence)
    if found:
        return tuple(found)
    return tuple(
        party
        for line in _LISTED.finditer(flow.flow, told.start, told.end)
        for party in _party(flow, line.start("name"), line.end("name"))
    )
