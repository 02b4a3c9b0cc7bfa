"""Which parts of a Chinese act begin on a day told apart: in a row, in order, by another day?"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from tracker.extraction.days.force_words_chinese import FORCE
from tracker.extraction.days.parts_beside_chinese import parts_named, point_at
from tracker.extraction.days.start_words import Subject, start_before
from tracker.extraction.days.times import Life, Times, TimeWord
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import DAY, Flow, Span
from tracker.extraction.prose.points import points
from tracker.extraction.spelling.numerals import number, roman
from tracker.extraction.spelling.regexps import regexp

Started = tuple[Subject, tuple[Provision, ...], Life, Span]
_TABLED = regexp(rf"(?:{FORCE}|起始|开始)的?(?:日期|时间|日程|安排|之日|日)")
_PART = r"(?:本公告)?第[^\n\ue000\ue001。;]{1,24}?[条款项点](?:\([^()\n]{0,30}\))?"
_ROW = regexp(
    rf"(?:(?<=\n)|^)[ \t|]{{0,6}}(?:[0-9]{{1,2}}[.、]?[ \t|]{{1,4}})?(?P<parts>{_PART})"
    rf"[ \t|:,—-]{{1,12}}\n?[ \t|]{{0,6}}自?(?P<day>{DAY}|公布之日|发布之日|即日)"
    rf"起?{FORCE}?[。;.\s|]{{0,3}}(?=\n|$)"
)
"""A row of a table of starts: the part, then its day."""
_TABLE_REACH = 400
_IN_ORDER = regexp(
    r"(?P<parts>(?:前[两二三四五六]条|第)[^。;,\ue000\ue001]{0,60}?)[,]?分别(?:自|于|从)"
    r"|(?:上述|以上|前述|上列)(?P<n>[两二三四五六])[项条点处][一-鿿]{0,6}?,?分别(?:自|于|从)"
)
_RESPECTIVELY = regexp("分别")
_DAYS = regexp(rf"{DAY}|(?P<now>(?:公布|发布)之日|即日)")
_SAME = regexp(rf"(?:同[日天]|同一[日天]|该日|当日)(?:起|同时|开始){{0,2}}{FORCE}")
_AFTER_TERM = regexp(rf",?\s?(?:期限?)?(?:届?满)(?:之日)?(?:的?次日|后)起?{FORCE}")
_OTHERS = regexp(r"其他|其余")
_OWN_ALONE = regexp(r"本(?:公告|办法|规定|决定|令|通知)(?:也|亦|均)?(?:自|从|于)?$")


def chinese_further(flow: Flow, times: Times, spans: tuple[Span, ...]) -> Iterator[Started]:
    """Yield what tables, rows of days, the same day and the end of a term tell of starts."""
    if flow.language != "zh":
        return
    for span in spans:
        yield from _tabled(flow, times, span)
        for sentence in _telling(flow, times, span):
            yield from _in_order(flow, times, span.start, sentence)
            yield from _same_day(flow, times, sentence)
            yield from _after_term(flow, times, sentence)
            yield from _told_behind(flow, times, sentence)
            yield from _left_open(flow, sentence)


def _telling(flow: Flow, times: Times, span: Span) -> Iterator[Span]:
    """Yield the sentences that tell a time or point to one: few of those of a long text."""
    places = [word.start for word in times.within(span.start, span.end)]
    for words in (_SAME, _OPEN, _RESPECTIVELY):
        places += [found.start() for found in flow.sieve.finditer(words, span.start, span.end)]
    places.sort()
    for sentence in flow.within(span.start, span.end) if places else ():
        at = bisect_left(places, sentence.start)
        if at < len(places) and places[at] < sentence.end:
            yield sentence


def _tabled(flow: Flow, times: Times, span: Span) -> Iterator[Started]:
    for head in flow.sieve.finditer(_TABLED, span.start, span.end):
        high = min(span.end, head.end() + _TABLE_REACH)
        for row in _ROW.finditer(flow.marked, head.end(), high):
            parts = parts_named(flow, *row.span("parts"), since=row.start())
            start = _day(flow, times, *row.span("day"))
            if parts and start is not None:
                yield "parts", parts, Life(start=start), Span(row.start(), row.end())


def _day(flow: Flow, times: Times, low: int, high: int) -> TimeWord | None:
    """Return the start at ``low:high``: a day, or that of publication."""
    named = flow.days_in(low, high)
    if not named:
        return times.of_publication(low, high)
    day = times.resolved(named[0].start, named[0].end)
    if day is None:
        return None
    return TimeWord(role="start", start=low, end=high, wording="in a row", day=day)


def _points_above(flow: Flow, low: int, told: re.Match[str]) -> tuple[Provision, ...]:
    """Return the points that ``上述两项`` counts, where there are as many above it."""
    above = points(flow, Span(low, told.start()))
    if len(above) != number(told["n"]):
        return ()
    return tuple(
        Provision(id=roman(one.value), start=told.start(), end=told.end()) for one in above
    )


def _in_order(flow: Flow, times: Times, low: int, sentence: Span) -> Iterator[Started]:
    """Yield parts with days told in the same order: ``第一条、第二条分别自…和…起施行``."""
    if flow.marked.find("分别", sentence.start, sentence.end) < 0:
        return
    found = _IN_ORDER.search(flow.marked, sentence.start, sentence.end)
    if found is None or not re.search(FORCE, flow.flow[found.end() : sentence.end]):
        return
    parts = (
        _points_above(flow, low, found)
        if found["n"]
        else parts_named(flow, *found.span("parts"), since=sentence.start)
    )
    stop = flow.marked.find(";", found.end(), sentence.end)
    high = stop if stop >= 0 else sentence.end
    days = [
        _day(flow, times, *one.span()) for one in _DAYS.finditer(flow.marked, found.end(), high)
    ]
    if len(days) == len(parts):
        for part, start in zip(parts, days, strict=True):
            if start is not None:
                yield "parts", (part,), Life(start=start), sentence


def _same_day(flow: Flow, times: Times, sentence: Span) -> Iterator[Started]:
    for found in _SAME.finditer(flow.flow, sentence.start, sentence.end):
        low = max(flow.marked.rfind(mark, sentence.start, found.start()) for mark in ";。,") + 1
        low = max(low, sentence.start)
        start = start_before(flow, times, sentence.start, found.start())
        if start is None or "\ue001" in flow.marked[low : found.start()]:
            continue
        parts = parts_named(flow, low, found.start(), since=sentence.start)
        if parts:
            yield "parts", parts, Life(start=start), sentence
        elif _OTHERS.search(flow.flow, low, found.start()):
            yield "rest", (), Life(start=start), sentence
        elif _OWN_ALONE.search(flow.flow, low, found.start()):
            yield "whole", (), Life(start=start), sentence


def _after_term(flow: Flow, times: Times, sentence: Span) -> Iterator[Started]:
    """Yield parts that begin when a term is over whose last day is told before."""
    for end in times.within(sentence.start, sentence.end):
        if end.role != "end" or end.day is None:
            continue
        behind = _AFTER_TERM.match(flow.flow, end.end, sentence.end)
        parts = parts_named(flow, sentence.start, end.start, since=sentence.start) if behind else ()
        if behind is not None and parts and "\ue001" not in flow.marked[sentence.start : end.start]:
            day = end.day + timedelta(days=1)
            start = replace(
                end, role="start", end=behind.end(), day=day, basis="computed", boundary=None
            )
            yield "parts", parts, Life(start=start), sentence


_GOODS_OF = regexp(
    r"\s?,?(?:出口|进口|进出口|申报|对)?(?P<parts>(?:本公告)?第[^,。;\ue000\ue001]{1,16}?[条款项点]|前条|前款)(?:所列|规定|所述|列明)的?"
    r"[^,。;]{1,16}?,?(?:应当?|[须需]|凭|一律|不得|方可|未经)"
)
_DECLARED = regexp(
    r"(?:\([^()]{0,6}\))?\s?(?:以后|之后|起)?,?(?:[^,。;]{0,4}?)(?:申报|报关|启运|装运)(?:进口|出口)?的?[^,。;]{0,10},(?:一律|均)?(?:应当?|[须需]|凭|不得|(?=适用本))"
)


def _told_behind(flow: Flow, times: Times, sentence: Span) -> Iterator[Started]:
    """Yield what begins on a day that stands before it: ``自…起,出口第一条所列商品应当…``."""
    for word in times.within(sentence.start, sentence.end):
        if word.role != "start" or word.day is None or word.wording == "from publication":
            continue
        behind = _GOODS_OF.match(flow.marked, word.end, sentence.end)
        if behind is not None:
            parts = parts_named(flow, *behind.span("parts"), since=sentence.start)
            yield "parts", parts, Life(start=word), sentence
        elif _DECLARED.match(flow.marked, word.end, sentence.end) and point_at(flow, word.start):
            yield "whole", (), Life(start=word), sentence


_OPEN = regexp(
    r"(?:具体)?(?:施行|实施|执行|生效|启用)(?:的)?(?:时间|日期|之日)(?:,?由[^,。;]{2,16})?(?:将)?另行(?:公告|公布|通知|确定|规定)"
)
_OWN = regexp(r"本(?:公告|办法|规定|决定|令|通知|目录)")


def _left_open(flow: Flow, sentence: Span) -> Iterator[Started]:
    """Yield the point of which a sentence says that its start is told elsewhere, later."""
    found = flow.sieve.search(_OPEN, sentence.start, sentence.end)
    before = flow.marked[sentence.start : found.start()] if found else ""
    low = sentence.start + max(before.rfind(";"), before.rfind("。")) + 1
    before = before[low - sentence.start :]
    if found is None or _OWN.search(before) or "\ue001" in before:
        return
    parts = parts_named(flow, low, found.start(), since=sentence.start)
    here = point_at(flow, found.start())
    if not parts and here is not None and len(before.strip(" ,")) <= _BARE:
        parts = (Provision(id=roman(here), start=sentence.start, end=found.end()),)
    if parts:
        word = TimeWord(role="start", start=found.start(), end=found.end(), wording="left open")
        yield "parts", parts, Life(start=word), sentence


_BARE = 4
"""Within how many characters a sentence says no more than that a start is told later."""
_LASTS = regexp(r"有效|安排|措施|规定|施行|实施|执行|适用|豁免|要求|管制|许可")
_OLDER = regexp(r"此前|已经?(?:取得|签订|领取|获得)|合同|证件|许可证")
"""What says that something older goes on until a day, and not the part itself."""


def chinese_part_ends(
    flow: Flow, times: Times, spans: tuple[Span, ...], of: Callable[[str], Life | None]
) -> Iterator[tuple[Provision, Life]]:
    """Yield the parts of which a sentence of its own tells the last day, each with its life."""
    for span in spans if flow.language == "zh" else ():
        for sentence in _telling(flow, times, span):
            for clause in _clauses(flow, sentence):
                yield from _end_told(flow, times, clause, of)


def _clauses(flow: Flow, sentence: Span) -> Iterator[Span]:
    low = sentence.start
    while (stop := flow.flow.find(";", low, sentence.end)) >= 0:
        yield Span(low, stop)
        low = stop + 1
    yield Span(low, sentence.end)


def _end_told(
    flow: Flow, times: Times, clause: Span, of: Callable[[str], Life | None]
) -> Iterator[tuple[Provision, Life]]:
    words = times.within(clause.start, clause.end)
    end = next((word for word in words if word.role == "end" and word.day), None)
    if end is None or any(word.role == "start" for word in words):
        return
    before = flow.marked[clause.start : end.start]
    if "\ue001" in before or "," in before or _OLDER.search(before) or not _LASTS.search(before):
        return
    for part in parts_named(flow, clause.start, end.start, since=clause.start):
        life = of(part.id) or Life()
        yield part, Life(start=life.start, end=end, through=end.day)
