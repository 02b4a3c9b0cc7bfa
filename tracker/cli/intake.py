"""The commands that bring things in and out: poll, source, sources, import, export."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.actors import actor_option, who
from tracker.cli.adding import source_add
from tracker.cli.options import database_options, format_option, opened, print_json

if TYPE_CHECKING:
    from tracker.application.intake.ingest import Polled


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@database_options
def poll(sources: tuple[str, ...], database: str | None, config: str | None) -> None:
    """Poll now: the named sources, or all that are not paused.

    Example: tracker poll seeds
    """
    from tracker.cli.progress import counted

    with opened(database, config) as tracker, counted("sources polled") as moved:
        tracker.follow_described()
        done: list[str] = []

        def tell(result: "Polled") -> None:
            done.append(result.source)
            moved(0)  # the count makes room for the line
            click.echo(_line(result))
            moved(len(done))

        results = tracker.poll_now(sources, told=tell)
    if not results:
        click.echo("no sources to poll; add one with: tracker source add URL")
    if results and all(result.error for result in results):
        sys.exit(1)


def _line(result: "Polled") -> str:
    if result.error:
        return f"{result.source}: failed: {result.error}"
    told = f"{result.new} new, {result.revised} revised, {result.unchanged} unchanged"
    if result.pages_failed:
        from tracker.cli.source_tables import missed_pages

        told += f"; {missed_pages(result.pages_failed, result.page_error)}"
    elif not result.complete:
        told += "; not all of it was read, the next poll goes on"
    return f"{result.source}: {told}"


@click.group()
def source() -> None:
    """Add, show, pause or remove a place that is polled."""


source.add_command(source_add)


@source.command("show")
@click.argument("id_", metavar="ID")
@click.option("--revisions", is_flag=True, help="Show what was changed in its announcements.")
@format_option()
@database_options
def source_show(
    id_: str, revisions: bool, shape: str, database: str | None, config: str | None
) -> None:
    """Show one source and how it is doing, or what was changed in its announcements.

    Example: tracker source show seeds --revisions
    """
    from tracker.wire import plain

    with opened(database, config) as tracker:
        found = tracker.sources.show(id_)
        if revisions:
            from tracker.cli.revisions import show_revisions

            show_revisions(tracker, id_, shape=shape)
            return
        if shape == "json":
            print_json(plain(found))
        else:
            from tracker.cli import source_tables

            source_tables.show_source(found)


@source.command("pause")
@click.argument("id_", metavar="ID")
@actor_option
@database_options
def source_pause(id_: str, actor: str | None, database: str | None, config: str | None) -> None:
    """Leave a source alone until it is resumed."""
    by = who(actor)
    with opened(database, config) as tracker:
        tracker.sources.pause(id_, by=by)
        click.echo(f"{id_}: paused")


@source.command("resume")
@click.argument("id_", metavar="ID")
@actor_option
@database_options
def source_resume(id_: str, actor: str | None, database: str | None, config: str | None) -> None:
    """Poll a paused source again."""
    by = who(actor)
    with opened(database, config) as tracker:
        tracker.sources.resume(id_, by=by)
        click.echo(f"{id_}: polled again")


@source.command("remove")
@click.argument("id_", metavar="ID")
@click.option("--reason", metavar="TEXT", help="Why, for the log.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@database_options
def source_remove(
    id_: str, reason: str | None, yes: bool, database: str | None, config: str | None
) -> None:
    """Stop polling a source; what it brought stays."""
    with opened(database, config) as tracker:
        tracker.sources.show(id_)
        if not yes:
            click.confirm(f"Stop polling {id_}? What it brought stays.", abort=True)
        tracker.sources.remove(id_, reason=reason)
        click.echo(f"{id_}: removed")


@click.command()
@click.option("--available", is_flag=True, help="List the described sources instead.")
@format_option()
@database_options
def sources(available: bool, shape: str, database: str | None, config: str | None) -> None:
    """List the sources, how they are doing, and what is not covered.

    Example: tracker sources --format json
    """
    from tracker.wire import plain

    with opened(database, config) as tracker:
        if available:
            from tracker.cli.adding import show_available

            show_available(tracker, shape=shape)
            return
        found = tracker.sources.report()
        if shape == "json":
            print_json(plain(found))
        else:
            from tracker.cli import source_tables

            source_tables.show_sources(found)


@click.command("import")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--restore", is_flag=True, help="Keep the recorded times, to move a whole log.")
@format_option(default="text")
@database_options
def import_(
    files: tuple[Path, ...],
    restore: bool,
    shape: str,
    database: str | None,
    config: str | None,
) -> None:
    """Record the lines of JSON Lines files, each file as a whole or not at all.

    Example: tracker import rulebook.jsonl
    """
    from tracker.cli.progress import counted

    with opened(database, config) as tracker, counted("lines") as told:
        done = tracker.import_(files, restore=restore, progress=told)
    if shape == "json":
        print_json(
            {"recorded": done.recorded, "unchanged": done.unchanged, "awaited": done.awaited}
        )
        return
    click.echo(f"{done.recorded} recorded, {done.unchanged} unchanged")
    if done.awaited:
        click.echo(f"{done.awaited} measures or instruments that effects name are not recorded yet")


@click.command()
@click.option("--format", "shape", type=click.Choice(["jsonl"]), default="jsonl", hidden=True)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to FILE (default: standard output).",
)
@click.option("--without-bodies", is_flag=True, help="Leave the stored copies out.")
@database_options
def export(
    shape: str,
    out: Path | None,
    without_bodies: bool,
    database: str | None,
    config: str | None,
) -> None:
    """Write the whole log as JSON Lines, for tracker import --restore.

    Example: tracker export --out log.jsonl
    """
    with opened(database, config) as tracker:
        lines = tracker.export(bodies=not without_bodies)
        if out is None:
            stream = sys.stdout.buffer
            stream.writelines(lines)
            return
        part = out.with_name(out.name + ".part")
        with part.open("wb") as file:
            file.writelines(lines)
        part.replace(out)


COMMANDS = (poll, source, sources, import_, export)
