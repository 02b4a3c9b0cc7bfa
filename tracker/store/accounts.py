"""How are accounts, their sessions and their tokens kept, and how does a person leave for good?"""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Engine, delete, insert, or_, select, update

from tracker.application.people.accounts import Account, Session, Token, name_key
from tracker.application.products.belongings import owner_of
from tracker.domain.days import instant_text
from tracker.errors import AccountError
from tracker.store.account_rows import (
    ACCOUNT,
    SESSION,
    TOKEN,
    account_columns,
    account_of,
    instant,
    session_columns,
    session_of,
    token_columns,
    token_of,
)
from tracker.store.account_tables import (
    accounts,
    attempts,
    column_mappings,
    product_lists,
    retired_names,
    sessions,
    subscription_owners,
    tokens,
)
from tracker.store.transactions import Lock, Transactions
from tracker.store.wiping import wipe

_OF_AN_ACCOUNT = (sessions, tokens, subscription_owners)


class SqlAccounts:
    """Accounts in an SQL database; see `tracker.application.people.accounts.AccountStore`."""

    def __init__(self, engine: Engine) -> None:
        self._tables = Transactions(engine, Lock.ACCOUNTS)

    def accounts(self) -> tuple[Account, ...]:
        """Return every account."""
        query = select(accounts).order_by(accounts.c.created_at, accounts.c.id)
        with self._tables.reading() as connection:
            return tuple(account_of(row) for row in connection.execute(query))

    def named(self, key: str) -> Account | None:
        """Return the account of a name."""
        with self._tables.reading() as connection:
            row = connection.execute(select(accounts).where(accounts.c.name_key == key)).first()
        return account_of(row) if row else None

    def add(self, account: Account) -> None:
        """Keep a new account under a name that nobody has or had."""
        key = name_key(account.name)
        with self._tables.writing() as connection:
            taken = select(accounts.c.name).where(accounts.c.name_key == key)
            if (held := connection.execute(taken).scalar()) is not None:
                raise AccountError(f"there is an account {held} already", account=account.name)
            had = select(retired_names.c.since).where(retired_names.c.digest == _retired(key))
            if connection.execute(had).first() is not None:
                raise AccountError(
                    f"the name {account.name} was another account's and may stand in the log; "
                    "choose another one",
                    account=account.name,
                )
            connection.execute(insert(accounts).values(**account_columns(account)))

    def change(self, account: Account) -> None:
        """Keep another version of an account."""
        mine = accounts.c.id == account.id
        with self._tables.writing() as connection:
            connection.execute(update(accounts).where(mine).values(**account_columns(account)))

    def remove(self, id: str, *, at: datetime) -> None:
        """Erase an account with everything that is its own."""
        with self._tables.writing() as connection:
            query = select(accounts.c.name_key).where(accounts.c.id == id)
            key = connection.execute(query).scalar()
            if key is None:
                return
            for table in _OF_AN_ACCOUNT:
                connection.execute(delete(table).where(table.c.account == id))
            for private in (product_lists, column_mappings):
                connection.execute(delete(private).where(private.c.owner == owner_of(id)))
            connection.execute(delete(accounts).where(accounts.c.id == id))
            gone = {"digest": _retired(key), "since": instant_text(at)}
            connection.execute(insert(retired_names).values(**gone))
        emptied = (accounts, *_OF_AN_ACCOUNT, product_lists, column_mappings)
        wipe(self._tables.engine, [table.name for table in emptied], what="the account")

    def open(self, session: Session) -> None:
        """Keep a new session."""
        with self._tables.writing() as connection:
            connection.execute(insert(sessions).values(**session_columns(session)))

    def session(self, digest: str) -> tuple[Session, Account] | None:
        """Return a session with its account."""
        query = (
            select(*SESSION, *ACCOUNT)
            .join(accounts, accounts.c.id == sessions.c.account)
            .where(sessions.c.digest == digest)
        )
        with self._tables.reading() as connection:
            row = connection.execute(query).first()
        return (session_of(row), account_of(row)) if row else None

    def sessions(self, account: str) -> tuple[Session, ...]:
        """Return the sessions of an account."""
        query = select(*SESSION).where(sessions.c.account == account)
        with self._tables.reading() as connection:
            found = connection.execute(query.order_by(sessions.c.seen_at.desc()))
            return tuple(session_of(row) for row in found)

    def see(self, digest: str, *, at: datetime) -> None:
        """Note when a session was last used."""
        mine = sessions.c.digest == digest
        with self._tables.writing() as connection:
            connection.execute(update(sessions).where(mine).values(seen_at=instant_text(at)))

    def close(self, digest: str) -> None:
        """End a session."""
        with self._tables.writing() as connection:
            connection.execute(delete(sessions).where(sessions.c.digest == digest))

    def close_all(self, account: str, *, but: str | None = None) -> None:
        """End the sessions of an account."""
        mine = sessions.c.account == account
        wanted = mine if but is None else mine & (sessions.c.digest != but)
        with self._tables.writing() as connection:
            connection.execute(delete(sessions).where(wanted))

    def prune(self, *, created_before: datetime, seen_before: datetime) -> None:
        """Drop the sessions that have ended by themselves."""
        over = or_(
            sessions.c.created_at < instant_text(created_before),
            sessions.c.seen_at < instant_text(seen_before),
        )
        with self._tables.writing() as connection:
            connection.execute(delete(sessions).where(over))

    def add_token(self, token: Token) -> None:
        """Keep a new token."""
        with self._tables.writing() as connection:
            connection.execute(insert(tokens).values(**token_columns(token)))

    def token(self, digest: str) -> tuple[Token, Account] | None:
        """Return a token with its account."""
        query = (
            select(*TOKEN, *ACCOUNT)
            .join(accounts, accounts.c.id == tokens.c.account)
            .where(tokens.c.digest == digest)
        )
        with self._tables.reading() as connection:
            row = connection.execute(query).first()
        return (token_of(row), account_of(row)) if row else None

    def tokens(self, account: str) -> tuple[Token, ...]:
        """Return the tokens of an account."""
        query = select(*TOKEN).where(tokens.c.account == account)
        with self._tables.reading() as connection:
            found = connection.execute(query.order_by(tokens.c.created_at, tokens.c.id))
            return tuple(token_of(row) for row in found)

    def use(self, id: str, *, at: datetime) -> None:
        """Note when a token was last used."""
        with self._tables.writing() as connection:
            used = update(tokens).where(tokens.c.id == id)
            connection.execute(used.values(used_at=instant_text(at)))

    def revoke(self, id: str, *, account: str) -> bool:
        """Drop a token of an account."""
        mine = (tokens.c.id == id) & (tokens.c.account == account)
        with self._tables.writing() as connection:
            return connection.execute(delete(tokens).where(mine)).rowcount > 0

    def attempt(
        self, limits: Mapping[str, int], *, at: datetime, since: datetime
    ) -> datetime | None:
        """Count one more attempt under every key, or under none."""
        over = attempts.c.since <= instant_text(since)
        with self._tables.writing() as connection:
            connection.execute(delete(attempts).where(over))
            query = select(attempts).where(attempts.c.key.in_(limits))
            held = {row.key: row for row in connection.execute(query)}
            full = [row.since for row in held.values() if row.tries >= limits[row.key]]
            if full:
                return instant(min(full))
            for key in limits:
                if key in held:
                    more = update(attempts).where(attempts.c.key == key)
                    connection.execute(more.values(tries=attempts.c.tries + 1))
                else:
                    row = {"key": key, "since": instant_text(at), "tries": 1}
                    connection.execute(insert(attempts).values(**row))
        return None

    def forgive(self, key: str) -> None:
        """Forget the attempts under a key."""
        with self._tables.writing() as connection:
            connection.execute(delete(attempts).where(attempts.c.key == key))


def _retired(key: str) -> str:
    return sha256(key.encode("utf-8", "replace")).hexdigest()
