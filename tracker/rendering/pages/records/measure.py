"""How does the page of one measure look: the answer, its reasons, what we said when?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from tracker.application.answers.measure_file import MeasureFile, ReasonFile
from tracker.application.charts.chart import Chart
from tracker.domain.days import parse_when
from tracker.domain.questions import Answer, Branch, Certainty, Reason
from tracker.domain.rulebook import Field
from tracker.projection.said import Cause, Said
from tracker.rendering import labels
from tracker.rendering.act_entries import when
from tracker.rendering.addresses import Addresses, in_path
from tracker.rendering.neutral import neutral, short
from tracker.rendering.page import Chip, Fact, Link, Table
from tracker.rendering.pages.bars.drawn import SmallView, small_view
from tracker.rendering.pages.parts.clocks import ClocksView, clocks_view
from tracker.rendering.pages.parts.quotes import QuoteView, quote_views
from tracker.rendering.pages.parts.standing import (
    FreshnessView,
    PendingView,
    certainty_chip,
    days_words,
    freshness_view,
    pending_view,
    status_chip,
    stretch_words,
    sure_told,
)
from tracker.rendering.pages.parts.terms import term_facts
from tracker.rendering.words import Words

SAID_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonView:
    """An effect that decides: what it does when, its act, its sentences, who accepted it."""

    heading: str
    href: str
    act: str
    chip: Chip
    meta: str
    quotes: tuple[QuoteView, ...]
    facts: tuple[Fact, ...]
    links: tuple[Link, ...]
    links_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidView:
    """One row of what we said when."""

    since: str
    status: Chip
    certainty: Chip | None
    days: str
    cause: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryView:
    """How the answer for the day changed as one knowledge clock went on."""

    heading: str
    lead: str
    heads: tuple[str, ...]
    rows: tuple[SaidView, ...]
    left_out: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasurePageView:
    """All that ``web/measure.html.j2`` prints."""

    heading: str
    id: str
    instrument: Link
    other_name: str | None
    meta: str
    clocks: ClocksView
    party: str
    pending: PendingView | None
    status: Chip
    certainty: Chip | None
    verdict: str
    explained: str | None
    next: str | None
    freshness: FreshnessView
    branches: Table | None
    parties: Table | None
    terms: tuple[Fact, ...]
    own: tuple[QuoteView, ...]
    reasons: tuple[ReasonView, ...]
    nothing: str | None
    notes: tuple[str, ...]
    runs: Table
    histories: tuple[HistoryView, ...]
    timeline: str
    evidence: str
    over_time: SmallView | None
    words: Mapping[str, str]


_LABELS = (
    "ask", "party", "party_hint", "terms", "own", "reasons", "runs", "branches", "parties", "notes",
    "timeline", "evidence", "id", "part_of", "clocks", "sources",
)  # fmt: skip


def measure_view(
    words: Words,
    file: MeasureFile,
    field: Field,
    addresses: Addresses,
    *,
    party: str = "",
    chart: Chart | None = None,
) -> MeasurePageView:
    """Return what the page of one measure prints; ``chart`` is its course as a bar."""
    standing, ref = file.standing, file.row.measure
    found = standing.answer
    return MeasurePageView(
        heading=short(words.said(ref.title or ref.summary or "")) or _place(words, file),
        id=found.measure,
        instrument=Link(
            text=labels.heading(words, file.instrument),
            url=addresses.instrument(file.instrument.id),
        ),
        other_name=labels.other_name(words, file.instrument),
        meta=" · ".join(
            part
            for part in (
                words.said(labels.provision(ref)),
                labels.meta(words, file.instrument, None),
            )
            if part
        ),
        clocks=clocks_view(words, file.clocks, addresses),
        party=party,
        pending=pending_view(words, standing.pending_review, addresses),
        status=status_chip(words, found.status),
        certainty=certainty_chip(words, found.certainty),
        verdict=_verdict(words, found),
        explained=_explained(words, found),
        next=_next(words, found),
        freshness=freshness_view(words, standing.freshness),
        branches=_branches(words, found),
        parties=_parties(words, found),
        terms=term_facts(words, found.terms, field),
        own=quote_views(words, file.own, addresses),
        reasons=tuple(_reason(words, one, addresses, file.zone) for one in file.reasons),
        nothing=None if file.reasons else words("measure.no_reason"),
        notes=tuple(short(words.said(note)) for note in found.notes),
        runs=_runs(words, file),
        histories=tuple(_histories(words, file, addresses)),
        timeline=addresses.to("/timeline", instrument=file.instrument.id),
        evidence=addresses.to(f"/measures/{in_path(found.measure)}", party=party, evidence="1"),
        over_time=small_view(words, addresses, chart) if chart else None,
        words={key: words(f"measure.{key}") for key in _LABELS},
    )


def _place(words: Words, file: MeasureFile) -> str:
    parts = (labels.number(words, file.instrument), words.said(labels.provision(file.row.measure)))
    return words.clauses(parts)


def _verdict(words: Words, found: Answer) -> str:
    days = days_words(words, found)
    told = words("measure.verdict", day=words.day(found.on), status=words(f"status.{found.status}"))
    return words("measure.verdict_days", told=told, days=days) if days else told


def _explained(words: Words, found: Answer) -> str | None:
    if found.certainty in (None, Certainty.CONFIRMED):
        return None
    return words(f"certain.{found.certainty}")


def _next(words: Words, found: Answer) -> str | None:
    if found.next is None:
        return None
    status = words(f"status.{found.next.status}")
    return words("measure.next", day=words.day(found.next.on), status=status)


def _branches(words: Words, found: Answer) -> Table | None:
    if not found.branches:
        return None
    rows = tuple(
        ((_branch(words, one),), (words(f"status.{one.status}"),)) for one in found.branches
    )
    heads = (words("table.reading"), words("table.then"))
    return Table(heads=heads, rows=rows)


def _branch(words: Words, one: Branch) -> str:
    if words.has(f"branch.{one.when}"):
        return words(f"branch.{one.when}")
    if one.from_ or one.through:
        return words("dispute.other", when=when(words, one.from_, one.through))
    return neutral(one.when)


def _parties(words: Words, found: Answer) -> Table | None:
    if not found.parties:
        return None
    rows = tuple(
        ((words.listed(short(name) for name in one.parties),), (words(f"status.{one.status}"),))
        for one in found.parties
    )
    return Table(heads=(words("mail.whom"), words("table.then")), rows=rows)


def _known(file: MeasureFile) -> date:
    """Return the day up to which the page knows what was announced."""
    known = file.clocks.announced_by or file.clocks.now
    return known.date() if isinstance(known, datetime) else known


def _runs(words: Words, file: MeasureFile) -> Table:
    rows = tuple(
        (
            (stretch_words(words, span.from_, span.through) or words("measure.all_days"),),
            (words(f"status.{span.status}"),),
            (sure_told(words, span.certainty, _known(file), first=span.from_, last=span.through),),
        )
        for span in file.timeline.spans
    )
    heads = tuple(words(f"measure.head_{key}") for key in ("days", "status", "certainty"))
    return Table(heads=heads, rows=rows)


def _reason(words: Words, one: ReasonFile, addresses: Addresses, zone: str | None) -> ReasonView:
    reason, ground = one.reason, one.grounds
    left = len(ground.urls) - labels.SOURCES_SHOWN
    label = words("fact.from_sources")
    return ReasonView(
        heading=words(f"kind.{reason.kind}"),
        chip=Chip(tone="plain", text=words(f"kind.{reason.kind}")),
        href=addresses.instrument(reason.affecting),
        act=labels.heading(words, one.act),
        meta=" · ".join(_reason_meta(words, reason, zone)),
        quotes=quote_views(words, one.quotes, addresses),
        facts=tuple(_reason_facts(words, one, zone)),
        links=tuple(labels.link(url) for url in ground.urls[: labels.SOURCES_SHOWN]),
        links_label=f"{label} ({words('count.more', n=left)})" if left > 0 else label,
    )


def _reason_meta(words: Words, reason: Reason, zone: str | None) -> Iterator[str]:
    yield when(words, reason.from_, reason.through)
    announced = words.there(parse_when(reason.announced_at), zone)
    yield words("measure.announced", when=announced)


def _reason_facts(words: Words, one: ReasonFile, zone: str | None) -> Iterator[Fact]:
    reason, ground = one.reason, one.grounds
    if not one.quotes:
        yield Fact(label=words("fact.rests_on"), lines=(words("fact.no_sentence"),))
    if reason.boundary == "unclear" and reason.through:
        unclear = words("fact.unclear", day=words.day(reason.through))
        yield Fact(label=words("fact.last_day"), lines=(unclear,))
    if reason.basis:
        yield Fact(label=words("fact.dates"), lines=(words.known("basis", reason.basis) or "",))
    if reason.parties:
        names = words.listed(short(name) for name in reason.parties)
        yield Fact(label=words("fact.parties"), lines=(names,))
    yield Fact(label=words("measure.accepted"), lines=tuple(_accepted(words, reason, zone)))
    if ground.confidence and ground.confidence != "high":
        told = words.known("confidence", ground.confidence) or ""
        yield Fact(label=words("fact.confidence"), lines=(told,))


def _accepted(words: Words, reason: Reason, zone: str | None) -> Iterator[str]:
    by = short(reason.accepted_by or words("measure.import"))
    at = words.there(parse_when(reason.accepted_at), zone) if reason.accepted_at else ""
    yield words("measure.by_at", by=by, at=at) if at else by
    if reason.signed_off_by:
        off = reason.signed_off_at
        signed = words.there(parse_when(off), zone) if off else ""
        yield words("measure.signed", by=short(reason.signed_off_by), at=signed)
    elif not reason.read_by_person:
        yield words("measure.unsigned")


def _histories(words: Words, file: MeasureFile, addresses: Addresses) -> Iterator[HistoryView]:
    for key, clock, said in (
        ("announced", "announced_by", file.announced),
        ("recorded", "recorded_by", file.recorded),
    ):
        rows = said[-SAID_SHOWN:]
        left = len(said) - len(rows)
        yield HistoryView(
            heading=words(f"measure.{key}_heading", day=words.day(file.standing.answer.on)),
            lead=words(f"measure.{key}_lead"),
            heads=tuple(words(f"measure.head_{name}") for name in ("since", "said", "cause")),
            rows=tuple(_said(words, one, file, addresses, clock) for one in rows),
            left_out=words("count.more", n=left) if left else None,
        )


def _said(words: Words, one: Said, file: MeasureFile, addresses: Addresses, clock: str) -> SaidView:
    found = one.answer
    moment = one.since.isoformat().replace("+00:00", "Z")
    return SaidView(
        since=words.local(one.since, file.zone or "UTC"),
        status=status_chip(words, found.status),
        certainty=certainty_chip(words, found.certainty),
        days=days_words(words, found),
        cause=words.listed(_causes(words, one.causes, file)),
        href=addresses.at(on=found.on.isoformat(), **{clock: moment}).measure(found.measure),
    )


def _causes(words: Words, causes: Iterable[Cause], file: MeasureFile) -> Iterator[str]:
    for cause in causes:
        key = f"kind.{cause.kind}"
        kind = words(key) if words.has(key) else words(f"measure.cause_{cause.kind}")
        act = file.acts.get(cause.act) if cause.act else None
        yield f"{kind} ({labels.number(words, act)})" if act else kind
