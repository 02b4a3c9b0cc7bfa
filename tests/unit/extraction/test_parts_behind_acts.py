"""Is only the part moved that is named beside its act, and not the whole act?"""

import pytest

from tests.unit.extraction.test_deeds_told_apart import CHINESE, ENGLISH
from tests.unit.extraction.test_extract import read

BESIDE = (
    "{act}, {part}",
    "{act}, only {part}",
    "{act} ({part} only)",
    "{act} (hafnium wire), limited to {part}",
    "{act}, but only in respect of {part}",
    "{act}, as far as {part} is concerned",
    "{act} – {part}",
    "{part} of {act}",
)
IN_ENGLISH = {
    "Article 3": {"art-3"},
    "points (a) and (b) of Article 2": {"art-2-a", "art-2-b"},
    "Article 2, points (a) and (b)": {"art-2-a", "art-2-b"},
    "Annex II": {"annex-ii"},
    "Annexes II and III": {"annex-ii", "annex-iii"},
    "Annex I, point 3": {"annex-i-3"},
    "point 3 of Annex I": {"annex-i-3"},
}


@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize("part", IN_ENGLISH)
def test_a_part_in_english(part, beside):
    told = beside.format(act="Implementing Regulation (EU) 2025/9947", part=part)
    found = read(ENGLISH.format(f"The application of {told} is suspended from 1 May 2027."))
    (effect,) = found.effects
    assert set(effect.affected) == {f"eu/reg/2025/9947#{one}" for one in IN_ENGLISH[part]}


@pytest.mark.parametrize("beside", BESIDE)
def test_a_part_in_a_list_of_acts(beside):
    told = beside.format(act="Announcement No. 947 of 2025", part="paragraph 3")
    said = (
        "The following are suspended from May 1, 2027:\n(a) Announcement No. 945 of 2025, in full;"
    )
    found = read(ENGLISH.format(f"{said}\n(b) {told}."))
    moved = {one for effect in found.effects for one in effect.affected}
    assert moved == {"cn/mofcom/2025/945", "cn/mofcom/2025/947#3"}


@pytest.mark.parametrize(
    "told",
    ["{}，仅限第三条", "{}（仅第三条）", "{}，但仅限第三条", "{}，范围限于第三条", "{}中的第三条"],
)
def test_a_part_in_chinese(told):
    act = told.format("商务部公告2025年第947号")
    found = read(
        CHINESE.format(
            f"自2027年5月1日起暂停实施：\n（一）商务部公告2025年第945号；\n（二）{act}。"
        )
    )
    moved = {one for effect in found.effects for one in effect.affected}
    assert moved == {"cn/mofcom/2025/945", "cn/mofcom/2025/947#iii"}


GOES_ON = (
    "For Announcements Nos. 941 and 943 of 2025 everything stays as it is.",
    "As regards Announcement No. 941 of 2025, nothing is changed.",
    "Announcement No. 941 of 2025 was repealed earlier.",
)


@pytest.mark.parametrize("behind", GOES_ON)
def test_what_is_told_behind_a_list_is_not_in_it(behind):
    items = "(a) Announcement No. 945 of 2025;\n(b) Announcement No. 947 of 2025."
    said = f"The following are repealed on May 1, 2027:\n{items}\n\n{behind}"
    moved = {one for effect in read(ENGLISH.format(said)).effects for one in effect.affected}
    assert moved == {"cn/mofcom/2025/945", "cn/mofcom/2025/947"}


@pytest.mark.parametrize("bracket", ["", " (November 6, 2025)", " (Ministry of Commerce)"])
def test_an_act_that_had_paused_others_is_not_paused(bracket):
    told = f"which Announcement No. 944 of 2025{bracket} put on hold until November 9, 2026"
    found = read(ENGLISH.format(f"The measures {told} have been reviewed."))
    assert found.effects == ()
    assert found.unread
