"""Does an upgrade touch a database only after it went well on a copy, and can one go back?"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import orjson
import pytest
from sqlalchemy import inspect, text

from tracker.application.answers.upgrading import Upgraded, read_earlier, upgrade
from tracker.config import Settings
from tracker.domain.events import Event
from tracker.errors import AlreadyRunning, ChainBroken, InputError, SchemaTooNew, StoreError
from tracker.facade import Tracker
from tracker.ports import EventLog, Head
from tracker.projection.reading import EDITION, keys_of
from tracker.resources import data
from tracker.store.database import SqlDatabase
from tracker.store.engine import connect
from tracker.store.event_log import SqlEventLog
from tracker.store.postings import number_of
from tracker.store.restoring import restore
from tracker.store.revisions import Revisions
from tracker.store.schema import REVISION

RED, BLUE = "xx/food/2030/1#red", "xx/food/2030/1#blue"
NOW = datetime(2030, 7, 1, 9, tzinfo=UTC)
NEXT = f"{int(REVISION) + 1:04}"

MIGRATION = """
import sqlalchemy as sa
from alembic import op

revision = "{next}"
down_revision = "{known}"


def upgrade() -> None:
    op.create_table("colours", sa.Column("name", sa.String(), primary_key=True))
    {more}
"""


def now() -> datetime:
    return NOW


@pytest.fixture
def next_program(tmp_path: Path) -> Callable[[str], Revisions]:
    """Makes the migrations of a program with one revision more, which does ``more``."""

    def make(more: str = "") -> Revisions:
        folder = tmp_path / "migrations"
        if not folder.exists():
            shutil.copytree(str(data("db/migrations")), folder)
        file = folder / "versions" / f"{NEXT}_colours.py"
        file.write_text(MIGRATION.format(more=more, known=REVISION, next=NEXT), encoding="utf-8")
        return Revisions(known=NEXT, folder=folder)

    return make


@pytest.fixture
def head(database: str, small_rulebook: Path) -> Head:
    """The head of a log that the present program wrote, on each engine."""
    with Tracker(Settings(database=database), clock=now) as tracker:
        tracker.import_([small_rulebook])
        return tracker.log.head()


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def opened(database: str) -> Iterator[Callable[..., SqlDatabase]]:
    found: list[SqlDatabase] = []

    def open_(revisions: Revisions | None = None, *, url: str = database) -> SqlDatabase:
        engine = connect(url, make=False)
        found.append(SqlDatabase(engine, keys_of, EDITION, now, revisions or Revisions()))
        return found[-1]

    yield open_
    for item in found:
        item.close()


def upgraded(stored: SqlDatabase, folder: Path | None) -> Upgraded:
    return upgrade(stored, folder=folder, clock=now)


def revision_of(stored: SqlDatabase) -> str | None:
    with stored.engine.connect() as connection:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def test_an_upgrade_keeps_a_backup_of_before_and_migrates(
    head: Head,
    opened: Callable[..., SqlDatabase],
    next_program: Callable[[str], Revisions],
    backups: Path,
) -> None:
    stored = opened(next_program(""))
    done = upgraded(stored, backups)
    assert (done.found, done.known, done.head, done.equal) == (REVISION, NEXT, head, True)
    assert done.changed == ()
    assert revision_of(stored) == NEXT
    assert inspect(stored.engine).has_table("colours")
    assert stored.log().verify() == head
    assert done.backup is not None
    assert [path.name for path in backups.iterdir()] == [done.backup.name]
    assert f"-2030-07-01-{REVISION}-{head.hash[:12]}.db" in done.backup.name
    with stored.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM lease")).scalar() == 0


def test_the_program_of_before_goes_back_with_the_backup(
    head: Head,
    another_database: str,
    opened: Callable[..., SqlDatabase],
    next_program: Callable[[str], Revisions],
    backups: Path,
) -> None:
    done = upgraded(opened(next_program("")), backups)
    assert done.backup is not None
    assert restore(another_database, done.backup).head == head
    with Tracker(Settings(database=another_database), clock=now) as tracker:
        assert tracker.verify() == head
        assert tracker.status(RED).answer.status == "suspended"


def test_the_newer_program_brings_an_older_backup_up_to_its_schema(
    head: Head,
    opened: Callable[..., SqlDatabase],
    next_program: Callable[[str], Revisions],
    backups: Path,
    tmp_path: Path,
) -> None:
    program = next_program("")
    done = upgraded(opened(program), backups)
    assert done.backup is not None
    url = f"sqlite:///{tmp_path / 'anew.db'}"
    assert restore(url, done.backup, revisions=program).head == head
    assert revision_of(opened(program, url=url)) == NEXT


def test_a_rehearsal_touches_nothing(
    head: Head,
    opened: Callable[..., SqlDatabase],
    next_program: Callable[[str], Revisions],
    tmp_path: Path,
) -> None:
    before = {path.name for path in tmp_path.iterdir()}
    stored = opened(next_program(""))
    done = upgraded(stored, None)
    assert (done.found, done.known, done.head, done.backup) == (REVISION, NEXT, head, None)
    assert revision_of(stored) == REVISION
    assert not inspect(stored.engine).has_table("colours")
    stored.close()
    assert {path.name for path in tmp_path.iterdir()} - before <= {"migrations"}


@pytest.mark.parametrize(
    "more",
    [
        'op.execute("INSERT INTO nothing VALUES (1)")',
        "raise RuntimeError('no way')",
        'op.execute("DROP TABLE documents")',
    ],
)
def test_a_migration_that_fails_fails_on_the_copy(
    head: Head,
    opened: Callable[..., SqlDatabase],
    next_program: Callable[[str], Revisions],
    backups: Path,
    more: str,
) -> None:
    stored = opened(next_program(more))
    with pytest.raises((StoreError, RuntimeError)):
        upgraded(stored, backups)
    assert revision_of(stored) == REVISION
    assert stored.log().verify() == head
    assert len(list(backups.iterdir())) == 1, "the backup stays"


def test_a_migration_that_changes_the_history_is_not_taken(
    head: Head,
    opened: Callable[..., SqlDatabase],
    next_program: Callable[[str], Revisions],
    backups: Path,
) -> None:
    """Only on the copy, which is SQLite: there the triggers have these names."""
    more = (
        'op.execute("DROP TRIGGER IF EXISTS events_refuse_update"); '
        "op.execute(\"UPDATE events SET name = 'Other' WHERE position = 2\")"
    )
    stored = opened(next_program(more))
    with pytest.raises(ChainBroken, match="position 2"):
        upgraded(stored, backups)
    assert revision_of(stored) == REVISION
    assert stored.log().verify() == head


def test_answers_that_a_worn_read_model_gave_wrong_are_listed_and_mended(
    head: Head, opened: Callable[..., SqlDatabase], backups: Path
) -> None:
    stored = opened()
    with stored.engine.begin() as connection:
        connection.execute(text(f"DELETE FROM postings WHERE key = {number_of(f't:{RED}')}"))
        connection.execute(text(f"DELETE FROM postings WHERE key = {number_of(f'measure/{BLUE}')}"))
    rehearsed = upgraded(stored, None)
    done = upgraded(stored, backups)
    assert not done.equal
    assert done.changed == rehearsed.changed
    assert done.changed is not None
    changes = {item.measure: item for item in done.changed}
    assert set(changes) == {RED, BLUE}
    assert changes[BLUE].before is None
    assert changes[BLUE].after is not None
    assert changes[BLUE].after["status"] == "suspended"
    again = upgraded(stored, None)
    assert (again.equal, again.changed) == (True, ())


def test_answers_of_the_program_of_before_are_compared_with_its_own_words(
    head: Head, opened: Callable[..., SqlDatabase], tmp_path: Path
) -> None:
    file = tmp_path / "before.json"
    rule = {
        "measure": RED,
        "on": "2030-07-01",
        "status": "suspended",
        "certainty": "projected",
        "since": "2030-03-01",
        "through": "2030-08-31",
        "terms": {"share": 0.1},
        "title": "Red",
    }
    blue = {**rule, "measure": BLUE, "terms": {"share": 1.0}, "certainty": "disputed"}
    gone = {**rule, "measure": "xx/food/2030/1#green"}
    content = {"on": "2030-07-01", "announced_by": None, "recorded_by": None}
    file.write_bytes(orjson.dumps({**content, "rules": [rule, blue, gone]}))
    stored = opened()
    done = upgrade(stored, folder=None, clock=now, earlier=read_earlier(file))
    assert done.changed is not None
    changed = {item.measure: item for item in done.changed}
    red = changed.pop(RED, None)
    assert red is None or red.parts == ("certainty",), red
    assert changed[BLUE].parts == ("certainty",)
    assert changed["xx/food/2030/1#green"].after is None


def test_a_file_that_holds_no_answers_is_named(tmp_path: Path) -> None:
    file = tmp_path / "before.json"
    file.write_text('{"rules": 1}')
    with pytest.raises(InputError, match=r"before\.json: is not what tracker rules"):
        read_earlier(file)


def test_a_running_service_is_not_pulled_away_from_under(
    head: Head,
    database: str,
    opened: Callable[..., SqlDatabase],
    next_program: Callable[[str], Revisions],
    backups: Path,
) -> None:
    stored = opened(next_program(""))
    with stored.engine.begin() as connection:
        row = "INSERT INTO lease VALUES ('service', 'elsewhere:1', '2031-01-01T00:00:00.000000Z')"
        connection.execute(text(row))
    with pytest.raises(AlreadyRunning, match="elsewhere:1"):
        upgraded(stored, backups)
    assert revision_of(stored) == REVISION
    assert upgraded(stored, None).head == head, "a rehearsal may run beside it"


def test_a_database_of_a_newer_program_is_refused(
    head: Head,
    opened: Callable[..., SqlDatabase],
    next_program: Callable[[str], Revisions],
    backups: Path,
) -> None:
    upgraded(opened(next_program("")), backups)
    with pytest.raises(SchemaTooNew):
        upgraded(opened(), backups)


def test_a_database_that_is_not_there_is_told(opened: Callable[..., SqlDatabase]) -> None:
    with pytest.raises(StoreError, match="there is no database at"):
        opened(url="sqlite:////nowhere/at/all.db")


def test_a_database_without_a_tracker_is_told(
    opened: Callable[..., SqlDatabase], tmp_path: Path, backups: Path
) -> None:
    file = tmp_path / "other.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE addresses (name TEXT)")
    with pytest.raises(StoreError, match="holds no tracker"):
        upgraded(opened(url=f"sqlite:///{file}"), backups)


def test_a_rule_of_filing_that_changed_is_found(
    head: Head, database: str, opened: Callable[..., SqlDatabase], backups: Path
) -> None:
    """As with a newer program that files events under other keys."""

    def without_targets(event: Event) -> tuple[str, ...]:
        return tuple(key for key in keys_of(event) if not key.startswith("t:"))

    engine = connect(database, make=False)
    log: EventLog = SqlEventLog(engine, filing=without_targets, edition=EDITION)
    log.rebuild()
    engine.dispose()
    done = upgraded(opened(), backups)
    assert done.changed is not None
    assert {item.measure for item in done.changed} == {RED, BLUE}
