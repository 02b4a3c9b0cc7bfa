"""Which items do feeds of every family give, and which bodies are no feeds?"""

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.runaway import assert_in_proportion
from tracker.errors import FetchError
from tracker.extraction.pages.announcement_text import text_of
from tracker.feeds.syndication import MAX_ITEMS, read_feed

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
BASE = "https://example.org/feeds/all.xml"


def items(body, *, content_type=None):
    data = body if isinstance(body, bytes) else body.encode()
    found = read_feed(data, content_type=content_type, base_url=BASE, now=NOW)
    for item in found:
        assert text_of(item.body, item.content_type) == item.text
        assert item.body in data or item.content_type.endswith("derived=entry")
    return found


def refused(body):
    with pytest.raises(FetchError) as caught:
        items(body)
    return caught.value.reason


def rss(*inner, head=""):
    return (
        f"<?xml version='1.0'?>{head}<rss version='2.0'><channel>{''.join(inner)}</channel></rss>"
    )


ITEM = (
    "<item><guid>g1</guid><link>/a</link><title>A &amp; B</title>"
    "<pubDate>Thu, 09 Oct 2025 09:00:00 +0800</pubDate><description>&lt;p&gt;c&lt;/p&gt;"
    "</description></item>"
)


def test_an_rss_item_has_id_link_date_text_and_its_exact_bytes():
    (item,) = items(rss("<title>feed</title>", ITEM))
    assert item.item_id == "g1"
    assert item.url == "https://example.org/a"
    assert item.title == "A & B"
    assert item.published_at == "2025-10-09T01:00:00Z"
    assert item.text == "A & B\nc"
    assert item.body == ITEM.encode()
    assert item.content_type == "application/rss+xml; charset=utf-8; part=item"


def test_atom_entries_are_read_with_prefix_and_without():
    plain = (
        "<entry><id>tag:x,1</id><title>T</title><link href='b'/>"
        "<updated>2025-11-07T09:00:00+08:00</updated>"
        "<content type='html'>&lt;p&gt;x</content></entry>"
    )
    feed = f"<feed xmlns='http://www.w3.org/2005/Atom'>{plain}</feed>"
    (item,) = items(feed)
    assert (item.item_id, item.url) == ("tag:x,1", "https://example.org/feeds/b")
    assert (item.published_at, item.text) == ("2025-11-07T01:00:00Z", "T\nx")
    assert item.content_type.startswith("application/atom+xml")
    prefixed = "<a:entry><a:id>1</a:id><a:title>T</a:title><a:summary>s</a:summary></a:entry>"
    (item,) = items(f"<a:feed xmlns:a='http://www.w3.org/2005/Atom'>{prefixed}</a:feed>")
    assert (item.text, item.body) == ("T\ns", prefixed.encode())


def test_rdf_items_stand_beside_the_channel():
    body = (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
        "xmlns='http://purl.org/rss/1.0/'><channel><items/></channel>"
        "<item rdf:about='u1'><title>one</title><link>http://x/1</link></item>"
        "<item rdf:about='u2'><title>two</title></item></rdf:RDF>"
    )
    assert [item.text for item in items(body)] == ["one", "two"]


def test_what_looks_like_an_item_in_comments_and_cdata_is_none():
    tricky = (
        "<item a='>' b=\"</item>\"><title>t</title><!-- </item> --><description><![CDATA[<item>"
        "</item>]]></description></item>"
    )
    (item,) = items(rss("<!-- <item> -->", tricky))
    assert item.body == tricky.encode()


@pytest.mark.parametrize("charset", ["gb18030", "gbk", "big5", "shift_jis", "utf-8"])
def test_bytes_of_every_ascii_compatible_charset_are_cut_exactly(charset):
    head = f"<?xml version='1.0' encoding='{charset}'?>"
    one, two = "<item><title>公告表一</title></item>", "<item><title>二能</title></item>"
    body = f"{head}<rss version='2.0'><channel>{one}{two}</channel></rss>".encode(charset)
    found = items(body, content_type="application/xml")
    assert [item.body for item in found] == [one.encode(charset), two.encode(charset)]
    assert [item.text for item in found] == ["公告表一", "二能"]


@pytest.mark.parametrize(
    "content_type",
    [None, "text/xml", "application/rss+xml", "text/html; charset=iso-8859-1", "x; charset=gbk"],
)
def test_utf_8_is_read_as_such_whatever_the_server_says(content_type):
    (item,) = items(rss("<item><title>公告2025年第61号</title></item>"), content_type=content_type)
    assert item.text == "公告2025年第61号"


def test_a_charset_that_only_the_server_tells_is_taken():
    body = rss("<item><title>公告2025年第61号</title></item>").encode("gb18030")
    (item,) = items(body, content_type="text/xml; charset=gb2312")
    assert item.text == "公告2025年第61号"


def test_utf_16_falls_back_to_the_fields_and_says_so():
    body = rss(ITEM).replace("?>", " encoding='utf-16'?>").encode("utf-16")
    (item,) = items(body)
    assert item.content_type == "application/json; derived=entry"
    assert json.loads(item.body)["title"] == "A & B"
    assert item.text == "A & B\nc"
    assert items(body)[0].body == item.body


def test_the_id_does_not_change_with_the_address_of_the_feed():
    body = rss("<item><guid>2025-61</guid><title>t</title></item>").encode()
    for base in (BASE, "https://mirror.example.net/other/"):
        (item,) = read_feed(body, content_type=None, base_url=base, now=NOW)
        assert (item.item_id, item.url) == ("2025-61", None)


