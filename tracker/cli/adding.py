"""The command that adds a source: it looks what lies at an address, shows it, and asks."""

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.options import database_options, opened
from tracker.domain.plurals import number_of

if TYPE_CHECKING:
    from tracker.domain.facts import SourceAdded
    from tracker.facade import Tracker
    from tracker.ports import Candidate

KINDS = ("rss", "json", "list", "federal-register", "govuk", "folder")
AUTHORITIES = ("issuer", "official", "press", "commentary")
SHOWN = 5


@click.command("add")
@click.argument("url", metavar="URL-OR-ID")
@click.option("--id", "id_", metavar="ID", help="A short name (default: made from the address).")
@click.option("--kind", type=click.Choice(KINDS), help="What it is (default: found by looking).")
@click.option("--authority", type=click.Choice(AUTHORITIES), help="Who speaks (default: press).")
@click.option("--jurisdiction", metavar="CODE", help="Whose law it speaks of, such as CN.")
@click.option("--language", metavar="CODE", help="Its language, such as zh.")
@click.option("--timezone", metavar="ZONE", help="Its zone (default: that of the jurisdiction).")
@click.option("--cadence", metavar="SPAN", help="How often: 90s, 30m, 6h, 1d (default: 6h).")
@click.option("--staleness", metavar="SPAN", help="Stale after (default: four cadences).")
@click.option("--minimum-items", type=click.IntRange(0), help="Fewer are odd (default: 1).")
@click.option(
    "--republish",
    type=click.Choice(("full", "quote", "none")),
    help="How much of its text may be shown (default: press and commentary are quoted).",
)
@click.option("--full-text", is_flag=True, help="Read the pages that its items link to.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@database_options
def source_add(
    url: str,
    id_: str | None,
    kind: str | None,
    yes: bool,
    database: str | None,
    config: str | None,
    **told: Any,
) -> None:
    """Poll a source from now on: an address, or the ID of one that is described.

    Finds the feed behind a page, shows what it would record, and asks. With --kind, nothing is
    searched for; with --kind and --yes, nothing is fetched. `tracker sources --available` lists
    what is described.

    Example: tracker source add https://example.org/news --authority press
    """
    with opened(database, config) as tracker:
        described = tracker.described_source(url)
        if described is not None:
            candidates: tuple[Candidate, ...] = (_described(tracker, described, yes=yes),)
        else:
            tracker.intake.feeds.check(url, kind=kind or "rss")
            candidates = _found(tracker, url, kind=kind, yes=yes)
        chosen = _chosen(candidates, yes=yes)
        added = _completed(tracker, chosen.source, id_=id_, url=url, told=told)
        if not yes:
            _show(added, chosen)
            click.confirm(f"Record the source {added.id}?", abort=True)
        tracker.sources.add(added)
        click.echo(
            f"{added.id}: added ({added.kind}, {added.url}), polled every "
            f"{_span(added.cadence_seconds)}; poll now with: tracker poll {added.id}"
        )


def _described(tracker: "Tracker", source: "SourceAdded", *, yes: bool) -> "Candidate":
    """Return a described source, with what it holds now where somebody will look at it."""
    from datetime import UTC, datetime

    from tracker.errors import FetchError
    from tracker.ports import Asked, Candidate

    titles: tuple[str, ...] = ()
    words = "a source that is described"
    if not yes:
        asked = Asked(source=source, held={}, wanted=lambda _: False, now=datetime.now(UTC))
        try:
            titles = tuple(item.title for item in tracker.intake.feeds.read(asked).items)
        except FetchError as error:
            words = f"{words}; it cannot be read now: {error.reason}"
    return Candidate(source=source, found=words, titles=titles)


def _found(tracker: "Tracker", url: str, *, kind: str | None, yes: bool) -> "tuple[Candidate, ...]":
    """Look what lies at an address; with ``yes`` one that cannot be read is taken as told."""
    from tracker.domain.facts import SourceAdded
    from tracker.errors import FetchError
    from tracker.ports import Candidate

    as_told = SourceAdded(id="", url=url, kind=kind or "rss")  # type: ignore[arg-type]
    if kind is not None and yes:
        return (Candidate(source=as_told, found="as told", titles=()),)
    try:
        return tracker.intake.feeds.discover(url, kind=kind)
    except FetchError as error:
        if not yes:
            raise
        click.echo(f"it cannot be read now ({error.reason}); recorded as told", err=True)
        return (Candidate(source=as_told, found="as told", titles=()),)


def _chosen(candidates: "tuple[Candidate, ...]", *, yes: bool) -> "Candidate":
    if len(candidates) == 1 or yes:
        return candidates[0]
    for number, one in enumerate(candidates, start=1):
        source = one.source
        name = f" {source.title}" if source.title else ""
        click.echo(
            f"{number}. {source.kind} {source.url}{name} ({number_of(len(one.titles), 'item')})"
        )
    picked: int = click.prompt("Which one?", type=click.IntRange(1, len(candidates)), default=1)
    return candidates[picked - 1]


def _completed(
    tracker: "Tracker", source: "SourceAdded", *, id_: str | None, url: str, told: dict[str, Any]
) -> "SourceAdded":
    """Lay what was said on the command line over what was found."""
    from msgspec.structs import replace

    from tracker.application.intake.sources import STALENESS_CADENCES, id_for, seconds
    from tracker.domain.facts import DetailPage

    changes = {
        name: told[name]
        for name in ("authority", "jurisdiction", "language", "timezone", "minimum_items")
        if told[name] is not None
    }
    if told["republish"]:
        changes["republish"] = told["republish"]
    if told["cadence"]:
        changes["cadence_seconds"] = seconds(told["cadence"])
        changes["staleness_budget_seconds"] = changes["cadence_seconds"] * STALENESS_CADENCES
    elif not source.id:
        changes["staleness_budget_seconds"] = source.cadence_seconds * STALENESS_CADENCES
    if told["staleness"]:
        changes["staleness_budget_seconds"] = seconds(told["staleness"])
    if told["full_text"] and source.detail is None:
        changes["detail"] = DetailPage()
    taken = [state.source.id for state in tracker.sources.states()]
    changes["id"] = id_ or source.id or id_for(url, taken)
    made = replace(source, **changes)
    home = tracker.field.jurisdictions.get(made.jurisdiction or "")
    return made if made.timezone or home is None else replace(made, timezone=home.zone)


def _show(source: "SourceAdded", candidate: "Candidate") -> None:
    """Show what would be recorded, and what it holds now."""
    import msgspec

    click.echo(f"Found: {candidate.found}. It would be recorded as:")
    for name, value in _said(msgspec.to_builtins(source)).items():
        shown = msgspec.json.encode(value).decode() if isinstance(value, dict | list) else value
        click.echo(f"  {name}: {shown}")
    if not candidate.titles:
        return
    click.echo(f"{number_of(len(candidate.titles), 'item')}; the first ones:")
    for title in candidate.titles[:SHOWN]:
        click.echo(f"  {title}")


def _said(told: dict[str, Any]) -> dict[str, Any]:
    """Leave out what nobody has said."""
    inner = {
        name: _said(value) if isinstance(value, dict) else value for name, value in told.items()
    }
    return {name: value for name, value in inner.items() if value not in (None, [], (), {})}


def _span(seconds: int) -> str:
    for unit, size in (("d", 86_400), ("h", 3_600), ("m", 60)):
        if seconds % size == 0:
            return f"{seconds // size}{unit}"
    return f"{seconds}s"


def show_available(tracker: "Tracker", *, shape: str) -> None:
    """List the described sources and whether they are polled."""
    from tracker.cli.options import print_json

    polled = {state.source.id: state.paused for state in tracker.sources.states()}
    rows = [
        {
            "id": one.source.id,
            "kind": one.source.kind,
            "url": one.source.url,
            "title": one.source.title,
            "authority": one.source.authority,
            "jurisdiction": one.source.jurisdiction,
            "language": one.source.language,
            "state": _switch(polled.get(one.source.id)),
            "verified": one.source.verified,
            "quirks": one.quirks,
        }
        for one in tracker.described_sources()
    ]
    if shape == "json":
        print_json({"available": rows})
        return
    for row in rows:
        whose = f"{row['jurisdiction'] or '-'}, {row['authority']}, {row['kind']}"
        click.echo(f"{row['id']} ({whose}): {row['state']}")
        click.echo(f"  {row['title'] or ''}")
        click.echo(f"  {row['url']}")
        click.echo(f"  verified: {row['verified'] or 'not told'}")
    click.echo("Switch one on with: tracker source add ID")


def _switch(paused: bool | None) -> str:
    return "off" if paused is None else "paused" if paused else "on"
