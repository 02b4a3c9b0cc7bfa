"""What is written to the log, and under which names?

An event is one line of history. Its stored name and schema version are ours and never change; an
older shape is read through `UPCASTERS`, one step a version.
"""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
import orjson

RECORD_EVENTS: Mapping[str, str] = {
    "instrument": "InstrumentRecorded",
    "measure": "MeasureRecorded",
    "effect": "EffectRecorded",
    "announcement": "AnnouncementRecorded",
    "link": "LinkRecorded",
    "claim": "ClaimRecorded",
    "verification": "VerificationRecorded",
    "retract": "EffectRetracted",
}
"""The event that carries a record of each interchange type; its body is the record."""

RECORD_TYPE_OF_EVENT: Mapping[str, str] = {name: kind for kind, name in RECORD_EVENTS.items()}


def record_stream(kind: str, id: str) -> str:
    """Return the stream of a record of that interchange type: all its versions, and facts on it."""
    return f"{kind}/{id}"


CURRENT_VERSION: Mapping[str, int] = {}
"""The schema version of an event name where it is not 1."""

UPCASTERS: Mapping[tuple[str, int], Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""``(name, version)`` → how a body of that version becomes one of the next version."""


class NewEvent(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """Something that happened, not yet in the log; ``body`` is the exact JSON to keep.

    ``keys`` are those it is looked up by, where whoever made it has worked them out and checked
    them already.
    """

    stream: str
    name: str
    body: bytes
    version: int = 1
    recorded_at: str | None = None
    keys: tuple[str, ...] | None = None


class Event(msgspec.Struct, frozen=True, gc=False):
    """An event as the log holds it.

    ``position`` counts all events from 1 without a gap, ``stream_position`` those of its stream;
    ``recorded_at`` is UTC (``2025-11-07T01:00:00.000000Z``); ``hash`` chains it to all before it.
    """

    position: int
    stream: str
    stream_position: int
    name: str
    version: int
    recorded_at: str
    body: bytes
    hash: bytes

    def data(self) -> dict[str, Any]:
        """Return the body in the newest shape of this event."""
        body: dict[str, Any] = orjson.loads(self.body)
        version = self.version
        while (step := UPCASTERS.get((self.name, version))) is not None:
            body = step(body)
            version += 1
        return body


def version_of(name: str) -> int:
    """Return the schema version in which an event of this name is written today."""
    return CURRENT_VERSION.get(name, 1)
