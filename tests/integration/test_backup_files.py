"""Does a backup hold one moment of a log, prove itself, and bring the log back on either engine?"""

import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
import pytest
from sqlalchemy import text

from tests.contract.postgres import Postgres
from tracker.config import Settings
from tracker.errors import ChainBroken, SchemaTooNew, StoreError
from tracker.facade import Tracker
from tracker.ports import Head
from tracker.store.restoring import restore

RED = "xx/food/2030/1#red"
SUMMER = "2030-07-01"


@pytest.fixture
def opened() -> Iterator[Callable[[str], Tracker]]:
    """Opens trackers and closes them after the test."""
    trackers: list[Tracker] = []

    def open_(url: str) -> Tracker:
        clock = datetime(2030, 6, 1, 9, tzinfo=UTC)
        trackers.append(Tracker(Settings(database=url), clock=lambda: clock))
        return trackers[-1]

    yield open_
    for tracker in trackers:
        tracker.close()


@pytest.fixture
def tracker(database: str, opened: Callable[[str], Tracker], small_rulebook: Path) -> Tracker:
    """A log with two acts, a document and the bundled rulebook, on each engine."""
    found = opened(database)
    found.import_([small_rulebook])
    found.rulebook_apply()
    return found


def url_of(file: Path) -> str:
    return f"sqlite:///{file}"


def left_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_backup_has_the_head_and_answers_by_itself(
    tracker: Tracker, opened: Callable[[str], Tracker], tmp_path: Path
) -> None:
    file = tmp_path / "kept" / "backup.db"
    head = tracker.backup(file)
    assert head == tracker.log.head()
    assert left_in(file.parent) == {"backup.db"}
    kept = opened(url_of(file))
    assert kept.verify() == head
    assert list(kept.log.read()) == list(tracker.log.read())
    assert kept.status(RED, on=SUMMER) == tracker.status(RED, on=SUMMER)
    assert kept.rebuild().equal
    sha256s = [event.data().get("sha256") for event in tracker.log.read()]
    documents = [(sha256, tracker.log.document(sha256)) for sha256 in sha256s if sha256]
    assert documents
    assert [(sha256, kept.log.document(sha256)) for sha256, _ in documents] == documents


def test_a_restored_log_has_the_same_head_and_answers(
    tracker: Tracker, another_database: str, opened: Callable[[str], Tracker], tmp_path: Path
) -> None:
    head = tracker.backup(tmp_path / "backup.db")
    done = restore(another_database, tmp_path / "backup.db")
    assert (done.head, done.aside) == (head, None)
    other = opened(another_database)
    assert other.verify(head=head.hash) == head
    assert other.status(RED, on=SUMMER) == tracker.status(RED, on=SUMMER)
    assert other.rebuild().equal
    assert other.rulebook_apply().changes == ()


def test_a_backup_goes_from_either_engine_to_the_other(
    tracker: Tracker, postgres: Postgres, opened: Callable[[str], Tracker], tmp_path: Path
) -> None:
    head = tracker.backup(tmp_path / "backup.db")
    for url in (url_of(tmp_path / "new.db"), postgres.empty()):
        assert restore(url, tmp_path / "backup.db").head == head
        other = opened(url)
        assert other.verify() == head
        again = tmp_path / f"again-{other.engine.dialect.name}.db"
        assert other.backup(again) == head


def test_an_empty_log_is_kept_and_comes_back(
    database: str, another_database: str, opened: Callable[[str], Tracker], tmp_path: Path
) -> None:
    head = opened(database).backup(tmp_path / "backup.db")
    assert head == Head(0, "0" * 64)
    assert restore(another_database, tmp_path / "backup.db").head == head
    assert opened(another_database).verify() == head


def test_writers_go_on_during_a_backup(
    tracker: Tracker, database: str, opened: Callable[[str], Tracker], tmp_path: Path
) -> None:
    writer, enough, written = opened(database), threading.Event(), []

    def write() -> None:
        while not enough.is_set():
            number = len(written)
            lines = [{"type": "measure", "id": f"xx/{number}#{item}"} for item in range(50)]
            file = tmp_path / f"{number}.jsonl"
            file.write_bytes(b"".join(orjson.dumps(line) + b"\n" for line in lines))
            written.append(writer.import_([file]))

    began = tracker.log.head().position
    writing = threading.Thread(target=write)
    writing.start()
    heads = [tracker.backup(tmp_path / f"{number}.db") for number in range(5)]
    enough.set()
    writing.join()
    assert heads[0] != heads[-1], "nothing was written meanwhile"
    for number, head in enumerate(heads):
        assert (head.position - began) % 50 == 0, "a file of an import is whole or not there"
        tracker.verify(head=head.hash)
        assert opened(url_of(tmp_path / f"{number}.db")).verify() == head
    assert tracker.verify().position == began + 50 * len(written)


