"""What does an instrument do to which measures, from when and through when?"""

from collections.abc import Callable, Collection, Mapping
from typing import Any, get_args

from tracker.domain.identifiers import PROVISION_MARK, STAR
from tracker.domain.records import EFFECT_KINDS, Basis, Boundary, Precision
from tracker.domain.rulebook import Field, RecordDict
from tracker.rulebook.faults import unknown
from tracker.rulebook.nodes import Node
from tracker.rulebook.terms import read_terms
from tracker.rulebook.values import choice, day, integer, when

EFFECT_REQUIRED = ("key", "kind", "affected", "from")
EFFECT_REMARKS = ("note", "confidence")

_EVIDENCE_TEXTS = ("announcement", "quote", "field", "base", "url")
_DATE_KEYS = ("value", "precision", "basis", "boundary", "zone")


def own(word: str, *, instrument: str) -> str:
    """Write a name in full: ``i-1`` or ``#i-1`` is a part of the instrument of the file."""
    if "/" in word or not word:
        return word
    return instrument + PROVISION_MARK + word.removeprefix(PROVISION_MARK)


def read_effect(
    part: Mapping[str, Node], *, instrument: str, measures: Collection[str], field: Field
) -> RecordDict:
    """Read the keys of an effect that go into its record, as far as they are given."""
    readers = _readers(field)
    record = {key: reader(part[key]) for key, reader in readers.items() if key in part}
    if "affected" in part:
        record["affected"] = [
            _affected(item, instrument=instrument, measures=measures)
            for item in part["affected"].items()
        ]
    _check_order(part, first=record.get("from"), last=record.get("through"))
    return record


def _check_order(part: Mapping[str, Node], *, first: object, last: object) -> None:
    if isinstance(first, str) and isinstance(last, str) and last and last < first:
        part["through"].fault(f"the last day {last} lies before the first day {first}")


def effect_keys(field: Field) -> tuple[str, ...]:
    """Return every key that an effect may have in a file."""
    return ("key", "affected", *EFFECT_REMARKS, *_readers(field))


def _readers(field: Field) -> dict[str, Callable[[Node], Any]]:
    return {
        "kind": lambda node: choice(node, what="kind of effect", allowed=EFFECT_KINDS),
        "parties": lambda node: list(node.texts()),
        "from": date_field,
        "through": date_field,
        "boundary": _boundary,
        "basis": _basis,
        "reason": Node.text,
        "terms": lambda node: read_terms(node, field),
        "alternatives": lambda node: [_alternative(item) for item in node.items()],
        "announced_at": when,
        "evidence": lambda node: [_evidence(item) for item in node.items()],
    }


def _affected(node: Node, *, instrument: str, measures: Collection[str]) -> str:
    word = own(node.text(), instrument=instrument)
    inside = word.startswith(instrument + PROVISION_MARK)
    if inside and not word.endswith(STAR) and word not in measures:
        short = [measure.partition(PROVISION_MARK)[2] for measure in measures]
        node.fault(unknown("measure", word.partition(PROVISION_MARK)[2], short))
    return word


def date_field(node: Node) -> str | dict[str, str | None] | None:
    """Read a day, ``null``, or a record that says how exactly the date is known."""
    if node.is_null:
        return None
    if not node.is_mapping:
        return day(node)
    part = node.keys(_DATE_KEYS)
    readers: dict[str, Callable[[Node], str]] = {
        "value": _day_reader(part),
        "precision": lambda n: choice(n, what="precision", allowed=get_args(Precision)),
        "basis": _basis,
        "boundary": _boundary,
        "zone": Node.text,
    }
    return {key: None if value.is_null else readers[key](value) for key, value in part.items()}


def _day_reader(part: Mapping[str, Node]) -> Callable[[Node], str]:
    exact = "precision" not in part or part["precision"].text() == "day"
    return day if exact else Node.text


def _basis(node: Node) -> str:
    return choice(node, what="basis", allowed=get_args(Basis))


def _boundary(node: Node) -> str:
    return choice(node, what="boundary", allowed=get_args(Boundary))


def _alternative(node: Node) -> dict[str, Any]:
    part = node.keys(("from", "through", "source", "note"))
    found: dict[str, Any] = {
        key: date_field(part[key]) for key in ("from", "through") if key in part
    }
    if node.is_mapping and not found:
        node.fault("another reading gives another 'from' or another 'through'")
    return found | {key: part[key].text() for key in ("source", "note") if key in part}


def _evidence(node: Node) -> dict[str, Any]:
    part = node.keys((*_EVIDENCE_TEXTS, "start", "end"))
    texts: dict[str, Any] = {key: part[key].text() for key in _EVIDENCE_TEXTS if key in part}
    return texts | {key: integer(part[key]) for key in ("start", "end") if key in part}
