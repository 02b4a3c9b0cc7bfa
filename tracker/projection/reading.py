"""Which record or fact does an event hold, and under which keys is it looked up?"""

from collections.abc import Mapping

import msgspec

from tracker.domain.events import RECORD_TYPE_OF_EVENT, Event, NewEvent, version_of
from tracker.domain.facts import (
    FACT_EVENTS,
    AnnouncementRead,
    CoverageStated,
    DigestWritten,
    EffectAccepted,
    Fact,
    RecordAnnotated,
    RulebookApplied,
)
from tracker.domain.identifiers import first_version, instrument_of
from tracker.domain.records import (
    RECORD_TYPES,
    Announcement,
    Claim,
    Effect,
    Instrument,
    Link,
    Measure,
    Record,
    Retraction,
    Verification,
)

UNREAD = "u"
"""The kind of key under which events are filed whose names this program does not know."""

_DECODERS: Mapping[str, msgspec.json.Decoder[Record | Fact]] = {
    **{
        name: msgspec.json.Decoder(RECORD_TYPES[kind])
        for name, kind in RECORD_TYPE_OF_EVENT.items()
    },
    **{name: msgspec.json.Decoder(kind) for name, kind in FACT_EVENTS.items()},
}


def read(event: Event) -> Record | Fact | None:
    """Return what an event holds, ``None`` for an event of a name that this program ignores."""
    decoder = _DECODERS.get(event.name)
    if decoder is None:
        return None
    if event.version == version_of(event.name):
        return decoder.decode(event.body)
    return msgspec.convert(event.data(), decoder.type)


def held_by(event: NewEvent) -> Record | Fact | None:
    """Return what an event would hold once written; ``None`` for one that needs upcasting."""
    decoder = _DECODERS.get(event.name)
    if decoder is None or event.version != version_of(event.name):
        return None
    return decoder.decode(event.body)


def keys_of(event: Event) -> tuple[str, ...]:
    """Return the keys under which an event is looked up, ``KIND:ID`` each.

    ``i`` instrument, ``m`` measure, ``p`` part of an instrument, ``e`` effect, ``t`` target of an
    effect, ``r`` retraction of, ``v`` verification of, ``a`` announcement, ``b`` item of a source,
    ``q`` announcement by a source, ``c`` claim about, ``l`` link from or to, ``k`` acceptance of,
    ``n`` note on, ``s`` source, ``d`` digest, ``u`` stream of events that are not read, ``x`` any
    other record by its id, ``rulebook`` coverage, ``rulebook-records`` what a rulebook recorded.
    """
    held = read(event)
    return (f"{UNREAD}:{event.stream}",) if held is None else keys_for(held)


def keys_for(held: Record | Fact) -> tuple[str, ...]:
    """Return the keys under which a record or fact is looked up, the one that names it first."""
    if type(held) is Effect:  # by far the most frequent
        return (f"e:{held.id}", *dict.fromkeys([f"t:{key}" for key in held.affected]))
    return _keys_for(held)


def _keys_for(held: Record | Fact) -> tuple[str, ...]:
    match held:
        case Instrument():
            return (f"i:{held.id}",)
        case Measure():
            return (f"m:{held.id}", f"p:{instrument_of(held.id or '')}")
        case Effect():
            return keys_for(held)
        case Retraction():
            return (f"x:{held.id}", f"r:{held.effect}")
        case Verification():
            return (f"x:{held.id}", f"v:{held.effect}")
        case Announcement():
            return (f"a:{held.id}", f"b:{first_version(held.id or '')}", f"q:{held.source}")
        case Claim():
            return (f"x:{held.id}", *dict.fromkeys(f"c:{key}" for key in held.about))
        case Link():
            return (f"x:{held.id}", *dict.fromkeys((f"l:{held.from_}", f"l:{held.to}")))
        case EffectAccepted():
            return (f"k:{held.effect}",)
        case RecordAnnotated():
            return (f"n:{held.about}",)
        case CoverageStated():
            return ("rulebook:",)
        case RulebookApplied():
            return ("rulebook-records:",)
        case AnnouncementRead():
            return (f"l:{held.announcement}",)
        case DigestWritten():
            return (f"d:{held.digest}",)
        case _:
            return (f"s:{held.id}", "s:")
