"""Days that are told beside the point: as the first one, on the next day, in a table."""

from datetime import date

import pytest

from tests.unit.extraction.test_extract import KNOWN
from tracker.extraction.extract import extract

ENGLISH = """MOFCOM Announcement No. 960 of 2027 on Measures

February 19, 2027

It has been decided as follows:

I. {}

II. This announcement takes effect on the day of its publication.

Ministry of Commerce
February 19, 2027
"""
RULE = """DEPARTMENT OF COMMERCE

Bureau of Industry and Security

15 CFR Part 774

RIN 0694-ZZ95

Wire; Delay

AGENCY: Bureau of Industry and Security, Commerce.

ACTION: Final rule.

SUMMARY: BIS acts.

DATES: {}

SUPPLEMENTARY INFORMATION: None.

[FR Doc. 2026-90214 Filed 7-8-26; 8:45 am]
BILLING CODE 3510-33-P
"""
X = "MOFCOM Announcement No. 957 of 2025"


def days(text, language="en"):
    found = extract(text, authority="issuer", language=language, known=KNOWN)
    return [(one.kind, one.from_, one.through) for one in found.effects]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            f"The implementation of {X} resumes; March 1, 2027 is the first day of that.",
            ("resume", date(2027, 3, 1), None),
        ),
        (
            f"The announcement concerned is {X}. Its implementation resumes from March 1, 2027.",
            ("resume", date(2027, 3, 1), None),
        ),
        (
            f"{X} is suspended; March 1, 2027 is the first and May 31, 2027 the last day of that.",
            ("suspend", date(2027, 3, 1), date(2027, 5, 31)),
        ),
        (
            f"{X} is suspended. The first day of the suspension is March 1, 2027; the last day is "
            "May 31, 2027.",
            ("suspend", date(2027, 3, 1), date(2027, 5, 31)),
        ),
        (
            f"The suspension of {X} expires on February 28, 2027, and its implementation resumes "
            "the following day.",
            ("resume", date(2027, 3, 1), None),
        ),
        (
            f"Upon expiry of the suspension of {X} on February 28, 2027, that suspension is "
            "renewed for one year.",
            ("suspend", date(2027, 3, 1), date(2028, 2, 29)),
        ),
    ],
)
def test_the_day_of_an_english_deed(told, expected):
    assert days(ENGLISH.format(told)) == [expected]


@pytest.mark.parametrize(
    "told",
    [
        f"{X} remains suspended until February 28, 2027; from March 1, 2027 it applies again.",
        f"Of the paragraphs of {X} that were suspended, only one resumes from March 1, 2027.",
    ],
)
def test_what_is_not_understood_is_not_passed_over(told):
    found = extract(ENGLISH.format(told), authority="issuer", language="en", known=KNOWN)
    assert found.effects or any("March 1" in one.quote for one in found.unread)


@pytest.mark.parametrize(
    "told",
    [
        "FR Doc. 2026-90177 was scheduled to take effect on July 10, 2026. Its effective date is "
        "now September 8, 2026.",
        "The effective date of FR Doc. 2026-90177 is now September 8, 2026.",
    ],
)
def test_a_rule_begins_later_now(told):
    assert days(RULE.format(told)) == [("postpone", date(2026, 9, 8), None)]


def test_a_proposal_that_was_not_adopted_makes_no_draft_of_an_act():
    told = f"{X} is suspended from March 1, 2027. The proposal to repeal it was not adopted."
    found = extract(ENGLISH.format(told), authority="issuer", language="en", known=KNOWN)
    assert (found.klass, [one.kind for one in found.effects]) == ("act", ["suspend"])


@pytest.mark.parametrize("aside", [", as provided there,", ", as set out therein,", ""])
def test_an_end_of_which_another_act_provides_is_only_told(aside):
    told = f"The licence of FR Doc. 2026-90202 ends{aside} on October 1, 2026."
    assert bool(days(RULE.format(told))) is (aside == "")


