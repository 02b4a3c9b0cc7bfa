"""How does the page look that shows today?"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from types import MappingProxyType
from typing import TypeVar

from tracker.digests.digest import CoverageLine
from tracker.digests.lines import ComingLine, Items, TaskLine, TurnLine
from tracker.digests.today import DAYS_BACK, RuleGroup, RuleLine, TodayPage
from tracker.domain.days import parse_day
from tracker.domain.questions import Certainty
from tracker.projection.waiting import Pending
from tracker.rendering import labels
from tracker.rendering.act_entries import turn_entry
from tracker.rendering.addresses import Addresses
from tracker.rendering.coverage_view import coverage_view
from tracker.rendering.neutral import neutral, short
from tracker.rendering.other_entries import coming_entry, task_entry
from tracker.rendering.page import Chip, CoverageView, Entry, Section, SummaryItem
from tracker.rendering.pages.parts.standing import PendingView, pending_view
from tracker.rendering.words import Words

_L = TypeVar("_L", TurnLine, ComingLine, TaskLine)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """One rule: its place in the text, what it demands of what, since when."""

    href: str
    provision: str
    demands: str
    summary: str
    items: str
    since: str
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesView:
    """The rules of one instrument, with its names."""

    href: str
    heading: str
    other_name: str | None
    meta: str
    rules: tuple[RuleView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayView:
    """All that the template of today's page prints; ``page`` is what it was made from."""

    heading: str
    as_of: str
    count: str
    summary: tuple[SummaryItem, ...]
    rule_heads: tuple[str, ...]
    in_force_heading: str
    in_force: tuple[RulesView, ...]
    unverified_heading: str
    unverified_lead: str
    unverified: tuple[RulesView, ...]
    pending: PendingView | None
    lately: Section
    coming_up: Section
    verify: Section
    nothing: str
    coverage: CoverageView
    why_label: str
    page: TodayPage


def today_view(
    words: Words,
    page: TodayPage,
    addresses: Addresses,
    *,
    waiting: Iterable[Pending] = (),
    reach: Mapping[str, str] = MappingProxyType({}),
) -> TodayView:
    """Return what the template of today's page prints.

    ``waiting`` is what waits for review; ``reach`` tells through which day a rulebook was read for
    a jurisdiction, so that this page says the same of it as that of the sources.
    """
    section = partial(_section, words, addresses)
    return TodayView(
        heading=words("today.title"),
        as_of=words("today.as_of", when=words.instant(page.made_at)),
        count=words.count(
            "today.count",
            page.rules_in_force,
            instruments=words.count("today.instruments", len(page.in_force)),
        ),
        summary=tuple(_summary(words, page)),
        rule_heads=tuple(words(f"table.{key}") for key in ("part", "demands", "covers", "days")),
        in_force_heading=words("today.in_force"),
        in_force=tuple(_rules(words, group, addresses) for group in page.in_force),
        unverified_heading=words("today.unverified"),
        unverified_lead=words("today.unverified_lead"),
        unverified=tuple(_rules(words, group, addresses) for group in page.unverified),
        pending=pending_view(words, waiting, addresses),
        lately=replace(
            section("lately", "today.lately_lead", page.lately, turn_entry),
            lead=_lately_lead(words, page),
        ),
        coming_up=section("next", "lead.coming_up", page.coming_up, coming_entry),
        verify=section("verify", "lead.needs_action", page.needs_verifying, task_entry),
        nothing=words("today.nothing"),
        coverage=_coverage(words, page, reach),
        why_label=words("today.why"),
        page=page,
    )


def _lately_lead(words: Words, page: TodayPage) -> str:
    """Say what turned lately beside the turns that are told: what nobody has verified, or none."""
    back = page.made_at.date() - timedelta(days=DAYS_BACK)
    lines = [line for group in page.unverified for line in group.rules]
    unsure = sum(line.since is not None and line.since >= back for line in lines)
    told = [words("today.lately_lead")] if page.lately else []
    if unsure:
        told.append(words.count("today.lately_unsure", unsure))
    return words.sentences(told) or words("today.lately_none")


def _coverage(words: Words, page: TodayPage, reach: Mapping[str, str]) -> CoverageView:
    told = replace(
        page.coverage,
        jurisdictions=tuple(_reached(line, reach) for line in page.coverage.jurisdictions),
    )
    found = coverage_view(words, told, last=page.made_at.date())
    return replace(found, warning=words("today.unread")) if found.warning else found


def _reached(line: CoverageLine, reach: Mapping[str, str]) -> CoverageLine:
    """Return a line that says of a jurisdiction without sources what a rulebook has read of it."""
    day = reach.get(line.jurisdiction.key)
    if line.state != "not_tracked" or day is None:
        return line
    return replace(line, state="stale", covered_through=parse_day(day[:10]))


def _summary(words: Words, page: TodayPage) -> Iterator[SummaryItem]:
    unverified = sum(len(group.rules) for group in page.unverified)
    for key, anchor, number in (
        ("summary.open", "verify", len(page.needs_verifying)),
        ("summary.unverified", "unverified", unverified),
        ("today.lately_count", "lately", len(page.lately)),
        ("summary.coming_up", "next", len(page.coming_up)),
    ):
        if number:
            alert = anchor in ("verify", "unverified")
            yield SummaryItem(anchor=anchor, text=words.count(key, number), alert=alert)
    if not page.coverage.whole:
        yield SummaryItem(anchor="coverage", text=words("summary.coverage"), alert=True)


def _section(
    words: Words,
    addresses: Addresses,
    key: str,
    lead: str,
    lines: Sequence[_L],
    entry: Callable[[Words, _L], Entry],
) -> Section:
    return Section(
        key=key,
        heading=words(f"today.{key}"),
        lead=words(lead),
        entries=tuple(
            replace(entry(words, line), href=addresses.instrument(line.act.id)) for line in lines
        ),
        alert=key == "verify" and bool(lines),
    )


def _rules(words: Words, group: RuleGroup, addresses: Addresses) -> RulesView:
    return RulesView(
        href=addresses.instrument(group.instrument.id),
        heading=labels.heading(words, group.instrument),
        other_name=labels.other_name(words, group.instrument),
        meta=labels.meta(words, group.instrument, None),
        rules=tuple(
            _rule(words, line, addresses, place=place)
            for place, line in zip(
                labels.places(words, (line.measure for line in group.rules)),
                group.rules,
                strict=True,
            )
        ),
    )


def _rule(words: Words, line: RuleLine, addresses: Addresses, *, place: str) -> RuleView:
    measure = line.measure
    return RuleView(
        href=addresses.measure(measure.id),
        provision=place,
        demands=words.named(measure.requirement) if measure.requirement else "",
        summary=short(words.said(measure.summary or measure.title or "")),
        items=_items(words, line.items),
        since=words("today.since", day=words.day(line.since)) if line.since else "",
        chips=tuple(_chips(words, line)),
    )


def _items(words: Words, items: Items) -> str:
    named = [f"{words.named(one)} ({one.key})" for one in items.elements]
    return words.listed([*named, *map(neutral, items.control_codes[: labels.CODES_SHOWN])])


def _chips(words: Words, line: RuleLine) -> Iterator[Chip]:
    if line.certainty in (Certainty.UNVERIFIED, Certainty.DISPUTED):
        yield Chip(tone="doubt", text=words(f"certainty.{line.certainty}"))
