"""What stands in the log after a real server failed, edited, redirected and dripped?"""

import gzip
import socket
import time

import orjson
import pytest
from werkzeug import Response

from tests.integration.site import LOOPBACK, raw_server, rss, rss_item
from tests.runaway import PATIENCE
from tracker.config import Settings
from tracker.domain.facts import DetailPage, ListPage, SourceAdded
from tracker.facade import Tracker


@pytest.fixture
def opened(tmp_path):
    settings = Settings(database=f"sqlite:///{tmp_path / 'tracker.db'}")
    settings.fetch.allow = LOOPBACK
    settings.fetch.timeout_seconds = 0.5
    with Tracker(settings) as tracker:
        yield tracker


def bodies(tracker, name):
    return [event.data() for event in tracker.log.read() if event.name == name]


def wall():
    return Response("<title>Just a moment...</title>", content_type="text/html")


def sign_in():
    return Response("<title>Sign in</title><input type=password>", content_type="text/html")


FAILURES = {
    "not there": (Response("gone", status=404), "status"),
    "refused": (Response("no", status=403), "status"),
    "broken": (Response("oops", status=500), "status"),
    "busy": (Response("", status=503, headers={"Retry-After": "60"}), "status"),
    "empty": (Response(b"", content_type="text/xml"), "empty"),
    "a human check": (wall(), "blocked"),
    "a sign-in page": (sign_in(), "login"),
    "the home page": (Response(status=302, headers={"Location": "/"}), "home_redirect"),
    "no items": (Response(rss(), content_type="text/xml"), "no_items"),
    "cut off": (Response(rss(rss_item(1))[:-50], content_type="text/xml"), "truncated"),
    "an image": (Response(b"\x89PNG\r\n", content_type="image/png"), "content_type"),
    "a bomb": (
        Response(
            gzip.compress(bytes(25_000_000)),
            headers={"Content-Encoding": "gzip", "Content-Type": "text/xml"},
        ),
        "too_large",
    ),
    "garbled": (Response(b"\x1f\x8bx", headers={"Content-Encoding": "gzip"}), "decompression"),
    "an inner address": (
        Response(status=302, headers={"Location": "http://169.254.169.254/latest"}),
        "refused_address",
    ),
    "a loop": (Response(status=302, headers={"Location": "/a/feed"}), "redirects"),
    "an apology": (
        Response("<title>500 Internal Server Error</title>", content_type="text/html"),
        "error_page",
    ),
}


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_is_a_fact_about_the_source_and_old_data_stay(opened, httpserver, name):
    answer, fault = FAILURES[name]
    home = "<html><body><p>Welcome</p></body></html>"
    httpserver.expect_request("/").respond_with_data(home, content_type="text/html")
    now = {"answer": Response(rss(rss_item(1), rss_item(2)), content_type="text/xml")}
    httpserver.expect_request("/a/feed").respond_with_handler(lambda _: now["answer"])
    opened.sources.add(SourceAdded(id="s", url=httpserver.url_for("/a/feed")))
    assert opened.poll("s")[0].new == 2
    before = bodies(opened, "AnnouncementRecorded")
    now["answer"] = answer
    (result,) = opened.poll("s")
    assert result.error
    polled = bodies(opened, "SourcePolled")[-1]
    assert (polled["outcome"], polled["fault"]) == ("failed", fault)
    assert bodies(opened, "AnnouncementRecorded") == before
    now["answer"] = Response(rss(rss_item(1), rss_item(2)), content_type="text/xml")
    (result,) = opened.poll("s")
    assert (result.new, result.revised, result.error) == (0, 0, None)


def test_silence_dripping_tls_and_nobody_at_home_are_facts_too(opened, httpserver):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        nobody = f"http://127.0.0.1:{listener.getsockname()[1]}/feed"
    https = httpserver.url_for("/feed").replace("http:", "https:")
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n"
    with (
        raw_server(hold=2 * PATIENCE) as silent,
        raw_server(head, *[b"x"] * 490, pause=0.5) as dripping,
        raw_server(head + b"<rss>") as torn,
    ):
        places = {
            "nobody": nobody,
            "https": https,
            "silent": silent,
            "drip": dripping,
            "torn": torn,
        }
        for id, url in places.items():
            opened.sources.add(SourceAdded(id=id, url=url))
        started = time.monotonic()
        opened.poll()
        assert time.monotonic() - started < PATIENCE
    faults = {polled["id"]: polled["fault"] for polled in bodies(opened, "SourcePolled")}
    assert faults == {
        "nobody": "connection",
        "https": "tls",
        "silent": "timeout",
        "drip": "timeout",
        "torn": "truncated",
    }


