"""How does today's page look where there are too many rules to tell all?"""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.application.charts.busy_day import BusyDay, TurnRow
from tracker.rendering import labels
from tracker.rendering.addresses import Addresses
from tracker.rendering.neutral import short
from tracker.rendering.page import Chip
from tracker.rendering.pages.parts.standing import (
    FreshnessView,
    GroupView,
    PendingView,
    certainty_chip,
    freshness_view,
    group_view,
    pending_view,
    status_chip,
)
from tracker.rendering.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnView:
    """A measure that turns: when, from what to what, how surely."""

    day: str
    href: str
    text: str
    act: str
    before: Chip
    after: Chip
    certainty: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnsView:
    """The first turns of some days, and how many there are."""

    key: str
    heading: str
    rows: tuple[TurnView, ...]
    more: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BusyDayView:
    """All that ``web/busy-day.html.j2`` prints."""

    heading: str
    as_of: str
    count: str
    unverified: tuple[str, str] | None
    freshness: FreshnessView
    pending: PendingView | None
    sources: str
    turns: tuple[TurnsView, ...]
    turn_heads: tuple[str, ...]
    rules_heading: str
    heads: tuple[str, ...]
    groups: tuple[GroupView, ...]
    all: tuple[str, str]


def busy_day_view(words: Words, day: BusyDay, addresses: Addresses) -> BusyDayView:
    """Return what today's page prints."""
    page = day.page
    unverified = words.count("summary.unverified", page.unverified)
    turns = (
        _turns(words, "lately", day.lately, day.lately_count, addresses),
        _turns(words, "next", day.coming, day.coming_count, addresses),
    )
    return BusyDayView(
        heading=words("today.title"),
        as_of=words("today.as_of", when=words.instant(page.clocks.now)),
        count=words.count("rules.count", page.counted, statuses=words("status.in_force")),
        unverified=(
            (unverified, addresses.rules(certainty="unverified")) if page.unverified else None
        ),
        freshness=freshness_view(words, page.freshness),
        pending=pending_view(words, page.pending_review, addresses),
        sources=words("standing.sources"),
        turns=tuple(one for one in turns if one.rows),
        turn_heads=tuple(words(f"today.head_{key}") for key in ("day", "measure", "turn")),
        rules_heading=words("today.in_force"),
        heads=tuple(words(f"rules.head_{key}") for key in ("part", "stands", "demands", "scope")),
        groups=tuple(group_view(words, group, addresses) for group in page.groups),
        all=(words("today.all"), addresses.rules()),
    )


def _turns(
    words: Words, key: str, rows: Iterable[TurnRow], count: int, addresses: Addresses
) -> TurnsView:
    shown = tuple(_turn(words, row, addresses) for row in rows)
    left = count - len(shown)
    return TurnsView(
        key=key,
        heading=words(f"today.{key}"),
        rows=shown,
        more=words("count.more", n=left) if left > 0 else None,
    )


def _turn(words: Words, row: TurnRow, addresses: Addresses) -> TurnView:
    return TurnView(
        day=words.day(row.on),
        href=addresses.measure(row.measure),
        text=short(row.title or row.measure),
        act=labels.number(words, row.instrument),
        before=status_chip(words, row.before),
        after=status_chip(words, row.after),
        certainty=certainty_chip(words, row.certainty),
    )
