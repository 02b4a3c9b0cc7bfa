"""The API and the pages of a tracker on the bundled rulebook, asked without a network."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from tracker.config import Settings, Web
from tracker.facade import Tracker
from tracker.service import application

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
EARLIER = datetime(2026, 11, 20, 12, tzinfo=UTC)
"""When the rulebook was recorded; the clock then goes on to `NOW` and stands still."""

I1 = "cn/mofcom/2025/61#i-1"


class Desk:
    """A tracker whose clock stands at `NOW`, and a client of its service."""

    def __init__(self, tracker: Tracker) -> None:
        self.tracker = tracker
        self.app = application(tracker, health=lambda: (True, {}))
        self.client = TestClient(self.app, follow_redirects=False)

    def get(self, path: str, **options: Any) -> Any:
        return self.client.get(path, **options)

    def json(self, path: str) -> Any:
        answer = self.client.get(path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def check(self, said: Any, **query: str) -> Any:
        answer = self.client.post("/api/check", json=said, params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()


@contextmanager
def opened(folder: Path, *, rulebook: bool = True, web: Web | None = None) -> Iterator[Desk]:
    """Give a desk with the bundled rulebook, or with an empty log."""
    now = [EARLIER]
    settings = Settings(database=f"sqlite:///{folder / 'tracker.db'}", web=web or Web())
    with Tracker(settings, clock=lambda: now[0]) as tracker:
        if rulebook:
            tracker.rulebook_apply()
        now[0] = NOW
        yield Desk(tracker)


def import_records(tracker: Tracker, folder: Path, *records: Any) -> None:
    """Import records, as an operator does."""
    file = folder / "records.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    tracker.import_([file])
