"""What does the log hold besides records of law: acceptances, notes, coverage, facts on sources?

Each class is the body of one event. Its stored name stands in `FACT_EVENTS` and never changes.
"""

from collections.abc import Mapping
from typing import Literal

import msgspec
import orjson

from tracker.domain.events import NewEvent, version_of
from tracker.domain.records import Authority

SourceKind = Literal["rss", "json", "list", "federal-register", "govuk", "folder"]
Outcome = Literal["read", "unchanged", "failed"]


class _Fact(msgspec.Struct, frozen=True, kw_only=True):
    """What every fact shares."""


class EffectAccepted(_Fact, frozen=True, kw_only=True):
    """Somebody let an effect count: ``rulebook``, ``policy`` or a person's name."""

    effect: str
    by: str


class RecordAnnotated(_Fact, frozen=True, kw_only=True):
    """What the people who wrote a record say about it; replaces what they said before."""

    about: str
    confidence: str | None = None
    text: str | None = None
    titles: dict[str, str] | None = None
    titles_by: str | None = None
    number_en: str | None = None
    urls: tuple[str, ...] = ()


class CoverageStated(_Fact, frozen=True, kw_only=True):
    """How far a rulebook reaches: ``covered_through`` is the last day that was read."""

    rulebook: str
    covered_through: str
    jurisdictions: tuple[str, ...]
    text: str | None = None


class RulebookApplied(_Fact, frozen=True, kw_only=True):
    """Which records a rulebook has put into the log, so that nobody else's are touched.

    ``records`` goes from ``TYPE:ID`` to the SHA-256 of the record's content.
    """

    rulebook: str
    records: dict[str, str]


class SourceAdded(_Fact, frozen=True, kw_only=True):
    """A place is polled from now on, or polled in another way."""

    id: str
    url: str
    kind: SourceKind = "rss"
    authority: Authority = "press"
    jurisdiction: str | None = None
    language: str | None = None
    timezone: str | None = None
    title: str | None = None
    cadence_seconds: int = 6 * 3600
    staleness_budget_seconds: int = 26 * 3600
    minimum_items: int = 1


class SourcePaused(_Fact, frozen=True, kw_only=True):
    """A source is left alone until it is resumed."""

    id: str


class SourceResumed(_Fact, frozen=True, kw_only=True):
    """A paused source is polled again."""

    id: str


class SourceRemoved(_Fact, frozen=True, kw_only=True):
    """A source is no longer ours; what it brought stays."""

    id: str
    reason: str | None = None


class SourcePolled(_Fact, frozen=True, kw_only=True):
    """One fetch of a source and what came of it; a failure is a fact about the source only.

    ``fetched_at`` and ``oldest_item_at`` are instants in UTC; ``sha256`` is that of the body.
    """

    id: str
    outcome: Outcome
    fetched_at: str
    final_url: str | None = None
    redirects: tuple[str, ...] = ()
    status: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    sha256: str | None = None
    items: int | None = None
    new: int = 0
    revised: int = 0
    unchanged: int = 0
    oldest_item_at: str | None = None
    error: str | None = None


SourceFact = SourceAdded | SourcePaused | SourceResumed | SourceRemoved | SourcePolled
"""What is said of one source, from its first day to its last."""


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """An instrument that an announcement names, with the words that name it."""

    instrument: str
    quote: str
    start: int
    end: int
    basis: str


class AnnouncementRead(_Fact, frozen=True, kw_only=True):
    """What reading an announcement for the instruments it names has found."""

    announcement: str
    reader: str
    mentions: tuple[Mention, ...] = ()
    unresolved: tuple[str, ...] = ()


class DigestWritten(_Fact, frozen=True, kw_only=True):
    """A due digest was written: the window it covers, half-open, and up to which position."""

    digest: str
    since: str
    until: str
    through_position: int


Fact = (
    EffectAccepted
    | RecordAnnotated
    | CoverageStated
    | RulebookApplied
    | SourceAdded
    | SourcePaused
    | SourceResumed
    | SourceRemoved
    | SourcePolled
    | AnnouncementRead
    | DigestWritten
)

FACT_EVENTS: Mapping[str, type[Fact]] = {
    "EffectAccepted": EffectAccepted,
    "RecordAnnotated": RecordAnnotated,
    "CoverageStated": CoverageStated,
    "RulebookApplied": RulebookApplied,
    "SourceAdded": SourceAdded,
    "SourcePaused": SourcePaused,
    "SourceResumed": SourceResumed,
    "SourceRemoved": SourceRemoved,
    "SourcePolled": SourcePolled,
    "AnnouncementRead": AnnouncementRead,
    "DigestWritten": DigestWritten,
}

_NAMES = {kind: name for name, kind in FACT_EVENTS.items()}


def stream_of(fact: Fact) -> str:
    """Return the stream that a fact belongs to."""
    match fact:
        case EffectAccepted():
            return f"effect/{fact.effect}"
        case RecordAnnotated():
            return f"note/{fact.about}"
        case CoverageStated() | RulebookApplied():
            return f"rulebook/{fact.rulebook}"
        case AnnouncementRead():
            return f"announcement/{fact.announcement}"
        case DigestWritten():
            return f"digest/{fact.digest}"
        case _:
            return f"source/{fact.id}"


def event_of(fact: Fact) -> NewEvent:
    """Return the event that writes a fact to the log."""
    name = _NAMES[type(fact)]
    body = orjson.dumps(msgspec.to_builtins(fact), option=orjson.OPT_SORT_KEYS)
    return NewEvent(stream_of(fact), name, body, version_of(name))
