"""The commands that ask: rules, status, timeline, ask, diff, upcoming."""

import sys
from pathlib import Path

import click

from tracker.cli.options import (
    clock_options,
    database_options,
    format_option,
    knowledge_options,
    opened,
    print_json,
)
from tracker.errors import UsageError

STATUSES = ("unknown", "pending", "in_force", "suspended", "expired", "repealed")
CERTAINTIES = ("confirmed", "reported", "disputed", "projected", "unverified")


@click.command()
@clock_options
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice([*STATUSES, "all"]),
    help="Default: in_force. May be repeated; all for every status.",
)
@click.option(
    "--certainty",
    "certainties",
    multiple=True,
    type=click.Choice(CERTAINTIES),
    help="Default: all but reported. May be repeated.",
)
@click.option("--jurisdiction", metavar="CODE", help="Only rules of this jurisdiction, such as CN.")
@click.option(
    "--instrument",
    "instruments",
    metavar="ID",
    multiple=True,
    help="Only rules of this instrument. May be repeated.",
)
@click.option("--item", metavar="ITEM", help="A control code, an HS code or an element.")
@click.option("--text", metavar="WORDS", help="Only rules in which all these words stand.")
@format_option()
@database_options
def rules(
    on: str | None,
    announced_by: str | None,
    recorded_by: str | None,
    statuses: tuple[str, ...],
    certainties: tuple[str, ...],
    jurisdiction: str | None,
    instruments: tuple[str, ...],
    item: str | None,
    text: str | None,
    shape: str,
    database: str | None,
    config: str | None,
) -> None:
    """List the rules that stand on a day.

    Example: tracker rules --on 2025-11-15 --announced-by 2025-11-06 --item Dy
    """
    from tracker.application.query import Filter
    from tracker.domain.questions import Certainty, Status
    from tracker.wire import rules_json

    wanted = Filter(
        statuses=()
        if "all" in statuses
        else tuple(Status(item) for item in statuses) or (Status.IN_FORCE,),
        certainties=tuple(Certainty(item) for item in certainties),
        jurisdiction=jurisdiction,
        instruments=instruments,
        item=item,
        text=text,
    )
    with opened(database, config) as tracker:
        found = tracker.rules(wanted, on=on, announced_by=announced_by, recorded_by=recorded_by)
        if shape == "json":
            print_json(rules_json(found))
        else:
            from tracker.cli import tables

            tables.show_rules(found, disclaimer=tracker.disclaimer())


@click.command()
@click.argument("measure")
@clock_options
@click.option("--party", metavar="NAME", help="As it stands for this party.")
@format_option()
@database_options
def status(
    measure: str,
    on: str | None,
    announced_by: str | None,
    recorded_by: str | None,
    party: str | None,
    shape: str,
    database: str | None,
    config: str | None,
) -> None:
    """Answer for one measure on one day, with its reasons.

    Example: tracker status cn/mofcom/2025/61#i-1 --on 2025-12-05 --announced-by 2025-11-10
    """
    from tracker.wire import answer_json

    with opened(database, config) as tracker:
        found = tracker.status(
            measure, on=on, announced_by=announced_by, recorded_by=recorded_by, party=party
        )
        if shape == "json":
            print_json(answer_json(found))
        else:
            from tracker.cli import tables

            tables.show_status(found, disclaimer=tracker.disclaimer())


@click.command()
@click.argument("name", metavar="MEASURE-OR-INSTRUMENT")
@knowledge_options
@format_option()
@database_options
def timeline(
    name: str,
    announced_by: str | None,
    recorded_by: str | None,
    shape: str,
    database: str | None,
    config: str | None,
) -> None:
    """Show every stretch of days of a measure, or of all measures of an instrument.

    Example: tracker timeline cn/mofcom/2025/61 --announced-by 2025-11-10
    """
    from tracker.wire import plain

    with opened(database, config) as tracker:
        found = tracker.timeline(name, announced_by=announced_by, recorded_by=recorded_by)
        if shape == "json":
            print_json(
                {
                    "timelines": [
                        {"measure": item.measure, "title": item.title, "runs": plain(item.spans)}
                        for item in found
                    ]
                }
            )
        else:
            from tracker.cli import tables

            tables.show_timelines(found)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@database_options
def ask(file: Path, database: str | None, config: str | None) -> None:
    """Answer many questions: JSON Lines in, JSON Lines out, in the same order.

    Example line: {"measure": "cn/mofcom/2025/61#i-1", "on": "2025-12-05"}
    """
    import orjson

    from tracker.application.asking import read_questions
    from tracker.errors import UnknownMeasure
    from tracker.wire import answer_json

    questions = read_questions(file)
    with opened(database, config) as tracker:
        out = sys.stdout.buffer
        for found in tracker.ask(questions):
            line = (
                {"measure": found.measure, "error": "unknown measure"}
                if isinstance(found, UnknownMeasure)
                else answer_json(found)
            )
            out.write(orjson.dumps(line) + b"\n")


@click.command()
@click.option("--from", "from_", metavar="DAY", help="The earlier day.")
@click.option("--to", metavar="DAY", help="The later day.")
@clock_options
@click.option("--versus", metavar="WHEN", help="The other state of knowledge.")
@format_option()
@database_options
def diff(
    from_: str | None,
    to: str | None,
    on: str | None,
    announced_by: str | None,
    recorded_by: str | None,
    versus: str | None,
    shape: str,
    database: str | None,
    config: str | None,
) -> None:
    """Show what differs between two days, or between two states of knowledge, and why.

    Examples: tracker diff --from 2025-11-06 --to 2025-11-09, or
    tracker diff --on 2025-12-05 --announced-by 2025-11-06 --versus 2025-11-10
    """
    from tracker.wire import difference_json, plain

    known = {"announced_by": announced_by, "recorded_by": recorded_by}
    if from_ and to and not (on or versus):
        first, second = {**known, "on": from_}, {**known, "on": to}
    elif versus and (announced_by or recorded_by) and not (from_ or to):
        clock = "recorded_by" if recorded_by else "announced_by"
        first, second = {**known, "on": on}, {**known, "on": on, clock: versus}
    else:
        raise UsageError(
            "give --from DAY --to DAY, or --on DAY --announced-by A --versus B "
            "(or --recorded-by R --versus S)"
        )
    with opened(database, config) as tracker:
        found = tracker.diff(tracker.clocks(**first), tracker.clocks(**second))
        if shape == "json":
            print_json(
                {
                    "before": plain(first),
                    "after": plain(second),
                    "differences": [difference_json(item) for item in found],
                }
            )
        else:
            from tracker.cli import tables

            tables.show_differences(found, first, second)


@click.command()
@click.option("--days", default=90, show_default=True, metavar="N", help="So many days ahead.")
@clock_options
@format_option()
@database_options
def upcoming(
    days: int,
    on: str | None,
    announced_by: str | None,
    recorded_by: str | None,
    shape: str,
    database: str | None,
    config: str | None,
) -> None:
    """Show what is scheduled, and which lapses wait for official word.

    Example: tracker upcoming --days 30
    """
    from tracker.wire import plain

    with opened(database, config) as tracker:
        found = tracker.upcoming(
            days=days, on=on, announced_by=announced_by, recorded_by=recorded_by
        )
        if shape == "json":
            print_json(
                {
                    "days": days,
                    "upcoming": plain(found.turns),
                    "reminders": plain(found.reminders),
                    "verification": plain(found.tasks),
                }
            )
        else:
            from tracker.cli import tables

            tables.show_upcoming(found, days=days)


COMMANDS = (rules, status, timeline, ask, diff, upcoming)
