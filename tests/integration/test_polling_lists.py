"""What does a poll of a list page bring, page by page?"""

import orjson
import pytest

from tests.integration.site import NOW, failed, held, poll, titles
from tracker.domain.facts import DetailPage, ListPage

ZONE = {"timezone": "Asia/Shanghai", "language": "zh", "authority": "issuer"}
NEWS = ListPage(within="#news", item="li", date=("span",))


def a_list(*rows, head="", more=""):
    listed = "".join(
        f"<li><a href='{link}' title='{title}'>{title[:6]}…</a><span>{date}</span></li>"
        for link, title, date in rows
    )
    return (
        f"<html><head>{head}<title>公告</title></head><body><ul><li><a href='/x'>导航</a></li></ul>"
        f"<ul id='news'>{listed}</ul>{more}</body></html>"
    )


ROWS = (
    ("/a/61.html", "商务部公告2025年第61号", "2025-10-09"),
    ("./70.html", "商务部公告2025年第70号", "[2025-11-07 09:00]"),
)


def serve_pages(httpserver, *paths, body="<html><body><h1>{0}</h1><p>全文 {0}</p></body></html>"):
    for path in paths:
        httpserver.expect_request(path).respond_with_data(
            body.format(path), content_type="text/html; charset=utf-8"
        )


def test_items_have_the_title_link_and_date_of_the_list_and_the_text_of_their_page(httpserver):
    httpserver.expect_request("/list/index.html").respond_with_data(
        a_list(*ROWS), content_type="text/html; charset=utf-8"
    )
    serve_pages(httpserver, "/a/61.html", "/list/70.html")
    brought = poll(httpserver.url_for("/list/index.html"), "list", list=NEWS, **ZONE)
    assert titles(brought) == ["商务部公告2025年第61号", "商务部公告2025年第70号"]
    assert [item.published_at for item in brought.items] == [
        "2025-10-08T16:00:00Z",
        "2025-11-07T01:00:00Z",
    ]
    assert [item.url for item in brought.items] == [
        httpserver.url_for("/a/61.html"),
        httpserver.url_for("/list/70.html"),
    ]
    assert [item.page for item in brought.items] == ["read", "read"]
    assert brought.items[1].text == "/list/70.html\n全文 /list/70.html"
    assert brought.oldest_item_at == "2025-10-08T16:00:00Z"
    assert (brought.complete, brought.doubt) == (True, None)


def test_what_is_not_wanted_keeps_its_entry_and_nothing_is_fetched(httpserver):
    httpserver.expect_request("/list").respond_with_data(a_list(*ROWS), content_type="text/html")
    asked = []
    brought = poll(httpserver.url_for("/list"), "list", list=NEWS, wanted=asked.append, **ZONE)
    assert [item.page for item in brought.items] == ["not_wanted", "not_wanted"]
    assert [item.title for item in asked] == titles(brought)
    assert all(item.listing and item.page == "none" for item in asked)
    assert not [r for r, _ in httpserver.log if r.path not in ("/list", "/robots.txt")]


def test_the_entry_is_the_same_until_the_publisher_touches_it(httpserver):
    seen = []
    for rows in (ROWS, ROWS, (("/a/61.html", "商务部公告2025年第61号（更正）", "2025-10-09"),)):
        httpserver.clear()
        httpserver.expect_request("/list").respond_with_data(a_list(*rows))
        brought = poll(httpserver.url_for("/list"), "list", list=NEWS, wanted=lambda _: False)
        seen.append(brought.items[0].listing)
    assert seen[0] == seen[1] != seen[2]


@pytest.mark.parametrize(
    ("header", "written", "charset"),
    [
        ("text/html; charset=gb2312", "gb18030", ""),
        ("text/html", "gb18030", "<meta charset='gb2312'>"),
        ("text/html; charset=utf-8", "gb18030", "<meta charset='gbk'>"),
        ("text/html; charset=iso-8859-1", "utf-8", ""),
        ("text/html", "gb18030", ""),
        ("text/html; charset=gb2312", "utf-8", "<meta charset='gb2312'>"),
    ],
)
def test_the_encoding_is_found_whatever_is_declared(httpserver, header, written, charset):
    page = a_list(*ROWS, head=charset).encode(written)
    httpserver.expect_request("/list").respond_with_data(page, content_type=header)
    brought = poll(httpserver.url_for("/list"), "list", list=NEWS, wanted=lambda _: False)
    assert titles(brought) == [title for _, title, _ in ROWS]


def test_further_pages_are_read_while_they_bring_what_is_not_held(httpserver):
    for number in range(1, 6):
        rows = ((f"/n/{number}.html", f"公告第{number}号", "2025-10-09"),)
        onward = f"<a class='next' href='/list/{number + 1}'>下一页</a>"
        page = a_list(*rows, more=onward)
        httpserver.expect_request(f"/list/{number}").respond_with_data(page)
    told = ListPage(within="#news", item="li", date=("span",), next="a.next", pages=4)
    known = {"公告第3号"}
    url = httpserver.url_for("/list/1")
    brought = poll(url, "list", list=told, wanted=lambda item: item.title not in known)
    assert titles(brought) == ["公告第1号", "公告第2号", "公告第3号"]
    every = poll(url, "list", list=told)
    assert len(every.items) == 4


