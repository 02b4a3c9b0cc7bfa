"""Until when does something last longer that is told by its new first day and its length?"""

from datetime import date

import pytest

from tests.unit.extraction.test_extract import read

SIGNED = "\n商务部\n2026年3月14日\n"
X = "商务部公告2024年第950号"


@pytest.mark.parametrize(
    ("said", "through"),
    [
        (f"{X}规定的临时管制予以延长，自2026年9月1日起再实施二年。", date(2028, 8, 31)),
        (f"{X}的实施期限延长二年，自2026年9月1日起计算。", date(2028, 8, 31)),
        (f"{X}继续实施，期限自2026年9月1日起一年。", date(2027, 8, 31)),
        (f"将{X}延长实施，自2026年9月1日起，再执行18个月。", date(2028, 2, 29)),
        (f"{X}延长实施至2027年8月31日，自2026年9月1日起计算。", date(2027, 8, 31)),
        (f"{X}的实施期限延长，自2026年9月1日起至2027年8月31日止。", date(2027, 8, 31)),
    ],
)
def test_longer_life_ends_behind_its_first_day(said: str, through: date) -> None:
    text = f"商务部公告2026年第960号\n关于有关措施期限的公告\n{said}{SIGNED}"
    (effect,) = read(text).effects
    assert (effect.kind, effect.from_, effect.through) == ("extend", date(2026, 9, 1), through)


def test_longer_life_without_its_length_is_left_unread() -> None:
    said = f"{X}规定的临时管制予以延长，自2026年9月1日起。"
    text = f"商务部公告2026年第960号\n关于有关措施期限的公告\n{said}{SIGNED}"
    found = read(text)
    assert (found.effects, bool(found.unread)) == ((), True)
