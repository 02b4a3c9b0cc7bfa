"""What happens between reading an announcement and letting its effects count?

Each class is the body of one event; its stored name stands in `REVIEW_EVENTS` and never changes.
The actor of an event is a person's name or ``policy/NAME``; the log adds the time.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from tracker.domain.policy import PolicyRow


class FieldDifference(msgspec.Struct, frozen=True, kw_only=True):
    """A field in which a text and the log disagree; values as they are written on a screen.

    ``about`` names the record: an instrument, a measure, or ``KIND of TARGET``.
    """

    about: str
    field: str
    held: str | None
    read: str | None
    quote: str | None = None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader found in one version of an announcement.

    ``records`` are lines of the interchange form that acceptance would record. ``evidence`` is
    the SHA-256 of what they say and of the sentences they rest on, wherever these stand.
    ``touches`` says whose answers may change (see `tracker.projection.touching`). ``doubts`` say
    why it is not ``complete``, ``unread`` are the sentences that no rule understood.
    ``announced_at`` is a day in ``timezone``, or an instant.
    """

    announcement: str
    reader: str
    class_: str | None = msgspec.field(name="class", default=None)
    complete: bool = False
    records: tuple[dict[str, Any], ...] = ()
    evidence: str = ""
    summary: str = ""
    touches: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    differences: tuple[FieldDifference, ...] = ()
    announced_at: str | None = None
    timezone: str | None = None


class _Step(msgspec.Struct, frozen=True, kw_only=True):
    """What every step of a proposal shares."""

    proposal: str


class ProposalMade(_Step, frozen=True, kw_only=True):
    """An announcement was read, and what was found waits for a decision."""

    source: str
    authority: str
    reading: Reading
    title: str | None = None
    url: str | None = None
    jurisdiction: str | None = None


TEXT_CHANGED = "the text changed where the proposal rests on it"
READ_ANEW = "a newer reader understands the text otherwise"
"""The reasons for which what was read takes the place of what was read before."""


class ProposalReopened(_Step, frozen=True, kw_only=True):
    """The text, or what is read in it, is another; what was accepted stays until decided.

    A proposal on which a person is asked anyway goes on waiting, with the new reading.
    """

    reading: Reading
    reason: str


class ProposalRebound(_Step, frozen=True, kw_only=True):
    """The text changed elsewhere; the decision holds for the new version as well."""

    reading: Reading


class ProposalAccepted(_Step, frozen=True, kw_only=True):
    """The proposal counts: ``effects`` are the ids of the effects that stand for it now."""

    by: str
    evidence: str
    effects: tuple[str, ...] = ()


class ProposalEdited(_Step, frozen=True, kw_only=True):
    """The proposal counts with changes: ``before`` was proposed, ``after`` was recorded."""

    by: str
    evidence: str
    before: tuple[dict[str, Any], ...]
    after: tuple[dict[str, Any], ...]
    effects: tuple[str, ...] = ()


class ProposalRejected(_Step, frozen=True, kw_only=True):
    """The proposal does not count; what an earlier version of it recorded stays."""

    by: str
    evidence: str
    reason: str


class ProposalReferred(_Step, frozen=True, kw_only=True):
    """Somebody other than ``by`` must decide."""

    by: str
    reason: str | None = None


class AnnouncementMarkedRead(msgspec.Struct, frozen=True, kw_only=True):
    """Nobody needs to look at an announcement any more, and why."""

    announcement: str
    by: str
    reason: str | None = None


class EffectSignedOff(msgspec.Struct, frozen=True, kw_only=True):
    """A person has read what the policy accepted."""

    effect: str
    by: str


class RecordEntered(msgspec.Struct, frozen=True, kw_only=True):
    """A person put a record in by hand; ``record`` is its id, ``kind`` its type."""

    record: str
    kind: str
    by: str


class PolicyChosen(msgspec.Struct, frozen=True, kw_only=True):
    """From now on this table decides what may count without a person."""

    policy: str
    rows: tuple[PolicyRow, ...]
    by: str


ProposalStep = (
    ProposalMade
    | ProposalReopened
    | ProposalRebound
    | ProposalAccepted
    | ProposalEdited
    | ProposalRejected
    | ProposalReferred
)
"""What can happen to one proposal, in the order of its life."""

ReviewFact = ProposalStep | AnnouncementMarkedRead | EffectSignedOff | RecordEntered | PolicyChosen

REVIEW_EVENTS: Mapping[str, type[ReviewFact]] = {
    "ProposalMade": ProposalMade,
    "ProposalReopened": ProposalReopened,
    "ProposalRebound": ProposalRebound,
    "ProposalAccepted": ProposalAccepted,
    "ProposalEdited": ProposalEdited,
    "ProposalRejected": ProposalRejected,
    "ProposalReferred": ProposalReferred,
    "AnnouncementMarkedRead": AnnouncementMarkedRead,
    "EffectSignedOff": EffectSignedOff,
    "RecordEntered": RecordEntered,
    "PolicyChosen": PolicyChosen,
}


def review_stream(fact: ReviewFact) -> str:
    """Return the stream that a fact of the review belongs to."""
    match fact:
        case AnnouncementMarkedRead():
            return f"announcement/{fact.announcement}"
        case EffectSignedOff():
            return f"effect/{fact.effect}"
        case RecordEntered():
            return f"{fact.kind}/{fact.record}"
        case PolicyChosen():
            return "policy/acceptance"
        case _:
            return proposal_stream(fact.proposal)


def proposal_stream(proposal: str) -> str:
    """Return the stream of a proposal."""
    return f"proposal/{proposal}"
