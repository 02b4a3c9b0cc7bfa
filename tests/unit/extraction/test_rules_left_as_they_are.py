"""Does a Chinese act change what it says it changes, and leave what it says it leaves?"""

import pytest

from tests.unit.extraction.test_extract import read

ACT = """商务部公告2026年第981号
关于有关事项的公告

商务部公告2026年第944号（以下简称原公告）发布以来，各方提出了意见。{}

商务部
2026年9月4日
"""


@pytest.mark.parametrize(
    "opening", ["现将修改内容公告如下", "现将有关修改事项通知如下", "现修改如下"]
)
def test_points_under_an_opening_change_the_act_it_names(opening):
    body = (
        f"{opening}：\n一、在原公告第二条中增加一项，作为第（四）项：“（四）1C944.d.磷化铟多晶”。\n"
        "二、删去原公告第四条。\n三、原公告第三条关于锑出口逐案审批的规定不变。\n"
        "本公告自2026年11月20日起施行。"
    )
    told = read(ACT.format(body))
    assert not told.measures
    assert sorted((one.kind, one.affected[0], str(one.from_)) for one in told.effects) == [
        ("amend", "cn/mofcom/2026/944#ii", "2026-11-20"),
        ("repeal", "cn/mofcom/2026/944#iv", "2026-11-20"),
    ]


@pytest.mark.parametrize(
    "start",
    [
        "更正内容与原公告同步执行，即自2027年1月15日起执行。",
        "更正内容随原公告一并施行，即自2027年1月15日起施行。",
        "上述修改与原公告同时生效，即2027年1月15日起生效。",
    ],
)
def test_a_correction_starts_with_the_act_it_corrects(start):
    body = f"现更正如下：\n一、原公告第一条“直径小于300毫米”应为“直径大于300毫米”。\n{start}"
    (effect,) = read(ACT.format(body)).effects
    assert (effect.kind, str(effect.from_)) == ("amend", "2027-01-15")


@pytest.mark.parametrize(
    "point",
    [
        "商务部公告2026年第937号不在本公告暂停实施的范围之内，所列物项的出口经营者仍应当依法办理许可。",
        "商务部公告2026年第937号不受本公告影响，其所列物项出口仍应取得许可。",
        "在上述暂停期间，境内企业可以依据相关规定，向商务部提出申请，经同意后进行交易。",
        "商务部公告2026年第937号所列其他企业，仍按该公告规定禁止其从事进出口活动。",
    ],
)
def test_what_goes_on_as_before_is_no_demand_of_the_act(point):
    body = f"现公告如下：\n一、自2026年10月1日起暂停实施原公告。\n二、{point}"
    told = read(ACT.format(body))
    assert not told.measures
    assert [one.kind for one in told.effects] == ["suspend"]


LIST = """不可靠实体清单工作机制关于调整有关措施的公告
〔2026〕951号

{}
工作机制决定：
一、自2026年11月10日起，将下列企业移出不可靠实体清单，{}公告〔2026〕942号规定的措施：
1. 兰德维尔无人机公司（Landwehr Drones Inc.）
2. 莫尔维克导航公司（Morvik Navigation AB）
二、自2026年11月10日起，继续暂停公告〔2026〕943号规定的措施1年。
本公告自公布之日起施行。

不可靠实体清单工作机制
2026年11月9日
"""


@pytest.mark.parametrize("ends", ["停止对其采取", "解除对其实施", "终止对其适用"])
@pytest.mark.parametrize(
    "recital",
    [
        "2026年8月12日，工作机制发布公告〔2026〕948号，暂停公告〔2026〕943号规定的措施90天。",
        "工作机制先后于2026年3月6日、4月10日发布公告〔2026〕942号和公告〔2026〕943号；"
        "8月12日，工作机制公布公告〔2026〕948号，决定暂停公告〔2026〕943号规定的措施90天。",
    ],
)
def test_an_earlier_pause_is_told_and_not_made_again(recital, ends):
    found = read(LIST.format(recital, ends)).effects
    assert sorted((one.kind, one.affected, str(one.from_)) for one in found) == [
        ("repeal", ("cn/uel/2026/942",), "2026-11-10"),
        ("suspend", ("cn/uel/2026/943",), "2026-11-10"),
    ]
