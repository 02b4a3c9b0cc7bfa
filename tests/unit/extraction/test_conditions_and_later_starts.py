"""What is done only in some event, and what starts so much later than it was to?"""

from datetime import date

import pytest

from tests.unit.extraction.test_deeds_told_apart import CHINESE
from tests.unit.extraction.test_extract import read as read_chinese
from tests.unit.extraction.test_parts_spared_english import read

X = "商务部公告2025年第931号"


@pytest.mark.parametrize(
    "event", ["如谈判破裂", "如果对方恢复限制", "若有关安排终止", "一旦对方违约", "除非另行公布"]
)
def test_what_is_done_only_in_some_event_is_listed(event):
    found = read_chinese(CHINESE.format(f"{event}，{X}自2026年12月1日起恢复执行。"))
    assert (found.effects, bool(found.unread)) == ((), True)


@pytest.mark.parametrize("opening", ["如前所述，", "如下公告予以处理：", "现决定，"])
def test_what_opens_alike_and_is_no_condition_is_read(opening):
    (effect,) = read_chinese(CHINESE.format(f"{opening}{X}自2026年12月1日起废止。")).effects
    assert (effect.kind, effect.from_) == ("repeal", date(2026, 12, 1))


@pytest.mark.parametrize(
    ("later", "start"),
    [
        ("three months later", date(2027, 8, 1)),
        ("60 days later", date(2027, 6, 30)),
        ("one year later", date(2028, 5, 1)),
    ],
)
def test_start_so_much_later_counts_from_the_old_one(later, start):
    said = f"{{x}}, which was to take effect on 1 May 2027, will take effect {later}."
    (effect,) = read(said).effects
    assert (effect.kind, effect.from_, effect.basis) == ("postpone", start, "computed")
