"""Which parts of a licence tell what lies outside it, so that their limits bound it from beyond?

``Consignments of more than 400 kg are excluded`` and ``No consignment of more than 400 kg may be
exported`` both let 400 kg through. What is not permitted stands before the words that say so or
behind them; an exception from it (``unless it weighs less than 5 kg``) is permitted again.
"""

from collections.abc import Iterator

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.thresholds import thresholds
from tracker.extraction.spelling.regexps import regexp

_NO_LESS = r"(?!\s(?:more|less|greater|fewer|higher|lower|larger|smaller)\b)"
_PERMITTED = (
    r"(?:authori[sz]ed|permitted|allowed|covered|included|eligible|available|within|open|valid"
    r"|exported|shipped|sent|supplied|used|made|transferred)\b"
)
OUTSIDE = regexp(
    r"\b(?:(?:do|does|did|shall|will)\snot\s(?:authori[sz]e|permit|apply|cover|extend|include|reach|allow|free)"
    rf"|(?:is|are|remains?)\s(?:not|no\slonger)\s(?:to\sbe\s)?{_PERMITTED}"
    r"|(?:(?:may|must|shall|can)\snot|cannot)\s(?:be\s(?:used|relied\s(?:up)?on|exported|made|shipped|sent|supplied|transferred|consigned)"
    r"|rely\s(?:up)?on|use|make\suse\sof|export|ship|send|supply)"
    r"|(?i:nothing\sin\sthis\slicen[cs]e)|(?:is|are)\s(?:prohibited|ineligible|barred|not(?=\s?[.;,\n]))"
    rf"|(?i:no){_NO_LESS}(?=\s[^.;:\n]{{3,120}}?\s(?:(?:may|shall|can)\sbe|is|are)\s{_PERMITTED}|\s(?:exporter|person)\smay\b)"
    r"|(?i:outside|exclu(?:ded?s?|sions?)|beyond)(?=[\s:.,;])"
    r"|(?i:an?\s)?(?:individual|separate|specific|single)\s(?:[a-z]+\s){0,2}?licen[cs]e\b"
    r"|licen[cs]e\sof\s(?:its|their)\sown)"
)
"""What says that a permission does not reach what is told before it or behind it."""
_TURNS = regexp(
    r";\s|,\s(?:but|while|whereas|and\sthis\slicen[cs]e)\s|\b(?P<except>unless|except(?:\s(?:where|if|for|in))?|save)\s"
)
_LEADS = (":", "-", "\u2013", "\u2014")
"""How a line ends that leads to a list."""
_LISTED = regexp(r"\s*(?:\((?:[0-9]{1,2}|[a-z]{1,4})\)|[a-z]{1,3}[.)]|[-\u2013\u2014\u2022*])\s")


def bounded(flow: Flow, span: Span) -> Iterator[tuple[Span, bool]]:
    """Yield the parts of a licence, and of each whether it tells what lies outside."""
    at = span.start
    for clause, listed in _clauses(flow, span):
        if clause.start < at:
            continue
        out = _outside(flow, clause, listed=listed)
        if out is not None:
            yield Span(at, out.start), False
            yield out, True
            at = out.end
    yield Span(at, span.end), False


def _clauses(flow: Flow, span: Span) -> Iterator[tuple[Span, bool]]:
    """Yield the clauses of a stretch, and a list with its lead as one of them."""
    for sentence in flow.sentences_of(span):
        if flow.flow[sentence.end - 1 : sentence.end] in _LEADS:
            lines = flow.lines_within(sentence.end, span.end)
            stop = sentence.end
            for line in lines:
                if not _LISTED.match(flow.flow, line.start, line.end):
                    break
                stop = min(line.end, span.end)
            if stop > sentence.end:
                yield Span(sentence.start, stop), True
                continue
        at = sentence.start
        for turn in _TURNS.finditer(flow.flow, sentence.start, sentence.end):
            if turn["except"]:
                yield Span(at, turn.start()), False
                at = sentence.end
                break
            yield Span(at, turn.end()), False
            at = turn.end()
        if at < sentence.end:
            yield Span(at, sentence.end), False


def _outside(flow: Flow, clause: Span, *, listed: bool) -> Span | None:
    """Return what of a clause lies outside: behind the words that say so, else before them."""
    said = flow.sieve.search(OUTSIDE, clause.start, clause.end)
    if said is None:
        return None
    behind = Span(said.start(), clause.end)
    if listed or thresholds(flow, behind):
        return behind
    return Span(clause.start, said.end())


_GENERAL = regexp(r"(?:可以?|准予|允许)[^,。;不]{0,6}通用许可")


def general_licence_beside(flow: Flow, at: int, span: Span) -> tuple[str, int, int] | None:
    """Return the general licence by whose use a Chinese sentence says that no other is needed."""
    said = flow.sentence(at)
    low, high = max(said.start, span.start), min(said.end, span.end)
    found = _GENERAL.search(flow.flow, low, high)
    return ("general_licence", *found.span()) if found else None
