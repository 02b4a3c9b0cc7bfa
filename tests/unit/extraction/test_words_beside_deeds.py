"""Is what a Chinese text names apart, lets out or only thinks about kept from what it decides?"""

import pytest

from tests.unit.extraction.test_extract import read

FRAME = """商务部公告2026年第981号
关于有关事项的公告

经批准，现将有关事项公告如下：

{}

商务部
2026年9月4日
"""


@pytest.mark.parametrize(
    ("sentence", "done"),
    [
        (
            "自2026年10月1日起废止第二条（商务部公告2025年第932号）。",
            [("repeal", "932#ii")],
        ),
        (
            "自2026年10月1日起暂停实施第二条、第三条（商务部公告2025年第932号）。",
            [("suspend", "932#ii"), ("suspend", "932#iii")],
        ),
        (
            "自2026年10月1日起废止附件第二项（商务部公告2025年第932号）。",
            [("repeal", "932#annex-2")],
        ),
        (
            "自2026年10月1日起，商务部公告2025年第932号第三条“以及相关技术”等字样予以删除。",
            [("amend", "932#iii")],
        ),
        (
            "自2026年10月1日起，商务部公告2025年第932号第三条中“镓”“锗”等字予以删除。",
            [("amend", "932#iii")],
        ),
        ("对商务部公告2025年第932号的停止执行，商务部将另行研究。", []),
        ("商务部公告2025年第932号的废止事宜，由商务部会同有关部门进一步研究。", []),
        (
            "自2026年10月1日起停止执行商务部公告2025年第932号，后续措施由商务部另行研究。",
            [("repeal", "932")],
        ),
    ],
)
def test_the_part_the_words_and_the_thought_are_told_from_the_act(sentence, done):
    found = read(FRAME.format(sentence)).effects
    told = [(one.kind, id.rpartition("/")[2]) for one in found for id in one.affected]
    assert told == done


@pytest.mark.parametrize(
    "sentence",
    [
        "对氧化镓（商品编码：2825909001）不实施管制，其他镓化合物（商品编码：2825909002）须凭许可证出口。",
        "氧化镓（商品编码：2825909001）无需申领许可证；其余镓化合物（商品编码：2825909002）凭许可证出口。",
    ],
)
def test_the_others_are_bound_where_one_is_let_out_first(sentence):
    (measure,) = read(FRAME.format(sentence)).measures
    assert measure.terms["requirement"] == "licence"
    assert measure.terms["hs_codes"] == ["2825909002"]
    assert measure.terms["exemptions"] == ["氧化镓（商品编码：2825909001）"]


ARTICLES = """商务部令2026年第963号

《登记办法》已经商务部部务会议通过，现予公布，自2026年12月1日起施行。

部长
2026年9月2日

登记办法

第六条　{}
　　商务部公告2011年第940号；
　　商务部公告2016年第927号。
第七条　许可证的申领，仍然执行商务部公告2025年第928号。
"""


@pytest.mark.parametrize(
    "lead",
    ["下列文件由本办法取代，于本办法施行之日失效：", "下列文件的效力，于本办法施行之日终止："],
)
def test_a_list_of_acts_ends_with_its_article(lead):
    (effect,) = read(ARTICLES.format(lead)).effects
    assert effect.kind == "repeal"
    assert effect.affected == ("cn/mofcom/2011/940", "cn/mofcom/2016/927")
    assert effect.from_.isoformat() == "2026-12-01"


@pytest.mark.parametrize(
    "days", ["60天，首日为2026年11月1日", "，首日为2026年11月1日，末日为2026年12月30日"]
)
def test_a_day_called_the_first_one_begins_a_pause(days):
    (effect,) = read(FRAME.format(f"商务部公告2025年第932号暂停实施{days}。")).effects
    told = [day.isoformat() for day in (effect.from_, effect.through)]
    assert told == ["2026-11-01", "2026-12-30"]


PAUSED = (
    "商务部公告2025年第932号按照商务部公告2026年第974号的规定暂停实施，至2027年2月20日期满。",
    "商务部公告2025年第932号现处暂停实施之中，依据是商务部公告2026年第974号，期限到2027年2月20日。",
)


@pytest.mark.parametrize("state", PAUSED)
def test_a_pause_that_another_act_made_is_not_made_again(state):
    assert read(FRAME.format(state)).effects == ()


@pytest.mark.parametrize("state", PAUSED)
@pytest.mark.parametrize(
    "longer",
    [
        "期满以后，932号公告并不随即恢复：其暂停实施期顺延四个月，从期满的次日起计算。",
        "期满以后，商务部公告2025年第932号的暂停状态再保持四个月，从2027年2月21日起算。",
    ],
)
def test_a_pause_that_another_act_made_goes_on_behind_its_last_day(state, longer):
    (effect,) = read(FRAME.format(f"{state}\n\n{longer}\n\n本公告公布之日即生效。")).effects
    assert (effect.kind, effect.affected) == ("suspend", ("cn/mofcom/2025/932",))
    days = [day.isoformat() for day in (effect.from_, effect.through)]
    assert days == ["2027-02-21", "2027-06-20"]


@pytest.mark.parametrize(
    "few",
    [
        "自2026年10月1日起，停止对商务部公告2025年第932号附件所列前2家实体采取措施。",
        "对商务部公告2025年第932号附件中后三家公司，自2026年10月1日起暂停实施有关措施。",
    ],
)
def test_some_rows_of_a_list_of_firms_are_not_all_of_them(few):
    found = read(FRAME.format(few))
    assert found.effects == ()
    assert found.unread


@pytest.mark.parametrize(
    ("day", "from_"), [("自本月20日起", "2026-09-20"), ("自下月15日起", "2026-10-15")]
)
def test_a_day_of_this_month_or_the_next_one_is_counted_from_the_day_of_issue(day, from_):
    (effect,) = read(FRAME.format(f"{day}，暂停实施商务部公告2025年第932号。")).effects
    assert effect.from_.isoformat() == from_


TABLE = """一、自2026年11月10日至2027年11月9日，对商务部公告2026年第961号所列下列实体中止适用：
1
奥伦代尔动力公司
Orrendale Dynamics
4
昆特海事公司
Quint Maritime plc
二、下列实体不再列入管控名单，第961号公告对其不再适用：
2
里德利复合材料公司
Ridley Composites
三、将下列实体新增列入管控名单，禁止出口经营者向其出口两用物项：
1
萨尔蒂斯航电公司
Saltis Avionics S.p.A."""


def test_the_cells_below_a_point_are_its_firms_and_those_of_no_other():
    found = read(FRAME.format(TABLE))
    (ban,) = found.measures
    assert ban.terms["parties"] == ["萨尔蒂斯航电公司"]
    assert [(one.kind, one.parties) for one in found.effects] == [
        ("suspend", ("奥伦代尔动力公司", "昆特海事公司")),
        ("repeal", ("里德利复合材料公司",)),
    ]


def test_firms_said_to_follow_that_nobody_names_free_not_everybody():
    said = (
        "自2026年11月10日起，暂停对下列企业实施商务部公告2026年第961号。\n"
        "具体名单由商务部另行通知有关企业。"
    )
    assert not read(FRAME.format(said)).effects
