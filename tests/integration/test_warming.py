"""Does a service that reads a long log say so, and answer what it can meanwhile?"""

from collections.abc import Iterator
from datetime import UTC, datetime
from threading import Event as Flag
from threading import Thread

import pytest
from fastapi.testclient import TestClient

from tests.integration.reading_room import opened
from tracker.application.answers.query import Filter
from tracker.application.library import PATIENCE, Library
from tracker.domain.events import Event
from tracker.errors import StillReading
from tracker.facade import Tracker
from tracker.service import application
from tracker.web import app as web

NOW = datetime(2026, 11, 22, tzinfo=UTC)
I1 = "cn/mofcom/2025/61#i-1"


class Slow:
    """A log whose whole reading waits half-way until somebody lets it go on."""

    def __init__(self, log: object) -> None:
        self._log = log
        self.half_way, self.go_on = Flag(), Flag()

    def __getattr__(self, name: str) -> object:
        return getattr(self._log, name)

    def read(self, *, after: int = 0) -> Iterator[Event]:
        for event in self._log.read(after=after):  # type: ignore[attr-defined]
            if event.position == 50 and not self.go_on.is_set():
                self.half_way.set()
                self.go_on.wait(20)
            yield event


@pytest.fixture
def tracker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tracker]:
    with opened(tmp_path_factory.mktemp("warming")) as found:
        yield found


@pytest.fixture
def slow(tracker: Tracker, monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    log = Slow(tracker.log)
    library = Library(log)  # type: ignore[arg-type]
    monkeypatch.setattr(tracker, "library", library)
    monkeypatch.setattr(tracker.queries, "library", library)
    monkeypatch.setattr(web, "PATIENCE_SECONDS", 0.05)
    thread = Thread(target=library.warm, args=(NOW,))
    thread.start()
    assert log.half_way.wait(20)
    yield log
    log.go_on.set()
    thread.join(20)


def test_one_measure_is_answered_while_the_log_is_being_read(slow: Slow, tracker: Tracker) -> None:
    assert tracker.status(I1, on="2025-12-05").answer.measure == I1


def test_what_needs_the_whole_log_says_that_it_is_being_read(slow: Slow, tracker: Tracker) -> None:
    client = TestClient(application(tracker, health=lambda: (True, {})))
    page = client.get("/rules")
    told = client.get("/api/rules")

    assert page.status_code == told.status_code == 503
    assert (page.headers["retry-after"], page.headers["refresh"]) == ("5", "5")
    assert "warming up" in page.text
    assert told.headers["content-type"] == "application/problem+json"
    assert "ask again in a few seconds" in told.json()["detail"]


def test_who_has_no_hurry_waits_and_gets_the_same_as_ever(slow: Slow, tracker: Tracker) -> None:
    Thread(target=slow.go_on.set).start()
    clocks = tracker.clocks(on="2025-12-05")
    found = tracker.queries.rules(clocks, Filter())

    tracker.queries.library = Library(tracker.log)
    plain = tracker.queries.rules(clocks, Filter())
    assert [rule.answer for rule in found.rules] == [rule.answer for rule in plain.rules]


def test_patience_ends_with_the_share_that_is_read(slow: Slow, tracker: Tracker) -> None:
    token = PATIENCE.set(0.01)
    try:
        with pytest.raises(StillReading, match="entries"):
            tracker.library.whole()
    finally:
        PATIENCE.reset(token)


def test_a_stop_ends_the_reading_and_the_next_question_reads_by_itself(tracker: Tracker) -> None:
    library = Library(tracker.log)
    assert library.warm(NOW, stopped=lambda: True) in (True, False)
    assert library.whole().position == tracker.log.head().position


def test_folding_ahead_changes_no_answer(tracker: Tracker) -> None:
    library = Library(tracker.log)
    assert library.warm(NOW)
    count = sum(1 for _ in library.fold_ahead())
    assert count == len(library.panorama().measures) > 0
