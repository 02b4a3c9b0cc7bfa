"""What stands around every page: language, headers, files, errors, the log's head?"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import APIRouter
from fastapi.testclient import TestClient

from tests.integration.reading_room import opened
from tracker.facade import Tracker
from tracker.service import application
from tracker.web.app import create_app
from tracker.web.frame import preferred

PAGES = ("/", "/rules", "/search", "/sources", "/log", "/nowhere")


@pytest.fixture(scope="module")
def tracker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tracker]:
    with opened(tmp_path_factory.mktemp("frame")) as found:
        yield found


@pytest.fixture
def client(tracker: Tracker) -> TestClient:
    return TestClient(application(tracker, health=lambda: (True, {})))


@pytest.mark.parametrize("path", PAGES)
def test_every_page_carries_a_strict_policy_and_the_log_head(
    client: TestClient, tracker: Tracker, path: str
) -> None:
    found = client.get(path)
    policy = found.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert found.headers["x-content-type-options"] == "nosniff"
    assert tracker.log.head().hash in found.text
    assert "not legal advice" in found.text


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_anything_inline_that_runs_or_styles(client: TestClient, path: str) -> None:
    text = client.get(path).text
    assert not re.search(r"<style|style=|<script(?! src=)|\son[a-z]+=", text)


def test_the_language_comes_from_the_address_then_the_cookie_then_the_browser(
    client: TestClient,
) -> None:
    assert 'lang="en"' in client.get("/log").text
    assert 'lang="zh-Hans"' in client.get("/log", headers={"Accept-Language": "zh-CN"}).text
    asked = client.get("/log?lang=zh", headers={"Accept-Language": "en"})
    assert '<html lang="zh-Hans">' in asked.text
    assert '<html lang="zh-Hans">' in client.get("/log").text  # remembered
    assert '<html lang="en">' in client.get("/log?lang=en").text
    assert '<html lang="en">' in client.get("/log?lang=fr").text


def test_the_preferred_language_is_weighed() -> None:
    assert preferred("") == "en"
    assert preferred("fr, de;q=0.9") == "en"
    assert preferred("en;q=0.3, zh-TW;q=0.8") == "zh"
    assert preferred("zh;q=0, en;q=0.1") == "en"
    assert preferred("zh;q=x" * 10_000) == "en"


def test_a_language_link_keeps_what_was_asked(client: TestClient) -> None:
    text = client.get("/rules?on=2025-12-05&status=pending&status=suspended").text
    assert "/rules?on=2025-12-05&amp;status=pending&amp;status=suspended&amp;lang=zh" in text


def test_the_clocks_are_kept_by_links_and_told_in_the_footer(client: TestClient) -> None:
    text = client.get("/rules?on=2025-12-05&announced_by=2025-10-20").text
    assert "On 5 December 2025, as announced by 20 October 2025, as recorded up to now" in text
    assert re.search(r'href="/measures/[^"]+%23[^"]+\?on=2025-12-05&amp;announced_by=', text)


def test_files_are_asked_for_once_a_version(client: TestClient) -> None:
    address = re.search(r'href="(/static/site\.css\?v=[0-9a-f]{16})"', client.get("/log").text)
    assert address is not None
    found = client.get(address[1])
    assert found.headers["content-type"].startswith("text/css")
    assert "immutable" in found.headers["cache-control"]
    again = client.get(address[1], headers={"If-None-Match": found.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "immutable" not in client.get("/static/site.css").headers["cache-control"]


@pytest.mark.parametrize(
    "path",
    [
        "/static/..%2f..%2fpyproject.toml",
        "/static/%2e%2e%2fwords%2fframe.toml",
        "/static/site.css%00.js",
        "/static/base.html.j2",
        "/digests/..%2ftracker.db",
    ],
)
def test_no_path_leads_out_of_the_served_files(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_question_that_makes_no_sense_is_told_in_a_sentence(client: TestClient) -> None:
    found = client.get("/rules?on=tomorrow")
    assert found.status_code == 400
    assert "is no day; write one like 2025-11-07" in found.text
    assert client.get("/rules?recorded_by=2025-01-01T00:00").status_code == 400
    assert client.get("/rules?status=sleeping").status_code == 400
    assert client.get("/rules?page=0").status_code == 400


def test_machines_get_problems_instead_of_pages(client: TestClient) -> None:
    found = client.get("/feeds/nothing.atom")
    assert found.headers["content-type"] == "application/problem+json"
    assert found.json()["status"] == 404


def test_a_failure_of_ours_tells_nothing(tracker: Tracker) -> None:
    broken = APIRouter()

    @broken.get("/broken")
    def fail() -> None:
        raise RuntimeError("the secret of the house")

    app = create_app(tracker, health=lambda: (True, {}), others=(broken,))
    found = TestClient(app, raise_server_exceptions=False).get("/broken")
    assert found.status_code == 500
    assert "secret" not in found.text
    assert "Something went wrong on our side" in found.text
    assert "default-src 'none'" in found.headers["content-security-policy"]


def test_looking_changes_nothing(client: TestClient, tracker: Tracker) -> None:
    head = tracker.log.head()
    for path in PAGES:
        client.get(path)
        assert client.put(path).status_code in (403, 404, 405)
    assert tracker.log.head() == head


def test_a_template_and_a_style_of_ones_own_go_in_front(tracker: Tracker, tmp_path: Path) -> None:
    (tmp_path / "web" / "static").mkdir(parents=True)
    (tmp_path / "web" / "words").mkdir()
    (tmp_path / "web" / "log.html.j2").write_text("<p>{{ page.heading }}, ours</p>")
    (tmp_path / "web" / "static" / "site.css").write_text("body { color: teal }")
    (tmp_path / "web" / "words" / "own.toml").write_text('[nav]\nlog = {en = "Diary", zh = "日记"}')
    settings = tracker.settings
    before, settings.template_folder = settings.template_folder, str(tmp_path)
    try:
        client = TestClient(application(tracker, health=lambda: (True, {})))
        assert client.get("/log").text == "<p>Log, ours</p>"
        assert client.get("/static/site.css").text == "body { color: teal }"
        assert ">Diary</a>" in client.get("/").text
    finally:
        settings.template_folder = before
