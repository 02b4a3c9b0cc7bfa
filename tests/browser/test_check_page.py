"""A person checks a product in a browser: keyboard only, narrow and wide, light and dark."""

from typing import Any

import pytest

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


def fill(page: Any, address: str) -> None:
    """Fill in the magnet of the worked example, without touching a mouse, and send it."""
    page.goto(f"{address}/check?on=2025-12-15&announced_by=2025-10-20")
    for selector, text in (
        ("[name=symbol] >> nth=0", "Dy"),
        ("[name=share] >> nth=0", "0.2%"),
        ("[name=element_origin] >> nth=0", "CN"),
        ("#f-made_in", "DE"),
        ("#f-to", "US"),
        ("#f-end_use", "civil"),
    ):
        page.focus(selector)
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    page.wait_for_selector("#result")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_form_and_the_verdict_fit_and_axe_finds_nothing_serious(
    site: Site, browser: Any, axe: str, width: int, scheme: str
) -> None:
    with window(browser, width=width, scheme=scheme) as page:
        page.goto(f"{site.address}/check")
        assert overflow(page) == 0
        assert serious(page, axe) == []
        fill(page, site.address)
        assert overflow(page) == 0
        assert serious(page, axe) == []
        assert len(page.content()) < LONGEST_PAGE_BYTES


def test_the_verdict_comes_without_a_mouse_and_without_scripts(site: Site, browser: Any) -> None:
    with window(browser, java_script_enabled=False) as page:
        fill(page, site.address)
        told = page.inner_text("#result")
        lines = [line.strip() for line in told.splitlines() if line.strip()]
        assert lines[0] == "The verdict"
        assert lines[1].startswith("needs a licence")
        assert "15 December 2025" in told
        assert "0.2%" in told
        assert ">= 0.1%" in told
        assert page.input_value("#f-made_in") == "DE"
        assert "Dy" not in page.url
        assert page.get_attribute("html", "lang") == "en"


def test_every_field_has_a_name_and_the_tab_key_reaches_both_forms(
    site: Site, browser: Any
) -> None:
    with window(browser) as page:
        page.goto(f"{site.address}/check")
        reached = tabbed(page)
        for name in ("f-part", "symbol", "f-to", "on", "f-versus", "l-file", "l-map"):
            assert name in reached
        assert page.evaluate(
            "[...document.querySelectorAll('input:not([type=hidden]),select,textarea')]"
            ".every(one => one.labels.length || one.ariaLabel)"
        )


def test_a_list_is_uploaded_shown_and_taken_along(site: Site, browser: Any, tmp_path: Any) -> None:
    file = tmp_path / "parts.csv"
    file.write_text("part,element,share,origin,made in,to\nm1,Dy,0.2%,CN,DE,US\n")
    with window(browser, accept_downloads=True) as page:
        page.goto(f"{site.address}/check?on=2025-12-15&announced_by=2025-10-20")
        page.set_input_files("#l-file", str(file))
        page.click("button:has-text('Show the verdicts')")
        page.wait_for_selector("table.listed")
        assert "needs a licence" in page.inner_text("table.listed")
        page.set_input_files("#l-file", str(file))
        with page.expect_download() as taken:
            page.click("button[value=csv]")
        assert taken.value.suggested_filename == "checked.csv"


def test_the_evidence_is_taken_along(site: Site, browser: Any) -> None:
    with window(browser, accept_downloads=True) as page:
        fill(page, site.address)
        with page.expect_download() as taken:
            page.click("button[value=evidence]")
        assert taken.value.suggested_filename == "evidence-check.zip"


def test_a_verdict_prints_without_the_forms(site: Site, browser: Any) -> None:
    with window(browser) as page:
        fill(page, site.address)
        page.emulate_media(media="print")
        assert not page.is_visible("form.check")
        assert page.is_visible("#result")
        assert page.is_visible("footer .head")
