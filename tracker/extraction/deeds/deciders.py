"""Does a spokesperson only tell what somebody else decided, or what was decided before?"""

import re

from tracker.extraction.act import Act
from tracker.extraction.prose.flow import Span

_SPEAKS_FOR_OTHERS = "MFA"
"""The ministry whose spokespeople tell what others decided, and decide nothing themselves."""
_DECIDED_BEFORE = re.compile(
    r"已(?:经)?(?:于|在)?[^,。;]{0,12}(?:宣布|公布|发布|作出)[^,。;]{0,6}决定|\bha(?:s|ve)\salready\s(?:announced|decided)\b"
)


def another_decides(act: Act, sentence: Span) -> bool:
    """Tell whether the decision in a sentence of an answer is another one's, or an older one."""
    if _DECIDED_BEFORE.search(act.flow.flow, sentence.start, sentence.end):
        return True
    own = act.namer.own
    if own is None or own.code != _SPEAKS_FOR_OTHERS:
        return False
    named = act.flow.around.within(sentence.start, sentence.end)
    return any(own.code not in one.codes for one in named)
