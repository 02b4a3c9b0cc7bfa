"""Takes the pictures of `docs/pictures` from the running pages: ``python -m tests.pictures``.

A service is started on a fresh database with the bundled rulebook and a few notices, its clock
standing still, and a headless Chromium looks at it: the same pages give the same pictures. Needs
what the tests in a browser need.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.pages import Site, bring, opened, served
from tests.e2e.notices import suspension
from tests.integration.people import PASSWORD, enrolled, with_quick_hashes

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
LARGEST_BYTES = 250_000
COLOURS = 200
ACT = "cn/mofcom/2025/61"
STEP = (
    "/timeline?announced_by=2025-11-07&on=2025-12-05&from=2025-03-01&to=2027-02-28"
    "&jurisdiction=CN&text=rare&lang=en"
)
REVIEWER = "lin"


def main(folder: Path = FOLDER) -> None:
    """Take all pictures into a folder; tell each with its size."""
    with site_to_show() as site, _browser() as browser:
        take(site, browser, folder)


def take(site: Site, browser: Browser, folder: Path) -> None:
    """Take all pictures of a site; refuse to keep one that is too large."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in _pictures(site, browser):
        file = folder / f"{name}.png"
        size = _keep(page.screenshot(animations="disabled"), file)
        page.context.close()
        print(f"{file.name}: {size // 1000} kB")
        if size > LARGEST_BYTES:
            sys.exit(f"{file.name} is larger than {LARGEST_BYTES // 1000} kB; show less of it")


def _keep(picture: bytes, file: Path) -> int:
    """Write a picture with no more colours than it needs; return its size in bytes."""
    with Image.open(BytesIO(picture)) as whole:
        few = whole.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(file, optimize=True)
    return file.stat().st_size


def _pictures(site: Site, browser: Browser) -> Iterator[tuple[str, Page]]:
    page = _opened(browser, site, STEP, height=1290)
    page.click(f"details[data-act='{ACT}'] > summary")
    page.mouse.move(0, 0)
    yield "timeline", page
    page = _opened(browser, site, STEP, width=390, height=1170, dark=True)
    page.evaluate("document.querySelector('.tl').scrollIntoView()")
    yield "timeline-narrow", page
    page = _opened(browser, site, "/sign-in?next=/review&lang=en", height=1300)
    page.fill("input[name=name]", REVIEWER)
    page.fill("input[name=password]", PASSWORD)
    page.click("main form button[type=submit]")
    page.goto(f"{site.address}/review/{site.tracker.review.proposals()[-1].id}")
    _end_below(page, "section.decide")
    yield "review-desk", page


def _end_below(page: Page, selector: str) -> None:
    """Make the window end below an element, so that nothing is cut through."""
    box = page.locator(selector).bounding_box()
    assert box is not None
    width = page.viewport_size["width"] if page.viewport_size else 1240
    page.set_viewport_size({"width": width, "height": round(box["y"] + box["height"] + 28)})


def _opened(
    browser: Browser,
    site: Site,
    path: str,
    *,
    width: int = 1240,
    height: int = 900,
    dark: bool = False,
) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        locale="en-GB",
    )
    page = context.new_page()
    page.goto(site.address + path)
    return page


@contextmanager
def site_to_show() -> Iterator[Site]:
    """Serve the bundled rulebook with a proposal that waits for a person."""
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder)) as tracker:
        enrolled(with_quick_hashes(tracker), REVIEWER, "reviewer")
        tracker.choose_policy("person", by=REVIEWER)
        notice = suspension(931, target="2025年第18号").encode()
        kind, day = "text/plain; charset=utf-8", date(2026, 10, 30)
        bring(tracker, notice, url="https://gazette.example/931", kind=kind, published=day)
        with served(tracker) as site:
            yield site


@contextmanager
def _browser() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
    if found is None:
        sys.exit("there is no Chromium on PATH; install one and run this again")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


if __name__ == "__main__":
    main()
