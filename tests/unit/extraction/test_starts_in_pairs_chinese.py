"""Which starts does a Chinese act give its parts, in sentences of parts and days alone?"""

from datetime import date

import pytest

from tests.unit.extraction.test_extract import read

NOW, JULY, SEPTEMBER = date(2026, 5, 12), date(2026, 7, 1), date(2026, 9, 1)
_ACT = """商务部公告2026年第977号
关于对特定物项实施出口管制的公告

{lead}

一、出口锆锭（海关商品编号：8109210010）的，应当申请许可。

二、境外组织和个人向第三国出口下列物项，应当取得许可：

（一）在境外制造、含有原产于中国的锆锭的合金，锆锭价值占比达到0.5%的；

（二）使用原产于中国的技术生产的锆锭。

三、最终用户列入管控名单的，原则上不予许可。

{end}

商务部
2026年5月12日
"""


def _starts(lead: str, end: str) -> tuple[date | None, ...]:
    act = read(_ACT.format(lead=lead, end=end))
    assert act.effects == ()
    told = {one.id.partition("#")[2]: one.from_ for one in act.measures}
    return tuple(told.get(key, told.get("ii")) for key in ("i", "ii-1", "ii-2", "iii"))


@pytest.mark.parametrize(
    ("sentence", "starts"),
    [
        (
            "本公告在公布当日即发生效力，但其中第二条第（一）项要到2026年7月1日才开始实施。",
            (NOW, JULY, NOW, NOW),
        ),
        (
            "第二条第（一）项自2026年7月1日起执行，第二条第（二）项自2026年9月1日起执行；"
            "其余各条的执行时间同第一条，自公布之日起。",
            (NOW, JULY, SEPTEMBER, NOW),
        ),
        (
            "第一条自2026年7月1日起执行；第二条、第三条的执行时间与第一条相同。",
            (JULY, JULY, JULY, JULY),
        ),
        (
            "第二条中，（一）自2026年7月1日起施行，（二）自2026年9月1日起施行；"
            "其余条款自公布之日起施行。",
            (NOW, JULY, SEPTEMBER, NOW),
        ),
        (
            "自2026年7月1日起实施第二条第（一）项；自2026年9月1日起实施第二条第（二）项；"
            "其余规定自公布之日起实施。",
            (NOW, JULY, SEPTEMBER, NOW),
        ),
        (
            "自2026年7月1日起，第二条第（一）项开始实施。其他各条自公布之日起实施。",
            (NOW, JULY, NOW, NOW),
        ),
        (
            "第一条、第三条的实施时间为公布之日；"
            "第二条的实施时间，第（一）项为2026年7月1日，第（二）项为2026年9月1日。",
            (NOW, JULY, SEPTEMBER, NOW),
        ),
        (
            "本公告施行日期如下：第一条、第三条为公布之日；第二条第（一）项为2026年7月1日；"
            "第二条第（二）项为2026年9月1日。",
            (NOW, JULY, SEPTEMBER, NOW),
        ),
        (
            "第二条以2026年9月1日为起始日，其他各条以2026年7月1日为起始日。",
            (JULY, SEPTEMBER, SEPTEMBER, JULY),
        ),
        (
            "第二条第（一）项晚两个月实施，即自2026年9月1日起；其他各项规定均自2026年7月1日起实施。",
            (JULY, SEPTEMBER, JULY, JULY),
        ),
        (
            "本公告分步实施：2026年7月1日起实施第一条和第三条，2026年9月1日起实施第二条。",
            (JULY, SEPTEMBER, SEPTEMBER, JULY),
        ),
        (
            "第二条第（一）、（二）项分别自2026年7月1日、2026年9月1日起施行，其余自公布之日起施行。",
            (NOW, JULY, SEPTEMBER, NOW),
        ),
        (
            "除第二条第（一）项自2026年9月1日施行外，本公告自2026年7月1日起施行。",
            (JULY, SEPTEMBER, JULY, JULY),
        ),
        (
            "本公告的施行日期分别为：\n第二条第（一）项自2026年7月1日起；\n其余自公布之日起。",
            (NOW, JULY, NOW, NOW),
        ),
    ],
)
def test_a_sentence_of_parts_and_days_starts_each_part_on_its_day(
    sentence: str, starts: tuple[date | None, ...]
) -> None:
    assert _starts("根据有关法律，公告如下：", f"四、{sentence}") == starts


@pytest.mark.parametrize(
    ("lead", "starts"),
    [
        (
            "根据有关法律，自2026年7月1日起执行下列规定（第二条自2026年9月1日起执行）。现公告如下：",
            (JULY, SEPTEMBER, SEPTEMBER, JULY),
        ),
        (
            "本公告所列措施自公布之日起实施，第二条第（一）项除外，该项自2026年7月1日起实施。"
            "具体如下：",
            (NOW, JULY, NOW, NOW),
        ),
        ("以下措施于2026年7月1日零时正式启动，特此公告：", (JULY, JULY, JULY, JULY)),
    ],
)
def test_starts_may_stand_before_the_points(lead: str, starts: tuple[date | None, ...]) -> None:
    assert _starts(lead, "四、本公告未尽事宜，按照有关规定执行。") == starts


def test_entries_of_one_list_that_begin_apart_are_measures_each() -> None:
    act = read(
        "商务部公告2026年第977号\n\n决定对下列物项实施出口管制：\n\n"
        "（一）3A970单光子探测器，同时满足以下指标：\n1.暗计数率低于100赫兹；\n2.时间抖动小于30皮秒。\n"
        "（二）3C970硅单晶。\n\n出口经营者出口上述物项，应当申请许可。\n"
        "第（一）项自2026年7月1日起实施，第（二）项自公布之日起实施。\n\n商务部\n2026年5月12日\n",
    )
    assert [(one.id[-2:], one.from_, one.terms["control_codes"]) for one in act.measures] == [
        ("#i", JULY, ["3A970"]),
        ("ii", NOW, ["3C970"]),
    ]
    assert len(act.measures[0].terms["thresholds"]) == 2


def test_figures_that_head_entries_are_points() -> None:
    act = read(
        "商务部公告2026年第977号\n\n决定对符合以下特性的物项实施出口管制：\n\n"
        "1.锶相关物项\n（1）金属锶（1C961.a）；\n（2）钛酸锶单晶（1C961.b）。\n"
        "2.钡相关物项\n（1）偏硼酸钡晶体（1C962.a）。\n（2）坩埚下降炉（2B962）。\n"
        "出口前述物项的，应当申领许可证。\n"
        "第1条自2026年7月1日起施行，第2条自2026年9月1日起施行。\n\n商务部\n2026年5月12日\n",
    )
    assert [(one.id.partition("#")[2], one.from_) for one in act.measures] == [
        ("i", JULY),
        ("ii", SEPTEMBER),
    ]
