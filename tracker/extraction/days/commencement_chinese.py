"""From which day does a Chinese act hold, as a whole and part by part, in its own words?"""

import re
from collections.abc import Iterator

from tracker.extraction.days.annex_parts import annexes_named
from tracker.extraction.days.start_words import Told, ends, starts
from tracker.extraction.days.times import Times
from tracker.extraction.names.references import chinese_provisions
from tracker.extraction.prose.flow import Flow, Span

_ZH_INTO_FORCE = re.compile(
    r"^[\s,]?(?:本(?:公告|办法|规定|决定|条例|令|通知|目录|清单|细则|规则|措施|更正|修改|调整|通告)|(?:上述|以上|前述|上列)\S{2,10}?)?"
    r"(?:正式|开始|起|即|予以|统一){0,2}(?:施行|实施|执行|生效|适用|试行|计算)"
)
_ZH_OUT_OF_FORCE = re.compile(r"^\s?(?:废止|失效)|^\s?有效")
_ZH_TOLD = re.compile(r"(?:施行|实施|执行|生效)$")
"""A time whose own words say that something comes into force."""
_ZH_LABELLED = frozenset({"labelled day", "term from publication", "counted and told"})
ZH_OWN = re.compile(
    r"本(?:公告|办法|规定|决定|条例|令|通知|目录|清单|细则|规则|措施|更正|修改|调整|通告)|以上|上述|上列|前述|现(?:予)?(?:公布|发布|印发)|予以(?:公布|发布)"
)
_ZH_NUMBERED = re.compile(
    r"^(?:\s*(?:第[一二三四五六七八九十百]{1,5}条(?=[\s:])|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[、.])\s*)?"
)
_ZH_REST = re.compile(r"其他|其余|除[^,。;]{2,60}外")
_ZH_OLD = re.compile(r"原定|原自|原于|曾")


def _of_another(before: str) -> bool:
    """Tell whether a Chinese sentence speaks of another act, whose parts then start."""
    return "\ue001" in before and ZH_OWN.search(before) is None


def chinese_starts(flow: Flow, times: Times, sentence: Span) -> Iterator[Told]:
    """Yield what a sentence says of the start of the act itself: subject, parts, times."""
    for word, low, high in starts(times, sentence):
        after = flow.marked[word.end : word.end + 20]
        told = flow.flow[word.start : word.end]
        own = _ZH_INTO_FORCE.match(after) or _ZH_OUT_OF_FORCE.match(after) or _ZH_TOLD.search(told)
        applies = own is not None or word.wording in _ZH_LABELLED
        before = flow.marked[low : word.start]
        clause = before[max(before.rfind(";"), before.rfind("。")) + 1 :]
        clause = _ZH_NUMBERED.sub("", clause)
        if not applies or "\ue001" in clause or _ZH_OLD.search(clause):
            continue
        if _of_another(flow.marked[sentence.start : word.start]):
            continue
        at = word.start - len(clause)
        provisions = chinese_provisions(flow.flow, at, word.start)
        provisions = provisions or tuple(annexes_named(flow, at, word.start))
        words = ends(times, word, high)
        if flow.flow.startswith("计算", word.end):  # how long it lasts is told before
            before_it = times.within(sentence.start, word.start)
            words = (*words, *(one for one in before_it if one.role == "length"))
        if _ZH_REST.search(clause):
            yield "rest", (), words
        elif provisions:
            yield "parts", provisions, words
        elif ZH_OWN.search(clause) or len(clause.strip(" ,")) <= 4:
            yield "whole", (), words
