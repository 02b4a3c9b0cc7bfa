"""Does the end user stand on the list of a rule, as far as its names are held?"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from rapidfuzz import fuzz, process

from tracker.projection.screening.places import Condition
from tracker.projection.screening.product import Product
from tracker.projection.screening.vocabulary import fold
from tracker.projection.screening.weighing import Part, State, compared

NEAR_LATIN = 86
"""From this likeness on (of 100) two names in Latin letters are a possible match."""
NEAR_OTHER = 70
"""The same for names in Chinese or Japanese, where one sign in six is a great part of a name."""

_SPLIT = re.compile(r"\s+/\s+|\s*[;；|]\s*")
_BRACKET = re.compile(r"\s*[(（]([^()（）]+)[)）]\s*")
_KIND = re.compile(
    r"\b(?:co|company|corp|corporation|inc|incorporated|ltd|limited|llc|plc|gmbh|ag|sa|bv|nv|kk|"
    r"holdings?|group|the)\b|株式会社|有限责任公司|股份有限公司|有限公司|集团|公司|会社"
)
_NOISE = re.compile(r"[^\w]+")


def listed(entries: Sequence[Any], count: int | None, *, lists: Sequence[str] = ()) -> Condition:
    """Return the condition that the end user is a listed party.

    ``entries`` are names, or mappings of a ``name`` and others by language; ``count`` is how many
    parties the text lists; ``lists`` are lists that the text only refers to. A name that is not
    found among fewer than all names is never "not listed".
    """
    names = _Held(entries)
    held, whole = len(entries), count if count is not None else len(entries)
    gaps = tuple(_gaps(held, whole, lists))

    def check(product: Product) -> Part:
        user = product.end_user
        asked = f"{held} of {whole} names held" if whole else ", ".join(lists)
        if user is None:
            one = compared("end_user", "is on the list", asked, None, State.OPEN)
            return Part(state=State.OPEN, compared=(one,), missing=("end_user",))
        state, note = names.look_up(user, complete=not gaps)
        one = compared("end_user", "is on the list", asked, user, state, note)
        doubts = (*((note,) if note else ()), *gaps) if state is State.OPEN else ()
        return Part(state=state, compared=(one,), doubts=doubts)

    return check


def same_party(one: str, other: str) -> bool:
    """Tell whether two spellings name the same party."""
    keys = {_joined(_key(name)) for name in _names(other)}
    return any(key in keys for key in (_joined(_key(name)) for name in _names(one)) if key)


def _gaps(held: int, whole: int, lists: Iterable[str]) -> Iterator[str]:
    if held < whole or not (held or tuple(lists)):
        yield f"{held} of {whole} names held" if whole else "none of its names held"
    for name in lists:
        yield f"names not held: {name}"


class _Held:
    """The names of a list as they are compared: folded, without gaps, word by word."""

    def __init__(self, entries: Sequence[Any]) -> None:
        shown = {_key(name): names[0] for names in map(_names, entries) for name in names}
        self._shown = {key: name for key, name in shown.items() if key}
        self._gapless = {_joined(key): key for key in self._shown}
        self._words = {key: frozenset(key.split()) for key in self._shown}

    def look_up(self, user: str, *, complete: bool) -> tuple[State, str | None]:
        """Return whether a user is one of them, and which; open where it may be."""
        keys = [key for key in map(_key, _names(user)) if key]
        for key in keys:
            if same := self._gapless.get(_joined(key)):
                return State.YES, f"named as {self._shown[same]}"
        score, near = max(map(self._nearest, keys), default=(0.0, ""))
        if near:
            return State.OPEN, f"possible match: {self._shown[near]} ({score:.0f} of 100 alike)"
        return (State.NO if complete else State.OPEN), None

    def _nearest(self, key: str) -> tuple[float, str]:
        """Return how alike the nearest name is; one that holds the whole of the other is near."""
        limit = NEAR_LATIN if key.isascii() else NEAR_OTHER
        words = process.extractOne(
            key, self._words.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=limit
        )
        gapless = process.extractOne(
            _joined(key), self._gapless.keys(), scorer=fuzz.ratio, score_cutoff=limit
        )
        return max(
            (words[1], words[0]) if words else (0.0, ""),
            (gapless[1], self._gapless[gapless[0]]) if gapless else (0.0, ""),
            next(((95.0, name) for name in self._words if self._holds(key, name)), (0.0, "")),
        )

    def _holds(self, key: str, name: str) -> bool:
        """Tell whether one of the two holds the whole of the other, wherever the gaps stand."""
        short, long = sorted((key, name), key=len)
        if len(short) < _shortest(short):
            return False
        words, held = frozenset(key.split()), self._words[name]
        if words <= held or held <= words:
            return True
        return _joined(short) in _joined(long) and _has_run(long, _joined(short))


def _has_run(name: str, wanted: str) -> bool:
    """Tell whether some words of a name, one after the other, are ``wanted`` without its gaps."""
    words = name.split()
    runs = ("".join(words[first:last]) for first, last in combinations(range(len(words) + 1), 2))
    return any(run == wanted for run in runs)


def _joined(key: str) -> str:
    return key.replace(" ", "")


def _shortest(name: str) -> int:
    return 4 if name.isascii() else 2


def _names(entry: Any) -> tuple[str, ...]:
    """Return every spelling of an entry: the parts of a text, the values of a mapping."""
    if isinstance(entry, Mapping):
        texts = [text for value in entry.values() for text in _flat(value)]
        return tuple(str(text) for text in texts if text) or ("",)
    whole = str(entry)
    parts = [part for part in _SPLIT.split(whole) if part.strip()]
    for part in tuple(parts):
        inner = _BRACKET.search(part)
        # Brackets hold the name in another script, or else a place or a form: no name by itself.
        if inner and inner[1].isascii() is not _BRACKET.sub("", part).isascii():
            parts += [_BRACKET.sub(" ", part), inner[1]]
    return tuple(dict.fromkeys([whole, *parts]))


def _flat(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else (value,)


def _key(name: str) -> str:
    plain = _NOISE.sub(" ", fold(name).replace(".", ""))
    return " ".join(_KIND.sub(" ", plain).split()) or " ".join(plain.split())
