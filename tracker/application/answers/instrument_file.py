"""What is there to show of an instrument: its measures, what it does, who speaks of it?"""

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.application.answers.evidence import Texts
from tracker.application.answers.listing import InstrumentRules, directory, grouped
from tracker.application.answers.measure_file import Quotes, Sentences
from tracker.application.answers.query import Filter, Queries
from tracker.digests.grounds import grounds, grounds_of_act, shown_words
from tracker.digests.lines import Grounds, InstrumentRef
from tracker.digests.naming import Directory
from tracker.domain.facts import AnnouncementRead
from tracker.domain.identifiers import instrument_of
from tracker.domain.questions import Certainty, Clocks, Status
from tracker.domain.records import Announcement, Claim, Effect, Instrument, Link, evidence_of
from tracker.errors import NotRecorded
from tracker.projection.dossier import Recorded
from tracker.projection.register import Register
from tracker.projection.sources import Freshness
from tracker.projection.waiting import Pending

EVERYTHING = Filter(statuses=tuple(Status), certainties=(), instruments=())
SHOWN = 60
"""So many effects, links, claims or announcements of one instrument are shown each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectFile:
    """One effect with its act by name, on what it rests, and whether we withdrew it."""

    effect: Effect
    act: InstrumentRef
    targets: tuple[InstrumentRef, ...]
    sentences: tuple[Sentences, ...]
    grounds: Grounds


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentFile:
    """All that is shown of one instrument under some clocks.

    ``does`` are the effects that it makes, ``suffers`` those of others on its measures. ``carried``
    are the announcements that its records rest on or that name it; of a claim's words as much is
    kept as may be shown.
    """

    clocks: Clocks
    record: Instrument | None
    instrument: InstrumentRef
    rules: InstrumentRules | None
    freshness: Freshness
    pending_review: tuple[Pending, ...]
    grounds: Grounds
    does: tuple[EffectFile, ...]
    suffers: tuple[EffectFile, ...]
    links: tuple[tuple[Link, InstrumentRef | None], ...]
    claims: tuple[tuple[Claim, str], ...]
    carried: tuple[Announcement, ...]
    zone: str | None


def instrument_file(queries: Queries, id: str, clocks: Clocks, *, trusted: bool) -> InstrumentFile:
    """Gather what is shown of an instrument; raise `NotRecorded` for an id that nothing bears."""
    wanted = Filter(statuses=EVERYTHING.statuses, certainties=tuple(Certainty), instruments=(id,))
    found = queries.rules(clocks, wanted)
    unknown = queries.rules(clocks, Filter(statuses=(Status.UNKNOWN,), instruments=(id,)))
    with queries.library.reading() as register:
        names = directory(register, queries, clocks)
        if id not in register.instruments and id not in register.measures_of:
            raise NotRecorded("instrument", id)
        rules = sorted((*found.rules, *unknown.rules), key=lambda rule: rule.answer.measure)
        desk = Quotes(register, Texts(queries.library.log), trusted=trusted)
        effects = [one for one in _visible(register, names) if _concerns(one, id)]
        pending = {one: None for rule in rules for one in rule.pending_review}
        return InstrumentFile(
            clocks=clocks,
            record=names.record(id),
            instrument=names.instrument(id),
            rules=next(grouped(names, rules), None),
            freshness=found.freshness,
            pending_review=tuple(pending),
            grounds=grounds_of_act(names, id),
            does=_files(names, desk, (one for one in effects if one.affecting == id)),
            suffers=_files(names, desk, (one for one in effects if one.affecting != id)),
            links=tuple(_links(register, names, id))[:SHOWN],
            claims=tuple(_claims(register, names, id, trusted=trusted))[:SHOWN],
            carried=tuple(_carried(register, id, effects))[:SHOWN],
            zone=names.zone(id),
        )


def _visible(register: Register, names: Directory) -> Iterator[Effect]:
    bound = names.recorded_before
    for item in register.effects.values():
        record = item.record
        if item.at < bound and register.retracted_at.get(record.id or "", bound) >= bound:
            yield record


def _concerns(effect: Effect, id: str) -> bool:
    return effect.affecting == id or any(
        instrument_of(target).rstrip("*") == id for target in effect.affected
    )


def _files(names: Directory, desk: Quotes, effects: Iterator[Effect]) -> tuple[EffectFile, ...]:
    ordered = sorted(effects, key=lambda effect: effect.announced_at)
    return tuple(
        EffectFile(
            effect=effect,
            act=names.instrument(effect.affecting),
            targets=tuple(
                names.instrument(key)
                for key in dict.fromkeys(instrument_of(one).rstrip("*") for one in effect.affected)
            ),
            sentences=desk.of(evidence_of(effect)),
            grounds=grounds(names, [effect]),
        )
        for effect in ordered[:SHOWN]
    )


def _links(
    register: Register, names: Directory, id: str
) -> Iterator[tuple[Link, InstrumentRef | None]]:
    for item in register.links:
        link = item.record
        ends = (link.from_, link.to)
        if item.at < names.recorded_before and any(instrument_of(end) == id for end in ends):
            other = next((end for end in ends if instrument_of(end) != id), id)
            known = instrument_of(other) in register.instruments
            yield link, names.instrument(other) if known else None


def _claims(
    register: Register, names: Directory, id: str, *, trusted: bool
) -> Iterator[tuple[Claim, str]]:
    """Yield what was said of an instrument, with as much of the words as may be shown."""
    for item in register.claims:
        claim = item.record
        if item.at >= names.recorded_before or not any(
            instrument_of(one) == id for one in claim.about
        ):
            continue
        shown = claim.text if trusted else shown_words(names, claim)
        if shown:
            yield claim, shown


def _carried(register: Register, id: str, effects: list[Effect]) -> Iterator[Announcement]:
    """Yield the announcements that an instrument's effects rest on, then those that name it."""
    keys = {
        part.announcement: None
        for effect in effects
        if effect.affecting == id
        for part in evidence_of(effect)
        if part.announcement
    }
    for announcement, readings in register.readings.items():
        if _names(readings, id):
            keys.setdefault(announcement)
    for key in keys:
        if key in register.announcements:
            yield register.announcements[key].record


def _names(readings: list[Recorded[AnnouncementRead]], id: str) -> bool:
    latest = readings[-1].record if readings else None
    return latest is not None and any(one.instrument == id for one in latest.mentions)
