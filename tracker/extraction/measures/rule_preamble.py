"""What does the preamble of a rule tell of the entries that its instructions only name?

An instruction may add an entry in five words, ``adding ECCN 1C919 in numerical order``; what the
entry holds then stands before the law, where the rule tells what it changes.
"""

import re
from collections.abc import Iterable, Iterator

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.codes import control_codes

_HOLDS = re.compile(
    r"\b(?:controls?|covers?|adds?|adding|revis(?:es|ing)|appl(?:y|ies)\sto|includes?|specif(?:y|ies)|applicable"
    r"|(?:is|are)\s(?:being\s)?(?:added|revised|created|established|amended))\b"
)
_HEADS = re.compile(r"\W{0,6}(?:(?:[a-z]|[0-9]{1,2})[.)]\s)?(?:ECCNs?\s)?$")
"""What before a code says that it heads its own clause, as in a list of entries."""
TELLS_OF_OTHERS = re.compile(
    r"(?i)\b(?:would|propos\w+|comment\w*|previously|prior|formerly|currently|until\snow|license\sexceptions?"
    r"|unaffected|was|were|had|suggest\w+|request\w+|considered|declin\w+|examples?|without\sa\slicense)\b"
)
"""What makes a sentence of a preamble one about other rules, other times or other wishes."""
_PIECES = re.compile(r";\s(?:and\s)?|\.\s(?=ECCN)")
_MOST = 400


def told_of_entries(flow: Flow, told: Span, codes: Iterable[str]) -> tuple[Span, ...]:
    """Return the clauses of the preamble that say what the entries of these codes hold."""
    wanted = {code.partition(".")[0] for code in codes}
    return tuple(_clauses(flow, told, wanted))[:_MOST] if wanted else ()


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
