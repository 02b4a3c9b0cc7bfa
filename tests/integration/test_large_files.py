"""Is a large file, which another process reads, taken exactly as a small one?"""

import json
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.integration.conftest import StandingClock
from tests.integration.histories import (
    BLUE,
    RED,
    exported,
    file_of,
    impose,
    lively,
    measure,
)
from tracker.application.interchange import lines_beside
from tracker.application.interchange.lines import AT_ONCE
from tracker.errors import InputError
from tracker.facade import Tracker

LINES = 2 * AT_ONCE + 100
NEVER = 10**12
AS_SHIPPED = lines_beside.LARGE
Processes = list["subprocess.Popen[bytes]"]


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> Processes:
    """Every file is large from now on; these are the processes that read them."""
    processes: Processes = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *args: Any, **named: Any) -> None:
            super().__init__(*args, **named)
            processes.append(self)

    monkeypatch.setattr(lines_beside, "LARGE", 0)
    monkeypatch.setattr(lines_beside.subprocess, "Popen", Noted)
    return processes


def long_file(folder: Path, *last: dict[str, Any]) -> Path:
    lines = (impose(f"xx/food/1#{number % 50}", reason=str(number)) for number in range(LINES))
    return file_of(folder, measure("xx/food/1#1"), *lines, *last)


def refused(tracker: Tracker, file: Path) -> str:
    with pytest.raises(InputError) as caught:
        tracker.import_([file])
    assert tracker.log.head().position == 0
    return str(caught.value)


def test_a_large_file_gives_the_same_log_as_one_read_in_this_process(
    tracker: Tracker,
    another: Tracker,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    begun: Processes,
) -> None:
    file = long_file(tmp_path)
    beside = tracker.import_([file])
    assert len(begun) == 1
    monkeypatch.setattr(lines_beside, "LARGE", NEVER)
    within = another.import_([file])
    assert len(begun) == 1
    assert beside == within
    assert (beside.recorded, beside.awaited) == (LINES + 1, 49)
    assert tracker.verify() == another.verify()


def test_a_history_with_documents_facts_and_times_comes_back_with_the_same_head(
    tracker: Tracker, another: Tracker, clock: StandingClock, small_rulebook: Path, tmp_path: Path
) -> None:
    lively(tracker, clock, small_rulebook, tmp_path)
    clock.now = datetime(2031, 1, 1, tzinfo=UTC)
    file = exported(tracker, tmp_path / "all.jsonl")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines_beside, "LARGE", 0)
        another.import_([file], restore=True)
        assert another.verify() == tracker.verify()
        assert b"".join(another.export()) == file.read_bytes()
        assert another.import_([file], restore=True).recorded == 0


def test_an_announcement_of_a_large_file_brings_its_document(
    tracker: Tracker, tmp_path: Path, begun: Processes
) -> None:
    line = {
        "type": "announcement",
        "id": "gazette/1",
        "source": "gazette",
        "url": "https://gazette.example/1",
        "fetched_at": "2030-01-10T00:00:00Z",
        "content_type": "text/plain",
        "body": "UmVk",
    }
    done = tracker.import_([file_of(tmp_path, line)])
    assert begun
    assert done.announcements == ["gazette/1"]
    (sha,) = [
        event.data()["sha256"]
        for event in tracker.log.read()
        if event.name == "AnnouncementRecorded"
    ]
    assert tracker.log.document(sha) == b"Red"


@pytest.mark.parametrize(
    "last",
    [
        {"type": "measure", "id": "xx#1", "titel": "T"},
        {"type": "event", "stream": "x", "name": "X", "version": 1, "body": {}},
        measure("xx/food/1#1", title="Other"),
        {"type": "measure", "id": "xx#\u7a00\n", "terms": {"share": 2**70}},
    ],
)
def test_a_bad_last_line_of_a_large_file_leaves_nothing_and_is_named_the_same_way(
    tracker: Tracker,
    tmp_path: Path,
    last: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    begun: Processes,
) -> None:
    file = long_file(tmp_path)
    with file.open("a", encoding="utf-8") as stream:
        json.dump(last, stream)
    beside = refused(tracker, file)
    assert beside.startswith(f"{file}:{LINES + 2}: ")
    assert begun[0].returncode is not None
    monkeypatch.setattr(lines_beside, "LARGE", NEVER)
    assert refused(tracker, file) == beside


def test_a_reading_process_that_dies_is_told_and_nothing_is_recorded(
    tracker: Tracker, tmp_path: Path, begun: Processes
) -> None:
    with pytest.raises(InputError, match=r"some\.jsonl: .* died .* import it again"):
        tracker.import_([long_file(tmp_path)], progress=lambda _: begun[0].kill())
    assert tracker.log.head().position == 0


def test_a_process_that_cannot_be_started_is_told(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begun: Processes
) -> None:
    monkeypatch.setattr(lines_beside.sys, "executable", str(tmp_path / "none"))
    assert "no process can be started to read it" in refused(tracker, long_file(tmp_path))


def test_an_import_that_is_broken_off_leaves_no_process_behind(
    tracker: Tracker, tmp_path: Path, begun: Processes
) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        tracker.import_([long_file(tmp_path)], progress=interrupted)
    assert begun[0].returncode is not None
    assert tracker.log.head().position == 0


def test_small_files_need_no_other_process(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begun: Processes
) -> None:
    monkeypatch.setattr(lines_beside, "LARGE", AS_SHIPPED)
    tracker.import_([file_of(tmp_path, measure(RED), measure(BLUE))])
    assert not begun
