"""Which statements of ours were wrong, and what holds instead?"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import msgspec
import orjson

from tracker.digests.acts import ENDING
from tracker.digests.concerns import stood
from tracker.digests.digest import CorrectionLine, Statement
from tracker.digests.grounds import grounds, grounds_of_act
from tracker.digests.lines import Change
from tracker.digests.naming import Directory
from tracker.digests.survey import Look, Scope
from tracker.domain.days import instant_of
from tracker.domain.identifiers import instrument_of
from tracker.domain.questions import Status
from tracker.domain.records import DateField, DateRecord, Effect, Instrument, Measure
from tracker.projection.dated import DatedEffect
from tracker.projection.dossier import Recorded

_DAYS_BACK = 800
"""How far back it is looked for what was said to stand."""

_NOT_TOLD = ("recorded_at", "corrects")


def corrections(
    scope: Scope, directory: Directory, looks: Iterable[Look]
) -> tuple[CorrectionLine, ...]:
    """Return the retractions and corrected versions of the window, in recorded order.

    With them what was said to stand still and, by an act that came late, did not. What was
    recorded and repaired within the window was never told to anybody.
    """
    lines = [
        *_retractions(scope, directory),
        *_versions(scope, directory),
        *_stood(scope, directory, looks),
    ]
    return tuple(sorted(lines, key=lambda line: (line.recorded_at, line.about)))


def _retractions(scope: Scope, directory: Directory) -> Iterator[CorrectionLine]:
    effects = scope.register.effects
    for item in scope.register.retractions:
        old = effects.get(item.record.effect)
        if old is None or not scope.recorded_here(item) or scope.recorded_here(old):
            continue
        new = effects.get(item.record.replaced_by or "")
        yield CorrectionLine(
            about=item.record.effect,
            act=directory.instrument(old.record.affecting),
            recorded_at=instant_of(item.at),
            old=_statement(old.record),
            new=_statement(new.record) if new else None,
            reason=item.record.reason,
            grounds=grounds(directory, [new.record if new else old.record]),
        )


def _versions(scope: Scope, directory: Directory) -> Iterator[CorrectionLine]:
    known: list[Sequence[Recorded[Instrument]] | Sequence[Recorded[Measure]]]
    known = [*scope.register.instruments.values(), *scope.register.measures.values()]
    for versions in known:
        here = [item for item in versions if scope.recorded_here(item) and item.record.corrects]
        before = [item for item in versions if not scope.recorded_here(item)]
        if not here or not before or before[0].at > here[-1].at:
            continue
        record = here[-1].record
        older = [item for item in before if item.at <= here[0].at][-1].record
        yield CorrectionLine(
            about=record.id or "",
            act=directory.instrument(record.id or ""),
            recorded_at=instant_of(here[-1].at),
            changes=tuple(_changes(older, record)),
            grounds=grounds_of_act(directory, instrument_of(record.id or "")),
        )


def _stood(scope: Scope, directory: Directory, looks: Iterable[Look]) -> Iterator[CorrectionLine]:
    """Yield a line for each late effect that ended or suspended what was said to stand."""
    groups: dict[str, list[tuple[Look, list[int]]]] = {}
    for look in looks:
        fresh = [one for one in look.effects if _is_fresh(scope, one)]
        for effect in fresh:
            if not _came_late(look, effect):
                continue
            days = _wrong_days(look, effect, without={one.id for one in fresh})
            if days:
                groups.setdefault(effect.id, []).append((look, days))
    for id, group in groups.items():
        item = scope.register.effects[id]
        said = [(look, day) for look, days in group for day in days]
        yield CorrectionLine(
            about=id,
            act=directory.instrument(item.record.affecting),
            recorded_at=instant_of(item.at),
            new=_statement(item.record),
            changes=tuple(
                Change(what=look.id, before=str(Status.IN_FORCE), after=str(look.status(found[0])))
                for look, found in group
            ),
            grounds=grounds(directory, [item.record]),
            stood=True,
            told_as=tuple(stood(look.id, date.fromordinal(day)) for look, day in said),
        )


def _is_fresh(scope: Scope, effect: DatedEffect) -> bool:
    return scope.recorded_here(scope.register.effects[effect.id])


def _came_late(look: Look, effect: DatedEffect) -> bool:
    return effect.kind in ENDING and effect.announced < look.opens and not effect.record.parties


def _wrong_days(look: Look, effect: DatedEffect, *, without: Collection[str]) -> list[int]:
    """Return the days before the window on which a measure seemed to be in force and was not."""
    if effect.start is None:
        return []
    earlier = look.seen_by(effect, without=without)
    first = max(effect.start, look.first - _DAYS_BACK)
    return [
        day
        for day in range(first, min(look.first, effect.end))
        if earlier.at(day).status is Status.IN_FORCE and look.status(day) is not Status.IN_FORCE
    ]


def _changes(older: Instrument | Measure, newer: Instrument | Measure) -> Iterator[Change]:
    old, new = _flat(older), _flat(newer)
    for key in dict.fromkeys((*old, *new)):
        if old.get(key) != new.get(key):
            yield Change(what=key, before=_shown(old.get(key)), after=_shown(new.get(key)))


def _flat(record: Instrument | Measure) -> dict[str, Any]:
    """Return the fields of a record, each key of the terms as a field of its own."""
    fields: dict[str, Any] = msgspec.to_builtins(record)
    terms = fields.pop("terms", {})
    kept = {key: value for key, value in fields.items() if key not in _NOT_TOLD}
    return kept | {f"terms.{key}": value for key, value in terms.items()}


def _shown(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return orjson.dumps(value).decode()


def _statement(effect: Effect) -> Statement:
    return Statement(
        effect=effect.id or "",
        kind=effect.kind,
        affecting=effect.affecting,
        affected=effect.affected,
        from_=_day(effect.from_),
        through=_day(effect.through),
        announced_at=effect.announced_at,
    )


def _day(value: DateField) -> str | None:
    return value.value if isinstance(value, DateRecord) else value
