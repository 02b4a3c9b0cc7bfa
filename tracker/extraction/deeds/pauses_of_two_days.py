"""Which pause do two days of one sentence tell: its first one and that of the return, or two ends?

``Paragraph 2 of Announcement 9 ceases to apply on 1 May and applies again from 1 August``,
``自6月1日起停止执行,自9月1日起恢复执行``.
"""

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
    rf"(?P<from>{DAY})[^。;\ue000\ue001]{{0,30}}{_STOPS_ZH}[^。;\ue000]{{0,60}}(?<![至到])(?P<back>{DAY})"
    rf"(?:零时|[之日起再又后即始方才全予以部同时,]){{0,6}}{_RETURNS_ZH}"
)
_TURNED = regexp(
    rf"{_STOPS}[^.;\ue000\ue001]{{0,60}}(?P<from>{DAY})[^.;\ue000\ue001]{{0,30}}\b(?:and|then|but)\b"
    rf"[^.;\ue000\ue001]{{0,40}}{_RETURNS}[^.;\ue000\ue001]{{0,24}}(?P<back>{DAY})"
)


_PAUSE = r"\b(?:[Ss]uspension|[Pp]ause|[Ss]tay|[Mm]oratorium|[Aa]beyance)\b"
_ENDS = r"(?:ends?|expires?|lapses?|runs?\sout|terminates?)"
_END_MOVED = regexp(
    rf"{_PAUSE}[^.;]{{0,90}}?\b(?:due|was|were|set|scheduled|planned|originally)\s(?:[a-z]+\s){{0,4}}?"
    rf"{_ENDS}\s(?:on|at\sthe\send\sof)\s(?P<old>{DAY}),?[^.;\ue000]{{0,30}}?\b{_ENDS}\s"
    rf"(?:only\s|instead\s)?(?:on|at\sthe\send\sof)\s(?P<new>{DAY})"
    rf"|{_PAUSE}[^.;]{{0,90}}?\b{_ENDS}\s(?:on|at\sthe\send\sof)\s(?P<later>{DAY}),?\s"
    rf"(?:instead\sof|rather\sthan|and\snot)\s(?:on\s)?(?P<before>{DAY})"
)


def _moved_end(act: Act, sentence: Span) -> tuple[EffectKind, Life] | None:
    """Return what a new last day does to a pause: a later one goes on, an earlier one ends it.

    ``The suspension, which was to end on 1 May, now ends on 1 August``: suspended from 2 May on.
    """
    told = _END_MOVED.search(act.flow.marked, *sentence.ends) if act.flow.language == "en" else None
    if told is None:
        return None
    names = ("old", "new") if told["new"] else ("before", "later")
    spans = tuple(told.span(name) for name in names)
    old, new = (act.times.resolved(*span) for span in spans)
    if old is None or new is None or old == new:
        return None
    end = TimeWord(role="end", start=spans[1][0], end=spans[1][1], wording="moved end", day=new)
    if new < old:
        return "resume", Life(start=day_behind(end))
    start = start_word(*spans[0], added(old, 1, "day"))
    return "suspend", Life(start=start, end=end, through=new)


def pause_of_two_days(act: Act, sentence: Span) -> tuple[EffectKind, Life] | None:
    """Return what a sentence does by two days: a pause, or the new end of one."""
    return _ceased(act, sentence) or _moved_end(act, sentence) or _over(act, sentence)


_OVER = regexp(
    rf"{_PAUSE}[^.;\ue000]{{0,60}}?\b{_ENDS}\s(?:on|at\sthe\send\sof)\s(?P<last>{DAY})[^.;\ue000]{{0,20}}"
    rf"\b(?:and|then)\b[^.;\ue000]{{0,80}}?{_RETURNS}\s(?:on|from|as\sof)\s(?P<back>{DAY})"
)


def _over(act: Act, sentence: Span) -> tuple[EffectKind, Life] | None:
    """Return the return that is told with the last day of the pause right before it."""
    told = _OVER.search(act.flow.marked, *sentence.ends) if act.flow.language == "en" else None
    if told is None:
        return None
    last, back = (act.times.resolved(*told.span(name)) for name in ("last", "back"))
    if last is None or back is None or back <= last:
        return None
    return "resume", Life(start=start_word(*told.span("back"), back))


def _ceased(act: Act, sentence: Span) -> tuple[EffectKind, Life] | None:
    """Return the pause that a sentence tells by its first day and the day of the return."""
    turned = _TURNED if act.flow.language == "en" else _TURNED_ZH
    told = turned.search(act.flow.marked, *sentence.ends)
    if told is None:
        return None
    first, back = (act.times.resolved(*told.span(name)) for name in ("from", "back"))
    if first is None or back is None or back <= first:
        return None
    last = TimeWord(
        role="end", start=told.start("back"), end=told.end("back"), wording="day of return",
        day=added(back, -1, "day"),
    )  # fmt: skip
    start = start_word(*told.span("from"), first)
    return "suspend", Life(start=start, end=last, through=last.day)