def test_the_address_of_further_pages_may_be_counted(httpserver):
    for name, number in (("index.html", 1), ("index_2.html", 2), ("index_3.html", 3)):
        rows = ((f"/n/{number}.html", f"公告第{number}号", "2025-10-09"),)
        httpserver.expect_request(f"/l/{name}").respond_with_data(a_list(*rows))
    told = ListPage(within="#news", date=("span",), next_address="index_{page}.html", pages=3)
    brought = poll(httpserver.url_for("/l/index.html"), "list", list=told)
    assert len(brought.items) == 3


def test_a_further_page_that_fails_leaves_the_poll_incomplete(httpserver):
    more = "<a class='next' href='/list/2'>2</a>"
    httpserver.expect_request("/list/1").respond_with_data(a_list(*ROWS, more=more))
    httpserver.expect_request("/list/2").respond_with_data("", status=500)
    told = ListPage(within="#news", date=("span",), next="a.next", pages=3)
    serve_pages(httpserver, "/a/61.html", "/list/70.html")
    brought = poll(httpserver.url_for("/list/1"), "list", list=told)
    assert (len(brought.items), brought.complete) == (2, False)
    assert [visit.outcome for visit in brought.visits][:2] == ["read", "failed"]


def test_a_list_may_be_a_piece_of_html_inside_json(httpserver):
    piece = "".join(
        f"<li><a href='{link}' title='{title}'>{title}</a><span>{date}</span></li>"
        for link, title, date in ROWS
    )
    httpserver.expect_request("/unit").respond_with_json({"data": {"html": f"<ul>{piece}</ul>"}})
    told = ListPage(fragment="data.html", item="li", date=("span",))
    brought = poll(httpserver.url_for("/unit"), "list", list=told, wanted=lambda _: False)
    assert titles(brought) == [title for _, title, _ in ROWS]


def test_a_list_may_be_records_of_a_json_answer_to_what_was_posted(httpserver):
    answer = {
        "resultCode": {"code": 200},
        "result": {
            "list": [
                {
                    "title": "关于<em>稀土</em>的公告",
                    "url": "/a/1.htm",
                    "time": "2025-11-07 10:00:00",
                },
                {"title": "", "url": "/a/2.htm"},
                "not a record",
            ]
        },
    }
    asked = {"pageNo": 1, "word": "稀土"}
    httpserver.expect_request("/search", method="POST", json=asked).respond_with_json(answer)
    told = ListPage(
        records="result.list",
        success="resultCode.code=200",
        title=("title",),
        link=("url",),
        date=("time",),
        post=orjson.dumps(asked).decode(),
    )
    url = httpserver.url_for("/search")
    brought = poll(url, "list", list=told, wanted=lambda _: False, **ZONE)
    (item,) = brought.items
    assert (item.title, item.published_at) == ("关于稀土的公告", "2025-11-07T02:00:00Z")
    assert item.url == httpserver.url_for("/a/1.htm")


def test_a_json_answer_that_says_it_failed_is_a_failure(httpserver):
    httpserver.expect_request("/search").respond_with_json({"code": 500, "list": []})
    told = ListPage(records="list", success="code=200", title=("t",), link=("u",))
    error = failed(httpserver.url_for("/search"), "list", list=told)
    assert error.fault == "error_page"
    assert "code = 500" in error.reason


@pytest.mark.parametrize(("told", "answered"), [("ok=true", True), ("ok=0", 0), ("ok=yes", "yes")])
def test_a_json_answer_says_that_all_is_well_in_its_own_spelling(httpserver, told, answered):
    records = [{"t": "Notice", "u": "/a/1.htm"}]
    httpserver.expect_request("/search").respond_with_json({"ok": answered, "list": records})
    listed = ListPage(records="list", success=told, title=("t",), link=("u",))
    url = httpserver.url_for("/search")
    assert len(poll(url, "list", list=listed, wanted=lambda _: False).items) == 1
    httpserver.expect_request("/other").respond_with_json({"ok": None, "list": records})
    error = failed(httpserver.url_for("/other"), "list", list=listed)
    assert "ok = null" in error.reason


def test_links_that_do_not_fit_and_entries_without_title_are_left_out(httpserver):
    rows = (*ROWS, ("/other/1.html", "导航", "2025-01-01"), ("javascript:x()", "y", ""))
    httpserver.expect_request("/list").respond_with_data(a_list(*rows))
    told = ListPage(within="#news", date=("span",), link_pattern=r"/\d+\.html$|/70")
    told_more = ListPage(within="#news", date=("span",), link_pattern=r"/a/|/70")
    url = httpserver.url_for("/list")
    assert len(poll(url, "list", list=told, wanted=lambda _: False).items) == 3
    assert len(poll(url, "list", list=told_more, wanted=lambda _: False).items) == 2


