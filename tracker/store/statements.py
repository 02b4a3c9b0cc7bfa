"""How do many rows pass through a driver without a statement being compiled for each?

The driver's own parameters: several times faster than a statement of SQLAlchemy's, and the names of
tables and columns are ours alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, TypeVar

from sqlalchemy import Connection

AT_ONCE = 2000
"""So many values one statement takes, and so many rows one page holds."""

PACKED = 500
"""So many rows one inserting statement takes."""

_Item = TypeVar("_Item")


def mark(connection: Connection) -> str:
    """Return what stands for a parameter in the driver's statements."""
    return "?" if connection.dialect.paramstyle == "qmark" else "%s"


def insert(
    connection: Connection, table: str, columns: str, rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert rows, `PACKED` of them a statement: a third faster than one by one."""
    _insert(connection, table, columns, rows, packed=PACKED)


def insert_new(
    connection: Connection,
    table: str,
    columns: str,
    rows: Sequence[tuple[Any, ...]],
    *,
    packed: int = PACKED,
) -> None:
    """Insert those rows whose key is not held yet, ``packed`` of them a statement."""
    _insert(connection, table, columns, rows, packed=packed, ending=" ON CONFLICT DO NOTHING")


def _insert(
    connection: Connection,
    table: str,
    columns: str,
    rows: Sequence[tuple[Any, ...]],
    *,
    packed: int,
    ending: str = "",
) -> None:
    whole = len(rows) - len(rows) % packed
    packs = [_flat(rows[start : start + packed]) for start in range(0, whole, packed)]
    if packs:
        statement = _insertion(connection, table, columns, packed)
        connection.exec_driver_sql(statement + ending, packs)
    if rest := rows[whole:]:
        statement = _insertion(connection, table, columns, len(rest))
        connection.exec_driver_sql(statement + ending, _flat(rest))


def _flat(rows: Iterable[tuple[Any, ...]]) -> tuple[Any, ...]:
    return tuple(chain.from_iterable(rows))


def _insertion(connection: Connection, table: str, columns: str, rows: int) -> str:
    row = ", ".join([mark(connection)] * (columns.count(",") + 1))
    values = ", ".join([f"({row})"] * rows)
    return f"INSERT INTO {table} ({columns}) VALUES {values}"  # noqa: S608 - our own names


def among(connection: Connection, statement: str, values: Iterable[Any]) -> Iterator[Any]:
    """Yield the rows of a statement whose ``{}`` is a list of values, however long that is."""
    return _filled(connection, statement, values, mark(connection))


def joined(connection: Connection, statement: str, values: Iterable[Any]) -> Iterator[Any]:
    """Yield the rows of a statement whose ``{}`` is a table of one column that holds the values."""
    return _filled(connection, statement, values, f"({mark(connection)})")


def _filled(
    connection: Connection, statement: str, values: Iterable[Any], one: str
) -> Iterator[Any]:
    for some in pages(values):
        filled = statement.format(", ".join([one] * len(some)))
        yield from connection.exec_driver_sql(filled, tuple(some)).all()


def pages(items: Iterable[_Item], size: int = AT_ONCE) -> Iterator[list[_Item]]:
    """Yield the items in lists of ``size``, the last one shorter."""
    rest = iter(items)
    while page := list(islice(rest, size)):
        yield page
