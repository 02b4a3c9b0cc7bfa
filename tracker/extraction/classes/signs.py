"""What speaks for the class of one document?"""

import re
from dataclasses import dataclass

from tracker.domain.records import Authority
from tracker.extraction.classes.class_words import PRESS
from tracker.extraction.heads.layout import Layout
from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.regexps import regexp

HEAD = 2_500
HEADING = 200
COUNTED = 150_000
"""In how many characters the marks of a class are counted; more of them change nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What speaks for the class of one document."""

    flow: Flow
    layout: Layout
    authority: Authority | None
    decides: bool
    names_acts: bool

    @property
    def from_press(self) -> bool:
        """Tell whether the press, and not an official body, speaks."""
        if self.authority is not None:
            return self.authority in ("press", "commentary")
        return self.holds(PRESS, HEAD)

    def holds(self, pattern: re.Pattern[str], within: int | None = None) -> bool:
        """Tell whether a pattern stands in the text, or in its first ``within`` characters."""
        flow = self.flow.flow
        high = len(flow) if within is None else min(within, len(flow))
        return self.flow.sieve.may(pattern, 0, high) and pattern.search(flow, 0, high) is not None

    def count(self, pattern: re.Pattern[str], within: int = COUNTED) -> int:
        """Return how often a pattern stands in the text, at most a hundred times."""
        high = min(within, COUNTED)
        if not self.flow.sieve.may(pattern, 0, high):
            return 0
        return sum(
            1 for _, _ in zip(range(100), pattern.finditer(self.flow.flow, 0, high), strict=False)
        )

    def count_in_prose(self, pattern: re.Pattern[str]) -> int:
        """Return how often a pattern stands in the text outside of its menus."""
        if not self.flow.sieve.may(pattern, 0, COUNTED):
            return 0
        text = self.flow.flow
        return sum(
            1
            for _, one in zip(range(100), pattern.finditer(text, 0, COUNTED), strict=False)
            if _MENU.fullmatch(text, *_line(text, one.start(), one.end())) is None
        )


_CELL = r"[^|/\u00b7\u2022>\n.。]{1,30}"
_MENU = regexp(rf"{_CELL}(?:[|/\u00b7\u2022>]{_CELL}){{2,20}}")
"""A line of a menu: three short words or more, parted by strokes or dots."""


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    after = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, after if after >= 0 else len(text)
