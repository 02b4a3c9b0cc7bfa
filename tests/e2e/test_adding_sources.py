"""Can a person add a source by its address, from what ships, or from a file of their own?"""

import re
from pathlib import Path

import pytest

from tests.e2e.commands import desk
from tests.integration.site import a_pdf, rss, rss_item

ALLOW = {"TRACKER_FETCH_ALLOW": "127.0.0.0/8"}
DOCS = Path(__file__).resolve().parents[2] / "docs" / "sources.md"


@pytest.fixture
def place(tmp_path):
    return desk(tmp_path, **ALLOW)


def sources(place):
    return {one["id"]: one for one in place.type("sources", "--format", "json").json["sources"]}


def page_with_feed(httpserver):
    head = "<link rel='alternate' type='application/rss+xml' href='/all.xml'>"
    httpserver.expect_request("/news").respond_with_data(
        f"<html><head>{head}</head><body><p>News</p></body></html>", content_type="text/html"
    )
    httpserver.expect_request("/all.xml").respond_with_data(rss(rss_item(1), rss_item(2)))
    return httpserver.url_for("/news")


def test_the_feed_behind_a_page_is_found_recorded_and_polled(place, httpserver):
    url = page_with_feed(httpserver)
    added = place.type("source", "add", url, "--id", "news", "--cadence", "30m", "--yes")
    assert added.exit_code == 0, added.err
    found = sources(place)["news"]
    assert (found["kind"], found["url"]) == ("rss", httpserver.url_for("/all.xml"))
    assert (found["cadence_seconds"], found["staleness_budget_seconds"]) == (1800, 7200)
    assert place.type("poll", "news").out == "news: 2 new, 0 revised, 0 unchanged\n"


def test_it_shows_what_it_would_record_and_asks(place, httpserver, monkeypatch):
    from click.testing import CliRunner

    from tracker.cli import main

    url = page_with_feed(httpserver)
    environment = {"TRACKER_DATABASE_URL": place.url, **ALLOW}
    refused = CliRunner().invoke(main, ["source", "add", url], env=environment, input="n\n")
    assert refused.exit_code == 1
    for words in ("a feed that the page names", "kind: rss", "/all.xml", "Notice 1", "Record the"):
        assert words in refused.output
    assert sources(place) == {}
    taken = CliRunner().invoke(main, ["source", "add", url], env=environment, input="y\n")
    assert taken.exit_code == 0
    assert len(sources(place)) == 1


def test_a_poll_tells_which_pages_behind_a_feed_it_could_not_read(place, httpserver, tmp_path):
    httpserver.expect_request("/all.xml").respond_with_data(
        rss(
            "<item><guid>one</guid><title>One</title>"
            f"<link>{httpserver.url_for('/one')}</link></item>"
        )
    )
    httpserver.expect_request("/one").respond_with_data("busy", status=500)
    file = tmp_path / "sources.toml"
    file.write_text(
        f'[[source]]\nid = "news"\nenabled = true\nurl = "{httpserver.url_for("/all.xml")}"\n'
        '[source.detail]\nbody = ["main"]\n'
    )
    place = desk(tmp_path, **ALLOW, TRACKER_SOURCES=str(file))
    polled = place.type("poll", "news")
    assert polled.exit_code == 0
    assert "news: 1 new, 0 revised, 0 unchanged; 1 page behind it could not be read" in polled.out
    assert "/one: the server answered 500" in polled.out
    told = sources(place)["news"]
    assert (told["pages_failed"], "answered 500" in told["page_error"]) == (1, True)
    assert "1 page behind it could not be read" in place.type("sources").out.replace("\n", " ")


def test_an_address_that_cannot_be_read_now_is_refused_or_taken_as_told(place, httpserver):
    url = httpserver.url_for("/down")
    httpserver.expect_request("/down").respond_with_data("", status=503)
    asked = place.type("source", "add", url)
    assert (asked.exit_code, "503" in asked.err) == (1, True)
    taken = place.type("source", "add", url, "--id", "down", "--yes")
    assert taken.exit_code == 0
    assert sources(place)["down"]["kind"] == "rss"
    assert "failed: the server answered 503" in place.type("poll", "down").out


def test_with_kind_and_yes_nothing_is_fetched(place, httpserver):
    url = httpserver.url_for("/list")
    assert place.type("source", "add", url, "--kind", "list", "--yes").exit_code == 0
    assert httpserver.log == []


def test_private_addresses_are_refused_before_anything_is_recorded(tmp_path):
    place = desk(tmp_path)
    refused = place.type("source", "add", "http://169.254.169.254/latest", "--yes")
    assert refused.exit_code == 1
    assert "TRACKER_FETCH_ALLOW" in refused.err


def test_what_ships_is_listed_and_can_be_switched_on(place):
    listed = place.type("sources", "--available", "--format", "json").json["available"]
    by_id = {one["id"]: one for one in listed}
    assert by_id["federal-register-bis"]["state"] == "off"
    assert all(one["verified"] for one in listed)
    assert place.type("source", "add", "federal-register-bis", "--yes").exit_code == 0
    found = sources(place)["federal-register-bis"]
    assert (found["kind"], found["authority"], found["jurisdiction"]) == (
        "federal-register",
        "official",
        "US",
    )
    again = place.type("sources", "--available").out
    assert re.search(r"^federal-register-bis \(US, official, federal-register\): on$", again, re.M)


