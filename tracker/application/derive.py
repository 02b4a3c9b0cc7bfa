"""Which recorded instruments does an announcement speak of?"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from tracker.application.lines import recording
from tracker.domain.announcements import FeedItem
from tracker.domain.canonical import record_id
from tracker.domain.days import parse_when
from tracker.domain.events import NewEvent
from tracker.domain.facts import AnnouncementRead, Mention, event_of
from tracker.domain.rulebook import Field
from tracker.extraction.catalogue import Catalogue, KnownInstrument, KnownIssuer
from tracker.extraction.citations import find_citations, unknown_numbers
from tracker.projection.register import Register

READER = "citations/1"
"""Who read: written beside every reading, so that a better reader can read again."""


def catalogue(register: Register, field: Field) -> Catalogue:
    """Return the recorded instruments, and the field's issuers, as citations can mean them."""
    return Catalogue(
        instruments=tuple(_known(register, id) for id in register.instruments),
        issuers=tuple(
            KnownIssuer(
                code=issuer.name,
                names=(issuer.name, issuer.code, *_flat(issuer.names.values())),
                series=issuer.series,
                jurisdiction=issuer.jurisdiction,
            )
            for issuer in field.issuers.values()
        ),
    )


def _flat(names: Iterable[tuple[str, ...]]) -> Iterator[str]:
    return (name for some in names for name in some)


def _known(register: Register, id: str) -> KnownInstrument:
    record = register.instruments[id][-1].record
    return KnownInstrument(
        id=id,
        title=record.title or id,
        number=record.number or "",
        issuers=record.issuers,
        issued_on=_day(record.issued_on or record.announced_at),
        jurisdiction=record.jurisdiction,
        kind=record.kind,
        subject_words=" ".join(_subject(register, id)),
    )


def _subject(register: Register, id: str) -> Iterator[str]:
    yield register.instruments[id][-1].record.title or ""
    for note in register.notes.get(id, ())[-1:]:
        yield from (note.record.titles or {}).values()
    for measure in register.measures_of.get(id, ()):
        record = register.measures[measure][-1].record
        yield record.title or ""
        yield str(record.terms.get("summary") or "")


def read_announcement(
    announcement: str, item: FeedItem, *, known: Catalogue, authority: str
) -> Iterator[NewEvent]:
    """Yield what reading an item for the instruments it names gives: the reading, and its links.

    What the issuer publishes cites; what anybody else publishes repeats.
    """
    citations = find_citations(item.text, catalogue=known, published_on=_day(item.published_at))
    mentions = tuple(
        Mention(
            instrument=found.instrument,
            quote=found.quote,
            start=found.start,
            end=found.end,
            basis=found.basis,
        )
        for found in citations
    )
    unresolved = dict.fromkeys(
        number.quote for number in unknown_numbers(item.text, catalogue=known)
    )
    yield event_of(
        AnnouncementRead(
            announcement=announcement,
            reader=READER,
            mentions=mentions,
            unresolved=tuple(unresolved),
        )
    )
    kind = "cites" if authority == "issuer" else "restates"
    for mention in mentions:
        data = {"kind": kind, "from": announcement, "to": mention.instrument}
        yield recording("link", {**data, "id": record_id({"type": "link", **data})})


def _day(text: str | None) -> date | None:
    when = parse_when(text) if text else None
    return when.date() if isinstance(when, datetime) else when
