"""Do sign-in, review desk and subscriptions hold up in a browser: keys, two people, no script?"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import (
    LONGEST_PAGE_BYTES,
    SCHEMES,
    WIDTHS,
    Site,
    bring,
    opened,
    overflow,
    serious,
    served,
    tabbed,
    window,
)
from tests.e2e.notices import suspension
from tests.integration.people import PASSWORD, enrolled, with_quick_hashes
from tracker.domain.facts import SourceAdded
from tracker.projection.proposals import State

PLAIN = "text/plain; charset=utf-8"
MIRROR = SourceAdded(
    id="mirror", url="https://mirror.example/", authority="official", jurisdiction="CN"
)
ACTS = ("2025年第18号", "2024年第46号", "2025年第62号")


@contextmanager
def desk_in(folder: Path) -> Iterator[Site]:
    """Serve a tracker where three proposals wait, and Ann, Bo and Root have accounts."""
    with opened(folder) as tracker:
        with_quick_hashes(tracker).choose_policy("person", by="Ann")
        for number, act in enumerate(ACTS, start=931):
            notice = suspension(number, target=act).encode()
            url = f"https://gazette.example/{number}"
            bring(tracker, notice, url=url, kind=PLAIN, published=date(2026, 10, 30))
        for name, role in (("Ann", "reviewer"), ("Bo", "reviewer"), ("Root", "admin")):
            enrolled(tracker, name, role)
        with served(tracker) as found:
            yield found


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A desk of the test's own."""
    with desk_in(tmp_path) as found:
        yield found


