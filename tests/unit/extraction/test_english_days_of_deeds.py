"""On which days does an English act do to another what it says, wherever it says the day?"""

import pytest

from tests.unit.extraction.test_extract import read

ACT = """MOFCOM Announcement No. 981 of 2027

{}

Ministry of Commerce
October 14, 2027
"""
OTHER = "MOFCOM Announcement No. 944 of 2026"


def told(body: str) -> list[tuple[str, str, str]]:
    """Return what the act does to the other one, and from when until when."""
    effects = read(ACT.format(body.replace("{X}", OTHER)), language="en").effects
    return [(one.kind, str(one.from_), str(one.through)) for one in effects]


@pytest.mark.parametrize(
    ("body", "kind", "first", "last"),
    [
        ("{X} shall be implemented from December 1, 2027 instead of from November 1, 2027.",
         "postpone", "2027-12-01", "None"),
        ("{X}, which was to take effect on November 1, 2027, will not be implemented on that day. "
         "The new date of implementation will be announced separately.",
         "postpone", "None", "None"),
        ("The effective date of {X} is stayed indefinitely.", "postpone", "None", "None"),
        ("The date from which {X} is implemented is moved from November 1, 2027 to May 1, 2028.",
         "postpone", "2028-05-01", "None"),
        ("{X}, in force since December 1, 2026 and amended with effect from March 1, 2027, is "
         "withdrawn with effect from the date of this announcement.",
         "repeal", "2027-10-14", "None"),
        ("{X} is repealed today.", "repeal", "2027-10-14", "None"),
        ("{X} is suspended from November 1, 2027 up to, but not including, May 1, 2028.",
         "suspend", "2027-11-01", "2028-04-30"),
        ("{X} is suspended from November 1, 2027 until the end of April 2028.",
         "suspend", "2027-11-01", "2028-04-30"),
        ("During the first half of 2028, {X} is not implemented.",
         "suspend", "2028-01-01", "2028-06-30"),
        ("The period for which {X} is suspended, currently ending November 10, 2027, is "
         "lengthened to November 10, 2028.", "suspend", "2027-11-11", "2028-11-10"),
        ("The resumption of {X} takes effect on November 1, 2027.",
         "resume", "2027-11-01", "None"),
    ],
)  # fmt: skip
def test_a_day_is_read_wherever_the_sentence_tells_it(body, kind, first, last):
    assert told(body) == [(kind, first, last)]


def test_days_told_respectively_go_with_the_acts_in_their_order():
    body = (
        "MOFCOM Announcements No. 945 and No. 946 of 2026 are suspended from November 1, 2027 and "
        "from December 1, 2027 respectively, in both cases until May 31, 2028."
    )
    assert told(body) == [
        ("suspend", "2027-11-01", "2028-05-31"),
        ("suspend", "2027-12-01", "2028-05-31"),
    ]


@pytest.mark.parametrize(
    "start",
    [
        "On December 1, 2027, this announcement shall take effect.",
        "This announcement does not take effect until December 1, 2027.",
    ],
)
def test_the_start_of_the_act_may_stand_before_or_behind_its_verb(start):
    body = f"Exports of bismuth targets (1C981) require a licence.\n\n{start}"
    (measure,) = read(ACT.format(body), language="en").measures
    assert str(measure.from_) == "2027-12-01"


def test_what_an_exception_begins_is_not_the_start_of_the_whole():
    body = (
        "Exports of bismuth targets (1C981) require a licence. This announcement takes effect on "
        "November 1, 2027, except that the requirement for samples does not apply until "
        "February 1, 2028."
    )
    (measure,) = read(ACT.format(body), language="en").measures
    assert str(measure.from_) == "2027-11-01"


def test_a_table_of_points_tells_their_first_days():
    body = (
        "I. Exports of bismuth alloys (1C981.a) require a licence.\n"
        "II. Exports of bismuth targets (1C981.b) require a licence.\n\n"
        "The points are implemented as follows:\n\n"
        "Point | Date of implementation\nI | November 1, 2027\nII | March 1, 2028"
    )
    measures = read(ACT.format(body), language="en").measures
    assert [str(one.from_) for one in measures] == ["2027-11-01", "2028-03-01"]
