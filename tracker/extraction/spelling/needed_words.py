"""Without which words can a pattern match nowhere?

To look for a few plain words costs a hundredth of trying a pattern at every character. What is
told here is necessary, never enough: a text with one of the words may still not match.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import product
from typing import Any, Generic, TypeVar

try:  # private to Python: without it every pattern may match everywhere
    from re import _parser  # type: ignore[attr-defined]
except ImportError:
    _parser = None

_NOTHING = frozenset({""})
_ASSERTS = ("ASSERT", "ASSERT_NOT")
_ZERO_WIDE = ("AT", *_ASSERTS)
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_ONE_WIDE = ("LITERAL", "NOT_LITERAL", "IN", "CATEGORY", "ANY")
_MOST = 32
"""So many spellings of one stretch are told apart at most."""

_MOST_PARTS = 3
_WIDEST = 2_000
"""A pattern that can match more characters may reach anywhere."""

_BLANKS = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""What ``\\s`` matches beside a blank itself."""

_ASCII_BLANKS = sum(map(str.isascii, _BLANKS))
_ODD = re.compile(
    "[\u00b5\u0130\u0131\u017f\u0345\u0370-\u03ff\u1c80-\u1c8f\u1e9b\u1e9e\u1f00-\u1fff\ufb00-\ufb06]"
)
"""Letters whose small form is not the only one that a pattern takes for the same."""
_AMBIGUOUS = re.compile("[\u0130\u0131\u017f\u1c80-\u1c8f\u1e9b\u1e9e\ufb00-\ufb06]")
"""Those of them that a pattern may take for a letter that a word holds; Greek ones are in none."""


_FAR = 1_000_000
"""Stands for a distance without a bound."""

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


@_Held
def placed_words(pattern: re.Pattern[str]) -> tuple[Placed, ...]:
    """Return sets of words, of each of which a match holds one: what says most comes first."""
    return _words(pattern) if _understood() else ()


@_Held
def reach_of(pattern: re.Pattern[str]) -> int | None:
    """Return how many characters from its start on a match of ``pattern`` depends on at most.

    ``None`` where there is no bound, or no small one.
    """
    return _reach(pattern) if _understood() else None


_PROBES: tuple[tuple[str, tuple[Placed, ...], int | None], ...] = (
    ("(?i)a[bc](?:d|e\\s)(?=f)\\w*", ({"abd": 0, "acd": 0, "abe ": 0, "ace ": 0},), None),
    ("(?P<n>[0-9]{2})(?<!x)y{1,3}.z?(?!uv)", ({"y": 2}, {"y": 5}), 10),
    (".|^$", (), 2),
)
"""Patterns, what they need and how far they reach: so that other readings of patterns show."""


@cache
def _understood() -> bool:
    """Tell whether this Python reads patterns as they are looked at here."""
    return all(
        (_words(re.compile(text)), _reach(re.compile(text))) == (words, reach)
        for text, words, reach in _PROBES
    )


def _words(pattern: re.Pattern[str]) -> tuple[Placed, ...]:
    try:
        found = [*_parts(_parser.parse(pattern.pattern, pattern.flags))]
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return ()
    return tuple(map(_shortest, sorted(found, key=_worth, reverse=True)[:_MOST_PARTS]))


def _reach(pattern: re.Pattern[str]) -> int | None:
    try:
        parsed = _parser.parse(pattern.pattern, pattern.flags)
        reach = _width(parsed) + _ahead(parsed) + 1
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return None
    return reach if reach <= _WIDEST else None


def _width(items: Iterable[Any]) -> int:
    """Return how many characters a sequence matches at most, never more than `_FAR`."""
    return min(_FAR, sum(_wide(kind, value) for kind, value in items))


def _wide(kind: Any, value: Any) -> int:
    name = str(kind)
    if name in _ZERO_WIDE:
        return 0
    if name == "BRANCH":
        return max(map(_width, value[1]))
    if (inside := _inside(kind, value)) is not None:
        return min(_FAR, int(value[1]) if name in _REPEATS else 1) * _width(inside)
    return 1 if name in _ONE_WIDE else _FAR


