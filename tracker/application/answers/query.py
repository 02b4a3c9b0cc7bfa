"""What was in force on that day, as known then: the questions that can be put to a log."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import msgspec

from tracker.application.library import Library
from tracker.domain.days import microseconds, parse_day, parse_when
from tracker.domain.facts import Republish
from tracker.domain.identifiers import is_measure
from tracker.domain.questions import Answer, Certainty, Clocks, Question, Status
from tracker.domain.rulebook import Field
from tracker.errors import UnknownMeasure, UsageError
from tracker.ports import Clock
from tracker.projection.answering import answer
from tracker.projection.changes import Difference, differences
from tracker.projection.dossier import (
    Dossier,
    recorded_bound,
)
from tracker.projection.matching import Members, contains, speaks_of
from tracker.projection.panorama import Compiled, Panorama
from tracker.projection.register import Register
from tracker.projection.runs import MeasureTimeline, timeline_of
from tracker.projection.sources import (
    Freshness,
    SourceState,
    covered_through,
    freshness,
    states_of,
    worst,
)
from tracker.projection.upcoming import Upcoming, upcoming
from tracker.projection.waiting import Pending, Waiting, waiting

LISTING = ("text list", "elements")
"""Kinds of term keys whose values are things that a reader may look for."""


class Standing(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An answer with what we know about ourselves: freshness, and what waits for review.

    ``republish`` goes from source to what may be shown of its texts, where that is not all.
    """

    answer: Answer
    freshness: Freshness
    pending_review: tuple[Pending, ...] = ()
    republish: Mapping[str, Republish] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which rules to list; each part narrows, an empty one leaves all.

    ``certainties`` empty means all but ``reported``.
    """

    statuses: tuple[Status, ...] = (Status.IN_FORCE,)
    certainties: tuple[Certainty, ...] = ()
    jurisdiction: str | None = None
    instruments: tuple[str, ...] = ()
    item: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """The rules that stand on a day, and how fresh that knowledge is.

    Rules whose standing is ``unverified`` are listed, but are not part of `confirmed`.
    ``pending_review`` is all that waits in the jurisdiction asked for, new rules included.
    """

    clocks: Clocks
    rules: tuple[Standing, ...]
    freshness: Freshness
    pending_review: tuple[Pending, ...] = ()

    @property
    def confirmed(self) -> tuple[Standing, ...]:
        """The rules whose standing rests on more than an unverified lapse."""
        return tuple(
            rule for rule in self.rules if rule.answer.certainty is not Certainty.UNVERIFIED
        )

    @property
    def unverified(self) -> tuple[Standing, ...]:
        """The rules that stand by their own terms only."""
        return tuple(rule for rule in self.rules if rule.answer.certainty is Certainty.UNVERIFIED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A line of `tracker ask`: one question, its clocks as text."""

    measure: str
    on: str
    announced_by: str | None = None
    recorded_by: str | None = None
    party: str | None = None


