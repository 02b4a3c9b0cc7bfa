"""What does it cost to poll a thousand feeds on a local server, beside bare requests for them?

Reading and recording work on all cores: on a machine that is busy otherwise, the first rows grow.
"""

import http.client
import multiprocessing
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection

from tests.benchmarks.measuring import Row, once
from tracker.config import Settings
from tracker.domain.facts import SourceAdded, event_of
from tracker.facade import Tracker

FEEDS = 1_000
ITEMS = 10
THREADS = 8


def rows() -> Iterator[Row]:
    """Yield what a first poll costs, one that finds nothing new, and one with a new item each."""
    with tempfile.TemporaryDirectory() as folder, _served() as port:
        bare = min(once(lambda: _bare(port)) for _ in range(3))
        settings = Settings(database=f"sqlite:///{folder}/tracker.db")
        settings.fetch.allow = ("127.0.0.0/8",)
        with Tracker(settings) as opened:
            with opened.log.writing() as writer:
                writer.append([event_of(_source(number, port)) for number in range(FEEDS)])
            results = []
            first = once(lambda: results.extend(opened.poll()))
            assert sum(one.new for one in results) == FEEDS * ITEMS
            yield Row(f"poll {FEEDS:,} feeds of {ITEMS} items", first, "requests", bare, "< 10 s")
            again = once(opened.poll)
            yield Row(f"poll {FEEDS:,} unchanged feeds", again, "requests", bare, "< 3 s")
            _ask(port, "advance")
            results.clear()
            more = once(lambda: results.extend(opened.poll()))
            assert sum(one.new for one in results) == FEEDS
            yield Row(f"poll {FEEDS:,} feeds, a new item each", more, "requests", bare, "< 10 s")


def _source(number: int, port: int) -> SourceAdded:
    return SourceAdded(id=f"feed-{number}", url=f"http://127.0.0.1:{port}/{number}")


def _bare(port: int) -> None:
    with ThreadPoolExecutor(THREADS) as pool:
        assert all(pool.map(lambda number: _ask(port, str(number)), range(FEEDS)))


def _ask(port: int, name: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    try:
        connection.request("GET", f"/{name}")
        return connection.getresponse().read()
    finally:
        connection.close()


@contextmanager
def _served() -> Iterator[int]:
    """Serve the feeds from a process of their own; yield its port."""
    told, tell = multiprocessing.get_context("spawn").Pipe(duplex=False)
    server = multiprocessing.get_context("spawn").Process(target=_serve, args=(tell,), daemon=True)
    server.start()
    try:
        yield int(told.recv())
    finally:
        server.terminate()
        server.join()


def _serve(tell: Connection) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Feeds)
    server.daemon_threads = True
    tell.send(server.server_address[1])
    server.serve_forever()


class _Feeds(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    first = 0
    """The number of the oldest item in each feed."""

    def do_GET(self) -> None:
        if self.path == "/robots.txt":
            self._answer(404)
        elif self.path == "/advance":
            _Feeds.first += 1
            self._answer(200)
        elif self.headers.get("If-None-Match") == self.etag:
            self._answer(304)
        else:
            self._answer(200, _feed(self.path.strip("/"), first=self.first))

    @property
    def etag(self) -> str:
        """What the present feeds go by."""
        return f'"{self.first}"'

    def _answer(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("ETag", self.etag)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


def _feed(name: str, *, first: int = 0) -> bytes:
    items = "".join(
        f"<item><guid>{name}-{number}</guid><title>Notice {name} {number}</title>"
        f"<link>http://127.0.0.1/{name}/{number}</link>"
        f"<pubDate>Thu, 09 Oct 2025 09:00:{number:02} +0800</pubDate>"
        f"<description>Words about feed {name} and notice {number}. {'More words. ' * 12}"
        "</description></item>"
        for number in range(first, first + ITEMS)
    )
    return f"<rss version='2.0'><channel><title>{name}</title>{items}</channel></rss>".encode()
