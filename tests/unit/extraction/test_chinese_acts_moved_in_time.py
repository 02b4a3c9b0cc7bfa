"""From when until when, and which part, does a Chinese act move another one in time?"""

import pytest

from tests.unit.extraction.test_extract import read

CHINESE = """商务部公告2026年第981号
关于有关事项的公告

经批准，现将有关事项公告如下：

{}

商务部
2026年9月4日
"""


def done(told):
    """Return what a sentence in an act does: kind, acts with their parts, first and last day."""
    return [
        (
            one.kind,
            " ".join(target.removeprefix("cn/mofcom/2025/") for target in one.affected),
            str(one.from_ or ""),
            str(one.through or ""),
            *one.parties,
        )
        for one in read(CHINESE.format(told)).effects
    ]


ITEMS_OF_A_POINT = (
    "第939号公告第一条列明的物项中，第（二）项（弛豫单晶）和第（四）项自2026年10月26日起恢复实施",
    "第939号公告第一条列明了五项物项，其中第（二）项、第（四）项自2026年10月26日起恢复实施",
    "第939号公告第一条项下第（二）项、第（四）项物项自2026年10月26日起恢复实施",
    "第939号公告第一条列明物项中的第（二）、（四）项自2026年10月26日起恢复实施",
)


@pytest.mark.parametrize("told", ITEMS_OF_A_POINT)
def test_items_are_counted_under_the_point_that_lists_them(told):
    assert done(f"商务部公告2025年{told}。") == [("resume", "939#i-2 939#i-4", "2026-10-26", "")]


PAUSED = "商务部公告2025年第971号暂停实施商务部公告2025年第968号、第969号，期限至2026年11月9日；"
PAUSED_TOO = "商务部公告2025年第972号暂停实施商务部公告2025年第970号第二条，期限至2026年11月30日。"


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (PAUSED + PAUSED_TOO, []),
        (
            PAUSED + PAUSED_TOO + "\n一、第968号公告自上述暂停期限届满次日起继续暂停实施1年。",
            [("suspend", "968", "2026-11-10", "2027-11-09")],
        ),
        (
            PAUSED + PAUSED_TOO + "\n一、第970号公告第二条自其暂停期限届满次日起继续暂停180天。",
            [("suspend", "970#ii", "2026-12-01", "2027-05-29")],
        ),
        (
            "商务部公告2025年第968号暂停实施至2026年11月9日，现决定自期满之次日起继续暂停90天。",
            [("suspend", "968", "2026-11-10", "2027-02-07")],
        ),
        (
            "商务部公告2025年第941号规定的临时管制，期限为2年，至2026年9月30日届满。\n"
            "现将商务部公告2025年第941号规定的管制措施实施期限延长6个月，自原期限届满次日起算。",
            [("extend", "941", "", "2027-03-31")],
        ),
    ],
)
def test_more_time_counts_from_the_old_end_of_the_same_act(told, meant):
    assert done(told) == meant


def test_what_another_act_paused_is_only_told_and_a_part_comes_back_once():
    told = (
        "商务部公告2026年第940号决定，自2026年3月2日起至2027年3月1日，暂停实施商务部公告2025年第939号。\n"
        "一、商务部公告2025年第939号第一条自2026年10月26日起恢复实施管制，"
        "不再执行商务部公告2026年第940号的暂停安排。\n"
        "二、商务部公告2025年第939号其他物项仍按商务部公告2026年第940号暂停至2027年3月1日。"
    )
    assert done(told) == [("resume", "939#i", "2026-10-26", "")]


def test_a_firm_may_be_bound_again_on_the_day_on_which_the_others_are_not():
    told = (
        "一、商务部公告2025年第968号自2026年11月10日起暂停实施90天。\n"
        "二、对奥斯坦低温公司，自2026年11月10日起恢复执行商务部公告2025年第968号。"
    )
    assert done(told) == [
        ("suspend", "968", "2026-11-10", "2027-02-07"),
        ("resume", "968", "2026-11-10", "", "奥斯坦低温公司"),
    ]


