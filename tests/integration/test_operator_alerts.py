"""Is the operator told once when something turns bad, once when it is well, whatever fails?"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Response

from tests.integration.postoffice import PostOffice
from tests.integration.scripted import Hands, ScriptedFeeds, item
from tracker.application.intake.alerting import Alerts
from tracker.application.intake.ingest import Intake
from tracker.config import Settings
from tracker.delivery.operator_alerts import OperatorMail, OperatorWebhook, call
from tracker.delivery.smtp import Server
from tracker.domain.facts import SourceAdded
from tracker.domain.visits import Fault
from tracker.errors import DeliveryError
from tracker.facade import Tracker
from tracker.projection.alarms import WELL

NOON = datetime(2030, 1, 10, 12, tzinfo=UTC)
FLOOR = 500 * 2**20


@dataclass
class Channel:
    """A channel that a test can break."""

    name: str
    broken: bool = False
    took: list[str] = field(default_factory=list)

    def send(self, text: str, *, subject: str) -> None:
        if self.broken:
            raise DeliveryError(f"{self.name} is down")
        self.took.append(f"{subject}: {text}")


@dataclass
class House:
    """A tracker with one source, two channels and a clock."""

    tracker: Tracker
    feeds: ScriptedFeeds
    hands: Hands
    one: Channel = field(default_factory=lambda: Channel("webhook"))
    other: Channel = field(default_factory=lambda: Channel("mail"))

    def poll(self) -> None:
        self.hands.on(hours=1)
        self.tracker.poll("office")

    def look(self, *, free: int = 10 * FLOOR) -> list[tuple[str, str]]:
        """One look of a service that was started just now."""
        alerts = Alerts(self.tracker.library, (self.one, self.other), self.hands)
        told = alerts.look(self.tracker.sources.states(), free=free, floor=FLOOR)
        return [(alarm.about, alarm.state) for alarm in told]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    hands, feeds = Hands(NOON), ScriptedFeeds()
    with Tracker(Settings(database=f"sqlite:///{tmp_path / 't.db'}"), clock=hands) as tracker:
        tracker.__dict__["intake"] = Intake(tracker.library, feeds, tracker.field, hands)
        tracker.sources.add(SourceAdded(id="office", url="https://office.example/"))
        feeds.shows("office", item("A rule."))
        yield House(tracker, feeds, hands)


def test_a_source_that_turns_bad_and_well_is_told_once_each(house: House) -> None:
    house.poll()
    assert house.look() == []
    house.feeds.fails("office", Fault.TIMEOUT, "timeout: too slow")
    for _ in range(2):
        house.poll()
        assert house.look() == []
    house.poll()
    assert house.look() == [("source/office", "failing")]
    house.poll()
    assert house.look() == []
    house.feeds.shows("office", item("A rule."))
    house.poll()
    assert house.look() == [("source/office", WELL)]
    assert house.look() == []
    assert len(house.one.took) == len(house.other.took) == 2
    assert "timeout: too slow" in house.one.took[0]


def test_a_short_hiccup_is_no_alarm_and_a_wall_is_one_at_once(house: House) -> None:
    house.poll()
    house.feeds.fails("office", Fault.TIMEOUT)
    house.poll()
    house.feeds.shows("office", item("A rule."))
    house.poll()
    assert house.look() == []
    house.feeds.fails("office", Fault.BLOCKED, "a human check")
    house.poll()
    assert house.look() == [("source/office", "blocked")]


def test_the_failure_of_one_channel_is_told_through_the_other(house: House) -> None:
    house.one.broken = True
    house.feeds.fails("office", Fault.BLOCKED)
    house.poll()
    assert house.look() == [("source/office", "blocked")]
    assert house.one.took == []
    assert len(house.other.took) == 2
    assert "webhook is down" in house.other.took[1]
    house.one.broken = False
    house.feeds.shows("office", item("A rule."))
    house.poll()
    house.look()
    assert len(house.one.took) == 2  # the source is well, and so is the channel
    assert "works again" in house.one.took[1]


def test_what_no_channel_took_is_tried_again(house: House) -> None:
    house.one.broken = house.other.broken = True
    house.feeds.fails("office", Fault.BLOCKED)
    house.poll()
    assert house.look() == []
    house.other.broken = False
    assert house.look() == [("source/office", "blocked")]


def test_a_disk_that_runs_full_is_told_before_it_is(house: House) -> None:
    assert house.look(free=FLOOR - 1) == [("disk", "low")]
    assert house.look(free=FLOOR - 1) == []
    assert house.look(free=FLOOR) == [("disk", WELL)]


def test_alerts_survive_an_export_and_a_restore(house: House, tmp_path: Path) -> None:
    house.feeds.fails("office", Fault.BLOCKED)
    house.poll()
    house.look()
    file = tmp_path / "log.jsonl"
    file.write_bytes(b"".join(house.tracker.export()))
    with Tracker(
        Settings(database=f"sqlite:///{tmp_path / 'b.db'}"), clock=house.hands
    ) as restored:
        restored.import_([file], restore=True)
        assert restored.log.head() == house.tracker.log.head()
        assert restored.rebuild().equal
        assert restored.sources.states() == house.tracker.sources.states()


# the real channels


def test_a_webhook_is_posted_and_its_failure_is_told(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/hook", method="POST").respond_with_data(status=204)
    httpserver.expect_request("/bad").respond_with_data(status=500)
    OperatorWebhook(url=httpserver.url_for("/hook")).send("It failed.", subject="tracker: office")
    (request, _), *_ = httpserver.log
    assert request.get_json() == {"subject": "tracker: office", "text": "It failed."}
    for url in (httpserver.url_for("/bad"), "http://127.0.0.1:9/", "no address"):
        with pytest.raises(DeliveryError):
            OperatorWebhook(url=url).send("It failed.", subject="s")


def test_the_dead_man_address_is_called(httpserver: HTTPServer) -> None:
    called: list[str] = []
    httpserver.expect_request("/ping").respond_with_handler(
        lambda request: called.append(request.method) or Response("ok")  # type: ignore[func-returns-value]
    )
    call(httpserver.url_for("/ping"))
    assert called == ["GET"]
    with pytest.raises(DeliveryError):
        call(httpserver.url_for("/nobody"))


def test_what_cannot_be_reached_straight_on_is_reached_through_the_proxy(
    httpserver: HTTPServer,
) -> None:
    httpserver.expect_request("/ping").respond_with_data("ok")
    httpserver.expect_request("/hook").respond_with_data("ok")
    proxy = httpserver.url_for("/")
    call("http://127.0.0.1:9/ping", proxy=proxy)
    OperatorWebhook(url="http://127.0.0.1:9/hook", proxy=proxy).send("It failed.", subject="s")
    assert [request.headers["Host"] for request, _ in httpserver.log] == ["127.0.0.1:9"] * 2
    call(httpserver.url_for("/ping"), proxy="http://127.0.0.1:9")
    with pytest.raises(DeliveryError, match="cannot be reached"):
        call("http://127.0.0.1:9/ping", proxy="http://127.0.0.1:9")


def test_a_mail_reaches_the_operator() -> None:
    office = PostOffice()
    try:
        server = Server(host="127.0.0.1", port=office.port, security="none")
        mail = OperatorMail(server=server, sender="tracker@x.example", to=("ops@x.example",))
        mail.send("Source office cannot be read.", subject="tracker: source office failing")
    finally:
        office.die()
    assert office.readers() == {"ops@x.example": 1}


def test_a_mail_server_that_is_not_there_is_a_failure_in_words() -> None:
    server = Server(host="127.0.0.1", port=9, security="none")
    with pytest.raises(DeliveryError, match="cannot be reached"):
        OperatorMail(server=server, sender="a@x", to=("b@x",)).send("t", subject="s")
