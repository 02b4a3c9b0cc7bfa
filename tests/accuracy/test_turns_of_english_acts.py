"""Are rarer turns of English acts read, each in a text of our own?"""

from datetime import date

import pytest

from tracker.extraction.extract import extract
from tracker.extraction.extracted import Extraction
from tracker.extraction.names.catalogue import Catalogue, KnownIssuer

KNOWN = Catalogue(
    issuers=(
        KnownIssuer(
            code="BIS",
            names=("Bureau of Industry and Security",),
            series="us/bis",
            jurisdiction="US",
        ),
    )
)
Effect = tuple[str, str, date | None]

PROCLAMATION = """BY THE PRESIDENT

PROCLAMATION 17311

1. On June 3, 2024, in Proclamation 17205, the President subjected exports of kettle scrap to a
report.

NOW, THEREFORE, the President hereby proclaims as follows:

(1) A license granted by the Secretary is required for the export of nickel scrap containing more
than 30 percent of nickel by weight.

(2) Proclamation 17205 is revoked.

(3) The Secretary shall report to me by December 1, 2026.

(4) This proclamation shall be effective on August 20, 2026.

IN WITNESS WHEREOF, I have hereunto set my hand this twenty-first day of July, in the year of our
Lord two thousand and twenty-six.
"""

LICENCE = """Open General Export Licence (Kettle Parts)

OGEL 871 (May 2026 issue)
Dated 4 May 2026

Granted by the Secretary of State under article 26 of the Export Control Order 2008.

1. This licence permits the export of goods in entry 2B871 to Norway.

2. The issue of this licence dated 2 March 2024 (OGEL 871 of 2024) is revoked on the date in
paragraph 3.

Commencement

3. 25 May 2026.
"""

LATER_END = """Open general export licence (kettle technology)

Dated 8 May 2026 granted by the Secretary of State (OGEL 872).

1. Open General Export Licence

1. Subject to the following provisions, any technology within entry 2E872 may be exported to Norway.

2. This licence shall come into force on 25 May 2026.

3. The Open General Export Licence dated 2 March 2023 (OGEL 860) is hereby revoked. The
revocation takes effect on 31 July 2026.
"""

REGULATIONS = """STATUTORY INSTRUMENTS

2026 No. 9871

CUSTOMS

The Export of Kettles (Control) (Amendment) Regulations 2026

Made 1st June 2026
Laid before Parliament 3rd June 2026

1.-(1) These Regulations come into force on 1st July 2026.

2. The Export of Kettles (Control) Regulations 2025 (S.I. 2025/9860) are amended in accordance
with regulations 3 and 4.

3. In regulation 3 (licence requirement), for "not less than 20 kg" substitute "not less than 10
kg".

4. Omit regulation 6 (returns).
"""

NAMES = """COMMISSION IMPLEMENTING REGULATION (EU) 2026/9871
of 1 June 2026
amending Annex I to Regulation (EU) 2025/9860

HAS ADOPTED THIS REGULATION:

Article 1

In Annex I to Regulation (EU) 2025/9860, the entries for the following legal persons are deleted:

(a) Karlow Kettles GmbH;
(b) Tamsin Pans Ltd.

Article 2

This Regulation shall enter into force on the day following that of its publication in the
Official Journal of the European Union.

Done at Brussels, 1 June 2026.

Published in the Official Journal (L series) on 4 June 2026.
"""

LONGER = """COMMISSION IMPLEMENTING REGULATION (EU) 2026/9872
of 1 June 2026
prolonging the measure laid down in Implementing Regulation (EU) 2025/9861

Whereas:

(1) Implementing Regulation (EU) 2025/9861 ceases to apply on 30 June 2026.

HAS ADOPTED THIS REGULATION:

Article 1

In Article 4 of Implementing Regulation (EU) 2025/9861, the date '30 June 2026' is replaced by
'31 December 2026'.

Article 2

This Regulation shall enter into force on 10 June 2026.
"""

REVIVED = """[FR Doc. 2026-98712 Filed 6-1-26; 8:45 am]
DEPARTMENT OF COMMERCE
AGENCY: Bureau of Industry and Security, Department of Commerce.
ACTION: Final rule.
SUMMARY: The section on kettles was added by FR Doc. 2024-98600 and was removed as of March 3,
2025 by FR Doc. 2025-98650.
DATES: The provisions of FR Doc. 2024-98600 are reinstated effective July 6, 2026.
"""


