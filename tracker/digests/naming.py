"""How does a reader recognise an instrument, a measure, an element, an issuer?"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from tracker.digests.lines import InstrumentRef, Items, MeasureRef, Named, Names
from tracker.digests.survey import Look, Scope
from tracker.domain.days import instant_of, legal_day
from tracker.domain.facts import RecordAnnotated
from tracker.domain.identifiers import instrument_of
from tracker.domain.records import Instrument, Measure
from tracker.domain.rulebook import Field
from tracker.projection.dossier import version_by, version_by_or_first
from tracker.projection.register import Register

_CODE_KEYS = ("control_codes", "control_codes_unconfirmed")
_END_USE_KEYS = ("end_use", "end_uses")


class Directory:
    """Finds the names of things, as recorded before a bound (microseconds since 1970).

    ``closes`` is where the window ends: remarks that came behind it know what followed.
    """

    def __init__(
        self, register: Register, *, field: Field, recorded_before: int, closes: int
    ) -> None:
        self.register = register
        self.field = field
        self.recorded_before = recorded_before
        self.closes = closes
        self._symbols: dict[str, tuple[str, ...]] = {}

    def record(self, instrument: str) -> Instrument | None:
        """Return the record of an instrument, ``None`` where only its id is known."""
        versions = self.register.instruments.get(instrument)
        return version_by_or_first(versions, self.recorded_before)

    def zone(self, instrument: str) -> str | None:
        """Return the time zone of an instrument."""
        record = self.record(instrument)
        return record.timezone if record else None

    def note(self, about: str) -> RecordAnnotated | None:
        """Return what the people who wrote a record say of it."""
        return version_by(self.register.notes.get(about), self.recorded_before)

    def remarks(self, about: Iterable[str]) -> tuple[str, ...]:
        """Return what the people who wrote records remarked before the window ended.

        What they wrote later knows what followed, and a digest must not.
        """
        before = min(self.recorded_before, self.closes)
        notes = (version_by(self.register.notes.get(key), before) for key in about)
        return tuple(dict.fromkeys(note.text for note in notes if note and note.text))

    def announced_on(self, instrument: str, *, instant: int) -> date:
        """Return the legal day of an instant (microseconds) in the instrument's zone."""
        return legal_day(instant_of(instant), self.zone(instrument))

    def instrument(self, identifier: str) -> InstrumentRef:
        """Name an instrument, or the instrument of a measure."""
        identifier = instrument_of(identifier)
        record, note = self.record(identifier), self.note(identifier)
        jurisdiction = record.jurisdiction if record else None
        return InstrumentRef(
            id=identifier,
            number=record.number if record else None,
            number_en=note.number_en if note else None,
            titles=_titles(record, note),
            titles_by=note.titles_by if note else None,
            issuers=tuple(self.issuer(word) for word in (record.issuers if record else ())),
            jurisdiction=self.jurisdiction(jurisdiction) if jurisdiction else None,
            authority=record.authority if record else "issuer",
        )

    def measure(self, look: Look) -> MeasureRef:
        """Name a measure that was looked at."""
        return self.part(look.id, look.measure, look.terms())

    def part(self, identifier: str, measure: Measure, terms: Mapping[str, Any]) -> MeasureRef:
        """Name a measure by its place in the text."""
        requirement, summary = terms.get("requirement"), _text(terms.get("summary"))
        told = summary or measure.title
        return MeasureRef(
            id=identifier,
            provision=_text(terms.get("provision")),
            title=measure.title,
            requirement=self.requirement(requirement) if isinstance(requirement, str) else None,
            summary=summary,
            items=None if told else self.items_in([terms]),
            thresholds=() if told else tuple(_thresholds(terms)),
        )

    def issuer(self, word: str) -> Named:
        """Name an issuing body: the first way in which texts of each language write it."""
        found = self.field.issuer(word)
        names = {key: forms[0] for key, forms in found.names.items() if forms} if found else {}
        return Named(key=word, names=names or {"en": word})

    def jurisdiction(self, code: str) -> Named:
        """Name a jurisdiction."""
        found = self.field.jurisdictions.get(code)
        return Named(key=code, names=found.names if found else {"en": code})

    def requirement(self, word: str) -> Named:
        """Name what a measure demands."""
        return Named(key=word, names=self.field.requirements.get(word, {"en": word}))

    def element(self, symbol: str) -> Named:
        """Name an element or a group of elements."""
        found = self.field.elements.get(symbol)
        return Named(key=symbol, names=found.names if found else {"en": symbol})

    def items(self, looks: Iterable[Look]) -> Items:
        """Gather for whom and for what the measures matter."""
        return self.items_in(look.terms() for look in looks)

    def items_in(self, found: Iterable[Mapping[str, Any]]) -> Items:
        """Gather for whom and for what the terms of measures matter."""
        terms = list(found)
        return Items(
            elements=tuple(self.element(symbol) for symbol in _gathered(terms, ("elements",))),
            control_codes=_gathered(terms, _CODE_KEYS),
            hs_codes=_gathered(terms, ("hs_codes",)),
            destinations=_gathered(terms, ("destinations",)),
            end_uses=_gathered(terms, _END_USE_KEYS),
        )

    def symbols(self, look: Look) -> tuple[str, ...]:
        """Return the elements that a measure names, groups resolved."""
        found = self._symbols.get(look.id)
        if found is None:
            named = _gathered([look.terms()], ("elements",))
            members = (one for symbol in named for one in self.field.members(symbol))
            found = self._symbols[look.id] = tuple(dict.fromkeys(members))
        return found


def scope_directory(scope: Scope) -> Directory:
    """Return the names as a digest of this scope may know them."""
    return Directory(
        scope.register,
        field=scope.field,
        recorded_before=scope.recorded_before,
        closes=scope.window.closes(None),
    )


def codes_of(look: Look) -> tuple[str, ...]:
    """Return the control codes that a measure names."""
    return _gathered([look.terms()], _CODE_KEYS)


def customs_codes_of(look: Look) -> tuple[str, ...]:
    """Return the customs codes that a measure names."""
    return _gathered([look.terms()], ("hs_codes",))


def _titles(record: Instrument | None, note: RecordAnnotated | None) -> Names:
    if note and note.titles:
        return dict(note.titles)
    return {"en": record.title} if record and record.title else {}


def _thresholds(terms: Mapping[str, Any]) -> Iterator[str]:
    """Yield the values from or up to which a measure holds, as its record has them."""
    found = terms.get("thresholds")
    for one in found if isinstance(found, list | tuple) else ():
        if isinstance(one, Mapping):
            parts = (one.get(key) for key in ("what", "operator", "value", "unit"))
            yield " ".join(str(part).replace("_", " ") for part in parts if part)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _gathered(terms: Iterable[Mapping[str, Any]], keys: Iterable[str]) -> tuple[str, ...]:
    """Return the values of list keys over several terms, each once, in the order met."""
    met: dict[str, None] = {}
    keys = tuple(keys)
    for one in terms:
        for key in keys:
            value = one.get(key, ())
            for item in value if isinstance(value, list | tuple) else (value,):
                met.setdefault(str(item))
    return tuple(met)
