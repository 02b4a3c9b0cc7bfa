"""What does the register say of every measure, as known at the end of a window?"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from tracker.digests.window import Window
from tracker.domain.days import legal_day
from tracker.domain.questions import Answer, Clocks, Question, Status
from tracker.domain.records import Measure
from tracker.domain.rulebook import Field
from tracker.projection.answering import acting_on, answer
from tracker.projection.dated import DatedEffect
from tracker.projection.dossier import (
    Dossier,
    Recorded,
    View,
    recorded_bound,
    version_by,
    view_on,
    visible_effects,
)
from tracker.projection.register import Register
from tracker.projection.timeline import Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a digest looks at: the register, the window and the clocks.

    ``positions`` are those of the log behind which the window begins and with which it ends; with
    them, what was *recorded* in the window goes by position, otherwise by the instant, with bare
    days read in UTC (recording is our own act and has no issuer's zone).
    """

    register: Register
    window: Window
    now: datetime
    recorded_by: date | datetime | None
    positions: tuple[int, int] | None
    field: Field

    def clocks(self, zone_name: str | None) -> Clocks:
        """Return the clocks at the window's end in a zone; the asked day is never after today."""
        return Clocks(
            now=self.now,
            on=min(self.window.last_day(zone_name), legal_day(self.now, zone_name)),
            announced_by=self.window.announced_by,
            recorded_by=self.recorded_by,
        )

    @property
    def recorded_before(self) -> int:
        """The exclusive bound of the recorded clock, for what has no issuer's zone."""
        return recorded_bound(self.clocks(None), None)

    def visible(self, item: Recorded[Any]) -> bool:
        """Tell whether something was recorded by the window's end and not taken back by then."""
        retracted = self.register.retracted_at.get(item.record.id or "")
        bound = self.recorded_before
        return item.at < bound and (retracted is None or retracted >= bound)

    def recorded_here(self, item: Recorded[Any]) -> bool:
        """Tell whether something was recorded in the window."""
        if item.at >= self.recorded_before:
            return False
        if self.positions is not None:
            return self.positions[0] < item.position <= self.positions[1]
        return self.window.opens(None) <= item.at < self.window.closes(None)


@dataclass(frozen=True, eq=False)
class Look:
    """One measure as known at the window's end; days are ordinals, instants microseconds.

    ``first`` and ``last`` are the legal days of the window in the measure's zone, ``opens`` its
    first microsecond. ``effects`` are all visible ones, those for named parties included.
    """

    dossier: Dossier
    measure: Measure
    view: View
    clocks: Clocks
    effects: tuple[DatedEffect, ...]
    timeline: Timeline
    first: int
    opens: int

    @property
    def id(self) -> str:
        """The id of the measure."""
        return self.dossier.measure

    @property
    def last(self) -> int:
        """The last day of the window, or today where that comes first."""
        return self.view.on

    def answer(self, day: int) -> Answer:
        """Answer for another day, under the same knowledge."""
        clocks = Clocks(
            now=self.clocks.now,
            on=date.fromordinal(day),
            announced_by=self.clocks.announced_by,
            recorded_by=self.clocks.recorded_by,
        )
        return answer(self.dossier, Question(measure=self.id, clocks=clocks))

    @cached_property
    def found(self) -> Answer:
        """The answer for the window's last day."""
        return self.answer(self.last)

    def seen_by(self, effect: DatedEffect, *, without: Collection[str] = ()) -> Timeline:
        """Return the timeline of those whom an effect concerns, some effects left out."""
        party = effect.record.parties[0] if effect.record.parties else None
        acting = acting_on(self.effects, party)
        return Timeline([one for one in acting if one.id not in without])

    def status(self, day: int) -> Status:
        """Return the status on a day."""
        return self.timeline.at(day).status

    def terms(self) -> Mapping[str, Any]:
        """Return the terms on the last day, those of the text itself before it starts."""
        return self.timeline.fold.terms(self.measure.terms, self.last) or self.measure.terms

    def announced_here(self, effect: DatedEffect) -> bool:
        """Tell whether an effect was announced in the window."""
        return effect.announced >= self.opens

    def turns_here(self, day: int | None) -> bool:
        """Tell whether a day lies in the window and has come."""
        return day is not None and self.first <= day <= self.last


def survey(scope: Scope) -> tuple[Look, ...]:
    """Return a look at every measure that makes a rule and was recorded, in recorded order."""
    found = (
        _look(scope, scope.register.dossier(measure)) for measure in scope.register.measure_ids()
    )
    return tuple(look for look in found if look is not None)


def _look(scope: Scope, dossier: Dossier) -> Look | None:
    # the zone hangs on the recorded clock only, so that any day will do to find it
    zone_name = view_on(dossier, scope.clocks(None)).zone_name
    clocks = scope.clocks(zone_name)
    view = view_on(dossier, clocks)
    measure = version_by(dossier.versions, view.recorded_before)
    if measure is None or not measure.rule:
        return None
    effects = tuple(visible_effects(dossier, view))
    return Look(
        dossier=dossier,
        measure=measure,
        view=view,
        clocks=clocks,
        effects=effects,
        timeline=Timeline(acting_on(effects, None)),
        first=scope.window.first_day(zone_name).toordinal(),
        opens=scope.window.opens(zone_name),
    )