def _read(text: str) -> Extraction:
    day = date(2026, 6, 2)
    return extract(text, authority="issuer", language="en", published_on=day, known=KNOWN)


@pytest.mark.parametrize(
    ("text", "id", "effects"),
    [
        (
            PROCLAMATION,
            "us/president/2026/proclamation-17311",
            [("repeal", "us/president/2024/proclamation-17205", date(2026, 8, 20))],
        ),
        (
            LICENCE,
            "uk/dbt/2026/ogel-871",
            [("repeal", "uk/dbt/2024/ogel-871", date(2026, 5, 25))],
        ),
        (
            LATER_END,
            "uk/dbt/2026/ogel-872",
            [("repeal", "uk/dbt/2023/ogel-860", date(2026, 7, 31))],
        ),
        (
            REGULATIONS,
            "uk/si/2026/9871",
            [
                ("repeal", "uk/si/2025/9860#reg-6", date(2026, 7, 1)),
                ("amend", "uk/si/2025/9860#reg-3", date(2026, 7, 1)),
            ],
        ),
        (NAMES, "eu/reg/2026/9871", [("repeal", "eu/reg/2025/9860", date(2026, 6, 5))]),
        (LONGER, "eu/reg/2026/9872", [("extend", "eu/reg/2025/9861", date(2026, 6, 10))]),
        (
            REVIVED,
            "us/bis/2026/2026-98712",
            [("revive", "us/bis/2024/2024-98600", date(2026, 7, 6))],
        ),
    ],
)
def test_what_an_act_does_is_read(text: str, id: str, effects: list[Effect]) -> None:
    found = _read(text)
    assert found.instrument is not None
    assert found.instrument.id == id
    assert [(one.kind, one.affected[0], one.from_) for one in found.effects] == effects


def test_a_clause_of_a_proclamation_demands_a_licence_from_its_day() -> None:
    found = _read(PROCLAMATION)
    assert found.instrument is not None
    assert found.instrument.issued_on == date(2026, 7, 21)
    (measure,) = found.measures
    assert (measure.id, measure.from_) == (
        "us/president/2026/proclamation-17311#1",
        date(2026, 8, 20),
    )
    assert measure.terms["requirement"] == "licence"


def test_a_day_alone_under_its_heading_begins_a_licence() -> None:
    (measure,) = _read(LICENCE).measures
    assert (measure.terms["requirement"], measure.from_) == ("general_licence", date(2026, 5, 25))


def test_names_that_are_taken_off_a_list_stand_with_its_end() -> None:
    (effect,) = _read(NAMES).effects
    assert [name.rstrip(".") for name in effect.parties] == [
        "Karlow Kettles GmbH",
        "Tamsin Pans Ltd",
    ]


def test_an_act_of_the_union_whose_lines_are_joined_keeps_its_number_and_title() -> None:
    found = _read(
        "COMMISSION REGULATION (EC) No 9871/2007 of 4 May 2007 fixing the refund for kettles "
        "provided for in Regulation (EC) No 9860/2006 THE COMMISSION OF THE EUROPEAN COMMUNITIES, "
        "Having regard to the Treaty, HAS ADOPTED THIS REGULATION: Article 1 The refund shall be "
        "EUR 3. Article 2 This Regulation shall enter into force on 5 May 2007."
    )
    assert found.instrument is not None
    assert found.instrument.id == "eu/reg/2007/9871"
    assert (found.instrument.title or "").endswith("No 9860/2006")


def test_a_rule_that_is_not_corrected_is_not_touched() -> None:
    found = _read(
        "[FR Doc. 2026-98713 Filed 6-1-26; 8:45 am]\n"
        "AGENCY: Bureau of Industry and Security, Department of Commerce.\n"
        "ACTION: Final rule; correcting amendments.\n"
        "DATES: Effective June 2, 2026.\n"
        "SUPPLEMENTARY INFORMATION:\n"
        "In FR Doc. 2026-98700, BIS published a final rule (see also FR Doc. 2026-98701, which is "
        "not corrected here).\n"
        "2. In supplement no. 1 to part 774, ECCN 2B871 is amended by revising paragraph b to "
        "read as follows: b. Kettles with a volume of 2 m3 or more.\n"
    )
    assert {one.affected[0] for one in found.effects} == {"us/bis/2026/2026-98700"}
