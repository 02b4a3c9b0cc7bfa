"""Which day of another act do quoted Chinese words move: when it begins, or when it ends?

``“本公告自9月1日起施行”更正为“自10月1日起施行”`` changes no rule, only the first day.
"""

import re

from tracker.domain.records import EffectKind
from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord
from tracker.extraction.prose.flow import DAY, Span
from tracker.extraction.spelling.regexps import regexp

_FORCE = r"(?:施行|实施|执行|生效|适用)"
_BEGINS = regexp(
    rf"“(?:(?P<act>本(?:公告|办法|规定|决定|令|通知|目录|清单|细则))?(?:自|于|从)?|{_FORCE}(?:日期|时间)(?:为|是|:))"
    rf"(?P<day>{DAY})(?:零时|[0-9]{{1,2}}时)?(?:之?日)?起?(?:正式|开始)?{_FORCE}?[。;]?”"
)
"""New words that only tell from when an act holds."""
_ENDS = regexp(
    rf"“[^“”\ue000]{{0,24}}(?:有效期|期限|{_FORCE})[^“”\ue000]{{0,4}}(?:至|到|为)(?P<day>{DAY})(?:24时)?止?[。;]?”"
)
"""New words that only tell until when it holds."""
_BEGUN = regexp(rf"{_FORCE}|起")
_OLD_REACH = 80


def of_whole_act(act: Act, new: Span) -> bool:
    """Tell whether new words speak of the whole act: ``“本公告自…起施行”``."""
    found = _BEGINS.match(act.flow.marked, new.start, new.end)
    return found is None or found["act"] is not None


def moved_day(act: Act, before: Span, new: Span) -> tuple[EffectKind, Life] | None:
    """Return the later start or the longer life that new quoted words give an act."""
    marked = act.flow.marked
    begins = _BEGINS.match(marked, new.start, new.end)
    old = marked[max(before.start, before.end - _OLD_REACH) : before.end]
    told = "\ue000" in old or "“" not in old  # another day, or the part as a whole
    if begins is not None and told and _BEGUN.search(old + begins.group()):
        word = _word(act, begins, "start")
        return None if word is None else ("postpone", Life(start=word))
    ends = _ENDS.match(marked, new.start, new.end)
    if ends is not None and "\ue000" in old:
        word = _word(act, ends, "end")
        return None if word is None else ("extend", Life(end=word, through=word.day))
    return None


def _word(act: Act, told: re.Match[str], role: str) -> TimeWord | None:
    day = act.times.resolved(*told.span("day"))
    if day is None:
        return None
    return TimeWord(
        role="end" if role == "end" else "start", start=told.start(), end=told.end(),
        wording="new words", day=day,
    )  # fmt: skip
