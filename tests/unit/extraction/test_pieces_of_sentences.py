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
