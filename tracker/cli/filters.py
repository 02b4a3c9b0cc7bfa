"""How are filters and cadences typed on the command line?"""

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

FILTERS = (
    ("issuer", "NAME", "Only acts of this issuer."),
    ("jurisdiction", "CODE", "Only acts of this jurisdiction."),
    ("instrument", "ID", "Only this instrument, measure, or prefix with a star."),
    ("element", "NAME", "Only lines on this element or group."),
    ("code", "CODE", "Only lines on this control code or those below it."),
    ("hs", "CODE", "Only lines on this customs code or those below it."),
    ("kind", "KIND", "Only effects of this kind, such as suspend."),
    ("certainty", "WORD", "Only lines as sure as this, such as confirmed."),
    ("text", "WORDS", "Only lines that hold all these words."),
)


WHENS: tuple[tuple[str, Any, dict[str, Any]], ...] = (
    ("language", "en", {"type": click.Choice(["en", "zh"])}),
    ("zone", "UTC", {"metavar": "ZONE", "help": "The reader's own."}),
    ("hour", 7, {"type": click.IntRange(0, 23)}),
    (
        "cadence",
        "weekly",
        {
            "type": click.Choice(["immediate", "daily", "weekly", "monthly"]),
            "help": "How often; weekly on Mondays, monthly on the first.",
        },
    ),
)
"""How often, at which hour, in which zone and language: name, what holds unsaid, how it is read."""


def when_options(command: F) -> F:
    """Add how often, at which hour, in which zone and language."""
    for name, default, kept in WHENS:
        command = click.option(f"--{name}", default=default, show_default=True, **kept)(command)
    return command


def optional_when_options(command: F) -> F:
    """Add the same options without anything that holds unsaid: what is not named stays."""
    for name, _, kept in WHENS:
        command = click.option(f"--{name}", **kept)(command)
    return command


def filter_options(command: F) -> F:
    """Add the filters; each may be repeated: any value of one, but every one that is given."""
    command = click.option(
        "--filter", "tree", metavar="JSON", help='A whole filter: {"any": […]}, {"not": …}, …'
    )(command)
    command = click.option(
        "--not", "excluded", multiple=True, metavar="FIELD=VALUE", help="Leave these lines out."
    )(command)
    for name, value, told in reversed(FILTERS):
        command = click.option(f"--{name}", multiple=True, metavar=value, help=told)(command)
    return command


def tree_from(options: dict[str, Any]) -> Any:
    """Return the tree of the filter options, which are taken out of ``options``."""
    import orjson

    from tracker.digests.filters import combined
    from tracker.errors import UsageError

    given, excluded = options.pop("tree"), options.pop("excluded")
    chosen = {name: options.pop(name) for name, _, _ in FILTERS}
    tree = combined(chosen, excluded=excluded)
    if given is None:
        return tree
    try:
        whole = orjson.loads(given)
    except orjson.JSONDecodeError as error:
        raise UsageError(f"--filter is no JSON: {error}") from None
    return {"all": [*tree["all"], whole]} if tree["all"] else whole
