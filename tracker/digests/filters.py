"""Which lines does a reader want? (a filter is a tree of any, all and not over plain conditions)

Written as JSON it is ``{"any": […]}``, ``{"all": […]}``, ``{"not": …}`` or one condition such as
``{"element": "Dy"}``; the empty ``{"all": []}`` wants everything.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tracker.domain.identifiers import PROVISION_MARK, STAR
from tracker.domain.questions import Certainty
from tracker.domain.records import EFFECT_KINDS
from tracker.errors import UsageError

FIELDS = (
    "issuer",
    "jurisdiction",
    "instrument",
    "element",
    "code",
    "hs",
    "kind",
    "certainty",
    "text",
)
"""What a condition can ask for; ``code`` is a control code, ``hs`` a customs code."""

DEEPEST = 8
LONGEST = 200
_CLOSED: Mapping[str, Collection[str]] = {
    "kind": (*EFFECT_KINDS, "none"),
    "certainty": tuple(str(one) for one in Certainty),
}
_PUNCTUATION = re.compile(r"[.\s]")


@dataclass(frozen=True, slots=True)
class Concern:
    """Whom and what a line is about; every value is in lower case.

    ``instruments`` also holds the ids of measures; ``elements`` the symbols, groups resolved.
    """

    values: Mapping[str, frozenset[str]] = field(default_factory=dict)
    text: str = ""


@dataclass(frozen=True, slots=True)
class Is:
    """One condition: the line's ``field`` has ``value``; ``members`` are what a symbol means."""

    field: str
    value: str
    members: frozenset[str] = frozenset()

    def wants(self, concern: Concern) -> bool:
        """Tell whether a line with this concern fits."""
        if self.field == "text":
            return all(word in concern.text for word in self.value.split())
        found = concern.values.get(self.field, frozenset())
        test = _TESTS.get(self.field, _equal)
        return test(self, found)


