"""Until when did something last so far, as the text told before of the act that a clause names?

``自上述期限届满次日起继续暂停一年`` counts from a last day that stands in a recital; where the
recitals tell several, the one of the same act is meant.
"""

from datetime import date, timedelta
from itertools import pairwise

from tracker.extraction.act import Act
from tracker.extraction.days.times import TimeWord, life_of
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp

_STOP = regexp(r"[;。\n]")
_LATELY = timedelta(days=31)
"""What ended longer before the act is no end from which it counts."""
_MOST = 60


def old_end(act: Act, clause: Span, at: int) -> TimeWord | None:
    """Return the last day that was told before ``at`` of the acts which a clause names.

    Without such a one: the only last day told there at all.
    """
    told = [(word, ids) for word, ids in _ends(act, at) if word.day is not None]
    meant = {one.id for one in act.namer.named_in(clause.start, clause.end)} - {act.id}
    own = [word for word, ids in told if ids & meant]
    every = own or [word for word, ids in told if not (ids and meant)]
    return every[-1] if len({word.day for word in every}) == 1 else None


def _ends(act: Act, at: int) -> list[tuple[TimeWord, frozenset[str]]]:
    """Return the last days told before a place, each with the acts of which it is told."""
    issued, low = act.instrument.issued_on, act.body.start
    found: list[tuple[TimeWord, frozenset[str]]] = []
    named: frozenset[str] = frozenset()
    for stretch in _stretches(act, low, at):
        there = {one.id for one in act.namer.named_in(stretch.start, stretch.end)} - {act.id}
        named = frozenset(there) or named
        words = act.times.within(stretch.start, stretch.end)
        life = life_of(words)
        ends = [word for word in words if word.role == "end"]
        if not ends and life.end is not None and life.through is not None:
            ends = [_counted(life.end, life.through)]
        found += [
            (word, named)
            for word in ends
            if word.day and (issued is None or word.day >= issued - _LATELY)
        ]
    return found


def _counted(length: TimeWord, last: date) -> TimeWord:
    return TimeWord(
        role="end", start=length.start, end=length.end, wording="counted", day=last,
        basis="computed",
    )  # fmt: skip


def _stretches(act: Act, low: int, high: int) -> list[Span]:
    """Return what stands between full stops and semicolons, the last ones before a place."""
    stops = [low, *(one.end() for one in _STOP.finditer(act.flow.flow, low, high)), high]
    return [Span(a, b) for a, b in pairwise(stops) if a < b][-_MOST:]
