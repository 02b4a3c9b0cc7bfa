"""On which day was a document issued, and on which published?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tracker.extraction.extracted import Evidence
from tracker.extraction.heads.day_labels import DAY_LABELS, GIVEN, WRITTEN, DayLabel
from tracker.extraction.heads.gazette_days import PRINTED_LATER, gazetted_on, printed_on
from tracker.extraction.heads.layout import Layout
from tracker.extraction.heads.page_lines import ends_sentence, line_at, links_start
from tracker.extraction.heads.register_heads import NEVER_FEDERAL, filed
from tracker.extraction.heads.witnessed_days import witnessed
from tracker.extraction.names.id_paths import FEDERAL
from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.prose.flow import DAY, Flow, Span
from tracker.extraction.spelling.calendar_words import DayNamed, compact_day, slashed_days
from tracker.extraction.spelling.regexps import regexp

HEAD = 6_000
"""How many characters of a document may hold its head."""

_OWN_DAY = regexp(
    rf"(?:(?<=\n)|^)(?:Dated|Date|Issued|Signed)(?:\son)?\s?:?\s(?:this\s|the\s)?{DAY}(?=\s*(?:\n|$))"
)
"""A line of its own on which a document without a number tells its day."""
_BYLINE = 700
"""Within how many characters a text without a number tells its own day."""


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
            published_on=gazetted_on(flow, european=european, issued=issued)
            or printed_on(flow, number)
            or _federal(number, issued)
            or (published_on if elsewhere else None)
            or (None if number is not None and number.form in PRINTED_LATER else issued),
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
        told = number is not None or label.name == GIVEN
        if label.tells == "issue" and told and not signed_only:
            yield from _labelled(flow, label, number)
    if number is not None:
        for day in flow.days_in(number.start, number.phrase_end):
            yield from _whole(day.on(None), number.start, number.end, "issue")
        behind = _DAY_BEHIND.match(flow.marked, number.end)
        for day in flow.days_in(number.end, behind.end()) if behind else ():
            yield from _whole(day.on(None), day.start, day.end, "issue")
        for day in _beside_number_again(flow, number):
            yield from _whole(day.on(None), day.start, day.end, "issue")
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
        for day in [one for one in flow.days_in(0, _BYLINE) if one.year][:1]:
            if _in_prose(flow, day):
                yield from _stamped(flow, labels)
            yield from _whole(day.on(None), day.start, day.end, "stamp")
        else:
            yield from _closing_day(flow)
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
            if not flow.flow[line : day.start].strip(" \t("):
                yield from _whole(day.on(None), day.start, day.end, "stamp")
    for label in labels:
        if label.tells == "stamp":
            yield from _labelled(flow, label, number)


_DAY_BEHIND = regexp(rf",\s{{1,2}}(?:dated\s)?{DAY}\.?(?=[,\])]|\s?\n|$)")
"""The day that ends the field of a number: ``[Notice No. 2026-914, 2026. 3. 10., Enacted]``."""
_DAY_ALONE = regexp(rf"[\s|,(]{{0,8}}{DAY}\)?\s{{0,4}}")


def _beside_number_again(flow: Flow, number: NamedNumber) -> Iterator[DayNamed]:
    """Yield the day that ends a line of the head which bears the number of a Chinese act again."""
    for one in flow.numbers[:_AGAIN] if flow.language == "zh" else ():
        if one.start > HEAD or (one.form, one.serial, one.year) != (
            number.form, number.serial, number.year,
        ):  # fmt: skip
            continue
        end = line_at(flow, one.start).end
        if _DAY_ALONE.fullmatch(flow.marked, one.end, end):
            yield from flow.days_in(one.end, end)


_AGAIN = 20
_PLACE = 40
_DATELINE = regexp(r"[^\n.;]{0,30}?(?:\s[-\u2013\u2014]{1,2}\s|[\u2013\u2014:])")
"""What stands between the day that an agency puts before its report, and the report."""


def _in_prose(flow: Flow, day: DayNamed) -> bool:
    """Tell whether a day stands within a sentence, so that it need not be that of the page."""
    line = line_at(flow, day.start)
    early = flow.language == "en" and day.start - line.start < _PLACE
    if early and _DATELINE.match(flow.flow, day.end):
        return False
    return ends_sentence(flow, line)


def _stamped(flow: Flow, labels: list[DayLabel]) -> Iterator[tuple[date, int, int, str]]:
    """Yield the days that a page without a number tells elsewhere as its own."""
    for label in labels:
        if label.tells == "stamp":
            yield from _labelled(flow, label, None)
    yield from _closing_day(flow)


_CLOSING_DAY = regexp(rf"[\s(]{{0,4}}{DAY}[\s).]{{0,4}}")


def _closing_day(flow: Flow) -> Iterator[tuple[date, int, int, str]]:
    """Yield the day that is the last line of a Chinese page, below the name of its author."""
    for line in flow.lines[-1:] if flow.language == "zh" else ():
        if _CLOSING_DAY.fullmatch(flow.marked, line.start, line.end):
            day = flow.days_in(line.start, line.end)[0]
            yield from _whole(day.on(None), day.start, day.end, "stamp")


_SIGNED_LINE = regexp(rf"[一-鿿\s、]{{0,60}}{DAY}")


def _signed_days(flow: Flow) -> Iterator[DayNamed]:
    """Yield the day of the last line that is nothing but a signature, of a text without number."""
    links = links_start(flow)
    for line in reversed(flow.lines):
        if line.start >= links:
            continue
        signs = _SIGNED_LINE.fullmatch(flow.marked, line.start, line.end)
        if signs is not None and _is_signed(flow, line):
            yield from flow.days_in(line.start, line.end)
            return


def _beside_signature(
    flow: Flow, layout: Layout, labels: list[DayLabel], number: NamedNumber
) -> Iterator[tuple[date, int, int, str]]:
    """Yield the day beside the signature, where only a day of writing is told in a field."""
    signed = _minister(flow) or layout.signed
    if signed is None or not (_minister(flow) or _is_signed(flow, signed)):
        return
    fields = [label for label in labels if label.tells == "issue" and label.name != WRITTEN]
    if not any(True for label in fields for _ in _labelled(flow, label, number)):
        for day in flow.days_in(signed.start, signed.end):
            yield from _whole(day.on(None), day.start, day.end, "issue")


_MINISTER = regexp(
    rf"(?:(?<=\n)|^)[^\S\n]*(?:部|署|局|院|行|省|市|总干事)?(?:长|主任|大臣|主席)[\s:]{{1,6}}[一-鿿·*×]{{2,8}}[^\S\n]*\n\s*(?P<day>{DAY})\s*(?=\n|$)"
)
"""The name of who signed an order, with the day in the line below."""


def _minister(flow: Flow) -> Span | None:
    """Return the day below the name of the minister who signed an order."""
    found = flow.marked_sieve.search(_MINISTER, 0, HEAD)
    return Span(*found.span("day")) if found is not None else None


_SIGNATURE = 60
"""Within how many characters before a day the signing body stands."""
_NO_NAME = regexp("[。;:,《》!?0-9]")


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
    high = len(flow.marked) if label.tells == "issue" else min(HEAD, len(flow.marked))
    federal = number is not None and number.form in FEDERAL
    if "Federal Register" in label.name and not federal:
        return
    for found in _own_first(flow, flow.marked_sieve.finditer(label.pattern, 0, high), number):
        if label.name == "promulgated by order" and not (
            number is not None and found.start() <= number.start < found.end()
        ):
            continue
        if label.name == "dated" and (
            _of_another(flow, found.start(), found.end(), number) or _of_a_law(flow, found.start())
        ):
            continue
        if federal and _CLAUSE_BEHIND.match(flow.flow, found.end()):
            continue
        if _ISSUED.match(flow.flow, found.start()) and _told_of_another(
            flow, found.start(), number
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


def _own_first(
    flow: Flow, found: Iterator[re.Match[str]], number: NamedNumber | None
) -> Iterator[re.Match[str]]:
    """Yield the labels from the line of the act's number on, then those above: of other texts."""
    own = flow.flow.rfind("\n", 0, number.start) + 1 if number is not None else 0
    above: list[re.Match[str]] = []
    for one in found:
        if one.start() < own and len(above) < _ABOVE:
            above.append(one)
        else:
            yield one
    yield from above


