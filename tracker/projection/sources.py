"""How fresh is what we say of a jurisdiction, given how its sources are doing?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tracker.domain.days import instant_of, instant_text, legal_day
from tracker.domain.facts import CoverageStated
from tracker.projection.dossier import Recorded
from tracker.projection.gaps import Gap
from tracker.projection.source_state import (
    Health,
    SourceHistory,
    SourceState,
    republish_rule,
    state_of,
    states_of,
)

__all__ = [
    "RULE_MAKING",
    "Freshness",
    "Gap",
    "Health",
    "SourceHistory",
    "SourceState",
    "covered_through",
    "freshness",
    "republish_rule",
    "state_of",
    "states_of",
    "worst",
]

RULE_MAKING = ("issuer", "official")
"""Authorities whose sources can make an answer fresh."""


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


def worst(parts: Iterable[Freshness]) -> Freshness:
    """Return how fresh a list is that rests on all of the parts."""
    told = list(parts)
    if not told:
        return Freshness(state="not_tracked")
    order = {"not_tracked": 0, "stale": 1, "fresh": 2}
    covered = [part.covered_through for part in told if part.covered_through]
    checked = [part.checked_at for part in told if part.checked_at]
    return Freshness(
        state=min((part.state for part in told), key=lambda state: order[state]),
        checked_at=min(checked) if len(checked) == len(told) else None,
        covered_through=min(covered) if len(covered) == len(told) else None,
        sources=tuple(source for part in told for source in part.sources),
        gaps=tuple(gap for part in told for gap in part.gaps),
    )
