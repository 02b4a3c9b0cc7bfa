"""Does a database come to today's schema whole, once, and never behind a newer program's back?"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text

from tests.contract.postgres import Postgres
from tracker.domain.events import NewEvent
from tracker.errors import SchemaTooNew, SchemaTooOld
from tracker.projection.reading import keys_of
from tracker.resources import data
from tracker.store.engine import open_engine
from tracker.store.event_log import SqlEventLog
from tracker.store.schema import REVISION, metadata

REFUSING_TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}

OPENING = """
import sys
from tracker.store.engine import open_engine
input()
open_engine(sys.argv[1]).dispose()
"""


@pytest.fixture
def empty_database(engine_name: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without any table."""
    if engine_name == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    server: Postgres = request.getfixturevalue("postgres")
    return server.empty()


@pytest.fixture
def opening() -> Iterator[Callable[[str], Engine]]:
    engines: list[Engine] = []

    def open_(url: str) -> Engine:
        engines.append(open_engine(url))
        return engines[-1]

    yield open_
    for engine in engines:
        engine.dispose()


@pytest.fixture
def plainly_opened() -> Iterator[Callable[[str], Engine]]:
    """Opens a database without our program's hands on it."""
    engines: list[Engine] = []

    def open_(url: str) -> Engine:
        engines.append(create_engine(url.replace("postgresql:", "postgresql+psycopg:")))
        return engines[-1]

    yield open_
    for engine in engines:
        engine.dispose()


def shape(connection: Connection) -> dict[str, Any]:
    """What a database holds: each table's columns, keys and indexes."""
    found = inspect(connection)
    return {
        table: {
            "columns": [
                (column["name"], repr(column["type"]), column["nullable"], column["default"])
                for column in found.get_columns(table)
            ],
            "primary key": found.get_pk_constraint(table)["constrained_columns"],
            "unique": found.get_unique_constraints(table),
            "indexes": sorted((i["name"], i["column_names"]) for i in found.get_indexes(table)),
        }
        for table in sorted(found.get_table_names())
        if table != "alembic_version"
    }


def test_the_migrations_make_exactly_the_tables_of_the_schema(
    empty_database: str,
    engine_name: str,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    opening: Callable[[str], Engine],
    plainly_opened: Callable[[str], Engine],
) -> None:
    migrated = opening(empty_database)
    other = (
        f"sqlite:///{tmp_path / 'made.db'}"
        if engine_name == "sqlite"
        else request.getfixturevalue("postgres").empty()
    )
    made = plainly_opened(other)
    metadata.create_all(made)
    with migrated.connect() as one, made.connect() as two:
        assert shape(one) == shape(two)
        assert compare_metadata(MigrationContext.configure(one), metadata) == []


def test_the_index_is_stored_without_row_numbers_on_sqlite(
    tmp_path: Path, opening: Callable[[str], Engine]
) -> None:
    engine = opening(f"sqlite:///{tmp_path / 'tracker.db'}")
    with engine.connect() as connection:
        query = "SELECT sql FROM sqlite_master WHERE name = 'postings'"
        assert "WITHOUT ROWID" in connection.execute(text(query)).scalar_one()


def test_the_program_knows_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(data("db/migrations")))
    assert ScriptDirectory.from_config(config).get_heads() == [REVISION]


def test_an_upgrade_that_fails_at_its_end_leaves_an_empty_database(
    empty_database: str, engine_name: str, plainly_opened: Callable[[str], Engine]
) -> None:
    failing = "INSERT INTO alembic_version"

    def fail(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith(failing):
            raise KeyboardInterrupt

    event.listen(Engine, "before_cursor_execute", fail)
    try:
        with pytest.raises(KeyboardInterrupt):
            open_engine(empty_database)
    finally:
        event.remove(Engine, "before_cursor_execute", fail)
    with plainly_opened(empty_database).connect() as connection:
        assert inspect(connection).get_table_names() == []
        assert connection.execute(text(REFUSING_TRIGGERS[engine_name])).all() == []


def test_processes_that_meet_an_empty_database_at_once_make_one_schema(
    empty_database: str, opening: Callable[[str], Engine]
) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", OPENING, empty_database],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("now\n")
        process.stdin.flush()
    assert [process.communicate()[1] for process in processes] == [""] * 4
    with opening(empty_database).connect() as connection:
        assert len(connection.execute(text("SELECT * FROM alembic_version")).all()) == 1


def test_a_database_of_a_newer_program_is_left_alone(
    database: str, opening: Callable[[str], Engine], plainly_opened: Callable[[str], Engine]
) -> None:
    opening(database)
    with plainly_opened(database).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaTooNew, match="install the newer program") as caught:
        open_engine(database)
    assert (caught.value.found, caught.value.known) == ("9999", REVISION)
    with plainly_opened(database).connect() as connection:
        version = connection.execute(text("SELECT version_num FROM alembic_version"))
        assert version.scalar_one() == "9999"


def test_opening_again_changes_nothing(database: str, opening: Callable[[str], Engine]) -> None:
    with opening(database).connect() as connection:
        before = shape(connection)
    with opening(database).connect() as connection:
        assert shape(connection) == before


def test_a_database_can_be_taken_back_to_nothing(
    database: str, opening: Callable[[str], Engine]
) -> None:
    from alembic import command

    config = Config()
    config.set_main_option("script_location", str(data("db/migrations")))
    with opening(database).begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        assert shape(connection) == {}


def test_an_older_database_that_holds_a_history_is_not_migrated_silently(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = open_engine(database)
    log = SqlEventLog(engine, filing=keys_of)
    with log.writing() as writer:
        writer.append([NewEvent("note/1", "Noted", b"{}")])
    head = log.head()
    engine.dispose()
    monkeypatch.setattr("tracker.store.engine.REVISION", "9999")
    with pytest.raises(SchemaTooOld, match="run tracker upgrade"):
        open_engine(database)
    monkeypatch.undo()
    engine = open_engine(database)
    assert SqlEventLog(engine, filing=keys_of).head() == head
    engine.dispose()
