"""Do the timeline and the comparison hold up in a browser: any width, any light, keys alone?"""

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import SCHEMES, WIDTHS, Site, overflow, serious, tabbed, window

PATHS = (
    "/timeline",
    "/timeline?announced_by=2025-11-07&on=2025-12-05",
    "/timeline?view=table",
    "/timeline?text=nothing-like-this",
    "/compare?from=2025-07-10&to=2025-11-09",
    "/compare?by=announced&on=2025-12-05&announced_by=2025-11-06&versus=2025-11-10",
    "/compare?from=2025-11-09&to=2025-11-09",
)
STEP = "/timeline?announced_by=2025-11-07&lang=en"


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(("width", "scheme"), list(zip(WIDTHS, SCHEMES[::-1], strict=True)))
def test_nobody_is_kept_from_reading(
    site: Site, browser: Browser, axe: str, path: str, width: int, scheme: str
) -> None:
    with window(browser, width=width, scheme=scheme) as page:
        page.goto(site.address + path)
        _open_all(page)
        assert overflow(page) <= 0
        assert serious(page, axe) == []


@pytest.mark.parametrize("path", [PATHS[1], PATHS[4]])
@pytest.mark.parametrize(("width", "scheme"), list(zip(WIDTHS, SCHEMES, strict=True)))
def test_the_other_light_is_read_as_well(
    site: Site, browser: Browser, axe: str, path: str, width: int, scheme: str
) -> None:
    test_nobody_is_kept_from_reading(site, browser, axe, path, width, scheme)


def _open_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")


@pytest.mark.parametrize("width", WIDTHS)
def test_labels_and_bars_stand_apart(site: Site, browser: Browser, width: int) -> None:
    with window(browser, width=width) as page:
        page.goto(site.address + "/timeline")
        overlapping = page.evaluate(
            """() => [...document.querySelectorAll('.tl-row')].filter(row => {
                const label = row.querySelector('.tl-label'), bar = row.querySelector('.tl-bar');
                if (!label || !bar || !row.getClientRects().length) return false;
                const a = label.getBoundingClientRect(), b = bar.getBoundingClientRect();
                return a.right > b.left + 1 && a.bottom > b.top + 1 && a.top < b.bottom - 1;
            }).length"""
        )
        assert overlapping == 0
        bar = page.locator(".tl-bar").first.bounding_box()
        assert bar is not None
        assert bar["width"] > 0.55 * min(width, 1152)


def test_patterns_are_drawn_and_not_black(site: Site, browser: Browser) -> None:
    with window(browser) as page:
        page.goto(site.address + STEP)
        for look in ("in-force", "suspended", "pending"):
            fill = page.evaluate(f"getComputedStyle(document.querySelector('.tl .b.{look}')).fill")
            assert fill not in ("none", "rgb(0, 0, 0)")
            pattern = re.search(r"#([a-z-]+)", fill)
            if pattern:
                assert page.locator(f"pattern#{pattern[1]}").count() == 1


def test_without_javascript_each_step_is_a_link_and_a_form(site: Site, browser: Browser) -> None:
    with window(browser, java_script_enabled=False) as page:
        page.goto(site.address + STEP)
        page.click("text=Back to 5 Nov 2025")
        assert "announced_by=2025-11-05" in page.url
        page.select_option("#tl-known", "2025-10-09")
        page.click(".tl-slide button")
        assert "announced_by=2025-10-09" in page.url
        assert page.locator("text=Announced on 9 October 2025").count() == 1
        page.click("summary:has-text('Announcement 61 of 2025')")
        assert page.locator("a:text-is('I(3)')").is_visible()
        page.click("text=Table")
        assert page.locator("table caption").inner_text() == "What the bars show"


