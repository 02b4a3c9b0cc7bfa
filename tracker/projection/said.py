"""What did we say of a day at each moment at which something new was known?"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from tracker.domain.days import begins_at, instant_of, just_after, microseconds, parse_when
from tracker.domain.questions import Answer, Clocks, Question
from tracker.projection.answering import answer
from tracker.projection.dossier import Dossier, view_on, visible_effects


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """What made an answer another: an effect's kind and act, or what was done to our records."""

    kind: str
    act: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The answer from an instant (UTC) on, until the next one in the list."""

    since: datetime
    answer: Answer
    causes: tuple[Cause, ...]


_Moments = Mapping[int, tuple[Cause, ...]]


def as_recorded(dossier: Dossier, clocks: Clocks) -> tuple[Said, ...]:
    """Return how our answer for the day changed as we recorded more, the oldest first.

    At each moment only what had been announced by then counts, and by the announced clock.
    """

    known, zone_name = clocks.announced_by, view_on(dossier, clocks).zone_name

    def then(moment: datetime) -> Clocks:
        later = known is None or just_after(known, zone_name) > microseconds(moment)
        return replace(clocks, announced_by=moment if later else known, recorded_by=moment)

    return tuple(_walk(dossier, clocks, _recorded(dossier, clocks), then))


def as_announced(dossier: Dossier, clocks: Clocks) -> tuple[Said, ...]:
    """Return how the answer for the day changed as more was announced, as recorded by the clock."""
    return tuple(
        _walk(
            dossier,
            clocks,
            _announced(dossier, clocks),
            lambda moment: replace(clocks, announced_by=moment),
        )
    )


def _walk(
    dossier: Dossier, clocks: Clocks, moments: _Moments, then: Callable[[datetime], Clocks]
) -> Iterator[Said]:
    day = answer(dossier, Question(measure=dossier.measure, clocks=clocks)).on
    before: Answer | None = None
    for at in sorted(moments):
        moment = instant_of(at)
        if moment > clocks.now:
            break
        asked = Question(measure=dossier.measure, clocks=replace(then(moment), on=day))
        found = answer(dossier, asked)
        if before is None or _told(found) != _told(before):
            yield Said(since=moment, answer=found, causes=moments[at])
        before = found
    now = answer(dossier, Question(measure=dossier.measure, clocks=clocks))
    if before is not None and _told(now) != _told(before):
        yield Said(since=clocks.now, answer=now, causes=(Cause(kind="time"),))


def _told(found: Answer) -> tuple[object, ...]:
    return (found.status, found.certainty, found.since, found.through, found.terms)


def _recorded(dossier: Dossier, clocks: Clocks) -> _Moments:
    found: dict[int, list[Cause]] = defaultdict(list)
    for place, version in enumerate(dossier.versions):
        found[version.at].append(Cause(kind="corrected" if place else "recorded"))
    for item in dossier.effects:
        found[item.at].append(Cause(kind=item.record.kind, act=item.record.affecting))
    for word in dossier.verifications:
        found[word.at].append(Cause(kind="verified"))
    for at in dossier.retracted_at.values():
        found[at].append(Cause(kind="retracted"))
    for versions in dossier.instruments.values():
        for later in versions[1:]:
            found[later.at].append(Cause(kind="corrected", act=later.record.id))
    bound = view_on(dossier, clocks).recorded_before
    return {at: _once(causes) for at, causes in found.items() if at < bound}


def _announced(dossier: Dossier, clocks: Clocks) -> _Moments:
    view = view_on(dossier, clocks)
    found: dict[int, list[Cause]] = defaultdict(list)
    for effect in visible_effects(dossier, view):
        found[effect.announced].append(Cause(kind=effect.record.kind, act=effect.record.affecting))
    for word in dossier.verifications:
        at = begins_at(parse_when(word.record.announced_at), view.zone_name)
        if word.at < view.recorded_before and at < view.announced_before:
            found[at].append(Cause(kind="verified"))
    latest = microseconds(clocks.now)
    return {min(at, latest): _once(causes) for at, causes in found.items()}


def _once(causes: list[Cause]) -> tuple[Cause, ...]:
    return tuple(dict.fromkeys(causes))
