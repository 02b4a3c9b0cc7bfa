"""What is there to show of one announcement: its text, what rests on it, its other versions?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from tracker.application.answers.evidence import Passage, Texts, passages
from tracker.application.answers.excerpts import Excerpt, unread_in, whole_text
from tracker.application.answers.listing import directory
from tracker.application.answers.measure_file import FULL, Quotes
from tracker.application.answers.query import Queries
from tracker.application.library import Library
from tracker.application.reading.proposing import proposal_id
from tracker.digests.lines import InstrumentRef
from tracker.domain.facts import AnnouncementRead, Republish, SourceAdded
from tracker.domain.identifiers import first_version
from tracker.domain.intake_facts import CopiesDiffer, CopiesGrouped, notice_stream
from tracker.domain.questions import Clocks
from tracker.domain.records import Announcement, Backed, Claim, Effect, Evidence, evidence_of
from tracker.domain.republishing import source_of
from tracker.errors import NotRecorded
from tracker.extraction.pages.revision import Change, revision_diff
from tracker.projection.dossier import Recorded
from tracker.projection.item_history import ItemHistory, item_history
from tracker.projection.proposals import Proposal
from tracker.projection.reading import read
from tracker.projection.register import Register

PART_CHARACTERS = 30_000
"""A longer text is shown in parts of so many characters."""

DIFFED_CHARACTERS = 400_000
"""Two versions that are longer together are not compared on a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPart:
    """A part of a text with the words that count; ``number`` counts from 1."""

    excerpt: Excerpt
    number: int
    parts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncementFile:
    """All that is shown of one announcement.

    ``text`` is ``None`` where no copy is held or its source does not let all of it be shown; then
    ``sentences`` are what may be quoted. ``changes`` are those against the version before,
    ``None`` where there is none, or one of the two may not be shown. ``effects`` rest on it.
    """

    record: Announcement
    recorded_at: int
    source: SourceAdded | None
    rule: Republish
    held: bool
    text: TextPart | None
    sentences: tuple[Passage, ...]
    reading: AnnouncementRead | None
    named: tuple[InstrumentRef, ...]
    proposal: Proposal | None
    effects: tuple[Effect, ...]
    claims: tuple[Claim, ...]
    acts: dict[str, InstrumentRef]
    history: ItemHistory
    changes: tuple[Change, ...] | None
    copies: tuple[str, ...]
    conflicts: tuple[CopiesDiffer, ...]


def announcement_file(
    queries: Queries, id: str, clocks: Clocks, *, trusted: bool, part: int = 1
) -> AnnouncementFile:
    """Gather what is shown of an announcement; raise `NotRecorded` for an unknown id."""
    library = queries.library
    texts = Texts(library.log)
    with library.reading() as register:
        found = register.announcements.get(id)
        if found is None:
            raise NotRecorded("announcement", id)
        names = directory(register, queries, clocks)
        rule = Quotes(register, texts, trusted=trusted).rule(id)
        resting = tuple(_resting(register, id))
        reading = next((one.record for one in reversed(register.readings.get(id, []))), None)
        proposal = register.reviews.proposal(proposal_id(id))
        effects = tuple(one for one, _ in resting if isinstance(one, Effect))
        mentioned = [one.instrument for one in reading.mentions] if reading else []
        acts = {key: names.instrument(key) for key in _acts(effects)}
        source = register.sources.get(source_of(id))
        conflicts = tuple(_conflicts(register, id))
        named = tuple(names.instrument(key) for key in dict.fromkeys(mentioned))
    marks = _marks(resting, proposal, id)
    text = texts.of(id)
    whole = rule == FULL and text is not None
    unread = reading.unread if reading else ()
    quoted = tuple(passages(marks, texts))
    if whole and text is not None:
        quoted = (*quoted, *unread_in(unread, text, id))
    history = item_history(library.log.find([key := f"b:{first_version(id)}"]).get(key, ()))
    return AnnouncementFile(
        record=found.record,
        recorded_at=found.at,
        source=source.latest.source if source and source.latest else None,
        rule=rule,
        held=text is not None,
        text=_part(quoted, text, id, part) if whole and text is not None else None,
        sentences=() if whole else tuple(one for one in quoted if one.found),
        reading=reading,
        named=named,
        proposal=proposal,
        effects=effects,
        claims=tuple(one for one, _ in resting if isinstance(one, Claim)),
        acts=acts,
        history=history,
        changes=_changes(texts, found.record) if whole else None,
        copies=tuple(_copies(library, register, id)),
        conflicts=conflicts,
    )


