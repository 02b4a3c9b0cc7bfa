"""A tracker with one source on a real local server, and a clock that a test moves."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import orjson
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tests.integration.scripted import Hands
from tracker.application.intake.ingest import Polled
from tracker.config import Fetch, Settings
from tracker.domain.events import Event
from tracker.domain.facts import SourceAdded
from tracker.facade import Tracker

NOON = datetime(2030, 1, 10, 12, tzinfo=UTC)
Answer = Callable[[Request], Response]


@dataclass
class Watched:
    """One source ``office`` and what its server answers: a body, or whatever ``answer`` says."""

    tracker: Tracker
    hands: Hands
    body: str = ""
    answer: Answer | None = None
    kept: dict[str, int] = field(default_factory=dict)

    def serve(self, request: Request) -> Response:
        if self.answer is not None:
            return self.answer(request)
        return good(request, self.body)

    def poll(self, *, hours: float = 1) -> Polled:
        """Poll so many hours later."""
        self.hands.on(hours=hours)
        (polled,) = self.tracker.poll("office")
        return polled

    def events(self, *, after: int = 0) -> list[Event]:
        return list(self.tracker.log.read(after=after))

    def names(self, *, after: int = 0) -> list[str]:
        """The names of what was recorded, but for the daily sum of the sources."""
        found = (event.name for event in self.events(after=after))
        return [name for name in found if name != "SourcesSummed"]

    def bodies(self, name: str, *, after: int = 0) -> list[Mapping[str, Any]]:
        return [orjson.loads(e.body) for e in self.events(after=after) if e.name == name]

    @property
    def position(self) -> int:
        return self.tracker.log.head().position


def good(request: Request, body: str, *, content_type: str = "application/rss+xml") -> Response:
    """A well-behaved server: an etag for each body, and 304 for one that is known."""
    response = Response(body.encode(), content_type=f"{content_type}; charset=utf-8")
    response.add_etag()
    return response.make_conditional(request)


@contextmanager
def watched(folder: Path, server: HTTPServer, **told: Any) -> Iterator[Watched]:
    """Watch ``/feed`` of a server as the source ``office``."""
    hands = Hands(NOON)
    fetch = Fetch(allow=("127.0.0.0/8", "::1/128"), timeout_seconds=0.5)
    settings = Settings(database=f"sqlite:///{folder / 'tracker.db'}", fetch=fetch)
    with Tracker(settings, clock=hands) as tracker:
        found = Watched(tracker, hands)
        server.expect_request("/feed").respond_with_handler(found.serve)
        source = {"authority": "issuer", "jurisdiction": "CN", "timezone": "Asia/Shanghai", **told}
        tracker.sources.add(SourceAdded(id="office", url=server.url_for("/feed"), **source))
        yield found


def feed(*entries: tuple[str, str], dated: str = "Tue, 08 Jan 2030 01:00:00 GMT") -> str:
    """A feed of entries, each with an id and its text (HTML, escaped here)."""
    items = "".join(
        f"<item><guid isPermaLink='false'>{id}</guid><title>Notice {id}</title>"
        f"<link>https://office.example/{id}</link><pubDate>{dated}</pubDate>"
        f"<description>{escape(text)}</description></item>"
        for id, text in entries
    )
    return (
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>f</title>{items}</channel></rss>"
    )
