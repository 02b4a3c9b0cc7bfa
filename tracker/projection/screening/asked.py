"""What do the terms of a measure ask of where a product goes, who uses it, and what for?"""

from collections.abc import Mapping, Sequence
from typing import Any

from tracker.projection.screening.parties import listed
from tracker.projection.screening.places import (
    Condition,
    goes_to,
    leaves,
    made_elsewhere,
    originates,
    speaks_of_departure,
)
from tracker.projection.screening.uses import concepts_of, used_for
from tracker.projection.screening.vocabulary import Scope, Vocabulary
from tracker.projection.screening.weighing import Part, State, not_compared, some

MATCHERS: Mapping[str, str] = {
    "requirement": "which verdict a rule gives that catches",
    "elements": "symbol or name of an element in the product, groups resolved",
    "control_codes": "the same code, one below it, or the entry above it",
    "control_codes_unconfirmed": "as control_codes, but never more than cannot say",
    "hs_codes": "the same customs code or one below it; one above it is not enough",
    "thresholds": "value_share: the known shares of listed elements; others: a property by unit",
    "origin": "the origin of the product as a whole",
    "technology_origin": "whose technology made it",
    "made_in": "where it is made",
    "destinations": "where it goes, and for declared phrases where it leaves from",
    "end_use": "what end use and end user are about",
    "end_uses": "what end use and end user are about",
    "parties": "the name of the end user, its other spellings, near ones as possible",
    "parties_count": "how many names there are, to tell whether all are held",
    "exemptions": "what the end use is about",
}
"""The terms that a product is compared with, and how; any other that asks something is open."""


def places_asked(
    terms: Mapping[str, Any], scope: Scope, words: Vocabulary, *, home: str | None
) -> tuple[Condition, ...]:
    """Return the conditions on places; ``home`` is the jurisdiction whose law the measure is."""
    destinations = _listed(terms.get("destinations"))
    found: list[Condition] = []
    reach = _reach(terms, scope, words, home=home)
    if reach is not None:
        found.append(reach)
    if destinations:
        found.append(goes_to(destinations, words))
    for fact in ("technology_origin", "origin", "made_in"):
        if terms.get(fact):
            found.append(_origin(fact, _listed(terms[fact]), words))
    if scope.made_in_not:
        places = frozenset(m for place in scope.made_in_not for m in words.members(place))
        found.append(made_elsewhere(places))
    return tuple(found)


def users_asked(
    terms: Mapping[str, Any], scope: Scope, words: Vocabulary, *, names: bool
) -> tuple[Condition, ...]:
    """Return the conditions on end use and end user; ``names``: the measure lists parties."""
    uses = [*_listed(terms.get("end_uses")), *_listed(terms.get("end_use"))]
    found: list[Condition] = []
    if uses:
        found.append(used_for([*uses, *scope.or_end_uses], words))
    if names:
        count = terms.get("parties_count")
        party = listed(
            _entries(terms.get("parties")),
            count if isinstance(count, int) else None,
            lists=scope.lists,
        )
        if scope.or_end_uses and not uses:
            use = used_for(scope.or_end_uses, words)
            found.append(_either(use, party))
        else:
            found.append(party)
    return tuple(found)


def exempted_uses(terms: Mapping[str, Any], words: Vocabulary) -> frozenset[str]:
    """Return the end uses that the terms themselves exempt."""
    return concepts_of(_listed(terms.get("exemptions")), words)[0]


def unmatched_terms(terms: Mapping[str, Any], words: Vocabulary) -> Sequence[str]:
    """Name the terms that ask something of a product and that no matcher reads."""
    keys = words.field.term_keys
    unread = [
        key
        for key, value in terms.items()
        if value is not None and key not in MATCHERS and (key not in keys or keys[key].matchable)
    ]
    return [not_compared("term", key) for key in sorted(unread)]


def _reach(
    terms: Mapping[str, Any], scope: Scope, words: Vocabulary, *, home: str | None
) -> Condition | None:
    """Return the condition that the issuer's law reaches the product, unless the terms say it."""
    if speaks_of_departure(_listed(terms.get("destinations")), words) or scope.with_:
        return None
    if home is None:
        doubt = Part(state=State.OPEN, doubts=("its jurisdiction is not recorded",))
        return lambda product: doubt
    if terms.get("origin") or terms.get("technology_origin"):
        return None
    ways = [leaves(home, words)] if "export" in scope.reach else []
    if "origin" in scope.reach:
        ways.append(originates("origin", words.members(home)))
    return lambda product: some(way(product) for way in ways)


def _origin(fact: str, entries: Sequence[str], words: Vocabulary) -> Condition:
    codes = [words.country(entry) for entry in entries]
    if None in codes:
        told = not_compared(fact.replace("_", " "), ", ".join(entries))
        return lambda product: Part(state=State.OPEN, doubts=(told,))
    return originates(fact, frozenset(m for code in codes if code for m in words.members(code)))


def _either(one: Condition, other: Condition) -> Condition:
    return lambda product: some((one(product), other(product)))


def _listed(value: Any) -> Sequence[str]:
    if not value:
        return ()
    return [str(item) for item in value] if isinstance(value, list | tuple) else (str(value),)


def _entries(value: Any) -> Sequence[Any]:
    if not value:
        return ()
    return value if isinstance(value, list | tuple) else (value,)