def test_the_slider_moves_knowledge_with_the_keys_and_keeps_the_place(
    site: Site, browser: Browser
) -> None:
    with window(browser) as page:
        page.goto(site.address + STEP)
        slider = page.locator("#tl-known-slider")
        assert slider.get_attribute("aria-valuetext") == "7 November 2025"
        assert not page.locator("#tl-known").is_visible()
        page.click("summary:has-text('Announcement 61 of 2025')")
        slider.focus()
        with page.expect_navigation():
            page.keyboard.press("ArrowLeft")
        assert "announced_by=2025-11-05" in page.url
        assert page.evaluate("document.activeElement.id") == "tl-known-slider"
        assert page.locator("details[data-act='cn/mofcom/2025/61'][open]").count() == 1


def test_all_instruments_open_and_close_at_once(site: Site, browser: Browser) -> None:
    with window(browser) as page:
        page.goto(site.address + STEP)
        page.click("button:has-text('Open all')")
        assert page.locator("details[data-act]:not([open])").count() == 0
        page.click("button:has-text('Close all')")
        assert page.locator("details[data-act][open]").count() == 0


def test_keys_alone_reach_steps_filters_and_rows(site: Site, browser: Browser) -> None:
    with window(browser) as page:
        page.goto(site.address + STEP)
        reached = " ".join(tabbed(page, longest=400))
        for wanted in (
            "announced_by=2025-11-05",
            "tl-known-slider",
            "announced_by=2025-11-09",
            "/timeline.svg",
            "Announcement 61 of 2025",
            "/instruments/cn/mofcom/2023/23",
        ):
            assert wanted in reached


def test_a_row_opens_with_the_enter_key(site: Site, browser: Browser) -> None:
    with window(browser) as page:
        page.goto(site.address + STEP)
        page.locator("summary:has-text('Announcement 61 of 2025')").focus()
        page.keyboard.press("Enter")
        assert page.locator("details[data-act='cn/mofcom/2025/61'] a:text-is('I(1)')").is_visible()


def test_a_screen_reader_hears_every_bar(site: Site, browser: Browser) -> None:
    with window(browser) as page:
        page.goto(site.address + STEP)
        bar = page.get_by_role("img", name=re.compile("^Announcement 23 of 2023: .*in force from"))
        assert bar.count() == 1
        nameless = page.evaluate(
            "[...document.querySelectorAll('svg[role=img]')]"
            ".filter(one => !one.querySelector(':scope > title')?.textContent.trim()).length"
        )
        assert nameless == 0


def test_the_comparison_leads_from_a_difference_to_its_cause(site: Site, browser: Browser) -> None:
    with window(browser) as page:
        page.goto(site.address + "/compare?from=2025-11-06&to=2025-11-09&lang=en")
        page.locator(".cmp-because a").first.click()
        assert "#cause-" in page.url
        assert page.locator(":target h3").inner_text()
        page.fill("#cmp-from", "2025-11-08")
        page.click("button:has-text('Compare')")
        assert "from=2025-11-08" in page.url


def test_both_print_on_a_page_of_a4(site: Site, browser: Browser) -> None:
    with window(browser) as page:
        for path in (STEP, "/compare?from=2025-07-10&to=2025-11-09"):
            page.goto(site.address + path)
            page.emulate_media(media="print")
            assert not page.locator(".tl-steer, form.panel").first.is_visible()
            assert page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_day_and_no_label_is_broken_on_a_telephone(
    site: Site, browser: Browser, language: str
) -> None:
    cells = {
        f"/timeline?view=table&lang={language}": "table.told td:nth-child(4)",
        f"/compare?from=2025-11-06&to=2025-11-10&lang={language}": ".cmp-rows tbody th",
    }
    with window(browser, width=360) as page:
        for path, cell in cells.items():
            page.goto(site.address + path)
            assert overflow(page) == 0
            lines = page.evaluate(
                "where => [...document.querySelectorAll(where)].map(it => {"
                " const text = document.createRange(); text.selectNodeContents(it);"
                " return new Set([...text.getClientRects()].map(one => one.top)).size; })",
                cell,
            )
            assert lines
            assert max(lines) == 1
