"""What does one line of the interchange form say, and may it be taken?"""

import base64
import binascii
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Annotated, Any

import msgspec
import orjson

from tracker.domain.canonical import digest, is_plain, record_id, stored_form
from tracker.domain.days import instant_text, parse_day, parse_when, zone
from tracker.domain.events import RECORD_EVENTS, NewEvent, record_stream, version_of
from tracker.domain.facts import Fact
from tracker.domain.identifiers import PROVISION_MARK, check_name, is_measure
from tracker.domain.records import (
    RECORD_TYPES,
    Announcement,
    Effect,
    Instrument,
    Measure,
    Record,
    Verification,
)
from tracker.errors import InputError, UsageError
from tracker.projection.dated import check_dates
from tracker.projection.reading import held_by, is_filed_by_day, keys_for

AT_ONCE = 5_000
"""So many lines are read, and taken, at once ..."""
BYTES_AT_ONCE = 8_000_000
"""... and fewer where they are this long: announcements carry their documents."""


class Announced(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """What the import needs to know of an announcement that a line records."""

    id: str
    source: str
    published_at: str | None


class Line(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """One line of a file, read and checked; ``event`` is what it would record.

    It is small and of one shape, since it may come from another process. ``is_fact`` tells a line
    of type event, ``is_named`` an instrument or measure, which effects may name; ``affected`` is
    what an effect names, ``document`` the bytes that an announcement carries.
    """

    number: int
    text: bytes
    event: NewEvent
    is_fact: bool
    is_named: bool = False
    corrects: bool = False
    affected: tuple[str, ...] = ()
    announced: Announced | None = None
    document: bytes | None = None


def read_lines(stream: Iterable[bytes], *, restore: bool) -> Iterator[list[Line]]:
    """Yield the lines of a file in lists of `AT_ONCE`, checked; blank lines are passed over.

    Raises `InputError` with line and reason for what cannot be taken.
    """
    lines: list[Line] = []
    size = 0
    try:
        for number, text in enumerate(stream, start=1):
            if text.strip():
                lines.append(read_line(text, number=number, restore=restore))
                size += len(text)
            if len(lines) == AT_ONCE or size > BYTES_AT_ONCE:
                yield lines
                lines, size = [], 0
    except OSError as error:
        raise unreadable(error) from None
    if lines:
        yield lines


def unreadable(error: OSError) -> InputError:
    """Return what is told of a file that cannot be read."""
    return InputError(f"cannot be read: {error.strerror}")


def read_line(text: bytes, *, number: int, restore: bool = False) -> Line:
    """Read one line of the interchange form; raise `InputError` for what cannot be taken."""
    try:
        data, plain = _loads(text)
        if not isinstance(data, dict):
            raise UsageError("a line must be one JSON object")
        is_fact = data.get("type") == "event"
        event, held, document = _understood(data, restore=restore, plain=plain)
    except (UsageError, InputError, ValueError) as error:
        # msgspec and json tell what is wrong, and where, by a ValueError.
        raise InputError(_reason(error), line=number) from None
    return _line(number, text, event, held, is_fact=is_fact, document=document)


def _line(
    number: int,
    text: bytes,
    event: NewEvent,
    held: Record | Fact | None,
    *,
    is_fact: bool,
    document: bytes | None,
) -> Line:
    if type(held) is Effect:  # by far the most frequent
        return Line(number, text, event, is_fact, affected=held.affected)
    if isinstance(held, Instrument | Measure):
        return Line(number, text, event, is_fact, is_named=True, corrects=held.corrects)
    if isinstance(held, Announcement):
        announced = Announced(held.id or "", held.source, held.published_at)
        return Line(number, text, event, is_fact, announced=announced, document=document)
    return Line(number, text, event, is_fact)


def _loads(text: bytes) -> tuple[Any, bool]:
    """Return the JSON value, and whether it is plain."""
    data = orjson.loads(text)
    if is_plain(data):
        return data, True
    return json.loads(text), False  # keeps an integer of any size, so that it can be refused


def _reason(error: Exception) -> str:
    if isinstance(error, InputError):
        return error.reason
    if isinstance(error, json.JSONDecodeError):
        return f"no JSON: {error}"
    return str(error).replace("Object contains", "the record contains")


def _understood(
    data: dict[str, Any], *, restore: bool, plain: bool
) -> tuple[NewEvent, Record | Fact | None, bytes | None]:
    """Return the event that a line would record, what it holds, and the document it carries."""
    kind = data.pop("type", None)
    kept_time = _recorded_at(data.pop("recorded_at", None))
    if kind == "event":
        if not restore:
            raise UsageError("a line of type event is taken by --restore only")
        return *_restored(data, kept_time), None
    cls = RECORD_TYPES.get(kind) if isinstance(kind, str) else None
    if cls is None:
        raise UsageError(f"unknown type {kind!r}; the types are {', '.join(RECORD_TYPES)}")
    body = _take_body(data) if kind == "announcement" else None
    if data.get("id") in (None, ""):
        data["id"] = record_id({"type": kind, **data}, plain=plain)
    record = msgspec.convert(data, cls)
    check(record)
    keys = keys_for(record)
    for key in keys:
        check_name(key)
    event = recording(kind, data, recorded_at=kept_time if restore else None, keys=keys)
    check_name(event.stream)
    return event, record, body


def recording(
    kind: str,
    data: dict[str, Any],
    *,
    recorded_at: str | None = None,
    keys: tuple[str, ...] | None = None,
) -> NewEvent:
    """Return the event that records ``data``, a record of that type with its id."""
    name = RECORD_EVENTS[kind]
    stream = record_stream(kind, data["id"])
    return NewEvent(stream, name, stored_form(data), version_of(name), recorded_at, keys)


def _recorded_at(text: Any) -> str | None:
    if text is None:
        return None
    when = parse_when(text) if isinstance(text, str) else None
    if not isinstance(when, datetime):
        raise UsageError(f"recorded_at {text!r} must be an instant with an offset")
    return instant_text(when)


class _EventLine(msgspec.Struct, forbid_unknown_fields=True):
    stream: str
    name: str
    version: Annotated[int, msgspec.Meta(ge=1, le=2**31 - 1)]
    body: dict[str, Any]


def _restored(
    data: dict[str, Any], recorded_at: str | None
) -> tuple[NewEvent, Record | Fact | None]:
    line = msgspec.convert(data, _EventLine)
    if line.version > version_of(line.name):
        raise UsageError(
            f"{line.name} of version {line.version} was written by a newer program; "
            "install it to restore this log"
        )
    check_name(line.stream)
    check_name(line.name)
    event = NewEvent(line.stream, line.name, stored_form(line.body), line.version, recorded_at)
    held = held_by(event)
    if held is None or (is_filed_by_day(held) and recorded_at is None):
        return event, held
    keys = keys_for(held, recorded_at=recorded_at)
    return msgspec.structs.replace(event, keys=keys), held


def _take_body(data: dict[str, Any]) -> bytes | None:
    """Take the bytes of an announcement out of its record, which keeps their hash only."""
    encoded = data.pop("body", None)
    if encoded is None:
        return None
    try:
        body = base64.b64decode(encoded, validate=True)
    except (binascii.Error, TypeError, ValueError):
        raise UsageError("body is no base64") from None
    if data.setdefault("sha256", digest(body)) != digest(body):
        raise UsageError("sha256 does not fit the body")
    return body


def check(record: Record) -> None:
    """Raise `UsageError` for what the shape alone does not tell: ids, days, zones."""
    match record:
        case Effect():
            check_dates(record)
            if not record.affected:
                raise UsageError("affected names nothing")
        case Instrument():
            _check_instrument(record)
        case Measure() if not is_measure(record.id or ""):
            raise UsageError(f"a measure's id needs a {PROVISION_MARK}: {record.id!r}")
        case Verification():
            parse_when(record.announced_at)
        case Announcement() if not record.id:
            raise UsageError("an announcement needs an id")
        case _:
            pass


def _check_instrument(record: Instrument) -> None:
    if not record.id or PROVISION_MARK in record.id:
        raise UsageError(f"an instrument's id must be given, without a {PROVISION_MARK}")
    zone(record.timezone)
    if record.issued_on:
        parse_day(record.issued_on)
    if record.announced_at:
        parse_when(record.announced_at)
