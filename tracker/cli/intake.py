"""The commands that bring things in and out: poll, source, sources, import, export."""

import sys
from pathlib import Path

import click

from tracker.cli.options import database_options, format_option, opened, print_json

KINDS = ("rss",)
AUTHORITIES = ("issuer", "official", "press", "commentary")


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@database_options
def poll(sources: tuple[str, ...], database: str | None, config: str | None) -> None:
    """Poll now: the named sources, or all that are not paused.

    Example: tracker poll seeds
    """
    from tracker.application.ingest import Polled

    def tell(result: Polled) -> None:
        click.echo(_line(result))

    def _line(result: Polled) -> str:
        if result.error:
            return f"{result.source}: failed: {result.error}"
        return (
            f"{result.source}: {result.new} new, {result.revised} revised, "
            f"{result.unchanged} unchanged"
        )

    with opened(database, config) as tracker:
        results = tracker.intake.poll(sources, told=tell)
    if not results:
        click.echo("no sources to poll; add one with: tracker source add URL")
    if results and all(result.error for result in results):
        sys.exit(1)


@click.group()
def source() -> None:
    """Add, show, pause or remove a place that is polled."""


@source.command("add")
@click.argument("url")
@click.option("--id", "id_", metavar="ID", help="A short name (default: made from the address).")
@click.option("--kind", type=click.Choice(KINDS), default="rss", show_default=True)
@click.option("--authority", type=click.Choice(AUTHORITIES), default="press", show_default=True)
@click.option("--jurisdiction", metavar="CODE", help="Whose law it speaks of, such as CN.")
@click.option("--language", metavar="CODE", help="Its language, such as zh.")
@click.option("--timezone", metavar="ZONE", help="Its zone (default: that of the jurisdiction).")
@click.option("--cadence", default="6h", show_default=True, help="How often: 90s, 30m, 6h, 1d.")
@click.option("--staleness", metavar="SPAN", help="Stale after (default: four cadences).")
@click.option("--yes", is_flag=True, help="Do not look and ask first.")
@database_options
def source_add(
    url: str,
    id_: str | None,
    kind: str,
    authority: str,
    jurisdiction: str | None,
    language: str | None,
    timezone: str | None,
    cadence: str,
    staleness: str | None,
    yes: bool,
    database: str | None,
    config: str | None,
) -> None:
    """Poll URL from now on. Shows what it would bring and asks, unless --yes is given.

    Example: tracker source add https://example.org/feed.xml --authority press --yes
    """
    from tracker.application.sources import STALENESS_CADENCES, id_for, seconds
    from tracker.domain.facts import SourceAdded

    with opened(database, config) as tracker:
        taken = [state.source.id for state in tracker.sources.states()]
        home = tracker.field.jurisdictions.get(jurisdiction or "")
        every = seconds(cadence)
        added = SourceAdded(
            id=id_ or id_for(url, taken),
            url=url,
            kind=kind,  # type: ignore[arg-type]
            authority=authority,  # type: ignore[arg-type]
            jurisdiction=jurisdiction,
            language=language,
            timezone=timezone or (home.zone if home else None),
            cadence_seconds=every,
            staleness_budget_seconds=seconds(staleness)
            if staleness
            else every * STALENESS_CADENCES,
        )
        tracker.intake.feeds.check(url)
        if not yes:
            _preview(tracker.intake.preview(url))
            click.confirm(f"Record the source {added.id}?", abort=True)
        tracker.sources.add(added)
        click.echo(
            f"{added.id}: added, polled every {cadence}; poll now with: tracker poll {added.id}"
        )


def _preview(titles: tuple[str, ...]) -> None:
    click.echo(f"{len(titles)} items; the first ones:")
    for title in titles[:5]:
        click.echo(f"  {title}")


@source.command("show")
@click.argument("id_", metavar="ID")
@format_option()
@database_options
def source_show(id_: str, shape: str, database: str | None, config: str | None) -> None:
    """Show one source and how it is doing."""
    from tracker.wire import plain

    with opened(database, config) as tracker:
        found = tracker.sources.show(id_)
        if shape == "json":
            print_json(plain(found))
        else:
            from tracker.cli import tables

            tables.show_source(found)


@source.command("pause")
@click.argument("id_", metavar="ID")
@database_options
def source_pause(id_: str, database: str | None, config: str | None) -> None:
    """Leave a source alone until it is resumed."""
    with opened(database, config) as tracker:
        tracker.sources.pause(id_)
        click.echo(f"{id_}: paused")


@source.command("resume")
@click.argument("id_", metavar="ID")
@database_options
def source_resume(id_: str, database: str | None, config: str | None) -> None:
    """Poll a paused source again."""
    with opened(database, config) as tracker:
        tracker.sources.resume(id_)
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
@format_option()
@database_options
def sources(shape: str, database: str | None, config: str | None) -> None:
    """List the sources, how they are doing, and what is not covered.

    Example: tracker sources --format json
    """
    from tracker.wire import plain

    with opened(database, config) as tracker:
        found = tracker.sources.report()
        if shape == "json":
            print_json(plain(found))
        else:
            from tracker.cli import tables

            tables.show_sources(found)


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
