"""Is an act that ceases on one day and returns on another suspended between them?"""

from datetime import date

import pytest

from tests.unit.extraction.test_extract import read as read_text
from tests.unit.extraction.test_parts_spared_english import OTHER, read

MAY, JULY = date(2027, 5, 1), date(2027, 7, 31)
CHINESE = "商务部公告2027年第960号\n关于有关措施的公告\n{}\n商务部\n2027年3月1日\n"


@pytest.mark.parametrize(
    "said",
    [
        "{x} ceases to apply on 1 May 2027 and applies again from 1 August 2027.",
        "{x} shall cease to bind from 1 May 2027 and shall bind again from 1 August 2027.",
        "{x} is suspended on 1 May 2027 and resumes on 1 August 2027.",
        "{x} shall lapse on 1 May 2027 and revive on 1 August 2027.",
        "{x} shall not apply from 1 May 2027 and comes back on 1 August 2027.",
    ],
)
def test_english_pause_told_by_its_two_days(said: str) -> None:
    (effect,) = read(said).effects
    assert (effect.kind, effect.affected) == ("suspend", ("cn/mofcom/2025/957",))
    assert (effect.from_, effect.through) == (MAY, JULY)


def test_english_act_that_another_replaces_is_not_paused() -> None:
    said = f"{OTHER} is revoked on 1 May 2027 and the new rules apply from 1 August 2027."
    assert [one.kind for one in read(said).effects] == ["repeal"]


@pytest.mark.parametrize(
    "said",
    [
        "自2027年5月1日起停止执行商务部公告2025年第932号，自2027年8月1日起恢复执行。",
        "商务部公告2025年第932号自2027年5月1日起不再适用，2027年8月1日起重新适用。",
        "商务部公告2025年第932号于2027年5月1日失效，2027年8月1日恢复效力。",
        "商务部公告2025年第932号自2027年5月1日起停用，2027年8月1日再启用。",
    ],
)
def test_chinese_pause_told_by_its_two_days(said: str) -> None:
    (effect,) = read_text(CHINESE.format(said)).effects
    assert (effect.kind, effect.affected) == ("suspend", ("cn/mofcom/2025/932",))
    assert (effect.from_, effect.through) == (MAY, JULY)


def test_chinese_act_in_whose_place_another_returns_is_not_paused() -> None:
    said = "自2027年5月1日起停止执行商务部公告2025年第932号"
    text = CHINESE.format(f"{said}，自2027年8月1日起恢复执行商务部公告2025年第933号。")
    assert "suspend" not in {one.kind for one in read_text(text).effects}


def test_chinese_part_returns_as_the_part_that_ceased() -> None:
    said = "自2027年5月1日起暂停实施商务部公告2025年第932号第二条，自2027年8月1日零时起恢复实施。"
    (effect,) = read_text(CHINESE.format(said)).effects
    assert (effect.kind, effect.affected) == ("suspend", ("cn/mofcom/2025/932#ii",))
    assert (effect.from_, effect.through) == (MAY, JULY)


@pytest.mark.parametrize(
    "said",
    [
        "The suspension of {x}, which was to end on 30 April 2027, now ends on 31 July 2027.",
        "The suspension of {x}, due to end on 30 April 2027, will end on 31 July 2027 instead.",
        "The suspension of {x} ends on 31 July 2027 instead of 30 April 2027.",
        "The pause on {x} expires on 31 July 2027, and not on 30 April 2027.",
    ],
)
def test_later_end_of_a_pause_is_one_more_pause(said: str) -> None:
    (effect,) = read(said).effects
    assert (effect.kind, effect.affected) == ("suspend", ("cn/mofcom/2025/957",))
    assert (effect.from_, effect.through) == (MAY, JULY)


def test_earlier_end_of_a_pause_is_a_return() -> None:
    said = "The suspension of {x}, due to end on 31 July 2027, now ends on 30 April 2027."
    (effect,) = read(said).effects
    assert (effect.kind, effect.from_) == ("resume", MAY)
