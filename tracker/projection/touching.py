"""Whose answers could records change, and under which keys does a measure find what could?

A proposal lists what it *touches*: ids and targets as they stand, ``item:CODE`` and ``under:CODE``
for codes and elements, ``jurisdiction:CODE`` where nobody knows how far it reaches. A measure looks
under the keys of `seen_from`; the two meet where a code, or the beginning of one, is the same.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tracker.domain.identifiers import STAR
from tracker.domain.reviews import (
    AnnouncementMarkedRead,
    PolicyChosen,
    ProposalMade,
    ProposalRebound,
    ProposalReopened,
    ReviewFact,
)

POLICIES = "policy:"
"""The key of every choice of an acceptance policy."""

ITEM_KEYS = ("control_codes", "hs_codes", "elements")
_DIGITS_KEPT = (4, 6, 8)
"""So many digits of a customs code name something by themselves."""


def touched_by(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield what records of the interchange form touch, once each."""
    found: dict[str, None] = {}
    for record in records:
        for key in _touched(record):
            found.setdefault(key)
    yield from found


def keys_of_review(held: ReviewFact) -> tuple[str, ...]:
    """Return the keys under which a fact of the review is looked up besides its stream."""
    match held:
        case ProposalMade() | ProposalReopened() | ProposalRebound():
            return tuple(dict.fromkeys(f"w:{key}" for key in held.reading.touches))
        case AnnouncementMarkedRead():
            return (f"l:{held.announcement}",)
        case PolicyChosen():
            return (POLICIES,)
        case _:
            return ()


def whole_jurisdiction(code: str | None) -> str:
    """Return the touch of something of unknown reach in a jurisdiction."""
    return f"jurisdiction:{code or ''}"


def _touched(record: Mapping[str, Any]) -> Iterator[str]:
    match record["type"]:
        case "instrument":
            yield record["id"]
        case "measure":
            yield record["id"]
            yield from _items(record.get("terms") or {})
        case "effect":
            yield record["affecting"]
            yield from record["affected"]
            yield from _items(record.get("terms") or {})


def _items(terms: Mapping[str, Any]) -> Iterator[str]:
    for code in codes_of(terms):
        yield f"item:{code}"
        yield from (f"under:{part}" for part in _beginnings(code))


def seen_from(
    measure: str, instrument: str, jurisdiction: str | None, terms: Mapping[str, Any]
) -> Iterator[str]:
    """Yield the touches that concern a measure with these terms."""
    yield from keys_of_id(measure, instrument)
    yield whole_jurisdiction(jurisdiction)
    yield from item_keys(terms)


def keys_of_id(measure: str, instrument: str) -> Iterator[str]:
    """Yield the touches that concern a measure whatever its terms are."""
    yield from (measure, instrument)
    yield from (f"{measure[:length]}{STAR}" for length in range(len(measure) + 1))


def item_keys(terms: Mapping[str, Any]) -> Iterator[str]:
    """Yield the touches that concern the items of some terms."""
    for code in codes_of(terms):
        yield f"item:{code}"
        yield f"under:{code}"
        yield from (f"item:{part}" for part in _beginnings(code))


def codes_of(terms: Mapping[str, Any]) -> Iterator[str]:
    """Yield the codes and symbols that terms name, in the one way in which they are compared."""
    for key in ITEM_KEYS:
        value = terms.get(key)
        listed = value if isinstance(value, list | tuple) else () if value is None else (value,)
        for item in listed:
            yield _folded(str(item))


def _folded(code: str) -> str:
    plain = code.casefold().replace(" ", "")
    digits = plain.replace(".", "")
    return digits if digits.isdigit() else plain


def _beginnings(code: str) -> Iterator[str]:
    """Yield the shorter codes that cover this one."""
    if code.isdigit():
        yield from (code[:length] for length in _DIGITS_KEPT if length < len(code))
        return
    parts = code.split(".")
    yield from (".".join(parts[:count]) for count in range(1, len(parts)))
