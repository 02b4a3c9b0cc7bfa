"""Who comes in, and as whom? (sessions of browsers, tokens of programs, limits to guessing)"""

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import sha256

from tracker.application.people.accounts import (
    Account,
    AccountStore,
    Passwords,
    Person,
    Session,
    digest_of_word,
    name_key,
)
from tracker.errors import SignInRefused
from tracker.ports import Clock

WINDOW = timedelta(minutes=15)
"""How long attempts to sign in are counted together."""

BY_NAME_AND_ADDRESS, BY_NAME, BY_ADDRESS = 8, 40, 40
"""So many attempts there are in a window: on one account from one address, on one account from
anywhere, from one address on any account. The first is lower, so that a stranger who guesses at
somebody's name does not at once keep them out."""

NOTED_EVERY = timedelta(minutes=1)
"""A session's and a token's use is written down this often, not with each page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """A person with the word that goes into the browser's cookie."""

    person: Person
    word: str = field(repr=False)


@dataclass(slots=True)
class Admitting:
    """Lets people and programs in.

    A session ends when nobody used it for ``idle``, and at the latest after ``longest``. ``draw``
    gives a random word of so many bytes.
    """

    store: AccountStore
    passwords: Passwords
    clock: Clock
    draw: Callable[[int], str]
    idle: timedelta = timedelta(hours=2)
    longest: timedelta = timedelta(hours=12)
    _decoy: str | None = field(default=None, repr=False)

    def sign_in(
        self, name: str, password: str, *, address: str, instead_of: str | None = None
    ) -> Admitted:
        """Open a session under a new word; the browser's earlier one, ``instead_of``, ends.

        Raises `SignInRefused`, which tells neither whether there is such an account nor which of
        name and password is wrong; both answers take equally long.
        """
        now, key = self.clock(), name_key(name.strip()[:200])
        self._count(key, address, now)
        account = self.store.named(key)
        kept = account.password if account else self._false_hash()
        fits = self.passwords.fits(kept, password)
        if account is None or not fits:
            raise SignInRefused
        self.store.forgive(_limit_key("both", key, _network(address)))
        if self.passwords.is_outdated(kept):
            self.store.change(replace(account, password=self.passwords.hashed(password)))
        if instead_of:
            self.sign_out(instead_of)
        return self._open(account, now)

    def count(self, deed: str, *, address: str, most: int) -> None:
        """Count what a stranger does; raise `SignInRefused` for more than ``most`` in a window."""
        now = self.clock()
        limits = {_limit_key(deed, _network(address)): most}
        began = self.store.attempt(limits, at=now, since=now - WINDOW)
        if began is not None:
            raise SignInRefused(until=began + WINDOW)

    def _count(self, key: str, address: str, now: datetime) -> None:
        """Count an attempt before it is tried; raise `SignInRefused` where there were too many."""
        place = _network(address)
        limits = {
            _limit_key("both", key, place): BY_NAME_AND_ADDRESS,
            _limit_key("name", key): BY_NAME,
            _limit_key("from", place): BY_ADDRESS,
        }
        began = self.store.attempt(limits, at=now, since=now - WINDOW)
        if began is not None:
            raise SignInRefused(until=began + WINDOW)

    def _false_hash(self) -> str:
        """Return a hash that nothing fits, to compare with where there is no account."""
        if self._decoy is None:
            self._decoy = self.passwords.hashed(self.draw(32))
        return self._decoy

    def _open(self, account: Account, now: datetime) -> Admitted:
        word = self.draw(32)
        self.store.prune(created_before=now - self.longest, seen_before=now - self.idle)
        self.store.open(
            Session(digest=digest_of_word(word), account=account.id, created_at=now, seen_at=now)
        )
        return Admitted(person=person_of(account), word=word)

    def by_session(self, word: str) -> Person | None:
        """Return who has a session under this word, ``None`` where it is unknown or has ended."""
        now, digest = self.clock(), digest_of_word(word)
        found = self.store.session(digest)
        if found is None:
            return None
        session, account = found
        if now - session.created_at >= self.longest or now - session.seen_at >= self.idle:
            self.store.close(digest)
            return None
        if now - session.seen_at >= NOTED_EVERY:
            self.store.see(digest, at=now)
        return person_of(account)

    def by_token(self, word: str) -> Person | None:
        """Return whom a token stands for, ``None`` where it is unknown, revoked or has expired."""
        now = self.clock()
        found = self.store.token(digest_of_word(word))
        if found is None:
            return None
        token, account = found
        if token.expires_at is not None and now >= token.expires_at:
            return None
        if token.used_at is None or now - token.used_at >= NOTED_EVERY:
            self.store.use(token.id, at=now)
        role = account.role.at_most(token.role)
        return replace(person_of(account), role=role, via="token")

    def confirms(self, person: Person, password: str, *, address: str) -> bool:
        """Tell whether a password is this person's, before something of theirs is changed."""
        key = name_key(person.name)
        self._count(key, address, self.clock())
        account = self.store.named(key)
        if account is None or not self.passwords.fits(account.password, password):
            return False
        self.store.forgive(_limit_key("both", key, _network(address)))
        return True

    def sign_out(self, word: str) -> None:
        """End the session under this word."""
        self.store.close(digest_of_word(word))

    def sign_out_everywhere(self, person: Person) -> None:
        """End every session of a person."""
        self.store.close_all(person.account)

    def anybody(self) -> bool:
        """Tell whether there is any account."""
        return bool(self.store.accounts())


def form_mark(word: str) -> str:
    """Return what a form must carry to come from a page that this session was shown."""
    return sha256(f"form/{word}".encode("utf-8", "replace")).hexdigest()


def person_of(account: Account) -> Person:
    """Return the person that an account stands for."""
    return Person(
        name=account.name, role=account.role, account=account.id, via="session", team=account.team
    )


def _limit_key(kind: str, *parts: str) -> str:
    """Name a limit without keeping a name or an address."""
    return sha256("\n".join((kind, *parts)).encode("utf-8", "replace")).hexdigest()


def _network(address: str) -> str:
    """Return an address as far as it tells one household from another."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if found.version == 4:
        return address
    return str(ipaddress.ip_network(f"{address}/64", strict=False))
