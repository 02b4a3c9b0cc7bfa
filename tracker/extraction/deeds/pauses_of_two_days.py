"""Which pause do two days of one sentence tell: its first one and that of the return, or two ends?

``Paragraph 2 of Announcement 9 ceases to apply on 1 May and applies again from 1 August``,
``自6月1日起停止执行,自9月1日起恢复执行``.
"""

import re
from dataclasses import dataclass
from datetime import date

from tracker.domain.records import EffectKind
from tracker.extraction.act import Act
from tracker.extraction.days.counts import added
from tracker.extraction.days.times import Life, TimeWord
from tracker.extraction.deeds.days_beside import day_behind, start_word
from tracker.extraction.prose.flow import DAY, Span
from tracker.extraction.spelling.regexps import regexp

_STOPS = (
    r"\b(?:cease[sd]?\sto\s(?:apply|bind|operate|have\s(?:legal\s)?effect|be\s(?:in\s(?:force|effect)|binding))"
    r"|(?:is|are|be|stands?)\s(?:hereby\s)?(?:suspended|paused|stayed|lifted|inoperative)"
    r"|stops?\s(?:applying|binding|operating)|lapses?|falls?\saway"
    r"|(?:do(?:es)?|shall|will)\snot\s(?:apply|bind|operate))\b"
)
_RETURNS = (
    r"\b(?:(?:bind|binds|appl(?:y|ies)|operates?|in\s(?:force|effect|operation)|effect)\s(?:once\s)?(?:again|more|anew)"
    r"|resumes?|revives?|returns?|(?:is|are|be)\s(?:reinstated|restored|revived)|comes?\sback)\b"
)
_STOPS_ZH = (
    r"(?:停止(?:执行|实施|施行|适用)|停用|停施|暂停|中止|不再(?:执行|适用|实施|施行)|失效|失去效力)"
)
_RETURNS_ZH = (
    r"(?:恢复|重新(?:实施|执行|适用|生效|启用|施行)|再(?:行|次|度)?(?:实施|执行|适用|启用|施行|生效))"
    r"(?![^。;,\ue001]{0,12}\ue001)"
)
_TURNED_ZH = regexp(
    rf"(?P<old>{DAY})[^。;\ue000\ue001]{{0,30}}{_STOPS_ZH}[^。;\ue000]{{0,60}}(?<![至到])(?P<new>{DAY})"
    rf"(?:零时|[之日起再又后即始方才全予以部同时,]){{0,6}}{_RETURNS_ZH}"
)
_TURNED = regexp(
    rf"{_STOPS}[^.;\ue000\ue001]{{0,60}}(?P<old>{DAY})[^.;\ue000\ue001]{{0,30}}\b(?:and|then|but)\b"
    rf"[^.;\ue000\ue001]{{0,40}}{_RETURNS}[^.;\ue000\ue001]{{0,24}}(?P<new>{DAY})"
)

_PAUSE = r"\b(?:[Ss]uspension|[Pp]ause|[Ss]tay|[Mm]oratorium|[Aa]beyance)\b"
_ENDS = r"(?:ends?|expires?|lapses?|runs?\sout|terminates?)"
_ON = r"(?:on|at\sthe\send\sof)"
_END_MOVED = regexp(
    rf"{_PAUSE}[^.;]{{0,90}}?\b(?:due|was|were|set|scheduled|planned|originally)\s(?:[a-z]+\s){{0,4}}?"
    rf"{_ENDS}\s{_ON}\s(?P<old>{DAY}),?[^.;\ue000]{{0,30}}?\b{_ENDS}\s"
    rf"(?:only\s|instead\s)?{_ON}\s(?P<new>{DAY})"
)
_ENDS_INSTEAD = regexp(
    rf"{_PAUSE}[^.;]{{0,90}}?\b{_ENDS}\s{_ON}\s(?P<new>{DAY}),?\s"
    rf"(?:instead\sof|rather\sthan|and\snot)\s(?:on\s)?(?P<old>{DAY})"
)
_OVER = regexp(
    rf"{_PAUSE}[^.;\ue000]{{0,60}}?\b{_ENDS}\s{_ON}\s(?P<old>{DAY})[^.;\ue000]{{0,20}}"
    rf"\b(?:and|then)\b[^.;\ue000]{{0,80}}?{_RETURNS}\s(?:on|from|as\sof)\s(?P<new>{DAY})"
)


def pause_of_two_days(act: Act, sentence: Span) -> tuple[EffectKind, Life] | None:
    """Return what a sentence does by two days: a pause, the new end of one, or the return."""
    if act.flow.language == "zh":
        return _ceased(_two_days(act, sentence, _TURNED_ZH))
    return (
        _ceased(_two_days(act, sentence, _TURNED))
        or _moved(_two_days(act, sentence, _END_MOVED, _ENDS_INSTEAD))
        or _over(_two_days(act, sentence, _OVER))
    )


@dataclass(frozen=True, slots=True)
class _Days:
    """Two days of a pause: its first one, or its end so far, and the return, or its new end."""

    old: date
    new: date
    match: re.Match[str]


def _two_days(act: Act, sentence: Span, *patterns: re.Pattern[str]) -> _Days | None:
    """Return the days of the first pattern that the sentence fits, if both are days."""
    fitting = (one.search(act.flow.marked, *sentence.ends) for one in patterns)
    told = next(filter(None, fitting), None)
    if told is None:
        return None
    old, new = (act.times.resolved(*told.span(name)) for name in ("old", "new"))
    return None if old is None or new is None else _Days(old, new, told)


def _ceased(told: _Days | None) -> tuple[EffectKind, Life] | None:
    """Return the pause between its first day and that of the return."""
    if told is None or told.new <= told.old:
        return None
    start = start_word(*told.match.span("old"), told.old)
    last = added(told.new, -1, "day")
    return "suspend", Life(start=start, end=_last(told, last), through=last)


def _moved(told: _Days | None) -> tuple[EffectKind, Life] | None:
    """Return what a new last day does to a pause: a later one goes on, an earlier one ends it.

    ``The suspension, which was to end on 1 May, now ends on 1 August``: suspended from 2 May on.
    """
    if told is None or told.new == told.old:
        return None
    if told.new < told.old:
        return "resume", Life(start=day_behind(_last(told, told.new)))
    start = start_word(*told.match.span("old"), added(told.old, 1, "day"))
    return "suspend", Life(start=start, end=_last(told, told.new), through=told.new)


def _over(told: _Days | None) -> tuple[EffectKind, Life] | None:
    """Return the return that is told with the last day of the pause right before it."""
    if told is None or told.new <= told.old:
        return None
    return "resume", Life(start=start_word(*told.match.span("new"), told.new))


def _last(told: _Days, day: date) -> TimeWord:
    """Return the last day of a pause, which stands at the ``new`` one."""
    low, high = told.match.span("new")
    return TimeWord(role="end", start=low, end=high, wording="one of two days", day=day)
