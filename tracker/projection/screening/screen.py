"""What do all rules of a day, under one setting of the clocks, say of a product?"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from tracker.domain.questions import Answer, Status
from tracker.projection.screening.goods import product_keys
from tracker.projection.screening.limits import OtherReading
from tracker.projection.screening.product import Product
from tracker.projection.screening.rule import Bearing, Rule, in_play, on_a_control_list
from tracker.projection.screening.timing import Timing, exempts, timing
from tracker.projection.screening.verdict import (
    BACKGROUND,
    CATCHING,
    EXEMPTION,
    Checked,
    Finding,
    conclude,
    finding,
)
from tracker.projection.screening.vocabulary import Vocabulary
from tracker.projection.screening.weighing import MET, Part, State

_RELIEVED = frozenset(["licence", "case_by_case", "presumption_of_denial", "catch_all"])
"""What an exemption of the same instrument takes away; a ban stays a ban."""


class Screen:
    """The rules of one day as known at one time, ready for many products."""

    def __init__(
        self,
        answers: Iterable[Answer],
        words: Vocabulary,
        *,
        tracked: Iterable[str],
        readings: Mapping[str, Sequence[OtherReading]] = {},
        narrowed: Mapping[str, Mapping[str, Answer]] = {},
        undated: Collection[str] = (),
    ) -> None:
        """Make the rules of ``answers`` ready.

        ``narrowed`` are the answers on measures for the parties that effects single out;
        ``undated`` are measures that somebody brings into force on a day that is not set.
        """

        def ready(answer: Answer, party: str | None = None) -> Rule:
            measure = answer.measure
            parties = () if party else tuple(narrowed.get(measure, ()))
            others = readings.get(measure, ())
            return Rule(answer, words, others, party=party, singled_out=parties)

        rules = [ready(answer) for answer in answers if answer.rule]
        own = [ready(answer, name) for of in narrowed.values() for name, answer in of.items()]
        self.rules = {rule.measure: rule for rule in rules if in_play(rule, undated)}
        self.tracked = frozenset(m for place in tracked for m in words.members(place))
        self._filed: dict[str, list[Rule]] = defaultdict(list)
        self._open: list[Rule] = []
        self._exemptions: dict[str, list[Rule]] = defaultdict(list)
        self._codeless: list[Rule] = []
        for rule in (*self.rules.values(), *own):
            self._file(rule)
        self._memory: dict[Rule, Bearing] = {}
        self._times: dict[Rule, Timing | None] = {}
        self._controlled: dict[str, Part] = {}
        self.where: tuple[object, ...] = ()
        self.who: tuple[object, ...] = ()

    @property
    def background(self) -> tuple[Rule, ...]:
        """The rules under which no single product is compared."""
        return tuple(rule for rule in self.rules.values() if _is_background(rule))

    def _file(self, rule: Rule) -> None:
        if _is_background(rule):
            return
        if rule.requirement == EXEMPTION:
            self._exemptions[rule.answer.instrument].append(rule)
        elif rule.has_keys:
            for key in rule.goods.filed_under():
                self._filed[key].append(rule)
            self._codeless.append(rule)
        else:
            self._open.append(rule)

    def check(self, product: Product) -> Checked:
        """Return the verdict on one product."""
        self._memory, self._controlled = {}, {}
        self.where = product.places
        self.who = (product.end_user, product.end_use)
        found = (self._finding(rule, product) for rule in self._candidates(product))
        told = [item for item in found if item is not None]
        return conclude(product, told, tracked=self.tracked)

    def _candidates(self, product: Product) -> Iterator[Rule]:
        """Yield the rules that may bear on a product: those that name it, and the open ones.

        A rule of which the product gives no kind of name may mean it as well.
        """
        seen = dict.fromkeys(rule for key in product_keys(product) for rule in self._filed[key])
        yield from seen
        for rule in self._codeless:
            if rule not in seen and not _comparable(rule, product):
                yield rule
        yield from self._open

    def _finding(self, rule: Rule, product: Product) -> Finding | None:
        bearing = self._bearing(rule, product)
        if bearing.state is State.NO and not bearing.nearly:
            return None
        if not rule.is_for(product.end_user):
            return None
        time = self._time(rule)
        if time is None:
            return None
        denied = rule.requirement == "presumption_of_denial" and bearing.state is State.YES
        exempted = None if denied else self._exempted_by(rule, product, time)
        return finding(rule, bearing, time=time, exempted_by=exempted)

    def _time(self, rule: Rule) -> Timing | None:
        """Return when a rule catches; worked out once for all products."""
        if rule not in self._times:
            self._times[rule] = timing(rule)
        return self._times[rule]

    def _exempted_by(self, rule: Rule, product: Product, time: Timing) -> str | None:
        if rule.requirement not in CATCHING:
            return None
        own = rule.exempted & product.concepts
        if own:
            return f"{rule.measure} ({', '.join(sorted(own))})"
        if rule.requirement not in _RELIEVED:
            return None
        for exemption in self._exemptions.get(rule.answer.instrument, ()):
            holds = exemption.is_for(product.end_user) and exempts(exemption, time)
            if holds and self._bearing(exemption, product).state is State.YES:
                return exemption.measure
        return None

    def _bearing(self, rule: Rule, product: Product) -> Bearing:
        known = self._memory.get(rule)
        if known is None:
            known = self._memory[rule] = rule.bears_on(product, self)
        return known

    def bearing(self, measure: str, product: Product) -> Bearing | None:
        """Return how a measure bears on the product, ``None`` where it is not in play."""
        rule = self.rules.get(measure)
        return None if rule is None else self._bearing(rule, product)

    def controlled(self, home: str, product: Product) -> Part:
        """Tell whether the product is an item of a control list, as far as the rules show."""
        known = self._controlled.get(home)
        if known is None:
            known = self._controlled[home] = self._is_controlled(home, product)
        return known

    def _is_controlled(self, home: str, product: Product) -> Part:
        if on_a_control_list(product):
            return MET
        keys = product_keys(product)
        named = {rule.measure: rule for key in keys for rule in self._filed[key]}
        for rule in named.values():
            listing = rule.requirement in CATCHING and rule.answer.jurisdiction == home
            in_force = rule.status is Status.IN_FORCE
            plain = listing and in_force and rule.scope.goods is None
            if plain and rule.about(product).state is State.YES:
                return MET
        missing = "control_codes (whether it is an item of the control list)"
        return Part(state=State.OPEN, missing=(missing,))


def _is_background(rule: Rule) -> bool:
    return rule.requirement in BACKGROUND or rule.scope.not_for_products is not None


def _comparable(rule: Rule, product: Product) -> bool:
    """Tell whether the product gives a kind of name by which the rule names its goods."""
    goods = rule.goods
    return bool(
        (goods.symbols and product.elements)
        or ((goods.codes or goods.unsure) and product.control_codes)
        or (goods.hs and product.hs)
    )
