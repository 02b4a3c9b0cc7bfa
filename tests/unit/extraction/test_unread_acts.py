"""Is a sentence listed as unread that dates another act, or lists it, and that no rule took up?"""

import pytest

from tests.unit.extraction.test_deeds_told_apart import CHINESE, ENGLISH
from tests.unit.extraction.test_extract import read

ACT = "商务部公告2026年第903号"


def unread(text):
    return [one.quote for one in read(text).unread]


@pytest.mark.parametrize(
    "said",
    [
        f"{ACT}的施行日期不再是2027年3月1日，而是2027年6月15日。",
        f"2027年3月1日不再是{ACT}的施行日期，该公告自2027年6月15日起施行。",
    ],
)
def test_another_act_with_a_day_to_come_is_left_to_a_person(said):
    found = read(CHINESE.format(said))
    assert said in [one.quote for one in found.unread] or found.effects
    assert all(effect.kind != "repeal" for effect in found.effects)


def test_an_act_in_a_list_that_nobody_understood_is_left_to_a_person():
    listed = f"（一）{ACT}。"
    assert listed in unread(CHINESE.format(f"下列文件交由海关处理：\n{listed}"))


def test_an_act_in_a_list_of_what_stays_is_no_riddle():
    listed = f"（一）{ACT}。"
    assert listed not in unread(CHINESE.format(f"下列公告继续有效：\n{listed}"))


def test_an_english_act_that_is_to_be_dealt_with_on_a_day_is_left_to_a_person():
    said = "Announcement No. 903 of 2026 passes to the customs as in force on March 1, 2027."
    assert said in unread(ENGLISH.format(said))


def test_elements_rest_on_the_sentences_that_name_them():
    text = CHINESE.format("出口锗的，应当向商务部申请许可。\n\n本公告自2026年9月4日起实施。")
    (measure,) = read(text).measures
    (quote,) = (one.quote for one in measure.evidence if one.field == "elements")
    assert quote == "出口锗的，应当向商务部申请许可。"
