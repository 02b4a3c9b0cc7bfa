"""Where does every measure stand on any day, as known at any time, without folding anew?

Each measure is compiled once: its effects with their dates read, and for every state of knowledge
that was ever announced the days on which its status or certainty turns. A question on the whole
set then costs two look-ups a measure. The rules are those of `tracker.projection.answering`, which
a test holds against this.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from tracker.domain.days import begins_at, parse_when
from tracker.domain.questions import Answer, Certainty, Clocks, Grounds, Question, Status
from tracker.domain.records import Measure
from tracker.projection.answering import acting_on, answer, first_day, last_day
from tracker.projection.certainty import is_contested, judge
from tracker.projection.dated import FIRST_DAY, FOREVER, DatedEffect
from tracker.projection.dossier import (
    Dossier,
    View,
    recorded_bound,
    verified_since,
    view_of,
    visible_effects,
)
from tracker.projection.timeline import Fold, Timeline, merged

_ALWAYS = 1 << 62
"""An exclusive bound, in microseconds since 1970, that lies after every instant there is."""


class Passage(msgspec.Struct, frozen=True, gc=False):
    """Days of equal status and certainty, from ``start`` on, in a stretch of equal status."""

    start: int
    status: Status
    certainty: Certainty | None
    since: date | None
    through: date | None
    never_in_force: bool


class Compiled:
    """One measure with all that is recorded now; states of knowledge are folded when asked for."""

    __slots__ = (
        "_amending",
        "_dossier",
        "_effects",
        "_starts",
        "_states",
        "jurisdiction",
        "last_recorded",
        "measure",
        "thresholds",
        "zone_name",
        "zones",
    )

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self.measure: Measure | None = dossier.versions[-1].record if dossier.versions else None
        instrument = dossier.instruments.get(dossier.instrument)
        self.zone_name = instrument[-1].record.timezone if instrument else None
        self.jurisdiction = instrument[-1].record.jurisdiction if instrument else None
        first = instrument[0].record.timezone if instrument else None
        self.zones = (self.zone_name, first)
        self.last_recorded = max(_recorded(dossier), default=0)
        everything = View(self.zone_name, 0, _ALWAYS, _ALWAYS, 0)
        rule = self.measure is not None and self.measure.rule
        self._effects = acting_on(visible_effects(dossier, everything), None) if rule else []
        self._amending = [effect for effect in self._effects if effect.kind == "amend"]
        self.thresholds = sorted(set(self._announcements()))
        count = len(self.thresholds) + 1
        self._states: list[tuple[Passage, ...] | None] = [None] * count
        self._starts: list[list[int] | None] = [None] * count

    def _announcements(self) -> Iterator[int]:
        for effect in self._effects:
            yield effect.announced
        for item in self._dossier.verifications:
            yield begins_at(parse_when(item.record.announced_at), self.zone_name)

    def passage(self, on: int, announced_before: int) -> Passage:
        """Return the passage that holds the day, as known before the bound."""
        state = bisect_left(self.thresholds, announced_before)
        starts = self._starts[state]
        if starts is None:
            starts = self._fold(state)
        passages = self._states[state]
        assert passages is not None
        return passages[bisect_right(starts, on) - 1]

    def complete(self) -> None:
        """Fold every state of knowledge now, rather than when it is asked for."""
        if None not in self._starts:
            return
        fold, taken = Fold(), 0
        for state in range(len(self._starts)):
            before = self._before(state)
            while taken < len(self._effects) and self._effects[taken].announced < before:
                fold.apply(self._effects[taken])
                taken += 1
            self._keep(state, Timeline(self._effects[:taken], fold))

    def _before(self, state: int) -> int:
        return self.thresholds[state - 1] + 1 if state else 0

    def _fold(self, state: int) -> list[int]:
        before = self._before(state)
        effects = [effect for effect in self._effects if effect.announced < before]
        return self._keep(state, Timeline(effects))

    def _keep(self, state: int, timeline: Timeline) -> list[int]:
        passages = tuple(self._passages(timeline, self._before(state)))
        self._states[state] = passages
        starts = self._starts[state] = [passage.start for passage in passages]
        return starts

    def _passages(self, timeline: Timeline, announced_before: int) -> Iterator[Passage]:
        never = True
        for day in sorted(_turning_days(timeline)):
            stretch = timeline.at(day)
            never = never and stretch.status is not Status.IN_FORCE
            yield Passage(
                start=day,
                status=stretch.status,
                certainty=self._certainty(timeline, day, announced_before),
                since=first_day(stretch) if timeline.fold.imposed else None,
                through=last_day(stretch) if timeline.fold.imposed else None,
                never_in_force=never,
            )

    def _certainty(self, timeline: Timeline, day: int, announced_before: int) -> Certainty | None:
        if not timeline.fold.imposed or self.measure is None:
            return None
        # A known day after every other: what is projected depends on the question alone.
        view = View(self.zone_name, day, announced_before, _ALWAYS, FOREVER)
        return judge(
            timeline,
            view=view,
            base_terms=self.measure.terms,
            verified=lambda ids, since: verified_since(
                self._dossier, view, effects=ids, since=since
            ),
        ).certainty

    def answer(self, view: View, clocks: Clocks) -> Answer:
        """Answer under the clocks, of which ``view`` is the reading in this measure's zone."""
        measure = self.measure
        passage = self.passage(view.on, view.announced_before)
        certainty = passage.certainty
        if view.on > view.known_day and certainty in _OVERRIDDEN:
            certainty = Certainty.PROJECTED
        dossier = self._dossier
        known = measure is not None and passage.status is not Status.UNKNOWN
        return Answer(
            measure=dossier.measure,
            instrument=dossier.instrument,
            on=date.fromordinal(view.on),
            status=passage.status,
            never_in_force=passage.never_in_force,
            certainty=certainty,
            since=passage.since,
            through=passage.through,
            terms=self._terms(view) if known else {},
            title=measure.title if measure else None,
            jurisdiction=self.jurisdiction,
            rule=measure.rule if measure else True,
            grounds=_Later(dossier, clocks),
        )

    def _terms(self, view: View) -> Mapping[str, Any]:
        base = self.measure.terms if self.measure else {}
        covering = [
            effect
            for effect in self._amending
            if effect.announced < view.announced_before and effect.covers(view.on)
        ]
        if not covering:
            return base
        return merged(base, sorted(covering, key=_taking_effect))

    @property
    def dossier(self) -> Dossier:
        """All that is recorded on the measure."""
        return self._dossier


