"""Which recorded instruments does a text speak of?

By number first. Where a number fits several instruments, or a body that is not known stands
beside it, nothing is said: a wrong link is worse than none.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from tracker.extraction.names.catalogue import Catalogue, Entry, KnownInstrument
from tracker.extraction.names.issuers import Attached, Surroundings, issuer_names, surroundings
from tracker.extraction.names.numbers import NamedNumber, named_numbers
from tracker.extraction.names.subjects import by_day_and_subject, speaks_of
from tracker.extraction.names.wording import SELF_SUFFICIENT, Form
from tracker.extraction.spelling.folding import fold

__all__ = ["Citation", "find_citations", "named_numbers", "unknown_numbers"]

Basis = Literal["number", "number_without_year", "day_and_subject"]

MEMORY = timedelta(days=366)
"""A number without a year means an act of this last while.

An older act is meant only if the text names its year, or speaks of its subject around the number.
"""


_COUNTED_ON: frozenset[Form] = SELF_SUFFICIENT - {"presidential_order"}
"""The families that never use a number twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One instrument that a text speaks of.

    ``quote`` stands at ``start:end`` of the text (characters, end exclusive). ``basis`` says how
    it was recognised: by its full number, by a number without a year, or by day and subject.
    """

    instrument: str
    quote: str
    start: int
    end: int
    basis: Basis


def find_citations(
    text: str, *, catalogue: Catalogue, published_on: date | None
) -> tuple[Citation, ...]:
    """Return one citation an instrument, the surest and then the earliest, in order of the text.

    ``published_on`` is the day of the text in its own zone; without it, a number without a year
    counts only if one instrument alone can bear it. Day and subject are tried only on a text that
    names no number at all.
    """
    folded = fold(text)
    named = named_numbers(text)
    if not named:
        found = by_day_and_subject(text, folded, catalogue=catalogue, published_on=published_on)
        return tuple(
            Citation(
                instrument=hit.instrument,
                quote=text[hit.start : hit.end],
                start=hit.start,
                end=hit.end,
                basis="day_and_subject",
            )
            for hit in found
        )
    around = surroundings(folded, issuer_names(catalogue.issuers))
    reader = _Reader(
        text=text, folded=folded, catalogue=catalogue, around=around, published_on=published_on
    )
    return _surest(named, reader)


def unknown_numbers(text: str, *, catalogue: Catalogue) -> tuple[NamedNumber, ...]:
    """Return the first naming of every number that no instrument of the catalogue can bear.

    They are what a later recording may resolve, and what a person may want to look up.
    """
    found: dict[tuple[Form, int | None, str], NamedNumber] = {}
    for named in named_numbers(text):
        entries = catalogue.entries.get((named.form, named.serial), ())
        borne = any(named.year is None or _year_of(entry) == named.year for entry in entries)
        if not borne and not named.wording.bare:
            found.setdefault((named.form, named.year, named.serial), named)
    return tuple(found.values())


def _surest(named: Iterable[NamedNumber], reader: "_Reader") -> tuple[Citation, ...]:
    kept: dict[str, Citation] = {}
    for one in named:
        if all(_settled(kept.get(entry.instrument.id)) for entry in reader.entries(one)):
            continue
        citation = reader.read(one)
        if citation is None:
            continue
        known = kept.setdefault(citation.instrument, citation)
        if citation.basis == "number" and not _settled(known):
            kept[citation.instrument] = citation
    return tuple(sorted(kept.values(), key=lambda one: (one.start, one.end, one.instrument)))


def _settled(citation: Citation | None) -> bool:
    """Tell whether nothing later in the text can be surer."""
    return citation is not None and citation.basis == "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    text: str
    folded: str
    catalogue: Catalogue
    around: Surroundings
    published_on: date | None

    def entries(self, named: NamedNumber) -> tuple[Entry, ...]:
        return self.catalogue.entries.get((named.form, named.serial), ())

    def read(self, named: NamedNumber) -> Citation | None:
        entries = self.entries(named)
        beside = self.around.beside(named.start, named.phrase_end)
        if named.wording.needs_issuer and beside.start is None:
            return None
        entry = self._meant(named, entries, beside)
        if entry is None:
            return None
        start = named.start if beside.start is None else beside.start
        return Citation(
            instrument=entry.instrument.id,
            quote=self.text[start : named.end],
            start=start,
            end=named.end,
            basis="number" if _complete(named, entry) else "number_without_year",
        )

    def _meant(
        self, named: NamedNumber, entries: tuple[Entry, ...], beside: Attached
    ) -> Entry | None:
        if named.form in SELF_SUFFICIENT:
            return self._one(named, entries)
        if beside.foreign:
            return None
        if beside.codes:
            return self._one(named, _numbered_by(entries, beside.codes))
        near = self.around.near(named.start, named.phrase_end)
        for codes in near:
            fitting = _numbered_by(entries, codes)
            if fitting:
                return self._one(named, fitting)
        alone = not near and named.year is not None and not named.wording.bare
        return self._one(named, entries) if alone else None

    def _one(self, named: NamedNumber, entries: tuple[Entry, ...]) -> Entry | None:
        """Return the single entry that fits the year, or the latest one where none is named."""
        if named.year is not None:
            return _only(entry for entry in entries if _year_of(entry) == named.year)
        if self.published_on is None or named.form in _COUNTED_ON:
            return _only(entries)
        past = [entry for entry in entries if _issued_by(entry.instrument, self.published_on)]
        latest = max((_day(entry.instrument) for entry in past), default=None)
        newest = [entry for entry in past if _day(entry.instrument) == latest]
        return _only(entry for entry in newest if self._still_meant(named, entry))

    def _still_meant(self, named: NamedNumber, entry: Entry) -> bool:
        """Tell whether a number without a year can still mean this act.

        Series begin anew each year: a year later the same number is another act, known or not. A
        running series (``国务院令第785号``) does not.
        """
        day = _day(entry.instrument)
        if self.published_on is None or entry.year is None or self.published_on - day <= MEMORY:
            return True
        if str(day.year) in self.text:
            return True
        return speaks_of(entry.instrument, self.folded, named.start, self.catalogue)


def _numbered_by(entries: tuple[Entry, ...], codes: frozenset[str]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.numbered_by in codes)


def _only(entries: Iterable[Entry]) -> Entry | None:
    """Return the entry if all of them are of one instrument; never guess between several."""
    found: dict[str, Entry] = {}
    for entry in entries:
        found.setdefault(entry.instrument.id, entry)
    return next(iter(found.values())) if len(found) == 1 else None


def _complete(named: NamedNumber, entry: Entry) -> bool:
    """Tell whether the number is the whole number of the act: many running series have no year."""
    return named.year is not None or entry.year is None


def _year_of(entry: Entry) -> int | None:
    if entry.year is not None:
        return entry.year
    return entry.instrument.issued_on.year if entry.instrument.issued_on else None


def _day(instrument: KnownInstrument) -> date:
    return instrument.issued_on or date.min


def _issued_by(instrument: KnownInstrument, day: date) -> bool:
    return instrument.issued_on is not None and instrument.issued_on <= day + timedelta(days=1)
