"""What stands on the pages behind the items of a list, and in the files beside them?"""

import pytest
from werkzeug import Response

from tests.integration.site import a_pdf, held, only, poll, rss, rss_item
from tracker.domain.facts import DetailPage
from tracker.extraction.pages.announcement_text import plain_type
from tracker.extraction.pages.documents import DOCUMENTS, documents_in

FULL = {"detail": DetailPage(body=("#text",))}
FEED = "application/rss+xml"


def page(text, *, more=""):
    return f"<html><body><h1>Head</h1><div id='text'>{text}{more}</div></body></html>"


def serve(httpserver, pages, feed=None):
    links = [rss_item(number, "a summary") for number in range(1, len(pages) + 1)]
    httpserver.expect_request("/feed").respond_with_data(feed or rss(*links), content_type=FEED)
    for number, content in enumerate(pages, start=1):
        if not isinstance(content, Response):
            content = Response(content, content_type="text/html; charset=utf-8")
        httpserver.expect_request(f"/notice/{number}").respond_with_response(content)
    return httpserver.url_for("/feed")


def test_the_announcement_is_the_page_and_not_the_summary_of_the_feed(httpserver):
    item = only(poll(serve(httpserver, [page("the full text")]), **FULL))
    assert (item.page, item.text) == ("read", "Head\nthe full text")
    assert (item.item_id, item.title) == ("n1", "Notice 1")
    assert item.published_at == "2025-11-07T01:00:00Z"


def test_without_being_asked_for_no_page_behind_a_feed_is_read(httpserver):
    item = only(poll(serve(httpserver, [page("the full text")])))
    assert (item.page, item.text) == ("none", "Notice 1\na summary")
    assert [request.path for request, _ in httpserver.log] == ["/robots.txt", "/feed"]


def test_a_page_that_was_read_before_is_asked_for_with_its_conditions(httpserver):
    httpserver.expect_request("/feed").respond_with_data(rss(rss_item(1)), content_type=FEED)

    def answer(request):
        same = request.headers.get("If-None-Match") == '"p"'
        body = b"" if same else page("x").encode()
        return Response(body, status=304 if same else 200, headers={"ETag": '"p"'})

    httpserver.expect_request("/notice/1").respond_with_handler(answer)
    url = httpserver.url_for("/feed")
    first = poll(url, **FULL)
    pages = {place: told for place, told in held(first).items() if place != url}
    again = poll(url, held=pages, **FULL)
    assert only(again).page == "unchanged"
    assert again.visits[1].status == 304
    assert again.complete


def test_a_page_that_fails_leaves_its_entry_and_an_incomplete_poll(httpserver):
    url = serve(httpserver, [page("one"), Response(status=500), page("three")])
    brought = poll(url, **FULL)
    assert [item.page for item in brought.items] == ["read", "failed", "read"]
    assert brought.items[1].text == "Notice 2\na summary"
    assert "500" in brought.items[1].notes[0]
    assert not brought.complete
    assert [visit.outcome for visit in brought.visits] == ["read", "read", "failed", "read"]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<title>Just a moment...</title><h1>Verify you are human</h1>", "blocked"),
        ("<title>用户登录</title><form><input type='password'></form>", "login"),
        ("<html><title>404 Not Found</title><body>Not Found</body></html>", "error_page"),
        ("<html><body><h1>Notice</h1><p>Elsewhere</p></body></html>", "no_items"),
        ("<html>" + "<p>words</p>" * 400, "no_items"),
    ],
)
def test_a_page_that_is_something_else_is_no_announcement(httpserver, body, fault):
    brought = poll(serve(httpserver, [body]), **FULL)
    assert only(brought).page == "failed"
    assert brought.visits[1].fault == fault
    assert (brought.visits[1].etag, brought.visits[1].outcome) == (None, "failed")


