"""Until when does something last longer, counted from its old last day?"""

from dataclasses import replace
from datetime import date

from tracker.extraction.act import Act
from tracker.extraction.days.counts import added
from tracker.extraction.days.times import Life, TimeWord, life_of
from tracker.extraction.deeds.days_beside import day_behind
from tracker.extraction.deeds.deed_wording import Hit
from tracker.extraction.deeds.old_ends import old_end
from tracker.extraction.deeds.plain_days import BEFORE, NEW, OLD, plain_days, told_aside
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp


def extended(act: Act, hit: Hit, words: tuple[TimeWord, ...], reach: Span) -> Life:
    """Return the new last day: told last, or counted from the old one; and the day it begins."""
    life = _longer(act, hit, words, reach)
    if act.flow.language != "zh" or life.through is None:
        return life
    issued = act.instrument.issued_on
    began = (
        word
        for word in act.times.within(reach.start, reach.end)
        if word.role == "start" and word.wording in _PLAIN_STARTS and word.day
        and word.day < life.through and (issued is None or word.day >= issued)
        and not OLD.search(act.flow.flow[max(0, word.start - BEFORE) : word.start])
        and not act.flow.flow.startswith(("执行的", "施行的", "实施的"), word.end)
    )  # fmt: skip
    return replace(life, start=next(began, None))


_PLAIN_STARTS = frozenset({"from a day", "from a day on", "a day to another", "a day onwards"})
"""The times that say from when the longer life counts, and not only how long it is."""


def _longer(act: Act, hit: Hit, words: tuple[TimeWord, ...], reach: Span) -> Life:
    if _OPEN_END.search(act.flow.flow, hit.start, reach.end):
        return Life()
    stop = _EXCEPTED.search(act.flow.flow, hit.end, reach.end)
    words = words if stop is None else tuple(w for w in words if w.start < stop.start())
    ends = [word for word in words if word.role == "end" and not told_aside(act, word)]
    length = next((w for w in words if w.role == "length" and w.start >= hit.start), None)
    old = None if length is None else _old_end(act, length, ends, reach)
    if length is not None and old is not None:
        behind = added(added(old, 1, "day"), length.count, length.unit)
        return Life(end=length, through=added(behind, -1, "day"), computed=True)
    begun = [word for word in words if word.wording in _PLAIN_STARTS]
    new = [
        word
        for word, before in plain_days(act, hit.start, reach.end)
        if NEW.search(before) and not any(w.start <= word.start < w.end for w in begun)
    ]
    last = next(iter(reversed(ends or new)), None)
    if last is None:
        return Life() if length is None else _counted_on(act, hit, length, words)
    told = (w for w in words if w.role == "start" and w.start >= hit.start and w.end <= last.start)
    start = next((w for w in told if _is_first_of_more(act, w)), None)
    return Life(start=start, end=last, through=last.day)


_OPEN_END = regexp(
    r"(?<!\bor\s)\b(?:until|till)\sfurther\s(?:orders?|notice|notification|instructions?)\b|\bindefinitely\b"
)
_EXCEPTED = regexp(r",\s(?:except|save|with\sthe\sexception|other\sthan|apart\sfrom)\b")
"""What parts from a longer life what has another one."""
_ENDED = regexp(
    r"(?<!\bnow\s)(?<!\bthus\s)(?<!\bthen\s)\b(?:expir\w*|end(?:s|ed|ing)?|laps\w+|due)\s(?:to\s(?:end|expire|lapse)\s)?(?:on|of|at)?\s?$"
)
"""What before a day says that something would end on it, before it was given more time."""


def _old_end(act: Act, length: TimeWord, ends: list[TimeWord], reach: Span) -> date | None:
    """Return the last day from which more time is counted: told before it, or behind ``after``."""
    if len(ends) == 1 and ends[0].day and ends[0].start < length.start:
        return ends[0].day
    if act.flow.language == "zh":
        before_it = () if ends else plain_days(act, reach.start, length.start)
        planned = next((word.day for word, before in before_it if OLD.search(before)), None)
        last = old_end(act, reach, reach.start) if planned is None and not ends else None
        return planned if last is None or _begins_anew(act, reach, length) else last.day
    if len(ends) > 1:
        return None
    told = plain_days(act, reach.start, reach.end)
    days = [word.day for word, before in told if _ENDED.search(before)]
    return days[0] if len(days) == 1 else None


