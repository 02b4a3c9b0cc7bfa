"""Of which year are the numbers that a Chinese sentence says were published on a day of it?

``于2025年3月6日和4月7日分别发布第976号、第977号公告``: a later sentence that names such a number
alone means the act of that year.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.regexps import regexp

_FORMS = frozenset({"announcement", "order"})
_PUBLISHED = regexp(
    r"(?:发布|公布|印发|出台|颁布|发出|下发)[了的过]?(?:[^。;,]{0,40}|[^。;,]{0,40}?公告,?)$"
)
"""What stands between the day and the number: ``…日发布了第976号``."""
_YEAR = regexp(
    r"(?P<year>(?:19|20)[0-9]{2})年(?:(?P<day>[0-9]{1,2}月[0-9]{1,2}日)(?!起|前|后|止))?"
    r"|(?P<last>去年|上一?年)(?!度)|(?P<this>今年|本年)(?!度)|(?P<alone>(?<![0-9年])[0-9]{1,2}月[0-9]{1,2}日)"
)
_REACH = 200


def published_years(
    flow: Flow, numbers: Iterable[NamedNumber], issued_on: date | None
) -> Iterator[tuple[NamedNumber, int]]:
    """Yield the numbers without a year of which a sentence tells when they were published."""
    if flow.language != "zh":
        return
    bare = (one for one in numbers if one.year is None and one.form in _FORMS)
    before = 0
    for start, listed in groupby(bare, key=lambda one: one.start):
        several = tuple(listed)
        years = _years(flow, before, start, issued_on)
        before = several[-1].phrase_end
        if years and len(years) == len(several):
            yield from zip(several, years, strict=True)
        elif years and len(set(years)) == 1:
            yield from ((one, years[0]) for one in several)


def _years(flow: Flow, behind: int, at: int, issued_on: date | None) -> tuple[int, ...]:
    """Return the years of the days that are told before the verb that publishes.

    Of days that stand before ``behind``, where another number ends, only the year goes on.
    """
    low = max(flow.sentence(at).start, at - _REACH)
    verb = _PUBLISHED.search(flow.flow, low, at)
    if verb is None:
        return ()
    found: list[int] = []
    year: int | None = None
    for told in _YEAR.finditer(flow.flow, low, verb.start()):
        if told["year"]:
            year = int(told["year"])
        elif not told["alone"]:
            year = issued_on.year - bool(told["last"]) if issued_on else None
        if year is not None and told.start() >= behind:
            found.append(year)
    return tuple(found) if found or year is None else (year,)
