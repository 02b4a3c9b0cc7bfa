"""How does history come in and go out as JSON Lines, whole or not at all?"""

import base64
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson

from tracker.application.collecting import without_collecting
from tracker.application.interchange.lines import Announced, Line
from tracker.application.interchange.lines_beside import read_file
from tracker.domain.days import begins_at, instant_of, instant_text, parse_when
from tracker.domain.events import RECORD_TYPE_OF_EVENT, Event, NewEvent, record_stream, version_of
from tracker.domain.facts import event_of
from tracker.domain.identifiers import PROVISION_MARK, STAR
from tracker.domain.intake_facts import SourceBackfilled, source_stream
from tracker.errors import InputError, UsageError
from tracker.ports import EventLog, LogWriter, Progress

PRESENT = 250_000
"""So many measures and instruments that are known to be there are kept at hand."""


@dataclass(slots=True)
class Imported:
    """What an import did: lines recorded, lines that were there already, targets not known yet.

    ``announcements`` are the ids of those among the lines recorded.
    """

    recorded: int = 0
    unchanged: int = 0
    awaited: int = 0
    announcements: list[str] = field(default_factory=list)


def import_files(
    log: EventLog,
    files: Iterable[Path],
    *,
    now: datetime,
    restore: bool = False,
    progress: Progress | None = None,
) -> Imported:
    """Record the lines of each file, each file as a whole or not at all.

    With ``restore`` the recorded times of the lines are kept and events of any kind are taken, to
    move a log. Raises `InputError` naming file, line and reason.
    """
    total, awaited = Imported(), set[str]()
    for file in files:
        into_empty = log.head().position == 0
        with (
            log.writing() as writer,
            closing(read_file(file, restore=restore)) as read,
            without_collecting(),
        ):
            intake = Intake(
                writer, str(file), total, awaited, instant_text(now), restore, into_empty
            )
            for lines in read:
                intake.take(lines)
                if progress:
                    progress(total.recorded + total.unchanged)
            intake.tell_sources()
            awaited -= writer.having(awaited)
    total.awaited = len(awaited)
    return total


