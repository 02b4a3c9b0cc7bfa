"""When does a Chinese clause do something else than its verb says, or nothing at all?"""

import re

from tracker.domain.records import EffectKind
from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord, life_of
from tracker.extraction.deeds.days_beside import day_behind
from tracker.extraction.deeds.deed_wording import Hit
from tracker.extraction.prose.flow import Span

_IN_ITS_PLACE = re.compile(r"[由以被]本[一-鿿]{2,6}附[件表][^,。;]{0,6}(?:替代|取代|代替|替换)")


def puts_new_annex(act: Act, hit: Hit, moved: tuple[tuple[str, int, int], ...]) -> bool:
    """Tell whether an annex is replaced by one of this act: the other act goes on with it."""
    annexes = all("#annex" in target for target, _, _ in moved)
    return annexes and _IN_ITS_PLACE.search(act.flow.flow, hit.start, hit.end) is not None


_TIME_OVER = re.compile(r"(?:期满|届满|到期|结束)(?:之?后|时|之?日)?,?[^。;\ue000]{0,40}$")


def returns_by_itself(act: Act, hit: Hit, clause: Span, life: Life) -> bool:
    """Tell whether an act only holds again when a time is over whose last day is told elsewhere."""
    if life.start is not None and life.start.start >= clause.start:
        return False
    return _TIME_OVER.search(act.flow.marked[clause.start : hit.start]) is not None


_MOVED_PAUSE = re.compile(
    r"(?:由|从|自)[^,。;\ue000]{0,4}(?P<old>\ue000{4,30})[^\ue000]{0,10}(?P<new>\ue000{4,30})$"
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
    if life.from_ is None or life.through is None or life.through <= life.from_:
        return None
    return "suspend", life


def without_the_time_before(hit: Hit, words: tuple[TimeWord, ...]) -> tuple[TimeWord, ...]:
    """Leave out a last day behind which something begins: ``执行至8月31日,自9月1日起停止``."""
    start = next((word.day for word in words if word.role == "start" and word.day), None)
    if hit.wording.kind not in ("repeal", "resume", "revive") or start is None:
        return words
    return tuple(w for w in words if w.role != "end" or w.day is None or w.day >= start)
