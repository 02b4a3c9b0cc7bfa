"""Where does every measure stand on any day, as known at any time, without folding anew?

Each measure is compiled once: its effects with their dates read, and for every state of knowledge
that was ever announced the days on which its status or certainty turns. A question on the whole
set then costs two look-ups a measure. The rules are those of `tracker.projection.answering`, which
a test holds against this.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from tracker.domain.days import begins_at, parse_when
from tracker.domain.questions import Answer, Certainty, Clocks, Grounds, Question, Status
from tracker.domain.records import Measure
from tracker.projection.answering import acting_on, answer, first_day, last_day
from tracker.projection.certainty import judge
from tracker.projection.dated import FIRST_DAY, FOREVER, DatedEffect
from tracker.projection.dossier import (
    Dossier,
    View,
    recorded_bound,
    verified_since,
    version_by,
    view_of,
    visible_effects,
)
from tracker.projection.recording_order import RecordingOrder
from tracker.projection.timeline import Fold, Timeline, merged
from tracker.projection.turning import turning_days

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
    """One measure with all that is recorded now; states of knowledge are folded when asked for.

    ``narrowed`` are the parties whom some of its effects single out; ``undated`` tells that one
    is to bring it into force on a day that it does not set.
    """

    __slots__ = (
        "_amending",
        "_effects",
        "_imposed_from",
        "_records",
        "_starts",
        "_states",
        "dossier",
        "id",
        "instrument",
        "jurisdiction",
        "last_recorded",
        "narrowed",
        "rule",
        "terms",
        "thresholds",
        "title",
        "undated",
        "zone_name",
        "zones",
    )

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.id, self.instrument = dossier.measure, dossier.instrument
        measure = dossier.versions[-1].record if dossier.versions else Measure()
        self.title, self.rule, self.terms = measure.title, measure.rule, measure.terms
        instrument = dossier.instruments.get(dossier.instrument)
        self.zone_name = instrument[-1].record.timezone if instrument else None
        self.jurisdiction = instrument[-1].record.jurisdiction if instrument else None
        self.zones = (self.zone_name, instrument[0].record.timezone if instrument else None)
        named = (name for item in dossier.effects for name in item.record.parties)
        self.narrowed = tuple(dict.fromkeys(named))
        self.last_recorded = max(_recorded(dossier), default=0)
        self._records: RecordingOrder | None = None
        everything = View(self.zone_name, 0, _ALWAYS, _ALWAYS, 0)
        counts = bool(dossier.versions) and measure.rule
        self._effects = acting_on(visible_effects(dossier, everything), None) if counts else []
        self.undated = any(map(_lacks_a_start, self._effects))
        self._amending = [effect for effect in self._effects if effect.kind == "amend"]
        imposed = (effect.announced for effect in self._effects if effect.kind == "impose")
        self._imposed_from = min(imposed, default=_ALWAYS)
        self.thresholds = sorted(set(self._announcements()))
        count = len(self.thresholds) + 1
        self._states: list[tuple[Passage, ...]] = [()] * count
        self._starts: list[list[int] | None] = [None] * count

    def _announcements(self) -> Iterator[int]:
        for effect in self._effects:
            yield effect.announced
        for item in self.dossier.verifications:
            yield begins_at(parse_when(item.record.announced_at), self.zone_name)

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

    def fold(self, announced_before: int) -> None:
        """Fold the state of knowledge before a bound now, rather than when it is asked for."""
        state = bisect_left(self.thresholds, announced_before)
        if self._starts[state] is None:
            self._fold(state)

    def passages(self, view: View) -> tuple[Passage, ...]:
        """Return all days, cut where status or certainty turns, as a view knows them.

        Nothing is ``projected`` here: that hangs on the day of knowledge, not on the effects.
        """
        if self.last_recorded < view.recorded_before:
            state = bisect_left(self.thresholds, view.announced_before)
            if self._starts[state] is None:
                self._fold(state)
            return self._states[state]
        timeline = Timeline(self.effects(view))
        return tuple(self._passages(timeline, view.announced_before, view.recorded_before))

    def effects(self, view: View) -> list[DatedEffect]:
        """Return the effects that move something under a view, in announced order."""
        if self.last_recorded < view.recorded_before:
            before = view.announced_before
            return [effect for effect in self._effects if effect.announced < before]
        measure = version_by(self.dossier.versions, view.recorded_before)
        counts = measure is not None and measure.rule
        return acting_on(visible_effects(self.dossier, view), None) if counts else []

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

    def _passages(
        self, timeline: Timeline, announced_before: int, recorded_before: int = _ALWAYS
    ) -> Iterator[Passage]:
        never = True
        for day in sorted(turning_days(timeline)):
            stretch = timeline.at(day)
            never = never and stretch.status is not Status.IN_FORCE
            yield Passage(
                start=day,
                status=stretch.status,
                certainty=self._certainty(timeline, day, announced_before, recorded_before),
                since=first_day(stretch) if timeline.fold.imposed else None,
                through=last_day(stretch) if timeline.fold.imposed else None,
                never_in_force=never,
            )

    def _certainty(
        self, timeline: Timeline, day: int, announced_before: int, recorded_before: int
    ) -> Certainty | None:
        if not timeline.fold.imposed:
            return None
        # A known day after every other: what is projected depends on the question alone.
        view = View(self.zone_name, day, announced_before, recorded_before, FOREVER)
        return judge(
            timeline,
            view=view,
            base_terms=self.terms,
            verified=lambda ids, since: verified_since(
                self.dossier, view, effects=ids, since=since
            ),
        ).certainty

    def answer(self, sight: "_Sight") -> Answer:
        """Answer under the clocks of a sight in this measure's zone."""
        if self.last_recorded < sight.recorded_before:
            return self._looked_up(sight, sight.announced_before)
        if not _is_steady(self.dossier):
            return answer(self.dossier, Question(measure=self.id, clocks=sight.clocks))
        if self.dossier.versions[0].at >= sight.recorded_before:
            return self._unrecorded(sight)
        return self._as_recorded(sight)

    def _looked_up(self, sight: "_Sight", announced_before: int) -> Answer:
        """Answer from what was announced before a bound, all of which had been recorded."""
        state = bisect_left(self.thresholds, announced_before)
        starts = self._starts[state] or self._fold(state)
        passage = self._states[state][bisect_right(starts, sight.on) - 1]
        if self._amending:
            return self._answer(sight, passage, self._terms(sight.on, announced_before))
        return self._answer(sight, passage, self._base(passage))

    def _as_recorded(self, sight: "_Sight") -> Answer:
        """Answer from those effects alone that had been recorded by then.

        As a rule they are the first so many in announced order: a state that is folded already.
        """
        if self._records is None:
            self._records = RecordingOrder(self._effects, self.dossier)
        before = sight.recorded_before
        if not self.dossier.verifications:
            bound = self._records.announced_bound(sight.announced_before, before)
            if bound is not None:
                return self._looked_up(sight, bound)
        visible = self._records.visible(self._effects, sight.announced_before, before)
        timeline = Timeline(visible)
        stretch = timeline.at(sight.on)
        passage = Passage(
            start=sight.on,
            status=stretch.status,
            certainty=self._certainty(timeline, sight.on, sight.announced_before, before),
            since=first_day(stretch) if timeline.fold.imposed else None,
            through=last_day(stretch) if timeline.fold.imposed else None,
            never_in_force=timeline.never_in_force(sight.on),
        )
        return self._answer(sight, passage, timeline.fold.terms(self.terms, sight.on))

    def _answer(self, sight: "_Sight", passage: Passage, terms: Mapping[str, Any]) -> Answer:
        certainty = passage.certainty
        if sight.projected and certainty in _OVERRIDDEN:
            certainty = Certainty.PROJECTED
        return Answer(
            measure=self.id,
            instrument=self.instrument,
            on=sight.day,
            status=passage.status,
            never_in_force=passage.never_in_force,
            certainty=certainty,
            since=passage.since,
            through=passage.through,
            terms=terms,
            title=self.title,
            jurisdiction=self.jurisdiction,
            rule=self.rule,
            grounds=_Later(self.dossier, sight.clocks),
        )

    def _unrecorded(self, sight: "_Sight") -> Answer:
        """Answer for a measure that was not recorded yet."""
        return Answer(
            measure=self.id,
            instrument=self.instrument,
            on=sight.day,
            status=Status.UNKNOWN,
            never_in_force=True,
            certainty=None,
            since=None,
            through=None,
            terms={},
            jurisdiction=self.jurisdiction,
        )

    def _base(self, passage: Passage) -> Mapping[str, Any]:
        return self.terms if passage.certainty else {}

    def _terms(self, on: int, before: int) -> Mapping[str, Any]:
        if self._imposed_from >= before:
            return {}
        covering = [
            effect for effect in self._amending if effect.announced < before and effect.covers(on)
        ]
        if not covering:
            return self.terms
        return merged(self.terms, sorted(covering, key=_taking_effect))


