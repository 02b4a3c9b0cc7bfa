"""What belongs to one person or team alone, outside the log, and who may see it?

Lists of products tell what a house makes and whom it sells to. They are shown to their owner and to
nobody else, are in no export, and are erased when their owner says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from tracker.application.people.accounts import Person, name_key
from tracker.errors import AccountError, UsageError
from tracker.ports import Clock

NAME_MOST = 80
BODY_MOST = 40 * 1024 * 1024
"""So many bytes a kept list has at most."""

LISTS_MOST = 200
"""So many lists one owner keeps at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductList:
    """A list of products as it was given, with the columns that its headers stand for.

    ``file_name`` tells how ``body`` is read; ``mapping`` leads from a field to a header;
    ``parts`` is how many rows it has.
    """

    owner: str
    name: str
    file_name: str
    body: bytes = field(repr=False)
    mapping: Mapping[str, str]
    parts: int
    kept_by: str
    kept_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLine:
    """A kept list without what is in it."""

    owner: str
    name: str
    file_name: str
    parts: int
    kept_by: str
    kept_at: datetime


class BelongingsStore(Protocol):
    """What is private to owners. Every method may be called from any thread and is a transaction of
    its own; raises `tracker.errors.StoreError` where the store fails. Nothing of it is in the log,
    and no method gives what belongs to an owner who is not named."""

    def keep(self, kept: ProductList) -> None:
        """Keep a list in place of the owner's earlier one of that name."""

    def lists(self, owners: tuple[str, ...]) -> tuple[ListLine, ...]:
        """Return the lists of these owners, by name."""

    def list_of(self, owner: str, name: str) -> ProductList | None:
        """Return a list."""

    def drop(self, owner: str, name: str) -> bool:
        """Erase a list for good; tell whether there was one."""

    def drop_all(self, owner: str) -> int:
        """Erase everything of an owner for good; return how many lists there were."""

    def keep_mapping(self, owner: str, name: str, mapping: Mapping[str, str]) -> None:
        """Keep a column mapping in place of the owner's earlier one of that name."""

    def mappings(self, owner: str) -> Mapping[str, Mapping[str, str]]:
        """Return the column mappings of an owner, by name."""

    def drop_mapping(self, owner: str, name: str) -> bool:
        """Erase a column mapping; tell whether there was one."""

    def own(self, subscription: str, *, account: str, names_parts: bool = False) -> None:
        """Note whose account a subscription is managed from.

        ``names_parts`` tells that its mails may name the parts in the lists of that person.
        """

    def keeper(self, subscription: str) -> tuple[str, bool] | None:
        """Return whose account a subscription is managed from, and whether its mails name parts."""

    def owned(self, account: str) -> frozenset[str]:
        """Return the ids of the subscriptions that are managed from an account."""


LOCAL = "local"
"""The owner of what is kept at the command line, where nobody signs in."""


def owner_of(account: str) -> str:
    """Name the owner of what is private to one account."""
    return f"account/{account}"


def team_owner(team: str) -> str:
    """Name the owner of what the people of a team share."""
    return f"team/{name_key(team)}"


def owners_of(person: Person) -> tuple[str, ...]:
    """Return the owners whose things a person sees: the person, and their team."""
    own = owner_of(person.account)
    return (own, team_owner(person.team)) if person.team else (own,)


@dataclass(slots=True)
class Belongings:
    """Keeps lists of products for owners; a person reaches their own and their team's only."""

    store: BelongingsStore
    clock: Clock

    def keep(
        self,
        owner: str,
        name: str,
        *,
        file_name: str,
        body: bytes,
        mapping: Mapping[str, str],
        parts: int,
        by: str,
    ) -> ProductList:
        """Keep a list under a name; raise `UsageError` for one that cannot be kept."""
        name = list_name(name)
        if len(body) > BODY_MOST:
            raise UsageError(f"a list has at most {BODY_MOST // 1024 // 1024} MB")
        known = {line.name for line in self.store.lists((owner,))}
        if name not in known and len(known) >= LISTS_MOST:
            raise UsageError(f"{LISTS_MOST} lists are kept already; erase one first")
        kept = ProductList(
            owner=owner,
            name=name,
            file_name=file_name,
            body=body,
            mapping=dict(mapping),
            parts=parts,
            kept_by=by,
            kept_at=self.clock(),
        )
        self.store.keep(kept)
        return kept

    def get(self, owners: tuple[str, ...], name: str) -> ProductList:
        """Return a list of one of these owners, the first who has one of that name.

        Raises `AccountError` where none has; whether somebody else does is not told.
        """
        for owner in owners:
            found = self.store.list_of(owner, name)
            if found is not None:
                return found
        raise AccountError(f"there is no list {name!r}", account=owners[0])

    def lists(self, owners: tuple[str, ...]) -> tuple[ListLine, ...]:
        """Return the lists of these owners."""
        return self.store.lists(owners)

    def drop(self, owners: tuple[str, ...], owner: str, name: str) -> None:
        """Erase a list of ``owner``, who must be one of these owners."""
        if owner not in owners or not self.store.drop(owner, name):
            raise AccountError(f"there is no list {name!r}", account=owners[0])


def list_name(name: str) -> str:
    """Return the name of a list; raise `UsageError` for one that nobody could type."""
    name = name.strip()
    if not name or len(name) > NAME_MOST or not name.isprintable():
        raise UsageError(f"the name of a list is one line of at most {NAME_MOST} letters")
    return name
