"""Which legal day is it, and which instant does a day begin or end at, in the issuer's zone?

Days are `datetime.date`; instants are `datetime.datetime` in UTC, exact to the microsecond.
Inside a fold a day is its proleptic Gregorian ordinal and an instant the microseconds since 1970.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from tracker.errors import UsageError

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_DAY = timedelta(days=1)


@lru_cache(maxsize=512)
def zone(name: str | None) -> ZoneInfo:
    """Return the time zone of that name, UTC without one; raise `UsageError` for a wrong one."""
    try:
        return ZoneInfo(name or "UTC")
    except (KeyError, ValueError, OSError):
        raise UsageError(
            f"{name!r} is no time zone; write one like Asia/Shanghai or America/New_York"
        ) from None


def parse_day(text: str) -> date:
    """Read ``YYYY-MM-DD``; raise `UsageError` for anything else."""
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise UsageError(f"{text!r} is no day; write one like 2025-11-07")


def parse_when(text: str) -> date | datetime:
    """Read a day (``2025-11-07``) or an instant with its offset (``2025-11-07T09:00:00+08:00``).

    An instant comes back in UTC. Raises `UsageError` for anything else, an instant without an
    offset included.
    """
    if len(text) == 10:
        return parse_day(text)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise UsageError(
            f"{text!r} is neither a day (2025-11-07) nor an instant with an offset "
            "(2025-11-07T09:00:00+08:00)"
        )
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise UsageError(f"{text!r} lies outside the calendar of years 1 to 9999") from None


def microseconds(instant: datetime) -> int:
    """Return the microseconds since 1970-01-01T00:00Z."""
    return (instant - _EPOCH) // _MICROSECOND


def instant_of(microseconds_since_1970: int) -> datetime:
    """Return the instant, in UTC, of so many microseconds since 1970-01-01T00:00Z."""
    return _EPOCH + microseconds_since_1970 * _MICROSECOND


@lru_cache(maxsize=65536)
def start_of_day(day: date, zone_name: str | None) -> int:
    """Return the microsecond at which ``day`` begins in the zone."""
    return microseconds(datetime.combine(day, time(), zone(zone_name)))


def end_of_day(day: date, zone_name: str | None) -> int:
    """Return the first microsecond after ``day`` in the zone."""
    if day == date.max:
        return start_of_day(day, zone_name) + _DAY // _MICROSECOND
    return start_of_day(day + _DAY, zone_name)


def begins_at(when: date | datetime, zone_name: str | None) -> int:
    """Return the microsecond of an instant, or at which a bare day begins in the zone."""
    if isinstance(when, datetime):
        return microseconds(when)
    return start_of_day(when, zone_name)


def just_after(when: date | datetime, zone_name: str | None) -> int:
    """Return the first microsecond that lies after an instant or after a whole day in the zone.

    It is the exclusive bound of "known by ``when``": bounds are inclusive in every question.
    """
    if isinstance(when, datetime):
        return microseconds(when) + 1
    return end_of_day(when, zone_name)


def legal_day(instant: datetime, zone_name: str | None) -> date:
    """Return the calendar day on which ``instant`` falls in the issuer's zone.

    An instant at the calendar's own edge, which has no day there, falls on its day in UTC.
    """
    try:
        return instant.astimezone(zone(zone_name)).date()
    except OverflowError:
        return instant.date()


def day_text(ordinal: int) -> str:
    """Write a day's ordinal as ``YYYY-MM-DD``."""
    return date.fromordinal(ordinal).isoformat()


def instant_text(instant: datetime) -> str:
    """Write an instant as the log does: UTC, six digits of a second, ``Z``."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")
