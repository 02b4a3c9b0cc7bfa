"""Is everything told to every reader once, in the window in which it falls?"""

import os
import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.integration.house import (
    SMALL,
    House,
    Turned,
    act,
    effect,
    instant,
    measure,
    new_rule,
)
from tracker.application.subscriptions.readership import Outcome

HOUR = timedelta(hours=1)


ARRIVALS = int(os.environ.get("TRACKER_ARRIVALS", "60"))
"""How many random arrivals are tried with each cadence; 1,000 take a minute."""


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path, Turned(instant("2026-10-01T00:00")))
    yield made
    made.close()


def test_a_lapse_is_told_at_its_instant_though_nothing_was_recorded(house: House) -> None:
    house.load(file=SMALL)
    reader = house.subscribe(cadence="immediate", wanted={"instrument": "cn/mofcom/2025/61"})
    house.at("2026-11-08T23:00")
    position = house.tracker.log.head().position

    sent = house.steps("2026-11-09T00:00", "2026-11-12T00:00", every=HOUR)

    assert sent == [instant("2026-11-10T16:00")]
    assert house.tracker.log.head().position == position
    letter = house.letters(reader)[-1]
    assert "NOT VERIFIED" in letter.text
    assert "10 November 2026" in letter.text


def test_an_alert_holds_only_what_is_new(house: House) -> None:
    house.load(file=SMALL)
    reader = house.subscribe(cadence="immediate")
    house.at("2026-10-02T00:00")
    house.load(*new_rule("2026/1", "2026-10-03T01:00:00+00:00", starts="2026-12-01"))
    assert house.at("2026-10-03T02:00") == 1
    (letter,) = house.letters(reader)
    assert "No. 2026/1" in letter.text
    assert "COMING UP" not in letter.text
    assert "cn/mofcom/2025/70" not in letter.statements
    assert house.at("2026-10-03T03:00") == 0


def test_a_quiet_day_sends_nothing_and_a_quiet_month_one_note(house: House) -> None:
    reader = house.subscribe(cadence="daily", hour=7)
    sent = house.steps("2026-10-01T07:00", "2026-11-30T07:00", every=timedelta(days=1))

    assert [moment.date().isoformat() for moment in sent] == ["2026-11-01"]
    assert len(house.runs(reader)) == 61
    (letter,) = house.letters(reader)
    assert letter.subject.startswith("Still watching")
    assert "WHAT WAS CHECKED" in letter.text


def test_a_monthly_reader_hears_of_a_quiet_month(house: House) -> None:
    house.subscribe(cadence="monthly")
    assert house.at("2026-11-01T07:00") == 1


def test_what_was_announced_in_an_earlier_window_is_told_as_recorded_late(house: House) -> None:
    reader = house.subscribe(cadence="daily", hour=7)
    house.at("2026-10-05T07:00")
    house.clock.now = instant("2026-10-06T00:00")
    house.load(*new_rule("2026/2", "2026-10-02T09:00:00+08:00", starts="2026-12-01"))

    assert house.at("2026-10-06T07:00") == 1
    assert "[Recorded late]" in house.letters(reader)[-1].text
    assert house.at("2026-10-07T07:00") == 0


def test_a_bare_day_of_announcement_is_not_late_on_that_day(house: House) -> None:
    reader = house.subscribe(cadence="daily", hour=7, zone="Asia/Shanghai")
    house.at("2026-10-05T23:00")
    house.clock.now = instant("2026-10-06T02:00")
    house.load(*new_rule("2026/3", "2026-10-06", starts="2026-12-01"))

    assert house.at("2026-10-06T23:00") == 1
    assert "[Recorded late]" not in house.letters(reader)[-1].text


def test_history_is_one_line_and_never_an_alert(house: House) -> None:
    daily = house.subscribe(cadence="daily", hour=7)
    alerted = house.subscribe(cadence="immediate")
    house.at("2026-10-05T07:00")
    house.load(file=SMALL)
    count = len(SMALL.read_text(encoding="utf-8").splitlines())

    assert house.at("2026-10-05T08:00") == 0
    assert house.at("2026-10-06T07:00") == 1
    (letter,) = house.letters(daily)
    assert "history added" in letter.text.casefold()
    assert f"{count} records" in letter.text
    assert "NEWLY ANNOUNCED" not in letter.text
    assert house.letters(alerted) == ()


