"""What do the door and a person's own account show?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tracker.application.people.accounts import Person, Role, Session, Token
from tracker.rendering.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInView:
    """What ``web/sign-in.html.j2`` prints. ``next`` is where the person goes on, ``fault`` why
    they were not let in, ``first`` how to make the first account where there is none."""

    heading: str
    lead: str
    name: str
    next: str
    fault: str | None
    first: str | None
    labels: dict[str, str]


def sign_in_view(
    words: Words,
    *,
    next_: str,
    name: str = "",
    refused: bool = False,
    until: datetime | None = None,
    nobody: bool = False,
    closed: bool = False,
) -> SignInView:
    """Return the door; ``until`` is when the next attempt is allowed, ``nobody`` that there is
    no account yet, ``closed`` that nothing is shown without one."""
    fault = None
    if until is not None:
        fault = words("sign_in.wait", until=words.instant(until))
    elif refused:
        fault = words("sign_in.refused")
    return SignInView(
        heading=words("sign_in.heading"),
        lead=words("sign_in.lead_closed" if closed else "sign_in.lead"),
        name=name,
        next=next_,
        fault=fault,
        first=words("sign_in.first") if nobody else None,
        labels={key: words(f"sign_in.{key}") for key in ("name", "password", "enter", "help")},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenRow:
    """A token as a line: it can be told apart and revoked, never shown again."""

    id: str
    label: str
    role: str
    until: str
    used: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountView:
    """What ``web/account.html.j2`` prints. ``word`` is a token that was just made, shown once."""

    heading: str
    who: str
    told: str | None
    fault: str | None
    word: str | None
    sessions: str
    tokens: tuple[TokenRow, ...]
    roles: tuple[tuple[str, str], ...]
    labels: dict[str, str]


_LABELS = (
    "old", "new", "again", "change", "rule", "password", "tokens", "tokens_lead", "label",
    "role", "until", "used", "days", "make", "revoke", "none", "shown_once", "sessions_heading",
    "everywhere", "lists", "lists_lead",
)  # fmt: skip


def account_view(
    words: Words,
    person: Person,
    *,
    tokens: Iterable[Token],
    sessions: Iterable[Session],
    told: str | None = None,
    fault: str | None = None,
    word: str | None = None,
) -> AccountView:
    """Return a person's own account: password, tokens, sessions."""
    role = words.known("role", person.role) or person.role
    team = words("account.team", team=person.team) if person.team else None
    roles = [one for one in Role if person.role.covers(one)]
    return AccountView(
        heading=words("account.heading"),
        who=words.sentences((words("account.who", name=person.name, role=role), team)),
        told=words(f"account.{told}") if told else None,
        fault=fault,
        word=word,
        sessions=words.count("account.sessions", len(tuple(sessions))),
        tokens=tuple(_token(words, one) for one in tokens),
        roles=tuple((one, words.known("role", one) or one) for one in roles),
        labels={key: words(f"account.{key}") for key in _LABELS},
    )


def _token(words: Words, one: Token) -> TokenRow:
    until = words.day(one.expires_at.date()) if one.expires_at else words("account.for_good")
    return TokenRow(
        id=one.id,
        label=one.label,
        role=words.known("role", one.role) or one.role,
        until=until,
        used=words.day(one.used_at.date()) if one.used_at else words("account.never"),
    )
