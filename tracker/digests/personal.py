"""Which part of an edition does one reader get, and is it worth a message?"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from tracker.digests.announced import is_history
from tracker.digests.build import Edition
from tracker.digests.concerns import Line, concern_of, measures_of, statements_of
from tracker.digests.digest import Bar, Digest, Picture
from tracker.digests.filters import Concern, Filter
from tracker.digests.lines import ActLine, ClaimLine, Turned, TurnLine
from tracker.digests.subscription import Cadence

_L = TypeVar("_L", bound=Line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """For which kind of reader, and why now; nothing in it tells one reader from another.

    ``days`` are the local days in ``zone`` on which digests fell due that this one stands for:
    more than one make a catch-up. ``watching`` marks the monthly note of a quiet time.
    """

    cadence: Cadence
    zone: str
    days: tuple[date, ...] = ()
    watching: bool = False
    wanted: str = ""

    @property
    def missed(self) -> int:
        """How many digests could not be sent when they were due."""
        return max(0, len(self.days) - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What of an edition fits a filter; ``statements`` are the records on which it rests.

    ``urgent`` is worth an alert at once, ``news`` a digest when it is due.
    """

    digest: Digest
    statements: frozenset[str]
    urgent: bool
    news: bool


class Parting:
    """Parts one edition among many readers; what a line is about is worked out once."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        # By identity; each keeps its line, so that no other one can take the place in memory.
        self._concerns: dict[int, tuple[Line, Concern]] = {}
        self._statements: dict[int, tuple[Line, frozenset[str]]] = {}
        self._turned: dict[int, ActLine] = {}

    def part(self, wanted: Filter, *, since: datetime, told: frozenset[str] = frozenset()) -> Part:
        """Return what fits the filter of a reader who is served since an instant (UTC).

        ``told`` are the records that this reader was told of before: if one turned out wrong, its
        correction is part of this, whatever the filter says.
        """
        whole = self.edition.digest
        corrections = tuple(line for line in whole.corrections if not told.isdisjoint(line.wrong))
        replaced = {line.new.effect for line in corrections if line.new and not line.stood}
        acts, added = self._announced(wanted, since.date(), replaced)

        def fits(lines: Iterable[_L]) -> tuple[_L, ...]:
            return tuple(line for line in lines if wanted.wants(self._concern(line)))

        made = replace(
            whole,
            needs_action=fits(whole.needs_action),
            to_review=fits(whole.to_review),
            announced=acts,
            took_effect=fits(whole.took_effect),
            coming_up=fits(whole.coming_up),
            ended=fits(whole.ended),
            in_doubt=fits(whole.in_doubt),
            corrections=corrections,
            reports=fits(whole.reports),
            history_added=added,
        )
        lines = tuple(lines_of(made))
        return Part(
            digest=replace(made, picture=_picture(whole.picture, lines)),
            statements=self._statements_of(lines),
            urgent=_urgent(made),
            news=_urgent(made) or _worth_reading(made),
        )

    def alert(self, part: Part) -> Part:
        """Return what an alert tells of a part: what is new, not what waits or comes next."""
        made = part.digest
        doubtful = tuple(line for line in made.in_doubt if isinstance(line, ActLine))
        lapsed = tuple(line for line in made.needs_action if line.turned_in_window)
        news = replace(
            made, needs_action=lapsed, to_review=(), coming_up=(), in_doubt=doubtful, reports=()
        )
        return replace(part, digest=news, statements=self._statements_of(lines_of(news)))

    def _statements_of(self, lines: Iterable[Line]) -> frozenset[str]:
        return frozenset[str]().union(*(self._rests_on(line) for line in lines))

    def _announced(
        self, wanted: Filter, since: date, replaced: Collection[str]
    ) -> tuple[tuple[ActLine, ...], int]:
        """Return the announced lines, and how many records beside them came as history."""
        whole = self.edition.digest.announced
        news = [line for line in whole if not is_history(line, since=since)]
        told = {line.act.id for line in news}
        told |= {part.instrument.id for line in news for part in line.parts}
        kept = tuple(
            line for line in news if wanted.wants(self._concern(line)) and not _only(line, replaced)
        )
        return self._act_by_act(kept), sum(home not in told for home in self.edition.history)

    def _concern(self, line: Line) -> Concern:
        found = self._concerns.get(id(line))
        if found is None:
            found = self._concerns[id(line)] = (line, concern_of(line, self.edition.goods))
        return found[1]

    def _rests_on(self, line: Line) -> frozenset[str]:
        found = self._statements.get(id(line))
        if found is None:
            found = self._statements[id(line)] = (line, statements_of(line))
        return found[1]

    def _act_by_act(self, lines: Sequence[ActLine]) -> tuple[ActLine, ...]:
        """Mark anew which lines follow one of their act: a neighbour may have been left out."""
        found = []
        for index, line in enumerate(lines):
            follows = index > 0 and lines[index - 1].act.id == line.act.id
            found.append(line if line.same_act == follows else self._other(line))
        return tuple(found)

    def _other(self, line: ActLine) -> ActLine:
        found = self._turned.get(id(line))
        if found is None:
            found = self._turned[id(line)] = replace(line, same_act=not line.same_act)
        return found


def lines_of(digest: Digest) -> Sequence[Line]:
    """Return every line of a digest, section by section."""
    return (
        *digest.needs_action,
        *digest.to_review,
        *digest.announced,
        *digest.took_effect,
        *digest.coming_up,
        *digest.ended,
        *digest.in_doubt,
        *digest.corrections,
        *digest.reports,
    )


def _only(line: ActLine, effects: Collection[str]) -> bool:
    return bool(line.effects) and set(line.effects) <= set(effects)


def _urgent(made: Digest) -> bool:
    lapsed = any(line.turned_in_window for line in made.needs_action)
    ended = any(not _is_held_back(line) for line in made.ended)
    turned = made.announced or made.took_effect or ended or made.corrections
    reported = any(isinstance(line, ActLine) for line in made.in_doubt)
    return bool(turned or lapsed or reported)


def _worth_reading(made: Digest) -> bool:
    reminded = any(line.reminder is not None for line in made.coming_up)
    said = any(isinstance(line, ClaimLine) and line.said_on for line in made.in_doubt)
    unread = any(line.came_in_window for line in made.to_review)
    held_back = any(_is_held_back(line) for line in made.ended)
    return bool(reminded or said or unread or held_back or made.history_added)


def _is_held_back(line: Line) -> bool:
    """Tell whether a start fell into a suspension: whoever was told of that knows it already."""
    return isinstance(line, TurnLine) and line.turned is Turned.HELD_BACK


def _picture(whole: Picture | None, lines: Iterable[Line]) -> Picture | None:
    """Keep the bars of the measures that the kept lines tell of."""
    if whole is None:
        return None
    kept = {measure for line in lines for measure in measures_of(line)}
    bars = tuple(bar for bar in whole.bars if _shows(bar, kept))
    return replace(whole, bars=bars, left_out=0) if bars else None


def _shows(bar: Bar, measures: Collection[str]) -> bool:
    return any(one.id in measures for subject in bar.subjects for one in subject.measures)
