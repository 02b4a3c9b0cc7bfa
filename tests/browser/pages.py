"""A running service on the bundled rulebook, and a Chromium that looks at its pages.

The checks that lack a Chromium on PATH, or axe-core in the folder that TRACKER_NODE names, are
skipped and say so.
"""

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from tests.integration.reading_room import bring, opened
from tracker.facade import Tracker
from tracker.service import application
from tracker.upkeep import shown_health

__all__ = [
    "LONGEST_PAGE_BYTES",
    "SCHEMES",
    "WIDTHS",
    "Site",
    "axe",
    "bring",
    "browser",
    "opened",
    "overflow",
    "serious",
    "served",
    "site",
    "tabbed",
    "window",
]

WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
SERIOUS = ("serious", "critical")
LONGEST_PAGE_BYTES = 150_000


@dataclass(frozen=True, slots=True)
class Site:
    """A service that runs, and the tracker behind it; ``address`` ends without a slash."""

    tracker: Tracker
    address: str


@contextmanager
def served(tracker: Tracker) -> Iterator[Site]:
    """Answer over HTTP on a free port until the block ends."""
    app = application(tracker, health=lambda: shown_health(tracker))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False))
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield Site(tracker, "http://{}:{}".format(*listener.getsockname()))
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The service on the bundled rulebook; tests only read from it."""
    with opened(tmp_path_factory.mktemp("site")) as tracker, served(tracker) as found:
        yield found


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A headless Chromium, the one on PATH.

    It is closed behind the last test of this folder: as long as it is open, an event loop runs in
    this thread, and whatever runs one of its own (`asyncio.run`) fails.
    """
    found = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
    if found is None:
        pytest.skip("NOT CHECKED in a browser: there is no Chromium on PATH")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The text of axe-core."""
    folder = Path(os.environ.get("TRACKER_NODE", "")) / "node_modules"
    if "TRACKER_NODE" not in os.environ or not folder.is_dir():
        pytest.skip("NOT CHECKED by axe: TRACKER_NODE names no node_modules")
    return (folder / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@contextmanager
def window(browser: Browser, **options: Any) -> Iterator[Page]:
    """Open a window of its own; ``width``, ``scheme`` and what Playwright's contexts take."""
    width, scheme = options.pop("width", 1280), options.pop("scheme", "light")
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, **options
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def overflow(page: Page) -> int:
    """Return by how many pixels a page is wider than its window."""
    root = "document.documentElement"
    return int(page.evaluate(f"{root}.scrollWidth - {root}.clientWidth"))


def serious(page: Page, axe: str) -> list[Any]:
    """Return what axe finds serious or worse on a page."""
    page.evaluate(axe)  # through the debugger: the page's own policy lets no foreign script in
    found = page.evaluate("axe.run()")
    return [
        (one["id"], [node["html"] for node in one["nodes"]])
        for one in found["violations"]
        if one["impact"] in SERIOUS
    ]


def tabbed(page: Page, *, longest: int = 200) -> list[str]:
    """Press the tab key until the focus is back at the start; return what had the focus."""
    reached: list[str] = []
    for _ in range(longest):
        page.keyboard.press("Tab")
        told = page.evaluate(
            "(() => { const it = document.activeElement; return it === document.body ? '' :"
            " (it.getAttribute('href') || it.id || it.name || it.textContent.trim()); })()"
        )
        if not told:
            break
        reached.append(str(told))
    return reached
