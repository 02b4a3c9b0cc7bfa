"""What can a person put into the log by hand, and on which sentence must it rest?"""

from dataclasses import dataclass
from typing import Any

from tracker.application.answers.evidence import Texts, announcement_in, find_quote
from tracker.application.answers.query import Queries
from tracker.application.desk.adding import source_of
from tracker.application.desk.official_words import MaybeWord, official_words
from tracker.application.desk.review import actor
from tracker.application.held import Held
from tracker.application.interchange.lines import recording
from tracker.application.library import Library
from tracker.application.reading.accepting import proposal_in
from tracker.application.reading.read_records import RecordDict, identified
from tracker.application.reading.settling import checked
from tracker.domain.days import (
    begins_at,
    parse_when,
    start_of_day,
)
from tracker.domain.events import NewEvent, record_stream
from tracker.domain.facts import EffectAccepted, event_of
from tracker.domain.identifiers import PROVISION_MARK, STAR
from tracker.domain.records import Announcement
from tracker.domain.reviews import RecordEntered
from tracker.errors import ReviewError, UsageError
from tracker.ports import Clock
from tracker.projection.upcoming import VerificationTask


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEffect:
    """An effect that a person writes down, with the sentence it rests on.

    Days are as in the interchange form; ``affected`` may name provisions that stand for several
    measures. ``title`` is that of a measure that the effect brings into being.
    """

    announcement: str
    quote: str
    kind: str
    affecting: str
    affected: tuple[str, ...]
    from_: str | None = None
    through: str | None = None
    boundary: str | None = None
    parties: tuple[str, ...] = ()
    reason: str | None = None
    terms: dict[str, Any] | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """The id of what was recorded, and what is worth saying of it."""

    id: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Retracted:
    """The effects that were taken back, and those that they had taken the place of."""

    effects: tuple[str, ...]
    replaced: tuple[str, ...] = ()


