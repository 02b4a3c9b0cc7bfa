"""What do Chinese acts demand whose clauses, rows, notes and lists of firms each stand apart?"""

from datetime import date

import pytest

from tests.unit.extraction.test_extract import read
from tracker.extraction.extracted import ExtractedMeasure

FRAME = """商务部公告2026年第977号
关于加强物项出口管理的公告

{words}

{end}商务部
2026年8月3日
{annex}"""
AT_ONCE = "本公告自公布之日起实施。\n"
FIRMS = ("甲维克公司", "乙顿集团", "丙森公司")


def limbs(words: str, *, end: str = AT_ONCE, annex: str = "") -> tuple[ExtractedMeasure, ...]:
    return read(FRAME.format(words=words, end=end, annex=annex)).measures


def told(words: str, **frame: str) -> list[tuple[str, str]]:
    return [(one.id.partition("#")[2], one.terms["requirement"]) for one in limbs(words, **frame)]


@pytest.mark.parametrize(
    ("words", "demands"),
    [
        (
            "一、原则上不予许可镓、锗的出口；对石墨的出口，实施更严格的审查。",
            [("1a", "presumption_of_denial"), ("1b", "stricter_review")],
        ),
        (
            "一、原则上不予许可钨向挪威出口。锑向挪威出口的，逐案审批。",
            [("1a", "presumption_of_denial"), ("1b", "case_by_case")],
        ),
        (
            "一、未经许可，不得出口铟；对镓的出口申请，从严核查；禁止出口铼。",
            [("1a", "licence"), ("1b", "stricter_review"), ("1c", "prohibition")],
        ),
        (
            "一、向管控名单上的实体出口的，原则上不予许可；向关注名单上的实体出口的，从严审查。",
            [("1a", "presumption_of_denial"), ("1b", "stricter_review")],
        ),
        ("一、对铟的出口申请逐案审批；用于武器的，禁止出口。", [("i", "case_by_case")]),
        ("一、对铟的出口申请，从严核查；由商务部办理。", [("i", "stricter_review")]),
        ("一、境外组织把前述物项转给挪威用户的，同样承担法律责任。", [("i", "liability")]),
        (
            "一、明知接收方将把非管制的货物用于境外稀土开采的，应当申领许可证件。",
            [("i", "catch_all")],
        ),
        (
            "一、2026年9月1日至12月31日，暂停出口尿素（税则号列：31021000）。",
            [("i", "prohibition")],
        ),
        (
            "一、出口下列企业所需物项，可以适用通用许可，无需逐批申请许可。",
            [("i", "general_licence")],
        ),
        ("一、出口铟锭不得适用通用许可，应当申请许可。", [("i", "licence")]),
    ],
)
def test_clauses_that_demand_apart(words: str, demands: list[tuple[str, str]]) -> None:
    assert told(words) == demands


NOTED = """一、铼
1．1C957.a 未锻轧铼（海关商品编号：8112410010）。
（注：牙科修复体不在管制之列。）"""


def test_a_note_on_what_is_free_makes_no_exemption_of_the_goods() -> None:
    intro = "公告刊出当日，下列物项的出口即须凭证办理，不设过渡期。\n\n"
    (one,) = limbs(intro + NOTED, end="")
    assert (one.terms["requirement"], str(one.from_)) == ("licence", "2026-08-03")
    assert limbs(NOTED) == ()


@pytest.mark.parametrize(
    "number",
    ["（{zh}）", "({n})", "{zh}、", "{n}. ", "{n}）", "{letter}. ", "{circle}"],
)
@pytest.mark.parametrize("latin", ["", "（Vick Inc.）"])
def test_firms_of_an_annex_in_every_numbering(number: str, latin: str) -> None:
    marks = [
        number.format(zh=zh, n=n, letter=letter, circle=circle)
        for n, (zh, letter, circle) in enumerate(zip("一二三", "ABC", "①②③", strict=True), start=1)
    ]
    annex = "\n".join(
        ("", "附件", "管控名单", *(f"{m}{f}{latin}" for m, f in zip(marks, FIRMS, strict=True)))
    )
    (one,) = limbs("一、将附件所列3家实体列入管控名单，禁止向其出口两用物项。", annex=annex)
    assert one.terms["parties"] == list(FIRMS)


def test_points_that_are_firms_are_no_points() -> None:
    lines = "\n".join(f"{zh}、{firm}；" for zh, firm in zip("一二三", FIRMS, strict=True))
    (one,) = limbs(f"将下列公司列入管控名单，禁止向其出口两用物项：\n{lines}")
    assert (one.id.partition("#")[2], one.terms["parties"]) == ("sole", list(FIRMS))


ROWS = """下表货物的出口实行许可证管理。

货物名称
海关商品编号
备注
实施日期
冻牛肉
0202300010
单批超过10吨
2027年1月1日
乳清粉
0404100010
2027年3月1日"""


def test_a_day_ends_a_row_of_which_a_cell_is_empty() -> None:
    found = limbs(ROWS, end="")
    assert [(str(one.from_), one.terms["hs_codes"]) for one in found] == [
        ("2027-01-01", ["0202300010"]),
        ("2027-03-01", ["0404100010"]),
    ]


LICENSED = "一、自2026年9月1日起，出口铟锭应当向商务部申请许可。\n"


