"""To which days told elsewhere does a clause point: ``同日``, ``the following day``?"""

import re
from dataclasses import replace
from datetime import date

from tracker.extraction.act import Act
from tracker.extraction.days.counts import Unit, added
from tracker.extraction.days.times import Life, TimeWord, life_of
from tracker.extraction.deeds.deed_wording import IN_BRACKET
from tracker.extraction.names.references import chinese_provisions
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import points
from tracker.extraction.spelling.numerals import NUMERAL, from_roman, number, roman
from tracker.extraction.spelling.regexps import regexp

_DAY_OF_POINT = regexp(
    r"(?:自|从|于)?(?:本\w{1,4})?(?P<point>第[一二三四五六七八九十百]{1,4}[条点款])(?:所?规定的?|所述的?|的)?(?:施行|实施|执行|生效)?(?:之日|日期|时间|之时)"
)
_AFTER_START = regexp(
    rf"(?:自|从)?本\w{{1,4}}(?:施行|实施|执行|生效)(?:之日)?(?:起|后)?的?(?:满|第)?\s?(?P<n>{NUMERAL})\s?个?(?P<unit>日|天|周|月|年)(?:之?后|以后|起|届满|期满|满)"
)
"""A time that counts from the start of the act itself: ``自本公告施行之日起60日后``."""
_COUNTED_IN: dict[str, Unit] = {"日": "day", "天": "day", "周": "week", "月": "month", "年": "year"}
_MOST_COUNTED = 2_000
_DAY_BEFORE = regexp(
    r"(?:自|从|于)?(?:同日|同一(?:日期?|天|时间|时刻)|上述(?:日期|时间|之日)|前述(?:日期|时间)|该日|前款(?:规定的?)?(?:日期|之日))起?"
)


_FROM_THAT_DAY = regexp(
    r"(?:自|从|于)(?:同日|同一日期?|上述(?:日期|之日)|前述(?:日期|之日)|该日|前款规定(?:的日期|之日)"
    r"|(?:本\w{1,4})?第[一二三四五六七八九十百]{1,4}[条点款](?:所?规定的?)?(?:之日|日期))起"
)


def pointed_start(act: Act, span: Span, told: Life) -> Life:
    """Return the life of a rule that only says that it holds from a day told before it."""
    found = act.flow.sieve.search(_FROM_THAT_DAY, span.start, span.end) if told == Life() else None
    if found is None or act.flow.sentence(found.start()).start > span.start + _OPENING:
        return told
    return pointed_day(act, span, told)


_OPENING = 12
"""Within how many characters the first sentence of a point begins, behind its number."""


def pointed_day(act: Act, clause: Span, told: Life) -> Life:
    """Return a life with the start to which a clause points: ``自第一条规定之日起``, ``同日``."""
    flow = act.flow
    counted = _AFTER_START.search(flow.flow, clause.start, clause.end)
    general = act.commencement.general
    if counted is not None and general is not None and general.from_ is not None:
        count, unit = number(counted["n"]), _COUNTED_IN[counted["unit"]]
        day = added(general.from_, count, unit) if count and count <= _MOST_COUNTED else None
        word = TimeWord(
            role="start", start=counted.start(), end=counted.end(), wording="counted", day=day,
            basis="computed",
        )  # fmt: skip
        return replace(told, start=word)
    pointed = _DAY_OF_POINT.search(flow.flow, clause.start, clause.end)
    words: tuple[TimeWord, ...] = ()
    if pointed is not None:
        for part in chinese_provisions(flow.flow, pointed.start("point"), pointed.end("point")):
            own = _own_part(act, part.id)
            if own is not None:
                return replace(told, start=own)
            point = next((p for p in points(flow, act.body) if roman(p.value) == part.id), None)
            words = act.times.within(point.text, point.span.end) if point else ()
    elif _DAY_BEFORE.search(flow.flow, clause.start, clause.end):
        words = act.times.within(act.body.start, clause.start)[::-1]
    start = next((word for word in words if word.role == "start" and word.day), None)
    if start is None:
        return told
    length = next(
        (w for w in act.times.within(clause.start, clause.end) if w.role == "length"), None
    )
    if length is not None and told.end is None:
        return life_of((start, length))
    return replace(told, start=start)


def _own_part(act: Act, part: str) -> TimeWord | None:
    """Return the start that the act tells of a part of its own, however the part is counted."""
    value = from_roman(part)
    keys = (part,) if value is None else (part, f"art-{value}", str(value))
    lives = (act.commencement.parts.get(key) for key in keys)
    return next((life.start for life in lives if life is not None and life.from_), None)


_TERM_BEFORE = regexp(
    r"(?:前[一二]?|上一?)[条款项](?:所?[规约确]定|所[述列称])?的?(?:暂停|中止)?(?:实施|执行|施行)?(?:期限|期间|时间)(?:以?内|之内|里|相同|一致)"
    r"|(?:上述|前述|同一|同样的?|相同的?)(?:暂停|中止)?(?:实施|执行|施行)?(?:期限|期间|时间段?)(?:以?内|之内|里)?"
    r"|(?:期限|期间|起止(?:时间|日期))[均也]?(?:同[上前]|(?:与|同)(?:前|上一?|(?:本公告)?第[一二三四五六])[条款项](?:规定)?(?:的期限)?(?:相同|一致)?)"
    r"|同期(?=[^,。;]{0,4}(?:暂停|中止))"
    r"|\b(?i:for|during|over|within)\s(?:the|that|this|a|an)\s(?:same|like|identical|said)\s(?:period|term|time)\b"
)
"""How a clause points to the whole term that was told before it."""


