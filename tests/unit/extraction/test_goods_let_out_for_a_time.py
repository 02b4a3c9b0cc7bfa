"""From when and until when does a Chinese act let goods out of another one?"""

from datetime import date

import pytest

from tests.unit.extraction.test_deeds_told_apart import CHINESE
from tests.unit.extraction.test_extract import read

X = "商务部公告2025年第931号"
DECEMBER = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("said", "through"),
    [
        (f"自2026年12月1日起至2027年3月31日，{X}不适用于医用锑制品。", date(2027, 3, 31)),
        (f"自2026年12月1日起，{X}不适用于医用锑制品，有效期一年。", date(2027, 11, 30)),
        (f"自2026年12月1日起，{X}不适用于医用锑制品。", None),
    ],
)
def test_goods_are_let_out_as_long_as_is_told(said, through):
    (effect,) = read(CHINESE.format(said)).effects
    assert (effect.kind, effect.affected) == ("amend", ("cn/mofcom/2025/931",))
    assert (effect.from_, effect.through) == (DECEMBER, through)
    assert effect.terms["exemptions"] == ["医用锑制品"]


def test_goods_let_out_before_a_day_are_not_let_out_for_ever():
    found = read(CHINESE.format(f"{X}在2026年12月31日前不适用于医用锑制品。"))
    assert (found.effects, bool(found.unread)) == ((), True)


def test_goods_let_out_without_own_days_last_as_long_as_the_act():
    points = (
        f"一、{X}不适用于医用锑制品。\n二、本公告自2026年12月1日起施行，有效期至2027年3月31日。"
    )
    (effect,) = read(CHINESE.format(points)).effects
    assert (effect.from_, effect.through) == (DECEMBER, date(2027, 3, 31))
