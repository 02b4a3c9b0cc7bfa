"""How is a source doing, now and at any moment before?"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

import msgspec

from tracker.domain.facts import (
    Republish,
    SourceAdded,
    SourceFact,
    SourcePaused,
    SourcePolled,
    SourceRemoved,
    SourceResumed,
)
from tracker.domain.intake_facts import GapClosed, SourceBackfilled, Standing
from tracker.domain.republishing import source_of
from tracker.domain.visits import BLOCKING
from tracker.projection.dossier import Recorded
from tracker.projection.gaps import Gap, gaps_of
from tracker.projection.standing import after_backfill, after_closing, after_moving, after_poll

_SECOND = 1_000_000
_DAY = 86_400 * _SECOND
_BLOCKING_STATUS = (401, 403, 407, 429, 451)

SILENT_INTERVALS = 8
"""A source that brought nothing for so many of its usual intervals has fallen silent."""

SILENT_AT_LEAST = 14 * _DAY
SILENT_UNKNOWN = 180 * _DAY
"""What counts as silence while too few changes were seen to know what is usual."""

_USUAL_FROM = 4


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
class SourceState:
    """What the facts on one source add up to; instants are microseconds since 1970."""

    source: SourceAdded
    paused: bool = False
    removed: bool = False
    standing: Standing = field(default_factory=Standing)

    @property
    def last_checked(self) -> int | None:
        """When it was last polled, well or not."""
        return self.standing.last_checked

    @property
    def last_good(self) -> int | None:
        """When it was last polled well."""
        return self.standing.last_good

    @property
    def last_changed(self) -> int | None:
        """When it last brought something new."""
        return self.standing.last_changed

    @property
    def failures(self) -> int:
        """How many polls in a row have failed."""
        return self.standing.failures

    @property
    def last_error(self) -> str | None:
        """Why the last poll failed, if it did."""
        return self.standing.last_error

    @property
    def items_seen(self) -> int | None:
        """How many items the last reading held."""
        return self.standing.items_seen

    @property
    def unstable(self) -> tuple[str, ...]:
        """The announcements whose pages go back and forth between texts."""
        return tuple(sorted(self.standing.unstable))

    def after(self, fact: SourceFact, at: int) -> "SourceState":
        """Return the state after one more fact, in recorded order."""
        match fact:
            case SourceAdded():
                moved = fact.url != self.source.url
                standing = after_moving(self.standing) if moved else self.standing
                return replace(self, source=fact, removed=False, standing=standing)
            case SourcePaused():
                return replace(self, paused=True)
            case SourceResumed():
                return replace(self, paused=False)
            case SourceRemoved():
                return replace(self, removed=True)
            case SourcePolled():
                standing = after_poll(self.standing, fact, at, source=self.source)
            case SourceBackfilled():
                standing = after_backfill(self.standing, fact)
            case GapClosed():
                standing = after_closing(self.standing, fact)
        return replace(self, standing=standing)

    def health(self, now: int) -> Health:
        """Return how the source is doing at ``now``."""
        if self.paused:
            return Health.PAUSED
        if self.last_checked is None:
            return Health.NEVER_CHECKED
        if self.failures:
            return Health.BLOCKED if self._is_blocked else Health.FAILING
        if not self.within_budget(now):
            return Health.STALE
        return Health.SILENT if self._is_silent(now) else Health.FRESH

    @property
    def _is_blocked(self) -> bool:
        return self.standing.last_status in _BLOCKING_STATUS or self.standing.last_fault in BLOCKING

    def _is_silent(self, now: int) -> bool:
        if self.items_seen is not None and self.items_seen < self.source.minimum_items:
            return True
        since = self.last_changed
        return since is not None and now - since > self.quiet_span

    @property
    def quiet_span(self) -> int:
        """How long it may bring nothing new before that is odd, in microseconds."""
        if self.source.silent_after_seconds is not None:
            return self.source.silent_after_seconds * _SECOND
        first, last = self.standing.first_changed, self.last_changed
        if self.standing.changes < _USUAL_FROM or first is None or last is None:
            return SILENT_UNKNOWN
        usual = (last - first) // (self.standing.changes - 1)
        return max(SILENT_AT_LEAST, SILENT_INTERVALS * usual)

    def within_budget(self, now: int) -> bool:
        """Tell whether the last good check is no older than the source's staleness budget."""
        budget = self.source.staleness_budget_seconds * _SECOND
        return self.last_good is not None and now - self.last_good <= budget

    def gaps(self, covered_through: date | None) -> tuple[Gap, ...]:
        """Return the days that no poll has reached, given what was covered before the first."""
        return gaps_of(
            self.source.id,
            self.standing,
            zone_name=self.source.timezone,
            covered=covered_through,
        )


