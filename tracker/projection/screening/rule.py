"""What does one measure ask of a product on a day? (its answer, made ready to be compared)"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Protocol

from tracker.domain.questions import Answer, Certainty, Grounds, Outlook, Position, Status
from tracker.projection.screening.asked import (
    exempted_uses,
    places_asked,
    unmatched_terms,
    users_asked,
)
from tracker.projection.screening.goods import Goods, is_control_code
from tracker.projection.screening.limits import Limits, OtherReading
from tracker.projection.screening.parties import same_party
from tracker.projection.screening.places import Condition
from tracker.projection.screening.product import Product
from tracker.projection.screening.vocabulary import Scope, Vocabulary
from tracker.projection.screening.weighing import MET, Part, State, every, some

_PLAIN_SCOPE = Scope(read_from="")
_KEPT = 20_000
"""So many different users with their uses are remembered for a rule."""


class Others(Protocol):
    """What a rule may ask of the other rules of the day, and what they keep of a product.

    ``where`` holds every place of the product at hand, ``who`` its user and use; what was compared
    of equal ones is not compared again.
    """

    where: tuple[object, ...]
    who: tuple[object, ...]

    def bearing(self, measure: str, product: Product) -> "Bearing | None":
        """Return how another measure bears on the product, ``None`` for one that is not there."""

    def controlled(self, home: str, product: Product) -> Part:
        """Tell whether the product is an item of a control list of the jurisdiction."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """How a rule bears on a product.

    ``nearly``: it speaks of it, only its numbers let it out; ``named``: it names the product by
    element or code.
    """

    part: Part
    nearly: bool = False
    named: bool = False

    @property
    def state(self) -> State:
        """Whether it bears on the product at all."""
        return self.part.state


_NOT_AT_ALL = Bearing(Part(state=State.NO))


class Rule:
    """One measure under one setting of the clocks.

    ``party`` is for whom alone it stands so; ``singled_out`` are those for whom it stands in
    another way.
    """

    def __init__(
        self,
        answer: Answer,
        words: Vocabulary,
        others: Sequence[OtherReading] = (),
        *,
        party: str | None = None,
        singled_out: Sequence[str] = (),
    ) -> None:
        self.answer = answer
        self.party, self._singled_out = party, singled_out
        self.measure, self.status = answer.measure, answer.status
        self.requirement = str(answer.terms.get("requirement") or "")
        self.scope = _scope(answer, words)
        self.terms: Mapping[str, Any] = {**answer.terms, **self.scope.terms}
        self.home = words.members(answer.jurisdiction) if answer.jurisdiction else frozenset()
        self.goods = Goods.of(self.terms, words)
        self.limits = Limits(
            self.terms,
            words,
            symbols=self.goods.symbols,
            home=self.home,
            scope=self.scope,
            others=others,
        )
        self.names_parties = _names_parties(self.terms, self.scope)
        self.exempted = exempted_uses(self.terms, words)
        self.with_ = tuple(f"{answer.instrument}#{name}" for name in self.scope.with_)
        self._unmatched = (*self.scope.open_, *unmatched_terms(answer.terms, words))
        self._enough = frozenset(self.scope.or_end_uses)
        self._places = places_asked(self.terms, self.scope, words, home=answer.jurisdiction)
        self._users = users_asked(self.terms, self.scope, words, names=self.names_parties)
        self._where: dict[object, Part] = {}
        self._who: dict[object, Part] = {}

    @cached_property
    def grounds(self) -> Grounds:
        """What stands behind the answer; worked out once for all products."""
        return self.answer.grounds()

    @cached_property
    def outlook(self) -> Outlook:
        """Where it stands and will stand, as announced."""
        found = self.grounds.outlook()
        through = self.answer.through
        return found or Outlook(position=Position(status=self.status, through=through))

    @property
    def position(self) -> Position:
        """Where it stands by what is official: reports alone move nothing."""
        return self.outlook.official or self.outlook.position

    def is_for(self, user: str | None) -> bool:
        """Tell whether the rule stands so for an end user."""
        if self.party is not None:
            return user is not None and same_party(user, self.party)
        if user is None or not self._singled_out:
            return True
        return not any(same_party(user, name) for name in self._singled_out)

    @property
    def has_keys(self) -> bool:
        """Tell whether a product can be looked up by what this measure names."""
        return bool(self.goods) and not self.goods.unread

    def about(self, product: Product) -> Part:
        """Compare goods and thresholds alone."""
        goods, classified = self.goods.hold(product)
        if goods.state is State.NO or not self.limits:
            return goods
        return every((goods, self.limits.hold(product, classified=classified)))

    def bears_on(self, product: Product, others: Others) -> Bearing:
        """Compare everything; whatever is certainly not met ends the matter."""
        around = self._around(product, others)
        if around.state is State.NO:
            return _NOT_AT_ALL
        within, classified = self._goods(product, others)
        if within.state is State.NO:
            return _NOT_AT_ALL
        parts = [around, within]
        if self.with_:
            found = (others.bearing(name, product) for name in self.with_)
            together = some(bearing.part for bearing in found if bearing is not None)
            parts.append(replace(together, compared=()))
            if parts[-1].state is State.NO:
                return _NOT_AT_ALL
        limits = self._limits(product, classified)
        # Numbers are worth asking for only once the goods are those of the rule.
        settled = within.state is State.YES or limits.state is State.NO
        parts.append(limits if settled else MET)
        if self._unmatched:
            parts.append(Part(state=State.OPEN, doubts=self._unmatched))
        whole = every(parts)
        named = bool(self.goods) and within.state is State.YES
        return Bearing(whole, nearly=limits.state is State.NO, named=named)

    def _limits(self, product: Product, classified: bool) -> Part:
        if not self.limits or product.concepts & self._enough:
            return MET
        return self.limits.hold(product, classified=classified)

    def _goods(self, product: Product, others: Others) -> tuple[Part, bool]:
        if self.scope.goods == "technology":
            kind = product.is_technology
            if kind is False:
                return Part(state=State.NO), False
            if kind is None:
                return Part(state=State.OPEN, missing=("kind: goods or technology",)), False
        if self.goods:
            return self.goods.hold(product)
        if self.scope.goods == "controlled":
            return others.controlled(self.answer.jurisdiction or "", product), False
        if self.scope.goods or self.with_:
            return MET, False
        if self.names_parties:
            return others.controlled(self.answer.jurisdiction or "", product), False
        told = self.terms.get("summary") or self.answer.title or self.measure
        doubt = f"its terms do not say in data which goods it covers ({told})"
        return Part(state=State.OPEN, doubts=(doubt,)), False

    def _around(self, product: Product, others: Others) -> Part:
        """Compare what does not depend on the goods; lists repeat it from line to line."""
        where = self._where.get(others.where)
        if where is None:
            where = self._where[others.where] = _compare(self._places, product)
        if where.state is State.NO or not self._users:
            return where
        who = self._who.get(others.who)
        if who is None:
            if len(self._who) >= _KEPT:
                self._who.clear()
            who = self._who[others.who] = _compare(self._users, product)
        return who if who.state is State.NO else every((where, who))


def _compare(conditions: "Sequence[Condition]", product: Product) -> Part:
    parts = []
    for condition in conditions:
        part = condition(product)
        if part.state is State.NO:
            return part
        parts.append(part)
    return every(parts)


def _scope(answer: Answer, words: Vocabulary) -> Scope:
    """Return how the measure is read, as long as its own words are those that were read."""
    scope = words.wording.scopes.get(answer.measure)
    if scope is None or scope.read_from != answer.terms.get("summary"):
        return _PLAIN_SCOPE
    return scope


def _names_parties(terms: Mapping[str, Any], scope: Scope) -> bool:
    return bool(terms.get("parties") or terms.get("parties_count") or scope.lists)


_DOUBTFUL = (Certainty.REPORTED, Certainty.DISPUTED, Certainty.UNVERIFIED)


def in_play(rule: Rule, undated: Collection[str]) -> bool:
    """Tell whether a rule can catch something on its day, or may without a new announcement.

    One that is over can where that is in doubt, and where it is to come back; those of ``undated``
    may be to come back on a day that is not set.
    """
    if rule.party is not None or rule.measure in undated:
        return True
    if rule.status in (Status.IN_FORCE, Status.PENDING, Status.SUSPENDED):
        return True
    return rule.answer.certainty in _DOUBTFUL or rule.answer.through is not None


def on_a_control_list(product: Product) -> bool:
    """Tell whether the product bears the code of an entry of a control list."""
    return any(map(is_control_code, product.control_codes))
