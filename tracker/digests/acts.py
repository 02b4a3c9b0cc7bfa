"""What does one act do to which measures, told as one line?

Effects of one act with the same kind and dates are one line, however many measures they touch.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import orjson

from tracker.digests.grounds import grounds
from tracker.digests.lines import ActLine, Change, Part, Why
from tracker.digests.naming import Directory
from tracker.digests.standing import Beside
from tracker.digests.survey import Look
from tracker.domain.identifiers import PROVISION_MARK, STAR, instrument_of
from tracker.domain.questions import Branch, Certainty, Status
from tracker.domain.records import DateRecord, Effect
from tracker.projection.dated import FOREVER, DatedEffect
from tracker.projection.timeline import Timeline, merged

ENDING = ("suspend", "repeal")
"""Effects after which a reader asks what still stands."""

_STOPPING = ("suspend", "repeal", "postpone")
"""Effects after which it matters that a measure was never in force."""

_CERTAINTIES = tuple(Certainty)


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a measure, and if it never was in force, on which day it was to start."""

    before: Status | None
    after: Status
    never_in_force: bool = False
    due: date | None = None


@dataclass(slots=True)
class Group:
    """The effects of one line, each with the measure that it touches."""

    touched: list[tuple[Look, DatedEffect]] = field(default_factory=list)

    @property
    def looks(self) -> list[Look]:
        """The touched measures."""
        return list({look.id: look for look, _ in self.touched}.values())

    @property
    def effects(self) -> list[DatedEffect]:
        """The effects, each once."""
        return list({effect.id: effect for _, effect in self.touched}.values())


def line_key(effect: DatedEffect) -> tuple[object, ...]:
    """Return what the effects of one line have in common."""
    record = effect.record
    readings = tuple((reading.start, reading.end) for reading in effect.readings)
    kept = (record.affecting, effect.kind, effect.start, effect.end, record.parties, record.reason)
    return (*kept, effect.boundary_unclear, repr(readings), _roughly(effect))


def act_line(directory: Directory, group: Group, *, why: Why, beside: Beside) -> ActLine:
    """Tell what the effects of a group do; ``beside`` finds what still stands."""
    effect = group.effects[0]
    touched, ends = group.looks, effect.kind in ENDING
    certainty, branches = _certainty(group)
    return ActLine(
        act=directory.instrument(effect.record.affecting),
        kind=effect.kind,
        effects=tuple(one.id for one in group.effects),
        announced_on=directory.announced_on(effect.record.affecting, instant=effect.announced),
        why=why,
        certainty=certainty,
        from_=day_or_none(effect.start),
        from_roughly=_roughly(effect),
        through=last_day(effect),
        last_day_unclear=effect.boundary_unclear,
        basis=effect.record.basis,
        reason=effect.record.reason,
        parties=effect.record.parties,
        parts=parts(directory, group),
        items=directory.items(touched),
        changes=_changes(group),
        standing=beside.standing(touched) if ends else (),
        not_named=beside.elements_left(touched) if ends else (),
        branches=branches,
        grounds=grounds(directory, (one.record for one in group.effects)),
        unrecorded=unrecorded(directory, (one.record for one in group.effects)),
    )


def unrecorded(directory: Directory, effects: Iterable[Effect]) -> tuple[str, ...]:
    """Return the targets of effects that nothing recorded bears: their fate is not told."""
    targets = dict.fromkeys(target for one in effects for target in one.affected)
    return tuple(one for one in targets if not _is_borne(directory, one))


def _is_borne(directory: Directory, target: str) -> bool:
    register = directory.register
    measures = register.measures_of.get(instrument_of(target.rstrip(STAR)), ())
    if target.endswith(STAR):
        return any(measure.startswith(target[:-1]) for measure in measures)
    return bool(measures) if PROVISION_MARK not in target else target in measures


