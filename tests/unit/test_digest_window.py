"""Which stretch of time does a digest cover?"""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from tracker.digests.window import between, period
from tracker.errors import UsageError

SHANGHAI = "Asia/Shanghai"


def test_a_week_ends_with_the_named_day_and_knows_what_was_announced_on_it() -> None:
    week = period("weekly", ending=date(2025, 11, 9))

    assert (week.since, week.until) == (date(2025, 11, 3), date(2025, 11, 10))
    assert week.announced_by == date(2025, 11, 9)


@pytest.mark.parametrize(
    ("ending", "first"),
    [
        (date(2025, 11, 30), date(2025, 11, 1)),
        (date(2025, 11, 15), date(2025, 10, 16)),
        (date(2025, 3, 30), date(2025, 3, 1)),
        (date(2024, 2, 29), date(2024, 2, 1)),
    ],
)
def test_a_month_runs_up_to_its_last_day(ending: date, first: date) -> None:
    assert period("monthly", ending=ending).since == first


def test_consecutive_days_leave_no_gap_in_a_zone() -> None:
    days = [period("daily", ending=date(2025, 3, day)) for day in (29, 30, 31)]

    for earlier, later in pairwise(days):
        assert earlier.closes("Europe/Brussels") == later.opens("Europe/Brussels")


def test_a_window_of_instants_holds_the_legal_days_that_begin_in_it() -> None:
    window = between(
        datetime(2026, 11, 10, 16, tzinfo=UTC), until=datetime(2026, 11, 10, 17, tzinfo=UTC)
    )

    assert window.first_day(SHANGHAI) == window.last_day(SHANGHAI) == date(2026, 11, 11)
    assert window.first_day("UTC") > window.last_day("UTC")


def test_knowledge_of_a_window_of_instants_ends_just_before_its_end() -> None:
    until = datetime(2025, 11, 7, 1, tzinfo=UTC)
    window = between(date(2025, 11, 6), until=until)

    assert window.announced_by == datetime(2025, 11, 7, 0, 59, 59, 999_999, tzinfo=UTC)


def test_an_empty_window_is_refused() -> None:
    with pytest.raises(UsageError, match="empty"):
        between(date(2025, 11, 6), until=date(2025, 11, 6))


def test_an_unknown_period_is_refused() -> None:
    with pytest.raises(UsageError, match="daily, weekly, monthly"):
        period("yearly", ending=date(2025, 11, 6))
