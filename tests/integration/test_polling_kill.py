"""Does polling that is killed at any moment lose or double anything?

``TRACKER_KILLS`` says at how many random moments (continuous integration: 20, otherwise 4).
"""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tracker.config import Settings
from tracker.domain.facts import SourceAdded, event_of
from tracker.facade import Tracker

KILLS = int(os.environ.get("TRACKER_KILLS", "20" if os.environ.get("CI") else "4"))
SOURCES = 12
ITEMS = 15


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A database with many sources that were never polled."""
    made = f"sqlite:///{tmp_path / 'tracker.db'}"
    with _opened(made) as tracker, tracker.log.writing() as writer:
        writer.append(
            [
                event_of(SourceAdded(id=f"office-{number}", url="bundled:sample/feed.xml"))
                for number in range(SOURCES)
            ]
        )
    return made


def _opened(url: str) -> Tracker:
    return Tracker(Settings(database=url))


def _polling(url: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "tracker", "poll"],
        env={**os.environ, "TRACKER_DATABASE_URL": url},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _check_whole(url: str) -> Counter[str]:
    """Every poll is there with all that it brought, or is not there at all."""
    with _opened(url) as tracker:
        assert tracker.verify() == tracker.log.head()
        assert tracker.rebuild().equal
        items = Counter(
            event.data()["source"]
            for event in tracker.log.read()
            if event.name == "AnnouncementRecorded"
        )
        polls = [event.data() for event in tracker.log.read() if event.name == "SourcePolled"]
    new = Counter({poll["id"]: 0 for poll in polls})
    for poll in polls:
        new[poll["id"]] += poll.get("new", 0)
    assert items == +new
    assert set(items.values()) <= {ITEMS}
    return items


def test_polling_that_is_killed_at_random_moments_loses_and_doubles_nothing(url: str) -> None:
    moments = random.Random(9)
    for _ in range(KILLS):
        with _polling(url) as process:
            time.sleep(moments.uniform(0.4, 2.2))
            process.kill()
        _check_whole(url)
    with _polling(url) as process:
        assert process.wait(timeout=120) == 0
    assert _check_whole(url) == Counter({f"office-{n}": ITEMS for n in range(SOURCES)})
