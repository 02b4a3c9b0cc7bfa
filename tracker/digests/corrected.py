"""Which statements of ours were wrong, and what holds instead?"""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import orjson

from tracker.digests.digest import CorrectionLine, Statement
from tracker.digests.grounds import grounds, grounds_of_act
from tracker.digests.lines import Change
from tracker.digests.naming import Directory
from tracker.digests.survey import Scope
from tracker.domain.days import instant_of
from tracker.domain.identifiers import instrument_of
from tracker.domain.records import DateField, DateRecord, Effect, Instrument, Measure
from tracker.projection.dossier import Recorded

_NOT_TOLD = ("recorded_at", "corrects")


def corrections(scope: Scope, directory: Directory) -> tuple[CorrectionLine, ...]:
    """Return the retractions and corrected versions of the window, in recorded order.

    What was recorded and repaired within the window was never told to anybody.
    """
    lines = [*_retractions(scope, directory), *_versions(scope, directory)]
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
