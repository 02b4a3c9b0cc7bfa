"""Which days does the timeline show, and where on its axis do they stand?"""

from datetime import date

import pytest

from tracker.application.charts.chart import Wanted
from tracker.application.charts.window import days_shown, shifted
from tracker.errors import UsageError
from tracker.rendering.loading import Templates
from tracker.rendering.pages.bars.scale import Scale, percent
from tracker.rendering.words import Words

ON = date(2026, 2, 28)


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(Templates().words(), "en")


def test_a_zoom_stands_around_the_asked_day() -> None:
    assert days_shown(Wanted(zoom="1y"), on=ON, turns=()) == (date(2025, 8, 28), date(2026, 8, 28))
    assert days_shown(Wanted(zoom="2y"), on=ON, turns=()) == (date(2025, 2, 28), date(2027, 2, 28))


def test_the_end_of_a_longer_month_is_kept_in_a_shorter_one() -> None:
    first, last = days_shown(Wanted(zoom="1y"), on=date(2026, 8, 31), turns=())
    assert (first, last) == (date(2026, 2, 28), date(2027, 2, 28))


def test_all_days_reach_from_the_first_turn_behind_the_last() -> None:
    turns = (date(2001, 12, 12).toordinal(), date(2030, 1, 1).toordinal())
    first, last = days_shown(Wanted(zoom="all"), on=ON, turns=turns)
    assert first < date(2001, 12, 12)
    assert last > date(2030, 1, 1)


@pytest.mark.parametrize("on", [date.min, date.max])
def test_the_edges_of_the_calendar_are_no_fault(on: date) -> None:
    first, last = days_shown(Wanted(zoom="3y"), on=on, turns=())
    assert first < last
    assert shifted(first, last, back=True)[0] <= first


def test_days_of_ones_own_go_before_the_zoom() -> None:
    wanted = Wanted(first=date(2020, 1, 1), last=date(2020, 6, 1))
    assert days_shown(wanted, on=ON, turns=()) == (date(2020, 1, 1), date(2020, 6, 1))


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(zoom="5y"),
        Wanted(first=date(2026, 1, 2), last=date(2026, 1, 2)),
        Wanted(first=date(1, 1, 1), last=date(2026, 1, 2)),
    ],
)
def test_what_cannot_be_shown_is_refused_in_words(wanted: Wanted) -> None:
    with pytest.raises(UsageError):
        days_shown(wanted, on=ON, turns=())


def test_days_stand_in_their_order_and_inside() -> None:
    scale = Scale(date(2025, 1, 1), date(2025, 12, 31))
    assert scale.place(date(2024, 1, 1).toordinal()) == 0
    assert scale.place(date(2026, 1, 1).toordinal()) == 100
    assert 49 < scale.place(date(2025, 7, 2).toordinal()) < 51
    assert percent(12.5) == "12.5%"
    assert percent(0.0) == "0%"


@pytest.mark.parametrize("years", [0.5, 1, 2, 3, 8, 15, 40, 390])
def test_the_axis_has_few_lines_and_always_names_some(words: Words, years: float) -> None:
    first = date(1700, 3, 5)
    scale = Scale(first, date.fromordinal(first.toordinal() + round(years * 365.25)))
    ticks = scale.ticks(words)
    assert 2 <= len(ticks) <= 40
    assert any(tick.text for tick in ticks)
    places = [float(tick.x.rstrip("%")) for tick in ticks]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)


def test_a_year_begins_with_its_number_and_the_first_month_tells_its_year(words: Words) -> None:
    ticks = Scale(date(2025, 5, 20), date(2028, 5, 20)).ticks(words)
    named = [tick.text for tick in ticks if tick.text]
    assert named[:3] == ["Jul 2025", "2026", "Jul"]
    assert [tick.text for tick in ticks if tick.strong] == ["2026", "2027", "2028"]
