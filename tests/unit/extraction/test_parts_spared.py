"""Does a text that spares a part of an act, or names two acts in one point, move the right one?"""

import pytest

from tests.unit.extraction.test_deeds_told_apart import CHINESE
from tests.unit.extraction.test_extract import read

SPARED = (
    "商务部公告2025年第932号，但该公告第二条除外",
    "商务部公告2025年第932号（第二条除外）",
    "商务部公告2025年第932号（不含第二条）",
    "商务部公告2025年第932号，该公告第二条不在此列",
    "商务部公告2025年第932号，但其第二条除外",
)


@pytest.mark.parametrize("item", SPARED)
def test_an_item_that_spares_a_part_ends_no_list(item):
    listed = (
        "一、自2026年11月10日起至2027年11月9日止，暂停实施下列公告：\n"
        f"（一）商务部公告2025年第931号；\n（二）{item}；\n（三）海关总署公告2025年第933号。\n"
        "二、暂停期间，对商务部公告2025年第932号第二条所列物项的出口，仍应当申请许可。"
    )
    found = read(CHINESE.format(listed))
    (effect,) = found.effects
    assert effect.affected == (
        "cn/mofcom/2025/931",
        "cn/mofcom/2025/932#whole",
        "cn/gacc/2025/933",
    )
    assert effect.kind == "suspend"
    assert not found.measures


CHANGED = (
    ("停止执行；商务部公告2024年第932号第三条中的“5千克”修改为“2千克”", "932#iii"),
    ("废止，商务部公告2024年第932号第三条修改为“纯度大于等于99.99%的铟”", "932#iii"),
    ("废止；将商务部公告2024年第932号第二条第一款中的“5吨”改为“2吨”", "932#ii-1"),
    ("废止；删去商务部公告2024年第932号第三条第二款", "932#iii-2"),
)


@pytest.mark.parametrize(("point", "part"), CHANGED)
def test_the_change_behind_an_end_is_one_of_the_act_named_with_it(point, part):
    effects = read(CHINESE.format(f"一、商务部公告2025年第931号{point}。")).effects
    assert [one.affected for one in effects] == [
        ("cn/mofcom/2025/931",),
        (f"cn/mofcom/2024/{part}",),
    ]


CHANGE = "商务部公告2024年第932号第三条中的“5千克”修改为“2千克”。"
BESIDE = (
    ("自2026年10月15日起，出口铟的，应当取得许可。", True),
    ("自2026年10月15日起，出口锗的企业应当事先向海关备案。", True),
    ("自2026年10月15日起，出口铟的，按照修改后的规定申请许可。", False),
    ("自2026年10月15日起，出口铟的，不再需要取得许可。", False),
)


@pytest.mark.parametrize(("duty", "own"), BESIDE)
def test_a_duty_with_its_own_start_stands_beside_a_change(duty, own):
    found = read(CHINESE.format(f"一、{duty}\n二、{CHANGE}"))
    starts = [one.from_.isoformat() for one in found.measures]
    assert starts == (["2026-10-15"] if own else [])
    assert [one.affected for one in found.effects] == [("cn/mofcom/2024/932#iii",)]


@pytest.mark.parametrize(
    "said",
    [
        "商务部公告2025年第921号第一条所列物项，除第（二）项外，自2026年11月10日起暂停实施。",
        "自2026年11月10日起，暂停实施商务部公告2025年第921号第一条（第（二）项除外）。",
    ],
)
def test_a_point_of_which_an_item_is_spared_is_listed_and_not_moved(said):
    found = read(CHINESE.format(said))
    assert found.effects == ()
    assert len(found.unread) == 1


@pytest.mark.parametrize(
    "said",
    [
        "商务部公告2025年第921号除第二条外自2026年11月10日起废止。",
        "商务部公告2025年第921号中除第二条、第三条以外的规定自2026年11月10日起废止。",
        "商务部公告2025年第921号仅第二条自2026年11月10日起继续有效，其余失效。",
    ],
)
def test_the_rest_is_ended_however_the_part_is_kept(said):
    (effect,) = read(CHINESE.format(said)).effects
    assert (effect.kind, effect.affected) == ("repeal", ("cn/mofcom/2025/921#whole",))


def test_item_spared_without_a_comma_leaves_its_point_unread():
    said = "商务部公告2025年第921号第一条除第（二）项外自2026年11月10日起暂停实施。"
    found = read(CHINESE.format(said))
    assert (found.effects, bool(found.unread)) == ((), True)
