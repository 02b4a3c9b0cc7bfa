"""The commands for readers: subscribe and its parts."""

from typing import IO, TYPE_CHECKING, Any

import click

from tracker.cli.filters import (
    filter_options,
    optional_when_options,
    tree_from,
    when_options,
)
from tracker.cli.options import database_options, format_option, opened, print_json
from tracker.domain.plurals import number_of

if TYPE_CHECKING:
    from tracker.digests.subscription import Subscription
    from tracker.facade import Tracker


@click.group()
def subscribe() -> None:
    """Who gets which digests: add, change, list, preview, pause, remove …

    Example: tracker subscribe add a@example.org --cadence daily --element Dy
    """


@subscribe.command("add")
@click.argument("target")
@when_options
@click.option("--note", metavar="TEXT", help="A note to self; stands in every mail.")
@click.option("--pause-until", metavar="DAY", help="Send nothing before this day.")
@click.option("--consent", metavar="TEXT", help="Recorded consent, for addresses of mail.domains.")
@filter_options
@format_option(default="text")
@database_options
def add(target: str, shape: str, database: str | None, config: str | None, **options: Any) -> None:
    """Subscribe an address, a web address, folder:PATH or chat:URL.

    A mail address is asked first and gets nothing before it confirms.
    Example: tracker subscribe add a@example.org --cadence daily --element Dy --zone Europe/Berlin
    """
    from tracker.application.subscriptions.subscribing import Wish
    from tracker.domain.days import parse_day

    wanted, until = tree_from(options), options.pop("pause_until")
    wish = Wish(
        target=target,
        wanted=wanted,
        paused_until=parse_day(until) if until else None,
        **options,
    )
    with opened(database, config) as tracker:
        made = tracker.mailroom.subscribing.subscribe(wish)
        if shape == "json":
            print_json({**_told(tracker, made), "secret": made.secret})
            return
        click.echo(f"subscription {made.id}: {made.state}")
        if made.state == "pending":
            click.echo("waits for the confirmation of its holder, who is asked by mail")
        if made.channel == "mail" and not tracker.settings.mail.host:
            click.echo("no mail server is set up, so nothing is sent: see [mail] host", err=True)
        if made.secret:
            click.echo(f"secret, shown this once: {made.secret}")


@subscribe.command("import")
@click.argument("file", type=click.File(encoding="utf-8"))
@click.option("--consent", required=True, metavar="TEXT", help="The consent that was given.")
@when_options
@filter_options
@database_options
def import_(
    file: IO[str], consent: str, database: str | None, config: str | None, **options: Any
) -> None:
    """Subscribe the addresses in FILE, one a line, of the house's own domains; all or none.

    Example: tracker subscribe import colleagues.txt --consent "works agreement 12" --cadence daily
    """
    from tracker.application.subscriptions.subscribing import Wish

    wanted = tree_from(options)
    addresses = dict.fromkeys(line.strip() for line in file if line.strip())
    wishes = [Wish(target=one, wanted=wanted, consent=consent, **options) for one in addresses]
    with opened(database, config) as tracker:
        made = tracker.mailroom.subscribing.subscribe_all(wishes)
        click.echo(f"{number_of(len(made), 'subscription')}")


@subscribe.command("list")
@format_option()
@database_options
def list_(shape: str, database: str | None, config: str | None) -> None:
    """List the subscriptions with their filters and what comes next."""
    from tracker.rendering.neutral import neutral

    with opened(database, config) as tracker:
        rows = [_told(tracker, one) for one in tracker.mailroom.readership.subscriptions()]
    if shape == "json":
        print_json({"subscriptions": rows})
        return
    for row in rows:
        next_ = row["next_due_at"] or ("when something happens" if row["state"] == "active" else "")
        click.echo(
            f"{row['id']}  {row['state']:8} {row['cadence']:9} {row['channel']:8} "
            f"{neutral(row['target'])}\n    {neutral(row['filter_words'])}"
            + (f"\n    next: {next_}" if next_ else "")
            + (f"\n    erased unless confirmed by {row['expires_at']}" if row["expires_at"] else "")
            + (f"\n    note: {neutral(row['note'])}" if row["note"] else "")
        )
    if not rows:
        click.echo("there is no subscription; tracker subscribe add ADDRESS makes one")