_OVERRIDDEN = (Certainty.UNVERIFIED, Certainty.CONFIRMED)


def _taking_effect(effect: DatedEffect) -> int:
    return effect.start or FIRST_DAY


class _Later(msgspec.Struct, frozen=True, gc=False):
    """The grounds of an answer, worked out by the long way when somebody reads them."""

    dossier: Dossier
    clocks: Clocks

    def __call__(self) -> Grounds:
        question = Question(measure=self.dossier.measure, clocks=self.clocks)
        return answer(self.dossier, question).grounds()


def _recorded(dossier: Dossier) -> Iterator[int]:
    """Yield every recorded time that may bear on an answer."""
    yield from (item.at for item in dossier.versions)
    yield from (item.at for item in dossier.effects)
    yield from (item.at for item in dossier.verifications)
    yield from (item.at for versions in dossier.instruments.values() for item in versions)
    yield from dossier.retracted_at.values()


def _turning_days(timeline: Timeline) -> set[int]:
    """Return every day on which status or certainty may turn, under any reading."""
    days = {stretch.start for stretch in timeline.stretches}
    effects = timeline.effects
    if not is_contested(effects):
        return days
    if any(effect.weak for effect in effects):
        days |= _starts(effect for effect in effects if not effect.weak)
    for index, effect in enumerate(effects):
        for reading in effect.readings:
            variant = [*effects]
            variant[index] = effect.read_as(reading)
            days |= _starts(variant)
            days |= _amending_days((*effects, variant[index]))
        if effect.boundary_unclear and FIRST_DAY < effect.end < FOREVER:
            days |= {effect.end - 1, effect.end}
    return days


def _starts(effects: Iterable[DatedEffect]) -> set[int]:
    return {stretch.start for stretch in Timeline(list(effects)).stretches}


def _amending_days(effects: Iterable[DatedEffect]) -> set[int]:
    """Return the days on which terms may change."""
    edges = {
        edge
        for effect in effects
        if effect.kind == "amend" and effect.start is not None
        for edge in (effect.start, effect.end)
    }
    return {day for day in edges if FIRST_DAY < day < FOREVER}


class Panorama:
    """Every recorded measure, compiled; rebuilt when something new bears on the rules."""

    def __init__(self, dossiers: Iterable[Dossier]) -> None:
        compiled = [Compiled(dossier) for dossier in dossiers]
        compiled.sort(key=lambda item: (item.jurisdiction or "", item.dossier.measure))
        self.measures: Sequence[Compiled] = compiled
        self._complete = False
        self.by_id = {item.dossier.measure: item for item in compiled}
        self.by_instrument: dict[str, list[Compiled]] = defaultdict(list)
        self.by_jurisdiction: dict[str | None, list[Compiled]] = defaultdict(list)
        for item in compiled:
            self.by_instrument[item.dossier.instrument].append(item)
            self.by_jurisdiction[item.jurisdiction].append(item)

    def complete(self) -> None:
        """Fold every state of knowledge of every measure, once."""
        if not self._complete:
            for item in self.measures:
                item.complete()
            self._complete = True

    def answers(
        self, clocks: Clocks, measures: Iterable[Compiled] | None = None
    ) -> Iterator[Answer]:
        """Answer for the given measures, or for all, in the order of jurisdiction and id."""
        views: dict[tuple[str | None, str | None], View] = {}
        for item in self.measures if measures is None else measures:
            view = views.get(item.zones)
            if view is None:
                zone_name, first = item.zones
                before = recorded_bound(clocks, first)
                view = views[item.zones] = view_of(clocks, zone_name, recorded_before=before)
            if item.last_recorded < view.recorded_before:
                yield item.answer(view, clocks)
            else:
                dossier = item.dossier
                yield answer(dossier, Question(measure=dossier.measure, clocks=clocks))
