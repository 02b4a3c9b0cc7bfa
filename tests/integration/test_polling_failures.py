"""Which fault is each of the things that go wrong on the way, and is it told in time?"""

import gzip
import socket
import threading
import time
from contextlib import suppress

import pytest
from werkzeug import Response

from tests.integration.site import (
    LOOPBACK,
    a_web,
    failed,
    held,
    poll,
    raw_server,
    rss,
    rss_item,
    titles,
)
from tests.runaway import PATIENCE
from tracker.domain.facts import ListPage
from tracker.errors import FetchError
from tracker.feeds.readers import Readers

OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 429, 451, 500, 502, 503])
def test_a_status_other_than_200_is_a_failure_with_that_status(httpserver, status):
    httpserver.expect_request("/feed").respond_with_data("<rss/>", status=status)
    error = failed(httpserver.url_for("/feed"))
    assert (error.fault, error.status) == ("status", status)
    assert error.visits[-1].status == status


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        ("Sat, 21 Nov 2026 09:05:00 GMT", 300),
        ("Sat, 21 Nov 2026 08:00:00 GMT", 0),
        ("99999999999", 30 * 86400),
        ("soon", None),
        ("-5", None),
    ],
)
def test_retry_after_is_read_in_seconds_and_as_a_date(httpserver, header, seconds):
    httpserver.expect_request("/feed").respond_with_data(
        "", status=503, headers={"Retry-After": header}
    )
    error = failed(httpserver.url_for("/feed"))
    assert error.retry_after_seconds == seconds
    assert error.visits[-1].retry_after_seconds == seconds


@pytest.mark.parametrize(
    ("body", "content_type", "kind", "fault"),
    [
        (b" \n", "text/xml", "rss", "empty"),
        (rss().encode(), "text/xml", "rss", "no_items"),
        (b"<html><body><p>An ordinary page</p></body></html>", "text/html", "rss", "content_type"),
        (b"<title>Just a moment...</title><p>x</p>", "text/html", "rss", "blocked"),
        (b"<title>Sign in</title><input type='password'>", "text/html", "rss", "login"),
        (b"<title>Error 500: bad gateway</title>", "text/html", "rss", "error_page"),
        (b"\x89PNG\r\n\x1a\n", "image/png", "rss", "content_type"),
        (b"<rss><channel><item><title>a", "text/xml", "rss", "truncated"),
        (b"{'items': [", "application/json", "json", "malformed"),
        (b'{"items": []}', "application/json", "json", "no_items"),
        (b"<html><p>x</p></html>", "application/json", "json", "content_type"),
        (b"<title>verify you are human</title>", "text/html", "list", "blocked"),
        (b"<html><input type=password></html>", "text/html", "list", "login"),
        (b"<html><p>no list</p></html>", "text/html", "list", "no_items"),
        (b"<html><p>no JSON</p></html>", "text/html", "govuk", "content_type"),
        (b"oops", "text/html", "federal-register", "content_type"),
        (b'{"results": []}', "application/json", "federal-register", "no_items"),
    ],
)
def test_a_body_that_is_not_what_was_asked_for(httpserver, body, content_type, kind, fault):
    httpserver.expect_request("/some/feed").respond_with_data(body, content_type=content_type)
    assert failed(httpserver.url_for("/some/feed"), kind).fault == fault


def test_text_that_cannot_be_decoded_is_a_fault(httpserver):
    noise = bytes(range(128, 256)) * 40
    httpserver.expect_request("/list").respond_with_data(b"<html><li><a href='/x'>" + noise)
    error = failed(httpserver.url_for("/list"), "list", encoding="utf-8")
    assert error.fault == "charset"


def test_a_body_shorter_than_announced_is_truncated():
    with raw_server(OK + b"Content-Length: 900\r\n\r\n<rss>") as url:
        error = failed(url)
    assert (error.fault, error.status) == ("truncated", 200)


def test_a_feed_without_its_end_is_read_but_not_complete(httpserver):
    body = rss(rss_item(1), rss_item(2)).partition("</channel>")[0]
    httpserver.expect_request("/feed").respond_with_data(body, content_type="text/xml")
    brought = poll(httpserver.url_for("/feed"))
    assert (titles(brought), brought.complete) == (["Notice 1", "Notice 2"], False)


