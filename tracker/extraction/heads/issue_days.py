"""On which day was a document issued, and on which published?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tracker.extraction.extracted import Evidence, Language
from tracker.extraction.heads.gazette_days import gazetted_on, printed_on
from tracker.extraction.heads.layout import Layout
from tracker.extraction.heads.register_heads import NEVER_FEDERAL, filed
from tracker.extraction.heads.witnessed_days import witnessed
from tracker.extraction.names.id_paths import FEDERAL
from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.prose.flow import ACT, DAY, Flow, Span
from tracker.extraction.spelling.calendar_words import DayNamed, compact_day, slashed_days

HEAD = 6_000
"""How many characters of a document may hold its head."""

_OWN_DAY = re.compile(
    rf"(?:(?<=\n)|^)(?:Dated|Date|Issued|Signed)(?:\son)?\s?:?\s(?:this\s|the\s)?{DAY}(?=\s*(?:\n|$))"
)
"""A line of its own on which a document without a number tells its day."""
_BYLINE = 700
"""Within how many characters a text without a number tells its own day."""


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
WRITTEN = "day of writing"
"""The label that yields to the day beside the signature."""

DAY_LABELS: tuple[DayLabel, ...] = (
    DayLabel(
        name="field of the notice",
        language="zh",
        tells="issue",
        pattern=re.compile(
            rf"\[?(?:(?:发文|印发|签发|公布|颁布)(?:日期|时间)|(?<=\[)(?:发文|印发|签发|公布|颁布)(?=\]))"
            rf"\]?\s?[:]?\s?(?:{_D}|(?=[0-9]{{8}}))"
        ),
        example="【发文日期】2026年3月10日",
    ),
    DayLabel(
        name=WRITTEN,
        language="zh",
        tells="issue",
        pattern=re.compile(
            rf"\[?(?:成文(?:日期|时间)|(?<=\[)成文(?=\]))\]?\s?[:]?\s?(?:{_D}|(?=[0-9]{{8}}))"
        ),
        example="成文日期：2026年3月10日",
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
            rf"\[?(?:[Dd]ate\s[Oo]f\s(?:[Ii]ssu(?:ance|e)|[Pp]romulgation|[Aa]nnouncement|[Rr]elease)"
            rf"|[Ii]ssu(?:e|ance)\s[Dd]ate|[Ii]ssued(?:\son)?|Promulgated(?:\son)?)\]?\s?:?\s?(?:on\s)?{_D}"
        ),
        example="[Date of Issuance] March 10, 2026",
    ),
    DayLabel(
        name="issue of the Federal Register",
        language="en",
        tells="issue",
        pattern=re.compile(
            rf"(?i:federal\sregister),?\s?/?\s?(?i:vol)[^\n]{{1,40}}?(?i:day),\s{_D}"
            rf"|(?:[0-9]\sFR\s[0-9]{{3,6}}|\ue001{{3,20}})[^\n]{{0,12}}day,\s{_D}|\[Federal\sRegister:\s{_D}(?=\s\(|\])|\[Federal\sRegister,?\s(?:[A-Z][a-z]+day,\s)?{_D}\]"
            rf"|[Pp]rinted(?:\sin\sthe\s(?:daily\s)?issue\sof|\s?[:|])\s{{1,3}}(?:[A-Z][a-z]+day,\s)?{_D}"
            rf"|(?:(?<=\n)|^)(?:Federal\sRegister\s(?:of|for)|(?:Rules\sand\sRegulations|Notices)\s/[^\n]{{0,30}}/)"
            rf"\s(?:[A-Z][a-z]+day,\s)?{_D}"
        ),
        example="[Federal Register Volume 91, Number 905 (Tuesday, March 10, 2026)]",
    ),
    DayLabel(
        name="page of the Federal Register",
        language="en",
        tells="issue",
        pattern=re.compile(
            rf"(?:A\s(?:Proposed\s)?(?:Rule|Notice|Presidential Document)\sby\s[^\n]{{3,120}}?"
            rf"\son\s|(?:(?<=\n)|^)(?:Proposed\s)?(?:Rule|Notice)\s[•·|]\s[^\n]{{3,80}}?\s[•·|]\s|(?:Published|Printed"
            rf"|Publication\s[Dd]ate|PUBLISHED)\s?:?\s{{0,2}}(?:[A-Z][a-z]+day,\s)?){_D}"
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
            rf"(?:\b[Dd]ated\s?:?\s?(?:this\s|the\s)?|\bDate\s?:\s?|(?i:New\sDelhi),?\s(?:(?i:dated):?\s?)?(?:the\s)?){_D}"
        ),
        example="OGEL 914, dated 10 March 2026, granted by",
    ),
    DayLabel(
        name="letter",
        language="en",
        tells="issue",
        pattern=re.compile(
            rf"(?:(?<=\n)|^)(?:Our\s)?[Rr]ef(?:erence)?\s?:[^\n\ue000]{{0,60}}{_D}(?=\s*\n)"
        ),
        example="Our ref: ECJU/924/2026 10 March 2026\n",
    ),
    DayLabel(
        name="registered",
        language="en",
        tells="issue",
        pattern=re.compile(rf"(?:(?<=\n)|^)Regist(?:ration|ered)(?:\son)?\s?:?\s{{1,3}}{_D}"),
        example="Registration 10 March 2026",
    ),
    DayLabel(
        name="granted",
        language="en",
        tells="issue",
        pattern=re.compile(rf"\bGranted(?:\son)?\s?:?\s{_D}"),
        example="Reference: OGEL 914, Granted 10 March 2026",
    ),
    DayLabel(
        name="stamp of the page",
        language="en",
        tells="stamp",
        pattern=re.compile(
            rf"\b(?:Published|Posted|Released|Date)(?:\son)?\s?:?\s{{0,2}}{_D}"
            rf"|(?:(?<=\n)|^)Official\sGazette,?\s(?:of\s)?{_D}"
        ),
        example="Published 10 March 2026",
    ),
)
"""In the order in which they are believed."""


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
            published_on=gazetted_on(flow, european=european)
            or printed_on(flow, number)
            or _federal(number, issued)
            or (published_on if elsewhere else None)
            or issued,
            evidence=(flow.evidence("issued_on", start, end),),
        )
    gazetted = gazetted_on(flow) or published_on
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
    yield from witnessed(flow) if number is not None else ()
    labels = [label for label in DAY_LABELS if label.language == flow.language]
    if any(label.name == WRITTEN for label in labels) and number is not None:
        yield from _beside_signature(flow, layout, labels, number)
    for label in labels:
        signed_only = label.name in NEVER_FEDERAL and _federal(number, date.min) is not None
        if label.tells == "issue" and number is not None and not signed_only:
            yield from _labelled(flow, label, number)
    if number is not None:
        for day in flow.days_in(number.start, number.phrase_end):
            yield from _whole(day.on(None), number.start, number.end, "issue")
    if number is not None and number.form == "nl_gazette":
        for other in (one for one in flow.numbers if one.form == "nl_regulation"):
            for day in flow.days_in(other.start, other.end):
                yield from _whole(day.on(None), day.start, day.end, "issue")
    if number is None and flow.language == "zh":
        for day in _signed_days(flow):
            yield from _whole(day.on(None), day.start, day.end, "stamp")
    if number is None:
        for own in _OWN_DAY.finditer(flow.marked):
            day = flow.days_in(own.start(), own.end())[0]
            yield from _whole(day.on(None), own.start(), own.end(), "stamp")
        for day in flow.days_in(0, _BYLINE)[:1]:
            yield from _whole(day.on(None), day.start, day.end, "stamp")
    if number is not None and layout.signed is not None:
        for day in flow.days_in(layout.signed.start, layout.signed.end):
            yield from _whole(day.on(None), day.start, day.end, "issue")
    if number is not None and number.form.startswith("dgft_"):
        yield from _slashed_day_first(flow)
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


_SIGNED_LINE = re.compile(rf"[一-鿿\s、]{{0,60}}{DAY}")


def _signed_days(flow: Flow) -> Iterator[DayNamed]:
    """Yield the day of the last line that is nothing but a signature, of a text without number."""
    for line in reversed(flow.lines):
        signs = _SIGNED_LINE.fullmatch(flow.marked, line.start, line.end)
        if signs is not None and _is_signed(flow, line):
            yield from flow.days_in(line.start, line.end)
            return


def _beside_signature(
    flow: Flow, layout: Layout, labels: list[DayLabel], number: NamedNumber
) -> Iterator[tuple[date, int, int, str]]:
    """Yield the day beside the signature, where only a day of writing is told in a field."""
    signed = layout.signed
    if signed is None or not _is_signed(flow, signed):
        return
    fields = [label for label in labels if label.tells == "issue" and label.name != WRITTEN]
    if not any(True for label in fields for _ in _labelled(flow, label, number)):
        for day in flow.days_in(signed.start, signed.end):
            yield from _whole(day.on(None), day.start, day.end, "issue")


_SIGNATURE = 60
"""Within how many characters before a day the signing body stands."""
_NO_NAME = re.compile("[。;:,《》!?0-9]")


def _is_signed(flow: Flow, signed: Span) -> bool:
    """Tell whether nothing but the names of bodies stands before a day at the end of a text."""
    days = flow.days_in(signed.start, signed.end)
    before = flow.trimmed(signed.start, days[0].start if days else signed.start)
    if before.end <= before.start:
        low = max(0, signed.start - _SIGNATURE)
        before = flow.trimmed(flow.flow.rfind("\n", low, signed.start - 1) + 1, signed.start)
    if before.end - before.start > _SIGNATURE:
        return False
    words = flow.flow[before.start : before.end]
    return bool(flow.around.within(before.start, before.end)) and _NO_NAME.search(words) is None


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
        if label.name == "dated" and _of_another(flow, found.start(), number):
            continue
        days = flow.days_in(found.start(), found.end())
        compact = None if days else compact_day(flow.flow, found.end())
        if days:
            yield from _whole(days[0].on(None), found.start(), found.end(), label.tells)
        elif compact is not None:
            yield from _whole(compact.on(None), found.start(), compact.end, label.tells)
    if label.name == "page of the Federal Register":
        yield from _slashed(flow, label)


def _of_another(flow: Flow, at: int, number: NamedNumber | None) -> bool:
    """Tell whether a label stands right behind the number of another act, whose day it tells."""
    beside = [one for one in flow.numbers_in(at - 3, at) if one is not number]
    return number is not None and any(one.serial != number.serial for one in beside)


_DATE_FIELD = re.compile(r"\b(?i:dated?)\s?[:|]?\s?(?:the\s)?$")


def _slashed_day_first(flow: Flow) -> Iterator[tuple[date, int, int, str]]:
    """Yield the days of date fields of India, which writes ``06/05/2026`` with the day first."""
    for day in slashed_days(flow.flow[:HEAD], order="day first"):
        if _DATE_FIELD.search(flow.flow, max(0, day.start - 12), day.start):
            yield from _whole(day.on(None), day.start, day.end, "issue")


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