@dataclass(frozen=True, slots=True)
class All:
    """Every part fits; without parts everything does."""

    parts: tuple["Filter", ...] = ()

    def wants(self, concern: Concern) -> bool:
        """Tell whether a line with this concern fits."""
        return all(part.wants(concern) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Any_:  # noqa: N801 (typing has taken the word)
    """At least one part fits."""

    parts: tuple["Filter", ...]

    def wants(self, concern: Concern) -> bool:
        """Tell whether a line with this concern fits."""
        return any(part.wants(concern) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not fit."""

    part: "Filter"

    def wants(self, concern: Concern) -> bool:
        """Tell whether a line with this concern fits."""
        return not self.part.wants(concern)


Filter = Is | All | Any_ | Not
EVERYTHING = All()

Members = Mapping[str, Collection[str]]
"""What a symbol, name or group of the field stands for, in lower case."""


def read_filter(tree: Any, *, members: Members | None = None) -> Filter:
    """Read a filter's tree; raise `UsageError` that says what is wrong with it."""
    return _read(tree, members or {}, 0)


def _read(tree: Any, members: Members, depth: int) -> Filter:
    if depth > DEEPEST:
        raise UsageError(f"a filter may be nested {DEEPEST} deep; write a flatter one")
    if not isinstance(tree, Mapping) or len(tree) != 1:
        raise UsageError(
            f"{tree!r} is no filter; write one key an object, such as {{'element': 'Dy'}}"
        )
    key, value = next(iter(tree.items()))
    if key in ("any", "all"):
        if not isinstance(value, list | tuple):
            raise UsageError(f"{key!r} takes a list of filters, not {value!r}")
        parts = tuple(_read(part, members, depth + 1) for part in value)
        return All(parts) if key == "all" else Any_(parts)
    if key == "not":
        return Not(_read(value, members, depth + 1))
    return _condition(str(key), value, members)


def _condition(key: str, value: Any, members: Members) -> Is:
    if key not in FIELDS:
        raise UsageError(f"{key!r} is nothing to filter by; choose one of {', '.join(FIELDS)}")
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
        raise UsageError(f"the filter {key} takes a text of 1 to {LONGEST} letters, not {value!r}")
    found = " ".join(value.casefold().split())
    allowed = _CLOSED.get(key)
    if allowed is not None and found not in allowed:
        raise UsageError(f"{value!r} is no {key}; choose one of {', '.join(allowed)}")
    known = frozenset(members.get(found, (found,))) if key == "element" else frozenset()
    return Is(key, found, known)


def tree_of(wanted: Filter) -> dict[str, Any]:
    """Return the JSON tree of a filter."""
    match wanted:
        case All():
            return {"all": [tree_of(part) for part in wanted.parts]}
        case Any_():
            return {"any": [tree_of(part) for part in wanted.parts]}
        case Not():
            return {"not": tree_of(wanted.part)}
        case Is():
            return {wanted.field: wanted.value}


def filter_words(wanted: Filter, *, language: str | None = None) -> str:
    """Write a filter in one line, such as ``element dy and not (kind amend)``.

    In a reader's ``language`` (en, zh) symbols and codes stand as people write them.
    """
    return _told(wanted, _PHRASES.get(language or "", _PLAIN), as_written=language is not None)


@dataclass(frozen=True, slots=True)
class _Phrases:
    everything: str
    nothing: str
    both: str
    either: str
    without: str
    group: str
    fields: Mapping[str, str] = field(default_factory=dict)


_PLAIN = _Phrases("everything", "nothing", " and ", " or ", "not ({})", "({})")
_PHRASES = {
    "zh": _Phrases(
        "全部",
        "无",
        "，且",
        "或",
        "不含（{}）",
        "（{}）",
        {
            "issuer": "发布机关",
            "jurisdiction": "法域",
            "instrument": "文件",
            "element": "元素",
            "code": "管制编码",
            "hs": "海关编码",
            "kind": "类型",
            "certainty": "确定程度",
            "text": "关键词",
        },
    )
}
_CAPITALS = ("jurisdiction", "code", "issuer")
_ABBREVIATION = 6


def _told(wanted: Filter, phrases: _Phrases, *, as_written: bool) -> str:
    match wanted:
        case All(parts=()):
            return phrases.everything
        case All() | Any_():
            mark = phrases.both if isinstance(wanted, All) else phrases.either
            told = [_nested(part, phrases, as_written=as_written) for part in wanted.parts]
            return mark.join(told) if told else phrases.nothing
        case Not():
            return phrases.without.format(_told(wanted.part, phrases, as_written=as_written))
        case Is():
            value = _as_written(wanted) if as_written else wanted.value
            return f"{phrases.fields.get(wanted.field, wanted.field)} {value}"


def _nested(part: Filter, phrases: _Phrases, *, as_written: bool) -> str:
    told = _told(part, phrases, as_written=as_written)
    several = isinstance(part, All | Any_) and len(part.parts) > 1
    return phrases.group.format(told) if several else told


def _as_written(wanted: Is) -> str:
    """Write a value with the capitals that a symbol, a code or an abbreviation has."""
    if wanted.field == "element" and len(wanted.value) <= len("Dy"):
        return wanted.value.capitalize()
    short = wanted.field != "issuer" or len(wanted.value) <= _ABBREVIATION
    return wanted.value.upper() if wanted.field in _CAPITALS and short else wanted.value


def combined(chosen: Mapping[str, Iterable[str]], *, excluded: Iterable[str] = ()) -> Any:
    """Return the tree that options stand for: any value of one field, all fields, none excluded.

    ``excluded`` are written ``FIELD=VALUE``.
    """
    parts: list[Any] = []
    for key, values in chosen.items():
        options = [{key: value} for value in values]
        if options:
            parts.append(options[0] if len(options) == 1 else {"any": options})
    for item in excluded:
        key, mark, value = item.partition("=")
        if not mark:
            raise UsageError(f"{item!r} excludes nothing; write FIELD=VALUE, such as issuer=BIS")
        parts.append({"not": {key: value}})
    return {"all": parts}


def _equal(wanted: Is, found: Collection[str]) -> bool:
    return wanted.value in found


def _any_member(wanted: Is, found: Collection[str]) -> bool:
    return wanted.value in found or any(one in found for one in wanted.members)


def _named(wanted: Is, found: Collection[str]) -> bool:
    """Tell whether an instrument, a measure of it or a prefix with a star is named."""
    value = wanted.value
    if value.endswith(STAR):
        return any(one.startswith(value[:-1]) for one in found)
    return value in found or any(one.startswith(value + PROVISION_MARK) for one in found)


def _code(wanted: Is, found: Collection[str]) -> bool:
    """Tell whether a code, or one below it, is named: ``2b005`` also fits ``2b005.b``."""
    return any(one == wanted.value or one.startswith(f"{wanted.value}.") for one in found)


def _customs_code(wanted: Is, found: Collection[str]) -> bool:
    """Tell whether one of two customs codes stands below the other."""
    digits = _PUNCTUATION.sub("", wanted.value)
    return any(
        one.startswith(digits) or digits.startswith(one)
        for one in (_PUNCTUATION.sub("", code) for code in found)
    )


_TESTS = {"element": _any_member, "instrument": _named, "code": _code, "hs": _customs_code}
