"""What is a wording of a time: of a start, an end, or how long something lasts?

The rows are read on marked text (`tracker.extraction.prose.flow.Flow.marked`), in which every day
is a run of marks. A test runs every example of every row.
"""

import re
from dataclasses import dataclass
from typing import Literal

REACH = 240
"""How far from the words beside it a row may begin or end."""

Role = Literal["start", "end", "length"]
Anchor = Literal["day", "publication", "month", "week", "year", "calendar"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWording:
    """One way of naming a time.

    Groups of ``pattern``: ``day`` (marks), ``n`` and ``unit`` (a count), ``inclusive`` (the words
    that make the boundary sure), ``at`` (an hour). ``anchor`` is what a count starts from:
    ``n`` units after the publication (or another event that the words name), the first day of a
    month or a weekday behind it, a day of its own, the last day of the ``year`` named, or the part
    of a calendar that is named. ``plus`` is added to ``n`` where the text has no number (the day
    following: 1). ``examples`` hold what a text of 2026-03-10 says, written ``start 2026-04-01``
    or ``length 90 day``.
    """

    name: str
    role: Role
    pattern: re.Pattern[str]
    examples: tuple[tuple[str, tuple[str, ...]], ...]
    anchor: Anchor = "day"
    plus: int = 0
    inclusive: bool = False
    beside: re.Pattern[str] | None = None
    """Words that stand in every match, at most `REACH` from either of its ends: quick to find."""
