"""How is a source doing, and how fresh is therefore what we say of its jurisdiction?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from tracker.domain.days import begins_at, instant_of, instant_text, legal_day, parse_when
from tracker.domain.facts import (
    CoverageStated,
    SourceAdded,
    SourceFact,
    SourcePaused,
    SourcePolled,
    SourceRemoved,
    SourceResumed,
)
from tracker.projection.dossier import Recorded

_SECOND = 1_000_000
_BLOCKING = (401, 403, 407, 429, 451)
RULE_MAKING = ("issuer", "official")
"""Authorities whose sources can make an answer fresh."""


class Health(StrEnum):
    """How a source is doing."""

    FRESH = "fresh"
    STALE = "stale"
    FAILING = "failing"
    SILENT = "silent"
    BLOCKED = "blocked"
    PAUSED = "paused"
    NEVER_CHECKED = "never_checked"


@dataclass(frozen=True, slots=True)
class Gap:
    """Days that no poll of a source has reached, first and last one included."""

    source: str
    first: date
    last: date


@dataclass(slots=True)
class SourceState:
    """What the facts on one source add up to; instants are microseconds since 1970."""

    source: SourceAdded
    paused: bool = False
    removed: bool = False
    last_checked: int | None = None
    last_good: int | None = None
    last_changed: int | None = None
    failures: int = 0
    last_error: str | None = None
    last_status: int | None = None
    items_seen: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    sha256: str | None = None
    reaches: list[tuple[int | None, int | None]] = field(default_factory=list)

    def apply(self, fact: SourceFact, at: int) -> None:
        """Take one more fact into account, in recorded order."""
        match fact:
            case SourceAdded():
                self.source, self.removed = fact, False
            case SourcePaused():
                self.paused = True
            case SourceResumed():
                self.paused = False
            case SourceRemoved():
                self.removed = True
            case SourcePolled():
                self._polled(fact, at)

    def _polled(self, fact: SourcePolled, at: int) -> None:
        self.last_checked = at
        self.last_status = fact.status
        if fact.outcome == "failed":
            self.failures += 1
            self.last_error = fact.error
            return
        if fact.outcome == "read":
            self._reach_back(fact)
            self.items_seen = fact.items
            self.etag, self.last_modified = fact.etag, fact.last_modified
            self.sha256 = fact.sha256
        if fact.new or fact.revised:
            self.last_changed = at
        self.failures, self.last_error, self.last_good = 0, None, at

    def _reach_back(self, fact: SourcePolled) -> None:
        """Remember a poll that must show that nothing slipped by since the last good one."""
        budget = self.source.staleness_budget_seconds * _SECOND
        checked = self.last_checked or 0
        if self.last_good is None or checked - self.last_good > budget:
            oldest = None if fact.oldest_item_at is None else _instant(fact.oldest_item_at)
            self.reaches.append((self.last_good, oldest))

    def health(self, now: int) -> Health:
        """Return how the source is doing at ``now``."""
        if self.paused:
            return Health.PAUSED
        if self.last_checked is None:
            return Health.NEVER_CHECKED
        if self.failures:
            return Health.BLOCKED if self.last_status in _BLOCKING else Health.FAILING
        if not self.within_budget(now):
            return Health.STALE
        if self.items_seen is not None and self.items_seen < self.source.minimum_items:
            return Health.SILENT
        return Health.FRESH

    def within_budget(self, now: int) -> bool:
        """Tell whether the last good check is no older than the source's staleness budget."""
        budget = self.source.staleness_budget_seconds * _SECOND
        return self.last_good is not None and now - self.last_good <= budget

    def gaps(self, covered_through: date | None) -> tuple[Gap, ...]:
        """Return the days that no poll has reached, given what was covered before the first."""
        return tuple(
            gap
            for known, oldest in self.reaches
            if (gap := self._gap(known, oldest, covered_through)) is not None
        )

    def _gap(
        self, known: int | None, oldest: int | None, covered_through: date | None
    ) -> Gap | None:
        zone_name = self.source.timezone
        covered = legal_day(instant_of(known), zone_name) if known else covered_through
        if covered is None:
            return None
        reached = legal_day(instant_of(oldest), zone_name) if oldest else date.max
        if reached <= covered + timedelta(days=1):
            return None
        last = reached - timedelta(days=1) if oldest else covered + timedelta(days=1)
        return Gap(self.source.id, covered + timedelta(days=1), last)


def _instant(text: str) -> int:
    return begins_at(parse_when(text), None)


def state_of(facts: Sequence[Recorded[SourceFact]], *, before: int) -> SourceState | None:
    """Fold the facts on one source that were recorded before the bound."""
    state: SourceState | None = None
    for item in facts:
        if item.at >= before:
            continue
        if state is None:
            if not isinstance(item.record, SourceAdded):
                continue
            state = SourceState(item.record)
        state.apply(item.record, item.at)
    return None if state is None or state.removed else state


def states_of(
    histories: Iterable[Sequence[Recorded[SourceFact]]], *, before: int
) -> tuple[SourceState, ...]:
    """Return the state of every source that is ours at the bound, in the order of adding."""
    found = (state_of(facts, before=before) for facts in histories)
    return tuple(state for state in found if state is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """How recently, and how completely, the sources behind an answer were read."""

    state: str
    checked_at: str | None = None
    covered_through: date | None = None
    sources: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()


def covered_through(
    statements: Iterable[Recorded[CoverageStated]], jurisdiction: str | None, *, before: int
) -> date | None:
    """Return the last day that a rulebook covers for a jurisdiction."""
    days = [
        date.fromisoformat(item.record.covered_through)
        for item in statements
        if item.at < before and jurisdiction in item.record.jurisdictions
    ]
    return max(days, default=None)


def freshness(
    states: Iterable[SourceState], *, covered: date | None, has_rules: bool, now: int
) -> Freshness:
    """Return how fresh what is known of one jurisdiction is at ``now``.

    ``states`` are those of its sources, ``covered`` is the last day that a rulebook covers.
    """
    making = [state for state in states if state.source.authority in RULE_MAKING]
    if not making:
        state = "stale" if has_rules else "not_tracked"
        return Freshness(state=state, covered_through=covered)
    gaps = tuple(gap for state in making for gap in state.gaps(covered))
    good = [state.last_good for state in making if state.last_good is not None]
    checked = min(good) if len(good) == len(making) else None
    fresh = not gaps and all(state.within_budget(now) and not state.paused for state in making)
    through = covered
    if checked is not None and not gaps:
        through = min(
            legal_day(instant_of(state.last_good or checked), state.source.timezone)
            for state in making
        )
    return Freshness(
        state="fresh" if fresh else "stale",
        checked_at=None if checked is None else instant_text(instant_of(checked)),
        covered_through=through,
        sources=tuple(state.source.id for state in making),
        gaps=gaps,
    )