def test_a_folder_is_polled_for_what_comes_by_mail(place, tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "notice.pdf").write_bytes(a_pdf("Notice No. 5 of 2026", "From 1 March 2026"))
    added = place.type("source", "add", str(inbox), "--kind", "folder", "--id", "mail", "--yes")
    assert added.exit_code == 0, added.err
    assert place.type("poll", "mail").out == "mail: 1 new, 0 revised, 0 unchanged\n"
    assert place.type("poll", "mail").out == "mail: 0 new, 0 revised, 1 unchanged\n"
    (inbox / "order.txt").write_text("Order No. 6")
    assert place.type("poll", "mail").out == "mail: 1 new, 0 revised, 1 unchanged\n"


def own_file(tmp_path, text):
    file = tmp_path / "own.toml"
    file.write_text(text)
    return desk(tmp_path, **ALLOW, TRACKER_SOURCES=str(file)), file


ENTRY = """[[source]]
id = "own"
url = "{url}"
cadence = "{cadence}"
enabled = {enabled}
"""


def test_a_file_of_ones_own_is_followed_at_each_poll(tmp_path, httpserver):
    httpserver.expect_request("/f").respond_with_data(rss(rss_item(1)))
    told = {"url": httpserver.url_for("/f"), "cadence": "6h", "enabled": "true"}
    place, file = own_file(tmp_path, ENTRY.format(**told))
    assert place.type("poll").out == "own: 1 new, 0 revised, 0 unchanged\n"
    head = place.type("verify").out
    file.write_text(ENTRY.format(**{**told, "cadence": "1h"}))
    assert place.type("poll", "own").exit_code == 0
    assert sources(place)["own"]["cadence_seconds"] == 3600
    assert place.type("verify").out != head
    file.write_text(ENTRY.format(**{**told, "enabled": "false"}))
    assert "no sources to poll" in place.type("poll").out
    assert sources(place) == {}


def test_a_fault_in_ones_own_file_is_told_with_its_place(tmp_path):
    place, file = own_file(tmp_path, '[[source]]\nid = "a"\nurl = "https://x/"\ncadense = "6h"\n')
    typed = place.type("poll")
    assert typed.exit_code == 1
    assert f"{file}:4: source 'a': cadense: there is no such key; did you mean 'cadence'?" in (
        typed.err
    )


def test_the_example_of_the_manual_reads_the_pages_of_the_manual(tmp_path, httpserver):
    text = DOCS.read_text(encoding="utf-8")
    listed, notice = re.findall(r"^```html\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    (entry,) = re.findall(r"^```toml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    kind = "text/html; charset=utf-8"
    for page in ("index.html", "index_2.html"):
        httpserver.expect_request(f"/notices/{page}").respond_with_data(listed, content_type=kind)
    for number in ("61", "70"):
        httpserver.expect_request(f"/notices/2025/t{number}.html").respond_with_data(
            notice.replace("70", number), content_type=kind
        )
    httpserver.expect_request("/notices/2025/annex.pdf").respond_with_data(
        a_pdf("Annex"), content_type="application/pdf"
    )
    url = httpserver.url_for("/notices/index.html")
    place, _ = own_file(tmp_path, entry.replace("https://ministry.example/notices/index.html", url))
    assert place.type("poll").out == "ministry-notices: 2 new, 0 revised, 0 unchanged\n"
    exported = place.type("export").lines
    titles = {one["title"] for one in exported if one["type"] == "announcement"}
    assert titles == {"Announcement No. 61 of 2025", "Announcement No. 70 of 2025"}


def test_nothing_is_polled_when_the_disk_is_nearly_full(place, httpserver):
    httpserver.expect_request("/feed").respond_with_data(rss(rss_item(1)))
    url = httpserver.url_for("/feed")
    assert place.type("source", "add", url, "--id", "f", "--kind", "rss", "--yes").exit_code == 0
    settings = place.folder / "settings.toml"
    settings.write_text("[service]\ndisk_floor_mib = 1000000000\n")
    refused = place.type("poll", "f", "--config", str(settings))
    assert refused.exit_code == 1
    assert "of disk are free" in refused.err
    assert "service.disk_floor_mib" in refused.err
    assert sources(place)["f"]["last_checked_at"] is None
    assert place.type("poll", "f").out == "f: 1 new, 0 revised, 0 unchanged\n"


def test_copies_that_contradict_each_other_wait_in_the_review_until_settled(place, httpserver):
    def notice(day):
        return (
            "<rss version='2.0'><channel><title>f</title><item><guid>9</guid>"
            "<title>商务部公告2030年第9号</title><description>商务部公告2030年第9号 "
            f"公布如下。一、自2030年3月{day}日起施行。二、价值比例达到0.1%以上的，须申请许可。"
            "</description></item></channel></rss>"
        )

    for name, day in (("ministry", 1), ("mirror", 8)):
        httpserver.expect_request(f"/{name}").respond_with_data(notice(day))
        url = httpserver.url_for(f"/{name}")
        added = place.type(
            *("source", "add", url, "--id", name, "--kind", "rss", "--yes"),
            *("--authority", "issuer", "--jurisdiction", "CN"),
        )
        assert added.exit_code == 0, added.err
        assert place.type("poll", name).exit_code == 0
    listed = place.type("review", "list")
    assert "copies differ" in listed.out
    assert "3月1日" in listed.out
    assert "3月8日" in listed.out
    assert "nothing waits" not in listed.out
    (conflict,) = place.type("review", "list", "--format", "json").json["conflicts"]
    reason = ("--reason", "the ministry's own page holds", "--actor", "Ann Lee")
    settled = place.type("review", "settle", conflict["number"], *reason)
    assert settled.exit_code == 0, settled.err
    assert place.type("review", "list", "--format", "json").json["conflicts"] == []
    again = place.type("review", "settle", conflict["number"], *reason)
    assert again.exit_code == 1
    assert "no copies of" in again.err
