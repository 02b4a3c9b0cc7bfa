"""Which values may stand at a place, and how are they read?"""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from tracker.domain import days
from tracker.domain.rulebook import Names
from tracker.errors import UsageError
from tracker.rulebook.faults import unknown
from tracker.rulebook.nodes import Node

T = TypeVar("T")

_TRUTH = {"true": True, "false": False}


def choice(node: Node, *, what: str, allowed: Iterable[str]) -> str:
    """Read one of the ``allowed`` words; ``what`` names them in the fault."""
    names = tuple(allowed)
    word = node.text()
    if word and word not in names:
        node.fault(unknown(what, word, names))
    return word


def choices(node: Node, *, what: str, allowed: Iterable[str]) -> tuple[str, ...]:
    """Read a list of ``allowed`` words."""
    names = tuple(allowed)
    return tuple(choice(item, what=what, allowed=names) for item in node.items())


def truth(node: Node) -> bool:
    """Read ``true`` or ``false``."""
    return _TRUTH.get(choice(node, what="answer", allowed=_TRUTH), False)


def integer(node: Node) -> int:
    """Read a whole number."""
    word = node.text()
    try:
        return int(word)
    except ValueError:
        if word:
            node.fault(f"{word!r} is no whole number")
        return 0


def number(node: Node) -> str:
    """Read a number and keep it as it is written: 0.001 stays 0.001."""
    word = node.text()
    try:
        finite = Decimal(word).is_finite()
    except InvalidOperation:
        finite = False
    if word and not finite:
        node.fault(f"{word!r} is no number; write one like 0.001 or 300, its unit under 'unit'")
    return word


def day(node: Node) -> str:
    """Read a day as YYYY-MM-DD."""
    word = node.text()
    try:
        if word:
            days.parse_day(word)
    except UsageError as error:
        node.fault(str(error))
    return word


def when(node: Node) -> str:
    """Read a day or an instant with its offset."""
    word = node.text()
    try:
        if word:
            days.parse_when(word)
    except UsageError as error:
        node.fault(str(error))
    return word


def zone(node: Node) -> str:
    """Read the name of a time zone."""
    word = node.text()
    try:
        days.zone(word)
    except UsageError as error:
        node.fault(str(error))
    return word


def names(node: Node) -> Names:
    """Read a text by language: ``{en: …, zh: …}``."""
    found = {language: value.text() for language, value in node.any_keys().items()}
    if node.is_mapping and not found:
        node.fault("at least one language is expected here: {en: …}")
    return found


def main_name(by_language: Mapping[str, str]) -> str:
    """Return the English name, or the first one where there is none in English."""
    return by_language.get("en") or next(iter(by_language.values()), "")


def take(part: Mapping[str, Node], key: str, reader: Callable[[Node], T]) -> T | None:
    """Read what stands under ``key``; ``None`` where the key is not given."""
    return reader(part[key]) if key in part else None


def take_or_null(part: Mapping[str, Node], key: str, reader: Callable[[Node], T]) -> T | None:
    """Read what stands under ``key``; ``None`` where it is not given or is ``null``."""
    node = part.get(key)
    return None if node is None or node.is_null else reader(node)
