"""Which recorded acts, and which issuers of the field, can a text mean?"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from tracker.domain.days import parse_when
from tracker.domain.rulebook import Field
from tracker.extraction.names.catalogue import Catalogue, KnownInstrument, KnownIssuer
from tracker.projection.register import Register


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
                short=issuer.code,
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
        measures=tuple(register.measures_of.get(id, ())),
    )


def _subject(register: Register, id: str) -> Iterator[str]:
    yield register.instruments[id][-1].record.title or ""
    for note in register.notes.get(id, ())[-1:]:
        yield from (note.record.titles or {}).values()
    for measure in register.measures_of.get(id, ()):
        record = register.measures[measure][-1].record
        yield record.title or ""
        yield str(record.terms.get("summary") or "")


def _day(text: str | None) -> date | None:
    when = parse_when(text) if text else None
    return when.date() if isinstance(when, datetime) else when
