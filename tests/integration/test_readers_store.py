"""Are readers kept alike on each engine, and is a run made once whoever makes it?"""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.integration.house import House, Turned, instant, new_rule
from tracker.application.subscriptions.readership import ParcelState
from tracker.config import Settings
from tracker.digests.filters import filter_words
from tracker.digests.subscription import Subscription
from tracker.facade import Tracker
from tracker.store.restoring import restore

START = instant("2026-10-01T00:00")


@pytest.fixture
def house(database: str, tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path, Turned(START), url=database)
    yield made
    made.close()


def test_a_subscription_comes_back_as_it_was_kept(house: House) -> None:
    made = house.subscribe(
        target="https://h.example/hook", cadence="monthly", hour=23, zone="Asia/Shanghai",
        language="zh", note="“备注”\n", wanted={"not": {"element": "dysprosium"}},
        paused_until=START.date(),
    )  # fmt: skip
    (kept,) = house.tracker.mailroom.readership.subscriptions()
    assert kept == made
    assert filter_words(kept.wanted) == "not (element dysprosium)"


def test_a_digest_is_made_once_and_delivered_once(house: House) -> None:
    reader = house.subscribe(cadence="daily")
    house.load(*new_rule("2026/1", "2026-10-01T00:00:00+00:00", starts="2026-12-01"))
    assert house.at("2026-10-02T07:00") == 1
    assert house.at("2026-10-02T07:00") == 0
    assert len(house.runs(reader)) == 1


def test_two_schedulers_make_one_run(house: House, database: str) -> None:
    for number in range(5):
        house.subscribe(target=f"folder:{house.folder / str(number)}", cadence="daily")
    house.load(*new_rule("2026/1", "2026-10-01T00:00:00+00:00", starts="2026-12-01"))
    now = instant("2026-10-02T07:00")
    barrier, made = threading.Barrier(2), list[int]()

    def schedule() -> None:
        with Tracker(Settings(database=database), clock=lambda: now) as tracker:
            tracker.library.whole()
            barrier.wait()
            made.append(tracker.mailroom.rounds.make())

    threads = [threading.Thread(target=schedule) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(made) == 5
    parcels = house.tracker.mailroom.readership.parcels()
    assert len(parcels) == len({parcel.id for parcel in parcels}) == 5


def test_a_parcel_is_claimed_by_one_worker(house: House) -> None:
    house.subscribe(cadence="daily")
    house.load(*new_rule("2026/1", "2026-10-01T00:00:00+00:00", starts="2026-12-01"))
    house.clock.now = instant("2026-10-02T07:00")
    house.tracker.mailroom.rounds.make()
    readership = house.tracker.mailroom.readership
    assert len(readership.claim(now=house.clock.now, most=10)) == 1
    assert readership.claim(now=house.clock.now, most=10) == ()
    assert readership.release(now=house.clock.now) == 1
    assert len(readership.claim(now=house.clock.now, most=10)) == 1


def test_a_run_that_fails_half_way_leaves_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = house.subscribe(cadence="daily")
    house.load(*new_rule("2026/1", "2026-10-01T00:00:00+00:00", starts="2026-12-01"))

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("tracker.store.readers._move_on", fail)
        with pytest.raises(KeyboardInterrupt):
            house.at("2026-10-02T07:00")
    assert house.runs(reader) == ()
    assert house.tracker.mailroom.readership.parcels() == ()
    assert house.at("2026-10-02T07:00") == 1


def test_a_change_of_wish_does_not_move_where_a_reader_stands(house: House) -> None:
    reader = house.subscribe(cadence="daily")
    house.at("2026-10-02T07:00")
    readership = house.tracker.mailroom.readership
    readership.change(replace(reader, note="new"))
    (kept,) = readership.subscriptions()
    assert kept.note == "new"
    assert kept.reached is not None
    assert kept.reached.instant == instant("2026-10-02T07:00")


def test_erasing_leaves_no_row(house: House) -> None:
    reader = house.subscribe(cadence="daily")
    other = house.subscribe(cadence="daily")
    house.load(*new_rule("2026/1", "2026-10-01T00:00:00+00:00", starts="2026-12-01"))
    house.at("2026-10-02T07:00")
    house.tracker.mailroom.subscribing.remove(reader.id, erase=True)
    readership = house.tracker.mailroom.readership
    assert [one.id for one in readership.subscriptions()] == [other.id]
    assert {parcel.subscription for parcel in readership.parcels()} == {other.id}
    assert readership.runs(reader.id) == ()
    house.tracker.mailroom.subscribing.remove(reader.id, erase=True)  # again, harmlessly


def test_a_backup_brings_readers_back(house: House, another_database: str, tmp_path: Path) -> None:
    made = house.subscribe(cadence="daily")
    house.load(*new_rule("2026/1", "2026-10-01T00:00:00+00:00", starts="2026-12-01"))
    house.at("2026-10-02T07:00")
    file = tmp_path / "backup.db"
    house.tracker.backup(file)
    restore(another_database, file)
    with Tracker(Settings(database=another_database), clock=house.clock) as other:
        (kept,) = other.mailroom.readership.subscriptions()
        assert kept.id == made.id
        (parcel,) = other.mailroom.readership.parcels()
        assert parcel.state is ParcelState.SENT
        assert other.mailroom.deliver().sent == 0


def test_what_arrived_is_dropped_in_time_but_not_whom_to_correct(house: House) -> None:
    reader = house.subscribe(cadence="daily")
    house.load(*new_rule("2026/1", "2026-10-01T00:00:00+00:00", starts="2027-12-01"))
    assert house.at("2026-10-02T07:00") == 1
    (run,) = house.runs(reader)
    readership = house.tracker.mailroom.readership
    assert readership.letter(run.letter or "") is not None
    for parcel in readership.parcels():
        readership.prune(before=parcel.made_at)
    assert len(readership.parcels()) == 1
    readership.prune(before=instant("2026-12-31T00:00"))
    assert readership.parcels() == ()
    assert readership.letter(run.letter or "") is None
    assert readership.told(["e-2026/1", "other"]) == {reader.id: {"e-2026/1"}}


def test_a_year_of_a_reader_is_a_run_a_day(
    house: House, subscribed: Callable[[str], Subscription]
) -> None:
    """Sampled: a week about each change of the clocks, so that it stays quick."""
    reader = subscribed("America/New_York")
    house.clock.now = instant("2026-10-28T12:00")
    days = 8
    for _ in range(days * 24 * 2):
        house.tracker.mailroom.rounds.make()
        house.clock.now += timedelta(minutes=30)
    periods = [run.period for run in house.runs(reader)]
    assert len(periods) == len(set(periods))
    assert "daily-2026-11-01" in periods


@pytest.fixture
def subscribed(house: House) -> Callable[[str], Subscription]:
    return lambda zone: house.subscribe(cadence="daily", hour=1, zone=zone)