def test_three_days_down_make_one_catch_up_that_names_its_days(house: House) -> None:
    reader = house.subscribe(cadence="daily", hour=7)
    house.at("2026-10-02T07:00")
    house.clock.now = instant("2026-10-02T12:00")
    house.load(*new_rule("2026/4", "2026-10-02T11:00:00+00:00", starts="2026-12-01"))

    assert house.at("2026-10-05T09:00") == 1
    (letter,) = house.letters(reader)
    assert letter.subject.startswith("Catch-up digest, 3 to 5 October 2026")
    assert "3 October 2026, 4 October 2026, 5 October 2026" in letter.text
    run = house.runs(reader)[-1]
    assert run.since.instant == instant("2026-10-02T07:00")
    assert run.until.instant == instant("2026-10-05T07:00")


def test_what_happens_at_the_due_instant_belongs_to_the_next_window(house: House) -> None:
    reader = house.subscribe(cadence="daily", hour=7)
    house.clock.now = instant("2026-10-02T06:00")
    house.load(*new_rule("2026/5", "2026-10-02T07:00:00+00:00", starts="2026-12-01"))
    assert house.at("2026-10-02T07:00") == 0
    assert house.at("2026-10-03T07:00") == 1
    assert len(house.letters(reader)) == 1


def test_a_paused_reader_gets_it_all_afterwards(house: House) -> None:
    reader = house.subscribe(cadence="daily", hour=7)
    house.at("2026-10-02T07:00")
    subscribing = house.tracker.mailroom.subscribing
    subscribing.pause(reader.id, until=instant("2026-10-10T00:00").date())
    house.load(*new_rule("2026/6", "2026-10-03T11:00:00+00:00", starts="2026-12-01"))
    assert house.at("2026-10-09T07:00") == 0
    assert house.at("2026-10-10T07:00") == 1
    assert "No. 2026/6" in house.letters(reader)[-1].text


def test_two_changes_of_one_measure_in_a_window_are_both_told(house: House) -> None:
    reader = house.subscribe(cadence="weekly")
    house.clock.now = instant("2026-10-06T00:00")
    house.load(
        *new_rule("2026/7", "2026-10-06T00:00:00+00:00", starts="2026-10-07"),
        act("2026/8", "2026-10-09T00:00:00+00:00"),
        effect(
            "e-8", "suspend", "2026/8", "2026/7", "2026-10-09T00:00:00+00:00",
            **{"from": "2026-10-09", "through": "2027-10-08"},
        ),
    )  # fmt: skip
    house.at("2026-10-12T07:00")
    letter = house.letters(reader)[-1]
    assert "Took effect on 7 October 2026" in letter.text
    assert "Suspended since 9 October 2026" in letter.text


def test_a_correction_goes_to_those_who_were_told_once_whatever_they_filter(house: House) -> None:
    told = house.subscribe(cadence="daily", wanted={"element": "Dy"})
    other = house.subscribe(cadence="daily", wanted={"element": "Ga"})
    house.clock.now = instant("2026-10-02T00:00")
    house.load(*new_rule("2026/9", "2026-10-02T00:00:00+00:00", starts="2026-12-01"))
    house.at("2026-10-02T07:00")
    late = house.subscribe(cadence="daily", wanted={"element": "Dy"})
    changed = {"element": "Sc"}
    subscribing = house.tracker.mailroom.subscribing
    from dataclasses import replace

    from tracker.digests.filters import read_filter

    subscribing.readership.change(replace(subscribing.get(told.id), wanted=read_filter(changed)))
    house.clock.now = instant("2026-10-03T00:00")
    house.load(
        effect(
            "e-9b", "impose", "2026/9", "2026/9#1", "2026-10-02T00:00:00+00:00",
            **{"from": "2027-01-01"},
        ),
        {"type": "retract", "effect": "e-2026/9", "reason": "misread", "replaced_by": "e-9b"},
    )  # fmt: skip

    house.at("2026-10-03T07:00")
    house.at("2026-10-04T07:00")

    assert len(house.letters(told)) == 2
    text = house.letters(told)[1].text
    assert "CORRECTIONS" in text
    assert "from 1 December 2026" in text
    assert "from 1 January 2027" in text
    assert "misread" in text
    assert house.letters(other) == ()
    assert not any("CORRECTIONS" in letter.text for letter in house.letters(late))


