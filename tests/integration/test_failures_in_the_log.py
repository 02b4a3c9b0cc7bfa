"""Failure is never change: a poll that failed leaves one fact about the source and nothing else."""

import gzip
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tests.integration.site import raw_server
from tests.integration.watched import Watched, feed, watched
from tracker.application.answers.query import Filter
from tracker.domain.facts import ListPage

BODY = feed(("9", "The share is 0.1%."), ("10", "The share is 0.2%."))
HTML = "text/html; charset=utf-8"
Answer = Callable[[Request], Response]


@pytest.fixture
def office(tmp_path: Path, httpserver: HTTPServer) -> Iterator[Watched]:
    with watched(tmp_path, httpserver) as found:
        found.body = BODY
        assert found.poll().new == 2
        yield found


def _answers(body: str | bytes, status: int = 200, **headers: str) -> Answer:
    told = {"content_type": "application/rss+xml", **headers}
    content = told.pop("content_type")
    sent = {name.replace("_", "-"): value for name, value in told.items()}
    return lambda _: Response(body, status=status, content_type=content, headers=sent)


def _slow(_: Request) -> Response:
    time.sleep(0.8)
    return Response(BODY)


def _cut_off(_: Request) -> Response:
    response = Response(BODY[: len(BODY) // 2], content_type="application/rss+xml")
    response.headers["Content-Length"] = str(len(BODY))
    response.automatically_set_content_length = False
    return response


def _home(request: Request) -> Response:
    return Response(status=302, headers={"Location": "/"})


WALL = "<html><title>Just a moment...</title><body>Checking your browser</body></html>"
SIGN_IN = (
    "<html><title>Sign in</title><body><form><input type='password' name='p'></form></body></html>"
)
WALLS = {
    "a human check in Chinese": ("<h1>请拖动滑块完成拼图后继续访问</h1>", "blocked"),
    "a human check in Japanese": ("<h1>ロボットではないことを確認してください</h1>", "blocked"),
    "a human check in English": ("<h1>One last step: press and hold to go on</h1>", "blocked"),
    "a refusal in Chinese": ("<p>您的请求存在威胁，已被拦截</p>", "blocked"),
    "a refusal in Japanese": ("<h1>アクセスが拒否されました</h1>", "blocked"),
    "a refusal in English": ("<h1>Your network has been blocked</h1>", "blocked"),
    "a sign-in page in Chinese": ("<h1>登录后方可查看全文</h1>", "login"),
    "a sign-in page in Japanese": ("<h1>閲覧にはログインが必要です</h1>", "login"),
    "a sign-in page in English": ("<h1>Members only: sign in to read</h1>", "login"),
    "an apology in Chinese": ("<h1>抱歉，您要找的页面走丢了</h1>", "error_page"),
    "an apology in Japanese": ("<h1>ただいまメンテナンス中です</h1>", "error_page"),
    "an apology in English": ("<h1>Something went wrong on our side</h1>", "error_page"),
}
"""Pages that answer 200 instead of a feed, and what they are."""

EMPTY_FEED = "<rss version='2.0'><channel><title>f</title></channel></rss>"

FAILURES: dict[str, tuple[Answer, set[str], int | None]] = {
    "a client error": (_answers("no", 403), {"status", "blocked"}, 403),
    "a vanished page": (_answers("no", 404), {"status"}, 404),
    "a page that is gone": (_answers("no", 410), {"status"}, 410),
    "too many requests": (_answers("no", 429, Retry_After="7200"), {"status", "blocked"}, 429),
    "a server error": (_answers("no", 500), {"status"}, 500),
    "out of service": (_answers("no", 503), {"status"}, 503),
    "a timeout": (_slow, {"timeout"}, None),
    "an empty body": (_answers("  \n"), {"empty"}, 200),
    "a human check": (_answers(WALL, content_type=HTML), {"blocked"}, 200),
    "a sign-in page": (_answers(SIGN_IN, content_type=HTML), {"login"}, 200),
    "the home page": (_home, {"home_redirect", "content_type", "no_items"}, 200),
    "no items": (_answers(EMPTY_FEED), {"no_items", "too_few_items"}, 200),
    "half a body": (_cut_off, {"truncated", "connection"}, None),
    "a picture": (
        _answers(b"\x89PNG\r\n\x1a\n" + bytes(64), content_type="image/png"),
        {"content_type", "malformed"},
        200,
    ),
    "an ordinary page": (
        _answers("<html><body><h1>News</h1></body></html>", content_type=HTML),
        {"content_type", "no_items", "malformed"},
        200,
    ),
    "letters that no encoding reads": (
        _answers(b"\xff\xfe\xfd<rss>\x81\x8d\x8f\x90" + bytes(range(128, 256)) * 40),
        {"charset", "no_items", "malformed", "content_type"},
        200,
    ),
    **{
        kind: (_answers(f"<html><body>{page}</body></html>", content_type=HTML), {fault}, 200)
        for kind, (page, fault) in WALLS.items()
    },
    "a decompression bomb": (
        _answers(gzip.compress(bytes(30_000_000)), Content_Encoding="gzip"),
        {"too_large", "decompression"},
        200,
    ),
}


@pytest.mark.parametrize("kind", FAILURES)
def test_a_failure_is_one_fact_and_no_change(
    kind: str, office: Watched, httpserver: HTTPServer
) -> None:
    answer, faults, status = FAILURES[kind]
    httpserver.expect_request("/").respond_with_data(
        "<html><title>Home</title><body>Welcome</body></html>", content_type=HTML
    )
    (before,) = office.tracker.sources.states()
    at = office.position
    office.answer = answer
    polled = office.poll()
    assert polled.error
    assert office.names(after=at) == ["SourcePolled"]
    (fact,) = office.bodies("SourcePolled", after=at)
    assert fact["outcome"] == "failed"
    assert fact["fault"] in faults
    assert fact["error"] == polled.error
    if status is not None and "status" in fact:
        assert fact["status"] == status
    (failing,) = office.tracker.sources.states()
    assert failing.standing.held == before.standing.held
    assert (failing.failures, failing.last_good) == (1, before.last_good)

    office.answer = None
    at = office.position
    assert office.poll(hours=0.1).unchanged == 2
    assert office.names(after=at) == ["SourcePolled"]
    (again,) = office.bodies("SourcePolled", after=at)
    assert (again["outcome"], again["status"]) == ("unchanged", 304)
    assert len(office.bodies("AnnouncementRecorded")) == 2


def test_a_server_without_tls_and_nobody_at_home_are_failures_too(
    tmp_path: Path, httpserver: HTTPServer
) -> None:
    url = httpserver.url_for("/feed").replace("http:", "https:")
    with watched(tmp_path, httpserver) as office:
        (state,) = office.tracker.sources.states()
        office.tracker.sources.remove("office")
        for id, address, fault in (
            ("tls", url, "tls"),
            ("nobody", "http://127.0.0.1:9/", "connection"),
            ("private", "http://10.0.0.1/feed", "refused_address"),
        ):
            office.tracker.sources.add(msgspec.structs.replace(state.source, id=id, url=address))
            office.tracker.poll(id)
            (fact,) = [b for b in office.bodies("SourcePolled") if b["id"] == id]
            assert (fact["outcome"], fact["fault"]) == ("failed", fault)


def test_letters_in_another_encoding_than_the_one_declared_are_a_failure(
    tmp_path: Path, httpserver: HTTPServer
) -> None:
    entries = "".join(f"<li><a href='/a/{n}'>商务部公告第{n}号</a></li>" for n in range(9))
    page = f"<html><body><ul>{entries}</ul></body></html>"
    listed = ListPage(item="li")
    with watched(tmp_path, httpserver, kind="list", list=listed, encoding="utf-8") as office:
        office.answer = _answers(page.encode("gb18030"), content_type="text/html")
        assert office.poll().error
        assert office.bodies("SourcePolled")[-1]["fault"] == "charset"
        assert office.bodies("AnnouncementRecorded") == []


@pytest.mark.parametrize("kind", WALLS)
def test_a_wall_in_place_of_a_linked_page_leaves_the_announcement_as_it_is(
    kind: str, tmp_path: Path, httpserver: HTTPServer
) -> None:
    entry = "<html><body><ul><li><a href='/a/9'>Notice 9</a></li></ul></body></html>"
    notice = "<html><body><h1>Notice 9</h1><p>The share is 0.1 per cent.</p></body></html>"
    shown = {"page": notice}
    httpserver.expect_request("/a/9").respond_with_handler(
        lambda _: Response(shown["page"], content_type=HTML)
    )
    with watched(tmp_path, httpserver, kind="list", list=ListPage(item="li")) as office:
        office.answer = _answers(entry, content_type=HTML)
        assert office.poll().new == 1
        at = office.position
        page, fault = WALLS[kind]
        shown["page"] = f"<html><body>{page}</body></html>"
        office.poll(hours=24)
        assert office.names(after=at) == ["SourcePolled"]
        (fact,) = office.bodies("SourcePolled", after=at)
        assert [one["fault"] for one in fact["pages"]] == [fault]
        shown["page"] = notice
        assert office.poll(hours=24).revised == 0


def test_a_servers_wish_to_be_left_alone_is_recorded_and_heeded(office: Watched) -> None:
    office.answer = _answers("no", 503, Retry_After="7200")
    office.poll()
    (report,) = office.tracker.sources.report().sources
    assert office.bodies("SourcePolled")[-1]["retry_after_seconds"] == 7200
    assert report.state == "failing"
    assert report.next_due_at is not None
    assert report.next_due_at >= "2030-01-10T16:00"


def test_a_failing_source_makes_what_is_said_stale_in_time_and_moves_no_rule(
    office: Watched,
) -> None:
    (state,) = office.tracker.sources.states()
    assert state.health(10**20) == "stale"
    office.answer = _answers("no", 500)
    for _ in range(3):
        office.poll(hours=30)
    found = office.tracker.rules(Filter(jurisdiction="CN")).freshness
    assert found.state == "stale"
    assert office.tracker.sources.report().sources[0].consecutive_failures == 3


def test_dates_that_cannot_be_true_are_not_believed(tmp_path: Path, httpserver: HTTPServer) -> None:
    with watched(tmp_path, httpserver) as office:
        dates = {
            "old": "Mon, 04 Jan 1513 01:00:00 GMT",
            "late": "Tue, 08 Jan 2041 01:00:00 GMT",
            "right": "Tue, 08 Jan 2030 01:00:00 GMT",
        }
        entries = {name: feed((name, "A rule."), dated=day) for name, day in dates.items()}
        start, end = entries["old"].split("<item>")[0], "</channel></rss>"
        items = [text.split("<channel>")[1].split("</title>", 1)[1] for text in entries.values()]
        office.body = start + "".join(item.replace(end, "") for item in items) + end
        assert office.poll().new == 3
        told = {b["title"]: b["published_at"] for b in office.bodies("AnnouncementRecorded")}
        assert told["Notice old"] is None
        assert told["Notice late"] is None
        assert told["Notice right"].startswith("2030-01-08T01:00:00")
        assert office.bodies("SourcePolled")[-1]["oldest_item_at"].startswith("2030-01-08")


def test_a_servers_wrong_clock_is_told_and_believed_by_nobody(
    tmp_path: Path, httpserver: HTTPServer
) -> None:
    head = (
        "HTTP/1.1 200 OK\r\nDate: Fri, 11 Jan 2030 13:00:00 GMT\r\n"
        f"Content-Type: application/rss+xml\r\nContent-Length: {len(BODY)}\r\n\r\n"
    )
    with raw_server(head.encode(), BODY.encode()) as url, watched(tmp_path, httpserver) as office:
        (state,) = office.tracker.sources.states()
        office.tracker.sources.add(msgspec.structs.replace(state.source, id="late", url=url))
        office.tracker.poll("late")
        fact = office.bodies("SourcePolled")[-1]
        assert fact["skew_seconds"] == 25 * 3600
        assert fact["fetched_at"].startswith("2030-01-10T12:00:00")
