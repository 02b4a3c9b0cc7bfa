"""Which rows of a table or an annex, by their numbers, does a change take out of another act?

``Sl. No. 4 of the Table annexed to Notification 951 is deleted``, ``In the Annex to the
Announcement, the entries numbered 7 and 9 are struck out``: the list goes on without them.
"""

import re
from collections.abc import Sequence

from tracker.extraction.deeds.large_parts import OF_ACT
from tracker.extraction.names.references import Provision, english_provisions
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp

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
    regexp(rf"{_ROWS}\s(?:of|in|under|to|from)\s{_LIST}{OF_ACT},?\s$"),
    regexp(rf"\b(?:[Ii]n|[Ff]rom)\s{_LIST}{OF_ACT},?\s(?:the\s)?{_ROWS}\s$"),
    regexp(rf"^[^.;]{{0,20}}{_ROWS},?\s$"),
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


_OUT_OF = regexp(r"\s?(?:from|off|out\sof)\s|(?:(?<=\sfrom)|(?<=\soff)|(?<=\sout\sof))\s")
_IN_ONE = regexp(r"(?:\b[Ii]n|\b[Uu]nder|\b[Ff]rom)\s$")


def told_above(flow: str, led: Sequence[Provision], behind: Span) -> str:
    """Return the part of which an item is taken out: told before it, or behind the verb.

    ``In Article 3 of the Order, item (ii) is deleted``, ``Item (ii) is taken off Article 3``.
    """
    if _OUT_OF.match(flow, behind.start):
        outer = english_provisions(flow, behind.start, behind.end)[:1]
    else:
        outer = tuple(
            one for one in led[:-1] if _IN_ONE.search(flow, max(0, one.start - 8), one.start)
        )[-1:]
    return f"{outer[0].id}-" if outer and led[-1].id.partition("-")[0] not in _OUTER else ""


_OUTER = frozenset({"art", "reg", "sec", "annex", "schedule"})
