"""Accounts in memory: what the contract says, without a database."""

from dataclasses import replace
from datetime import datetime

from tracker.application.people.accounts import Account, Session, Token, name_key
from tracker.errors import AccountError


class MemoryAccounts:
    """See `tracker.application.people.accounts.AccountStore`."""

    def __init__(self) -> None:
        self._accounts: dict[str, Account] = {}
        self._retired: set[str] = set()
        self._sessions: dict[str, Session] = {}
        self._tokens: dict[str, Token] = {}
        self._attempts: dict[str, tuple[datetime, int]] = {}

    def accounts(self):
        return tuple(sorted(self._accounts.values(), key=lambda one: (one.created_at, one.id)))

    def named(self, key):
        return next((one for one in self._accounts.values() if name_key(one.name) == key), None)

    def add(self, account):
        key = name_key(account.name)
        if self.named(key) or key in self._retired:
            raise AccountError("taken", account=account.name)
        self._accounts[account.id] = account

    def change(self, account):
        self._accounts[account.id] = account

    def remove(self, id, *, at):
        gone = self._accounts.pop(id, None)
        if gone is not None:
            self._retired.add(name_key(gone.name))
            self.close_all(id)
            self._tokens = {k: t for k, t in self._tokens.items() if t.account != id}

    def open(self, session):
        self._sessions[session.digest] = session

    def session(self, digest):
        found = self._sessions.get(digest)
        return (found, self._accounts[found.account]) if found else None

    def sessions(self, account):
        mine = [one for one in self._sessions.values() if one.account == account]
        return tuple(sorted(mine, key=lambda one: one.seen_at, reverse=True))

    def see(self, digest, *, at):
        if digest in self._sessions:
            self._sessions[digest] = replace(self._sessions[digest], seen_at=at)

    def close(self, digest):
        self._sessions.pop(digest, None)

    def close_all(self, account, *, but=None):
        self._sessions = {
            k: one for k, one in self._sessions.items() if one.account != account or k == but
        }

    def prune(self, *, created_before, seen_before):
        self._sessions = {
            k: one
            for k, one in self._sessions.items()
            if one.created_at >= created_before and one.seen_at >= seen_before
        }

    def add_token(self, token):
        self._tokens[token.id] = token

    def token(self, digest):
        found = next((one for one in self._tokens.values() if one.digest == digest), None)
        return (found, self._accounts[found.account]) if found else None

    def tokens(self, account):
        mine = [one for one in self._tokens.values() if one.account == account]
        return tuple(sorted(mine, key=lambda one: (one.created_at, one.id)))

    def use(self, id, *, at):
        self._tokens[id] = replace(self._tokens[id], used_at=at)

    def revoke(self, id, *, account):
        if id in self._tokens and self._tokens[id].account == account:
            del self._tokens[id]
            return True
        return False

    def attempt(self, limits, *, at, since):
        self._attempts = {k: held for k, held in self._attempts.items() if held[0] > since}
        full = [
            self._attempts[key][0]
            for key, most in limits.items()
            if key in self._attempts and self._attempts[key][1] >= most
        ]
        if full:
            return min(full)
        for key in limits:
            began, count = self._attempts.get(key, (at, 0))
            self._attempts[key] = (began, count + 1)
        return None

    def forgive(self, key):
        self._attempts.pop(key, None)
