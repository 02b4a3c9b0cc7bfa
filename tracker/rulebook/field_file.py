"""Which vocabulary does a field file give?"""

from collections.abc import Callable, Collection, Mapping
from importlib.resources.abc import Traversable

from tracker.domain.rulebook import Element, Field, Issuer, Jurisdiction, TermKey
from tracker.rulebook.faults import Faults, unknown
from tracker.rulebook.nodes import Node, read
from tracker.rulebook.terms import TERM_KINDS
from tracker.rulebook.values import T, choice, choices, names, take, truth, zone

FILE_NAME = "field.yaml"

OPERATORS = (">=", ">", "<=", "<")
"""The comparisons that the program can make; a field may use fewer."""

_REQUIRED = ("key", "title", "disclaimer", "term_keys", "requirements", "jurisdictions", "issuers")
_OPTIONAL = ("threshold_operators", "units", "elements")


def load_field(place: Traversable) -> Field:
    """Read ``field.yaml``, given itself or its folder.

    Raises `tracker.errors.InputError` for the first fault, with its line; it names the others.
    """
    file = place if place.is_file() else place / FILE_NAME
    faults = Faults()
    node = read(file, name=file.name, faults=faults)
    found = None if node is None else _field(node)
    faults.raise_any()
    assert found is not None
    return found


def _field(node: Node) -> Field:
    part = node.keys(_REQUIRED + _OPTIONAL, required=_REQUIRED)
    jurisdictions = _table(part, "jurisdictions", _jurisdiction)
    return Field(
        key=take(part, "key", Node.text) or "",
        title=take(part, "title", names) or {},
        disclaimer=take(part, "disclaimer", names) or {},
        term_keys=_table(part, "term_keys", _term_key),
        requirements=_table(part, "requirements", lambda _, value: names(value)),
        threshold_operators=take(part, "threshold_operators", _operators) or (),
        units=_table(part, "units", lambda _, value: value.text()),
        elements=_elements(part),
        jurisdictions=jurisdictions,
        issuers=_table(part, "issuers", lambda key, value: _issuer(key, value, jurisdictions)),
    )


def _table(part: Mapping[str, Node], key: str, row: Callable[[str, Node], T]) -> dict[str, T]:
    if key not in part:
        return {}
    return {word: row(word, value) for word, value in part[key].any_keys().items()}


def _term_key(key: str, node: Node) -> TermKey:
    part = node.keys(("kind", "matchable", "about"), required=("kind", "about"))
    return TermKey(
        key=key,
        kind=take(part, "kind", _term_kind) or "",
        matchable=take(part, "matchable", truth) or False,
        about=take(part, "about", Node.text) or "",
    )


def _term_kind(node: Node) -> str:
    return choice(node, what="kind of term", allowed=TERM_KINDS)


def _operators(node: Node) -> tuple[str, ...]:
    return choices(node, what="operator", allowed=OPERATORS)


def _elements(part: Mapping[str, Node]) -> dict[str, Element]:
    found = _table(part, "elements", _element)
    for symbol, element in found.items():
        for member in element.members:
            if member not in found:
                part["elements"].any_keys()[symbol].fault(unknown("element", member, found))
    return found


def _element(symbol: str, node: Node) -> Element:
    """Read ``{en: …, zh: …}``; a group also says who its ``members`` are."""
    part = node.any_keys()
    members = part.pop("members").texts() if "members" in part else ()
    return Element(
        symbol=symbol,
        names={language: value.text() for language, value in part.items()},
        members=members,
    )


def _jurisdiction(code: str, node: Node) -> Jurisdiction:
    part = node.keys(("names", "zone"), required=("names", "zone"))
    return Jurisdiction(
        code=code,
        names=take(part, "names", names) or {},
        zone=take(part, "zone", zone) or "UTC",
    )


def _issuer(name: str, node: Node, jurisdictions: Mapping[str, Jurisdiction]) -> Issuer:
    allowed = ("code", "jurisdiction", "names", "series", "zone")
    part = node.keys(allowed, required=("jurisdiction", "names"))
    home = take(part, "jurisdiction", lambda n: _known(n, jurisdictions)) or ""
    return Issuer(
        name=name,
        code=take(part, "code", Node.text) or name,
        jurisdiction=home,
        names=take(part, "names", _names_by_language) or {},
        series=take(part, "series", Node.text),
        zone=take(part, "zone", zone) or _zone_of(home, jurisdictions),
    )


def _known(node: Node, jurisdictions: Collection[str]) -> str:
    return choice(node, what="jurisdiction", allowed=jurisdictions)


def _zone_of(code: str, jurisdictions: Mapping[str, Jurisdiction]) -> str:
    return jurisdictions[code].zone if code in jurisdictions else "UTC"


def _names_by_language(node: Node) -> dict[str, tuple[str, ...]]:
    return {language: value.texts() for language, value in node.any_keys().items()}
