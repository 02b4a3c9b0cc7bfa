"""How do the many small writes and questions of one transaction become few?"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from tracker.domain.canonical import digest
from tracker.domain.events import Event, NewEvent
from tracker.domain.identifiers import check_name
from tracker.ports import LogWriter
from tracker.projection.reading import held_by, is_filed_by_day, keys_for

KEYS_KEPT = 50_000
"""The answers for so many keys are kept at most."""

BYTES_HELD = 8_000_000
"""So much of documents is held back at most."""

_BY_DAY = ("y:", "z:")


class Batch:
    """One transaction of the log whose writes are held back until somebody asks for them.

    Answers are those that the transaction itself would give: what was asked for once is kept, what
    was appended since is written first. Whoever made it calls `flush` at the end.
    """

    def __init__(self, writer: LogWriter) -> None:
        self._writer = writer
        self._events: list[NewEvent] = []
        self._touched: set[str] = set()
        self._known: dict[str, tuple[Event, ...]] = {}
        self._bodies: dict[str, bytes] = {}
        self._bytes = 0

    def append(self, events: Sequence[NewEvent]) -> None:
        """Append events in order, sooner or later in this transaction."""
        for event in events:
            ready, keys = _with_keys(event)
            self._events.append(ready)
            for key in keys:
                self._known.pop(key, None)
            self._touched.update(keys)

    def find(self, keys: Iterable[str]) -> Mapping[str, tuple[Event, ...]]:
        """Return the events filed under each key that has any; see `LogWriter.find`."""
        asked = tuple(dict.fromkeys(keys))
        if any(key in self._touched or key[:2] in self._touched for key in asked):
            self.flush()
        if unknown := [key for key in asked if key not in self._known]:
            if len(self._known) > KEYS_KEPT:
                self._known.clear()
                unknown = list(asked)
            found = self._writer.find(unknown)
            self._known.update((key, found.get(key, ())) for key in unknown)
        return {key: events for key in asked if (events := self._known[key])}

    def document(self, sha256: str) -> bytes | None:
        """Return a kept document."""
        held = self._bodies.get(sha256)
        return self._writer.document(sha256) if held is None else held

    def keep(self, body: bytes) -> str:
        """Store a document by its content and return its SHA-256 in hex."""
        name = digest(body)
        if name not in self._bodies:
            self._bodies[name] = body
            self._bytes += len(body)
        if self._bytes > BYTES_HELD:
            self._write_bodies()
        return name

    def flush(self) -> None:
        """Write what was held back."""
        self._write_bodies()
        events, self._events = self._events, []
        self._touched.clear()
        if events:
            self._writer.append(events)

    def _write_bodies(self) -> None:
        self._writer.keep_all(self._bodies.values())
        self._bodies, self._bytes = {}, 0


def _with_keys(event: NewEvent) -> tuple[NewEvent, tuple[str, ...]]:
    """Return an event that knows its keys, and all that it is found by, its stream included."""
    if event.keys is not None:
        return event, (event.stream, *event.keys)
    held = held_by(event)
    if held is None or is_filed_by_day(held):
        # The store works them out once it knows the day of recording.
        return event, (event.stream, *_BY_DAY)
    keys = keys_for(held)
    for name in (event.stream, event.name, *keys):
        check_name(name)
    return msgspec.structs.replace(event, keys=keys), (event.stream, *keys)
