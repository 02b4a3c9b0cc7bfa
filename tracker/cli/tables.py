"""How are answers shown to a person on a terminal?"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from tracker.application.answers.query import RuleSet, Standing
from tracker.application.interchange.rulebook import Plan
from tracker.domain.plurals import number_of
from tracker.domain.questions import Answer, Certainty, Reason
from tracker.projection.changes import Because, Difference
from tracker.projection.runs import MeasureTimeline
from tracker.projection.sources import Freshness
from tracker.projection.upcoming import Upcoming
from tracker.projection.waiting import Pending

_STYLES = {
    "in_force": "green",
    "suspended": "yellow",
    "pending": "cyan",
    "expired": "dim",
    "repealed": "dim",
    "unknown": "dim",
}
UNVERIFIED_HEADING = "By its own terms in force, NOT VERIFIED"


def _console() -> Console:
    return Console(highlight=False, soft_wrap=False)


def words(value: object) -> str:
    """Write a status or certainty as words."""
    return str(value).replace("_", " ")


def _status(found: Answer) -> str:
    style = _STYLES[found.status.value]
    return f"[{style}]{words(found.status.value)}[/{style}]"


def _day(day: date | None) -> str:
    return day.isoformat() if day else "open"


def _known(known: Mapping[str, Any]) -> str:
    parts = [
        f"{name} {known[key]}"
        for key, name in (("announced_by", "as known on"), ("recorded_by", "as recorded by"))
        if known.get(key)
    ]
    return f" ({', '.join(parts)})" if parts else ""


def freshness_line(freshness: Freshness) -> str:
    """Say in one line how fresh the knowledge is."""
    through = f", covered through {freshness.covered_through}" if freshness.covered_through else ""
    checked = f", last checked {freshness.checked_at}" if freshness.checked_at else ""
    gaps = "".join(f"; gap {gap.first} to {gap.last} ({gap.source})" for gap in freshness.gaps)
    return f"Sources: {words(freshness.state)}{through}{checked}{gaps}"


def show_rules(found: RuleSet, *, disclaimer: str) -> None:
    """Print a rule set: what stands, then apart what stands by its own terms only."""
    console = _console()
    on = found.rules[0].answer.on if found.rules else found.clocks.on or found.clocks.now.date()
    known = _known(
        {"announced_by": found.clocks.announced_by, "recorded_by": found.clocks.recorded_by}
    )
    _print_pending(console, found.pending_review)
    console.print(f"[bold]{number_of(len(found.confirmed), 'rule')} on {on}[/bold]{known}")
    _print_rules(console, found.confirmed)
    if found.unverified:
        unverified = number_of(len(found.unverified), "rule")
        console.print(f"\n[bold red]{UNVERIFIED_HEADING}[/bold red] ({unverified})")
        _print_rules(console, found.unverified)
    console.print(f"\n{freshness_line(found.freshness)}\n[dim]{escape(disclaimer)}[/dim]")


_WAITING_SHOWN = 10
"""So many stand above an answer; the others are counted, or nobody would find the answer."""


def _print_pending(console: Console, waiting: Iterable[Pending]) -> None:
    found = tuple(waiting)
    shown = found if len(found) <= _WAITING_SHOWN + 1 else found[:_WAITING_SHOWN]
    for pending in shown:
        name = f" {escape(pending.proposal)}" if pending.proposal else ""
        console.print(f"[yellow]waits for review:[/yellow]{name} {escape(pending.summary)}")
    if len(shown) < len(found):
        more = number_of(len(found) - len(shown), "more waits", "more wait")
        console.print(f"[yellow]and {more} for review:[/yellow] tracker review list")


def show_pending(waiting: Iterable[Pending]) -> None:
    """Print what waits for review, above the answer that it could change."""
    _print_pending(_console(), waiting)


def _print_rules(console: Console, rules: Sequence[Standing]) -> None:
    for instrument, some in groupby(rules, key=lambda rule: rule.answer.instrument):
        console.print(f"\n[bold]{escape(instrument)}[/bold]")
        table = Table(box=None, padding=(0, 2, 0, 2), show_header=False)
        table.add_column(no_wrap=True)
        table.add_column(no_wrap=True)
        table.add_column()
        for rule in some:
            found = rule.answer
            table.add_row(
                "#" + escape(found.measure.partition("#")[2]),
                f"{_status(found)} {words(found.certainty)}\n{_day(found.since)} → "
                f"{_day(found.through)}",
                _subject(found),
            )
        console.print(table)


def _subject(found: Answer) -> str:
    lines = [escape(found.title or "")]
    elements = found.terms.get("elements")
    if isinstance(elements, list | tuple):
        lines.append(f"[dim]{escape(', '.join(map(str, elements)))}[/dim]")
    if not all(reason.read_by_person for reason in found.grounds().because):
        lines.append("[yellow]not yet read by a person[/yellow]")
    return "\n".join(lines)


def show_status(found: Standing, *, disclaimer: str) -> None:
    """Print one answer with its reasons, and what stands beside it."""
    console, answer = _console(), found.answer
    _print_pending(console, found.pending_review)
    console.print(f"[bold]{escape(answer.measure)}[/bold]  {escape(answer.title or '')}")
    certainty = f", [bold]{words(answer.certainty)}[/bold]" if answer.certainty else ""
    if answer.certainty is Certainty.UNVERIFIED:
        certainty = " by its own terms, [bold red]NOT VERIFIED[/bold red]"
    console.print(f"On {answer.on}: {_status(answer)}{certainty}")
    if answer.status != "unknown":
        console.print(f"Since {_day(answer.since)}, through {_day(answer.through)}")
    if answer.never_in_force:
        console.print("It has never been in force up to this day.")
    if answer.next:
        console.print(f"Next: {words(answer.next.status.value)} from {answer.next.on}")
    for branch in answer.branches:
        console.print(f"  if {escape(branch.when)}: {words(branch.status.value)}")
    for party in answer.parties:
        named = ", ".join(party.parties)
        console.print(f"  for {escape(named)}: {words(party.status.value)}")
    grounds = answer.grounds()
    _print_reasons(console, grounds.because)
    for note in grounds.notes:
        console.print(f"[dim]- {escape(note)}[/dim]")
    console.print(f"{freshness_line(found.freshness)}\n[dim]{escape(disclaimer)}[/dim]")


def _print_reasons(console: Console, reasons: Iterable[Reason]) -> None:
    for reason in reasons:
        span = f"{_day(reason.from_) if reason.from_ else 'unknown day'} → {_day(reason.through)}"
        unclear = " (last day unclear)" if reason.boundary == "unclear" else ""
        console.print(
            f"Because {escape(reason.affecting)} ({escape(reason.announced_at)}): "
            f"{reason.kind} {span}{unclear}{_accepted(reason)}"
            + (f", read by {escape(reason.signed_off_by)}" if reason.signed_off_by else "")
            + _not_read(reason)
        )
        quotes = ((item.quote, item.announcement or "") for item in reason.evidence if item.quote)
        for quote, announcement in dict.fromkeys(quotes):
            console.print(f"    “{escape(quote)}” {escape(announcement)}")


def _accepted(by: Reason | Because) -> str:
    on = f" on {by.accepted_at[:10]}" if by.accepted_at else ""
    return f"; accepted by {escape(by.accepted_by or '?')}{on}"


def _not_read(by: Reason | Because) -> str:
    return " [yellow](not yet read by a person)[/yellow]" if by.read_by_person is False else ""


def show_timelines(found: Iterable[MeasureTimeline]) -> None:
    """Print each measure's stretches of days."""
    console = _console()
    for timeline in found:
        console.print(f"[bold]{escape(timeline.measure)}[/bold]  {escape(timeline.title or '')}")
        for span in timeline.spans:
            style = _STYLES[span.status.value]
            since = span.from_.isoformat() if span.from_ else "…"
            certainty = f" {span.certainty.value}" if span.certainty else ""
            console.print(
                f"  {since:>10} → {_day(span.through):<10} "
                f"[{style}]{words(span.status.value)}[/{style}]{certainty}"
            )
        for reason in timeline.effects:
            console.print(
                f"  [dim]{reason.kind} of {escape(reason.affecting)} "
                f"({_day(reason.from_) if reason.from_ else 'unknown day'} → "
                f"{_day(reason.through)}){_accepted(reason)}[/dim]{_not_read(reason)}"
            )


