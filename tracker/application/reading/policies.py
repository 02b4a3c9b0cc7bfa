"""Which acceptance policy holds: the one of the settings, the one chosen in the log, or ours?"""

from tracker.application.held import Find
from tracker.domain.events import NewEvent
from tracker.domain.facts import event_of
from tracker.domain.policy import DEFAULT, NAMED, Policy
from tracker.domain.reviews import PolicyChosen
from tracker.errors import UsageError
from tracker.projection.reading import read
from tracker.projection.touching import POLICIES


def policy_in(find: Find, own: Policy | None) -> Policy:
    """Return the policy that holds now; ``own`` is that of the settings."""
    if own is not None:
        return own
    chosen = [read(event) for event in find([POLICIES]).get(POLICIES, ())]
    last = chosen[-1] if chosen else None
    return Policy(name=last.policy, rows=last.rows) if isinstance(last, PolicyChosen) else DEFAULT


def named_policy(name: str) -> Policy:
    """Return one of our own policies; raise `UsageError` for another name."""
    if name not in NAMED:
        raise UsageError(f"no policy {name!r}; there are {', '.join(NAMED)}")
    return NAMED[name]


def choosing(policy: Policy, *, by: str) -> NewEvent:
    """Return the event that makes a policy hold from now on."""
    return event_of(PolicyChosen(policy=policy.name, rows=policy.rows, by=by))
