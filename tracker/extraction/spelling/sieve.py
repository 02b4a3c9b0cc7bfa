"""Where in a text can a pattern match at all, told by the words that it needs?

A long text is searched by hundreds of patterns, most of which match nowhere in it or at a few
places. Where their words stand is looked up once, and they are tried only there. What is found is
the same: a test compares both ways.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Protocol, TypeVar, cast

from tracker.extraction.spelling.needed_words import Placed, placed_words, plain_spelling, reach_of

WORTH_IT = 6_000
"""From so many characters on it pays to look up where words stand."""

COMMON = 75
"""Words that stand more often than once in so many characters rule nothing out."""

_SELDOM = 1_000
"""Words that stand less often than that are good enough: no others are looked for."""

_MOST_WORDS = 2_000
_NARROW = 4
_LONG = 1_000
"""In a stretch of so many characters a pattern is tried only near its words."""

Places = tuple[int, ...] | None


class Wording(Protocol):
    """A row of a table of wordings."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """What its words match."""


Row = TypeVar("Row", bound=Wording)
_Stretches = tuple[list[tuple[int, int]], list[int]]


@lru_cache(maxsize=4)  # one reading asks the same text many times
def sieve_of(text: str) -> "Sieve":
    """Return the sieve of a text."""
    return Sieve(text)


class Sieve:
    """One text, asked where patterns can match in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._spelled = self._plain if len(text) >= WORTH_IT else None
        self._of_word: dict[str, Places] = {}
        self._asked: dict[int, tuple[re.Pattern[str], Places]] = {}
        self._joined: dict[int, _Stretches] = {}
        self._tables: dict[int, tuple[object, object]] = {}

    def rows(self, table: tuple[Row, ...]) -> tuple[Row, ...]:
        """Return the rows of a table that can match anywhere in the text, looked for once."""
        if id(table) not in self._tables:
            whole = len(self.text)
            able = tuple(row for row in table if self.may(row.pattern, 0, whole))
            self._tables[id(table)] = (table, able)  # the table is held, so that its id is its own
        return cast(tuple[Row, ...], self._tables[id(table)][1])

    def may(self, pattern: re.Pattern[str], low: int, high: int) -> bool:
        """Tell whether ``pattern`` can match within ``low:high``; a "no" is sure."""
        asked = self._asked.get(id(pattern))  # to hash a pattern costs more than to ask
        places = self._places(pattern) if asked is None else asked[1]
        if places is None:
            return True
        at = bisect_left(places, low)
        return at < len(places) and places[at] < high

    def search(
        self, pattern: re.Pattern[str], low: int = 0, high: int | None = None
    ) -> re.Match[str] | None:
        """Return what ``pattern.search`` returns for ``low:high`` of the text."""
        return next(self.finditer(pattern, low, len(self.text) if high is None else high), None)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield what ``pattern.finditer`` yields for the whole text."""
        return self.finditer(pattern, 0, len(self.text))

    def finditer(self, pattern: re.Pattern[str], low: int, high: int) -> Iterator[re.Match[str]]:
        """Return what ``pattern.finditer`` returns for ``low:high`` of the text."""
        if not self.may(pattern, low, high):
            return iter(())
        reach = reach_of(pattern) if high - low >= _LONG else None
        if reach is None or self._places(pattern) is None:
            return pattern.finditer(self.text, low, high)
        return self._near(pattern, low, high, reach + 2)

    def _near(
        self, pattern: re.Pattern[str], low: int, high: int, beyond: int
    ) -> Iterator[re.Match[str]]:
        """Yield the matches in ``low:high``, looked for only where one can begin."""
        stretches, lasts = self._stretches(pattern)
        for index in range(bisect_left(lasts, low), len(stretches)):
            first, last = stretches[index]
            if first >= high:
                return
            stop = min(high, last + beyond)
            for match in self._beginning(pattern, max(low, first), last, stop):
                low = match.end()
                yield match

    def _beginning(
        self, pattern: re.Pattern[str], low: int, last: int, stop: int
    ) -> Iterator[re.Match[str]]:
        """Yield the matches before ``stop`` that begin in ``low:last``, both included."""
        if last - low < _NARROW:
            while low <= last:
                match = pattern.match(self.text, low, stop)
                low = low + 1 if match is None else match.end()
                if match is not None:
                    yield match
            return
        for match in pattern.finditer(self.text, low, stop):
            if match.start() > last:
                return
            yield match

    def _stretches(self, pattern: re.Pattern[str]) -> _Stretches:
        """Return where a match can begin, none touching another, and the last places of them."""
        joined = self._joined.get(id(pattern))
        if joined is None:
            words = self._chosen(pattern) or {}
            told = (
                (at - before, at) for word, before in words.items() for at in self._of(word) or ()
            )
            found = _together(told)
            joined = self._joined[id(pattern)] = found, [last for _, last in found]
        return joined

    def _places(self, pattern: re.Pattern[str]) -> Places:
        """Return where the words stand of which a match holds one; ``None`` for everywhere."""
        asked = self._asked.get(id(pattern))
        if asked is None:
            asked = self._asked[id(pattern)] = (pattern, self._looked_up(pattern))
        return asked[1]

    def _looked_up(self, pattern: re.Pattern[str]) -> Places:
        if self._spelled is None:
            return () if self._lacks(pattern) else None
        words = self._chosen(pattern)
        if words is None:
            return None
        return tuple(sorted(at for word in words for at in self._of(word) or ()))

    def _lacks(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether the text holds none of some words of which a match needs one."""
        plain = self._plain
        return plain is not None and any(
            not any(map(plain.__contains__, words)) for words in placed_words(pattern)
        )

    @cached_property
    def _plain(self) -> str | None:
        return plain_spelling(self.text)

    def _chosen(self, pattern: re.Pattern[str]) -> Placed | None:
        """Return those needed words that stand least often; ``None`` where all are common."""
        if self._spelled is None:
            return None
        least, chosen = len(self.text) // COMMON + 1, None
        for words in placed_words(pattern):
            if len(words) <= _MOST_WORDS and (often := self._often(words)) < least:
                least, chosen = often, words
            if least * _SELDOM <= len(self.text):
                break
        return chosen

    def _often(self, words: Placed) -> int:
        """Return how often words stand in the text; one that is too common stands everywhere."""
        places = [self._of(word) for word in words]
        return sum(len(self.text) if found is None else len(found) for found in places)

    def _of(self, word: str) -> Places:
        if word not in self._of_word:
            held = self._letters.issuperset(word) and self._in_vocabulary(word)
            self._of_word[word] = _where(word, self._spelled or "") if held else ()
        return self._of_word[word]

    def _in_vocabulary(self, word: str) -> bool:
        """Tell whether a part of a plain word stands anywhere; quick to say no."""
        return not word.isascii() or max(word.split(), key=len, default="") in self._vocabulary

    @cached_property
    def _letters(self) -> frozenset[str]:
        return frozenset(self._spelled or "")

    @cached_property
    def _vocabulary(self) -> str:
        """The different words of plain letters, between blanks; what parts them is left out."""
        plain = (self._spelled or "").encode("ascii", "ignore").decode("ascii")
        return " ".join(set(plain.split()))


def _together(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the stretches that touch; none begins before the text."""
    joined: list[tuple[int, int]] = []
    for first, last in sorted(stretches):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((max(first, 0), last))
    return joined


def _where(word: str, spelled: str) -> Places:
    """Return where a word stands, also where two of its places overlap; ``None`` if too often."""
    most, found = len(spelled) // COMMON, list[int]()
    at = spelled.find(word)
    while at >= 0:
        found.append(at)
        if len(found) > most:
            return None
        at = spelled.find(word, at + 1)
    return tuple(found)
