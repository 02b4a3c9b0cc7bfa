"""Which day lies so many days, months or weekdays behind another one?"""

import calendar
import re
from datetime import date, timedelta
from typing import Literal

from tracker.extraction.spelling.numerals import english_number, number

Unit = Literal["day", "week", "month", "year"]

_UNITS: dict[str, Unit] = {
    "日": "day",
    "天": "day",
    "工作日": "day",
    "自然日": "day",
    "周": "week",
    "月": "month",
    "年": "year",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
}
_MOST_UNITS = 2000
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAYS_ZH = "一二三四五六日"


def added(day: date, count: int, unit: Unit) -> date:
    """Return the day ``count`` units after ``day``; a month keeps the day where it can."""
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def first_of_month(day: date, match: re.Match[str]) -> date:
    """Return the first day of the month that lies so many months after the one of ``day``."""
    groups = match.groupdict()
    past, unit = count_of(groups)
    day = added(day, past, unit) if past else day  # ``on which one month has elapsed``
    told = groups.get("months")
    count = (number(told) or english_number(told)) if told else 1
    months = 0 if groups.get("said") == "本" else count or 1
    return added(added(day.replace(day=1), months, "month"), int(groups.get("nth") or 1) - 1, "day")


def counted(day: date, match: re.Match[str]) -> date | None:
    """Return the day so many units, or the first of so many months, behind ``day``."""
    if match.group().startswith("the first day"):
        return first_of_month(day, match)
    count, unit = count_of(match.groupdict())
    return None if count is None else added(day, count, unit)


def weekday_behind(day: date, match: re.Match[str]) -> date:
    """Return the first such weekday behind ``day``, or as many further as the words say."""
    named = match["weekday"].replace("天", "日")
    order = _WEEKDAYS_ZH if named in _WEEKDAYS_ZH else _WEEKDAYS
    told = match.groupdict().get("nth")
    nth = (number(told) or english_number(told) or 1) if told else 1
    ahead = (order.index(named.lower()) - day.weekday() - 1) % 7 + 1
    return day + timedelta(days=ahead + 7 * (nth - 1))


_ONE_MORE = frozenset(
    {"another", "a further", "an additional", "one more", "one further", "one full"}
)


def count_of(groups: dict[str, str | None]) -> tuple[int | None, Unit]:
    """Return how many of which unit the groups of a match tell; no count where they do not."""
    written, unit = groups.get("n"), groups.get("unit")
    if not written or not unit:
        return None, "day"
    if written == "半":
        return (6, "month") if _UNITS[unit] == "year" else (None, "day")
    count = number(written)
    if groups.get("half") and count is not None:
        return (12 * count + 6, "month") if _UNITS[unit] == "year" else (None, "day")
    if count is None:
        count = 1 if written in _ONE_MORE else english_number(written)
    return (count, _UNITS[unit]) if count and count <= _MOST_UNITS else (None, "day")
