"""From a poll to a proposal: a feed of an issuer whose notices come, and change."""

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tests.e2e.commands import Desk, desk
from tests.e2e.notices import proposals, status, suspension

SUSPENDED = "cn/mofcom/2025/18#iv"
LATER = ("--on", "2027-01-15")


class Ministry:
    """A feed of notices that can be edited."""

    def __init__(self, server: HTTPServer) -> None:
        self.notices: dict[str, str] = {}
        self.url = server.url_for("/feed.xml")
        server.expect_request("/robots.txt").respond_with_data("", status=404)
        server.expect_request("/feed.xml").respond_with_handler(self._answer)

    def _answer(self, request: Request) -> Response:
        items = "".join(
            f"<item><guid isPermaLink='false'>{name}</guid><title>{escape(text.splitlines()[0])}"
            f"</title><description>{self._paragraphs(text)}</description>"
            "<pubDate>Fri, 30 Oct 2026 01:00:00 GMT</pubDate></item>"
            for name, text in self.notices.items()
        )
        body = f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel>{items}"
        return Response(
            f"{body}</channel></rss>".encode(), content_type="application/rss+xml; charset=utf-8"
        )

    def _paragraphs(self, text: str) -> str:
        return escape("".join(f"<p>{line}</p>" for line in text.splitlines()[1:]))


@pytest.fixture
def ministry() -> Iterator[Ministry]:
    with HTTPServer(host="127.0.0.1") as server:
        yield Ministry(server)


@pytest.fixture
def place(tmp_path: Path, ministry: Ministry) -> Desk:
    found = desk(tmp_path, TRACKER_FETCH_ALLOW="127.0.0.0/8,::1/128")
    assert found.type("init", "--policy", "person").exit_code == 0
    ministry.notices["first"] = "Opening hours\nThe office is closed on Monday.\n"
    typed = found.type(
        "source", "add", ministry.url, "--id", "mofcom", "--authority", "issuer",
        "--jurisdiction", "CN", "--yes",
    )  # fmt: skip
    assert typed.exit_code == 0, typed.err
    return found


def _poll(place: Desk) -> str:
    typed = place.type("poll", "mofcom")
    assert typed.exit_code == 0, typed.err
    return typed.out


def test_a_notice_that_needs_no_decision_closes_itself_and_says_so(
    place: Desk, ministry: Ministry
) -> None:
    assert _poll(place).startswith("mofcom: 1 new")
    assert proposals(place) == []
    assert status(place, SUSPENDED)["pending_review"] == []
    assert '"AnnouncementMarkedRead"' in place.type("export").out


def test_a_polled_act_is_proposed_and_reopened_when_its_page_changes(
    place: Desk, ministry: Ministry
) -> None:
    ministry.notices["931"] = suspension(931)
    _poll(place)
    (proposal,) = proposals(place)
    assert place.type("review", "accept", proposal["id"], "--actor", "Ann").exit_code == 0
    assert status(place, SUSPENDED, *LATER)["through"] == "2027-11-10"
    ministry.notices["931"] = suspension(931) + "阅读次数：一千二百人次，感谢关注本栏目\n"
    _poll(place)
    assert proposals(place) == []
    ministry.notices["931"] = suspension(931, last="2027年12月31日")
    assert "1 revised" in _poll(place)
    (reopened,) = proposals(place)
    assert (reopened["id"], reopened["state"]) == (proposal["id"], "reopened")
    found = status(place, SUSPENDED, *LATER)
    assert (found["status"], found["through"]) == ("suspended", "2027-11-10")
    assert found["pending_review"][0]["proposal"] == proposal["id"]


def test_two_pages_of_one_act_in_one_poll_record_it_once(place: Desk, ministry: Ministry) -> None:
    place.type("review", "policy", "default", "--actor", "Ann")
    ministry.notices["zh"] = suspension(931)
    ministry.notices["mirror"] = suspension(931) + "本站转载，内容以原文为准\n"
    _poll(place)
    found = status(place, SUSPENDED, *LATER)
    assert len([reason for reason in found["because"] if reason["kind"] == "suspend"]) == 1
    lines = [json.loads(line) for line in place.type("export").out.splitlines()]
    acts = [one for one in lines if one["type"] == "instrument" and one["id"].endswith("2026/931")]
    assert len(acts) == 1
    assert [one["to"] for one in lines if one.get("kind") == "corroborates"] == [acts[0]["id"]]
