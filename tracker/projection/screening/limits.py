"""Does the product reach the thresholds of a rule, number by number and operator by operator?

A share is an interval: what is known to count, and what may count as well. A comparison is decided
only where both ends agree, so that a fact that is added can settle a doubt, and never undo what was
settled.
"""

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from tracker.projection.screening.product import Product, Property
from tracker.projection.screening.vocabulary import Measured, Scope, Vocabulary, fold
from tracker.projection.screening.weighing import Part, State, compared, every, not_compared, some

OPERATORS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    ">=": operator.ge,
    ">": operator.gt,
    "<=": operator.le,
    "<": operator.lt,
}
_SIGNS = {">=": "at least", ">": "more than", "<=": "at most", "<": "less than"}
_PLAIN = "value"
DISPUTED = "disputed: "
"""How the note begins that tells of another reading with another outcome."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherReading:
    """Somebody of standing reads a threshold with another operator."""

    operator: str
    value: Decimal
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Limit:
    """One threshold; ``value`` is ``None`` where the recorded one is no number."""

    what: str
    operator: str
    value: Decimal | None
    unit: str | None
    of: frozenset[str] = frozenset()
    asks: str = ""

    @property
    def told(self) -> str:
        """The number as people write it."""
        return _written(self.value, self.unit)

    def is_about(self, product: Product) -> bool:
        """Tell whether a product can have what is counted: no silver is asked of tungsten."""
        symbols = {content.symbol for content in product.elements}
        return not (self.of and symbols) or not self.of.isdisjoint(symbols)


class Limits:
    """The thresholds of a measure, ready to compare."""

    def __init__(
        self,
        terms: Mapping[str, Any],
        words: Vocabulary,
        *,
        symbols: frozenset[str],
        home: frozenset[str],
        scope: Scope,
        others: Sequence[OtherReading] = (),
    ) -> None:
        self._limits = tuple(_limit(one, words, scope) for one in _written_limits(terms))
        self._words, self._symbols, self._home = words, symbols, home
        self._combine, self._others = scope.combine, others

    def __bool__(self) -> bool:
        return bool(self._limits)

    def hold(self, product: Product, *, classified: bool) -> Part:
        """Compare a product; ``classified``: its own control code says that the limits are met."""
        groups: dict[str, list[Part]] = {}
        for limit in self._limits:
            if not limit.is_about(product):
                continue
            key = f"{limit.what} {limit.unit}"
            groups.setdefault(key, []).append(self._one(limit, product))
        parts = [every(group) for group in groups.values()]
        whole = self._together(parts)
        if classified and whole.state is State.OPEN:
            return Part(state=State.YES, compared=whole.compared)
        return whole

    def _together(self, parts: Sequence[Part]) -> Part:
        met, any_met = every(parts), some(parts)
        if self._combine == "any":
            return any_met
        if self._combine == "all" or met.state is any_met.state or len(parts) == 1:
            return met
        doubt = "its terms do not say whether one threshold is enough or all must be met"
        missing = tuple(dict.fromkeys((*met.missing, *any_met.missing)))
        counted = tuple(dict.fromkeys((*met.counted, *any_met.counted)))
        return Part(
            state=State.OPEN,
            compared=met.compared,
            missing=missing,
            doubts=(doubt,),
            counted=counted,
        )

    def _one(self, limit: Limit, product: Product) -> Part:
        compare = OPERATORS.get(limit.operator)
        if limit.value is None or compare is None or not self._readable(limit):
            return Part(state=State.OPEN, doubts=(not_compared("limit", self._in_words(limit)),))
        if limit.what in self._words.wording.contents and limit.unit is None:
            return self._share(limit, product)
        return self._property(limit, product)

    def _readable(self, limit: Limit) -> bool:
        if limit.unit is None:
            return limit.what != _PLAIN
        return limit.unit in self._words.wording.units

    def _in_words(self, limit: Limit) -> str:
        sign = _SIGNS.get(limit.operator, limit.operator)
        number = _written(limit.value, None)
        unit = self._words.field.units.get(limit.unit or "", limit.unit)
        return f"{limit.asks} {sign} {number}" + (f" ({unit})" if unit else "")

    def _share(self, limit: Limit, product: Product) -> Part:
        least, most, missing, notes = self._known_share(product)
        assert limit.value is not None
        state = _between(limit, least, most)
        given = _span(least, most)
        if state is not State.OPEN:
            missing = ()
        note = "; ".join([*notes, *self._disputed(limit, least, most, state)]) or None
        one = compared(limit.what, limit.operator, limit.told, given, state, note)
        return Part(state=state, compared=(one,), missing=tuple(missing))

    def _known_share(
        self, product: Product
    ) -> tuple[Decimal, Decimal | None, Sequence[str], Sequence[str]]:
        """Return the least and the greatest share that may count (``None``: no bound)."""
        least = most = Decimal(0)
        bounded, missing, notes = True, [], []
        for content in product.elements:
            if self._symbols and content.symbol not in self._symbols:
                continue
            if content.note:
                notes.append(content.note)
            if content.origin is not None and content.origin not in self._home:
                continue
            if content.origin is None:
                missing.append(f"origin of {content.symbol}")
            if content.share is None:
                missing.append(f"share of {content.symbol}")
                bounded = False
                continue
            most += content.share
            least += content.share if content.origin is not None else 0
        return least, most if bounded else None, missing, notes

    def _disputed(
        self, limit: Limit, least: Decimal, most: Decimal | None, state: State
    ) -> Iterable[str]:
        readers: dict[str, list[OtherReading]] = {}
        for other in self._others:
            if other.value == limit.value and other.operator != limit.operator:
                readers.setdefault(other.operator, []).append(other)
        for sign, others in sorted(readers.items()):
            then = _between(_with(limit, sign), least, most)
            if then is not state:
                who = ", ".join(sorted({other.who for other in others}))
                text = min((other.text for other in others), key=len)
                yield f"{DISPUTED}{sign} {limit.told} ({who}: “{text}”) gives: {_OUTCOME[then]}"

    def _property(self, limit: Limit, product: Product) -> Part:
        asked = limit.asks
        found = self._given(limit, product)
        if found is None:
            one = compared(asked, limit.operator, limit.told, None, State.OPEN)
            counted = ((asked, limit.what),)
            return Part(state=State.OPEN, compared=(one,), missing=(asked,), counted=counted)
        state = _between(limit, found.value, found.value)
        given = _written(found.value, found.unit)
        return Part(
            state=state, compared=(compared(asked, limit.operator, limit.told, given, state),)
        )

    def _given(self, limit: Limit, product: Product) -> Property | None:
        same = [item for item in product.properties if item.unit == limit.unit]
        for item in same:
            if item.what is not None and self._same(item.what, limit):
                return item
        whats = {other.what for other in self._limits if other.unit == limit.unit}
        free = [item for item in same if item.what is None and item.unit is not None]
        # A bare "14 nm" speaks for the one thing that the measure counts in this unit.
        return free[0] if len(free) == 1 and len(whats) == 1 else None

    def _same(self, what: str, limit: Limit) -> bool:
        """Tell whether a property is what is counted: by its key, in our words, or by element."""
        names = {fold(limit.what), _spaced(limit.what), fold(limit.asks)}
        if names & {fold(what), _spaced(what)}:
            return True
        return bool(limit.of) and frozenset(self._words.symbols.get(fold(what), ())) == limit.of


_OUTCOME = {State.YES: "caught", State.NO: "not caught", State.OPEN: "cannot say"}


def _written_limits(terms: Mapping[str, Any]) -> Sequence[Any]:
    found = terms.get("thresholds") or ()
    return found if isinstance(found, list | tuple) else (found,)


def _limit(threshold: Any, words: Vocabulary, scope: Scope) -> Limit:
    if not isinstance(threshold, Mapping):
        return Limit(str(threshold), "", None, None, asks=str(threshold))
    try:
        value = Decimal(str(threshold.get("value")))
    except InvalidOperation:
        value = None
    what = str(threshold.get("what", _PLAIN))
    unit = str(threshold["unit"]) if threshold.get("unit") else None
    read = scope.limits.get(what, Measured())
    of = frozenset(s for name in read.of or (what,) for s in words.symbols.get(fold(name), ()))
    return Limit(
        what,
        str(threshold.get("operator", "")),
        value if value is not None and value.is_finite() else None,
        unit,
        of,
        read.asks or _asks(what, unit, words),
    )


def _asks(what: str, unit: str | None, words: Vocabulary) -> str:
    """Say in words what a threshold counts: ``tonnes of tungsten``, ``oxide purity``."""
    if what == _PLAIN and unit:
        return unit
    element = words.field.elements.get(words.symbols.get(fold(what), ("",))[0])
    named = element.names.get("en", element.symbol) if element else _spaced(what)
    if unit is None or unit not in words.wording.units:
        return named
    if element and unit in words.field.units:
        return f"{words.field.units[unit]}s of {named}"
    return f"{named} in {unit}"


def _spaced(what: str) -> str:
    return " ".join(fold(what).replace("_", " ").split())


def _with(limit: Limit, other: str) -> Limit:
    return replace(limit, operator=other)


def _between(limit: Limit, least: Decimal, most: Decimal | None) -> State:
    """Compare an interval: decided where both of its ends are, for the operators are monotone."""
    compare = OPERATORS[limit.operator]
    assert limit.value is not None
    low = compare(least, limit.value)
    high = limit.operator in (">=", ">") if most is None else compare(most, limit.value)
    if low is high:
        return State.YES if low else State.NO
    return State.OPEN


def _span(least: Decimal, most: Decimal | None) -> str:
    if most is None:
        return f"at least {percent(least)}"
    return percent(least) if least == most else f"{percent(least)} to {percent(most)}"


def percent(share: Decimal) -> str:
    """Write a share in per cent: 0.001 → ``0.1%``."""
    return f"{_plain(share * 100)}%"


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _written(value: Decimal | None, unit: str | None) -> str:
    if value is None:
        return "an unread number"
    if unit is None:
        return percent(value) if value <= 1 else _plain(value)
    return f"{_plain(value)} {unit}"
