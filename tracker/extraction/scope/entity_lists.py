"""Which entities does a rule of the Federal Register put on a list?

Their names stand in quotation marks in the instruction that adds them, in the cells of a table
behind it, or in the preamble; what stands in the same table beside them is no name.
"""

from collections.abc import Iterator
from itertools import islice

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.prose.register_parts import RuleParts
from tracker.extraction.scope.list_moves import put_on_list
from tracker.extraction.scope.parties import Party, named_parties
from tracker.extraction.scope.party_counts import parties_count
from tracker.extraction.scope.places import is_country
from tracker.extraction.spelling.regexps import regexp

ENTITIES = regexp(
    r"\b(?:Entity|Unverified|Military\sEnd[- ]User(?:\s\(MEU\))?|MEU)\sList\b|\bDenied\sPersons\b"
)
_ADDING = regexp(
    r"\b[Aa]dd(?:ing|s)?\b(?:(?!\b(?:remov|revis|delet)(?:ing|es)\b)[^.;:\"“]){0,240}?"
    r"\b(?:entr(?:y|ies)|entit(?:y|ies)|persons?|part(?:y|ies)|names?)\b"
    r"(?:(?!\b(?:remov|revis|delet)(?:ing|es)\b)[^.;\"“]){0,80}?(?=[\"“]|``)"
)
_QUOTED = regexp(
    r"(?:[\"“]|``)(?P<name>[^\"“”`\n]{3,160}?(?:\n[^\"“”`\n]{1,80}?)?)(?:[\"”]|'')(?:[,;]?\s{0,3}(?:and\s{1,3})?)?"
)
_ROW = regexp(r"(?:(?<=\n)|^)(?P<row>[^\n|]*\|[^\n]*)(?=\n|$)")
_DEMAND = regexp(
    r"(?i)\bfor\sall\sitems\b|\bpresumption\b|\bcase[- ]by[- ]case\b|\b744\.[0-9]"
    r"|\bpolicy\sof\sdenial\b"
)
_SUFFIX = (
    r"(?:Co|Ltd|Limited|Inc|LLC|L\.L\.C|LLP|Corp|Corporation|Company|GmbH|AG|S\.?A|S\.?A\.?S"
    r"|B\.?V|N\.?V|PLC|plc|Sdn|Bhd"
    r"|Pte|Pvt|Pty|FZE|FZCO|FZC|FZ-LLC|OOO|JSC|K\.?K|S\.?p\.?A|S\.?r\.?l|A\.?S|A\.?\u015e|Oy"
    r"|AB|DMCC|LP|LC)"
)
_NAME_ENDS = regexp(
    rf",?\s{{0,2}}\(?(?:a\.?k\.?a\.?|f\.?k\.?a\.?|also\sknown\sas|formerly|the\sfollowing"
    rf"|alias)\b|[;:|]|,(?!\s?{_SUFFIX}\b)|\.(?=\s[A-Z0-9])(?<!\bDr\.)(?<!\bSt\.)(?<!\bMr\.)(?<!\bMs\.)(?<!Co\.)(?<!Pte\.)(?<!Pvt\.)(?<!Pty\.)(?<!Sdn\.)"
)
_SHORT_FORM = regexp(
    r"(?:\b(?:Co|Ltd|Inc|Corp|Sdn|Bhd|Pte|Pvt|Pty|[A-Z])|\.[A-Z]|\.p\.A|\.r\.l|\ba\.s|\bs\.r\.o|\bd\.o\.o)\.$"
)
"""A full stop that is a part of the name."""
_LETTERS = regexp(r"[A-Za-z\u00c0-\u024f]{2}")
_DETERMINED = regexp(
    r"\b(?:determined|decided|voted|agreed)\s(?:by\s[a-z ]{3,30}\s)?(?:to\sadd|that)\s"
    r"|\b(?:adds|is\sadding|are\sadding|adding)\s(?=[A-Z])"
)
_LISTED = regexp(
    r"(?:(?<=\n)|^)[ \t]{0,6}(?:\([0-9]{1,3}\)|[0-9]{1,3}[.)]"
    r"|[-\u2022\u00b7*])[ \t]{0,3}(?P<name>[A-Z][^\n]{2,240})"
)
MOST = 1_000
"""The most names that are read in one rule."""


def added_entities(flow: Flow, parts: RuleParts) -> tuple[Party, ...]:
    """Return the entities that a rule adds, from the surest place that names any.

    Where the summary counts them, a place that names as many is surer than all others. Of a rule
    without instructions only what its sentences add counts.
    """
    if parts.law is None:
        return _once(tuple(_decided(flow, parts.told)))
    count = parties_count(flow, parts.summary) if parts.summary is not None else None
    named: list[tuple[Party, ...]] = []
    for read in (_instructed, _rows, _cells, _told, _enlisted, _decided):
        found = _once(tuple(read(flow, parts.told if read in _OF_PREAMBLE else parts.law)))
        if found and count in (None, len(found)):
            return found
        named += [found] if found else []
    return named[0] if named else ()


