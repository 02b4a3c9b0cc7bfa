"""Chinese changes: told of only, of less than a part, of parts of several acts."""

import pytest

from tests.unit.extraction.test_extract import read

X, Y = "商务部公告2025年第921号", "商务部公告2025年第918号"
IDS = {"X": "cn/mofcom/2025/921", "Y": "cn/mofcom/2025/918"}


def _effects(sentence):
    text = (
        "商务部公告2026年第977号\n关于有关事项的公告\n\n经研究，现公告如下：\n\n"
        f"{sentence.replace('X', X).replace('Y', Y)}\n\n特此公告。\n\n商务部\n2026年5月12日\n"
    )
    return read(text).effects


def _told(sentence):
    return [
        (one.kind, target, str(one.from_)) for one in _effects(sentence) for target in one.affected
    ]


def _named(kind, target, day="2026-06-01"):
    return (kind, f"{IDS[target[0]]}{target[1:]}", day)


@pytest.mark.parametrize(
    "sentence",
    [
        "有企业来函询问X第一条所列99.9%的门槛是否将改为99.5%。目前没有修改的安排。",
        "业界建议在X第一条中增列碲化镉，对此将认真研究。",
        "X第一条中的“大于99.9%”此前已由Y修改为“大于等于99.5%”，本次不再变动。",
        "按照程序，关于将X第二条所列5千克调为2千克的修正案须报国务院批准后另行公布。",
        "X附件与本公告附件不一致的，以本公告附件为准。",
        "有观点认为X附件应增列碳化硅衬底。商务部未作此项调整。",
        "2025年12月，Y将X第一条中的“大于99%”改为“大于等于99%”。",
        "X的附件不作调整，本公告附件供参考。",
    ],
)
def test_a_change_that_nobody_makes_here_moves_nothing(sentence) -> None:
    assert _told(sentence) == []


@pytest.mark.parametrize(
    "words",
    [
        "X第二条中“及其氧化物”五字删去",
        "删除X第二条中关于实验室样品的除外规定",
        "X第二条第二句不再保留，其余文字照旧",
        "X第二条的但书予以删除",
        "X第二条中的例外情形取消",
        "X第二条“出口前”一词，以“报关前”取而代之",
        "X第二条之后另起一款：“前款所称企业包括其境外分支机构。”",
        "X第二条中“或者委托他人”的表述不再保留",
        "X第二条中的镉、碲两类物项不再管制",
        "X第二条的适用对象收窄为“军事最终用户”，原“一切最终用户”的提法取消",
        "X第二条改写如下，按新文执行：“二、出口经营者应当注明物项不受管制的理由。”",
    ],
)
def test_words_of_a_part_are_less_than_the_part(words) -> None:
    assert _told(f"自2026年6月1日起，{words}。") == [_named("amend", "X#ii")]


@pytest.mark.parametrize(
    "words", ["删去X第二条", "X第二条予以删除", "X第二条规定的许可要求取消", "取消X第二条"]
)
def test_a_part_that_goes_whole_ends(words) -> None:
    assert _told(f"自2026年6月1日起，{words}。") == [_named("repeal", "X#ii")]


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("X附件2由本公告附件整体替换", "X#annex-2"),
        ("X附件2更换为本公告附件", "X#annex-2"),
        ("X所附《管制物项清单》停止使用，代之以本公告所附清单", "X"),
        ("以本公告附件代替X附件", "X"),
        ("X附件2按本公告附件所列内容执行，原附件2同时停用", "X#annex-2"),
        ("X附件整体更新，新附件见本公告附件", "X"),
        ("X附件中的商品名称以本公告附件对照表为准", "X"),
    ],
)
def test_an_annex_of_this_act_takes_the_place_of_another(words, target) -> None:
    assert _told(f"自2026年6月1日起，{words}。") == [_named("amend", target)]


def test_a_code_that_is_used_no_more_pauses_no_article() -> None:
    found = _effects(
        "X第一条所引商品编号8112921010自2026年6月1日起停用，对应新编号8112921090，该条相应修订。"
    )
    assert [(one.kind, one.affected) for one in found] == [("amend", (f"{IDS['X']}#i",))]
    assert found[0].terms["hs_codes"] == ["8112921090"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("X第一条第（二）项及Y第三条一并删除", [("repeal", "X#i-2"), ("repeal", "Y#iii")]),
        ("删去X第一条第（二）项和Y第三条", [("repeal", "X#i-2"), ("repeal", "Y#iii")]),
        ("X和Y各自第一条中的“甲”均替换为“乙”", [("amend", "X#i"), ("amend", "Y#i")]),
        ("X、Y第一条中的“甲”统一改为“乙”", [("amend", "X#i"), ("amend", "Y#i")]),
        ("X第一条和Y第二条中的“甲”均改为“乙”", [("amend", "X#i"), ("amend", "Y#ii")]),
        ("X第一条“甲”、第三条“乙”统一改为“丙”", [("amend", "X#i"), ("amend", "X#iii")]),
        ("X第一条停止执行，Y第三条中的“甲”改为“乙”", [("repeal", "X#i"), ("amend", "Y#iii")]),
    ],
)
def test_one_change_moves_the_parts_of_several_acts(words, told) -> None:
    assert _told(f"自2026年6月1日起，{words}。") == [_named(*one) for one in told]


def test_the_day_that_leads_a_table_is_the_day_of_its_rows() -> None:
    found = _effects(
        "修订X，自2026年6月1日起施行。对照如下：\n\n条目|修订前|修订后\n第一条第（一）项|5千克以上|2千克及以上"
    )
    assert [(one.affected[0][-4:], str(one.from_)) for one in found] == [("#i-1", "2026-06-01")]


@pytest.mark.parametrize(
    "words",
    [
        "X第一条、第二条的技术参数修订为：第一条，含量5%及以上；第二条，粒径小于100微米",
        "X第一条、第二条的指标分别由含量8%、粒径小于50微米调整为含量5%及以上、粒径小于100微米",
        "X第一条、第二条中的“含量8%”、“粒径小于50微米”分别改为“含量5%及以上”、“粒径小于100微米”",
    ],
)
def test_new_words_told_apart_belong_to_their_own_part(words) -> None:
    found = _effects(f"自2026年6月1日起，{words}。")
    limits = {one.affected[0][-3:]: [t["value"] for t in one.terms["thresholds"]] for one in found}
    assert limits == {"1#i": ["0.05"], "#ii": ["100"]}


def test_the_number_of_an_item_is_no_part_of_its_code() -> None:
    found = _effects("自2026年6月1日起，X第一条增列第3项，内容为“3.1C936.c.铼的氯化物”。")
    assert [one.terms["control_codes"] for one in found] == [["1C936.c"]]


def test_a_change_of_an_annex_belongs_to_the_act_of_its_heading() -> None:
    found = _effects(
        "现决定对两份公告作出修改：\n（一）X\n第一条“百分之零点五”改为“千分之三及以上”。\n（二）Y\n"
        "附件所列商品编号“2825901000”改为“2825902000”。\n上述修改自2026年6月1日起执行。"
    )
    assert [one.affected for one in found] == [(f"{IDS['X']}#i",), (IDS["Y"],)]
    assert found[1].terms["hs_codes"] == ["2825902000"]
