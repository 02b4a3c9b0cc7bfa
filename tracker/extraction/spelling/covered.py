"""Which places of a text do some stretches touch? (asked in logarithmic time)"""

from bisect import bisect_left
from collections.abc import Iterable


class Covered:
    """Stretches of a text, each with its end excluded."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._joined: list[tuple[int, int]] = []
        for low, high in sorted(stretches):
            if self._joined and low <= self._joined[-1][1]:
                self._joined[-1] = (self._joined[-1][0], max(high, self._joined[-1][1]))
            else:
                self._joined.append((low, high))
        self._lows = [low for low, _ in self._joined]

    def touches(self, start: int, end: int) -> bool:
        """Tell whether some stretch shares a character with ``start:end``."""
        place = bisect_left(self._lows, end)
        return place > 0 and self._joined[place - 1][1] > start
