"""Is an English translation of a notice read as the notice itself: its acts, parts and days?"""

import pytest

from tests.unit.extraction.test_deeds_told_apart import ENGLISH
from tests.unit.extraction.test_extract import read

APART = (
    "From December 7, 2026, Announcement No. 947 of 2026 is repealed and Announcement No. 948 of "
    "2026 is suspended until June 30, 2027.",
    "As of December 7, 2026, the measures in Announcement No. 948 of 2026 are suspended until "
    "June 30, 2027 and those in Announcement No. 947 of 2026 are terminated.",
    "From December 7, 2026, Announcement No. 948 of 2026 is suspended until June 30, 2027, while "
    "Announcement No. 947 of 2026 ceases to be implemented.",
    "Starting from December 7, 2026, the measures shall be suspended until June 30, 2027 with "
    "respect to the 9 entities listed in Announcement No. 948 of 2026, and shall cease to be "
    "implemented with respect to the 4 entities listed in Announcement No. 947 of 2026.",
)
LONGER = (
    "The pause of Announcement No. 948 of 2025, which ends on November 9, 2026, is renewed until "
    "November 9, 2027.",
    "For Announcement No. 948 of 2025, the suspension is extended by one year from November 10, "
    "2026.",
)
DATED = (
    "Announcement No. 948 of April 1, 2023 is repealed.",
    "Announcement No. 948 (April 1, 2023) is repealed.",
    "Announcement No. 948, issued on April 1, 2023, is repealed.",
    "Announcement No. 948 of the Ministry of Commerce of April 1, 2023 is repealed.",
    "Announcement No. 948 of the first of April, Two Thousand and Twenty-Three is repealed.",
)
KEPT = (
    "Announcement No. 941 of 2026 is not affected by this Announcement.",
    "This suspension does not apply to Announcement No. 941 of 2026.",
)
HEADS = (
    "Announcement of the Ministry of Commerce on Matters Concerning Announcements No. 944 and "
    "No. 945 of 2026\n(Announcement No. 946 of 2026)",
    "Notice of the Ministry of Commerce Regarding Announcement No. 944 of 2026 (MOFCOM "
    "Announcement [2026] No. 946)",
    "Ministry of Commerce of the People's Republic of China\nAnnouncement on Matters Concerning "
    "Announcement No. 944 of 2026\nNo. 946 of 2026",
)
KOREAN = (
    "Public Notice on Batteries\n[Enforcement 2026. 9. 1.] [Ministry of Trade, Industry and Energy "
    "Public Notice No. 2026-915, 2026. 8. 14., Enacted]",
    "PUBLIC NOTICE ON BATTERIES\n[Enforcement Date 01. Sep, 2026] [Ministry of Trade, Industry and "
    "Energy Public Notice No. 2026-915, 14. Aug, 2026, Partial Amendment]",
)


def moved(sentence: str) -> list[tuple[str, str, str, str]]:
    return sorted(
        (one.kind, target, str(one.from_), str(one.through))
        for one in read(ENGLISH.format(sentence)).effects
        for target in one.affected
    )


@pytest.mark.parametrize("sentence", APART)
def test_each_verb_of_a_sentence_has_its_own_act(sentence: str) -> None:
    assert moved(sentence) == [
        ("repeal", "cn/mofcom/2026/947", "2026-12-07", "None"),
        ("suspend", "cn/mofcom/2026/948", "2026-12-07", "2027-06-30"),
    ]


@pytest.mark.parametrize("sentence", LONGER)
def test_a_longer_pause_begins_behind_the_old_one(sentence: str) -> None:
    assert moved(sentence) == [("suspend", "cn/mofcom/2025/948", "2026-11-10", "2027-11-09")]


@pytest.mark.parametrize("sentence", DATED)
def test_the_day_behind_a_number_tells_its_year(sentence: str) -> None:
    assert [target for _, target, *_ in moved(sentence)] == ["cn/mofcom/2023/948"]


@pytest.mark.parametrize("sentence", KEPT)
def test_an_act_that_is_left_alone_is_no_exemption(sentence: str) -> None:
    first = "1. Announcement No. 942 of 2026 is suspended until June 30, 2027.\n\n2. "
    found = read(ENGLISH.format(first + sentence))
    assert found.measures == ()
    assert [one.affected for one in found.effects] == [("cn/mofcom/2026/942",)]


@pytest.mark.parametrize("head", HEADS)
def test_the_act_that_a_title_is_about_is_not_the_notice(head: str) -> None:
    said = "The implementation of Announcement No. 944 of 2026 is suspended from July 1, 2026."
    found = read(f"{head}\n\n{said}\n\nMinistry of Commerce\n18 June 2026\n")
    assert found.instrument is not None
    assert found.instrument.id == "cn/mofcom/2026/946"
    assert [one.affected for one in found.effects] == [("cn/mofcom/2026/944",)]


@pytest.mark.parametrize("head", KOREAN)
def test_the_law_centre_of_korea_puts_number_and_day_in_brackets(head: str) -> None:
    rule = "Article 1 (Permission) Any person who exports gallium shall obtain a permit.\n"
    start = "Addenda\nArticle 1 This Public Notice shall enter into force on September 1, 2026.\n"
    found = read(f"{head}\n\n{rule}\n{start}")
    assert found.instrument is not None
    assert (found.instrument.id, str(found.instrument.issued_on)) == (
        "kr/motie/2026/915",
        "2026-08-14",
    )


def test_points_that_head_goods_of_one_kind_are_parts_of_their_own() -> None:
    found = read(
        ENGLISH.format(
            "Export control is implemented on the following items:\n\nI. Boron-related items\n"
            "(1) 1C905.a. Boron carbide;\n(2) 1C905.b. Boron nitride.\n\nII. Quartz-related items\n"
            "(1) 1C906.a. Quartz sand.\n\nAn export operator that exports the items mentioned "
            "above shall apply for a license.\n\nThis Announcement takes effect as of May 20, 2027."
        )
    )
    assert [(one.id.partition("#")[2], one.terms["control_codes"]) for one in found.measures] == [
        ("i", ["1C905.a", "1C905.b"]),
        ("ii", ["1C906.a"]),
    ]


METI = """Ministerial Order Amending the Order on Materials
Order of the Ministry of Economy, Trade and Industry No. 951
September 11, 2026

Article 1 The Order on Materials (Order of the Ministry of Economy, Trade and Industry No. 933
of Reiwa 6) is partially amended as follows.
In Article 3, item (ii), "density of 1.75 g/cm3 or more" is revised to "density over 1.70 g/cm3".
Article 6 is deleted.

Supplementary Provisions
This Order comes into effect as of October 1, 2026.
"""


def test_lines_of_one_article_each_change_a_part_of_their_own() -> None:
    found = read(METI)
    assert [(one.kind, one.affected) for one in found.effects] == [
        ("repeal", ("jp/meti/2024/order-933#art-6",)),
        ("amend", ("jp/meti/2024/order-933#art-3-ii",)),
    ]
