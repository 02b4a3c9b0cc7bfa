"""The commands that keep a history safe: backup, restore, upgrade."""

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.options import database_options, format_option, opened, print_json
from tracker.domain.plurals import number_of
from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.application.answers.upgrading import Changed, Upgraded

_FILE = click.Path(path_type=Path)
_LONGEST = 200
"""So much of one part of an answer is shown on a line."""


@click.command()
@click.argument("file", type=_FILE)
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@format_option(default="text")
@database_options
def backup(file: Path, force: bool, shape: str, database: str | None, config: str | None) -> None:
    """Keep this moment of the database in FILE, while others write; verify it, print its head.

    FILE is a tracker database by itself, an SQLite file whatever the engine.

    Example: tracker backup /backups/tracker-2026-10-01.db
    """
    from tracker.cli.progress import counted

    with opened(database, config) as tracker, counted("pages, rows and events") as told:
        head = tracker.backup(file, force=force, progress=told)
    if shape == "json":
        print_json({"file": str(file), "head": head.hash, "position": head.position})
        return
    click.echo(f"backup {file}\nhead {head.hash}\nposition {head.position}\nthe chain is whole")


@click.command()
@click.argument("file", type=_FILE)
@click.option("--force", is_flag=True, help="Move an SQLite database that is there aside first.")
@format_option(default="text")
@database_options
def restore(file: Path, force: bool, shape: str, database: str | None, config: str | None) -> None:
    """Bring the backup FILE back into the database, which is missing or has no event.

    The backup is verified first; the database is filled whole or not at all.

    Example: tracker restore /backups/tracker-2026-10-01.db --database sqlite:///anew.db
    """
    from tracker.cli.progress import counted
    from tracker.config import load_settings
    from tracker.store.restoring import restore as bring_back

    url = database or load_settings(config).database_url()
    with counted("pages, rows and events") as told:
        done = bring_back(url, file, force=force, progress=told)
    aside = str(done.aside) if done.aside else None
    if shape == "json":
        print_json({"head": done.head.hash, "position": done.head.position, "aside": aside})
        return
    click.echo(f"restored {file}\nhead {done.head.hash}\nposition {done.head.position}")
    if aside:
        click.echo(f"the database that was there lies at {aside}")


@click.command()
@click.option("--dry-run", is_flag=True, help="Only rehearse it, on a copy in a temporary folder.")
@click.option(
    "--before",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The program of before printed these answers: tracker rules --format json …",
)
@click.option(
    "--backups",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Where the backup goes (default: beside the database).",
)
@format_option(default="text")
@database_options
def upgrade(
    dry_run: bool,
    before: Path | None,
    backups: Path | None,
    shape: str,
    database: str | None,
    config: str | None,
) -> None:
    """Back up, rehearse, bring the database to this program's schema, fold the read model anew.

    Lists the answers of today that change, and how to go back.

    Example: tracker upgrade --dry-run
    """
    from tracker.application.answers.upgrading import read_earlier
    from tracker.application.answers.upgrading import upgrade as bring_up
    from tracker.bootstrap import database_at
    from tracker.cli.progress import counted
    from tracker.config import load_settings

    url = database or load_settings(config).database_url()
    earlier = read_earlier(before) if before else None
    stored = database_at(url)
    folder = backups or stored.folder
    if folder is None and not dry_run:
        raise UsageError("name a folder for the backup of a server's database: --backups FOLDER")
    try:
        with counted("pages, rows and events") as told:
            done = bring_up(
                stored,
                folder=None if dry_run else folder,
                clock=stored.clock,
                earlier=earlier,
                progress=told,
            )
    finally:
        stored.close()
    if shape == "json":
        print_json(_upgraded_json(done))
    else:
        _show(done, url if stored.folder else None)


def _upgraded_json(done: "Upgraded") -> dict[str, Any]:
    return {
        "found": done.found,
        "known": done.known,
        "dry_run": done.backup is None,
        "head": done.head.hash,
        "position": done.head.position,
        "events": done.events,
        "equal": done.equal,
        "changed": None
        if done.changed is None
        else [
            {"measure": item.measure, "before": item.before, "after": item.after}
            for item in done.changed
        ],
        "backup": str(done.backup) if done.backup else None,
    }


def _show(done: "Upgraded", url: str | None) -> None:
    """Tell what was done; ``url`` is the address of an SQLite database, nothing for a server's."""
    moves = "nothing to migrate" if done.found == done.known else "migrated"
    click.echo(f"schema {done.found} found, {done.known} known: {moves}")
    same = {True: "equal to before", False: "DIFFERENT from before", None: "new"}[done.equal]
    events = number_of(done.events, "event")
    click.echo(f"{events} folded in {done.seconds:.2f} s; the read model is {same}")
    click.echo(f"head {done.head.hash}\nposition {done.head.position}")
    _show_changes(done.changed)
    if done.backup is None:
        click.echo("rehearsed on a copy; the database is untouched")
        return
    where = f"--force --database {quote(url)}" if url else "--database postgresql://…/NEW"
    click.echo(f"backup {done.backup}")
    click.echo("to go back, stop the service, install the program of before, then run")
    click.echo(f"  tracker restore {quote(str(done.backup))} {where}")


def _show_changes(changed: "tuple[Changed, ...] | None") -> None:
    if changed is None:
        click.echo("the answers of before cannot be read by this program; give them by --before")
        return
    click.echo(f"{len(changed)} of today's answers change")
    for item in changed:
        click.echo(f"  {item.measure}")
        for part in item.parts:
            old, new = (item.before or {}).get(part), (item.after or {}).get(part)
            click.echo(f"    {part}: {_short(old)} → {_short(new)}")


def _short(value: Any) -> str:
    text = "none" if value is None else str(value).replace("_", " ")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


COMMANDS = (backup, restore, upgrade)
