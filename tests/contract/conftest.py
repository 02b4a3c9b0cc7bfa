"""The event logs that the suite runs over, each with a clock that stands until it is moved."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

import orjson
import pytest
from sqlalchemy import Engine

from tests.conftest import ENGINES, new_database
from tests.contract.memory import MemoryEventLog
from tracker.domain.events import Event, NewEvent
from tracker.ports import EventLog
from tracker.store.engine import open_engine
from tracker.store.event_log import SqlEventLog


class StandingClock:
    """Tells the time that it was set to."""

    def __init__(self) -> None:
        self.now = datetime(2030, 1, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def keys_in_body(event: Event) -> Iterable[str]:
    """File an event under the keys that its body lists."""
    keys: list[str] = orjson.loads(event.body).get("keys", [])
    return keys


def noted(text: str, *keys: str, stream: str = "notes", recorded_at: str | None = None) -> NewEvent:
    """An event that says ``text`` and is filed under ``keys``."""
    body = orjson.dumps({"text": text, "keys": list(keys)})
    return NewEvent(stream, "Noted", body, recorded_at=recorded_at)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture(params=("memory", *ENGINES))
def log(
    request: pytest.FixtureRequest, clock: StandingClock, opened: Callable[[str], Engine]
) -> EventLog:
    """An empty log of each kind."""
    if request.param == "memory":
        return MemoryEventLog(filing=keys_in_body, clock=clock)
    url = new_database(request.param, request, request.getfixturevalue("tmp_path") / "tracker.db")
    return SqlEventLog(opened(url), filing=keys_in_body, clock=clock)


@pytest.fixture
def opened() -> Iterator[Callable[[str], Engine]]:
    """Opens databases and closes them after the test."""
    engines: list[Engine] = []

    def open_(url: str) -> Engine:
        engines.append(open_engine(url, wait_seconds=10))
        return engines[-1]

    yield open_
    for engine in engines:
        engine.dispose()


@pytest.fixture
def engine(database: str, opened: Callable[[str], Engine]) -> Engine:
    """An empty database on each engine."""
    return opened(database)


@pytest.fixture
def stored(engine: Engine, clock: StandingClock) -> SqlEventLog:
    """A log on each engine that holds five events, a document and two streams."""
    log = SqlEventLog(engine, filing=keys_in_body, clock=clock)
    with log.writing() as writer:
        sha256 = writer.keep("公告".encode("gb18030"))
        announcement = orjson.dumps({"id": "a", "sha256": sha256, "keys": ["a:a"]})
        writer.append([noted("one", "n:1"), NewEvent("a", "AnnouncementRecorded", announcement)])
        writer.append([noted(text, f"n:{text}", stream="more") for text in ("two", "三", "four")])
    return log
