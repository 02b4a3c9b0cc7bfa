"""Which firms does a Chinese clause mean that points to a table; which names does a list get?"""

import pytest

from tests.unit.extraction.test_extract import read

ID = "cn/mofcom/2025/921"
X = "商务部公告2025年第921号"
ROWS = "序号|{head}|国别\n1|北溟光学公司|甲国\n2|赤水精工公司|乙国"
BOTH = ("北溟光学公司", "赤水精工公司")


def _effects(body):
    found = read(
        "商务部公告2026年第977号\n关于有关事项的公告\n\n经研究，现公告如下：\n\n"
        f"{body}\n\n特此公告。\n\n商务部\n2026年5月12日\n"
    ).effects
    return [(one.kind, one.affected, str(one.from_), one.parties, one.terms) for one in found]


@pytest.mark.parametrize("head", ["实体", "企业名称", "实体名称"])
@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (
            "suspend",
            "{rows}\n\n一、自2026年6月1日起，对表中实体停止执行{x}的措施一年。\n二、特此公告。",
        ),
        ("suspend", "自2026年6月1日起，{x}对表列企业暂停适用一年。\n{rows}"),
        ("repeal", "本公告附表所列实体，自2026年6月1日起不再受{x}约束。\n\n附表\n{rows}"),
        ("repeal", "将下列企业移出{x}名单，自2026年6月1日起对其不再适用该公告的措施：\n\n{rows}"),
    ],
)
def test_the_rows_of_a_table_are_meant_wherever_it_stands(kind, body, head) -> None:
    found = _effects(body.format(rows=ROWS.format(head=head), x=X))
    assert [one[:4] for one in found] == [(kind, (ID,), "2026-06-01", BOTH)]


def test_firms_of_a_table_that_is_not_there_are_not_everybody() -> None:
    assert _effects(f"自2026年6月1日起，对表中实体停止执行{X}的措施。") == []


@pytest.mark.parametrize(
    "words",
    [
        "将北溟光学公司、赤水精工公司增列入{x}附件名单",
        "将北溟光学公司、赤水精工公司补充列入{x}附件名单",
        "{x}附件名单新增北溟光学公司、赤水精工公司",
        "在{x}附件所列管控名单中增加北溟光学公司、赤水精工公司",
    ],
)
def test_names_put_into_a_list_are_new_terms_of_its_act(words) -> None:
    assert _effects(f"自2026年6月1日起，{words.format(x=X)}。") == [
        ("amend", (ID,), "2026-06-01", (), {"parties": list(BOTH)})
    ]


def test_that_firm_is_the_one_named_before() -> None:
    found = _effects(f"北溟光学公司已停止有关行为。自2026年6月1日起，{X}不再适用于该公司。")
    assert [one[:4] for one in found] == [("repeal", (ID,), "2026-06-01", BOTH[:1])]


def test_two_firms_counted_again_are_those_named_before() -> None:
    found = _effects(
        f"（一）北溟光学公司、赤水精工公司不再列入出口管制管控名单，{X}所定措施对两公司停止执行。\n"
        "本公告自2026年6月1日起施行。"
    )
    assert [one[:4] for one in found] == [("repeal", (ID,), "2026-06-01", BOTH)]


def test_names_that_end_with_a_stop_are_a_list_and_a_heading_tells_the_day() -> None:
    found = read(
        "商务部公告2026年第977号\n\n商务部今日对出口管制管控名单作如下增减：\n\n"
        "一、列入（自2026年6月1日起）\n\n鲁米激光公司（Lumi Lasers Oy）；\n"
        "萨维机床公司（Savi Tools SAS）、\n特伦光学有限公司（Tren Optics Ltd.）。\n\n"
        "出口经营者不得向上列3家实体提供两用物项。\n\n二、移出（自2026年7月1日起）\n\n"
        f"{X}所列的北溟光学公司、赤水精工公司，不再适用该公告规定的禁止措施。\n\n商务部\n2026年5月12日\n"
    )
    assert [one.terms["parties"] for one in found.measures] == [
        ["鲁米激光公司", "萨维机床公司", "特伦光学有限公司"]
    ]
    assert [(one.kind, str(one.from_), one.parties) for one in found.effects] == [
        ("repeal", "2026-07-01", BOTH)
    ]


@pytest.mark.parametrize(
    ("item", "target"),
    [
        ("中止对赤水精工公司执行其中第一项措施，恢复执行的时间另行公布", f"{ID}#1"),
        ("对赤水精工公司，相关措施自2026年6月1日起中止适用", ID),
    ],
)
def test_measures_of_the_act_named_before_are_meant(item, target) -> None:
    found = _effects(
        f"{X}规定了两项措施。现决定：\n自2026年6月1日起，对北溟光学公司，{X}的措施不再适用；"
        f"自2026年6月1日起，{item}。"
    )
    assert [(one[0], one[1], one[3]) for one in found][-1] == ("suspend", (target,), BOTH[1:])
