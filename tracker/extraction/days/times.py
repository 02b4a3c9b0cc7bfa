"""When does something start and end, as the text says it?

Days are counted as lawyers count them: a period counts its first day, "30 days after" does not.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from tracker.domain.records import Basis, Boundary
from tracker.extraction.days.counts import (
    Unit,
    added,
    count_of,
    counted,
    first_of_month,
    weekday_behind,
)
from tracker.extraction.days.day_forms import day_of_calendar, day_of_chinese
from tracker.extraction.days.event_days import event_day, event_of
from tracker.extraction.days.time_wording import REACH, Role, TimeWording
from tracker.extraction.days.times_chinese import CHINESE_TIMES
from tracker.extraction.days.times_english import ENGLISH_TIMES
from tracker.extraction.prose.flow import DAY, Flow
from tracker.extraction.spelling.calendar_words import OF_DAY_BEFORE, OF_ISSUE, DayNamed
from tracker.extraction.spelling.regexps import regexp

_BEGINS = regexp(r"(?:12|0?0)[:.]0[01]\s?a|0?0[:.]0[01](?!\s?[ap])|\s?(?:零|0?0) ?[时点]")
_LATE = regexp(r"11[:.]59\s?p|24[:时]|midnight at the end")
_DAY_IS_OVER = regexp(r"24 ?[时点]|24:00")
"""The hour at which a day is over: what starts then starts on the next one."""
_DENIED: dict[Role, re.Pattern[str]] = {
    "end": regexp(
        r"\bnot\s(?!(?:be\s|remain\s)?(?:appl(?:y|ied|icable)|oper\w+|enforced|implemented|effective"
        r"|in\s(?:force|effect|operation))\s$)(?:\w+\s){0,3}$"
    ),
    "start": regexp(r"不再?以[^,。;]{0,12}$"),
}
"""What does not apply until a day has no end there; nor does ``不再以…`` begin on it."""

_APPOSED = regexp(
    rf"(?:\sin\sthe\sFederal\sRegister)?(?:,\s(?:that\sis,?\s|i\.e\.,?\s|namely,?\s|which\sis\s)?|\s\()(?:on\s)?(?P<day>{DAY})"
    r"(?=\)|[.;]|,?\s(?:except|and\s(?:shall|expires?))|$)"
)
"""The day itself, right behind the words by which it is counted."""
_NEXT_YEAR = regexp("[明来次翌]年")


RECITED = timedelta(days=31)
"""What started longer before an act is told, not done, by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWord:
    """One time that the text names, at ``start:end``.

    ``day`` is the first day (role ``start``) or the last one (``end``); a ``length`` has
    ``count`` and ``unit`` instead.
    """

    role: Role
    start: int
    end: int
    wording: str
    day: date | None = None
    basis: Basis = "stated"
    boundary: Boundary | None = None
    count: int = 0
    unit: Unit = "day"
    at: str | None = None

    def told(self) -> str:
        """Return the reading in short, as the examples of the tables write it."""
        if self.role == "length":
            return f"length {self.count} {self.unit}"
        sure = " inclusive" if self.boundary == "inclusive" else ""
        return f"{self.role} {self.day}{sure}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """First and last day with their words; what the text leaves open is ``None``."""

    start: TimeWord | None = None
    end: TimeWord | None = None
    through: date | None = None
    computed: bool = False

    @property
    def from_(self) -> date | None:
        """The first day."""
        return self.start.day if self.start else None

    @property
    def basis(self) -> Basis | None:
        """On which ground the days are known; a counted end makes the whole computed."""
        if self.computed:
            return "computed"
        return self.start.basis if self.start else ("stated" if self.end else None)

    @property
    def boundary(self) -> Boundary | None:
        """How sure the text is about the last day; ``None`` where there is none."""
        if self.through is None or self.end is None:
            return None
        return self.end.boundary or "unclear"


_BEFORE_A_DAY, _BEHIND_A_DAY = 400, 300
"""How far from a day the words may reach that say what it is for."""


def _beside(wording: TimeWording, marked: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a row around the words that stand in every one of them."""
    done = 0
    for words in wording.beside.finditer(marked) if wording.beside else ():
        low, high = max(done, words.start() - REACH), words.end() + REACH
        for match in wording.pattern.finditer(marked, low, high):
            done = match.end()
            yield match


