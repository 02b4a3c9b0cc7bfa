"""Can other programs read changes and coming turns, and follow them when they change?"""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser
import icalendar
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.integration.house import SMALL, House, Turned, act, effect, instant, new_rule
from tracker.web.outlets import outlet_routes

EVERYTHING: dict[str, Any] = {"all": []}


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path, Turned(instant("2026-10-01T00:00")))
    yield made
    made.close()


def feed(house: House, form: str, tree: Any = None, **more: Any) -> bytes:
    return house.tracker.mailroom.feed(form, tree or EVERYTHING, **more)


def events(house: House, tree: Any = None) -> list[Any]:
    return icalendar.Calendar.from_ical(feed(house, "ics", tree)).walk("VEVENT")


def test_an_atom_feed_reads_back(house: House) -> None:
    house.load(*new_rule("2026/1", "2026-09-20T01:00:00+00:00", starts="2026-09-25"))
    read = feedparser.parse(feed(house, "atom"))
    assert not read.bozo
    assert read.feed.id.startswith("urn:inforce:")
    assert [entry.updated for entry in read.entries] == [
        "2026-09-25T00:00:00Z",
        "2026-09-20T00:00:00Z",
    ]
    assert "No. 2026/1" in read.entries[0].title
    assert len({entry.id for entry in read.entries}) == 2
    again = feedparser.parse(feed(house, "atom"))
    assert [entry.id for entry in again.entries] == [entry.id for entry in read.entries]


def test_an_atom_feed_holds_only_what_its_filter_wants(house: House) -> None:
    house.load(*new_rule("2026/1", "2026-09-20T01:00:00+00:00", starts="2026-09-25"))
    assert feedparser.parse(feed(house, "atom", {"element": "Ga"})).entries == []
    assert len(feedparser.parse(feed(house, "atom", {"element": "dysprosium"})).entries) == 2


def test_a_hostile_title_stays_text_in_every_feed(house: House) -> None:
    evil = '=cmd|"/c calc"!A1<script>alert(1)</script>]]>\u202e{{7*7}}\r\nDTSTART:19700101'
    first, rule, sets = new_rule("2026/1", "2026-09-20T01:00:00+00:00", starts="2026-12-25")
    house.load({**first, "title": evil, "number": evil}, {**rule, "title": evil}, sets)
    read = feedparser.parse(feed(house, "atom"))
    assert not read.bozo
    assert "<script" not in read.entries[0].content[0].value
    assert "{{7*7}}" in read.entries[0].title
    (event,) = events(house)
    assert str(event["DTSTART"].dt) == "2026-12-25"
    rows = list(csv.DictReader(io.StringIO(feed(house, "csv").decode("utf-8-sig"))))
    assert rows[0]["title"].startswith("'=cmd")
    json.loads(feed(house, "jsonld"))


def test_a_turn_keeps_its_name_when_its_day_moves_and_when_it_is_called_off(house: House) -> None:
    house.load(*new_rule("2026/1", "2026-09-20T01:00:00+00:00", starts="2026-12-25"))
    (first,) = events(house)
    assert (str(first["DTSTART"].dt), first["SEQUENCE"]) == ("2026-12-25", 0)

    house.clock.now = instant("2026-10-02T00:00")
    house.load(
        act("2026/2", "2026-10-02"),
        effect("e-2", "postpone", "2026/2", "2026/1#1", "2026-10-02", **{"from": "2027-01-15"}),
    )
    house.clock.now = instant("2026-10-02T01:00")
    (moved,) = events(house)
    assert moved["UID"] == first["UID"]
    assert str(moved["DTSTART"].dt) == "2027-01-15"
    assert moved["SEQUENCE"] > first["SEQUENCE"]
    assert moved["STATUS"] == "TENTATIVE"

    house.load(
        {"type": "retract", "effect": "e-2", "reason": "misread"},
        {"type": "retract", "effect": "e-2026/1", "reason": "misread"},
    )
    house.clock.now = instant("2026-10-03T00:00")
    (gone,) = events(house)
    assert gone["UID"] == first["UID"]
    assert gone["STATUS"] == "CANCELLED"
    assert gone["SEQUENCE"] > moved["SEQUENCE"]


