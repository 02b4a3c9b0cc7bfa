"""How is what waits for a person shown on a terminal?"""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from tracker.application.desk.official_words import MaybeWord
from tracker.application.desk.rehearsal import MeasureChange, Rehearsal, Stand
from tracker.application.desk.review import Case, Unsigned
from tracker.application.phrases import effects_count, phrase_of
from tracker.application.reading.alignment import shown_value
from tracker.domain.days import instant_of, instant_text
from tracker.domain.intake_facts import CopiesDiffer
from tracker.domain.plurals import number_of
from tracker.domain.policy import Policy
from tracker.domain.reviews import FieldDifference
from tracker.projection.proposals import Proposal, State
from tracker.projection.runs import Span

_STYLES = {"waiting": "yellow", "referred": "magenta", "reopened": "red", "rejected": "dim"}
_UNREAD_SHOWN = 8
_SPANS_SHOWN = 6


def _console() -> Console:
    return Console(highlight=False)


def _clean(text: object) -> str:
    """Return a text from outside without what a terminal would obey, and without markup."""
    return escape("".join(c if c.isprintable() else " " for c in str(text)))


def show_list(
    found: Sequence[Proposal], *, unsigned: int = 0, conflicts: Sequence[CopiesDiffer] = ()
) -> None:
    """Print proposals, two lines each, and copies of notices that contradict each other."""
    console = _console()
    for proposal in found:
        style = _STYLES.get(proposal.state, "green")
        when = instant_text(instant_of(proposal.made_at))[:10]
        console.print(
            f"[bold]{proposal.id}[/bold] [{style}]{proposal.state}[/{style}] {when} "
            f"{_clean(proposal.made.source)} ({proposal.made.authority})"
        )
        console.print(f"    {_clean(proposal.reading.summary)}")
    _show_conflicts(conflicts)
    if found or not conflicts:
        console.print(number_of(len(found), "proposal") if found else "nothing waits for a person")
    if unsigned:
        console.print(
            f"{number_of(unsigned, 'effect was', 'effects were')} accepted by a policy and not yet "
            "read by a person: tracker review list --unsigned"
        )


def _show_conflicts(found: Sequence[CopiesDiffer]) -> None:
    """Print copies of one notice that contradict each other, with the sentences of each."""
    console = _console()
    for item in found:
        console.print(
            f"[bold red]copies differ[/bold red] {_clean(item.number)}: "
            f"{_clean(item.announcement)} and {_clean(item.other)}"
        )
        for difference in item.differences:
            console.print(f"    “{_clean(difference.here)}” / “{_clean(difference.there)}”")
        console.print(
            f"    tracker review settle {_clean(item.number)} --reason TEXT", soft_wrap=True
        )


def show_words(found: Sequence[MaybeWord]) -> None:
    """Print announcements that may tell what became of something that ran out."""
    console = _console()
    for item in found:
        console.print(
            f"[yellow]official word?[/yellow] {item.published_on} {_clean(item.announcement)} "
            f"names {_clean(item.names)}: {_clean(item.title or '')}"
        )
        console.print(
            f"    read it, then: tracker review close {_clean(item.task)} "
            f"--announcement {_clean(item.announcement)} --outcome … --quote …",
            soft_wrap=True,
        )


def show_older(count: int) -> None:
    """Print how many announcements a newer reader could read again."""
    if count:
        _console().print(
            f"{number_of(count, 'announcement was', 'announcements were')} read by an older "
            "reader: tracker review read",
            soft_wrap=True,
        )


def show_unsigned(found: Sequence[Unsigned]) -> None:
    """Print what a policy accepted and nobody has read."""
    console = _console()
    for item in found:
        console.print(
            f"[bold]{_clean(item.effect)}[/bold] {item.kind} by {_clean(item.affecting)} of "
            f"{_clean(', '.join(item.affected))}; accepted by {item.accepted_by} on "
            f"{item.accepted_at[:10]}"
        )
    console.print(f"{number_of(len(found), 'effect')} not yet read by a person")


def show_case(case: Case, *, place: str = "") -> None:
    """Print a proposal: what it is, on which words, and what the rules would become."""
    console, proposal = _console(), case.proposal
    reading, made = proposal.reading, proposal.made
    style = _STYLES.get(proposal.state, "green")
    console.rule(f"{place}{proposal.id} [{style}]{proposal.state}[/{style}]")
    console.print(f"[bold]{_clean(made.title or reading.announcement)}[/bold]")
    console.print(
        f"{_clean(made.source)} ({made.authority}), read as {reading.class_ or 'no document'}, "
        f"published {reading.announced_at or 'on an unknown day'}"
    )
    if made.url:
        console.print(f"[dim]{_clean(made.url)}[/dim]")
    _history(console, proposal)
    _counting(console, case)
    _sentences(console, case)
    console.print("\n[bold]Proposed[/bold]")
    for record in reading.records:
        console.print(f"  {_clean(phrase_of(record))}")
    if not reading.records:
        console.print("  nothing: a person should read it")
    if proposal.instead:
        console.print("\n[bold]What a person made of it[/bold]")
        for record in proposal.instead:
            console.print(f"  {_clean(phrase_of(record))}")
    _doubts(console, case.doubts, reading.unread)
    _differences(console, reading.differences)
    _rehearsal(console, case.rehearsal, is_open=proposal.open)
    if case.fault:
        console.print(f"\n[red]It cannot be accepted as it stands:[/red] {_clean(case.fault)}")