_ABOVE = 20
_CLAUSE_BEHIND = regexp(r",\s(?!at\s[0-9])[a-z]")
"""What goes on behind a day with which a sentence begins; behind the day of a field is nothing."""
_BESIDE = 20
_IN_BRACKET = 60


def _of_another(flow: Flow, at: int, end: int, number: NamedNumber | None) -> bool:
    """Tell whether a label stands right beside the number of another act, whose day it tells."""
    behind = (one for one in flow.numbers_in(end, end + _BESIDE) if one.start <= end + 3)
    bracket = flow.flow.rfind("(", max(0, at - _IN_BRACKET), at)
    aside = bracket >= 0 and ")" not in flow.flow[bracket:at].rstrip(" ,")[:-1]
    low = bracket - 3 if aside else at - 3
    around = (*flow.numbers_in(max(0, low), at), *behind)
    beside = [one for one in around if one is not number]
    return number is not None and any(
        (one.form, one.serial) != (number.form, number.serial) for one in beside
    )


_BASIS_LINE = regexp(
    r"\W*(?:Pursuant\sto|In\saccordance|Based\son|On\sthe\sbasis|Considering|Observing|Having\sregard|In\sview)\b"
)
_LAW_BEFORE = regexp(r"\b(?:Law|Act|Code|Treaty|Agreement|Constitution)\b[^.;\n\ue001]{0,80}$")


def _of_a_law(flow: Flow, at: int) -> bool:
    """Tell whether a label stands in the line of a legal basis, whose day it tells."""
    line = flow.flow.rfind("\n", 0, at) + 1
    law = _LAW_BEFORE.search(flow.marked, max(line, at - _ASIDE), at)
    return law is not None or _BASIS_LINE.match(flow.flow, line) is not None


_ISSUED = regexp(r"issued\b")
_ASIDE = 160
_ASIDE_STOP = regexp(r"[.;:](?=\s)|\n")


def _told_of_another(flow: Flow, at: int, number: NamedNumber | None) -> bool:
    """Tell whether a sentence says of another act when it was issued: ``Order 3, issued on …``."""
    before = [one for one in flow.numbers_in(max(0, at - _ASIDE), at) if one.end <= at]
    if not before or number is None or before[-1].serial == number.serial:
        return False
    return _ASIDE_STOP.search(flow.flow, before[-1].end, at) is None


_DATE_FIELD = regexp(r"\b(?i:dated?)\s?[:|]?\s?(?:the\s)?$")


def _slashed_day_first(flow: Flow) -> Iterator[tuple[date, int, int, str]]:
    """Yield the days of date fields of India, which writes ``06/05/2026`` with the day first."""
    for day in slashed_days(flow.flow[:HEAD], order="day first"):
        if _DATE_FIELD.search(flow.flow, max(0, day.start - 12), day.start):
            yield from _whole(day.on(None), day.start, day.end, "issue")


def _slashed(flow: Flow, label: DayLabel) -> Iterator[tuple[date, int, int, str]]:
    before = re.compile(label.pattern.pattern.removesuffix(DAY) + "$")
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
