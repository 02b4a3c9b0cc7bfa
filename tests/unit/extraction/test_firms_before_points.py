"""Are the firms that a list names before the points those of whom the points speak?"""

import pytest

from tests.unit.extraction.test_extract import read

NOTICE = """不可靠实体清单工作机制公告2026年第961号
关于将有关企业列入不可靠实体清单的公告

依据《不可靠实体清单规定》，不可靠实体清单工作机制决定将下列企业列入不可靠实体清单：
{}
一、{}；
二、不准{}在中国境内新增投资。

本公告未尽事宜，按照《不可靠实体清单规定》办理，自公布之日起实施。

不可靠实体清单工作机制
2026年9月25日
"""
NAMES = ["塔隆无人机公司", "奥伯龙技术公司"]
LISTS = (
    "塔隆无人机公司（Talon UAS, Inc.）、奥伯龙技术公司（Oberon Counter-UAS）。",
    "1. 塔隆无人机公司，英文名称：Talon UAS, Inc.；\n2. 奥伯龙技术公司，英文名称：Oberon。",
    "序号\n中文名称\n外文名称\n1\n塔隆无人机公司\nTalon UAS\n2\n奥伯龙技术公司\nOberon",
)


@pytest.mark.parametrize("listed", LISTS)
@pytest.mark.parametrize("opening", ["", "对上述实体采取以下措施："])
def test_points_bind_the_firms_listed_before_them(listed, opening):
    them = "" if opening else "上述企业"
    text = NOTICE.format(f"{listed}\n{opening}", f"禁止{them}从事与中国有关的进出口活动", them)
    told = read(text).measures
    assert [one.terms.get("parties") for one in told] == [NAMES, NAMES]
    assert {str(one.from_) for one in told} == {"2026-09-25"}
