"""What is in force today, what only seems to be, what turned lately and what comes next?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tracker.digests.ahead import coming, tasks
from tracker.digests.covered import coverage
from tracker.digests.digest import Coverage, LogHead
from tracker.digests.lines import (
    ComingLine,
    InstrumentRef,
    Items,
    MeasureRef,
    Names,
    TaskLine,
    TurnLine,
)
from tracker.digests.naming import Directory, scope_directory
from tracker.digests.standing import Beside
from tracker.digests.survey import Look, Scope, survey
from tracker.digests.turned import UNSURE, turn_lines, turns
from tracker.digests.window import Window
from tracker.domain.identifiers import instrument_of
from tracker.domain.questions import Certainty, Status
from tracker.domain.rulebook import Field
from tracker.projection.register import Register

DAYS_BACK = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """A rule whose status is in force today, first and last day of that stretch included."""

    measure: MeasureRef
    items: Items
    since: date | None
    through: date | None
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleGroup:
    """The rules of one instrument."""

    instrument: InstrumentRef
    rules: tuple[RuleLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage:
    """The page of the service, in reading order; ``made_at`` is an instant in UTC.

    ``in_force`` leaves out what is merely reported; ``unverified`` are rules that are in force by
    their text's own terms only, and count nowhere else. ``lately`` looks back 30 days.
    """

    title: Names
    made_at: datetime
    needs_verifying: tuple[TaskLine, ...]
    in_force: tuple[RuleGroup, ...]
    unverified: tuple[RuleGroup, ...]
    lately: tuple[TurnLine, ...]
    coming_up: tuple[ComingLine, ...]
    coverage: Coverage
    head: LogHead
    disclaimer: Names

    @property
    def rules_in_force(self) -> int:
        """How many rules are in force, unverified ones not counted."""
        return sum(len(group.rules) for group in self.in_force)


def build_today(
    register: Register, *, now: datetime, field: Field, head: tuple[int, str]
) -> TodayPage:
    """Return what holds at ``now`` (an instant in UTC), on each issuer's own day.

    ``head`` is the log's last position and hash.
    """
    just_now = now + timedelta(microseconds=1)
    window = Window(since=now - timedelta(days=DAYS_BACK), until=just_now)
    scope = Scope(
        register=register, window=window, now=now, recorded_by=None, positions=None, field=field
    )
    names = scope_directory(scope)
    looks = survey(scope)
    beside = Beside(names, looks)
    ruling = [look for look in looks if look.status(look.last) is Status.IN_FORCE]
    counted = [look for look in ruling if look.found.certainty not in _ELSEWHERE]
    unverified = [look for look in ruling if look.found.certainty is Certainty.UNVERIFIED]
    sure = [turn for turn in turns(looks) if turn.certainty not in UNSURE]
    return TodayPage(
        title=field.title,
        made_at=now,
        needs_verifying=tasks(register, names, looks, beside=beside),
        in_force=_groups(names, counted),
        unverified=_groups(names, unverified),
        lately=turn_lines(names, sure, beside=beside, told=())[::-1],
        coming_up=coming(register, names, looks, beside=beside),
        coverage=coverage(scope, names, looks),
        head=LogHead(position=head[0], hash=head[1]),
        disclaimer=field.disclaimer,
    )


_ELSEWHERE = (Certainty.REPORTED, Certainty.UNVERIFIED)


def _groups(names: Directory, looks: Iterable[Look]) -> tuple[RuleGroup, ...]:
    """Group by instrument, the youngest first."""
    homes: dict[str, list[Look]] = {}
    for look in looks:
        homes.setdefault(instrument_of(look.id), []).append(look)
    ordered = sorted(homes.items(), key=lambda item: _youngest(item[1]), reverse=True)
    return tuple(_group(names, home, group) for home, group in ordered)


def _youngest(looks: Sequence[Look]) -> date:
    return max(look.found.since or date.min for look in looks)


def _group(names: Directory, home: str, looks: Sequence[Look]) -> RuleGroup:
    return RuleGroup(
        instrument=names.instrument(home),
        rules=tuple(
            RuleLine(
                measure=names.measure(look),
                items=names.items([look]),
                since=look.found.since,
                through=look.found.through,
                certainty=look.found.certainty or Certainty.CONFIRMED,
            )
            for look in looks
        ),
    )
