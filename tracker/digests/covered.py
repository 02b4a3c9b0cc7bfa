"""What was looked at for this period, and what was not?"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from tracker.digests.digest import Coverage, CoverageLine, SourceLine
from tracker.digests.naming import Directory
from tracker.digests.survey import Look, Scope
from tracker.domain.days import instant_of
from tracker.projection.dossier import version_by
from tracker.projection.sources import (
    RULE_MAKING,
    Freshness,
    SourceState,
    covered_through,
    freshness,
    state_of,
)

_DAY = timedelta(days=1)


def coverage(scope: Scope, directory: Directory, looks: Iterable[Look]) -> Coverage:
    """Return how well each jurisdiction of the field was watched."""
    before = scope.recorded_before
    states = [
        state
        for facts in scope.register.sources.values()
        if (state := state_of(facts, before=before)) is not None
    ]
    ruled = {look.found.jurisdiction for look in looks}
    codes = dict.fromkeys([*scope.field.jurisdictions, *sorted(key for key in ruled if key)])
    return Coverage(
        as_of=instant_of(before - 1),
        jurisdictions=tuple(
            _jurisdiction(scope, directory, code, states, has_rules=code in ruled) for code in codes
        ),
        other_sources=tuple(
            _source(state, before)
            for state in states
            if state.source.jurisdiction not in codes or state.source.authority not in RULE_MAKING
        ),
        statements=_statements(scope, before),
    )


def _jurisdiction(
    scope: Scope,
    directory: Directory,
    code: str,
    states: Sequence[SourceState],
    *,
    has_rules: bool,
) -> CoverageLine:
    before = scope.recorded_before
    own = [state for state in states if state.source.jurisdiction == code]
    covered = covered_through(scope.register.coverage, code, before=before)
    found = freshness(own, covered=covered, has_rules=has_rules, now=before - 1)
    return CoverageLine(
        jurisdiction=directory.jurisdiction(code),
        state=found.state,
        covered_through=found.covered_through,
        unread_from=_unread(scope, code, found),
        sources=tuple(
            _source(state, before) for state in own if state.source.authority in RULE_MAKING
        ),
        gaps=found.gaps,
    )


def _unread(scope: Scope, code: str, found: Freshness) -> date | None:
    """Return the first day of the window up to whose end nothing was read."""
    covered = found.covered_through
    if found.state == "not_tracked":
        return None
    jurisdiction = scope.field.jurisdictions.get(code)
    zone_name = jurisdiction.zone if jurisdiction else None
    last = scope.clocks(zone_name).on
    first = scope.window.first_day(zone_name)
    first = min(first, last or first)  # a window of hours holds no whole day
    if covered is None:
        return first
    return max(first, covered + _DAY) if last is not None and covered < last else None


def _source(state: SourceState, before: int) -> SourceLine:
    good = state.last_good
    return SourceLine(
        id=state.source.id,
        title=state.source.title,
        authority=state.source.authority,
        health=str(state.health(before - 1)),
        last_good_at=None if good is None else instant_of(good),
        last_error=state.last_error,
    )


def _statements(scope: Scope, before: int) -> tuple[str, ...]:
    by_rulebook = {item.record.rulebook: item for item in scope.register.coverage}
    latest = (
        version_by([one for one in scope.register.coverage if one.record.rulebook == key], before)
        for key in by_rulebook
    )
    return tuple(one.text for one in latest if one is not None and one.text)
