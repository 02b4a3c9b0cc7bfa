"""Is every change of a stored history refused, and found where it was forced?"""

import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from tests.contract.conftest import StandingClock, keys_in_body, noted
from tests.contract.memory import MemoryEventLog
from tracker.domain.events import Event
from tracker.errors import ChainBroken, HeadNotFound, StoreError
from tracker.store.engine import open_engine, store_errors
from tracker.store.event_log import SqlEventLog
from tracker.store.postings import number_of
from tracker.store.schema import APPEND_ONLY

REFUSED = (
    "UPDATE events SET recorded_at = 'never'",
    "UPDATE events SET body = body WHERE position = 1",
    "UPDATE documents SET sha256 = 'other'",
    "DELETE FROM events",
    "DELETE FROM events WHERE position = 5",
    "DELETE FROM documents",
)

TAMPERED = {
    "body": "UPDATE events SET body = (SELECT body FROM events WHERE position = 1)",
    "body as text": "UPDATE events SET body = 'text'",
    "hash": "UPDATE events SET hash = (SELECT hash FROM events WHERE position = 1)",
    "stream": "UPDATE events SET stream = 'other'",
    "stream position": "UPDATE events SET stream_position = 9",
    "name": "UPDATE events SET name = 'Other'",
    "version": "UPDATE events SET version = 2",
    "recorded at": "UPDATE events SET recorded_at = '2029-01-01T00:00:00.000000Z'",
    "position": "UPDATE events SET position = 33",
    "deleted": "DELETE FROM events",
}