def show_differences(
    found: Sequence[Difference], first: Mapping[str, Any], second: Mapping[str, Any]
) -> None:
    """Print what differs, and why."""
    console = _console()
    console.print(
        f"[bold]{number_of(len(found), 'measure differs', 'measures differ')}[/bold] between "
        f"{first['on'] or 'today'}{_known(first)} and "
        f"{second['on'] or 'today'}{_known(second)}"
    )
    for difference in found:
        console.print(f"\n[bold]{escape(difference.measure)}[/bold]")
        for part in difference.changed:
            old, new = getattr(difference.before, part), getattr(difference.after, part)
            if part == "terms":
                old, new = _terms_apart(old, new)
            console.print(f"  {part}: {_part(old)} → {_part(new)}")
        for cause in difference.causes:
            by = f" by {escape(f'{cause.kind} of {cause.affecting}')}" if cause.effect else ""
            by += _accepted(cause) if cause.effect else ""
            console.print(f"  [dim]{words(cause.cause.value)}{by}[/dim]{_not_read(cause)}")


def _part(value: object) -> str:
    """Write one part of an answer: a status, a day that may be open, terms."""
    if value is None:
        return "open"
    if isinstance(value, Mapping):
        return escape(json.dumps(value, ensure_ascii=False))
    return escape(words(value))