class SourceHistory:
    """Every fact on one source, folded; the state at any moment is found without folding again.

    A poll that turned nothing is kept as its instant only: most polls are such, and a year of them
    must not weigh on the memory.
    """

    __slots__ = ("_repeats", "_since", "_states", "_sum_counts", "latest")

    def __init__(self) -> None:
        self.latest: SourceState | None = None
        self._since = array("q")
        self._states: list[SourceState] = []
        self._repeats = array("q")
        self._sum_counts = True

    def take(self, item: Recorded[SourceFact]) -> None:
        """Take one more fact into account; facts come in recorded order."""
        fact, before = item.record, self.latest
        if before is None:
            if isinstance(fact, SourceAdded):
                self._turn(SourceState(fact), item.at)
            return
        after = before.after(fact, item.at)
        if isinstance(fact, SourcePolled):
            self._sum_counts = False
            if _repeats(before.standing, fact):
                self.latest = after
                self._repeats.append(item.at)
                return
        self._turn(after, item.at)

    def sum_up(self, standing: Standing, at: int) -> None:
        """Take over what earlier polls add up to, unless they were taken one by one."""
        if self.latest is not None and self._sum_counts:
            self._turn(replace(self.latest, standing=standing), at)

    def _turn(self, state: SourceState, at: int) -> None:
        self.latest = state
        self._since.append(at)
        self._states.append(state)

    def state(self, before: int) -> SourceState | None:
        """Return the state as of the bound, ``None`` for a source that is not ours then."""
        place = bisect_left(self._since, before)
        if place == 0:
            return None
        state = self._states[place - 1]
        repeats = bisect_left(self._repeats, before)
        first = bisect_left(self._repeats, self._since[place - 1])
        if repeats > first:
            state = _repeated(state, self._repeats[repeats - 1], times=repeats - first)
        return None if state.removed else state


def _repeats(before: Standing, fact: SourcePolled) -> bool:
    """Tell whether a poll says nothing but that all is as it was."""
    return (
        fact.outcome == "unchanged"
        and not before.failures
        and not before.unstable
        and not before.pages_failed
        and before.last_good is not None
        and fact.complete
        and fact.skew_seconds == before.skew_seconds
        and fact.status == before.last_status
        and fact.retry_after_seconds == before.retry_after_seconds
    )


def _repeated(state: SourceState, at: int, *, times: int) -> SourceState:
    standing = msgspec.structs.replace(
        state.standing,
        last_checked=at,
        last_good=at,
        last_complete=at,
        polls=state.standing.polls + times,
    )
    return replace(state, standing=standing)


def republish_rule(histories: Mapping[str, SourceHistory], announcement: str | None) -> Republish:
    """Return how much of an announcement's text may be shown, as its source says today."""
    history = histories.get(source_of(announcement)) if announcement else None
    return history.latest.source.republishing if history and history.latest else "full"


def state_of(history: SourceHistory | None, *, before: int) -> SourceState | None:
    """Return the state of one source as of the bound, ``None`` where it is not ours then."""
    return history.state(before) if history else None


def states_of(histories: Iterable[SourceHistory], *, before: int) -> tuple[SourceState, ...]:
    """Return the state of every source that is ours at the bound, in the order of adding."""
    found = (state_of(history, before=before) for history in histories)
    return tuple(state for state in found if state is not None)
