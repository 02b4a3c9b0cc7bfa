"""The commands by which people put things in: add, read, new, close, retract, policy."""

import sys
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.actors import actor_option, who
from tracker.cli.options import database_options, format_option, opened, print_json
from tracker.domain.plurals import number_of
from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.application.desk.adding import Brought
    from tracker.facade import Tracker

_A_DAY = timedelta(days=1)
"""It is tomorrow already in some zones."""

KINDS = ("impose", "postpone", "extend", "amend", "suspend", "resume", "repeal", "revive")
BOUNDARIES = ("inclusive", "exclusive", "unclear")


@click.command("add")
@click.argument("place", metavar="FILE-OR-URL")
@click.option("--source", "source_", required=True, metavar="ID", help="Whose document it is.")
@click.option("--published", required=True, metavar="DAY", help="The day of publication.")
@click.option("--url", metavar="URL", help="Where the document of a FILE stands.")
@click.option("--title", metavar="TEXT", help="Its title (default: its first line).")
@actor_option
@database_options
def review_add(
    place: str,
    source_: str,
    published: str,
    url: str | None,
    title: str | None,
    actor: str | None,
    database: str | None,
    config: str | None,
) -> None:
    """Store a document as an announcement of a source, read it, and propose what it does.

    Example: tracker review add notice.html --source mofcom-announcements
    --published 2026-05-01
    """
    by = who(actor)
    with opened(database, config) as tracker:
        brought = _brought(tracker, place, source_, published, url=url, title=title)
        added = tracker.adding.add(brought, by=by)
        click.echo(f"announcement {added.announcement}: {added.outcome}")
        if brought.published > tracker.clock().date() + _A_DAY:
            click.echo(f"its day, {brought.published}, has not come yet: is --published right?")
        if added.proposal is None:
            click.echo("nothing in it needs a decision")
            click.echo("record what it says with: tracker review new, tracker review close")
            return
        found = tracker.review.proposal(added.proposal)
        click.echo(f"proposal {found.id}: {found.state}: {found.reading.summary}")
        if found.open:
            click.echo(f"see it with: tracker review show {found.id}")


def _brought(
    tracker: "Tracker",
    place: str,
    source: str,
    published: str,
    *,
    url: str | None,
    title: str | None,
) -> "Brought":
    from tracker.application.desk.adding import Brought
    from tracker.domain.days import parse_day

    item = tracker.document(place, source=source)
    return Brought(
        body=item.body,
        content_type=item.content_type,
        source=source,
        published=parse_day(published),
        url=url or item.url,
        title=title or item.title,
    )


@click.command("read")
@click.argument("announcements", metavar="[ANNOUNCEMENT]...", nargs=-1)
@database_options
def review_read(announcements: tuple[str, ...], database: str | None, config: str | None) -> None:
    """Read stored announcements that this program's reader has not read: imported, or older.

    What waits gets the new reading; what a person decided stays as it was decided.

    Example: tracker review read
    """
    with opened(database, config) as tracker:
        done = tracker.adding.read_again(only=announcements)
        left = number_of(len(tracker.review.proposals()), "proposal waits", "proposals wait")
        click.echo(f"{number_of(len(done), 'announcement')} read; {left}")
        for found in tracker.adding.decided_otherwise(done):
            click.echo(
                f"{found.id} is read otherwise now, and stays {found.state} by {found.by}: "
                f"tracker review show {found.id}"
            )


