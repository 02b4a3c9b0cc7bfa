"""What does the log hold besides records of law: acceptances, notes, coverage, facts on sources?

Each class is the body of one event. Its stored name stands in `FACT_EVENTS` and never changes.
"""

from collections.abc import Mapping
from typing import Literal

import msgspec
import orjson

from tracker.domain.events import NewEvent, version_of
from tracker.domain.intake_facts import (
    INTAKE_EVENTS,
    GapClosed,
    IntakeFact,
    SourceBackfilled,
    source_stream,
    stream_of_intake,
)
from tracker.domain.records import Authority
from tracker.domain.reviews import REVIEW_EVENTS, ReviewFact, review_stream
from tracker.domain.visits import Fault, Visit

SourceKind = Literal["rss", "json", "list", "federal-register", "govuk", "folder"]
Outcome = Literal["read", "unchanged", "failed"]
Republish = Literal["full", "quote", "none"]
Robots = Literal["respect", "ignore"]


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


class ListPage(msgspec.Struct, frozen=True, kw_only=True):
    """Where the items of a list page stand, as CSS selectors.

    ``a`` is the text of an element, ``a@title`` one of its attributes, ``.`` and ``@title`` those
    of the item itself; of several selectors the first that finds anything counts. Where
    ``records`` names a list inside a JSON answer (``result.data.list``), the selectors are the
    names of its keys instead; ``fragment`` names a piece of HTML inside a JSON answer, and
    ``success`` what such an answer must hold (``code = 200`` is written ``code=200``).
    ``next`` selects the link to the next page, or ``next_address`` makes its address of
    ``{page}``; ``pages`` bounds how many are read. ``post`` is a JSON document to send instead of
    a plain GET. ``date_format`` is one of ``strptime``; without it the usual ways of writing a
    date are recognised.
    """

    within: str | None = None
    item: str = "li"
    title: tuple[str, ...] = ("a@title", "a", "@title", ".")
    link: tuple[str, ...] = ("a@href", "@href")
    date: tuple[str, ...] = ()
    date_format: str | None = None
    summary: tuple[str, ...] = ()
    identity: tuple[str, ...] = ()
    link_pattern: str | None = None
    fragment: str | None = None
    records: str | None = None
    success: str | None = None
    next: str | None = None
    next_address: str | None = None
    pages: int = 1
    post: str | None = None


class DetailPage(msgspec.Struct, frozen=True, kw_only=True):
    """How the page behind an item is read, as CSS selectors like those of `ListPage`.

    ``body`` selects the text that counts (without it, the whole page), ``without`` what inside it
    does not. ``attachments`` selects the links to files that belong to the announcement.
    """

    body: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    date_format: str | None = None
    attachments: tuple[str, ...] = ("a@href",)


class SourceAdded(_Fact, frozen=True, kw_only=True):
    """A place is polled from now on, or polled in another way.

    ``list`` says where a list page keeps its items, ``detail`` how the page behind an item is
    read; ``parameters`` are added to the address of an API. ``republish`` says how much of its
    text may be shown (see `republishing`). ``normalise`` are selectors or ``/patterns/`` of what
    changes on a page without being news. ``robots_reason`` must stand where robots.txt is ignored.
    ``encoding`` overrides what the pages say of themselves. ``pace_seconds`` is the least time
    between two requests to its host, ``silent_after_seconds`` how long it may bring nothing new
    before that is odd.
    """

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
    list: ListPage | None = None
    detail: DetailPage | None = None
    parameters: dict[str, tuple[str, ...]] = {}
    republish: Republish | None = None
    normalise: tuple[str, ...] = ()
    robots: Robots = "respect"
    robots_reason: str | None = None
    encoding: str | None = None
    pace_seconds: int | None = None
    silent_after_seconds: int | None = None
    verified: str | None = None

    @property
    def republishing(self) -> Republish:
        """How much of its text may be shown: press and commentary are quoted unless told."""
        if self.republish is not None:
            return self.republish
        return "quote" if self.authority in ("press", "commentary") else "full"


class SourcePaused(_Fact, frozen=True, kw_only=True, omit_defaults=True):
    """A source is left alone until it is resumed; ``by`` is the person who said so."""

    id: str
    by: str | None = None


class SourceResumed(_Fact, frozen=True, kw_only=True, omit_defaults=True):
    """A paused source is polled again; ``by`` is the person who said so."""

    id: str
    by: str | None = None


class SourceRemoved(_Fact, frozen=True, kw_only=True):
    """A source is no longer ours; what it brought stays."""

    id: str
    reason: str | None = None


class SourcePolled(_Fact, frozen=True, kw_only=True, omit_defaults=True):
    """One poll of a source and what came of it; a failure is a fact about the source only.

    ``fetched_at`` and ``oldest_item_at`` are instants in UTC; ``sha256`` is that of the body.
    What stands here of a request is that of the main address; ``pages`` are the other requests.
    ``complete`` is false where a wanted page could not be read, ``doubt`` tells what is odd about a
    reading that succeeded. ``skew_seconds`` is by how much
    the server's clock was ahead of ours, where it was far off. ``showing`` tells the text that
    each unstable item shows, by its comparable SHA-256.
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
    fault: Fault | None = None
    doubt: Fault | None = None
    retry_after_seconds: int | None = None
    pages: tuple[Visit, ...] = ()
    complete: bool = True
    skew_seconds: int | None = None
    showing: dict[str, str] = {}

    @property
    def missed_pages(self) -> tuple[Visit, ...]:
        """The requests behind the main one that failed although what they ask for is wanted."""
        if self.complete:
            return ()
        return tuple(page for page in self.pages if page.outcome == "failed")


SourceFact = (
    SourceAdded
    | SourcePaused
    | SourceResumed
    | SourceRemoved
    | SourcePolled
    | GapClosed
    | SourceBackfilled
)
"""What is said of one source, from its first day to its last."""


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """An instrument that an announcement names, with the words that name it."""

    instrument: str
    quote: str
    start: int
    end: int
    basis: str


class AnnouncementRead(_Fact, frozen=True, kw_only=True):
    """What reading an announcement has found.

    ``mentions`` are the recorded instruments that it names, ``unresolved`` the numbers of acts
    that no record bears, ``unread`` the sentences with legal words that no rule understood.
    """

    announcement: str
    reader: str
    mentions: tuple[Mention, ...] = ()
    unresolved: tuple[str, ...] = ()
    class_: str | None = msgspec.field(name="class", default=None)
    unread: tuple[str, ...] = ()


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
    | IntakeFact
    | ReviewFact
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
    **INTAKE_EVENTS,
    **REVIEW_EVENTS,
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
        case SourceAdded() | SourcePaused() | SourceResumed() | SourceRemoved() | SourcePolled():
            return source_stream(fact.id)
        case _:
            return review_stream(fact) if isinstance(fact, ReviewFact) else stream_of_intake(fact)


def event_of(fact: Fact) -> NewEvent:
    """Return the event that writes a fact to the log."""
    name = _NAMES[type(fact)]
    body = orjson.dumps(msgspec.to_builtins(fact), option=orjson.OPT_SORT_KEYS)
    return NewEvent(stream_of(fact), name, body, version_of(name))
