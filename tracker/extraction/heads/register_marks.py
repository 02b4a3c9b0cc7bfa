"""Is a text itself a document of the Federal Register, in whatever layout somebody shows it?

Each mark alone may stand in a text that only tells of a rule; together with the line on which the
register notes when a document was filed they stand in none.
"""

from functools import lru_cache

from tracker.extraction.spelling.regexps import regexp

_HEAD, _TAIL = 3_000, 800
_MARKS = (
    regexp(r"\b(?:AGENCY|Agency)\b\s?[:.|\n]"),
    regexp(r"\b(?:ACTION|Action)\b\s?[:.|\n]|\b(?:[Ff]inal|[Tt]emporary|[Ii]nterim)\s(?:[Ff]inal\s)?[Rr]ule\b"),
    regexp(r"\bRINs?\s[0-9]{4}-[A-Z]{2}[0-9]{2}\b"),
    regexp(r"\bDocket\s(?:No|ID)"),
    regexp(r"\b[0-9]{1,2}\sCFR\b"),
    regexp(r"\b[0-9]{2,3}\sFR\s[0-9]{4,6}\b"),
    regexp(r"\bFR\sDoc\.?\s"),
    regexp(r"BILLING\sCODE|Billing\scode"),
    regexp(r"\b(?:SUMMARY|Summary|DATES|Dates)\b\s?[:.]"),
    regexp(r"(?:(?<=\n)|^)[^.\n]{0,60}\b(?i:bureau|department|office|administration)\s(?i:of)\b"),
)  # fmt: skip
_FILED = regexp(r"\bFiled:?\s[0-9]{1,2}-[0-9]{1,2}-[0-9]{2}\b")
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
