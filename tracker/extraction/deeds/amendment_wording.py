"""What is a wording by which one act changes the words of another?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.extraction.spelling.sieve import Sieve

_BEHIND = 160


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words of a change begin, and where they end: at the new words."""

    low: int
    high: int

    def start(self) -> int:
        """Return where the words begin, as a match does."""
        return self.low

    def end(self) -> int:
        """Return where the words end, as a match does."""
        return self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentWording:
    """One way of changing a text: ``pattern`` ends where the new words begin.

    ``behind``: what must stand right before the words, where they alone could mean anything.
    """

    name: str
    does: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    behind: re.Pattern[str] | None = None

    def matches(self, sieve: Sieve, start: int, end: int) -> Iterator["re.Match[str] | Place"]:
        """Yield where the wording stands in a stretch, behind what must stand before it."""
        for found in sieve.finditer(self.pattern, start, end):
            if self.behind is None or self.behind.search(
                sieve.text, max(start, found.start() - _BEHIND), found.start()
            ):
                yield found
