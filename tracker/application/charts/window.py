"""Which days does a chart show?"""

from calendar import monthrange
from collections.abc import Collection
from datetime import date

from tracker.application.charts.chart import ZOOMS, Wanted
from tracker.errors import UsageError

_MONTHS = {"1y": (6, 6), "2y": (12, 12), "3y": (18, 18)}
"""So many months before and behind the asked day."""

_MARGIN_DAYS = 31
_LONGEST_DAYS = 400 * 366


def days_shown(wanted: Wanted, *, on: date, turns: Collection[int]) -> tuple[date, date]:
    """Return the first and the last day shown; ``turns`` are the ordinals on which bars turn.

    Raises `UsageError` for days in the wrong order and for an unknown zoom.
    """
    if wanted.zoom not in ZOOMS:
        raise UsageError(f"{wanted.zoom!r} is no zoom; choose one of {', '.join(ZOOMS)}")
    first, last = _zoomed(wanted.zoom, on, turns)
    if wanted.first and not wanted.last:
        last = max(last, _months(wanted.first, 12))
    if wanted.last and not wanted.first:
        first = min(first, _months(wanted.last, -12))
    first, last = wanted.first or first, wanted.last or last
    if last <= first:
        raise UsageError(f"the last day shown, {last}, must come behind the first one, {first}")
    if (last - first).days > _LONGEST_DAYS:
        if not (wanted.first or wanted.last):  # the asked day lies ages from every turn
            return _zoomed("3y", on, turns)
        raise UsageError("so many days are not shown at once; choose days nearer to each other")
    return first, last


def _zoomed(zoom: str, on: date, turns: Collection[int]) -> tuple[date, date]:
    if zoom == "all":
        earliest = date.fromordinal(min({*turns, on.toordinal()}))
        latest = date.fromordinal(max({*turns, on.toordinal()}))
        return _moved(earliest, -_MARGIN_DAYS), _moved(latest, 4 * _MARGIN_DAYS)
    before, behind = _MONTHS[zoom]
    return _months(on, -before), _months(on, behind)


def shifted(first: date, last: date, *, back: bool) -> tuple[date, date]:
    """Return days as many as these, half their number earlier or later."""
    half = (last - first).days // 2 or 1
    days = -half if back else half
    return _moved(first, days), _moved(last, days)


def _months(day: date, months: int) -> date:
    """Return the same day of another month, its last where that is shorter."""
    count = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _moved(day: date, days: int) -> date:
    ordinal = min(max(day.toordinal() + days, 1), date.max.toordinal())
    return date.fromordinal(ordinal)
