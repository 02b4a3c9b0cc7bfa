"""Is each table of a Chinese act read by the words above it, whatever tables stand beside it?"""

from datetime import date
from itertools import permutations

import pytest

from tests.unit.extraction.test_deeds_told_apart import CHINESE
from tests.unit.extraction.test_extract import read
from tracker.extraction.pages.text import html_to_text

TABLES = {
    "acts": (
        "对下列公告分别作如下处理：\n序号\t文件\t处理方式\t起始日期\t截止日期\n"
        "1\t商务部公告2025年第931号\t暂停\t2026年12月1日\t2027年6月30日\n"
        "2\t商务部公告2025年第932号\t恢复实施\t2027.1.15",
        {("suspend", "931", date(2026, 12, 1)), ("resume", "932", date(2027, 1, 15))},
    ),
    "firms": (
        "就商务部公告2025年第933号所列实体，按下表执行：\n序号\t实体名称\t处理\t起始日期\n"
        "1\t奥尔丁光电公司\t移出名单\t2026-12-15\n2\t科文导航公司\t暂停一年\t2027-02-01",
        {("repeal", "933", date(2026, 12, 15)), ("suspend", "933", date(2027, 2, 1))},
    ),
    "words": (
        "更正商务部公告2025年第934号，自2027年3月1日起适用：\n条款\t原表述\t更正后\n"
        "第二条\t直径超过300毫米\t直径超过200毫米",
        {("amend", "934#ii", date(2027, 3, 1))},
    ),
    "pause": (
        "商务部公告2025年第935号在2027年第二季度内停止实施；商务部公告2025年第936号，同样处理。",
        {("suspend", "935", date(2027, 4, 1)), ("suspend", "936", date(2027, 4, 1))},
    ),
}


@pytest.mark.parametrize(("first", "second"), tuple(permutations(TABLES, 2)))
def test_two_tables_are_read_as_if_each_stood_alone(first, second):
    found = read(CHINESE.format(f"一、{TABLES[first][0]}\n二、{TABLES[second][0]}"))
    told = {
        (one.kind, one.affected[0].removeprefix("cn/mofcom/2025/"), one.from_)
        for one in found.effects
    }
    assert told == TABLES[first][1] | TABLES[second][1]


def test_rows_of_goods_begin_on_their_own_days():
    rows = "1\t1C951\t铌粉\t2026年12月1日\n2\t1C952\t钽丝\t2027.2.1"
    lead = "出口下表物项须取得出口许可证：\n序号\t管制编码\t物项\t起始日期\n"
    found = read(CHINESE.format(f"一、{lead}{rows}"))
    assert [(one.id.partition("#")[2], one.from_) for one in found.measures] == [
        ("i-1", date(2026, 12, 1)),
        ("i-2", date(2027, 2, 1)),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "商务部公告2025年第931号经由商务部公告2025年第932号暂停，其后商务部公告2026年第933号将暂停期限展至2027年6月30日。",
        "商务部公告2025年第931号的暂停期限曾由商务部公告2025年第932号延长至2027年6月30日。",
        "《关于对氧化铍实施出口许可管理的公告》（商务部公告2025年第934号）不作调整。",
    ],
)
def test_what_other_acts_did_or_say_is_only_told(told):
    found = read(CHINESE.format(told))
    assert (found.effects, found.measures) == ((), ())


@pytest.mark.parametrize("code", ["第二条第（一）项<br>3C971.a", "第二条第（一）项<br>（3C971.a）"])
def test_second_line_of_a_cell_is_the_code_of_its_part(code):
    rows = f"<tr><td>1</td><td>{code}</td><td>纯度不低于99%</td><td>纯度不低于99.9%</td></tr>"
    rows += "<tr><td>2</td><td>第三条<br>3E973</td><td>某制造技术</td><td>（删除）</td></tr>"
    page = (
        "<html><body><h1>商务部公告2026年第953号</h1>"
        "<p>商务部公告2025年第934号现修订如下，自2027年3月1日起执行：</p>"
        "<table><tr><th>序号</th><th>位置</th><th>原文</th><th>修订后</th></tr>"
        f"{rows}</table><p>商务部</p><p>2026年9月21日</p></body></html>"
    )
    amended, repealed = read(html_to_text(page)).effects
    assert (amended.kind, amended.affected) == ("amend", ("cn/mofcom/2025/934#ii-1",))
    assert amended.terms["control_codes"] == ["3C971.a"]
    assert [limit["value"] for limit in amended.terms["thresholds"]] == ["0.999"]
    assert (repealed.kind, repealed.affected) == ("repeal", ("cn/mofcom/2025/934#iii",))
