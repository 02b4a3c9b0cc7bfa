"""What does each row of an Indian policy table demand, and until when?"""

from datetime import date

import pytest

from tests.unit.extraction.test_extract import read

JUNE = date(2027, 6, 30)


def rows(cells: str, parted: str) -> dict[str, tuple[str, date | None]]:
    """Return by code what is demanded from the day of the notification on, and until when."""
    text = f"""Directorate General of Foreign Trade
Notification No. 957/2026-27
New Delhi, dated the 18th May, 2026
Subject: Amendment in Export Policy
S.O. 9057(E): In exercise of powers conferred by Section 3 of the FT(D&R) Act, 1992, the Central
Government amends Schedule 2 of the ITC(HS) as under:
ITC(HS) Code | Item | Existing policy | Revised policy
{cells}
2. The revised policy comes into force with immediate effect.
"""
    found = read(text.replace(" | ", parted))
    assert {one.from_ for one in found.measures} == {date(2026, 5, 18)}
    return {
        one.terms["hs_codes"][0]: (one.terms["requirement"], one.through) for one in found.measures
    }


@pytest.mark.parametrize("parted", [" | ", "\n"])
@pytest.mark.parametrize(
    "until", ["up to 30.06.2027", "till 30th June 2027", "until June 30, 2027"]
)
def test_row_with_a_last_day_is_a_limb_of_its_own(until: str, parted: str) -> None:
    cells = (
        "8104 19 00 | Unwrought magnesium | Free | Restricted\n"
        f"2529 22 00 | Acid grade fluorspar | Free | Prohibited {until}"
    )
    assert rows(cells, parted) == {
        "81041900": ("licence", None), "25292200": ("prohibition", JUNE)
    }  # fmt: skip


@pytest.mark.parametrize("parted", [" | ", "\n"])
def test_rows_of_one_policy_with_other_last_days_are_parted(parted: str) -> None:
    cells = (
        "8104 19 00 | Unwrought magnesium | Free | Restricted till 30.06.2027\n"
        "2529 22 00 | Acid grade fluorspar | Free | Restricted"
    )
    assert rows(cells, parted) == {"81041900": ("licence", JUNE), "25292200": ("licence", None)}