def test_a_server_that_is_silent_or_drips_is_a_timeout():
    hasty = a_web(timeout_seconds=0.3)
    with raw_server(hold=2) as url:
        assert failed(url, web=hasty).fault == "timeout"
    started = time.monotonic()
    with raw_server(OK + b"Content-Length: 5000\r\n\r\n", *[b"x"] * 4900, pause=0.1) as url:
        assert failed(url, web=hasty).fault == "timeout"
    assert time.monotonic() - started < PATIENCE


def test_no_connection_tls_and_names_without_address_are_told_apart(httpserver):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        nobody = f"http://127.0.0.1:{listener.getsockname()[1]}/feed"
    assert failed(nobody, robots="ignore").fault == "connection"
    plain = httpserver.url_for("/feed").replace("http:", "https:")
    assert failed(plain, robots="ignore").fault == "tls"
    nowhere = a_web(resolver=unresolving)
    assert failed("http://no-such.example/f", web=nowhere, robots="ignore").fault == "dns"


def unresolving(host, port, *rest):
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def test_a_name_server_that_never_answers_does_not_hold_up_the_poll():
    given_up = threading.Event()

    def stuck(host, port, *rest):
        assert given_up.wait(PATIENCE), "the poll waited for the name server"
        raise socket.gaierror(socket.EAI_AGAIN, "late")

    web = a_web(resolver=stuck, timeout_seconds=0.2)
    assert failed("http://slow.example/f", web=web, robots="ignore").fault == "dns"
    given_up.set()


def test_bombs_and_unasked_packings_are_refused(httpserver):
    headers = {"Content-Encoding": "gzip", "Content-Type": "text/xml"}
    httpserver.expect_request("/bomb").respond_with_data(
        gzip.compress(bytes(30_000_000)), headers=headers
    )
    httpserver.expect_request("/torn").respond_with_data(b"\x1f\x8bnot gzip", headers=headers)
    httpserver.expect_request("/odd").respond_with_data(b"x", headers={"Content-Encoding": "br"})
    assert failed(httpserver.url_for("/bomb")).fault == "too_large"
    assert failed(httpserver.url_for("/torn")).fault == "decompression"
    assert failed(httpserver.url_for("/odd")).fault == "decompression"


@pytest.mark.parametrize(
    "onward",
    [
        "http://10.0.0.1/feed",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://017700000001/",
        "http://[::ffff:10.0.0.1]/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
        "http://8.8.8.8:22/",
    ],
)
def test_a_redirect_into_a_private_network_is_refused_and_recorded(httpserver, onward):
    httpserver.expect_request("/feed").respond_with_data(status=302, headers={"Location": onward})
    error = failed(httpserver.url_for("/feed"), web=a_web(allow=("127.0.0.1/32",)))
    assert error.fault == "refused_address"
    assert error.visits[-1].redirects == (httpserver.url_for("/feed"),)
    assert error.visits[-1].final_url == onward


def test_a_name_that_turns_to_a_private_address_after_it_was_checked_is_not_reached(httpserver):
    """Rebinding: every question is answered otherwise; only checked answers are connected to."""
    httpserver.expect_request("/feed").respond_with_data(rss(rss_item(1)))
    answers = iter(["93.184.215.14"])

    def rebinding(host, port, *rest):
        address = next(answers, "127.0.0.1")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    web = a_web(allow=(), resolver=rebinding, timeout_seconds=0.3)
    web.check("http://rebind.example/feed")
    url = f"http://rebind.example:{httpserver.port}/feed"
    error = failed(url, web=web, robots="ignore")
    assert error.fault == "refused_address"
    assert httpserver.log == []


def test_loopback_and_other_ports_are_refused_unless_they_are_allowed(httpserver):
    httpserver.expect_request("/feed").respond_with_data(rss(rss_item(1)))
    assert failed(httpserver.url_for("/feed"), web=a_web(allow=())).fault == "refused_address"
    assert poll(httpserver.url_for("/feed"), web=a_web(allow=LOOPBACK)).items


def test_a_loop_of_redirects_ends(httpserver):
    httpserver.expect_request("/feed").respond_with_data(status=302, headers={"Location": "/feed"})
    assert failed(httpserver.url_for("/feed")).fault == "redirects"


def test_being_led_to_the_home_page_is_no_list_and_no_feed(httpserver):
    home = "<html><body><ul><li><a href='/x'>Item</a></li></ul></body></html>"
    httpserver.expect_request("/").respond_with_data(home, content_type="text/html")
    httpserver.expect_request("/a/feed").respond_with_data(status=302, headers={"Location": "/"})
    for kind, told in (("rss", {}), ("list", {"list": ListPage()})):
        error = failed(httpserver.url_for("/a/feed"), kind, **told)
        assert error.fault == "home_redirect"
        assert error.visits[-1].redirects


