"""Are exactly those put right who were told that something still stood, and only once?"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.house import House, Turned, act, effect, instant, new_rule

THE_ACT = {"instrument": "cn/mofcom/2026/70"}
EARLY = "2026-09-01T00:00:00+00:00"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path, Turned(instant("2026-10-01T00:00")))
    made.load(
        *new_rule("2026/18", EARLY, starts="2026-09-02"),
        *new_rule("2026/61", EARLY, starts="2026-09-02"),
    )
    yield made
    made.close()


def suspend(house: House, at: str) -> None:
    """No. 70 suspends No. 61; No. 18 on the same element still stands."""
    house.clock.now = instant(at)
    house.load(
        act("2026/70", f"{at}:00+00:00"),
        effect(
            "e-70", "suspend", "2026/70", "2026/61#1", f"{at}:00+00:00",
            **{"from": "2026-10-02", "through": "2027-10-02"},
        ),
    )  # fmt: skip


def corrections(house: House, reader: object) -> list[str]:
    texts = (letter.text for letter in house.letters(reader))  # type: ignore[arg-type]
    return [
        text.partition("CORRECTIONS")[2].partition("WHAT WAS")[0]
        for text in texts
        if "CORRECTIONS" in text
    ]


def test_who_was_told_that_a_rule_still_stood_learns_that_its_record_was_wrong(
    house: House,
) -> None:
    told = house.subscribe(cadence="daily", wanted=THE_ACT)
    other = house.subscribe(cadence="daily", wanted={"element": "Ga"})
    suspend(house, "2026-10-01T20:00")
    house.at("2026-10-02T07:00")
    assert "Still stands: No. 2026/18" in house.letters(told)[0].text
    house.clock.now = instant("2026-10-03T12:00")
    house.load({"type": "retract", "effect": "e-2026/18", "reason": "it never was in force"})
    house.at("2026-10-04T07:00")
    house.at("2026-10-05T07:00")
    (text,) = corrections(house, told)
    assert "it never was in force" in text
    assert "cn/mofcom/2026/18#1" in text
    assert corrections(house, other) == []


def test_who_was_told_that_a_rule_still_stood_learns_of_an_older_act_that_had_ended_it(
    house: House,
) -> None:
    told = house.subscribe(cadence="daily", wanted=THE_ACT)
    other = house.subscribe(cadence="daily", wanted={"element": "Ga"})
    suspend(house, "2026-10-01T20:00")
    house.at("2026-10-02T07:00")
    house.clock.now = instant("2026-10-03T12:00")
    late = house.subscribe(cadence="daily", wanted=THE_ACT)
    announced = "2026-09-30T00:00:00+00:00"
    house.load(
        act("2026/69", announced, sources=[{"url": "https://example.org/69"}]),
        effect("e-69", "repeal", "2026/69", "2026/18#1", announced, **{"from": "2026-10-01"}),
    )
    house.at("2026-10-04T07:00")
    house.at("2026-10-05T07:00")
    (text,) = corrections(house, told)
    assert "You were told that these still stood. No. 2026/69" in " ".join(text.split())
    assert "Before: in force" in text
    assert "Now: repealed" in text
    assert "https://example.org/69" in text
    assert corrections(house, other) == corrections(house, late) == []


def test_what_stood_when_it_was_said_and_ended_later_is_no_correction(house: House) -> None:
    told = house.subscribe(cadence="daily", wanted=THE_ACT)
    suspend(house, "2026-10-01T20:00")
    house.at("2026-10-02T07:00")
    house.clock.now = instant("2026-10-04T12:00")
    announced = "2026-10-03T00:00:00+00:00"
    house.load(
        act("2026/69", announced),
        effect("e-69", "repeal", "2026/69", "2026/18#1", announced, **{"from": "2026-10-03"}),
    )
    house.at("2026-10-05T07:00")
    house.at("2026-10-06T07:00")
    assert corrections(house, told) == []
