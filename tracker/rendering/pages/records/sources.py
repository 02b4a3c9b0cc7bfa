"""How is it shown which sources are read, how they do, and what is not covered?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from tracker.application.intake.sources import SourceReport, SourcesReport
from tracker.domain.days import instant_of, parse_when
from tracker.domain.facts import CoverageStated, SourceAdded
from tracker.domain.rulebook import Field
from tracker.projection.dossier import Recorded
from tracker.rendering.addresses import Addresses
from tracker.rendering.labels import link
from tracker.rendering.neutral import neutral, short
from tracker.rendering.page import Chip, Fact, Link
from tracker.rendering.words import Words

_TONES = {
    "fresh": "good",
    "stale": "stop",
    "failing": "stop",
    "blocked": "stop",
    "silent": "wait",
    "paused": "plain",
    "never_checked": "stop",
}


_LABELS = (
    "covered", "list", "missing", "conflicts", "gaps", "nothing", "change", "change_one",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """One source: how it does, when it was last read, what it is."""

    heading: str
    id: str
    meta: str
    health: Chip
    url: Link
    facts: tuple[Fact, ...]
    gaps: tuple[str, ...]
    change: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPageView:
    """All that ``web/sources.html.j2`` prints."""

    heading: str
    told: str
    alert: str | None
    not_tracked: tuple[str, ...]
    coverage: tuple[Fact, ...]
    sources: tuple[SourceView, ...]
    conflicts: tuple[Link, ...]
    words: Mapping[str, str]


def sources_view(
    words: Words,
    report: SourcesReport,
    described: Mapping[str, SourceAdded],
    coverage: Iterable[Recorded[CoverageStated]],
    field: Field,
    *,
    may_change: bool,
) -> SourcesPageView:
    """Return what the page of the sources prints; ``may_change`` adds links to do so."""
    stated = tuple(coverage)
    reach = reach_of(stated)
    bad = sum(1 for one in report.sources if one.state not in ("fresh", "paused"))
    unpolled = [code for code in report.not_tracked if code in reach]
    missing = [code for code in report.not_tracked if code not in reach]
    return SourcesPageView(
        heading=words("sources.title"),
        told=words.count("sources.count", len(report.sources)),
        alert=words.count("sources.bad", bad) if bad else None,
        not_tracked=tuple(_not_tracked(words, field, missing, unpolled, reach)),
        coverage=tuple(_coverage(words, one, field) for one in stated),
        sources=tuple(
            _source(words, one, described.get(one.id), field, may_change=may_change)
            for one in report.sources
        ),
        conflicts=tuple(
            Link(
                text=f"{short(one.number)}: {one.announcement} / {one.other}",
                url=Addresses().announcement(one.announcement),
            )
            for one in report.conflicts
        ),
        words={key: words(f"sources.{key}") for key in _LABELS},
    )


def _place(words: Words, field: Field, code: str) -> str:
    found = field.jurisdictions.get(code)
    return words.name(found.names) if found else neutral(code)


def reach_of(stated: Iterable[Recorded[CoverageStated]]) -> dict[str, str]:
    """Return through which day a rulebook was read for each jurisdiction that one covers."""
    return {code: one.record.covered_through for one in stated for code in one.record.jurisdictions}


def _not_tracked(
    words: Words,
    field: Field,
    missing: Iterable[str],
    unpolled: Iterable[str],
    reach: Mapping[str, str],
) -> Iterator[str]:
    """Say where no source is read: what a rulebook reaches, by its last day, and the rest."""
    for day, some in groupby(sorted(unpolled, key=lambda code: reach[code]), key=reach.__getitem__):
        names = words.listed(_place(words, field, code) for code in some)
        yield words("sources.unpolled", names=names, day=words.when(parse_when(day)))
    names = words.listed(_place(words, field, code) for code in missing)
    if names:
        yield words("coverage.not_tracked_line", names=names)


def _url(words: Words, one: SourceReport, *, is_shown: bool) -> Link:
    """Return where a source lies; a place on this machine is nobody's business but its owner's."""
    if one.kind == "folder" and not is_shown:
        return Link(text=words("sources.folder"), url=None)
    return link(one.url)


def _coverage(words: Words, item: Recorded[CoverageStated], field: Field) -> Fact:
    stated = item.record
    places = words.listed(_place(words, field, code) for code in stated.jurisdictions)
    day = words.when(parse_when(stated.covered_through))
    lines = [words("sources.rulebook", places=places, day=day)]
    lines += [short(words.said(part), longest=600) for part in (stated.text,) if part]
    recorded = words.when(instant_of(item.at))
    return Fact(label=words("sources.stated", when=recorded), lines=tuple(lines))


def _source(
    words: Words,
    one: SourceReport,
    described: SourceAdded | None,
    field: Field,
    *,
    may_change: bool,
) -> SourceView:
    place = _place(words, field, one.jurisdiction) if one.jurisdiction else None
    meta = (place, words(f"authority.{one.authority}"), one.language, one.kind)
    return SourceView(
        heading=short(words.said((described.title if described else None) or one.id), longest=120),
        id=one.id,
        meta=" · ".join(neutral(part) for part in meta if part),
        health=Chip(tone=_TONES.get(one.state, "plain"), text=words(f"health.{one.state}")),
        url=_url(words, one, is_shown=may_change),
        facts=tuple(
            Fact(label=words(f"sources.{key}"), lines=(text,))
            for key, text in _facts(words, one)
            if text
        ),
        gaps=tuple(
            words("period.to", first=words.day(gap.from_), last=words.day(gap.through))
            for gap in one.gaps
        ),
        change=Addresses().to("/sources/change", id=one.id) if may_change else None,
    )


def _facts(words: Words, one: SourceReport) -> tuple[tuple[str, str | None], ...]:
    def told(text: str | None) -> str | None:
        return words.when(parse_when(text)) if text else None

    failures = words.count("sources.in_a_row", one.consecutive_failures)
    return (
        ("good", told(one.last_good_at) or words("sources.never")),
        ("tried", told(one.last_checked_at)),
        ("changed", told(one.last_changed_at)),
        ("due", told(one.next_due_at)),
        ("every", _span(words, one.cadence_seconds)),
        ("budget", _span(words, one.staleness_budget_seconds)),
        ("failures", failures if one.consecutive_failures else None),
        ("error", short(one.last_error) if one.last_error else None),
        ("doubt", short(one.doubt) if one.doubt else None),
        ("seen", str(one.items_seen) if one.items_seen is not None else None),
    )


def _span(words: Words, seconds: int) -> str:
    for unit, length in (("days", 86_400), ("hours", 3600), ("minutes", 60)):
        if seconds >= length and seconds % length == 0:
            return words.count(f"span.{unit}", seconds // length)
    return words.count("span.seconds", seconds)
