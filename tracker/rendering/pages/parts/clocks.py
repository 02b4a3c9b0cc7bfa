"""How are the three clocks asked for on a page, and told in words?"""

import re
from dataclasses import dataclass
from typing import Any

from tracker.domain.questions import Clocks
from tracker.rendering.addresses import CLOCKS, Addresses
from tracker.rendering.words import Words

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockField:
    """One date control: a day picker, or plain text where an instant was given."""

    name: str
    label: str
    value: str
    type: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClocksView:
    """The three date controls, and in words what they ask."""

    fields: tuple[ClockField, ...]
    told: str


def clocks_view(words: Words, clocks: Clocks, addresses: Addresses) -> ClocksView:
    """Return the controls as they stand now."""
    return ClocksView(
        fields=tuple(_field(words, name, addresses.clocks.get(name, "")) for name in CLOCKS),
        told=question_words(words, clocks),
    )


def _field(words: Words, name: str, value: str) -> ClockField:
    is_day = not value or _DAY.fullmatch(value) is not None
    return ClockField(
        name=name,
        label=words(f"clocks.label_{name}"),
        value=value,
        type="date" if is_day else "text",
        hint=words(f"clocks.hint_{name}"),
    )


def question_words(words: Words, clocks: Clocks) -> str:
    """Say which day is asked about, as known when: what stands over an answer."""
    parts = [words("clocks.on", day=words.day(clocks.on)) if clocks.on else words("clocks.today")]
    for name in CLOCKS[1:]:
        when: Any = getattr(clocks, name)
        if when is not None:
            parts.append(words(f"clocks.{name.removesuffix('_by')}", when=words.when(when)))
    return words.clauses(parts)
