"""What differs between two days or between two states of knowledge, and what brought it about?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tracker.domain.questions import Answer, Clocks, Question, Status
from tracker.projection.answering import acting_on, answer, reason_of
from tracker.projection.dated import DatedEffect
from tracker.projection.dossier import Dossier, View, version_by, view_on, visible_effects

COMPARED = ("status", "certainty", "since", "through", "terms")
"""What is compared, beside the title: a difference in any of these is told."""


class Cause(StrEnum):
    """Why two answers differ."""

    TIME_PASSED = "time_passed"
    NEWLY_ANNOUNCED = "newly_announced"
    NEWLY_RECORDED = "newly_recorded"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """One cause of a difference, with the effect that made it where there is one.

    ``accepted_by`` and ``accepted_at`` tell who let it count and when, ``read_by_person`` whether
    somebody has read it; all are ``None`` where there is no effect.
    """

    cause: Cause
    effect: str | None = None
    kind: str | None = None
    affecting: str | None = None
    announced_at: str | None = None
    accepted_by: str | None = None
    accepted_at: str | None = None
    read_by_person: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One measure whose answer differs; ``changed`` names the parts that do."""

    measure: str
    before: Answer
    after: Answer
    changed: tuple[str, ...]
    causes: tuple[Because, ...]


def differences(dossiers: Iterable[Dossier], before: Clocks, after: Clocks) -> Iterator[Difference]:
    """Yield the measures whose answers differ between two settings of the clocks."""
    for dossier in dossiers:
        old = answer(dossier, Question(measure=dossier.measure, clocks=before))
        new = answer(dossier, Question(measure=dossier.measure, clocks=after))
        changed = changed_parts(old, new)
        if changed:
            yield Difference(
                measure=dossier.measure,
                before=old,
                after=new,
                changed=changed,
                causes=tuple(causes(dossier, before, after)),
            )


def changed_parts(old: Answer, new: Answer) -> tuple[str, ...]:
    """Return which of the compared parts differ; nothing between two that are unknown."""
    if old.status is Status.UNKNOWN and new.status is Status.UNKNOWN:
        return ()
    return tuple(part for part in COMPARED if getattr(old, part) != getattr(new, part))


def causes(dossier: Dossier, before: Clocks, after: Clocks) -> Iterator[Because]:
    """Yield why two answers on a measure differ, each with the effect that brought it about."""
    old_view, new_view = view_on(dossier, before), view_on(dossier, after)
    old = {effect.id: effect for effect in acting_on(visible_effects(dossier, old_view), None)}
    new = {effect.id: effect for effect in acting_on(visible_effects(dossier, new_view), None)}
    for effect in new.values():
        if effect.id not in old:
            announced_then = effect.announced < old_view.announced_before
            cause = Cause.NEWLY_RECORDED if announced_then else Cause.NEWLY_ANNOUNCED
            yield _because(cause, effect, dossier, new_view)
    for effect in old.values():
        if effect.id not in new:
            yield _because(Cause.CORRECTED, effect, dossier, old_view)
    earlier = version_by(dossier.versions, old_view.recorded_before)
    if earlier is not version_by(dossier.versions, new_view.recorded_before):
        yield Because(cause=Cause.CORRECTED if earlier else Cause.NEWLY_RECORDED)
    if old_view.on != new_view.on:
        yield from _passed(new.values(), dossier, old_view, new_view)


def _passed(
    effects: Iterable[DatedEffect], dossier: Dossier, old: View, new: View
) -> Iterator[Because]:
    """Name the effects that begin or run out between the two days."""
    first, last = sorted((old.on, new.on))
    turning = [
        effect
        for effect in effects
        if any(edge is not None and first < edge <= last for edge in (effect.start, effect.end))
    ]
    for effect in turning:
        yield _because(Cause.TIME_PASSED, effect, dossier, new)
    if not turning:
        yield Because(cause=Cause.TIME_PASSED)


def _because(cause: Cause, effect: DatedEffect, dossier: Dossier, view: View) -> Because:
    reason = reason_of(dossier, effect, view)
    return Because(
        cause=cause,
        effect=effect.id,
        kind=effect.kind,
        affecting=effect.record.affecting,
        announced_at=effect.record.announced_at,
        accepted_by=reason.accepted_by,
        accepted_at=reason.accepted_at,
        read_by_person=reason.read_by_person,
    )
