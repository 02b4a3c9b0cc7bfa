"""Which places are polled, how are they doing, and what is not covered?"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tracker.application.desk.conflicts import open_conflicts
from tracker.application.library import Library
from tracker.application.source_states import state_of
from tracker.domain.days import (
    begins_at,
    instant_of,
    instant_text,
    microseconds,
    parse_when,
    zone,
)
from tracker.domain.events import Event
from tracker.domain.facts import (
    CoverageStated,
    SourceAdded,
    SourcePaused,
    SourceRemoved,
    SourceResumed,
    event_of,
)
from tracker.domain.intake_facts import CopiesDiffer, GapClosed
from tracker.domain.rulebook import Field
from tracker.errors import SourceError, UsageError
from tracker.extraction.pages.furniture import check_declared
from tracker.ports import Clock
from tracker.projection.dossier import Recorded
from tracker.projection.due import next_due
from tracker.projection.reading import read
from tracker.projection.sources import RULE_MAKING, SourceState, covered_through

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
STALENESS_CADENCES = 4
"""Without a staleness budget of its own a source may miss so many polls."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapReport:
    """Days that no poll of a source has reached, first and last one included."""

    from_: date
    through: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReport:
    """How one source is doing; instants are in UTC."""

    id: str
    kind: str
    url: str
    authority: str
    jurisdiction: str | None
    language: str | None
    cadence_seconds: int
    staleness_budget_seconds: int
    state: str
    last_checked_at: str | None
    last_good_at: str | None
    last_changed_at: str | None
    consecutive_failures: int
    last_error: str | None
    items_seen: int | None
    minimum_items: int
    last_fault: str | None
    doubt: str | None
    pages_failed: int
    page_error: str | None
    next_due_at: str | None
    unstable: tuple[str, ...]
    gaps: tuple[GapReport, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesReport:
    """All sources, the jurisdictions that no issuer's source of ours covers, and open conflicts.

    ``conflicts`` are copies of one notice that contradict each other.
    """

    sources: tuple[SourceReport, ...]
    not_tracked: tuple[str, ...]
    conflicts: tuple[CopiesDiffer, ...] = ()


@dataclass(slots=True)
class Sources:
    """The places that are polled."""

    library: Library
    field: Field
    clock: Clock

    def states(self) -> tuple[SourceState, ...]:
        """Return the present state of every source that is ours, in the order of adding."""
        return self.library.source_states(before=microseconds(self.clock()) + 1)

    def report(self) -> SourcesReport:
        """Return how every source is doing, and what is not covered."""
        states, now = self.states(), self.clock()
        watched = {
            state.source.jurisdiction
            for state in states
            if state.source.authority in RULE_MAKING and not state.paused
        }
        with self.library.reading() as register:
            covered = tuple(register.coverage)
            conflicts = open_conflicts(register)
            known = {
                versions[-1].record.jurisdiction for versions in register.instruments.values()
            } | set(self.field.jurisdictions)
        missing = sorted(code for code in known if code and code not in watched)
        return SourcesReport(
            sources=tuple(_report(state, now, covered) for state in states),
            not_tracked=tuple(missing),
            conflicts=conflicts,
        )

    def follow(
        self, described: Iterable[tuple[SourceAdded, bool]], *, file: str
    ) -> tuple[str, ...]:
        """Do what the switches of a file of sources say; return the ids that were changed.

        A source that is on is recorded where it is new or polled in another way than it says; one
        that is off, and ours, is removed. What the file does not name is left alone.
        """
        ours = {state.source.id: state.source for state in self.states()}
        told: list[SourceAdded | SourceRemoved] = []
        for source, enabled in described:
            if enabled and ours.get(source.id) != source:
                self._check(source)
                told.append(source)
            elif not enabled and source.id in ours:
                told.append(SourceRemoved(id=source.id, reason=f"switched off in {file}"))
        if told:
            with self.library.log.writing() as writer:
                writer.append([event_of(fact) for fact in told])
        return tuple(fact.id for fact in told)

    def _check(self, source: SourceAdded) -> None:
        """Raise for a zone or a jurisdiction that nobody knows."""
        zone(source.timezone)
        try:
            check_declared(source.normalise)
        except ValueError as error:
            raise SourceError(str(error), source=source.id) from None
        if source.jurisdiction and source.jurisdiction not in self.field.jurisdictions:
            known = ", ".join(self.field.jurisdictions)
            raise SourceError(
                f"jurisdiction {source.jurisdiction} is not in the field file (known: {known})",
                source=source.id,
            )

    def add(self, source: SourceAdded) -> None:
        """Record a source to poll from now on; raise `SourceError` for an id that is taken."""
        self._check(source)
        if any(state.source.id == source.id for state in self.states()):
            raise SourceError(
                f"there is a source {source.id} already; give another --id", source=source.id
            )
        with self.library.log.writing() as writer:
            writer.append([event_of(source)])

    def show(self, id: str) -> SourceReport:
        """Return how one source is doing; raise `SourceError` for one that is not ours."""
        found = self.library.log.find(["rulebook:"]).get("rulebook:", ())
        now = self.clock()
        return _report(self._state(id), now, _coverage(found, now))

    def close_gap(
        self,
        id: str,
        *,
        reason: str,
        by: str,
        first: date | None = None,
        last: date | None = None,
    ) -> tuple[GapReport, ...]:
        """Let a person answer for the open gaps of a source, or for those days of them.

        Returns what was closed; raises `SourceError` where there is no such gap.
        """
        if not reason.strip():
            raise UsageError("say with --reason how it is known that nothing was missed")
        closed = tuple(
            GapReport(
                from_=max(gap.from_, first or gap.from_),
                through=min(gap.through, last or gap.through),
            )
            for gap in self.show(id).gaps
            if (first is None or gap.through >= first) and (last is None or gap.from_ <= last)
        )
        if not closed:
            raise SourceError(
                f"{id} has no gap there; `tracker source show {id}` tells its gaps", source=id
            )
        with self.library.log.writing() as writer:
            writer.append(
                [
                    event_of(
                        GapClosed(
                            id=id,
                            first=gap.from_.isoformat(),
                            last=gap.through.isoformat(),
                            by=by,
                            reason=reason.strip(),
                        )
                    )
                    for gap in closed
                ]
            )
        return closed

    def pause(self, id: str, *, by: str | None = None) -> None:
        """Leave a source alone until `resume`."""
        self._state(id)
        with self.library.log.writing() as writer:
            writer.append([event_of(SourcePaused(id=id, by=by))])

    def resume(self, id: str, *, by: str | None = None) -> None:
        """Poll a paused source again."""
        self._state(id)
        with self.library.log.writing() as writer:
            writer.append([event_of(SourceResumed(id=id, by=by))])

    def remove(self, id: str, *, reason: str | None = None) -> None:
        """Stop polling a source; what it brought stays."""
        self._state(id)
        with self.library.log.writing() as writer:
            writer.append([event_of(SourceRemoved(id=id, reason=reason))])

    def _state(self, id: str) -> SourceState:
        return state_of(self.states(), id)


def _coverage(events: Iterable[Event], now: datetime) -> tuple[Recorded[CoverageStated], ...]:
    """Return what rulebooks state to cover, as recorded by now."""
    held = ((read(event), event) for event in events)
    return tuple(
        Recorded(fact, begins_at(parse_when(event.recorded_at), None), event.position)
        for fact, event in held
        if isinstance(fact, CoverageStated)
    )


def _report(
    state: SourceState, now: datetime, coverage: Iterable[Recorded[CoverageStated]]
) -> SourceReport:
    source, standing, moment = state.source, state.standing, microseconds(now)
    covered = covered_through(coverage, source.jurisdiction, before=moment + 1)
    return SourceReport(
        id=source.id,
        kind=source.kind,
        url=source.url,
        authority=source.authority,
        jurisdiction=source.jurisdiction,
        language=source.language,
        cadence_seconds=source.cadence_seconds,
        staleness_budget_seconds=source.staleness_budget_seconds,
        state=state.health(moment).value,
        last_checked_at=_text(state.last_checked),
        last_good_at=_text(state.last_good),
        last_changed_at=_text(state.last_changed),
        consecutive_failures=state.failures,
        last_error=state.last_error,
        items_seen=state.items_seen,
        minimum_items=source.minimum_items,
        last_fault=standing.last_fault,
        doubt=standing.doubt,
        pages_failed=standing.pages_failed,
        page_error=standing.page_error,
        next_due_at=None if state.paused else _text(next_due(state)),
        unstable=state.unstable,
        gaps=tuple(GapReport(from_=gap.first, through=gap.last) for gap in state.gaps(covered)),
    )


def _text(instant: int | None) -> str | None:
    return None if instant is None else instant_text(instant_of(instant))


def seconds(text: str) -> int:
    """Read a span of time such as ``30m``, ``6h`` or ``1d``; raise `UsageError` for others."""
    found = re.fullmatch(r"([1-9][0-9]{0,6})([smhd])", text.strip())
    if not found:
        raise UsageError(f"{text!r} is no span of time; write one like 30m, 6h or 1d")
    return int(found.group(1)) * _UNITS[found.group(2)]


def id_for(url: str, taken: Sequence[str]) -> str:
    """Return a short id for a source at ``url`` that is not taken yet."""
    host = re.sub(r"^[a-z]+:/*", "", url.lower()).split("/")[0].split("@")[-1]
    base = re.sub(r"[^a-z0-9]+", "-", host.removeprefix("www.")).strip("-") or "source"
    number, id = 1, base
    while id in taken:
        number += 1
        id = f"{base}-{number}"
    return id