ISSUED = date(2026, 4, 23)
CHINESE = """商务部公告2026年第941号
关于采取出口管制措施的公告

一、出口1C961.a铼锭（参考海关商品编号：8112410010）应当向商务部申请许可。
二、违反规定的，依法处罚。
{}。

商务部
2026年4月23日
"""


@pytest.mark.parametrize(
    ("told", "start"),
    [
        ("这一要求于公告公布当日即行生效", ISSUED),
        ("本公告公布之日即为施行之日", ISSUED),
        ("本公告与商务部公告2026年第978号同日施行，即2026年6月1日", date(2026, 6, 1)),
        ("本公告自2026年第三季度首日起施行", date(2026, 7, 1)),
    ],
)
def test_the_start_of_a_chinese_act(told, start):
    found = extract(CHINESE.format(told), authority="issuer", language="zh", known=KNOWN)
    assert {one.from_ for one in found.measures} == {start}


PAUSED = """商务部公告2026年第947号
部分公告暂停施行

　　经国务院批准，对下表所列公告暂停施行，起止时间以表内所载为准。
　　暂停施行的公告	起始时间	截止时间
　　商务部公告2026年第941号、942号	即日	2027年11月15日24时
　　商务部公告2026年第943号	2026年12月1日	2027年11月15日
商务部
2026年11月16日
"""


def test_the_days_of_a_table_of_acts():
    assert days(PAUSED, "zh") == [
        ("suspend", date(2026, 11, 16), date(2027, 11, 15)),
        ("suspend", date(2026, 12, 1), date(2027, 11, 15)),
    ]


CHANGED = """商务部公告2026年第965号
管制范围的调整
商务部公告2026年第941号所定管制范围调整如下。各项调整的执行日期见表内末栏。
序号	所涉条款	调整方式	内容	执行日期
1	第一条第（二）项	修改	原文“超过99.95%”，改为“不低于99.995%”	2026年7月20日
2	第二条第（一）项	删除	全项删除	2026年8月1日
商务部
2026年6月18日
"""


def test_each_row_of_a_table_of_changes_begins_on_its_own_day():
    found = extract(CHANGED, authority="issuer", language="zh", known=KNOWN)
    assert [(one.kind, one.affected[0].partition("#")[2], one.from_) for one in found.effects] == [
        ("amend", "i-2", date(2026, 7, 20)),
        ("repeal", "ii-1", date(2026, 8, 1)),
    ]


@pytest.mark.parametrize(
    ("other", "start"),
    [("31/03/2027", date(2026, 12, 1)), ("03/31/2027", date(2026, 1, 12)), ("05/06/2027", None)],
)
def test_days_with_slashes_are_ordered_as_the_one_that_can_mean_but_one_day(other, start):
    text = ENGLISH.format(f"{X} is suspended from 01/12/2026 until {other}.")
    found = extract(text, authority="issuer", language="en", known=KNOWN)
    assert [one.from_ for one in found.effects] in ([start], [] if start is None else [start])


LICENCE = """Open General Export Licence (Minerals)
OGEL 924, granted by the Secretary of State on 5 October 2026
This Open General Export Licence is granted by the Secretary of State.
1. The export from the United Kingdom of germanium metal (entry 1C963.a) to Japan is permitted.
2. This licence takes effect {start}.
3. {end}
"""


@pytest.mark.parametrize(
    ("start", "day"),
    [
        ("21 days after the day on which it is granted", date(2026, 10, 26)),
        ("on 2 November 2026", date(2026, 11, 2)),
    ],
)
@pytest.mark.parametrize(
    "end",
    [
        "On the day fixed by paragraph 2, OGEL 904 of 6 March 2023 is revoked.",
        "OGEL 904 (Stones), dated 6 March 2023, is revoked as of the same day as this licence "
        "takes effect.",
    ],
)
def test_an_older_licence_ends_when_the_new_one_begins(start, day, end):
    found = extract(LICENCE.format(start=start, end=end), authority="issuer", known=KNOWN)
    assert found.instrument.issued_on == date(2026, 10, 5)
    assert [one.from_ for one in found.measures] == [day]
    assert [(one.kind, one.from_) for one in found.effects] == [("repeal", day)]
