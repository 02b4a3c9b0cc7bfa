"""Under which keys is an event found again? (the read model: an index from key to position)

Every event is filed under its stream and under the keys that its filing gives. A key is kept as a
number of 64 bits made from its hash, so that the keys of a large log fit into memory. Two keys may
share a number: whoever finds an event under a number asks its filing whether it bears the key.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from operator import itemgetter
from struct import Struct

from sqlalchemy import Connection, delete, func, select

from tracker.domain.events import Event
from tracker.ports import Progress, Rebuilt
from tracker.store.schema import checkpoint, events, postings
from tracker.store.statements import among, insert, insert_new, joined, pages

Filing = Callable[[Event], Iterable[str]]
"""Under which keys an event is looked up besides its stream; pure."""

Columns = tuple[int, str, int, str, int, str, bytes, bytes]
"""A row of the log: position, stream, stream position, name, version, recorded at, body, hash."""

FILED_AT_ONCE = 100_000
"""So many rows of the read model a transaction keeps back, to file them in order."""

_POSTING = "key bigint NOT NULL, position bigint NOT NULL"
EVENT_COLUMNS = "position, stream, stream_position, name, version, recorded_at, body, hash"
_SIGNED = Struct(">q").unpack
_QUALIFIED = ", ".join(f"events.{column}" for column in EVENT_COLUMNS.split(", "))


def number_of(key: str) -> int:
    """Return the number under which a key is kept: the first 8 bytes of its BLAKE2b, signed."""
    name = key.encode("utf-8", "surrogatepass")
    number: int = _SIGNED(blake2b(name, digest_size=8).digest())[0]
    return number


def keys_of(event: Event, filing: Filing) -> frozenset[str]:
    """Return every key of an event, its stream included."""
    return frozenset((event.stream, *filing(event)))


class Unfiled:
    """What a transaction has still to file: much at a time, since in order it goes far faster.

    Whoever looks at the read model asks here too, or files first.
    """

    def __init__(self, connection: Connection, name: str) -> None:
        """``name`` is that of the read model."""
        self._connection = connection
        self._name = name
        self._rows: list[tuple[int, int]] = []
        self._last: dict[int, int] = {}
        self.asked: dict[str, int] = {}
        """The keys that were asked for last, with their numbers."""

    def add(self, rows: Sequence[tuple[int, int]]) -> None:
        """Take numbers of keys with positions that rise."""
        self._rows += rows
        self._last.update(rows)
        if len(self._rows) >= FILED_AT_ONCE:
            self.file()

    def file(self) -> None:
        """File all that was taken, and note how far the read model reaches."""
        if not self._rows:
            return
        reached = self._rows[-1][1]
        # Two keys of one event may share a number.
        in_order = sorted(self._rows, key=itemgetter(0))
        insert_new(self._connection, "postings", "key, position", in_order)
        set_folded(self._connection, self._name, reached)
        self._rows.clear()
        self._last.clear()

    def latest(self, keys: Iterable[str]) -> dict[str, int]:
        """Return the last position under the number of each key that has any, filed or not.

        Of two keys with one number either may be meant; a key that is missing has no event at all.
        """
        self.asked = numbers = _numbers(keys)
        held = self._last
        elsewhere = set(numbers.values()).difference(held)
        last = _latest(self._connection, elsewhere) if elsewhere else {}
        if not last and len(elsewhere) == len(numbers):
            return {}
        return {
            key: position
            for key, number in numbers.items()
            if (position := held.get(number) or last.get(number))
        }


def find(
    connection: Connection, keys: Iterable[str], filing: Filing
) -> Mapping[str, tuple[Event, ...]]:
    """Return the events filed under each key that has any, in order."""
    names: dict[int, list[str]] = {}
    for key, number in _numbers(keys).items():
        names.setdefault(number, []).append(key)
    rows = among(
        connection,
        f"SELECT postings.key, {_QUALIFIED} FROM postings "  # noqa: S608 - our own names
        "JOIN events ON events.position = postings.position "
        "WHERE postings.key IN ({}) ORDER BY events.position",
        names,
    )
    found: dict[str, list[Event]] = {}
    for number, *columns in rows:
        event = Event(*columns)
        borne = keys_of(event, filing)
        for key in names[number]:
            if key in borne:
                found.setdefault(key, []).append(event)
    return {key: tuple(events) for key, events in found.items()}


def _latest(connection: Connection, numbers: Iterable[int]) -> Mapping[int, int]:
    """Return the last position filed under each number that has any."""
    # The last position is looked up, not aggregated: a source's stream grows with every poll.
    rows = joined(
        connection,
        "WITH asked (key) AS (VALUES {}) SELECT key, position FROM (SELECT key, "
        "(SELECT position FROM postings WHERE postings.key = asked.key "
        "ORDER BY position DESC LIMIT 1) AS position FROM asked) AS held "
        "WHERE position IS NOT NULL",
        sorted(numbers),
    )
    return dict(tuple(row) for row in rows)


def lengths(connection: Connection, last: Mapping[str, int]) -> dict[str, int]:
    """Return how many events each stream holds, given the last position under its number."""
    rows = among(
        connection,
        "SELECT position, stream, stream_position FROM events WHERE position IN ({})",
        set(last.values()),
    )
    ends = {position: (stream, length) for position, stream, length in rows}
    found = {}
    for stream, position in last.items():
        name, length = ends[position]
        found[stream] = length if name == stream else _length(connection, stream)
    return found


def _length(connection: Connection, stream: str) -> int:
    """Count a stream whose number it shares with another key."""
    query = select(func.max(events.c.stream_position)).join_from(
        postings, events, events.c.position == postings.c.position
    )
    query = query.where(postings.c.key == number_of(stream), events.c.stream == stream)
    return connection.execute(query).scalar() or 0


def _numbers(keys: Iterable[str]) -> dict[str, int]:
    return {key: number_of(key) for key in keys}


def rebuild(
    connection: Connection,
    read: Iterator[Event],
    *,
    filing: Filing,
    name: str,
    progress: Progress | None,
) -> Rebuilt:
    """Throw the read model away and fold it anew from the events of the log."""
    began = time.perf_counter()
    count = 0
    connection.exec_driver_sql(f"CREATE TEMPORARY TABLE loose ({_POSTING})")
    for page in pages(read):
        rows = []
        for event in page:
            rows.append((number_of(event.stream), event.position))
            rows.extend([(number_of(key), event.position) for key in filing(event)])
        insert(connection, "loose", "key, position", rows)
        count += len(page)
        if progress:
            progress(count)
    _put_in_order(connection)
    equal = _same(connection) if folded(connection, name) or not count else None
    connection.execute(delete(postings))
    connection.exec_driver_sql(
        "INSERT INTO postings (key, position) "
        "SELECT key, position FROM refiled ORDER BY key, position"
    )
    connection.exec_driver_sql("DROP TABLE refiled")
    set_folded(connection, name, count)
    return Rebuilt(count, time.perf_counter() - began, equal)


def _put_in_order(connection: Connection) -> None:
    """Sort what was filed anew, once; beside another index, many times faster in its order."""
    shape = f"{_POSTING}, PRIMARY KEY (key, position)"
    without = " WITHOUT ROWID" if connection.dialect.name == "sqlite" else ""
    connection.exec_driver_sql(f"CREATE TEMPORARY TABLE refiled ({shape}){without}")
    connection.exec_driver_sql(
        "INSERT INTO refiled (key, position) "
        "SELECT DISTINCT key, position FROM loose ORDER BY key, position"
    )
    connection.exec_driver_sql("DROP TABLE loose")


def _same(connection: Connection) -> bool:
    """Tell whether the read model holds what was filed anew: as many, and each of them."""
    counts = "SELECT (SELECT count(*) FROM postings), (SELECT count(*) FROM refiled)"
    held, refiled = connection.exec_driver_sql(counts).one()
    if held != refiled:
        return False
    missing = (
        "SELECT 1 FROM refiled WHERE NOT EXISTS (SELECT 1 FROM postings WHERE "
        "postings.key = refiled.key AND postings.position = refiled.position) LIMIT 1"
    )
    return connection.exec_driver_sql(missing).first() is None


def folded(connection: Connection, name: str) -> int:
    """Return the position up to which the read model of this name is folded."""
    query = select(checkpoint.c.position).where(checkpoint.c.name == name)
    return connection.execute(query).scalar() or 0


def set_folded(connection: Connection, name: str, position: int) -> None:
    """Keep the position up to which the read model is folded; there is one read model."""
    connection.execute(delete(checkpoint))
    connection.execute(checkpoint.insert().values(name=name, position=position))
