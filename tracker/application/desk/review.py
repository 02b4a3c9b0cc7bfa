"""Who decides on what was read, and what does a decision record?

A decision is taken inside one transaction: either the proposal still stands as the person saw it,
or nothing is recorded and one sentence says why.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tracker.application.answers.evidence import Passage, Texts, announcement_in, passages
from tracker.application.answers.excerpts import Excerpt, excerpts
from tracker.application.desk.rehearsal import Rehearsal, rehearse
from tracker.application.held import Held
from tracker.application.library import Library
from tracker.application.reading.accepting import accepting, proposal_in
from tracker.application.reading.proposing import doubts_now, proposal_id
from tracker.application.reading.settling import awaits_a_person, checked
from tracker.domain.days import instant_of, instant_text, microseconds
from tracker.domain.events import NewEvent
from tracker.domain.facts import event_of
from tracker.domain.identifiers import has_control_characters
from tracker.domain.policy import ACTOR_PREFIX
from tracker.domain.records import RECORD_TYPES, Evidence
from tracker.domain.reviews import (
    AnnouncementMarkedRead,
    EffectSignedOff,
    ProposalReferred,
    ProposalRejected,
    proposal_stream,
)
from tracker.errors import ReviewError, TrackerError, UsageError
from tracker.ports import Clock, LogWriter
from tracker.projection.proposals import OPEN, Proposal, State
from tracker.projection.reviews import unsigned

_NOBODY = ("rulebook", "import", "policy")
_NAME_LENGTH = 120

Records = Sequence[Mapping[str, Any]]
_Decision = Callable[[Proposal, LogWriter], Iterable[NewEvent]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A proposal with all that a person needs to decide on it.

    ``fault`` says why it could not be accepted as it stands, ``excerpts`` hold the words that
    the passages quote, ``doubts`` are those of the reading that still hold. ``retracted`` are
    those of its effects that were taken back since.
    """

    proposal: Proposal
    passages: tuple[Passage, ...]
    excerpts: tuple[Excerpt, ...]
    doubts: tuple[str, ...]
    rehearsal: Rehearsal
    fault: str | None = None
    retracted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsigned:
    """An effect that a policy accepted and nobody has read; ``accepted_at`` is in UTC."""

    effect: str
    kind: str
    affecting: str
    affected: tuple[str, ...]
    accepted_by: str
    accepted_at: str


def actor(name: str) -> str:
    """Return the name of a person; raise `UsageError` for one that stands for something else."""
    name = name.strip()
    if not name or len(name) > _NAME_LENGTH or has_control_characters(name):
        raise UsageError("say who decides: --actor NAME, in one line")
    if name in _NOBODY or name.startswith(ACTOR_PREFIX):
        raise UsageError(f"{name!r} is not a person's name; give another --actor")
    return name


