"""Does a Chinese text only speak of a deed, without a day and without deciding it?

``对方恢复执行的,第3号公告同步恢复实施`` sets a condition, ``第3号公告恢复施行前`` tells a time.
"""

from tracker.extraction.act import Act
from tracker.extraction.deeds.deeds import Deed
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp

_DECIDED = regexp(
    r"决定|宣布|现(?:将|予|就|对|公告|公布|废止|暂停)|予以|兹|特此|同时|一并|经[^,。;]{0,12}(?:批准|同意|研究)"
    r"|(?:^|[,。;、\s])(?:将|对(?!方))[^。;]{0,20}\ue001"
)
"""What says that a sentence decides, though it tells no day."""
_PLANNED = regexp(
    r"将于(?:近期|近日|适时|日后)|拟(?!定)|计划|适时|授权|以[^。;]{2,40}为(?:前提|条件)|恢复[^,。;]{2,6}的,"
)
"""What says that somebody will decide later, or on which condition."""


def only_spoken_of(act: Act, deed: Deed, effect: ExtractedEffect) -> bool:
    """Tell whether no day is told of a deed, and no decision; a later start may be left open."""
    if act.flow.language != "zh" or effect.kind == "postpone" or effect.from_ or effect.through:
        return False
    sentence = act.flow.sentence(deed.words.start)
    if _PLANNED.search(act.flow.marked, sentence.start, sentence.end):
        return True
    lead = _lead(act, sentence) or sentence
    places = (lead, sentence)
    return not any(_DECIDED.search(act.flow.marked[one.start : one.end]) for one in places)


def _lead(act: Act, sentence: Span) -> Span | None:
    """Return the sentence that opened the list in which another one stands."""
    earlier = act.flow.within(act.body.start, sentence.start)
    texts = ((one, act.flow.flow[one.start : one.end].rstrip()) for one in reversed(earlier))
    return next((one for one, text in texts if text.endswith(":")), None)
