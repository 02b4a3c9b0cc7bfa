"""Are amounts read as quotas, ends of an act given to its parts, and rare numbers told?"""

from datetime import date

import pytest

from tests.unit.extraction.test_deeds_told_apart import ENGLISH
from tests.unit.extraction.test_extract import read
from tracker.extraction.extract import extract

QUOTAS = (
    "From 1 October 2026 to 31 December 2026 inclusive,"
    " exports of gallium shall not exceed 1,125 tonnes in total.",
    "Exports of gallium metal shall not exceed 1,200 tonnes"
    " between 1 October 2026 and 31 December 2026.",
    "The volume of gallium exported from 1 October 2026 to 31 December 2026"
    " may not exceed 1,200 tonnes.",
    "From 1 October 2026 to 31 December 2026,"
    " gallium exports are limited to a total of 900 tonnes.",
    "From 1 October 2026 to 31 December 2026, exports of gallium are capped at 900 tonnes.",
)


@pytest.mark.parametrize("text", QUOTAS)
def test_an_amount_that_exports_may_not_exceed_is_a_quota(text: str) -> None:
    (found,) = read(ENGLISH.format(text)).measures
    assert (found.terms or {})["requirement"] == "quota"
    assert (found.from_, found.through) == (date(2026, 10, 1), date(2026, 12, 31))


@pytest.mark.parametrize("does", ["withdraw", "reduce", "suspend", "cancel", "revise"])
def test_what_may_be_done_with_a_quota_sets_none(does: str) -> None:
    text = f"The Ministry may {does} the quota of an exporter that breaches this Announcement."
    assert not read(ENGLISH.format(text)).measures


LIVES = (
    "This Announcement shall apply from 1 September 2026 until 31 August 2028."
    " However, Point II shall apply from 1 January 2027.",
    "This Announcement applies from 1 September 2026 to 31 August 2028."
    " Point II shall, however, apply from 1 January 2027.",
    "This Announcement takes effect on 1 September 2026 and remains in force until 31 August 2028,"
    " except that Point II takes effect on 1 January 2027.",
    "This Announcement takes effect on 1 September 2026, Point II on 1 January 2027."
    " It expires on 31 August 2028.",
)


@pytest.mark.parametrize("life", LIVES)
def test_a_part_that_begins_later_ends_with_the_act(life: str) -> None:
    points = (
        "I. Producers shall report stocks of gallium every month.\n"
        "II. Exporters of gallium shall apply for a license.\nIII. "
    )
    found = {one.id[-3:]: one for one in read(ENGLISH.format(points + life)).measures}
    days = [(one.from_, one.through) for one in found.values()]
    assert days == [
        (date(2026, 9, 1), date(2028, 8, 31)),
        (date(2027, 1, 1), date(2028, 8, 31)),
    ]


def test_goods_that_a_licence_does_not_free_are_not_its_goods() -> None:
    found = extract(
        "OPEN GENERAL EXPORT LICENCE\n(WIRE)\n\nOGEL 931, dated 14 September 2026, granted by the"
        " Secretary of State.\n\n1. Goods falling within entry 1C958.b"
        " may be exported to Norway.\n\n"
        "2. This licence does not authorise the export of goods falling within entry 1C958.a.\n\n"
        "3. This licence comes into force on 1 October 2026.\n",
        authority="issuer",
    )
    assert [(one.terms or {}).get("control_codes") for one in found.measures] == [["1C958.b"]]


HEADS = (
    (
        "DEMOCRATIC REPUBLIC OF THE CONGO\n(ARECOMS)\n\n"
        "DECISION No. 905/2026 OF 18 SEPTEMBER 2026\n",
        "cd/arecoms/2026/905",
    ),
    (
        "Partial Amendment of the Public Notice\nMOTIE Public Notice No. 971\nJuly 3, 2026\n",
        "kr/motie/2026/971",
    ),
)


@pytest.mark.parametrize(("head", "id"), HEADS)
def test_a_number_with_its_year_or_issuer_alone_is_the_act_s_own(head: str, id: str) -> None:
    text = head + "\nArticle 1\nThis act enters into force on 1 October 2026.\n"
    found = extract(text, authority="issuer")
    assert found.instrument is not None
    assert found.instrument.id == id
