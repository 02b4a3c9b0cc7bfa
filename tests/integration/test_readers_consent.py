"""Is an address asked, asked again, and forgotten if it never answers? Can a wish be changed?"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.integration.house import House, Turned, instant, new_rule
from tests.integration.postoffice import PostOffice
from tracker.application.subscriptions.subscribing import Amendment
from tracker.config import Mail
from tracker.digests.filters import filter_words
from tracker.digests.subscription import State
from tracker.errors import SubscriptionError, UsageError

ADDRESS = "unmistakable.reader@elsewhere.example"
EVERYTHING = {"all": list[object]()}


@pytest.fixture
def office() -> Iterator[PostOffice]:
    made = PostOffice()
    yield made
    made.close()


@pytest.fixture
def house(office: PostOffice, tmp_path: Path) -> Iterator[House]:
    mail = Mail(
        host="127.0.0.1",
        port=office.port,
        security="none",
        sender="Tracker <tracker@house.example>",
        base_url="https://tracker.house.example",
        confirm_days=10,
    )
    made = House(tmp_path, Turned(instant("2026-10-01T09:00")), mail=mail)
    yield made
    made.close()


def test_an_address_that_never_answers_is_erased_in_time(house: House, office: PostOffice) -> None:
    made = house.subscribe(target=ADDRESS)
    assert house.at("2026-10-01T09:00") == 1
    ((_, question),) = office.handler.mails
    assert "11 October 2026" in question.get_content()
    house.at("2026-10-11T08:59")
    assert house.tracker.mailroom.subscribing.get(made.id).state is State.PENDING
    house.at("2026-10-11T09:00")
    readership = house.tracker.mailroom.readership
    assert readership.subscriptions() == ()
    assert readership.parcels() == ()
    house.close()
    for file in house.folder.glob("tracker.db*"):
        assert ADDRESS.encode() not in file.read_bytes()
    house.tracker = house.opened()
    house.tracker.verify()


def test_an_answer_that_comes_too_late_counts_no_more(house: House) -> None:
    made = house.subscribe(target=ADDRESS)
    house.clock.now = instant("2026-10-11T09:00")
    with pytest.raises(SubscriptionError, match="too late"):
        house.tracker.mailroom.subscribing.confirm(made.token)
    assert house.tracker.mailroom.doors()["known"](made.token) is None


def test_who_answered_in_time_is_never_forgotten(house: House) -> None:
    made = house.subscribe(target=ADDRESS)
    house.at("2026-10-09T09:00")
    house.tracker.mailroom.subscribing.confirm(made.token)
    house.at("2027-10-01T09:00")
    assert house.tracker.mailroom.subscribing.get(made.id).state is State.ACTIVE


def test_an_address_is_asked_again_three_times_at_most(house: House, office: PostOffice) -> None:
    made = house.subscribe(target=ADDRESS)
    subscribing = house.tracker.mailroom.subscribing
    with pytest.raises(SubscriptionError, match="on its way"):
        subscribing.ask_again(made.id)
    for day in (1, 5, 9):
        house.at(f"2026-10-0{day}T10:00")
        if day < 9:
            subscribing.ask_again(made.id)
    with pytest.raises(SubscriptionError, match="asked 3 times"):
        subscribing.ask_again(made.id)
    assert office.readers() == {ADDRESS: 3}
    assert len(office.ids()) == 3
    house.at("2026-10-15T09:00")  # the ten days run from the last question
    assert subscribing.confirm(made.token).state is State.ACTIVE
    with pytest.raises(SubscriptionError, match="is active"):
        subscribing.ask_again(made.id)


def test_who_is_suppressed_is_not_asked_again(house: House) -> None:
    made = house.subscribe(target=ADDRESS)
    house.at("2026-10-01T10:00")
    house.tracker.mailroom.subscribing.suppress(ADDRESS, reason="asked to be left alone")
    with pytest.raises(SubscriptionError, match="is ended"):
        house.tracker.mailroom.subscribing.ask_again(made.id)


def test_a_wish_is_changed_and_what_is_not_named_stays(house: House) -> None:
    made = house.subscribe(cadence="weekly", note="old", wanted={"element": "Dy"})
    subscribing = house.tracker.mailroom.subscribing
    changed = subscribing.change(
        made.id, Amendment(cadence="daily", hour=9, zone="Europe/Berlin", language="zh")
    )
    assert (changed.cadence, changed.hour, changed.zone) == ("daily", 9, "Europe/Berlin")
    assert (changed.language, changed.note) == ("zh", "old")
    assert filter_words(changed.wanted) == "element dy"
    other = Amendment(wanted={"hs": "8505"}, note="", paused_until=date(2026, 11, 1))
    subscribing.change(made.id, other)
    kept = subscribing.get(made.id)
    assert filter_words(kept.wanted) == "hs 8505"
    assert (kept.note, kept.paused_until) == (None, date(2026, 11, 1))
    assert filter_words(subscribing.change(made.id, Amendment(wanted=EVERYTHING)).wanted) == (
        "everything"
    )
    assert (kept.token, kept.consent, kept.started) == (made.token, made.consent, made.started)


@pytest.mark.parametrize(
    "wrong",
    [
        Amendment(zone="Nowhere"),
        Amendment(hour=24),
        Amendment(language="fr"),
        Amendment(wanted={"colour": "red"}),
    ],
)
def test_a_change_that_makes_no_sense_changes_nothing(house: House, wrong: Amendment) -> None:
    made = house.subscribe()
    with pytest.raises(UsageError):
        house.tracker.mailroom.subscribing.change(made.id, wrong)
    assert house.tracker.mailroom.subscribing.get(made.id) == made


def test_a_reader_who_has_left_is_not_brought_back_by_a_change(house: House) -> None:
    made = house.subscribe()
    subscribing = house.tracker.mailroom.subscribing
    subscribing.end(made.token)
    house.tracker.mailroom.readership.change(made)  # somebody changed it at the same time
    assert subscribing.get(made.id).state is State.ENDED
    with pytest.raises(SubscriptionError, match="ended"):
        subscribing.change(made.id, Amendment(hour=3))


def test_a_changed_hour_or_zone_loses_nothing_and_tells_nothing_twice(house: House) -> None:
    reader = house.subscribe(cadence="daily", hour=7, zone="Asia/Shanghai")
    subscribing = house.tracker.mailroom.subscribing

    def told(key: str, at: str) -> None:
        house.load(*new_rule(key, f"{at}:00+00:00", starts="2026-12-30"))

    told("2026/1", "2026-10-01T12:00")
    assert house.at("2026-10-01T23:00") == 1  # 07:00 of the 2nd in Shanghai
    subscribing.change(reader.id, Amendment(hour=9))
    told("2026/2", "2026-10-02T00:10")
    assert house.at("2026-10-02T01:00") == 1  # 09:00 of the same day
    subscribing.change(reader.id, Amendment(zone="America/New_York"))
    told("2026/3", "2026-10-02T02:00")
    assert house.at("2026-10-02T13:00") == 1  # 09:00 of the same day, once more
    assert house.at("2026-10-02T13:00") == 0
    runs, letters = house.runs(reader), house.letters(reader)
    assert [one.since for one in runs[1:]] == [one.until for one in runs[:-1]]
    assert len({one.period for one in runs}) == 3
    for number, letter in enumerate(letters, start=1):
        news = letter.text.partition("COMING UP")[0]
        assert [key for key in "123" if f"No. 2026/{key}" in news] == [str(number)]