def test_a_page_that_leads_to_the_home_page_is_a_failure(httpserver):
    httpserver.expect_request("/").respond_with_data(page("welcome"))
    away = Response(status=302, headers={"Location": "/"})
    brought = poll(serve(httpserver, [away]), **FULL)
    assert brought.visits[1].fault == "home_redirect"
    assert brought.visits[1].redirects == (httpserver.url_for("/notice/1"),)


@pytest.mark.parametrize(
    "body",
    [
        "<script>window.location.href='/real';</script>",
        '<script>var _cofing1={href:"/real"}</script>',
        "<meta http-equiv='refresh' content='0; url=/real'>",
        "<div class='art-con'><iframe src='/real'></iframe></div>",
    ],
)
def test_a_page_that_only_sends_its_readers_on_is_followed_once(httpserver, body):
    httpserver.expect_request("/real").respond_with_data(page("real text"))
    item = only(poll(serve(httpserver, [f"<html><body>{body}</body></html>"]), **FULL))
    assert item.text == "Head\nreal text"


def test_a_pdf_beside_the_page_is_kept_and_read_as_text(httpserver):
    annex = a_pdf("Annex 1", "Dysprosium oxide")
    httpserver.expect_request("/files/annex.pdf").respond_with_data(
        annex, content_type="application/pdf"
    )
    more = "<p><a href='/files/annex.pdf'>The annex</a> <a href='/x.html'>other</a></p>"
    brought = poll(serve(httpserver, [page("See the annex.", more=more)]), **FULL)
    item = only(brought)
    assert item.content_type == DOCUMENTS
    assert item.text.splitlines() == [
        "Head", "See the annex.", "The annex other", "The annex", "Annex 1", "Dysprosium oxide",
    ]  # fmt: skip
    own, attached = documents_in(item.body)
    assert own.body == page("See the annex.", more=more).encode()
    assert (attached.body, attached.url) == (annex, httpserver.url_for("/files/annex.pdf"))
    assert brought.complete


def test_an_item_may_link_to_a_pdf_alone(httpserver):
    notice = Response(a_pdf("Notification No. 12/2026-27"), content_type="application/pdf")
    item = only(poll(serve(httpserver, [notice]), detail=DetailPage()))
    assert item.text == "Notice 1\nNotification No. 12/2026-27"
    assert documents_in(item.body)[1].body.startswith(b"%PDF-1.4")


def test_a_pdf_that_cannot_be_had_makes_the_poll_incomplete_and_keeps_the_page(httpserver):
    httpserver.expect_request("/annex.pdf").respond_with_data("x", status=404)
    more = "<a href='/annex.pdf'>annex</a>"
    brought = poll(serve(httpserver, [page("text", more=more)]), **FULL)
    assert only(brought).page == "read"
    assert not brought.complete


def test_a_damaged_pdf_is_a_fault_and_not_an_exception(httpserver):
    broken = Response(b"%PDF-1.7\n" + b"\x00\xff" * 500, content_type="application/pdf")
    brought = poll(serve(httpserver, [broken]), **FULL)
    assert only(brought).page == "failed"
    assert brought.visits[1].fault == "malformed"


def test_a_host_that_asks_for_a_pause_is_left_alone_until_the_next_poll(httpserver):
    wait = Response(status=429, headers={"Retry-After": "120"})
    brought = poll(serve(httpserver, [wait, page("two"), page("three")]), **FULL)
    assert [item.item_id for item in brought.items] == ["n1"]
    assert brought.visits[1].retry_after_seconds == 120
    assert len(brought.visits) == 2
    assert not brought.complete


def test_plain_text_behind_a_link_is_taken_as_it_stands(httpserver):
    told = Response("公告\n正文".encode("gb18030"), content_type="text/plain; charset=gb2312")
    item = only(poll(serve(httpserver, [told]), detail=DetailPage()))
    assert (item.text, item.content_type) == ("公告\n正文", plain_type("gb18030"))