@subscribe.command("preview")
@click.argument("id")
@click.option(
    "--format", "shape", type=click.Choice(["text", "html", "eml", "json"]), default="text",
    show_default=True,
)  # fmt: skip
@database_options
def preview(id: str, shape: str, database: str | None, config: str | None) -> None:
    """Show exactly what the next digest would hold; records and sends nothing."""
    from dataclasses import replace

    with opened(database, config) as tracker:
        room = tracker.mailroom
        found = room.subscribing.get(id)
        if shape == "json":
            found = replace(found, channel="webhook")
        elif found.channel != "mail" and shape in ("html", "eml"):
            found = replace(found, channel="mail")
        letter, sent = room.rounds.preview(found)
        if not sent:
            click.echo("nothing in it is new, so it would not be sent", err=True)
        if shape == "json":
            click.echo(letter.json)
            return
        mail = room.preview_mail(found, letter)
        if shape == "eml":
            click.echo(mail.as_bytes().decode("ascii"))
        else:
            part = mail.get_body(("plain",) if shape == "text" else ("html",))
            click.echo(part.get_content() if part else letter.text)


@subscribe.command("confirm")
@click.argument("token")
@database_options
def confirm(token: str, database: str | None, config: str | None) -> None:
    """Confirm a subscription with the word that its holder was sent."""
    with opened(database, config) as tracker:
        made = tracker.mailroom.subscribing.confirm(token)
        click.echo(f"subscription {made.id}: {made.state}")


@subscribe.command("resend")
@click.argument("id")
@database_options
def resend(id: str, database: str | None, config: str | None) -> None:
    """Ask an address once more to confirm; three times at most.

    Example: tracker subscribe resend 4f1c20a9b3d7
    """
    with opened(database, config) as tracker:
        tracker.mailroom.subscribing.ask_again(id)
        click.echo(f"subscription {id}: asked once more")


@subscribe.command("change")
@click.argument("id")
@optional_when_options
@click.option("--note", metavar="TEXT", help="A note to self; an empty one drops it.")
@click.option("--pause-until", metavar="DAY", help="Send nothing before this day.")
@click.option("--everything", is_flag=True, help="Drop all filters.")
@filter_options
@format_option(default="text")
@database_options
def change(id: str, shape: str, database: str | None, config: str | None, **options: Any) -> None:
    """Change what a subscription wants, from its next digest on; what is not named stays.

    Filters that are given take the place of all earlier ones.
    Example: tracker subscribe change 4f1c20a9b3d7 --cadence daily --element Dy --element Tb
    """
    from tracker.application.subscriptions.subscribing import Amendment
    from tracker.domain.days import parse_day
    from tracker.errors import UsageError

    everything, until = options.pop("everything"), options.pop("pause_until")
    tree = tree_from(options)
    filtered = tree != {"all": []}
    if everything and filtered:
        raise UsageError("--everything drops all filters; give it alone or give filters")
    amendment = Amendment(
        wanted=tree if everything or filtered else None,
        paused_until=parse_day(until) if until else None,
        **options,
    )
    if amendment == Amendment():
        raise UsageError("nothing to change; name an option, such as --cadence daily")
    with opened(database, config) as tracker:
        made = tracker.mailroom.subscribing.change(id, amendment)
        told = _told(tracker, made)
    if shape == "json":
        print_json(told)
        return
    click.echo(
        f"subscription {id}: {told['cadence']}, hour {told['hour']} ({told['zone']}), "
        f"{told['language']}, {told['filter_words']}"
    )


@subscribe.command("pause")
@click.argument("id")
@click.option("--until", required=True, metavar="DAY", help="The first day on which it goes on.")
@database_options
def pause(id: str, until: str, database: str | None, config: str | None) -> None:
    """Send nothing before a day; what happens meanwhile comes in one digest then."""
    from tracker.domain.days import parse_day

    with opened(database, config) as tracker:
        tracker.mailroom.subscribing.pause(id, until=parse_day(until))
        click.echo(f"subscription {id} rests until {until}")


