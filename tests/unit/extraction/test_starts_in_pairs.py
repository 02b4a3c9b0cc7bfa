"""Has each part of an act the start that one sentence tells of it and of the rest?"""

import pytest

from tests.unit.extraction.test_extract import read

ANNOUNCEMENT = """MOFCOM Announcement No. 981 of 2026

I. Announcement No. 911 of 2021 is repealed.

II. Announcement No. 922 of 2022 is repealed.

III. {}

Ministry of Commerce
May 12, 2026
"""
REGULATION = """COMMISSION IMPLEMENTING REGULATION (EU) 2026/9477
of 12 May 2026
on certain measures

THE EUROPEAN COMMISSION,

HAS ADOPTED THIS REGULATION:

Article 1
Regulation (EU) 2021/9011 is repealed.

Article 2
Regulation (EU) 2022/9022 is repealed.

Article 3
{}
This Regulation shall be binding in its entirety and directly applicable in all Member States.

Done at Brussels, 12 May 2026.
"""
FORMS = (
    "{W} shall enter into force on {D1}. However, {P} shall apply from {D2}.",
    "{W} enters into force on {D1}, except for {P}, which enters into force on {D2}.",
    "Except for {P}, which shall apply from {D2}, {W} shall apply from {D1}.",
    "Except for {P}, for which the effective date is {D2}, {W} becomes effective on {D1}.",
    "With the exception of {P}, {W} comes into force on {D1}. {P} comes into force on {D2}.",
    "{P} shall apply from {D2}; the rest of {W} shall apply from {D1}.",
    "{W} takes effect on {D1}, with the exception of {P}, the effective date of which is {D2}.",
    "Effective dates: {D1}, for all of {W} other than {P}; {D2}, for {P}.",
    "The date of entry into force of {W} is {D1}. By way of exception, the date of application of "
    "{P} shall be {D2}.",
    "The effective date of {W} is {D1}; that of {P} is {D2}.",
    "All provisions of {W} other than {P} come into force on {D1}. {P} comes into force on {D2}.",
    "On {D1} {W} enters into force, {P} however only on {D2}.",
    "The day on which {W} comes into force is {D1}. The day on which {P} comes into force is {D2}.",
    "{W} is effective {D1}. The effective date for {P} is {D2}.",
    "{W} shall enter into force on {D1}, but {P} not until {D2}.",
    "{W} takes effect on {D1} ({P}: {D2}).",
    "{P} becomes effective on {D2}, while {W} as a whole becomes effective on {D1}.",
    "In respect of {P}, {W} comes into force on {D2}; for the rest, it comes into force on {D1}.",
    "{W} comes into force on {D1} except in so far as it concerns {P}, which comes into force on "
    "{D2}.",
    "{W} (other than {P}) comes into force on {D1}, and {P} comes into force on {D2}.",
    "The provisions other than {P} are effective {D1}; {P} is effective {D2}.",
    "The effective date is {D1}, except that {P} will be effective on {D2}.",
    "{W} is effective {D1}, except for {P}, which is delayed until {D2}.",
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", ["announcement", "regulation"])
def test_each_part_has_the_day_that_is_told_of_it(form, kind):
    if kind == "announcement":
        words = {"W": "this Announcement", "P": "Section II", "D1": "June 1, 2026"}
        frame, last = ANNOUNCEMENT, "March 1, 2027"
        acts = ("cn/mofcom/2021/911", "cn/mofcom/2022/922")
    else:
        words = {"W": "this Regulation", "P": "Article 2", "D1": "1 June 2026"}
        frame, last = REGULATION, "1 March 2027"
        acts = ("eu/reg/2021/9011", "eu/reg/2022/9022")
    told = form.format(**words, D2=last)
    found = read(frame.format(told[0].upper() + told[1:])).effects
    begun = [(one.kind, *one.affected, str(one.from_)) for one in found]
    assert begun == [("repeal", acts[0], "2026-06-01"), ("repeal", acts[1], "2027-03-01")]


def test_a_part_that_is_put_off_behind_the_start_of_its_own_act_moves_no_other():
    told = "This Regulation is effective on 1 June 2026. Article 2 is delayed until 1 March 2027."
    found = read(REGULATION.format(told)).effects
    assert [one.kind for one in found] == ["repeal", "repeal"]


def test_a_start_with_other_words_around_it_is_read_by_those_words():
    told = (
        "This Regulation shall apply from 1 June 2026. Exporters that hold a licence may, as "
        "regards Article 2, continue to use it until 1 March 2027."
    )
    found = read(REGULATION.format(told)).effects
    assert [str(one.from_) for one in found] == ["2026-06-01", "2026-06-01"]


PUT_OFF = (
    "In Article 12 of Implementing Regulation (EU) 2025/9299, the second paragraph is replaced by "
    "the following:\n“It shall apply from 1 January 2027. However, Articles 6 and 8 shall apply "
    "from 1 July 2027.”",
    "Article 12 of Implementing Regulation (EU) 2025/9299 is replaced by the following:\n“Article "
    "12\nThis Regulation shall apply from 1 January 2027, with the exception of Articles 6 and 8, "
    "which shall apply from 1 July 2027.”",
)


@pytest.mark.parametrize("told", PUT_OFF)
def test_new_words_may_put_off_the_whole_and_further_on_some_articles(told):
    text = REGULATION.replace("Regulation (EU) 2021/9011 is repealed.", told)
    found = read(text.format("This Regulation shall enter into force on 10 June 2026.")).effects
    moved = {one.affected[0]: str(one.from_) for one in found if one.kind == "postpone"}
    assert moved == {
        "eu/reg/2025/9299#whole": "2027-01-01",
        "eu/reg/2025/9299#art-6": "2027-07-01",
        "eu/reg/2025/9299#art-8": "2027-07-01",
    }


NOTICE = """商务部公告2026年第981号
关于有关事项的公告

{}

商务部
2026年9月4日
"""
OPENED_BY = "经国务院批准，自2026年12月1日起，{}纳入出口管制。现将有关要求公告如下。\n"
TWO_POINTS = "一、出口金属锂，应当申领许可证。\n二、出口金属铍，应当申领许可证。\n"
BY_NOTICE = (
    (
        TWO_POINTS + "上述两条分别自2026年12月1日和2027年1月1日起施行。",
        ["2026-12-01", "2027-01-01"],
    ),
    (TWO_POINTS + "三、本公告公布之日即开始实施。", ["2026-09-04", "2026-09-04"]),
    (OPENED_BY.format("锂、铍") + TWO_POINTS, ["2026-12-01", "2026-12-01"]),
    (OPENED_BY.format("附件列明的物项") + TWO_POINTS, ["2026-12-01", "2026-12-01"]),
)


@pytest.mark.parametrize(("said", "days"), BY_NOTICE)
def test_points_start_in_turn_at_once_or_as_the_decision_before_them_says(said, days):
    assert [str(one.from_) for one in read(NOTICE.format(said)).measures] == days


def test_changes_start_on_the_day_told_beside_their_announcement():
    said = (
        "商务部就商务部公告2025年第931号列入名单的9家实体作出以下调整，调整自2026年12月1日起实施：\n"
        "（一）甲电子公司、乙航空公司不再列入管控名单，商务部公告2025年第931号规定的措施对两家实体停止执行。"
    )
    (effect,) = read(NOTICE.format(said)).effects
    assert (effect.kind, str(effect.from_)) == ("repeal", "2026-12-01")
    assert effect.parties == ("甲电子公司", "乙航空公司")
