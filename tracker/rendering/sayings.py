"""How is a sentence that the program or the rulebook says in English told in another language?

A table of sayings: an English one, in which braces hold what differs from time to time, and what it
is in the other language. What nobody has translated stays as it is.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

_HOLE = re.compile(r"\{(\w+)\}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST = 2_000
_DEEPEST = 4
_KEPT = 5_000


class Sayings:
    """The sayings of one language; ``day`` writes a day that stands in one."""

    def __init__(
        self, section: Mapping[str, Mapping[str, str]], language: str, day: Callable[[str], str]
    ) -> None:
        known = [(one["en"], one[language]) for one in section.values() if language in one]
        self._day = day
        self._whole = {en: other for en, other in known if not _HOLE.search(en)}
        holed = [(en, other) for en, other in known if _HOLE.search(en)]
        # The one that says most itself goes first: braces take in whatever comes.
        holed.sort(key=lambda one: len(_HOLE.sub("", one[0])), reverse=True)
        self._holed = [(_pattern(en), other) for en, other in holed]
        self.told = lru_cache(maxsize=_KEPT)(self._told)

    def _told(self, text: str, depth: int = 0) -> str:
        """Return a text in the language, as far as there is a saying for it."""
        found = self._whole.get(text)
        if found is not None or len(text) > _LONGEST or depth > _DEEPEST:
            return found or text
        if _DAY.fullmatch(text):
            return self._day(text)
        for pattern, other in self._holed:
            match = pattern.fullmatch(text)
            if match:
                values = {name: self._told(it, depth + 1) for name, it in match.groupdict().items()}
                return _HOLE.sub(lambda hole, of=values: of[hole[1]], other)  # type: ignore[misc]
        return text


def _pattern(saying: str) -> re.Pattern[str]:
    """Return what finds an English saying, and in it what its braces hold."""
    parts = _HOLE.split(saying)
    told = "".join(
        f"(?P<{part}>.+?)" if place % 2 else re.escape(part) for place, part in enumerate(parts)
    )
    return re.compile(told, re.DOTALL)


def sayings_of(table: Mapping[str, Any], language: str, day: Callable[[str], str]) -> Sayings:
    """Return the sayings of a wording table."""
    return Sayings(table.get("said", {}), language, day)
