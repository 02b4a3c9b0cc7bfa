"""The commands that run and keep a tracker: demo, init, run, serve, digest, verify, rebuild."""

import sys
from pathlib import Path
from typing import Literal

import click

from tracker.cli.options import database_options, format_option, opened, print_json
from tracker.domain.plurals import number_of


@click.command()
@database_options
def demo(database: str | None, config: str | None) -> None:
    """Load the bundled rulebook, poll the bundled sample feed, show today, write a digest.

    Needs no network. Example: tracker demo
    """
    from tracker.cli import demonstration

    with opened(database, config) as tracker:
        demonstration.show(tracker)


@click.command()
@click.option("--empty", is_flag=True, help="Do not load the bundled rulebook.")
@click.option(
    "--policy",
    metavar="NAME",
    help="What may count without a person: default (complete acts of issuers) or person (nothing).",
)
@database_options
def init(empty: bool, policy: str | None, database: str | None, config: str | None) -> None:
    """Make the database, load the rulebook, and ask what may count without a person.

    Example: tracker init --empty --database sqlite:///colours.db
    """
    from tracker.cli.loading import settle_policy
    from tracker.store.engine import shown

    with opened(database, config) as tracker:
        click.echo(f"database: {shown(tracker.engine.url)}")
        if empty:
            click.echo("empty: fill it with tracker import FILE or tracker rulebook apply")
        else:
            from tracker.cli.loading import load_rulebook_once

            load_rulebook_once(tracker)
        settle_policy(tracker, policy)


@click.command()
@click.option("--host", metavar="H", help="Where to answer (default: 127.0.0.1).")
@click.option("--port", type=int, metavar="P", help="On which port (default: 8710; 0: a free one).")
@database_options
def run(host: str | None, port: int | None, database: str | None, config: str | None) -> None:
    """Run the service: poll each source at its cadence, write due digests, answer the pages.

    Example: tracker run --port 8710
    """
    from tracker.service import serve

    with opened(database, config) as tracker:
        serve(tracker, host=host, port=port, told=click.echo)


@click.command()
@click.option("--host", metavar="H", help="Where to answer (default: 127.0.0.1).")
@click.option("--port", type=int, metavar="P", help="On which port (default: 8710; 0: a free one).")
@database_options
def serve(host: str | None, port: int | None, database: str | None, config: str | None) -> None:
    """Show the pages and answer the API, and poll nothing; works beside a running service.

    Example: tracker serve --port 8711
    """
    from tracker.service import show

    with opened(database, config) as tracker:
        show(tracker, host=host, port=port, told=click.echo)


@click.command()
@click.option("--since", metavar="WHEN", help="From this day or instant on.")
@click.option("--until", metavar="WHEN", help="Up to this day or instant, exclusive.")
@click.option("--period", type=click.Choice(["daily", "weekly", "monthly"]), help="Or a period …")
@click.option("--ending", metavar="DAY", help="… whose last day is DAY (default: today).")
@click.option("--recorded-by", metavar="WHEN", help="As recorded by then.")
@click.option("--language", type=click.Choice(["en", "zh"]), default="en", show_default=True)
@click.option(
    "--format",
    "shape",
    type=click.Choice(["html", "text", "json", "eml"]),
    default="text",
    show_default=True,
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to FILE (default: standard output).",
)
@click.option("--check-templates", is_flag=True, help="Only check the templates.")
@database_options
def digest(
    since: str | None,
    until: str | None,
    period: str | None,
    ending: str | None,
    recorded_by: str | None,
    language: Literal["en", "zh"],
    shape: Literal["html", "text", "json", "eml"],
    out: Path | None,
    check_templates: bool,
    database: str | None,
    config: str | None,
) -> None:
    """Write what changed in a period, what comes next, and what nobody has verified.

    Example: tracker digest --period weekly --ending 2025-11-09 --format html --out week.html
    """
    with opened(database, config) as tracker:
        if check_templates:
            from tracker.trial import try_pages

            tracker.check_templates()
            printed = try_pages(tracker.settings)
            click.echo(f"the templates are sound: the digests, and {printed} pages")
            return
        text = tracker.digest(
            since=since,
            until=until,
            period=period,
            ending=ending,
            recorded_by=recorded_by,
            language=language,
            shape=shape,
        )
        if out is None:
            click.echo(text)
        else:
            # A mail has its own ends of line, which stay as they are.
            out.write_text(text, encoding="utf-8", newline="")
            click.echo(f"written: {out}", err=True)


