"""Two hundred readers and one writer at once: no answer fails, and nothing written is lost."""

from pathlib import Path

import pytest

from tests.browser.pages import served
from tests.integration.asked import opened
from tests.integration.crowded import READERS, crowd


@pytest.mark.filterwarnings("default::ResourceWarning")
def test_two_hundred_readers_and_a_writer_disturb_each_other_in_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as desk, served(desk.tracker) as site:
        began = desk.tracker.log.head().position
        found = crowd(site.address, desk.tracker.log, seconds=4.0)
        assert found.faults == []
        assert found.answers >= READERS
        assert found.written > 0
        head = desk.tracker.log.verify()
        assert head.position == began + found.written
        assert desk.json("/api/head")["position"] == head.position