@subscribe.command("resume")
@click.argument("id")
@database_options
def resume(id: str, database: str | None, config: str | None) -> None:
    """Go on with a paused subscription."""
    with opened(database, config) as tracker:
        tracker.mailroom.subscribing.pause(id, until=None)
        click.echo(f"subscription {id} goes on")


@subscribe.command("note")
@click.argument("id")
@click.argument("text", required=False)
@database_options
def note(id: str, text: str | None, database: str | None, config: str | None) -> None:
    """Keep a note to self with a subscription; without TEXT it is dropped."""
    with opened(database, config) as tracker:
        tracker.mailroom.subscribing.note(id, text)
        click.echo(f"subscription {id}: {'noted' if text else 'no note'}")


@subscribe.command("remove")
@click.argument("id")
@click.option("--erase", is_flag=True, help="Leave no trace of the address in the database.")
@database_options
def remove(id: str, erase: bool, database: str | None, config: str | None) -> None:
    """End a subscription.

    Example: tracker subscribe remove 4f1c20a9b3d7 --erase
    """
    with opened(database, config) as tracker:
        tracker.mailroom.subscribing.remove(id, erase=erase)
        click.echo(f"subscription {id} {'erased' if erase else 'ended'}")


@subscribe.command("suppress")
@click.argument("address")
@click.option("--reason", default="asked to be left alone", show_default=True)
@click.option("--lift", is_flag=True, help="Let it be written to again, if it subscribes again.")
@database_options
def suppress(
    address: str, reason: str, lift: bool, database: str | None, config: str | None
) -> None:
    """Never write to an address again and end what it has; only its SHA-256 is kept."""
    with opened(database, config) as tracker:
        if lift:
            tracker.mailroom.subscribing.lift(address)
        else:
            tracker.mailroom.subscribing.suppress(address, reason=reason)
        click.echo("may be written to again" if lift else "suppressed")


@subscribe.command("outbox")
@click.option("--state", type=click.Choice(["queued", "sending", "sent", "dead"]))
@click.option("--retry", metavar="PARCEL", help="Queue a dead parcel again.")
@format_option()
@database_options
def outbox(
    state: str | None, retry: str | None, shape: str, database: str | None, config: str | None
) -> None:
    """List what is on its way, what arrived, and what was given up."""
    from tracker.application.subscriptions.readership import ParcelState
    from tracker.wire import plain

    with opened(database, config) as tracker:
        room = tracker.mailroom
        if retry:
            room.retry(retry)
        found = room.readership.parcels(state=ParcelState(state) if state else None)
    if shape == "json":
        print_json({"parcels": plain(found)})
        return
    for one in found:
        click.echo(
            f"{one.id}  {one.state:8} {one.subscription}  attempts {one.attempts}"
            + (f"  {one.error}" if one.error else "")
        )


def _told(tracker: "Tracker", one: "Subscription") -> dict[str, Any]:
    from tracker.application.subscriptions.rounds import next_due_of
    from tracker.digests.filters import filter_words, tree_of
    from tracker.wire import plain

    told: dict[str, Any] = plain(
        {
            "id": one.id,
            "channel": one.channel,
            "target": one.target,
            "state": one.state,
            "cadence": one.cadence,
            "hour": one.hour,
            "zone": one.zone,
            "language": one.language,
            "filter": tree_of(one.wanted),
            "filter_words": filter_words(one.wanted),
            "note": one.note,
            "paused_until": one.paused_until,
            "consent": one.consent,
            "created_at": one.created_at,
            "reached": one.reached,
            "last_sent_at": one.last_sent_at,
            "next_due_at": next_due_of(one, now=tracker.clock()),
            "expires_at": tracker.mailroom.subscribing.expires_at(one)
            if one.state == "pending"
            else None,
        }
    )
    return told


COMMANDS = (subscribe,)
