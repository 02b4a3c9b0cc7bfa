"""Which id does the number of an act give it?

An id is made only of what the text says: a known issuer, a year, a number. A recorded act is
known by its own id.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tracker.domain.identifiers import pages_of
from tracker.extraction.heads.announcers import (
    ANNOUNCING,
    is_announcement,
    may_announce,
    speaks_of_china,
)
from tracker.extraction.heads.eu_heads import kind_of_act
from tracker.extraction.heads.joint_names import joint_names
from tracker.extraction.heads.licence_years import YEAR_BESIDE, year_of_day_beside, year_of_licence
from tracker.extraction.heads.page_lines import links_start
from tracker.extraction.heads.published_years import published_years
from tracker.extraction.heads.years_beside import (
    dated_right_before,
    year_beside,
    year_in_bracket,
    year_of_day_behind,
)
from tracker.extraction.names.catalogue import Catalogue, KnownIssuer
from tracker.extraction.names.days_of_effect import is_day_of_effect
from tracker.extraction.names.id_paths import (
    FEDERAL,
    GENERAL_SERIES,
    KOREAN_NAME,
    NEW_KOREAN_NAME,
    ONLY_OF,
    PATHS,
    PRESIDENT_SERIES,
)
from tracker.extraction.names.issuers import Attached, Mention
from tracker.extraction.names.nations import NATIONS, country_of, office_of
from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.names.serial_years import year_in_serial
from tracker.extraction.names.strung_years import strung_years
from tracker.extraction.names.wording import SELF_SUFFICIENT, Form
from tracker.extraction.names.wordings_chinese import MINISTRIES
from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.regexps import regexp

_WITHOUT_SERIES = {form for form, path in PATHS.items() if not path.startswith("{series}")}
_NOT_OF_ID = regexp(r"[^a-z0-9-]+")
_HEAD = 400
_COUNTED_ON: frozenset[Form] = frozenset({"executive_order", "proclamation"})
"""Families that count on through the years: the day of a text says nothing of their number's."""
_LED_IN = regexp(r"\b[Oo]n\s\ue000{4,44},?\s(?:in|by|through|with)\s$")
_DATED_BEHIND = regexp(r"[^.;\ue000]{0,50}?\b(?:on|of|dated)\s\ue000{4,44}")
_PROMULGATED_BEHIND = regexp(r"[,( ]{1,2}\ue000{4,44}(?:公布|发布|颁布)?\)?")
_LAST_YEAR = regexp(r"\s(?:of|in)\s(?:the\s(?:preceding|previous|prior)|last)\syear\b")
_LINE_HEAD = 80
_CHARACTER_END = regexp("[一-鿿]$")
_JOINT_WITH = regexp(r"[ 、][ 、一-鿿]{2,60}$")
_AGREES = regexp(r"\s?(?:批准|同意|授权|核准|[一-鿿]{0,8}主管部门|有关部门)")
"""What behind the name of a body says that it agrees to an act, or is no name of it alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An act that the text names: its id, and where the name stands (end exclusive)."""

    id: str
    start: int
    end: int


_OF_MEMBERS = regexp(r"(?i:circular|bulletin)\b")
"""What associations number as well: only the body beside the number tells that it is an act."""


