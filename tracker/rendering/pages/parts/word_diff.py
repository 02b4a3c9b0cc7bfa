"""Which words were taken out of a text, and which put in?

Western text is compared word by word, Chinese sign by sign; what little stands alike between two
changes goes with them, so that nobody has to read crumbs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Fate = Literal["same", "added", "removed"]

_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*%?|[A-Za-z]+(?:['’-][A-Za-z]+)*|\s+|.", re.DOTALL)
_SEGMENT = re.compile(r"[^\s,.;:!?，。；：！？、]+|\s+|.", re.DOTALL)
_MANY = 3_000
"""A text of more words is compared by the stretches between its punctuation marks."""

_CRUMB = re.compile(r"[\s,.;:，。；：、()（）“”\"'-]*|[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text that is the same on both sides, or on one side only."""

    fate: Fate
    text: str


def word_diff(before: str, after: str) -> tuple[Run, ...]:
    """Return both texts as one: joining all but the added gives ``before``, and so on."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(len(old), len(new)) > _MANY:
        old, new = _SEGMENT.findall(before), _SEGMENT.findall(after)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(_runs(_without_crumbs(steps, old), old, new))


_Step = tuple[str, int, int, int, int]


def _without_crumbs(steps: Sequence[_Step], old: Sequence[str]) -> list[_Step]:
    """Join changes with the crumbs between them."""
    joined: list[_Step] = []
    for place, step in enumerate(steps):
        kind, first, last = step[0], step[1], step[2]
        inside = 0 < place < len(steps) - 1
        crumb = kind == "equal" and inside and _CRUMB.fullmatch("".join(old[first:last]))
        wanted = "replace" if crumb or kind != "equal" else "equal"
        if joined and wanted == "replace" and joined[-1][0] == "replace":
            joined[-1] = ("replace", joined[-1][1], step[2], joined[-1][3], step[4])
        else:
            joined.append((wanted, *step[1:]))
    return joined


def _runs(steps: Sequence[_Step], old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    for kind, i1, i2, j1, j2 in steps:
        if kind == "equal":
            yield Run("same", "".join(old[i1:i2]))
            continue
        if i1 < i2:
            yield Run("removed", "".join(old[i1:i2]))
        if j1 < j2:
            yield Run("added", "".join(new[j1:j2]))
