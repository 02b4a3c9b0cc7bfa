"""What comes next, and which lapses still wait for official word?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tracker.domain.questions import Answer, Certainty, Clocks, Question, Status
from tracker.projection.answering import acting_on, answer
from tracker.projection.certainty import Lapse, lapse_at
from tracker.projection.dossier import Dossier, version_by, view_on, visible_effects
from tracker.projection.timeline import Timeline

REMINDER_DAYS = (90, 30, 7, 1, 0)
"""So many days before a lapse (0: on its last day) a reminder is due."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduledTurn:
    """A measure changes its status on ``on`` unless something new is announced.

    ``lapses`` names the effect that runs out the day before, where nothing else makes the turn.
    """

    on: date
    measure: str
    title: str | None
    instrument: str
    jurisdiction: str | None
    before: Status
    after: Status
    effect: str | None
    lapses: str | None
    days_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """An effect runs out on its last day ``on``, ``days_left`` days from the asked day."""

    on: date
    effect: str
    affecting: str
    measures: tuple[str, ...]
    days_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationTask:
    """An effect ran out by its own terms and no official word was recorded since.

    ``due_on`` is the first day after it; ``by_terms`` holds if it lapsed, ``if_extended`` if not.
    """

    task: str
    effect: str
    affecting: str
    measures: tuple[str, ...]
    jurisdiction: str | None
    ended_on: date
    due_on: date
    overdue_days: int
    by_terms: Status
    if_extended: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Upcoming:
    """What is scheduled, what should be looked at soon, and what waits for official word."""

    turns: tuple[ScheduledTurn, ...]
    reminders: tuple[Reminder, ...]
    tasks: tuple[VerificationTask, ...]


def upcoming(dossiers: Iterable[Dossier], clocks: Clocks, *, days: int) -> Upcoming:
    """Return what comes in the ``days`` after the asked day, and every open verification task."""
    turns: list[ScheduledTurn] = []
    reminders: dict[tuple[str, date], list[str]] = {}
    reminded: dict[tuple[str, date], tuple[str, int]] = {}
    tasks: dict[tuple[str, date], list[tuple[Answer, Lapse]]] = {}
    for dossier in dossiers:
        for turn, lapse in _turns(dossier, clocks, days):
            turns.append(turn)
            if lapse:
                key = (lapse.effects[-1].id, date.fromordinal(lapse.turned_on - 1))
                reminders.setdefault(key, []).append(dossier.measure)
                reminded[key] = (lapse.effects[-1].record.affecting, turn.days_left - 1)
        for found, lapse in _open_lapses(dossier, clocks):
            key = (lapse.effects[-1].id, date.fromordinal(lapse.turned_on))
            tasks.setdefault(key, []).append((found, lapse))
    return Upcoming(
        turns=tuple(sorted(turns, key=lambda turn: (turn.on, turn.measure))),
        reminders=tuple(
            Reminder(
                on=on,
                effect=effect,
                affecting=reminded[effect, on][0],
                measures=tuple(measures),
                days_left=reminded[effect, on][1],
            )
            for (effect, on), measures in sorted(reminders.items(), key=lambda item: item[0][1])
        ),
        tasks=tuple(_task(key, found) for key, found in sorted(tasks.items(), key=_due)),
    )


def _due(item: tuple[tuple[str, date], object]) -> tuple[date, str]:
    (effect, due_on), _ = item
    return (due_on, effect)


def _turns(
    dossier: Dossier, clocks: Clocks, days: int
) -> Iterator[tuple[ScheduledTurn, Lapse | None]]:
    view = view_on(dossier, clocks)
    measure = version_by(dossier.versions, view.recorded_before)
    if measure is None or not measure.rule:
        return
    timeline = Timeline(acting_on(visible_effects(dossier, view), None))
    instrument = version_by(dossier.instruments.get(dossier.instrument), view.recorded_before)
    for stretch in timeline.stretches:
        if not view.on < stretch.start <= view.on + days:
            continue
        lapse = lapse_at(timeline, stretch)
        causes = [e.id for e in timeline.effects if stretch.start in (e.start, e.end)]
        yield (
            ScheduledTurn(
                on=date.fromordinal(stretch.start),
                measure=dossier.measure,
                title=measure.title,
                instrument=dossier.instrument,
                jurisdiction=instrument.jurisdiction if instrument else None,
                before=timeline.at(stretch.start - 1).status,
                after=stretch.status,
                effect=causes[-1] if causes else None,
                lapses=lapse.effects[-1].id if lapse else None,
                days_left=stretch.start - view.on,
            ),
            lapse,
        )


def _open_lapses(dossier: Dossier, clocks: Clocks) -> Iterator[tuple[Answer, Lapse]]:
    found = answer(dossier, Question(measure=dossier.measure, clocks=clocks))
    if found.certainty is not Certainty.UNVERIFIED:
        return
    view = view_on(dossier, clocks)
    timeline = Timeline(acting_on(visible_effects(dossier, view), None))
    lapse = lapse_at(timeline, timeline.at(view.on))
    if lapse:
        yield found, lapse


def _task(key: tuple[str, date], found: list[tuple[Answer, Lapse]]) -> VerificationTask:
    effect, due_on = key
    first, lapse = found[0]
    return VerificationTask(
        task=f"verify:{effect}:{due_on}",
        effect=effect,
        affecting=lapse.effects[-1].record.affecting,
        measures=tuple(item.measure for item, _ in found),
        jurisdiction=first.jurisdiction,
        ended_on=date.fromordinal(lapse.turned_on - 1),
        due_on=due_on,
        overdue_days=max(0, (first.on - due_on).days),
        by_terms=lapse.after,
        if_extended=lapse.before,
    )
