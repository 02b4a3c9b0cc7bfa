"""Which year has a number of a list whose first number alone bears one?

``2025年第960号公告和第961号公告``: the noun stands twice, so these are two names, and the year of
the first one holds for the second.
"""

from collections.abc import Iterable, Iterator

from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.spelling.regexps import regexp

_STRUNG = regexp(
    r"(?:公告|令)?(?:[^。;\n号年本根依按据照]{2,60}(?=[,;](?:而|但|其中的?,?)?))?\s?(?:(?:\([^()\n]{2,90}\)|《[^《》\n]{2,90}》)\s?)?(?:[、,;]|[、,]?(?:以?及|和|与))\s?(?:而|但|其中的?,?)?(?:同年(?:发布|公布)?的?)?"
)


def strung_years(flow: str, numbers: Iterable[NamedNumber]) -> Iterator[tuple[NamedNumber, int]]:
    """Yield the numbers without a year that go on with one that has it, each with that year."""
    end, form, year = -1, "", None
    for number in numbers:
        joined = form == number.form and (
            number.start < end or _STRUNG.fullmatch(flow, end, number.start) is not None
        )
        if number.year is None and joined and year is not None:
            yield number, year
        elif number.year is not None or not joined:
            year = number.year
        end, form = max(number.end, number.phrase_end), number.form
