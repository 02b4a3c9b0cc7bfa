"""Which sources does a TOML file describe, and which of them are switched on?

The same form holds for `db/sources.toml`, which ships, and for a user's own file. A fault names the
file, the line, the key and the reason.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from tracker.domain.facts import (
    DetailPage,
    ListPage,
    Republish,
    Robots,
    SourceAdded,
    SourceKind,
)
from tracker.domain.records import Authority
from tracker.errors import InputError

Chosen = str | tuple[str, ...]
"""One selector, or several of which the first that finds anything counts."""

_SPAN = re.compile(r"([1-9][0-9]{0,6})([smhd])")
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(SourceKind),
    "authority": get_args(Authority),
    "republish": get_args(Republish),
    "robots": get_args(Robots),
}
_SEVERAL = ("title", "link", "date", "summary", "identity", "body", "without", "attachments")
_SELECTORS = ("within", "item", "next", *_SEVERAL)


class _List(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    within: str | None = None
    item: str | None = None
    title: Chosen | None = None
    link: Chosen | None = None
    date: Chosen | None = None
    date_format: str | None = None
    summary: Chosen | None = None
    identity: Chosen | None = None
    link_pattern: str | None = None
    fragment: str | None = None
    records: str | None = None
    success: str | None = None
    next: str | None = None
    next_address: str | None = None
    pages: int | None = None
    post: str | None = None


class _Detail(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    body: Chosen | None = None
    without: Chosen | None = None
    title: Chosen | None = None
    date: Chosen | None = None
    date_format: str | None = None
    attachments: Chosen | None = None


class _Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    url: str
    title: str | None = None
    kind: SourceKind = "rss"
    authority: Authority = "press"
    jurisdiction: str | None = None
    language: str | None = None
    timezone: str | None = None
    cadence: str = "6h"
    staleness: str | None = None
    silent_after: str | None = None
    minimum_items: int = 1
    enabled: bool = False
    verified: str | None = None
    quirks: str | None = None
    list: _List | None = None
    detail: _Detail | bool | None = None
    parameters: dict[str, Chosen] = {}
    republish: Republish | None = None
    normalise: Chosen = ()
    robots: Robots = "respect"
    robots_reason: str | None = None
    encoding: str | None = None
    pace: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """One described source: how it would be polled, whether it is switched on, and its quirks."""

    source: SourceAdded
    enabled: bool
    quirks: str | None = None


class _FaultError(Exception):
    """A fault in one entry: the key (``list.item``, empty for the entry itself) and the reason."""

    def __init__(self, key: str, reason: str) -> None:
        self.key = key
        self.reason = reason
        super().__init__(reason)


def load_declared(text: str, *, file: str) -> tuple[Declared, ...]:
    """Read the sources that a TOML text describes, in its order.

    Raises `InputError` with file and line for the first fault: TOML that is none, an unknown key, a
    wrong type, a span, zone, selector or pattern that cannot be read, an id that stands twice.
    """
    entries = _entries(text, file)
    places = _Places(text)
    found: dict[str, Declared] = {}
    for number, raw in enumerate(entries):
        try:
            declared = _declared(raw)
            if declared.source.id in found:
                raise _FaultError("id", f"a second source {declared.source.id!r}")
        except _FaultError as fault:
            name = raw.get("id") if isinstance(raw, dict) else None
            key = f"{fault.key}: " if fault.key else ""
            whose = f"source {name!r}: " if isinstance(name, str) else ""
            line = places.line(number, fault.key)
            raise InputError(f"{whose}{key}{fault.reason}", file=file, line=line) from None
        found[declared.source.id] = declared
    return tuple(found.values())


def read_declared(path: Path) -> tuple[Declared, ...]:
    """Read a user's own file; raise `InputError` for one that cannot be read."""
    try:
        return load_declared(path.read_text(encoding="utf-8"), file=str(path))
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=str(path)) from None
    except UnicodeDecodeError:
        raise InputError("is not UTF-8", file=str(path)) from None


def _entries(text: str, file: str) -> list[Any]:
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = int(at.group(1)) if at else len(text.splitlines())
        raise InputError(str(error), file=file, line=line) from None
    for key in told:
        if key != "source":
            raise InputError(
                f"unknown key {key!r}; each source is a [[source]]",
                file=file,
                line=_Places(text).top(key),
            )
    found = told.get("source", [])
    if not isinstance(found, list):
        raise InputError("source: write [[source]] with two brackets", file=file)
    return found


def _declared(raw: Any) -> Declared:
    entry = _converted(raw)
    if not _ID.fullmatch(entry.id):
        raise _FaultError("id", "small letters, digits, dots and hyphens only, 64 at most")
    _check_address(entry)
    _check_zone(entry.timezone)
    if entry.robots == "ignore" and not (entry.robots_reason or "").strip():
        raise _FaultError("robots", 'robots = "ignore" needs a robots_reason')
    if entry.minimum_items < 0:
        raise _FaultError("minimum_items", "a count, 0 or more")
    cadence = _seconds(entry.cadence, "cadence")
    source = SourceAdded(
        id=entry.id,
        url=entry.url,
        kind=entry.kind,
        authority=entry.authority,
        jurisdiction=entry.jurisdiction,
        language=entry.language,
        timezone=entry.timezone,
        title=entry.title,
        cadence_seconds=cadence,
        staleness_budget_seconds=_seconds(entry.staleness, "staleness") or 4 * cadence,
        silent_after_seconds=_seconds(entry.silent_after, "silent_after") or None,
        minimum_items=entry.minimum_items,
        list=_list(entry),
        detail=_detail(entry),
        parameters={name: _several(value) for name, value in entry.parameters.items()},
        republish=entry.republish,
        normalise=_several(entry.normalise),
        robots=entry.robots,
        robots_reason=entry.robots_reason,
        encoding=entry.encoding,
        pace_seconds=_seconds(entry.pace, "pace") or None,
        verified=entry.verified,
    )
    return Declared(source=source, enabled=entry.enabled, quirks=entry.quirks)


