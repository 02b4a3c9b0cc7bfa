"""Does a point that points to another one demand what that one demands?"""

from datetime import date

import pytest

from tests.unit.extraction.test_extract import read

ORDER = """Order No. 977 of the Ministry of Economy, Trade and Industry
May 12, 2026

This Order is established under the Act.

Article 1 {}
Article 2 {}
Article 3 This Order comes into effect on June 1, 2026.
"""
PERMISSION = "The permission of the Minister is required for the export of rhenium powder."
BAN = "Exporting rhenium powder to Japan is prohibited."
POINTING = (
    (PERMISSION, "The same applies to niobium powder.", "licence"),
    (
        PERMISSION,
        "(Technology)\nPermission in like manner is required for its technology.",
        "licence",
    ),
    (BAN, "The same rule applies also to niobium powder.", "prohibition"),
    (BAN, "Sales of niobium powder are subject to the same prohibition.", "prohibition"),
)


@pytest.mark.parametrize(("first", "second", "demand"), POINTING)
def test_a_point_demands_the_same_of_other_goods(first, second, demand):
    told = read(ORDER.format(first, second)).measures
    assert [one.terms["requirement"] for one in told] == [demand] * 2
    assert {one.from_ for one in told} == {date(2026, 6, 1)}


def test_a_point_that_tells_of_the_same_goods_demands_nothing_new():
    told = read(ORDER.format(PERMISSION, "The same applies where the export is made by post."))
    assert len(told.measures) == 1
