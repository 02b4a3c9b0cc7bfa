"""Which id does the number of an act give it?

An id is made only of what the text says: a known issuer, a year, a number. A recorded act is
known by its own id.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tracker.domain.identifiers import pages_of
from tracker.extraction.catalogue import Catalogue, Entry, KnownIssuer
from tracker.extraction.flow import Flow
from tracker.extraction.issuers import Attached
from tracker.extraction.numbers import NamedNumber
from tracker.extraction.wording import SELF_SUFFICIENT, Form

PATHS: dict[Form, str] = {
    "eu_act": "eu/{act}/{year}/{serial}",
    "eu_com": "eu/com/{year}/{serial}",
    "uk_si": "uk/si/{year}/{serial}",
    "proclamation": "us/president/{year}/proclamation-{serial}",
    "executive_order": "us/president/{year}/eo-{serial}",
    "dgft_notification": "in/dgft/{year}/{serial}",
    "dgft_public_notice": "in/dgft/{year}/public-notice-{serial}",
    "dgft_trade_notice": "in/dgft/{year}/trade-notice-{serial}",
    "open_licence": "uk/dbt/{year}/ogel-{serial}",
    "announcement": "{series}/{year}/{serial}",
    "order": "{series}/{year}/order-{serial}",
    "fr_doc": "{series}/{year}/{serial}",
    "fr_correction": "{series}/{year}/{serial}",
}
"""How each family's ids are made; a family that is missing has none."""

GENERAL_SERIES = "us/fr"
"""Begins the ids of the register's documents whose agency has no series of its own."""

_PRESIDENT = "us/president"
"""Whose own acts have other numbers than those of the register."""

FEDERAL: frozenset[Form] = frozenset({"fr_doc", "fr_correction"})
"""The families whose numbers the Federal Register gives, whichever agency issues the act."""

