"""What is kept of the people who sign in, outside the log and erasable?"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Literal, Protocol


class Role(StrEnum):
    """What a person may do; each role may do what the ones before it may.

    A reader asks and has lists of products. A reviewer decides on what was read. An admin sees to
    sources, subscriptions of others and accounts.
    """

    READER = "reader"
    REVIEWER = "reviewer"
    ADMIN = "admin"

    def covers(self, needed: "Role") -> bool:
        """Tell whether this role may do what asks for another one."""
        return _RANKS.index(self) >= _RANKS.index(needed)

    def at_most(self, other: "Role") -> "Role":
        """Return the lesser of two roles."""
        return min(self, other, key=_RANKS.index)


_RANKS = (Role.READER, Role.REVIEWER, Role.ADMIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A person's way in. ``password`` is a hash, ``name`` what stands in the log as the actor.

    People of one ``team`` share their lists of products.
    """

    id: str
    name: str
    role: Role
    password: str = field(repr=False)
    created_at: datetime
    team: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A program's way in; ``digest`` is the SHA-256 of a word that was shown once.

    It may do what both its own role and its account's role allow.
    """

    id: str
    account: str
    digest: str = field(repr=False)
    role: Role
    label: str
    created_at: datetime
    expires_at: datetime | None = None
    used_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One browser that is signed in; ``digest`` is the SHA-256 of the word in its cookie."""

    digest: str = field(repr=False)
    account: str
    created_at: datetime
    seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Whoever asks, as far as it was proven: by a session or by a token."""

    name: str
    role: Role
    account: str
    via: Literal["session", "token"]
    team: str | None = None


class Passwords(Protocol):
    """How passwords are kept. Every method may be called from any thread and takes its time."""

    def hashed(self, password: str) -> str:
        """Return a salted hash; each call gives another one."""

    def fits(self, kept: str, password: str) -> bool:
        """Tell whether a password is the one whose hash was kept."""

    def is_outdated(self, kept: str) -> bool:
        """Tell whether a hash was made in a way that is weaker than today's."""


class AccountStore(Protocol):
    """Accounts, sessions, tokens and attempts to sign in. Every method may be called from any
    thread and is a transaction of its own; raises `tracker.errors.StoreError` where the store
    fails. Nothing of it is in the log."""

    def accounts(self) -> tuple[Account, ...]:
        """Return every account, in the order of their making."""

    def named(self, key: str) -> Account | None:
        """Return the account whose name has this `name_key`."""

    def add(self, account: Account) -> None:
        """Keep a new account.

        Raises `tracker.errors.AccountError` if its name is taken, or was somebody else's before.
        """

    def change(self, account: Account) -> None:
        """Keep another version of an account."""

    def remove(self, id: str, *, at: datetime) -> None:
        """Erase an account with its sessions, tokens and private lists; its name stays retired."""

    def open(self, session: Session) -> None:
        """Keep a new session."""

    def session(self, digest: str) -> tuple[Session, Account] | None:
        """Return a session with its account."""

    def sessions(self, account: str) -> tuple[Session, ...]:
        """Return the sessions of an account, the latest first."""

    def see(self, digest: str, *, at: datetime) -> None:
        """Note when a session was last used."""

    def close(self, digest: str) -> None:
        """End a session; nothing happens where there is none."""

    def close_all(self, account: str, *, but: str | None = None) -> None:
        """End the sessions of an account, except the one with the digest ``but``."""

    def prune(self, *, created_before: datetime, seen_before: datetime) -> None:
        """Drop the sessions that were opened, or last used, before an instant."""

    def add_token(self, token: Token) -> None:
        """Keep a new token."""

    def token(self, digest: str) -> tuple[Token, Account] | None:
        """Return a token with its account."""

    def tokens(self, account: str) -> tuple[Token, ...]:
        """Return the tokens of an account, in the order of their making."""

    def use(self, id: str, *, at: datetime) -> None:
        """Note when a token was last used."""

    def revoke(self, id: str, *, account: str) -> bool:
        """Drop a token of an account; tell whether there was one."""

    def attempt(
        self, limits: Mapping[str, int], *, at: datetime, since: datetime
    ) -> datetime | None:
        """Count one more attempt under every key, unless one of them has reached its limit.

        Returns ``None`` where it was counted, else when the oldest window that is full began.
        Windows that began before ``since`` are over. Of several attempts at once each is counted.
        """

    def forgive(self, key: str) -> None:
        """Forget the attempts under a key."""


def name_key(name: str) -> str:
    """Return what two spellings of one name share, so that nobody passes for another."""
    return unicodedata.normalize("NFKC", name).casefold()


def digest_of_word(word: str) -> str:
    """Return what is kept of a secret word that was drawn at random."""
    return sha256(word.encode("utf-8", "replace")).hexdigest()
