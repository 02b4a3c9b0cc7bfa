"""A poll against a real local server: what the tests of sources share."""

import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tracker.domain.announcements import FeedItem
from tracker.domain.facts import SourceAdded
from tracker.domain.visits import Validators
from tracker.errors import FetchError
from tracker.extraction.pages.announcement_text import text_of
from tracker.feeds.web import WebFeeds
from tracker.ports import Asked, Brought

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
LOOPBACK = ("127.0.0.0/8",)
AGENT = "inforce-tracker/0.1 (tests)"


def a_web(**changes: Any) -> WebFeeds:
    """The adapter under test, which may reach this machine."""
    settings: dict[str, Any] = {
        "allow": LOOPBACK,
        "user_agent": AGENT,
        "timeout_seconds": 3,
        "clock": lambda: NOW,
    }
    return WebFeeds(**{**settings, **changes})


def asking(source: SourceAdded, **changes: Any) -> Asked:
    """What a first poll is told: nothing is held, every page is wanted."""
    told: dict[str, Any] = {"held": {}, "wanted": lambda _: True, "now": NOW}
    return Asked(source=source, **{**told, **changes})


def poll(url: str, kind: str = "rss", *, web: WebFeeds | None = None, **told: Any) -> Brought:
    """Poll an address once, as a source of this kind; every item's text is that of its bytes."""
    held = told.pop("held", {})
    wanted = told.pop("wanted", lambda _: True)
    source = SourceAdded(id="s", url=url, kind=kind, **told)  # type: ignore[arg-type]
    brought = (web or a_web()).read(asking(source, held=held, wanted=wanted))
    for item in brought.items:
        assert text_of(item.body, item.content_type) == item.text
    return brought


def failed(url: str, kind: str = "rss", **told: Any) -> FetchError:
    """Poll an address that must fail; the last visit tells the same fault."""
    with pytest.raises(FetchError) as caught:
        poll(url, kind, **told)
    error = caught.value
    assert error.fault is not None
    assert error.visits[-1].fault == error.fault
    assert error.visits[-1].outcome == "failed"
    return error


def held(brought: Brought, *, url: str | None = None) -> Mapping[str, Validators]:
    """What the next poll may be told to compare with; ``url`` is the source's as written."""
    main, *others = brought.visits
    found = {visit.url: visit.held() for visit in others}
    return {url or main.url: main.held(), **found}


def titles(brought: Brought) -> list[str]:
    return [item.title for item in brought.items]


def only(brought: Brought) -> FeedItem:
    (item,) = brought.items
    return item


@contextmanager
def raw_server(*sent: bytes, pause: float = 0.0, hold: float = 0.0) -> Iterator[str]:
    """Serve these bytes to every connection but one for robots.txt, with pauses between them."""
    listener = socket.create_server(("127.0.0.1", 0))

    def answer(connection: socket.socket) -> None:
        with connection:
            asked = connection.recv(65536)
            try:
                if b"/robots.txt" in asked:
                    connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                    return
                for part in sent:
                    connection.sendall(part)
                    time.sleep(pause)
                time.sleep(hold)
            except OSError:
                return

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=answer, args=(connection,), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/feed"
    finally:
        listener.close()


def rss(*items: str) -> str:
    """A feed of these items."""
    return f"<rss version='2.0'><channel><title>f</title>{''.join(items)}</channel></rss>"


def rss_item(number: int, text: str = "words", *, link: str | None = None) -> str:
    where = link or f"/notice/{number}"
    return (
        f"<item><guid isPermaLink='false'>n{number}</guid><title>Notice {number}</title>"
        f"<link>{where}</link><pubDate>Fri, 07 Nov 2025 0{number % 10}:00:00 GMT</pubDate>"
        f"<description>{text}</description></item>"
    )


def a_pdf(*lines: str) -> bytes:
    """A PDF of one page with these lines of ASCII text."""
    drawn = " ".join(f"({line}) Tj 0 -16 Td" for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td {drawn} ET".encode()
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + (
        b"xref\n0 6\n0000000000 65535 f \n%s"
        b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (table, len(body))
    )


def write(folder: Path, name: str, content: str | bytes) -> Path:
    """Leave a file in a folder."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
