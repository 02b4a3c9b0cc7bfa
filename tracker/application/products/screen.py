"""Is this product caught on that day, as known then? (reads the log, and never writes to it)"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from threading import RLock

from tracker.application.answers.query import Filter, Queries, RuleSet, Standing
from tracker.application.library import Library
from tracker.domain.days import begins_at, end_of_day, microseconds, parse_when
from tracker.domain.questions import Answer, Certainty, Clocks, Question
from tracker.domain.records import Claim, Evidence, evidence_of
from tracker.projection.answering import answer
from tracker.projection.changes import Difference
from tracker.projection.dossier import recorded_bound, version_by
from tracker.projection.panorama import Compiled
from tracker.projection.register import Register
from tracker.projection.screening.product import Product
from tracker.projection.screening.readings import readings_by_measure
from tracker.projection.screening.screen import Screen
from tracker.projection.screening.verdict import BACKGROUND, Checked
from tracker.projection.screening.vocabulary import Vocabulary
from tracker.projection.sources import Freshness
from tracker.projection.waiting import Pending

SHELF = 32
"""The rules of so many settings of the clocks are kept at hand."""

_EVERYTHING = Filter(statuses=(), certainties=tuple(Certainty))


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The verdict on one product, on which day, as known when, and how fresh that knowledge is.

    ``clocks`` are those of the question, the product's own in front; ``on`` is the day answered.
    ``standings`` are the answers on all measures, ``evidence`` the sentences behind their terms.
    """

    product: Product
    clocks: Clocks
    on: date
    checked: Checked
    freshness: Freshness
    pending_review: tuple[Pending, ...]
    standings: Mapping[str, Standing]
    evidence: Mapping[str, tuple[Evidence, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A product whose verdict differs between two settings of the clocks, and what changed it."""

    before: Result
    after: Result
    causes: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rules of one setting of the clocks, kept for the next product."""

    screen: Screen
    standings: Mapping[str, Standing]
    on: date
    freshness: Mapping[str | None, Freshness]
    pending_review: tuple[Pending, ...]
    evidence: Mapping[str, tuple[Evidence, ...]]


class Screening:
    """Checks products against the rules; may be shared between threads.

    The rules of the last settings of the clocks are kept, what is asked of them nowhere.
    """

    def __init__(
        self, library: Library, queries: Queries, vocabulary: Callable[[], Vocabulary]
    ) -> None:
        self._library, self._queries, self._vocabulary = library, queries, vocabulary
        self._kept: dict[Clocks, _Rules] = {}
        self._lock = RLock()

    @cached_property
    def words(self) -> Vocabulary:
        """The words that the check understands."""
        return self._vocabulary()

    def check(self, product: Product, clocks: Clocks) -> Result:
        """Return the verdict on a product; its own day and knowledge go before ``clocks``."""
        asked = replace(
            clocks,
            on=product.on or clocks.on,
            announced_by=product.announced_by or clocks.announced_by,
        )
        with self._lock:
            rules = self._rules(asked)
            checked = rules.screen.check(product)
        return Result(
            product=product,
            clocks=asked,
            on=rules.on,
            checked=checked,
            freshness=_freshness(checked, product, rules),
            pending_review=rules.pending_review,
            standings=rules.standings,
            evidence=rules.evidence,
        )

    def changed(
        self, products: Iterable[Product], before: Clocks, after: Clocks
    ) -> Iterator[Changed]:
        """Yield the products whose verdict differs, with the differences that brought it about."""
        compare = self.comparing(before, after)
        for product in products:
            change = compare(product)
            if change is not None:
                yield change

    def comparing(self, before: Clocks, after: Clocks) -> Callable[[Product], Changed | None]:
        """Return what compares products under two settings of the clocks.

        A product's own clocks are left aside: both sides are asked alike.
        """
        differing = {item.measure: item for item in self._queries.diff(before, after)}

        def compare(product: Product) -> Changed | None:
            plain = replace(product, on=None, announced_by=None)
            old, new = self.check(plain, before), self.check(plain, after)
            if old.checked.verdict is new.checked.verdict:
                return None
            return Changed(before=old, after=new, causes=_causes(old, new, differing))

        return compare

    def _rules(self, clocks: Clocks) -> _Rules:
        found = self._kept.get(clocks)
        if found is None:
            if len(self._kept) >= SHELF:
                self._kept.pop(next(iter(self._kept)))
            found = self._kept[clocks] = self._read(clocks)
        return found

    def _read(self, clocks: Clocks) -> _Rules:
        found = self._queries.rules(clocks, _EVERYTHING)
        standings = {rule.answer.measure: rule for rule in found.rules}
        with self._library.reading() as register:
            claims = _heard(register, clocks)
            before = recorded_bound(clocks, None)
            measures = self._library.panorama().measures
            narrowed = _narrowed(measures, clocks)
            undated = frozenset(item.id for item in measures if item.undated)
            standings |= {
                name: self._queries.status(name, clocks)
                for name in narrowed
                if name not in standings
            }
            evidence = {name: _evidence(register, name, before=before) for name in standings}
        tracked = {
            rule.answer.jurisdiction
            for rule in found.rules
            if rule.answer.rule and rule.answer.terms.get("requirement") not in BACKGROUND
        }
        screen = Screen(
            (rule.answer for rule in found.rules),
            self.words,
            tracked=[place for place in tracked if place],
            readings=readings_by_measure(claims, standings),
            narrowed=narrowed,
            undated=undated,
        )
        return _Rules(
            screen=screen,
            standings=standings,
            on=clocks.on or _day(found),
            freshness={rule.answer.jurisdiction: rule.freshness for rule in found.rules},
            pending_review=found.pending_review,
            evidence=evidence,
        )


def _narrowed(measures: Iterable[Compiled], clocks: Clocks) -> Mapping[str, Mapping[str, Answer]]:
    """Return the answers on each measure for the parties whom its effects single out."""
    found = {}
    for item in measures:
        asked = (Question(measure=item.id, clocks=clocks, party=name) for name in item.narrowed)
        told = {one.party or "": answer(item.dossier, one) for one in asked}
        if told := {name: one for name, one in told.items() if one.rule}:
            found[item.id] = told
    return found


def _day(found: RuleSet) -> date:
    answers = [rule.answer.on for rule in found.rules]
    return answers[0] if answers else found.clocks.now.date()


def _heard(register: Register, clocks: Clocks) -> Sequence[Claim]:
    """Return the claims that had been made by the announced, and recorded by the recorded clock."""
    before = recorded_bound(clocks, None)
    known = clocks.announced_by
    bound = _bound(known) if known is not None else microseconds(clocks.now)
    return [
        item.record
        for item in register.claims
        if item.at < before and (not item.record.said_on or _said(item.record.said_on) <= bound)
    ]


def _bound(known: date | datetime) -> int:
    return microseconds(known) if isinstance(known, datetime) else end_of_day(known, None)


def _said(text: str) -> int:
    return begins_at(parse_when(text), None)


def _evidence(register: Register, measure: str, *, before: int) -> tuple[Evidence, ...]:
    version = version_by(register.measures.get(measure), before)
    return evidence_of(version) if version else ()


def _freshness(checked: Checked, product: Product, rules: _Rules) -> Freshness:
    if checked.findings:
        return rules.standings[checked.findings[0].rule.measure].freshness
    touched = (rules.freshness[place] for place in product.touches if place in rules.freshness)
    return next(touched, Freshness(state="not_tracked"))


def _causes(
    old: Result, new: Result, differing: Mapping[str, Difference]
) -> tuple[Difference, ...]:
    """Return the differences of the rules that say something else of the product than before."""
    before = {item.rule.measure: item.verdict for item in old.checked.findings}
    after = {item.rule.measure: item.verdict for item in new.checked.findings}
    leads = [item.rule.measure for side in (new, old) for item in side.checked.findings[:1]]
    moved = [name for name in {**after, **before} if before.get(name) != after.get(name)]
    ordered = dict.fromkeys([*(name for name in leads if name in moved), *moved])
    return tuple(differing[name] for name in ordered if name in differing)
