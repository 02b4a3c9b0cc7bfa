"""What is proposed from a reading, how complete is it, and whom does it concern?"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tracker.application.held import Held
from tracker.application.phrases import summary_of
from tracker.application.reading.alignment import Alignment, align
from tracker.application.reading.read_records import Document, ReadRecords, RecordDict, act_of
from tracker.application.reading.settling import checked
from tracker.domain.canonical import canonical, digest
from tracker.domain.days import begins_at, parse_when
from tracker.domain.identifiers import first_version
from tracker.domain.reviews import Reading
from tracker.errors import InputError
from tracker.extraction.extracted import Extraction
from tracker.projection.touching import touched_by, whole_jurisdiction

SENTENCES_KEPT = 40
"""So many unread sentences are listed; a text with more is unread as a whole."""


_NOT_BORNE = "nothing recorded bears the id "

_NOT_SAID = ("evidence", "id", "sources", "announced_at", "title", "authority")
"""Keys that do not come from the sentences of the text."""


def proposal_id(announcement: str) -> str:
    """Return the id of the proposal that an announcement, in whatever version, gives rise to."""
    return f"p-{digest(first_version(announcement).encode())[:10]}"


def reading_of(
    found: Extraction,
    read: ReadRecords,
    document: Document,
    held: Held,
    *,
    reader: str,
    titled: Iterable[str] = (),
    fault: str | None = None,
) -> tuple[Reading, Alignment]:
    """Return what a reading proposes, and how it agrees with the log.

    ``titled`` are the numbers in its title of acts that are not recorded: what bears such a title
    is likely that act, though no act was found in it. ``fault`` says why it could not be read.
    """
    aligned = align(read.moving, held)
    unread = tuple(dict.fromkeys(part.quote for part in found.unread))
    doubts = tuple(_doubts(found, read, aligned, tuple(titled), fault, document))
    records = tuple(aligned.records)
    complete = not doubts and not unread
    reading = Reading(
        announcement=document.announcement,
        reader=reader,
        class_=found.klass,
        complete=complete,
        records=records,
        evidence=evidence_hash(records, unread),
        summary=summary_of(records, document.title or document.announcement, unread=len(unread)),
        touches=tuple(_touches(records, read.jurisdiction, complete=complete)),
        doubts=doubts,
        unread=unread[:SENTENCES_KEPT],
        differences=tuple(aligned.differences),
        announced_at=read.announced_at or document.published_at,
        timezone=read.timezone,
    )
    return reading, aligned


def _touches(
    records: Iterable[Mapping[str, Any]], jurisdiction: str | None, *, complete: bool
) -> Iterator[str]:
    """Yield what is touched: all of a jurisdiction where something was not understood."""
    yield from touched_by(records)
    if not complete or not records:
        yield whole_jurisdiction(jurisdiction)


def _doubts(
    found: Extraction,
    read: ReadRecords,
    aligned: Alignment,
    titled: tuple[str, ...],
    fault: str | None,
    document: Document,
) -> Iterator[str]:
    if fault is not None:
        yield fault
    elif found.klass is None:
        yield "the page could not be read as a document"
    if found.klass != "act":
        if titled and found.klass is not None:
            yield f"its title names an act that is not recorded: {', '.join(titled[:5])}"
        return
    home = document.source.jurisdiction
    if home and read.jurisdiction and read.jurisdiction != home:
        yield f"an act of {read.jurisdiction}, told by a source of {home}"
    if act_of(read.moving) is None:
        yield "the act's own number was not found, or its series is not known"
    elif not any(record["type"] == "effect" for record in read.moving):
        yield "an act, but no effect was found in it"
    yield from _refused(read.moving)
    yield from _from_the_future(read, document)
    yield from read.missing
    yield from (f"{_NOT_BORNE}{id}" for id in dict.fromkeys(aligned.unknown))
    if aligned.differences:
        yield "the log says otherwise"
    elif aligned.known and aligned.fresh:
        yield "the log holds this act without all of it"


def _from_the_future(read: ReadRecords, document: Document) -> Iterator[str]:
    """Yield the doubt about an act that bears a day later than the one on which we saw it."""
    if not read.moving or not read.announced_at or not document.fetched_at:
        return
    seen = begins_at(parse_when(document.fetched_at), None)
    if begins_at(parse_when(read.announced_at), read.timezone) > seen:
        yield f"dated {read.announced_at}, but fetched before, on {document.fetched_at[:10]}"


def doubts_now(reading: Reading, held: Held) -> Iterator[str]:
    """Yield the doubts that still hold: what nothing bore then may be recorded by now."""
    for doubt in reading.doubts:
        target = doubt.removeprefix(_NOT_BORNE)
        if target == doubt or held.resolve(target) is None:
            yield doubt


def _refused(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield why records could not be recorded as they were read."""
    for record in records:
        try:
            checked(record)
        except InputError as error:
            yield f"cannot be recorded as read: {error.reason}"


def evidence_hash(records: Iterable[Mapping[str, Any]], unread: Iterable[str] = ()) -> str:
    """Return the hash that a decision is bound to.

    It stands for what the records say and for the sentences they rest on; where these stand, and
    in which version of the announcement, does not count.
    """
    content = {
        "records": [_said(record) for record in records],
        "unread": sorted({_words(quote) for quote in unread}),
    }
    return digest(canonical(content))


def _said(record: Mapping[str, Any]) -> RecordDict:
    said = {key: value for key, value in record.items() if key not in _NOT_SAID}
    if record["type"] in ("instrument", "measure"):
        said["id"] = record["id"]
    parts = record.get("evidence") or ()
    said["sentences"] = sorted(
        {f"{part.get('field', '')}: {_words(part.get('quote') or '')}" for part in parts}
    )
    return said


def _words(quote: str) -> str:
    return " ".join(quote.split())
