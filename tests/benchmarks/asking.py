"""What do import, rebuild, verification and the questions cost on a large log?"""

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

import tracker
from tests.benchmarks import big_log
from tests.benchmarks.measuring import Row, median, once, peak_megabytes
from tracker.application.answers.query import Filter
from tracker.domain.questions import Status
from tracker.domain.records import Effect

ALL = Filter(statuses=tuple(status for status in Status if status is not Status.UNKNOWN))


def rows(*, measures: int, effects: int) -> Iterator[Row]:
    """Yield what the work on a log of so many measures and effects costs."""
    with tempfile.TemporaryDirectory() as folder:
        file = big_log.write(Path(folder) / "log.jsonl", measures=measures, effects=effects)
        base = _json_loads(file)
        url = f"sqlite:///{folder}/tracker.db"
        with tracker.open(url) as opened:
            yield Row("import", once(lambda: opened.import_([file])), "json.loads", base, "≤ 12")
            rebuild = once(opened.rebuild)
            yield Row("rebuild", rebuild, "json.loads", base, "≤ 6")
            bare = _cursor_and_decode(Path(folder) / "tracker.db")
            yield Row("rebuild", rebuild, "cursor + msgspec", bare, "≤ 15")
            print(
                f"# memory after import and rebuild: {peak_megabytes():.0f} MB (to reach: < 1500)"
            )
            verify = once(opened.verify)
            yield Row("verify", verify, "json.loads", base, "≤ 2")
            walk = _sha_walk(Path(folder) / "tracker.db")
            yield Row("verify", verify, "bare SHA-256 walk", walk, "≤ 3")
        cold = _cold(url, measures)
        yield Row("one status, cold process", cold, "json.loads", base, "≤ 0.40")
        yield from _warm(url, measures)
    yield from _past(measures=measures, effects=effects)


def _json_loads(file: Path) -> float:
    def work() -> None:
        with file.open() as lines:
            for line in lines:
                json.loads(line)

    return once(work)


def _cursor_and_decode(database: Path) -> float:
    decoder = msgspec.json.Decoder(msgspec.Raw)
    effect = msgspec.json.Decoder(Effect)
    connection = sqlite3.connect(database)

    def work() -> None:
        for name, body in connection.execute("SELECT name, body FROM events ORDER BY position"):
            (effect if name == "EffectRecorded" else decoder).decode(body)

    seconds = once(work)
    connection.close()
    return seconds


def _sha_walk(database: Path) -> float:
    connection = sqlite3.connect(database)

    def work() -> None:
        previous = bytes(32)
        for (body,) in connection.execute("SELECT body FROM events ORDER BY position"):
            previous = hashlib.sha256(previous + hashlib.sha256(body).digest()).digest()

    seconds = once(work)
    connection.close()
    return seconds


def _cold(url: str, measures: int) -> float:
    words = ("status", big_log.measure(measures // 2), "--on", "2020-01-01", "--format", "json")
    return median(lambda: _tracker(*words, url=url), runs=3)


def _tracker(*words: str, url: str) -> None:
    environment = {**os.environ, "TRACKER_DATABASE_URL": url}
    subprocess.run(
        [sys.executable, "-m", "tracker", *words],
        check=True,
        stdout=subprocess.DEVNULL,
        env=environment,
    )


def _warm(url: str, measures: int) -> Iterator[Row]:
    with tracker.open(url) as opened:
        one = big_log.measure(measures // 2)
        clocks = {"announced_by": "2021-06-01", "recorded_by": "2030-01-01"}
        opened.status(one, on="2020-01-01", **clocks)
        warm = median(lambda: opened.status(one, on="2020-01-01", **clocks), runs=50)
        yield Row("one measure, three clocks, warm", warm, "", 0, "< 1 ms")
        cold = once(lambda: opened.rules(ALL, on="2020-01-01"))
        yield Row("whole set, first question", cold, "", 0, "")
        ahead = once(lambda: sum(1 for _ in opened.library.fold_ahead()))
        yield Row("whole set, folding every state, ahead", ahead, "", 0, "")
        days = iter(("2019-05-01", "2021-07-09", "2016-02-29", "2024-12-31", "2018-08-08"))
        found = []

        def whole() -> None:
            day = next(days)
            found.append(opened.rules(ALL, on=day, announced_by=day))

        seconds = median(whole)
        rules = len(found[-1].rules)
        yield Row(f"whole set, {rules} rules, warm", seconds, "", 0, "< 400 ms")
        some = Filter(statuses=ALL.statuses, instruments=tuple(f"xx/a/{n}" for n in range(100)))
        few = median(lambda: opened.rules(some, on="2020-01-01", announced_by="2020-06-01"))
        yield Row("rules of 100 instruments, warm", few, "", 0, "< 10 ms")
        print(f"# memory with the whole set compiled: {peak_megabytes():.0f} MB")


def _past(*, measures: int, effects: int) -> Iterator[Row]:
    """What a past ``recorded_by`` costs on a log whose records were made over twenty years."""
    with tempfile.TemporaryDirectory() as folder:
        file = big_log.write_over_years(
            Path(folder) / "log.jsonl", measures=measures, effects=effects
        )
        with tracker.open(f"sqlite:///{folder}/tracker.db") as opened:
            opened.import_([file], restore=True)
            opened.rules(ALL, on="2020-01-01")
            sum(1 for _ in opened.library.fold_ahead())
            days = iter(("2012-05-01", "2019-07-09", "2016-02-29", "2022-12-31", "2018-08-08"))

            def past() -> None:
                day = next(days)
                opened.rules(ALL, on=day, announced_by="2024-01-01", recorded_by=day)

            yield Row("whole set, past recorded_by", median(past), "", 0, "< 2 s")


def small_rows() -> Iterator[Row]:
    """Yield what a newcomer feels: cold commands on the bundled rulebook, and many questions."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/tracker.db"
        _tracker("init", url=url)
        words = ("status", "cn/mofcom/2025/61#i-1")
        cold = median(lambda: _tracker(*words, url=url))
        yield Row("status, bundled rulebook, cold", cold, "", 0, "< 0.7 s")
        yield Row("--help, cold", median(lambda: _tracker("--help", url=url)), "", 0, "< 0.15 s")
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/tracker.db"
        file = big_log.write(Path(folder) / "log.jsonl", measures=2000, effects=20_000)
        with tracker.open(url) as opened:
            opened.import_([file])
        questions = Path(folder) / "questions.jsonl"
        questions.write_text(
            "".join(
                json.dumps(
                    {"measure": big_log.measure(n % 2000), "on": f"20{n % 20 + 6:02d}-03-01"}
                )
                + "\n"
                for n in range(20_000)
            )
        )
        asked = once(lambda: _tracker("ask", str(questions), url=url))
        yield Row("ask, 20,000 questions, cold", asked, "", 0, "< 8 s")
