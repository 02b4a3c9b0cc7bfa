"""Which parts does a sentence name by their place: ``the first point``, ``the second``?"""

from collections.abc import Iterator

from tracker.extraction.names.references import Provision, english_provisions
from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.numerals import english_number
from tracker.extraction.spelling.regexps import regexp

_UNITS = (
    r"(?:[Pp]oint|[Pp]aragraph|[Aa]rticle|[Mm]easure|[Ii]tem|[Rr]equirement|[Pp]rohibition|[Ll]imb)"
)
_ORDINAL = regexp(
    r"\b[Tt]he\s(?P<place>first|second|third|fourth|fifth|sixth)\s"
    rf"(?:(?:sub-?)?(?P<inner>{_UNITS})\sof\s(?=(?:[Pp]oint|[Aa]rticle|[Pp]aragraph)\s[0-9IVX])"
    rf"|(?P<unit>{_UNITS})(?=\s(?:shall|will|is|lasts|begins|starts|comes"
    r"|takes|enters|applies|at|from|on|as)\b)"
    r"|(?=(?:shall|begins|starts|comes|takes|enters|applies|at\sonce|immediately|on\s\ue000|from\s\ue000)\b))"
)
_REACH = 40


def ordinal_parts(flow: Flow, low: int, high: int) -> Iterator[Provision]:
    """Yield the parts counted by their place; ``the second item of Point 2`` is ``2-2``."""
    for found in flow.marked_sieve.finditer(_ORDINAL, low, high):
        value = english_number(found["place"])
        if found["inner"] is not None:
            outer = english_provisions(flow.flow, found.end(), min(high, found.end() + _REACH))
            for one in outer[:1]:
                yield Provision(id=f"{one.id}-{value}", start=found.start(), end=one.end)
            continue
        prefix = "art-" if (found["unit"] or "").lower() == "article" else ""
        yield Provision(id=f"{prefix}{value}", start=found.start(), end=found.end())
