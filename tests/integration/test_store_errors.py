"""Is whatever keeps a database from working told in one sentence, and is nothing lost by it?"""

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from tests.contract.postgres import Postgres
from tracker.domain.events import NewEvent
from tracker.errors import StoreError, UsageError
from tracker.ports import EventLog
from tracker.store.engine import open_engine, shown
from tracker.store.event_log import SqlEventLog

NOBODY = 65534
ONE = NewEvent("s", "Noted", b"{}")
BIG = [NewEvent("s", "Noted", b"x" * 100_000)] * 50


@pytest.fixture
def opening() -> Iterator[Callable[..., Engine]]:
    engines: list[Engine] = []

    def open_(url: str, **more: Any) -> Engine:
        engines.append(open_engine(url, **more))
        return engines[-1]

    yield open_
    for engine in engines:
        engine.dispose()


def log_on(engine: Engine) -> SqlEventLog:
    return SqlEventLog(engine, filing=lambda event: [f"s:{event.stream}"])


def write(log: EventLog, *events: NewEvent) -> None:
    with log.writing() as writer:
        writer.append(events)


@contextmanager
def refused(words: str) -> Iterator[None]:
    """Expect a `StoreError` of one line that names the database and says ``words``."""
    with pytest.raises(StoreError, match=words) as caught:
        yield
    said = str(caught.value)
    assert said.startswith("database ")
    assert "\n" not in said
    assert "Traceback" not in said
    assert "psycopg" not in said


@contextmanager
def as_nobody() -> Iterator[None]:
    """Give up the rights of root, who may write what nobody may."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users can get into, unlike those of the tests."""
    folder = Path(tempfile.mkdtemp(prefix="tracker-open-"))
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


def test_a_full_disk_is_told_and_loses_nothing(
    tmp_path: Path, opening: Callable[..., Engine]
) -> None:
    url = f"sqlite:///{tmp_path / 'tracker.db'}"
    write(log_on(opening(url)), ONE)
    full = opening(url)
    event.listen(full, "connect", lambda connection, _: connection.execute(PAGES.format(30)))
    full.dispose()
    log = log_on(full)
    with refused("the disk is full; free some space"):
        write(log, *BIG)
    assert log.verify().position == 1
    write(log_on(opening(url)), *BIG)
    assert log_on(opening(url)).verify().position == 51


PAGES = "PRAGMA max_page_count = {}"


