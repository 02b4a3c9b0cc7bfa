"""Which act is this document: its id, number, issuers, title, day of issue?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tracker.extraction.calendar_words import compact_day, slashed_days
from tracker.extraction.catalogue import KnownIssuer
from tracker.extraction.eu_heads import eu_makers
from tracker.extraction.extracted import Evidence, ExtractedInstrument, Language
from tracker.extraction.flow import ACT, DAY, Flow
from tracker.extraction.issuers import Mention
from tracker.extraction.layout import Layout
from tracker.extraction.naming import FEDERAL, Namer
from tracker.extraction.numbers import NamedNumber
from tracker.extraction.register_heads import (
    NEVER_FEDERAL,
    agency_named,
    filed,
    page_of,
    subject_of,
)
from tracker.extraction.wording import Form

_OWN_DAY = re.compile(
    rf"(?:(?<=\n)|^)(?:Dated|Date|Issued|Signed)(?:\son)?\s?:?\s(?:this\s|the\s)?{DAY}(?=\s*(?:\n|$))"
)
"""A line of its own on which a document without a number tells its day."""
_BYLINE = 700
"""Within how many characters a text without a number tells its own day."""

HEAD = 6_000
"""How many characters of a document may hold its head."""

JURISDICTIONS: dict[Form, str] = {
    "fr_doc": "US",
    "fr_correction": "US",
    "proclamation": "US",
    "executive_order": "US",
    "eu_act": "EU",
    "eu_com": "EU",
    "uk_si": "UK",
    "open_licence": "UK",
    "dgft_notification": "IN",
    "dgft_public_notice": "IN",
    "dgft_trade_notice": "IN",
    "cabinet_order": "JP",
}
"""Whose law a family of numbers is; the others are told by their issuer."""

ISSUED_BY: dict[Form, tuple[str, ...]] = {
    "dgft_notification": ("DGFT",),
    "dgft_public_notice": ("DGFT",),
    "dgft_trade_notice": ("DGFT",),
    "open_licence": ("DBT",),
}
"""Families that one body alone issues."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLabel:
    """One way in which documents tell their day of issue or of publication.

    ``pattern`` is read on marked text and holds one day, or ends where a day in digits alone
    stands (``20261020``).
    """

    name: str
    language: Language
    tells: Literal["issue", "publication", "stamp"]
    pattern: re.Pattern[str]
    example: str


_D = DAY

