"""Are acts of a president, and of agencies beyond the field, read with their own ids and days?"""

from datetime import date

import pytest

from tracker.extraction.extract import extract
from tracker.extraction.extracted import Extraction
from tracker.extraction.heads.register_agencies import AGENCIES, agencies_in
from tracker.extraction.names.catalogue import Catalogue

ORDER = """By the authority vested in me as President by the Constitution, it is hereby ordered:

Section 1. {deed}

Sec. 2. Nothing in this order shall be construed to impair the authority of an agency.

THE WHITE HOUSE,
May 14, 2026.
"""


def _order(deed: str) -> Extraction:
    return extract(ORDER.format(deed=deed), authority="issuer")


def test_an_order_without_a_number_is_known_by_its_day_and_holds_from_its_signature() -> None:
    found = _order("Executive Order 19801 of February 1, 2026 (Kettles), is revoked.")
    assert found.instrument is not None
    assert found.instrument.id == "us/president/2026/eo-2026-05-14"
    (effect,) = found.effects
    assert (effect.kind, effect.affected) == ("repeal", ("us/president/2026/eo-19801",))
    assert (effect.from_, effect.basis) == (date(2026, 5, 14), "on_publication")


def test_a_list_of_orders_gives_each_its_own_year() -> None:
    found = _order(
        "Executive Orders 19801 of May 11, 2024 (On Kettles, and Pots), 19804 of April 9, 2025, "
        "and the Memorandum of June 2, 2025 (Lids), are revoked."
    )
    (effect,) = found.effects
    assert effect.affected == (
        "us/president/2024/eo-19801",
        "us/president/2025/eo-19804",
        "us/president/2025/memorandum-2025-06-02",
    )


def test_a_section_belongs_to_the_act_behind_it_alone() -> None:
    found = _order(
        "Proclamation 19914 of May 3, 2024, section 1 of Proclamation 19952 of June 5, 2024, and "
        "section 2 of Proclamation 19931 of July 7, 2025, are revoked."
    )
    (effect,) = found.effects
    assert effect.affected == (
        "us/president/2024/proclamation-19914",
        "us/president/2024/proclamation-19952#sec-1",
        "us/president/2025/proclamation-19931#sec-2",
    )


def test_an_older_order_without_a_year_is_not_taken_for_one_of_this_year() -> None:
    found = _order(
        "This order rests on nothing else, and says so at length before it comes to its point. " * 5
        + "Executive Order 19801 is revoked."
    )
    assert found.effects == ()


@pytest.mark.parametrize(
    ("head", "series"),
    [
        ("DEPARTMENT OF JUSTICE\nBureau of Prisons\n", "us/bop"),
        ("AGENCY: Internal Revenue Service (IRS), Treasury.\n", "us/irs"),
        ("AGENCY: Environmental Protection Agency (EPA).\n", "us/epa"),
        ("BUREAU OF CONSUMER FINANCIAL PROTECTION\n", "us/cfpb"),
    ],
)
def test_the_most_special_agency_gives_the_id(head: str, series: str) -> None:
    text = (
        f"[FR Doc No: 2026-90301]\n{head}ACTION: Final rule.\nSUMMARY: On kettles.\n"
        "DATES: This rule is effective June 1, 2026.\n[FR Doc. 2026-90301 Filed 4-22-26; 8:45 am]\n"
    )
    found = extract(text, authority="issuer", known=Catalogue())
    assert found.instrument is not None
    assert found.instrument.id == f"{series}/2026/2026-90301"


@pytest.mark.parametrize(
    ("number", "id"),
    [("E8-91801", "us/epa/2008/e8-91801"), ("97-91801", "us/epa/1997/97-91801")],
)
def test_older_numbers_of_the_register_tell_their_year(number: str, id: str) -> None:
    text = (
        "AGENCY: Environmental Protection Agency.\nACTION: Final rule.\nSUMMARY: On kettles.\n"
        f"DATES: This rule is effective June 1, 2009.\n[FR Doc. {number} Filed 4-22-09; 8:45 am]\n"
    )
    found = extract(text, authority="issuer")
    assert found.instrument is not None
    assert found.instrument.id == id


def test_every_agency_of_the_table_is_found_by_each_of_its_names() -> None:
    for word, names in AGENCIES:
        for name in names:
            ((_, issuer),) = agencies_in(f"AGENCY: {name}.", 0, len(name) + 9)
            assert issuer.series == f"us/{word}"
