"""Does the end user stand on the list of a rule, as far as its names are held?"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    names = {key: entry[0] for entry in map(_names, entries) for key in map(_key, entry)}
    names.pop("", None)
    held, whole = len(entries), count if count is not None else len(entries)
    gaps = tuple(_gaps(held, whole, lists))

    def check(product: Product) -> Part:
        user = product.end_user
        asked = f"{held} of {whole} names held" if whole else ", ".join(lists)
        if user is None:
            one = compared("end_user", "is on the list", asked, None, State.OPEN)
            return Part(state=State.OPEN, compared=(one,), missing=("end_user",))
        state, note = _look_up(user, names, complete=not gaps)
        one = compared("end_user", "is on the list", asked, user, state, note)
        doubts = (*((note,) if note else ()), *gaps) if state is State.OPEN else ()
        return Part(state=state, compared=(one,), doubts=doubts)

    return check


def same_party(one: str, other: str) -> bool:
    """Tell whether two spellings name the same party."""
    keys = {_key(name) for name in _names(other)}
    return any(key in keys for key in map(_key, _names(one)) if key)


def _gaps(held: int, whole: int, lists: Iterable[str]) -> Iterator[str]:
    if held < whole or not (held or tuple(lists)):
        yield f"{held} of {whole} names held" if whole else "none of its names held"
    for name in lists:
        yield f"names not held: {name}"


def _look_up(user: str, names: Mapping[str, str], *, complete: bool) -> tuple[State, str | None]:
    keys = [key for key in map(_key, _names(user)) if key]
    for key in keys:
        if key in names:
            return State.YES, f"named as {names[key]}"
    near = max((_nearest(key, names) for key in keys), default=(0.0, ""))
    if near[1]:
        return State.OPEN, f"possible match: {names[near[1]]} ({near[0]:.0f} of 100 alike)"
    return (State.NO if complete else State.OPEN), None


def _nearest(key: str, names: Mapping[str, str]) -> tuple[float, str]:
    limit = NEAR_LATIN if key.isascii() else NEAR_OTHER
    found = process.extractOne(key, names.keys(), scorer=_likeness, score_cutoff=limit)
    return (found[1], found[0]) if found else (0.0, "")


def _likeness(one: str, other: str, *, score_cutoff: float | None = None) -> float:
    """Return how alike two names are; a name that holds the whole of another counts as near."""
    sorted_words = fuzz.token_sort_ratio(one, other, score_cutoff=score_cutoff)
    short = min((one, other), key=len)
    part = len(short) >= _shortest(short) and fuzz.token_set_ratio(one, other) == 100
    return max(sorted_words, 95.0 if part else 0.0)


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
