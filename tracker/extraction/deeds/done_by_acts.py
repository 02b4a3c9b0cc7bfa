"""Does a Chinese text say of a deed that another act has done it?

``第3号公告的暂停期限曾由第5号公告延长至…``, ``其后第6号公告将暂停期限展至…``: who did it stands
within the words of the deed, or before its object; this act only tells of it.
"""

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_ACT = r"\ue001{3,160}\)?(?:\([^()]{0,90}\))?\s?"
_VERB = (
    r"(?P<verb>暂停|中止|停止|终止|延[长续后期展至到]|[续伸]?展|续期|推[迟后]|顺延|恢复|解除|废止"
    r"|撤销|缩短|提前|修改|调整)"
)
_AGAIN = r"(?:又|再次?|另|曾|已|决定|宣布|明确|予以|进一步|继续){0,3}"
_BY_AN_ACT = regexp(
    rf"(?:经|由|被|依|依据|根据|按照?)[^,。;\ue000\ue001]{{0,60}}{_ACT}{_AGAIN}{_VERB}"
)
_AN_ACT_DID = regexp(
    rf"{_ACT}{_AGAIN}(?:将|把)(?:该|上述|前述|其|有关)?[^,。;\ue000\ue001]{{0,12}}(?:期限?|日期|时间)"
    rf"[^,。;\ue000\ue001]{{0,8}}{_VERB}"
)
_BEFORE = 260


def done_by_another_act(flow: Flow, span: Span, start: int, end: int) -> bool:
    """Tell whether the verb of the deed whose words stand at ``start:end`` is another act's."""
    low, high = max(span.start, start - _BEFORE), min(span.end, end + 2)
    return flow.language == "zh" and any(
        start <= found.end("verb") and found.start("verb") < end
        for form in (_BY_AN_ACT, _AN_ACT_DID)
        for found in form.finditer(flow.marked, low, high)
    )