_WITHOUT_SERIES = {form for form, path in PATHS.items() if not path.startswith("{series}")}
_EU_NOUN = re.compile(r"Directive|Decision|Regulation", re.IGNORECASE)
_EU_ACT = {"directive": "dir", "decision": "dec", "regulation": "reg"}
_SERIAL_YEAR = re.compile(r"(?:^|-)((?:19|20)[0-9]{2})-[0-9]{5}$")
_DATED_BEHIND = re.compile(r"[^.;\ue000]{0,50}?\b(?:on|of|dated)\s\ue000{4,30}")
_PROMULGATED_BEHIND = re.compile(r"[, ]{1,2}\ue000{4,30}(?:公布|发布|颁布)?\)?")
_PROMULGATED_BEFORE = re.compile(
    r"\ue000{4,30}[一-鿿]{0,14}(?:公布|发布|颁布)的?《[^》]{2,60}》\($"
)
_LINE_HEAD = 80
_RUN = 200
_RUN_TAIL = re.compile(r"[^。;:,!?()《》\[\]\ue000-\uf8ff]+$")
_WORD_OF_RUN = re.compile(r"[^\s、]+")
_BODY = re.compile(r"[一-鿿]{2}(?:部|局|署|委|委员会|院|总局|行|办公室)$")
"""How the name of a Chinese body ends."""
_CHARACTER_END = re.compile("[一-鿿]$")
_JOINT_WITH = re.compile(r"[ 、][ 、一-鿿]{2,60}$")
_DATED_AFTER = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An act that the text names: its id, and where the name stands (end exclusive)."""

    id: str
    start: int
    end: int


class Namer:
    """Gives ids to the numbers of one text.

    ``own`` is the first issuer of the document itself, which a bare number means, ``issued_on``
    its day of issue; ``in_register`` says that it is a document of the Federal Register.
    """

    def __init__(self, flow: Flow, known: Catalogue) -> None:
        self._flow = flow
        self._known = known
        self._years: dict[tuple[Form, str], int] = {}
        self._named: dict[tuple[int, int, str], Named | None] = {}
        self._attached: dict[tuple[int, int], Attached] = {}
        self.own: KnownIssuer | None = None
        self.own_number: NamedNumber | None = None
        self.in_register = False
        self.issued_on: date | None = None

    def issuer(self, code: str) -> KnownIssuer | None:
        """Return the known issuer of a code."""
        return next((one for one in self._known.issuers if one.code == code), None)

    def named(self, number: NamedNumber) -> Named | None:
        """Return the act that a number means; ``None`` where the text does not say enough."""
        place = (number.start, number.end, number.serial)
        if place not in self._named:
            self._named[place] = self._named_at(number)
        return self._named[place]

    def _named_at(self, number: NamedNumber) -> Named | None:
        lone = self._beside(number).start is None
        if number.wording.needs_issuer and lone and number is not self.own_number:
            return None
        year = number.year or self._year(number)
        if year is not None:
            self._years.setdefault((number.form, number.serial), year)
        recorded = self._recorded(number, year)
        beside = self._beside(number)
        start = number.start if beside.start is None else beside.start
        if recorded is not None:
            return Named(id=recorded, start=start, end=number.end)
        id = self._id(number, year)
        return None if id is None else Named(id=id, start=start, end=number.end)

    def pages_in(self, low: int, high: int) -> tuple[Named, ...]:
        """Return the acts of which ``low:high`` tells where the register printed them.

        An act that is recorded goes by its own id.
        """
        found = []
        for number in self._flow.numbers_in(low, high):
            if number.form == "fr_page":
                standing = [
                    Named(id=p, start=number.start, end=number.end) for p in pages_of(number.serial)
                ]
                found += [self.named(number) or one for one in standing]
        return tuple(found)

    def named_in(self, low: int, high: int) -> tuple[Named, ...]:
        """Return the acts whose serials stand in ``low:high``, each once, in order."""
        found: dict[str, Named] = {}
        for number in self._flow.numbers_in(low, high):
            named = self.named(number)
            if named is not None:
                found.setdefault(named.id, named)
        return tuple(found.values())

    def _id(self, number: NamedNumber, year: int | None) -> str | None:
        path = PATHS.get(number.form)
        if path is None or year is None:
            return None
        series = None
        if number.form not in _WITHOUT_SERIES:
            issuer = self.numbering(number)
            series = issuer.series if issuer else None
            if number.form in FEDERAL and self.in_register:
                series = series or GENERAL_SERIES
            if series is None:
                return None
        noun = _EU_NOUN.search(self._flow.flow, max(0, number.start - 12), number.end)
        act = _EU_ACT[noun.group().lower()] if noun else "reg"
        return path.format(series=series, year=year, serial=number.serial.lower(), act=act)

    def numbering(self, number: NamedNumber) -> KnownIssuer | None:
        """Return the issuer that numbers: beside the number, near it, or the document's own."""
        if number.form in SELF_SUFFICIENT:
            return self._registering(number)
        several, first = self._first_of_run(number)
        if several:
            return None if first is None else self._one(first, number)
        around = self._flow.around
        beside = self._beside(number)
        within = around.within(number.start, number.end)
        if within:
            return self._one(within[0].codes, number)
        if beside.codes:
            return self._one(beside.codes, number)
        if beside.foreign and beside.start is None:
            return self._first_of_several(number)
        low, _ = around.sentence(number.start)
        near = list(around.within(low, number.start))
        if near:
            return self._one(near[-1].codes if len(near) == 1 else near[0].codes, number)
        told = self._told_issuers.get((number.form, number.serial, number.year))
        if told is not None:
            return told
        if self.own is not None:
            return self.own
        anywhere = around.near(number.start, number.phrase_end)
        return self._one(anywhere[0], number) if len(anywhere) == 1 else None

    def _registering(self, number: NamedNumber) -> KnownIssuer | None:
        """Return the agency of a number of the register, which the President never gives."""
        if self.own is None or self.own.series != _PRESIDENT or number.form not in FEDERAL:
            return self.own
        sentence = self._flow.sentence(number.start)
        near = self._flow.around.within(sentence.start, number.start)
        return self._one(near[-1].codes, number) if near else None

    def _first_of_run(self, number: NamedNumber) -> tuple[bool, frozenset[str] | None]:
        """Tell whether several bodies stand in a row before the number, and who the first one is.

        The first body of a joint act numbers it, also where some of the others are not known.
        """
        low = max(0, number.start - _RUN)
        tail = _RUN_TAIL.search(self._flow.flow[low : number.start])
        if tail is None:
            return False, None
        run: list[re.Match[str]] = []
        for word in reversed([*_WORD_OF_RUN.finditer(tail.group())]):
            if _BODY.search(word.group()) is None:
                break
            run.append(word)
        if len(run) < 2:
            return False, None
        end = low + tail.start() + run[-1].end()
        mentions = self._flow.around.within(end - _LINE_HEAD, end)
        return True, next((one.codes for one in mentions if one.end == end), None)

    def _first_of_several(self, number: NamedNumber) -> KnownIssuer | None:
        """Return the first body of a joint line, which numbers, though another is not known."""
        flow = self._flow.flow
        low = max(flow.rfind("\n", 0, number.start) + 1, number.start - _LINE_HEAD)
        for mention in self._flow.around.within(low, number.start):
            before, after = flow[low : mention.start], flow[mention.end : number.start]
            if not _CHARACTER_END.search(before) and _JOINT_WITH.match(after):
                return self._one(mention.codes, number)
        return None

    @cached_property
    def _told_issuers(self) -> dict[tuple[Form, str, int | None], KnownIssuer]:
        """The issuer that the text gives to a number, where another naming leaves it out."""
        found: dict[tuple[Form, str, int | None], KnownIssuer] = {}
        for number in self._flow.numbers:
            low, _ = self._flow.around.sentence(number.start)
            near = self._flow.around.within(low, number.start)
            issuer = self._one(near[0].codes, number) if near else None
            if issuer is not None:
                found.setdefault((number.form, number.serial, number.year), issuer)
        return found

    def _one(self, codes: frozenset[str], number: NamedNumber) -> KnownIssuer | None:
        issuers = [issuer for code in sorted(codes) if (issuer := self.issuer(code))]
        return issuers[0] if len(issuers) == 1 else None

    def _recorded(self, number: NamedNumber, year: int | None) -> str | None:
        """Return the recorded act that alone can bear the number."""
        entries = self._known.entries.get((number.form, number.serial), ())
        fitting = {entry.instrument.id: entry for entry in entries if _fits(entry, number, year)}
        if number.form not in SELF_SUFFICIENT:
            issuer = self.numbering(number)
            code = issuer.code if issuer else None
            fitting = {id: entry for id, entry in fitting.items() if entry.numbered_by == code}
        return next(iter(fitting)) if len(fitting) == 1 else None

    def _year(self, number: NamedNumber) -> int | None:
        """Return the year that a number without one means, from the words around it."""
        written = _SERIAL_YEAR.search(number.serial)
        if written is not None:
            return int(written.group(1))
        if (number.form, number.serial) in self._years:
            return self._years[number.form, number.serial]
        later = self._told_later(number)
        if later is not None:
            return later
        after = _DATED_BEHIND.match(self._flow.marked, number.end) or _PROMULGATED_BEHIND.match(
            self._flow.marked, number.end
        )
        if number.form == "order" and after is not None:
            return next(
                (d.year for d in self._flow.days_in(number.end, after.end()) if d.year), None
            )
        sentence = self._flow.sentence(number.start)
        if number.form == "open_licence":
            return self._dated(number, sentence.start)
        before = [day.year for day in self._flow.days_in(sentence.start, number.start) if day.year]
        if before and (number.form == "announcement" or self._dated_right_before(number)):
            return before[-1]
        return self.issued_on.year if self.issued_on else None

    def _dated_right_before(self, number: NamedNumber) -> bool:
        """Tell whether a day stands right before an order: 2009年3月2日国务院令第950号."""
        start = self._beside(number).start or number.start
        before = self._flow.marked[max(0, start - 70) : start]
        return _PROMULGATED_BEFORE.search(before) is not None or bool(
            self._flow.days_in(start - 14, start)
        )

    def _beside(self, number: NamedNumber) -> Attached:
        place = (number.start, number.phrase_end)
        if place not in self._attached:
            self._attached[place] = self._flow.around.beside(*place)
        return self._attached[place]

    def _told_later(self, number: NamedNumber) -> int | None:
        return self._told_years.get((number.form, number.serial))

    @cached_property
    def _told_years(self) -> dict[tuple[Form, str], int]:
        """The first year that the text itself gives to each serial."""
        found: dict[tuple[Form, str], int] = {}
        for number in self._flow.numbers:
            if number.year:
                found.setdefault((number.form, number.serial), number.year)
        return found

    def _dated(self, number: NamedNumber, low: int) -> int | None:
        """Return the year of the day beside a licence: ``dated 1 May 2026 (OGEL 9)``."""
        after = self._flow.days_in(number.end, number.end + _DATED_AFTER)
        before = self._flow.days_in(low, number.start)
        days = [*reversed(before[-1:]), *after] if _bracketed(self._flow, number) else after
        days = days or list(before[-1:])
        return next((day.year for day in days if day.year), None)


def _bracketed(flow: Flow, number: NamedNumber) -> bool:
    return flow.flow[max(0, number.start - 1) : number.start] == "("


def _fits(entry: Entry, number: NamedNumber, year: int | None) -> bool:
    own = entry.year or (entry.instrument.issued_on and entry.instrument.issued_on.year)
    if number.year is not None:
        return own == number.year
    return entry.year is None or own == year