@dataclass(slots=True)
class ReviewDesk:
    """Shows what waits and records what people decide; safe to use from several processes."""

    library: Library
    clock: Clock

    def proposals(self, states: Iterable[State] = OPEN) -> tuple[Proposal, ...]:
        """Return the proposals in some states, the oldest first."""
        wanted = frozenset(states)
        with self.library.reading() as register:
            return tuple(found for found in register.reviews.all() if found.state in wanted)

    def proposal(self, id: str) -> Proposal:
        """Return a proposal; raise `ReviewError` for an id that none bears."""
        found = proposal_in(self.library.log.find, id)
        if found is None:
            raise _no_proposal(id)
        return found

    def case(self, id: str, records: Records | None = None) -> Case:
        """Return a proposal with its sentences and with what it would change.

        ``records`` stand for its own, where a person has edited them.
        """
        found = self.proposal(id)
        texts = Texts(self.library.log)
        rehearsal, fault = Rehearsal(), None
        try:
            rehearsal = rehearse(self.library, self._rehearsed(found, records), now=self.clock())
        except TrackerError as error:
            fault = str(error)
        quoted = tuple(passages(_evidence(records or found.reading.records), texts))
        place = found.reading.announcement
        held = Held(self.library.log.find)
        return Case(
            proposal=found,
            passages=quoted,
            excerpts=tuple(excerpts(quoted, texts.of(place), place)),
            doubts=tuple(doubts_now(found.reading, held)),
            rehearsal=rehearsal,
            fault=fault,
            retracted=tuple(id for id in found.effects if held.effect(id) is None),
        )

    def _rehearsed(self, found: Proposal, records: Records | None) -> tuple[NewEvent, ...]:
        if not found.open:
            return ()
        _check_acceptable(found, records)
        held = Held(self.library.log.find)
        events = accepting(
            found.id, found.reading, held, by="?", earlier=found.effects, instead=records
        )
        return tuple(events)

    def accept(self, id: str, *, by: str, seen: int | None = None) -> Proposal:
        """Let a proposal count as it stands. ``seen`` is how many steps it had when it was read."""

        def decide(found: Proposal, writer: LogWriter) -> Iterable[NewEvent]:
            _check_acceptable(found, None)
            return accepting(id, found.reading, Held(writer.find), by=by, earlier=found.effects)

        return self._decide(id, decide, by=by, seen=seen)

    def edit(self, id: str, records: Records, *, by: str, seen: int | None = None) -> Proposal:
        """Let a proposal count with changes: ``records`` instead of its own."""
        if not records:
            raise UsageError(f"nothing would be left of {id}; reject it with a reason instead")
        for record in records:
            checked(record)

        def decide(found: Proposal, writer: LogWriter) -> Iterable[NewEvent]:
            _check_acceptable(found, records)
            held = Held(writer.find)
            return accepting(id, found.reading, held, by=by, earlier=found.effects, instead=records)

        return self._decide(id, decide, by=by, seen=seen)

    def reject(self, id: str, *, by: str, reason: str, seen: int | None = None) -> Proposal:
        """Let a proposal not count, for a reason; what an earlier version recorded stays."""
        if not reason.strip():
            raise UsageError("a rejection needs a --reason")

        def decide(found: Proposal, writer: LogWriter) -> Iterable[NewEvent]:
            evidence = found.reading.evidence
            yield event_of(
                ProposalRejected(proposal=id, by=by, evidence=evidence, reason=reason.strip())
            )

        return self._decide(id, decide, by=by, seen=seen)

    def refer(
        self, id: str, *, by: str, reason: str | None = None, seen: int | None = None
    ) -> Proposal:
        """Ask for a second person: ``by`` may not decide any more."""

        def decide(found: Proposal, writer: LogWriter) -> Iterable[NewEvent]:
            yield event_of(ProposalReferred(proposal=id, by=by, reason=reason))

        return self._decide(id, decide, by=by, seen=seen)

    def _decide(self, id: str, decision: _Decision, *, by: str, seen: int | None) -> Proposal:
        by = actor(by)
        with self.library.log.writing() as writer:
            found = proposal_in(writer.find, id)
            if found is None:
                raise _no_proposal(id)
            _check_undecided(found, by=by, seen=seen)
            events = list(decision(found, writer))
            writer.append(events, expected={proposal_stream(id): found.steps})
        return self.proposal(id)

    def sign_off(self, id: str, *, by: str) -> tuple[str, ...]:
        """Record that a person has read what the policy accepted, or an announcement.

        ``id`` is that of an effect, a proposal or an announcement. Returns the ids that were
        signed; raises `ReviewError` where there is nothing to sign.
        """
        by = actor(by)
        with self.library.log.writing() as writer:
            proposal = proposal_in(writer.find, id)
            effects = proposal.effects if proposal else (id,)
            held = Held(writer.find)
            signed = [effect for effect in effects if awaits_a_person(held, effect)]
            events = [event_of(EffectSignedOff(effect=effect, by=by)) for effect in signed]
            if not signed and announcement_in(writer.find, id) is not None:
                _check_nothing_open(writer, id)
                signed = [id]
                events = [event_of(AnnouncementMarkedRead(announcement=id, by=by))]
            if not signed:
                raise ReviewError(
                    f"nothing of {id} waits for a signature: no policy accepted it, or it was "
                    "signed off already; `tracker review list --unsigned` shows what waits",
                    subject=id,
                )
            writer.append(events)
        return tuple(signed)

    def unsigned(self) -> tuple[Unsigned, ...]:
        """Return the effects that a policy accepted and nobody has read."""
        with self.library.reading() as register:
            found = unsigned(
                register.reviews,
                register.acceptances,
                retracted_at=register.retracted_at,
                before=microseconds(self.clock()) + 1,
            )
            return tuple(
                Unsigned(
                    effect=id,
                    kind=effect.kind,
                    affecting=effect.affecting,
                    affected=effect.affected,
                    accepted_by=by,
                    accepted_at=instant_text(instant_of(at)),
                )
                for id, by, at in found
                if id in register.effects
                for effect in (register.effects[id].record,)
            )


def _no_proposal(id: str) -> ReviewError:
    return ReviewError(f"no proposal {id}; `tracker review list` shows them", subject=id)


def _check_undecided(found: Proposal, *, by: str, seen: int | None) -> None:
    """Raise `ReviewError`, in one sentence, where a decision comes too late or from nobody."""
    if not found.open:
        at = instant_text(instant_of(found.at))[:16].replace("T", " ")
        raise ReviewError(
            f"{found.id} was {found.state} by {found.by} at {at} UTC; nothing was recorded",
            subject=found.id,
        )
    if found.referred_by is not None and _is_same_person(found.referred_by, by):
        raise ReviewError(
            f"{found.id} waits for a second person: {by} asked for one; nothing was recorded",
            subject=found.id,
        )
    if seen is not None and seen != found.steps:
        raise ReviewError(
            f"{found.id} changed while you read it; look at it again; nothing was recorded",
            subject=found.id,
        )


def _is_same_person(one: str, other: str) -> bool:
    """Tell whether two names are one person's: case and blanks make no second person."""
    return one.casefold().split() == other.casefold().split()


def _check_acceptable(found: Proposal, records: Records | None) -> None:
    kept = found.reading.records if records is None else records
    if found.effects and not any(record["type"] == "effect" for record in kept):
        raise ReviewError(
            f"the changed text of {found.id} gives no effect to accept; reject it to keep what "
            "was accepted, or use `tracker review retract EFFECT`",
            subject=found.id,
        )


def _check_nothing_open(writer: LogWriter, announcement: str) -> None:
    """Raise `ReviewError` for an announcement on which a decision is asked."""
    found = proposal_in(writer.find, proposal_id(announcement))
    if found is not None and found.open:
        raise ReviewError(
            f"{announcement} waits for a decision: tracker review show {found.id}",
            subject=announcement,
        )


def _evidence(records: Records) -> Iterable[Evidence]:
    for record in records:
        if record.get("type") in RECORD_TYPES:
            for part in record.get("evidence") or ():
                yield Evidence(**part)
