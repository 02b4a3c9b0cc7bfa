"""Who makes an EU act, by the words of its title?"""

import re

from tracker.extraction.heads.layout import Layout
from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.regexps import regexp

EU_MAKERS = (
    (regexp(r"EUROPEAN\s+PARLIAMENT|European\s+Parliament"), ("EP and Council",)),
    (
        regexp(
            r"\bCOUNCIL\b(?!\s+OF)"
            r"|\bCouncil\s+(?:Implementing\s+|Delegated\s+)?(?:Regulation|Decision|Directive)\b"
        ),
        ("Council",),
    ),
    (regexp(r"\bCOMMISSION\b|\bCommission\b"), ("Commission",)),
)
"""Who makes an EU act, by the words of its title."""


def eu_makers(flow: Flow, layout: Layout) -> tuple[str, ...]:
    """Return the codes of the makers that the title names; the first fitting row decides."""
    title = flow.flow[layout.title.start : layout.title.end] if layout.title else ""
    return next((codes for pattern, codes in EU_MAKERS if pattern.search(title[:160])), ())


_RECITALS = regexp(
    r"(?:(?<=\n)|^)(?:[ \t]*(?:(?:THE\s(?:EUROPEAN\s)?(?:COMMISSION|COUNCIL|PARLIAMENT)"
    r"|Whereas|\([0-9]{1,3}\)\s|[-\u2013\u2014]\s)[^\n]{0,6000}"
    r"|(?:Having\sregard|Acting\sin|After\s(?:consulting|transmission)|In\saccordance\swith\sthe\s)"
    r"[^\n]{0,6000}[^.\n])\n){1,300}"
)


_REASONS = regexp(r"Having\sregard|Whereas|,\s*$")
"""What says that a run of paragraphs is one of reasons: the last of them ends with a comma."""


_GOES_ON = regexp(r"Having\sregard[^\n]{0,600}?\b(?:decided|announced)\b[^\n]{0,600}\.\s[A-Z]")
"""A line that begins with a reason and goes on with what is decided."""


def recited(flow: str, start: int, end: int) -> re.Match[str] | None:
    """Return the recitals of an EU act that lost the line behind them: nothing in them binds."""
    found = _RECITALS.match(flow, start, end)
    if found is None or _GOES_ON.search(found.group()):
        return None
    return found if _REASONS.search(found.group()) else None


_EU_NOUN = regexp(r"Directive|Decision|Regulation", re.IGNORECASE)
_EU_ACT = {
    **{"directive": "dir", "decision": "dec", "regulation": "reg"},
    **{"L": "dir", "D": "dec", "R": "reg"},
}
_CELEX = regexp(r"3(?:19|20)[0-9]{2}([RLD])[0-9]{4}$")


def kind_of_act(flow: Flow, number: NamedNumber) -> str:
    """Return what an act of the Union is called in its id, by the noun beside its number."""
    noun = _EU_NOUN.search(flow.flow, max(0, number.start - 12), number.end)
    if noun is None and number.quote.endswith(")"):  # (1999/934/EC) under the title
        noun = flow.sieve.search(_EU_NOUN, 0, number.start)
    celex = _CELEX.search(number.quote)
    told = celex[1] if celex else noun.group().lower() if noun else "regulation"
    return _EU_ACT[told]