def _terms_apart(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Any, Any]:
    keys = [key for key in {**old, **new} if old.get(key) != new.get(key)]
    return {key: old.get(key) for key in keys}, {key: new.get(key) for key in keys}


def show_upcoming(found: Upcoming, *, days: int) -> None:
    """Print what waits for official word, then what is scheduled."""
    console = _console()
    if found.tasks:
        console.print("[bold red]Needs verifying[/bold red]")
    for task in found.tasks:
        overdue = f"overdue by {number_of(task.overdue_days, 'day')}"
        late = overdue if task.overdue_days else "due today"
        console.print(
            f"  {task.due_on} {late}: {escape(task.affecting)} ran to {task.ended_on}; "
            f"{number_of(len(task.measures), 'measure is', 'measures are')} "
            f"{words(task.by_terms.value)} by their own terms, "
            f"{words(task.if_extended.value)} if extended"
        )
    console.print(f"[bold]In the next {number_of(days, 'day')}[/bold]")
    for turn in found.turns:
        how = " if nothing new is announced" if turn.lapses else ""
        console.print(
            f"  {turn.on} (in {number_of(turn.days_left, 'day')}) {escape(turn.measure)}: "
            f"{words(turn.before.value)} → {words(turn.after.value)}{how}"
        )
    if not found.turns:
        console.print("  nothing is scheduled")


def show_plan(plan: Plan) -> None:
    """Print what applying a rulebook would do."""
    console = _console()
    for change in plan.changes:
        place = f" ({change.file}:{change.line})" if change.file else ""
        console.print(f"{change.action} {change.kind} {escape(change.id)}{escape(place)}")
        if change.before and change.after:
            old, new = _terms_apart(change.before, change.after)
            for key in new:
                console.print(f"    {key}: {escape(str(old[key]))} → {escape(str(new[key]))}")
    for change in plan.kept:
        console.print(f"kept as a person recorded it: {change.kind} {escape(change.id)}")
    console.print(
        f"{number_of(len(plan.changes), 'change')}, {number_of(plan.unchanged, 'record')} unchanged"
    )