_ARE = regexp(
    r"\b(?:entit(?:y|ies)|persons?|part(?:y|ies)|compan(?:y|ies)|firms?)\s"
    r"(?:(?:so|being|to\sbe)?\s?(?:added|listed|concerned)\s)?(?:is|are):?\s(?P<names>[A-Z0-9][^:\n]{4,2000})$"
)
_OPENS_LIST = regexp(
    rf"\b(?:adds|adding|to\sadd|added)\b[^:\n]{{0,200}}{ENTITIES.pattern}[^:\n]{{0,120}}:$"
)
_LINE_OF_LIST = regexp(
    r"(?:<bullet>|[-\u2022\u00b7*]|\([0-9]{1,3}\)|[0-9]{1,3}[.)])?\s?(?P<name>[^;\n]{3,160})(?:;(?:\sand)?|\.)\s?"
)


def _enlisted(flow: Flow, told: Span) -> Iterator[Party]:
    """Yield the names of the preamble that no verb adds: ``The four entities are``, or in lines."""
    for sentence in flow.within(told.start, told.end):
        if (run := _ARE.search(flow.flow, sentence.start, sentence.end)) is not None:
            yield from named_in_run(flow, Span(*run.span("names")))
        if _OPENS_LIST.search(flow.flow, sentence.start, sentence.end) is None:
            continue
        for line in flow.lines_within(sentence.end, told.end):
            item = _LINE_OF_LIST.fullmatch(flow.flow, line.start, line.end)
            names = tuple(named_in_run(flow, Span(*item.span("name")))) if item else ()
            if not names and not is_country(flow.flow[line.start : line.end].strip()):
                break
            yield from names


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


_ENTRY_FOR = regexp(r"\bentr(?:y|ies)\sfor\s(?:the\s)?(?=[\"“]|``)")


def quoted_entries(flow: Flow, span: Span) -> tuple[Party, ...]:
    """Return the quoted names of the entries of which a stretch speaks: ``the entry for “X”``."""
    found: list[Party] = []
    for entry in islice(_ENTRY_FOR.finditer(flow.flow, span.start, span.end), MOST):
        at = entry.end()
        while (name := _QUOTED.match(flow.flow, at, span.end)) is not None:
            found += _party(flow, name.start("name"), name.end("name"), whole=True)
            at = name.end()
    return _once(tuple(found))


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


_FOR_ITEMS = regexp(r"(?i)\s*(?:for\s(?:all|any)\sitems|all\sitems|license\srequired\sfor)\b")
"""The cell that tells for which items an entry counts: the name stands before it."""
_CITED = regexp(r"[0-9]{2,3}\sFR\s\S|\[INSERT\b|[0-9]{1,2}/[0-9]{1,2}/(?:20)?[0-9]{2}\.?\s*$")
_HEAD_CELL = regexp(
    r"(?i)\s*(?:federal\sregister\s(?:citation|notice)|country|entity|license\s(?:requirement|review)\b.*"
    r"|(?:requirement|policy|citation)s?|[*\s]+|[-=_\s]+)\s*$"
)
_COUNTRY_CELL = regexp(r"[A-Z][A-Z'.,() -]{3,60}[.]*\s*$")
_OPENS = regexp(r"(?<!alias)(?<!aliases):$")
_MOST_OF_A_ROW = 40


def _cells(flow: Flow, law: Span) -> Iterator[Party]:
    """Yield the names of a table whose cells stand on lines of their own.

    A row ends with its citation. The first of its lines is the name, or the country before it;
    aliases and an address follow, then the cell that tells for which items the entry counts.
    """
    row: list[Span] = []
    for line in flow.lines_within(law.start, law.end):
        words = flow.flow[line.start : line.end]
        if _FOR_ITEMS.match(words):
            yield from _first_of_row(flow, row)
            row = []
        elif _CITED.search(words) or _HEAD_CELL.match(words) or _OPENS.search(words):
            row = []
        else:
            row = [*row[-_MOST_OF_A_ROW:], line]


def _first_of_row(flow: Flow, row: list[Span]) -> Iterator[Party]:
    first = flow.flow[row[0].start : row[0].end] if row else ""
    if len(row) > 1 and (is_country(first) or _COUNTRY_CELL.match(first)):
        row = row[1:]
    if row:
        yield from _party(flow, row[0].start, row[0].end)


_AND_ONE = regexp(
    rf"[,;]\sand\s(?P<name>[A-Z][\w&'-]*(?:\s[A-Z][\w&'-]*){{0,6}},?\s{_SUFFIX}\b\.?(?:,\s?{_SUFFIX}\b\.?)?)"
)
"""One more name behind the destination of those before it."""


def _joined(flow: Flow, sentence: Span) -> Iterator[Party]:
    for one in _AND_ONE.finditer(flow.flow, sentence.start, sentence.end):
        yield from _party(flow, one.start("name"), one.end("name"), whole=True)


