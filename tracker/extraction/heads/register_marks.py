"""Is a text itself a document of the Federal Register, in whatever layout somebody shows it?

Each mark alone may stand in a text that only tells of a rule; together with the line on which the
register notes when a document was filed they stand in none.
"""

import re
from functools import lru_cache

_HEAD, _TAIL = 3_000, 800
_MARKS = (
    re.compile(r"\b(?:AGENCY|Agency)\b\s?[:.|\n]"),
    re.compile(r"\b(?:ACTION|Action)\b\s?[:.|\n]|\b(?:[Ff]inal|[Tt]emporary|[Ii]nterim)\s(?:[Ff]inal\s)?[Rr]ule\b"),
    re.compile(r"\bRINs?\s[0-9]{4}-[A-Z]{2}[0-9]{2}\b"),
    re.compile(r"\bDocket\s(?:No|ID)"),
    re.compile(r"\b[0-9]{1,2}\sCFR\b"),
    re.compile(r"\b[0-9]{2,3}\sFR\s[0-9]{4,6}\b"),
    re.compile(r"\bFR\sDoc\.?\s"),
    re.compile(r"BILLING\sCODE|Billing\scode"),
    re.compile(r"\b(?:SUMMARY|Summary|DATES|Dates)\b\s?[:.]"),
    re.compile(r"(?:(?<=\n)|^)[^.\n]{0,60}\b(?i:bureau|department|office|administration)\s(?i:of)\b"),
)  # fmt: skip
_FILED = re.compile(r"\bFiled:?\s[0-9]{1,2}-[0-9]{1,2}-[0-9]{2}\b")
_ENOUGH = 3


@lru_cache(maxsize=8)  # one reading asks the same text several times
def is_of_register(flow: str) -> bool:
    """Tell whether a text bears the marks of a document of the register."""
    if _FILED.search(flow) is None:
        return False
    shown = flow[:_HEAD] + "\n" + flow[-_TAIL:]
    return sum(mark.search(shown) is not None for mark in _MARKS) >= _ENOUGH


def filed_at(flow: str) -> int | None:
    """Return where the line of filing begins at the end of a document; the rest is not its own."""
    found = [one.start() for one in _FILED.finditer(flow) if one.start() * 2 > len(flow)]
    return found[-1] if found else None
