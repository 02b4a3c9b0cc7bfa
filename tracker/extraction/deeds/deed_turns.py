"""When does a Chinese clause do something else than its verb says, or nothing at all?"""

from dataclasses import replace

from tracker.domain.records import EffectKind
from tracker.extraction.act import Act
from tracker.extraction.days.counts import added
from tracker.extraction.days.times import Life, TimeWord, life_of
from tracker.extraction.deeds.days_beside import day_behind
from tracker.extraction.deeds.deed_wording import FOR_NOW, Hit
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp

_IN_ITS_PLACE = regexp(r"[由以被]本[一-鿿]{2,6}附[件表][^,。;]{0,6}(?:替代|取代|代替|替换)")


def puts_new_annex(act: Act, hit: Hit, moved: tuple[tuple[str, int, int], ...]) -> bool:
    """Tell whether an annex is replaced by one of this act: the other act goes on with it."""
    annexes = all("#annex" in target for target, _, _ in moved)
    return (
        annexes and _IN_ITS_PLACE.search(act.flow.flow, max(0, hit.start - 24), hit.end) is not None
    )


_ROWS_OF_ANNEX = regexp(
    r"号[)》]?(?:公告|令|通知)?(?:中|的)?(?:附(?:件|表|录)\s?[0-9一二三四五]?(?:中|所列)?|所列)的?第[^,。;]{1,24}[项栏行类]"
)


def moves_unread_rows(act: Act, clause: Span, moved: tuple[tuple[str, int, int], ...]) -> bool:
    """Tell whether only rows of an annex are moved, and which ones could not be read."""
    whole = all("#" not in target for target, _, _ in moved)
    return whole and _ROWS_OF_ANNEX.search(act.flow.flow, clause.start, clause.end) is not None


_TIME_OVER = regexp(r"(?:期满|届满|到期|结束)(?:之?后|时|之?日)?,?[^。;\ue000]{0,40}$")


def returns_by_itself(act: Act, hit: Hit, clause: Span, life: Life) -> bool:
    """Tell whether an act only holds again when a time is over whose last day is told elsewhere."""
    if life.start is not None and life.start.start >= clause.start:
        return False
    return _TIME_OVER.search(act.flow.marked[clause.start : hit.start]) is not None


_MOVED_PAUSE = regexp(
    r"(?:由|从|自)[^,。;\ue000]{0,4}(?P<old>\ue000{4,44})[^\ue000]{0,10}(?P<new>\ue000{4,44})$"
)


def moved_pause(act: Act, hit: Hit) -> tuple[EffectKind, Life] | None:
    """Return what a new last day does to a pause: a later one goes on, an earlier one ends it.

    ``暂停期限由11月30日调整为8月31日`` lets the act hold again on the day behind the new one.
    """
    if hit.wording.name != "moved pause":
        return None
    told = _MOVED_PAUSE.search(act.flow.marked, hit.start, hit.end)
    if told is None:
        return None
    old, new = (act.times.resolved(*told.span(name)) for name in ("old", "new"))
    if old is None or new is None:
        return None
    word = TimeWord(role="end", start=told.start("new"), end=hit.end, wording="new", day=new)
    if new > old:
        return "suspend", Life(end=word, through=new)
    return "resume", Life(start=day_behind(word))


def held_off(act: Act, hit: Hit, span: Span) -> tuple[EffectKind, Life] | None:
    """Return the pause that a text calls a delay: ``自即日起至12月31日,暂缓执行`` has both days."""
    if hit.wording.kind != "postpone" or not act.flow.flow.startswith("暂缓", hit.start):
        return None
    life = life_of(act.times.within(span.start, span.end))
    if life.start is None or life.from_ is None:
        return None
    if life.through is None:
        begins = life.start.wording == "from a day" and life.start.end <= hit.start
        between = act.flow.flow[life.start.end : hit.start] if begins else ""
        begins = begins and _OF_A_START.match(between) is None
        return ("suspend", life) if begins and not _planned(act, span) else None
    return None if life.through <= life.from_ else ("suspend", life)


