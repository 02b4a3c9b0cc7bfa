"""What is a pattern put together of: what does each part of it match, and how wide is it?

Python reads a pattern into a tree before it compiles it. The tree is private to Python, so it is
looked at here alone, and told on in words of our own.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any, NamedTuple

try:  # without it every pattern may match everywhere
    from re import _parser  # type: ignore[attr-defined]
except ImportError:
    _parser = None

FAR = 1_000_000
"""Stands for a distance without a bound."""

_MOST = 32
"""So many spellings of one stretch are told apart at most."""

_ODD = re.compile(
    "[\u00b5\u0130\u0131\u017f\u0345\u0370-\u03ff\u1c80-\u1c8f\u1e9b\u1e9e\u1f00-\u1fff\ufb00-\ufb06]"
)
"""Letters whose small form is not the only one that a pattern takes for the same."""

_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_ASSERTS = ("ASSERT", "ASSERT_NOT")

Spellings = frozenset[str] | None
"""All that can be matched, in small letters; ``None`` where that is too much to be told."""

EMPTY = frozenset({""})
_BLANK = frozenset({" "})


class Part(NamedTuple):
    """One part of a pattern; the parts of a sequence stand one behind another."""

    spelled: Spellings
    width: int
    """How many characters it matches at most."""

    ahead: int = 0
    """How far its looks ahead go beyond what it matches."""

    inside: tuple["Part", ...] | None = None
    """What a group or a repetition holds."""

    branches: tuple[tuple["Part", ...], ...] = ()
    """What it has the choice of."""

    least: int | None = None
    """How often it stands at least, if it is a repetition."""


def parts_of(pattern: re.Pattern[str]) -> tuple[Part, ...] | None:
    """Return what ``pattern`` is put together of; ``None`` where Python does not say it."""
    try:
        return _sequence(_parser.parse(pattern.pattern, pattern.flags))
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return None


def spelled_of(parts: Iterable[Part]) -> Spellings:
    """Return all spellings of a sequence."""
    run = EMPTY
    for part in parts:
        longer = None if part.spelled is None else joined(run, part.spelled)
        if longer is None:
            return None
        run = longer
    return run


def joined(run: frozenset[str], more: frozenset[str]) -> Spellings:
    """Return all spellings of one stretch behind another; ``None`` where they are too many."""
    if len(run) * len(more) > _MOST:
        return None
    return frozenset(first + second for first, second in product(run, more))


def width_of(parts: Iterable[Part]) -> int:
    """Return how many characters a sequence matches at most, never more than `FAR`."""
    return min(FAR, sum(part.width for part in parts))


def ahead_of(parts: Iterable[Part]) -> int:
    """Return how far the looks ahead in a sequence go beyond what it matches."""
    return max((part.ahead for part in parts), default=0)


def _sequence(items: Any) -> tuple[Part, ...]:
    return tuple(_joined_letters(items.data))


def _joined_letters(items: Iterable[tuple[Any, Any]]) -> Iterator[Part]:
    """Yield the parts of a sequence: letters in a row are one, groups stand as what they hold."""
    letters: list[str] = []
    for kind, value in items:
        if kind.name == "LITERAL" and not _ODD.search(letter := chr(value).lower()):
            letters.append(letter)
            continue
        if letters:
            yield _word(letters)
            letters = []
        if kind.name == "SUBPATTERN":
            yield from _sequence(value[-1])
        else:
            yield _part(kind.name, value)
    if letters:
        yield _word(letters)


def _word(letters: list[str]) -> Part:
    return Part(frozenset({"".join(letters)}), len(letters))


def _part(name: str, value: Any) -> Part:
    if name == "IN":
        return Part(_any_of(_member(kind.name, held) for kind, held in value), 1)
    if name == "BRANCH":
        branches = tuple(map(_sequence, value[1]))
        return Part(
            _any_of(map(spelled_of, branches)),
            max(map(width_of, branches)),
            max(map(ahead_of, branches)),
            branches=branches,
        )
    if name in _REPEATS:
        return _repetition(*value)
    if name == "ATOMIC_GROUP":
        held = _sequence(value)
        return Part(spelled_of(held), width_of(held), ahead_of(held), inside=held)
    if name in _ASSERTS:
        way, held = value[0], _sequence(value[1])
        return Part(EMPTY, 0, ahead_of(held) + (width_of(held) if way > 0 else 0))
    if name == "AT":
        return Part(EMPTY, 0)
    if name in ("LITERAL", "NOT_LITERAL", "ANY"):
        return Part(None, 1)
    if name in ("GROUPREF", "GROUPREF_EXISTS"):
        return Part(None, FAR)
    raise ValueError(name)


def _repetition(least: Any, most: Any, items: Any) -> Part:
    held = _sequence(items)
    least, most = int(least), int(most)
    once = spelled_of(held) if most == 1 else None
    spelled = once if once is None or least else once | EMPTY
    width = min(FAR, most) * width_of(held)
    return Part(spelled, width, ahead_of(held), inside=held, least=least)


def _member(name: str, value: Any) -> Spellings:
    """Return the spellings of a member of a set of characters."""
    if name == "LITERAL":
        letter = chr(value).lower()
        return None if _ODD.search(letter) else frozenset({letter})
    return _BLANK if name == "CATEGORY" and value.name == "CATEGORY_SPACE" else None


def _any_of(branches: Iterable[Spellings]) -> Spellings:
    found = frozenset[str]()
    for branch in branches:
        if branch is None:
            return None
        found |= branch
    return found