@dataclass
class Queries:
    """The questions, put to one log. Safe to share between threads.

    ``vocabulary`` is asked for only when a question needs the words of the field.
    """

    library: Library
    vocabulary: Callable[[], Field]
    clock: Clock

    @cached_property
    def _members(self) -> Members:
        return _members_of(self.vocabulary())

    def _members_for(self, item: str) -> Members:
        """Return what names stand for, an item included that is part of a group's name."""
        if item.casefold() in self._members:
            return self._members
        for element in self.vocabulary().elements.values():
            if element.members and any(item in name for name in element.names.values()):
                members = self._members[element.symbol.casefold()]
                return {**self._members, item.casefold(): members}
        return self._members

    def names_element(self, word: str) -> bool:
        """Tell whether a word names an element or a group of the field, in any language."""
        return word.casefold() in self._members

    @cached_property
    def _listing(self) -> tuple[str, ...]:
        terms = self.vocabulary().term_keys
        return tuple(key for key, term in terms.items() if term.kind in LISTING)

    def clocks(
        self,
        *,
        on: str | None = None,
        announced_by: str | None = None,
        recorded_by: str | None = None,
    ) -> Clocks:
        """Read clocks as they are typed; raise `UsageError` for what is no day or instant."""
        return Clocks(
            now=self.clock(),
            on=parse_day(on) if on else None,
            announced_by=parse_when(announced_by) if announced_by else None,
            recorded_by=parse_when(recorded_by) if recorded_by else None,
        )

    def status(self, measure: str, clocks: Clocks, *, party: str | None = None) -> Standing:
        """Answer for one measure; raise `UnknownMeasure` for an id that no record names."""
        with self.library.undisturbed():
            register = self.library.on_measure(measure)
            states = self.library.source_states(before=recorded_bound(clocks, None))
            return _Desk(register, clocks, states).standing(measure, party)

    def ask(self, questions: Iterable[Ask]) -> Iterator[Standing | UnknownMeasure]:
        """Answer many questions in their order; an unknown measure is an answer, no failure."""
        register, now = self.library.whole(), self.clock()
        desks: dict[tuple[str | None, ...], _Desk] = {}
        for question in questions:
            key = (question.on, question.announced_by, question.recorded_by)
            desk = desks.get(key)
            if desk is None:
                clocks = replace(
                    self.clocks(
                        on=question.on,
                        announced_by=question.announced_by,
                        recorded_by=question.recorded_by,
                    ),
                    now=now,
                )
                desk = desks[key] = _Desk(register, clocks)
            yield self._asked(desk, question)

    def _asked(self, desk: "_Desk", question: Ask) -> Standing | UnknownMeasure:
        # The lock is not held while an answer is being used: a slow reader stops nobody.
        with self.library.undisturbed():
            try:
                return desk.standing(question.measure, question.party)
            except UnknownMeasure as error:
                return error

    def rules(self, clocks: Clocks, wanted: Filter | None = None) -> RuleSet:
        """List the rules that stand on the day, in the order of their instruments."""
        wanted = wanted or Filter()
        with self.library.reading() as register:
            panorama = self.library.panorama()
            desk = _Desk(register, clocks)
            rules = [
                desk.beside(found)
                for found in panorama.answers(clocks, _scope(panorama, wanted))
                if self._wanted(found, wanted)
            ]
            overall = desk.overall(wanted.jurisdiction, rules)
            pending = desk.waiting.within(wanted.jurisdiction)
        return RuleSet(clocks=clocks, rules=tuple(rules), freshness=overall, pending_review=pending)

    def _wanted(self, found: Answer, wanted: Filter) -> bool:
        if wanted.statuses and found.status not in wanted.statuses:
            return False
        if wanted.certainties:
            if found.certainty not in wanted.certainties:
                return False
        elif found.certainty is Certainty.REPORTED:
            return False
        if wanted.jurisdiction and found.jurisdiction != wanted.jurisdiction:
            return False
        return self.speaks(found, wanted)

    def speaks(self, of: Answer | Compiled, wanted: Filter) -> bool:
        """Tell whether the terms name the item of a filter, and its text stands in the words."""
        item = wanted.item
        if item and not speaks_of(
            of.terms, item, keys=self._listing, members=self._members_for(item)
        ):
            return False
        return not wanted.text or contains(_words(of), wanted.text)

    def timeline(self, name: str, clocks: Clocks) -> tuple[MeasureTimeline, ...]:
        """Return the timeline of a measure, or of every measure of an instrument."""
        with self.library.undisturbed():
            single = is_measure(name)
            register = self.library.on_measure(name) if single else self.library.whole()
            measures = (name,) if single else tuple(register.measures_of.get(name, ()))
            if not measures:
                raise UnknownMeasure(name)
            return tuple(timeline_of(register.dossier(measure), clocks) for measure in measures)

    def diff(self, before: Clocks, after: Clocks) -> tuple[Difference, ...]:
        """Return what differs between two settings of the clocks."""
        with self.library.reading() as register:
            return tuple(differences(_dossiers(register), before, after))

    def upcoming(self, clocks: Clocks, *, days: int) -> Upcoming:
        """Return what is scheduled in the next days and what waits for official word."""
        if days < 0:
            raise UsageError("--days must not be negative")
        with self.library.reading() as register:
            return upcoming(_dossiers(register), clocks, days=days)