def kept_off(act: Act, hit: Hit, reach: Span, target: str) -> tuple[EffectKind, Life] | None:
    """Return what it means that an act ``shall not apply until May 1``.

    An act of an earlier year pauses until then; one of this year begins then only.
    """
    issued = act.instrument.issued_on
    if hit.wording.until != "suspend" or issued is None:
        return None
    words = act.times.within(hit.start, reach.end)
    until = next((w for w in words if w.wording == "not before a day" and w.day), None)
    if until is None or until.start > hit.end:
        return None
    year = _YEAR_OF_ACT.search(target)
    if year is None or int(year.group()) >= issued.year:
        return "postpone", Life(start=until)
    return "suspend", Life(end=replace(until, role="end"), through=until.day)


def for_now(act: Act, hit: Hit, clause: Span, life: Life) -> bool:
    """Tell whether what holds no more is to hold again: until a day, for a time, for now."""
    if life.through or FOR_NOW.search(act.flow.flow, clause.start, clause.end):
        return True
    if life.start is not None or act.flow.language != "en":
        return False
    return any(one.role == "length" for one in act.times.within(hit.end, clause.end))


_YEAR_OF_ACT = regexp(r"(?<=/)(?:19|20)[0-9]{2}(?=/)")


def _planned(act: Act, span: Span) -> bool:
    return _PLAN.search(act.flow.flow, span.start, span.end) is not None


_LAST_DAY = regexp(
    r"(?:执行|实施|施行|适用|有效)[至到] ?\ue000{4,44}(?:为止|止)?,(?:现|现决定|决定)?$"
    r"|\b(?:date|day)\son\swhich\s[^.;]{0,160}?\b(?:loses?|ceases?|expires?|lapses?|ends?)\b[^;.]{0,120}$"
)


def later_end(act: Act, hit: Hit, clause: Span, life: Life) -> tuple[EffectKind, Life] | None:
    """Return the longer life where the day that moves is a last one: ``执行至6月30日,现顺延至``."""
    low = max(clause.start, hit.start - _LAST_REACH)
    if hit.wording.kind != "postpone" or life.start is None or life.start.day is None:
        return None
    if _LAST_DAY.search(act.flow.marked[low : hit.start]) is None:
        return None
    return "extend", Life(end=replace(life.start, role="end"), through=life.start.day)


_LAST_REACH = 300
_PLAN = regexp(r"原定|原本|原拟|原计划|本应|拟于|推迟")
"""What says that a start is put off which is still to come."""
_OF_A_START = regexp(r"\s?(?:正式)?(?:施行|实施|执行|生效|适用|起施行)")
"""What behind a day says that something else was to begin on it: ``自6月1日起施行的…暂缓``."""


_NO_MORE_AFTER = regexp(r"(?:此后|其后|之后|期满后|届满后|到期后|逾期),?(?:即|一律|均)?$")


_NEXT_DAY = regexp(r"(?:自|从|于)(?:次日|翌日|第二[日天])(?:零时|0时)?起?,?(?:即|一律|均|予以)?$")
"""What points to the day behind a last day that is told before it."""


def ended_behind(act: Act, hit: Hit, words: tuple[TimeWord, ...]) -> Life | None:
    """Return the life of what comes behind a last day: ``至4月10日,此后不再执行``, ``自次日起``."""
    if hit.wording.kind not in ("repeal", "resume", "revive") or act.flow.language != "zh":
        return None
    ends = [word for word in words if word.role == "end" and word.day and word.end <= hit.start]
    begun = hit.wording.kind != "repeal" or any(word.role == "start" for word in words)
    before = act.flow.flow[max(0, hit.start - 12) : hit.start]
    behind = _NEXT_DAY.search(before) or (not begun and _NO_MORE_AFTER.search(before))
    return Life(start=day_behind(ends[-1])) if ends and behind else None


def without_the_time_before(hit: Hit, words: tuple[TimeWord, ...]) -> tuple[TimeWord, ...]:
    """Leave out a last day behind which something begins: ``执行至8月31日,自9月1日起停止``."""
    start = next((word.day for word in words if word.role == "start" and word.day), None)
    if hit.wording.kind not in ("repeal", "resume", "revive") or start is None:
        return words
    return tuple(w for w in words if w.role != "end" or w.day is None or w.day > start)


def without_the_moved_end(words: tuple[TimeWord, ...]) -> tuple[TimeWord, ...]:
    """Leave out a day to which another one moves, where a start is told besides.

    ``暂停截止日提前到12月31日,该公告自1月1日起恢复``.
    """
    starts = [word for word in words if word.role == "start" and word.wording != _MOVED]
    return tuple(w for w in words if w.role != "start" or w.wording != _MOVED or not starts)