PLAN = "商务部公告2025年第995号原定2027年3月1日全部施行。现对该公告作出以下安排：\n\n"


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (
            PLAN + "1. 第三条改在2027年6月15日施行，2027年3月1日不再是该条的施行日。\n\n"
            "2. 第五条予以撤回，不付诸施行。\n\n"
            "3. 其余各条（第一条、第二条）仍从2027年3月1日起施行。\n\n本公告一经公布即行生效。",
            [("postpone", "995#iii", "2027-06-15", ""), ("repeal", "995#v", "2026-09-04", "")],
        ),
        (
            "商务部公告2025年第944号不再按原定的2026年9月10日实施，而是推迟实施，何时实施另行公布。",
            [("postpone", "944", "", "")],
        ),
        (
            "商务部公告2025年第947号对锂电池出口实行临时通用许可，该许可将于2026年10月31日到期。"
            "现就延期等事项公告如下：\n\n一、临时通用许可的有效期在原截止日期的基础上延长6个月，"
            "延长后截止日期为2027年4月30日。\n\n二、此前取得的逐单许可证件，其有效期不因本公告顺延。",
            [("extend", "947", "", "2027-04-30")],
        ),
        (
            "商务部公告2025年第939号在2026年9月15日前（含当日）暂停实施商务部公告2025年第938号。\n"
            "现决定：前述暂停期满后，对商务部公告2025年第938号再行暂停实施一年。",
            [("suspend", "938", "2026-09-16", "2027-09-15")],
        ),
        (
            "特雷维斯公司没有按期整改，2025年第976号公告所定措施从2027年7月20日起重新对该公司适用。",
            [("resume", "976", "2027-07-20", "", "特雷维斯公司")],
        ),
        (
            "根据商务部公告2025年第955号，包括商务部公告2025年第952号在内的五项公告暂停实施至"
            "2027年6月30日。\n经批准，现决定商务部公告2025年第952号自2027年2月1日起提前恢复实施。",
            [("resume", "952", "2027-02-01", "")],
        ),
    ],
)
def test_what_is_moved_is_told_around_the_sentence_that_moves_it(told, meant):
    assert done(told) == meant


ANEW = (
    "商务部于2026年7月29日发布公告2025年第946号，定于9月15日起实施。现对实施安排调整如下：\n\n"
    "一、第946号公告附件一所列物项的出口管制，仍自9月15日起实施。\n\n"
)


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (
            ANEW + "二、第946号公告附件二所列物项的出口管制，自本公告公布之日起满90日后实施。\n\n"
            "三、第946号公告附件三暂不实施，具体实施时间另行公告。",
            [("postpone", "946#annex-2", "2026-12-03", ""), ("postpone", "946#annex-3", "", "")],
        ),
        (
            "商务部公告2025年第928号已自2026年5月1日起施行。其中，第三条第二款定于2026年10月1日起执行。\n"
            "根据企业反映，决定将第三条第二款延至2026年12月1日起执行。",
            [("postpone", "928#iii-2", "2026-12-01", "")],
        ),
    ],
)
def test_first_days_may_be_told_anew(told, meant):
    assert done(told) == meant


@pytest.mark.parametrize(
    "told",
    [
        "商务部公告2025年第948号恢复实施之日，本公告同时失效。",
        "为掌握商务部公告2025年第948号暂停实施期间的情况，自2026年10月1日起应当报送信息。",
        "本公告不影响商务部公告2025年第947号规定的暂停期限，第948号公告在暂停期内不恢复实施。",
        "自2026年10月1日起，商务部公告2025年第929号附件的填报样式停止使用。",
    ],
)
def test_what_only_speaks_of_a_pause_or_of_a_form_moves_nothing(told):
    assert done(told) == []


LETTER = """商务部办公厅关于同意延期适用有关报告要求的函
商办安管函〔2026〕965号

某某省商务厅：

你厅《关于恳请延期执行报告要求的请示》（某商贸〔2026〕37号）收悉。经研究，现函复如下：

一、{}

二、其他出口经营者仍应自2026年12月1日起执行该公告。

商务部办公厅
2026年11月9日
"""


def test_a_letter_that_grants_more_time_is_an_act():
    told = LETTER.format(
        "同意海岳增材制造有限公司延期适用商务部公告2026年第950号第二条规定的报告要求，"
        "延至2027年3月1日起适用。"
    )
    found = read(told)
    assert found.instrument is not None
    assert found.instrument.id == "cn/mofcom/2026/965"
    (effect,) = found.effects
    assert (effect.kind, *effect.affected) == ("postpone", "cn/mofcom/2026/950#ii")
    assert (str(effect.from_), effect.parties) == ("2027-03-01", ("海岳增材制造有限公司",))


def test_a_letter_that_explains_moves_nothing():
    told = LETTER.format("商务部公告2026年第950号第二条所称报告，是指季度报告，不包括年度报告。")
    assert read(told).effects == ()


def test_a_line_that_ends_with_a_bracket_may_go_on_in_the_next_one():
    told = (
        "  为便利企业对产品进行管制归类，现就商务部 海关总署公告2025年第957\n"
        "号（2025年4月13日公布，关于对低温超导材料相关物项实施出口管制的公告）\n"
        "的实施日期公告如下：\n\n"
        "  上述公告原定自2026年9月15日起实施，现推迟60天，改为自2026年11月\n"
        "14日起实施。上述公告第二条的实施日期不变，仍为2027年2月1日。上述公告的\n管制内容不作调整。\n"
        "\n  商务部、海关总署此前就上述公告征集实务问题，截止日期为2026年8月\n"
        "20日，共收到来函37件。"
    )
    ((kind, acts, *days),) = done(told)
    assert (kind, acts.removesuffix("#whole"), days) == ("postpone", "957", ["2026-11-14", ""])


