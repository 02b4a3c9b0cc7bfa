"""What does one guarded GET make of what real servers do?"""

import gzip
import socket
import threading
import time
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from werkzeug import Response

from tests.runaway import PATIENCE
from tracker.errors import FetchError
from tracker.feeds.fetch import MAX_REDIRECTS, Fetcher

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
BODY = b"<rss version='2.0'/>"


def a_fetcher(**changes):
    settings = {
        "allow": ("127.0.0.0/8",),
        "user_agent": "tracker-tests",
        "timeout_seconds": 2,
        "clock": lambda: NOW,
    }
    return Fetcher(**{**settings, **changes})


def failure(url, **changes):
    with pytest.raises(FetchError) as caught:
        a_fetcher(**changes).fetch(url)
    return caught.value


@contextmanager
def raw_server(*sent, pause=0.0, hold=0.0):
    """Serve these bytes to every connection, with a pause between the parts."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve():
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                connection.recv(65536)
                try:
                    for part in sent:
                        connection.sendall(part)
                        time.sleep(pause)
                    time.sleep(hold)
                except OSError:
                    pass

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/feed"
    finally:
        listener.close()


def test_a_body_comes_with_the_headers_that_matter(httpserver):
    headers = {
        "ETag": '"one"',
        "Last-Modified": "Fri, 07 Nov 2025 01:00:00 GMT",
        "Content-Type": "application/rss+xml; charset=utf-8",
        "Retry-After": "60",
    }
    httpserver.expect_request("/feed").respond_with_data(BODY, headers=headers)
    got = a_fetcher().fetch(httpserver.url_for("/feed"))
    assert (got.status, got.body, got.fetched_at) == (200, BODY, NOW)
    assert (got.etag, got.last_modified) == ('"one"', "Fri, 07 Nov 2025 01:00:00 GMT")
    assert (got.content_type, got.retry_after) == ("application/rss+xml; charset=utf-8", "60")
    assert got.date is not None
    assert (got.final_url, got.redirects) == (got.url, ())
    sent = httpserver.log[0][0]
    assert sent.headers["User-Agent"] == "tracker-tests"
    assert "If-None-Match" not in sent.headers


def test_an_unchanged_page_is_a_304_and_stays_one(httpserver):
    def answer(request):
        fresh = request.headers.get("If-None-Match") == '"one"'
        since = request.headers.get("If-Modified-Since")
        return Response(status=304 if fresh and since else 200, headers={"ETag": '"one"'})

    httpserver.expect_request("/feed").respond_with_handler(answer)
    got = a_fetcher().fetch(httpserver.url_for("/feed"), etag='"one"', last_modified="then")
    assert (got.status, got.body, got.etag) == (304, b"", '"one"')


def test_a_304_that_nobody_asked_for_is_a_failure(httpserver):
    httpserver.expect_request("/feed").respond_with_data(b"", status=304)
    assert failure(httpserver.url_for("/feed")).status == 304


@pytest.mark.parametrize("status", [204, 206, 300, 400, 401, 403, 404, 410, 429, 500, 503])
def test_every_status_but_200_brings_nothing_to_read(httpserver, status):
    httpserver.expect_request("/feed").respond_with_data(
        b"<rss/>", status=status, headers={"Retry-After": "120"}
    )
    error = failure(httpserver.url_for("/feed"))
    assert error.status == status
    assert str(status) in error.reason
    assert "120" in error.reason


@pytest.mark.parametrize("body", [b"", b" \n\t "])
def test_an_empty_body_is_a_failure(httpserver, body):
    httpserver.expect_request("/feed").respond_with_data(body)
    assert "empty" in failure(httpserver.url_for("/feed")).reason


def test_redirects_are_followed_and_kept(httpserver):
    httpserver.expect_request("/a").respond_with_data(status=301, headers={"Location": "/b"})
    httpserver.expect_request("/b").respond_with_data(status=307, headers={"Location": "c?x=1"})
    httpserver.expect_request("/c").respond_with_data(BODY)
    got = a_fetcher().fetch(httpserver.url_for("/a"))
    assert got.final_url == httpserver.url_for("/c") + "?x=1"
    assert got.redirects == (httpserver.url_for("/a"), httpserver.url_for("/b"))


def test_a_loop_of_redirects_ends(httpserver):
    httpserver.expect_request("/a").respond_with_data(status=302, headers={"Location": "/a"})
    assert f"more than {MAX_REDIRECTS} redirects" in failure(httpserver.url_for("/a")).reason
    assert len(httpserver.log) == MAX_REDIRECTS + 1


@pytest.mark.parametrize(
    "onward",
    [
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://2130706433/",
        "file:///etc/passwd",
        "http://8.8.8.8:22/",
        "http://[broken/",
    ],
)
def test_every_redirect_is_checked_again(httpserver, onward):
    httpserver.expect_request("/a").respond_with_data(status=302, headers={"Location": onward})
    assert failure(httpserver.url_for("/a")).reason


def test_loopback_is_refused_unless_allowed(httpserver):
    httpserver.expect_request("/feed").respond_with_data(BODY)
    url = httpserver.url_for("/feed")
    assert "refused address" in failure(url, allow=()).reason
    assert "refused address" in failure(url.replace("127.0.0.1", "localhost"), allow=()).reason
    assert httpserver.log == []


def test_the_cap_holds_for_sent_and_for_unpacked_bytes(httpserver):
    httpserver.expect_request("/plain").respond_with_data(b"x" * 20_000)
    httpserver.expect_request("/bomb").respond_with_data(
        gzip.compress(bytes(5_000_000)), headers={"Content-Encoding": "gzip"}
    )
    httpserver.expect_request("/small").respond_with_data(
        gzip.compress(BODY), headers={"Content-Encoding": "gzip"}
    )
    for path in ("/plain", "/bomb"):
        reason = failure(httpserver.url_for(path), max_bytes=10_000).reason
        assert reason == "more than 10,000 bytes"
    assert a_fetcher(max_bytes=10_000).fetch(httpserver.url_for("/small")).body == BODY


def test_a_silent_server_is_a_timeout():
    with raw_server(hold=3) as url:
        error = failure(url, timeout_seconds=0.2)
    assert error.reason.startswith("timeout")
    assert error.status is None


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n"])
def test_a_server_that_drips_is_a_timeout_too(head):
    started = time.monotonic()
    with raw_server(head, *[b"x"] * 4900, pause=0.1) as url:
        assert failure(url, timeout_seconds=0.3).reason.startswith("timeout")
    assert time.monotonic() - started < PATIENCE


@pytest.mark.parametrize(
    "sent",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<rss>",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"",
    ],
)
def test_a_cut_off_answer_is_a_failure(sent):
    with raw_server(sent) as url:
        assert failure(url).reason


def test_a_server_without_tls_is_a_tls_failure(httpserver):
    error = failure(httpserver.url_for("/").replace("http:", "https:"))
    assert error.reason.startswith("TLS failure")


def test_nobody_at_home_is_a_failure():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert failure(f"http://127.0.0.1:{port}/").reason.startswith("no connection")


def test_a_proxy_gets_the_request_only_after_the_address_was_checked(httpserver):
    httpserver.expect_request("/feed").respond_with_data(BODY)
    proxied = {"proxy": httpserver.url_for("/"), "allow": ("192.0.2.0/24",)}
    assert a_fetcher(**proxied).fetch("http://192.0.2.7/feed").body == BODY
    assert httpserver.log[0][0].headers["Host"] == "192.0.2.7"
    assert "refused address" in failure("http://10.0.0.1/feed", **proxied).reason
    assert len(httpserver.log) == 1


def test_the_environment_sets_no_proxy(httpserver, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    httpserver.expect_request("/feed").respond_with_data(BODY)
    assert a_fetcher().fetch(httpserver.url_for("/feed")).body == BODY
