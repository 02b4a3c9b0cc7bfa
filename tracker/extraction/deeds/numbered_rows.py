"""Which rows of a table or an annex, by their numbers, does a change take out of another act?

``Sl. No. 4 of the Table annexed to Notification 951 is deleted``, ``In the Annex to the
Announcement, the entries numbered 7 and 9 are struck out``: the list goes on without them.
"""

import re

from tracker.extraction.deeds.large_parts import OF_ACT
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Span

_LIST = (
    r"(?:the\s)?(?:said\s)?(?P<list>[Tt]able|[Aa]nnex|[Ss]chedule|[Aa]ppendix|[Ll]ist)"
    r"(?:\s(?P<of>[0-9]{1,3}[A-Z]{0,2}|[IVX]{1,6}|[A-H]))?(?![\w-])"
)
_ROWS = (
    r"\b(?P<unit>[Ee]ntr(?:y|ies)|[Rr]ows?|[Ll]ines?|[Ii]tems?|[Ss]erial|Sl\.|S\.)\s?"
    r"(?:(?:[Nn]umber(?:s|ed)?|[Nn]os?\.?)\s?)?"
    r"(?P<rows>[0-9]{1,3}(?:(?:,|\sand|,\sand)\s[0-9]{1,3}){0,9})"
)
_FORMS = (
    re.compile(rf"{_ROWS}\s(?:of|in|under|to|from)\s{_LIST}{OF_ACT},?\s$"),
    re.compile(rf"\b(?:[Ii]n|[Ff]rom)\s{_LIST}{OF_ACT},?\s(?:the\s)?{_ROWS}\s$"),
    re.compile(rf"^[^.;]{{0,20}}{_ROWS},?\s$"),
)
"""The rows before ``is deleted``, and the list behind them, before them, or told in the head."""
_BARE = frozenset({"table", "list"})


def rows_out(flow: str, before: Span, *, of_china: bool) -> tuple[Provision, ...]:
    """Return the numbered rows that stand before a verb that takes them out."""
    words = flow[before.start : before.end]
    found = next((one for form in _FORMS if (one := form.search(words))), None)
    if found is None:
        return ()
    told = found.groupdict()
    unit, of = (told.get("list") or "table").lower(), (told.get("of") or "").lower()
    item = "item-" if found["unit"].lower().startswith("item") else "entry-"
    if of_china:
        above = f"annex-{of}-" if of else "annex-"
    elif of:
        above = f"{unit}-{of}-{item}"
    else:
        above = "" if unit in _BARE else item
    return tuple(
        Provision(
            id=f"{above}{n}", start=before.start + found.start(), end=before.start + found.end()
        )
        for n in re.findall("[0-9]+", found["rows"])
    )
