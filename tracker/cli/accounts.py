"""The commands for accounts: who may sign in, as what, and with which tokens."""

import sys
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.options import database_options, format_option, opened, print_json
from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.application.people.accounts import Account, Token

ROLES = ("reader", "reviewer", "admin")
_role = click.option("--role", type=click.Choice(ROLES), default="reader", show_default=True)
_from_stdin = click.option(
    "--password-stdin", is_flag=True, help="Read the password from standard input, one line."
)


@click.group()
def account() -> None:
    """Who may sign in: add, list, role, team, password, token, remove.

    Example: tracker account add "Ann Lee" --role admin
    """


@account.command("add")
@click.argument("name")
@_role
@click.option("--team", metavar="NAME", help="People of one team share their lists of products.")
@_from_stdin
@database_options
def add(
    name: str,
    role: str,
    team: str | None,
    password_stdin: bool,
    database: str | None,
    config: str | None,
) -> None:
    """Make an account; the password is asked for. NAME stands in the log beside its decisions.

    Example: tracker account add "Ann Lee" --role reviewer --team "Export control"
    """
    from tracker.application.people.enrolling import role_of

    with opened(database, config) as tracker:
        password = _password(password_stdin)
        made = tracker.enrolling.add(name, password, role=role_of(role), team=team)
        click.echo(f"account {made.name}: {made.role}")


@account.command("list")
@format_option()
@database_options
def list_(shape: str, database: str | None, config: str | None) -> None:
    """List the accounts. No password can be shown: none is kept."""
    with opened(database, config) as tracker:
        found = tracker.enrolling.all()
        rows = [_told(one, tracker.enrolling.tokens(one.name)) for one in found]
    if shape == "json":
        print_json({"accounts": rows})
        return
    for row in rows:
        team = f"  team {row['team']}" if row["team"] else ""
        tokens = f"  {len(row['tokens'])} tokens" if row["tokens"] else ""
        click.echo(f"{row['name']}  {row['role']}{team}{tokens}")
    if not rows:
        click.echo("there is no account; tracker account add NAME --role admin makes the first")


@account.command("role")
@click.argument("name")
@click.argument("role", type=click.Choice(ROLES))
@database_options
def role_(name: str, role: str, database: str | None, config: str | None) -> None:
    """Let a person do more or less, at once.

    Example: tracker account role "Ann Lee" reviewer
    """
    from tracker.application.people.enrolling import role_of

    with opened(database, config) as tracker:
        changed = tracker.enrolling.give_role(name, role_of(role))
        click.echo(f"account {changed.name}: {changed.role}")


@account.command("team")
@click.argument("name")
@click.argument("team", required=False)
@database_options
def team_(name: str, team: str | None, database: str | None, config: str | None) -> None:
    """Put a person into a team, whose members share lists of products; without TEAM into none."""
    with opened(database, config) as tracker:
        changed = tracker.enrolling.give_team(name, team)
        click.echo(f"account {changed.name}: {changed.team or 'no team'}")


@account.command("password")
@click.argument("name")
@_from_stdin
@database_options
def password_(name: str, password_stdin: bool, database: str | None, config: str | None) -> None:
    """Set a new password and end the sessions of the account."""
    with opened(database, config) as tracker:
        tracker.enrolling.get(name)
        changed = tracker.enrolling.give_password(name, _password(password_stdin))
        click.echo(f"account {changed.name}: new password; its sessions have ended")


@account.command("remove")
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask.")
@database_options
def remove(name: str, yes: bool, database: str | None, config: str | None) -> None:
    """Erase an account with its sessions, tokens and lists. Its decisions stay in the log."""
    with opened(database, config) as tracker:
        found = tracker.enrolling.get(name)
        if not yes:
            click.confirm(f"Erase the account {found.name} and its lists for good?", abort=True)
        tracker.enrolling.remove(name)
        click.echo(f"account {found.name} erased")


@account.group("token")
def token() -> None:
    """The tokens by which programs come in: add, list, revoke."""


@token.command("add")
@click.argument("name")
@click.option("--label", required=True, metavar="TEXT", help="What it is for.")
@_role
@click.option("--days", type=int, default=90, show_default=True, help="How long; 0: for good.")
@database_options
def token_add(
    name: str, label: str, role: str, days: int, database: str | None, config: str | None
) -> None:
    """Make a token for an account and print it, this once.

    Example: tracker account token add "Ann Lee" --label "nightly check" --days 365
    """
    from tracker.application.people.enrolling import role_of

    with opened(database, config) as tracker:
        made, word = tracker.enrolling.give_token(
            name, label=label, role=role_of(role), days=days or None
        )
        until = made.expires_at.date() if made.expires_at else "it is revoked"
        click.echo(f"token {made.id}: {made.role}, until {until}; shown this once:", err=True)
        click.echo(word)


@token.command("list")
@click.argument("name")
@format_option()
@database_options
def token_list(name: str, shape: str, database: str | None, config: str | None) -> None:
    """List the tokens of an account; the words themselves are kept nowhere."""
    with opened(database, config) as tracker:
        rows = [_token(one) for one in tracker.enrolling.tokens(name)]
    if shape == "json":
        print_json({"tokens": rows})
        return
    for row in rows:
        click.echo(
            f"{row['id']}  {row['role']:8}  {row['label']}  "
            f"until {(row['expires_at'] or 'revoked')[:10]}  "
            f"last used {(row['used_at'] or 'never')[:10]}"
        )
    if not rows:
        click.echo("no token")


@token.command("revoke")
@click.argument("name")
@click.argument("id_", metavar="ID")
@database_options
def token_revoke(name: str, id_: str, database: str | None, config: str | None) -> None:
    """Let a token hold no longer, at once."""
    with opened(database, config) as tracker:
        tracker.enrolling.revoke(name, id_)
        click.echo(f"token {id_} revoked")


def _password(from_stdin: bool) -> str:
    """Return the password that is typed twice, or stands on standard input."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise UsageError("there is no terminal to ask for a password; give --password-stdin")
    typed: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    return typed


def _told(one: "Account", tokens: "tuple[Token, ...]") -> dict[str, Any]:
    from tracker.wire import plain

    told: dict[str, Any] = plain(
        {"name": one.name, "role": one.role, "team": one.team, "created_at": one.created_at}
    )
    return {**told, "tokens": [_token(token) for token in tokens]}


def _token(one: "Token") -> dict[str, Any]:
    from tracker.wire import plain

    told: dict[str, Any] = plain(
        {
            "id": one.id,
            "label": one.label,
            "role": one.role,
            "created_at": one.created_at,
            "expires_at": one.expires_at,
            "used_at": one.used_at,
        }
    )
    return told


COMMANDS = (account,)
