"""Which stretch of time does a digest cover, and what was known at its end?

A window is half-open: what happens at ``since`` belongs to it, what happens at ``until`` to the
next one, so consecutive windows tell everything once.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from tracker.domain.days import begins_at, legal_day, start_of_day
from tracker.errors import UsageError

_DAY = timedelta(days=1)
_TICK = timedelta(microseconds=1)

PERIODS = ("daily", "weekly", "monthly")


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """From ``since`` to before ``until``; a bare day begins at its 00:00 in each issuer's zone.

    Instants are in UTC. ``period`` is the name of a regular period, ``None`` for any other.
    """

    since: date | datetime
    until: date | datetime
    period: str | None = None

    @property
    def announced_by(self) -> date | datetime:
        """What was known at the end: by the end of the last day, or just before the instant."""
        step = _TICK if isinstance(self.until, datetime) else _DAY
        return self.until - step

    def opens(self, zone_name: str | None) -> int:
        """Return the first microsecond of the window in a zone."""
        return begins_at(self.since, zone_name)

    def closes(self, zone_name: str | None) -> int:
        """Return the first microsecond after the window in a zone."""
        return begins_at(self.until, zone_name)

    def first_day(self, zone_name: str | None) -> date:
        """Return the first legal day whose 00:00 lies in the window."""
        if not isinstance(self.since, datetime):
            return self.since
        day = legal_day(self.since, zone_name)
        whole = start_of_day(day, zone_name) >= self.opens(zone_name)
        return day if whole else day + _DAY

    def last_day(self, zone_name: str | None) -> date:
        """Return the last legal day that the window reaches."""
        last = self.announced_by
        return legal_day(last, zone_name) if isinstance(last, datetime) else last


def period(name: str, *, ending: date) -> Window:
    """Return the ``daily``, ``weekly`` or ``monthly`` window whose last day is ``ending``."""
    if name not in PERIODS:
        raise UsageError(f"{name!r} is no period; choose one of {', '.join(PERIODS)}")
    first = {"daily": ending, "weekly": ending - 6 * _DAY, "monthly": _month_up_to(ending)}[name]
    return Window(since=first, until=ending + _DAY, period=name)


def between(since: date | datetime, *, until: date | datetime) -> Window:
    """Return the window from ``since`` to before ``until``; raise `UsageError` for an empty one."""
    if begins_at(since, None) >= begins_at(until, None):
        raise UsageError(f"the period from {since} to {until} is empty; until must lie after since")
    return Window(since=_in_utc(since), until=_in_utc(until))


def _in_utc(when: date | datetime) -> date | datetime:
    return when.astimezone(UTC) if isinstance(when, datetime) else when


def _month_up_to(day: date) -> date:
    """Return the day after the same day of the month before; a whole month up to its last day."""
    if day.day == monthrange(day.year, day.month)[1]:
        return day.replace(day=1)
    before = day.replace(day=1) - _DAY
    return before.replace(day=min(day.day, before.day)) + _DAY
