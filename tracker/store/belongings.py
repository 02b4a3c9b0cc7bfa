"""How are lists of products kept for their owners, and erased for good?"""

from collections.abc import Mapping

import orjson
from sqlalchemy import Engine, delete, insert, select

from tracker.application.products.belongings import ListLine, ProductList
from tracker.domain.days import instant_text
from tracker.store.account_rows import instant
from tracker.store.account_tables import column_mappings, product_lists, subscription_owners
from tracker.store.transactions import Lock, Transactions
from tracker.store.wiping import wipe

_LINE = (
    product_lists.c.owner,
    product_lists.c.name,
    product_lists.c.file_name,
    product_lists.c.parts,
    product_lists.c.kept_by,
    product_lists.c.kept_at,
)


class SqlBelongings:
    """Private things in an SQL database; see `products.belongings.BelongingsStore`."""

    def __init__(self, engine: Engine) -> None:
        self._tables = Transactions(engine, Lock.BELONGINGS)

    def keep(self, kept: ProductList) -> None:
        """Keep a list in place of an earlier one of its name."""
        mine = (product_lists.c.owner == kept.owner) & (product_lists.c.name == kept.name)
        row = {
            "owner": kept.owner,
            "name": kept.name,
            "file_name": kept.file_name,
            "body": kept.body,
            "mapping": orjson.dumps(dict(kept.mapping)).decode(),
            "parts": kept.parts,
            "kept_by": kept.kept_by,
            "kept_at": instant_text(kept.kept_at),
        }
        with self._tables.writing() as connection:
            connection.execute(delete(product_lists).where(mine))
            connection.execute(insert(product_lists).values(**row))

    def lists(self, owners: tuple[str, ...]) -> tuple[ListLine, ...]:
        """Return the lists of these owners."""
        query = select(*_LINE).where(product_lists.c.owner.in_(owners))
        with self._tables.reading() as connection:
            rows = connection.execute(query.order_by(product_lists.c.name, product_lists.c.owner))
            return tuple(
                ListLine(
                    owner=row.owner,
                    name=row.name,
                    file_name=row.file_name,
                    parts=row.parts,
                    kept_by=row.kept_by,
                    kept_at=instant(row.kept_at),
                )
                for row in rows
            )

    def list_of(self, owner: str, name: str) -> ProductList | None:
        """Return a list."""
        mine = (product_lists.c.owner == owner) & (product_lists.c.name == name)
        with self._tables.reading() as connection:
            row = connection.execute(select(product_lists).where(mine)).first()
        if row is None:
            return None
        return ProductList(
            owner=row.owner,
            name=row.name,
            file_name=row.file_name,
            body=bytes(row.body),
            mapping=orjson.loads(row.mapping),
            parts=row.parts,
            kept_by=row.kept_by,
            kept_at=instant(row.kept_at),
        )

    def drop(self, owner: str, name: str) -> bool:
        """Erase a list for good."""
        mine = (product_lists.c.owner == owner) & (product_lists.c.name == name)
        with self._tables.writing() as connection:
            gone = connection.execute(delete(product_lists).where(mine)).rowcount
        if gone:
            wipe(self._tables.engine, (product_lists.name,), what="the list")
        return gone > 0

    def drop_all(self, owner: str) -> int:
        """Erase everything of an owner for good."""
        with self._tables.writing() as connection:
            query = delete(product_lists).where(product_lists.c.owner == owner)
            gone = connection.execute(query).rowcount
            connection.execute(delete(column_mappings).where(column_mappings.c.owner == owner))
        wipe(self._tables.engine, (product_lists.name, column_mappings.name), what="the list")
        return gone

    def keep_mapping(self, owner: str, name: str, mapping: Mapping[str, str]) -> None:
        """Keep a column mapping in place of an earlier one of its name."""
        mine = (column_mappings.c.owner == owner) & (column_mappings.c.name == name)
        row = {"owner": owner, "name": name, "mapping": orjson.dumps(dict(mapping)).decode()}
        with self._tables.writing() as connection:
            connection.execute(delete(column_mappings).where(mine))
            connection.execute(insert(column_mappings).values(**row))

    def mappings(self, owner: str) -> Mapping[str, Mapping[str, str]]:
        """Return the column mappings of an owner."""
        query = select(column_mappings).where(column_mappings.c.owner == owner)
        with self._tables.reading() as connection:
            rows = connection.execute(query.order_by(column_mappings.c.name))
            return {row.name: orjson.loads(row.mapping) for row in rows}

    def drop_mapping(self, owner: str, name: str) -> bool:
        """Erase a column mapping."""
        mine = (column_mappings.c.owner == owner) & (column_mappings.c.name == name)
        with self._tables.writing() as connection:
            return connection.execute(delete(column_mappings).where(mine)).rowcount > 0

    def own(self, subscription: str, *, account: str, names_parts: bool = False) -> None:
        """Note whose account a subscription is managed from."""
        mine = subscription_owners.c.subscription == subscription
        row = {"subscription": subscription, "account": account, "names_parts": names_parts}
        with self._tables.writing() as connection:
            connection.execute(delete(subscription_owners).where(mine))
            connection.execute(insert(subscription_owners).values(**row))

    def keeper(self, subscription: str) -> tuple[str, bool] | None:
        """Return whose account a subscription is managed from, and whether its mails name parts."""
        columns = (subscription_owners.c.account, subscription_owners.c.names_parts)
        mine = subscription_owners.c.subscription == subscription
        with self._tables.reading() as connection:
            row = connection.execute(select(*columns).where(mine)).first()
        return (row[0], bool(row[1])) if row else None

    def owned(self, account: str) -> frozenset[str]:
        """Return the ids of the subscriptions that are managed from an account."""
        query = select(subscription_owners.c.subscription)
        mine = query.where(subscription_owners.c.account == account)
        with self._tables.reading() as connection:
            return frozenset(connection.execute(mine).scalars())