def force(engine: Engine, statement: str) -> None:
    """Run a statement past the triggers, as somebody with the rights of an owner can."""
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            for name in connection.execute(text(triggers)).scalars().all():
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        else:
            for table in APPEND_ONLY:
                connection.exec_driver_sql(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
        connection.exec_driver_sql(statement)


@pytest.mark.parametrize("part", TAMPERED)
def test_a_forced_change_is_found_by_the_part_in_which_it_was_made(
    stored: SqlEventLog, engine: Engine, part: str
) -> None:
    assert stored.verify_part(after=1, most=3).last == 4
    force(engine, f"{TAMPERED[part]} WHERE position = 3")
    assert stored.verify_part(after=0, most=2).last == 2
    with pytest.raises(ChainBroken) as told:
        stored.verify_part(after=1, most=3)
    assert told.value.position == 3


def test_a_log_that_was_cut_off_is_told_by_its_last_part(
    stored: SqlEventLog, engine: Engine
) -> None:
    force(engine, "DELETE FROM events WHERE position = 5")
    with pytest.raises(ChainBroken) as told:
        stored.verify_part(after=2, most=100)
    assert told.value.position == 5


def test_a_change_by_hand_is_refused(stored: SqlEventLog, engine: Engine, engine_name: str) -> None:
    before = list(stored.read())
    truncating = [f"TRUNCATE {table}" for table in APPEND_ONLY if engine_name == "postgresql"]
    for statement in (*REFUSED, *truncating):
        with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
            connection.exec_driver_sql(statement)
    assert list(stored.read()) == before
    assert stored.verify().position == 5


def test_a_refused_change_is_told_in_one_sentence(stored: SqlEventLog, engine: Engine) -> None:
    with (
        pytest.raises(StoreError, match="append-only: a change of what it holds was refused"),
        store_errors(engine.url),
        engine.begin() as connection,
    ):
        connection.exec_driver_sql("DELETE FROM events")


@pytest.mark.parametrize("part", TAMPERED)
def test_a_forced_change_is_found_where_it_was_made(
    stored: SqlEventLog, engine: Engine, part: str
) -> None:
    force(engine, f"{TAMPERED[part]} WHERE position = 4")
    with pytest.raises(ChainBroken) as caught:
        stored.verify()
    assert caught.value.position == 4


def test_swapped_events_are_found(stored: SqlEventLog, engine: Engine) -> None:
    for old, new in ((3, 99), (4, 3), (99, 4)):
        force(engine, f"UPDATE events SET position = {new} WHERE position = {old}")
    with pytest.raises(ChainBroken) as caught:
        stored.verify()
    assert caught.value.position == 3


def test_an_inserted_event_is_found(stored: SqlEventLog, engine: Engine) -> None:
    force(
        engine,
        "INSERT INTO events SELECT 6, stream, 4, name, version, recorded_at, body, hash "
        "FROM events WHERE position = 5",
    )
    with pytest.raises(ChainBroken) as caught:
        stored.verify()
    assert caught.value.position == 6


def test_a_changed_document_is_found_at_its_announcement(
    stored: SqlEventLog, engine: Engine
) -> None:
    force(engine, "UPDATE documents SET bytes = (SELECT hash FROM events WHERE position = 1)")
    with pytest.raises(ChainBroken, match="document") as caught:
        stored.verify()
    assert caught.value.position == 2


def test_a_tail_that_was_cut_off_is_missed(stored: SqlEventLog, engine: Engine) -> None:
    force(engine, "DELETE FROM events WHERE position > 2")
    with pytest.raises(ChainBroken, match="cut off") as caught:
        stored.verify()
    assert caught.value.position == 3


def test_a_tail_that_was_cut_off_with_all_its_traces_is_missed_by_who_kept_the_head(
    stored: SqlEventLog, engine: Engine
) -> None:
    head = stored.head().hash
    assert stored.verify(head=head).hash == head
    force(engine, "DELETE FROM events WHERE position > 2")
    force(engine, "DELETE FROM postings WHERE position > 2")
    force(engine, "UPDATE checkpoint SET position = 2")
    assert stored.verify().position == 2
    with pytest.raises(HeadNotFound):
        stored.verify(head=head)


def test_a_changed_read_model_is_found_and_mended_by_a_rebuild(
    stored: SqlEventLog, engine: Engine
) -> None:
    before = stored.find(["n:三"])
    force(engine, f"UPDATE postings SET key = 1 WHERE key = {number_of('n:三')}")
    assert stored.find(["n:三"]) == {}
    assert not stored.rebuild().equal
    assert stored.find(["n:三"]) == before
    assert stored.rebuild().equal


def test_both_readings_of_the_chain_give_the_same_hashes(
    stored: SqlEventLog, clock: StandingClock
) -> None:
    again = MemoryEventLog(filing=keys_in_body, clock=clock)
    with again.writing() as writer:
        writer.append(list(stored.read()))  # type: ignore[arg-type]
    assert again.events == tuple(stored.read())


def test_the_chain_is_the_one_that_has_always_been_written(stored: SqlEventLog) -> None:
    head = "dfdd9cc56bf7fd99e9a5489a78785b7db4bbe76cacb3a427d7de25150722243e"
    assert stored.head().hash == head


def test_one_flipped_bit_anywhere_is_found_or_changes_no_event(
    tmp_path: Path, clock: StandingClock, opened: Callable[[str], Engine]
) -> None:
    engine = opened(f"sqlite:///{tmp_path / 'tracker.db'}")
    log = SqlEventLog(engine, filing=keys_in_body, clock=clock)
    with log.writing() as writer:
        writer.append(
            [noted(f"稀土 {number}" * 100, stream=f"流/{number}") for number in range(160)]
        )
    before = list(log.read())
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    engine.dispose()
    found = sum(_is_found(_flipped(tmp_path, seed), before, clock) for seed in range(60))
    assert found > 10


def _flipped(folder: Path, seed: int) -> Path:
    copy = folder / f"copy-{seed}.db"
    shutil.copyfile(folder / "tracker.db", copy)
    data = bytearray(copy.read_bytes())
    place = random.Random(seed).randrange(len(data))
    data[place] ^= 1 << seed % 8
    copy.write_bytes(data)
    return copy


def _is_found(copy: Path, before: list[Event], clock: StandingClock) -> bool:
    """Verify a damaged copy; where nothing is found, every event must be as it was."""
    try:
        engine = open_engine(f"sqlite:///{copy}")
    except StoreError:
        return True
    log = SqlEventLog(engine, filing=keys_in_body, clock=clock)
    position, is_found = None, True
    try:
        log.verify()
        is_found = False
    except ChainBroken as error:
        position = error.position
    except StoreError:
        return True
    finally:
        engine.dispose()
    assert _first_difference(copy, before) == position
    return is_found


def _first_difference(copy: Path, before: list[Event]) -> int | None:
    """Return the first position at which a copy does not give the event that was written."""
    connection = sqlite3.connect(copy)
    try:
        for event in before:
            query = "SELECT * FROM events WHERE position >= ? ORDER BY position LIMIT 1"
            try:
                row = connection.execute(query, (event.position,)).fetchone()
            except sqlite3.DatabaseError:
                return event.position
            if row != tuple(getattr(event, name) for name in event.__struct_fields__):
                return event.position
        return None
    finally:
        connection.close()
