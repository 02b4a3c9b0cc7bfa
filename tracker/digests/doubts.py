"""What is disputed, merely reported or merely said?"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from tracker.digests.announced import LATE_DAYS
from tracker.digests.grounds import shown_words
from tracker.digests.lines import ClaimLine, DisputeLine, InstrumentRef, Part
from tracker.digests.naming import Directory
from tracker.digests.survey import Look, Scope
from tracker.domain.days import parse_day
from tracker.domain.identifiers import instrument_of
from tracker.domain.questions import Answer, Branch, Certainty, Status
from tracker.domain.records import Claim
from tracker.projection.dossier import Recorded

CONFLICTING = "conflicting"


def disputes(scope: Scope, directory: Directory, looks: Sequence[Look]) -> tuple[DisputeLine, ...]:
    """Return the readings on which a status hangs, on the days of the window that matter.

    These are its last day and both sides of every turn in it; the latest such day is told.
    """
    groups: dict[tuple[object, ...], list[tuple[Look, Answer]]] = {}
    for look in looks:
        found = _disputed(look)
        if found is not None and found.branches:
            effects = tuple(branch.effect or "" for branch in found.branches)
            affecting = scope.register.effects[effects[0]].record.affecting
            readings = tuple((branch.when, branch.status) for branch in found.branches)
            key = (affecting, found.on, readings)
            groups.setdefault(key, []).append((look, found))
    return tuple(_dispute(scope, directory, group) for group in groups.values())


def claims(scope: Scope, directory: Directory, announced: frozenset[str]) -> tuple[ClaimLine, ...]:
    """Return what was said in the window, then undated conflicts on the acts of the window."""
    register = scope.register
    visible = [item for item in register.claims if item.at < scope.recorded_before]
    recorded = [item.record for item in visible]
    said = [(day, item.record) for item in visible if (day := _said_here(scope, item)) is not None]
    undated = [
        claim
        for claim in recorded
        if claim.said_on is None
        and claim.stance == CONFLICTING
        and announced & {instrument_of(key) for key in claim.about}
    ]
    return (
        *(_claim(directory, claim, day) for day, claim in sorted(said, key=lambda one: one[0])),
        *(_claim(directory, claim, None) for claim in undated),
    )


def _disputed(look: Look) -> Answer | None:
    for day in _days_that_matter(look):
        found = look.answer(day)
        if found.certainty is Certainty.DISPUTED:
            return found
    return None


def _days_that_matter(look: Look) -> Iterator[int]:
    yield look.last
    turns = (one.start for one in look.timeline.stretches if look.turns_here(one.start))
    for day in sorted(turns, reverse=True):
        yield from (one for one in (day, day - 1) if look.turns_here(one) and one != look.last)


def _dispute(
    scope: Scope, directory: Directory, group: Sequence[tuple[Look, Answer]]
) -> DisputeLine:
    found = group[0][1]
    effect = found.branches[0].effect or ""
    parts: dict[tuple[str, Status], list[Look]] = {}
    for look, answer in group:
        parts.setdefault((answer.instrument, answer.status), []).append(look)
    return DisputeLine(
        on=found.on,
        act=directory.instrument(scope.register.effects[effect].record.affecting),
        effect=effect,
        parts=tuple(
            Part(
                instrument=directory.instrument(home),
                measures=tuple(directory.measure(look) for look in looks),
                after=status,
            )
            for (home, status), looks in parts.items()
        ),
        branches=_distinct(found.branches),
    )


def _distinct(branches: Sequence[Branch]) -> tuple[Branch, ...]:
    return tuple({branch.when: branch for branch in branches}.values())


def _said_here(scope: Scope, item: Recorded[Claim]) -> date | None:
    """Return the day of a claim that was said in the window, or lately and recorded in it."""
    claim, window = item.record, scope.window
    if claim.said_on is None or len(claim.said_on) != len("2025-11-07"):
        return None
    day, first = parse_day(claim.said_on), window.first_day(None)
    if scope.positions is not None:
        lately = first - timedelta(days=LATE_DAYS)
        return day if scope.recorded_here(item) and lately <= day else None
    return day if first <= day <= window.last_day(None) else None


def _claim(directory: Directory, claim: Claim, said_on: date | None) -> ClaimLine:
    about: dict[str, InstrumentRef] = {}
    for key in claim.about:
        about.setdefault(instrument_of(key), directory.instrument(key))
    return ClaimLine(
        speaker=claim.speaker,
        said_on=said_on,
        text=shown_words(directory, claim),
        stance=claim.stance,
        source=claim.source,
        about=tuple(about.values()),
    )
