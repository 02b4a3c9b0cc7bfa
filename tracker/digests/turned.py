"""What took effect, changed, was suspended, resumed or ended on the days of the window?"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracker.digests.acts import Fate, Group, act_line, line_key, part
from tracker.digests.grounds import quotes
from tracker.digests.lines import Part, Turned, TurnLine, VerifiedLine, Why
from tracker.digests.naming import Directory
from tracker.digests.standing import Beside
from tracker.digests.survey import Look, Scope
from tracker.domain.days import begins_at, parse_when
from tracker.domain.identifiers import instrument_of
from tracker.domain.questions import Certainty, Status
from tracker.domain.records import Verification
from tracker.projection.dated import DatedEffect
from tracker.projection.timeline import Stretch

UNSURE = (Certainty.REPORTED, Certainty.DISPUTED)
_LEAVES_NO_TRACE = (Certainty.UNVERIFIED, Certainty.PROJECTED)


@dataclass(frozen=True, slots=True)
class Turn:
    """One measure turned on ``day`` (an ordinal) because of ``effect``."""

    look: Look
    day: int
    before: Status
    after: Status
    effect: DatedEffect
    certainty: Certainty
    held_back: bool = False

    @property
    def way(self) -> Turned:
        """Which way it turned."""
        if self.held_back:
            return Turned.HELD_BACK
        if self.effect.kind == "amend":
            return Turned.CHANGED
        if self.after is Status.SUSPENDED:
            return Turned.SUSPENDED
        if self.after in (Status.REPEALED, Status.EXPIRED):
            return Turned.ENDED
        return Turned.RESUMED if self.before is Status.SUSPENDED else Turned.TOOK_EFFECT


def turns(looks: Sequence[Look]) -> tuple[Turn, ...]:
    """Return the turns of the window, those of a lapse without official word left out.

    Such a lapse is no fact: it is told as a task and among what is in doubt.
    """
    return tuple(
        turn
        for look in looks
        for turn in (*_of_status(look), *_of_terms(look), *_of_starts(look))
        if turn.certainty not in _LEAVES_NO_TRACE
    )


def turn_lines(
    directory: Directory,
    found: Sequence[Turn],
    *,
    beside: Beside,
    told: Collection[str],
) -> tuple[TurnLine, ...]:
    """Return one line for the turns of a day that one act makes in one way.

    ``told`` names the effects that stand in full among the newly announced.
    """
    groups: dict[tuple[object, ...], list[Turn]] = {}
    for turn in found:
        key = (turn.day, turn.way, turn.certainty, *line_key(turn.effect))
        groups.setdefault(key, []).append(turn)
    lines = [
        _line(directory, group, beside=beside, told=told)
        for _, group in sorted(groups.items(), key=lambda item: _place(item[1]))
    ]
    return tuple(lines)


def verified(scope: Scope, directory: Directory, looks: Sequence[Look]) -> tuple[VerifiedLine, ...]:
    """Return the official words of the window on effects that had run out."""
    words: dict[tuple[str, str, str], list[Look]] = {}
    records: dict[tuple[str, str, str], Verification] = {}
    for look in looks:
        for record in _words_here(look):
            key = (record.effect, record.outcome, record.announced_at)
            words.setdefault(key, []).append(look)
            records[key] = record
    return tuple(_word(scope, directory, records[key], words[key]) for key in sorted(words))


def _place(group: Sequence[Turn]) -> tuple[object, ...]:
    return (group[0].day, group[0].effect.record.affecting, group[0].way)


def _of_status(look: Look) -> Iterator[Turn]:
    for stretch in look.timeline.stretches:
        if look.turns_here(stretch.start):
            effect = _cause(look, stretch)
            if effect:
                before = look.status(stretch.start - 1)
                yield _turn(look, stretch.start, before, stretch.status, effect)


def _of_terms(look: Look) -> Iterator[Turn]:
    for effect in look.timeline.fold.amendments:
        if effect.start is not None and look.turns_here(effect.start):
            status = look.status(effect.start)
            yield _turn(look, effect.start, status, status, effect)


def _of_starts(look: Look) -> Iterator[Turn]:
    """Yield the start that was set for a day of the window and found the measure suspended."""
    run = look.timeline.fold.imposed_run
    day = run.start if run else None
    if day is None or not look.turns_here(day) or look.status(day) is not Status.SUSPENDED:
        return
    acting = (one for one in look.timeline.effects if one.kind == "suspend")
    over = [one for one in acting if one.start is not None and one.start < day < one.end]
    if over and look.timeline.never_in_force(day):
        before = look.status(day - 1)
        yield replace(_turn(look, day, before, Status.SUSPENDED, over[-1]), held_back=True)


def _turn(look: Look, day: int, before: Status, after: Status, effect: DatedEffect) -> Turn:
    certainty = look.answer(day).certainty or Certainty.CONFIRMED
    return Turn(look, day, before, after, effect, certainty)


def _cause(look: Look, stretch: Stretch) -> DatedEffect | None:
    """Return the effect that begins on the day of a turn, else the one that ran out before it."""
    acting = [effect for effect in look.timeline.effects if effect.kind != "amend"]
    begun = [effect for effect in acting if effect.start == stretch.start]
    ended = [effect for effect in acting if effect.end == stretch.start]
    causes = begun or ended
    return causes[-1] if causes else None


def _line(
    directory: Directory,
    group: Sequence[Turn],
    *,
    beside: Beside,
    told: Collection[str],
) -> TurnLine:
    first = group[0]
    acts = Group([(turn.look, turn.effect) for turn in group])
    line = act_line(directory, acts, why=Why.TURNED, beside=beside)
    return TurnLine(
        turned=first.way,
        turned_on=date.fromordinal(first.day),
        told_above=set(line.effects) <= set(told),
        line=replace(line, certainty=first.certainty, parts=_parts(directory, group)),
    )


def _parts(directory: Directory, group: Sequence[Turn]) -> tuple[Part, ...]:
    found: dict[tuple[str, Fate], list[Look]] = {}
    for turn in group:
        never = turn.after is not Status.IN_FORCE and turn.look.timeline.never_in_force(turn.day)
        key = (instrument_of(turn.look.id), Fate(turn.before, turn.after, never))
        found.setdefault(key, []).append(turn.look)
    return tuple(part(directory, home, fate, looks) for (home, fate), looks in found.items())


def _words_here(look: Look) -> Iterator[Verification]:
    for item in look.dossier.verifications:
        retracted = look.dossier.retracted_at.get(item.record.id or "")
        if item.at >= look.view.recorded_before or (
            retracted is not None and retracted < look.view.recorded_before
        ):
            continue
        at = begins_at(parse_when(item.record.announced_at), look.view.zone_name)
        if look.opens <= at < look.view.announced_before:
            yield item.record


def _word(
    scope: Scope, directory: Directory, record: Verification, looks: Sequence[Look]
) -> VerifiedLine:
    effect = scope.register.effects.get(record.effect)
    affecting = effect.record.affecting if effect else record.effect
    zone_name = directory.zone(affecting)
    at = begins_at(parse_when(record.announced_at), zone_name)
    homes: dict[str, list[Look]] = {}
    for look in looks:
        homes.setdefault(instrument_of(look.id), []).append(look)
    return VerifiedLine(
        act=directory.instrument(affecting),
        effect=record.effect,
        outcome=record.outcome,
        announced_on=directory.announced_on(affecting, instant=at),
        parts=tuple(
            part(directory, home, Fate(None, group[0].status(group[0].last)), group)
            for home, group in homes.items()
        ),
        quotes=tuple(quotes(directory, record)),
    )
