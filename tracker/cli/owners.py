"""Whose private things does a command speak of?"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.facade import Tracker

F = TypeVar("F", bound=Callable[..., Any])


def owner_options(command: F) -> F:
    """Add ``--of`` and ``--team``."""
    command = click.option("--team", metavar="NAME", help="What the people of a team share.")(
        command
    )
    return click.option(
        "--of", metavar="NAME", help="What belongs to an account (default: to this command line)."
    )(command)


def owner_named(tracker: "Tracker", *, of: str | None, team: str | None) -> str:
    """Return the owner that the options name; raise `AccountError` for an unknown account."""
    from tracker.application.products.belongings import LOCAL, owner_of, team_owner

    if of and team:
        raise UsageError("give --of or --team, not both")
    if team:
        return team_owner(team)
    return owner_of(tracker.enrolling.get(of).id) if of else LOCAL