def _lacks_a_start(effect: DatedEffect) -> bool:
    return effect.start is None and effect.kind in ("impose", "postpone", "revive")


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


def _is_steady(dossier: Dossier) -> bool:
    """Tell whether nothing but the recording of more effects ever changed what is known."""
    return (
        len(dossier.versions) == 1
        and not dossier.retracted_at
        and all(len(versions) <= 1 for versions in dossier.instruments.values())
    )


def _recorded(dossier: Dossier) -> Iterator[int]:
    """Yield every recorded time that may bear on an answer."""
    yield from (item.at for item in dossier.versions)
    yield from (item.at for item in dossier.effects)
    yield from (item.at for item in dossier.verifications)
    yield from (item.at for versions in dossier.instruments.values() for item in versions)
    yield from dossier.retracted_at.values()


class _Sight:
    """The clocks of a question, read once for all measures of a zone."""

    __slots__ = ("announced_before", "clocks", "day", "on", "projected", "recorded_before")

    def __init__(self, clocks: Clocks, zones: tuple[str | None, str | None]) -> None:
        zone_name, first = zones
        before = recorded_bound(clocks, first)
        view = view_of(clocks, zone_name, recorded_before=before)
        self.clocks = clocks
        self.on, self.day = view.on, date.fromordinal(view.on)
        self.announced_before, self.recorded_before = view.announced_before, before
        self.projected = view.on > view.known_day


