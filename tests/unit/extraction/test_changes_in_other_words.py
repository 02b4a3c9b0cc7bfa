"""Chinese changes of words: any verb, any place, any order of the old words and the new ones."""

import pytest

from tests.unit.extraction.test_extract import read

ACT = "cn/mofcom/2025/950"


def _read(item, lead="决定对商务部公告2025年第950号作如下修改："):
    text = (
        f"商务部公告2026年第977号\n关于修改有关公告的公告\n\n{lead}\n\n一、{item}\n\n"
        "二、第九条中的“甲”修改为“乙”。\n\n本公告自2026年7月1日起施行。\n\n商务部\n2026年5月12日\n"
    )
    found = read(text).effects
    return [
        (one.kind, target.removeprefix(ACT), one.terms)
        for one in found
        for target in one.affected
        if target != f"{ACT}#ix"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "{o}，正确表述为{n}。",
        "{o}更换为{n}。",
        "{o}改写为{n}。",
        "{o}按{n}执行。",
        "{o}→{n}。",
        "{o}误印，正确内容为{n}。",
        "{o}应读作{n}。",
    ],
)
def test_old_words_beside_new_ones_are_a_change_whatever_verb_joins_them(words):
    item = "第二条第（一）项" + words.format(o="“纯度大于99.9%”", n="“纯度不低于99.99%”")
    limit = {"what": "purity", "operator": ">=", "value": "0.9999"}
    assert _read(item) == [("amend", "#ii-1", {"thresholds": [limit]})]


@pytest.mark.parametrize("words", ["{o}误写为{n}。", "{o}是指{n}。", "{o}不改为{n}。"])
def test_words_that_are_no_new_ones_are_no_change(words):
    item = "第二条第（一）项" + words.format(o="“纯度大于99.9%”", n="“纯度不低于99.99%”")
    assert all("thresholds" not in terms for _, _, terms in _read(item))


@pytest.mark.parametrize(
    ("item", "parts"),
    [
        ("将第二条第（一）项剔除。", ["#ii-1"]),
        ("第二条第（一）项不再列管，第三条中“甲”改为“乙”。", ["#ii-1"]),
        ("删除序号7、序号11所列物项。", ["#annex-7", "#annex-11"]),
        ("附件所列第7、11项物项移出清单。", ["#annex-7", "#annex-11"]),
        ("第四条停止执行。", ["#iv"]),
        ("停止执行第四条第二款。", ["#iv-2"]),
        ("第四条、第五条同时废止。", ["#iv", "#v"]),
        ("附件2停止执行。", ["#annex-2"]),
    ],
)
def test_what_goes_stands_right_behind_the_verb_or_before_it(item, parts):
    assert [part for kind, part, _ in _read(item) if kind == "repeal"] == parts


def test_words_taken_out_of_an_article_leave_the_article():
    assert [kind for kind, _, _ in _read("第九十条删去“和营业执照副本”。")] == ["amend"]


@pytest.mark.parametrize(
    ("item", "limit"),
    [
        (
            "第二条规定的单批数量上限由500吨下调为200吨。",
            {"operator": "<=", "value": "200", "unit": "t"},
        ),
        ("第二条的纯度由不低于99.9%调整为99.5%。", {"operator": ">=", "value": "0.995"}),
    ],
)
def test_a_bare_new_value_bounds_the_side_of_the_old_one(item, limit):
    [(_, part, terms)] = _read(item)
    [found] = terms["thresholds"]
    assert part == "#ii"
    assert {key: found[key] for key in limit} == limit


@pytest.mark.parametrize(
    ("item", "codes"),
    [
        ("“2710199320”拆分为“2710199321”“2710199329”。", ["2710199321", "2710199329"]),
        ("编号3403990010停用，相关商品归入3403990090。", ["3403990090"]),
        ("将2710199320（原编号）并入2710199390。", ["2710199390"]),
    ],
)
def test_codes_take_the_place_of_codes(item, codes):
    assert [terms.get("hs_codes") for _, _, terms in _read(item)] == [codes]


def test_goods_may_stand_before_the_verb_that_puts_them_in():
    item = "将1C931.c铪的卤化物（参考海关商品编号：2827399010）增列为第一条第（三）项。"
    [(kind, part, terms)] = _read(item)
    assert (kind, part, terms["hs_codes"]) == ("amend", "#i-3", ["2827399010"])
    assert terms["control_codes"] == ["1C931.c"]


@pytest.mark.parametrize(
    "lead",
    [
        "现对商务部公告2025年第950号中的有关内容作如下更新：",
        "对商务部公告2025年第950号进行完善：",
        "现对商务部公告2025年第950号予以修正，具体如下：",
        "决定修改商务部公告2025年第950号（以下简称原公告）。",
        "经商务部公告2026年第951号调整后，现再次调整商务部公告2025年第950号如下：",
    ],
)
def test_any_announcement_of_changes_leads_to_them(lead):
    found = _read("删去第三条。", lead)
    assert found == [("repeal", "#iii", {})]


def test_what_another_act_decided_is_no_deed_of_this_one():
    text = (
        "商务部公告2027年第985号\n关于有关决定的公告\n\n"
        "商务部公告2026年第986号第四条宣布废止《最低限价通知》（商务部公告2022年第987号）。\n\n"
        "一、撤销商务部公告2026年第986号第四条。\n\n本公告自2027年5月6日起施行。\n\n商务部\n2027年4月27日\n"
    )
    assert [one.affected for one in read(text).effects] == [("cn/mofcom/2026/986#iv",)]
