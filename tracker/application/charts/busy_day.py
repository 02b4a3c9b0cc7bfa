"""What stands today, what turned, what comes next, where there are too many rules to tell all?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tracker.application.answers.listing import RulePage, directory, rule_page
from tracker.application.answers.query import Filter, Queries
from tracker.application.collecting import without_collecting
from tracker.digests.lines import InstrumentRef
from tracker.digests.naming import Directory
from tracker.domain.questions import Answer, Certainty, Status

BUSY_FROM = 500
"""From so many measures on, today's page tells counts and the first of each kind."""

DAYS_BACK = 30
DAYS_AHEAD = 90
SHOWN = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnRow:
    """A measure whose status turns, on its first day with the other status."""

    measure: str
    title: str | None
    instrument: InstrumentRef
    before: Status
    after: Status
    on: date
    certainty: Certainty | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BusyDay:
    """The first rules of today, the first turns of the days behind and ahead, and all counts.

    ``standing`` are the ids of all rules in force, those included that nobody verified.
    """

    page: RulePage
    lately: tuple[TurnRow, ...]
    lately_count: int
    coming: tuple[TurnRow, ...]
    coming_count: int
    standing: frozenset[str]


def busy_day(queries: Queries) -> BusyDay:
    """Return today's page by the compiled rules alone; its cost is that of three lists of rules."""
    clocks = queries.clocks()
    page = rule_page(queries, clocks, Filter(), number=1, size=SHOWN)
    with queries.library.reading() as register, without_collecting():
        names = directory(register, queries, clocks)
        panorama = queries.library.panorama()
        today = clocks.now.date()
        days = (today - timedelta(days=DAYS_BACK), today, today + timedelta(days=DAYS_AHEAD))
        past, now, ahead = (list(panorama.answers(replace(clocks, on=day))) for day in days)
        lately = sorted(_turned(past, now), key=_day_of, reverse=True)
        coming = sorted(_turned(now, ahead), key=_day_of)
        return BusyDay(
            page=page,
            lately=tuple(_rows(names, lately[:SHOWN])),
            lately_count=len(lately),
            coming=tuple(_rows(names, coming[:SHOWN])),
            coming_count=len(coming),
            standing=frozenset(_standing(now)),
        )


def _standing(now: Iterable[Answer]) -> Iterator[str]:
    for found in now:
        if found.status is Status.IN_FORCE and found.certainty is not Certainty.REPORTED:
            yield found.measure


_Turn = tuple[Answer, Answer]


def _turned(before: Iterable[Answer], after: Iterable[Answer]) -> Iterator[_Turn]:
    for old, new in zip(before, after, strict=True):
        if old.status is not new.status and new.certainty is not Certainty.REPORTED:
            yield old, new


def _day_of(turn: _Turn) -> date:
    return turn[1].since or date.min


def _rows(names: Directory, turns: Iterable[_Turn]) -> Iterator[TurnRow]:
    for old, new in turns:
        yield TurnRow(
            measure=new.measure,
            title=new.title,
            instrument=names.instrument(new.instrument),
            before=old.status,
            after=new.status,
            on=new.since or new.on,
            certainty=new.certainty,
        )
