"""Which plain days does a clause name, and which of them is the new one, which the old?"""

from collections.abc import Iterator

from tracker.extraction.act import Act
from tracker.extraction.days.times import TimeWord
from tracker.extraction.deeds.days_beside import start_word
from tracker.extraction.spelling.regexps import regexp

BEFORE = 60
"""How many characters before a day are asked what it is for."""
NEW = regexp(
    r"(?:至|到|为|自)\s?$|\b(?:until|till|to|through|read|by)\s(?:the\s)?$"
    r"|\bbut\s(?:only\s|instead\s)?(?:on|from|as\sof)\s$"
    r"|\b(?:is|will\sbe|shall\sbe)\snow\s$"
    r"|\bnew\s(?:[a-z]+\s){0,2}(?:date|day)\s(?:of|is|will\sbe|shall\sbe),?\s$"
    r"|\bto\sa\s(?:later|new|further)\s(?:date|day),\s(?:namely,?\s|that\sis,?\s|i\.e\.,?\s)?(?:the\s)?$"
)
"""What right before a day says that it is the new one."""

OLD = regexp(
    r"(?:由|从|原|原定|原来|原先|不再|不按)(?:[于自在]|的|为|定于|计划于|原?定?的?(?:生效|施行|实施|执行)?日期)?\s?$"
    r"|\b(?:from|originally|previously|scheduled|planned|instead\sof|rather\sthan|due|was|were)"
    r"\s(?:(?:for|on|to|date|effective|of|be|apply|take|enter|come|into|force|effect)\s){0,6}$"
)
"""What right before a day says that it is the old one."""


def plain_days(act: Act, low: int, high: int) -> Iterator[tuple[TimeWord, str]]:
    """Yield the days of a stretch as starts, each with the words right before it."""
    for named in act.flow.days_in(low, high):
        day = act.times.resolved(named.start, named.end)
        if day is not None:
            before = act.flow.flow[max(0, named.start - BEFORE) : named.start]
            yield start_word(named.start, named.end, day), before


_ASIDE = regexp(
    r",\s(?:which|that)\s(?:was|were|had|has|have|took|came|became)\b[^,;.\ue000]{0,40}$"
    r"|\b(?:which|that)\s(?:was|were)\s(?:originally\s)?(?:due|scheduled|set|expected|planned|to)\b[^,;.\ue000]{0,40}$"
    r"|\band\s(?:was|were)\sto\b[^,;.\ue000]{0,50}$"
    r"|\b(?:now|currently|presently|at\spresent|previously|already|(?:which|that)\s(?:is|are|was|were|has\sbeen|have\sbeen))\s(?:[a-z]+\s)?"
    r"(?:suspended|paused|stayed|halted)\s[^,;.\ue000]{0,40}$"
    r"|\b(?:(?:which|that|whose\s[a-z]+)\s(?:ends?|expires?|lapses?|runs?\sout)|,\s(?:ending|expiring|lapsing|running\sout))\s[^,;.\ue000]{0,20}$"
)


def told_aside(act: Act, word: TimeWord) -> bool:
    """Tell whether a time is only of what an act was before: ``, which were effective May 1,``."""
    before = act.flow.marked[max(0, word.start - BEFORE) : word.start]
    return _ASIDE.search(before) is not None
