"""Whom does a sentence put on a list of entities, or take off it, in any voice and order?

``X and Y are added to the Entity List``, ``BIS adds to the Entity List X and Y``, ``BIS takes off
the Entity List the following two entities: X and Y``: verb, voice and place of the names are put
together here.
"""

from collections.abc import Iterator

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_LIST = (
    r"(?:the\s)?(?:BIS\s)?(?:Entity|Unverified|(?:MEU|Military\sEnd[-\s]User)(?:\s\(MEU\))?|Denied\sPersons)\sList\b"
    r"(?:\s\([^()\n]{2,60}\))?(?:\sin\s(?:[Ss]upplement|[Pp]art)\s[^,.;:\n]{2,40}(?:[Nn]o\.\s[0-9]{1,2}[^,.;:\n]{2,40})?)?"
)
_ON = r"(?:to|on|onto|in|under)\s"
_PUTS = (
    r"(?:adds|puts|places|enters|lists|includes|(?:is|are)\s(?:hereby\s)?(?:adding"
    r"|putting|placing|entering|listing))"
)
_PUT = r"(?:added|put|placed|entered|listed|included)"
_LEAD = (
    r"\W{0,4}(?:(?:[A-Z][A-Z ]{3,40}:|\(?[0-9a-z]{1,3}[.)])\s){0,2}"
    r"(?:(?:Effective|As\sof|As\sfrom|From|On|Beginning(?:\son)?|Starting(?:\son)?)\s(?:at\s[^,;]{3,20}\son\s)?\ue000{4,44},\s)?"
)
_NAMES = r"(?P<names>[A-Z0-9][^;:\n\ue000\ue001]{2,2000}?)"
_PASSIVE = regexp(
    rf"{_LEAD}(?:[A-Z][a-z]+\s(?:[a-z]+\s){{0,2}}(?:entit(?:y|ies)|persons?|part(?:y|ies)|compan(?:y|ies)|firms?),\s)?{_NAMES}"
    rf",?\s(?:is|are)\s(?:(?:(?:hereby|also|each|both|all|newly)\s){{0,2}}{_PUT}|now)\s{_ON}{_LIST}"
)
_AND_NOW = regexp(
    rf"\b{_PUTS}\s(?:(?:the\sfollowing\s)?(?:[a-z]+\s){{0,3}}(?:entit(?:y|ies)|persons?|part(?:y|ies)|companies|firms)(?:,\s|:\s|\s))?"
    rf"{_NAMES},?\s{_ON}{_LIST}"
)
_THOSE = (
    r"(?:(?:the\sfollowing|[a-z]+)\s(?:[a-z]+\s){0,2}?(?:entit(?:y|ies)|persons?|part(?:y|ies)|compan(?:y|ies)|firms?|names?|entries)"
    r"(?:,\s[^:;.\n]{3,160}|\s\([^()]{3,160}\))?[:,]\s)?"
)
_NAMES_END = (
    r"(?=,?\s\(?(?:for|which|who|whom|with|under|all|each|both|because|as|from|on"
    r"|effective|added|listed|placed|designated|(?:and\s)?(?:a|now|imposes?|requires?|requiring))\s|,\s\ue000|;|\.?$)"
)
_LIST_FIRST = regexp(rf"\b{_PUTS}\s{_ON}{_LIST},?\s{_THOSE}{_NAMES}{_NAMES_END}")
TAKES_OFF = (
    r"(?:(?:takes?|strikes?|drops?|removes?|deletes?)|(?:taking|striking|dropping"
    r"|removing|deleting))"
)
_OFF_FIRST = regexp(rf"\b{TAKES_OFF}\s(?:off|from)\s{_LIST},?\s{_THOSE}{_NAMES}{_NAMES_END}")


_FOLLOWING_PUT = regexp(
    rf"(?:\b[Tt]he\sfollowing\s[^.;:\n]{{0,60}}?(?:is|are)\s(?:hereby\s)?{_PUT}|\b{_PUTS}\s(?:[a-z]+\s){{1,5}})\s?{_ON}{_LIST}[^.;:\n]{{0,80}}:\s{_NAMES}"
    r"(?=;|\n|$|(?<=\.)\s(?:An?|The|This|These|All|No|BIS|Licenses?)\s[a-z])"
)


_A_LINE = 2_000
"""How far the names may reach that stand below the words which open a list."""


def put_on_list(flow: Flow, sentence: Span) -> Iterator[Span]:
    """Yield where a sentence names those whom it puts on a list."""
    where = (sentence.start, sentence.end)
    opens = flow.flow[where[0] : where[1]].rstrip().endswith(":")
    high = min(len(flow.flow), sentence.end + _A_LINE) if opens else sentence.end
    found = flow.marked_sieve.search(_FOLLOWING_PUT, sentence.start, high)
    found = found or _PASSIVE.match(flow.marked, *where)
    for words in (_LIST_FIRST, _AND_NOW):
        found = found or flow.marked_sieve.search(words, *where)
    if found is not None:
        yield Span(*found.span("names"))


_ADDED_THEN_OUT = regexp(
    rf"{_LEAD}{_NAMES},?\s(?:(?:which|that|who)\s(?:was|were|had\sbeen)\s)?"
    rf"(?:added|placed|listed|put)\s{_ON}{_LIST}"
    r"[^;]{3,240}?,\s(?:is|are)\s(?:hereby\s)?(?:removed|deleted|taken\soff|struck)\b"
)
"""Whom an earlier rule had put on the list, and this one takes off it."""


def taken_off_list(flow: Flow, clause: Span) -> Span | None:
    """Return where a clause names those whom it takes off a list that it names first."""
    found = flow.marked_sieve.search(_OFF_FIRST, clause.start, clause.end)
    found = found or _ADDED_THEN_OUT.match(flow.marked, clause.start, clause.end)
    return None if found is None else Span(*found.span("names"))
