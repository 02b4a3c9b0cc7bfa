"""Where does the log speak of something: acts, measures, announcements, in any of its languages?"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from tracker.application.answers.listing import RuleRow, directory, rows_of
from tracker.application.answers.query import Filter, Queries, Standing
from tracker.application.collecting import without_collecting
from tracker.digests.lines import InstrumentRef
from tracker.digests.naming import Directory
from tracker.domain.questions import Certainty, Clocks, Status
from tracker.domain.records import Announcement
from tracker.domain.rulebook import Field
from tracker.projection.panorama import Compiled, Panorama
from tracker.projection.register import Register
from tracker.projection.screening.verdict import BACKGROUND

INSTRUMENTS_SHOWN = 20
MEASURES_SHOWN = 40
ANNOUNCEMENTS_SHOWN = 20
LONGEST = 200
_SHORT = 3
_CODE_LISTS = ("elements", "control_codes", "control_codes_unconfirmed", "hs_codes")
_MARKS = re.compile(r"[.\s\-/]")
_PARTS = re.compile(r"[^\s,;，；、]+")
_CUSTOMS = re.compile(r"[0-9]{4}(?:[. ]?[0-9]{2}){0,3}")
_NUMBERED = re.compile(r"(?<=公告)(?=[0-9])")
"""A number behind this word is a word of its own: 公告61."""

_STANDING = (Status.IN_FORCE, Status.PENDING, Status.SUSPENDED)
_NUMBER_WORDS = frozenset({"no", "no.", "nr", "nr.", "nos", "nos."})


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomsCode:
    """A customs code that was asked for.

    ``naming`` counts the rules of the day (in force, pending, suspended) that name customs codes,
    ``others`` those that do not: only a check of the product compares these.
    """

    code: str
    naming: int
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What speaks of the words asked for; the counts are of all, the tuples hold the first."""

    text: str
    instruments: tuple[InstrumentRef, ...] = ()
    measures: tuple[tuple[InstrumentRef, RuleRow], ...] = ()
    announcements: tuple[Announcement, ...] = ()
    instruments_count: int = 0
    measures_count: int = 0
    announcements_count: int = 0
    customs: CustomsCode | None = None


@dataclass(frozen=True, slots=True)
class _Card:
    """What can be found of one thing: its folded text, and its codes without their marks."""

    text: str
    codes: tuple[str, ...] = ()

    def fits(self, words: Iterable[str]) -> bool:
        """Tell whether all words stand here; short Latin ones as words of their own, or codes."""
        # A loop: this is asked of every card, a generator costs twice.
        for word in words:  # noqa: SIM110
            if not (self._says(word) or self._bears(word)):
                return False
        return True

    def _says(self, word: str) -> bool:
        if word not in self.text:
            return False
        if not word[:1].isascii():
            return True
        end = "" if len(word) >= _SHORT else "(?![a-z0-9])"
        # A Latin word is found where one begins: terbium does not stand in ytterbium.
        return re.search(rf"(?<![a-z0-9]){re.escape(word)}{end}", self.text) is not None

    def _bears(self, word: str) -> bool:
        bare = _MARKS.sub("", word)
        longer = len(bare) > _SHORT
        return any(
            code == bare
            or (longer and code.startswith(bare))
            or (bare.isdigit() and len(code) > _SHORT and bare.startswith(code))
            for code in self.codes
        )


