"""How does history come in and go out as JSON Lines, whole or not at all?"""

import base64
import binascii
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import orjson

from tracker.domain.canonical import digest, record_id, stored_form
from tracker.domain.days import instant_text, parse_day, parse_when, zone
from tracker.domain.events import RECORD_EVENTS, RECORD_TYPE_OF_EVENT, Event, NewEvent, version_of
from tracker.domain.facts import Fact
from tracker.domain.identifiers import PROVISION_MARK, STAR, is_measure
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
from tracker.ports import EventLog, LogWriter, Progress
from tracker.projection.dated import check_dates
from tracker.projection.reading import held_by, keys_for

BATCH = 1000


@dataclass(slots=True)
class Imported:
    """What an import did: lines recorded, lines that were there already, targets not known yet."""

    recorded: int = 0
    unchanged: int = 0
    awaited: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file, read and checked; ``event`` is what it would record.

    ``key`` is that under which an earlier version of the same record is found, ``None`` for what
    is not looked up.
    """

    file: str
    number: int
    text: str
    event: NewEvent
    held: Record | Fact | None
    key: str | None
    body: bytes | None = None


def import_files(
    log: EventLog,
    files: Iterable[Path],
    *,
    restore: bool = False,
    progress: Progress | None = None,
) -> Imported:
    """Record the lines of each file, each file as a whole or not at all.

    With ``restore`` the recorded times of the lines are kept and events of any kind are taken, to
    move a log. Raises `InputError` naming file, line and reason.
    """
    total, targets = Imported(), set[str]()
    for file in files:
        with log.writing() as writer:
            intake = Intake(writer, total=total, targets=targets)
            for lines in _batches(read_lines(file, restore=restore)):
                intake.take(lines)
                if progress:
                    progress(total.recorded + total.unchanged)
    total.awaited = _awaited(log, targets)
    return total


def _awaited(log: EventLog, targets: Iterable[str]) -> int:
    """Return how many targets of effects no record bears yet."""
    wanted = [
        f"m:{target}" if PROVISION_MARK in target else f"i:{target}"
        for target in targets
        if not target.endswith(STAR)
    ]
    found = log.find(wanted)
    return sum(key not in found for key in wanted)


def read_lines(file: Path, *, restore: bool) -> Iterator[Line]:
    """Yield the lines of a file, checked; blank lines are passed over."""
    try:
        with file.open("rb") as stream:
            for number, text in enumerate(stream, start=1):
                if text.strip():
                    yield read_line(text, file=str(file), number=number, restore=restore)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=str(file)) from None


def read_line(text: bytes, *, file: str, number: int, restore: bool = False) -> Line:
    """Read one line of the interchange form; raise `InputError` for what cannot be taken."""
    try:
        data = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise InputError(f"no JSON: {error}", file=file, line=number) from None
    try:
        if not isinstance(data, dict):
            raise UsageError("a line must be one JSON object")
        event, held, body = _understood(data, restore=restore)
    except (UsageError, InputError, msgspec.ValidationError) as error:
        raise InputError(_reason(error), file=file, line=number) from None
    shown = text.decode("utf-8", "replace").strip()
    key = keys_for(held)[0] if held is not None else None
    return Line(file, number, shown, event, held, key, body)


def _reason(error: Exception) -> str:
    if isinstance(error, InputError):
        return error.reason
    return str(error).replace("Object contains", "the record contains")


def _understood(
    data: dict[str, Any], *, restore: bool
) -> tuple[NewEvent, Record | Fact | None, bytes | None]:
    """Return the event that a line would record, what it holds, and the document it carries."""
    kind = data.pop("type", None)
    recorded_at = data.pop("recorded_at", None)
    kept_time = _recorded_at(recorded_at) if restore else None
    if kind == "event":
        if not restore:
            raise UsageError("a line of type event is taken by --restore only")
        event = _restored(data, kept_time)
        return event, held_by(event), None
    if kind not in RECORD_TYPES:
        raise UsageError(f"unknown type {kind!r}; the types are {', '.join(RECORD_TYPES)}")
    body = _take_body(data) if kind == "announcement" else None
    record = msgspec.convert(data, RECORD_TYPES[kind])
    check(record)
    data["id"] = data.get("id") or record_id({"type": kind, **data})
    event = recording(kind, data, recorded_at=kept_time)
    return event, msgspec.structs.replace(record, id=data["id"]), body


def recording(kind: str, data: dict[str, Any], *, recorded_at: str | None = None) -> NewEvent:
    """Return the event that records ``data``, a record of that type with its id."""
    name = RECORD_EVENTS[kind]
    return NewEvent(f"{kind}/{data['id']}", name, stored_form(data), version_of(name), recorded_at)


def _recorded_at(text: str | None) -> str | None:
    if text is None:
        return None
    when = parse_when(text)
    if not isinstance(when, datetime):
        raise UsageError(f"recorded_at {text!r} must be an instant with an offset")
    return instant_text(when)


def _restored(data: dict[str, Any], recorded_at: str | None) -> NewEvent:
    try:
        return NewEvent(
            stream=data["stream"],
            name=data["name"],
            version=data["version"],
            body=stored_form(data["body"]),
            recorded_at=recorded_at,
        )
    except KeyError as error:
        raise UsageError(f"an event line needs the key {error}") from None


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


def _batches(lines: Iterator[Line]) -> Iterator[list[Line]]:
    batch: list[Line] = []
    for line in lines:
        batch.append(line)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


@dataclass(slots=True)
class Intake:
    """Takes lines into one transaction: new ones are recorded, known ones are not."""

    writer: LogWriter
    total: Imported
    targets: set[str]

    def take(self, lines: Sequence[Line]) -> None:
        """Record the lines that are new; raise `InputError` for one that contradicts a record."""
        known = self.writer.find({line.key for line in lines if line.key is not None})
        seen: dict[str, list[_Version]] = {}
        fresh: list[NewEvent] = []
        for line in lines:
            versions = self._versions(line, known, seen)
            if not _is_new(line, versions):
                self.total.unchanged += 1
                continue
            versions.append(_Version(line.event, f"{line.file}:{line.number}", line.text))
            fresh.append(line.event)
            if line.body is not None:
                self.writer.keep(line.body)
            if isinstance(line.held, Effect):
                self.targets.update(line.held.affected)
        self.total.recorded += len(self.writer.append(fresh))

    def _versions(
        self, line: Line, known: Mapping[str, Sequence[Event]], seen: dict[str, list["_Version"]]
    ) -> list["_Version"]:
        if line.key is None:
            return []
        if line.key not in seen:
            seen[line.key] = [
                _Version(event, f"position {event.position}") for event in known.get(line.key, ())
            ]
        return seen[line.key]


@dataclass(slots=True)
class _Version:
    """An earlier version of a record: its event, where it stands, and its text if at hand."""

    event: Event | NewEvent
    place: str
    text: str | None = None

    def __str__(self) -> str:
        if self.text is not None:
            return f"{self.place}: {self.text}"
        kind = RECORD_TYPE_OF_EVENT[self.event.name]
        shown = orjson.dumps({"type": kind, **orjson.loads(self.event.body)})
        return f"{self.place}: {shown.decode()}"


def _is_new(line: Line, versions: Sequence[_Version]) -> bool:
    if not versions:
        return True
    if isinstance(line.held, Fact):
        return all(_same_fact(line.event, version.event) is False for version in versions)
    if any(line.event.body == version.event.body for version in versions):
        return False
    if _content(line.event.body) == _content(versions[-1].event.body):
        return False
    correctable = isinstance(line.held, Instrument | Measure)
    if isinstance(line.held, Instrument | Measure) and line.held.corrects:
        return True
    hint = (
        'give it "corrects": true to correct the earlier one'
        if correctable
        else "retract the earlier one and record this under another id"
    )
    raise InputError(
        f"this id is recorded with other content; {hint}\n"
        f"  recorded: {versions[-1]}\n  this line: {line.text}",
        file=line.file,
        line=line.number,
    )


def _same_fact(one: NewEvent, other: Event | NewEvent) -> bool:
    return (one.name, one.body, one.recorded_at) == (other.name, other.body, other.recorded_at)


def _content(body: bytes) -> dict[str, Any]:
    data: dict[str, Any] = orjson.loads(body)
    data.pop("corrects", None)
    return data


def export_lines(log: EventLog, *, bodies: bool = True) -> Iterator[bytes]:
    """Yield the whole log as JSON Lines, each ending in a newline, in recorded order."""
    for event in log.read():
        yield orjson.dumps(_exported(log, event, bodies=bodies)) + b"\n"


def _exported(log: EventLog, event: Event, *, bodies: bool) -> dict[str, Any]:
    data = orjson.loads(event.body)
    kind = RECORD_TYPE_OF_EVENT.get(event.name)
    if kind is None or event.version != version_of(event.name):
        return {
            "type": "event",
            "stream": event.stream,
            "name": event.name,
            "version": event.version,
            "recorded_at": event.recorded_at,
            "body": data,
        }
    line = {"type": kind, **data, "recorded_at": event.recorded_at}
    if kind == "announcement" and bodies and data.get("sha256"):
        body = log.document(data["sha256"])
        line["body"] = None if body is None else base64.b64encode(body).decode()
    return line