def test_an_existing_file_is_replaced_only_when_asked(tracker: Tracker, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    file.write_text("mine")
    with pytest.raises(StoreError, match=r"exists already.*--force"):
        tracker.backup(file)
    assert file.read_text() == "mine"
    assert tracker.backup(file, force=True) == tracker.log.head()
    with pytest.raises(StoreError, match="is a folder"):
        tracker.backup(tmp_path, force=True)


def test_a_backup_that_is_open_is_not_replaced(
    tracker: Tracker, opened: Callable[[str], Tracker], tmp_path: Path
) -> None:
    file = tmp_path / "backup.db"
    tracker.backup(file)
    reading = opened(url_of(file))
    reading.verify()
    with pytest.raises(StoreError, match="is open in another process"):
        tracker.backup(file, force=True)
    reading.close()
    assert tracker.backup(file, force=True) == tracker.log.head()


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_the_database_itself_is_no_target_and_no_backup(
    tracker: Tracker, database: str, tmp_path: Path
) -> None:
    own = tmp_path / "tracker.db"
    for file in (own, own.with_name("tracker.db-wal"), tmp_path / "." / "tracker.db"):
        with pytest.raises(StoreError, match="belongs to the database itself"):
            tracker.backup(file, force=True)
    with pytest.raises(StoreError, match="is the database itself"):
        restore(database, own, force=True)
    assert tracker.verify() == tracker.log.head()


def test_a_damaged_log_is_not_kept(tracker: Tracker, tmp_path: Path) -> None:
    with tracker.engine.begin() as connection:
        on = "ALTER TABLE events DISABLE TRIGGER USER"
        sqlite = connection.dialect.name == "sqlite"
        connection.execute(text("DROP TRIGGER events_refuse_update" if sqlite else on))
        connection.execute(text("UPDATE events SET name = 'Other' WHERE position = 3"))
    folder = tmp_path / "kept"
    with pytest.raises(ChainBroken, match="broken at position 3"):
        tracker.backup(folder / "backup.db")
    assert left_in(folder) == set()


def test_a_damaged_backup_brings_nothing(
    tracker: Tracker, another_database: str, opened: Callable[[str], Tracker], tmp_path: Path
) -> None:
    file = tmp_path / "backup.db"
    tracker.backup(file)
    data = bytearray(file.read_bytes())
    data[data.index("暂停 – suspended".encode())] ^= 1
    file.write_bytes(bytes(data))
    with pytest.raises(ChainBroken):
        restore(another_database, file)
    assert opened(another_database).log.head().position == 0


def test_a_backup_with_a_damaged_page_brings_nothing(
    tracker: Tracker, another_database: str, opened: Callable[[str], Tracker], tmp_path: Path
) -> None:
    file = tmp_path / "backup.db"
    tracker.backup(file)
    data = bytearray(file.read_bytes())
    with closing(sqlite3.connect(file)) as connection:
        root = "SELECT rootpage FROM sqlite_master WHERE name = 'postings'"
        (page,) = connection.execute(root).fetchone()
    data[4096 * (page - 1) : 4096 * page] = b"\x55" * 4096
    file.write_bytes(bytes(data))
    with pytest.raises(StoreError, match=r"no sound|broken"):
        restore(another_database, file)
    assert opened(another_database).log.head().position == 0


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "there is no backup at"),
        (b"no database at all, but long enough to look like one" * 40, "no sound SQLite database"),
        (b"", "holds no tracker"),
    ],
)
def test_what_is_no_backup_is_told(
    another_database: str, tmp_path: Path, content: bytes | None, reason: str
) -> None:
    file = tmp_path / "some.db"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(StoreError, match=reason):
        restore(another_database, file)


