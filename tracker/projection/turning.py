"""On which days may status or certainty turn, under any reading of the effects?"""

from collections.abc import Iterable

from tracker.projection.certainty import is_contested
from tracker.projection.dated import FIRST_DAY, FOREVER, DatedEffect
from tracker.projection.timeline import Timeline


def turning_days(timeline: Timeline) -> set[int]:
    """Return every day on which status or certainty may turn, under any reading."""
    days = {stretch.start for stretch in timeline.stretches}
    effects = timeline.effects
    if not is_contested(effects):
        return days
    if any(effect.weak for effect in effects):
        days |= _starts(effect for effect in effects if not effect.weak)
    for index, effect in enumerate(effects):
        for reading in effect.readings:
            variant = [*effects]
            variant[index] = effect.read_as(reading)
            days |= _starts(variant)
            days |= _amending_days((*effects, variant[index]))
        if effect.boundary_unclear and FIRST_DAY < effect.end < FOREVER:
            days |= {effect.end - 1, effect.end}
    return days


def _starts(effects: Iterable[DatedEffect]) -> set[int]:
    return {stretch.start for stretch in Timeline(list(effects)).stretches}


def _amending_days(effects: Iterable[DatedEffect]) -> set[int]:
    """Return the days on which terms may change."""
    edges = {
        edge
        for effect in effects
        if effect.kind == "amend" and effect.start is not None
        for edge in (effect.start, effect.end)
    }
    return {day for day in edges if FIRST_DAY < day < FOREVER}
