"""Whom does a Chinese listing name: firms of a group too, and all where all are meant?"""

import pytest

from tests.unit.extraction.test_extract import KNOWN
from tests.unit.extraction.test_pauses_that_run_out import FRAME as NOTICE
from tracker.extraction.extract import extract

FRAME = """不可靠实体清单工作机制公告
〔2026〕968号

　　为维护国家主权、安全、发展利益，不可靠实体清单工作机制决定将下列实体列入不可靠实体清单：

　　{names}。

　　一、禁止上述实体从事与中国有关的进出口活动。

　　二、禁止上述实体在中国境内新增投资；对诺思维尔分析公司，另禁止其高级管理人员入境。

　　三、禁止中国境内组织和个人向诺思维尔分析公司提供数据。

　　本公告自公布次日起施行。

不可靠实体清单工作机制
2026年10月30日
"""
FIRST, GROUP, PART, LAST = (
    "诺思维尔分析公司", "奥尔德里奇地球物理集团", "奥尔德里奇海洋勘测公司", "塔斯卡洛系统公司",
)  # fmt: skip


@pytest.mark.parametrize(
    ("names", "listed"),
    [
        (f"{FIRST}、{GROUP}及其子公司{PART}、{LAST}", (FIRST, GROUP, PART, LAST)),
        (f"{FIRST}、{GROUP}（Aldrich）及其子公司{PART}（AMS）、{LAST}", (FIRST, GROUP, PART, LAST)),
        (f"{FIRST}、{GROUP}和其境外关联企业{PART}", (FIRST, GROUP, PART)),
        (f"{FIRST}及其境内子公司、{LAST}", (FIRST, LAST)),
        (f"{FIRST}、{LAST}及其子公司", (FIRST, LAST)),
        (f"{FIRST}、{GROUP}、{LAST}", (FIRST, GROUP, LAST)),
    ],
)
def test_each_point_binds_those_whom_it_means(names, listed):
    found = extract(FRAME.format(names=names), authority="issuer", language="zh", known=KNOWN)
    parties = [tuple(one.terms.get("parties", ())) for one in found.measures]
    assert parties == [listed, listed, (FIRST,)]


def _effects(told):
    return extract(NOTICE.format(told), authority="issuer", language="zh", known=KNOWN).effects


def test_names_that_join_a_list_join_no_act_that_is_left_alone():
    told = (
        "增列埃尔姆材料有限公司、法里斯机器人公司为不可靠实体清单实体，禁止上述实体从事与中国有关的"
        "进出口活动。\n　　二、商务部公告2025年第933号不作调整。"
    )
    assert _effects(told) == ()
