"""Does a rule reach a product that comes from here, leaves there and goes yonder?"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence

from tracker.projection.screening.product import Product
from tracker.projection.screening.vocabulary import Phrase, Vocabulary
from tracker.projection.screening.weighing import Part, State, compared, every, not_compared, some

Condition = Callable[[Product], Part]

_SEATED = re.compile(r"^([A-Z]{2}) entities$")


def leaves(home: str, words: Vocabulary) -> Condition:
    """Return the condition that the product leaves a jurisdiction."""
    inside = words.members(home)

    def check(product: Product) -> Part:
        place, taken = product.leaves_from
        if product.to in inside and place in inside:
            return _one("to", "outside", inside, product.to, State.NO)
        if place is None:
            return _one("from", "in", inside, None, State.OPEN, missing="from")
        return _one("from", "in", inside, place, _holds(place in inside), note=taken)

    return check


def originates(fact: str, asked: Collection[str]) -> Condition:
    """Return the condition that ``fact`` (origin, technology_origin, made_in) is one of places."""

    def check(product: Product) -> Part:
        place, taken = _place_of(product, fact)
        if place is None:
            return _one(fact, "in", asked, None, State.OPEN, missing=fact)
        return _one(fact, "in", asked, place, _holds(place in asked), note=taken)

    return check


def made_elsewhere(asked: Collection[str]) -> Condition:
    """Return the condition that the product is not made in one of places."""

    def check(product: Product) -> Part:
        place = product.made_in
        if place is None:
            return _one("made_in", "not in", asked, None, State.OPEN, missing="made_in")
        return _one("made_in", "not in", asked, place, _holds(place not in asked))

    return check


def goes_to(entries: Sequence[str], words: Vocabulary) -> Condition:
    """Return the condition that the product goes to one of the destinations of a measure."""
    ways = [_destination(entry, words) for entry in entries]
    return lambda product: some(way(product) for way in ways)


def speaks_of_departure(entries: Iterable[str], words: Vocabulary) -> bool:
    """Tell whether an entry says itself where the goods leave from."""
    phrases = words.wording.destinations
    return any(phrases[entry].from_not for entry in entries if entry in phrases)


def _destination(entry: str, words: Vocabulary) -> Condition:
    phrase = words.wording.destinations.get(entry)
    if phrase is not None:
        return _phrase(phrase, words)
    seat = _SEATED.match(entry)
    country = seat[1] if seat else words.country(entry)
    if country is None:
        told = not_compared("destination", entry)
        return lambda product: Part(state=State.OPEN, doubts=(told,))
    return lambda product: _to(product, words.members(country), wanted=True)


def _phrase(phrase: Phrase, words: Vocabulary) -> Condition:
    from_not, to_not = _all(phrase.from_not, words), _all(phrase.to_not, words)
    to = _all(phrase.to, words)

    def check(product: Product) -> Part:
        parts = []
        if from_not:
            parts.append(_from_elsewhere(product, from_not))
        if to_not:
            parts.append(_to(product, to_not, wanted=False))
        if to:
            parts.append(_to(product, to, wanted=True))
        return every(parts)

    return check


def _all(places: Iterable[str], words: Vocabulary) -> frozenset[str]:
    return frozenset(member for place in places for member in words.members(place))


def _from_elsewhere(product: Product, asked: Collection[str]) -> Part:
    place, taken = product.leaves_from
    if place is None:
        return _one("from", "not in", asked, None, State.OPEN, missing="from")
    return _one("from", "not in", asked, place, _holds(place not in asked), note=taken)


def _to(product: Product, asked: Collection[str], *, wanted: bool) -> Part:
    operator = "in" if wanted else "not in"
    if product.to is None:
        return _one("to", operator, asked, None, State.OPEN, missing="to")
    # A union as the destination may or may not be the member that is meant.
    return _one("to", operator, asked, product.to, _holds((product.to in asked) is wanted))


def _place_of(product: Product, fact: str) -> tuple[str | None, str | None]:
    if fact == "origin":
        return product.comes_from
    return (product.made_in if fact == "made_in" else product.technology_origin), None


def _holds(told: bool) -> State:
    return State.YES if told else State.NO


def _one(
    fact: str,
    operator: str,
    asked: Collection[str],
    given: str | None,
    state: State,
    *,
    note: str | None = None,
    missing: str | None = None,
) -> Part:
    told = ", ".join(sorted(asked))
    return Part(
        state=state,
        compared=(compared(fact, operator, told, given, state, note),),
        missing=(missing,) if missing else (),
    )
