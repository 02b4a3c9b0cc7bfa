"""Can a history leave and come back whole, and is a file taken whole or not at all?"""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.integration.conftest import StandingClock
from tests.integration.histories import (
    BLUE,
    RED,
    SUMMER,
    exported,
    file_of,
    impose,
    lively,
    measure,
)
from tracker.config import Settings
from tracker.errors import InputError
from tracker.facade import Tracker


def test_a_history_that_leaves_comes_back_with_the_same_head(
    tracker: Tracker, another: Tracker, clock: StandingClock, small_rulebook: Path, tmp_path: Path
) -> None:
    lively(tracker, clock, small_rulebook, tmp_path)
    clock.now = datetime(2031, 1, 1, tzinfo=UTC)
    file = exported(tracker, tmp_path / "all.jsonl")
    done = another.import_([file], restore=True)
    assert done.recorded == tracker.log.head().position
    assert another.log.head() == tracker.log.head() == another.verify()
    assert list(another.log.read()) == list(tracker.log.read())
    assert b"".join(another.export()) == file.read_bytes()
    assert another.rebuild().equal
    shas = [event.data().get("sha256") for event in tracker.log.read()]
    kept = [(sha, tracker.log.document(sha)) for sha in shas if sha]
    assert [(sha, another.log.document(sha)) for sha, _ in kept] == kept


def test_a_restored_history_gives_the_same_answers(
    tracker: Tracker, another: Tracker, clock: StandingClock, small_rulebook: Path, tmp_path: Path
) -> None:
    lively(tracker, clock, small_rulebook, tmp_path)
    another.import_([exported(tracker, tmp_path / "all.jsonl")], restore=True)
    for recorded_by in (None, "2030-06-03T12:00:00Z", "2030-06-01T12:00:00Z"):
        question = {"on": SUMMER, "recorded_by": recorded_by}
        assert another.status(RED, **question) == tracker.status(RED, **question)
        assert another.status(BLUE, **question) == tracker.status(BLUE, **question)


def test_restoring_twice_records_nothing_the_second_time(
    tracker: Tracker, another: Tracker, clock: StandingClock, small_rulebook: Path, tmp_path: Path
) -> None:
    lively(tracker, clock, small_rulebook, tmp_path)
    file = exported(tracker, tmp_path / "all.jsonl")
    another.import_([file], restore=True)
    head = another.log.head()
    assert another.import_([file], restore=True).recorded == 0
    assert another.log.head() == head


def test_importing_twice_records_nothing_the_second_time(
    tracker: Tracker, small_rulebook: Path
) -> None:
    assert tracker.import_([small_rulebook]).recorded == 7
    head = tracker.log.head()
    done = tracker.import_([small_rulebook, small_rulebook])
    assert (done.recorded, done.unchanged) == (0, 14)
    assert tracker.log.head() == head


def test_a_record_that_stands_twice_in_a_file_is_recorded_once(
    tracker: Tracker, tmp_path: Path
) -> None:
    done = tracker.import_([file_of(tmp_path, measure(RED), measure(RED), measure(BLUE))])
    assert (done.recorded, done.unchanged) == (2, 1)


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b'{"type":"measure","id":"xx#1","titel":"T"}', "unknown field `titel`"),
        (b'{"type":"measure","id":"xx#1"', "no JSON"),
        (b'{"type":"measur","id":"xx#1"}', "unknown type 'measur'"),
        (b'"a text"', "one JSON object"),
        (b'{"type":"measure","id":"no-mark"}', "needs a #"),
        (b"\xff\xfe", "no JSON"),
    ],
)
def test_a_bad_line_is_named_and_nothing_of_its_file_is_recorded(
    tracker: Tracker, tmp_path: Path, bad: bytes, reason: str
) -> None:
    lines = [orjson.dumps(measure(f"xx#{number}")) for number in range(1500)]
    lines[1200] = bad
    file = tmp_path / "bad.jsonl"
    file.write_bytes(b"\n".join(lines))
    with pytest.raises(InputError) as caught:
        tracker.import_([file])
    assert (caught.value.file, caught.value.line) == (str(file), 1201)
    assert str(caught.value).startswith(f"{file}:1201: ")
    assert reason in str(caught.value)
    assert tracker.log.head().position == 0
    assert tracker.log.find([f"measure/xx#{number}" for number in range(1500)]) == {}


def test_files_before_a_bad_one_stay_recorded(
    tracker: Tracker, small_rulebook: Path, tmp_path: Path
) -> None:
    bad = file_of(tmp_path, measure("xx#1"), {"type": "nothing"})
    with pytest.raises(InputError):
        tracker.import_([small_rulebook, bad])
    assert tracker.log.verify().position == 7


