"""Small records of the interchange form, and a log that has had a life, for tests that move one."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from tests.integration.conftest import StandingClock
from tracker.domain.facts import SourceAdded
from tracker.facade import Tracker

RED, BLUE = "xx/food/2030/1#red", "xx/food/2030/1#blue"
SUMMER = "2030-07-01"


def file_of(folder: Path, *records: dict[str, Any], name: str = "some.jsonl") -> Path:
    file = folder / name
    file.write_bytes(b"".join(orjson.dumps(record) + b"\n" for record in records))
    return file


def exported(tracker: Tracker, file: Path) -> Path:
    file.write_bytes(b"".join(tracker.export()))
    return file


def measure(id: str, **more: Any) -> dict[str, Any]:
    return {"type": "measure", "id": id, **more}


def impose(affected: str, day: str = "2030-02-01", **more: Any) -> dict[str, Any]:
    return {
        "type": "effect",
        "kind": "impose",
        "affecting": affected.partition("#")[0],
        "affected": [affected],
        "from": day,
        "announced_at": "2030-01-10",
        **more,
    }


def lively(tracker: Tracker, clock: StandingClock, rulebook: Path, folder: Path) -> None:
    """Give a log a life: the bundled law, a poll of the bundled feed, corrections, retractions."""
    tracker.import_([rulebook])
    tracker.rulebook_apply()
    clock.now = datetime(2030, 6, 2, tzinfo=UTC)
    tracker.sources.add(SourceAdded(id="sample", url="bundled:sample/feed.xml"))
    tracker.poll()
    clock.now = datetime(2030, 6, 3, tzinfo=UTC)
    tracker.poll()
    mistake = impose(RED, "2030-05-05", id="mistake")
    tracker.import_([file_of(folder, mistake, measure(RED, title="Red 2", corrects=True))])
    clock.now = datetime(2030, 6, 4, tzinfo=UTC)
    gone = {"type": "retract", "effect": "mistake", "reason": "misread"}
    tracker.import_([file_of(folder, gone)])
