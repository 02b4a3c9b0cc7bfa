"""What a person who runs the tracker sees: doctor, gaps, revisions, health, metrics."""

import json
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tests.e2e.commands import Desk, desk, write_jsonl
from tests.e2e.test_service import PATIENCE_SECONDS, _address, _eventually, _get
from tests.integration.watched import feed

NOTICE = ("9", "Exports of sand need a licence from 1 March 2030 on. The share is 0.1 per cent.")
SECRET = "hunter2-in-the-proxy"


class Site:
    """A server with one feed that a test can change or break."""

    def __init__(self, server: HTTPServer) -> None:
        self.body, self.status = feed(NOTICE), 200
        self.alerts: list[Any] = []
        self.beats = 0
        self.url = server.url_for("/feed")
        server.expect_request("/feed").respond_with_handler(self._feed)
        server.expect_request("/hook").respond_with_handler(self._hook)
        server.expect_request("/beat").respond_with_handler(self._beat)

    def _feed(self, _: Request) -> Response:
        return Response(self.body, status=self.status, content_type="application/rss+xml")

    def _hook(self, request: Request) -> Response:
        self.alerts.append(request.get_json())
        return Response(status=204)

    def _beat(self, _: Request) -> Response:
        self.beats += 1
        return Response("ok")


@pytest.fixture
def server() -> Iterator[HTTPServer]:
    with HTTPServer(host="127.0.0.1") as running:
        yield running


@pytest.fixture
def site(server: HTTPServer) -> Site:
    return Site(server)


@pytest.fixture
def place(tmp_path: Path, server: HTTPServer, site: Site) -> Desk:
    found = desk(
        tmp_path,
        TRACKER_FETCH_ALLOW="127.0.0.0/8,::1/128",
        TRACKER_OPERATOR_WEBHOOK=server.url_for("/hook"),
        TRACKER_DEAD_MAN_URL=server.url_for("/beat"),
    )
    assert found.type("init").exit_code == 0
    return found


def _add(place: Desk, site: Site, *more: str) -> None:
    words = ("source", "add", site.url, "--id", "office", "--kind", "rss", "--yes", *more)
    typed = place.type(*words)
    assert typed.exit_code == 0, typed.err


def _state(place: Desk) -> Any:
    (found,) = place.type("sources", "--format", "json").json["sources"]
    return found


def test_doctor_looks_at_every_part_and_fails_when_one_is_broken(place: Desk, site: Site) -> None:
    _add(place, site)
    assert place.type("poll").exit_code == 0
    typed = place.type("doctor", "--format", "json")
    assert typed.exit_code == 0, typed.out
    names = {finding["name"] for finding in typed.json["findings"]}
    assert names >= {"database", "disk", "clock", "zone data", "proxy", "mail", "lease"}
    assert "source office" in names
    site.status = 500
    assert place.type("poll").exit_code == 1
    typed = place.type("doctor")
    assert typed.exit_code == 1
    assert "broken" in typed.out
    assert "500" in typed.out


def test_doctor_hides_secrets(tmp_path: Path) -> None:
    config = tmp_path / "settings.toml"
    config.write_text(
        f'[mail]\nhost = "127.0.0.1"\nport = 9\nuser = "u"\npassword = "{SECRET}"\n'
        f'[fetch]\nproxy = "http://u:{SECRET}@127.0.0.1:9"\n'
    )
    place = desk(tmp_path, TRACKER_CONFIG=str(config))
    typed = place.type("doctor")
    assert typed.exit_code == 1
    assert "127.0.0.1:9" in typed.out
    assert SECRET not in typed.out + typed.err


