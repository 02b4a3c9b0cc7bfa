"""What was announced in the window, and what of older times was only recorded in it?"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tracker.digests.acts import Group, act_line, line_key, unrecorded
from tracker.digests.grounds import BY_HAND, accepted_by, grounds
from tracker.digests.lines import ActLine, Grounds, InstrumentRef, Part, Why
from tracker.digests.naming import Directory
from tracker.digests.standing import Beside
from tracker.digests.survey import Look, Scope
from tracker.domain.days import begins_at, end_of_day, microseconds, parse_when
from tracker.domain.identifiers import instrument_of
from tracker.domain.questions import Certainty
from tracker.domain.records import Claim, Effect, Instrument, Measure
from tracker.projection.dated import WEAK_AUTHORITIES, DatedEffect
from tracker.projection.dossier import Recorded, version_by

_MAKES_NO_RULE = "none"
LATE_DAYS = 31
"""What a rulebook or an import brings later than that is history, no news."""

_LATE = timedelta(days=LATE_DAYS) // timedelta(microseconds=1)


def announced(
    scope: Scope, directory: Directory, looks: Sequence[Look], *, beside: Beside
) -> tuple[ActLine, ...]:
    """Return a line for each act of the window and each pair of dates, act by act.

    Acts of older times that a person or a policy accepted in the window are told as recorded late.
    """
    groups: dict[tuple[object, ...], Group] = {}
    whys: dict[tuple[object, ...], Why] = {}
    for look in looks:
        for effect in look.effects:
            why = _why(scope, directory, look, effect)
            if why:
                key = (why, *line_key(effect))
                groups.setdefault(key, Group()).touched.append((look, effect))
                whys[key] = why
    lines = [
        act_line(directory, group, why=whys[key], beside=beside) for key, group in groups.items()
    ]
    told = {line.act.id for line in lines}
    lines += [line for line in _without_rules(scope, directory) if line.act.id not in told]
    return _act_by_act(lines)


def is_report(line: ActLine) -> bool:
    """Tell whether a line rests on press or commentary only."""
    return line.act.authority in WEAK_AUTHORITIES


def history(
    scope: Scope, directory: Directory, looks: Iterable[Look], *, corrected: Collection[str]
) -> tuple[str, ...]:
    """Return the instrument of each record of the window that came as history, of earlier times.

    What put another record right is told as a correction and counts no second time.
    """
    register = scope.register
    late = {
        effect.id
        for look in looks
        for effect in look.effects
        if _why(scope, directory, look, effect) is Why.RECORDED_LATE
    }
    recorded: list[Recorded[Any]] = []
    for instruments in register.instruments.values():
        recorded += instruments
    for measures in register.measures.values():
        recorded += measures
    recorded += [item for key, item in register.effects.items() if key not in late]
    recorded += register.claims
    here = (
        item.record
        for item in recorded
        if scope.recorded_here(item) and item.record.id not in corrected
    )
    return tuple(_home(record) for record in here if _of_earlier_times(scope, directory, record))


def is_history(line: ActLine, *, since: date) -> bool:
    """Tell whether a rulebook or an import brought a line of times before the day ``since``."""
    if line.why is not Why.RECORDED_LATE or line.grounds is None:
        return False
    return line.grounds.by in BY_HAND and (line.announced_on or date.min) < since


def _why(scope: Scope, directory: Directory, look: Look, effect: DatedEffect) -> Why | None:
    if look.announced_here(effect):
        return Why.ANNOUNCED
    if not scope.recorded_here(scope.register.effects[effect.id]):
        return None
    if scope.positions is not None and _day_reaches_in(look, effect):
        return Why.ANNOUNCED
    late = scope.positions is not None and effect.announced >= look.opens - _LATE
    by_hand = accepted_by(directory, effect.id) in BY_HAND
    return Why.RECORDED_LATE if late or not by_hand else None


def _day_reaches_in(look: Look, effect: DatedEffect) -> bool:
    """Tell whether a bare day of announcement has hours in the window."""
    when = parse_when(effect.record.announced_at)
    return type(when) is date and end_of_day(when, look.view.zone_name) > look.opens


def _home(record: Instrument | Measure | Effect | Claim) -> str:
    match record:
        case Effect():
            return record.affecting
        case Claim():
            return instrument_of(record.about[0]) if record.about else ""
        case _:
            return instrument_of(record.id or "")


def _of_earlier_times(
    scope: Scope, directory: Directory, record: Instrument | Measure | Effect | Claim
) -> bool:
    match record:
        case Instrument():
            text, zone_name = record.announced_at, record.timezone
        case Effect():
            text, zone_name = record.announced_at, directory.zone(record.affecting)
        case Claim():
            text, zone_name = record.said_on, None
        case Measure():
            home = directory.record((record.id or "").partition("#")[0])
            text, zone_name = (home.announced_at, home.timezone) if home else (None, None)
    return text is None or begins_at(parse_when(text), zone_name) < scope.window.opens(zone_name)


def _without_rules(scope: Scope, directory: Directory) -> Iterator[ActLine]:
    """Yield the instruments of the window whose effects, if any, are told by nobody."""
    decided, effects = _decided_here(scope, directory), _visible_effects(scope)
    for identifier, versions in scope.register.instruments.items():
        record = version_by(versions, scope.recorded_before)
        if record is None or record.announced_at is None:
            continue
        when = parse_when(record.announced_at)
        at = begins_at(when, record.timezone)
        window = scope.window
        upper = min(window.closes(record.timezone), microseconds(scope.now) + 1)
        opens = window.opens(record.timezone)
        if scope.positions is not None and scope.recorded_here(versions[0]):
            opens -= _LATE
        late = at < opens and identifier in decided
        if opens <= at < upper or late:
            act = directory.instrument(identifier)
            yield _text_line(scope, directory, act, at, effects.get(identifier, ()))


def _decided_here(scope: Scope, directory: Directory) -> frozenset[str]:
    """Return the acts of which somebody let an effect count in the window, not by a load.

    Where nothing recorded bears what such an effect names, no measure tells of it.
    """
    return frozenset(
        item.record.affecting
        for key, item in scope.register.effects.items()
        if scope.recorded_here(item) and accepted_by(directory, key) not in BY_HAND
    )


def _visible_effects(scope: Scope) -> Mapping[str, Sequence[Effect]]:
    found: dict[str, list[Effect]] = {}
    for item in scope.register.effects.values():
        if scope.visible(item):
            found.setdefault(item.record.affecting, []).append(item.record)
    return found


def _text_line(
    scope: Scope, directory: Directory, act: InstrumentRef, at: int, effects: Sequence[Effect]
) -> ActLine:
    note, record = directory.note(act.id), directory.record(act.id)
    zone_name = directory.zone(act.id)
    links = (item.record for item in scope.register.links if item.record.from_ == act.id)
    return ActLine(
        act=act,
        kind=_MAKES_NO_RULE,
        announced_on=directory.announced_on(act.id, instant=at),
        why=Why.ANNOUNCED if at >= scope.window.opens(zone_name) else Why.RECORDED_LATE,
        certainty=(
            Certainty.REPORTED if act.authority in WEAK_AUTHORITIES else Certainty.CONFIRMED
        ),
        parts=_texts(scope, directory, act),
        effects=tuple(one.id or "" for one in effects),
        grounds=grounds(directory, effects)
        if effects
        else Grounds(
            quotes=(),
            urls=tuple(one.url for one in (record.sources if record else ()) if one.url),
            by="rulebook",
            confidence=note.confidence if note else None,
            notes=directory.remarks([act.id]),
        ),
        unrecorded=unrecorded(directory, effects),
        links=tuple((link.kind, directory.instrument(link.to)) for link in links),
    )


def _texts(scope: Scope, directory: Directory, act: InstrumentRef) -> tuple[Part, ...]:
    """Return what the text says, as parts without a status."""
    found = []
    for identifier in scope.register.measures_of.get(act.id, ()):
        measure = version_by(scope.register.measures.get(identifier), scope.recorded_before)
        if measure is not None:
            found.append(directory.part(identifier, measure, measure.terms))
    return (Part(instrument=act, measures=tuple(found)),) if found else ()


def _act_by_act(lines: Iterable[ActLine]) -> tuple[ActLine, ...]:
    """Order by day of announcement, keep an act's lines together, mark those that follow."""
    ordered = sorted(lines, key=_place)
    return tuple(
        replace(line, same_act=index > 0 and ordered[index - 1].act.id == line.act.id)
        for index, line in enumerate(ordered)
    )


def _place(line: ActLine) -> tuple[object, ...]:
    unknown = line.from_ is None
    return (
        line.announced_on or date.min,
        line.kind == _MAKES_NO_RULE,
        line.act.id,
        unknown,
        line.from_ or date.max,
        line.kind,
    )
