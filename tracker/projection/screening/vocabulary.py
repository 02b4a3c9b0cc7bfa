"""Which words of measures and of products does the check understand?"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

import msgspec

from tracker.domain.rulebook import Field


class Measured(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a threshold counts: of which elements, and in which words one asks for it."""

    of: tuple[str, ...] = ()
    asks: str | None = None


class Scope(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename={"with_": "with", "open_": "open"},
):
    """What the words of one measure leave to a reader, as data; see ``db/checking.yaml``."""

    read_from: str
    terms: dict[str, Any] = {}
    goods: Literal["controlled", "technology", "any"] | None = None
    with_: tuple[str, ...] = ()
    reach: tuple[Literal["export", "origin"], ...] = ("export",)
    made_in_not: tuple[str, ...] = ()
    combine: Literal["all", "any"] | None = None
    limits: dict[str, Measured] = {}
    or_end_uses: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    open_: tuple[str, ...] = ()
    not_for_products: str | None = None


class Phrase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry of ``destinations`` that is words: where the goods leave from, where they may go."""

    from_not: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    to_not: tuple[str, ...] = ()


class OnlyPossible(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that make of a use no more than a possible one, and for which ``uses`` they count."""

    uses: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Together(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename={"with_": "with"},
):
    """A use that a text tells which has one of ``words`` and is about a use of ``with``."""

    words: tuple[str, ...]
    with_: tuple[str, ...]


