"""How does a rulebook get into a log for the first time, and never silently after that?"""

import click

from tracker.bootstrap import Tracker


def load_rulebook_once(tracker: Tracker) -> None:
    """Load the rulebook into a log that has none; otherwise only say what differs."""
    plan = tracker.rulebook_diff()
    book = tracker.field.title.get("en", tracker.field.key)
    if not plan.changes:
        click.echo(f"rulebook {book}: {plan.unchanged} records, nothing new")
    elif plan.unchanged:
        click.echo(
            f"rulebook {book}: {len(plan.changes)} changes wait; "
            "see tracker rulebook diff, then tracker rulebook apply"
        )
    else:
        tracker.rulebook_apply()
        click.echo(f"rulebook {book}: {sum(c.kind != 'note' for c in plan.changes)} records loaded")
