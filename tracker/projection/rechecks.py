"""When is a page looked at again that its list shows unchanged?

Texts are corrected soon after they are published, if at all: a page is read again often at first,
then ever more rarely. Nothing needs to be remembered but when it was first seen.
"""

from datetime import date

AGES = (1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365)
"""So many days after it was first seen a page is read again; after the last, once a year."""

YEAR = 365


def recheck_due(*, first_seen: date | None, last_read: date | None, today: date | None) -> bool:
    """Tell whether a page has reached one of the ages since its source was last read whole.

    The days are those of the source's zone.
    """
    if first_seen is None or today is None or last_read is None:
        return True
    before, now = (last_read - first_seen).days, (today - first_seen).days
    if any(before < age <= now for age in AGES):
        return True
    return now > AGES[-1] and now // YEAR > max(before, AGES[-1]) // YEAR
