"""Which acts are known, and by which numbers can a text mean them?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tracker.extraction.names.numbers import named_numbers
from tracker.extraction.names.wording import SELF_SUFFICIENT, Form


@dataclass(frozen=True, kw_only=True)
class KnownInstrument:
    """A recorded instrument, as far as a text can mean it.

    ``issuers`` are codes; the first one numbers. ``issued_on`` is a legal day of the issuer.
    ``subject_words`` is any text on what it is about: titles and summaries of its measures, in
    every language that texts may use. ``measures`` are the ids of its recorded limbs.
    """

    id: str
    title: str
    number: str = ""
    issuers: tuple[str, ...] = ()
    issued_on: date | None = None
    jurisdiction: str | None = None
    kind: str | None = None
    subject_words: str = ""
    measures: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class KnownIssuer:
    """A body that makes rules: ``code`` as instruments name it, ``names`` as texts write it.

    ``series`` begins the ids of its numbered announcements (``cn/mofcom``), ``None`` without one.
    ``short`` is a shorter code for it, where there is one.
    """

    code: str
    names: tuple[str, ...] = ()
    series: str | None = None
    jurisdiction: str | None = None
    short: str | None = None


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One number of one instrument; ``numbered_by`` is an issuer's code, ``year`` may be unsaid."""

    instrument: KnownInstrument
    form: Form
    serial: str
    year: int | None
    numbered_by: str | None

    def fits(self, told: int | None, year: int | None) -> bool:
        """Tell whether a number may mean it: ``told`` is its written year, ``year`` the likely."""
        own = self.year or (self.instrument.issued_on and self.instrument.issued_on.year)
        return own == told if told is not None else self.year is None or own == year


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """All that citations can point to; built by the caller, who knows what is recorded."""

    instruments: tuple[KnownInstrument, ...] = ()
    issuers: tuple[KnownIssuer, ...] = ()

    @cached_property
    def entries(self) -> dict[tuple[Form, str], tuple[Entry, ...]]:
        """The numbers of all instruments by form and serial."""
        found: dict[tuple[Form, str], dict[tuple[str, int | None], Entry]] = {}
        for instrument in self.instruments:
            for entry in self._entries_of(instrument):
                place = found.setdefault((entry.form, entry.serial), {})
                place.setdefault((instrument.id, entry.year), entry)
        return {key: tuple(entries.values()) for key, entries in found.items()}

    def _entries_of(self, instrument: KnownInstrument) -> Iterable[Entry]:
        first = instrument.issuers[0] if instrument.issuers else None
        for named in named_numbers(instrument.number):
            yield Entry(
                instrument=instrument,
                form=named.form,
                serial=named.serial,
                year=named.year,
                numbered_by=None if named.form in SELF_SUFFICIENT else first,
            )
        yield from self._entry_in_id(instrument, first)

    def _entry_in_id(self, instrument: KnownInstrument, first: str | None) -> Iterable[Entry]:
        """Read ``cn/mofcom/2025/61`` where ``cn/mofcom`` is the series of the first issuer."""
        series = next((known.series for known in self.issuers if known.code == first), None)
        if series is None or not instrument.id.startswith(f"{series}/"):
            return
        year, _, serial = instrument.id.removeprefix(f"{series}/").partition("/")
        form: Form = "order" if serial.startswith("order-") else "announcement"
        serial = serial.removeprefix("order-")
        if year.isdigit() and serial.isdigit():
            yield Entry(
                instrument=instrument,
                form=form,
                serial=str(int(serial)),
                year=int(year),
                numbered_by=first,
            )
