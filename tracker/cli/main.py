"""Which commands are there? (each group of them stands in a module of its own)"""

from typing import Any

import click

from tracker import __version__
from tracker.cli import (
    accounts,
    assisting,
    checking,
    intake,
    keeping,
    lists,
    operations,
    questions,
    reading,
    reviewing,
    sending,
    subscribing,
    watching,
)
from tracker.cli.options import database_options
from tracker.errors import TrackerError, UsageError


class _Failure(click.ClickException):
    """One of our errors, as the command line tells it."""

    def __init__(self, error: TrackerError) -> None:
        super().__init__(str(error))
        self.exit_code = 2 if isinstance(error, UsageError) else 1  # type: ignore[misc]


class _Commands(click.Group):
    """A group that turns our errors into one sentence and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except TrackerError as error:
            raise _Failure(error) from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: tracker demo. Information, not legal advice.",
)
@click.version_option(__version__, prog_name="tracker")
@database_options
def main(**_: str | None) -> None:
    """Which rule was in force on which day, as known when, and on which sentence does it rest?"""


for module in (
    operations,
    questions,
    checking,
    reading,
    reviewing,
    intake,
    subscribing,
    sending,
    accounts,
    lists,
    keeping,
    watching,
    assisting,
):
    for command in module.COMMANDS:
        main.add_command(command)
