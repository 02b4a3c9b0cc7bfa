"""Which turns come, as appointments that keep their name when a day moves or is called off?

Nothing is remembered between two calls: how often an appointment changed is read from the log, by
looking at each measure as it was known after each record that bears on it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256

from tracker.digests.filters import EVERYTHING, Concern, Filter
from tracker.digests.lines import InstrumentRef, Items, MeasureRef, Named
from tracker.digests.naming import Directory
from tracker.domain.days import instant_of, legal_day, microseconds
from tracker.domain.questions import Clocks, Status
from tracker.domain.rulebook import Field
from tracker.projection.dossier import Dossier, version_by
from tracker.projection.register import Register
from tracker.projection.upcoming import ScheduledTurn, upcoming

HORIZON_DAYS = 1830

Edge = tuple[Status, Status, int]
"""From which status to which, and the how-manieth such turn of the measure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """Measures of one instrument turn on ``on`` (a day in the issuer's zone).

    ``uid`` stays the same whatever happens; ``sequence`` counts the changes since it was first
    known, ``changed_at`` (UTC) is the last of them. ``cancelled`` tells that the day was called
    off before it came. ``lapses`` tells that nothing but a text's own last day makes the turn.
    """

    uid: str
    on: date
    before: Status
    after: Status
    instrument: InstrumentRef
    measures: tuple[MeasureRef, ...]
    items: Items
    act: InstrumentRef | None
    lapses: bool
    sequence: int
    cancelled: bool
    changed_at: datetime


@dataclass(slots=True)
class _Planned:
    """What is known of one turn of one measure, moment by moment."""

    on: date | None = None
    last_on: date | None = None
    turn: ScheduledTurn | None = None
    changes: int = -1
    changed_at: int = 0

    def see(self, turn: ScheduledTurn | None, *, at: int, today: date) -> None:
        """Take in how the turn stands at a moment; one whose day has come is no change."""
        on = turn.on if turn else None
        if on == self.on or (on is None and self.on is not None and self.on <= today):
            self.on = on
            return
        self.changes += 1
        self.changed_at, self.on = at, on
        if turn is not None:
            self.turn, self.last_on = turn, on


@dataclass(slots=True)
class _Group:
    measures: list[str] = field(default_factory=list)
    first: _Planned = field(default_factory=_Planned)


def appointments(
    register: Register, *, now: datetime, field: Field, wanted: Filter = EVERYTHING
) -> tuple[Appointment, ...]:
    """Return the turns that come, and those that were called off, by day.

    ``now`` is an instant in UTC; ``wanted`` filters by issuer, instrument, item and text.
    """
    names = Directory(
        register, field=field, recorded_before=microseconds(now) + 1, closes=microseconds(now) + 1
    )
    groups: dict[tuple[object, ...], _Group] = {}
    for measure in register.measure_ids():
        dossier = register.dossier(measure)
        for edge, planned in _planned(dossier, now):
            key = (dossier.instrument, edge, planned.last_on, planned.changes, planned.on is None)
            act = planned.turn.effect if planned.turn else None
            group = groups.setdefault((*key, act), _Group(first=planned))
            group.measures.append(measure)
    made = (_appointment(register, names, group, key[1]) for key, group in groups.items())
    kept = (one for one in made if wanted.wants(_concern(one, names)))
    return tuple(sorted(kept, key=lambda one: (one.on, one.uid)))


def _planned(dossier: Dossier, now: datetime) -> Iterator[tuple[Edge, _Planned]]:
    found: dict[Edge, _Planned] = {}
    for at in _moments(dossier, now):
        then = min(instant_of(at), now)
        turns = _turns(dossier, then)
        today = legal_day(then, _zone(dossier))
        for edge in dict.fromkeys([*found, *turns]):
            found.setdefault(edge, _Planned()).see(turns.get(edge), at=at, today=today)
    today = legal_day(now, _zone(dossier))
    for edge, planned in found.items():
        if planned.last_on is not None and planned.last_on > today:
            yield edge, planned


def _moments(dossier: Dossier, now: datetime) -> Sequence[int]:
    """Return the instants after which something else was known of a measure, and now."""
    last = microseconds(now)
    known = {item.at for item in dossier.effects} | {item.at for item in dossier.versions}
    known |= {
        at for item in dossier.effects if (at := dossier.retracted_at.get(item.record.id or ""))
    }
    return [*sorted(at for at in known if at < last), last]


def _turns(dossier: Dossier, then: datetime) -> dict[Edge, ScheduledTurn]:
    clocks = Clocks(now=then, on=None, announced_by=None, recorded_by=None)
    found: dict[Edge, ScheduledTurn] = {}
    for turn in upcoming([dossier], clocks, days=HORIZON_DAYS).turns:
        count = sum((one[0], one[1]) == (turn.before, turn.after) for one in found)
        found[(turn.before, turn.after, count)] = turn
    return found


def _zone(dossier: Dossier) -> str | None:
    versions = dossier.instruments.get(dossier.instrument) or ()
    return versions[0].record.timezone if versions else None


def _appointment(register: Register, names: Directory, group: _Group, edge: object) -> Appointment:
    planned = group.first
    turn = planned.turn
    if turn is None or planned.last_on is None:
        raise ValueError("an appointment has had a day")
    effect = register.effects.get(turn.effect or "")
    terms = [_terms(register, names, measure) for measure in group.measures]
    return Appointment(
        uid=sha256(f"{group.measures[0]} {edge}".encode()).hexdigest()[:32],
        on=planned.last_on,
        before=turn.before,
        after=turn.after,
        instrument=names.instrument(turn.instrument),
        measures=tuple(ref for ref, _ in terms),
        items=names.items_in(terms for _, terms in terms),
        act=names.instrument(effect.record.affecting) if effect else None,
        lapses=turn.lapses is not None,
        sequence=planned.changes,
        cancelled=planned.on is None,
        changed_at=instant_of(planned.changed_at),
    )


def _terms(
    register: Register, names: Directory, measure: str
) -> tuple[MeasureRef, dict[str, object]]:
    versions = register.measures.get(measure)
    record = version_by(versions, names.recorded_before) if versions else None
    if record is None:
        raise ValueError(f"{measure} was not recorded")
    return names.part(measure, record, record.terms), record.terms


def _concern(one: Appointment, names: Directory) -> Concern:
    acts = [act for act in (one.instrument, one.act) if act]
    symbols = (member for named in one.items.elements for member in names.field.members(named.key))
    values = {
        "issuer": _words(named for act in acts for named in act.issuers),
        "jurisdiction": _words(act.jurisdiction for act in acts if act.jurisdiction),
        "instrument": _folded([act.id for act in acts] + [ref.id for ref in one.measures]),
        "element": _words(one.items.elements) | _folded(symbols),
        "code": _folded(one.items.control_codes),
        "hs": _folded(one.items.hs_codes),
        "certainty": frozenset(["projected"]),
    }
    titles = (title for act in acts for title in act.titles.values())
    told = (text for ref in one.measures for text in (ref.title, ref.summary) if text)
    return Concern(values, " ".join([*titles, *told]).casefold())


def _words(things: Iterable[Named]) -> frozenset[str]:
    return _folded(word for thing in things for word in (thing.key, *thing.names.values()))


def _folded(values: Iterable[str]) -> frozenset[str]:
    return frozenset(value.casefold() for value in values)