def test_a_database_with_events_is_not_filled(
    tracker: Tracker, another_database: str, opened: Callable[[str], Tracker], tmp_path: Path
) -> None:
    tracker.backup(tmp_path / "backup.db")
    other = opened(another_database)
    line = tmp_path / "one.jsonl"
    line.write_text('{"type": "measure", "id": "xx#1"}\n')
    other.import_([line])
    head = other.log.head()
    with pytest.raises(StoreError, match="holds events already"):
        restore(another_database, tmp_path / "backup.db")
    assert other.verify() == head


def test_a_database_without_events_is_filled_under_its_open_readers(
    tracker: Tracker, another_database: str, opened: Callable[[str], Tracker], tmp_path: Path
) -> None:
    other = opened(another_database)
    assert other.rules().rules == ()
    head = tracker.backup(tmp_path / "backup.db")
    assert restore(another_database, tmp_path / "backup.db").head == head
    assert other.verify() == head
    assert other.status(RED, on=SUMMER) == tracker.status(RED, on=SUMMER)


def test_a_restore_that_breaks_off_leaves_nothing(
    tracker: Tracker, another_database: str, opened: Callable[[str], Tracker], tmp_path: Path
) -> None:
    """The last table refuses its rows, so those of the others must go too."""
    tracker.backup(tmp_path / "backup.db")
    other = opened(another_database)
    with other.engine.begin() as connection:
        connection.execute(text("DROP TABLE postings"))
        connection.execute(
            text("CREATE TABLE postings (key TEXT, position BIGINT CHECK (position < 5))")
        )
    with pytest.raises(StoreError):
        restore(another_database, tmp_path / "backup.db")
    assert other.log.head().position == 0
    with other.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM documents")).scalar() == 0


def test_the_right_to_run_the_service_is_neither_kept_nor_brought_back(
    tracker: Tracker, another_database: str, opened: Callable[[str], Tracker], tmp_path: Path
) -> None:
    tracker.lease().take()
    tracker.backup(tmp_path / "backup.db")
    restore(another_database, tmp_path / "backup.db")
    for url in (url_of(tmp_path / "backup.db"), another_database):
        with opened(url).engine.connect() as connection:
            assert connection.execute(text("SELECT count(*) FROM lease")).scalar() == 0


def test_the_backup_of_a_newer_program_is_refused(
    tracker: Tracker, another_database: str, tmp_path: Path
) -> None:
    file = tmp_path / "backup.db"
    tracker.backup(file)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(SchemaTooNew, match="newer program"):
        restore(another_database, file)


def test_a_backup_on_a_read_only_medium_comes_back(
    tracker: Tracker, another_database: str, tmp_path: Path
) -> None:
    medium = tmp_path / "medium"
    head = tracker.backup(medium / "backup.db")
    (medium / "backup.db").chmod(0o444)
    medium.chmod(0o555)
    assert restore(another_database, medium / "backup.db").head == head
    assert left_in(medium) == {"backup.db"}
    medium.chmod(0o755)


