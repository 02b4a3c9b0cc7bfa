"""Press articles come in as reports: linked to the law they speak of, and without force."""

import json
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tests.e2e.commands import SHARED, Desk, desk

OWN_ARTICLES = {
    "curbs": "The Commerce Ministry issued Announcements No. 61 and No. 62 of 2025 on Thursday. "
    "Two of their limbs start in December, a trade paper writes.",
    "calm": "A spokeswoman of the Foreign Ministry said she had not seen reports that a country "
    "was exempted. Dialogue goes on.",
    "column": "Buyers should expect licences to stay. Nobody knows what comes after next November.",
}


class Paper:
    """A feed server whose articles can be edited."""

    def __init__(self, server: HTTPServer, articles: dict[str, str]) -> None:
        self.articles = articles
        self.url = server.url_for("/feed.xml")
        server.expect_request("/feed.xml").respond_with_handler(self._answer)

    def _answer(self, request: Request) -> Response:
        items = "".join(
            f"<item><guid isPermaLink='false'>{name}</guid><title>Article {name}</title>"
            f"<link>https://paper.example/{name}</link>"
            f"<description>{escape(text)}</description></item>"
            for name, text in self.articles.items()
        )
        body = f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel>{items}"
        return Response(
            f"{body}</channel></rss>".encode(), content_type="application/rss+xml; charset=utf-8"
        )


@pytest.fixture
def place(tmp_path: Path) -> Desk:
    found = desk(tmp_path, TRACKER_FETCH_ALLOW="127.0.0.0/8,::1/128")
    assert found.type("init").exit_code == 0
    return found


@pytest.fixture
def server() -> Iterator[HTTPServer]:
    with HTTPServer(host="127.0.0.1") as running:
        yield running


def _subscribe(place: Desk, paper: Paper) -> None:
    typed = place.type("source", "add", paper.url, "--id", "seeds", "--yes")
    assert typed.exit_code == 0, typed.err


def _every_day(place: Desk) -> dict[str, object]:
    """Return the stretches of every measure: they cover every day there is."""
    instruments = {
        rule["instrument"]
        for rule in place.type("rules", "--status", "all", "--format", "json").json["rules"]
    }
    assert len(instruments) > 40
    return {
        name: place.type("timeline", name, "--format", "json").json for name in sorted(instruments)
    }


def _links(place: Desk) -> dict[str, set[str]]:
    links: dict[str, set[str]] = {}
    titles = {}
    for line in place.type("export").out.splitlines():
        record = json.loads(line)
        if record["type"] == "announcement":
            titles[record["id"]] = record["title"].removeprefix("Article ")
        if record["type"] == "link" and record["from"] in titles:
            links.setdefault(titles[record["from"]], set()).add(record["to"])
    return links


def test_articles_are_linked_to_what_they_name_and_move_no_rule(
    place: Desk, server: HTTPServer
) -> None:
    paper = Paper(server, dict(OWN_ARTICLES))
    before = _every_day(place)
    _subscribe(place, paper)
    assert place.type("poll", "seeds").out == "seeds: 3 new, 0 revised, 0 unchanged\n"
    assert _every_day(place) == before
    assert _links(place) == {"curbs": {"cn/mofcom/2025/61", "cn/mofcom/2025/62"}}


def test_the_five_seed_articles_come_in_as_reports(place: Desk, server: HTTPServer) -> None:
    seeds = SHARED / "seeds"
    if not seeds.is_dir():
        pytest.skip("the seed articles are not beside this checkout")
    paper = Paper(server, {file.name[:3]: file.read_text("utf-8") for file in seeds.glob("*.txt")})
    before = _every_day(place)
    _subscribe(place, paper)
    assert place.type("poll", "seeds").out == "seeds: 5 new, 0 revised, 0 unchanged\n"
    assert _every_day(place) == before
    links = _links(place)
    assert links["003"] == {"cn/mofcom/2025/61", "cn/mofcom/2025/62"}
    assert "cn/mofcom/2025/61" in links["004"]
    assert "002" not in links
    digest = place.type("digest", "--period", "daily", "--format", "text").out
    assert "Article 003" in digest


def test_a_second_poll_adds_nothing_and_an_edited_article_is_one_revision(
    place: Desk, server: HTTPServer
) -> None:
    paper = Paper(server, dict(OWN_ARTICLES))
    _subscribe(place, paper)
    place.type("poll")
    again = place.type("poll")
    assert again.out == "seeds: 0 new, 0 revised, 3 unchanged\n"
    paper.articles["calm"] += " An earlier version left out the last sentence."
    assert place.type("poll").out == "seeds: 0 new, 1 revised, 2 unchanged\n"
    records = [json.loads(line) for line in place.type("export").out.splitlines()]
    revision = next(r for r in records if r["type"] == "announcement" and r["revises"])
    assert revision["id"] == f"{revision['revises']}/r2"
    assert place.type("verify").exit_code == 0


def test_a_private_network_is_refused_unless_it_is_allowed(tmp_path: Path) -> None:
    found = desk(tmp_path)
    typed = found.type("source", "add", "http://127.0.0.1:8000/feed.xml", "--yes")
    assert typed.exit_code == 1
    assert "TRACKER_FETCH_ALLOW" in typed.err
    assert found.type("sources", "--format", "json").json["sources"] == []


def test_a_failed_fetch_is_a_fact_about_the_source_and_nothing_else(
    place: Desk, server: HTTPServer
) -> None:
    paper = Paper(server, dict(OWN_ARTICLES))
    _subscribe(place, paper)
    place.type("poll")
    before = _every_day(place)
    server.clear()
    server.expect_request("/feed.xml").respond_with_data("<html>Please log in</html>", status=200)
    typed = place.type("poll", "seeds")
    assert typed.exit_code == 1
    assert typed.out.startswith("seeds: failed: ")
    source = place.type("source", "show", "seeds", "--format", "json").json
    assert (source["state"], source["consecutive_failures"]) == ("blocked", 1)  # a sign-in page
    assert _every_day(place) == before
