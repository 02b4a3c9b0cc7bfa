"""What does a table change whose rows name a part and tell in words what is done to it?"""

import pytest

from tests.unit.extraction.test_extract import read

ACT = """商务部公告2026年第977号
关于调整有关物项范围的公告

{lead}
{table}
商务部
2026年5月12日
"""
LEADS = (
    "商务部公告2026年第921号作如下调整，自2026年6月15日起执行：",
    "据此决定，商务部公告2026年第921号自2026年6月15日起按以下内容执行：",
)
CELLS = (
    ("第一条第（二）项", "原文“纯度超过98%”，改为“纯度达到99%”"),
    ("第二条第（一）项", "删除"),
    ("第三条", "于第（2）项之后增补第（3）项，内容为“（3）1C961.c.铼的氯化物”"),
)
ROWS = (f"{n}\n{a}\n{b}" for n, (a, b) in enumerate(CELLS, 1))
COUNTED = "序号\n条款\n调整内容\n" + "\n".join(ROWS)
PLAIN = "所涉条款\n修订方式\n修订内容\n" + "\n".join(f"{a}\n修改\n{b}" for a, b in CELLS)


PLACED = "序号\n修改位置\n修改内容\n" + "\n".join(
    f"{n}\n{a}\n{'予以删除' if b == '删除' else b}" for n, (a, b) in enumerate(CELLS, 1)
)


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("table", [COUNTED, PLAIN, PLACED])
def test_each_row_changes_the_part_that_it_names(lead, table):
    found = read(ACT.format(lead=lead, table=table)).effects
    told = {(one.kind, *one.affected, str(one.from_)) for one in found}
    assert told == {
        ("amend", "cn/mofcom/2026/921#i-2", "2026-06-15"),
        ("repeal", "cn/mofcom/2026/921#ii-1", "2026-06-15"),
        ("amend", "cn/mofcom/2026/921#iii", "2026-06-15"),
    }