@pytest.mark.parametrize("engine_name", ["sqlite"])
class TestAFileThatIsThere:
    def test_it_is_moved_aside_whole(
        self, tracker: Tracker, opened: Callable[[str], Tracker], tmp_path: Path
    ) -> None:
        head = tracker.backup(tmp_path / "backup.db")
        place = tmp_path / "place.db"
        other = opened(url_of(place))
        line = tmp_path / "one.jsonl"
        line.write_text('{"type": "measure", "id": "xx#1"}\n')
        other.import_([line])
        before = other.log.head()
        other.close()
        done = restore(url_of(place), tmp_path / "backup.db", force=True)
        assert done.head == head
        assert done.aside is not None
        assert done.aside.name.startswith("place.db.replaced-")
        assert opened(url_of(place)).verify() == head
        assert opened(url_of(done.aside)).verify() == before

    def test_it_stays_while_another_process_has_it_open(
        self, tracker: Tracker, database: str, tmp_path: Path
    ) -> None:
        head = tracker.backup(tmp_path / "backup.db")
        with pytest.raises(StoreError, match=r"another process has .* open; stop it"):
            restore(database, tmp_path / "backup.db", force=True)
        assert tracker.verify() == head
        assert "tracker.db.part" not in left_in(tmp_path)

    def test_a_damaged_one_is_moved_with_what_lies_beside_it(
        self, tracker: Tracker, opened: Callable[[str], Tracker], tmp_path: Path
    ) -> None:
        head = tracker.backup(tmp_path / "backup.db")
        place = tmp_path / "place.db"
        place.write_bytes(b"damaged beyond reading" * 500)
        place.with_name("place.db-wal").write_bytes(b"a journal of before")
        done = restore(url_of(place), tmp_path / "backup.db", force=True)
        assert done.aside is not None
        assert done.aside.read_bytes() == b"damaged beyond reading" * 500
        wal = done.aside.with_name(done.aside.name + "-wal")
        assert wal.read_bytes() == b"a journal of before"
        assert opened(url_of(place)).verify() == head

    def test_a_journal_without_its_database_is_not_mixed_into_the_restored_one(
        self, tracker: Tracker, opened: Callable[[str], Tracker], tmp_path: Path
    ) -> None:
        head = tracker.backup(tmp_path / "backup.db")
        place = tmp_path / "place.db"
        place.with_name("place.db-wal").write_bytes(b"a journal of before")
        with pytest.raises(StoreError, match="-wal file is still there"):
            restore(url_of(place), tmp_path / "backup.db")
        done = restore(url_of(place), tmp_path / "backup.db", force=True)
        assert done.head == head
        assert done.aside is not None
        wal = done.aside.with_name(done.aside.name + "-wal")
        assert wal.read_bytes() == b"a journal of before"
        assert opened(url_of(place)).verify() == head

    def test_one_that_was_not_closed_is_a_backup_too(
        self, tracker: Tracker, opened: Callable[[str], Tracker], tmp_path: Path
    ) -> None:
        """What was moved aside after a crash still has its newest events in its journal."""
        for name in ("tracker.db", "tracker.db-wal"):
            shutil.copyfile(tmp_path / name, tmp_path / name.replace("tracker", "crashed"))
        assert (tmp_path / "crashed.db-wal").stat().st_size > 0
        done = restore(url_of(tmp_path / "new.db"), tmp_path / "crashed.db")
        assert done.head == tracker.log.head()


KEEPING_UNDER_A_LIMIT = """
import resource, sys
from pathlib import Path
from tracker.facade import open_tracker
from tracker.errors import StoreError
from tracker.store.restoring import restore

with open_tracker(sys.argv[1]) as tracker:
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
    try:
        tracker.backup(Path(sys.argv[2]))
    except StoreError as error:
        print(error)
    try:
        restore(sys.argv[3], Path(sys.argv[4]))
    except StoreError as error:
        print(error)
"""


def test_a_full_disk_is_told_and_leaves_nothing(
    tracker: Tracker, database: str, tmp_path: Path
) -> None:
    tracker.backup(tmp_path / "backup.db")
    folder = tmp_path / "full"
    words = [database, folder / "a.db", url_of(folder / "b.db"), tmp_path / "backup.db"]
    done = subprocess.run(
        [sys.executable, "-c", KEEPING_UNDER_A_LIMIT, *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = done.stdout.splitlines()
    assert len(said) == 2
    assert all("the disk" in line for line in said), said
    assert left_in(folder) == set()
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 100_000


def test_a_folder_that_cannot_be_written_is_told(tracker: Tracker, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match=r"Not a directory|File exists"):
        tracker.backup(tmp_path / "file" / "backup.db")


def told() -> tuple[list[int], Any]:
    numbers: list[int] = []
    return numbers, numbers.append


def test_progress_is_told(tracker: Tracker, tmp_path: Path) -> None:
    numbers, progress = told()
    tracker.backup(tmp_path / "backup.db", progress=progress)
    assert numbers
    assert len(numbers) < 40, "rows go many at a time"


def test_a_restore_that_is_killed_is_whole_or_not_at_all_and_repeats(
    tracker: Tracker, engine_name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    lines = ({"type": "measure", "id": f"xx/a#{number}"} for number in range(20_000))
    many = tmp_path / "many.jsonl"
    many.write_bytes(b"".join(orjson.dumps(line) + b"\n" for line in lines))
    tracker.import_([many])
    file = tmp_path / "backup.db"
    head = tracker.backup(file)
    server = request.getfixturevalue("postgres") if engine_name == "postgresql" else None
    chance = random.Random(3)
    for number in range(6):
        url = server.empty() if server else url_of(tmp_path / f"place-{number}.db")
        words = [sys.executable, "-m", "tracker", "restore", str(file), "--database", url]
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.2, 1.2))
        process.kill()
        process.wait()
        with Tracker(Settings(database=url)) as other:
            found = other.verify()
        assert found in (head, Head(0, "0" * 64))
        if found != head:
            assert restore(url, file).head == head
