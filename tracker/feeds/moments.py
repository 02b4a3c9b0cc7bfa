"""Which instant does a date on a page or in a feed name, and can it be true?"""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

OLDEST = datetime(1990, 1, 1, tzinfo=UTC)
AHEAD = timedelta(days=1)
"""How far in the future a date may lie: days begin earlier in the east, and clocks are wrong."""

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
_CLOCK = (
    r"(?:[T\s,日-]{1,3}(?:at\s)?(?P<hour>[0-2]?\d)\s?[:：时時点]\s?(?P<minute>[0-5]\d)"
    r"(?:\s?[:：分]\s?(?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?\s?秒?分?"
    r"\s?(?P<half>[ap]\.?m\.?)?\s?(?P<zone>Z|UTC|GMT|[+-][01]\d:?[0-5]\d)?)?"
)
_MONTH = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(form + _CLOCK, re.IGNORECASE))
    for name, form in (
        (
            "year first",
            r"(?<!\d)(?P<year>\d{4})\s?[-/.年]\s?(?P<month>[01]?\d)\s?[-/.月]\s?(?P<day>[0-3]?\d)(?!\d)",
        ),
        (
            "era",
            r"(?P<era>令和|平成|昭和|民國|民国)\s?(?P<era_year>元|\d{1,3})\s?年\s?"
            r"(?P<month>[01]?\d)\s?月\s?(?P<day>[0-3]?\d)(?!\d)",
        ),
        (
            "day, month, year",
            rf"(?<!\d)(?P<day>[0-3]?\d)(?:st|nd|rd|th)?[\s-](?:of\s)?{_MONTH}[\s,-]{{1,2}}(?P<year>\d{{4}})(?!\d)",
        ),
        (
            "month, day, year",
            rf"\b{_MONTH}\s(?P<day>[0-3]?\d)(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})(?!\d)",
        ),
        (
            "day first",
            r"(?<!\d)(?P<day>[0-3]?\d)[./](?P<month>[01]?\d)[./](?P<year>\d{4})(?!\d)",
        ),
        ("digits", r"(?<!\d)(?P<year>20[0-4]\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)"),
    )
)
"""How dates are written, in the order in which they are looked for."""


def zone_of(name: str | None) -> tzinfo:
    """Return a zone by its name; UTC where there is none."""
    return ZoneInfo(name) if name else UTC


def instant_in(text: str, *, zone: tzinfo, form: str | None = None) -> datetime | None:
    """Return the instant that ``text`` names, in UTC; a day without an hour begins at midnight.

    ``form`` is one of ``strptime``; without it the usual forms are looked for. What names no
    offset is in ``zone``.
    """
    if form is not None:
        return _by_form(text.strip(), form, zone)
    if (exact := _iso(text.strip(), zone)) is not None:
        return exact
    for _, pattern in FORMS:
        for found in pattern.finditer(text):
            moment = _made(found, zone)
            if moment is not None:
                return moment
    return None


def _by_form(text: str, form: str, zone: tzinfo) -> datetime | None:
    try:
        found = datetime.strptime(text, form)  # noqa: DTZ007 - the zone is laid on below
    except ValueError:
        return None
    return (found if found.tzinfo else found.replace(tzinfo=zone)).astimezone(UTC)


def _iso(text: str, zone: tzinfo) -> datetime | None:
    if not re.match(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:|$)", text):
        return None
    try:
        found = datetime.fromisoformat(text)
        return (found if found.tzinfo else found.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _made(found: re.Match[str], zone: tzinfo) -> datetime | None:
    parts = found.groupdict()
    try:
        moment = datetime(
            _year(parts),
            _month(parts),
            int(parts["day"]),
            _hour(parts),
            int(parts["minute"] or 0),
            int(parts["second"] or 0),
            tzinfo=_zone(parts["zone"], zone),
        )
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _year(parts: dict[str, str | None]) -> int:
    if era := parts.get("era"):
        counted = parts["era_year"] or ""
        return _ERAS[era] + (1 if counted == "元" else int(counted))
    return int(parts["year"] or 0)


def _month(parts: dict[str, str | None]) -> int:
    name = parts.get("name")
    return _MONTHS.index(name.lower()) + 1 if name else int(parts["month"] or 0)


def _hour(parts: dict[str, str | None]) -> int:
    hour = int(parts["hour"] or 0)
    half = (parts["half"] or "").lower()
    if half.startswith("p") and hour < 12:
        return hour + 12
    return 0 if half.startswith("a") and hour == 12 else hour


def _zone(told: str | None, zone: tzinfo) -> tzinfo:
    if told is None:
        return zone
    if told[0] not in "+-":
        return UTC
    digits = told[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if told[0] == "-" else offset)


Believed = tuple[str | None, tuple[str, ...]]
"""An instant as text (``2025-11-07T01:00:00Z``), or none, and what is to be noted about it."""


def believed(moment: datetime | None, *, now: datetime, written: str | None = None) -> Believed:
    """Return the instant as text if it can be true; else none, and a note that says so."""
    if moment is None:
        return None, ()
    if OLDEST <= moment <= now + AHEAD:
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ"), ()
    shown = written or f"{moment.year:04d}-{moment:%m-%d}"
    return None, (f"the date {shown[:60]} cannot be true and was not taken",)


def date_of(
    candidates: tuple[str, ...],
    *,
    zone: tzinfo,
    now: datetime,
    form: str | None = None,
    read: Callable[..., datetime | None] = instant_in,
) -> Believed:
    """Return the first date among written candidates that can be true, with notes on the others."""
    notes: list[str] = []
    for written in candidates:
        instant, remarks = believed(read(written, zone=zone, form=form), now=now, written=written)
        if instant is not None:
            return instant, tuple(notes)
        notes += remarks
    return None, tuple(dict.fromkeys(notes))
