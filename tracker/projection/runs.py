"""Over which runs of days does a measure keep one status?"""

from dataclasses import dataclass, replace
from datetime import date

from tracker.domain.questions import Certainty, Clocks, Question, Reason, Status
from tracker.projection.answering import acting_on, answer, first_day, last_day, reason_of
from tracker.projection.dossier import Dossier, view_on, visible_effects
from tracker.projection.timeline import Stretch, Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A run of days with one status: first and last day, ``None`` where it is open."""

    from_: date | None
    through: date | None
    status: Status
    certainty: Certainty | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureTimeline:
    """One measure over all days, under one state of knowledge.

    ``effects`` are those that make it so, in announced order, each with who let it count.
    """

    measure: str
    title: str | None
    spans: tuple[Span, ...]
    effects: tuple[Reason, ...] = ()


def timeline_of(dossier: Dossier, clocks: Clocks) -> MeasureTimeline:
    """Return the timeline of the measure of a dossier."""
    view = view_on(dossier, clocks)
    found = answer(dossier, Question(measure=dossier.measure, clocks=clocks))
    known = found.status is not Status.UNKNOWN
    effects = acting_on(visible_effects(dossier, view), None) if known else ()
    spans = []
    for stretch in Timeline(effects).stretches:
        at = replace(clocks, on=date.fromordinal(_typical_day(stretch, view.known_day)))
        certainty = answer(dossier, Question(measure=dossier.measure, clocks=at)).certainty
        spans.append(
            Span(
                from_=first_day(stretch),
                through=last_day(stretch),
                status=stretch.status,
                certainty=certainty,
            )
        )
    return MeasureTimeline(
        measure=dossier.measure,
        title=found.title,
        spans=tuple(spans),
        effects=tuple(reason_of(dossier, effect, view) for effect in effects),
    )


def _typical_day(stretch: Stretch, known: int) -> int:
    """Return the day whose certainty stands for a run of days.

    It is the day of knowledge where that lies in the run, the first of a run to come, and the
    middle of one that is over: its edges may be disputed where the run itself is not.
    """
    if stretch.end > known:
        return max(stretch.start, known)
    last = stretch.end - 1
    return last if first_day(stretch) is None else (stretch.start + last) // 2
