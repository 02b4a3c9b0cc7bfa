"""Which record or fact does an event hold, and under which keys is it looked up?"""

from collections.abc import Mapping

import msgspec

from tracker.domain.events import RECORD_TYPE_OF_EVENT, Event, NewEvent, version_of
from tracker.domain.facts import (
    FACT_EVENTS,
    AnnouncementRead,
    CoverageStated,
    Fact,
    RulebookApplied,
    SourceAdded,
    SourcePaused,
    SourcePolled,
    SourceRemoved,
    SourceResumed,
)
from tracker.domain.identifiers import first_version, instrument_of, pages_of
from tracker.domain.intake_facts import (
    CopyReturned,
    CopyWithdrawn,
    GapClosed,
    ItemAliased,
    ItemSettled,
    ItemTaken,
    ItemUnstable,
    OperatorTold,
    SourceBackfilled,
    SourcesSummed,
)
from tracker.domain.records import (
    RECORD_TYPES,
    Announcement,
    Backed,
    Claim,
    Effect,
    Instrument,
    Link,
    Measure,
    Record,
    Retraction,
    Verification,
    evidence_of,
)
from tracker.domain.reviews import ReviewFact
from tracker.projection.touching import keys_of_review

RESTING = "f:"
"""The key of every record that rests on sentences of stored announcements."""

EDITION = "3"
"""Raised whenever `keys_of` changes, so that what an older program filed is filed anew."""

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
    """Return the keys under which an event is looked up besides its stream, ``KIND:ID`` each.

    ``n`` page of the Federal Register, ``p`` part of an instrument, ``t`` target of an effect,
    ``r`` retraction of, ``v`` verification of, ``b`` item of a source, ``q`` announcement by a
    source, ``c`` claim about, ``l`` link from or to, ``sources`` facts on any source but polls,
    ``y`` sum of the sources on a day, ``z`` polls of a day, ``h`` text of a source's item, ``o``
    what the operator was told, ``w`` proposal by what it touches, ``f`` record that rests on stored
    sentences, ``policy`` the choice of a policy, ``rulebook`` coverage, ``rulebook-records`` what a
    rulebook recorded.
    """
    held = read(event)
    return () if held is None else keys_for(held, recorded_at=event.recorded_at)


def keys_for(held: Record | Fact, *, recorded_at: str | None = None) -> tuple[str, ...]:
    """Return the keys under which a record or fact is looked up besides its stream.

    ``recorded_at`` is needed for those that are filed by day (`is_filed_by_day`).
    """
    if type(held) is Effect:  # by far the most frequent
        keys = tuple([f"t:{key}" for key in dict.fromkeys(held.affected)])
        return keys if held.evidence is None else (*keys, *_resting(held))
    if is_filed_by_day(held):
        return _by_day(held, (recorded_at or "")[:10])
    keys = _keys_for(held)
    return (*keys, *_resting(held)) if isinstance(held, Backed) else keys


def _resting(held: Backed) -> tuple[str, ...]:
    """Return the key of records whose sentences can be found again in a stored announcement."""
    rests = any(item.announcement and item.quote for item in evidence_of(held))
    return (RESTING,) if rests else ()


def is_filed_by_day(held: Record | Fact) -> bool:
    """Tell whether the day of recording is part of what a record or fact is looked up by."""
    return isinstance(held, SourcePolled | SourcesSummed)


def _by_day(held: Record | Fact, day: str) -> tuple[str, ...]:
    return (f"z:{day}",) if isinstance(held, SourcePolled) else (f"y:{day}",)


def _keys_for(held: Record | Fact) -> tuple[str, ...]:
    if isinstance(held, ReviewFact):
        return keys_of_review(held)
    match held:
        case Instrument():
            return tuple(f"n:{page}" for page in pages_of(held.number or ""))
        case Measure():
            return (f"p:{instrument_of(held.id or '')}",)
        case Effect():
            return keys_for(held)
        case Retraction():
            return (f"r:{held.effect}",)
        case Verification():
            return (f"v:{held.effect}",)
        case Announcement():
            return (f"b:{first_version(held.id or '')}", f"q:{held.source}")
        case Claim():
            return tuple(dict.fromkeys(f"c:{key}" for key in held.about))
        case Link():
            return tuple(dict.fromkeys((f"l:{held.from_}", f"l:{held.to}")))
        case CoverageStated():
            return ("rulebook:",)
        case RulebookApplied():
            return ("rulebook-records:",)
        case AnnouncementRead():
            return (f"l:{held.announcement}",)
        case ItemTaken():
            item = first_version(held.announcement)
            return (f"b:{item}", f"h:{held.source}:{held.comparable}")
        case ItemAliased():
            return (f"b:{held.alias}",)
        case CopyWithdrawn() | CopyReturned() | ItemUnstable() | ItemSettled():
            return (f"b:{first_version(held.announcement)}",)
        case OperatorTold():
            return ("o:",)
        case SourceAdded() | SourcePaused() | SourceResumed() | SourceRemoved():
            return ("sources:",)
        case GapClosed() | SourceBackfilled():
            return ("sources:",)
        case _:
            return ()
