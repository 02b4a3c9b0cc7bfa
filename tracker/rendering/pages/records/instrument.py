"""How does the page of one instrument look?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tracker.application.answers.instrument_file import EffectFile, InstrumentFile
from tracker.application.charts.chart import Chart
from tracker.digests.lines import InstrumentRef
from tracker.domain.days import parse_when
from tracker.domain.records import DateField, DateRecord
from tracker.domain.records import Link as Tie
from tracker.rendering import labels
from tracker.rendering.addresses import Addresses
from tracker.rendering.neutral import neutral, short
from tracker.rendering.page import Chip, Fact, Link
from tracker.rendering.pages.bars.drawn import SmallView, small_view
from tracker.rendering.pages.parts.clocks import ClocksView, clocks_view
from tracker.rendering.pages.parts.quotes import quote_views
from tracker.rendering.pages.parts.standing import (
    FreshnessView,
    PendingView,
    RowView,
    freshness_view,
    pending_view,
    row_view,
)
from tracker.rendering.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectView:
    """An effect of this instrument, or of another (``act``) on it; ``rests`` leads to its words."""

    chip: Chip
    act: Link | None
    when: str
    announced: str
    targets: tuple[str, ...]
    rests: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentPageView:
    """All that ``web/instrument.html.j2`` prints."""

    heading: str
    other_name: str | None
    meta: str
    clocks: ClocksView
    facts: tuple[Fact, ...]
    links: tuple[Link, ...]
    links_label: str
    pending: PendingView | None
    freshness: FreshnessView
    heads: tuple[str, ...]
    rows: tuple[RowView, ...]
    does: tuple[EffectView, ...]
    suffers: tuple[EffectView, ...]
    ties: tuple[tuple[str, str | None], ...]
    claims: tuple[str, ...]
    announcements: tuple[Link, ...]
    timeline: str
    over_time: SmallView | None
    words: Mapping[str, str]


_LABELS = (
    "ask", "clocks", "measures", "no_measure", "does", "suffers", "ties", "claims", "announcements",
    "timeline", "sources", "kind", "target", "days", "public", "rests",
)  # fmt: skip


def instrument_view(
    words: Words, file: InstrumentFile, addresses: Addresses, *, chart: Chart | None = None
) -> InstrumentPageView:
    """Return what the page of one instrument prints; ``chart`` are its measures as bars."""
    act = file.instrument
    return InstrumentPageView(
        heading=labels.heading(words, act),
        other_name=labels.other_name(words, act),
        meta=labels.meta(words, act, None),
        clocks=clocks_view(words, file.clocks, addresses),
        facts=tuple(_facts(words, file)),
        links=tuple(labels.link(url) for url in file.grounds.urls),
        links_label=words("fact.from_sources"),
        pending=pending_view(words, file.pending_review, addresses),
        freshness=freshness_view(words, file.freshness),
        heads=tuple(words(f"rules.head_{key}") for key in ("part", "stands", "demands", "scope")),
        rows=tuple(row_view(words, row, addresses) for row in file.rules.rows)
        if file.rules
        else (),
        does=tuple(_effects(words, file.does, addresses, own=act.id)),
        suffers=tuple(_effects(words, file.suffers, addresses, own=act.id)),
        ties=tuple(_tie(words, tie, other, file, addresses) for tie, other in file.links),
        claims=tuple(_claims(words, file)),
        announcements=tuple(
            Link(
                text=short(one.title) if one.title else one.id or "",
                url=addresses.announcement(one.id or ""),
            )
            for one in file.carried
        ),
        timeline=addresses.to("/timeline", instrument=act.id),
        over_time=small_view(words, addresses, chart) if chart else None,
        words={key: words(f"instrument.{key}") for key in _LABELS},
    )


def _facts(words: Words, file: InstrumentFile) -> Iterator[Fact]:
    record, ground = file.record, file.grounds
    yield Fact(label=words("instrument.id"), lines=(file.instrument.id,))
    if record is not None:
        if record.issued_on:
            yield Fact(label=words("instrument.issued"), lines=(_day(words, record.issued_on),))
        if record.announced_at:
            told = _day(words, record.announced_at)
            yield Fact(label=words("instrument.announced"), lines=(told,))
        if record.timezone:
            yield Fact(label=words("instrument.zone"), lines=(neutral(record.timezone),))
    if ground.confidence and ground.confidence != "high":
        told = words.known("confidence", ground.confidence) or ""
        yield Fact(label=words("fact.confidence"), lines=(told,))
    if ground.notes:
        yield Fact(
            label=words("fact.note"), lines=tuple(short(words.said(note)) for note in ground.notes)
        )


def _effects(
    words: Words, files: Iterable[EffectFile], addresses: Addresses, *, own: str
) -> Iterator[EffectView]:
    for one in files:
        effect = one.effect
        act = Link(text=labels.heading(words, one.act), url=addresses.instrument(effect.affecting))
        yield EffectView(
            chip=Chip(tone="plain", text=words(f"kind.{effect.kind}")),
            act=None if effect.affecting == own else act,
            when=_when(words, effect.from_, effect.through),
            announced=_day(words, effect.announced_at),
            targets=tuple(_targets(words, one, own)),
            rests=tuple(_rests(words, one, addresses)),
        )


def _targets(words: Words, one: EffectFile, own: str) -> Iterator[str]:
    """Yield a line for each touched instrument, with which of its parts."""
    parts: dict[str, list[str]] = {}
    for target in one.effect.affected:
        home, _, part = target.partition("#")
        parts.setdefault(home.rstrip("*"), []).append(neutral(part))
    for act in one.targets:
        named = words.listed(part for part in parts.get(act.id, []) if part)
        heading = words("instrument.itself") if act.id == own else labels.heading(words, act)
        told = words("table.of", act=heading, parts=named) if named else heading
        yield named if named and act.id == own else told


def _rests(words: Words, one: EffectFile, addresses: Addresses) -> Iterator[Link]:
    for view in quote_views(words, one.sentences, addresses):
        yield Link(text=view.stored_text, url=view.stored)
    if not one.sentences:
        yield Link(text=words("fact.no_sentence"), url=None)


def _when(words: Words, first: DateField, last: DateField) -> str:
    start, end = _date(words, first), _date(words, last)
    if start and end:
        return words("when.from_through", first=start, last=end)
    if end:
        return words("when.through", last=end)
    return words("when.from", first=start) if start else words("when.unknown")


def _date(words: Words, value: DateField) -> str | None:
    text = value.value if isinstance(value, DateRecord) else value
    if text is None:
        return None
    return words.roughly(text) if len(text) < 10 else _day(words, text)


def _day(words: Words, text: str) -> str:
    return words.when(parse_when(text))


def _tie(
    words: Words,
    tie: Tie,
    other: InstrumentRef | None,
    file: InstrumentFile,
    addresses: Addresses,
) -> tuple[str, str | None]:
    end = tie.to if tie.from_.partition("#")[0] == file.instrument.id else tie.from_
    name = labels.heading(words, other) if other else short(end, longest=120)
    outward = end == tie.to
    key = f"link.{tie.kind}" if outward else f"linked.{tie.kind}"
    if other:
        return words(key, act=name), addresses.instrument(other.id)
    return words(key, act=name), addresses.announcement(end) if "#" not in end else None


def _claims(words: Words, file: InstrumentFile) -> Iterator[str]:
    for one, said in file.claims:
        speaker = short(one.speaker or words("claim.somebody"), longest=80)
        day = words.when(parse_when(one.said_on)) if one.said_on else None
        stance = words.known("stance", one.stance)
        yield " · ".join(part for part in (speaker, day, stance, f"“{short(said)}”") if part)
