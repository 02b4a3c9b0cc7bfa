"""Who makes an EU act, by the words of its title?"""

import re

from tracker.extraction.flow import Flow
from tracker.extraction.layout import Layout

EU_MAKERS = (
    (re.compile(r"EUROPEAN\s+PARLIAMENT|European\s+Parliament"), ("EP and Council",)),
    (re.compile(r"\bCOUNCIL\b(?!\s+OF)"), ("Council",)),
    (re.compile(r"\bCOMMISSION\b|\bCommission\b"), ("Commission",)),
)
"""Who makes an EU act, by the words of its title."""


def eu_makers(flow: Flow, layout: Layout) -> tuple[str, ...]:
    """Return the codes of the makers that the title names; the first fitting row decides."""
    title = flow.flow[layout.title.start : layout.title.end] if layout.title else ""
    return next((codes for pattern, codes in EU_MAKERS if pattern.search(title[:160])), ())
