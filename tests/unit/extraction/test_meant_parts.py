"""Does a clause that speaks of ``该款`` or ``that paragraph`` move that part, and never the act?"""

import pytest

from tests.unit.extraction.test_deeds_told_apart import CHINESE, ENGLISH
from tests.unit.extraction.test_extract import read

_ACT = "商务部公告2026年第903号"
MEANT = (
    (f"{_ACT}第二款规定，向该国出口原则上不予许可。自2027年5月1日起，上述一款暂停实施。", "#2"),
    (f"本公告只涉及{_ACT}中的一款，即第二款。自2027年5月1日起，该款规定停止执行。", "#2"),
    (f"{_ACT}第三条要求企业按季报告。自2027年5月1日起，上述要求暂停执行。", "#iii"),
    (f"本公告涉及{_ACT}。其中该款即第四款，涉及镓。自2027年5月1日起，上述一款不予适用。", "#4"),
    (f"{_ACT}要求企业按季报告。自2027年5月1日起，上述要求暂停执行。", ""),
)
_ENGLISH_ACT = "MOFCOM Announcement No. 903 of 2026"
MEANT_IN_ENGLISH = (
    (f"Article 3 of {_ENGLISH_ACT} requires reports. That requirement is suspended from "
     "May 1, 2027.", "#iii"),
    (f"This announcement concerns paragraph 2 of {_ENGLISH_ACT}. That paragraph shall cease to "
     "be implemented from May 1, 2027.", "#2"),
)  # fmt: skip


@pytest.mark.parametrize(("said", "part"), MEANT)
def test_a_part_that_is_only_pointed_at_is_the_one_named_before(said, part):
    (effect,) = read(CHINESE.format(said)).effects
    assert effect.affected == (f"cn/mofcom/2026/903{part}",)


@pytest.mark.parametrize(("said", "part"), MEANT_IN_ENGLISH)
def test_an_english_part_that_is_only_pointed_at_is_the_one_named_before(said, part):
    (effect,) = read(ENGLISH.format(said)).effects
    assert effect.affected == (f"cn/mofcom/2026/903{part}",)


@pytest.mark.parametrize(
    "said",
    [
        f"{_ACT}有一条涉及镓。自2027年5月1日起，该条停止执行。",
        f"{_ACT}对镓作了规定。自2027年5月1日起，上述条款停止执行。",
    ],
)
def test_a_part_that_nothing_names_moves_no_act(said):
    assert not read(CHINESE.format(said)).effects
