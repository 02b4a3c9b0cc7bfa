"""What waits to be read by a person, and whose answers could it change?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from tracker.domain.days import begins_at, just_after, parse_when
from tracker.domain.identifiers import instrument_of
from tracker.domain.questions import Answer, Clocks
from tracker.domain.reviews import READ_ANEW
from tracker.projection.dossier import recorded_bound, version_by, version_by_or_first
from tracker.projection.proposals import Proposal, State
from tracker.projection.register import Register
from tracker.projection.reviews import OpenProposals
from tracker.projection.touching import seen_from

Numbers = Mapping[str, tuple[str, str | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """Something that waits for review and could change an answer.

    ``proposed`` is the proposal itself, for whoever tells it in other words; ``numbers`` are those
    of the acts in it by id, as the issuer writes them and in English. Neither is written anywhere.
    """

    announcement: str | None
    proposal: str | None
    summary: str
    proposed: Proposal | None = field(
        default=None, compare=False, repr=False, metadata={"unwritten": True}
    )
    numbers: Numbers = field(
        default_factory=dict, compare=False, repr=False, metadata={"unwritten": True}
    )


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waited under some clocks: ``proposals`` that were open, asked in ``clocks``."""

    proposals: OpenProposals
    clocks: Clocks
    register: Register
    _made: dict[str, Pending] = field(default_factory=dict, compare=False, repr=False)

    def on(self, found: Answer) -> tuple[Pending, ...]:
        """Return what could change an answer, the oldest first."""
        touching = self.proposals.touching
        if not touching:
            return ()
        keys = seen_from(found.measure, found.instrument, found.jurisdiction, found.terms)
        hits = {item.id: item for key in keys for item in touching.get(key, ())}
        oldest_first = sorted(hits.values(), key=lambda item: (item.made_at, item.id))
        return tuple(self._pending(item) for item in oldest_first if self._is_announced(item))

    def within(self, jurisdiction: str | None) -> tuple[Pending, ...]:
        """Return all that waits in a jurisdiction, in all of them for ``None``."""
        return tuple(
            self._pending(item)
            for item in self.proposals.all
            if jurisdiction in (None, item.made.jurisdiction) and self._is_announced(item)
        )

    def _pending(self, proposal: Proposal) -> Pending:
        found = self._made.get(proposal.id)
        if found is None:  # one of them may stand above the answers for a hundred thousand rules
            found = pending_of(proposal, numbers=dict(self._numbers(proposal)))
            self._made[proposal.id] = found
        return found

    def _numbers(self, proposal: Proposal) -> Iterator[tuple[str, tuple[str, str | None]]]:
        """Yield the numbers of the acts that a proposal touches, as they were recorded then."""
        before = recorded_bound(self.clocks, None)
        records = proposal.reading.records
        named = (id for one in records if one["type"] == "effect" for id in one["affected"])
        for id in {instrument_of(id) for id in named}:
            act = version_by_or_first(self.register.instruments.get(id), before)
            note = version_by(self.register.notes.get(id), before)
            if act is not None and act.number:
                yield id, (act.number, note.number_en if note else None)

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
    before = recorded_bound(clocks, None)
    return Waiting(register.reviews.waiting(before=before), clocks, register)


_WORDS = {
    State.WAITING: "not yet read by a person",
    State.REFERRED: "waits for a second person",
    State.REOPENED: "its text changed since it was accepted or refused",
}


def _how(proposal: Proposal) -> str:
    """Say in words why a proposal waits."""
    if not proposal.read_anew:
        return _WORDS[proposal.state]
    if proposal.state is State.REOPENED:
        return "a newer reader understands its text otherwise than when it was accepted or refused"
    return f"{_WORDS[proposal.state]}; {READ_ANEW}"


def pending_of(proposal: Proposal, *, numbers: Numbers = MappingProxyType({})) -> Pending:
    """Return a proposal as an answer carries it."""
    return Pending(
        announcement=proposal.reading.announcement,
        proposal=proposal.id,
        summary=f"{proposal.reading.summary} ({_how(proposal)})",
        proposed=proposal,
        numbers=numbers,
    )
