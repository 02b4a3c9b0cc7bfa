"""Which of several annexes, or of their parts, does a point of an English act mean?"""

import pytest

from tests.unit.extraction.test_extract import read

NAMED = (
    ("Annex I", "Annex II", "ANNEX I", "ANNEX II"),
    ("Annex A", "Annex B", "ANNEX A", "ANNEX B"),
    ("Schedule 1", "Schedule 2", "Schedule 1", "Schedule 2"),
    ("Part A of the Annex", "Part B of the Annex", "ANNEX\nPart A", "Part B"),
    ("Table 1 of the Annex", "Table 2 of the Annex", "ANNEX\nTable 1", "Table 2"),
)


@pytest.mark.parametrize(("one", "other", "head", "next_head"), NAMED)
def test_a_point_binds_the_goods_of_the_annex_that_it_names(
    one: str, other: str, head: str, next_head: str
) -> None:
    found = read(
        "MOFCOM Announcement No. 977 of 2026\n\n"
        f"1. The items listed in {one} shall not be exported without a licence.\n\n"
        f"2. Exporters of goods set out in {other} shall report each export to the Ministry.\n\n"
        "3. This announcement takes effect on June 1, 2026.\n\nMinistry of Commerce\n"
        f"May 12, 2026\n\n{head}\nHafnium sponge (HS 8112310010)\n\n"
        f"{next_head}\nNiobium rods (HS 8112924010)\n"
    )
    assert [(made.terms["requirement"], made.terms["hs_codes"]) for made in found.measures] == [
        ("licence", ["8112310010"]),
        ("reporting", ["8112924010"]),
    ]


@pytest.mark.parametrize(
    ("one", "other", "head", "next_head"),
    [
        ("清单甲表所列物项", "清单乙表所列物项", "甲表", "乙表"),
        ("清单甲类物项", "清单乙类中的物项", "甲类:", "乙类:"),
        ("清单表一所列物项", "清单表二所列物项", "表一:", "表二:"),
    ],
)
def test_a_point_binds_the_goods_of_the_table_that_it_names(
    one: str, other: str, head: str, next_head: str
) -> None:
    found = read(
        "商务部公告2026年第977号\n\n现公布《铌制品出口管制清单》（附后），有关事项公告如下：\n\n"
        f"一、{one}，取得出口许可后方可出口。\n二、{other}，任何单位和个人不得出口。\n"
        "三、本公告自2026年6月1日起执行。\n\n商务部\n2026年5月12日\n\n"
        f"附：铌制品出口管制清单\n{head}\n1C943.a 铌棒 8112924010\n"
        f"{next_head}\n1C944 铌粉 8112921010\n"
    )
    assert [(made.terms["requirement"], made.terms["hs_codes"]) for made in found.measures] == [
        ("licence", ["8112924010"]),
        ("prohibition", ["8112921010"]),
    ]
