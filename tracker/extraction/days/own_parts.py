"""Which of the parts that a sentence names are parts of the act itself, and not of another law?"""

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.extraction.days.divisions import in_divisions
from tracker.extraction.names.references import Provision, english_provisions
from tracker.extraction.prose.flow import Flow

_OF_ANOTHER = re.compile(
    r"\s(?:of|to)\s(?:the\s)?(?:(?:\(?[A-Z&][\w'()&.-]*|of|and|the|on)\s){1,12}(?:Act|Law|Ordinance|Treaty|Code)\b"
)
_CONFERRED = re.compile(r"\b(?:conferred\sby|pursuant\sto|under|in\saccordance\swith)\s(?:the\s)?$")


_OF_ANNEX = re.compile(r"\s(?:of|in|to)\s(?:the\s|its\s)?(?:Annex|ANNEX|Appendix)\b")
_OF_SUPPLEMENT = re.compile(
    r"\s(?:of|in)\s(?:this|these|the)\s(?:(?i:supplementary\sprovisions?)|[Aa]ddend(?:um|a))\b"
)
OF_SUPPLEMENT = "supplement-"
"""What begins the id of a part of the supplement, which counts anew from one."""


def own_parts(flow: Flow, low: int, high: int) -> Iterator[Provision]:
    """Yield the parts of the act itself: ``section 3 of the Foreign Trade Act`` is none.

    A point of the annex is not the article of the same number: it is ``annex-2``. A larger part
    stands for the articles in it.
    """
    yield from in_divisions(flow, low, high)
    for one in english_provisions(flow.flow, low, high):
        before = flow.flow[max(0, one.start - 40) : one.start]
        if _OF_ANOTHER.match(flow.flow, one.end) or _CONFERRED.search(before):
            continue
        if _OF_SUPPLEMENT.match(flow.flow, one.end):
            yield replace(one, id=f"{OF_SUPPLEMENT}{one.id}")
            continue
        annexed = one.id[:1].isdigit() and _OF_ANNEX.match(flow.flow, one.end)
        yield replace(one, id=f"annex-{one.id}") if annexed else one
