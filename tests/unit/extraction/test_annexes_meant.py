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
