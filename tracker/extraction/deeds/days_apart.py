"""On which days of their own are several acts or parts moved by one clause?

``第一条自4月10日起,第二条自5月10日起恢复执行``, ``分别自4月10日、5月10日起``,
``the former from 10 April and the latter from 10 May``.
"""

from collections.abc import Sequence
from dataclasses import replace

from tracker.domain.records import EffectKind
from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord, life_of
from tracker.extraction.deeds.days_beside import start_word
from tracker.extraction.deeds.days_of_each import days_of_each
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp

Moved = tuple[str, int, int]
"""An act or a part of one by its id, and the words that name it."""

_EACH = regexp(
    r"分别(?:自|从|于|在|推迟至|推迟到|延至)"
    r"|\brespectively,?\s(?:on|from|as\sof|with\seffect\sfrom)\s(?=\ue000)"
    r"|(?=\ue000{3,30},?\s(?:\ue000|and\s)[^.;]{0,90}?\ue000,?\srespectively\b)"
)
"""What says that the days behind it are told in the order of the acts or parts."""


_RESPECTIVELY = regexp(r"(?<=[0-9)]),?\srespectively\b")


def days_apart(
    act: Act, moved: tuple[Moved, ...], clause: Span, life: Life, kind: EffectKind
) -> tuple[tuple[tuple[Moved, ...], Life], ...]:
    """Return what a clause moves in groups of one first day; one group where they share it."""
    together = ((moved, life),)
    sentence = act.flow.sentence(clause.start)
    if len(moved) > 1:
        reach = Span(clause.start, max(clause.end, sentence.end))
        each = days_of_each(act, moved, reach, kind, life)
        if each:
            return each
    if len(moved) > 1 and life.through is not None and act.flow.language == "zh":
        return _ends_apart(act, moved, clause, life) or together
    if len(moved) < 2 or (life.through is not None and act.flow.language == "zh"):
        return together
    high = max(clause.end, act.flow.sentence(clause.start).end)
    words = _each(act, moved, Span(clause.start, high))
    if words is None or len({word.day for word in words}) < 2:
        return together
    groups: dict[TimeWord, list[Moved]] = {}
    for one, word in zip(sorted(moved, key=_place), words, strict=True):
        groups.setdefault(word, []).append(one)
    return tuple((tuple(group), replace(life, start=word)) for word, group in groups.items())


_ENDS_EACH = regexp(
    r"分别(?:为|是)?(?:自?(?:延长|展期)?(?:至|到|截至))?(?=\s?[\ue0000-9一二三四五六七八九十半])"
)


def _ends_apart(
    act: Act, moved: tuple[Moved, ...], clause: Span, life: Life
) -> tuple[tuple[tuple[Moved, ...], Life], ...]:
    """Return each of several acts with its own last day: ``期限分别为30日、60日``, ``分别至…``."""
    high = max(clause.end, act.flow.sentence(clause.start).end)
    told = _ENDS_EACH.search(act.flow.marked, clause.start, high)
    if told is None:
        return ()
    behind = act.times.within(told.start(), high)
    words = [word for word in behind if word.role == "length" and word.start >= told.start()]
    days = [(d, act.times.resolved(d.start, d.end)) for d in act.flow.days_in(told.start(), high)]
    ends = words or [
        TimeWord(role="end", start=one.start, end=one.end, wording="a day", day=day)
        for one, day in days
        if day is not None
    ]
    if len(ends) != len(moved) or (words and life.start is None):
        return ()
    begun = () if life.start is None else (life.start,)
    ordered = sorted(moved, key=_place)
    return tuple(((one,), life_of((*begun, end))) for one, end in zip(ordered, ends, strict=True))


def _place(one: Moved) -> int:
    return one[2]


def _each(act: Act, moved: tuple[Moved, ...], reach: Span) -> tuple[TimeWord, ...] | None:
    """Return the days told one for each: ``第一条、第二条分别自4月10日、5月10日起``."""
    told = _EACH.search(act.flow.marked, reach.start, reach.end)
    if told is None:
        return None
    behind = _RESPECTIVELY.search(act.flow.flow, told.end() + 1, reach.end)
    named = act.flow.days_in(told.end(), behind.start() if behind else reach.end)
    days = [(one, act.times.resolved(one.start, one.end)) for one in named]
    words = tuple(start_word(one.start, one.end, day) for one, day in days if day is not None)
    return words if len(words) == len(moved) else None


_FOR_ALL = regexp(r"(?:均|都|一律|一并|统一)[^,。;\ue000]{0,8}$")
_NEAR = 14


def ended_together(act: Act, deeds: Sequence[tuple[EffectKind, Life]]) -> tuple[Life, ...]:
    """Return the lives of the deeds of one sentence, with the last day told of all of them.

    ``第一条自10月15日起暂停,第三条自11月1日起暂停,均至次年4月30日止``.
    """
    lives = _begun_together(act, tuple(life for _, life in deeds))
    end = lives[-1].end if lives else None
    if len(lives) < 2 or end is None:
        return lives
    if not _FOR_ALL.search(act.flow.marked[max(0, end.start - _NEAR) : end.start]):
        return lives
    return tuple(
        replace(life, end=end, through=lives[-1].through)
        if life.end is None and kind == deeds[-1][0]
        else life
        for kind, life in deeds
    )


def _begun_together(act: Act, lives: tuple[Life, ...]) -> tuple[Life, ...]:
    """Return the lives with the first day told last of all: ``均从10月14日开始``."""
    start = lives[-1].start if len(lives) > 1 else None
    if start is None or not _FOR_ALL.search(
        act.flow.marked[max(0, start.start - _NEAR) : start.start]
    ):
        return lives
    return tuple(life if life.start else replace(life, start=start) for life in lives)
