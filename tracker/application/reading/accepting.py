"""How does a proposal stand in the log, and what does letting it count record?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tracker.application.held import Find, Held
from tracker.application.reading.settling import settle
from tracker.domain.days import begins_at, parse_when
from tracker.domain.events import NewEvent
from tracker.domain.facts import event_of
from tracker.domain.reviews import (
    ProposalAccepted,
    ProposalEdited,
    ProposalStep,
    Reading,
    proposal_stream,
)
from tracker.projection.dossier import Recorded
from tracker.projection.proposals import Proposal, proposal_of
from tracker.projection.reading import read


def proposal_in(find: Find, id: str) -> Proposal | None:
    """Return a proposal as it stands, ``None`` where there is none of that id."""
    steps: list[Recorded[ProposalStep]] = []
    stream = proposal_stream(id)
    for event in find([stream]).get(stream, ()):
        held = read(event)
        if isinstance(held, ProposalStep):
            at = begins_at(parse_when(event.recorded_at), None)
            steps.append(Recorded(held, at, event.position))
    return proposal_of(steps)


def accepting(
    proposal: str,
    reading: Reading,
    held: Held,
    *,
    by: str,
    earlier: Iterable[str] = (),
    instead: Sequence[Mapping[str, Any]] | None = None,
) -> Iterator[NewEvent]:
    """Yield the events that let a reading count, or what a person put ``instead`` of it.

    ``earlier`` are the effects that counted because of an earlier version of the text.
    """
    records = reading.records if instead is None else instead
    done = settle(records, held, by=by, announcement=reading.announcement, earlier=earlier)
    effects = tuple(done.effects)
    if instead is None:
        yield event_of(
            ProposalAccepted(proposal=proposal, by=by, evidence=reading.evidence, effects=effects)
        )
    else:
        yield event_of(
            ProposalEdited(
                proposal=proposal,
                by=by,
                evidence=reading.evidence,
                before=reading.records,
                after=tuple(dict(record) for record in instead),
                effects=effects,
            )
        )
    yield from done.events
