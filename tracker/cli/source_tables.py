"""How are the sources shown to a person on a terminal?"""

from collections.abc import Iterator

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from tracker.application.intake.sources import SourceReport, SourcesReport
from tracker.cli.tables import words

_STYLES = {
    "fresh": "green",
    "stale": "yellow",
    "silent": "yellow",
    "failing": "red",
    "blocked": "red",
    "paused": "dim",
    "never_checked": "dim",
}
_COLUMNS = ("source", "state", "authority", "last good check", "last change", "items")


def _console() -> Console:
    return Console(highlight=False, soft_wrap=False)


def show_source(found: SourceReport) -> None:
    """Print one source, a line a fact."""
    console = _console()
    for name in found.__dataclass_fields__:
        value = getattr(found, name)
        if name == "gaps":
            value = ", ".join(f"{gap.from_} to {gap.through}" for gap in found.gaps) or None
        elif isinstance(value, tuple):
            value = ", ".join(value) or None
        console.print(f"{words(name):>26}  {escape(str(value if value is not None else '-'))}")


def show_sources(found: SourcesReport) -> None:
    """Print all sources, what is wrong with them, and what is not covered."""
    console = _console()
    table = Table(box=None, padding=(0, 2, 0, 0))
    for column in _COLUMNS:
        table.add_column(column)
    for item in found.sources:
        style = _STYLES[item.state]
        table.add_row(
            escape(item.id),
            f"[{style}]{words(item.state)}[/{style}]",
            item.authority,
            (item.last_good_at or "never")[:19],
            (item.last_changed_at or "-")[:19],
            _items(item),
        )
    console.print(table if found.sources else "no sources; add one with: tracker source add URL")
    for item in found.sources:
        for line in _remarks(item):
            console.print(f"[yellow]{escape(item.id)}[/yellow]: {escape(line)}")
    for conflict in found.conflicts:
        console.print(
            f"[red]copies differ[/red]: {escape(conflict.number)}: "
            f"{escape(conflict.announcement)} and {escape(conflict.other)}"
        )
        for difference in conflict.differences:
            console.print(f"    “{escape(difference.here)}” / “{escape(difference.there)}”")
    console.print(f"Not covered by a source of an issuer: {', '.join(found.not_tracked) or '-'}")


def missed_pages(count: int, first: str | None) -> str:
    """Return the words for pages that could not be read; ``first`` is one with its reason."""
    told = "1 page behind it" if count == 1 else f"{count} pages behind it"
    return f"{told} could not be read ({first}); the next poll asks again"


def _items(item: SourceReport) -> str:
    seen = "-" if item.items_seen is None else str(item.items_seen)
    below = item.items_seen is not None and item.items_seen < item.minimum_items
    return f"{seen} (expected {item.minimum_items})" if below else seen


def _remarks(item: SourceReport) -> Iterator[str]:
    if item.last_error:
        times = "once" if item.consecutive_failures == 1 else f"{item.consecutive_failures} times"
        yield f"failed {times}: {item.last_error}"
    if item.doubt:
        yield f"read, but odd: {words(item.doubt)}"
    if item.pages_failed:
        yield missed_pages(item.pages_failed, item.page_error)
    for gap in item.gaps:
        yield f"no poll reached {gap.from_} to {gap.through}"
    if item.unstable:
        yield f"goes back and forth between texts: {', '.join(item.unstable)}"
