"""To whom does an English clause narrow what it does, by a name behind ``in respect of``?

``in the case of Kaldera Marine Systems``, ``for Vell Photonics only``: who is meant may not be
certain; that not everybody is meant is.
"""

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.entity_lists import named_in_run
from tracker.extraction.scope.firm_lists import lists_firms
from tracker.extraction.scope.parties import Party
from tracker.extraction.scope.places import countries
from tracker.extraction.spelling.numerals import ENGLISH_NUMBER
from tracker.extraction.spelling.regexps import regexp

_CAPITAL = r"[A-Z][\w&'-]*\.?"
_RUN = rf"(?P<names>{_CAPITAL}(?:(?:,|,?\sand)?\s(?:{_CAPITAL}|(?:of|de|&)\s{_CAPITAL})){{1,24}})"
_NARROWS = regexp(
    r"\b(?:[Ww]ith\s(?:regard|respect)\sto|[Ii]n\s(?:respect|the\scase|relation|regard)\s(?:of|to)"
    r"|[Aa]s\s(?:regards|concerns)|(?:(?:[Ii]n\s)?[Ss]o\sfar\s|[Ii]nsofar\s)?[Aa]s\s(?:it|they)\s(?:concern|relate|appl(?:y|ie)|affect|list)s?(?:\sto)?)"
    rf"\s(?:the\s(?=[A-Z]))?{_RUN}"
    rf"|\b(?:[Ff]or|[Tt]o|against)\s(?:the\s(?=[A-Z]))?{_RUN.replace('names', 'only')},?\sonly\b"
    r"|\b(?:[a-z]+ed|abeyance|hold)\s(?:for|as\sto|against)\s(?:the\s(?=[A-Z]))?"
    rf"{_RUN.replace('names', 'behind')}"
)
"""What narrows a deed to what a run of capitals names."""
_COUNTED = regexp(
    r"\b(?:(?:[Ww]ith|[Ii]n|[Aa]s)\s(?:the\scase\sof|re(?:gard|spect|lation)s?(?:\s(?:to|of))?)"
    r"|(?<!which\s)(?<!that\s)(?:appl(?:y|ies|ied)|implemented|enforced)\s(?:to|against)|against|towards?|for)"
    rf"\s(?:(?:only|all|the|those|these|other|remaining)\s){{0,2}}{ENGLISH_NUMBER}\s(?:[A-Za-z.]+\s){{0,3}}"
    r"(?:entities|companies|firms|enterprises|parties|persons|organi[sz]ations|institutions)\b"
    r"(?!\s(?:named|listed|placed|enumerated|covered|(?:that\s|which\s)?it\s))"
)
"""What narrows it to some of whom only the number is told: ``with respect to the 16 entities``.

All of whom an act speaks are meant by ``the 11 entities named in it``.
"""
_NO_FIRM = regexp(
    r"\b(?:Regulations?|Orders?|Decisions?|Articles?|Annex(?:es)?|Sections?|Parts?|Paragraphs?|Schedules?|Points?"
    r"|Announcements?|Notices?|Rules?|Licen[cs]es?|Register|FR|Doc|Executive|Titles?|Chapters?|Categor(?:y|ies)"
    r"|Country|Group|Member|States?|Union|Commerce|Acts?|Codes?|ECCNs?|Instructions?|Supplement|List|Items?"
    r"|Commission|Bureau|Department|Ministry|Exceptions?|Circular|Directives?|Proclamation|Determination)\b"
)
"""What stands in runs of capitals that name no firm."""


def _run(flow: Flow, clause: Span) -> Span | None:
    """Return the run of capitals to which a clause narrows what it does."""
    for found in flow.marked_sieve.finditer(_NARROWS, clause.start, clause.end):
        run = Span(*found.span(found.lastgroup or 0))
        words = flow.marked[run.start : run.end]
        if _NO_FIRM.search(words) is None and not countries(flow, run):
            return run
    return None


def narrowed_by_name(flow: Flow, clause: Span) -> tuple[Party, ...]:
    """Return the firms to which a clause is narrowed, in a text that lists firms."""
    run = _run(flow, clause) if flow.language == "en" and lists_firms(flow) else None
    return () if run is None else tuple(named_in_run(flow, run))


def narrows_to_some(flow: Flow, clause: Span) -> bool:
    """Tell whether a clause is narrowed to something that bears a name, or to some firms."""
    if flow.language != "en":
        return False
    counted = flow.marked_sieve.search(_COUNTED, clause.start, clause.end)
    return counted is not None or _run(flow, clause) is not None
