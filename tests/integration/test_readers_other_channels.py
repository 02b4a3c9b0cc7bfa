"""Do programs, folders and chat rooms get their digests, signed and once?"""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tests.integration.house import House, Turned, instant, new_rule
from tracker.application.subscriptions.readership import ParcelState
from tracker.config import Fetch


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path, Turned(instant("2026-10-01T00:00")))
    made.tracker.settings.fetch = Fetch(allow=("127.0.0.0/8",))
    yield made
    made.close()


def news(house: House) -> None:
    house.clock.now = instant("2026-10-01T12:00")
    house.load(*new_rule("2026/1", "2026-10-01T11:00:00+00:00", starts="2026-12-01"))


def test_a_webhook_is_signed_and_keeps_its_key_over_all_attempts(
    house: House, httpserver: HTTPServer
) -> None:
    seen: list[Request] = []

    def answer(request: Request) -> Response:
        request.get_data()
        seen.append(request)
        return Response(status=503 if len(seen) == 1 else 204)

    httpserver.expect_request("/hook", method="POST").respond_with_handler(answer)
    made = house.subscribe(target=httpserver.url_for("/hook"), cadence="daily")
    news(house)
    assert house.at("2026-10-02T07:00") == 0
    assert house.at("2026-10-02T07:02") == 1

    first, second = seen
    assert first.headers["Idempotency-Key"] == second.headers["Idempotency-Key"]
    assert first.headers["Webhook-Timestamp"] != second.headers["Webhook-Timestamp"]
    is_genuine, body, now = documented(), second.get_data(), house.clock.now.timestamp()
    assert is_genuine(second.headers, body, made.secret, now=now)
    assert not is_genuine(second.headers, body + b" ", made.secret, now=now)
    assert not is_genuine(second.headers, body, "another secret", now=now)
    assert not is_genuine(second.headers, body, made.secret, now=now + 3_600)
    told = json.loads(second.get_data())
    assert told["digest"]["announced"][0]["act"]["id"] == "cn/mofcom/2026/1"
    assert told["occasion"]["cadence"] == "daily"


def documented() -> Any:
    """Return the check that docs/digests.md tells receivers to make."""
    told = (Path(__file__).resolve().parents[2] / "docs" / "digests.md").read_text(encoding="utf-8")
    names: dict[str, Any] = {}
    exec(told.partition("```python\n")[2].partition("```")[0], names)
    return names["is_genuine"]


def test_a_webhook_that_is_gone_is_given_up(house: House, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/hook").respond_with_data("", status=410)
    house.subscribe(target=httpserver.url_for("/hook"), cadence="daily")
    news(house)
    house.at("2026-10-02T07:00")
    (parcel,) = house.tracker.mailroom.readership.parcels()
    assert parcel.state is ParcelState.DEAD


def test_a_webhook_is_waited_for_as_long_as_it_asks(house: House, httpserver: HTTPServer) -> None:
    headers = {"Retry-After": "1800"}
    httpserver.expect_request("/hook").respond_with_data("", status=429, headers=headers)
    house.subscribe(target=httpserver.url_for("/hook"), cadence="daily")
    news(house)
    house.at("2026-10-02T07:00")
    (parcel,) = house.tracker.mailroom.readership.parcels()
    assert parcel.due_at == instant("2026-10-02T07:30")


def test_a_webhook_in_a_private_network_is_refused(house: House, httpserver: HTTPServer) -> None:
    house.tracker.settings.fetch = Fetch()
    house.subscribe(target=httpserver.url_for("/hook"), cadence="daily")
    news(house)
    house.at("2026-10-02T07:00")
    (parcel,) = house.tracker.mailroom.readership.parcels()
    assert parcel.state is ParcelState.DEAD
    assert "TRACKER_FETCH_ALLOW" in (parcel.error or "")
    assert httpserver.log == []


def test_a_folder_gets_each_digest_once_under_its_own_name(house: House) -> None:
    house.subscribe(cadence="daily")
    news(house)
    house.at("2026-10-02T07:00")
    readership = house.tracker.mailroom.readership
    (parcel,) = readership.parcels()
    files = sorted(path.name for path in (house.folder / "out").iterdir())
    assert len(files) == 2
    from dataclasses import replace

    readership.settle(replace(parcel, state=ParcelState.QUEUED))
    assert house.at("2026-10-02T07:01") == 1
    assert sorted(path.name for path in (house.folder / "out").iterdir()) == files


class _Room(BaseHTTPRequestHandler):
    heard: list[bytes]

    def do_POST(self) -> None:
        self.heard.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.mark.filterwarnings("ignore:.*imghdr:DeprecationWarning")  # apprise's own
def test_a_chat_room_hears_the_digest_through_apprise(house: House) -> None:
    pytest.importorskip("apprise", reason="the extra notify is not installed")
    room = type("Room", (_Room,), {"heard": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), room)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        house.subscribe(target=f"chat:json://127.0.0.1:{server.server_port}/", cadence="daily")
        news(house)
        assert house.at("2026-10-02T07:00") == 1
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    (heard,) = room.heard
    assert "No. 2026/1" in json.loads(heard)["message"]