def _begins_anew(act: Act, reach: Span, length: TimeWord) -> bool:
    """Tell whether more time counts from a day of its own: ``自10月1日起延长一年``."""
    words = act.times.within(reach.start, length.start)
    return any(word.role == "start" and word.day for word in words)


def longer_pause(act: Act, hit: Hit, words: tuple[TimeWord, ...]) -> Life | None:
    """Return what a suspension gains whose old last day stands before: it begins on the day behind.

    ``The suspension of X, due to end on October 31, is extended for a year``. ``None`` where the
    sentence does not tell the old day.
    """
    ends = [word for word in words if word.role == "end" and word.day]
    old = next((word for word in ends if hit.start <= word.start < hit.end), None)
    start = day_behind(old) if old is not None else None
    own = [word for word in words if word.role == "start" and word.start >= hit.end]
    if start is None or own:
        behind = tuple(word for word in words if word.start >= hit.end)
        longer = any(word.role == "end" for word in behind) and start is not None
        return life_of(behind) if longer and act.flow.language == "en" else None
    more = [word for word in words if word.role != "start" and word.start >= hit.end]
    counted = act.flow.language == "en" or any(word.role == "length" for word in more)
    return life_of((start, *more)) if more and counted else None


_GOES_ON = regexp(
    r"延长|延续|延至|延到|展期|续期|顺延|继续|再(?:次|行|度)?暂停"
    r"|\b(?:is|are|be)\s(?:hereby\s|further\s)?(?:extended|lengthened|prolonged)\b"
)


def continued_pause(act: Act, words: tuple[TimeWord, ...]) -> Life | None:
    """Return what a pause gains that goes on behind its old last day, which is told before.

    ``原定暂停至6月30日,现继续暂停至12月31日``: from the day behind, unless another start is told.
    """
    ends = [word for word in words if word.role == "end" and word.day]
    length = next((w for w in words if w.role == "length" and ends and w.start > ends[0].end), None)
    if len(ends) == 1 and length is not None:
        ends.append(length)
    if len(ends) < 2:
        return None
    if not _GOES_ON.search(act.flow.flow, ends[0].start, ends[-1].end):
        return None
    told = (word for word in words if word.role == "start" and word.start >= ends[0].end)
    start = next(told, None) or day_behind(ends[0])
    return None if start is None else life_of((start, ends[-1]))


def _is_first_of_more(act: Act, word: TimeWord) -> bool:
    """Tell whether a day is the first of the longer time, and not the old last one."""
    before = act.flow.flow[max(0, word.start - BEFORE) : word.start]
    runs = word.role == "start" and _RUNS.search(before) is not None
    return runs or _SAYS_FROM.match(act.flow.flow, word.start, word.end) is not None


def _counted_on(act: Act, hit: Hit, length: TimeWord, words: tuple[TimeWord, ...]) -> Life:
    """Return a longer life counted from the day on which it begins: ``自10月1日起,延长一年``."""
    issued = act.instrument.issued_on
    began = [
        word
        for word in words
        if word.role == "start" and word.day and issued is not None and word.day >= issued
        and (word.end <= hit.start or word.wording in _PLAIN_STARTS)
    ]  # fmt: skip
    return life_of((began[-1], length)) if began else Life()


_SAYS_FROM = regexp(r"(?i:with\s(?:immediate\seffect|effect\sfrom)|w\.?e\.?f)\b")
"""What makes the day before a new last day the first of the longer time, and not the old last."""
_RUNS = regexp(
    r"\b(?:further|additional|new|extended|next|another)\s(?:[a-z]+\s)?(?:period|term|time)\s(?:of\s[a-z0-9]+\s[a-z]+,?\s)?(?:(?:which|that)\s)?(?:run(?:s|ning)\s|is\s|begins\s)?$"
)
"""What before a day says the same: ``for the further period from``, ``the extended term runs``."""