def test_a_turn_whose_day_has_come_is_no_appointment_any_more(house: House) -> None:
    house.load(*new_rule("2026/1", "2026-09-20T01:00:00+00:00", starts="2026-10-05"))
    assert len(events(house)) == 1
    house.clock.now = instant("2026-10-06T00:00")
    assert events(house) == []


def test_a_calendar_is_the_same_each_time(house: House) -> None:
    house.load(file=SMALL)
    made = feed(house, "ics")
    assert made == feed(house, "ics")
    days = {str(event["DTSTART"].dt) for event in events(house)}
    assert {"2026-11-11", "2026-11-28"} <= days


def test_a_table_has_the_certainty_beside_the_status(house: House) -> None:
    house.load(file=SMALL)
    house.clock.now = instant("2026-11-21T00:00")
    rows = list(csv.DictReader(io.StringIO(feed(house, "csv").decode("utf-8-sig"))))
    lapsed = [row for row in rows if row["measure"] == "cn/mofcom/2025/61#i-1"]
    assert {(row["status"], row["certainty"]) for row in lapsed} == {("in_force", "unverified")}
    assert lapsed[0]["section"] == "needs_action"


def test_records_are_followed_by_a_cursor_without_loss_or_repetition(house: House) -> None:
    house.load(*new_rule("2026/1", "2026-09-20", starts="2026-12-25"))
    first = [json.loads(line) for line in feed(house, "jsonl").splitlines()]
    house.load(*new_rule("2026/2", "2026-09-21", starts="2026-12-25", elements=["Ga"]))
    cursor = first[-1]["cursor"]
    rest = [json.loads(line) for line in feed(house, "jsonl", after=cursor).splitlines()]
    assert [line["type"] for line in first] == ["instrument", "measure", "effect", "end"]
    assert [line["record"]["id"] for line in rest[:-1]] == [
        "cn/mofcom/2026/2",
        "cn/mofcom/2026/2#1",
        "e-2026/2",
    ]
    only = feed(house, "jsonl", {"element": "Ga"}).splitlines()
    assert len(only) == 4
    assert json.loads(only[-1])["cursor"] == house.tracker.log.head().position


def test_acts_are_told_in_the_words_of_legislation(house: House) -> None:
    house.load(file=SMALL)
    house.clock.now = instant("2025-12-01T00:00")
    acts = {one["@id"]: one for one in json.loads(feed(house, "jsonld"))["hasPart"]}
    suspending = acts["urn:inforce:cn/mofcom/2025/70"]
    assert {"@id": "urn:inforce:cn/mofcom/2025/61"} in suspending["legislationChanges"]
    assert acts["urn:inforce:cn/mofcom/2025/18"]["legislationLegalForce"].endswith("InForce")
    assert acts["urn:inforce:cn/mofcom/2025/61"]["legislationLegalForce"].endswith("NotInForce")


def test_the_feeds_are_served_under_the_filter_of_the_address(house: House) -> None:
    house.load(*new_rule("2026/1", "2026-09-20T01:00:00+00:00", starts="2026-12-25"))
    app = FastAPI()
    app.include_router(outlet_routes(house.tracker.mailroom.feed))
    with TestClient(app) as client:
        found = client.get("/feeds/turns.ics", params={"element": ["Dy", "Tb"]})
        assert found.headers["content-type"].startswith("text/calendar")
        assert "BEGIN:VEVENT" in found.text
        assert "BEGIN:VEVENT" not in client.get("/feeds/turns.ics?element=Ga").text
        assert "BEGIN:VEVENT" not in client.get("/feeds/turns.ics?not=element%3DDy").text
        assert client.get("/feeds/other.ics").status_code == 404
        assert client.get("/feeds/turns.ics?colour=red").status_code == 400
        assert client.get("/feeds/changes.atom?kind=nothing").status_code == 400
