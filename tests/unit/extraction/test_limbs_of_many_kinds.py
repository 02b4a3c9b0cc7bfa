"""Is each point of an act read as if it stood alone, whatever the others do?

Every ordered pair of kinds is put into one act, with a point that only tells the procedure between.
"""

from datetime import date
from itertools import permutations

import pytest

from tests.unit.extraction.test_deeds_told_apart import CHINESE, ENGLISH
from tests.unit.extraction.test_extract import read

LIMBS = {
    "licence": ("出口金属铼（管制编码：1C951），必须事先报商务部批准并取得许可证件。", None),
    "ban": ("任何组织和个人不得将钽丝出口至日本。", None),
    "pause": (
        "商务部公告2025年第931号自2026年12月1日起暂停执行一年。",
        ("suspend", "931", date(2026, 12, 1)),
    ),
    "open pause": (
        "自2026年12月1日起，商务部公告2025年第932号暂缓执行，直至另行公告。",
        ("suspend", "932", date(2026, 12, 1)),
    ),
    "end": (
        "废止商务部公告2025年第933号，自2027年1月1日起生效。",
        ("repeal", "933", date(2027, 1, 1)),
    ),
    "part out": (
        "商务部公告2025年第934号第一条中的第（三）项自2027年1月1日起予以删除。",
        ("repeal", "934#i-3", date(2027, 1, 1)),
    ),
    "words": (
        "商务部公告2025年第935号第一条第（二）项中的“纯度不低于99.9%”，自2027年3月15日起调整为"
        "“纯度不低于99.95%”。",
        ("amend", "935#i-2", date(2027, 3, 15)),
    ),
    "delay": (
        "将商务部公告2025年第936号的实施时间延后到2027年1月1日。",
        ("postpone", "936", date(2027, 1, 1)),
    ),
    "return": (
        "自2026年12月1日起，恢复实施商务部公告2025年第937号。",
        ("resume", "937", date(2026, 12, 1)),
    ),
}
PROCEDURE = "海关依法查验，对存在质疑的出口货物不予放行。"


@pytest.mark.parametrize(("first", "second"), tuple(permutations(LIMBS, 2)))
def test_two_points_are_read_as_if_each_stood_alone(first, second):
    told = (LIMBS[first][0], PROCEDURE, LIMBS[second][0], "本公告自公布之日起施行。")
    body = "\n".join(f"{count}、{point}" for count, point in zip("一二三四", told, strict=True))
    found = read(CHINESE.format(body))
    done = {LIMBS[kind][1] for kind in (first, second)} - {None}
    read_so = {
        (e.kind, e.affected[0].removeprefix("cn/mofcom/2025/"), e.from_) for e in found.effects
    }
    assert read_so == done
    own = [part for part, kind in (("i", first), ("iii", second)) if LIMBS[kind][1] is None]
    assert [one.id.partition("#")[2] for one in found.measures] == own


@pytest.mark.parametrize("label", ["一、", "第一条　", "（一）", "1. "])
def test_the_number_of_a_point_is_no_part_of_the_act_that_it_changes(label):
    second = label.replace("一", "二").replace("1", "2")
    point = f"{label}{LIMBS['words'][0]}\n{second}{LIMBS['ban'][0]}"
    (effect,) = read(CHINESE.format(point)).effects
    assert effect.affected == ("cn/mofcom/2025/935#i-2",)


ENGLISH_LIMBS = {
    "licence": (
        "Exporters of tantalum wire shall apply to the Ministry for an export licence.",
        None,
    ),
    "ban": ("No organization or individual may export niobium powder to Japan.", None),
    "pause": (
        "Effective January 1, 2027, the implementation of MOFCOM Announcement No. 931 of 2025 is"
        " suspended for one year.",
        ("suspend", "931", date(2027, 1, 1)),
    ),
    "end": (
        "As of January 1, 2027, MOFCOM Announcement No. 933 of 2025 is repealed.",
        ("repeal", "933", date(2027, 1, 1)),
    ),
    "part out": (
        "Item (3) of point I of MOFCOM Announcement No. 934 of 2025 is repealed as of"
        " January 1, 2027.",
        ("repeal", "934#1-3", date(2027, 1, 1)),
    ),
    "words": (
        "With effect from March 15, 2027, in item (2) of point I of MOFCOM Announcement No. 935 of"
        ' 2025, "purity of not less than 99.9%" is replaced by "purity of not less than 99.95%".',
        ("amend", "935#1-2", date(2027, 3, 15)),
    ),
    "return": (
        "The suspension of MOFCOM Announcement No. 937 of 2025 is lifted with effect from"
        " December 1, 2026.",
        ("resume", "937", date(2026, 12, 1)),
    ),
}
TOLD = "Customs shall not release goods that are under question."
START = "This Announcement shall come into force on November 10, 2026."


@pytest.mark.parametrize("label", ["{}. ", "({}) "])
@pytest.mark.parametrize(("first", "second"), tuple(permutations(ENGLISH_LIMBS, 2)))
def test_two_english_points_are_read_as_if_each_stood_alone(first, second, label):
    told = (ENGLISH_LIMBS[first][0], TOLD, ENGLISH_LIMBS[second][0])
    body = "\n".join(label.format(count) + point for count, point in enumerate(told, 1))
    found = read(ENGLISH.format(f"{body}\n{START}"))
    done = {ENGLISH_LIMBS[kind][1] for kind in (first, second)} - {None}
    assert {
        (e.kind, e.affected[0].removeprefix("cn/mofcom/2025/"), e.from_) for e in found.effects
    } == done
    own = [p for p, kind in (("i", first), ("iii", second)) if ENGLISH_LIMBS[kind][1] is None]
    assert [(m.id.partition("#")[2], m.from_) for m in found.measures] == [
        (part, date(2026, 11, 10)) for part in own
    ]


@pytest.mark.parametrize("ended", ["repealed", "deleted"])
def test_a_part_that_ends_is_one_of_the_act_named_behind_it(ended):
    told = (
        "As of January 1, 2027, point II of MOFCOM Announcement No. 931 of 2025 is suspended and"
        f" point III of MOFCOM Announcement No. 933 of 2025 is {ended}."
    )
    found = read(ENGLISH.format(told)).effects
    assert [(one.kind, one.affected) for one in found] == [
        ("suspend", ("cn/mofcom/2025/931#2",)),
        ("repeal", ("cn/mofcom/2025/933#3",)),
    ]
