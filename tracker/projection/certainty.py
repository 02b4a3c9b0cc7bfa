"""How sure is a status: reported, disputed, projected, unverified or confirmed?

Each test folds the effects anew with one thing read differently and compares the day.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.domain.days import day_text, start_of_day
from tracker.domain.questions import Branch, Certainty, Status
from tracker.projection.dated import FIRST_DAY, FOREVER, DatedEffect, first_date, last_date
from tracker.projection.dossier import View
from tracker.projection.timeline import Stretch, Timeline, folded

_LAPSING = ("impose", "extend", "revive", "suspend")


@dataclass(frozen=True, slots=True)
class Lapse:
    """A turn that came by the text's own terms: on ``turned_on``, because ``effects`` ran out."""

    turned_on: int
    effects: tuple[DatedEffect, ...]
    before: Status
    after: Status


@dataclass(frozen=True, slots=True)
class Judgement:
    """The certainty of a status with the branches to show beside it."""

    certainty: Certainty
    branches: tuple[Branch, ...] = ()
    lapse: Lapse | None = None


Verified = Callable[[set[str], int], bool]


def judge(
    timeline: Timeline,
    *,
    view: View,
    base_terms: Mapping[str, Any],
    verified: Verified,
) -> Judgement:
    """Return the certainty of the status on the asked day.

    ``verified(effects, since)`` tells whether official word on one of the effects was announced
    at or after the microsecond ``since``.
    """
    if is_contested(timeline.effects):
        if _rests_on_reports(timeline, view.on):
            return Judgement(Certainty.REPORTED)
        readings = tuple(other_readings(timeline, on=view.on, base_terms=base_terms))
        if readings:
            return Judgement(Certainty.DISPUTED, readings)
    if view.on > view.known_day:
        return Judgement(Certainty.PROJECTED)
    lapse = lapse_at(timeline, timeline.at(view.on))
    if lapse and not _word_since(timeline.effects, lapse, view, verified):
        return Judgement(Certainty.UNVERIFIED, _outcomes(lapse), lapse)
    return Judgement(Certainty.CONFIRMED)


def is_contested(effects: Sequence[DatedEffect]) -> bool:
    """Tell whether some effect is only reported, or can be read in another way."""
    for effect in effects:  # noqa: SIM110 - asked of every passage, a generator costs twice
        if effect.weak or effect.readings or effect.boundary_unclear:
            return True
    return False


def _rests_on_reports(timeline: Timeline, on: int) -> bool:
    strong = [effect for effect in timeline.effects if not effect.weak]
    if len(strong) == len(timeline.effects):
        return False
    return folded(strong).status(on) is not timeline.at(on).status


def other_readings(
    timeline: Timeline, *, on: int, base_terms: Mapping[str, Any]
) -> Iterator[Branch]:
    """Yield every other stated reading under which the day would look different."""
    status, terms = timeline.at(on).status, timeline.fold.terms(base_terms, on)
    for index, effect in enumerate(timeline.effects):
        for words, variant in _variants(effect, on):
            other = folded(_with(timeline.effects, index, variant))
            branch_status, branch_terms = other.status(on), other.terms(base_terms, on)
            if branch_status is not status or branch_terms != terms:
                yield Branch(
                    when=words,
                    status=branch_status,
                    effect=effect.id,
                    from_=first_date(variant.start),
                    through=last_date(variant.end),
                    terms=branch_terms,
                )


def _variants(effect: DatedEffect, on: int) -> Iterator[tuple[str, DatedEffect]]:
    for reading in effect.readings:
        variant = effect.read_as(reading)
        source = f" ({reading.source})" if reading.source else ""
        yield f"read as {_span(variant)}{source}", variant
    if effect.boundary_unclear and effect.end == on + 1:
        yield f"{day_text(on)} is not the last day but the day it ends", effect.ending(on)


def _span(effect: DatedEffect) -> str:
    start = "an unknown day" if effect.start is None else day_text(effect.start)
    if effect.end == FOREVER:
        return f"from {start}"
    return f"from {start} through {day_text(effect.end - 1)}"


def _with(
    effects: Sequence[DatedEffect], index: int, variant: DatedEffect
) -> Sequence[DatedEffect]:
    return [*effects[:index], variant, *effects[index + 1 :]]


def lapse_at(timeline: Timeline, stretch: Stretch) -> Lapse | None:
    """Return how the stretch began, if it began by nothing but a text's own last day."""
    turn = stretch.start
    if turn <= FIRST_DAY or stretch.status is Status.UNKNOWN:
        return None
    ended = [
        effect for effect in timeline.effects if effect.end == turn and effect.kind in _LAPSING
    ]
    if not ended:
        return None
    longer = [effect.ending(turn + 1) if effect in ended else effect for effect in timeline.effects]
    before = timeline.at(turn - 1).status
    if folded(longer).status(turn) is not before:
        return None
    return Lapse(turn, tuple(ended), before, stretch.status)


def _word_since(
    effects: Sequence[DatedEffect], lapse: Lapse, view: View, verified: Verified
) -> bool:
    since = start_of_day(date.fromordinal(lapse.turned_on), view.zone_name)
    ended = {effect.id for effect in lapse.effects}
    if any(effect.announced >= since and effect.id not in ended for effect in effects):
        return True
    return verified(ended, since)


def _outcomes(lapse: Lapse) -> tuple[Branch, ...]:
    effect = lapse.effects[-1].id
    return (
        Branch(when="extended", status=lapse.before, effect=effect),
        Branch(when="lapsed", status=lapse.after, effect=effect),
    )