@dataclass(slots=True)
class Intake:
    """Takes the lines of a file into one transaction: new ones are recorded, known ones are not.

    ``awaited`` are the keys of what effects name and nothing bears yet. Into an empty log, facts
    need no look at earlier ones.
    """

    writer: LogWriter
    file: str
    total: Imported
    awaited: set[str]
    now: str
    restore: bool
    into_empty: bool
    present: set[str] = field(default_factory=set)
    brought: dict[str, list[int]] = field(default_factory=dict)

    def take(self, lines: Sequence[Line]) -> None:
        """Record the lines that are new; raise `InputError` for one that contradicts a record."""
        earlier = self._earlier(lines)
        fresh: list[NewEvent] = []
        for line in lines:
            event = line.event
            if event.recorded_at is not None and event.recorded_at > self.now:
                raise self._refused(line, _FROM_THE_FUTURE.format(event.recorded_at))
            versions = earlier.setdefault((event.stream, event.name), [])
            if versions and not self._is_new(line, versions):
                self.total.unchanged += 1
                continue
            versions.append(line)
            fresh.append(event)
            if line.announced is not None:
                self._note(line.announced)
            if line.document is not None:
                self.writer.keep(line.document)
        self.writer.append(fresh)
        self.total.recorded += len(fresh)
        self._await(lines)

    def _note(self, told: Announced) -> None:
        """Remember an announcement, and when those of each source were published."""
        self.total.announcements.append(told.id)
        if self.restore or told.published_at is None:
            return
        try:
            published = begins_at(parse_when(told.published_at), None)
        except UsageError:
            return  # what a line says of itself need not be a date
        self.brought.setdefault(told.source, []).append(published)

    def tell_sources(self) -> None:
        """Record for each source of ours how far back its imported announcements reach."""
        known = self.writer.having(source_stream(source) for source in self.brought)
        self.writer.append(
            [
                event_of(
                    SourceBackfilled(
                        id=source,
                        oldest_item_at=instant_text(instant_of(min(dates))),
                        announcements=len(dates),
                    )
                )
                for source, dates in self.brought.items()
                if source_stream(source) in known
            ]
        )

    def _earlier(self, lines: Sequence[Line]) -> dict[tuple[str, str], list[Event | Line]]:
        """Return what the log holds in the streams of the lines, by stream and name."""
        looked_up = (line for line in lines if not (self.into_empty and line.is_fact))
        known = self.writer.having({line.event.stream for line in looked_up})
        earlier: dict[tuple[str, str], list[Event | Line]] = {}
        for stream, events in self.writer.find(known).items() if known else ():
            for event in events:
                earlier.setdefault((stream, event.name), []).append(event)
        return earlier

    def _is_new(self, line: Line, versions: Sequence[Event | Line]) -> bool:
        """Tell whether a line differs from all earlier versions; refuse one that contradicts."""
        events = (one.event if isinstance(one, Line) else one for one in versions)
        if line.is_fact:
            return not any(_same_fact(line.event, event) for event in events)
        if self._is_known(line, events):
            return False
        if line.corrects:
            return True
        raise self._refused(line, self._contradiction(line, versions[-1]))

    def _is_known(self, line: Line, events: Iterable[Event | NewEvent]) -> bool:
        """Tell whether a record equals an earlier version of it.

        A correction is equal to the same correction only; a log that went back and forth holds
        one twice, and when it is restored the recorded time tells the two apart.
        """
        if not line.corrects:
            content = _content(line.event.body)
            return any(content == _content(event.body) for event in events)
        recorded_at = line.event.recorded_at
        return any(
            event.body == line.event.body
            and (not self.restore or recorded_at in (None, event.recorded_at))
            for event in events
        )

    def _contradiction(self, line: Line, latest: Event | Line) -> str:
        hint = _MAY_CORRECT if line.is_named else _MAY_RETRACT
        recorded = (
            f"{self.file}:{latest.number}: {_shown(latest.text)}"
            if isinstance(latest, Line)
            else _as_recorded(latest)
        )
        return (
            f"this id is recorded with other content; {hint}\n"
            f"  recorded: {recorded}\n  this line: {_shown(line.text)}"
        )

    def _refused(self, line: Line, reason: str) -> InputError:
        return InputError(reason, file=self.file, line=line.number)

    def _await(self, lines: Sequence[Line]) -> None:
        """Note what effects name and nothing bears yet."""
        targets: set[str] = set()
        for line in lines:
            targets.update(line.affected)
            if line.is_named:
                self.present.add(line.event.stream)
        streams = {_stream_of(target) for target in targets if not target.endswith(STAR)}
        unseen = streams - self.present
        found = self.writer.having(unseen)
        if len(self.present) > PRESENT:
            self.present.clear()
        self.present |= found
        self.awaited |= unseen - found


def _stream_of(target: str) -> str:
    return record_stream("measure" if PROVISION_MARK in target else "instrument", target)


_FROM_THE_FUTURE = "recorded_at {} lies in the future; check the clocks"
_MAY_CORRECT = 'give it "corrects": true to correct the earlier one'
_MAY_RETRACT = "retract the earlier one and record this under another id"


def _as_recorded(event: Event) -> str:
    kind = RECORD_TYPE_OF_EVENT[event.name]
    shown = orjson.dumps({"type": kind, **orjson.loads(event.body)})
    return f"position {event.position}: {shown.decode()}"


def _shown(text: bytes) -> str:
    return text.decode("utf-8", "replace").strip()


def _same_fact(one: NewEvent, other: Event | NewEvent) -> bool:
    return (one.body, one.recorded_at) == (other.body, other.recorded_at)


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
