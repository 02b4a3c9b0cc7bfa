"""How does a Chinese text except a part of the act whose rest it moves, or move only a part?"""

from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_PARTS = (
    r"(?:第[一二三四五六七八九十、和及0-9()第条项款点]{1,24}(?:[条项款点]|部分|[章节])"
    r"|附[件表录]\s?[0-9一二三四五六七八九十]{0,3}"
    r"|[^,。;()\ue001]{1,20}(?:部分|条款|内容|要求|措施|规定))"
)
SPARED_BEHIND = regexp(
    r"[》)]{0,2}(?:\([^()]{0,60}\))?\s?"
    rf"(?:[,(]\s?但?(?:其中的?|其|该(?:公告|通知|令|办法|决定)的?)?{_PARTS}[^,。;()]{{0,6}}(?:除外|不在此列|不在此限)"
    rf"|[,(]\s?(?:但)?(?:不含|不包括|不包含)(?:其|该(?:公告|通知|令|办法|决定)的?)?{_PARTS})"
)
"""``第933号(第二条除外)``, ``第933号,但该公告第二条不在此列``, ``第933号(不含第二条)``."""
_LEFT_OUT = regexp(
    r"[^,。;()]{0,6}(?:除外|不在此[列限]|外[,)。]|之外)|以外的?(?:其他|其余|各)?(?:条款|规定|内容|部分|措施)"
)
WITHIN = regexp(
    r"^(?:公告|通知|令)?(?:所[列定]|规定|的)?[^,。;第]{0,10}?(?:之?中|当中|里|而言|来说),(?:其中的?|其|仅|只)?$"
    r"|^[^,。;第]{0,6}(?:继续|仍然?|依然|保持|整体|总体)[^,。;第]{0,6},(?:但|惟|而|不过)?(?:其中的?|其)?$"
)
"""What stands between an act and the part of it that alone is moved: ``所列措施中,第二条``."""
_KEPT_PART = regexp(
    r"(?:、?第[^,。;、]{1,12}[条款项点]){0,6}(?:的?(?:规定|要求|内容))?"
    r"(?:不变|保持不变|照[常旧]|继续(?:有效|执行|实施|施行)|仍|予以保留|不作)"
)
"""What right behind a part says that it stays as it is."""
_ONLY_MOVED = regexp(
    r"[^,。;]{0,50}?(?:废止|失效|(?:停止|暂停|中止|恢复)(?:执行|实施|施行|适用)?)(?:以外|之外|外),"
)
"""What behind ``除第二条`` says that just this part is moved: ``除第二条停止执行外,继续有效``."""
_LEAVES_OUT = regexp(r"(?:除|不包括|不含)[^,。;]{0,3}$")
"""What stands around a part that is not moved with the rest."""
_ACT_END = regexp("\ue001(?!\ue001)")


def spares_a_part(flow: Flow, item: Span) -> bool:
    """Tell whether an item of a list excepts a part right behind an act that it names."""
    ends = (found.end() for found in _ACT_END.finditer(flow.marked, item.start, item.end))
    return any(SPARED_BEHIND.match(flow.flow, end) for end in ends)


def is_left_out(flow: Flow, part: Provision, clause: Span) -> bool:
    """Tell whether a clause names a part only to leave it alone: ``除第二条外``."""
    if _LEFT_OUT.match(flow.flow, part.end):
        return True
    excepts = _LEAVES_OUT.search(flow.flow, max(clause.start, part.start - 6), part.start)
    return excepts is not None and _ONLY_MOVED.match(flow.flow, part.end, clause.end) is None


def without_kept(flow: Flow, parts: list[Provision], clause: Span) -> list[Provision]:
    """Return those of several parts that do not stay as they are: ``第一条不变,第二条废止``."""
    kept = _KEPT_PART.match
    return [part for part in parts if not kept(flow.flow, part.end, clause.end)] or parts