class Wording(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file ``checking.yaml`` of a field; an absent file is an empty one."""

    countries: dict[str, tuple[str, ...]] = {}
    elements: dict[str, tuple[str, ...]] = {}
    unions: dict[str, tuple[str, ...]] = {}
    units: dict[str, tuple[str, ...]] = {}
    contents: tuple[str, ...] = ()
    end_uses: dict[str, tuple[str, ...]] = {}
    only_possible: OnlyPossible | None = None
    together: dict[str, Together] = {}
    destinations: dict[str, Phrase] = {}
    scopes: dict[str, Scope] = {}


_DENIED = re.compile(
    r"(?:\b(?:non|not|no|never|without|neither|nor|excluding|except)\b[\s-]*(?:for\s+|a\s+|any\s+|"
    r"in\s+|of\s+)*|非|不用于|不涉及|不得用于|无关)$",
    re.IGNORECASE,
)
_SMALL = (
    r"(?:(?:(?:for|as|an?|the|any|be|is|are|use[ds]?|using|useful|also|serve|by|in|of|with|to|"
    r"have|has|end|dual|final|and|or|civil|civilian|applications?|purposes?)\b|"
    r"应用|用途|使用|用于|用|的|具有|有)[\s-]*)*"
)
"""What may stand between a use and the word that calls it possible."""
_CIVIL = re.compile(r"\b(?:civil|civilian)\s+(?:defen[cs]e)\b", re.IGNORECASE)


class Vocabulary:
    """The words of a field and of its ``checking.yaml``, made ready to look up.

    ``places`` are the codes of ISO 3166 with the names of each country.
    """

    def __init__(
        self, field: Field, wording: Wording, *, places: Mapping[str, Sequence[str]]
    ) -> None:
        self.field = field
        self.wording = wording
        self.symbols = _symbols(field, wording)
        self._countries = _countries(field, wording, places)
        self._concepts = [(concept, _finder(words)) for concept, words in wording.end_uses.items()]
        self._together = [(key, _finder(one.words), one) for key, one in wording.together.items()]
        softened = wording.only_possible or OnlyPossible()
        self._softened = frozenset(softened.uses)
        self._before = re.compile(rf"(?:{_ways(softened.before)})[\s-]*{_SMALL}$", re.IGNORECASE)
        self._after = re.compile(rf"^[\s-]*{_SMALL}(?:{_ways(softened.after)})", re.IGNORECASE)
        self._units = {
            fold(written): unit for unit, ways in wording.units.items() for written in (unit, *ways)
        }
        written = sorted(map(re.escape, self._units), key=len, reverse=True)
        self._quantity = re.compile(
            rf"(?<![\w.,])(\d+(?:[.,]\d+)?)[\s-]*({'|'.join(written) or '(?!)'})(?![a-z0-9/])"
        )

    def country(self, name: str) -> str | None:
        """Return the code of a country by its code or its name, ``None`` for an unknown one."""
        return self._countries.get(fold(name))

    @property
    def units(self) -> tuple[str, ...]:
        """The ways in which the units of a property may be written."""
        return tuple(sorted(self._units))

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all countries that are known."""
        return tuple(sorted(set(self._countries.values())))

    def members(self, place: str) -> frozenset[str]:
        """Return the codes that a place stands for: itself, and its members if it is a union."""
        return frozenset((place, *self.wording.unions.get(place, ())))

    def unit(self, written: str) -> str | None:
        """Return a unit as the field writes it."""
        return self._units.get(fold(written))

    def quantities(self, text: str) -> Iterable[tuple[str, str]]:
        """Yield the values with units that stand in a text: ``14 nm`` → ``("14", "nm")``."""
        for match in self._quantity.finditer(fold(text)):
            yield match[1].replace(",", "."), self._units[match[2]]

    def concepts(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return what a text on end use or user is about, and what it calls possible only.

        A denied word does not count; where a use is denied and else called possible only, it is
        neither.
        """
        told = _CIVIL.sub(" ", unicodedata.normalize("NFKC", text))
        said = {key: set(self._ways_said(key, finder, told)) for key, finder in self._concepts}
        sure = {key for key, ways in said.items() if "sure" in ways}
        possible = {key for key, ways in said.items() if "possible" in ways} - sure
        sure |= {
            key
            for key, finder, one in self._together
            if not (sure | possible).isdisjoint(one.with_) and finder.search(told)
        }
        denied = {key for key, ways in said.items() if "denied" in ways}
        return frozenset(sure), frozenset(possible - denied)

    def _ways_said(self, concept: str, finder: re.Pattern[str], text: str) -> Iterator[str]:
        for match in finder.finditer(text):
            before, after = text[: match.start()], text[match.end() :]
            if _DENIED.search(before):
                yield "denied"
            elif concept in self._softened and (
                self._before.search(before) or self._after.search(after)
            ):
                yield "possible"
            else:
                yield "sure"


def fold(text: str) -> str:
    """Return the text as names are compared: one width, one case, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _symbols(field: Field, wording: Wording) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for element in field.elements.values():
        others = wording.elements.get(element.symbol, ())
        for name in (element.symbol, *element.names.values(), *others):
            found[fold(name)] = field.members(element.symbol)
    return found


def _countries(
    field: Field, wording: Wording, places: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    found = {fold(name): code for code, names in places.items() for name in names}
    found |= {code.casefold(): code for code in places}
    for code, jurisdiction in field.jurisdictions.items():
        found |= {fold(name): code for name in (code, *jurisdiction.names.values())}
    for code, names in wording.countries.items():
        found |= {fold(name): code for name in (code, *names)}
    # A code may itself be a name of another: GB is written UK here.
    return {name: found.get(fold(code), code) for name, code in found.items()}


def _finder(words: Iterable[str]) -> re.Pattern[str]:
    latin = [re.escape(word) for word in words if word.isascii()]
    others = [re.escape(word) for word in words if not word.isascii()]
    ways = [rf"(?<![A-Za-z])(?:{'|'.join(latin)})(?![A-Za-z])"] if latin else []
    return re.compile("|".join([*ways, *others]) or "(?!)", re.IGNORECASE)


def _ways(words: Iterable[str]) -> str:
    """Return what finds one of some words; Latin ones as whole words."""
    ways = (rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word) for word in words)
    return "|".join(ways) or "(?!)"