class Times:
    """The times that one text names.

    ``published_on`` is where counts from the publication begin, ``issued_on`` settles days
    without a year.
    """

    def __init__(self, flow: Flow, *, published_on: date | None, issued_on: date | None) -> None:
        self.flow = flow
        self._published = published_on
        self._issued = issued_on or published_on
        self._wordings = CHINESE_TIMES if flow.language == "zh" else ENGLISH_TIMES

    @cached_property
    def all(self) -> tuple[TimeWord, ...]:
        """Every time of the text, in order; of overlapping ones of one role the first row wins."""
        found: list[TimeWord] = []
        taken: dict[Role, list[tuple[int, int]]] = {"start": [], "end": [], "length": []}
        ceased = self._ceased
        for wording in self._wordings:
            for match in self._matches(wording):
                held = taken[wording.role][-80:]
                held = [*held[-40:], *taken["start"][-40:]] if wording.role == "length" else held
                held = [*held, *ceased][-80:] if wording.role == "start" else held
                if _overlaps(match.span(), held):
                    continue
                word = self._word(wording, match)
                if word is not None:
                    taken[wording.role].append((match.start(), match.end()))
                    found.append(word)
        return tuple(sorted(found, key=lambda word: (word.start, word.end)))

    @cached_property
    def _ceased(self) -> tuple[tuple[int, int], ...]:
        """Where the text says that something ends from a day on, which is no start."""
        rows = (row for row in self._wordings if row.role == "end" and row.plus < 0)
        return tuple(match.span() for row in rows for match in self._matches(row))[-80:]

    def _matches(self, wording: TimeWording) -> Iterator[re.Match[str]]:
        """Yield the matches of a row; one that holds a day is looked for near the days alone."""
        if wording.beside is not None:
            yield from _beside(wording, self.flow.marked)
            return
        if "day" not in wording.pattern.groupindex:
            yield from self.flow.marked_sieve.matches(wording.pattern)
            return
        sieve = self.flow.marked_sieve
        if not sieve.may(wording.pattern, 0, len(self.flow.marked)):
            return
        for low, high in self._near_days:
            yield from sieve.finditer(wording.pattern, low, high)

    @cached_property
    def _near_days(self) -> tuple[tuple[int, int], ...]:
        """The stretches around the days of the text, in order, none touching another."""
        joined: list[tuple[int, int]] = []
        for day in self.flow.days:
            low, high = max(0, day.start - _BEFORE_A_DAY), day.end + _BEHIND_A_DAY
            if joined and low <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
            else:
                joined.append((low, high))
        return tuple(joined)

    def within(self, low: int, high: int) -> tuple[TimeWord, ...]:
        """Return the times that begin in ``low:high``."""
        return self.all[bisect_left(self._begin_at, low) : bisect_left(self._begin_at, high)]

    @cached_property
    def _begin_at(self) -> list[int]:
        return [word.start for word in self.all]

    def life(self, low: int, high: int) -> Life:
        """Return the first start, and the end that goes with it, of ``low:high``."""
        return life_of(self.within(low, high))

    def _word(self, wording: TimeWording, match: re.Match[str]) -> TimeWord | None:
        groups = match.groupdict()
        if wording.role == "length":
            return _length(wording, match)
        before = self.flow.marked[max(0, match.start() - 40) : match.start()]
        if wording.anchor == "day" and _DENIED[wording.role].search(before):
            return None
        day, basis = self._day(wording, match)
        if wording.role == "start" and basis != "stated":
            told = self._apposed(match.end())
            anchor = groups.get("n") and told == (self._published, "stated")
            day, basis = told if told and not anchor else (day, basis)
        if day is None and self._published is not None and "month" not in groups:
            return None
        ends = wording.name in ("until a day", "to a day")
        begins = ends and _BEGINS.match(groups.get("at") or "")
        if begins and day is not None:
            day = added(day, -1, "day")  # the day itself has only begun
        sure = wording.inclusive or groups.get("inclusive") or _LATE.search(groups.get("at") or "")
        boundary: Boundary | None = None
        if wording.role == "end":
            boundary = "inclusive" if sure else "unclear"
        return TimeWord(
            role=wording.role,
            start=match.start(),
            end=match.end(),
            wording=wording.name,
            day=day,
            basis=basis,
            boundary=boundary,
            at=groups.get("at"),
        )

    def of_publication(self, start: int, end: int) -> TimeWord:
        """Return the day of publication as the start that the words at ``start:end`` tell."""
        return TimeWord(
            role="start", start=start, end=end, wording="from publication", day=self._published,
            basis="on_publication",
        )  # fmt: skip

    def _apposed(self, at: int) -> tuple[date, Basis] | None:
        """Return the day that the text gives right behind a counted one: ``…, on May 1, 2026``."""
        told = _APPOSED.match(self.flow.marked, at) if self.flow.language == "en" else None
        day = self.resolved(told.start("day"), told.end("day")) if told is not None else None
        return None if day is None else (day, "stated")

    def _day(self, wording: TimeWording, match: re.Match[str]) -> tuple[date | None, Basis]:
        if "month" in match.groupdict():
            return None, "stated"
        if wording.anchor == "year" and self.flow.language == "zh":
            return day_of_chinese(match, wording.role, self._issued), "stated"
        if wording.anchor in ("year", "calendar"):
            return day_of_calendar(match, wording.role), "stated"
        if wording.anchor == "day":
            day = self.resolved(match.start("day"), match.end("day"))
            if day is not None and match.groupdict().get("n"):
                return counted(day, match), "computed"
            if day is not None and wording.role == "start" and _DAY_IS_OVER.search(match.group()):
                return added(day, 1, "day"), "stated"
            if day is None or not wording.plus:
                said = _NEXT_YEAR.match(self.flow.flow, match.start("day"))
                return day, "computed" if said else "stated"
            return added(day, wording.plus, "day"), "computed"
        begin = self._begin(match)
        if match.groupdict().get("unit") == "工作日":
            return None, "computed"  # which days are worked, no text tells
        if begin is None:
            return None, "on_publication"
        if match.groupdict().get("later"):
            begin = added(begin, 1, "day")
        if match.groupdict().get("first"):
            begin = added(begin, -1, "day")  # the day itself is the first that counts
        if wording.anchor == "month":
            return first_of_month(begin, match), "computed"
        if wording.anchor == "week":
            return weekday_behind(begin, match), "computed"
        count, unit = count_of(match.groupdict())
        if count is None and not wording.plus:
            return begin, "on_publication"
        return added(begin, count or wording.plus, unit), "computed"

    def _begin(self, match: re.Match[str]) -> date | None:
        """Return the day from which a time counts: of the event that it names, or of publication.

        A day of laying or of registration that the act does not tell is not known.
        """
        event = event_of(match.group()) if self.flow.language == "en" else None
        if event in ("laid", "registered", "made"):
            told = event_day(self.flow, event)
            if event == "laid":
                return told
            return told or (self._issued if event == "made" else self._published)
        return self._published

    def resolved(self, low: int, high: int) -> date | None:
        """Return the day at ``low:high``; one without a year takes it from the words around it."""
        named = next((day for day in self.flow.days_in(low, high) if day.day), None)
        if named is None:
            return None
        return named.on(None) or self._in_context(named)

    def _in_context(self, named: DayNamed) -> date | None:
        sentence = self.flow.sentence(named.start)
        before = [day.year for day in self.flow.days_in(sentence.start, named.start) if day.year]
        issued = self._issued.year if self._issued else None
        if named.said in OF_ISSUE:
            return None if issued is None else named.on(issued + OF_ISSUE[named.said])
        year = before[-1] if before else issued
        if year is not None and named.said:
            return named.on(year + OF_DAY_BEFORE[named.said])
        if before or self._issued is None:
            return named.on(year)
        day = named.on(self._issued.year)
        if day is not None and day < self._issued - timedelta(days=120):
            return named.on(self._issued.year + 1)
        return day


