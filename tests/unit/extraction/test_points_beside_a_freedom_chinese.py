"""Which points of a Chinese act only speak of the licence or the quota that another one sets?"""

import pytest

from tests.unit.extraction.test_extract import read

_ACT = "商务部公告2026年第977号\n关于有关事项的公告\n\n{}\n\n商务部\n2026年5月12日\n"


def _measures(body):
    found = read(_ACT.format(body)).measures
    return {one.id.partition("#")[2]: one for one in found}


@pytest.mark.parametrize(
    "last",
    [
        "三、临时通用许可期限届满，出口经营者应当恢复逐单申请。",
        "三、本通用许可自2026年7月1日起生效。",
    ],
)
def test_a_general_licence_is_bounded_by_the_point_that_says_when_it_does_not_hold(last) -> None:
    found = _measures(
        "一、自2026年7月1日起，出口经营者可以凭通用许可向日本出口1C965.a项下物项，无需逐单申领许可证件。\n"
        "二、有下列情形之一的，不得适用本通用许可：\n（一）单批出口数量超过300千克的；\n"
        f"（二）运往自由贸易园区的。\n{last}"
    )
    assert list(found) == ["i"]
    limit = {"what": "consignment_quantity", "operator": "<=", "value": "300", "unit": "kg"}
    assert found["i"].terms["thresholds"] == [limit]


def test_what_is_done_with_shares_of_a_quota_is_no_quota() -> None:
    found = _measures(
        "一、2027年度锑出口实行配额管理，最高限额见附表。\n"
        "二、配额自2027年1月1日起使用，当年12月31日后自动作废。\n"
        "三、持有2026年度配额的企业，应当在2026年11月16日前将预计用不完的数量交回。\n"
        "四、企业申领2027年度配额的条件和程序另行通知。\n"
        "五、2026年配额不得跨年使用。本公告由商务部负责解释。"
    )
    assert list(found) == ["i"]
    assert (str(found["i"].from_), str(found["i"].through)) == ("2027-01-01", "2027-12-31")


def test_a_point_may_borrow_what_the_one_before_demands() -> None:
    found = _measures(
        "第一条　自2026年7月1日起，境外组织和个人向第三国转移原产于中国的铷的，应当经商务部许可。\n"
        "第二条　自2026年9月1日起，向甲国转移前条所列物项的，亦适用前条规定。\n"
        "第三条　向军事最终用户转移的，不予许可。\n第四条　第三条的实施日期与第一条相同。"
    )
    assert {key: (one.terms["requirement"], str(one.from_)) for key, one in found.items()} == {
        "i": ("licence", "2026-07-01"),
        "ii": ("licence", "2026-09-01"),
        "iii": ("prohibition", "2026-07-01"),
    }


@pytest.mark.parametrize(
    "starts",
    [
        "第一类物项的管制自2026年7月1日起生效；第二类物项的管制自2026年9月1日起生效。",
        "铪相关物项自2026年7月1日起实施管制，锆相关物项自2026年9月1日起实施管制。",
    ],
)
def test_a_start_may_name_a_point_by_its_heading(starts) -> None:
    found = _measures(
        "决定对下列物项实施出口管制：\n\n一、第一类：铪相关物项\n1C971.a 铪粉；\n"
        f"二、第二类：锆相关物项\n1C972 锆锭；\n三、出口上述物项，应当申请许可。\n四、{starts}"
    )
    assert {key: str(one.from_) for key, one in found.items()} == {
        "i": "2026-07-01",
        "ii": "2026-09-01",
    }


def test_contracts_that_go_on_until_a_day_end_no_ban() -> None:
    found = _measures(
        "决定自2026年7月1日起，禁止科里安机器人公司在中国境内新增投资；"
        "其已签订的医疗设备维护合同，可履行至2026年8月11日。"
    )
    assert found["sole"].through is None


@pytest.mark.parametrize(
    "goods",
    [
        "钼酸铵（28417010）",
        "钼酸铵（8位编码28417010）",
        "钼酸铵（编号：28417010；计量单位：千克）",
    ],
)
def test_a_customs_code_may_stand_in_brackets_without_its_word(goods) -> None:
    found = _measures(f"一、出口{goods}的，应当申请许可。\n二、本公告自2026年7月1日起施行。")
    assert found["i"].terms["hs_codes"] == ["28417010"]


def test_a_day_in_brackets_is_no_code() -> None:
    found = _measures("一、出口钼酸铵（20260815）的，应当申请许可。")
    assert "hs_codes" not in found["i"].terms


def test_a_new_list_begins_when_goods_are_checked_by_it() -> None:
    found = _measures(
        "商务部制定了《2027年出口许可证管理货物目录》，现予公布。海关从2027年1月1日零时起按新目录验核许可证。\n"
        "一、新目录内的货物，出口时须向海关交验出口许可证。\n新目录\n钼酸铵：28417010；"
    )
    assert str(found["i"].from_) == "2027-01-01"