DAY_LABELS: tuple[DayLabel, ...] = (
    DayLabel(
        name="field of the notice",
        language="zh",
        tells="issue",
        pattern=re.compile(
            rf"\[?(?:发文日期|成文日期|印发日期|签发日期|公布日期)\]?\s?[:]?\s?(?:{_D}|(?=[0-9]{{8}}))"
        ),
        example="【发文日期】2026年3月10日",
    ),
    DayLabel(
        name="promulgated by order",
        language="zh",
        tells="issue",
        pattern=re.compile(rf"{_D}[^,。;\ue000]{{0,30}}?{ACT}(?:公布|发布)"),
        example="（2026年3月10日商务部令2026年第9号公布　自2026年5月1日起施行）",
    ),
    DayLabel(
        name="stamp of the page",
        language="zh",
        tells="stamp",
        pattern=re.compile(
            rf"(?:发布时间|发布日期|发表时间|时间|日期)\]?\s?[:]\s?{_D}|{_D}\s?[0-9]{{1,2}}:[0-9]{{2}}"
        ),
        example="发布时间：2026-03-10 09:30",
    ),
    DayLabel(
        name="field of the notice",
        language="en",
        tells="issue",
        pattern=re.compile(
            rf"\[?(?:[Dd]ate\s[Oo]f\s(?:[Ii]ssu(?:ance|e)|[Pp]romulgation"
            rf"|[Aa]nnouncement|[Rr]elease)|[Ii]ssu(?:e|ance)\s[Dd]ate"
            rf"|[Ii]ssued(?:\son)?|Promulgated(?:\son)?)\]?\s?:?\s?(?:on\s)?{_D}"
        ),
        example="[Date of Issuance] March 10, 2026",
    ),
    DayLabel(
        name="issue of the Federal Register",
        language="en",
        tells="issue",
        pattern=re.compile(
            rf"Federal\sRegister\s?/?\s?Vol[^\n]{{1,40}}?day,\s{_D}"
            rf"|(?:[0-9]\sFR\s[0-9]{{3,6}}|\ue001{{3,20}})[^\n]{{0,12}}day,\s{_D}|\[Federal\sRegister,?\s(?:[A-Z][a-z]+day,\s)?{_D}\]"
        ),
        example="[Federal Register Volume 91, Number 905 (Tuesday, March 10, 2026)]",
    ),
    DayLabel(
        name="page of the Federal Register",
        language="en",
        tells="issue",
        pattern=re.compile(
            rf"(?:A\s(?:Proposed\s)?(?:Rule|Notice"
            rf"|Presidential Document)\sby\s[^\n]{{3,120}}?\son\s|(?:Published"
            rf"|Publication\s[Dd]ate|PUBLISHED)\s?:?\s{{0,2}}){_D}"
        ),
        example="A Rule by the Industry and Security Bureau on 03/10/2026",
    ),
    DayLabel(
        name="done at",
        language="en",
        tells="issue",
        pattern=re.compile(rf"Done\sat\s[A-Z][a-z]+,?\s(?:on\s)?{_D}"),
        example="Done at Brussels, 10 March 2026.",
    ),
    DayLabel(
        name="made",
        language="en",
        tells="issue",
        pattern=re.compile(rf"\bMade(?:[ :.-]{{0,30}})\s{{0,3}}(?:at\s[^\n]{{3,40}}?\son\s)?{_D}"),
        example="Made 10th March 2026",
    ),
    DayLabel(
        name="dated",
        language="en",
        tells="issue",
        pattern=re.compile(
            rf"(?:\b[Dd]ated\s?:?\s?(?:this\s|the\s)?|\bDate\s?:\s?"
            rf"|New\sDelhi,?\s(?:dated\s)?(?:the\s)?"
            rf"|New\sDelhi,?\s[Dd]ated:?\s?(?:the\s)?){_D}"
        ),
        example="OGEL 914, dated 10 March 2026, granted by",
    ),
    DayLabel(
        name="stamp of the page",
        language="en",
        tells="stamp",
        pattern=re.compile(rf"\b(?:Published|Posted|Released|Date)(?:\son)?\s?:?\s{{0,2}}{_D}"),
        example="Published 10 March 2026",
    ),
)
"""In the order in which they are believed."""

_OJ_DAY = re.compile(
    r"(?:Official\sJournal|OJ\sL"
    r"|\bL\sseries)[\s\S]{0,160}?(?<![0-9.])(?P<day>[0-9]{1,2}\.[0-9]{1,2}\.20[0-9]{2})"
)
_DOTTED = re.compile(r"(?<![0-9.])[0-9]{1,2}\.[0-9]{1,2}\.20[0-9]{2}(?![0-9.])")
_BASIS_ZH = re.compile(r"(?:根据|依据|依照|按照)((?:《[^《》\n]{2,40}》(?:和|、|及|以及|,)?){1,8})")
_BASIS_NAME = re.compile(r"《([^《》]{2,40})》")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """The days of a document with the words that tell the day of issue."""

    issued_on: date | None = None
    published_on: date | None = None
    evidence: tuple[Evidence, ...] = ()


def dates_of(flow: Flow, layout: Layout, *, published_on: date | None) -> Dated:
    """Find when the document was issued, and published where that is another day."""
    number = flow.numbers[layout.number] if layout.number is not None else None
    for day, start, end, tells in _told(flow, layout, number):
        issued = day
        if tells == "stamp" and number is None and published_on is not None:
            issued = published_on
        european = number is not None and number.form == "eu_act"
        elsewhere = european or number is None
        return Dated(
            issued_on=issued,
            published_on=_gazetted(flow, european=european)
            or _federal(number, issued)
            or (published_on if elsewhere else None)
            or issued,
            evidence=(flow.evidence("issued_on", start, end),),
        )
    gazetted = _gazetted(flow) or published_on
    if gazetted is not None or number is None or number.form not in FEDERAL:
        return Dated(issued_on=gazetted, published_on=gazetted)
    told = filed(flow, number)
    if told is None:
        return Dated()
    published = told.day if told.published else None
    return Dated(issued_on=told.day, published_on=published, evidence=(told.evidence,))