def test_a_corrected_record_is_told_to_those_who_had_its_old_version(house: House) -> None:
    told = house.subscribe(cadence="daily")
    house.clock.now = instant("2026-10-02T00:00")
    house.load(*new_rule("2026/10", "2026-10-02T00:00:00+00:00", starts="2026-12-01"))
    house.at("2026-10-02T07:00")
    house.load({**measure("2026/10#1", requirement="licence", elements=["Tb"]), "corrects": True})
    house.at("2026-10-03T07:00")
    text = house.letters(told)[1].text
    assert "CORRECTIONS" in text
    assert "Elements" in text


@pytest.mark.parametrize("cadence", ["daily", "immediate"])
def test_of_many_random_arrivals_none_is_lost_and_none_told_twice(
    house: House, cadence: str
) -> None:
    """Half are announced by the hour, half by the day; recorded up to two weeks later."""
    draw = random.Random(20261122)
    reader = house.subscribe(cadence=cadence, hour=7, zone="America/New_York")
    start, arrivals = instant("2026-10-05T00:00"), ARRIVALS
    due: list[tuple[Any, list[dict[str, Any]]]] = []
    for number in range(arrivals):
        announced = start + timedelta(minutes=draw.randrange(20 * 24 * 60))
        recorded = announced + timedelta(minutes=draw.choice([1, 90, draw.randrange(20_000)]))
        text = announced.isoformat() if number % 2 else announced.date().isoformat()
        rule = list(new_rule(f"r/{number}", text, starts="2027-06-01"))
        due.append((recorded, rule))
    due.sort(key=lambda one: one[0])
    tick = start
    while tick < start + timedelta(days=36):
        while due and due[0][0] <= tick:
            house.clock.now = max(due[0][0], house.clock.now)
            house.load(*due.pop(0)[1])
        house.clock.now = tick
        house.tracker.mailroom.deliver()
        tick += timedelta(hours=6, minutes=7)

    assert due == []
    told: dict[str, int] = {}
    for letter in house.letters(reader):
        for record in letter.statements:
            if record.startswith("e-r/"):
                told[record] = told.get(record, 0) + 1
    assert told == {f"e-r/{number}": 1 for number in range(arrivals)}


def test_a_run_is_recorded_for_each_of_366_local_days(
    house: House, each_day: Callable[[str, str], int]
) -> None:
    assert each_day("America/New_York", "2027-03-14") == 366
    assert each_day("Europe/Berlin", "2027-03-28") == 366


@pytest.fixture
def each_day(house: House) -> Callable[[str, str], int]:
    """Runs a year of days at an hour that one of them lacks; returns how many runs there were."""

    def count(zone: str, short_day: str) -> int:
        reader = house.subscribe(cadence="daily", hour=2, zone=zone)
        begin = instant("2026-10-01T12:00") if zone else house.clock.now
        house.clock.now = begin
        subscription = reader
        periods = []
        from dataclasses import replace

        from tracker.digests.cadence import due
        from tracker.digests.subscription import Place

        moment = begin
        subscription = replace(subscription, reached=Place(position=0, instant=begin))
        while len(periods) < 366:
            moment += timedelta(minutes=30)
            found = due(subscription, now=moment)
            if found is not None:
                assert found.missed == 0
                periods.append(found.period)
                subscription = replace(subscription, reached=Place(position=0, instant=found.at))
        assert (moment - begin) < timedelta(days=366, hours=1)
        assert f"daily-{short_day}" in periods
        return len(set(periods))

    return count


def test_quiet_runs_are_recorded_as_quiet(house: House) -> None:
    reader = house.subscribe(cadence="daily")
    house.at("2026-10-02T07:00")
    (run,) = house.runs(reader)
    assert run.outcome is Outcome.QUIET
    assert run.letter is None