def test_a_missing_file_is_named(tracker: Tracker, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.jsonl: cannot be read: No such file"):
        tracker.import_([tmp_path / "none.jsonl"])


def test_a_contradiction_of_an_earlier_import_shows_both_lines(
    tracker: Tracker, tmp_path: Path
) -> None:
    tracker.import_([file_of(tmp_path, measure(RED, title="Red"))])
    head = tracker.log.head()
    with pytest.raises(InputError) as caught:
        tracker.import_([file_of(tmp_path, measure(BLUE), measure(RED, title="Rouge"))])
    said = str(caught.value)
    assert '"title":"Red"' in said
    assert '"title":"Rouge"' in said
    assert "some.jsonl:2:" in said
    assert "position 1" in said
    assert '"corrects": true' in said
    assert tracker.log.head() == head


def test_a_contradiction_within_a_file_shows_both_lines(tracker: Tracker, tmp_path: Path) -> None:
    file = file_of(tmp_path, impose(RED, id="e"), measure(RED), impose(RED, "2031-01-01", id="e"))
    with pytest.raises(InputError) as caught:
        tracker.import_([file])
    assert f"{file}:1" in str(caught.value)
    assert f"{file}:3" in str(caught.value)
    assert '"from":"2031-01-01"' in str(caught.value)
    assert tracker.log.head().position == 0


def test_a_correction_holds_from_when_it_was_recorded_on(
    tracker: Tracker, clock: StandingClock, small_rulebook: Path, tmp_path: Path
) -> None:
    tracker.import_([small_rulebook])
    clock.now = datetime(2030, 6, 2, 9, tzinfo=UTC)
    corrected = measure(RED, title="Red", terms={"share": 0.2}, corrects=True)
    assert tracker.import_([file_of(tmp_path, corrected)]).recorded == 1
    clock.now = datetime(2030, 6, 3, 9, tzinfo=UTC)
    assert tracker.status(RED, on=SUMMER).answer.terms == {"share": 0.2}
    before = tracker.status(RED, on=SUMMER, recorded_by="2030-06-01T12:00:00Z")
    assert before.answer.terms == {"share": 0.1}
    assert tracker.import_([file_of(tmp_path, corrected)]).recorded == 0


def test_a_plain_import_records_now_and_a_restore_then(
    tracker: Tracker, another: Tracker, tmp_path: Path
) -> None:
    file = file_of(tmp_path, measure(RED, recorded_at="2029-01-01T01:00:00+01:00"))
    tracker.import_([file])
    another.import_([file], restore=True)
    assert [event.recorded_at for event in tracker.log.read()] == ["2030-06-01T09:00:00.000000Z"]
    assert [event.recorded_at for event in another.log.read()] == ["2029-01-01T00:00:00.000000Z"]


def test_both_engines_write_the_same_history(
    postgres: Any, tmp_path: Path, small_rulebook: Path
) -> None:
    heads = set()
    for url in (f"sqlite:///{tmp_path / 'one.db'}", postgres.fresh()):
        clock = StandingClock(2030, 6, 1)
        with Tracker(Settings(database=url), clock=clock) as tracker:
            lively(tracker, clock, small_rulebook, tmp_path)
            heads.add(tracker.verify())
    assert len(heads) == 1


MEASURING = """
import re, resource, sys
from datetime import UTC, datetime
from pathlib import Path
from tracker.application.interchange.transfer import export_lines, import_files
from tracker.projection.reading import keys_of
from tracker.store.engine import open_engine
from tracker.store.event_log import SqlEventLog

engine = open_engine(sys.argv[1])
log = SqlEventLog(engine, filing=keys_of)
blocks = []

def peak_kilobytes():
    # getrusage tells the peak of the parent too, from which this process was forked.
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(re.search(r"VmHWM:\\s+([0-9]+)", status.read_text())[1])

def progress(done):
    if done % 20_000 == 0:
        blocks.append(sys.getallocatedblocks())

import_files(log, [Path(sys.argv[2])], now=datetime.now(UTC), progress=progress)
for done, _ in enumerate(export_lines(log), start=1):
    progress(done)
print(peak_kilobytes() // 1024, *blocks)
engine.dispose()
"""


def test_memory_does_not_grow_with_the_file(database: str, tmp_path: Path) -> None:
    file = tmp_path / "long.jsonl"
    with file.open("wb") as stream:
        for number in range(100_000):
            stream.write(orjson.dumps(impose(f"xx/food/1#{number % 500}", reason=str(number))))
            stream.write(b"\n")
    done = subprocess.run(
        [sys.executable, "-c", MEASURING, database, str(file)],
        capture_output=True,
        text=True,
        check=True,
    )
    megabytes, *blocks = map(int, done.stdout.split())
    assert len(blocks) == 10  # one in 20,000 lines, in and out
    # A line that stayed would hold more than ten blocks, so 80,000 of them 800,000.
    # What waits to be filed comes and goes.
    assert max(blocks) - blocks[0] < 200_000, blocks
    assert megabytes < 300
