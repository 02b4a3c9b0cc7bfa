"""The commands of the review: what waits, what is decided, what people put in by hand."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.application.phrases import effects_count
from tracker.cli.actors import actor_option, who
from tracker.cli.options import database_options, format_option, opened, print_json
from tracker.cli.review_by_hand import BY_HAND
from tracker.errors import InputError, UsageError

if TYPE_CHECKING:
    from tracker.facade import Tracker

STATES = ("waiting", "referred", "reopened", "accepted", "edited", "rejected")


@click.group(invoke_without_command=True)
@actor_option
@database_options
@click.pass_context
def review(
    context: click.Context, actor: str | None, database: str | None, config: str | None
) -> None:
    """Decide on what was read in announcements; without a word behind it, at the keyboard.

    Example: tracker review
    """
    if context.invoked_subcommand is not None:
        return
    from tracker.cli import review_screen

    with opened(database, config) as tracker:
        if sys.stdin.isatty() and sys.stdout.isatty():
            from tracker.cli.review_desk import KeyboardDesk

            KeyboardDesk(tracker.review, who(actor)).run()
        else:
            found, conflicts = tracker.review.proposals(), tracker.conflicts.waiting()
            review_screen.show_list(found, conflicts=conflicts)


@review.command("list")
@click.option("--state", "states", multiple=True, type=click.Choice(STATES), help="Default: open.")
@click.option("--all", "all_", is_flag=True, help="Decided ones as well.")
@click.option("--unsigned", is_flag=True, help="What a policy accepted and nobody has read.")
@format_option()
@database_options
def review_list(
    states: tuple[str, ...],
    all_: bool,
    unsigned: bool,
    shape: str,
    database: str | None,
    config: str | None,
) -> None:
    """List what waits for a person.

    Example: tracker review list --format json
    """
    from tracker.projection.proposals import OPEN, State
    from tracker.wire import plain, proposal_json

    wanted = frozenset(State) if all_ else frozenset(map(State, states)) or OPEN
    with opened(database, config) as tracker:
        if unsigned:
            _print_unsigned(tracker, shape)
            return
        found, conflicts = tracker.review.proposals(wanted), tracker.conflicts.waiting()
        if shape == "json":
            print_json(
                {
                    "proposals": [proposal_json(one) for one in found],
                    "conflicts": plain(conflicts),
                    "unsigned": plain(tracker.review.unsigned()),
                    "official_words": plain(tracker.entering.official_words()),
                    "read_by_older": tracker.adding.read_by_older(),
                }
            )
        else:
            from tracker.cli import review_screen

            unsigned_now = len(tracker.review.unsigned())
            review_screen.show_list(found, unsigned=unsigned_now, conflicts=conflicts)
            review_screen.show_words(tracker.entering.official_words())
            review_screen.show_older(tracker.adding.read_by_older())


def _print_unsigned(tracker: "Tracker", shape: str) -> None:
    from tracker.cli import review_screen
    from tracker.wire import plain

    found = tracker.review.unsigned()
    if shape == "json":
        print_json({"unsigned": plain(found)})
    else:
        review_screen.show_unsigned(found)


@review.command("show")
@click.argument("id_", metavar="ID")
@format_option()
@database_options
def review_show(id_: str, shape: str, database: str | None, config: str | None) -> None:
    """Show a proposal: the sentences in context, the effects, the rules before and after.

    Example: tracker review show p-3f0c9a1b2c
    """
    from tracker.wire import case_json

    with opened(database, config) as tracker:
        case = tracker.review.case(id_)
        if shape == "json":
            print_json(case_json(case))
        else:
            from tracker.cli import review_screen

            review_screen.show_case(case)


@review.command("accept")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@actor_option
@database_options
def review_accept(
    ids: tuple[str, ...], actor: str | None, database: str | None, config: str | None
) -> None:
    """Let proposals count as they stand.

    Example: tracker review accept p-3f0c9a1b2c --actor "Ann Lee"
    """
    from tracker.cli.review_screen import undoing

    by = who(actor)
    with opened(database, config) as tracker:
        for id in ids:
            done = tracker.review.accept(id, by=by)
            counts = f"{effects_count(done.effects)}{undoing(done)}"
            click.echo(f"{id}: accepted by {by}; {counts}")


@review.command("edit")
@click.argument("id_", metavar="ID")
@click.option(
    "--file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The changed records, JSON as `review show --format json` prints them under records.",
)
@click.option(
    "--set",
    "changes",
    multiple=True,
    metavar="FIELD=VALUE",
    help="Change a field of every effect, such as through=2026-11-10. May be repeated.",
)
@actor_option
@database_options
def review_edit(
    id_: str,
    file: Path | None,
    changes: tuple[str, ...],
    actor: str | None,
    database: str | None,
    config: str | None,
) -> None:
    """Accept a proposal with changes: from FILE, by --set, or in your editor.

    Example: tracker review edit p-3f0c9a1b2c --set through=2026-11-10
    """
    from tracker.cli import review_editing
    from tracker.cli.review_screen import undoing

    by = who(actor)
    with opened(database, config) as tracker:
        found = tracker.review.proposal(id_)
        records: Sequence[Mapping[str, Any]] = found.reading.records
        if file is not None:
            records = review_editing.parsed(_text_in(file), file=str(file))
        if changes:
            records = review_editing.with_changes(records, changes)
        if file is None and not changes:
            records = review_editing.asked(records)
        if list(records) == list(found.reading.records):
            raise UsageError(f"nothing was changed; use tracker review accept {id_}")
        done = tracker.review.edit(id_, records, by=by, seen=found.steps)
        counts = f"{effects_count(done.effects)}{undoing(done)}"
        click.echo(f"{id_}: accepted with changes by {by}; {counts}")


def _text_in(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise InputError(f"is no text in UTF-8: {error}", file=str(file)) from None


@review.command("reject")
@click.argument("id_", metavar="ID")
@click.option("--reason", required=True, metavar="TEXT", help="Why, for the log.")
@actor_option
@database_options
def review_reject(
    id_: str, reason: str, actor: str | None, database: str | None, config: str | None
) -> None:
    """Let a proposal not count.

    Example: tracker review reject p-3f0c9a1b2c --reason "a reprint of an older notice"
    """
    by = who(actor)
    with opened(database, config) as tracker:
        tracker.review.reject(id_, by=by, reason=reason)
        click.echo(f"{id_}: rejected by {by}")


@review.command("refer")
@click.argument("id_", metavar="ID")
@click.option("--reason", metavar="TEXT", help="What the second person should look at.")
@actor_option
@database_options
def review_refer(
    id_: str, reason: str | None, actor: str | None, database: str | None, config: str | None
) -> None:
    """Ask for a second person; you may not decide on it any more.

    Example: tracker review refer p-3f0c9a1b2c --reason "is the last day included?"
    """
    by = who(actor)
    with opened(database, config) as tracker:
        tracker.review.refer(id_, by=by, reason=reason)
        click.echo(f"{id_}: waits for somebody other than {by}")


@review.command("settle")
@click.argument("number", metavar="NUMBER")
@click.option("--reason", required=True, metavar="TEXT", help="Which copy holds, and why.")
@actor_option
@database_options
def review_settle(
    number: str, reason: str, actor: str | None, database: str | None, config: str | None
) -> None:
    """Say that you have looked at copies of a notice that contradict each other.

    Example: tracker review settle cn/mofcom/announcement/2025/70 --reason "the ministry's holds"
    """
    by = who(actor)
    with opened(database, config) as tracker:
        pairs = tracker.conflicts.settle(number, by=by, reason=reason)
        click.echo(f"{number}: settled by {by} ({pairs})")


@review.command("sign-off")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@actor_option
@database_options
def review_sign_off(
    ids: tuple[str, ...], actor: str | None, database: str | None, config: str | None
) -> None:
    """Say that you have read what the policy accepted: an effect, a proposal, an announcement.

    Example: tracker review sign-off p-3f0c9a1b2c
    """
    by = who(actor)
    with opened(database, config) as tracker:
        for id in ids:
            signed = tracker.review.sign_off(id, by=by)
            click.echo(f"{id}: signed off by {by} ({len(signed)})")


for command in BY_HAND:
    review.add_command(command)

COMMANDS = (review,)
