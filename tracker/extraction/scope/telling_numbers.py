"""Beside which numbers can words stand that make them a limit? (a quick look at a long text)"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.limit_numbers import VALUE

REACH = 64
"""How many characters before a number are looked at for a comparison."""

_BEHIND = 400
"""How far behind a number its unit and the words that compare it may reach."""

_MOST = 10_000
"""The most numbers beside which such words stand that are read in one stretch."""


def telling_numbers(
    flow: Flow, span: Span, *, before: Iterable[re.Pattern[str]], behind: Iterable[re.Pattern[str]]
) -> Iterator[re.Match[str]]:
    """Yield the numbers of a stretch with what one of the patterns needs before or behind them."""
    may, front, rear = flow.marked_sieve.may, tuple(before), tuple(behind)
    found = (
        value
        for value in VALUE.finditer(flow.marked, span.start, span.end)
        if any(may(pattern, value.start() - REACH, value.start()) for pattern in front)
        or any(may(pattern, value.start(), value.end() + _BEHIND) for pattern in rear)
    )
    return islice(found, _MOST)