def stored_copy(queries: Queries, id: str, *, trusted: bool) -> bytes | None:
    """Return the exact bytes of an announcement, ``None`` where they are not held or not shown."""
    library = queries.library
    with library.reading() as register:
        found = register.announcements.get(id)
        if found is None:
            raise NotRecorded("announcement", id)
        rule = Quotes(register, Texts(library.log), trusted=trusted).rule(id)
    sha256 = found.record.sha256
    return library.log.document(sha256) if sha256 and rule == FULL else None


def _resting(register: Register, id: str) -> Iterator[tuple[Backed, tuple[Evidence, ...]]]:
    """Yield the records that rest on sentences of an announcement, those withdrawn left out."""
    for item in _backed(register):
        record: Backed = item.record
        if record.evidence is None or (record.id or "") in register.retracted_at:
            continue
        parts = tuple(part for part in evidence_of(record) if part.announcement == id)
        if parts:
            yield record, parts


def _backed(register: Register) -> Iterator[Recorded[Any]]:
    yield from register.effects.values()
    yield from register.claims
    yield from register.links
    for some in register.verifications.values():
        yield from some


def _acts(effects: Iterable[Effect]) -> Iterator[str]:
    for effect in effects:
        yield effect.affecting


def _marks(
    resting: Iterable[tuple[Backed, tuple[Evidence, ...]]], proposal: Proposal | None, id: str
) -> tuple[Evidence, ...]:
    """Return the sentences that records rest on, and those that a proposal would rest on."""
    recorded = [part for _, parts in resting for part in parts]
    if proposal is None or proposal.reading.announcement != id:
        return tuple(recorded)
    proposed = [
        msgspec.convert(part, Evidence)
        for record in proposal.reading.records
        for part in _listed(record.get("evidence"))
    ]
    return (*recorded, *(part for part in proposed if part.announcement == id))


def _listed(value: object) -> list[dict[str, object]]:
    parts = value if isinstance(value, list | tuple) else [value]
    return [part for part in parts if isinstance(part, dict)]


def _part(quoted: Iterable[Passage], text: str, id: str, number: int) -> TextPart:
    parts = max(1, -(-len(text) // PART_CHARACTERS))
    number = min(max(number, 1), parts)
    first = (number - 1) * PART_CHARACTERS
    shown = text[first : first + PART_CHARACTERS]
    inside = (_within(one, first, first + len(shown)) for one in quoted)
    excerpt = whole_text([one for one in inside if one], shown, id)
    return TextPart(excerpt=replace(excerpt, start=first), number=number, parts=parts)


def _within(one: Passage, first: int, last: int) -> Passage | None:
    """Return what of a passage lies in a part of the text, its place counted from there."""
    if not one.found or one.start is None:
        return None
    start, end = max(one.start, first), min(one.start + len(one.quote), last)
    if start >= end:
        return None
    return replace(one, quote=one.quote[start - one.start : end - one.start], start=start - first)


def _changes(texts: Texts, record: Announcement) -> tuple[Change, ...] | None:
    if record.revises is None:
        return None
    before, after = texts.of(record.revises), texts.of(record.id or "")
    if before is None or after is None or len(before) + len(after) > DIFFED_CHARACTERS:
        return None
    return revision_diff(before, after)


def _copies(library: Library, register: Register, id: str) -> Iterator[str]:
    """Yield the other announcements that are copies of the same notice."""
    first = first_version(id)
    grouped = [item.record for item in register.copies.get(first, ())]
    numbers = dict.fromkeys(one.number for one in grouped if isinstance(one, CopiesGrouped))
    met: dict[str, None] = {}
    for number in numbers:
        stream = notice_stream(number)
        for event in library.log.find([stream]).get(stream, ()):
            held = read(event)
            if isinstance(held, CopiesGrouped):
                met.update(dict.fromkeys((held.announcement, *held.others)))
    yield from (other for other in met if other != first)


def _conflicts(register: Register, id: str) -> Iterator[CopiesDiffer]:
    first = first_version(id)
    for item in register.conflicts:
        if first in (first_version(item.record.announcement), first_version(item.record.other)):
            yield item.record