@pytest.fixture(scope="module")
def looked_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A desk at which nobody decides anything, where a copy contradicts the first notice."""
    with desk_in(tmp_path_factory.mktemp("desk")) as found:
        found.tracker.sources.add(MIRROR)
        copy = suspension(931, target=ACTS[0], first="2026年11月8日").encode()
        url = "https://mirror.example/931"
        bring(found.tracker, copy, url=url, kind=PLAIN, source=MIRROR, published=date(2026, 10, 30))
        yield found


def sign_in(page: Page, site: Site, name: str, *, to: str = "/review") -> None:
    """Fill in the door with the keyboard alone."""
    page.goto(f"{site.address}{to}")
    page.focus("#name")
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{to}")


def waiting(site: Site) -> list[str]:
    return [one.id for one in site.tracker.review.proposals()]


def test_a_proposal_is_accepted_and_another_rejected_with_the_keys_alone(
    site: Site, browser: Browser
) -> None:
    first, second, third = waiting(site)[-3:]
    with window(browser) as page:
        sign_in(page, site, "Ann")
        rows = len(waiting(site))
        for _ in range(rows - 2):
            page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/review/{first}")
        page.keyboard.press("a")
        expect(page.get_by_role("button", name="Accept", exact=True)).to_be_focused()
        assert site.tracker.review.proposal(first).open
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/review/{second}?*")
        expect(page.get_by_role("status")).to_contain_text("Accepted:")
        page.keyboard.press("r")
        page.keyboard.type("a reprint, judged by a person")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/review/{third}?*")
        page.keyboard.press("k")
        page.wait_for_url(lambda url: third not in url)
        page.keyboard.press("u")
        page.wait_for_url("**/review")
    accepted, rejected = (site.tracker.review.proposal(id) for id in (first, second))
    assert (accepted.state, accepted.by) == (State.ACCEPTED, "Ann")
    assert (rejected.state, rejected.reason) == (State.REJECTED, "a reprint, judged by a person")


def test_keys_do_nothing_while_somebody_types_and_can_be_turned_off(
    site: Site, browser: Browser
) -> None:
    (id, *_) = waiting(site)
    with window(browser) as page:
        sign_in(page, site, "Ann", to=f"/review/{id}")
        page.focus("#reject-reason")
        page.keyboard.type("aerjku?")
        assert page.input_value("#reject-reason") == "aerjku?"
        page.keyboard.press("Escape")
        page.keyboard.press("?")
        expect(page.get_by_role("dialog")).to_be_visible()
        page.get_by_role("button", name="Turn the keys off").press("Enter")
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()
        page.keyboard.press("u")
        page.reload()
        page.keyboard.press("u")
        assert page.url.endswith(f"/review/{id}")


def test_of_two_people_at_once_the_second_loses_nothing_typed(site: Site, browser: Browser) -> None:
    (id, *_) = waiting(site)
    with window(browser) as ann, window(browser) as bo:
        sign_in(ann, site, "Ann", to=f"/review/{id}")
        sign_in(bo, site, "Bo", to=f"/review/{id}")
        bo.fill("#reject-reason", "first line\nsecond line")
        ann.get_by_role("button", name="Accept", exact=True).click()
        ann.wait_for_url(lambda url: "done=accept" in url)
        bo.get_by_role("button", name="Reject").click()
        expect(bo.get_by_role("alert")).to_contain_text("accepted by Ann at 21 November 2026")
        expect(bo.get_by_role("alert")).to_contain_text("second line")
        expect(bo.get_by_role("button", name="Reject")).to_have_count(0)
    assert site.tracker.review.proposal(id).by == "Ann"


def test_everything_works_without_script(site: Site, browser: Browser) -> None:
    first, second = waiting(site)[-3:-1]
    with window(browser, java_script_enabled=False) as page:
        sign_in(page, site, "Ann", to=f"/review/{first}")
        expect(page.locator("[data-keys]")).to_be_hidden()
        page.get_by_role("link", name="Change, then accept").click()
        page.fill("input[name^=through-]", "2027-06-30")
        page.get_by_role("button", name="Show what would change").click()
        assert "to 30 June 2027" in page.inner_text("main")
        page.get_by_role("button", name="Accept with these changes").click()
        page.wait_for_url(f"**/review/{second}?*")
        page.get_by_role("button", name="Sign out").click()
        page.goto(f"{site.address}/review")
        assert "/sign-in" in page.url
    assert site.tracker.review.proposal(first).state is State.EDITED


def pages_of(site: Site) -> tuple[str, ...]:
    """The pages that this file answers for."""
    id = waiting(site)[-1]
    return (
        "/sign-in", "/review", f"/review/{id}", f"/review/{id}/edit", "/review/close",
        "/review/retract", "/review?show=decided", "/digests", "/account", "/lists",
        "/sources/change?id=gazette",
    )  # fmt: skip


LOOKS = tuple(zip(product(WIDTHS, SCHEMES), ("en", "zh", "zh", "en"), strict=True))


@pytest.mark.parametrize(("look", "language"), LOOKS)
def test_every_page_fits_weighs_little_and_keeps_nobody_out(
    looked_at: Site, browser: Browser, axe: str, look: tuple[int, str], language: str
) -> None:
    site = looked_at
    with window(browser, width=look[0], scheme=look[1]) as page:
        told: list[str] = []
        page.on("console", lambda one: told.append(one.text) if one.type == "error" else None)
        page.goto(f"{site.address}/sign-in?lang={language}")
        assert serious(page, axe) == []
        sign_in(page, site, "Root")
        (copies,) = site.tracker.conflicts.waiting()
        for path in (*pages_of(site)[1:], f"/review/settle?number={copies.number}"):
            answer = page.goto(f"{site.address}{path}")
            assert answer is not None
            assert answer.status == 200, path
            assert len(answer.body()) < LONGEST_PAGE_BYTES, path
            assert overflow(page) == 0, path
            assert serious(page, axe) == [], path
        assert told == []


def test_the_tab_key_reaches_every_form_of_a_proposal(looked_at: Site, browser: Browser) -> None:
    site = looked_at
    id = waiting(site)[-1]
    with window(browser) as page:
        sign_in(page, site, "Ann", to=f"/review/{id}")
        reached = tabbed(page)
        assert reached[0] == "#content"
        for wanted in ("Accept", f"/review/{id}/edit", "reject-reason", "Reject", "refer-reason"):
            assert wanted in reached


def test_a_note_stands_apart_from_the_heading_below_it(site: Site, browser: Browser) -> None:
    (id, *_) = waiting(site)
    with window(browser) as page:
        sign_in(page, site, "Ann", to=f"/review/{id}")
        page.get_by_role("button", name="Accept", exact=True).click()
        page.wait_for_url(lambda url: "done=accept" in url)
        note, title = page.get_by_role("status").bounding_box(), page.locator("h1").bounding_box()
        assert note is not None
        assert title is not None
        assert title["y"] - (note["y"] + note["height"]) >= 10
        page.goto(f"{site.address}/review/{id}")
        expect(page.get_by_role("heading", name="What was proposed")).to_be_visible()


def test_the_parts_of_the_desk_have_names_of_their_own(looked_at: Site, browser: Browser) -> None:
    site = looked_at
    with window(browser) as page:
        sign_in(page, site, "Ann", to=f"/review/{waiting(site)[-1]}")
        names = page.evaluate(
            "[...document.querySelectorAll('main section[aria-labelledby], main [role=region]')]"
            ".map(it => it.getAttribute('aria-labelledby'))"
        )
        assert len(names) > 3
        assert len(names) == len(set(names))
