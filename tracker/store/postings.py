"""Under which keys is an event found again? (the read model: an index from key to position)

Every event is filed under its stream and under the keys that its filing gives. A key is kept as a
number of 64 bits made from its hash, so that the keys of a large log fit into memory. Two keys may
share a number: whoever finds an event under a number asks its filing whether it bears the key.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b

from sqlalchemy import Connection, delete, func, select

from tracker.domain.events import Event
from tracker.domain.identifiers import has_control_characters
from tracker.ports import Progress, Rebuilt
from tracker.store.schema import checkpoint, events, postings
from tracker.store.statements import among, insert, joined, pages

Filing = Callable[[Event], Iterable[str]]
"""Under which keys an event is looked up besides its stream; pure."""

Columns = tuple[int, str, int, str, int, str, bytes, bytes]
"""A row of the log: position, stream, stream position, name, version, recorded at, body, hash."""

EVENT_COLUMNS = "position, stream, stream_position, name, version, recorded_at, body, hash"
_QUALIFIED = ", ".join(f"events.{column}" for column in EVENT_COLUMNS.split(", "))


def number_of(key: str) -> int:
    """Return the number under which a key is kept: the first 8 bytes of its BLAKE2b, signed."""
    name = key.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(name, digest_size=8).digest(), "big", signed=True)


def keys_of(event: Event, filing: Filing) -> frozenset[str]:
    """Return every key of an event, its stream included."""
    return frozenset((event.stream, *filing(event)))


def file(connection: Connection, rows: Iterable[tuple[int, int]]) -> None:
    """File positions under the numbers of their keys, in the order of the index."""
    insert(connection, "postings", "key, position", sorted(set(rows)))


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


def latest(connection: Connection, keys: Iterable[str]) -> Mapping[str, int]:
    """Return the last position filed under the number of each key that has any.

    Of two keys with one number either may be meant; a key that is missing has no event at all.
    """
    numbers = _numbers(keys)
    # The last position is looked up, not aggregated: a source's stream grows with every poll.
    rows = joined(
        connection,
        "WITH asked (key) AS (VALUES {}) SELECT key, position FROM (SELECT key, "
        "(SELECT position FROM postings WHERE postings.key = asked.key "
        "ORDER BY position DESC LIMIT 1) AS position FROM asked) AS held "
        "WHERE position IS NOT NULL",
        sorted(set(numbers.values())),
    )
    last = dict(tuple(row) for row in rows)
    return {key: last[number] for key, number in numbers.items() if number in last}


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
    return {key: number_of(key) for key in dict.fromkeys(keys) if not has_control_characters(key)}


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
    connection.exec_driver_sql(
        "CREATE TEMPORARY TABLE refiled (key bigint NOT NULL, position bigint NOT NULL)"
    )
    for page in pages(read):
        rows = [
            (number, event.position)
            for event in page
            for number in {number_of(key) for key in keys_of(event, filing)}
        ]
        insert(connection, "refiled", "key, position", rows)
        count += len(page)
        if progress:
            progress(count)
    equal = _same(connection) if folded(connection, name) or not count else None
    connection.execute(delete(postings))
    # In the order of the index: many times faster than as the events come.
    connection.exec_driver_sql(
        "INSERT INTO postings (key, position) "
        "SELECT key, position FROM refiled ORDER BY key, position"
    )
    connection.exec_driver_sql("DROP TABLE refiled")
    set_folded(connection, name, count)
    return Rebuilt(count, time.perf_counter() - began, equal)


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
