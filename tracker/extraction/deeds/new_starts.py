"""Which first days does a list tell anew, under words that say that they are changed?

``现对第3号公告的实施安排调整如下:二、附件二所列物项的管制,自本公告公布之日起满90日后实施``: no
verb says that anything is put off, only the words above the list do.
"""

from dataclasses import replace

from tracker.extraction.act import Act
from tracker.extraction.deeds.deed_wording import DeedWording, Hit
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_START = r"(?:实施|施行|执行|生效|适用)的?(?:安排|日期|时间|步骤)"
_CHANGED = r"(?:调整|变更|更改|推迟|延后|重新(?:确定|明确))"
_OPENS = regexp(rf"(?:{_START}[^。;]{{0,12}}{_CHANGED}|{_CHANGED}[^。;]{{0,40}}{_START})")
_BEGINS = regexp(r"[^,。;\ue001]{0,6}(?:正式|开始)?(?:实施|施行|执行|生效|适用)(?:[,。;]|$)")
_KEPT = regexp(r"仍|继续|不变|照[常旧]|维持|保持|原定|不受")
_ROW = DeedWording(name="start told anew", kind="postpone", pattern=regexp(r"(?!)"), examples=())


def new_start(act: Act, sentence: Span) -> Hit | None:
    """Return the new first day that an item of such a list tells of another act, or its part."""
    flow = act.flow
    if flow.language != "zh" or "\ue001" not in flow.marked[sentence.start : sentence.end]:
        return None
    if _KEPT.search(flow.flow, sentence.start, sentence.end) or not _opened(act, sentence):
        return None
    for word in act.times.within(sentence.start, sentence.end):
        if word.role == "start" and word.day and _begins(flow, word.end, sentence.end):
            return Hit(_ROW, word.start, word.end)
    return None


def _begins(flow: Flow, at: int, high: int) -> bool:
    return _BEGINS.match(flow.marked, at, high) is not None


def _opened(act: Act, sentence: Span) -> bool:
    """Tell whether the words that open the list say that first days are changed."""
    for before in reversed(act.flow.within(act.body.start, sentence.start)):
        text = act.flow.flow[before.start : before.end].rstrip()
        if text.endswith(":"):
            return _OPENS.search(text) is not None
    return False


def without_open_starts(flow: Flow, found: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Return the deeds of a sentence, where ``暂不实施`` puts off a start left open behind it."""
    kept: list[Hit] = []
    for hit in found:
        before = kept[-1] if kept else None
        if (
            before is None
            or hit.wording.name != "start left open"
            or not _put_off(flow, before, hit)
        ):
            kept.append(hit)
        else:
            kept[-1] = replace(before, wording=hit.wording)
    return tuple(kept)


def _put_off(flow: Flow, pause: Hit, behind: Hit) -> bool:
    if pause.wording.kind != "suspend" or not flow.flow.startswith("暂不", pause.start):
        return False
    return "恢复" not in flow.flow[pause.end : behind.end]