def _federal(number: NamedNumber | None, issued: date) -> date | None:
    return issued if number is not None and number.form in FEDERAL else None


def _told(
    flow: Flow, layout: Layout, number: NamedNumber | None
) -> Iterator[tuple[date, int, int, str]]:
    """Yield the days that may be of issue, the surest first."""
    labels = [label for label in DAY_LABELS if label.language == flow.language]
    for label in labels:
        signed_only = label.name in NEVER_FEDERAL and _federal(number, date.min) is not None
        if label.tells == "issue" and number is not None and not signed_only:
            yield from _labelled(flow, label, number)
    if number is not None:
        for day in flow.days_in(number.start, number.phrase_end):
            yield from _whole(day.on(None), number.start, number.end, "issue")
    if number is None:
        for own in _OWN_DAY.finditer(flow.marked):
            day = flow.days_in(own.start(), own.end())[0]
            yield from _whole(day.on(None), own.start(), own.end(), "stamp")
        for day in flow.days_in(0, _BYLINE)[:1]:
            yield from _whole(day.on(None), day.start, day.end, "stamp")
    if number is not None and layout.signed is not None:
        for day in flow.days_in(layout.signed.start, layout.signed.end):
            yield from _whole(day.on(None), day.start, day.end, "issue")
    if layout.title is not None:
        for day in flow.days_in(layout.title.start, layout.title.end):
            yield from _whole(day.on(None), day.start, day.end, "issue")
    if number is not None and layout.title is not None:
        for day in flow.days_in(layout.title.end, layout.body.start):
            line = flow.flow.rfind("\n", 0, day.start) + 1
            if not flow.flow[line : day.start].strip():
                yield from _whole(day.on(None), day.start, day.end, "stamp")
    for label in labels:
        if label.tells == "stamp":
            yield from _labelled(flow, label, number)


def _labelled(
    flow: Flow, label: DayLabel, number: NamedNumber | None
) -> Iterator[tuple[date, int, int, str]]:
    searched = flow.marked if label.tells == "issue" else flow.marked[:HEAD]
    federal = number is not None and number.form in FEDERAL
    if "Federal Register" in label.name and not federal:
        return
    for found in label.pattern.finditer(searched):
        if label.name == "promulgated by order" and not (
            number is not None and found.start() <= number.start < found.end()
        ):
            continue
        days = flow.days_in(found.start(), found.end())
        compact = None if days else compact_day(flow.flow, found.end())
        if days:
            yield from _whole(days[0].on(None), found.start(), found.end(), label.tells)
        elif compact is not None:
            yield from _whole(compact.on(None), found.start(), compact.end, label.tells)
    if label.name == "page of the Federal Register":
        yield from _slashed(flow, label)


def _slashed(flow: Flow, label: DayLabel) -> Iterator[tuple[date, int, int, str]]:
    before = re.compile(label.pattern.pattern.removesuffix(_D) + "$")
    for day in slashed_days(flow.flow[:HEAD], order="month first"):
        found = before.search(flow.flow[max(0, day.start - 160) : day.start])
        if found is not None:
            start = day.start - len(found.group())
            yield from _whole(day.on(None), start, day.end, label.tells)


def _whole(
    day: date | None, start: int, end: int, tells: str
) -> Iterator[tuple[date, int, int, str]]:
    if day is not None:
        yield day, start, end, tells


def _gazetted(flow: Flow, *, european: bool = False) -> date | None:
    """Return the day of the Official Journal that a page names."""
    dotted = _DOTTED.search(flow.flow[:1500]) if european else None
    if dotted is not None:
        days = flow.days_in(dotted.start(), dotted.end())
        return next((day.on(None) for day in days), None)
    found = _OJ_DAY.search(flow.flow[:HEAD]) or _OJ_DAY.search(flow.flow[-HEAD:])
    if found is None:
        return None
    days = flow.days_in(found.start("day"), found.end("day"))
    at = found.start("day")
    offset = 0 if flow.flow.startswith(found.group(), found.start()) else len(flow.flow) - HEAD
    days = days or flow.days_in(at + offset, at + offset + 12)
    return next((day.on(None) for day in days), None)