def _ahead(items: Iterable[Any]) -> int:
    """Return how far the looks ahead in a sequence go beyond what it matches."""
    found = [0]
    for kind, value in items:
        if str(kind) in _ASSERTS:
            found.append(_ahead(value[1]) + (_width(value[1]) if value[0] > 0 else 0))
        elif str(kind) == "BRANCH":
            found += [_ahead(branch) for branch in value[1]]
        elif (inside := _inside(kind, value)) is not None:
            found.append(_ahead(inside))
        elif str(kind) not in ("AT", "GROUPREF", *_ONE_WIDE):
            raise ValueError(kind)
    return max(found)


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


def _needed(items: Iterable[Any]) -> Placed | None:
    """Return the words of the part of a sequence that says most."""
    found = max(_parts(items), key=_worth, default=None)
    return None if found is None else _shortest(found)


def _parts(items: Iterable[Any]) -> Iterator[Placed]:
    """Yield the words that each part of a sequence needs; what can be spelled out is joined."""
    run, at, end = _NOTHING, 0, 0
    for kind, value in _flat(items):
        here, end = end, min(_FAR, end + _wide(kind, value))
        spelled = _spelled(kind, value)
        joined = None if spelled is None else _joined(run, spelled)
        if joined is not None:
            run = joined
            continue
        again = _repeated(kind, value)
        first = None if again is None else _joined(run, again)
        if first is not None:
            yield dict.fromkeys(first, at)
        elif "" not in run:
            yield dict.fromkeys(run, at)
        if again is not None and first is not None:
            run, at = again, end
            continue
        run, at = _NOTHING, end
        if spelled is not None and "" not in spelled:
            yield dict.fromkeys(spelled, here)
        elif (found := _part(kind, value)) is not None:
            yield {word: min(_FAR, here + before) for word, before in found.items()}
    if "" not in run:
        yield dict.fromkeys(run, at)


def _flat(items: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """Yield the items of a sequence and of the groups in it: they stand one behind another."""
    for kind, value in items:
        if str(kind) == "SUBPATTERN":
            yield from _flat(value[-1])
        else:
            yield kind, value


def _repeated(kind: Any, value: Any) -> frozenset[str] | None:
    """Return the spellings of what stands at least once, at both ends of a repetition."""
    if str(kind) not in _REPEATS or not value[0]:
        return None
    spelled = _all_spelled(value[2])
    return None if spelled is None or "" in spelled else spelled


def _part(kind: Any, value: Any) -> Placed | None:
    if str(kind) == "BRANCH":
        return _either(_needed(branch) for branch in value[1])
    if str(kind) in _REPEATS and not value[0]:
        return None
    inside = _inside(kind, value)
    return None if inside is None else _needed(inside)


def _inside(kind: Any, value: Any) -> Iterable[Any] | None:
    """Return the sequence that a group or a repetition holds."""
    if str(kind) == "ATOMIC_GROUP":
        return tuple(value)
    if str(kind) in ("SUBPATTERN", *_REPEATS):
        return tuple(value[-1])
    return None


def _spelled(kind: Any, value: Any) -> frozenset[str] | None:
    """Return all spellings of what one item matches; ``None`` where they are too many."""
    name = str(kind)
    if name == "LITERAL":
        char = chr(value).lower()
        return None if _ODD.search(char) else frozenset({char})
    if name in _ZERO_WIDE:
        return _NOTHING
    if name == "CATEGORY" and str(value) == "CATEGORY_SPACE":
        return frozenset({" "})
    if name == "IN":
        return _any_of(_spelled(*member) for member in value)
    if name == "BRANCH":
        return _any_of(_all_spelled(branch) for branch in value[1])
    if name in _REPEATS and value[:2] != (1, 1):
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


def _either(branches: Iterable[Placed | None]) -> Placed | None:
    found: Placed = {}
    for branch in branches:
        if branch is None:
            return None
        found = {**found, **{word: max(at, found.get(word, 0)) for word, at in branch.items()}}
    return found


def _any_of(branches: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    found = frozenset[str]()
    for branch in branches:
        if branch is None:
            return None
        found |= branch
    return found


def _worth(words: Iterable[str]) -> tuple[int, int]:
    """Rank by the shortest word: a blank or a letter says least, a mark of our own most."""
    said = [len(word) if word.isascii() else sum(map(_said_by, word)) for word in words]
    return min(said), -len(said)


def _said_by(char: str) -> int:
    if "\ue000" <= char <= "\uf8ff":
        return 10
    return 1 if char.isascii() else 3