def test_a_file_that_may_not_grow_is_told_and_loses_nothing(
    tmp_path: Path, opening: Callable[..., Engine]
) -> None:
    url = f"sqlite:///{tmp_path / 'tracker.db'}"
    write(log_on(opening(url)), ONE)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))

    code = (
        "import sys; from tests.integration.test_store_errors import *\n"
        "write(log_on(open_engine(sys.argv[1])), *BIG)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, url],
        preexec_fn=limit,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 1
    last = done.stderr.strip().splitlines()[-1]
    assert "the disk refuses" in last or "the disk is full" in last
    log = log_on(opening(url))
    assert log.verify().position == 1
    write(log, *BIG)
    assert log.verify().position == 51


def test_a_read_only_file_is_read_and_not_written(
    open_folder: Path, opening: Callable[..., Engine]
) -> None:
    file = open_folder / "tracker.db"
    write(log_on(opening(f"sqlite:///{file}")), ONE)
    opening(f"sqlite:///{file}").dispose()
    for part in open_folder.iterdir():
        part.chmod(0o444)
    with as_nobody():
        log = log_on(opening(f"sqlite:///{file}"))
        assert log.head().position == 1
        with refused("it is read-only; change its permissions"):
            write(log, ONE)
        assert log.verify().position == 1


def test_a_file_that_may_not_be_read_is_told(
    open_folder: Path, opening: Callable[..., Engine]
) -> None:
    file = open_folder / "tracker.db"
    opening(f"sqlite:///{file}")
    file.chmod(0)
    with as_nobody(), refused("it cannot be opened; check the path and its permissions"):
        opening(f"sqlite:///{file}")


def test_a_folder_in_which_nothing_may_be_made_is_told(
    open_folder: Path, opening: Callable[..., Engine]
) -> None:
    open_folder.chmod(0o555)
    with as_nobody(), refused("it cannot be opened; check the path and its permissions"):
        opening(f"sqlite:///{open_folder / 'tracker.db'}")
    with as_nobody(), pytest.raises(StoreError, match=r"cannot make the folder .*: Permission"):
        opening(f"sqlite:///{open_folder / 'deeper' / 'tracker.db'}")


def test_a_folder_in_place_of_a_file_is_told(
    tmp_path: Path, opening: Callable[..., Engine]
) -> None:
    with refused("it cannot be opened"):
        opening(f"sqlite:///{tmp_path}")


def test_a_database_that_must_exist_and_does_not_is_told(
    tmp_path: Path, opening: Callable[..., Engine]
) -> None:
    with pytest.raises(StoreError, match=r"there is no database at .*none\.db"):
        opening(f"sqlite:///{tmp_path / 'none.db'}", make=False)
    assert not (tmp_path / "none.db").exists()


def test_a_writer_that_waits_too_long_is_told_and_readers_go_on(
    database: str, opening: Callable[..., Engine]
) -> None:
    slow = log_on(opening(database))
    log = log_on(opening(database, wait_seconds=0.2))
    write(log, ONE)
    with slow.writing() as writer:
        writer.append([ONE])
        with refused("another process is writing and did not finish in time; try again"):
            write(log, ONE)
        assert log.head().position == log.verify().position == 1
    write(log, ONE)
    assert log.verify().position == 3


def test_a_file_that_is_no_database_is_told_and_left_alone(
    tmp_path: Path, opening: Callable[..., Engine]
) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("rare earths " * 1000)
    with refused("it is no sound SQLite database; restore it from a backup"):
        opening(f"sqlite:///{file}")
    assert file.read_text() == "rare earths " * 1000


def test_a_file_that_was_cut_short_is_told(tmp_path: Path, opening: Callable[..., Engine]) -> None:
    file = tmp_path / "tracker.db"
    engine = opening(f"sqlite:///{file}")
    write(log_on(engine), *BIG)
    engine.dispose()
    sqlite3.connect(file).execute("PRAGMA wal_checkpoint(TRUNCATE)").connection.close()
    os.truncate(file, file.stat().st_size // 2)
    with pytest.raises(StoreError, match=r"no sound SQLite database|cannot be read"):
        log_on(opening(f"sqlite:///{file}")).verify()


@pytest.mark.parametrize(
    "address",
    [
        "tracker.db",
        "mysql://host/name",
        "postgresql://host:port/name",
        "sqlite://",
        "",
        "sqlite:///",
    ],
)
def test_an_address_that_cannot_be_meant_is_told(address: str) -> None:
    with pytest.raises(UsageError):
        open_engine(address)


def test_a_server_that_is_not_there_is_told(tmp_path: Path, opening: Callable[..., Engine]) -> None:
    pytest.importorskip("psycopg")
    for address in ("127.0.0.1:1/law", f"/law?host={tmp_path}", "no-such-host.invalid/law"):
        with refused("no server answers there; start it, or correct the address"):
            opening(f"postgresql://me:secret@{address}")


def test_a_database_that_the_server_does_not_have_is_told(
    postgres: Postgres, opening: Callable[..., Engine]
) -> None:
    with refused(r"the server has no database of this name; make it first \(createdb\)"):
        opening(postgres.url("nowhere"))


def test_a_user_or_password_that_is_refused_is_told_without_the_password(
    postgres: Postgres, opening: Callable[..., Engine]
) -> None:
    rules = postgres.data / "pg_hba.conf"
    before = rules.read_text()
    rules.write_text("local all guest scram-sha-256\n" + before)
    postgres.execute("CREATE ROLE guest LOGIN PASSWORD 'right'", "SELECT pg_reload_conf()")
    url = postgres.url("postgres", user="guest:secret")
    for wrong in (url, url.replace(":secret", ""), url.replace("guest", "stranger")):
        with refused("does not let this user in; check the user's name and password"):
            opening(wrong)
    rules.write_text(before)
    postgres.execute("SELECT pg_reload_conf()")


def test_a_password_is_never_shown(postgres: Postgres, opening: Callable[..., Engine]) -> None:
    for url in (
        postgres.url("nowhere", user="me:secret"),
        postgres.url("nowhere") + "&password=secret",
    ):
        with pytest.raises(StoreError) as caught:
            opening(url)
        assert "secret" not in str(caught.value)


def test_rights_that_are_missing_are_told(
    postgres: Postgres, opening: Callable[..., Engine]
) -> None:
    url = postgres.fresh()
    postgres.execute("DROP ROLE IF EXISTS reader", "CREATE ROLE reader LOGIN")
    with refused("this user may not do that there; grant it the rights"):
        log_on(opening(url.replace("postgres@", "reader@"))).head()


def test_a_server_that_only_lets_read_is_told(
    postgres: Postgres, opening: Callable[..., Engine]
) -> None:
    url = postgres.fresh()
    name = url.partition("@/")[2].partition("?")[0]
    postgres.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    log = log_on(opening(url))
    assert log.head().position == 0
    with refused("it is read-only; change its permissions"):
        write(log, ONE)


def test_a_server_that_breaks_off_is_told_and_the_next_attempt_works(
    postgres: Postgres, opening: Callable[..., Engine]
) -> None:
    log = log_on(opening(postgres.fresh()))
    write(log, ONE)

    def breaking_off() -> None:
        with log.writing() as writer:
            writer.append([ONE])
            postgres.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname LIKE 't%' AND state = 'idle in transaction'"
            )
            writer.append([ONE])

    with refused("the server broke off; see its log, then try again"):
        breaking_off()
    assert log.verify().position == 1
    write(log, ONE)
    assert log.verify().position == 2


def test_a_server_that_breaks_off_is_no_broken_chain(
    postgres: Postgres, opening: Callable[..., Engine]
) -> None:
    log = log_on(opening(postgres.fresh()))
    write(log, *[ONE] * 12_000)

    def break_off(_done: int) -> None:
        postgres.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname LIKE 't%' AND state = 'idle in transaction'"
        )

    with refused("the server broke off"):
        log.verify(progress=break_off)
    assert log.verify().position == 12_000


def test_a_server_set_to_another_isolation_still_makes_one_chain(
    postgres: Postgres, opening: Callable[..., Engine]
) -> None:
    url = postgres.fresh()
    name = url.partition("@/")[2].partition("?")[0]
    postgres.execute(f"ALTER DATABASE {name} SET default_transaction_isolation = 'serializable'")
    logs = [log_on(opening(url)) for _ in range(2)]
    for log in logs * 3:
        write(log, ONE)
    assert logs[0].verify().position == 6


def test_any_way_to_write_a_server_is_understood(
    postgres: Postgres, opening: Callable[..., Engine]
) -> None:
    url = postgres.fresh()
    for scheme in ("postgresql", "postgres", "postgresql+psycopg", "postgresql+psycopg2"):
        engine = opening(url.replace("postgresql", scheme, 1))
        assert log_on(engine).head().position == 0
        assert shown(engine.url).startswith("postgresql://postgres@/t")