def issuers_of(flow: Flow, layout: Layout, namer: Namer) -> tuple[KnownIssuer, ...]:
    """Return the known issuers of the document, the one that numbers first."""
    number = flow.numbers[layout.number] if layout.number is not None else None
    if number is not None and number.form == "eu_act":
        return _known(namer, eu_makers(flow, layout))
    country = JURISDICTIONS.get(number.form) if number is not None else None
    if number is not None and country is None:
        start = flow.around.beside(number.start, number.phrase_end).start or number.start
        beside = _codes(flow.around.within(start - 1, number.end))
        if beside:
            return _known(namer, beside)
        line = flow.flow.rfind("\n", 0, number.start) + 1
        titled = _codes(flow.around.within(line, _line_end(flow, number.end)))
        if titled:
            return _known(namer, titled)
    if number is not None and number.form in FEDERAL:
        return _agency(flow, namer)
    if number is not None and number.form in ISSUED_BY:
        return _known(namer, ISSUED_BY[number.form])
    near = _known(namer, _codes(flow.around.within(0, HEAD)) or _codes(flow.around.mentions))
    if country is not None:
        everywhere = _known(namer, _codes(flow.around.mentions))
        return _first_of(near, country) or _first_of(everywhere, country)
    signed = layout.signed
    if signed is not None:
        names = _known(namer, _codes(flow.around.within(max(0, signed.start - 80), signed.end)))
        if names:
            return names
    return near[:1]


_AGENCY = re.compile(r"\bAGENCY:?\s{0,3}[^\n]{3,200}|\bby\sthe\s[^\n]{3,80}?\son\s")


def _agency(flow: Flow, namer: Namer) -> tuple[KnownIssuer, ...]:
    """Return the agency of a rule, from its own line; a body named elsewhere is not it."""
    found = _AGENCY.search(flow.flow)
    where = (found.start(), found.end()) if found else (0, 1500)
    return _first_of(_known(namer, _codes(flow.around.within(*where))), "US")


def _first_of(issuers: tuple[KnownIssuer, ...], country: str) -> tuple[KnownIssuer, ...]:
    own = [issuer for issuer in issuers if issuer.jurisdiction == country]
    return tuple(own[:1])


def _line_end(flow: Flow, at: int) -> int:
    end = flow.flow.find("\n", at)
    return len(flow.flow) if end < 0 else end


def _codes(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """Return the codes of the mentions that name one issuer alone, each once."""
    return tuple(dict.fromkeys(next(iter(m.codes)) for m in mentions if len(m.codes) == 1))


def _known(namer: Namer, codes: tuple[str, ...]) -> tuple[KnownIssuer, ...]:
    return tuple(issuer for code in codes if (issuer := namer.issuer(code)))


def instrument_of(
    flow: Flow, layout: Layout, namer: Namer, *, issuers: tuple[KnownIssuer, ...], dated: Dated
) -> ExtractedInstrument | None:
    """Return the act that the document is, as far as it says so; ``None`` without a number."""
    if layout.number is None:
        return None
    number = flow.numbers[layout.number]
    named, federal = namer.named(number), number.form in FEDERAL
    start = named.start if named is not None else number.start
    names = tuple(issuer.short or issuer.code for issuer in issuers)
    return ExtractedInstrument(
        id=named.id if named else None,
        number=re.sub(r"\s+", " ", flow.text[start : number.end]).strip("[] "),
        issuers=names or (agency_named(flow) if federal else ()),
        issued_on=dated.issued_on,
        title=subject_of(flow) if federal else _title(flow, layout),
        kind=number.form,
        legal_basis=_legal_basis(flow),
        cited_as=page_of(flow) if federal else None,
        evidence=(flow.evidence("number", start, number.end), *dated.evidence),
    )


def _title(flow: Flow, layout: Layout) -> str | None:
    return flow.text[layout.title.start : layout.title.end] if layout.title else None


def _legal_basis(flow: Flow) -> tuple[str, ...]:
    found = _BASIS_ZH.search(flow.flow[:HEAD])
    return tuple(_BASIS_NAME.findall(found.group(1))) if found else ()
