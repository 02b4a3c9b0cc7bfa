"""How are the revisions of a source's announcements shown?"""

from typing import TYPE_CHECKING

import click

from tracker.application.intake.revisions import Revision, revisions_of
from tracker.cli.options import print_json
from tracker.extraction.pages.revision import diff_lines
from tracker.wire import plain

if TYPE_CHECKING:
    from tracker.facade import Tracker


def show_revisions(tracker: "Tracker", source: str, *, shape: str) -> None:
    """Print what was changed in a source's announcements, the oldest revision first."""
    found = tuple(revisions_of(tracker.log, source))
    if shape == "json":
        print_json({"source": source, "revisions": [_json(revision) for revision in found]})
        return
    for revision in found:
        click.echo(f"{revision.announcement}  {revision.recorded_at}  {revision.title or ''}")
        if revision.changes is None:
            click.echo("  the text of one of the two versions is not held")
        for line in diff_lines(revision.changes or ()):
            click.echo(f"  {line}")
    click.echo(f"{len(found)} revisions")


def _json(revision: Revision) -> dict[str, object]:
    told: dict[str, object] = plain(revision)
    if revision.changes is not None:
        told["changes"] = [
            {**plain(change), "old": change.old, "new": change.new} for change in revision.changes
        ]
    return told
