"""What is found at an address that could be polled?"""

import pytest

from tests.integration.site import a_web, rss, rss_item
from tracker.errors import FetchError
from tracker.feeds.discovery import _kind

PAGE = """<html><head><title>News</title>
<link rel="alternate" type="application/rss+xml" title="All news" href="/feeds/all.xml">
<link rel="alternate" type="text/html" hreflang="fr" href="/fr"></head>
<body><a href="/feeds/acts.atom">Atom</a> <a href="/about">About</a>{0}</body></html>"""

ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><title>Act 1</title>"
    "<updated>2026-01-01T00:00:00Z</updated></entry></feed>"
)
ROWS = "".join(
    f"<li><a href='/n/{n}'>公告第{n}号</a><span class='d'>2025-11-0{n}</span></li>"
    for n in (1, 2, 3)
)
LIST = f"<ul class='news'>{ROWS}</ul>"


def serve(httpserver, **pages):
    for path, (body, kind) in pages.items():
        httpserver.expect_request(f"/{path.replace('_', '/')}").respond_with_data(
            body, content_type=kind
        )


def test_a_feed_is_found_as_what_it_is(httpserver):
    serve(httpserver, feed=(rss(rss_item(1)), "text/xml"), json=('{"items": []}', "text/json"))
    (found,) = a_web().discover(httpserver.url_for("/feed"))
    assert (found.source.kind, found.source.url) == ("rss", httpserver.url_for("/feed"))
    assert found.titles == ("Notice 1",)


JSON_FEED = (
    '{"version": "https://jsonfeed.org/version/1.1", "title": "f", "items": '
    '[{"id": "1", "url": "https://office.example/1", "title": "Act 1", "content_text": "x"}]}'
)


@pytest.mark.parametrize("path", ["feed", "news/feed.json", "acts.json"])
def test_a_json_feed_is_offered_as_one_whatever_its_address(httpserver, path):
    httpserver.expect_request(f"/{path}").respond_with_data(JSON_FEED, content_type="text/plain")
    (found,) = a_web().discover(httpserver.url_for(f"/{path}"))
    assert (found.source.kind, found.titles) == ("json", ("Act 1",))


def test_a_feed_of_xml_behind_an_address_of_json_is_offered_as_rss(httpserver):
    serve(httpserver, **{"all.json": (ATOM, "application/json")})
    (found,) = a_web().discover(httpserver.url_for("/all.json"))
    assert (found.source.kind, found.titles) == ("rss", ("Act 1",))


def test_a_json_feed_that_a_page_names_or_that_lies_at_a_usual_place_is_offered_as_one(httpserver):
    link = "<link rel='alternate' type='application/feed+json' href='/all'>"
    serve(
        httpserver,
        page=(f"<html><head>{link}</head><body>News</body></html>", "text/html"),
        other=("<html><body>News</body></html>", "text/html"),
        all=(JSON_FEED, "application/feed+json"),
    )
    httpserver.expect_request("/feed.json").respond_with_data(JSON_FEED)
    for page, lies in (("/page", "/all"), ("/other", "/feed.json")):
        (found,) = a_web().discover(httpserver.url_for(page))
        assert (found.source.kind, found.source.url) == ("json", httpserver.url_for(lies))


def test_the_feeds_that_a_page_names_are_found(httpserver):
    serve(httpserver, page=(PAGE.format(""), "text/html"))
    httpserver.expect_request("/feeds/all.xml").respond_with_data(rss(rss_item(1), rss_item(2)))
    httpserver.expect_request("/feeds/acts.atom").respond_with_data(ATOM)
    found = a_web().discover(httpserver.url_for("/page"))
    assert [one.source.url for one in found] == [
        httpserver.url_for("/feeds/all.xml"),
        httpserver.url_for("/feeds/acts.atom"),
    ]
    assert found[0].source.title == "All news"
    assert [len(one.titles) for one in found] == [2, 1]


def test_a_page_without_feeds_is_offered_as_the_list_that_it_is(httpserver):
    serve(httpserver, page=(f"<html><body>{LIST}</body></html>", "text/html; charset=utf-8"))
    (found,) = a_web().discover(httpserver.url_for("/page"))
    assert found.source.kind == "list"
    assert found.source.list is not None
    assert (found.source.list.item, found.source.list.date) == (".news li", ("span.d",))
    assert found.titles == ("公告第1号", "公告第2号", "公告第3号")
    assert not [request for request, _ in httpserver.log if "/n/" in request.path]


def test_a_feed_at_a_usual_place_is_found_at_last(httpserver):
    serve(httpserver, page=("<html><body><p>Nothing here</p></body></html>", "text/html"))
    httpserver.expect_request("/rss.xml").respond_with_data(rss(rss_item(1)))
    (found,) = a_web().discover(httpserver.url_for("/page"))
    assert found.source.url == httpserver.url_for("/rss.xml")


def test_a_wanted_kind_is_tried_alone(httpserver):
    serve(httpserver, page=(LIST, "text/html"))
    (found,) = a_web().discover(httpserver.url_for("/page"), kind="list")
    assert (found.source.kind, len(found.titles)) == ("list", 3)
    with pytest.raises(FetchError):
        a_web().discover(httpserver.url_for("/page"), kind="rss")


def test_where_nothing_is_the_first_reason_is_told(httpserver):
    serve(httpserver, page=("<html><body><p>Nothing here</p></body></html>", "text/html"))
    with pytest.raises(FetchError, match="no feed"):
        a_web().discover(httpserver.url_for("/page"))
    with pytest.raises(FetchError, match="refused"):
        a_web(allow=()).discover("http://10.0.0.1/")


def test_an_interface_that_answers_json_is_told_from_a_feed(httpserver):
    record = {"document_number": "2030-00009", "title": "Kettles", "publication_date": "2030-01-08"}
    httpserver.expect_request("/api/v1/documents.json").respond_with_json({"results": [record]})
    found = a_web().discover(httpserver.url_for("/api/v1/documents.json?per_page=5"))
    (candidate,) = found
    assert (candidate.source.kind, candidate.titles) == ("federal-register", ("Kettles",))
    assert candidate.found == "the interface of the Federal Register"


def test_the_feed_of_an_organisation_of_gov_uk_is_read_through_its_interface():
    assert _kind("https://www.gov.uk/government/organisations/x.atom") == "govuk"
    assert _kind("https://example.org/x.atom") == "rss"
