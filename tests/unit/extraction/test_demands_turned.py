"""Are Chinese demands told apart from those that a clause lifts, plans, denies or changes?"""

import pytest

from tests.unit.extraction.test_extract import read

FRAME = (
    "商务部公告2026年第981号\n\n现公告如下：\n\n一、{}\n\n"
    "二、本公告自2026年10月1日起实施。\n\n商务部\n2026年9月4日\n"
)
GOODS = "锑锭（海关商品编号8110101000）"
TURNED = (
    "取消{}的出口许可证管理。",
    "解除对{}实施的出口管制。",
    "终止对{}实行出口配额管理。",
    "{}的出口配额许可证管理予以取消。",
    "{}的出口许可证管理自2026年10月1日起停止。",
    "自2026年10月1日起，不再实行{}的出口许可管理。",
    "{}不再实行出口登记管理。",
    "研究对{}实施临时出口管制。",
    "商务部拟对{}实行出口许可证管理。",
    "将适时对{}实行出口配额管理。",
    "尚未对{}实施出口管制。",
    "撤销禁止出口{}的规定。",
    "{}由禁止出口调整为自由出口。",
)
DEMANDED = (
    ("{}由自由出口调整为出口许可证管理。", "licence"),
    ("将{}纳入出口许可管理范围。", "licence"),
    ("对{}增设临时出口管制。", "licence"),
    ("{}除经许可外不得出口。", "licence"),
    ("{}由禁止出口调整为限制出口，出口须申领许可证。", "licence"),
    ("{}实行出口许可证管理，不受配额限制。", "licence"),
    ("将{}纳入出口登记管理。", "registration"),
    ("不再允许{}出口。", "prohibition"),
    ("暂停{}的出口。", "prohibition"),
)


@pytest.mark.parametrize("said", TURNED)
def test_a_demand_that_is_lifted_planned_or_denied_binds_nobody(said: str) -> None:
    found = read(FRAME.format(said.format(GOODS))).measures
    assert [one.terms["requirement"] for one in found] in ([], ["exemption"])


@pytest.mark.parametrize(("said", "demand"), DEMANDED)
def test_a_demand_that_takes_the_place_of_another_binds(said: str, demand: str) -> None:
    (measure,) = read(FRAME.format(said.format(GOODS))).measures
    assert measure.terms["requirement"] == demand


def test_goods_let_out_in_one_point_are_not_bound_by_the_next() -> None:
    let_out = "取消硅铁（海关商品编号7202210010）的出口许可证管理。"
    bound = f"\n\n二、将{GOODS}纳入出口许可证管理范围。"
    (measure,) = read(FRAME.replace("\n\n二、", "\n\n三、").format(let_out + bound)).measures
    assert measure.terms["hs_codes"] == ["8110101000"]


BARE = (
    ("下列货物的出口须经许可：\n锑锭：81101010，计量单位千克；", ["81101010"]),
    ("下列货物的出口须经许可：\n锑锭　　81101010　　千克", ["81101010"]),
    ("出口电炉（2B957.a，85141910.10）须经许可。", ["8514191010"]),
    ("6C952碲化镉2842902000碲锌镉3818009021的出口须经许可。", ["2842902000", "3818009021"]),
    ("出口钛管（81089040.20）须经许可。", ["8108904020"]),
    ("出口锗（6C953，金额超过2841909041元）须经许可。", None),
    (
        "出口钼粉（商品编号8102100001）须经许可，不包括钼靶（商品编号2844439000）。",
        ["8102100001"],
    ),
)


@pytest.mark.parametrize(("said", "codes"), BARE)
def test_numbers_behind_goods_are_customs_codes_without_a_word(
    said: str, codes: list[str] | None
) -> None:
    (measure,) = read(FRAME.format(said)).measures
    assert measure.terms.get("hs_codes") == codes
