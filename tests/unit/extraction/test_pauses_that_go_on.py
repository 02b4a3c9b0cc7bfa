"""From when, and until when, does a pause go on that was told of before?"""

import pytest

from tests.unit.extraction.test_extract import read

ANNOUNCEMENT = """MOFCOM Announcement No. 981 of 2026

{}

Ministry of Commerce
August 3, 2026
"""
BEFORE = (
    "Announcement No. 928 of 2026 suspended the implementation of Announcement No. 921 of 2025 "
    "until August 9, 2026.",
    "Announcement No. 928 of 2026 suspended Announcement No. 921 of 2025 until August 9, 2026.",
    "The suspension of Announcement No. 921 of 2025 ends on August 9, 2026.",
    "The suspension of Announcement No. 921 of 2025 will expire on August 9, 2026.",
)
THEN = (
    "It is hereby decided to continue the suspension for a further 90 days starting August 10, "
    "2026.",
    "The suspension is extended for a further 90 days.",
    "The Ministry has decided to extend this suspension for another 90 days, that is, until "
    "November 7, 2026.",
)


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("then", THEN)
def test_a_longer_pause_begins_behind_the_old_one_and_ends_nothing(before, then):
    found = read(ANNOUNCEMENT.format(f"{before} {then}")).effects
    told = [(one.kind, *one.affected, str(one.from_), str(one.through)) for one in found]
    assert told == [("suspend", "cn/mofcom/2025/921", "2026-08-10", "2026-11-07")]


def test_a_pause_that_only_goes_on_as_it_was_is_no_news():
    told = (
        "The suspension of Announcement No. 921 of 2025 is lifted from September 1, 2026. The "
        "suspension of Announcement No. 922 of 2025 continues until the day first set."
    )
    found = read(ANNOUNCEMENT.format(told)).effects
    assert [(one.kind, *one.affected) for one in found] == [("resume", "cn/mofcom/2025/921")]


def test_the_day_of_a_part_behind_a_semicolon_is_not_that_of_the_whole():
    told = (
        "Announcement No. 949 of 2026 was to be implemented as of September 1, 2026. It will now "
        "be implemented as of October 15, 2026; Items 3 and 4 will follow on January 1, 2027."
    )
    found = read(ANNOUNCEMENT.format(told)).effects
    assert [(one.kind, str(one.from_)) for one in found] == [("postpone", "2026-10-15")]


def test_a_point_may_end_with_the_number_of_another_one():
    told = (
        "I. Announcement No. 939 of 2025 is repealed from the date specified in Section II.\n\n"
        "II. This Announcement shall take effect from October 1, 2026."
    )
    found = read(ANNOUNCEMENT.format(told)).effects
    assert [(one.kind, str(one.from_)) for one in found] == [("repeal", "2026-10-01")]


def test_a_list_may_be_paused_from_this_day_on():
    told = (
        "From this day until November 10, 2027, implementation of the following announcements is "
        "suspended:\n1. Announcement No. 931 of 2025;\n2. Announcement No. 934 of 2025."
    )
    (effect,) = read(ANNOUNCEMENT.format(told)).effects
    assert (str(effect.from_), str(effect.through)) == ("2026-08-03", "2027-11-10")


def test_with_effect_from_cut_short_ends_no_sentence():
    told = "Announcement No. 921 of 2025 is kept in abeyance w.e.f. 17.08.2026 till 31.12.2026."
    (effect,) = read(ANNOUNCEMENT.format(told)).effects
    assert (str(effect.from_), str(effect.through)) == ("2026-08-17", "2026-12-31")


CHINESE = "商务部公告2026年第977号\n\n{}\n\n商务部\n2026年5月12日\n"


@pytest.mark.parametrize(
    ("told", "start"),
    [
        ("的暂停实施期限，自2026年11月11日起再顺延一年。", "2026-11-11"),
        ("的暂停期间，自2026年11月11日起展期至2027年11月10日。", "2026-11-11"),
        ("的暂停实施期限，顺延至2027年11月10日。", "None"),
        ("的暂停期限顺延至2027年11月10日。", "None"),
    ],
)
def test_a_pause_whose_term_is_moved_is_longer_and_no_later_start(told, start):
    (one,) = read(CHINESE.format(f"商务部公告2026年第921号{told}")).effects
    assert (one.kind, *one.affected) == ("suspend", "cn/mofcom/2026/921")
    assert (str(one.from_), str(one.through)) == (start, "2027-11-10")
