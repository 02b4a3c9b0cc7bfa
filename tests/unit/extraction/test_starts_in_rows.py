"""Are starts, misprints and changes read that stand in the rows of a table?"""

from datetime import date

import pytest

from tracker.extraction.extract import extract
from tracker.extraction.extracted import Extraction
from tracker.extraction.names.catalogue import Catalogue, KnownIssuer

_KNOWN = Catalogue(
    issuers=(
        KnownIssuer(
            code="BIS",
            names=("Bureau of Industry and Security",),
            series="us/bis",
            jurisdiction="US",
        ),
    )
)

_RULE = """Kettle Wire and Related Equipment
Rule | Industry and Security Bureau | 05/07/2026
DEPARTMENT OF COMMERCE
Bureau of Industry and Security
15 CFR Part 774
91 FR 90522 · Document 2026-90071
AGENCY: Bureau of Industry and Security, Commerce.
ACTION: Final rule.
SUMMARY: BIS requires a license for kettle wire to all destinations.
DATES:
{rows}
SUPPLEMENTARY INFORMATION: Nothing else is changed.
PART 774—[AMENDED]
7. In supplement no. 1 to part 774, add ECCN 3B983, which reads:
3B983.a Wire with a working temperature of 1,150 °C or more;
9. In the same supplement, add ECCN 3D983 (software for 3B983.a).
[FR Doc. 2026-90071 Filed 5-6-26; 8:45 am]
"""
_CORRECTION = """DEPARTMENT OF COMMERCE
Bureau of Industry and Security
[Federal Register Volume 91, Number 907 (Thursday, May 28, 2026)]
AGENCY: Bureau of Industry and Security, Commerce.
ACTION: Final rule; correction.
SUMMARY: Two printing errors crept into FR Doc. 2026-90071. They are put right below.
DATES: Each correction counts from July 6, 2026.
{head}
{rows}
[FR Doc. C1-2026-90071 Filed 5-27-26; 8:45 am]
"""
_REGULATION = """Official Journal of the European Union
L series                                              2026/9127   15.4.2026

COMMISSION DELEGATED REGULATION (EU) 2026/9127
of 3 March 2026
amending Regulation (EU) 2025/9021 as regards kettles

HAS ADOPTED THIS REGULATION:

Article 1
The changes to Annex I to Regulation (EU) 2025/9021 are those in the table in the Annex.

Article 2
Entry into force shall be on the twentieth day following publication of this Regulation in the
Official Journal of the European Union. Row 2 of the table shall, however, not apply before
1 October 2026.

Done at Brussels, 3 March 2026.

ANNEX

Row | Place in Annex I | Change
1   | after 1C957      | new entry 1C958: Bismuth oxide having a purity of 99,95 % or more
2   | after 1E957      | new entry 1E958: Technology for the refining of goods in 1C958
3   | 1C956.c          | for 'greater than 60 kg', read 'greater than 35 kg'
"""


def _read(text: str) -> Extraction:
    return extract(text, authority="issuer", known=_KNOWN)


@pytest.mark.parametrize(
    "rows",
    [
        "Part of the rule\nEffective date\nAll amendatory instructions other than 9\nJuly 6, 2026\n"
        "Amendatory instruction 9\nFebruary 1, 2027\nClose of comment period\nJune 8, 2026",
        "Provision | Date\nThis rule | July 6, 2026\nInstruction 9 (software) | February 1, 2027",
        "Everything but instruction 9 | July 6, 2026\nInstruction 9 | February 1, 2027",
    ],
)
def test_each_row_below_the_dates_tells_the_start_of_what_it_names(rows: str) -> None:
    read = _read(_RULE.format(rows=rows))
    assert {(one.id.partition("#")[2], one.from_) for one in read.measures} == {
        ("whole", date(2026, 7, 6)),
        ("instruction-9", date(2027, 2, 1)),
    }


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (
            "Where\nAs printed\nAs corrected",
            "Page 90527, line 14\n3B983.e\n3B983.f\n"
            "Entry 3B983.f\ngreater than 1.2 kg\n1.2 kg or more",
        ),
        ("Incorrect | Correct", "3B983.e | 3B983.f\ngreater than 1.2 kg | 1.2 kg or more"),
    ],
)
def test_the_right_words_stand_in_the_last_cell_of_a_correction(head: str, rows: str) -> None:
    (change,) = _read(_CORRECTION.format(head=head, rows=rows)).effects
    assert (change.affected, change.from_) == (("us/bis/2026/2026-90071",), date(2026, 7, 6))
    assert change.terms["control_codes"] == ["3B983.f"]
    assert [(one["operator"], one["value"]) for one in change.terms["thresholds"]] == [
        (">=", "1.2")
    ]


def test_each_row_of_an_annex_is_a_change_with_its_own_start() -> None:
    read = _read(_REGULATION)
    assert [(one.from_, one.terms.get("control_codes")) for one in read.effects] == [
        (date(2026, 5, 5), ["1C958"]),
        (date(2026, 10, 1), ["1E958"]),
        (date(2026, 5, 5), ["1C956.c"]),
    ]


def test_a_number_before_an_american_day_is_no_day_of_the_month() -> None:
    text = _RULE.format(
        rows="This rule is effective June 5, 2026, except for amendatory instruction 9\n"
        "July 6, 2026 is the day on which instruction 9 becomes effective."
    )
    starts = {one.id.partition("#")[2]: one.from_ for one in _read(text).measures}
    assert starts["whole"] == date(2026, 6, 5)


def test_taking_the_place_of_another_act_is_no_entry_into_force() -> None:
    text = _REGULATION.replace(
        "Entry into force shall",
        "As from 1 June 2026 this Regulation takes the place of Regulation (EU) 2024/9009. "
        "Entry into force shall",
    )
    days = {(one.kind, one.from_) for one in _read(text).effects}
    assert ("repeal", date(2026, 6, 1)) in days
    assert ("amend", date(2026, 5, 5)) in days