def test_redirects_are_recorded_with_the_place_that_answered(httpserver):
    httpserver.expect_request("/old/feed").respond_with_data(
        status=301, headers={"Location": "/new/feed"}
    )
    httpserver.expect_request("/new/feed").respond_with_data(rss(rss_item(1)))
    (visit,) = poll(httpserver.url_for("/old/feed")).visits
    assert visit.redirects == (httpserver.url_for("/old/feed"),)
    assert visit.final_url == httpserver.url_for("/new/feed")


def test_an_unchanged_feed_is_a_304_and_nothing_is_parsed(httpserver):
    def answer(request):
        same = request.headers.get("If-None-Match") == '"1"'
        return Response(b"" if same else rss(rss_item(1)), status=304 if same else 200,
                        headers={"ETag": '"1"'})  # fmt: skip

    httpserver.expect_request("/feed").respond_with_handler(answer)
    first = poll(httpserver.url_for("/feed"))
    again = poll(httpserver.url_for("/feed"), held=held(first))
    assert (again.unchanged, again.items) == (True, ())
    assert (again.visits[0].status, again.visits[0].outcome) == (304, "unchanged")
    assert again.visits[0].held() == first.visits[0].held()


def test_robots_txt_is_asked_once_and_obeyed(httpserver):
    rules = "User-agent: *\nDisallow: /private\nAllow: /private/open$\n"
    httpserver.expect_request("/robots.txt").respond_with_data(rules)
    for path in ("/feed", "/private/feed", "/private/open"):
        httpserver.expect_request(path).respond_with_data(rss(rss_item(1)))
    web = a_web()
    assert poll(httpserver.url_for("/feed"), web=web).items
    assert poll(httpserver.url_for("/private/open"), web=web).items
    error = failed(httpserver.url_for("/private/feed"), web=web)
    assert error.fault == "robots"
    assert "robots_reason" in error.reason
    told = {"robots": "ignore", "robots_reason": "written leave of 2026-01-05"}
    assert poll(httpserver.url_for("/private/feed"), web=web, **told).items
    asked = [request.path for request, _ in httpserver.log]
    assert asked.count("/robots.txt") == 1


def test_robots_rules_for_this_program_win_over_those_for_all(httpserver):
    rules = "User-agent: *\nDisallow: /\n\nUser-agent: inforce-tracker\nAllow: /\n"
    httpserver.expect_request("/robots.txt").respond_with_data(rules)
    httpserver.expect_request("/feed").respond_with_data(rss(rss_item(1)))
    assert poll(httpserver.url_for("/feed")).items


@pytest.mark.parametrize("text", ["x" * 70_000, "<b>" * 20_000])
def test_huge_author_fields_and_deep_nesting_come_to_an_end(httpserver, text):
    bad = f"<item><title>a</title><author>{text}</author></item>"
    deep = "<a>" * 40_000
    for path, body in (
        ("/author", rss(bad)),
        ("/deep", rss(f"<item><title>{deep}</title></item>")),
    ):
        httpserver.expect_request(path).respond_with_data(body, content_type="text/xml")
        started = time.monotonic()
        with suppress(FetchError):
            poll(httpserver.url_for(path))
        assert time.monotonic() - started < PATIENCE


def test_a_proxy_is_given_only_what_was_checked(httpserver):
    httpserver.expect_request("/feed").respond_with_data(rss(rss_item(1)))
    proxied = a_web(proxy=httpserver.url_for("/"), allow=("192.0.2.0/24",))
    brought = poll("http://192.0.2.7/feed", web=proxied, robots="ignore")
    assert titles(brought) == ["Notice 1"]
    assert httpserver.log[0][0].headers["Host"] == "192.0.2.7"
    assert failed("http://10.0.0.1/feed", web=proxied, robots="ignore").fault == "refused_address"
    assert len(httpserver.log) == 1


def test_a_fault_of_the_program_is_a_failed_poll_and_no_crash(httpserver):
    class Broken(Readers):
        def read(self, task):
            raise ZeroDivisionError("a slip of ours")

    httpserver.expect_request("/feed").respond_with_data(rss(rss_item(1)))
    with pytest.raises(FetchError, match="please report it") as caught:
        poll(httpserver.url_for("/feed"), web=a_web(readers=Broken()))
    assert caught.value.fault == "malformed"
