"""Does a text only tell what somebody else decided, or what was decided before?"""

from tracker.extraction.act import Act
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp

_SPEAKS_FOR_OTHERS = "MFA"
"""The ministry whose spokespeople tell what others decided, and decide nothing themselves."""
_DECIDED_BEFORE = regexp(
    r"(?<!现)(?<!现[在,])(?<!今[天日])(?:(?<!部)(?<!方)已|(?<!现在商务部)(?<!现商务部)(?<!现中方)(?<!现在中方)已)(?:经)?(?:于|在)?[^,。;]{0,12}(?:宣布|公布|发布|作出)[^,。;]{0,6}决定|\bha(?:s|ve)\salready\s(?:announced|decided)\b"
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


_ISSUED_BEFORE = regexp(
    r"\ue000{4,44}[^。;\ue001]{0,40}?(?:发布|公布|印发|下发|作出|以)(?!的)[^。;\ue001]{0,40}?\ue001{3,160}[^。;]{0,40}?(?:决定|宣布|(?:规定|明确)(?!的))"
    r"(?!(?:现|此次|本次))"
)
"""What says that on some day another act was issued, which decided what follows."""
_ACT_DECIDED = regexp(
    r"\ue001(?:\([^()]{0,80}\))?(?:的?第[^,。;]{1,16}[条款项])?(?:曾|已|已经)?(?:宣布|决定|规定|明确)"
    r"(?=[^,。;\ue001]{0,16}(?:废止|停止|暂停|失效|恢复|延长|推迟|撤销))(?![^,。;\ue001]{0,16}的)"
)
"""An act that is itself the subject of what was decided: ``第3号公告第四条宣布废止第5号公告``."""
_NOW = regexp(r"现(?:决定|将|予|就|再|公告)|现,|本公告|此次|本次")


def decided_by_another(act: Act, sentence: Span) -> bool:
    """Tell whether a sentence only says what an act decided that was issued before this one."""
    issued = act.instrument.issued_on
    by = act.flow.marked_sieve.search(_ACT_DECIDED, sentence.start, sentence.end)
    if by is not None and not _NOW.search(act.flow.flow, sentence.start, sentence.end):
        before = act.flow.flow[sentence.start : by.start()]
        if before.count("(") == before.count(")"):  # a bracket only tells of the act before it
            return True
    told = act.flow.marked_sieve.search(_ISSUED_BEFORE, sentence.start, sentence.end)
    if told is None or issued is None or _NOW.search(act.flow.flow, told.end(), sentence.end):
        return False
    days = act.flow.days_in(told.start(), told.end())
    day = days[0].on(None) if days else None
    return day is not None and day < issued