def _overlaps(span: tuple[int, int], held: Iterable[tuple[int, int]]) -> bool:
    start, end = span
    for low, high in held:  # noqa: SIM110 (asked for every match: `any` takes twice the time)
        if low < end and start < high:
            return True
    return False


def _length(wording: TimeWording, match: re.Match[str]) -> TimeWord | None:
    count, unit = count_of(match.groupdict())
    if count is None:
        return None
    return TimeWord(
        role="length", start=match.start(), end=match.end(), wording=wording.name,
        count=count, unit=unit,
    )  # fmt: skip


def life_of(words: Iterable[TimeWord]) -> Life:
    """Return the life that some times tell: the first start, the end told or counted after it."""
    told = tuple(words)
    start = next((word for word in told if word.role == "start"), None)
    end = next((word for word in told if word.role == "end"), None)
    length = next((word for word in told if word.role == "length"), None)
    if end is not None:
        return Life(start=start, end=end, through=end.day)
    if length is None or start is None or start.day is None:
        return Life(start=start)
    behind = (word for word in told if word.role == "length" and word.start == length.end)
    over = added(start.day, length.count, length.unit)
    for rest in behind:  # a year and six months
        over = added(over, rest.count, rest.unit)
    return Life(start=start, end=length, through=over - timedelta(days=1), computed=True)
