"""Is an English start read whatever its order, its list of parts and its day are made of?"""

from datetime import date

import pytest

from tests.unit.extraction.test_extract import read

_ACT = """MINISTRY OF COMMERCE OF THE PEOPLE'S REPUBLIC OF CHINA
Announcement No. 977 of 2026

In accordance with the Export Control Law, the following is announced:

I. Exporters of the following items shall apply to the Ministry of Commerce for a license:
(1) dysprosium metal;
(2) holmium oxide;
(3) dysprosium-iron alloys.
II. The export of the items above to military users is prohibited.
III. Whoever provides related technology to end users abroad shall obtain a license from the \
Ministry of Commerce.
IV. {told}

Ministry of Commerce
May 12, 2026
"""


def _starts(told: str) -> dict[str, date | None]:
    act = read(_ACT.format(told=told))
    assert act.effects == ()
    return {one.id.partition("#")[2]: one.from_ for one in act.measures}


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("the last day of June 2026", date(2026, 6, 30)),
        ("the first day of the third quarter of 2026", date(2026, 7, 1)),
        ("the start of the second half of 2026", date(2026, 7, 1)),
        ("the first day of 2027", date(2027, 1, 1)),
        ("New Year's Day 2027", date(2027, 1, 1)),
    ],
)
@pytest.mark.parametrize(
    "frame",
    [
        "This Announcement shall take effect on {day}.",
        "This Announcement applies from {day}.",
        "The effective date of this Announcement is {day}.",
    ],
)
def test_an_edge_of_the_calendar_is_a_day(frame: str, told: str, day: date) -> None:
    assert set(_starts(frame.format(day=told)).values()) == {day}


@pytest.mark.parametrize(
    "told",
    [
        "{a} is the date on which this Announcement takes effect, save that Point II does not "
        "take effect until {b}.",
        "Points I and III take effect on {a}, whereas Point II does so only on {b}.",
        "From {a}, Points I and III shall apply. From {b}, Point II shall also apply.",
        "The requirements of Points I and III are to be met from {a}, those of Point II from {b}.",
        "Implementation begins on {a} for Points I and III and on {b} for Point II.",
        "This Announcement takes effect in two stages: Points I and III on {a}; Point II on {b}.",
        "The following dates apply: Points I and III, {a}; Point II, {b}.",
        "The effective date is {a} for Points I and III and {b} for Point II.",
        "The effective date is {a}, other than for Point II, for which it is {b}.",
        "Except for the prohibition in Point II, for which the requirement applies from {b}, "
        "the measures are to be implemented from {a}.",
    ],
)
def test_a_part_with_a_start_of_its_own_in_any_order(told: str) -> None:
    june, september = date(2026, 6, 1), date(2026, 9, 1)
    starts = _starts(told.format(a="June 1, 2026", b="September 1, 2026"))
    assert starts == {"i": june, "ii": september, "iii": june}


@pytest.mark.parametrize(
    "told",
    [
        "This Announcement may take effect on June 1, 2026.",
        "This Announcement should take effect on June 1, 2026.",
        "This Announcement does not take effect on June 1, 2026.",
        "This Announcement shall, if approved, take effect on June 1, 2026.",
        "This Announcement is not expected to take effect on June 1, 2026.",
    ],
)
def test_a_start_that_is_wished_denied_or_conditional_is_none(told: str) -> None:
    assert set(_starts(told).values()) == {None}


def test_nothing_begins_on_the_day_on_which_it_is_only_asked_whether() -> None:
    told = "Whether this Announcement will take effect on July 1, 2026 depends on the talks."
    assert set(_starts(told).values()) == {None}


def test_a_time_that_elapses_counts_from_the_day_before() -> None:
    order = read(
        "Order of the Ministry of Economy, Trade and Industry No. 977 of May 12, 2026\n\n"
        "Article 1 A person who intends to export dysprosium metal must obtain permission.\n"
        "Article 2 The export of holmium oxide to a military end-user is prohibited.\n\n"
        "Supplementary Provisions\nThis Order shall be effective on June 1, 2026, provided that "
        "the provisions of Article 2 shall be effective on the day on which six months have "
        "elapsed from that day.\n"
    )
    starts = {one.id.partition("#")[2]: one.from_ for one in order.measures}
    assert starts == {"art-1": date(2026, 6, 1), "art-2": date(2026, 12, 1)}