def test_an_item_may_be_the_link_itself(httpserver):
    page = "<ul class='list1'><li><a href='./202511/t1.shtml'>答问 2025-11-07</a></li></ul>"
    httpserver.expect_request("/web/").respond_with_data(page, content_type="text/html")
    told = ListPage(item="ul.list1 li a", date=(".",))
    (item,) = poll(httpserver.url_for("/web/"), "list", list=told, wanted=lambda _: False).items
    assert item.url == httpserver.url_for("/web/202511/t1.shtml")
    assert item.published_at == "2025-11-07T00:00:00Z"


@pytest.mark.parametrize("date", ["1513-01-01", "2041-01-01", "2026-11-23"])
def test_absurd_dates_are_dropped_with_a_note_and_the_item_stays(httpserver, date):
    httpserver.expect_request("/list").respond_with_data(a_list(("/a", "公告甲乙丙", date)))
    (item,) = poll(httpserver.url_for("/list"), "list", list=NEWS, wanted=lambda _: False).items
    assert item.published_at is None
    assert date in item.notes[0]


def test_an_unchanged_list_is_not_parsed_and_a_304_is_told(httpserver):
    page = a_list(*ROWS)
    httpserver.expect_request("/list").respond_with_data(page, headers={"ETag": '"1"'})
    url = httpserver.url_for("/list")
    first = poll(url, "list", list=NEWS, wanted=lambda _: False)
    again = poll(url, "list", list=NEWS, held=held(first))
    assert again.unchanged
    assert again.items == ()
    (visit,) = again.visits
    assert (visit.outcome, visit.status, visit.etag) == ("unchanged", 200, '"1"')
    assert visit.held() == first.visits[0].held()


def test_fewer_items_than_the_minimum_are_brought_with_a_doubt(httpserver):
    httpserver.expect_request("/list").respond_with_data(a_list(*ROWS))
    url = httpserver.url_for("/list")
    brought = poll(url, "list", list=NEWS, minimum_items=5, wanted=lambda _: False)
    assert (len(brought.items), brought.doubt) == (2, "too_few_items")


def test_a_list_that_nothing_is_selected_on_is_a_failure(httpserver):
    httpserver.expect_request("/list").respond_with_data(a_list(), content_type="text/html")
    error = failed(httpserver.url_for("/list"), "list", list=NEWS)
    assert error.fault == "no_items"
    assert "'li'" in error.reason


def test_the_year_in_an_address_is_that_of_the_source_and_in_january_also_the_last(httpserver):
    from tracker.domain.facts import SourceAdded
    from tracker.feeds.polling import addresses

    source = SourceAdded(id="s", url="https://x.example/{year}/", timezone="Asia/Shanghai")
    assert addresses(source, NOW) == ("https://x.example/2026/",)
    turn = NOW.replace(month=12, day=31, hour=16)
    assert addresses(source, turn) == ("https://x.example/2027/", "https://x.example/2026/")


def test_a_page_of_another_year_is_never_answered_by_the_conditions_of_the_last(httpserver):
    httpserver.expect_request("/2026/").respond_with_data(a_list(*ROWS), headers={"ETag": '"1"'})
    url = httpserver.url_for("/") + "{year}/"
    told = {"list": NEWS, "wanted": lambda _: False}
    first = poll(url, "list", **told)
    again = poll(url, "list", held=held(first, url=url), **told)
    assert again.unchanged
    assert "If-None-Match" not in httpserver.log[-1][0].headers


def test_the_part_of_a_page_that_counts_is_selected_and_furniture_left_out(httpserver):
    page = (
        "<html><head><meta name='PubDate' content='2025-11-07 10:30'></head><body><nav>首页</nav>"
        "<h1>商务部公告2025年第70号</h1><div class='art-con'>自2025年11月7日起暂停。"
        "<div class='share'>分享</div>特此公告。</div><footer>访问 12345 次</footer></body></html>"
    )
    row = ("/a.html", "商务部公告2025年…", "2025-11-07")
    httpserver.expect_request("/list").respond_with_data(a_list(row))
    httpserver.expect_request("/a.html").respond_with_data(page.encode("gb18030"))
    told = DetailPage(
        body=("#none", ".art-con"), without=(".share",), date=("meta[name=PubDate]@content",)
    )
    (item,) = poll(httpserver.url_for("/list"), "list", list=NEWS, detail=told, **ZONE).items
    assert item.body == page.encode("gb18030")
    assert item.title == "商务部公告2025年第70号"
    assert item.text == "商务部公告2025年第70号\n自2025年11月7日起暂停。\n特此公告。"
    assert item.published_at == "2025-11-07T02:30:00Z"
    assert item.content_type.startswith("text/html; charset=gb18030; part=page; select=.art-con")
