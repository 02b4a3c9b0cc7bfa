"""How are the terms of a measure told: what it demands of what, from which values on?"""

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from tracker.domain.rulebook import Field
from tracker.rendering.neutral import neutral
from tracker.rendering.page import Fact
from tracker.rendering.words import Words

_LONGEST_LIST = 60


def term_facts(words: Words, terms: Mapping[str, Any], field: Field) -> tuple[Fact, ...]:
    """Return the terms in the order of the field's vocabulary, then those that it does not know."""
    return tuple(fact for _, fact in keyed_facts(words, terms, field))


def keyed_facts(words: Words, terms: Mapping[str, Any], field: Field) -> Iterator[tuple[str, Fact]]:
    """Yield the same facts, each with the key of its term."""
    known = [key for key in field.term_keys if key in terms]
    others = [key for key in terms if key not in field.term_keys]
    for key in (*known, *others):
        if terms[key] not in (None, "", [], {}):
            label = words(f"term.{key}") if words.has(f"term.{key}") else _plain(key)
            yield key, Fact(label=label, lines=tuple(_lines(words, key, terms[key], field)))


def _plain(key: str) -> str:
    return neutral(key.replace("_", " "))


def _lines(words: Words, key: str, value: Any, field: Field) -> Iterator[str]:
    values = list(value) if isinstance(value, list | tuple) else [value]
    texts = [_text(words, key, one, field) for one in values]
    if key == "thresholds" or any(len(text) > 60 for text in texts):
        yield from texts[:_LONGEST_LIST]
    else:
        yield words.listed(texts[:_LONGEST_LIST])
    if len(texts) > _LONGEST_LIST:
        yield words("count.more", n=len(texts) - _LONGEST_LIST)


def _text(words: Words, key: str, value: Any, field: Field) -> str:
    if isinstance(value, Mapping):
        return threshold_told(words, value) if key == "thresholds" else _pairs(value)
    text = str(value)
    if key == "elements" and text in field.elements:
        return f"{words.name(field.elements[text].names)} ({neutral(text)})"
    if key == "requirement" and text in field.requirements:
        return words.name(field.requirements[text])
    if key == "list" and words.has(f"list_name.{text}"):
        return words(f"list_name.{text}")
    return neutral(words.said(text))


def threshold_told(words: Words, value: Mapping[str, Any]) -> str:
    """Say from or up to which value a rule holds: "share of the value: at least 0.1%"."""
    what, operator = str(value.get("what") or "value"), str(value.get("operator") or "")
    limit = _limit(str(value.get("value") or ""), str(value.get("unit") or ""))
    key = _OPERATORS.get(operator)
    told = words(f"threshold.{key}", limit=limit) if key else f"{operator} {limit}".strip()
    if what != "value":
        key = f"threshold_of.{what}"
        of = words(key) if words.has(key) else _plain(what)
        told = words("threshold.of", what=of, told=told)
    rest = {key: item for key, item in value.items() if key not in _THRESHOLD and item}
    return neutral(told) + (f" ({_pairs(rest)})" if rest else "")


_THRESHOLD = ("what", "operator", "value", "unit")
_OPERATORS = {">=": "at_least", ">": "above", "<=": "at_most", "<": "below"}
_SHARES = ("", "ownership", "holding", "by weight")


def _limit(value: str, unit: str) -> str:
    """Return a value with its unit; a share of at most the whole as percent."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return f"{value} {unit}".strip()
    if number <= 1 and unit.partition(" (")[0] in _SHARES:
        percent = format((number * 100).normalize(), "f")
        return f"{percent}% {unit}".strip()
    return f"{value} {unit}".strip()


def _pairs(value: Mapping[str, Any]) -> str:
    return neutral("; ".join(f"{key.replace('_', ' ')}: {item}" for key, item in value.items()))
