"""A database that the first released schema filled is brought up to date, and so is its backup."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from tracker.application.answers.upgrading import upgrade
from tracker.bootstrap import database_at
from tracker.config import Settings
from tracker.domain.questions import Answer
from tracker.errors import SchemaTooOld
from tracker.facade import Tracker
from tracker.store.backup import back_up
from tracker.store.engine import connect, open_engine, write_transaction
from tracker.store.migrating import migrate
from tracker.store.restoring import restore
from tracker.store.schema import REVISION

FIRST = "0001"
NOW = datetime(2030, 7, 1, 9, tzinfo=UTC)


def now() -> datetime:
    return NOW


@pytest.fixture
def recent(tmp_path: Path, small_rulebook: Path) -> Iterator[Tracker]:
    """A database of today with a small history."""
    settings = Settings(database=f"sqlite:///{tmp_path / 'recent.db'}")
    with Tracker(settings, clock=now) as tracker:
        tracker.import_([small_rulebook])
        yield tracker


@pytest.fixture
def older(
    engine_name: str, request: pytest.FixtureRequest, tmp_path: Path, recent: Tracker
) -> Iterator[Engine]:
    """A database at the first revision that holds the same history, on each engine."""
    if engine_name == "sqlite":
        url = f"sqlite:///{tmp_path / 'older.db'}"
    else:
        url = request.getfixturevalue("postgres").empty()
    engine = connect(url)
    with write_transaction(engine) as connection, recent.engine.connect() as reading:
        migrate(connection, to=FIRST)
        _copy(reading, connection)
    yield engine
    engine.dispose()


def _copy(recent: Connection, older: Connection) -> None:
    rows = recent.execute(text("SELECT * FROM events")).mappings().all()
    marks = ", ".join(f":{column}" for column in rows[0])
    insert = f"INSERT INTO events ({', '.join(rows[0])}) VALUES ({marks})"
    older.execute(text(insert), [dict(row) for row in rows])
    older.execute(text("INSERT INTO postings (key, position) VALUES ('i:some', 1)"))
    older.execute(text("INSERT INTO checkpoint VALUES ('postings', :all)"), {"all": len(rows)})


def address(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=False)


def answers(tracker: Tracker) -> dict[str, Answer]:
    measures = tracker.library.whole().measure_ids()
    with Tracker(tracker.settings, clock=now) as looked_up:
        return {measure: looked_up.status(measure).answer for measure in measures}


def test_an_upgrade_keeps_the_history_and_files_it_anew(
    older: Engine, recent: Tracker, tmp_path: Path
) -> None:
    with pytest.raises(SchemaTooOld):
        open_engine(address(older))
    stored = database_at(address(older), clock=now)
    done = upgrade(stored, folder=tmp_path, clock=now)
    stored.close()
    assert (done.found, done.known, done.head) == (FIRST, REVISION, recent.log.head())
    assert (done.equal, done.changed) == (None, ())
    with Tracker(Settings(database=address(older)), clock=now) as tracker:
        assert tracker.verify() == recent.log.head()
        assert tracker.rebuild().equal
        assert answers(tracker) == answers(recent)
        with pytest.raises(DBAPIError, match="append-only"), tracker.engine.begin() as connection:
            connection.execute(text("DELETE FROM events"))


def test_a_backup_of_then_is_restored_and_filed_anew_at_first_use(
    older: Engine, recent: Tracker, tmp_path: Path
) -> None:
    file, url = tmp_path / "then.db", f"sqlite:///{tmp_path / 'restored.db'}"
    back_up(older, file)
    assert restore(url, file).head == recent.log.head()
    with Tracker(Settings(database=url), clock=now) as tracker:
        assert answers(tracker) == answers(recent)
        assert tracker.rebuild().equal
