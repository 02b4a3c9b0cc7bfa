"""A tracker with readers, whose clock the test turns, and whose mail lands in a folder."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tracker.application.subscriptions.readership import Letter, Run
from tracker.application.subscriptions.subscribing import Wish
from tracker.config import Mail, Settings
from tracker.digests.subscription import Subscription
from tracker.facade import Tracker

SMALL = Path(__file__).resolve().parents[1] / "golden" / "digests" / "rulebook.jsonl"


@dataclass
class Turned:
    """A clock that stands still until it is turned."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


def instant(text: str) -> datetime:
    """Read an instant such as ``2026-11-10T16:00``, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@dataclass
class House:
    """One database, one clock, one folder for what is sent."""

    folder: Path
    clock: Turned
    mail: Mail = field(default_factory=Mail)
    url: str | None = None

    def __post_init__(self) -> None:
        self.tracker = self.opened()

    def opened(self) -> Tracker:
        url = self.url or f"sqlite:///{self.folder / 'tracker.db'}"
        return Tracker(Settings(database=url, mail=self.mail), clock=self.clock)

    def close(self) -> None:
        self.tracker.close()

    def load(self, *records: Mapping[str, Any], file: Path | None = None) -> None:
        """Import records, as an operator does."""
        if file is None:
            file = self.folder / "records.jsonl"
            file.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
        self.tracker.import_([file])

    def subscribe(self, **wish: Any) -> Subscription:
        """Subscribe a folder."""
        wish.setdefault("target", f"folder:{self.folder / 'out'}")
        return self.tracker.mailroom.subscribing.subscribe(Wish(**wish))

    def at(self, text: str) -> int:
        """Turn the clock, make what is due and deliver it; return how many were sent."""
        self.clock.now = instant(text)
        return self.tracker.mailroom.deliver().sent

    def steps(self, start: str, end: str, *, every: timedelta) -> list[datetime]:
        """Go from one instant to another and return when something was sent."""
        self.clock.now, last, sent = instant(start), instant(end), []
        while self.clock.now <= last:
            if self.tracker.mailroom.deliver().sent:
                sent.append(self.clock.now)
            self.clock.now += every
        return sent

    def runs(self, reader: Subscription) -> tuple[Run, ...]:
        return self.tracker.mailroom.readership.runs(reader.id)

    def letters(self, reader: Subscription) -> tuple[Letter, ...]:
        """Return what a reader was sent, oldest first."""
        found = (
            self.tracker.mailroom.readership.letter(run.letter or "") for run in self.runs(reader)
        )
        return tuple(letter for letter in found if letter is not None)


def act(key: str, announced_at: str, **more: Any) -> dict[str, Any]:
    """Return an instrument of China."""
    return {
        "type": "instrument",
        "id": f"cn/mofcom/{key}",
        "title": f"Act {key}",
        "jurisdiction": "CN",
        "issuers": ["MOFCOM"],
        "number": f"No. {key}",
        "announced_at": announced_at,
        "timezone": "Asia/Shanghai",
        **more,
    }


def measure(key: str, **terms: Any) -> dict[str, Any]:
    """Return a measure of an act."""
    return {"type": "measure", "id": f"cn/mofcom/{key}", "title": f"Rule {key}", "terms": terms}


def effect(id: str, kind: str, by: str, on: str, announced_at: str, **more: Any) -> dict[str, Any]:
    """Return an effect of one act on a measure or an act."""
    return {
        "type": "effect",
        "id": id,
        "kind": kind,
        "affecting": f"cn/mofcom/{by}",
        "affected": [f"cn/mofcom/{on}"],
        "announced_at": announced_at,
        **more,
    }


def new_rule(key: str, announced_at: str, *, starts: str, **terms: Any) -> Iterable[dict[str, Any]]:
    """Return an act with one rule that it sets."""
    yield act(key, announced_at)
    yield measure(f"{key}#1", **{"requirement": "licence", "elements": ["Dy"], **terms})
    yield effect(f"e-{key}", "impose", key, f"{key}#1", announced_at, **{"from": starts})