def test_sixty_real_edits_give_sixty_revisions(opened, httpserver):
    listed = "<ul class='l'><li><a href='/n/1'>Notice 1</a><span>2025-11-07</span></li></ul>"
    httpserver.expect_request("/list").respond_with_data(listed, content_type="text/html")
    now = {"edit": 0}

    def notice(_):
        text = f"The period ends after {now['edit']} days, on which nothing else changes."
        page = f"<html><body><h1>Notice 1</h1><div id='t'><p>{text}</p></div></body></html>"
        return Response(page, content_type="text/html; charset=utf-8")

    httpserver.expect_request("/n/1").respond_with_handler(notice)
    opened.sources.add(
        SourceAdded(
            id="s",
            url=httpserver.url_for("/list"),
            kind="list",
            list=ListPage(item=".l li", date=("span",)),
            detail=DetailPage(body=("#t",)),
        )
    )
    assert opened.poll("s")[0].new == 1
    feeds = opened.intake.feeds
    revised = 0
    for edit in range(1, 61):
        now["edit"] = edit
        revised += _polled_anew(opened, feeds)
    assert revised == 60
    assert len(bodies(opened, "AnnouncementRecorded")) == 61
    assert _polled_anew(opened, feeds) == 0


def _polled_anew(opened, feeds):
    """Poll as on a day on which every page is due for another look."""
    from tracker.ports import Asked

    class EveryPage:
        def read(self, asked):
            return feeds.read(
                Asked(source=asked.source, held={}, wanted=lambda _: True, now=asked.now)
            )

    opened.intake.feeds = EveryPage()
    (result,) = opened.poll("s")
    return result.revised


def test_redirects_and_304_are_recorded(opened, httpserver):
    httpserver.expect_request("/old/feed").respond_with_data(
        status=301, headers={"Location": "/new/feed"}
    )

    def answer(request):
        same = request.headers.get("If-None-Match") == '"1"'
        body = b"" if same else rss(rss_item(1)).encode()
        return Response(body, status=304 if same else 200, headers={"ETag": '"1"'})

    httpserver.expect_request("/new/feed").respond_with_handler(answer)
    opened.sources.add(SourceAdded(id="s", url=httpserver.url_for("/old/feed")))
    opened.poll("s")
    opened.poll("s")
    first, second = bodies(opened, "SourcePolled")
    assert first["redirects"] == [httpserver.url_for("/old/feed")]
    assert first["final_url"] == httpserver.url_for("/new/feed")
    assert (second["outcome"], second["status"]) == ("unchanged", 304)


def test_a_source_that_kills_its_reader_does_not_hold_up_the_others(opened, httpserver):
    deep = "<item><title>" + "<a>" * 60_000 + "</title></item>"
    httpserver.expect_request("/bad").respond_with_data(rss(deep), content_type="text/xml")
    httpserver.expect_request("/good").respond_with_data(rss(rss_item(1)), content_type="text/xml")
    for id in ("bad", "good"):
        opened.sources.add(SourceAdded(id=id, url=httpserver.url_for(f"/{id}")))
    opened.poll("good")
    started = time.monotonic()
    results = {one.source: one for one in opened.poll()}
    assert time.monotonic() - started < PATIENCE
    assert results["good"].error is None


def test_what_was_collected_survives_export_and_restore(opened, httpserver, tmp_path):
    httpserver.expect_request("/feed").respond_with_data(rss(rss_item(1)), content_type="text/xml")
    told = SourceAdded(
        id="s",
        url=httpserver.url_for("/feed"),
        list=ListPage(item="li", date=("span",)),
        detail=DetailPage(body=("#x",)),
        parameters={"a": ("1", "2")},
        robots="ignore",
        robots_reason="leave given",
    )
    opened.sources.add(told)
    opened.poll("s")
    file = tmp_path / "log.jsonl"
    file.write_bytes(b"".join(opened.export()))
    lines = map(orjson.loads, file.read_bytes().splitlines())
    assert any(line.get("name") == "SourceAdded" for line in lines)
    with Tracker(Settings(database=f"sqlite:///{tmp_path / 'other.db'}")) as other:
        other.import_([file], restore=True)
        assert other.log.head().hash == opened.log.head().hash
        (state,) = other.sources.states()
        assert state.source == told
