"""The commands that send: deliver, feed."""

from typing import Any, Literal

import click

from tracker.cli.filters import filter_options, tree_from
from tracker.cli.options import database_options, format_option, opened, print_json


@click.command()
@format_option(default="text")
@database_options
def deliver(shape: str, database: str | None, config: str | None) -> None:
    """Make the digests that are due and send what is queued, once; tracker run does it by itself.

    Example: tracker deliver
    """
    from tracker.wire import plain

    with opened(database, config) as tracker:
        lease = tracker.lease()
        with lease.held():
            done = tracker.mailroom.deliver(renew=lease.take)
    if shape == "json":
        print_json(plain(done))
    else:
        click.echo(f"{done.sent} sent, {done.waiting} will be tried again, {done.dead} given up")


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["atom", "ics", "csv", "jsonl", "jsonld"]),
    default="atom",
    show_default=True,
    help="Changes (atom, csv), coming turns (ics), records (jsonl), acts (jsonld).",
)
@click.option("--days", type=click.IntRange(1, 3660), default=90, show_default=True)
@click.option("--after", type=click.IntRange(0), default=0, help="For jsonl: behind this cursor.")
@click.option("--language", type=click.Choice(["en", "zh"]), default="en", show_default=True)
@click.option("--out", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE.")
@filter_options
@database_options
def feed(
    form: str,
    days: int,
    after: int,
    language: Literal["en", "zh"],
    out: str | None,
    database: str | None,
    config: str | None,
    **options: Any,
) -> None:
    """Give changes and coming turns to other programs, under the filters of a subscription.

    Example: tracker feed --format ics --element Dy --out turns.ics
    """
    from pathlib import Path

    tree = tree_from(options)
    with opened(database, config) as tracker:
        made = tracker.mailroom.feed(form, tree, language=language, days=days, after=after)
    if out is None:
        click.echo(made, nl=False)
    else:
        Path(out).write_bytes(made)
        click.echo(f"written: {out}", err=True)


COMMANDS = (deliver, feed)
