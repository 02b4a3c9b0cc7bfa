"""What does a rulebook say, and which words may it use?

A *field* is a subject of law, such as the export control of some goods: its vocabulary is data, so
another field needs no other program. A *rulebook* is what people wrote down of that field, one file
an instrument.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Names = Mapping[str, str]
"""A name or a sentence by language: ``{"en": …, "zh": …}``."""

RecordDict = dict[str, Any]
"""One record of the interchange form, its ``type`` included."""

RECORD_ORDER: tuple[str, ...] = ("instrument", "measure", "effect", "link", "claim")
"""What is spoken of comes before what speaks of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermKey:
    """A key that the terms of a measure may hold.

    ``matchable`` tells that a product can be compared with it; the others are read by people.
    """

    key: str
    kind: str
    matchable: bool
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """Something that terms name by a short symbol; a group has ``members``."""

    symbol: str
    names: Names
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Jurisdiction:
    """Whose law it is; ``zone`` is where its legal days are counted."""

    code: str
    names: Names
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """A body that makes rules.

    ``name`` is what instruments call it, ``code`` a shorter word for it (the same, if there is
    none). ``names`` holds, by language, the ways in which texts write it. ``series`` is how the
    ids of its numbered announcements begin (``None``: it has no series of its own).
    """

    name: str
    code: str
    jurisdiction: str
    names: Mapping[str, tuple[str, ...]]
    series: str | None
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """The vocabulary of one subject of law.

    ``requirements`` and ``units`` go from the word that files use to what it means.
    """

    key: str
    title: Names
    disclaimer: Names
    term_keys: Mapping[str, TermKey]
    requirements: Mapping[str, Names]
    threshold_operators: tuple[str, ...]
    units: Mapping[str, str]
    elements: Mapping[str, Element]
    jurisdictions: Mapping[str, Jurisdiction]
    issuers: Mapping[str, Issuer]

    def issuer(self, word: str) -> Issuer | None:
        """Find an issuer by its name or its code."""
        by_code = (issuer for issuer in self.issuers.values() if issuer.code == word)
        return self.issuers.get(word) or next(by_code, None)

    def members(self, symbol: str) -> tuple[str, ...]:
        """Return the elements that ``symbol`` stands for: those of a group, or itself."""
        element = self.elements.get(symbol)
        return element.members if element and element.members else (symbol,)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNote:
    """What the people who wrote a record say about it: how sure they are, and from where.

    ``about`` is the id of an instrument, a measure, an effect or a claim. ``titles_by`` says whose
    words the titles are. Nothing of this moves the rule set.
    """

    about: str
    confidence: str | None = None
    text: str | None = None
    titles: Names | None = None
    titles_by: str | None = None
    number_en: str | None = None
    urls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RulebookEntry:
    """What one file says.

    ``file`` is its path below the rulebook's folder; ``lines`` tells on which line (from 1) each
    record stands, by the record's id. Every record has an id that outlives corrections.
    """

    file: str
    records: tuple[RecordDict, ...]
    lines: Mapping[str, int]
    notes: tuple[SourceNote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """All that was written down of a field, and how far it reaches.

    ``covered_through`` is the last day (YYYY-MM-DD) up to which sources were read; ``unknowns``
    says what is known to be missing. Entries stand in the order of announcement.
    """

    covered_through: str
    coverage: str
    jurisdictions: tuple[str, ...]
    licence: str
    licence_file: str | None
    unknowns: tuple[str, ...]
    entries: tuple[RulebookEntry, ...]

    def records(self) -> Iterator[RecordDict]:
        """Yield every record: instruments, then measures, effects, links and claims."""
        for wanted in RECORD_ORDER:
            for entry in self.entries:
                yield from (record for record in entry.records if record["type"] == wanted)

    def notes(self) -> Iterator[SourceNote]:
        """Yield every note, in the order of the entries."""
        for entry in self.entries:
            yield from entry.notes

    def place(self, record_id: str) -> tuple[str, int] | None:
        """Return file and line of a record, or ``None`` for an id that no file holds."""
        for entry in self.entries:
            if record_id in entry.lines:
                return entry.file, entry.lines[record_id]
        return None
