"""When does one sentence let an act cease on a day and hold again from another: a pause told twice?

``Paragraph 2 of Announcement 9 ceases to apply on 1 May and applies again from 1 August``,
``自6月1日起停止执行,自9月1日起恢复执行``.
"""

from tracker.extraction.act import Act
from tracker.extraction.days.counts import added
from tracker.extraction.days.times import Life, TimeWord
from tracker.extraction.deeds.days_beside import start_word
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
    rf"(?P<from>{DAY})[^。;\ue000\ue001]{{0,30}}{_STOPS_ZH}[^。;\ue000]{{0,60}}(?P<back>{DAY})"
    rf"(?:零时|[之日起再又后即始方才全予以部同时,]){{0,6}}{_RETURNS_ZH}"
)
_TURNED = regexp(
    rf"{_STOPS}[^.;\ue000\ue001]{{0,60}}(?P<from>{DAY})[^.;\ue000\ue001]{{0,30}}\b(?:and|then|but)\b"
    rf"[^.;\ue000\ue001]{{0,40}}{_RETURNS}[^.;\ue000\ue001]{{0,24}}(?P<back>{DAY})"
)


def stops_and_returns(act: Act, sentence: Span) -> Life | None:
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
    return Life(start=start_word(*told.span("from"), first), end=last, through=last.day)