class Search:
    """Looks through the whole log; safe to share between threads.

    What can be found of the measures is kept until something new bears on the rules, what can be
    found of the acts until anything is recorded.
    """

    def __init__(self, queries: Queries) -> None:
        self._queries = queries
        self._lock = Lock()
        self._edition = -1
        self._cards: list[tuple[Compiled, _Card]] = []
        self._position = -1
        self._acts: list[tuple[str, _Card]] = []

    def find(self, text: str, clocks: Clocks) -> Found:
        """Return what speaks of every word of a text, the measures as they stand by the clocks."""
        words = _words(text)
        if not words:
            return Found(text=text)
        library = self._queries.library
        with library.reading() as register, without_collecting():
            names = directory(register, self._queries, clocks)
            panorama = library.panorama()
            acts = [id for id, card in self._instruments(register, names) if card.fits(words)]
            cards = self._measures(register, panorama)
            about = [self._item(word) for word in words]
            hits = [item for item, card in cards if self._fits(item, card, words, about)]
            told = [
                item.record
                for item in register.announcements.values()
                if _announcement_card(item.record).fits(words)
            ]
        exact = fold(text)
        hits.sort(key=lambda item: (fold(item.id) != exact, fold(item.instrument) != exact))
        acts.sort(key=lambda id: fold(id) != exact)
        return Found(
            text=text,
            instruments=tuple(map(names.instrument, acts[:INSTRUMENTS_SHOWN])),
            measures=tuple(self._rows(names, hits[:MEASURES_SHOWN], clocks)),
            announcements=tuple(reversed(told[-ANNOUNCEMENTS_SHOWN:])),
            instruments_count=len(acts),
            measures_count=len(hits),
            announcements_count=len(told),
            customs=self._customs(text.strip(), clocks),
        )

    def _item(self, word: str) -> Filter | None:
        """Return the filter for an element or a group that a word names: groups are resolved."""
        return Filter(item=word) if self._queries.names_element(word) else None

    def _fits(
        self,
        item: Compiled,
        card: _Card,
        words: tuple[str, ...],
        about: Sequence[Filter | None],
    ) -> bool:
        """Tell whether a measure speaks of every word, or of the element that it names."""
        if card.fits(words):
            return True
        if not any(about):
            return False
        return all(
            card.fits((word,)) or (wanted is not None and self._queries.speaks(item, wanted))
            for word, wanted in zip(words, about, strict=True)
        )

    def _customs(self, text: str, clocks: Clocks) -> CustomsCode | None:
        """Count the rules that a customs code can be compared with, and those that it cannot."""
        if not _CUSTOMS.fullmatch(text):
            return None
        wanted = Filter(statuses=_STANDING, certainties=tuple(Certainty))
        terms = [
            rule.answer.terms
            for rule in self._queries.rules(clocks, wanted).rules
            if rule.answer.rule and rule.answer.terms.get("requirement") not in BACKGROUND
        ]
        naming = sum(bool(one.get("hs_codes")) for one in terms)
        return CustomsCode(code=text, naming=naming, others=len(terms) - naming)

    def _measures(self, register: Register, panorama: Panorama) -> list[tuple[Compiled, _Card]]:
        with self._lock:
            if self._edition != register.edition:
                field = self._queries.vocabulary()
                about = _element_words(field)
                self._cards = [(item, _measure_card(item, about)) for item in panorama.measures]
                self._edition = register.edition
            return self._cards

    def _instruments(self, register: Register, names: Directory) -> list[tuple[str, _Card]]:
        with self._lock:
            if self._position != register.position:
                self._acts = [(id, _act_card(names, id)) for id in register.instruments]
                self._position = register.position
            return self._acts

    def _rows(
        self, names: Directory, hits: list[Compiled], clocks: Clocks
    ) -> Iterator[tuple[InstrumentRef, RuleRow]]:
        if not hits:
            return
        wanted = Filter(
            statuses=tuple(Status),
            certainties=(),
            instruments=tuple(dict.fromkeys(item.instrument for item in hits)),
        )
        standing = {rule.answer.measure: rule for rule in self._standing(clocks, wanted)}
        for item in hits:
            if item.id in standing:
                row = next(rows_of(names, [standing[item.id]]))
                yield names.instrument(item.instrument), row

    def _standing(self, clocks: Clocks, wanted: Filter) -> Iterator[Standing]:
        yield from self._queries.rules(clocks, wanted).rules
        reported = Filter(
            statuses=wanted.statuses,
            certainties=(Certainty.REPORTED,),
            instruments=wanted.instruments,
        )
        yield from self._queries.rules(clocks, reported).rules


def fold(text: str) -> str:
    """Return a text so that writings of one word are equal: widths, case, outer blanks."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def _words(text: str) -> tuple[str, ...]:
    words = _PARTS.findall(fold(text[:LONGEST]))
    parted = [part for word in words for part in _NUMBERED.split(word) if part]
    kept = tuple(word for word in parted if word not in _NUMBER_WORDS)
    return kept or tuple(words)


def _element_words(field: Field) -> Mapping[str, str]:
    """Return for each symbol its names, and those of the groups that it belongs to."""
    told: dict[str, list[str]] = {}
    for element in field.elements.values():
        names = [element.symbol, *element.names.values()]
        for symbol in (element.symbol, *element.members):
            told.setdefault(symbol, []).extend(names)
    return {symbol: " ".join(names) for symbol, names in told.items()}


def _measure_card(item: Compiled, about: Mapping[str, str]) -> _Card:
    listed = [str(one) for key in _CODE_LISTS for one in _listed(item.terms.get(key))]
    parts = [item.id, item.title or "", *_texts(item.terms)]
    parts += [about.get(symbol, "") for symbol in listed]
    return _Card(fold(" ".join(parts)), tuple(_MARKS.sub("", fold(code)) for code in listed))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        value = value.values()
    if isinstance(value, str):
        yield value
    elif isinstance(value, Iterable):
        for item in value:
            yield from _texts(item)


def _listed(value: Any) -> Iterable[Any]:
    return value if isinstance(value, list | tuple) else () if value is None else (value,)


def _act_card(names: Directory, id: str) -> _Card:
    act = names.instrument(id)
    issuers = (name for issuer in act.issuers for name in (issuer.key, *issuer.names.values()))
    parts = (id, act.number or "", act.number_en or "", *act.titles.values(), *issuers)
    return _Card(fold(" ".join(parts)))


def _announcement_card(record: Announcement) -> _Card:
    return _Card(fold(" ".join((record.id or "", record.title or "", record.url or ""))))