def test_a_gap_is_told_in_answers_and_closed_by_a_person(place: Desk, site: Site) -> None:
    _add(place, site, "--authority", "issuer", "--jurisdiction", "CN")
    place.type("poll")
    (gap,) = _state(place)["gaps"]
    assert gap["through"] > gap["from"]
    assert "no poll reached" in place.type("sources").out
    rules = place.type("rules", "--jurisdiction", "CN", "--format", "json").json
    (told,) = rules["freshness"]["gaps"]
    assert (told["from"], told["through"]) == (gap["from"], gap["through"])
    measure = rules["rules"][0]["measure"]
    status = place.type("status", measure, "--format", "json").json
    assert status["freshness"]["gaps"] == rules["freshness"]["gaps"]

    assert place.type("source", "close-gap", "office").exit_code == 2
    closing = ("source", "close-gap", "office", "--by", "Ada", "--reason", "read the list by hand")
    typed = place.type(*closing)
    assert typed.exit_code == 0, typed.err
    assert gap["from"] in typed.out
    assert _state(place)["gaps"] == []
    rules = place.type("rules", "--jurisdiction", "CN", "--format", "json").json
    assert rules["freshness"]["gaps"] == []
    assert place.type(*closing).exit_code == 1
    lines = [json.loads(line) for line in place.type("export").out.splitlines()]
    (kept,) = [line["body"] for line in lines if line.get("name") == "GapClosed"]
    assert (kept["by"], kept["reason"]) == ("Ada", "read the list by hand")


def test_a_revision_is_shown_as_a_person_reads_it(place: Desk, site: Site) -> None:
    _add(place, site)
    place.type("poll")
    site.body = site.body.replace("0.1 per cent", "0.5 per cent")
    assert "1 revised" in place.type("poll").out
    shown = place.type("source", "show", "office", "--revisions")
    assert "- The share is [-0.1-] per cent." in shown.out
    assert "+ The share is [+0.5+] per cent." in shown.out
    told = place.type("source", "show", "office", "--revisions", "--format", "json").json
    (revision,) = told["revisions"]
    assert revision["changes"][0]["new"] == "The share is 0.5 per cent."


def test_the_service_tells_its_health_its_measures_and_the_operator(
    place: Desk, site: Site
) -> None:
    _add(place, site, "--cadence", "1s", "--staleness", "1h")
    process = place.start("run", "--port", "0")
    try:
        address = _address(process)
        _eventually(lambda: json.loads(_get(address + "health")[1])["sources"]["office"] == "fresh")
        told = json.loads(_get(address + "health")[1])
        assert told["ok"]
        assert told["lease"]["leading"]
        assert told["disk"]["free_bytes"] > told["disk"]["floor_bytes"]
        assert told["sources_by_state"] == {"fresh": 1}
        status, text = _get(address + "metrics")
        assert status == 200
        assert 'tracker_sources{state="fresh"} 1.0' in text
        assert 'tracker_source_items_total{kind="new",source="office"} 1.0' in text
        assert "tracker_log_position " in text
        _eventually(lambda: site.beats > 0)
        site.status = 403
        _eventually(lambda: json.loads(_get(address + "health")[1])["sources"]["office"] != "fresh")
        deadline = time.monotonic() + 2 * PATIENCE_SECONDS
        while not site.alerts and time.monotonic() < deadline:
            time.sleep(0.2)
        assert "403" in site.alerts[0]["text"]
        paused = place.type("source", "pause", "office")
        assert paused.exit_code == 0
        _eventually(
            lambda: json.loads(_get(address + "health")[1])["sources"]["office"] == "paused"
        )
    finally:
        process.send_signal(signal.SIGTERM)
        logged = "".join(process.communicate(timeout=PATIENCE_SECONDS))
    assert '"event": "polled"' in logged
    assert not [line for line in logged.splitlines() if "/beat" in line or "/hook" in line]


def test_an_import_that_reaches_back_fills_a_gap(place: Desk, site: Site) -> None:
    _add(place, site, "--authority", "issuer", "--jurisdiction", "CN")
    place.type("poll")
    (gap,) = _state(place)["gaps"]
    old = {
        "type": "announcement",
        "id": "office/by-mail",
        "source": "office",
        "title": "What came by mail",
        "published_at": f"{gap['from']}T00:00:00+08:00",
    }
    file = write_jsonl(place.folder / "old.jsonl", old)
    typed = place.type("import", str(file))
    assert typed.exit_code == 0, typed.err
    assert typed.out.startswith("1 recorded")
    assert _state(place)["gaps"] == []
    assert place.type("import", str(file)).out.startswith("0 recorded, 1 unchanged")
