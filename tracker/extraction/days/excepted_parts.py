"""Which parts of an act does a sentence leave out of the start that it tells?"""

import re
from collections.abc import Iterator

from tracker.extraction.days.own_parts import own_parts
from tracker.extraction.days.times import TimeWord
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.regexps import regexp

_EXCEPTED = regexp(
    r",\s?\(?(?:except|excepting|excluding|other\sthan|save|apart\sfrom|but\snot"
    r"|with\sthe\sexception\sof)\s(?:for\s)?(?:the\s)?[^,.;]{0,60}$"
)
_EXCEPT_BEHIND = regexp(
    r",?\s\(?(?:except|excepting|excluding|other\sthan|save|apart\sfrom|with\sthe\sexception\sof)\s(?:for\s|that\s)?"
)
AND_BEHIND = regexp(
    r",?\s(?:and|or)\s(?=[^,.;]{4,60},?\s(?:which|that)\s(?:is|are)\s(?:delayed|postponed|deferred)\sindef)"
)
_OPEN_ENDED = regexp(
    r"\b(?:delayed|postponed|deferred)\sindefinitely\b|\buntil\sfurther\snotice\b|\b(?:a|on)\s(?:later\s)?(?:date|day)\sto\sbe\s"
)


def excepted_behind(
    flow: Flow, at: int, high: int, opening: re.Pattern[str] = _EXCEPT_BEHIND
) -> Iterator[tuple[Provision, TimeWord | None]]:
    """Yield the parts named behind a day as those that do not begin on it, and what says when."""
    behind = opening.match(flow.flow, at, high)
    if behind is None:
        return
    told = _OPEN_ENDED.search(flow.flow, behind.end(), high)
    word = told and TimeWord(role="start", start=told.start(), end=told.end(), wording="open")
    for one in own_parts(flow, behind.end(), high):
        yield one, word


def is_excepted(flow: Flow, one: Provision, low: int, high: int) -> bool:
    """Tell whether a part is named as what begins not with the rest: ``, except article 3,``."""
    if re.search(r"\b(?:which|that)\b", flow.flow[one.end : high]):
        return False  # the day is the part's own
    return _EXCEPTED.search(flow.flow, low, one.start) is not None