@click.command("new")
@click.option("--announcement", metavar="ID", help="The stored announcement it rests on.")
@click.option("--quote", metavar="TEXT", help="The sentence, as it stands there.")
@click.option("--kind", type=click.Choice(KINDS), help="What it does.")
@click.option("--affecting", metavar="ID", help="The act that does it.")
@click.option("--affected", metavar="ID,ID", help="Measures or acts, separated by commas.")
@click.option("--from", "from_", metavar="DAY", help="First day (leave out where unknown).")
@click.option("--through", metavar="DAY", help="Last day, included.")
@click.option("--boundary", type=click.Choice(BOUNDARIES), help="How sure the last day is.")
@click.option("--parties", metavar="NAME;NAME", help="Only these, separated by semicolons.")
@click.option("--reason", metavar="TEXT", help="Of a repeal: repealed, replaced, withdrawn …")
@click.option("--terms", metavar="JSON", help="Terms of an amendment.")
@click.option("--title", metavar="TEXT", help="Title of a measure that it brings into being.")
@actor_option
@database_options
def review_new(actor: str | None, database: str | None, config: str | None, **given: Any) -> None:
    """Write an effect down, with the sentence it rests on; asks for what is not given.

    Example: tracker review new --announcement mofcom/1f… --quote "…" --kind suspend
    --affecting cn/mofcom/2025/70 --affected cn/mofcom/2025/61 --from 2025-11-07
    """
    from tracker.cli.review_editing import asked_effect

    by = who(actor)
    with opened(database, config) as tracker:
        wanted = asked_effect(given, interactive=sys.stdin.isatty())
        done = tracker.entering.enter(wanted, by=by)
        click.echo(f"effect {done.id} recorded by {by}")
        for note in done.notes:
            click.echo(note)


@click.command("close")
@click.argument("task")
@click.option(
    "--outcome",
    required=True,
    type=click.Choice(["lapsed", "extended", "replaced"]),
    help="What became of it.",
)
@click.option("--announcement", required=True, metavar="ID", help="Where it was said.")
@click.option("--quote", required=True, metavar="TEXT", help="The sentence that says it.")
@actor_option
@database_options
def review_close(
    task: str,
    outcome: str,
    announcement: str,
    quote: str,
    actor: str | None,
    database: str | None,
    config: str | None,
) -> None:
    """Close a verification task with official word; `tracker upcoming` lists the tasks.

    Example: tracker review close verify:…:2026-11-11 --outcome lapsed --announcement mofcom/1f…
    --quote "…"
    """
    by = who(actor)
    with opened(database, config) as tracker:
        done = tracker.entering.close(
            task, outcome=outcome, announcement=announcement, quote=quote, by=by
        )
        click.echo(f"{task}: closed by {by} as {outcome}")
        for note in done.notes:
            click.echo(note)


@click.command("retract")
@click.argument("effect")
@click.option("--reason", required=True, metavar="TEXT", help="What the mistake was.")
@actor_option
@database_options
def review_retract(
    effect: str, reason: str, actor: str | None, database: str | None, config: str | None
) -> None:
    """Take back an EFFECT that was recorded by mistake; the past answers stay as they were.

    The id of a proposal stands for all effects that count because of it.

    Example: tracker review retract p-3f0c9a1b2c --reason "the wrong notice"
    """
    by = who(actor)
    with opened(database, config) as tracker:
        done = tracker.entering.retract(effect, reason=reason, by=by)
        for id in done.effects:
            click.echo(f"{id}: retracted by {by}")
        for id in done.replaced:
            click.echo(
                f"it had taken the place of {id}, which does not come back by itself: "
                "tracker review new records it anew"
            )


@click.command("policy")
@click.argument("name", required=False)
@actor_option
@format_option(default="text")
@database_options
def review_policy(
    name: str | None, actor: str | None, shape: str, database: str | None, config: str | None
) -> None:
    """Show which policy decides what may count without a person, or choose one by NAME.

    Example: tracker review policy person
    """
    from tracker.wire import plain

    with opened(database, config) as tracker:
        own = tracker.settings.acceptance
        if name is not None and own is not None:
            raise UsageError(
                f"the settings file holds the table {own.name!r}, which decides; change it there"
            )
        if name is not None:
            tracker.choose_policy(name, by=who(actor))
        found = tracker.acceptance_policy()
        if shape == "json":
            print_json(plain(found))
        else:
            from tracker.cli import review_screen

            review_screen.show_policy(found)


BY_HAND = (
    review_add,
    review_read,
    review_new,
    review_close,
    review_retract,
    review_policy,
)
