"""Which row of a table stands for an account, a session or a token?"""

from datetime import datetime
from typing import Any

from sqlalchemy import Row

from tracker.application.people.accounts import Account, Role, Session, Token, name_key
from tracker.domain.days import instant_text, parse_when
from tracker.store.account_tables import accounts, sessions, tokens

ACCOUNT = tuple(column.label(f"account_{column.name}") for column in accounts.c)
SESSION = tuple(column.label(f"session_{column.name}") for column in sessions.c)
TOKEN = tuple(column.label(f"token_{column.name}") for column in tokens.c)
"""Columns under names that tell the tables apart where two stand in one row."""


def account_columns(account: Account) -> dict[str, Any]:
    """Return the row of an account."""
    return {
        "id": account.id,
        "name": account.name,
        "name_key": name_key(account.name),
        "role": str(account.role),
        "password": account.password,
        "team": account.team,
        "created_at": instant_text(account.created_at),
    }


def account_of(row: Row[Any]) -> Account:
    """Read the row of an account."""
    told = _columns(row, "account_")
    return Account(
        id=told["id"],
        name=told["name"],
        role=Role(told["role"]),
        password=told["password"],
        team=told["team"],
        created_at=instant(told["created_at"]),
    )


def session_columns(session: Session) -> dict[str, Any]:
    """Return the row of a session."""
    return {
        "digest": session.digest,
        "account": session.account,
        "created_at": instant_text(session.created_at),
        "seen_at": instant_text(session.seen_at),
    }


def session_of(row: Row[Any]) -> Session:
    """Read the row of a session."""
    told = _columns(row, "session_")
    return Session(
        digest=told["digest"],
        account=told["account"],
        created_at=instant(told["created_at"]),
        seen_at=instant(told["seen_at"]),
    )


def token_columns(token: Token) -> dict[str, Any]:
    """Return the row of a token."""
    return {
        "id": token.id,
        "account": token.account,
        "digest": token.digest,
        "role": str(token.role),
        "label": token.label,
        "created_at": instant_text(token.created_at),
        "expires_at": instant_text(token.expires_at) if token.expires_at else None,
        "used_at": instant_text(token.used_at) if token.used_at else None,
    }


def token_of(row: Row[Any]) -> Token:
    """Read the row of a token."""
    told = _columns(row, "token_")
    return Token(
        id=told["id"],
        account=told["account"],
        digest=told["digest"],
        role=Role(told["role"]),
        label=told["label"],
        created_at=instant(told["created_at"]),
        expires_at=instant(told["expires_at"]) if told["expires_at"] else None,
        used_at=instant(told["used_at"]) if told["used_at"] else None,
    )


def _columns(row: Row[Any], mark: str) -> dict[str, Any]:
    """Return the columns of one table, also where they stand beside another table's."""
    named = {
        name.removeprefix(mark): value
        for name, value in row._mapping.items()
        if name.startswith(mark)
    }
    return named or dict(row._mapping)


def instant(text: str) -> datetime:
    """Read an instant as it is written in a row."""
    moment = parse_when(text)
    if not isinstance(moment, datetime):
        raise TypeError(f"{text} is no instant")
    return moment