def test_an_item_counted_alone_is_one_of_the_point_told_before():
    told = (
        "商务部公告2025年第940号第一条列明三项物项，其中第（二）项为碳纤维织物。\n"
        "商务部决定自2026年9月10日起，对前述第（二）项暂不执行出口许可要求。"
    )
    assert done(told) == [("suspend", "940#i-2", "2026-09-10", "")]


ANSWER = """MOFCOM Spokesperson's Remarks on Two Announcements
November 4, 2026, 20:00

Question: What will happen to the measures?

Answer: {}
"""


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (
            "The Ministry of Commerce has decided that, from November 10, 2026, Announcement No. "
            "961 of 2025 shall cease to apply. As regards Announcement No. 962 of 2025, whose "
            "pause runs out on November 9, the pause is renewed for one year from "
            "November 10, 2026.",
            [("repeal", "961", "None"), ("suspend", "962", "2027-11-09")],
        ),
        (
            "The Ministry of Commerce has decided that, starting from November 10, 2026, the "
            "measures shall be suspended for 90 days with respect to the 17 entities listed in "
            "Announcement No. 961 of 2025, and shall cease to be implemented with respect to the "
            "14 entities listed in Announcement No. 962 of 2025.",
            [("suspend", "961", "2027-02-07"), ("repeal", "962", "None")],
        ),
    ],
)
def test_an_answer_does_two_things_to_two_acts(told, meant):
    found = read(ANSWER.format(told)).effects
    assert [(one.kind, one.affected[0][-3:], str(one.through)) for one in found] == meant


def page(lead, rows):
    """Return the text of a page as its cells are given, one a line."""
    return lead + "\n" + "\n".join(rows) + "\n上述公告的其他条款不作调整。"


A, B = "商务部公告2025年第945号", "商务部公告2025年第947号"
LEAD = "经批准，对下列公告作如下安排："
PAUSE = "2026年9月10日至2027年9月9日"
TABLES = (
    (
        LEAD,
        (
            "公告",
            "条款",
            "安排",
            "期限",
            A,
            "第一条",
            "暂停实施",
            PAUSE,
            "第三条",
            "停止执行",
            "自2026年9月10日起",
            B,
            "第二条第（一）项",
            "推迟实施",
            "2027年1月1日",
        ),
        [
            ("suspend", "945#i", "2026-09-10", "2027-09-09"),
            ("repeal", "945#iii", "2026-09-10", ""),
            ("postpone", "947#ii-1", "2027-01-01", ""),
        ],
    ),
    (
        LEAD,
        (
            "日期",
            "条款",
            "公告",
            "措施",
            "2026年9月10日起",
            "第一条",
            A,
            "停止执行",
            "2026年10月1日起",
            "全文",
            B,
            "恢复实施",
        ),
        [("repeal", "945#i", "2026-09-10", ""), ("resume", "947", "2026-10-01", "")],
    ),
    (
        LEAD,
        (
            "公告",
            "物项",
            "安排",
            "日期",
            A,
            "石英坩埚",
            "暂停实施",
            PAUSE,
            B,
            "全部物项",
            "暂停实施",
            PAUSE,
        ),
        [("suspend", "947", "2026-09-10", "2027-09-09")],
    ),
    (
        LEAD,
        ("公告", "安排", A, "自2026年9月10日起停止执行第三条", B, "继续执行"),
        [("repeal", "945#iii", "2026-09-10", "")],
    ),
    (
        LEAD,
        ("实体", "公告", "安排", "期限", "北湾公司", A, "停止执行", "2026年9月10日起"),
        [("repeal", "945", "2026-09-10", "", "北湾公司")],
    ),
    (
        "现将下列公告的实施日期调整如下：",
        (
            "公告",
            "原定实施日期",
            "调整后实施日期",
            A,
            "2026年10月1日",
            "2027年1月1日",
            B + "第二条",
            "2026年11月1日",
            "2027年3月1日",
        ),
        [("postpone", "945", "2027-01-01", ""), ("postpone", "947#ii", "2027-03-01", "")],
    ),
    (
        f"现决定，对下列实体暂停执行{A}规定的禁止措施，自2026年9月20日起，截止日期如下表：",
        (
            "序号",
            "实体名称",
            "英文名称",
            "截止日期",
            "1",
            "帕洛斯电子公司",
            "Palos",
            "2026年11月19日",
            "2",
            "瑞奥加激光公司",
            "Rioga",
            "2026年11月19日",
            "3",
            "霍布兰德材料公司",
            "Hobrand",
            "2027年2月19日",
        ),
        [
            ("suspend", "945", "2026-09-20", "2026-11-19", "帕洛斯电子公司", "瑞奥加激光公司"),
            ("suspend", "945", "2026-09-20", "2027-02-19", "霍布兰德材料公司"),
        ],
    ),
)


@pytest.mark.parametrize(("lead", "cells", "meant"), TABLES)
def test_a_table_is_read_by_the_heads_of_its_columns(lead, cells, meant):
    assert done(page(lead, cells)) == meant
