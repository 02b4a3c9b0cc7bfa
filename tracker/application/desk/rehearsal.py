"""What would the rule set become, if this were accepted?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from tracker.application.held import Held
from tracker.application.library import Library
from tracker.domain.days import instant_text
from tracker.domain.events import NewEvent
from tracker.domain.identifiers import STAR, instrument_of, is_measure
from tracker.domain.questions import Answer, Clocks, Question
from tracker.domain.records import Effect, Measure, Retraction
from tracker.errors import UnknownMeasure
from tracker.projection.answering import answer
from tracker.projection.reading import held_by
from tracker.projection.register import Register
from tracker.projection.runs import MeasureTimeline, Span, timeline_of

SHOWN = 60
"""So many measures are worked out; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where a measure stands today, and over all days; ``None`` where it is not recorded."""

    answer: Answer
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureChange:
    """One measure before and after."""

    measure: str
    title: str | None
    before: Stand | None
    after: Stand | None

    @property
    def changes(self) -> bool:
        """Whether anything of it would be different."""
        before, after = self.before, self.after
        if before is None or after is None:
            return before is not after
        return before.spans != after.spans or before.answer.terms != after.answer.terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """The measures that would change, and how many more were not worked out."""

    measures: tuple[MeasureChange, ...] = ()
    more: int = 0


def rehearse(library: Library, events: Iterable[NewEvent], *, now: datetime) -> Rehearsal:
    """Return what the events would do to the rule set; records nothing."""
    held = [record for event in events if (record := held_by(event)) is not None]
    names = tuple(dict.fromkeys(_reached(held, Held(library.log.find))))
    register = library.apart(names[:SHOWN])
    clocks = Clocks(now=now)
    before = {name: _stand(register, name, clocks) for name in names[:SHOWN]}
    for record in held:
        register.file(record, recorded_at=instant_text(now))
    changes = (
        MeasureChange(
            measure=name,
            title=_title(before[name], after),
            before=before[name],
            after=after,
        )
        for name in names[:SHOWN]
        for after in (_stand(register, name, clocks),)
    )
    return Rehearsal(
        measures=tuple(change for change in changes if change.changes),
        more=max(0, len(names) - SHOWN),
    )


def _reached(held: Iterable[object], log: Held) -> Iterator[str]:
    for record in held:
        if isinstance(record, Measure):
            yield record.id or ""
        elif isinstance(record, Effect):
            yield from _targets(record, log)
        elif isinstance(record, Retraction):
            effect = log.effect(record.effect)
            yield from _targets(effect, log) if effect else ()


def _targets(effect: Effect, log: Held) -> Iterator[str]:
    for target in effect.affected:
        if is_measure(target):
            yield target
            continue
        known = log.measures(instrument_of(target.removesuffix(STAR)))
        yield from (id for id in known if not target.endswith(STAR) or id.startswith(target[:-1]))


def _stand(register: Register, measure: str, clocks: Clocks) -> Stand | None:
    try:
        dossier = register.dossier(measure)
    except UnknownMeasure:
        return None
    found = answer(dossier, Question(measure=measure, clocks=clocks))
    timeline: MeasureTimeline = timeline_of(dossier, clocks)
    return Stand(answer=found, spans=timeline.spans)


def _title(before: Stand | None, after: Stand | None) -> str | None:
    stand = after or before
    return stand.answer.title if stand else None
