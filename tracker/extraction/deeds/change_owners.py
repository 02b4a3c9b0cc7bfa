"""Which of the acts that one Chinese point names does a change of words move?

``第935号公告停止执行;第936号公告第三条修改为:“…”`` names two, and changes the second.
"""

from collections.abc import Sequence

from tracker.extraction.act import Act
from tracker.extraction.heads.naming import Named
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp

_PART_BEHIND = regexp(
    r"[》)]{0,2}(?:\([^()]{0,60}\))?的?(?:第[一二三四五六七八九十0-9]{1,4}[条款项点]|附(?:件|表)|[中里]的?“)"
)
"""What stands right behind an act whose part is changed."""


def named_for_change(
    act: Act, own: Sequence[Named], before: Span, after: Span, *, does: str
) -> Named | None:
    """Return the act named with its part right by a change, where its point names several.

    None where the point names one act only, or no part of one stands by the change.
    """
    if len({one.id for one in own}) < 2:
        return None
    near = [one for one in own if before.start <= one.start < before.end]
    if does == "delete":
        near += [one for one in own if one.start in range(after.start, _stop(act, after))]
    told = [one for one in near if _PART_BEHIND.match(act.flow.flow, one.end)]
    told = [one for one in told if not _quoted(act, before, one)]
    return _first_of_run(act, near, told[-1]) if told else None


_AND_NEXT = regexp(
    r"[》)]{0,2}(?:\([^()]{0,60}\))?[^,。;”\ue001]{0,40}(?:“[^”\n]{0,240}”)?\s?"
    r"(?:、|和|及|以及|与)\s?[^,。;\ue001]{0,8}"
)


def _first_of_run(act: Act, near: Sequence[Named], last: Named) -> Named:
    """Return the first of the acts whose parts one change moves alike with that of the ``last``.

    ``第3号第一条及第5号第三条一并删除`` moves a part of each.
    """
    at = near.index(last)
    while at and _AND_NEXT.fullmatch(act.flow.marked, near[at - 1].end, near[at].start):
        at -= 1
    return near[at]


def _stop(act: Act, after: Span) -> int:
    stop = _SENTENCE_END.search(act.flow.flow, after.start, after.end)
    return stop.start() if stop else after.end


_SENTENCE_END = regexp("[。;\n]")


def _quoted(act: Act, before: Span, one: Named) -> bool:
    """Tell whether an act stands in words that are quoted."""
    words = act.flow.flow[before.start : one.start]
    return words.count("“") > words.count("”")
