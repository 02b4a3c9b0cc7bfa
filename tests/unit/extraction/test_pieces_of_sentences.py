"""Each piece of a sentence tells what is done to its own act, beside what stays as it is."""

import pytest

from tests.unit.extraction.test_days_of_each import done


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (
            "商务部公告2025年第921号第一条第（二）项自2026年6月1日起取消，其他各项继续有效。",
            [("repeal", "921#i-2", "2026-06-01", "")],
        ),
        (
            "自2026年6月1日起把商务部公告2025年第921号再停90天，第923号则不再保留。",
            [("suspend", "921", "2026-06-01", "2026-08-29"), ("repeal", "923", "2026-06-01", "")],
        ),
        (
            "商务部公告2025年第921号列明的管控措施，从2026年6月1日起先行搁置，何时恢复视情另定。",
            [("suspend", "921", "2026-06-01", "")],
        ),
        (
            "商务部公告2025年第921号第一条原定2026年5月31日到期，现决定再执行一年。",
            [("extend", "921#i", "", "2027-05-31")],
        ),
        (
            "以往发布的商务部公告2025年第921号自2026年6月1日起即行废止。",
            [("repeal", "921", "2026-06-01", "")],
        ),
        (
            "商务部公告2025年第921号第一条在2026年6月1日至12月31日期间停用。",
            [("suspend", "921#i", "2026-06-01", "2026-12-31")],
        ),
        (
            "Point II of Announcement No. 921 of 2025 will lie dormant from June 1, 2026 to "
            "December 31, 2026; the other points are unaffected.",
            [("suspend", "921#2", "2026-06-01", "2026-12-31")],
        ),
        (
            "A one-year pause in the operation of Announcement No. 921 of 2025 begins on June 1, "
            "2026.",
            [("suspend", "921", "2026-06-01", "2027-05-31")],
        ),
        (
            "Announcement No. 921 of 2025, which had been suspended, is again in operation from "
            "June 1, 2026.",
            [("resume", "921", "2026-06-01", "")],
        ),
        (
            "Exporters are released from the obligations under Announcement No. 921 of 2025 from "
            "June 1, 2026 through December 31, 2026.",
            [("suspend", "921", "2026-06-01", "2026-12-31")],
        ),
        (
            "On June 1, 2026 Announcement No. 921 of 2025 will be replaced in its entirety by this "
            "Announcement.",
            [("repeal", "921", "2026-06-01", "")],
        ),
        (
            "商务部公告2025年第921号原定执行至2026年6月30日，现顺延至2027年6月30日。",
            [("extend", "921", "", "2027-06-30")],
        ),
        (
            "商务部公告2025年第921号被暂停的条款中，第二条自2026年7月1日起先行恢复，"
            "其余条款继续暂停。",
            [("resume", "921#ii", "2026-07-01", "")],
        ),
        (
            "决定停止对商务部公告2025年第923号所列8家实体执行相关措施，并对商务部公告2025年"
            "第921号所列13家实体继续暂停相关措施75天，均从2026年10月14日开始。",
            [("repeal", "923", "2026-10-14", ""), ("suspend", "921", "2026-10-14", "2026-12-27")],
        ),
        (
            "From July 1, 2026, Announcement No. 921 of 2025 will be paused until December 31, "
            "2026, and Announcement No. 923 of 2025 will be scrapped.",
            [("suspend", "921", "2026-07-01", "2026-12-31"), ("repeal", "923", "2026-07-01", "")],
        ),
        (
            "The pause granted in respect of Announcement No. 921 of 2025 will lapse at the end of "
            "June 30, 2026, after which it applies in full.",
            [("resume", "921", "2026-07-01", "")],
        ),
        (
            "The date on which Announcement No. 921 of 2025 loses its effect shall be June 30, "
            "2027, instead of June 30, 2026.",
            [("extend", "921", "", "2027-06-30")],
        ),
        (
            "The date from which Announcement No. 921 of 2025 applies shall be January 1, 2027 in "
            "place of July 1, 2026.",
            [("postpone", "921", "2027-01-01", "")],
        ),
    ],
)
def test_a_piece_tells_its_own_deed(told, meant):
    assert done(told) == meant


PAUSED = [("suspend", "921", "2026-06-01", "")]


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (
            "自2026年6月1日起暂停实施商务部公告2025年第921号；"
            "商务部公告2025年第923号的暂停并不取消。",
            PAUSED,
        ),
        (
            "自2026年6月1日起暂停实施商务部公告2025年第921号；"
            "取消商务部公告2025年第923号的建议未获采纳。",
            PAUSED,
        ),
        (
            "Announcement No. 921 of 2025 is suspended from June 1, 2026; Announcement No. 923 of "
            "2025 stays as it is.",
            PAUSED,
        ),
        (
            "Announcement No. 921 of 2025 is suspended from June 1, 2026; Announcement No. 923 of "
            "2025 remains suspended until December 31, 2026.",
            PAUSED,
        ),
        ("商务部公告2025年第923号的暂停自2026年6月1日起并不取消。", []),
        ("如双方磋商达成一致，商务部公告2025年第921号将自2026年6月1日起暂停实施。", []),
        (
            "An application by Sella Electronics Inc. for Announcement No. 921 of 2025 to be "
            "suspended from July 1, 2026 was turned down.",
            [],
        ),
        ("The postponement of Announcement No. 921 of 2025 takes effect on June 1, 2026.", []),
    ],
)
def test_a_piece_that_denies_or_keeps_moves_nothing(told, meant):
    assert done(told) == meant


@pytest.mark.parametrize(
    "told",
    [
        "2026年6月1日至2026年11月30日，对出口至新西兰的相关物项暂停执行商务部公告2025年第921号。",
        "From June 1, 2026 to November 30, 2026, Announcement No. 921 of 2025 is suspended as far "
        "as exports to New Zealand are concerned.",
    ],
)
def test_what_is_moved_for_one_country_moves_not_the_whole_act(told):
    assert done(told) == []
