"""Where in a question does a missing fact belong? (the fact in words, and the keys that take it)"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.projection.screening.verdict import Finding

KEYS = frozenset(
    {
        "part", "hs", "control_codes", "elements", "properties", "kind", "origin",
        "technology_origin", "made_in", "from", "to", "end_user", "end_use",
    }
)  # fmt: skip
"""The keys of a product, as a request has them."""

_OF_AN_ELEMENT = ("share of ", "origin of ")
_EITHER = " or "


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A missing fact: in words, and which keys of the product take it; any of them is enough.

    ``what`` is the element that an entry of ``elements`` is about, or what a ``property`` is called
    in the terms of the rule.
    """

    fact: str
    keys: tuple[str, ...]
    what: str | None = None


def wanted(missing: Iterable[str], findings: Iterable[Finding]) -> Iterator[Wanted]:
    """Yield the missing facts of some findings with their keys, in the order of ``missing``."""
    counted = dict(pair for finding in findings for pair in finding.counted)
    for fact in missing:
        keys = _keys_of(fact)
        element = next((fact.removeprefix(of) for of in _OF_AN_ELEMENT if fact.startswith(of)), "")
        yield Wanted(fact=fact, keys=keys, what=element or counted.get(fact))


def _keys_of(fact: str) -> tuple[str, ...]:
    either = tuple(fact.split(_EITHER))
    if KEYS.issuperset(either):
        return either
    if fact.startswith((*_OF_AN_ELEMENT, "whether it contains ")):
        return ("elements",)
    first = fact.partition(" ")[0].rstrip(":")
    return (first,) if first in KEYS else ("properties",)
