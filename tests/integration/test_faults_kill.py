"""Does a process that is killed at any moment leave a whole history, which the next run completes?

``TRACKER_KILLS`` says how many random moments each command is killed at (continuous integration:
30 in all for each engine, otherwise 5).
"""

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import orjson
import pytest

from tests.conftest import new_database
from tracker.config import Settings
from tracker.domain.facts import SourceAdded
from tracker.facade import Tracker

KILLS = int(os.environ.get("TRACKER_KILLS", "30" if os.environ.get("CI") else "5"))
LINES = 2000

NewDatabase = Callable[[], str]


@pytest.fixture
def fresh(engine_name: str, request: pytest.FixtureRequest, tmp_path: Path) -> NewDatabase:
    """Makes one empty database after another."""
    numbers = iter(range(1, 1000))
    return lambda: new_database(engine_name, request, tmp_path / f"{next(numbers)}.db")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two files of measures and effects; each is recorded whole or not at all."""
    folder = tmp_path_factory.mktemp("files")
    made = (folder / "first.jsonl", folder / "second.jsonl")
    for file in made:
        with file.open("wb") as stream:
            for number in range(LINES // 2):
                for record in _records(f"xx/{file.stem}/1", number):
                    stream.write(orjson.dumps(record) + b"\n")
    return made


def _records(instrument: str, number: int) -> Iterator[dict[str, object]]:
    measure = f"{instrument}#{number}"
    yield {"type": "measure", "id": measure, "terms": {"share": number}}
    yield {
        "type": "effect",
        "kind": "impose",
        "affecting": instrument,
        "affected": [measure],
        "from": "2030-01-01",
        "announced_at": "2029-12-01",
    }


@dataclass(frozen=True, slots=True)
class Run:
    """A command that is killed: how its database is prepared, and which heights are whole."""

    words: tuple[str, ...]
    prepare: Callable[[Tracker], object] | None
    finish: Callable[[Tracker], object]
    heights: Callable[[int], set[int]]


def importing(files: tuple[Path, Path]) -> Run:
    return Run(
        words=("import", *map(str, files)),
        prepare=None,  # makes the database as well
        finish=lambda tracker: tracker.import_(files),
        heights=lambda whole: {0, LINES, whole},
    )


def rebuilding(files: tuple[Path, Path]) -> Run:
    return Run(
        words=("rebuild",),
        prepare=lambda tracker: tracker.import_(files[:1]),
        finish=lambda tracker: tracker.rebuild(),
        heights=lambda whole: {whole},
    )


def polling(_files: tuple[Path, Path]) -> Run:
    sample = SourceAdded(id="sample", url="bundled:sample/feed.xml")
    return Run(
        words=("poll",),
        prepare=lambda tracker: tracker.sources.add(sample),
        finish=lambda tracker: tracker.poll(),
        heights=lambda whole: {1, whole},
    )


@pytest.mark.parametrize("run", [importing, rebuilding, polling])
def test_a_killed_run_leaves_nothing_half_done_and_the_next_completes_it(
    run: Callable[[tuple[Path, Path]], Run], files: tuple[Path, Path], fresh: NewDatabase
) -> None:
    made = run(files)
    whole, records, seconds = _undisturbed(made, fresh())
    moments = random.Random(2030)
    for _ in range(max(1, KILLS // 3)):
        url = fresh()
        _prepare(made, url)
        _killed(made.words, url, after=moments.uniform(0.3, 1.0) * seconds)
        with _opened(url) as tracker:
            assert tracker.verify().position in made.heights(whole)
            assert tracker.rebuild().equal
            made.finish(tracker)
            assert _records_of(tracker) == records
            assert tracker.verify() == tracker.log.head()
            assert tracker.rebuild().equal


def _prepare(made: Run, url: str) -> None:
    if made.prepare is not None:
        with _opened(url) as tracker:
            made.prepare(tracker)


def _undisturbed(made: Run, url: str) -> tuple[int, list[tuple[str, bytes]], float]:
    _prepare(made, url)
    began = time.perf_counter()
    with _started(made.words, url) as process:
        assert process.wait() == 0
    seconds = time.perf_counter() - began
    with _opened(url) as tracker:
        return tracker.log.head().position, _records_of(tracker), seconds


def _opened(url: str) -> Tracker:
    return Tracker(Settings(database=url))


def _records_of(tracker: Tracker) -> list[tuple[str, bytes]]:
    """Every record of the log but those of single polls, which tell their time."""
    timed = ("SourcePolled", "AnnouncementRecorded")
    return [
        (event.stream, b"" if event.name in timed else event.body)
        for event in tracker.log.read()
        if event.name != "SourcePolled"
    ]


def _killed(words: tuple[str, ...], url: str, *, after: float) -> None:
    with _started(words, url) as process:
        time.sleep(after)
        process.kill()


def _started(words: tuple[str, ...], url: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "tracker", *words],
        env={**os.environ, "TRACKER_DATABASE_URL": url},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