_NAMES_OF = regexp(
    r"\b(?:to\sadd|adds|adding|that)\s(?:[^.:]{0,160}:\s)?(?P<names>[A-Z0-9][^:]{4,2000}?)"
    r"(?=,?\s(?:(?:all|both|each|located)\s|under\sthe\sdestination|to\sthe\s(?:Entity|Unverified|Military)"
    r"|for\s(?:acquiring|attempting|their|its|being|actions|activities|supplying|procuring|engaging)|on\sthe\sbasis"
    r"|(?:is|are|has|have)\s)|\.?$)"
)
"""A sentence that lists the names that are added, and what ends the list."""
_LONGEST_LIST = 6_000
_SENTENCES = 60
"""So many sentences that add somebody are read; a rule has a handful."""
_BETWEEN = regexp(
    rf"(?:;|,)\sand\s(?!{_SUFFIX}\b)|;\s|,\s(?!{_SUFFIX}\b)(?=[A-Z0-9])|\sand\s(?=[^,;]*$)"
)
_ALIAS = regexp(r"\s\(?(?:a\.?k\.?a\.?|f\.?k\.?a\.?|also\sknown\sas|formerly)(?=\s)")
_NAME_SHAPE = regexp(
    r"[A-Z0-9][\w&'./()-]*(?:,?\s(?:[A-Z0-9(&][\w&'./()-]*|of|and|for|the|de|f\u00fcr|und|s\.r\.o|d\.o\.o|a\.s)){0,14}"
)


def _enumerated(flow: Flow, sentence: Span) -> Iterator[Party]:
    """Yield the names of a list in running text, each a run of words in capitals."""
    end = min(sentence.end, sentence.start + _LONGEST_LIST)
    listed = _NAMES_OF.search(flow.flow, sentence.start, end)
    if listed is None:
        return
    yield from named_in_run(flow, Span(*listed.span("names")))


def addressed_names(flow: Flow, span: Span) -> tuple[Party, ...]:
    """Return the names of a run in which each has its address, up to a country, behind it.

    Such names are parted by semicolons, as ``MAHAN AIRWAYS, No. 21, Tehran, Iran; and X, …``.
    """
    found: list[Party] = []
    at = span.start
    for run in flow.flow[span.start : span.end].split(";"):
        if not any(is_country(piece.strip(" .")) for piece in run.split(",")[1:]):
            return ()
        low = at + len(run) - len(run.lstrip().removeprefix("and "))
        found += _party(flow, low, at + len(run))
        at += len(run) + 1
    return tuple(found)


_NEXT_SENTENCE = regexp(r"(?<=\.)\s(?=(?:An?|The|This|These|All|No|BIS|Licenses?)\s[a-z])")
"""Where a sentence begins behind a short form at the end of the last name: ``Ltd. A license``."""


def named_in_run(flow: Flow, span: Span) -> Iterator[Party]:
    """Yield the names of a run of names, where every piece of it looks like one."""
    at, words = span.start, flow.flow[span.start : span.end]
    words = _NEXT_SENTENCE.split(words, maxsplit=1)[0]
    bounds = [0, *(place for cut in _BETWEEN.finditer(words) for place in cut.span()), len(words)]
    pieces = [(bounds[i], bounds[i + 1]) for i in range(0, len(bounds), 2)]
    if not all(_NAME_SHAPE.fullmatch(words[low:high].strip(" .")) for low, high in pieces):
        return
    for low, high in pieces:
        alias = _ALIAS.search(words, low, high)
        yield from _party(flow, at + low, at + (alias.start() if alias else high), whole=True)


def _decided(flow: Flow, told: Span) -> Iterator[Party]:
    for sentence in _deciding(flow, told):
        yield from _enumerated(flow, sentence)
        yield from _joined(flow, sentence)
    for sentence in flow.within(told.start, told.end):
        for names in put_on_list(flow, sentence):
            yield from named_in_run(flow, names)


def _deciding(flow: Flow, told: Span) -> Iterator[Span]:
    """Yield the sentences that say who is added."""
    sentences = flow.within(told.start, told.end)
    adding = (s for s in sentences if _DETERMINED.search(flow.flow, s.start, s.end))
    yield from islice(adding, _SENTENCES)


def _told(flow: Flow, told: Span) -> tuple[Party, ...]:
    """Return the names of the preamble's sentences and lists that add entities."""
    found: list[Party] = []
    for sentence in _deciding(flow, told):
        named = tuple(_enumerated(flow, sentence))
        found += named or named_parties(flow, sentence)
        found += _joined(flow, sentence)
    if found:
        return tuple(found)
    return numbered_names(flow, told)


_OF_PREAMBLE = (_told, _enlisted)


def numbered_names(flow: Flow, span: Span) -> tuple[Party, ...]:
    """Return the names with which the numbered lines of a stretch begin."""
    return _once(
        tuple(
            party
            for line in _LISTED.finditer(flow.flow, span.start, span.end)
            for party in _party(flow, line.start("name"), line.end("name"))
        )
    )
