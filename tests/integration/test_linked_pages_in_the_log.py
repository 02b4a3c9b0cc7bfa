"""What becomes of the pages behind a list: corrected, vanished, unreadable, back again?"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tests.integration.watched import Watched, good, watched
from tracker.domain.facts import DetailPage, ListPage

LIST = (
    "<html><head><title>Notices</title></head><body><ul id='news'>"
    "<li><a href='/a/9.html'>Notice No. 9</a><span>2030-01-08</span></li>"
    "<li><a href='/a/10.html'>Notice No. 10</a><span>2030-01-09</span></li></ul></body></html>"
)


class Pages:
    """The pages behind a list; a test changes or breaks them."""

    def __init__(self, server: HTTPServer) -> None:
        self.shares = {"9": "0.1", "10": "0.2"}
        self.status = {"9": 200, "10": 200}
        self.asked: list[str] = []
        for name in self.shares:
            server.expect_request(f"/a/{name}.html").respond_with_handler(self._page)

    def _page(self, request: Request) -> Response:
        name = request.path.split("/")[-1].partition(".")[0]
        self.asked.append(name)
        if self.status[name] != 200:
            return Response("gone", status=self.status[name])
        body = (
            f"<html><body><div>views: {len(self.asked)}</div><h1>Notice No. {name}</h1>"
            f"<div id='text'><p>The share is {self.shares[name]} per cent.</p></div></body></html>"
        )
        return good(request, body, content_type="text/html")


@pytest.fixture
def pages(httpserver: HTTPServer) -> Pages:
    return Pages(httpserver)


@pytest.fixture
def office(tmp_path: Path, httpserver: HTTPServer, pages: Pages) -> Iterator[Watched]:
    told = {
        "kind": "list",
        "list": ListPage(within="#news", item="li", date=("span",)),
        "detail": DetailPage(body=("#text",)),
    }
    with watched(tmp_path, httpserver, **told) as found:
        found.answer = lambda request: good(request, LIST, content_type="text/html")
        assert found.poll().new == 2
        yield found


def test_a_list_that_holds_still_costs_one_request(office: Watched, pages: Pages) -> None:
    pages.asked.clear()
    assert office.poll().unchanged == 2
    assert pages.asked == []
    assert office.bodies("SourcePolled")[-1]["status"] == 304


def test_a_page_that_is_corrected_behind_an_unchanged_list_is_found_the_next_day(
    office: Watched, pages: Pages
) -> None:
    pages.shares["9"] = "0.5"
    assert office.poll(hours=2).revised == 0
    assert office.poll(hours=24).revised == 1
    bodies = office.bodies("AnnouncementRecorded")
    assert b"0.5 per cent" in (office.tracker.log.document(bodies[-1]["sha256"]) or b"")


def test_a_page_that_vanished_is_a_withdrawal_of_the_copy_told_once(
    office: Watched, pages: Pages
) -> None:
    pages.status["9"] = 410
    at = office.position
    office.poll(hours=24)
    office.poll(hours=24)
    names = office.names(after=at)
    assert names.count("CopyWithdrawn") == 1
    assert "AnnouncementRecorded" not in names
    (fact,) = office.bodies("CopyWithdrawn", after=at)
    assert "410" in fact["words"]
    pages.status["9"] = 200
    office.poll(hours=24)
    assert office.names(after=at).count("CopyReturned") == 1
    assert len(office.bodies("AnnouncementRecorded")) == 2


def test_a_page_that_cannot_be_read_is_asked_for_again_and_nothing_changed(
    office: Watched, pages: Pages
) -> None:
    pages.status["9"] = 500
    at = office.position
    office.poll(hours=24)
    assert set(office.names(after=at)) <= {"SourcePolled"}
    assert office.bodies("SourcePolled", after=at)[0]["complete"] is False
    pages.status["9"], pages.shares["9"] = 200, "0.7"
    assert office.poll(hours=1).revised == 1
    assert office.bodies("SourcePolled")[-1].get("complete", True) is True


def test_pages_that_cannot_be_read_are_told_by_the_poll_and_of_the_source_until_they_can(
    office: Watched, pages: Pages
) -> None:
    pages.status.update({"9": 500, "10": 500})
    polled = office.poll(hours=24)
    assert (polled.pages_failed, polled.complete) == (2, False)
    assert "/a/9.html: the server answered 500" in (polled.page_error or "")
    told = office.tracker.sources.show("office")
    assert (told.state, told.pages_failed, told.page_error) == ("fresh", 2, polled.page_error)
    office.answer = lambda request: Response("busy", status=503)
    assert office.poll().error
    assert office.tracker.sources.show("office").pages_failed == 2
    office.answer = lambda request: good(request, LIST, content_type="text/html")
    pages.status.update({"9": 200, "10": 200})
    well = office.poll()
    assert (well.pages_failed, well.page_error, well.complete) == (0, None, True)
    told = office.tracker.sources.show("office")
    assert (told.pages_failed, told.page_error) == (0, None)
