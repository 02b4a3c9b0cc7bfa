"""Who decides? (the option that says so, and whose name stands in for it)"""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from tracker.errors import UsageError

F = TypeVar("F", bound=Callable[..., Any])


def actor_option(command: F) -> F:
    """Add ``--actor``."""
    return click.option(
        "--actor",
        metavar="NAME",
        envvar="TRACKER_ACTOR",
        help="Who decides (default: your user name).",
    )(command)


def who(name: str | None) -> str:
    """Return the name given, else the user's own."""
    from tracker.application.desk.review import actor

    if name is None:
        import getpass

        try:
            name = getpass.getuser()
        except (OSError, KeyError):
            raise UsageError("your user name cannot be told; give --actor NAME") from None
    return actor(name)
