"""What was recorded of the review: proposals and their steps, sign-offs, what nobody has read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tracker.domain.facts import EffectAccepted
from tracker.domain.policy import ACTOR_PREFIX
from tracker.domain.reviews import (
    AnnouncementMarkedRead,
    EffectSignedOff,
    PolicyChosen,
    ProposalAccepted,
    ProposalEdited,
    ProposalMade,
    ProposalReferred,
    ProposalRejected,
    ProposalReopened,
    ProposalStep,
    RecordEntered,
)
from tracker.projection.dossier import Recorded
from tracker.projection.proposals import Proposal, proposal_of


class OpenProposals:
    """The open ones among some proposals, in the order of the log, filed by what they touch."""

    def __init__(self, proposals: Iterable[Proposal]) -> None:
        self.all = tuple(found for found in proposals if found.open)
        self.touching: dict[str, list[Proposal]] = {}
        for found in self.all:
            for key in found.reading.touches:
                self.touching.setdefault(key, []).append(found)


class Reviews:
    """The review's part of a register.

    ``open`` are the ids of the proposals on which a person is asked now, in the order of the log;
    ``latest_at`` is the microsecond of the last step of any proposal.
    """

    def __init__(self) -> None:
        self.proposals: dict[str, list[Recorded[ProposalStep]]] = defaultdict(list)
        self.open: dict[str, None] = {}
        self.latest_at = 0
        self.signed_off: dict[str, list[Recorded[EffectSignedOff]]] = defaultdict(list)
        self.marked_read: dict[str, list[Recorded[AnnouncementMarkedRead]]] = defaultdict(list)
        self.entered: dict[str, list[Recorded[RecordEntered]]] = defaultdict(list)
        self.by_policy: dict[str, None] = {}
        self.policies: list[Recorded[PolicyChosen]] = []
        self._waiting: OpenProposals | None = None

    def file(self, item: Recorded[Any]) -> None:
        """File one more fact, in recorded order."""
        match item.record:
            case EffectSignedOff():
                self.signed_off[item.record.effect].append(item)
            case AnnouncementMarkedRead():
                self.marked_read[item.record.announcement].append(item)
            case RecordEntered():
                self.entered[item.record.record].append(item)
            case PolicyChosen():
                self.policies.append(item)
            case _:
                self._step(item)

    def _step(self, item: Recorded[ProposalStep]) -> None:
        proposal = item.record.proposal
        self.proposals[proposal].append(item)
        self.latest_at = max(self.latest_at, item.at)
        self._waiting = None
        if isinstance(item.record, ProposalAccepted | ProposalEdited | ProposalRejected):
            self.open.pop(proposal, None)
        elif isinstance(item.record, ProposalMade | ProposalReopened | ProposalReferred):
            self.open.setdefault(proposal)

    def accepted(self, item: Recorded[EffectAccepted]) -> None:
        """Note who let an effect count."""
        if item.record.by.startswith(ACTOR_PREFIX):
            self.by_policy.setdefault(item.record.effect)

    def proposal(self, id: str, *, before: int | None = None) -> Proposal | None:
        """Return a proposal as it stood at the bound, ``None`` for one that did not exist."""
        return proposal_of(self.proposals.get(id, ()), before=before)

    def all(self, *, before: int | None = None) -> Iterator[Proposal]:
        """Yield every proposal as it stood at the bound, in the order of the log."""
        yield from _folded(self.proposals.values(), before)

    def waiting(self, *, before: int) -> OpenProposals:
        """Return the proposals on which a person was asked at the bound."""
        if self.latest_at >= before:
            return OpenProposals(_folded(self.proposals.values(), before))
        # Nothing was recorded later: what is open now was open then.
        if self._waiting is None:
            self._waiting = OpenProposals(_folded(map(self.proposals.get, self.open), None))
        return self._waiting


def _folded(
    histories: Iterable[list[Recorded[ProposalStep]] | None], before: int | None
) -> Iterator[Proposal]:
    for steps in histories:
        proposal = proposal_of(steps or (), before=before)
        if proposal is not None:
            yield proposal


def unsigned(
    reviews: Reviews,
    acceptances: Mapping[str, Iterable[Recorded[EffectAccepted]]],
    *,
    retracted_at: Mapping[str, int],
    before: int,
) -> Iterator[tuple[str, str, int]]:
    """Yield the effects that a policy accepted and nobody had read at the bound.

    Each is the effect's id, the policy as the log names it, and when it was accepted, in
    microseconds since 1970. Retracted effects are left out.
    """
    for effect in reviews.by_policy:
        if retracted_at.get(effect, before) < before:
            continue
        known = [item for item in acceptances.get(effect, ()) if item.at < before]
        signed = any(item.at < before for item in reviews.signed_off.get(effect, ()))
        if known and known[-1].record.by.startswith(ACTOR_PREFIX) and not signed:
            yield effect, known[-1].record.by, known[-1].at