def test_without_guid_the_link_is_the_id_and_without_both_the_text():
    linked = "<item><title>a</title><link>https://x.example/1</link></item>"
    bare, other = "<item><title>a</title></item>", "<item><title>b</title></item>"
    found = items(rss(linked, bare, other))
    assert found[0].item_id == "https://x.example/1"
    assert len(found[1].item_id) == 64
    assert found[1].url is None
    assert found[1].item_id != found[2].item_id
    assert items(rss(bare))[0].item_id == found[1].item_id


@pytest.mark.parametrize(
    ("date", "instant"),
    [
        ("Thu, 09 Oct 2025 09:00:00 +0800", "2025-10-09T01:00:00Z"),
        ("2025-10-09T09:00:00Z", "2025-10-09T09:00:00Z"),
        ("Sun, 22 Nov 2026 09:00:00 GMT", "2026-11-22T09:00:00Z"),
        ("Tue, 24 Nov 2026 09:00:00 GMT", None),
        ("Mon, 01 Jan 2041 00:00:00 GMT", None),
        ("1513-01-01", None),
        ("Sat, 31 Dec 1988 00:00:00 GMT", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_absurd_dates_are_no_dates(date, instant):
    (item,) = items(rss(f"<item><title>a</title><pubDate>{date}</pubDate></item>"))
    assert item.published_at == instant


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (rss(), "no items found: the feed is empty"),
        ("<html><body>An ordinary page</body></html>", "no items found: this is a page"),
        ("<html><body>Please log in</body></html>", "the page is a sign-in page"),
        ("<!DOCTYPE html><html><title>Are you human?</title>", "the page is a human check"),
        ("<?xml version='1.0'?><rss version='2.0'><channel><tit", "no items found"),
        ("hello", "no items found: this is no feed"),
        ('{"version": "https://jsonfeed.org/version/1.1"}', "no items found"),
        (b"\x00\x01\x02", "no items found"),
        (rss(ITEM)[:-60], "cut off inside an item"),
    ],
)
def test_a_body_without_items_is_a_failure_and_never_nothing_new(body, says):
    assert says in refused(body)


BOMB = "".join(f"<!ENTITY l{i} '{f'&l{i - 1};' * 10 if i else 'lol'}'>" for i in range(10))


@pytest.mark.parametrize(
    "head",
    [
        f"<!DOCTYPE rss [{BOMB}]>",
        "<!doctype rss [<!entity x 'y'><!entity z '&x;&x;'>]>",
        f"<!DOCTYPE rss [<!ENTITY x '{'y' * 300}'>]>",
        "<!DOCTYPE rss [<!ENTITY % x 'y'> %x;]>",
        f"<!-- {'x' * 5000} --><!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
    ],
)
def test_declared_entities_are_refused(head):
    assert "declares entities" in refused(rss("<item><title>&l9;&x;</title></item>", head=head))


def test_names_for_single_letters_may_be_declared():
    head = '<!DOCTYPE rss [<!ENTITY nbsp "&#160;"><!ENTITY copy "©">]>'
    assert len(items(rss(ITEM, head=head))) == 1


def test_entities_are_refused_in_utf_16_as_well():
    body = rss(ITEM, head=f"<!DOCTYPE rss [{BOMB}]>").encode("utf-16")
    assert "declares entities" in refused(body)


def test_an_old_doctype_without_entities_is_taken():
    dtd = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://example.org/rss.dtd">'
    assert len(items(rss(ITEM, head=dtd))) == 1


def test_too_many_items_are_refused_before_they_are_parsed():
    assert "more than 5,000" in refused(rss("<item><title>x</title></item>" * (MAX_ITEMS + 1)))


AUTHORS = ("author", "dc:creator", "managingEditor", "itunes:author")


@pytest.mark.parametrize("name", AUTHORS)
def test_a_giant_author_field_is_no_hindrance_and_stays_in_the_stored_bytes(name):
    item = f"<item><title>t</title><{name}>{'a' * 65536}</{name}></item>"
    (found,) = items(rss(item))
    assert found.body == item.encode()
    assert found.text == "t"


@pytest.mark.parametrize(
    "inner",
    [
        "<a>" * 100_000,
        f"<item><title a='{'x' * 500_000}'>t</title></item>",
        "<item><title>" + "<b>" * 20_000 + "t</title></item>",
        "<!--" * 100_000,
        "<![CDATA[" * 100_000,
        "<author>" * 50_000,
        "<item " * 100_000,
        "&#x41;" * 100_000,
        "<!DOCTYPE" * 7_000,
    ],
    ids=lambda inner: inner[:12],
)
def test_hostile_feeds_end_soon_in_items_or_in_a_refusal(inner):
    def taken(inner):
        with suppress(FetchError):
            items(rss(inner))

    assert_in_proportion(taken, inner)


def test_a_feed_is_never_taken_for_a_file_or_an_address(tmp_path):
    file = tmp_path / "feed.xml"
    file.write_text(rss(ITEM))
    assert "no items found" in refused(str(file))
    assert "no items found" in refused("http://127.0.0.1:1/feed.xml")


SHARED = Path(__file__).parents[2].parent / "shared" / "feeds"
PUBLIC = sorted(SHARED.rglob("*.xml"))


@pytest.mark.skipif(not PUBLIC, reason="the public feeds are not beside the checkout")
def test_every_public_feed_is_read_or_refused_and_cut_exactly():
    exact = 0
    for file in PUBLIC:
        body = file.read_bytes()
        try:
            found = items(body)
        except FetchError:
            continue
        exact += all(item.body in body for item in found)
    assert exact >= 250
