"""Are the terms of a measure written in the words of the field?

Each kind of term is a row of `TERM_KINDS`: how a value of that kind is read and checked.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from tracker.domain.rulebook import Field
from tracker.rulebook.nodes import Node
from tracker.rulebook.values import choice, choices, day, integer, number, truth

_THRESHOLD_REQUIRED = ("what", "operator", "value")
_THRESHOLD_KEYS = (*_THRESHOLD_REQUIRED, "unit")


def read_terms(node: Node, field: Field, *, required: Collection[str] = ()) -> dict[str, Any]:
    """Read terms; only keys of the field are taken, ``null`` stands for "no such term"."""
    found: dict[str, Any] = {}
    for key, value in node.keys(field.term_keys, required=required).items():
        kind = field.term_keys[key].kind
        found[key] = None if value.is_null else TERM_KINDS[kind](value, field)
    return found


def _requirement(node: Node, field: Field) -> str:
    return choice(node, what="requirement", allowed=field.requirements)


def _elements(node: Node, field: Field) -> list[str]:
    return list(choices(node, what="element", allowed=field.elements))


def _thresholds(node: Node, field: Field) -> list[dict[str, str]]:
    return [_threshold(item, field) for item in node.items()]


def _threshold(node: Node, field: Field) -> dict[str, str]:
    part = node.keys(_THRESHOLD_KEYS, required=_THRESHOLD_REQUIRED)
    readers: dict[str, Callable[[Node], str]] = {
        "what": Node.text,
        "operator": lambda n: choice(n, what="operator", allowed=field.threshold_operators),
        "value": number,
        "unit": lambda n: choice(n, what="unit", allowed=field.units),
    }
    return {key: readers[key](part[key]) for key in _THRESHOLD_KEYS if key in part}


def _mapping(node: Node, field: Field) -> dict[str, str]:
    return {key: value.text() for key, value in node.any_keys().items()}


TERM_KINDS: Mapping[str, Callable[[Node, Field], Any]] = {
    "text": lambda node, field: node.text(),
    "text list": lambda node, field: list(node.texts()),
    "integer": lambda node, field: integer(node),
    "yes or no": lambda node, field: truth(node),
    "day": lambda node, field: day(node),
    "requirement": _requirement,
    "elements": _elements,
    "thresholds": _thresholds,
    "mapping": _mapping,
}
