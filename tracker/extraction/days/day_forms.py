"""How does English write a day behind the words that say what it is for?"""

import calendar
import re
from datetime import date

from tracker.extraction.days.time_wording import Role
from tracker.extraction.prose.flow import DAY
from tracker.extraction.spelling.calendar_words import month_named
from tracker.extraction.spelling.numerals import number
from tracker.extraction.spelling.regexps import regexp

NAMED = rf"(?P<day>{DAY})"
"""A day, by name."""
HOUR = (
    r"(?:(?P<at>(?:[0-9]{1,2}[:.][0-9]{2}(?:\s?[ap]\.?m\.?)?|[0-9]{1,2}\s?[ap]\.?m\.?"
    r"|midnight|noon))"
    r"\s?(?:\(?[A-Z]{2,4}\)?|hours|hrs|[Ee]astern\s(?:[Ss]tandard\s|[Dd]aylight\s)?[Tt]ime"
    r"|\(?(?:local time|[A-Z][a-z]{3,9}\s[Tt]ime)\)?)?,?\s(?:on\s)?)?"
)
"""The hour before a day."""
THE = r"(?:the\s)?"
"""An article before a day; a weekday belongs to the day."""
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
}
PART_OF_CALENDAR = regexp(
    r"\b(?:[Ff]or|[Dd]uring|[Ii]n|[Tt]hroughout|[Oo]ver|[Ww]ithin)\s(?:the\s)?(?:whole\sof\s)?"
    rf"(?:(?:the\s)?(?P<which>{'|'.join(_ORDINALS)})\s(?P<span>half|quarter)\sof\s(?:the\s)?(?:calendar\s)?(?:year\s)?"
    r"|(?:the\s)?calendar\syear\s(?:of\s)?)(?P<year>20[0-9]{2})\b(?!\s?[-/])"
)
"""A whole year, half a year or a quarter of one, which tells a first and a last day at once."""
CALENDAR_WORDS = regexp(r"calendar\syear|(?:half|quarter)\sof\s")


def day_of_calendar(match: re.Match[str], role: Role) -> date:
    """Return the first or the last day of a part of a calendar, or of the month or year named."""
    year, told = int(match["year"]), match.groupdict()
    long = {"half": 6, "quarter": 3}.get(told.get("span") or "", 12)
    last = min(12, _ORDINALS.get(told.get("which") or "", 1) * long)
    last = (month_named(told.get("named") or "") or 12) if "named" in told else last
    if role == "start":
        return date(year, last - long + 1, 1)
    return date(year, last, calendar.monthrange(year, last)[1])


_SAID_YEAR = {"": 0, "今": 0, "本": 0, "当": 0, "明": 1, "次": 1}


def day_of_chinese(match: re.Match[str], role: Role, issued: date | None) -> date | None:
    """Return the first or the last day of a year, or of the quarter or month of it, that is named.

    A year that is only said (``今年底``, ``年底``) counts from that of the issue.
    """
    told = match.groupdict()
    year, said = told.get("year"), told.get("said")
    if not year and issued is None:
        return None
    counted = int(year or (issued.year if issued else 0) + _SAID_YEAR[said or ""])
    quarter = number(told["quarter"]) if told["quarter"] else None
    half = {"上": 6, "下": 12}.get(told.get("half") or "")
    last = int(told["named"]) if told.get("named") else half or 3 * (quarter or 4)
    if not 1 <= last <= 12:
        return None
    if role == "start":
        months = 3 if quarter else 6 if half else 1 if told.get("named") else last
        return date(counted, last - months + 1, 1)
    if not year and not said and issued and last < issued.month:
        counted += 1
    return date(counted, last, calendar.monthrange(counted, last)[1])
