"""Does the number of an English act stand in brackets: behind its title, or with its days?"""

from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.prose.flow import ACT, DAY, Flow, Span
from tracker.extraction.spelling.regexps import regexp

_TITLE = regexp(
    r"\s{0,4}(?:Announcement|Notice|Notification|Decision|Circular|Order)\s(?:of|on|by|from|concerning|regarding)\s[^()\n]{3,200}"
    r"(?:\([^()\n]{2,60}\)[^()\n]{0,100})?\((?:[A-Z][A-Za-z,]{1,20}\s|and\s|of\s|the\s){0,12}\[?$"
)
"""A whole title before the number in the bracket that closes it: ``Notice on …(MOFCOM Notice``."""
_ENFORCED = regexp(
    rf"\s{{0,4}}\[(?:Enforcement|Effective|In\sforce)(?:\s[Dd]ate)?:?\s{DAY}\.?\]?,?\s?\[[A-Za-z,\s]{{0,90}}{ACT[:1]}"
)
"""How the law centre of Korea heads an act: with its first day, then its number, in brackets."""
_PROMULGATED_AS = regexp(
    r"\s{0,4}\([^()\n]{0,160}?\b(?:[Pp]romulgated|[Ii]ssued|[Ee]nacted|[Pp]ublished|[Aa]dopted)\s"
    rf"(?:on\s(?:the\s)?{DAY}\s)?as\s(?:the\s)?(?:[A-Z][A-Za-z,]{{1,20}}\s|and\s|of\s|the\s){{0,12}}{ACT[:1]}"
)
"""A bracket below a title that tells as which order it was promulgated."""
_DATED = regexp(
    rf"\s{{0,4}}(?i:dated|granted|issued|made|date(?:\sof\s(?:grant|issue))?:?)\s(?:on\s)?{DAY}[.,;]?\s?[(\[|\u2013\u2014-]?\s?"
    rf"(?i:(?:licence\s)?(?:reference|ref|number|no)\b[.:]?\s?)?{ACT[:1]}"
)
"""A line below a title with nothing but the day and the number: ``Dated 6 July (OGEL 9)``."""
_CLOSED = regexp(r"\s?\)?\s*$")


def closes_title(flow: Flow, line: Span, named: NamedNumber) -> bool:
    """Tell whether a number in brackets is that of the act which its line is the title of."""
    place = (line.start, named.start + 1)
    if _ENFORCED.match(flow.marked, *place) or _PROMULGATED_AS.match(flow.marked, *place):
        return True
    if named.form == "open_licence" and _DATED.match(flow.marked, *place):
        return _CLOSED.match(flow.flow, named.phrase_end, line.end) is not None
    titled = _TITLE.match(flow.flow[line.start : named.start])
    return titled is not None and _CLOSED.match(flow.flow, named.phrase_end, line.end) is not None
