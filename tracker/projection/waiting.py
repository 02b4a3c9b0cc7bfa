"""What waits to be read by a person, and whose answers could it change?"""

from dataclasses import dataclass

from tracker.domain.days import begins_at, just_after, parse_when
from tracker.domain.questions import Answer, Clocks
from tracker.projection.dossier import recorded_bound
from tracker.projection.proposals import Proposal, State
from tracker.projection.register import Register
from tracker.projection.reviews import OpenProposals
from tracker.projection.touching import seen_from


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """Something that waits for review and could change an answer."""

    announcement: str | None
    proposal: str | None
    summary: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waited under some clocks: ``proposals`` that were open, asked in ``clocks``."""

    proposals: OpenProposals
    clocks: Clocks

    def on(self, found: Answer) -> tuple[Pending, ...]:
        """Return what could change an answer, the oldest first."""
        touching = self.proposals.touching
        if not touching:
            return ()
        keys = seen_from(found.measure, found.instrument, found.jurisdiction, found.terms)
        hits = {item.id: item for key in keys for item in touching.get(key, ())}
        oldest_first = sorted(hits.values(), key=lambda item: (item.made_at, item.id))
        return tuple(pending_of(item) for item in oldest_first if self._is_announced(item))

    def within(self, jurisdiction: str | None) -> tuple[Pending, ...]:
        """Return all that waits in a jurisdiction, in all of them for ``None``."""
        return tuple(
            pending_of(item)
            for item in self.proposals.all
            if jurisdiction in (None, item.made.jurisdiction) and self._is_announced(item)
        )

    def _is_announced(self, proposal: Proposal) -> bool:
        said, zone_name = proposal.reading.announced_at, proposal.reading.timezone
        if said is None or self.clocks.announced_by is None:
            return True
        before = just_after(self.clocks.announced_by, zone_name)
        return begins_at(parse_when(said), zone_name) < before


def waiting(register: Register, clocks: Clocks) -> Waiting:
    """Return what waited under the two knowledge clocks.

    A bare recorded day is one in UTC, a bare announced day one in the zone of the proposal.
    """
    return Waiting(register.reviews.waiting(before=recorded_bound(clocks, None)), clocks)


_WORDS = {
    State.WAITING: "not yet read by a person",
    State.REFERRED: "waits for a second person",
    State.REOPENED: "its text changed since it was accepted or refused",
}


def pending_of(proposal: Proposal) -> Pending:
    """Return a proposal as an answer carries it."""
    return Pending(
        announcement=proposal.reading.announcement,
        proposal=proposal.id,
        summary=f"{proposal.reading.summary} ({_WORDS[proposal.state]})",
    )
