"""Do many writers make one history, and does a reader that follows it miss nothing?"""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine

from tests.contract.postgres import Postgres
from tracker.domain.events import NewEvent
from tracker.errors import AlreadyRunning
from tracker.store.engine import open_engine
from tracker.store.event_log import SqlEventLog
from tracker.store.lease import Lease

APPENDING = """
import sys
from tracker.domain.events import NewEvent
from tracker.store.engine import open_engine
from tracker.store.event_log import SqlEventLog

url, name, count, batch = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
engine = open_engine(url)
log = SqlEventLog(engine, filing=lambda event: [f"w:{name}"])
print("ready", flush=True)
input()
for start in range(0, count, batch):
    with log.writing() as writer:
        writer.append(
            [NewEvent(name, "Noted", b"%d" % n) for n in range(start, min(start + batch, count))],
            expected={name: start},
        )
engine.dispose()
"""


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    engine = open_engine(database)
    yield engine
    engine.dispose()


@contextmanager
def appending(url: str, *, writers: int, count: int, batch: int) -> Iterator[None]:
    """Let processes append ``count`` events each at the same time; waits for them at the end."""
    arguments = [str(count), str(batch)]
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", APPENDING, url, f"writer-{number}", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(writers)
    ]
    assert [process.stdout.readline() for process in processes if process.stdout] == [
        "ready\n"
    ] * writers
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    try:
        yield
    finally:
        failures = [process.communicate()[1] for process in processes]
    assert failures == [""] * writers


def as_written(count: int, writers: int) -> dict[str, list[int]]:
    return {f"writer-{number}": list(range(count)) for number in range(writers)}


def test_two_processes_that_append_at_once_make_one_whole_chain(
    database: str, engine: Engine
) -> None:
    log = SqlEventLog(engine, filing=lambda event: [f"w:{event.stream}"])
    with appending(database, writers=2, count=5000, batch=50):
        pass
    assert log.verify().position == 10_000
    assert [event.position for event in log.read()] == list(range(1, 10_001))
    found = log.find(["w:writer-0", "w:writer-1"])
    assert {
        key.removeprefix("w:"): [int(event.body) for event in events]
        for key, events in found.items()
    } == as_written(5000, 2)
    assert log.rebuild().equal


def test_a_reader_that_follows_four_writers_misses_no_event(database: str, engine: Engine) -> None:
    log = SqlEventLog(engine, filing=lambda event: [f"w:{event.stream}"])
    seen: list[int] = []
    bodies: dict[str, list[int]] = {}
    rounds = 0
    with appending(database, writers=4, count=500, batch=5):
        deadline = time.monotonic() + 120
        while len(seen) < 2000 and time.monotonic() < deadline:
            new = list(log.read(after=seen[-1] if seen else 0))
            seen += [event.position for event in new]
            for event in new:
                bodies.setdefault(event.stream, []).append(int(event.body))
            rounds += bool(new)
            time.sleep(0.002)
    assert seen == list(range(1, 2001))
    assert bodies == as_written(500, 4)
    assert rounds > 5, "the reader did not follow, it came afterwards"


def test_checking_a_log_that_grows_meanwhile_finds_it_whole(database: str, engine: Engine) -> None:
    log = SqlEventLog(engine, filing=lambda _: ["k"])
    heads = []
    with appending(database, writers=2, count=300, batch=3):
        while log.head().position < 600:
            heads.append(log.verify().position)
            time.sleep(0.002)
    assert heads == sorted(heads)
    assert log.verify().position == 600


def test_a_lease_is_held_by_one_and_free_after_its_release(engine: Engine) -> None:
    mine, theirs = Lease(engine, "service"), Lease(engine, "service")
    theirs.holder = "elsewhere:1"
    mine.take()
    mine.take()
    with pytest.raises(AlreadyRunning) as caught:
        theirs.take()
    assert caught.value.holder == mine.holder
    mine.release()
    theirs.take()
    with pytest.raises(AlreadyRunning):
        mine.take()


TAKING = """
import sys
from tracker.errors import AlreadyRunning
from tracker.store.engine import open_engine
from tracker.store.lease import Lease

engine = open_engine(sys.argv[1])
print("ready", flush=True)
input()
try:
    Lease(engine, "service").take()
    print("taken", flush=True)
except AlreadyRunning:
    print("refused", flush=True)
input()
engine.dispose()
"""


def test_of_processes_that_want_the_lease_at_once_exactly_one_gets_it(database: str) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", TAKING, database],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    said = []
    for _ in range(2):  # all are ready, then all have tried
        said = [process.stdout.readline().strip() for process in processes if process.stdout]
        for process in processes:
            assert process.stdin is not None
            process.stdin.write("go on\n")
            process.stdin.flush()
    assert [process.communicate()[1] for process in processes] == [""] * 4
    assert sorted(said) == ["refused", "refused", "refused", "taken"]


def test_a_lease_can_be_renewed_while_a_long_import_writes_on_a_server(
    postgres: Postgres,
) -> None:
    engine = open_engine(postgres.fresh())
    log = SqlEventLog(engine, filing=lambda _: [])
    with log.writing() as writer:
        writer.append([NewEvent("s", "Noted", b"{}")])
        Lease(engine, "service").take()
    engine.dispose()
