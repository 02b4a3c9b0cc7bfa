"""Where does a day stand on an axis, and which days does the axis name?

Places are shares of the width, from 0 to 100, so that a picture stretches with its page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from tracker.rendering.words import Words

_NEAR_END = 90.0
"""Behind this share of the width a year stands before its line; a month does five later."""

_ROOM = 11.0
_NARROW_YEARS = 6
_YEAR_DAYS = 365.25
_HALF = 7
# Up to so many years: a line every so many months; every so many of them is named.
_STEPS = ((0.7, 1, 1), (1.3, 1, 2), (2.3, 1, 3), (4.6, 3, 2), (9.0, 6, 2), (16.0, 12, 1))
_FEW_LINES = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A line on the axis: ``x`` in percent, ``text`` to print there (may be empty).

    ``strong`` marks the beginning of a year, ``fine`` what a narrow page leaves unnamed;
    ``anchor`` (start, end) keeps text inside.
    """

    x: str
    text: str
    strong: bool
    fine: bool
    anchor: str


class Scale:
    """Places days between a first and a last one, both included."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        self._start, self._end = first.toordinal(), last.toordinal() + 1

    @cached_property
    def years(self) -> float:
        """The years shown."""
        return (self._end - self._start) / _YEAR_DAYS

    def place(self, ordinal: float) -> float:
        """Return where a day begins, cut off at the edges."""
        within = min(max(ordinal, self._start), self._end) - self._start
        return 100 * within / (self._end - self._start)

    def shows(self, start: int, end: int) -> bool:
        """Tell whether any of the days from ``start`` to before ``end`` is shown."""
        return start < self._end and end > self._start

    def ticks(self, words: Words) -> tuple[Tick, ...]:
        """Return the lines of the axis: months, quarters, halves or years."""
        ticks = list(self._ticks(words))
        strong = [place for place, tick in enumerate(ticks) if tick.strong]
        stride = -(-len(strong) // _NARROW_YEARS) or 1
        for count, place in enumerate(strong):
            ticks[place] = replace(ticks[place], fine=count % stride != 0)
        return tuple(ticks)

    def _ticks(self, words: Words) -> Iterator[Tick]:
        months, named = self._step()
        named_at: float | None = None
        for day in self._days(months):
            x = self.place(day.toordinal())
            strong = day.month == 1
            wanted = strong or (day.month - 1) % (months * named) == 0
            near_end = x > _NEAR_END + (0 if strong else 5)
            if near_end and named_at is not None and x - named_at < _ROOM:
                wanted = False  # it would stand on the one before
            text = ""
            if wanted:
                text = _year(words, day) if strong else _month(words, day, full=named_at is None)
                named_at = x
            yield Tick(
                x=percent(x),
                text=text,
                strong=strong,
                fine=day.month != _HALF,
                anchor="end" if near_end else "start",
            )

    def _step(self) -> tuple[int, int]:
        for years, months, named in _STEPS:
            if self.years <= years:
                return months, named
        count = 24
        while self.years * 12 / count > _FEW_LINES:
            count = count * 5 // 2 if str(count // 12).startswith("2") else count * 2
        return count, 1

    def _days(self, months: int) -> Iterator[date]:
        """Yield the first days of every so many months that are shown."""
        count = -(-(self.first.year * 12 + self.first.month - 1 + (self.first.day > 1)) // months)
        while (count := count + 1) and (month := (count - 1) * months) < 10_000 * 12:
            day = date(month // 12, month % 12 + 1, 1)
            if day > self.last:
                return
            yield day


def percent(place: float) -> str:
    """Write a place on the axis."""
    return f"{place:.2f}".rstrip("0").rstrip(".") + "%"


def _year(words: Words, day: date) -> str:
    return words("timeline.year", year=day.year)


def _month(words: Words, day: date, *, full: bool) -> str:
    return words.month(day) if full else words(f"timeline.month_{day.month}")
