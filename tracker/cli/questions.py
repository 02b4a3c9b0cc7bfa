"""The commands that ask: rules, status, timeline, ask, diff, upcoming."""

import sys
from pathlib import Path

import click

from tracker.cli.evidence import evidence_options, write_evidence
from tracker.cli.options import (
    clock_options,
    database_options,
    format_option,
    knowledge_options,
    opened,
    print_json,
)

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
@evidence_options
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
    evidence: Path | None,
    by: str | None,
    shape: str,
    database: str | None,
    config: str | None,
) -> None:
    """List the rules that stand on a day.

    Example: tracker rules --on 2025-11-15 --announced-by 2025-11-06 --item Dy
    """
    from tracker.application.answers.query import Filter
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
        clocks = tracker.clocks(on=on, announced_by=announced_by, recorded_by=recorded_by)
        if evidence is not None:
            from tracker.auditor.asking import rules_question

            write_evidence(tracker, rules_question(wanted, clocks), evidence, by=by)
        found = tracker.queries.rules(clocks, wanted)
        if shape == "json":
            print_json(rules_json(found))
        else:
            from tracker.cli import tables

            tables.show_rules(found, disclaimer=tracker.disclaimer())


@click.command()
@click.argument("measure")
@clock_options
@click.option("--party", metavar="NAME", help="As it stands for this party.")
@evidence_options
@format_option()
@database_options
def status(
    measure: str,
    on: str | None,
    announced_by: str | None,
    recorded_by: str | None,
    party: str | None,
    evidence: Path | None,
    by: str | None,
    shape: str,
    database: str | None,
    config: str | None,
) -> None:
    """Answer for one measure on one day, with its reasons.

    Example: tracker status cn/mofcom/2025/61#i-1 --on 2025-12-05 --announced-by 2025-11-10
    """
    from tracker.wire import answer_json

    with opened(database, config) as tracker:
        clocks = tracker.clocks(on=on, announced_by=announced_by, recorded_by=recorded_by)
        if evidence is not None:
            from tracker.auditor.asking import status_question

            question = status_question(measure, clocks, party=party)
            write_evidence(tracker, question, evidence, by=by)
        found = tracker.queries.status(measure, clocks, party=party)
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
    from tracker.wire import timelines_json

    with opened(database, config) as tracker:
        found = tracker.timeline(name, announced_by=announced_by, recorded_by=recorded_by)
        pending = tracker.pending_review(
            about=name, announced_by=announced_by, recorded_by=recorded_by
        )
        if shape == "json":
            print_json(timelines_json(found, pending=pending))
        else:
            from tracker.cli import tables

            tables.show_pending(pending)
            tables.show_timelines(found)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@database_options
def ask(file: Path, database: str | None, config: str | None) -> None:
    """Answer many questions: JSON Lines in, JSON Lines out, in the same order.

    Example line: {"measure": "cn/mofcom/2025/61#i-1", "on": "2025-12-05"}
    """
    import orjson

    from tracker.application.answers.asking import read_questions
    from tracker.wire import asked_json

    questions = read_questions(file)
    with opened(database, config) as tracker:
        out = sys.stdout.buffer
        for found in tracker.ask(questions):
            out.write(orjson.dumps(asked_json(found)) + b"\n")


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
    from tracker.application.answers.asking import two_settings
    from tracker.wire import differences_json

    first, second = two_settings(
        {"from": from_, "to": to, "on": on, "versus": versus},
        announced_by=announced_by,
        recorded_by=recorded_by,
    )
    with opened(database, config) as tracker:
        found = tracker.diff(tracker.clocks(**first), tracker.clocks(**second))
        pending = tracker.pending_review(**second)
        if shape == "json":
            print_json(differences_json(first, second, found, pending=pending))
        else:
            from tracker.cli import tables

            tables.show_pending(pending)
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
    from tracker.wire import upcoming_json

    with opened(database, config) as tracker:
        found = tracker.upcoming(
            days=days, on=on, announced_by=announced_by, recorded_by=recorded_by
        )
        pending = tracker.pending_review(on=on, announced_by=announced_by, recorded_by=recorded_by)
        if shape == "json":
            print_json(upcoming_json(found, days=days, pending=pending))
        else:
            from tracker.cli import tables

            tables.show_pending(pending)
            tables.show_upcoming(found, days=days)


COMMANDS = (rules, status, timeline, ask, diff, upcoming)
