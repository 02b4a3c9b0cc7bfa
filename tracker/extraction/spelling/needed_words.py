"""Without which words can a pattern match nowhere?

To look for a few plain words costs a hundredth of trying a pattern at every character. What is
told here is necessary, never enough: a text with one of the words may still not match.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from tracker.extraction.spelling.pattern_shapes import (
    EMPTY,
    FAR,
    Part,
    ahead_of,
    joined,
    parts_of,
    spelled_of,
    width_of,
)

_MOST_PARTS = 3
_WIDEST = 2_000
"""A pattern that can match more characters may reach anywhere."""

_BLANKS = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""What ``\\s`` matches beside a blank itself."""

_ASCII_BLANKS = sum(map(str.isascii, _BLANKS))
_AMBIGUOUS = re.compile("[\u0130\u0131\u017f\u1c80-\u1c8f\u1e9b\u1e9e\ufb00-\ufb06]")
"""Letters with more than one small form, which a pattern may take for one that a word holds.

Those of Greek are left out: they are in no word.
"""

Placed = dict[str, int]
"""Words, each with how far behind the start of a match it may begin."""


def needed_words(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """Return words, one of which stands in `plain_spelling` of every text that ``pattern`` matches.

    ``None`` where no word is needed, or where this Python does not say how it reads patterns. Looks
    around, anchors and back references are left out of account: they only ever forbid matches.
    """
    return next(map(frozenset, placed_words(pattern)), None)


_Answer = TypeVar("_Answer")
_MOST_HELD = 8_192


class _Held(Generic[_Answer]):
    """What is answered of a pattern, remembered by the object that it is.

    To hash a pattern walks through all of it, and a text asks a hundred of them.
    """

    def __init__(self, ask: Callable[[re.Pattern[str]], _Answer]) -> None:
        self._ask = ask
        self._told: dict[int, tuple[re.Pattern[str], _Answer]] = {}

    def __call__(self, pattern: re.Pattern[str]) -> _Answer:
        found = self._told.get(id(pattern))
        if found is None:
            if len(self._told) >= _MOST_HELD:
                self.cache_clear()
            # the pattern is held, so that its id stays its own
            found = self._told[id(pattern)] = pattern, self._ask(pattern)
        return found[1]

    def cache_clear(self) -> None:
        """Forget what was answered."""
        self._told.clear()


class _Needs(NamedTuple):
    words: tuple[Placed, ...] = ()
    reach: int | None = None


def placed_words(pattern: re.Pattern[str]) -> tuple[Placed, ...]:
    """Return sets of words, of each of which a match holds one: what says most comes first."""
    return _needs(pattern).words


def reach_of(pattern: re.Pattern[str]) -> int | None:
    """Return how many characters from its start on a match of ``pattern`` depends on at most.

    ``None`` where there is no bound, or no small one.
    """
    return _needs(pattern).reach


@_Held
def _needs(pattern: re.Pattern[str]) -> _Needs:
    return _needs_of(pattern) if _understood() else _Needs()


_PROBES = (
    (
        "(?i)a[bc](?:d|e\\s)(?=f)\\w*",
        _Needs(words=({"abd": 0, "acd": 0, "abe ": 0, "ace ": 0},)),
    ),
    ("(?P<n>[0-9]{2})(?<!x)y{1,3}.z?(?!uv)", _Needs(words=({"y": 2}, {"y": 5}), reach=10)),
    (".|^$", _Needs(reach=2)),
)
"""Patterns and what they need: so that other readings of patterns show."""


@cache
def _understood() -> bool:
    """Tell whether this Python reads patterns as they are looked at here."""
    return all(_needs_of(re.compile(text)) == needs for text, needs in _PROBES)


def _needs_of(pattern: re.Pattern[str]) -> _Needs:
    parts = parts_of(pattern)
    if parts is None:
        return _Needs()
    found = sorted(_words(parts), key=_worth, reverse=True)[:_MOST_PARTS]
    reach = width_of(parts) + ahead_of(parts) + 1
    return _Needs(tuple(map(_shortest, found)), reach if reach <= _WIDEST else None)


def shortest(words: Iterable[str]) -> tuple[str, ...]:
    """Leave out what is only found where a shorter one of the words is."""
    return tuple(_shortest(dict.fromkeys(words, 0)))


def _shortest(words: Placed) -> Placed:
    kept: Placed = {}
    for word in sorted(words, key=lambda word: (len(word), word)):
        inner = next((shorter for shorter in kept if shorter in word), word)
        kept[inner] = max(kept.get(inner, 0), words[word] + word.rfind(inner))
    return kept


def plain_spelling(text: str) -> str | None:
    """Return a text in small letters, with a blank for every character that is one.

    ``None`` where some letter has more than one small form.
    """
    if not text.isascii() and _AMBIGUOUS.search(text) is not None:
        return None
    spelled = text.lower()
    for blank in _BLANKS[:_ASCII_BLANKS] if spelled.isascii() else _BLANKS:
        spelled = spelled.replace(blank, " ")
    return spelled


def _needed(parts: Iterable[Part]) -> Placed | None:
    """Return the words of the part of a sequence that says most."""
    found = max(_words(parts), key=_worth, default=None)
    return None if found is None else _shortest(found)


def _words(parts: Iterable[Part]) -> Iterator[Placed]:
    """Yield the words that each part of a sequence needs; what can be spelled out is joined."""
    run, at, end = EMPTY, 0, 0
    for part in parts:
        here, end = end, min(FAR, end + part.width)
        longer = None if part.spelled is None else joined(run, part.spelled)
        if longer is not None:
            run = longer
            continue
        again = _repeated(part)
        first = None if again is None else joined(run, again)
        if first is not None:
            yield dict.fromkeys(first, at)
        elif "" not in run:
            yield dict.fromkeys(run, at)
        if again is not None and first is not None:
            run, at = again, end
            continue
        run, at = EMPTY, end
        if part.spelled is not None and "" not in part.spelled:
            yield dict.fromkeys(part.spelled, here)
        elif (found := _needed_by(part)) is not None:
            yield {word: min(FAR, here + before) for word, before in found.items()}
    if "" not in run:
        yield dict.fromkeys(run, at)


def _repeated(part: Part) -> frozenset[str] | None:
    """Return the spellings of what stands at least once, at both ends of a repetition."""
    spelled = spelled_of(part.inside) if part.inside is not None and part.least else None
    return None if spelled is None or "" in spelled else spelled


def _needed_by(part: Part) -> Placed | None:
    if part.branches:
        return _either(map(_needed, part.branches))
    if part.inside is None or part.least == 0:
        return None
    return _needed(part.inside)


def _either(branches: Iterable[Placed | None]) -> Placed | None:
    found: Placed = {}
    for branch in branches:
        if branch is None:
            return None
        for word, at in branch.items():
            found[word] = max(at, found.get(word, 0))
    return found


def _worth(words: Iterable[str]) -> tuple[int, int]:
    """Rank by the shortest word: a blank or a letter says least, a mark of our own most."""
    said = [len(word) if word.isascii() else sum(map(_said_by, word)) for word in words]
    return min(said), -len(said)


def _said_by(char: str) -> int:
    if "\ue000" <= char <= "\uf8ff":
        return 10
    return 1 if char.isascii() else 3
