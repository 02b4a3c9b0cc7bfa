"""What has become of a proposal, as far as it was recorded by some instant?"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tracker.domain.reviews import (
    READ_ANEW,
    ProposalAccepted,
    ProposalEdited,
    ProposalMade,
    ProposalRebound,
    ProposalReferred,
    ProposalRejected,
    ProposalReopened,
    ProposalStep,
    Reading,
)
from tracker.projection.dossier import Recorded


class State(StrEnum):
    """Where a proposal stands."""

    WAITING = "waiting"
    REFERRED = "referred"
    REOPENED = "reopened"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"


OPEN = frozenset({State.WAITING, State.REFERRED, State.REOPENED})
"""The states in which a person is asked."""


@dataclass(slots=True)
class Proposal:
    """One proposal: what was read last, and what was decided of it.

    ``steps`` counts the events of its stream: a decision names the count it was taken on.
    ``effects`` are the ids of the effects that count because of it; times are microseconds since
    1970. ``referred_by`` may not decide; ``instead`` is what a person put in place of the reading.
    """

    made: ProposalMade
    made_at: int
    reading: Reading
    state: State = State.WAITING
    steps: int = 1
    effects: tuple[str, ...] = ()
    by: str | None = None
    at: int = 0
    reason: str | None = None
    referred_by: str | None = None
    instead: tuple[dict[str, Any], ...] = ()

    @property
    def id(self) -> str:
        """The id of the proposal."""
        return self.made.proposal

    @property
    def open(self) -> bool:
        """Whether a person is asked."""
        return self.state in OPEN

    def apply(self, step: ProposalStep, at: int) -> None:
        """Take one more step into account, in recorded order."""
        self.steps += 1
        self.at = at
        match step:
            case ProposalMade():
                pass
            case ProposalReopened():
                self.reading, self.reason = step.reading, step.reason
                self.state = self.state if self.open else State.REOPENED
            case ProposalRebound():
                self.reading = step.reading
            case ProposalReferred():
                self.state, self.by, self.reason = State.REFERRED, step.by, step.reason
                self.referred_by = step.by
            case ProposalRejected():
                self._decided(State.REJECTED, step.by, step.reason)
            case ProposalAccepted():
                self._decided(State.ACCEPTED, step.by, None)
                self.effects, self.instead = step.effects, ()
            case ProposalEdited():
                self._decided(State.EDITED, step.by, None)
                self.effects, self.instead = step.effects, step.after

    @property
    def read_anew(self) -> bool:
        """Whether what waits is what a newer reader read in the same text."""
        return self.open and self.reason == READ_ANEW

    def _decided(self, state: State, by: str, reason: str | None) -> None:
        self.state, self.by, self.reason, self.referred_by = state, by, reason, None


def proposal_of(
    steps: Sequence[Recorded[ProposalStep]], *, before: int | None = None
) -> Proposal | None:
    """Fold the steps of one proposal that were recorded before the bound (all without one)."""
    found: Proposal | None = None
    for item in steps:
        if before is not None and item.at >= before:
            break
        if found is not None:
            found.apply(item.record, item.at)
        elif isinstance(item.record, ProposalMade):
            found = Proposal(item.record, item.at, item.record.reading, at=item.at)
    return found
