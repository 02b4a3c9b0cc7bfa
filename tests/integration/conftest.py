"""What several integration tests stand on: a clock that stands, trackers on each engine."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tracker.config import Settings
from tracker.facade import Tracker


class StandingClock:
    def __init__(self, *when: int) -> None:
        self.now = datetime(*when, tzinfo=UTC)  # type: ignore[misc, arg-type]

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> StandingClock:
    """A clock that a test sets; it starts on a morning of 2030."""
    return StandingClock(2030, 6, 1, 9)


@pytest.fixture
def tracker(database: str, clock: StandingClock) -> Iterator[Tracker]:
    """A tracker on a database of this test's own, once for each engine."""
    with Tracker(Settings(database=database), clock=clock) as tracker:
        yield tracker


@pytest.fixture
def another(another_database: str, clock: StandingClock) -> Iterator[Tracker]:
    """A second tracker, on the same engine and under the same clock."""
    with Tracker(Settings(database=another_database), clock=clock) as tracker:
        yield tracker
