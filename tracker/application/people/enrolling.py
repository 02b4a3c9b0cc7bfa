"""How does an account come to be, change, get its tokens and go?"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from tracker.application.desk.review import actor
from tracker.application.people.accounts import (
    Account,
    AccountStore,
    Passwords,
    Role,
    Token,
    digest_of_word,
    name_key,
)
from tracker.domain.identifiers import has_control_characters
from tracker.errors import AccountError, UsageError
from tracker.ports import Clock

SHORTEST, LONGEST = 12, 512
"""How many characters a password has."""

TOKEN_MARK = "inf_"  # noqa: S105 - what a token begins with, so that scanners for secrets know it
TOKEN_DAYS = 90
TOKEN_DAYS_MOST = 3660
LABEL_MOST = 80


@dataclass(slots=True)
class Enrolling:
    """Makes and changes accounts; ``draw`` gives a random word of so many bytes."""

    store: AccountStore
    passwords: Passwords
    clock: Clock
    draw: Callable[[int], str]

    def add(
        self, name: str, password: str, *, role: Role = Role.READER, team: str | None = None
    ) -> Account:
        """Make an account. Its name stands in the log beside everything that it decides."""
        made = Account(
            id=self.draw(9),
            name=_name(name),
            role=role,
            password=self.passwords.hashed(_password(password, name)),
            created_at=self.clock(),
            team=_team(team),
        )
        self.store.add(made)
        return made

    def get(self, name: str) -> Account:
        """Return an account; raise `AccountError` for a name that none bears."""
        found = self.store.named(name_key(name.strip()))
        if found is None:
            raise AccountError(
                f"there is no account {name!r}; tracker account list shows them", account=name
            )
        return found

    def all(self) -> tuple[Account, ...]:
        """Return every account."""
        return self.store.accounts()

    def give_role(self, name: str, role: Role) -> Account:
        """Let a person do more or less, from the next page on."""
        changed = replace(self.get(name), role=role)
        self.store.change(changed)
        return changed

    def give_team(self, name: str, team: str | None) -> Account:
        """Let a person share the lists of a team, or of none."""
        changed = replace(self.get(name), team=_team(team))
        self.store.change(changed)
        return changed

    def give_password(self, name: str, password: str, *, keep: str | None = None) -> Account:
        """Set a password and end the account's sessions, except the one whose cookie is kept."""
        account = self.get(name)
        kept = self.passwords.hashed(_password(password, account.name))
        changed = replace(account, password=kept)
        self.store.change(changed)
        self.store.close_all(account.id, but=digest_of_word(keep) if keep else None)
        return changed

    def remove(self, name: str) -> Account:
        """Erase an account and what is private to it; its decisions stay in the log."""
        account = self.get(name)
        self.store.remove(account.id, at=self.clock())
        return account

    def give_token(
        self,
        name: str,
        *,
        label: str,
        role: Role = Role.READER,
        days: int | None = TOKEN_DAYS,
    ) -> tuple[Token, str]:
        """Make a token; return it with its word, which is kept nowhere and shown this once.

        ``days`` is how long it holds, ``None`` for good.
        """
        account = self.get(name)
        if days is not None and not 1 <= days <= TOKEN_DAYS_MOST:
            raise UsageError(f"a token holds 1 to {TOKEN_DAYS_MOST} days")
        word, now = TOKEN_MARK + self.draw(32), self.clock()
        token = Token(
            id=self.draw(6),
            account=account.id,
            digest=digest_of_word(word),
            role=role.at_most(account.role),
            label=_line(label, "a label", longest=LABEL_MOST),
            created_at=now,
            expires_at=None if days is None else now + timedelta(days=days),
        )
        self.store.add_token(token)
        return token, word

    def tokens(self, name: str) -> tuple[Token, ...]:
        """Return the tokens of an account; their words cannot be told any more."""
        return self.store.tokens(self.get(name).id)

    def revoke(self, name: str, token: str) -> None:
        """Let a token of an account hold no longer, from now on."""
        account = self.get(name)
        if not self.store.revoke(token, account=account.id):
            raise AccountError(f"{account.name} has no token {token}", account=name)


def role_of(text: str) -> Role:
    """Read a role; raise `UsageError` for any other word."""
    try:
        return Role(text)
    except ValueError:
        raise UsageError(f"{text!r} is no role; choose one of {', '.join(Role)}") from None


def _name(name: str) -> str:
    """Return a name that may stand in the log as that of a person."""
    try:
        name = actor(name)
    except UsageError as error:
        raise UsageError(f"{name[:60]!r} cannot be the name of an account: {error}") from None
    if not name.isprintable() or len(name) > 80:
        raise UsageError("the name of an account is one line of at most 80 letters")
    return name


def _team(team: str | None) -> str | None:
    return _line(team, "a team", longest=80) if team and team.strip() else None


def _line(text: str, what: str, *, longest: int) -> str:
    text = text.strip()
    if not text or len(text) > longest or has_control_characters(text):
        raise UsageError(f"{what} is one line of at most {longest} letters")
    return text


def _password(password: str, name: str) -> str:
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(f"a password has {SHORTEST} to {LONGEST} characters; four words will do")
    if name_key(password) in (name_key(name), name_key(name) * 2) or len(set(password)) < 4:
        raise UsageError("this password is too easy to guess; four words will do")
    return password
