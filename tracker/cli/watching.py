"""The commands that look after the sources and the installation: close-gap, doctor."""

import getpass
import sys
from typing import TYPE_CHECKING

import click

from tracker.cli.intake import source
from tracker.cli.options import database_options, format_option, opened, print_json

if TYPE_CHECKING:
    from tracker.doctor import Finding

_STYLES = {"ok": "green", "warning": "yellow", "broken": "red"}


@source.command("close-gap")
@click.argument("id_", metavar="ID")
@click.option("--reason", metavar="TEXT", required=True, help="How it is known, for the log.")
@click.option("--from", "first", metavar="DAY", help="Only from this day on.")
@click.option("--through", "last", metavar="DAY", help="Only up to this day.")
@click.option(
    "--by", "--actor", "by", metavar="NAME", help="Who answers for it (default: your user name)."
)
@database_options
def close_gap(
    id_: str,
    reason: str,
    first: str | None,
    last: str | None,
    by: str | None,
    database: str | None,
    config: str | None,
) -> None:
    """Answer for days that no poll of a source has reached.

    Example: tracker source close-gap mofcom --reason "read the list by hand, nothing missed"
    """
    from tracker.domain.days import parse_day

    with opened(database, config) as tracker:
        closed = tracker.sources.close_gap(
            id_,
            reason=reason,
            by=by or getpass.getuser(),
            first=parse_day(first) if first else None,
            last=parse_day(last) if last else None,
        )
    for gap in closed:
        click.echo(f"{id_}: closed {gap.from_} to {gap.through}")


@click.command()
@format_option()
@database_options
def doctor(shape: str, database: str | None, config: str | None) -> None:
    """Look at every part of the installation: database, disk, clock, proxy, mail, each source.

    Exits with 1 when something is broken. Example: tracker doctor --format json
    """
    from tracker.doctor import examine
    from tracker.wire import plain

    with opened(database, config) as tracker:
        findings = tuple(examine(tracker))
    broken = any(finding.state == "broken" for finding in findings)
    if shape == "json":
        print_json({"ok": not broken, "findings": plain(findings)})
    else:
        _show(findings)
    if broken:
        sys.exit(1)


def _show(findings: "tuple[Finding, ...]") -> None:
    width = max(len(finding.name) for finding in findings)
    for finding in findings:
        state = click.style(f"{finding.state:<8}", fg=_STYLES[finding.state])
        click.echo(f"{state} {finding.name:<{width}}  {finding.words}")


COMMANDS = (doctor,)
