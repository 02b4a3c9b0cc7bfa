"""Of which further acts does a sentence say that what was done before is done to them too?"""

from collections.abc import Iterator

from tracker.extraction.act import Act
from tracker.extraction.deeds.days_beside import SAME_OF
from tracker.extraction.deeds.deed_targets import Targets, targets
from tracker.extraction.deeds.deed_wording import Hit
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp

_AS_THAT_CHINESE = regexp(
    r"\s?(?!至于|关于)[^。;:]{0,16}\ue001{3,160}\)?(?:\([^()]{0,90}\))?(?:(?!单位|企业|部门|经营者|机构)[^。;\ue000\ue001]){0,24}?,?"
    r"(?:(?<!不)(?:亦|也|均)?(?:同样(?:处理|办理|执行|适用)|(?:照此|依此|比照(?:前[条款项]|上述)?(?:规定)?|参照(?:前[条款项]|上述)(?:规定)?)(?:办理|执行|处理)"
    r"|(?:亦|也)(?:同|如此|然|照此(?:办理|处理|执行)?)|作(?:相同|同样)(?:处理|处置|安排))"
    r"|的?(?:暂停|中止|停止|废止|恢复|推迟|延长)?(?:实施|执行)?的?(?:期限|期间|时间|起止(?:日期|时间)|日期|安排)(?:(?:亦|也)?(?:与此|与上述|与前者|与之)(?:相同|一致)|(?:亦|也)?(?:相同|同上|同此)))"
    r"[。;]?\s*$"
)
"""How a Chinese clause says of another act what was said before: ``第5号公告第三条,同样处理``."""
_NOT_TO = regexp(r"\b(?:not|unless|if|except)\b")


def likewise(act: Act, sentence: Span, hit: Hit) -> Iterator[tuple[Span, Targets]]:
    """Yield the acts of ``The same applies to Order No. 5``; ``hit`` is what was done before."""
    said = Hit(hit.wording, sentence.start, sentence.start)
    if act.flow.language == "zh":
        moved = _in_chinese(act, sentence, said)
    else:
        told = SAME_OF.match(act.flow.marked, sentence.start, sentence.end)
        denied = told and _NOT_TO.search(act.flow.flow, told.end(), sentence.end)
        moved = targets(act, sentence, sentence, said) if told and not denied else ()
    if moved:
        yield sentence, moved


def _in_chinese(act: Act, clause: Span, hit: Hit) -> Targets:
    if _AS_THAT_CHINESE.match(act.flow.marked, clause.start, clause.end) is None:
        return ()
    named = act.namer.named_in(clause.start, clause.end)
    return targets(act, clause, clause, hit) if named else ()


_NEXT = regexp(r"[,;](?=[^,;。]{0,40}\ue001)")


def likewise_behind(act: Act, sentence: Span, hit: Hit) -> Iterator[tuple[Span, Targets]]:
    """Yield the last clauses of a Chinese sentence that say the same of another act."""
    if act.flow.language != "zh":
        return
    for turn in _NEXT.finditer(act.flow.marked, hit.end, sentence.end):
        clause = Span(turn.end(), sentence.end)
        if moved := _in_chinese(act, clause, Hit(hit.wording, clause.start, clause.start)):
            yield clause, moved
            return