_MOVED = "moved to a day"
_ENDS_THEN = regexp(r"(?:终止|失效|废止)的?(?:日期|时间|之?日)")


def begun_by_its_end(act: Act, hit: Hit, words: tuple[TimeWord, ...]) -> tuple[TimeWord, ...]:
    """Read the day of an end as the first day of a repeal: ``终止…措施,终止时间为10月31日``."""
    if hit.wording.kind != "repeal" or any(word.role == "start" for word in words):
        return words
    return tuple(
        replace(word, role="start")
        if word.role == "end" and _ENDS_THEN.match(act.flow.flow, word.start, word.end)
        else word
        for word in words
    )


_UNTIL_BEFORE = regexp(r"(?P<day>\ue000{4,44})(?:零时|0时)?(?:之?前|以前)(?![款述项列])")
"""A day before which something is paused: ``12月1日前暂不执行``."""


def paused_before(act: Act, clause: Span, told: Life) -> Life:
    """Return the life of a pause that lasts up to a day, without that day, where no end is told."""
    before = _UNTIL_BEFORE.search(act.flow.marked, clause.start, clause.end)
    day = act.times.resolved(*before.span("day")) if before is not None else None
    if before is None or day is None or act.flow.language != "zh":
        return told
    start, end = before.span()
    last = TimeWord(
        role="end", start=start, end=end, wording="before a day", day=added(day, -1, "day"),
        basis="computed",
    )  # fmt: skip
    return replace(told, end=last, through=last.day)


def counts_for_another(act: Act, life: Life) -> bool:
    """Tell whether a start is counted in quoted words, from the publication of another act."""
    start = life.start
    if start is None or start.basis != "computed" or act.flow.language != "zh":
        return False
    before = act.flow.flow[act.flow.sentence(start.start).start : start.start]
    return before.count("“") > before.count("”")


_CONTINUES = regexp(r"\b(?:continues|shall\scontinue|continued)$")
_OPEN = regexp(r"\buntil\sfurther\snotice|\bindefinite")


def goes_on(act: Act, hit: Hit, reach: Span) -> bool:
    """Tell whether a pause is only said to go on as it is: ``until the day first set``."""
    flow = act.flow.flow
    told = _CONTINUES.search(flow, hit.start, hit.end)
    return told is not None and _OPEN.search(flow, hit.end, reach.end) is None


def is_over(act: Act, life: Life) -> bool:
    """Tell whether a time ended before the act, or before it began: then it is only told."""
    issued = act.instrument.issued_on
    if life.through is None:
        return False
    before = life.from_ is not None and life.through < life.from_
    return before or (issued is not None and life.through < issued)


_NO_MORE_FOR_THEM = regexp(r"[^,。;]{0,12}(?:不再|停止|终止|解除|取消)")


def freed_behind(act: Act, hit: Hit, clause: Span, sentence: Span) -> Life:
    """Return the day behind an end on a list: ``移出名单,自6月1日起对其不再适用该公告的措施``."""
    words = act.times.within(clause.start, sentence.end)
    starts = (word for word in words if word.role == "start" and word.start >= hit.end)
    told = (one for one in starts if _NO_MORE_FOR_THEM.match(act.flow.flow, one.end, sentence.end))
    start = next(told, None)
    return Life() if start is None else life_of((start,))


_PAUSE_IS_OVER = regexp(
    r"\b(?:[Tt]he|[Tt]his|[Aa]ny)\s(?:[a-z-]+\s){0,2}?(?:suspension|pause|stay|moratorium|halt)\s(?:[a-z]+\s){0,3}(?:of|on|in|to|for)\s"
    r"(?:(?!\b(?:is|are|was|were|shall|will|and)\b)[^.;,]){0,160}(?:(?:shall|will|is|be)\s){0,2}$"
)
"""What before an end says that it is a pause which ends: ``the pause of Order 3 will lapse``."""


def pause_is_over(act: Act, hit: Hit, clause: Span) -> bool:
    """Tell whether what ends is a pause of the act, which then holds again."""
    return _PAUSE_IS_OVER.search(act.flow.marked, clause.start, hit.start) is not None
