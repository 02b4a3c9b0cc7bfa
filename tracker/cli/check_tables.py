"""How is the verdict on a product shown to a person on a terminal?"""

from collections.abc import Iterable, Mapping

from rich.markup import escape

from tracker.application.products.product_tables import causes
from tracker.application.products.screen import Changed, Result
from tracker.cli.tables import _console, _known, freshness_line, show_pending, words
from tracker.domain.rulebook import Names
from tracker.projection.screening.saying import headline, says
from tracker.projection.screening.verdict import Finding, Verdict
from tracker.projection.screening.weighing import Compared
from tracker.rendering.neutral import neutral, short

_STYLES = {
    Verdict.NOT_CAUGHT: "dim",
    Verdict.NOT_TRACKED: "dim",
    Verdict.CANNOT_SAY: "yellow",
    Verdict.EXEMPT: "cyan",
    Verdict.OTHER_DUTY: "cyan",
}


def show_check(result: Result, requirements: Mapping[str, Names], *, disclaimer: str) -> None:
    """Print a verdict with its day, then every rule that bears on the product."""
    console, checked = _console(), result.checked
    show_pending(result.pending_review)
    style = _STYLES.get(checked.verdict, "bold red")
    name = f"{escape(short(result.product.part))}: " if result.product.part else ""
    console.print(
        f"{name}[{style}]{words(checked.verdict.value)}[/{style}] on {result.on}{_as_known(result)}"
    )
    console.print(escape(neutral(headline(checked, requirements))))
    if checked.missing:
        console.print(f"[bold]Missing:[/bold] {escape(', '.join(checked.missing))}")
    if checked.not_tracked:
        console.print(f"Not tracked: {', '.join(checked.not_tracked)}")
    for finding in checked.findings:
        _show_finding(console, finding, requirements)
    console.print(f"\n{freshness_line(result.freshness)}\n[dim]{escape(disclaimer)}[/dim]")


def show_changed(
    found: Iterable[Changed], requirements: Mapping[str, Names], *, disclaimer: str
) -> None:
    """Print the products whose verdict changed, with what changed it."""
    console = _console()
    count = 0
    for item in found:
        count += 1
        old, new = item.before, item.after
        console.print(
            f"[bold]{escape(short(new.product.part or 'the product'))}[/bold]: "
            f"{words(old.checked.verdict.value)} on {old.on}{_as_known(old)} → "
            f"{words(new.checked.verdict.value)} on {new.on}{_as_known(new)}"
        )
        console.print(f"  {escape(headline(new.checked, requirements))}")
        for cause in causes(item.causes):
            console.print(f"  [dim]{escape(cause)}[/dim]")
    if not count:
        console.print("No verdict changed.")
    console.print(f"[dim]{escape(disclaimer)}[/dim]")


def _as_known(result: Result) -> str:
    clocks = result.clocks
    return _known({"announced_by": clocks.announced_by, "recorded_by": clocks.recorded_by})


def _show_finding(console: object, finding: Finding, requirements: Mapping[str, Names]) -> None:
    from rich.console import Console

    assert isinstance(console, Console)
    answer = finding.rule.answer
    certainty = f", {finding.certainty.value}" if finding.certainty else ""
    console.print(
        f"\n[bold]{escape(answer.measure)}[/bold] {words(finding.status.value)}{certainty}"
        f"  [dim]{escape(answer.title or '')}[/dim]"
    )
    console.print(f"  {escape(says(finding, requirements))}")
    if finding.verdict is Verdict.CANNOT_SAY:
        return
    for item in finding.compared:
        console.print(f"  [dim]{escape(neutral(compared_line(item)))}[/dim]")
    quotes = (
        (item.quote, item.announcement or "")
        for reason in answer.because
        for item in reason.evidence
        if item.quote
    )
    for quote, announcement in dict.fromkeys(quotes):
        console.print(f"    “{escape(quote)}” {escape(announcement)}")


def compared_line(item: Compared) -> str:
    """Write a comparison: what was given, the operator, what is asked."""
    outcome = {True: "yes", False: "no", None: "cannot say"}[item.met]
    note = f" ({item.note})" if item.note else ""
    given = item.given if item.given is not None else "not said"
    return f"{item.fact}: {given} {item.operator} {item.asked}: {outcome}{note}"
