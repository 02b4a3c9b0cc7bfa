"""What does the preamble of a rule tell of the entries that its instructions only name?

An instruction may add an entry in five words, ``adding ECCN 1C919 in numerical order``; what the
entry holds then stands before the law, where the rule tells what it changes.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from tracker.extraction.act import Act
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.prose.register_parts import RuleParts
from tracker.extraction.scope.codes import control_codes, customs_codes
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.spelling.regexps import regexp

_HOLDS = regexp(
    r"\b(?:controls?|covers?|adds?|adding|revis(?:es|ing)|appl(?:y|ies)\sto|includes?|specif(?:y|ies)|applicable"
    r"|(?:is|are)\s(?:being\s)?(?:added|revised|created|established|amended))\b"
)
_HEADS = regexp(r"\W{0,6}(?:(?:[a-z]|[0-9]{1,2})[.)]\s)?(?:ECCNs?\s)?$")
"""What before a code says that it heads its own clause, as in a list of entries."""
TELLS_OF_OTHERS = regexp(
    r"(?i)\b(?:would|propos\w+|comment\w*|previously|prior|formerly|currently|until\snow|license\sexceptions?"
    r"|unaffected|was|were|had|suggest\w+|request\w+|considered|declin\w+|examples?|without\sa\slicense)\b"
)
"""What makes a sentence of a preamble one about other rules, other times or other wishes."""
_PIECES = regexp(r";\s(?:and\s)?|\.\s(?=ECCN)")
_MOST = 400


def told_of_entries(flow: Flow, told: Span, codes: Iterable[str]) -> tuple[Span, ...]:
    """Return the clauses of the preamble that say what the entries of these codes hold."""
    wanted = {code.partition(".")[0] for code in codes}
    return tuple(_clauses(flow, told, wanted))[:_MOST] if wanted else ()


def of_entries(flow: Flow, told: Iterable[Span], codes: Iterable[str]) -> Iterator[Span]:
    """Yield the stretches that name one of the entries of these codes."""
    wanted = {code.partition(".")[0] for code in codes}
    for one in told:
        if wanted.intersection(code.code.partition(".")[0] for code in control_codes(flow, one)):
            yield one


def _clauses(flow: Flow, told: Span, wanted: set[str]) -> Iterator[Span]:
    for sentence in flow.within(told.start, told.end):
        if TELLS_OF_OTHERS.search(flow.flow, sentence.start, sentence.end):
            continue
        for clause in _parted(flow, sentence):
            coded = control_codes(flow, clause)
            if not coded or coded[0].code.partition(".")[0] not in wanted:
                continue
            heads = _HEADS.fullmatch(flow.flow, clause.start, coded[0].start)
            if heads or _HOLDS.search(flow.flow, clause.start, clause.end):
                yield clause


def _parted(flow: Flow, sentence: Span) -> Iterator[Span]:
    at = sentence.start
    for stop in _PIECES.finditer(flow.flow, sentence.start, sentence.end):
        yield Span(at, stop.start())
        at = stop.end()
    yield Span(at, sentence.end)


GOODS = frozenset({"control_codes", "hs_codes", "thresholds", "parties", "entries_added"})
_MOST_TOLD = 3
_FREES: dict[object, str] = {"general_licence": "exemption"}
"""A general licence is told as what needs no licence."""


def demanding(act: Act, parts: RuleParts, requirement: object) -> tuple[Span, ...]:
    """Return the sentences of the preamble that say the same of goods which they name by codes."""
    return tuple(islice(_demanding(act, parts, requirement), _MOST_TOLD))


def _demanding(act: Act, parts: RuleParts, requirement: object) -> Iterator[Span]:
    low = parts.summary.end if parts.summary is not None else parts.told.start
    for one in act.flow.within(low, parts.told.end):
        if not control_codes(act.flow, one) and not customs_codes(act.flow, one):
            continue
        demand = requirement_of(act.flow, one)
        if demand is None or _FREES.get(demand[0], demand[0]) != _FREES.get(
            requirement, requirement
        ):
            continue
        others = TELLS_OF_OTHERS.search(act.flow.flow, one.start, demand[2])
        if others is None and not act.namer.named_in(one.start, one.end):
            yield one


_IN_TABLE = regexp(
    r"\b(?:listed|described|set\s(?:out|forth)|specified|identified|classified|enumerated|given|products?|articles?|goods)\s"
    r"(?:[^.;\n]{0,60}\s)?in\s(?P<table>Table\s[0-9A-Z]{1,3})\b"
)
"""How the law of a rule sends to a table of its preamble."""
_TABLE_REACH = 6_000


def tabled_goods(act: Act, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the coded rows of the table to which the words of a rule send."""
    flow = act.flow
    found = (_IN_TABLE.search(flow.flow, one.start, one.end) for one in spans)
    sends = next(filter(None, found), None)
    if sends is None:
        return ()
    headed = re.compile(rf"(?:(?<=\n)|^)[ \t]{{0,60}}{re.escape(sends['table'])}\b(?![,;])", re.I)
    head = headed.search(flow.flow, act.body.start, act.body.end)
    if head is None:
        return ()
    high = min(act.body.end, head.end() + _TABLE_REACH)
    lines = (Span(one.start, one.end) for one in flow.lines_within(head.end(), high))
    return tuple(_coded_rows(act, lines))


def _coded_rows(act: Act, lines: Iterator[Span]) -> Iterator[Span]:
    """Yield the lines that hold customs codes, up to the first long line behind them without."""
    found = False
    for line in lines:
        if customs_codes(act.flow, line):
            found = True
            yield line
        elif found and line.end - line.start > _A_PARAGRAPH:
            return


_A_PARAGRAPH = 200
