"""Which options do the commands share, and how is a tracker opened from them?"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from tracker.facade import Tracker

F = TypeVar("F", bound=Callable[..., Any])


def _or_before_the_command(ctx: click.Context, param: click.Parameter, value: Any) -> Any:
    """Return what was given, or what was given before the name of the command."""
    return ctx.find_root().params.get(param.name or "") if value is None else value


def database_options(command: F) -> F:
    """Add ``--database`` and ``--config``, to the program itself as to each command."""
    command = click.option(
        "--config",
        callback=_or_before_the_command,
        metavar="FILE",
        help="Settings file, TOML (or TRACKER_CONFIG).",
    )(command)
    return click.option(
        "--database",
        callback=_or_before_the_command,
        metavar="URL",
        help="sqlite:///FILE or postgresql://… (or TRACKER_DATABASE_URL; "
        "default: a file in your data folder).",
    )(command)


def knowledge_options(command: F) -> F:
    """Add the two knowledge clocks."""
    command = click.option(
        "--recorded-by",
        metavar="WHEN",
        help="As this tracker had recorded it by then (default: now).",
    )(command)
    return click.option(
        "--announced-by",
        metavar="WHEN",
        help="As known then: a day or an instant with an offset (default: now).",
    )(command)


def clock_options(command: F) -> F:
    """Add the three clocks."""
    command = knowledge_options(command)
    return click.option("--on", metavar="DAY", help="The legal day asked about (default: today).")(
        command
    )


def format_option(*, default: str = "table", others: tuple[str, ...] = ()) -> Callable[[F], F]:
    """Add ``--format`` with the plain table and JSON."""
    return click.option(
        "--format",
        "shape",
        type=click.Choice([default, "json", *others]),
        default=default,
        show_default=True,
        help="What to print.",
    )


@contextmanager
def opened(database: str | None, config: str | None) -> "Iterator[Tracker]":
    """Open the tracker that the options name, and close it."""
    from tracker.facade import open_tracker

    with open_tracker(database, config=config) as tracker:
        yield tracker


def print_json(value: Any) -> None:
    """Print one JSON document and nothing else."""
    import orjson

    click.echo(orjson.dumps(value, option=orjson.OPT_INDENT_2).decode())
