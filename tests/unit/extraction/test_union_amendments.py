"""Is an act of a union that amends another one read so, however its first article words that?"""

import pytest

from tests.unit.extraction.test_extract import read

TEXT = """\
COMMISSION DELEGATED REGULATION (EU) 2026/9951
of 8 July 2026
amending Regulation (EU) 2021/821 as regards entries for hafnium

HAS ADOPTED THIS REGULATION:

Article 1
{}

Article 2
This Regulation enters into force on 1 September 2026.

Done at Brussels, 8 July 2026.

ANNEX
1. In entry 1C953.a, the words ‘more than 50 kg’ become ‘more than 25 kg’.
2. After entry 1C951 the following is added: ‘1C952 Hafnium metal’.
"""
SAID = (
    "The changes set out in the Annex to this Regulation are made to Annex I to "
    "Regulation (EU) 2021/821.",
    "Annex I to Regulation (EU) 2021/821 is changed as set out in the Annex to this Regulation.",
    "In Annex I to Regulation (EU) 2021/821, the changes in the Annex to this Regulation are made.",
    "Annex I to Regulation (EU) 2021/821 undergoes the changes that the Annex sets out.",
    "The Annex to this Regulation modifies Annex I to Regulation (EU) 2021/821.",
    "Annex I to Regulation (EU) 2021/821 shall be read with the changes set out in the Annex.",
)


@pytest.mark.parametrize("said", SAID)
def test_it_amends_and_brings_no_rule_of_its_own(said: str) -> None:
    found = read(TEXT.format(said))
    assert not found.measures
    assert {(one.kind, one.affected) for one in found.effects} == {("amend", ("eu/reg/2021/821",))}
    codes = [one.terms.get("control_codes") for one in found.effects if one.terms]
    assert codes == [["1C953.a"], ["1C952"]]


LATER = (
    "Point (b) of the Annex, however, shall apply from 1 March 2027.",
    "By way of derogation, point (b) of the Annex applies only from 1 March 2027.",
    "Points (b) and (c) of the Annex to this Regulation shall not apply until 1 March 2027.",
)


@pytest.mark.parametrize("later", LATER)
def test_points_that_letters_count_begin_on_a_day_of_their_own(later: str) -> None:
    text = TEXT.format(SAID[0]).replace("\n1. In", "\n(a) In").replace("\n2. After", "\n(b) After")
    told = "enters into force on 1 September 2026."
    found = read(text.replace(told, f"{told} {later}"))
    days = {one.terms["control_codes"][0]: one.from_ for one in found.effects if one.terms}
    assert {code: str(day) for code, day in days.items()} == {
        "1C953.a": "2026-09-01",
        "1C952": "2027-03-01",
    }


ARTICLES = """\
Order No. 977 of the Ministry of Economy, Trade and Industry
May 12, 2026

Article 1 {}
Article 2 A person who exports goods of 3A972 shall obtain approval of the Minister.
Article 3 This Order enters into force on 1 January 2027.
"""
PURPOSES = (
    "(Purpose) This Order lays down what is needed for the export approval of goods.",
    "This Order sets out the requirements for export approval.",
    "(Purpose) This Order prescribes matters necessary for export permission under the Act.",
)


@pytest.mark.parametrize("purpose", PURPOSES)
def test_an_article_that_tells_a_purpose_demands_nothing(purpose: str) -> None:
    parts = [one.id.rpartition("#")[2] for one in read(ARTICLES.format(purpose)).measures]
    assert parts == ["art-2"]
