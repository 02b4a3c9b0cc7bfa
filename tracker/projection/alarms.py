"""What should the operator know, given what he was told last?

Something is told once when it turns bad and once when it is well again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tracker.domain.days import instant_of, instant_text
from tracker.domain.intake_facts import OperatorTold
from tracker.projection.source_state import Health, SourceState

WELL = "well"
"""What is told of something that was bad and is so no more."""

_BAD = (Health.FAILING, Health.BLOCKED, Health.STALE, Health.SILENT)
_WORDS = {
    Health.FAILING: "cannot be read",
    Health.BLOCKED: "turns us away",
    Health.STALE: "was not read within its budget",
    Health.SILENT: "answers, but has brought nothing for longer than usual",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """Something that turned: what it is about, to which state, and a sentence that says so."""

    about: str
    state: str
    words: str


def source_alarms(
    states: Iterable[SourceState],
    told: Mapping[str, OperatorTold],
    *,
    now: int,
    failures: int,
) -> Iterator[Alarm]:
    """Yield what turned among the sources; a failure counts after so many in a row.

    A source that is paused, removed or not yet checked is no alarm, and ends none.
    """
    for state in states:
        about = f"source/{state.source.id}"
        last = told.get(about)
        was_bad = last is not None and last.state != WELL
        health = state.health(now)
        if health is Health.FRESH and was_bad:
            good = instant_text(instant_of(state.last_good or now))
            yield Alarm(
                about=about,
                state=WELL,
                words=f"Source {state.source.id} is read again; last good check {good}.",
            )
        elif _is_bad(state, health, now, failures) and not was_bad:
            yield Alarm(about=about, state=health.value, words=_bad_words(state, health))


def _is_bad(state: SourceState, health: Health, now: int, failures: int) -> bool:
    if health not in _BAD:
        return False
    if health is Health.FAILING:
        return state.failures >= failures or not state.within_budget(now)
    return True


def _bad_words(state: SourceState, health: Health) -> str:
    good = state.last_good
    since = f"last good check {instant_text(instant_of(good))}" if good else "it was never read"
    why = f": {state.last_error}" if state.last_error else ""
    return f"Source {state.source.id} {_WORDS[health]}{why} ({since}; {state.source.url})."


def disk_alarm(told: Mapping[str, OperatorTold], *, free: int, floor: int) -> Alarm | None:
    """Return what turned about the free disk space, in bytes; nothing is polled below the floor."""
    last = told.get("disk")
    was_low = last is not None and last.state != WELL
    if free < floor and not was_low:
        words = (
            f"Only {free // 2**20} MiB of disk are free, less than the floor of {floor // 2**20} "
            "MiB: nothing is polled until there is room again."
        )
        return Alarm(about="disk", state="low", words=words)
    if free >= floor and was_low:
        words = f"There is room on the disk again ({free // 2**20} MiB free); polling goes on."
        return Alarm(about="disk", state=WELL, words=words)
    return None
