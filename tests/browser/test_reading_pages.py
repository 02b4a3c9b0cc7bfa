"""Do the reading pages hold up in a browser: without JavaScript, by keyboard, at any width?"""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import (
    LONGEST_PAGE_BYTES,
    SCHEMES,
    WIDTHS,
    Site,
    overflow,
    serious,
    tabbed,
    window,
)
from tests.integration.reading_room import GAZETTE, PAPER

I1 = "/measures/cn/mofcom/2025/61%23i-1?on=2025-12-05&announced_by=2025-11-10"
PATHS = {
    "today": "/",
    "any-day": "/rules?on=2026-11-21",
    "measure": I1,
    "instrument": "/instruments/cn/mofcom/2025/61",
    "search": "/search?q=%E7%A8%80%E5%9C%9F",
    "sources": "/sources",
    "log": "/log",
    "verify": "/log/verify",
    "error": "/nowhere",
}
KINDS = (*PATHS, "announcement", "hostile")


def path_of(site: Site, kind: str) -> str:
    source = {"announcement": GAZETTE.id, "hostile": PAPER.id}.get(kind)
    if source is None:
        return PATHS[kind]
    known = site.tracker.library.whole().announcements
    return "/announcements/" + next(id for id in known if id.startswith(f"{source}/"))


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A window in which no script runs."""
    with window(browser, java_script_enabled=False) as page:
        yield page


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("width", "scheme"), tuple(zip(WIDTHS, SCHEMES, strict=True)))
def test_nobody_is_kept_from_reading(
    site: Site, browser: Browser, axe: str, kind: str, width: int, scheme: str
) -> None:
    with window(browser, width=width, scheme=scheme) as page:
        page.goto(site.address + path_of(site, kind))
        assert overflow(page) == 0
        assert serious(page, axe) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("width", "scheme"), tuple(zip(WIDTHS, reversed(SCHEMES), strict=True)))
def test_no_page_is_wider_than_its_window(
    site: Site, browser: Browser, kind: str, width: int, scheme: str
) -> None:
    with window(browser, width=width, scheme=scheme) as page:
        page.goto(site.address + path_of(site, kind))
        assert overflow(page) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_stays_small_and_asks_nobody_else(site: Site, browser: Browser, kind: str) -> None:
    with window(browser) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        answer = page.goto(site.address + path_of(site, kind))
        assert answer is not None
        assert len(answer.body()) < LONGEST_PAGE_BYTES
        assert all(url.startswith(site.address) for url in asked)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_breaks_no_rule_of_its_own_policy(site: Site, browser: Browser, kind: str) -> None:
    with window(browser) as page:
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(site.address + path_of(site, kind))
        assert [line for line in said if "404" not in line] == []


def test_hostile_text_runs_nowhere(site: Site, browser: Browser) -> None:
    with window(browser) as page:
        page.goto(site.address + path_of(site, "hostile"))
        assert page.evaluate("document.title").startswith("<script>alert(1)</script> {{7*7}}")
        assert page.evaluate("document.querySelectorAll('main script, main img').length") == 0


def test_any_day_is_asked_without_a_script(site: Site, plain: Page) -> None:
    plain.goto(f"{site.address}/rules")
    plain.get_by_label("In force on").fill("2025-12-05")
    plain.get_by_label("as announced by").fill("2025-11-10")
    plain.get_by_text("Only some of them").click()
    plain.get_by_label("suspended").check()
    plain.get_by_role("button", name="Show").click()
    assert "on=2025-12-05" in plain.url
    assert "announced_by=2025-11-10" in plain.url
    assert "as announced by 10 November 2025" in plain.inner_text("main")
    assert "text=" not in plain.url  # what was left empty is not part of the address
    plain.locator('a[href*="/2025/61%23i-1"]').click()
    assert plain.url.endswith("%23i-1?on=2025-12-05&announced_by=2025-11-10")
    expect(plain.locator(".verdict")).to_contain_text("never in force")


def test_a_quote_leads_to_its_place_in_the_stored_text(site: Site, plain: Page) -> None:
    plain.goto(f"{site.address}/measures/cn/mofcom/2026/941%23i")
    plain.get_by_role("link", name="in the stored text").first.click()
    anchor = plain.url.partition("#")[2]
    assert anchor.startswith("at-")
    expect(plain.locator(f"mark#{anchor}")).to_be_in_viewport()


def test_the_search_is_on_every_page(site: Site, plain: Page) -> None:
    plain.goto(f"{site.address}/log")
    plain.get_by_role("searchbox").fill("镝")
    plain.get_by_role("searchbox").press("Enter")
    expect(plain.get_by_role("heading", name="3 measures")).to_be_visible()


def test_the_language_is_switched_and_remembered(site: Site, plain: Page) -> None:
    plain.goto(f"{site.address}/rules?on=2025-12-05")
    plain.get_by_role("link", name="中文").click()
    assert plain.get_attribute("html", "lang") == "zh-Hans"
    assert "on=2025-12-05" in plain.url
    plain.goto(f"{site.address}/log")
    expect(plain.get_by_role("heading", level=1)).to_have_text("日志")


def test_the_keyboard_reaches_content_first_then_everything(site: Site, browser: Browser) -> None:
    with window(browser) as page:
        page.goto(f"{site.address}/rules")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()
        page.reload()
        reached = tabbed(page, longest=400)
    assert {"#content", "frame-search", "on", "announced_by", "recorded_by"} <= set(reached)
    assert any(name.startswith("/measures/") for name in reached)


def test_the_focus_can_be_seen(site: Site, browser: Browser) -> None:
    with window(browser) as page:
        page.goto(f"{site.address}/log")
        for _ in range(6):
            page.keyboard.press("Tab")
            style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert style == "solid"


@pytest.mark.parametrize("kind", ["any-day", "measure", "announcement"])
def test_a_page_prints_on_a4_with_clocks_and_head(site: Site, browser: Browser, kind: str) -> None:
    with window(browser, width=700) as page:
        page.goto(site.address + path_of(site, kind))
        page.emulate_media(media="print")
        expect(page.locator("header.bar")).to_be_hidden()
        expect(page.locator("footer")).to_contain_text(site.tracker.log.head().hash)
        expect(page.locator("footer")).to_contain_text("tracker verify --head")
        assert overflow(page) == 0
        rows = page.evaluate(
            "[...document.querySelectorAll('tr, .entry:not(:has(table))')].every("
            "it => getComputedStyle(it).breakInside === 'avoid')"
        )
        assert rows
        assert re.match(rb"%PDF-", page.pdf(format="A4"))


@pytest.mark.parametrize("path", ["/log", "/rules?on=2025-12-05&announced_by=2025-11-10"])
def test_a_table_is_not_squeezed_on_paper(site: Site, browser: Browser, path: str) -> None:
    with window(browser) as page:
        page.goto(site.address + path)
        printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert 1 < len(re.findall(rb"/Type\s*/Page\b", printed)) <= 8


@pytest.mark.parametrize("width", [660, 1280])
def test_no_chip_reaches_into_the_next_column_on_paper(
    site: Site, browser: Browser, width: int
) -> None:
    with window(browser, width=width) as page:
        page.goto(f"{site.address}/rules?on=2025-12-05&announced_by=2025-11-10")
        page.emulate_media(media="print")
        wide = page.evaluate(
            "[...document.querySelectorAll('td .chip')].filter(it => it.getBoundingClientRect()"
            ".right > it.closest('td').getBoundingClientRect().right + 1).length"
        )
        assert wide == 0


def test_what_is_folded_away_is_open_on_paper(site: Site, browser: Browser) -> None:
    with window(browser) as page:
        page.goto(f"{site.address}/check?lang=en")
        page.fill("[name=symbol] >> nth=0", "Dy")
        page.fill("#f-to", "US")
        page.keyboard.press("Enter")
        folded = page.locator("#result details.more .finding").first
        folded.wait_for(state="attached")
        assert not folded.is_visible()
        page.emulate_media(media="print")
        assert folded.evaluate("it => it.getBoundingClientRect().height") > 0
        assert page.get_by_role("heading", name="The product asked about").is_visible()


@pytest.mark.parametrize("kind", KINDS)
def test_headings_skip_no_level_and_landmarks_have_names_of_their_own(
    site: Site, browser: Browser, kind: str
) -> None:
    with window(browser) as page:
        page.goto(site.address + path_of(site, kind))
        levels = page.evaluate(
            "[...document.querySelectorAll('h1, h2, h3, h4')].map(it => Number(it.tagName[1]))"
        )
        assert levels[0] == 1
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
        names = page.evaluate(
            "[...document.querySelectorAll('main section[aria-labelledby], main [role=region]')]"
            ".map(it => it.getAttribute('aria-labelledby') || it.ariaLabel)"
        )
        assert len(names) == len(set(names))
