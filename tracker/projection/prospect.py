"""Will a measure be in force on some later day, as announced, or if a suspension ends?"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from tracker.domain.questions import Ahead, Certainty, Outlook, Position, Status, Turn
from tracker.projection.dated import FOREVER, DatedEffect, last_date
from tracker.projection.timeline import Fold, Stretch, Timeline


def outlook(
    timeline: Timeline,
    *,
    day: int,
    official: Callable[[Timeline], Certainty] | None,
) -> Outlook:
    """Return where a measure stands on ``day`` and what is announced for later days.

    ``official`` is given where the status rests on reports: it tells how sure one without them is.
    """
    return Outlook(
        position=position(timeline, day),
        official=_official(timeline.effects, day, official) if official else None,
    )


def _official(
    effects: Sequence[DatedEffect], day: int, judged: Callable[[Timeline], Certainty]
) -> Position:
    sure = Timeline([effect for effect in effects if not effect.weak])
    return replace(position(sure, day), certainty=judged(sure) if sure.fold.imposed else None)


def position(timeline: Timeline, day: int) -> Position:
    """Return where the measure stands on ``day``, and what is announced for later days."""
    stretch = timeline.at(day)
    return Position(
        status=stretch.status,
        through=last_date(stretch.end),
        turns=tuple(turn(timeline, one) for one in timeline.stretches if one.start > day),
        ahead=_ahead(timeline, day),
    )


def turn(timeline: Timeline, to: Stretch) -> Turn:
    """Return the change of status with which a stretch begins, and the effect it comes from."""
    causes = [effect.id for effect in timeline.effects if to.start in (effect.start, effect.end)]
    return Turn(
        on=date.fromordinal(to.start), status=to.status, effect=causes[-1] if causes else None
    )


def _ahead(timeline: Timeline, day: int) -> Ahead:
    fold, stretch = timeline.fold, timeline.at(day)
    if not fold.imposed:
        return Ahead()
    resumed = _without_open_suspensions(fold)
    starts_on, if_resumed = _first_in_force(fold, day), _first_in_force(resumed, day)
    waits = starts_on == stretch.end or (if_resumed or FOREVER) < stretch.end
    return Ahead(
        starts_on=_date(starts_on),
        if_resumed=_date(if_resumed),
        suspended_until_then=stretch.status is Status.SUSPENDED and waits,
        start_unset=_start_is_unset(resumed, day),
    )


def _first_in_force(fold: Fold, day: int) -> int | None:
    later = (one for one in (day + 1, *fold.edges()) if one > day)
    return next((one for one in later if fold.status(one) is Status.IN_FORCE), None)


def _without_open_suspensions(fold: Fold) -> Fold:
    return replace(fold, suspended=[laid for laid in fold.suspended if laid[1] != FOREVER])


def _start_is_unset(fold: Fold, day: int) -> bool:
    """Tell whether a run waits for its first day, and some later day is left for it."""
    days = [day + 1, *(end for _, end, _ in fold.suspended if end > day)]
    return any(
        run.start is None
        and run.cut == FOREVER
        and any(one < run.end and not fold.is_suspended(one) for one in days)
        for run in fold.runs
    )


def _date(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)
