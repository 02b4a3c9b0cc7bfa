"""Can a reader leave at any time, and does nothing of an address stay behind?"""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.integration.house import House, Turned, instant, new_rule
from tracker.config import Mail
from tracker.digests.subscription import State
from tracker.errors import SubscriptionError
from tracker.mailroom import Mailroom
from tracker.web.readers import reader_routes

ADDRESS = "unmistakable.reader@house.example"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    mail = Mail(domains=("house.example",), base_url="https://t.house.example")
    made = House(tmp_path, Turned(instant("2026-10-01T00:00")), mail=mail)
    yield made
    made.close()


@pytest.fixture
def client(house: House) -> Iterator[TestClient]:
    app = FastAPI()
    app.include_router(reader_routes(**house.tracker.mailroom.doors()))
    with TestClient(app) as made:
        yield made


def state(room: Mailroom, id: str) -> State:
    return room.subscribing.get(id).state


def test_looking_changes_nothing_and_one_click_ends_that_subscription_only(
    house: House, client: TestClient
) -> None:
    one = house.subscribe(target=ADDRESS, consent="form")
    other = house.subscribe(target=ADDRESS, consent="form", cadence="daily")
    room = house.tracker.mailroom

    page = client.get(f"/unsubscribe/{one.token}")
    assert page.status_code == 200
    assert '<form method="post"' in page.text
    assert ADDRESS not in page.text
    assert state(room, one.id) is State.ACTIVE

    form = {"List-Unsubscribe": "One-Click"}
    assert client.post(f"/unsubscribe/{one.token}", data=form).status_code == 200
    assert state(room, one.id) is State.ENDED
    assert state(room, other.id) is State.ACTIVE
    assert client.post(f"/unsubscribe/{one.token}", data=form).status_code == 200


def test_an_unknown_token_is_told_so(client: TestClient) -> None:
    assert client.get("/unsubscribe/nothing").status_code == 404
    assert client.post("/unsubscribe/nothing").status_code == 404
    assert client.post("/confirm/nothing").status_code == 404


def test_looking_at_a_confirmation_confirms_nothing(house: House, client: TestClient) -> None:
    made = house.subscribe(target="reader@elsewhere.example")
    room = house.tracker.mailroom
    assert client.get(f"/confirm/{made.token}").status_code == 200
    assert state(room, made.id) is State.PENDING
    assert client.post(f"/confirm/{made.token}").status_code == 200
    assert state(room, made.id) is State.ACTIVE


def test_an_ended_subscription_cannot_be_confirmed_again(house: House) -> None:
    made = house.subscribe(target="reader@elsewhere.example")
    subscribing = house.tracker.mailroom.subscribing
    subscribing.end(made.token)
    with pytest.raises(SubscriptionError, match="ended"):
        subscribing.confirm(made.token)


def test_erasing_leaves_no_trace_and_a_whole_chain(house: House) -> None:
    made = house.subscribe(target=ADDRESS, consent="form", cadence="daily", note="for Unmistakable")
    house.load(*new_rule("2026/1", "2026-10-01T00:00:00+00:00", starts="2026-12-01"))
    house.at("2026-10-02T07:00")
    before = house.tracker.verify()
    assert ADDRESS.encode() in bytes_of(house)

    house.tracker.mailroom.subscribing.remove(made.id, erase=True)

    for word in (ADDRESS, "nmistakable"):
        assert word.encode() not in bytes_of(house)
        assert word not in "".join(line.decode() for line in house.tracker.export())
    assert house.tracker.verify() == before
    assert house.tracker.mailroom.readership.parcels() == ()


def bytes_of(house: House) -> bytes:
    return b"".join(path.read_bytes() for path in house.folder.glob("tracker.db*"))


def test_no_address_ever_enters_the_log(house: House) -> None:
    house.subscribe(target=ADDRESS, consent="form", cadence="daily")
    house.load(*new_rule("2026/1", "2026-10-01T00:00:00+00:00", starts="2026-12-01"))
    house.at("2026-10-02T07:00")
    log = b"".join(house.tracker.export())
    assert b"house.example" not in log
    assert house.tracker.mailroom.readership.subscriptions()[0].id.encode() not in log


KILLED = """
import sys
from datetime import UTC, datetime
from tracker.facade import Tracker
from tracker.config import Mail, Settings

mail = Mail(host="127.0.0.1", port=int(sys.argv[2]), security="none",
            sender="Tracker <tracker@house.example>", timeout_seconds=5)
now = datetime.fromisoformat(sys.argv[3])
with Tracker(Settings(database=sys.argv[1], mail=mail), clock=lambda: now) as tracker:
    from tracker.delivery import smtp
    from tracker.rendering import letters, mail as composing
    tracker.mailroom.field
    print("ready", flush=True)
    tracker.mailroom.deliver()
"""


def test_a_worker_that_is_killed_at_any_moment_leaves_each_reader_each_run_once(
    house: House,
) -> None:
    """The kernel kills it; what it had in hand is sent again under the same Message-ID."""
    import random
    import time

    from tests.integration.postoffice import PostOffice

    draw, readers, kills = random.Random(20261122), 25, 20
    for number in range(readers):
        house.subscribe(target=f"r{number}@house.example", consent="form", cadence="daily")
    house.load(*new_rule("2026/1", "2026-10-01T00:00:00+00:00", starts="2026-12-01"))
    office = PostOffice()
    now = "2026-10-02T07:00:00+00:00"
    command = [sys.executable, "-c", KILLED, f"sqlite:///{house.folder / 'tracker.db'}"]
    try:
        for _ in range(kills):
            worker = subprocess.Popen([*command, str(office.port), now], stdout=subprocess.PIPE)
            assert worker.stdout is not None
            worker.stdout.readline()
            time.sleep(draw.uniform(0, 0.25))
            worker.send_signal(signal.SIGKILL)
            worker.wait()
            worker.stdout.close()
        subprocess.run([*command, str(office.port), now], check=True, capture_output=True)
    finally:
        office.close()
    assert len(office.ids()) == readers
    assert set(office.readers()) == {f"r{number}@house.example" for number in range(readers)}
    twice = sum(count - 1 for count in office.ids().values())
    assert twice <= kills
    assert all(
        len(house.runs(one)) == 1 for one in house.tracker.mailroom.readership.subscriptions()
    )