@click.group()
def rulebook() -> None:
    """Compare the rulebook's files with the log, apply them, count how they are backed."""


@rulebook.command("diff")
@format_option()
@database_options
def rulebook_diff(shape: str, database: str | None, config: str | None) -> None:
    """Show what applying the rulebook would record; records nothing."""
    from tracker.wire import plain

    with opened(database, config) as tracker:
        plan = tracker.rulebook_diff()
        if shape == "json":
            print_json(plain(plan))
        else:
            from tracker.cli import tables

            tables.show_plan(plan)


@rulebook.command("apply")
@database_options
def rulebook_apply(database: str | None, config: str | None) -> None:
    """Record what the rulebook's files say anew; people's own records stay as they are."""
    with opened(database, config) as tracker:
        plan = tracker.rulebook_apply()
        click.echo(
            f"{number_of(len(plan.changes), 'change')} recorded, "
            f"{number_of(plan.unchanged, 'record')} unchanged, "
            f"{len(plan.kept)} of people's own kept"
        )


@rulebook.command("audit")
@format_option()
@database_options
def rulebook_audit(shape: str, database: str | None, config: str | None) -> None:
    """Count the effects with a stored sentence, a second source, low confidence."""
    from tracker.wire import plain

    with opened(database, config) as tracker:
        found = tracker.rulebook_audit()
        if shape == "json":
            print_json(plain(found))
            return
        click.echo(
            f"{number_of(found.effects, 'effect')}: {found.with_sentence} with a stored sentence, "
            f"{found.with_second_source} with a second source, "
            f"{found.low_confidence} of low confidence, {found.without_source} without a source"
        )


@click.command()
@click.argument(
    "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False
)
@click.option("--head", metavar="HASH", help="Check that this head is in the chain.")
@format_option(default="text")
@database_options
def verify(
    file: Path | None, head: str | None, shape: str, database: str | None, config: str | None
) -> None:
    """Check the chain of the log and look for every quoted sentence; print the chain's head.

    With FILE, a ZIP that --evidence has written: check its files, find its head in the chain, ask
    its question again. Examples: tracker verify --head 3f0c…, tracker verify out.zip
    """
    if file is not None:
        _verify_evidence(file, head, shape=shape, database=database, config=config)
        return
    from tracker.cli.progress import counted
    from tracker.wire import plain

    with opened(database, config) as tracker, counted("events") as told:
        found = tracker.verify(head=head.lower() if head else None, progress=told)
        quotes = tracker.check_evidence()
    if shape == "json":
        print_json({"head": found.hash, "position": found.position, "evidence": plain(quotes)})
        return
    click.echo(f"head {found.hash}\nposition {found.position}\nthe chain is whole")
    if quotes.checked or quotes.without_copy:
        standing = quotes.checked - len(quotes.misplaced)
        click.echo(f"{standing} of {quotes.checked} quoted sentences stand in the stored texts")
    for fault in quotes.misplaced:
        click.echo(f"{fault.record}: “{fault.quote}” {fault.reason} ({fault.announcement})")


def _verify_evidence(
    file: Path, head: str | None, *, shape: str, database: str | None, config: str | None
) -> None:
    from tracker.cli.evidence import check_evidence
    from tracker.cli.progress import counted
    from tracker.errors import UsageError

    if head is not None:
        raise UsageError("evidence names its own head: leave out --head")
    with opened(database, config) as tracker, counted("events") as told:
        good = check_evidence(tracker, file, shape=shape, progress=told)
    if not good:
        sys.exit(1)


@click.command()
@format_option(default="text")
@database_options
def rebuild(shape: str, database: str | None, config: str | None) -> None:
    """Throw the read model away and fold it anew from the log.

    Example: tracker rebuild
    """
    from tracker.cli.progress import counted

    with opened(database, config) as tracker, counted("events") as told:
        done = tracker.rebuild(progress=told)
    if shape == "json":
        print_json({"events": done.events, "seconds": round(done.seconds, 3), "equal": done.equal})
    else:
        same = {True: "equal to before", False: "DIFFERENT from before", None: "new"}[done.equal]
        events = number_of(done.events, "event")
        click.echo(f"{events} folded in {done.seconds:.2f} s; the result is {same}")


COMMANDS = (demo, init, run, serve, digest, rulebook, verify, rebuild)
