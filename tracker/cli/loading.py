"""How does a rulebook get into a log for the first time, and never silently after that?"""

import sys

import click

from tracker.domain.plurals import number_of
from tracker.facade import Tracker


def load_rulebook_once(tracker: Tracker) -> None:
    """Load the rulebook into a log that has none; otherwise only say what differs."""
    plan = tracker.rulebook_diff()
    book = tracker.field.title.get("en", tracker.field.key)
    if not plan.changes:
        click.echo(f"rulebook {book}: {number_of(plan.unchanged, 'record')}, nothing new")
    elif plan.unchanged:
        click.echo(
            f"rulebook {book}: {number_of(len(plan.changes), 'change waits', 'changes wait')}; "
            "see tracker rulebook diff, then tracker rulebook apply"
        )
    else:
        tracker.rulebook_apply()
        click.echo(f"rulebook {book}: {sum(c.kind != 'note' for c in plan.changes)} records loaded")


def settle_policy(tracker: Tracker, name: str | None) -> None:
    """Record which policy decides what may count without a person: the one named, or asked for.

    It is asked for once, at a terminal. The settings' own policy is not overridden.
    """
    from tracker.cli.actors import who
    from tracker.domain.policy import NAMED

    settled = tracker.settings.acceptance is not None or tracker.policy_is_chosen()
    if name is None and not settled and sys.stdin.isatty():
        click.echo(
            "What may count without a person? default: complete acts from issuers whose every "
            "field has its sentence; person: nothing."
        )
        name = click.prompt("Policy", type=click.Choice(list(NAMED)), default="default")
    if name is not None:
        tracker.choose_policy(name, by=who(None))
    click.echo(f"acceptance policy: {tracker.acceptance_policy().name} (see tracker review policy)")
