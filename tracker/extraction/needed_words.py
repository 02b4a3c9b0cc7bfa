"""Without which words can a pattern match nowhere?

To look for a few plain words costs a hundredth of trying a pattern at every character. What is
told here is necessary, never enough: a text with one of the words may still not match.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

_NOTHING = frozenset({""})
_ZERO_WIDE = (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT)
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
_SPACE = (_constants.CATEGORY, _constants.CATEGORY_SPACE)
_MOST = 32
"""So many spellings of one stretch are told apart at most."""

_BLANK = re.compile(r"\s")
_ODD = re.compile(
    "[\u00b5\u0130\u0131\u017f\u0345\u0370-\u03ff\u1c80-\u1c8f\u1e9b\u1e9e\u1f00-\u1fff\ufb00-\ufb06]"
)
"""Letters whose small form is not the only one that a pattern takes for the same."""


def needed_words(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """Return words, one of which stands in `plain_spelling` of every text that ``pattern`` matches.

    ``None`` where no word is needed. Looks around, anchors and back references are left out of
    account: they only ever forbid matches.
    """
    found = _needed(_parser.parse(pattern.pattern, pattern.flags))
    return None if found is None else frozenset(shortest(found))


def shortest(words: Iterable[str]) -> tuple[str, ...]:
    """Leave out what is only found where a shorter one of the words is."""
    kept: list[str] = []
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not any(shorter in word for shorter in kept):
            kept.append(word)
    return tuple(kept)


def plain_spelling(text: str) -> str | None:
    """Return a text in small letters, with a blank for every character that is one.

    ``None`` where some letter has more than one small form.
    """
    if not text.isascii() and _ODD.search(text) is not None:
        return None
    return _BLANK.sub(" ", text.lower())


def _needed(items: Iterable[Any]) -> frozenset[str] | None:
    """Return the words of the part of a sequence that says most."""
    return max(_parts(items), key=_worth, default=None)


def _parts(items: Iterable[Any]) -> Iterator[frozenset[str]]:
    """Yield the words that each part of a sequence needs; what can be spelled out is joined."""
    run = _NOTHING
    for kind, value in items:
        spelled = _spelled(kind, value)
        joined = None if spelled is None else _joined(run, spelled)
        if joined is not None:
            run = joined
            continue
        if "" not in run:
            yield run
        run = _NOTHING
        found = _part(kind, value) if spelled is None or "" in spelled else spelled
        if found is not None:
            yield found
    if "" not in run:
        yield run


def _part(kind: Any, value: Any) -> frozenset[str] | None:
    if kind is _constants.BRANCH:
        return _any_of(_needed(branch) for branch in value[1])
    if kind in _REPEATS and not value[0]:
        return None
    inside = _inside(kind, value)
    return None if inside is None else _needed(inside)


def _inside(kind: Any, value: Any) -> Iterable[Any] | None:
    """Return the sequence that a group or a repetition holds."""
    if kind is _constants.ATOMIC_GROUP:
        return tuple(value)
    if kind is _constants.SUBPATTERN or kind in _REPEATS:
        return tuple(value[-1])
    return None


def _spelled(kind: Any, value: Any) -> frozenset[str] | None:
    """Return all spellings of what one item matches; ``None`` where they are too many."""
    if kind is _constants.LITERAL:
        char = chr(value).lower()
        return None if _ODD.search(char) else frozenset({char})
    if kind in _ZERO_WIDE:
        return _NOTHING
    if (kind, value) == _SPACE:
        return frozenset({" "})
    if kind is _constants.IN:
        return _any_of(_spelled(*member) for member in value)
    if kind is _constants.BRANCH:
        return _any_of(_all_spelled(branch) for branch in value[1])
    if kind in _REPEATS and value[:2] != (1, 1):
        inside = _all_spelled(value[2]) if value[:2] == (0, 1) else None
        return None if inside is None else inside | _NOTHING
    within = _inside(kind, value)
    return None if within is None else _all_spelled(within)


def _all_spelled(items: Iterable[Any]) -> frozenset[str] | None:
    run = _NOTHING
    for kind, value in items:
        spelled = _spelled(kind, value)
        joined = None if spelled is None else _joined(run, spelled)
        if joined is None:
            return None
        run = joined
    return run


def _joined(run: frozenset[str], more: frozenset[str]) -> frozenset[str] | None:
    if len(run) * len(more) > _MOST:
        return None
    return frozenset(first + second for first, second in product(run, more))


def _any_of(branches: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    found = frozenset[str]()
    for branch in branches:
        if branch is None:
            return None
        found |= branch
    return found


def _worth(words: frozenset[str]) -> tuple[int, int]:
    """Rank by the shortest word: a blank or a letter says least, a mark of our own most."""
    return min(sum(map(_said_by, word)) for word in words), -len(words)


def _said_by(char: str) -> int:
    if "\ue000" <= char <= "\uf8ff":
        return 10
    return 1 if char.isascii() and (char.isalnum() or char.isspace()) else 3
