"""Which sentence tells when a rule catches, and with which days in it?"""

from collections.abc import Mapping
from datetime import date, timedelta

from tracker.domain.questions import Status
from tracker.projection.screening.rule import Rule
from tracker.projection.screening.timing import Timing, When
from tracker.projection.screening.verdict import Finding, Verdict

Values = Mapping[str, date | Status]

SENTENCES: Mapping[str, str] = {
    "later": "Announced and not started: {label} from {day} on",
    "later_unset": "Announced and not started: {label} from a day that is not set yet",
    "stopped": "Announced and not started, {status} from {day} on, before it starts",
    "stopped_before": "Announced and not started (its own first day is {start}), {status} from "
    "{day} on, before it starts",
    "stopped_then": "Announced and not started, {status} from {day} on; {label} from {then} on",
    "held": "Announced and not started, suspended from {day} on; {label} if the suspension ends",
    "held_before": "Announced and not started (its own first day is {start}), suspended from "
    "{day} on; {label} if the suspension ends",
    "held_then": "Announced and not started, suspended from {day} on; {label} if the suspension "
    "ends, which is announced for {last}",
    "held_before_then": "Announced and not started (its own first day is {start}), suspended from "
    "{day} on; {label} if the suspension ends, which is announced for {last}",
    "unstarted": "Announced, and as it stands to start on no day",
    "suspended": "Suspended through {day}; {label} if the suspension ends",
    "suspended_open": "Suspended until further notice; {label} if the suspension ends",
    "suspended_by": "Suspended until further notice; {label} if the suspension ends by {day}",
    "suspended_then": "Suspended through {day}; {label} from {then} on",
    "suspended_unset": "Suspended; {label} from a day that is not set yet",
    "suspended_out": "Suspended through {day}, and {status} from then on",
    "suspended_for_good": "Suspended, and as it stands in force on no later day",
    "back": "Over and to come back: {label} from {day} on",
    "back_unset": "Over and to come back: {label} from a day that is not set yet",
    "back_suspended": "Over and to come back suspended; {label} if the suspension ends",
}
"""The sentences in English; `course_of` tells which one, and what stands in it."""


def course_of(finding: Finding) -> tuple[str, Values] | None:
    """Return which sentence tells when the rule catches; ``None`` while it is in force."""
    time = finding.time
    if time.when is When.NOW:
        return None
    tell = _TELLING.get(time.position.status, _over)
    return tell(time, finding.rule)


def never_catches(finding: Finding) -> bool:
    """Tell whether it is time, and no number, that lets the product out."""
    return finding.verdict is Verdict.NOT_CAUGHT and finding.time.when is When.NEVER


def _pending(time: Timing, rule: Rule) -> tuple[str, Values]:
    position, first = time.position, time.position.ahead.starts_on
    stop = position.turns[0] if position.turns else None
    if time.when is When.LATER and first is None:
        return "later_unset", {}
    if first is not None and (stop is None or stop.on == first):
        return "later", {"day": first}
    if stop is None:
        return "unstarted", {}
    start = own_start(rule)
    values: dict[str, date | Status] = {"day": stop.on}
    if start is not None:
        values["start"] = start
    before = "_before" if start else ""
    if stop.status is Status.SUSPENDED and time.when is not When.NEVER:
        if first is not None and position.turns[1].on == first:
            return f"held{before}_then", values | {"last": first - timedelta(days=1)}
        return f"held{before}", values
    if first is not None:
        return "stopped_then", {"day": stop.on, "status": stop.status, "then": first}
    return f"stopped{before}", values | {"status": stop.status}


def _suspended(time: Timing, rule: Rule) -> tuple[str, Values]:
    position, ahead = time.position, time.position.ahead
    last = position.through
    if time.when is When.IF_RESUMED:
        if last is None:
            return "suspended_open", {}
        scheduled = ahead.starts_on == last + timedelta(days=1)
        return ("suspended" if scheduled else "suspended_by"), {"day": last}
    if time.when is When.LATER and ahead.starts_on and last:
        return "suspended_then", {"day": last, "then": ahead.starts_on}
    if time.when is When.LATER:
        return "suspended_unset", {}
    if last is None or not position.turns:
        return "suspended_for_good", {}
    return "suspended_out", {"day": last, "status": position.turns[0].status}


def _over(time: Timing, rule: Rule) -> tuple[str, Values]:
    if time.when is When.IF_RESUMED:
        return "back_suspended", {}
    first = time.position.ahead.starts_on
    return ("back", {"day": first}) if first else ("back_unset", {})


_TELLING = {Status.PENDING: _pending, Status.SUSPENDED: _suspended}


def own_start(rule: Rule) -> date | None:
    """Return the first day that the rule itself, or what postponed it, names."""
    days = [
        ground.from_ for ground in rule.grounds.because if ground.kind in ("impose", "postpone")
    ]
    return days[-1] if days else None
