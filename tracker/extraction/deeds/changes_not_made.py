"""Does a Chinese text only tell of a change of words that nobody makes here and now?

The same words may be denied, asked for, told of another act or of an earlier day, or depend on a
decision still to come. What is quoted in them says nothing of that.
"""

from tracker.extraction.act import Act
from tracker.extraction.deeds.deed_wording import ANOTHER_DECIDED
from tracker.extraction.deeds.denials import change_denied
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp

_QUOTED = regexp(r"“[^“”]{0,400}”")
_REACH = 300
_DRAFTED = (
    r"的(?:修[正改订]案|方案|草案|议案|动议|建议(?!性)|提议|设想|意见|请求|申请|诉求|说法|传闻|报道"
    r"|可能性|必要性)"
)
"""What a change is that somebody only has drafted, wants, or talks of."""
_TO_COME = (
    r"(?:须|需|应当?|尚须|还须)(?:先|另)?(?:行)?(?:报|经|提请|征求|履行)[^,。;]{2,24}(?:批准|同意|审[批议定]|程序|意见)"
    r"|(?:尚|仍|还)(?:未|待|在|须|需)|(?:另行|再行|适时|择期)(?:研究|评估|论证|决定|作出|确定)|(?:将|会|正在?)(?:认真|继续)?(?:研究|评估|论证)"
)
"""What is still to be done before a change is made."""
_BEHIND = regexp(
    rf"[^。;\n]{{0,80}}?(?:{_DRAFTED})[^。;\n]{{0,60}}?(?:不|未|无|尚|仍|须|需|将|正|待|在)"
    rf"|[^。;\n]{{0,80}}?[,的](?:对此|此事|该事|此项|现|目前)?[^,。;\n]{{0,12}}?(?:{_TO_COME})(?![^。;\n]{{0,20}}起(?:施行|执行|实施))"
)
_ASKED = regexp(
    r"(?:询问|问及|咨询|讨论|热议|关注到?|注意到?|观点|认为|声音|反映|来函|来电|呼吁|建议(?!性)|提议|主张|要求|希望|期待|请求|申请(?!人|单位|企业|材料|表|书))"
    r"[^。;\ue000]{0,80}$"
)
"""What before a change says that others speak of it."""
_MAY = regexp(r"(?:拟|如需|不得|不予|不作|(?<!许)可以?)[^,。;“”]{0,3}$")
"""What right before a change says that it is planned, allowed, or none."""
_DECIDED = regexp(r"现(?:将|对|就|予)?|决定|经(?:研究|批准|国务院|审核)|据此|为此|予以采纳|,将")
"""What between the two says that it is made nonetheless: ``根据企业建议,决定将…``."""


def is_not_made(act: Act, start: int, end: int) -> bool:
    """Tell whether the change whose verb stands at ``start:end`` is only told of."""
    if act.flow.language != "zh":
        return False
    sentence = act.flow.sentence(start)
    if ANOTHER_DECIDED.match(act.flow.marked, sentence.start, start):
        return True
    before = _unquoted(act, Span(sentence.start, start))
    behind = _unquoted(act, Span(end, max(end, sentence.end)))
    asked = _ASKED.search(before)
    if asked is not None and _DECIDED.search(asked.group()) is None:
        return True
    if _MAY.search(before) is not None:
        return True
    return _BEHIND.match(behind) is not None or change_denied(before, behind)


def _unquoted(act: Act, span: Span) -> str:
    """Return what a stretch says outside of quotation marks, which stay."""
    low = max(span.start, span.end - _REACH) if span.end - span.start > 2 * _REACH else span.start
    return _QUOTED.sub("“”", act.flow.marked[low : min(span.end, low + 2 * _REACH)])
