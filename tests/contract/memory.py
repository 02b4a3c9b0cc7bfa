"""An event log that keeps everything in memory: the contract of the port, read a second time.

Nothing of the store is used here, its hash chain included, so that the two check each other.
"""

import hashlib
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

import msgspec

from tracker.domain.events import Event, NewEvent
from tracker.errors import ChainBroken, ConcurrentAppend, HeadNotFound, StoreError
from tracker.ports import Clock, Head, Progress, Rebuilt, Stretch

Filing = Callable[[Event], Iterable[str]]


class MemoryEventLog:
    """See `tracker.ports.EventLog`. What a transaction sees and leaves is one immutable state."""

    def __init__(self, *, filing: Filing, clock: Clock) -> None:
        self._filing = filing
        self._clock = clock
        self._one_writer = threading.Lock()
        self.events: tuple[Event, ...] = ()
        self.documents: Mapping[str, bytes] = {}
        self.index: Mapping[str, tuple[int, ...]] = {}

    @contextmanager
    def writing(self) -> Iterator["MemoryLogWriter"]:
        with self._one_writer:
            writer = MemoryLogWriter(self, filing=self._filing, now=self._clock())
            yield writer
            self.events = tuple(writer.events)
            self.documents = writer.documents
            self.index = _index(self.events, self._filing)

    def read(self, *, after: int = 0) -> Iterator[Event]:
        yield from self.events[after:]

    def find(self, keys: Iterable[str]) -> Mapping[str, tuple[Event, ...]]:
        return _found(self.events, self.index, keys)

    def having(self, keys: Iterable[str]) -> frozenset[str]:
        return frozenset(keys) & frozenset(self.index)

    def document(self, sha256: str) -> bytes | None:
        return self.documents.get(sha256)

    def head(self) -> Head:
        return _head(self.events)

    def verify(self, *, head: str | None = None, progress: Progress | None = None) -> Head:
        hashes = {bytes(32).hex()}
        lengths: dict[str, int] = {}
        previous = bytes(32)
        for position, event in enumerate(self.events, start=1):
            lengths[event.stream] = lengths.get(event.stream, 0) + 1
            as_written = (event.position, event.stream_position, event.hash)
            previous = _hash(previous, event)
            if as_written != (position, lengths[event.stream], previous):
                raise ChainBroken(position, "it is not what was written")
            hashes.add(previous.hex())
        if head is not None and head not in hashes:
            raise HeadNotFound(head)
        return self.head()

    def verify_part(self, *, after: int, most: int, head: str | None = None) -> Stretch:
        before = previous = self.events[after - 1].hash if after else bytes(32)
        found = after if previous.hex() == head else None
        for position, event in enumerate(self.events[after : after + most], start=after + 1):
            previous = _hash(previous, event)
            if (event.position, event.hash) != (position, previous):
                raise ChainBroken(position, "it is not what was written")
            found = position if previous.hex() == head else found
        walked = len(self.events[after : after + most])
        first, last = (after + 1, after + walked) if walked else (0, 0)
        return Stretch(first, last, before.hex(), previous.hex(), found)

    def rebuild(self, *, progress: Progress | None = None) -> Rebuilt:
        began = time.perf_counter()
        with self._one_writer:
            before, self.index = self.index, _index(self.events, self._filing)
        return Rebuilt(len(self.events), time.perf_counter() - began, before == self.index)


class MemoryLogWriter:
    """See `tracker.ports.LogWriter`."""

    def __init__(self, log: MemoryEventLog, *, filing: Filing, now: datetime) -> None:
        self._filing = filing
        self.events = list(log.events)
        self.documents = dict(log.documents)
        last = self.events[-1].recorded_at if self.events else ""
        self._recorded_at = max(_text(now), last)

    def append(
        self, events: Sequence[NewEvent], *, expected: Mapping[str, int] | None = None
    ) -> tuple[Event, ...]:
        for stream, length in (expected or {}).items():
            actual = self._length(stream)
            if actual != length:
                raise ConcurrentAppend(stream, expected=length, actual=actual)
        before = len(self.events)
        for event in events:
            self.events.append(self._next(event))
        return tuple(self.events[before:])

    def _next(self, event: NewEvent) -> Event:
        for name in (event.stream, event.name):
            _check(name)
        recorded_at = event.recorded_at or self._recorded_at
        self._recorded_at = max(self._recorded_at, recorded_at)
        written = Event(
            position=len(self.events) + 1,
            stream=event.stream,
            stream_position=self._length(event.stream) + 1,
            name=event.name,
            version=event.version,
            recorded_at=recorded_at,
            body=event.body,
            hash=b"",
        )
        previous = self.events[-1].hash if self.events else bytes(32)
        for key in self._filing(written):
            _check(key)
        return msgspec.structs.replace(written, hash=_hash(previous, written))

    def _length(self, stream: str) -> int:
        return sum(event.stream == stream for event in self.events)

    def find(self, keys: Iterable[str]) -> Mapping[str, tuple[Event, ...]]:
        return _found(self.events, _index(self.events, self._filing), keys)

    def having(self, keys: Iterable[str]) -> frozenset[str]:
        return frozenset(keys) & frozenset(_index(self.events, self._filing))

    def document(self, sha256: str) -> bytes | None:
        return self.documents.get(sha256)

    def keep(self, body: bytes) -> str:
        sha256 = hashlib.sha256(body).hexdigest()
        self.documents.setdefault(sha256, body)
        return sha256

    def keep_all(self, bodies: Iterable[bytes]) -> None:
        for body in bodies:
            self.keep(body)


def _check(name: str) -> None:
    if any(ord(character) < 32 or ord(character) == 127 for character in name) or (
        len(name.encode()) > 2000
    ):
        raise StoreError(f"a name in the log may hold no control character or is too long: {name}")


def _text(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _hash(previous: bytes, event: Event) -> bytes:
    """SHA-256 over: the hash before, the SHA-256 of the body, and six lines of header."""
    header = (
        event.position,
        event.stream,
        event.stream_position,
        event.name,
        event.version,
        event.recorded_at,
    )
    lines = "".join(f"{part}\n" for part in header)
    return hashlib.sha256(previous + hashlib.sha256(event.body).digest() + lines.encode()).digest()


def _head(events: Sequence[Event]) -> Head:
    return Head(events[-1].position, events[-1].hash.hex()) if events else Head(0, bytes(32).hex())


def _index(events: Sequence[Event], filing: Filing) -> Mapping[str, tuple[int, ...]]:
    index: dict[str, tuple[int, ...]] = {}
    for event in events:
        for key in {event.stream, *filing(event)}:
            index[key] = (*index.get(key, ()), event.position)
    return index


def _found(
    events: Sequence[Event], index: Mapping[str, tuple[int, ...]], keys: Iterable[str]
) -> Mapping[str, tuple[Event, ...]]:
    return {
        key: tuple(events[position - 1] for position in index[key])
        for key in dict.fromkeys(keys)
        if key in index
    }