class Panorama:
    """Every recorded measure, compiled; what something new bears on is compiled anew."""

    def __init__(self, dossiers: Iterable[Dossier]) -> None:
        self._compiled = {dossier.measure: Compiled(dossier) for dossier in dossiers}
        self._arrange()

    def _arrange(self) -> None:
        compiled = sorted(
            self._compiled.values(), key=lambda item: (item.jurisdiction or "", item.id)
        )
        self.measures: Sequence[Compiled] = compiled
        self.by_instrument: dict[str, list[Compiled]] = defaultdict(list)
        self.by_jurisdiction: dict[str | None, list[Compiled]] = defaultdict(list)
        for item in compiled:
            self.by_instrument[item.instrument].append(item)
            self.by_jurisdiction[item.jurisdiction].append(item)

    def renew(self, dossiers: Iterable[Dossier]) -> None:
        """Compile some measures anew, or for the first time."""
        self._compiled |= {dossier.measure: Compiled(dossier) for dossier in dossiers}
        self._arrange()

    def citing(self, instruments: Collection[str]) -> Iterator[str]:
        """Yield the measures of some instruments, and those on which their effects bear."""
        for item in self.measures:
            if not item.dossier.instruments.keys().isdisjoint(instruments):
                yield item.id

    def complete(self) -> None:
        """Fold every state of knowledge of every measure, once."""
        for item in self.measures:
            item.complete()

    def answers(
        self, clocks: Clocks, measures: Iterable[Compiled] | None = None
    ) -> Iterator[Answer]:
        """Answer for the given measures, or for all, in the order of jurisdiction and id."""
        sights: dict[tuple[str | None, str | None], _Sight] = {}
        for item in self.measures if measures is None else measures:
            sight = sights.get(item.zones)
            if sight is None:
                sight = sights[item.zones] = _Sight(clocks, item.zones)
            yield item.answer(sight)
