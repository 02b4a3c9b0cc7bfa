"""Which instant does a written date name?"""

from datetime import UTC, datetime

import pytest

from tracker.feeds.moments import date_of, instant_in, zone_of

BEIJING = zone_of("Asia/Shanghai")
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2025-10-09", "2025-10-08T16:00"),
        ("[2025-10-09 09:00]", "2025-10-09T01:00"),
        ("2025-10-09-09:00", "2025-10-09T01:00"),
        ("2025年10月9日", "2025-10-08T16:00"),
        ("发布时间：2025年10月9日 09时30分", "2025-10-09T01:30"),
        ("2025/10/9 9:05", "2025-10-09T01:05"),
        ("2025.1.3", "2025-01-02T16:00"),
        ("令和7年11月7日", "2025-11-06T16:00"),
        ("令和元年5月1日", "2019-04-30T16:00"),
        ("民國114年11月7日", "2025-11-06T16:00"),
        ("7 November 2025", "2025-11-06T16:00"),
        ("12th of May 2024", "2024-05-11T16:00"),
        ("Nov. 7, 2025 at 10:30 pm", "2025-11-07T14:30"),
        ("07/11/2025", "2025-11-06T16:00"),
        ("/art/20251009/x.html", "2025-10-08T16:00"),
        ("2025-10-09T09:00:00Z", "2025-10-09T09:00"),
        ("2025-10-09T09:00:00.123+08:00", "2025-10-09T01:00"),
        ("Thu, 09 Oct 2025 09:00:00 -0500", "2025-10-09T14:00"),
    ],
)
def test_dates_are_read_as_they_are_written(written, instant):
    found = instant_in(written, zone=BEIJING)
    assert found is not None
    assert found.replace(second=0, microsecond=0).isoformat() == f"{instant}:00+00:00"


@pytest.mark.parametrize(
    "written", ["", "3A090 and 4A090", "No. 61 of 2025", "2025-13-40", "ECCN 1C111", "yesterday"]
)
def test_what_names_no_day_is_no_date(written):
    assert instant_in(written, zone=UTC) is None


def test_a_form_of_the_sources_own_is_taken_at_its_word():
    assert instant_in("11/07/25", zone=UTC, form="%m/%d/%y") == datetime(2025, 11, 7, tzinfo=UTC)
    assert instant_in("2025-11-07", zone=UTC, form="%m/%d/%y") is None


def test_the_first_date_that_can_be_true_is_taken_and_the_others_noted():
    instant, notes = date_of(("1513-01-01", "2041-01-01", "2025-11-07"), zone=UTC, now=NOW)
    assert instant == "2025-11-07T00:00:00Z"
    assert [note.split()[2] for note in notes] == ["1513-01-01", "2041-01-01"]


def test_a_day_ahead_may_be_true_and_more_may_not():
    assert date_of(("2026-11-22T09:00:00Z",), zone=UTC, now=NOW)[0] is not None
    assert date_of(("2026-11-22T09:00:01Z",), zone=UTC, now=NOW)[0] is None