class _Desk:
    """Answers under one setting of the clocks; works out each jurisdiction's freshness once."""

    def __init__(
        self,
        register: Register,
        clocks: Clocks,
        states: tuple[SourceState, ...] | None = None,
    ) -> None:
        self.register = register
        self.clocks = clocks
        self._freshness: dict[str | None, Freshness] = {}
        self._states = states
        self._waiting: Waiting | None = None

    def standing(self, measure: str, party: str | None) -> Standing:
        dossier = self.register.dossier(measure)
        return self.beside(
            answer(dossier, Question(measure=measure, clocks=self.clocks, party=party))
        )

    def beside(self, found: Answer) -> Standing:
        """Put what we know about ourselves beside an answer."""
        return Standing(
            answer=found,
            freshness=self.freshness(found.jurisdiction),
            pending_review=self.waiting.on(found),
            republish=self.republish,
        )

    @cached_property
    def republish(self) -> Mapping[str, Republish]:
        rules = {state.source.id: state.source.republishing for state in self.states}
        return {source: rule for source, rule in rules.items() if rule != "full"}

    @property
    def before(self) -> int:
        return recorded_bound(self.clocks, None)

    @property
    def states(self) -> tuple[SourceState, ...]:
        if self._states is None:
            self._states = states_of(self.register.sources.values(), before=self.before)
        return self._states

    @property
    def waiting(self) -> Waiting:
        if self._waiting is None:
            self._waiting = waiting(self.register, self.clocks)
        return self._waiting

    def freshness(self, jurisdiction: str | None) -> Freshness:
        known = self._freshness.get(jurisdiction)
        if known is None:
            known = self._freshness[jurisdiction] = freshness(
                [state for state in self.states if state.source.jurisdiction == jurisdiction],
                covered=covered_through(self.register.coverage, jurisdiction, before=self.before),
                has_rules=self._rules_in(jurisdiction),
                now=min(self.before - 1, microseconds(self.clocks.now)),
            )
        return known

    def _rules_in(self, jurisdiction: str | None) -> bool:
        return any(
            versions[-1].record.jurisdiction == jurisdiction
            for versions in self.register.instruments.values()
        )

    def overall(self, jurisdiction: str | None, rules: Iterable[Standing]) -> Freshness:
        """Return the freshness of a list: that of its jurisdiction, or the worst it touches."""
        if jurisdiction is not None:
            return self.freshness(jurisdiction)
        touched = {rule.answer.jurisdiction for rule in rules} or {
            versions[-1].record.jurisdiction for versions in self.register.instruments.values()
        }
        parts = [self.freshness(item) for item in sorted(touched, key=str)]
        return worst(parts)


def _members_of(words: Field) -> Members:
    """Return what each symbol, name and group of the field stands for, in lower case."""
    members: dict[str, tuple[str, ...]] = {}
    for element in words.elements.values():
        symbols = tuple(item.casefold() for item in words.members(element.symbol))
        for name in (element.symbol, *element.names.values()):
            members[name.casefold()] = symbols
    return members


def _scope(panorama: Panorama, wanted: Filter) -> Sequence[Compiled]:
    if wanted.instruments:
        chosen = (panorama.by_instrument.get(name, ()) for name in wanted.instruments)
        return [item for some in chosen for item in some]
    if wanted.jurisdiction is not None:
        return panorama.by_jurisdiction.get(wanted.jurisdiction, ())
    return panorama.measures


def _words(found: Answer | Compiled) -> tuple[str | None, ...]:
    name = found.id if isinstance(found, Compiled) else found.measure
    return (name, found.title, *(str(value) for value in found.terms.values()))


def _dossiers(register: Register) -> Iterator[Dossier]:
    return (register.dossier(measure) for measure in register.measure_ids())
