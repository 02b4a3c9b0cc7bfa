"""Where does one measure stand on one day, as known then, and on what does that rest?"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from tracker.domain.days import begins_at, instant_of, instant_text, legal_day, parse_when
from tracker.domain.plurals import number_of
from tracker.domain.policy import ACTOR_PREFIX
from tracker.domain.questions import (
    Answer,
    Certainty,
    Grounds,
    PartyStatus,
    Question,
    Reason,
    Status,
    Turn,
)
from tracker.domain.records import Instrument, Measure, evidence_of
from tracker.domain.reviews import EffectSignedOff
from tracker.projection.certainty import Judgement, Lapse, judge
from tracker.projection.dated import FIRST_DAY, FOREVER, DatedEffect, first_date, last_date
from tracker.projection.dossier import (
    Dossier,
    Recorded,
    View,
    verifications_known,
    verified_since,
    version_by,
    version_by_or_first,
    view_on,
    visible_effects,
)
from tracker.projection.prospect import outlook, turn
from tracker.projection.timeline import Stretch, Timeline

RULEBOOK = "rulebook"
IMPORTED = "import"


def answer(dossier: Dossier, question: Question) -> Answer:
    """Answer a question on the measure of the dossier.

    A measure that was not recorded by the recorded clock, or that makes no rule, is ``unknown``.
    """
    view = view_on(dossier, question.clocks)
    measure = version_by(dossier.versions, view.recorded_before)
    effects = visible_effects(dossier, view) if measure is not None and measure.rule else []
    timeline = Timeline(acting_on(effects, question.party))
    stretch = timeline.at(view.on)
    if measure is None or stretch.status is Status.UNKNOWN:
        return _unknown(dossier, view, measure)

    def judged(of: Timeline) -> Judgement:
        return judge(
            of,
            view=view,
            base_terms=measure.terms,
            verified=lambda ids, since: verified_since(dossier, view, effects=ids, since=since),
        )

    judgement = judged(timeline)
    deciding = cache(lambda: deciding_effects(timeline, view.on))
    instrument = _instrument(dossier, view)
    return Answer(
        measure=dossier.measure,
        instrument=dossier.instrument,
        on=date.fromordinal(view.on),
        status=stretch.status,
        never_in_force=timeline.never_in_force(view.on),
        certainty=judgement.certainty,
        since=first_day(stretch),
        through=last_day(stretch),
        terms=timeline.fold.terms(measure.terms, view.on),
        title=measure.title,
        jurisdiction=instrument.jurisdiction if instrument else None,
        rule=measure.rule,
        grounds=cache(
            lambda: Grounds(
                because=tuple(reason_of(dossier, effect, view) for effect in deciding()),
                branches=judgement.branches,
                parties=_parties(effects, question.party, view.on),
                next=_turn(timeline, timeline.after(stretch)),
                notes=_notes(dossier, view, deciding(), judgement),
                outlook=lambda: outlook(
                    timeline,
                    day=view.on,
                    official=(lambda sure: judged(sure).certainty)
                    if judgement.certainty is Certainty.REPORTED
                    else None,
                ),
            )
        ),
    )


def acting_on(effects: Iterable[DatedEffect], party: str | None) -> list[DatedEffect]:
    """Return the effects that move something for ``party``, or for a question without one."""
    return [
        effect
        for effect in effects
        if not effect.record.parties or (party is not None and party in effect.record.parties)
    ]


def first_day(stretch: Stretch) -> date | None:
    """Return the first day of a stretch, ``None`` where it is open to the past."""
    return None if stretch.start <= FIRST_DAY else date.fromordinal(stretch.start)


def last_day(stretch: Stretch) -> date | None:
    """Return the last day of a stretch, ``None`` where it is open to the future."""
    return last_date(stretch.end)


def deciding_effects(timeline: Timeline, day: int) -> list[DatedEffect]:
    """Return the effects that make the day what it is, in announced order.

    They are the ones that made the run at hand, that suspend, repeal or amend the day, and that
    begin or end at either edge of its stretch.
    """
    fold, stretch = timeline.fold, timeline.at(day)
    chosen: list[DatedEffect] = []
    held = [run for run in fold.runs if run.holds(day)]
    for run in held or fold.runs:
        chosen += run.made_by
    chosen += [by for start, end, by in fold.suspended if start <= day < end]
    chosen += fold.amending(day)
    repeal = fold.repealing(day)
    if repeal and not held:
        chosen.append(repeal)
    edges = {stretch.start, stretch.end} - {FIRST_DAY, FOREVER}
    chosen += [
        effect
        for effect in timeline.effects
        if effect.kind not in ("impose", "amend") and edges & {effect.start, effect.end}
    ]
    ids = {effect.id for effect in chosen}
    return [effect for effect in timeline.effects if effect.id in ids]


def _unknown(dossier: Dossier, view: View, measure: Measure | None) -> Answer:
    instrument = _instrument(dossier, view)
    return Answer(
        measure=dossier.measure,
        instrument=dossier.instrument,
        on=date.fromordinal(view.on),
        status=Status.UNKNOWN,
        never_in_force=True,
        certainty=None,
        since=None,
        through=None,
        terms={},
        title=measure.title if measure else None,
        jurisdiction=instrument.jurisdiction if instrument else None,
        rule=measure.rule if measure else True,
    )


def _instrument(dossier: Dossier, view: View) -> Instrument | None:
    return version_by_or_first(dossier.instruments.get(dossier.instrument), view.recorded_before)


def _turn(timeline: Timeline, following: Stretch | None) -> Turn | None:
    return None if following is None else turn(timeline, following)


def reason_of(dossier: Dossier, effect: DatedEffect, view: View) -> Reason:
    """Return an effect with its sentences, and who let it count as far as recorded by then."""
    record = effect.record
    by, at = _accepted(dossier, effect.id, view)
    signed = _signed_off(dossier, effect.id, view)
    return Reason(
        effect=effect.id,
        kind=effect.kind,
        affecting=record.affecting,
        announced_at=record.announced_at,
        from_=first_date(effect.start),
        through=last_date(effect.end),
        boundary="unclear" if effect.boundary_unclear else record.boundary,
        basis=record.basis,
        parties=record.parties,
        evidence=evidence_of(record),
        accepted_by=by,
        accepted_at=at,
        read_by_person=signed is not None or not by.startswith(ACTOR_PREFIX),
        signed_off_by=signed.record.by if signed else None,
        signed_off_at=instant_text(instant_of(signed.at)) if signed else None,
    )


def _signed_off(dossier: Dossier, effect: str, view: View) -> Recorded[EffectSignedOff] | None:
    signed = dossier.signed_off.get(effect, ())
    visible = (item for item in signed if item.at < view.recorded_before)
    return next(visible, None)


def _accepted(dossier: Dossier, effect: str, view: View) -> tuple[str, str]:
    """Return who let the effect count and when; without a word of its own, the import did."""
    visible = [
        item for item in dossier.acceptances.get(effect, ()) if item.at < view.recorded_before
    ]
    if visible:
        return visible[-1].record.by, instant_text(instant_of(visible[-1].at))
    recorded = next(item.at for item in dossier.effects if item.record.id == effect)
    return IMPORTED, instant_text(instant_of(recorded))


def _parties(effects: Sequence[DatedEffect], asked: str | None, on: int) -> tuple[PartyStatus, ...]:
    if asked is not None:
        return ()
    return tuple(
        PartyStatus(
            parties=effect.record.parties,
            effect=effect.id,
            status=Timeline(acting_on(effects, effect.record.parties[0])).at(on).status,
        )
        for effect in effects
        if effect.record.parties
    )


def _notes(
    dossier: Dossier, view: View, deciding: Sequence[DatedEffect], judgement: Judgement
) -> tuple[str, ...]:
    notes: list[str] = []
    if judgement.certainty is Certainty.UNVERIFIED and judgement.lapse:
        notes.append(_lapse_note(judgement.lapse, view))
    unquoted = [
        effect for effect in deciding if not any(item.quote for item in evidence_of(effect.record))
    ]
    if unquoted:
        notes.append(f"no stored sentence; {_provenance(dossier, view, unquoted)}")
    notes += _unsigned_notes(dossier, view, deciding)
    notes += _verified_notes(dossier, view, deciding)
    notes += _source_notes(dossier, view, deciding)
    return tuple(dict.fromkeys(notes))


def _unsigned_notes(dossier: Dossier, view: View, deciding: Sequence[DatedEffect]) -> Iterable[str]:
    for effect in deciding:
        by, at = _accepted(dossier, effect.id, view)
        if by.startswith(ACTOR_PREFIX) and _signed_off(dossier, effect.id, view) is None:
            yield (
                f"not yet read by a person: {effect.kind} of {effect.record.affecting}, "
                f"accepted by {by} on {at[:10]}"
            )


def _verified_notes(dossier: Dossier, view: View, deciding: Sequence[DatedEffect]) -> Iterable[str]:
    effects = {effect.id: effect for effect in deciding}
    for word in verifications_known(dossier, view):
        if effect := effects.get(word.effect):
            places = dict.fromkeys(item.announcement for item in evidence_of(word))
            said_in = ", ".join(filter(None, places))
            said_at = begins_at(parse_when(word.announced_at), view.zone_name)
            said_on = legal_day(instant_of(said_at), view.zone_name)
            yield (
                f"official word on the {effect.kind} of {effect.record.affecting}: {word.outcome}, "
                f"announced {said_on}{f' ({said_in})' if said_in else ''}"
            )


def _lapse_note(lapse: Lapse, view: View) -> str:
    last = date.fromordinal(lapse.turned_on - 1)
    what = "suspension" if lapse.before is Status.SUSPENDED else "term"
    overdue = view.known_day - lapse.turned_on
    days = "due today" if overdue <= 0 else f"overdue by {number_of(overdue, 'day')}"
    return (
        f"{lapse.after.replace('_', ' ')} by its own terms: {what} ran out on {last}; "
        f"no official word recorded since; verification {days}"
    )


def _provenance(dossier: Dossier, view: View, effects: Sequence[DatedEffect]) -> str:
    hands = {_accepted(dossier, effect.id, view)[0] for effect in effects}
    urls: dict[str, None] = {}
    for effect in effects:
        record = version_by_or_first(
            dossier.instruments.get(effect.record.affecting), view.recorded_before
        )
        for source in record.sources if record else ():
            if source.url:
                urls.setdefault(source.url)
    how = "entered by hand" if hands <= {RULEBOOK, IMPORTED} else f"accepted by {min(hands)}"
    return f"{how} from: {', '.join(urls) if urls else 'no source recorded'}"


def _source_notes(dossier: Dossier, view: View, deciding: Sequence[DatedEffect]) -> Iterable[str]:
    about = [dossier.instrument, dossier.measure]
    for effect in deciding:
        about += [effect.id, effect.record.affecting]
    for key in dict.fromkeys(about):
        note = version_by(dossier.notes.get(key), view.recorded_before)
        if note:
            name = "" if key in (dossier.instrument, dossier.measure) else f" ({key})"
            if note.confidence == "low" or (note.confidence and note.text):
                yield f"confidence {note.confidence}{name}" + (
                    f": {note.text}" if note.text else ""
                )
            elif note.text:
                yield f"source note{name}: {note.text}"