def show_changed(case: Case, records: Sequence[Mapping[str, Any]]) -> None:
    """Print what a person made of a proposal, and what the rules would become."""
    console = _console()
    console.print("\n[bold]As changed[/bold]")
    for record in records:
        console.print(f"  {_clean(phrase_of(record))}")
    _rehearsal(console, case.rehearsal, is_open=True)
    if case.fault:
        console.print(f"[red]It cannot be accepted so:[/red] {_clean(case.fault)}")


def _history(console: Console, proposal: Proposal) -> None:
    if proposal.by or proposal.reason:
        when = instant_text(instant_of(proposal.at))[:16].replace("T", " ")
        reopened = proposal.state is State.REOPENED
        by = f" by {_clean(proposal.by)}" if proposal.by and not reopened else ""
        before = f"; decided by {_clean(proposal.by)} before" if proposal.by and reopened else ""
        reason = f": {_clean(proposal.reason)}" if proposal.reason else ""
        console.print(f"{proposal.state}{by} on {when} UTC{reason}{before}")


def _counting(console: Console, case: Case) -> None:
    """Print the effects that count because of a proposal, and how they can be taken back."""
    standing = [id for id in case.proposal.effects if id not in case.retracted]
    if standing:
        console.print(f"{effects_count(standing)} because of it:")
    for id in standing:
        console.print(f"    {_clean(id)}", soft_wrap=True)
    for id in case.retracted:
        console.print(f"retracted since: {_clean(id)}", soft_wrap=True)
    if standing:
        console.print(
            f"    if that was a mistake: tracker review retract {case.proposal.id} --reason TEXT",
            soft_wrap=True,
        )


def undoing(done: Proposal) -> str:
    """Say how what was just accepted can be taken back, where it moved anything."""
    return f" (undo: tracker review retract {done.id} --reason TEXT)" if done.effects else ""


def _sentences(console: Console, case: Case) -> None:
    """Print the words that count where they stand, and the fields that rest on them."""
    for excerpt in case.excerpts:
        said = "".join(
            f"[black on yellow]{_clean(piece.text)}[/]" if piece.fields else _clean(piece.text)
            for piece in excerpt.pieces
        )
        console.print(f"\n…{said}…")
    fields: dict[str, dict[str, None]] = {}
    for passage in case.passages:
        if passage.found:
            fields.setdefault(passage.quote, {})[passage.field or "text"] = None
    for quote, named in fields.items():
        console.print(f"    [cyan]{_clean(', '.join(named))}[/cyan]: “{_clean(quote)}”")
    for passage in case.passages:
        if not passage.found:
            console.print(
                f"[red]{_clean(passage.field or 'text')}: not found in the stored text:[/red] "
                f"{_clean(passage.quote)}"
            )


def _doubts(console: Console, doubts: Sequence[str], unread: Sequence[str]) -> None:
    for doubt in doubts:
        console.print(f"  [yellow]but:[/yellow] {_clean(doubt)}")
    if unread:
        sentences = number_of(len(unread), "sentence was", "sentences were")
        console.print(f"\n[bold]{sentences} not understood[/bold]")
    for sentence in unread[:_UNREAD_SHOWN]:
        console.print(f"  “{_clean(sentence)}”")


def _differences(console: Console, found: Sequence[FieldDifference]) -> None:
    if not found:
        return
    console.print("\n[bold]The log and the text differ[/bold]")
    table = Table(box=None, padding=(0, 2, 0, 2))
    for column in ("what", "field", "the log", "the text"):
        table.add_column(column, overflow="fold")
    for item in found:
        table.add_row(
            _clean(item.about), item.field, _clean(item.held or "-"), _clean(item.read or "-")
        )
    console.print(table)


def _rehearsal(console: Console, found: Rehearsal, *, is_open: bool) -> None:
    if not is_open:
        return
    console.print("\n[bold]If accepted[/bold]")
    for change in found.measures:
        _change(console, change)
    if found.more:
        console.print(f"  and {number_of(found.more, 'measure')} more")
    if not found.measures:
        console.print("  no rule changes")


def _change(console: Console, change: MeasureChange) -> None:
    title = f"  {_clean(change.title)}" if change.title else ""
    console.print(f"  [bold]{_clean(change.measure)}[/bold]{title}")
    console.print(f"    today   {_today(change.before)} → {_today(change.after)}")
    console.print(f"    before  {_spans(change.before)}")
    console.print(f"    after   {_spans(change.after)}")
    if change.before and change.after:
        before, after = change.before.answer.terms, change.after.answer.terms
        for name in {**before, **after}:
            if before.get(name) != after.get(name):
                console.print(f"    {_clean(name)}  {_value(before, name)} → {_value(after, name)}")


def _value(terms: Mapping[str, Any], name: str) -> str:
    return _clean(shown_value(terms.get(name)) or "-")


def _today(stand: Stand | None) -> str:
    return stand.answer.status.replace("_", " ") if stand else "not recorded"


def _spans(stand: Stand | None) -> str:
    if stand is None:
        return "not recorded"
    spans = [span for span in stand.spans if span.from_ is not None] or list(stand.spans)
    shown = "; ".join(_span(span) for span in spans[:_SPANS_SHOWN])
    return f"{shown}; …" if len(spans) > _SPANS_SHOWN else shown


def _span(span: Span) -> str:
    status = span.status.replace("_", " ")
    return f"{span.from_ or '…'} to {span.through or 'open'} {status}"


def show_policy(policy: Policy) -> None:
    """Print a policy as the table that it is."""
    console = _console()
    console.print(f"[bold]policy {_clean(policy.name)}[/bold]: the first row that fits decides")
    table = Table(box=None, padding=(0, 2, 0, 2))
    for column in ("authority", "class", "completeness", "action"):
        table.add_column(column)
    for row in policy.rows:
        table.add_row(row.authority, row.class_, row.completeness, row.action)
    console.print(table)
