"""How do the effects on one measure add up to its status on every day?

The fold keeps what the law keeps: *runs* (stretches in which the measure is to apply), the word
*repealed* laid over days, and the days on which it is *suspended*. All days are ordinals, all
stretches half-open.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from tracker.domain.questions import Status
from tracker.projection.dated import FIRST_DAY, FOREVER, DatedEffect


@dataclass(slots=True)
class Run:
    """A stretch in which a measure is to apply; ``cut`` is where a repeal ended it."""

    start: int | None
    end: int
    made_by: list[DatedEffect]
    cut: int = FOREVER

    @property
    def stop(self) -> int:
        """The first day after the run."""
        return min(self.end, self.cut)

    def holds(self, day: int) -> bool:
        """Tell whether the measure is to apply on ``day``."""
        return self.start is not None and self.start <= day < self.stop


class Stretch(msgspec.Struct, frozen=True):
    """Days of equal status: ``start`` to before ``end``."""

    start: int
    end: int
    status: Status


@dataclass(slots=True)
class Fold:
    """What the effects on one measure have made of it.

    ``runs`` stand as they were added; ``imposed_at`` is the place of the one that was imposed.
    """

    runs: list[Run] = field(default_factory=list)
    imposed_at: int | None = None
    repealed: list[tuple[int, bool, DatedEffect]] = field(default_factory=list)
    suspended: list[tuple[int, int, DatedEffect]] = field(default_factory=list)
    amendments: list[DatedEffect] = field(default_factory=list)

    @property
    def imposed(self) -> bool:
        """Tell whether the measure was ever brought into being."""
        return self.imposed_at is not None

    @property
    def imposed_run(self) -> Run | None:
        """The run that the measure was imposed for."""
        return None if self.imposed_at is None else self.runs[self.imposed_at]

    def apply(self, effect: DatedEffect) -> None:
        """Let one more effect act; effects come in the order in which they were announced."""
        _ACTIONS[effect.kind](self, effect)

    def _impose(self, effect: DatedEffect) -> None:
        run = Run(effect.start, effect.end, [effect])
        if self.imposed_at is None:
            self.imposed_at = len(self.runs)
            self.runs.append(run)
        else:
            self.runs[self.imposed_at] = run

    def _postpone(self, effect: DatedEffect) -> None:
        if first := self.imposed_run:
            first.start = effect.start
            first.made_by.append(effect)

    def _extend(self, effect: DatedEffect) -> None:
        latest: Run | None = None
        for run in self.runs:
            if latest is None or (run.start or FIRST_DAY - 1) >= (latest.start or FIRST_DAY - 1):
                latest = run
        if latest:
            latest.end = effect.end
            latest.made_by.append(effect)

    def _amend(self, effect: DatedEffect) -> None:
        self.amendments.append(effect)

    def _suspend(self, effect: DatedEffect) -> None:
        if effect.start is not None and effect.start < effect.end:
            self.suspended.append((effect.start, effect.end, effect))

    def _resume(self, effect: DatedEffect) -> None:
        lifted = effect.start
        if lifted is not None:
            self.suspended = [
                (start, min(end, lifted), by) for start, end, by in self.suspended if start < lifted
            ]

    def _repeal(self, effect: DatedEffect) -> None:
        if effect.start is not None:
            for run in self.runs:
                if effect.start < run.cut:
                    run.cut = effect.start
            self._lay(effect.start, True, effect)

    def _revive(self, effect: DatedEffect) -> None:
        self.runs.append(Run(effect.start, effect.end, [effect]))
        if effect.start is not None:
            self._lay(effect.start, False, effect)

    def _lay(self, start: int, word: bool, effect: DatedEffect) -> None:
        """Lay the word *repealed*, or take it off, from ``start`` on, over what lay there."""
        self.repealed = [laid for laid in self.repealed if laid[0] < start]
        self.repealed.append((start, word, effect))

    def status(self, day: int) -> Status:
        """Return the status on ``day``."""
        # Plain loops: this is asked of every edge of every measure, a generator costs twice.
        if self.imposed_at is None:
            return Status.UNKNOWN
        earliest: int | None = None
        for run in self.runs:
            start, cut = run.start, run.cut
            if start is None:
                continue
            if start <= day < run.end and day < cut:
                return Status.SUSPENDED if self.is_suspended(day) else Status.IN_FORCE
            if cut > start and (earliest is None or start < earliest):
                earliest = start
        if self.repealed and self.repealing(day):
            return Status.REPEALED
        if earliest is None or day < earliest:
            return Status.SUSPENDED if self.is_suspended(day) else Status.PENDING
        return Status.EXPIRED

    def is_suspended(self, day: int) -> bool:
        """Tell whether a suspension covers ``day``."""
        for start, end, _ in self.suspended:  # noqa: SIM110 - a generator costs twice
            if start <= day < end:
                return True
        return False

    def repealing(self, day: int) -> DatedEffect | None:
        """Return the repeal whose word lies on ``day``."""
        on_top = None
        for start, word, effect in self.repealed:
            if start <= day:
                on_top = effect if word else None
        return on_top

    def terms(self, base: Mapping[str, Any], day: int) -> Mapping[str, Any]:
        """Return the terms on ``day``: ``base``, then every amendment that covers the day."""
        if not self.imposed:
            return {}
        if not self.amendments:
            return base
        return merged(base, self.amending(day))

    def amending(self, day: int) -> list[DatedEffect]:
        """Return the amendments that cover ``day``, in the order in which they take effect."""
        covering = [effect for effect in self.amendments if effect.covers(day)]
        return sorted(covering, key=lambda effect: effect.start or FIRST_DAY)

    def edges(self) -> list[int]:
        """Return every day on which the status may turn."""
        days = {start for start, _, _ in self.repealed}
        for run in self.runs:
            if run.start is not None:
                days.update((run.start, run.stop))
        for start, end, _ in self.suspended:
            days.update((start, end))
        return sorted(day for day in days if FIRST_DAY < day < FOREVER)


_ACTIONS = {
    "impose": Fold._impose,
    "postpone": Fold._postpone,
    "extend": Fold._extend,
    "amend": Fold._amend,
    "suspend": Fold._suspend,
    "resume": Fold._resume,
    "repeal": Fold._repeal,
    "revive": Fold._revive,
}


def folded(effects: Iterable[DatedEffect]) -> Fold:
    """Let the effects act, which stand in the order in which they were announced."""
    fold = Fold()
    for effect in effects:
        fold.apply(effect)
    return fold


class Timeline:
    """The status of one measure on every day, under one state of knowledge."""

    __slots__ = ("_starts", "effects", "fold", "stretches")

    def __init__(self, effects: Sequence[DatedEffect], fold: Fold | None = None) -> None:
        """Fold ``effects``, which stand in the order in which they were announced.

        ``fold`` is what they have made of the measure, where that is at hand.
        """
        self.effects = effects
        self.fold = fold if fold is not None else folded(effects)
        self.stretches = _stretches(self.fold)
        self._starts = [stretch.start for stretch in self.stretches]

    def at(self, day: int) -> Stretch:
        """Return the stretch of equal status that holds ``day``."""
        return self.stretches[bisect_right(self._starts, day) - 1]

    def after(self, stretch: Stretch) -> Stretch | None:
        """Return the stretch that follows, ``None`` after the last."""
        index = bisect_right(self._starts, stretch.start)
        return self.stretches[index] if index < len(self.stretches) else None

    def never_in_force(self, day: int) -> bool:
        """Tell whether no day up to and including ``day`` was in force."""
        return not any(
            stretch.status is Status.IN_FORCE and stretch.start <= day for stretch in self.stretches
        )


def merged(base: Mapping[str, Any], amendments: Iterable[DatedEffect]) -> Mapping[str, Any]:
    """Lay each amendment's terms over the ones before; a null takes a key away."""
    terms = dict(base)
    for amendment in amendments:
        for key, value in (amendment.terms or {}).items():
            if value is None:
                terms.pop(key, None)
            else:
                terms[key] = value
    return terms


def _stretches(fold: Fold) -> list[Stretch]:
    """Cut the calendar where the status turns: every day once, neighbours differ."""
    starts: list[tuple[int, Status]] = [(FIRST_DAY, fold.status(FIRST_DAY))]
    for day in fold.edges():
        status = fold.status(day)
        if status is not starts[-1][1]:
            starts.append((day, status))
    ends = [start for start, _ in starts[1:]] + [FOREVER]
    return [Stretch(start, end, status) for (start, status), end in zip(starts, ends, strict=True)]
