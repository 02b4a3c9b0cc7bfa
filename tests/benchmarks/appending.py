"""What does appending cost beside the raw driver, and beside a kept event-sourcing library?"""

import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import make_url

from tests.benchmarks.measuring import Row, once
from tests.contract.postgres import started
from tracker.application.interchange.lines import recording
from tracker.domain.events import NewEvent
from tracker.projection.reading import keys_of
from tracker.store.engine import open_engine
from tracker.store.event_log import SqlEventLog
from tracker.store.postings import number_of

BATCH = 1000
EVENTS = 50_000


def _events(count: int) -> list[NewEvent]:
    text = "x" * 300
    return [
        recording(
            "effect",
            {
                "id": f"{number:064x}",
                "kind": "suspend",
                "affecting": "xx/a/1",
                "affected": [f"xx/a/1#m-{number % 1000}"],
                "from": "2025-01-01",
                "through": "2025-12-31",
                "announced_at": "2024-12-01",
                "reason": text,
            },
        )
        for number in range(count)
    ]


def rows() -> Iterator[Row]:
    """Yield what appending costs on each engine."""
    events = _events(EVENTS)
    with tempfile.TemporaryDirectory() as folder:
        ours = _ours(f"sqlite:///{folder}/ours.db", events)
        raw = _raw_sqlite(Path(folder) / "raw.db", events)
        yield Row("append, SQLite", ours, "raw executemany", raw, "≤ 2.50")
        peer = _eventsourcing(
            PERSISTENCE_MODULE="eventsourcing.sqlite", SQLITE_DBNAME=f"{folder}/peer.db"
        )
        yield from _beside_peer("one event, SQLite", ours, peer)
    server = started()
    try:
        server.execute("ALTER SYSTEM RESET fsync", "SELECT pg_reload_conf()")
        ours = _ours(server.fresh(), events)
        raw = _raw_postgres(server.empty(), events)
        yield Row("append, PostgreSQL", ours, "raw executemany", raw, "≤ 2.50")
        peer = _eventsourcing(
            PERSISTENCE_MODULE="eventsourcing.postgres",
            POSTGRES_DBNAME=make_url(server.empty()).database or "",
            POSTGRES_HOST=str(server.data),
            POSTGRES_USER="postgres",
            POSTGRES_PASSWORD="",
        )
        yield from _beside_peer("one event, PostgreSQL", ours, peer)
    finally:
        server.stop()


def _beside_peer(work: str, ours: float, peer: float | None) -> Iterator[Row]:
    if peer is not None:
        yield Row(work, ours / EVENTS, "eventsourcing save", peer, "< 1.00")


def _batches(events: Sequence[NewEvent]) -> Iterator[Sequence[NewEvent]]:
    return (events[start : start + BATCH] for start in range(0, len(events), BATCH))


def _ours(url: str, events: Sequence[NewEvent]) -> float:
    log = SqlEventLog(open_engine(url), filing=keys_of)

    def work() -> None:
        for batch in _batches(events):
            with log.writing() as writer:
                writer.append(batch)

    return once(work)


_COLUMNS = (
    "position integer primary key, stream text not null, stream_position integer not null, "
    "name text not null, version integer not null, recorded_at text not null, "
    "body {blob} not null, hash {blob} not null"
)


def _plain(events: Sequence[NewEvent]) -> list[tuple[object, ...]]:
    at, digest = "2026-01-01T00:00:00.000000Z", bytes(32)
    return [
        (number, event.stream, 1, event.name, 1, at, event.body, digest)
        for number, event in enumerate(events, start=1)
    ]


def _raw_sqlite(path: Path, events: Sequence[NewEvent]) -> float:
    rows, keys = _plain(events), _keys(events)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"CREATE TABLE events ({_COLUMNS.format(blob='blob')})")
    connection.execute(
        "CREATE TABLE postings (key integer, position integer, primary key (key, position)) "
        "WITHOUT ROWID"
    )

    def work() -> None:
        for start in range(0, len(rows), BATCH):
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(
                "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows[start : start + BATCH]
            )
            connection.executemany(
                "INSERT INTO postings VALUES (?, ?)", keys[2 * start : 2 * (start + BATCH)]
            )
            connection.execute("COMMIT")

    seconds = once(work)
    connection.close()
    return seconds


def _keys(events: Sequence[NewEvent]) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    for number, event in enumerate(events, start=1):
        data = orjson.loads(event.body)
        keys = (event.stream, f"t:{data['affected'][0]}")
        rows += [(number_of(key), number) for key in keys]
    return rows


def _raw_postgres(url: str, events: Sequence[NewEvent]) -> float:
    import psycopg

    rows, keys = _plain(events), _keys(events)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP TABLE IF EXISTS raw_events, raw_postings")
        connection.execute(f"CREATE TABLE raw_events ({_COLUMNS.format(blob='bytea')})")
        connection.execute(
            "CREATE TABLE raw_postings (key bigint, position bigint, primary key (key, position))"
        )

        def work() -> None:
            for start in range(0, len(rows), BATCH):
                with connection.transaction(), connection.cursor() as cursor:
                    cursor.executemany(
                        "INSERT INTO raw_events VALUES (%s, %s, %s, %s, %s, %s, %s, %s)",
                        rows[start : start + BATCH],
                    )
                    cursor.executemany(
                        "INSERT INTO raw_postings VALUES (%s, %s)",
                        keys[2 * start : 2 * (start + BATCH)],
                    )

        return once(work)


def _eventsourcing(**environment: str) -> float | None:
    """Return the seconds an event costs in `eventsourcing`, saved a hundred at a time.

    ``None`` where it, or its driver, is not installed.
    """
    try:
        from eventsourcing.application import Application

        application: Application = Application(env=environment)
    except ImportError:
        return None
    things = []
    for _ in range(50):
        thing = _kind_of_thing()()
        for _ in range(99):
            thing.note("x" * 300)
        things.append(thing)
    seconds = once(lambda: [application.save(thing) for thing in things])
    application.close()
    return seconds / (50 * 100)


@cache
def _kind_of_thing() -> Any:
    """Return an aggregate of `eventsourcing`, which refuses to see its class made twice."""
    from eventsourcing.domain import Aggregate, event

    class Thing(Aggregate):
        @event("Noted")
        def note(self, text: str) -> None:
            self.text = text

    return Thing