def parts(directory: Directory, group: Group) -> tuple[Part, ...]:
    """Return the touched measures by instrument and by what becomes of them."""
    found: dict[tuple[str, Fate], list[Look]] = {}
    for look, effect in group.touched:
        found.setdefault((instrument_of(look.id), _fate(look, effect)), []).append(look)
    return tuple(part(directory, home, fate, looks) for (home, fate), looks in found.items())


def part(directory: Directory, home: str, fate: Fate, looks: Iterable[Look]) -> Part:
    """Name the measures of one instrument that share a fate."""
    return Part(
        instrument=directory.instrument(home),
        measures=tuple(directory.measure(look) for look in dict.fromkeys(looks)),
        before=fate.before,
        after=fate.after,
        never_in_force=fate.never_in_force,
        due=fate.due,
    )


def _fate(look: Look, effect: DatedEffect) -> Fate:
    """Compare the day before an effect starts with its first day."""
    timeline = look.seen_by(effect)
    if effect.kind == "impose":
        return Fate(None, timeline.at(look.last).status)
    day = look.last if effect.start is None else effect.start
    never = effect.kind in _STOPPING and timeline.never_in_force(max(day, look.last))
    due = _first_in_force(look.seen_by(effect, without=[effect.id])) if never else None
    return Fate(timeline.at(day - 1).status, timeline.at(day).status, never, due)


def _first_in_force(timeline: Timeline) -> date | None:
    days = (one.start for one in timeline.stretches if one.status is Status.IN_FORCE)
    return day_or_none(next(days, None))


def _certainty(group: Group) -> tuple[Certainty, tuple[Branch, ...]]:
    """Return the least sure answer on the line's first day, with its other readings."""
    sure, branches = Certainty.CONFIRMED, tuple[Branch, ...]()
    for look, effect in group.touched:
        found = look.answer(look.last if effect.start is None else effect.start)
        certainty = found.certainty or Certainty.CONFIRMED
        if _CERTAINTIES.index(certainty) < _CERTAINTIES.index(sure):
            sure, branches = certainty, found.branches
    return sure, branches


def _changes(group: Group) -> tuple[Change, ...]:
    look, effect = group.touched[0]
    otherwise = look.seen_by(effect, without=[effect.id])
    if effect.kind == "amend":
        return tuple(_changed_terms(look, effect, otherwise))
    if effect.kind == "postpone" and otherwise.fold.imposed_run:
        start = otherwise.fold.imposed_run.start
        return (Change(what="start", before=_iso(start), after=_iso(effect.start)),)
    if effect.kind == "extend" and otherwise.fold.runs:
        before = max(run.end for run in otherwise.fold.runs)
        return (Change(what="last_day", before=_iso(before - 1), after=_iso(effect.end - 1)),)
    return ()


def _changed_terms(look: Look, effect: DatedEffect, otherwise: Timeline) -> Sequence[Change]:
    day = look.last if effect.start is None else effect.start
    before = otherwise.fold.terms(look.measure.terms, day)
    after = merged(before, [effect])
    return [
        Change(what=key, before=_shown(before, key), after=_shown(after, key))
        for key in effect.terms or {}
        if before.get(key) != after.get(key)
    ]


def _shown(terms: Mapping[str, Any], key: str) -> str | None:
    value = terms.get(key)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    return orjson.dumps(value).decode()


def _roughly(effect: DatedEffect) -> str | None:
    """Return a start that is known to the month or the year only."""
    start = effect.record.from_
    rough = isinstance(start, DateRecord) and start.precision in ("month", "year")
    return start.value if rough and isinstance(start, DateRecord) else None


def day_or_none(ordinal: int | None) -> date | None:
    """Return the day of an ordinal."""
    return None if ordinal is None else date.fromordinal(ordinal)


def last_day(effect: DatedEffect) -> date | None:
    """Return the last day of an effect, ``None`` where it is open."""
    return None if effect.end >= FOREVER else date.fromordinal(effect.end - 1)


def _iso(ordinal: int | None) -> str | None:
    if ordinal is None or ordinal >= FOREVER - 1:
        return None
    return date.fromordinal(ordinal).isoformat()
