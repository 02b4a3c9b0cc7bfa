"""When is a source to be polled next?

Everything follows from what is recorded, so a restart neither doubles nor loses a poll. Instants
are microseconds since 1970, spans are seconds unless said otherwise.
"""

from hashlib import sha256

from tracker.projection.source_state import SourceState

_SECOND = 1_000_000

FIRST_RETRY = 300
"""A source that is polled rarely is tried again after so long when a poll failed."""

LONGEST_RETRY = 6 * 3600
"""However often it failed, a source is tried again after so long, or at its cadence."""

LONGEST_WAIT = 24 * 3600
"""A server that asks for more patience than this is asked again after this."""

JITTER_PART = 20
"""Polls are spread by up to this part of the span between two of them …"""

JITTER_AT_MOST = 300
"""… and by no more than so many seconds."""


def next_due(state: SourceState) -> int | None:
    """Return when a source is due, ``None`` for one that was never polled: it is due now."""
    checked = state.last_checked
    if checked is None:
        return None
    wait = wait_after(state)
    return checked + (wait + _jitter(state, wait)) * _SECOND


def wait_after(state: SourceState) -> int:
    """Return how long to wait after the last poll: the cadence, or less or more after failures."""
    cadence = state.source.cadence_seconds
    if not state.failures:
        return cadence
    patience = max(cadence, min(LONGEST_RETRY, state.source.staleness_budget_seconds // 2))
    doubled = min(cadence, FIRST_RETRY) << min(state.failures - 1, 30)
    asked = min(state.standing.retry_after_seconds or 0, LONGEST_WAIT)
    return max(min(doubled, patience), asked)


def _jitter(state: SourceState, wait: int) -> int:
    """Return some seconds that differ from source to source and from poll to poll."""
    room = min(wait // JITTER_PART, JITTER_AT_MOST)
    if not room:
        return 0
    mark = sha256(f"{state.source.id} {state.last_checked}".encode()).digest()
    return int.from_bytes(mark[:4], "big") % (room + 1)


def is_due(state: SourceState, now: int) -> bool:
    """Tell whether a source is to be polled at ``now``."""
    if state.paused or state.removed:
        return False
    due = next_due(state)
    return due is None or due <= now
