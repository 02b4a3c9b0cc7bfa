"""When does a subscription's digest fall due, in the reader's own days?

A digest of a day falls due at the chosen hour of that local day, once, also on days that have the
hour twice or not at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from tracker.digests.subscription import Cadence, Subscription
from tracker.domain.days import legal_day, zone

_DAY = timedelta(days=1)
_MONDAY = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A digest that has fallen due at ``at`` (UTC), under the name of its ``period``.

    ``days`` are the local days on which it and those missed before it fell due; more than one
    make a catch-up.
    """

    period: str
    at: datetime
    days: tuple[date, ...]

    @property
    def missed(self) -> int:
        """How many earlier ones this one makes up for."""
        return len(self.days) - 1


def due_at(day: date, *, hour: int, zone_name: str) -> datetime:
    """Return the instant (UTC) of the hour on a local day; of two the first."""
    return datetime.combine(day, time(hour), zone(zone_name)).astimezone(UTC)


def falls_due(day: date, cadence: Cadence) -> bool:
    """Tell whether a digest of this cadence falls due on a local day: each, Mondays, or firsts."""
    if cadence == "weekly":
        return day.weekday() == _MONDAY
    return day.day == 1 if cadence == "monthly" else cadence == "daily"


def due(subscription: Subscription, *, now: datetime) -> Due | None:
    """Return the digest that has fallen due since the last one, ``None`` if none has.

    Digests that were missed meanwhile are part of it. An immediate subscription has no due day.
    """
    reached = subscription.reached
    if reached is None or subscription.cadence == "immediate":
        return None
    days = tuple(_days(subscription, since=reached.instant, now=now))
    if not days:
        return None
    at = due_at(days[-1], hour=subscription.hour, zone_name=subscription.zone)
    return Due(period=f"{subscription.cadence}-{days[-1]}", at=at, days=days)


def next_due(subscription: Subscription, *, now: datetime) -> datetime | None:
    """Return the first instant after ``now`` at which a digest falls due."""
    if subscription.cadence == "immediate":
        return None
    day = legal_day(now, subscription.zone)
    while True:
        at = due_at(day, hour=subscription.hour, zone_name=subscription.zone)
        if at > now and falls_due(day, subscription.cadence):
            return at
        day += _DAY


def paused(subscription: Subscription, *, now: datetime) -> bool:
    """Tell whether a subscription rests: up to and including the day before ``paused_until``."""
    until = subscription.paused_until
    return until is not None and legal_day(now, subscription.zone) < until


def a_month_ago(now: datetime, zone_name: str) -> date:
    """Return the local day one calendar month before today."""
    today = legal_day(now, zone_name)
    last_of_before = today.replace(day=1) - _DAY
    return last_of_before.replace(day=min(today.day, last_of_before.day))


def _days(subscription: Subscription, *, since: datetime, now: datetime) -> Iterator[date]:
    """Yield the local days whose digest fell due after ``since`` and up to ``now``."""
    day, today = legal_day(since, subscription.zone), legal_day(now, subscription.zone)
    while day <= today:
        at = due_at(day, hour=subscription.hour, zone_name=subscription.zone)
        if since < at <= now and falls_due(day, subscription.cadence):
            yield day
        day += _DAY