@dataclass(slots=True)
class Entering:
    """Records what people put in; each record with its actor, its evidence re-found."""

    library: Library
    queries: Queries
    clock: Clock

    def enter(self, wanted: NewEffect, *, by: str) -> Entered:
        """Record an effect that a person wrote down; its quote must stand in the announcement."""
        actor(by)
        with self.library.log.writing() as writer:
            held, texts = Held(writer.find), Texts(writer)
            evidence = find_quote(texts, wanted.announcement, wanted.quote)
            announcement = announcement_in(writer.find, wanted.announcement)
            if announcement is None or announcement.published_at is None:
                raise ReviewError(
                    f"announcement {wanted.announcement} has no day of publication; store it "
                    "with `tracker review add FILE --published DAY`",
                    subject=wanted.announcement,
                )
            targets, fresh, unknown = _targets(wanted, held)
            events: list[NewEvent] = []
            if held.instrument(wanted.affecting) is None:
                act = self._act(wanted.affecting, announcement)
                events += _entered(act, by)
            for id in fresh:
                events += _entered({"type": "measure", "id": id, "title": wanted.title}, by)
            record = identified(
                {
                    "type": "effect",
                    "kind": wanted.kind,
                    "affecting": wanted.affecting,
                    "affected": list(targets),
                    "parties": list(wanted.parties),
                    "from": wanted.from_,
                    "through": wanted.through,
                    "boundary": wanted.boundary,
                    "reason": wanted.reason,
                    "terms": wanted.terms,
                    "announced_at": announcement.published_at,
                    "evidence": [evidence],
                }
            )
            if held.is_recorded(record_stream("effect", record["id"])):
                raise ReviewError("this very effect is recorded already", subject=record["id"])
            events += _entered(record, by)
            events.append(event_of(EffectAccepted(effect=record["id"], by=by)))
            writer.append(events)
        notes = [f"nothing recorded bears the id {target}" for target in unknown]
        return Entered(id=record["id"], notes=tuple(notes))

    def _act(self, id: str, announcement: Announcement) -> RecordDict:
        """Return the record of an act that is not in the log, as far as its announcement tells."""
        source = source_of(self.library, announcement.source, clock=self.clock)
        return {
            "type": "instrument",
            "id": id,
            "title": announcement.title,
            "jurisdiction": source.jurisdiction,
            "announced_at": announcement.published_at,
            "timezone": source.timezone,
            "authority": source.authority,
            "sources": [{"url": announcement.url}] if announcement.url else [],
        }

    def official_words(self) -> tuple[MaybeWord, ...]:
        """Return announcements since a lapse that name what ran out: read them, then close."""
        return official_words(self.library, self.queries, now=self.clock())

    def close(self, task: str, *, outcome: str, announcement: str, quote: str, by: str) -> Entered:
        """Record official word on what became of an effect that ran out."""
        actor(by)
        found = self._task(task)
        with self.library.log.writing() as writer:
            evidence = find_quote(Texts(writer), announcement, quote)
            record = announcement_in(writer.find, announcement)
            said = record.published_at if record else None
            self._check_after(found, announcement, said, Held(writer.find))
            verification = identified(
                {
                    "type": "verification",
                    "effect": found.effect,
                    "outcome": outcome,
                    "announced_at": said,
                    "evidence": [evidence],
                }
            )
            writer.append(_entered(verification, by))
        notes = []
        if outcome != "lapsed":
            notes.append(
                f"the task is closed; record what the text does as well, with `tracker review add` "
                f"or `tracker review new`: {found.affecting} is {outcome}"
            )
        return Entered(id=verification["id"], notes=tuple(notes))

    def _task(self, task: str) -> VerificationTask:
        tasks = self.queries.upcoming(self.queries.clocks(), days=0).tasks
        for found in tasks:
            if found.task == task:
                return found
        known = ", ".join(item.task for item in tasks) or "none is open"
        raise ReviewError(
            f"no open task {task}; `tracker upcoming` shows them: {known}", subject=task
        )

    def _check_after(
        self, found: VerificationTask, announcement: str, said: str | None, held: Held
    ) -> None:
        """Raise `ReviewError` for word that is older than the lapse it is to explain."""
        act = held.instrument(found.measures[0].partition(PROVISION_MARK)[0])
        zone_name = act.timezone if act else None
        if said is None or begins_at(parse_when(said), zone_name) < start_of_day(
            found.due_on, zone_name
        ):
            raise ReviewError(
                f"announcement {announcement} was published before {found.due_on}: it cannot tell "
                f"what became of the effect after {found.ended_on}",
                subject=found.task,
            )

    def retract(self, id: str, *, reason: str, by: str) -> Retracted:
        """Record that an effect of the log, or all that a proposal let count, was a mistake."""
        actor(by)
        if not reason.strip():
            raise UsageError("a retraction needs a --reason")
        with self.library.log.writing() as writer:
            effects = _standing(id, Held(writer.find))
            for effect in effects:
                record = identified({"type": "retract", "effect": effect, "reason": reason.strip()})
                writer.append(_entered(record, by))
        return Retracted(effects=effects, replaced=self._replaced_by(effects))

    def _replaced_by(self, effects: tuple[str, ...]) -> tuple[str, ...]:
        """Return the effects in whose place some effects were recorded: they stay retracted."""
        with self.library.reading() as register:
            return tuple(
                item.record.effect
                for item in register.retractions
                if item.record.replaced_by in effects
            )


def _standing(id: str, held: Held) -> tuple[str, ...]:
    """Return the effect of that id, or those that count because of the proposal of that id.

    Raises `ReviewError` where nothing of it counts.
    """
    proposal = proposal_in(held.find, id)
    if proposal is not None:
        found = tuple(effect for effect in proposal.effects if held.effect(effect) is not None)
        if not found:
            raise ReviewError(f"nothing counts because of {id}: no effect to retract", subject=id)
        return found
    if not held.is_recorded(record_stream("effect", id)):
        raise ReviewError(
            f"no effect {id} is recorded; `tracker status MEASURE --format json` tells the ids "
            "under because",
            subject=id,
        )
    if held.effect(id) is None:
        raise ReviewError(f"effect {id} is retracted already", subject=id)
    return (id,)


def _entered(record: RecordDict, by: str) -> tuple[NewEvent, NewEvent]:
    data = checked({key: value for key, value in record.items() if value not in (None, [], {})})
    kind = data.pop("type")
    fact = RecordEntered(record=data["id"], kind=kind, by=by)
    return recording(kind, data), event_of(fact)


def _targets(
    wanted: NewEffect, held: Held
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the resolved targets, the measures that the effect brings in, and unknown targets."""
    targets: dict[str, None] = {}
    fresh, unknown = [], []
    for target in wanted.affected:
        known = held.resolve(target)
        targets.update(dict.fromkeys(known or (target,)))
        if known is not None:
            continue
        if wanted.kind == "impose" and PROVISION_MARK in target and not target.endswith(STAR):
            fresh.append(target)
        else:
            unknown.append(target)
    return tuple(targets), tuple(fresh), tuple(unknown)