def pointed_term(act: Act, clause: Span, sentence: Span) -> Life:
    """Return the term to which a clause points: the one told last before it, first day to last."""
    if not _TERM_BEFORE.search(act.flow.flow, clause.start, max(clause.end, sentence.end)):
        return Life()
    earlier = act.flow.within(act.body.start, sentence.start)
    for one in (Span(sentence.start, clause.start), *reversed(earlier)):
        life = life_of(act.times.within(one.start, one.end))
        if life.from_ is not None and life.through is not None:
            return life
    return Life()


_FIRST_PLAN = regexp(
    r"(?:原定|原本|原拟|原计划|本应|本拟|原应)[^,。;\ue000]{0,4}$|(?<![一-鿿])原[自于]?$"
)


_ITS_OWN_START = regexp(
    r"(?:(?:正式|开始)?(?:施行|实施|执行|生效|适用|公布|发布|废止|失效)|(?:暂停|中止|停止)(?:实施|执行|施行|适用)?"
    r"|(?<=施行)|(?<=实施)|(?<=执行)|(?<=生效)|(?<=废止)|(?<=失效))的(?=[^,。;]{0,60}\ue001)"
)
"""What behind a start makes it a word of the act named next: ``12月1日起施行的第3号公告``."""


_BRACKET = 64


def without_the_first_plan(act: Act, words: tuple[TimeWord, ...]) -> tuple[TimeWord, ...]:
    """Leave out the start that an act was to have, or has: ``12月1日起施行的公告暂停实施``."""
    if act.flow.language != "zh":
        return words
    marked = act.flow.marked
    return tuple(
        word
        for word in words
        if word.role != "start"
        or not (
            _FIRST_PLAN.search(marked[max(0, word.start - _REACH) : word.start])
            or _ITS_OWN_START.match(marked, word.end)
            or IN_BRACKET.search(marked[max(0, word.start - _BRACKET) : word.start])
        )
    )


def without_the_planned_end(act: Act, words: tuple[TimeWord, ...]) -> tuple[TimeWord, ...]:
    """Leave out the last day that an act was to have: ``原定执行至3月31日,现提前至…终止``."""
    marked = act.flow.marked
    return tuple(
        word
        for word in words
        if word.role != "end"
        or not _FIRST_PLAN.search(marked[max(0, word.start - _REACH) : word.start])
    )


_REACH = 12


_NEXT_DAY = regexp(
    r"(?:自|从|于)?(?:(?:期限?)?(?:届满|期满|到期|结束)(?:之?日|后)?)?的?(?:次日|翌日|第二[日天])(?:零时|0时)?起?"
)
_FOLLOWING_DAY = regexp(
    r"\bthe\s(?:following|next)\sday\b|\bthe\sday\s(?:after(?:\sthat)?|following)(?=[.,;]|\s?$)"
)


def on_the_following_day(act: Act, sentence: Span, told: Life) -> Life:
    """Return the life of what is done on the day after the one that the sentence tells before.

    ``The suspension ends on 28 February, and the order applies again from the following day.``
    """
    points = _FOLLOWING_DAY.search(act.flow.flow, sentence.start, sentence.end)
    before = act.flow.days_in(sentence.start, points.start()) if points is not None else ()
    day = act.times.resolved(before[-1].start, before[-1].end) if before else None
    if points is None or day is None:
        return told
    start = _day_behind(points, day)
    old = told.end is not None and told.end.start < points.start()
    return Life(start=start) if old else replace(told, start=start)


def _day_behind(points: re.Match[str], day: date) -> TimeWord:
    """Return the start on the day after ``day``, told by the words that point to it."""
    return TimeWord(
        role="start", start=points.start(), end=points.end(), wording="the next day",
        day=added(day, 1, "day"), basis="computed",
    )  # fmt: skip


_PAUSE_IS_OVER = regexp(r"[,即将予以全面]{0,6}(?:恢复|重新|不再|解除|照常|正常)")
"""What behind such a day says that it is the first one after the pause: ``次日起恢复实施``."""
_IN_A_BRACKET = regexp(r"\((?:即|至)?(?P<day>\ue000{4,44})\)的?(?=[^,。;]{0,10}$)")


def from_the_next_day(act: Act, sentence: Span, told: Life) -> Life:
    """Return the life of a pause that goes on behind a last day told before: ``自次日起再暂停``.

    The last day stands in the sentence, in a bracket of it, or in the sentence before.
    """
    flow = act.flow
    points = flow.marked_sieve.search(_NEXT_DAY, sentence.start, sentence.end)
    if points is None or _PAUSE_IS_OVER.match(flow.marked, points.end()):
        return told
    before = flow.sentence_before(sentence.start)
    low = max(act.body.start, before.start)
    bracket = _IN_A_BRACKET.search(flow.marked, sentence.start, points.start())
    ends = [w for w in act.times.within(low, points.start()) if w.role == "end" and w.day]
    day = act.times.resolved(*bracket.span("day")) if bracket else ends[-1].day if ends else None
    if day is None:
        return told
    start = _day_behind(points, day)
    words = act.times.within(points.end(), sentence.end)
    told_before = act.times.within(sentence.start, points.start())
    length = next((word for word in (*words, *told_before) if word.role == "length"), None)
    end = next((word for word in words if word.role == "end" and word.day), None)
    return life_of((start, *filter(None, (end or length,))))
