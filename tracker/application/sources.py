"""Which places are polled, how are they doing, and what is not covered?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tracker.application.library import Library
from tracker.domain.days import instant_of, instant_text, microseconds, zone
from tracker.domain.facts import (
    SourceAdded,
    SourcePaused,
    SourceRemoved,
    SourceResumed,
    event_of,
)
from tracker.domain.rulebook import Field
from tracker.errors import SourceError, UsageError
from tracker.ports import Clock
from tracker.projection.sources import RULE_MAKING, SourceState, states_of

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
STALENESS_CADENCES = 4
"""Without a staleness budget of its own a source may miss so many polls."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesReport:
    """All sources, and the jurisdictions that no issuer's source of ours covers."""

    sources: tuple[SourceReport, ...]
    not_tracked: tuple[str, ...]


@dataclass(slots=True)
class Sources:
    """The places that are polled."""

    library: Library
    field: Field
    clock: Clock

    def states(self) -> tuple[SourceState, ...]:
        """Return the present state of every source that is ours, in the order of adding."""
        before = microseconds(self.clock()) + 1
        with self.library.reading() as register:
            return states_of(register.sources.values(), before=before)

    def report(self) -> SourcesReport:
        """Return how every source is doing, and what is not covered."""
        states, now = self.states(), self.clock()
        covered = {
            state.source.jurisdiction
            for state in states
            if state.source.authority in RULE_MAKING and not state.paused
        }
        with self.library.reading() as register:
            known = {
                versions[-1].record.jurisdiction for versions in register.instruments.values()
            } | set(self.field.jurisdictions)
        missing = sorted(code for code in known if code and code not in covered)
        return SourcesReport(
            sources=tuple(_report(state, now) for state in states),
            not_tracked=tuple(missing),
        )

    def add(self, source: SourceAdded) -> None:
        """Record a source to poll from now on; raise `SourceError` for an id that is taken."""
        zone(source.timezone)
        if source.jurisdiction and source.jurisdiction not in self.field.jurisdictions:
            known = ", ".join(self.field.jurisdictions)
            raise SourceError(
                f"jurisdiction {source.jurisdiction} is not in the field file (known: {known})",
                source=source.id,
            )
        if any(state.source.id == source.id for state in self.states()):
            raise SourceError(
                f"there is a source {source.id} already; give another --id", source=source.id
            )
        with self.library.log.writing() as writer:
            writer.append([event_of(source)])

    def show(self, id: str) -> SourceReport:
        """Return how one source is doing; raise `SourceError` for one that is not ours."""
        return _report(self._state(id), self.clock())

    def pause(self, id: str) -> None:
        """Leave a source alone until `resume`."""
        self._state(id)
        with self.library.log.writing() as writer:
            writer.append([event_of(SourcePaused(id=id))])

    def resume(self, id: str) -> None:
        """Poll a paused source again."""
        self._state(id)
        with self.library.log.writing() as writer:
            writer.append([event_of(SourceResumed(id=id))])

    def remove(self, id: str, *, reason: str | None = None) -> None:
        """Stop polling a source; what it brought stays."""
        self._state(id)
        with self.library.log.writing() as writer:
            writer.append([event_of(SourceRemoved(id=id, reason=reason))])

    def _state(self, id: str) -> SourceState:
        for state in self.states():
            if state.source.id == id:
                return state
        raise SourceError(f"no source {id}; `tracker sources` lists them", source=id)


def _report(state: SourceState, now: datetime) -> SourceReport:
    source = state.source
    return SourceReport(
        id=source.id,
        kind=source.kind,
        url=source.url,
        authority=source.authority,
        jurisdiction=source.jurisdiction,
        language=source.language,
        cadence_seconds=source.cadence_seconds,
        staleness_budget_seconds=source.staleness_budget_seconds,
        state=state.health(microseconds(now)).value,
        last_checked_at=_text(state.last_checked),
        last_good_at=_text(state.last_good),
        last_changed_at=_text(state.last_changed),
        consecutive_failures=state.failures,
        last_error=state.last_error,
        items_seen=state.items_seen,
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
