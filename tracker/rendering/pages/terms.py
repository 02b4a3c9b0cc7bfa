"""How are the terms of a measure told: what it demands of what, from which values on?"""

from collections.abc import Iterator, Mapping
from typing import Any

from tracker.domain.rulebook import Field
from tracker.rendering.neutral import neutral
from tracker.rendering.page import Fact
from tracker.rendering.words import Words

_LONGEST_LIST = 60


def term_facts(words: Words, terms: Mapping[str, Any], field: Field) -> tuple[Fact, ...]:
    """Return the terms in the order of the field's vocabulary, then those that it does not know."""
    known = [key for key in field.term_keys if key in terms]
    others = [key for key in terms if key not in field.term_keys]
    return tuple(
        Fact(
            label=words(f"term.{key}") if words.has(f"term.{key}") else _plain(key),
            lines=tuple(_lines(words, key, terms[key], field)),
        )
        for key in (*known, *others)
        if terms[key] not in (None, "", [], {})
    )


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
        return _threshold(words, value) if key == "thresholds" else _pairs(value)
    text = str(value)
    if key == "elements" and text in field.elements:
        return f"{words.name(field.elements[text].names)} ({neutral(text)})"
    if key == "requirement" and text in field.requirements:
        return words.name(field.requirements[text])
    return neutral(text)


def _threshold(words: Words, value: Mapping[str, Any]) -> str:
    parts = [str(value.get(key, "")) for key in ("what", "operator", "value", "unit")]
    told = " ".join(part for part in parts if part).replace("_", " ")
    rest = {key: item for key, item in value.items() if key not in _THRESHOLD and item}
    return neutral(told) + (f" ({_pairs(rest)})" if rest else "")


_THRESHOLD = ("what", "operator", "value", "unit")


def _pairs(value: Mapping[str, Any]) -> str:
    return neutral("; ".join(f"{key.replace('_', ' ')}: {item}" for key, item in value.items()))
