"""Where does an act say which goods it means by a word that its other articles use?"""

import re
from collections.abc import Iterator
from itertools import islice

from tracker.extraction.act import Act
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import Point
from tracker.extraction.spelling.regexps import regexp

_DEFINES = regexp(
    r"[“\"‘'](?P<name>[A-Za-z][\w\s-]{3,60})[”\"’']\s(?:means?|refers?\sto)\s"
    r"|\b[Ii]n\sth(?:is|ese)\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?,?\s(?P<plain>[a-z][\w\s-]{3,40}?)\smeans?\s"
    r"|(?:(?<=\n)|(?<=[:;]))\s{0,4}[a-z0-9]{1,2}[.)]\s(?P<item>[a-z][a-z\s-]{2,40}?)\smeans\s"
    r"|(?:(?<=\n)|(?<=[:;]))\s{0,4}(?:-\s|[a-z0-9]{1,2}[.)]\s)?(?P<listed>[a-z][a-z\s-]{5,60}):\s(?=(?:the\s)?[a-z])"
)
"""How a word is given its meaning: in quotes, or as an item of a list of definitions."""
_BY_ANNEX = regexp(
    r"\b(?:listed|referred\sto|specified|set\sout|described)\sin\s(?:the\s)?(?:Annex|Schedule|Appendix)\b"
)
_MEANS_GOODS = frozenset({"licence", "prohibition", "quota", "catch_all", "registration"})
_MOST = 20


def definitions_used(act: Act, point: Point, requirement: str) -> Iterator[Span]:
    """Yield the definitions of the words for goods that a point uses, where it binds goods."""
    if act.family != "articles" or requirement not in _MEANS_GOODS:
        return
    flow = act.flow
    text = flow.flow[point.text : point.span.end].lower()
    for found in islice(_DEFINES.finditer(flow.flow, act.body.start, act.body.end), _MOST):
        name = (found["name"] or found["plain"] or found["item"] or found["listed"]).strip().lower()
        sentence = flow.sentence(found.end() - 1)
        if not point.span.holds(found.start()) and re.search(
            rf"\b{re.escape(name)}(?:e?s)?\b", text
        ):
            yield flow.trimmed(found.start(), max(sentence.end, found.end()))


def hang_on_annex(act: Act, definitions: tuple[Span, ...]) -> bool:
    """Tell whether one of the definitions leaves it to an annex to list the goods."""
    return any(_BY_ANNEX.search(act.flow.flow, one.start, one.end) for one in definitions)


_OPENS = regexp(
    r"\s{0,3}(?:(?:Definitions?|DEFINITIONS?|Interpretation)\b[^\n.;]{0,40}\n\s{0,3})?(?:\([^()\n]{3,40}\)\s{0,3})?\s{0,3}(?:For\sthe\spurposes?\sof\s|[Ii]n\s)th(?:is|ese|e\spresent)\s"
    r"(?:[A-Z][a-z]+\s){0,3}[A-Z][a-z]+(?:,\sthe\sfollowing\sdefinitions\sapply|[,:\u2013\u2014-]*\s{0,3}[“\"‘'])"
)


_EFFECT_TOLD = regexp(
    r"\s{0,3}Effect\sof\s(?:this|the)\s(?:[Pp]ublic\s)?(?:[Nn]otification|[Nn]otice)\b"
)
"""How the paragraph of an Indian notification begins that only sums up the others."""


_PURPOSE = regexp(
    r"\s{0,3}\((?:Purpose|Aims?|Objectives?|Object)\)\s"
    r"|(?:\([^()\n]{3,40}\)\s{0,3})?\s{0,3}(?:(?:Purpose|Aims?|Objectives?)\.?\s{0,2}\n\s{0,3})?"
    r"(?:The\s(?:purpose|aim|object|objective)\sof\sth(?:is|ese)|Th(?:is|ese)\s(?:[A-Z][a-z]+\s){1,3}"
    r"(?:aims?|(?:is|are)\sintended)\sto"
    r"|Th(?:is|ese)\s(?:[A-Z][a-z]+\s){1,3}(?:lays?\sdown|sets?\sout|prescribes?|provides?(?:\sfor)?|stipulates?|specif(?:y|ies)|determines?)\s"
    r"(?:what\sis|(?:the\s)?(?:necessary\s)?(?:matters|particulars|details|rules|procedures?|conditions|requirements)\s"
    r"(?:(?:which|that)\s(?:is|are)\s)?(?:necessary|needed|required|for|of|concerning|relating|on|to)\b))\s"
)
"""How an article begins that only says what an act is for."""


def only_defines(act: Act, point: Point) -> bool:
    """Tell whether a point only gives words their meaning: ``In this Order, “X” means …``."""
    flow = act.flow.flow
    if _EFFECT_TOLD.match(flow, point.text) or _PURPOSE.match(flow, point.text):
        return True
    return act.family == "articles" and _OPENS.match(flow, point.text) is not None
