"""When does a rule catch: on its day, later, if a suspension ends, or never as announced?"""

from dataclasses import dataclass
from enum import StrEnum

from tracker.domain.questions import Certainty, Position, Status
from tracker.projection.screening.rule import Rule


class When(StrEnum):
    """When a rule catches what it covers."""

    NOW = "now"
    LATER = "later"
    IF_RESUMED = "if_resumed"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Timing:
    """When a rule catches, and where it stands.

    ``doubt`` tells why it may catch now although it does not as it stands; ``rumour`` how it is
    reported to stand, where that is otherwise.
    """

    when: When
    position: Position
    doubt: str | None = None
    rumour: Status | None = None


def timing(rule: Rule) -> Timing | None:
    """Return when a rule catches; ``None`` for one that is over and that nobody doubts."""
    position = rule.position
    when = when_caught(position)
    rumour = rule.status if rule.answer.certainty is Certainty.REPORTED else None
    if rumour is position.status:
        rumour = None
    doubt = None if when is When.NOW else _doubt(rule)
    if when is When.NEVER and doubt is None and position.status in _OVER:
        return None
    return Timing(when, position, doubt, rumour)


def when_caught(position: Position) -> When:
    """Return when a rule catches that stands so."""
    ahead = position.ahead
    if position.status is Status.IN_FORCE:
        return When.NOW
    if ahead.suspended_until_then:
        return When.IF_RESUMED
    if ahead.starts_on or ahead.start_unset:
        return When.LATER
    return When.IF_RESUMED if ahead.if_resumed else When.NEVER


def exempts(exemption: Rule, time: Timing) -> bool:
    """Tell whether an exemption will hold when the rule catches; reports alone exempt nobody."""
    if exemption.answer.certainty is Certainty.REPORTED and exemption.outlook.official is None:
        return False
    position, ahead = exemption.position, time.position.ahead
    if time.when is When.NOW:
        return position.status is Status.IN_FORCE
    if ahead.starts_on:
        return position.status_on(ahead.starts_on) is Status.IN_FORCE
    then = position.status_on(ahead.if_resumed) if ahead.if_resumed else position.status
    return then in (Status.IN_FORCE, time.position.status)


_OVER = (Status.EXPIRED, Status.REPEALED, Status.UNKNOWN)


def _doubt(rule: Rule) -> str | None:
    """Return why a rule that is not in force may be so all the same, or may come to be."""
    answer = rule.answer
    if answer.certainty is Certainty.REPORTED:
        reported = when_caught(rule.outlook.position)
        return None if reported is When.NEVER else "reported only; no act is known"
    if answer.certainty not in (Certainty.DISPUTED, Certainty.UNVERIFIED):
        return None
    branch = next((one for one in rule.grounds.branches if one.status is Status.IN_FORCE), None)
    if branch is None:
        return None
    if answer.certainty is Certainty.DISPUTED:
        return f"another reading has it in force: {branch.when}"
    ended = f"{rule.status.value} since {answer.since}" if answer.since else rule.status.value
    return f"{ended} by its own terms, and nobody has verified that it was not extended"
