"""Are rules told apart from goods by what they say, however an act counts them?"""

import pytest

from tests.unit.extraction.test_extract import read

HEAD = "商务部公告2026年第981号\n\n{}\n\n商务部\n2026年9月4日\n"
RULES = ("锑锭的出口须经许可，自2026年10月1日起实施。", "出口经营者应当按月向商务部报告出口数量。")
COUNTS = (
    ("（一）{}", "（二）{}"),
    ("（1）{}", "（2）{}"),
    ("（甲）{}", "（乙）{}"),
    ("第一，{}", "第二，{}"),
)


@pytest.mark.parametrize("counts", COUNTS)
def test_rules_are_points_however_they_are_counted(counts: tuple[str, str]) -> None:
    lines = "\n".join(count.format(rule) for count, rule in zip(counts, RULES, strict=True))
    found = read(HEAD.format("现将有关要求公告如下：\n" + lines)).measures
    told = [(one.id.partition("#")[2], one.terms["requirement"]) for one in found]
    assert told == [("i", "licence"), ("ii", "reporting")]


def test_goods_in_brackets_are_no_rules() -> None:
    goods = "（一）锑锭；\n（二）锑粉，应当按批次包装。"
    (measure,) = read(
        HEAD.format("自2026年10月1日起，未经许可不得出口下列物项：\n" + goods)
    ).measures
    assert measure.id.endswith("#sole")


def test_a_note_on_what_is_free_leaves_the_goods_of_a_point_bound() -> None:
    goods = "一、铌类\n1）1C962.a.铌锭（商品编号：8112992010）；\n注：成品支架不在本公告管制之列。"
    text = "自2026年10月1日起，未经许可不得出口下列物项：\n" + goods + "\n二、锑类\n1C963锑锭。"
    first, second = read(HEAD.format(text)).measures
    assert (first.terms["requirement"], second.terms["requirement"]) == ("licence", "licence")


ENTRIES = {
    "entries_added": ["903907X"],
    "entries_changed": ["903312X"],
    "entries_removed": ["903511X"],
}
CHANGES = (
    "修改　903312X　贵金属分离技术：控制要点中增列第14项\n新增　903907X　负极制备技术\n"
    "删除　903511X　蚕种技术",
    "（1）不再列入目录者\n编号903511X　蚕种技术\n（2）新列入目录者\n编号903907X　负极制备技术\n"
    "（3）保留于目录而控制要点有所变更者\n编号903312X　贵金属分离技术",
    "编号\n变动\n控制要点\n903511X\n取消条目\n无\n903907X\n增设条目\n负极制备技术\n"
    "903312X\n控制要点有变\n增列第14项",
    "将蚕种技术（编号903511X）移出目录；\n增列负极制备技术（编号903907X）；\n"
    "将贵金属分离技术（编号903312X）的控制要点修订为“纯度不低于99.99%的贵金属分离技术”。",
)


@pytest.mark.parametrize("change", CHANGES)
def test_entries_of_a_catalogue_come_go_and_change(change: str) -> None:
    opening = (
        "现对《禁止出口和限制出口技术目录》（商务部公告2025年第936号公布）作如下调整，"
        "自公布之日起施行：\n"
    )
    (effect,) = read(HEAD.format(opening + change)).effects
    read_entries = {key: value for key, value in effect.terms.items() if key in ENTRIES}
    assert (effect.affected, read_entries) == (("cn/mofcom/2025/936",), ENTRIES)


PLAIN = (
    "一、铟锭的出口须经许可：\n{}铟锭，纯度大于（或等于）99.99%（8112 9230 10）；\n{}铟箔。\n"
    "出口企业出口上述物项，应当向商务部申请许可。\n二、本公告自2026年10月1日起实施。"
)


@pytest.mark.parametrize("signs", [("①", "②"), ("（1）", "（2）"), ("（一）", "（二）")])
def test_items_may_be_counted_by_signs_in_circles(signs: tuple[str, str]) -> None:
    (measure,) = read(HEAD.format(PLAIN.format(*signs))).measures
    limits = [(one["operator"], one["value"]) for one in measure.terms["thresholds"]]
    assert measure.id.endswith("#i")
    assert (limits, measure.terms["hs_codes"]) == ([(">=", "0.9999")], ["8112923010"])


COMPARED = (
    "商务部公告2026年第941号的部分条文，依下列对照表更改。更改后的条文从2026年10月10日起适用。\n"
    "条文\n原条文\n更改后\n"
    "第一条第（二）项\n铼含量高于3%\n铼含量大于等于2.5%\n"
    "第二条第（一）项\n1C934.a.铍粉\n（删除该项）\n"
    "第一条第（三）项\n（无，系新设）\n1C933.c.铼的氯化物（海关编号可参考：2827399020）\n"
)


@pytest.mark.parametrize("joint", ["\n", " | "])
def test_a_table_of_old_and_new_words_changes_each_part_that_it_names(joint: str) -> None:
    head, *rows = COMPARED.split("\n")
    lines = [joint.join(rows[at : at + 3]) for at in range(0, 12, 3)]
    found = read(HEAD.format(head + "\n" + "\n".join(lines))).effects
    told = [(one.kind, one.affected[0].partition("#")[2], str(one.from_)) for one in found]
    assert told == [
        ("amend", "i-2", "2026-10-10"),
        ("repeal", "ii-1", "2026-10-10"),
        ("amend", "i", "2026-10-10"),
    ]
    assert found[2].terms["hs_codes"] == ["2827399020"]
