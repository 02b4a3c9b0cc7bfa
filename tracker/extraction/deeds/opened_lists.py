"""Where does the list of acts end that a sentence opens: ``The following are repealed:``?"""

from collections.abc import Sequence

from tracker.extraction.deeds.hits import denied_in, hits
from tracker.extraction.deeds.spared_acts import spares_an_act
from tracker.extraction.deeds.spared_wording import spares_a_part
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_NOT_LISTED = regexp(
    r"至于|不在|除外|不受|不因|保留|继续(?:有效|执行|实施|适用|施行)|不包括|照[常旧样]|不变|维持|保持|仍|依然|原样|[不未]作|\bcontinues?\b|\bnot\b"
    r"|\boutside\sthe\sscope\b|\bremains?\b|\bunaffected\b"
)
_NEXT_POINT = regexp(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十百0-9]{1,4}条)"
)
"""The number of a point, which ends the list that the point before it opened."""
_COUNTED = regexp(
    r"\s{0,4}(?:\(?[0-9A-Za-z]{1,4}[).、]|\(?[一二三四五六七八九十]{1,3}[)、.]|[-•·*▪●–—]\s?)"
)
"""How an item of a list begins that is counted, or has a mark before it."""


def list_end(flow: Flow, sentences: Sequence[Span]) -> int:
    """Return where the list ends that the first of ``sentences`` opens; the others follow it."""
    opening, *items = sentences
    by_points = _NEXT_POINT.match(flow.marked, opening.start, opening.end) is not None
    end, counted = opening.end, False
    for item in items:
        words = flow.marked[item.start : item.end]
        marked = _COUNTED.match(words) is not None
        if counted and not marked and flow.flow[end - 1] in ".。":
            break  # the last item has ended, and the text goes on behind the list
        counted = counted or marked
        kept = _NOT_LISTED.search(words) and not (
            spares_a_part(flow, item) or spares_an_act(flow, item)
        )
        if "\ue001" not in words or hits(flow, item) or kept or denied_in(flow, item):
            break
        if by_points and _NEXT_POINT.match(words):
            break
        if _counts_on(flow.marked[opening.start : opening.end], words):
            break
        end = item.end
    return end


def _counts_on(text: str, words: str) -> bool:
    """Tell whether an item bears the number behind that of the sentence that opens the list."""
    own, item = _NUMBERED.match(text), _NUMBERED.match(words)
    if own is None or item is None or own["form"] != item["form"]:
        return False
    return int(item["n"]) == int(own["n"]) + 1


_NUMBERED = regexp(
    r"\s*(?:(?:Article|Section|Regulation|Paragraph)\s)?(?P<n>[0-9]{1,3})(?P<form>[.)]?)\s"
)