def _converted(raw: Any) -> _Entry:
    try:
        return msgspec.convert(raw, _Entry)
    except msgspec.ValidationError as error:
        raise _in_words(str(error)) from None


def _in_words(reason: str) -> _FaultError:
    """Say what msgspec found, with the key in front and the nearest right one behind."""
    said, _, path = reason.partition(" - at `$")
    place = path.strip("`.").removeprefix("[...]").lstrip(".")
    if found := re.search(r"unknown field `([^`]+)`", said):
        word = found.group(1)
        near = get_close_matches(word, _known_keys(place), n=1, cutoff=0.5)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        return _FaultError(f"{place}.{word}".lstrip("."), f"there is no such key{hint}")
    if found := re.search(r"missing required field `([^`]+)`", said):
        return _FaultError(found.group(1), "this key is missing")
    if allowed := _CHOICES.get(place):
        return _FaultError(place, f"write one of: {', '.join(allowed)}")
    return _FaultError(place, said[:1].lower() + said[1:])


def _known_keys(place: str) -> tuple[str, ...]:
    struct = {"list": _List, "detail": _Detail}.get(place, _Entry)
    return struct.__struct_fields__


def _check_address(entry: _Entry) -> None:
    if entry.kind == "folder" or entry.url.startswith("bundled:"):
        return
    if not re.match(r"https?://[^/\s]", entry.url):
        raise _FaultError("url", f"{entry.url!r} is no http or https address")


def _check_zone(name: str | None) -> None:
    try:
        ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError):
        raise _FaultError("timezone", f"{name!r} is no time zone such as Asia/Shanghai") from None


def _seconds(span: str | None, key: str) -> int:
    if span is None:
        return 0
    found = _SPAN.fullmatch(span.strip())
    if found is None:
        raise _FaultError(key, f"{span!r} is no span of time; write one like 30m, 6h or 1d")
    return int(found.group(1)) * _UNITS[found.group(2)]


def _several(value: Chosen) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _list(entry: _Entry) -> ListPage | None:
    if entry.list is None:
        return None
    told = _checked("list", entry.list, selectors=entry.list.records is None)
    if told.get("pages", 1) < 1:
        raise _FaultError("list.pages", "at least 1")
    return ListPage(**told)


def _detail(entry: _Entry) -> DetailPage | None:
    if isinstance(entry.detail, _Detail):
        return DetailPage(**_checked("detail", entry.detail))
    return DetailPage() if entry.detail else None


def _checked(place: str, told: msgspec.Struct, *, selectors: bool = True) -> dict[str, Any]:
    """Return the keys that are set; raise `_FaultError` for a selector or pattern that is none."""
    given = {
        name: _several(value) if name in _SEVERAL else value
        for name, value in msgspec.structs.asdict(told).items()
        if value is not None
    }
    if selectors:
        _check_selectors(place, given)
    if pattern := given.get("link_pattern"):
        try:
            re.compile(str(pattern))
        except re.error as error:
            raise _FaultError(f"{place}.link_pattern", f"no regular expression ({error})") from None
    return given


def _check_selectors(place: str, given: Mapping[str, Any]) -> None:
    from tracker.extraction.pages.selecting import compiled, split

    for name in _SELECTORS:
        value = given.get(name)
        for selector in () if value is None else _several(value):
            css, _ = split(selector)
            try:
                compiled(css) if css else None
            except ValueError as error:
                raise _FaultError(f"{place}.{name}", str(error)) from None


class _Places:
    """Where the entries of a file stand, and on which line a key."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._starts = [
            number
            for number, line in enumerate(self._lines)
            if re.match(r"\s*\[\[\s*source\b", line)
        ]

    def line(self, entry: int, key: str) -> int | None:
        """Return the line of a key of an entry; of the entry where the key is not to be found."""
        if entry >= len(self._starts):
            return None
        start = self._starts[entry]
        end = self._starts[entry + 1] if entry + 1 < len(self._starts) else len(self._lines)
        return next(self._matching(start, end, key), start + 1)

    def top(self, key: str) -> int | None:
        """Return the line of a key outside every entry."""
        return next(self._matching(0, len(self._lines), key), None)

    def _matching(self, start: int, end: int, key: str) -> Iterator[int]:
        section, _, name = key.rpartition(".")
        inside = not section
        for number in range(start, end):
            line = self._lines[number]
            if section and re.match(rf"\s*\[source\.{re.escape(section)}\]", line):
                inside = True
            plain = re.match(rf"\s*\[*\s*[\"']?{re.escape(name)}\b", line)
            inline = section and re.match(rf"\s*{re.escape(section)}\s*=\s*\{{.*\b{name}\b", line)
            if name and ((inside and plain) or inline):
                yield number + 1