@pytest.mark.parametrize(
    ("second", "first_day"),
    [
        ("二、向挪威出口铟锭，不需申请许可。", "2026-09-01"),
        ("二、2026年8月20日前已签订合同的，凭合同可继续出口。", "None"),
    ],
)
def test_a_freedom_lives_as_long_as_what_it_frees_of(second: str, first_day: str) -> None:
    licence, freedom = limbs(LICENSED + second, end="")
    assert str(licence.from_) == "2026-09-01"
    assert (freedom.terms["requirement"], str(freedom.from_)) == ("exemption", first_day)


@pytest.mark.parametrize(
    ("words", "end", "day"),
    [
        (
            "2027年2月1日，下列物项的出口许可制度开始施行：出口前须申领许可。\n铟锭",
            "",
            "2027-02-01",
        ),
        (
            "名单上的实体（2027年2月26日0时30分起适用）\n甲公司\n一、不得向其出口两用物项。",
            "",
            "2027-02-26",
        ),
        ("出口铟锭应当申请许可。", "————\n上一条：2026年9月1日起启用电子许可证\n", "None"),
        (
            "一、出口铟锭应当申请许可。\n二、该措施自2026年9月5日起，有效期到2027年9月4日。",
            "",
            "2026-09-05",
        ),
    ],
)
def test_where_the_first_day_stands(words: str, end: str, day: str) -> None:
    found = limbs(words, end="", annex=end)
    assert [str(one.from_) for one in found] == [day]


def test_how_long_records_are_kept_is_no_life() -> None:
    words = "一、自2026年9月1日起，出口铟锭应当向商务部报告，并保存记录不少于5年。"
    assert [(str(one.from_), one.through) for one in limbs(words, end="")] == [("2026-09-01", None)]


def test_first_item_counted_as_mu() -> None:
    words = """管制分两步：第一条的第1目要等到2027年4月15日才开始适用，其余在公布当日就适用。
第一条　凡境外的组织，把以下物项出口到其他国家，均须先从商务部领取许可证件：
1. 境外制成的丙表物项；
2. 产自中国的丙表物项。
第二条　对用于芯片研发的申请，逐案审批。"""
    assert [(one.id.partition("#")[2], str(one.from_)) for one in limbs(words, end="")] == [
        ("i-1", "2027-04-15"),
        ("i-2", "2026-08-03"),
        ("ii", "2026-08-03"),
    ]


def test_last_year_of_a_table_is_no_quota() -> None:
    words = """一、2027年1月1日至12月31日，下列货物凭配额出口，全年总量见表。
货物
总量（吨）
2026年总量（吨）
锑
48,600
50,120
锡
1.35万
1.5万"""
    (one,) = limbs(words, end="")
    assert [limit["value"] for limit in one.terms["thresholds"]] == ["48600", "13500"]


@pytest.mark.parametrize(
    "third",
    [
        "3．2026年度配额不得结转。",
        "3.2027年2月1日起，前项所列企业应当报告。",
        "3.2月1日前的合同除外。",
    ],
)
def test_number_right_before_a_day_counts_a_point(third: str) -> None:
    """What stands behind ``3.2026年`` is a point of its own, and the second is read alone."""
    text = (
        "商务部公告2026年第951号\n关于铟出口管理有关事项的公告\n现公告如下。\n"
        "1．自2027年1月1日起，对未锻轧铟（8112923010）实行出口配额管理，年度配额60吨。\n"
        "2．企业应当于每季度结束后10日内向商务部报送执行情况。此项要求自2027年4月1日起执行。\n"
        f"{third}\n商务部\n2026年12月4日\n"
    )
    found = read(text)
    second = next(one for one in found.measures if one.id.endswith("#ii"))
    assert (second.terms["requirement"], second.from_) == ("reporting", date(2027, 4, 1))


@pytest.mark.parametrize(
    "duty",
    ["企业须在合同签订后15日内备案。", "企业应当于出口前备案。", "企业应在每年3月底前登记。"],
)
def test_registration_by_a_time_is_a_demand(duty: str) -> None:
    text = (
        "商务部公告2026年第951号\n关于铟出口管理有关事项的公告\n"
        "一、自2027年1月1日起，对未锻轧铟（8112923010）实行出口许可证管理。\n"
        f"二、{duty}\n三、本公告自2027年1月1日起施行。\n商务部\n2026年12月4日\n"
    )
    found = read(text)
    second = next(one for one in found.measures if one.id.endswith("#ii"))
    assert second.terms["requirement"] == "registration"


@pytest.mark.parametrize(
    "marks", [("（一）", "（二）", "（三）"), ("1．", "2．", "3．"), ("①", "②", "③")]
)
def test_goods_caught_by_origin_and_by_technology_are_limbs_apart(marks: tuple[str, ...]) -> None:
    """What is caught by either must not be asked for both."""
    catches = (
        "含有原产于中国的钐且价值占比达到0.1%及以上的境外制造物项；",
        "使用原产于中国的冶炼技术在境外制得的金属；",
        "原产于中国的镝。",
    )
    items = "\n".join(mark + one for mark, one in zip(marks, catches, strict=True))
    found = limbs(f"一、境外经营者向第三国出口下列物项前，须取得商务部许可：\n{items}")
    assert [one.id.partition("#")[2] for one in found] == ["i-1", "i-2", "i-3"]
    told = [(one.terms.get("origin"), one.terms.get("technology_origin")) for one in found]
    assert told == [("CN", None), (None, "CN"), ("CN", None)]


def test_items_of_one_origin_stay_one_limb() -> None:
    items = "（一）原产于中国的钐；\n（二）原产于中国的镝。"
    assert told(f"一、向第三国出口下列物项前，须取得商务部许可：\n{items}") == [("i", "licence")]
