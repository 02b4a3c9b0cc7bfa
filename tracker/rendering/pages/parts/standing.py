"""How does an answer look on a page: status, certainty, days, freshness, what waits?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tracker.application.answers.listing import InstrumentRules, RuleRow
from tracker.digests.lines import Items
from tracker.domain.days import parse_when
from tracker.domain.questions import Answer, Certainty, Status
from tracker.projection.proposals import Proposal, State
from tracker.projection.sources import Freshness
from tracker.projection.waiting import Pending
from tracker.rendering import labels
from tracker.rendering.act_entries import when
from tracker.rendering.addresses import Addresses
from tracker.rendering.neutral import neutral, short
from tracker.rendering.page import Chip
from tracker.rendering.pages.parts.record_words import summary_told
from tracker.rendering.words import Words

STATUS_TONES = {
    Status.IN_FORCE: "good",
    Status.SUSPENDED: "wait",
    Status.PENDING: "new",
    Status.EXPIRED: "plain",
    Status.REPEALED: "plain",
    Status.UNKNOWN: "plain",
}
CERTAINTY_TONES = {
    Certainty.CONFIRMED: "plain",
    Certainty.PROJECTED: "plain",
    Certainty.REPORTED: "doubt",
    Certainty.DISPUTED: "doubt",
    Certainty.UNVERIFIED: "doubt",
}
PENDING_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """One rule of a list: its place, what it demands of what, where it stands and how surely."""

    href: str
    provision: str
    demands: str
    summary: str
    scope: tuple[str, ...]
    status: Chip
    certainty: Chip | None
    days: str
    waits: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """The rules of one instrument, with its names."""

    href: str
    heading: str
    other_name: str | None
    meta: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FreshnessView:
    """How fresh our knowledge is, in one line; ``alert`` where days were not read."""

    text: str
    alert: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingView:
    """What waits for a person and could change the answer."""

    lead: str
    lines: tuple[tuple[str, str | None], ...]
    more: str | None


def status_chip(words: Words, status: Status) -> Chip:
    """Return the chip of a status."""
    return Chip(tone=STATUS_TONES[status], text=words(f"status.{status}"))


def certainty_chip(words: Words, certainty: Certainty | None) -> Chip | None:
    """Return the chip of a certainty."""
    if certainty is None:
        return None
    return Chip(tone=CERTAINTY_TONES[certainty], text=words(f"certainty.{certainty}"))


def stretch_words(words: Words, first: date | None, last: date | None) -> str:
    """Say from when through when a status holds; nothing where it always did."""
    return when(words, first, last) if first or last else ""


def sure_told(
    words: Words,
    certainty: Certainty | None,
    known: date,
    *,
    first: date | None,
    last: date | None,
) -> str:
    """Say how sure a stretch of days is: beyond the day of knowledge nothing is confirmed."""
    if certainty is None:
        return ""
    if certainty is Certainty.CONFIRMED and (last is None or last > known):
        if first is not None and first > known:
            return words(f"certainty.{Certainty.PROJECTED}")
        return words("standing.sure_until", day=words.day(known))
    return words(f"certainty.{certainty}")


def days_words(words: Words, found: Answer) -> str:
    """Say since when and through when a status holds, and whether it was ever in force."""
    told = [stretch_words(words, found.since, found.through)]
    if found.never_in_force and found.status in (Status.SUSPENDED, Status.REPEALED):
        told.append(words("fate.never"))
    return "; ".join(part for part in told if part)


def group_view(words: Words, group: InstrumentRules, addresses: Addresses) -> GroupView:
    """Return the rules of one instrument."""
    return GroupView(
        href=addresses.instrument(group.instrument.id),
        heading=labels.heading(words, group.instrument),
        other_name=labels.other_name(words, group.instrument),
        meta=labels.meta(words, group.instrument, None),
        rows=tuple(
            row_view(words, row, addresses, place=place)
            for place, row in zip(
                labels.places(words, (row.measure for row in group.rows)), group.rows, strict=True
            )
        ),
    )


def row_view(
    words: Words, row: RuleRow, addresses: Addresses, *, place: str | None = None
) -> RowView:
    """Return one rule of a list; ``place`` tells its part of the act from the others."""
    found, measure = row.standing.answer, row.measure
    pending = len(row.standing.pending_review)
    return RowView(
        href=addresses.measure(measure.id),
        provision=place or words.said(labels.provision(measure)),
        demands=words.named(measure.requirement) if measure.requirement else "",
        summary=short(words.said(measure.summary or measure.title or "")),
        scope=tuple(scope_lines(words, row.items)),
        status=status_chip(words, found.status),
        certainty=certainty_chip(words, found.certainty),
        days=days_words(words, found),
        waits=words.count("standing.waits", pending) if pending else None,
    )


def scope_lines(words: Words, items: Items) -> Iterator[str]:
    """Yield for whom and for what a rule matters."""
    elements = [f"{words.named(one)} ({one.key})" for one in items.elements]
    goods = [*elements, *items.control_codes, *items.hs_codes]
    if goods:
        shown = words.listed(map(neutral, goods[: labels.CODES_SHOWN]))
        left = len(goods) - labels.CODES_SHOWN
        yield shown if left <= 0 else f"{shown} {words('count.more', n=left)}"
    if items.destinations:
        yield words(
            "standing.to",
            places=words.listed(neutral(words.said(one)) for one in items.destinations),
        )
    if items.end_uses:
        yield words(
            "standing.uses", uses=words.listed(neutral(words.said(one)) for one in items.end_uses)
        )


def freshness_view(words: Words, fresh: Freshness) -> FreshnessView:
    """Say how fresh the knowledge is, and which days were not read."""
    told = [words(f"standing.{fresh.state}")]
    if fresh.covered_through:
        told.append(words("coverage.covered", day=words.day(fresh.covered_through)))
    if fresh.checked_at:
        told.append(words("standing.checked", when=words.when(parse_when(fresh.checked_at))))
    gaps = (
        words(
            "coverage.gap",
            first=words.day(gap.first),
            last=words.day(gap.last),
            source=neutral(gap.source),
        )
        for gap in fresh.gaps
    )
    return FreshnessView(
        text=words("standing.told", told=words.clauses((*told, *gaps))),
        alert=fresh.state != "fresh",
    )


def pending_view(
    words: Words, waiting: Iterable[Pending], addresses: Addresses
) -> PendingView | None:
    """Say what waits for a person, ``None`` where nothing does."""
    found = tuple(waiting)
    if not found:
        return None
    left = len(found) - PENDING_SHOWN
    return PendingView(
        lead=words.count("standing.pending", len(found)),
        lines=tuple(
            (
                pending_told(words, one),
                addresses.announcement(one.announcement) if one.announcement else None,
            )
            for one in found[:PENDING_SHOWN]
        ),
        more=words("count.more", n=left) if left > 0 else None,
    )


def state_told(words: Words, found: Proposal) -> str:
    """Say where a proposal stands."""
    reopened = found.state is State.REOPENED
    return words(
        "desk.state_read_anew" if reopened and found.read_anew else f"desk.state_{found.state}"
    )


def pending_told(words: Words, one: Pending) -> str:
    """Say in the reader's language what is proposed, under the title of its announcement."""
    if one.proposed is None:
        return short(words.said(one.summary))
    reading, title = one.proposed.reading, one.proposed.made.title
    state = state_told(words, one.proposed)
    if not any(record["type"] == "effect" for record in reading.records):
        left = words.count("desk.unread_short", len(reading.unread)) if reading.unread else None
        told = words.clauses(part for part in (state, left) if part)
        named = short(title or reading.announcement)
        return words("standing.waiting_unread", title=named, told=told)
    told = summary_told(words, reading.records, "", acts=_numbers(words, one))
    if not title:
        return words("standing.waiting_untitled", told=told, state=state)
    return words("standing.waiting", title=short(title), told=told, state=state)


def _numbers(words: Words, one: Pending) -> dict[str, str]:
    """Return the numbers of the acts that are named: the proposed ones, then the recorded."""
    records = one.proposed.reading.records if one.proposed else ()
    found = {
        record["id"]: record["number"]
        for record in records
        if record["type"] == "instrument" and record.get("number")
    }
    for id, (number, english) in one.numbers.items():
        found[id] = english or number if words.language == "en" else number
    return found