class Namer:
    """Gives ids to the numbers of one text.

    ``own`` is the first issuer of the document itself, which a bare number means, ``issued_on``
    its day of issue; ``in_register`` says that it is a document of the Federal Register, and
    ``is_act`` that the document was found to be an act.
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
        self.is_act = False
        self.issued_on: date | None = None

    def issuer(self, code: str) -> KnownIssuer | None:
        """Return the known issuer of a code."""
        return next((one for one in self._known.issuers if one.code == code), None)

    def named(self, number: NamedNumber) -> Named | None:
        """Return the act that a number means; ``None`` where the text does not say enough."""
        place = (number.start, number.end, number.serial)
        if number.form == "nte":
            return self._named_at(number)
        if place not in self._named:
            self._named[place] = self._named_at(number)
        return self._named[place]

    def _named_at(self, number: NamedNumber) -> Named | None:
        beside = self._beside(number)
        lone = beside.start is None
        members = number.form == "announcement" and _OF_MEMBERS.match(number.quote)
        if members and lone and not self.is_act:
            return None
        if number.wording.needs_issuer and lone and number is not self.own_number:
            return None
        year = number.year or self._year(number)
        if year is not None:
            self._years.setdefault((number.form, number.serial), year)
        recorded = self._recorded(number, year)
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
        if number.form == "kr_notice" and self._of_new_korea(number):
            path = path.replace("/motie/", "/motir/")
        if number.form == "cabinet_order" and number.form != getattr(self.own_number, "form", None):
            return None  # an order of a ministry cites it as its basis
        if number.form == "nte" and not (self.is_act and number is self.own_number):
            return None  # what mostly tells of law is named everywhere, and moves nothing
        body = ONLY_OF.get(number.form)
        if body is not None and self._flow.sieve.search(body) is None:
            return None
        country = country_of(number.form, self._flow.flow) if number.form in NATIONS else None
        office = office_of(number.quote) if "{office}" in path else None
        if (country is None and number.form in NATIONS) or (office is None and "{office}" in path):
            return None
        series = None
        if number.form not in _WITHOUT_SERIES:
            issuer = self.numbering(number)
            series = issuer.series if issuer else None
            if number.form in FEDERAL and issuer is not None and issuer.jurisdiction != "US":
                series = None
            if number.form in FEDERAL and self.in_register:
                series = series or GENERAL_SERIES
            if series is None:
                return None
        act = kind_of_act(self._flow, number)
        serial = _NOT_OF_ID.sub("-", number.serial.lower()).strip("-")
        return path.format(
            series=series, year=year, act=act, serial=serial, country=country, office=office
        )

    def _of_new_korea(self, number: NamedNumber) -> bool:
        """Tell whether the ministry that is named beside a number, or anywhere, is the new one."""
        beside = KOREAN_NAME.search(self._flow.flow, number.start, number.end + _LINE_HEAD)
        told = beside.group() if beside else self._flow.flow
        return NEW_KOREAN_NAME.search(told) is not None

    def numbering(self, number: NamedNumber) -> KnownIssuer | None:
        """Return the issuer that numbers: beside the number, near it, or the document's own."""
        found = self._numbering(number)
        if not is_announcement(self._flow, number) or (found and may_announce(found)):
            return found
        mentioned = number.year and self.own_number is None and not self.is_act
        if mentioned and not self._beside(number).foreign and self._of_china:
            return self.issuer(ANNOUNCING)
        return None

    @cached_property
    def _of_china(self) -> bool:
        return speaks_of_china(self._flow)  # asked of every number

    def _numbering(self, number: NamedNumber) -> KnownIssuer | None:
        if number.form == "ministry_document":
            codes = (code for words, code in MINISTRIES if number.quote.startswith(words))
            return next(filter(None, map(self.issuer, codes)), None)
        if number.form in SELF_SUFFICIENT:
            return self._registering(number)
        joint = joint_names(self._flow, number)
        if joint is not None:
            return self._one(joint, number)
        around = self._flow.around
        beside = self._beside(number)
        within = around.within(number.start, number.end)
        if within:
            return self._one(within[0].codes, number)
        if beside.codes:
            return self._one(beside.codes, number)
        if beside.foreign and beside.start is None:
            return self._first_of_several(number)
        own = number is self.own_number and beside.start is None
        if own and (self.own is not None or number.form in ("announcement", "order")):
            return self.own  # none where the body that heads the act is not known
        given = self._given_issuers.get((number.form, number.serial))
        if given is not None and beside.start is None:
            return given
        low, _ = around.sentence(number.start)
        near = [one for one in around.within(low, number.start) if not self._approves(one)]
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
        if self.own is None or self.own.series != PRESIDENT_SERIES or number.form not in FEDERAL:
            return self.own
        sentence = self._flow.sentence(number.start)
        near = self._flow.around.within(sentence.start, number.start)
        return self._one(near[-1].codes, number) if near else None

    def _first_of_several(self, number: NamedNumber) -> KnownIssuer | None:
        """Return the first body of a joint line, which numbers, though another is not known."""
        flow = self._flow.flow
        low = max(flow.rfind("\n", 0, number.start) + 1, number.start - _LINE_HEAD)
        for mention in self._flow.around.within(low, number.start):
            before, after = flow[low : mention.start], flow[mention.end : number.start]
            if not _CHARACTER_END.search(before) and _JOINT_WITH.match(after):
                return self._one(mention.codes, number)
        return None

    def _approves(self, mention: Mention) -> bool:
        """Tell whether a body only agrees to the act (``经国务院批准``) or is part of a name."""
        behind = _AGREES.match(self._flow.flow, mention.end)
        return behind is not None or self._flow.around.agrees(mention)

    @cached_property
    def _numbers(self) -> tuple[NamedNumber, ...]:
        """The numbers of the text itself; links to other texts tell nothing of them."""
        links = links_start(self._flow)
        return tuple(one for one in self._flow.numbers if one.start < links)

    @cached_property
    def _given_issuers(self) -> dict[tuple[Form, str], KnownIssuer]:
        """The one issuer that the text writes right beside a number wherever it writes any."""
        found: dict[tuple[Form, str], set[str]] = {}
        issuers: dict[tuple[Form, str], KnownIssuer] = {}
        for number in self._numbers:
            key = (number.form, number.serial)
            codes = self._beside(number).codes
            issuer = self._one(codes, number) if codes else None
            if issuer is not None:
                found.setdefault(key, set()).add(issuer.code)
                issuers[key] = issuer
        return {key: issuers[key] for key, codes in found.items() if len(codes) == 1}

    @cached_property
    def _told_issuers(self) -> dict[tuple[Form, str, int | None], KnownIssuer]:
        """The issuer that the text gives to a number, where another naming leaves it out."""
        found: dict[tuple[Form, str, int | None], KnownIssuer] = {}
        for number in self._numbers:
            low, _ = self._flow.around.sentence(number.start)
            near = self._flow.around.within(low, number.start)
            issuing = [one for one in near if not self._approves(one)]
            issuer = self._one(issuing[0].codes, number) if issuing else None
            if issuer is not None:
                found.setdefault((number.form, number.serial, number.year), issuer)
        return found

    def _one(self, codes: frozenset[str], number: NamedNumber) -> KnownIssuer | None:
        issuers = [issuer for code in sorted(codes) if (issuer := self.issuer(code))]
        return issuers[0] if len(issuers) == 1 else None

    def _recorded(self, number: NamedNumber, year: int | None) -> str | None:
        """Return the recorded act that alone can bear the number."""
        entries = self._known.entries.get((number.form, number.serial), ())
        fitting = {entry.instrument.id: entry for entry in entries if entry.fits(number.year, year)}
        if number.form not in SELF_SUFFICIENT:
            issuer = self.numbering(number)
            code = issuer.code if issuer else None
            fitting = {id: entry for id, entry in fitting.items() if entry.numbered_by == code}
        return next(iter(fitting)) if len(fitting) == 1 else None

    def _year(self, number: NamedNumber) -> int | None:
        """Return the year that a number without one means, from the words around it."""
        written = year_in_serial(number.serial) if number.form in FEDERAL else None
        if written is not None:
            return written
        if number.form == "au_frl":
            return int(number.serial[1:5])
        if number.wording.bare and (full := self._written.get((number.form, number.serial))):
            return self._year(full)
        if (number.form, number.serial) in self._years:
            return self._years[number.form, number.serial]
        if self.issued_on is not None and _LAST_YEAR.match(self._flow.flow, number.end):
            return self.issued_on.year - 1
        later = self._told_later(number)
        reissued = number.form == "open_licence" and number is self.own_number and self.issued_on
        if later is not None and not reissued:
            return later
        after = _DATED_BEHIND.match(self._flow.marked, number.end) or _PROMULGATED_BEHIND.match(
            self._flow.marked, number.end
        )
        if number.form == "order" and after is not None:
            return next(
                (d.year for d in self._flow.days_in(number.end, after.end()) if d.year), None
            )
        if number.form in ("order", "announcement"):
            start = self._beside(number).start or number.start
            for end in (number.end, number.phrase_end):
                if (alone := year_beside(self._flow.flow, start, end)) is not None:
                    return alone
        sentence = self._flow.sentence(number.start)
        if number.form in YEAR_BESIDE:
            told = year_of_day_beside(self._flow, number, sentence.start)
            own = self.issued_on if number is self.own_number else None
            return told or (own.year if own else None)
        if number.form == "ofac_licence" and number is not self.own_number:
            return year_of_day_beside(self._flow, number, number.start)
        days = self._flow.days_in(sentence.start, number.start)
        made = (day for day in days if not is_day_of_effect(self._flow.flow, day))
        before = [day.year for day in made if day.year]
        if before and (
            number.form == "announcement"
            or dated_right_before(self._flow, self._beside(number).start or number.start)
        ):
            return before[-1]
        if number.form in _COUNTED_ON and number.start > _HEAD and number is not self.own_number:
            return None
        former = self._flow.flow[: self._beside(number).start or number.start].endswith("原")
        return self.issued_on.year if self.issued_on and not former else None

    def _beside(self, number: NamedNumber) -> Attached:
        place = (number.start, number.phrase_end)
        if place not in self._attached:
            self._attached[place] = self._flow.around.beside(*place)
        return self._attached[place]

    @cached_property
    def _written(self) -> dict[tuple[Form, str], NamedNumber]:
        """The first place where each number is written out, which a title alone points to."""
        written = (one for one in reversed(self._numbers) if not one.wording.bare)
        return {(one.form, one.serial): one for one in written}

    def _told_later(self, number: NamedNumber) -> int | None:
        return self._told_years.get((number.form, number.serial))

    @cached_property
    def _told_years(self) -> dict[tuple[Form, str], int]:
        """The first year that the text itself gives to each serial."""
        found: dict[tuple[Form, str], int] = {}
        for number in self._numbers:
            year = number.year or self._year_led_in(number)
            year = year or year_in_bracket(self._flow.flow, number)
            year = year or year_of_day_behind(self._flow, number)
            if number.form == "open_licence" and number is not self.own_number:
                year = year or year_of_licence(self._flow, number)
            if year:
                found.setdefault((number.form, number.serial), year)
        led = published_years(self._flow, self._flow.numbers, self.issued_on)
        for number, year in (*strung_years(self._flow.flow, self._flow.numbers), *led):
            found.setdefault((number.form, number.serial), year)
        return found

    def _year_led_in(self, number: NamedNumber) -> int | None:
        """Return the year of the day before a number: ``On May 1, 2025, in Proclamation 9``."""
        if number.form not in _COUNTED_ON or number is self.own_number:
            return None
        low = max(0, number.start - _LINE_HEAD)
        if _LED_IN.search(self._flow.marked[low : number.start]) is None:
            return None
        days = self._flow.days_in(low, number.start)
        return days[-1].year if days else None
