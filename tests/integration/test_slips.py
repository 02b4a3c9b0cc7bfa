"""Does a slip of this program in one source leave all others alone?"""

from datetime import UTC, datetime
from pathlib import Path

from tests.integration.scripted import Hands, ScriptedFeeds, item
from tracker.application.intake.ingest import Intake
from tracker.config import Settings
from tracker.domain.facts import SourceAdded
from tracker.facade import Tracker
from tracker.ports import Asked, Brought


def _breaks(_: Asked) -> Brought:
    raise KeyError("nobody thought of this")


def test_a_source_that_breaks_an_adapter_or_the_record_fails_alone(tmp_path: Path) -> None:
    hands, feeds = Hands(datetime(2030, 1, 10, tzinfo=UTC)), ScriptedFeeds()
    with Tracker(Settings(database=f"sqlite:///{tmp_path / 't.db'}"), clock=hands) as tracker:
        intake = Intake(tracker.library, feeds, tracker.field, hands)
        for name in ("good", "breaks", "odd", "last"):
            tracker.sources.add(SourceAdded(id=name, url=f"https://{name}.example/"))
            feeds.shows(name, item("A rule.", id=name))
        feeds.scripts["breaks"] = _breaks
        feeds.shows("odd", item("A rule.", id="odd", published_at="no date at all"))
        done = {polled.source: polled for polled in intake.poll()}
        again = {polled.source: polled for polled in intake.poll()}
        names = [event.name for event in tracker.log.read()]
        assert tracker.verify().position == tracker.log.head().position
    assert done["good"].new == done["last"].new == 1
    assert "KeyError" in (done["breaks"].error or "")
    assert "please report" in (done["odd"].error or "")
    assert again["good"].unchanged == 1
    assert names.count("AnnouncementRecorded") == 2
    assert names.count("SourcePolled") == 8
