"""What do the pages cost: of the bundled rulebook, and the rules of a day on a large log?"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from fastapi.testclient import TestClient

from tests.benchmarks import big_log
from tests.benchmarks.measuring import Row, median, once
from tests.integration.reading_room import opened
from tracker.facade import Tracker, open_tracker
from tracker.service import application

PAGES = {
    "today": "/",
    "any day": "/rules",
    "measure": "/measures/cn/mofcom/2025/61%23i-1",
    "instrument": "/instruments/cn/mofcom/2025/61",
    "search": "/search?q=dysprosium",
    "sources": "/sources",
    "log": "/log",
    "timeline": "/timeline",
    "compare": "/compare?from=2025-07-01&to=2025-12-01",
}


def rows(*, measures: int = 100_000, effects: int = 200_000) -> Iterator[Row]:
    """Yield what each page costs the server, and the rules of a day on a log of many measures."""
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder)) as tracker:
        client = _client(tracker)
        for name, path in PAGES.items():
            client.get(path)
            kilobytes = len(client.get(path).content) / 1000
            seconds = median(lambda path=path: client.get(path), runs=9)
            yield Row(f"page {name}, {kilobytes:.0f} kB", seconds, "", 0, "< 200 ms, < 150 kB")
    yield from _large(measures, effects)


def _large(measures: int, effects: int) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        file = big_log.write(Path(folder) / "log.jsonl", measures=measures, effects=effects)
        with open_tracker(f"sqlite:///{folder}/tracker.db") as tracker:
            tracker.import_([file])
            client = _client(tracker)
            first = once(lambda: client.get("/rules?on=2020-01-01"))
            yield Row(f"any day, {measures} measures, first", first, "", 0, "")
            client.get("/rules?on=2020-01-01")
            days = iter(("2019-05-01", "2021-07-09", "2016-02-29", "2024-12-31", "2018-08-08"))
            each = median(lambda: client.get(f"/rules?on={next(days)}&page=7"))
            yield Row(f"any day, {measures} measures, warm", each, "", 0, "< 1 s")
            today = median(lambda: client.get("/"), runs=3)
            yield Row(f"today, {measures} measures, warm", today, "", 0, "")
            found = median(lambda: client.get("/search?q=Measure+77"), runs=3)
            yield Row(f"search, {measures} measures, warm", found, "", 0, "")
            client.get("/timeline?on=2020-01-01")
            drawn = median(lambda: client.get("/timeline?on=2020-01-01&page=7"))
            yield Row(f"timeline, {measures} measures, warm", drawn, "", 0, "< 1 s")
            told = median(lambda: client.get("/compare?from=2020-01-01&to=2020-02-01"))
            yield Row(f"compare, {measures} measures, warm", told, "", 0, "< 1 s")


def _client(tracker: Tracker) -> TestClient:
    return TestClient(application(tracker, health=lambda: (True, {})))
