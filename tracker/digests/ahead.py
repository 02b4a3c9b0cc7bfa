"""What waits for official word, and what comes next?"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from tracker.digests.acts import Fate, part
from tracker.digests.grounds import grounds
from tracker.digests.lines import ComingLine, Part, TaskLine
from tracker.digests.naming import Directory
from tracker.digests.standing import Beside
from tracker.digests.survey import Look
from tracker.domain.identifiers import instrument_of
from tracker.domain.questions import Status
from tracker.domain.records import DateRecord, Effect
from tracker.projection.register import Register
from tracker.projection.upcoming import (
    REMINDER_DAYS,
    ScheduledTurn,
    Upcoming,
    VerificationTask,
    upcoming,
)

DAYS_AHEAD = 90


def tasks(
    register: Register, directory: Directory, looks: Sequence[Look], *, beside: Beside
) -> tuple[TaskLine, ...]:
    """Return every open verification: overdue ones first, then by what hangs on them.

    A rule that may bind again comes before one that may have ended, many measures before few.
    """
    by_id = {look.id: look for look in looks}
    found = [
        _task(register, directory, task, [by_id[measure] for measure in task.measures], beside)
        for ahead in _by_zone(looks)
        for task in ahead.tasks
    ]
    return tuple(sorted(found, key=_urgency))


def coming(
    register: Register,
    directory: Directory,
    looks: Sequence[Look],
    *,
    beside: Beside,
    told: Collection[str] = (),
) -> tuple[ComingLine, ...]:
    """Return the turns of the next 90 days, with the reminders that fell into the window.

    ``told`` names the effects that stand in full among the newly announced.
    """
    by_id = {look.id: look for look in looks}
    groups: dict[tuple[object, ...], list[ScheduledTurn]] = {}
    for ahead in _by_zone(looks):
        for turn in ahead.turns:
            if turn.effect is None or (turn.days_left > DAYS_AHEAD and not turn.lapses):
                continue
            effect = turn.lapses or turn.effect
            act = register.effects[effect].record.affecting
            groups.setdefault((turn.on, act, turn.lapses is not None), []).append(turn)
    return tuple(
        _coming(register, directory, group, by_id, beside, told)
        for _, group in sorted(groups.items(), key=lambda item: (item[1][0].on, str(item[0][1])))
    )


def _by_zone(looks: Sequence[Look]) -> Iterator[Upcoming]:
    """Look ahead in each zone with its own clocks; one day more, for the reminder at 90 days."""
    zones: dict[str | None, list[Look]] = {}
    for look in looks:
        zones.setdefault(look.view.zone_name, []).append(look)
    for group in zones.values():
        dossiers = [look.dossier for look in group]
        yield upcoming(dossiers, group[0].clocks, days=DAYS_AHEAD + 1)


def _urgency(line: TaskLine) -> tuple[object, ...]:
    binds = any(part.after is Status.IN_FORCE for part in line.parts)
    measures = sum(len(part.measures) for part in line.parts)
    return (line.overdue_days == 0, not binds, -measures, line.due_on, line.effect)


def _task(
    register: Register,
    directory: Directory,
    task: VerificationTask,
    looks: Sequence[Look],
    beside: Beside,
) -> TaskLine:
    effect = register.effects[task.effect].record
    due = task.due_on.toordinal()
    return TaskLine(
        task=task.task,
        act=directory.instrument(task.affecting),
        kind=effect.kind,
        effect=task.effect,
        ended_on=task.ended_on,
        due_on=task.due_on,
        overdue_days=task.overdue_days,
        last_day_unclear=boundary_unclear(effect),
        parts=_parts(directory, ((look, due) for look in looks)),
        items=directory.items(looks),
        grounds=grounds(directory, [effect]),
        standing=beside.standing(looks),
        turned_in_window=any(look.turns_here(due) for look in looks),
    )


def _coming(
    register: Register,
    directory: Directory,
    group: Sequence[ScheduledTurn],
    by_id: Mapping[str, Look],
    beside: Beside,
    told: Collection[str],
) -> ComingLine:
    first = group[0]
    effects = dict.fromkeys(turn.lapses or turn.effect or "" for turn in group)
    records = [register.effects[effect].record for effect in effects]
    looks = [by_id[turn.measure] for turn in group]
    day = first.on.toordinal()
    return ComingLine(
        on=first.on,
        days_left=first.days_left,
        act=directory.instrument(records[0].affecting),
        kind=records[0].kind,
        effect=next(iter(effects)),
        lapses=first.lapses is not None,
        reminder=_reminder(first.on - timedelta(days=1), looks) if first.lapses else None,
        last_day_unclear=any(boundary_unclear(record) for record in records),
        parts=_parts(directory, ((look, day) for look in looks)),
        items=directory.items(looks),
        grounds=grounds(directory, records),
        standing=beside.standing(looks) if first.lapses else (),
        told_above=set(effects) <= set(told),
    )


def _reminder(last_day: date, looks: Iterable[Look]) -> int | None:
    """Return for how many days before the last day a reminder fell into the window."""
    due = [
        days
        for look in looks
        for days in REMINDER_DAYS
        if look.turns_here(last_day.toordinal() - days)
    ]
    return min(due, default=None)


def _parts(directory: Directory, turning: Iterable[tuple[Look, int]]) -> tuple[Part, ...]:
    found: dict[tuple[str, Fate], list[Look]] = {}
    for look, day in turning:
        never = look.timeline.never_in_force(day - 1)
        key = (instrument_of(look.id), Fate(look.status(day - 1), look.status(day), never))
        found.setdefault(key, []).append(look)
    return tuple(part(directory, home, fate, looks) for (home, fate), looks in found.items())


def boundary_unclear(effect: Effect) -> bool:
    """Tell whether the text leaves open if its last day is still included."""
    own = effect.through.boundary if isinstance(effect.through, DateRecord) else None
    return (own or effect.boundary) == "unclear"
