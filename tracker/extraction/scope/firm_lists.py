"""Does a text list firms, so that capitals behind ``with respect to`` name one and no goods?"""

import re

from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.regexps import regexp

_FOR_GOODS = regexp(
    r"(?:for|on|regarding|concerning|respect|regards?|including|appl|relat|concerns|,)\w*\b",
    re.IGNORECASE,
)
"""What stands before goods as well as before firms."""
_LISTS_FIRMS = regexp(r"\b(?:Entity\sList|(?:[Uu]nreliable|[Ll]isted)\s[Ee]ntit(?:y|ies))\b")
_OF_FIRMS = regexp(r"(?:respect|regards?|relat|concerns|against)\w*\b")
"""What stands before firms more often than before goods, where a text lists firms."""
_ENTRY = regexp(r"\b(?:[Ee]ntr(?:y|ies)|[Ll]istings?)\s$")
_ENTRY_REACH = 10
A_RULE = regexp(r"。.|禁止|不得|应当|可以|列入|本公告|(?:施行|实施|执行)。?$")
"""What a numbered line has that is a rule in Chinese, and names nobody."""


def lists_firms(flow: Flow) -> bool:
    """Tell whether a text speaks of a list of firms."""
    return flow.once("lists firms", lambda: _LISTS_FIRMS.search(flow.flow) is not None)


def may_be_goods(flow: Flow, start: int, end: int) -> bool:
    """Tell whether goods may stand behind a cue at ``start:end``, and not only firms."""
    cue = flow.marked[start:end]
    if _FOR_GOODS.match(cue) is None:
        return False
    if not lists_firms(flow):
        return True
    entry = _ENTRY.search(flow.marked[max(0, start - _ENTRY_REACH) : start]) is not None
    return not entry and _OF_FIRMS.match(cue) is None
