"""Of several acts that one clause moves, which has which days of its own?"""

import pytest

from tests.unit.extraction.test_extract import read

CHINESE = """商务部公告2026年第977号
关于有关事项的公告

经研究，现公告如下：

{}

商务部
2026年5月12日
"""
ENGLISH = """Ministry of Commerce of the People's Republic of China
Announcement No. 977 of 2026

The Ministry of Commerce hereby announces the following:

{}

Ministry of Commerce
May 12, 2026
"""


def done(told):
    """Return what a sentence in an act does: kind, acts with their parts, first and last day."""
    frame = CHINESE if "第" in told else ENGLISH
    return [
        (
            one.kind,
            " ".join(target.removeprefix("cn/mofcom/2025/") for target in one.affected),
            str(one.from_ or ""),
            str(one.through or ""),
        )
        for one in read(frame.format(told)).effects
    ]


BOTH = "商务部公告2025年第921号、第923号"
PAUSED = f"自2026年6月1日起，暂停实施{BOTH}"
APART = [
    ("suspend", "921", "2026-06-01", "2026-12-31"),
    ("suspend", "923", "2026-06-01", "2027-05-31"),
]


@pytest.mark.parametrize(
    "told",
    [
        f"{PAUSED}。其中，第921号暂停至2026年12月31日，第923号暂停至2027年5月31日。",
        f"{PAUSED}，其中第921号的暂停期限至2026年12月31日，第923号至2027年5月31日。",
        f"{PAUSED}，前者至2026年12月31日，后者为期一年。",
        "自2026年6月1日起，暂停实施商务部公告2025年第921号（至2026年12月31日）、第923号（至2027年5月31日）。",
        "下列公告自2026年6月1日起暂停实施：\n（一）商务部公告2025年第921号，至2026年12月31日；\n"
        "（二）商务部公告2025年第923号，至2027年5月31日。",
        "From June 1, 2026, Announcements No. 921 and No. 923 of 2025 are suspended, the former "
        "until December 31, 2026 and the latter until May 31, 2027.",
        "From June 1, 2026, Announcements No. 921 and No. 923 of 2025 are suspended: No. 921 until "
        "December 31, 2026 and No. 923 until May 31, 2027.",
        "From June 1, 2026, Announcement No. 921 of 2025 (until December 31, 2026) and "
        "Announcement No. 923 of 2025 (until May 31, 2027) are suspended.",
    ],
)
def test_each_act_is_paused_until_its_own_last_day(told):
    assert done(told) == APART


@pytest.mark.parametrize(
    "told",
    [
        f"{PAUSED}至2026年12月31日。第921号原定于2026年5月1日施行。",
        f"{PAUSED}至2026年12月31日。第921号公告曾于2025年6月1日至2025年8月31日暂停。",
        "Announcements No. 921 and No. 923 of 2025 are suspended from June 1, 2026 to December "
        "31, 2026. No. 921 was first published on March 1, 2025.",
    ],
)
def test_days_of_the_past_are_no_own_days(told):
    assert done(told) == [("suspend", "921 923", "2026-06-01", "2026-12-31")]


def test_the_rest_keeps_the_common_days():
    assert done(f"{PAUSED}至2026年12月31日。其中，第921号暂停至2027年3月31日。") == [
        ("suspend", "921", "2026-06-01", "2027-03-31"),
        ("suspend", "923", "2026-06-01", "2026-12-31"),
    ]


def test_a_part_of_one_of_them_returns_alone():
    assert done(f"{PAUSED}至2026年12月31日。其中，第921号第三条自2026年7月1日起恢复实施。") == [
        ("suspend", "921 923", "2026-06-01", "2026-12-31"),
        ("resume", "921#iii", "2026-07-01", ""),
    ]


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (
            "暂停实施的下列公告恢复实施：商务部公告2025年第921号（自2026年7月1日起）、"
            "商务部公告2025年第923号（自2026年8月1日起）。",
            [("resume", "921", "2026-07-01", ""), ("resume", "923", "2026-08-01", "")],
        ),
        (
            "商务部公告2025年第921号有效期延长至2026年12月31日，第923号延长至2027年12月31日。",
            [("extend", "921", "", "2026-12-31"), ("extend", "923", "", "2027-12-31")],
        ),
        (
            "商务部公告2025年第921号自2026年6月1日起恢复执行，第923号继续暂停至2026年12月31日。",
            [
                ("resume", "921", "2026-06-01", ""),
                ("suspend", "923", "2026-06-01", "2026-12-31"),
            ],
        ),
        (
            "商务部公告2025年第921号自2026年6月1日起废止，第923号仍然有效。",
            [("repeal", "921", "2026-06-01", "")],
        ),
        (
            "Announcements No. 921 and No. 923 of 2025 are repealed: No. 921 with effect from June "
            "1, 2026, No. 923 with effect from July 1, 2026.",
            [("repeal", "921", "2026-06-01", ""), ("repeal", "923", "2026-07-01", "")],
        ),
    ],
)
def test_a_number_alone_names_an_act_of_the_list_before_it(told, meant):
    assert done(told) == meant
