"""Which measures do acts bring whose parts follow each other: periods of a quota, permissions?"""

from datetime import date

from tests.unit.extraction.test_extract import read

QUOTA = """\
COMMISSION IMPLEMENTING REGULATION (EU) 2027/9951
of 18 January 2027
limiting exports of cobalt scrap

HAS ADOPTED THIS REGULATION:

Article 1

Exports of cobalt scrap of CN code 8105 30 00 are limited as follows:
- from 1 February 2027 to 30 June 2027: 3,000 tonnes;
- from 1 July 2027 to 31 December 2027: 4,200 tonnes.

Article 2

Any holder of a quota shall transmit a monthly report.

Article 3

This Regulation shall enter into force on 25 January 2027.

Done at Brussels, 18 January 2027.
"""
LICENCE = """\
OPEN GENERAL EXPORT LICENCE
(OPTICAL TEST EQUIPMENT)

OGEL 951, dated 8 March 2027, granted by the Secretary of State.

The Secretary of State hereby grants the following Open General Export Licence:

Licence
1. Interferometers specified in 6B951.a may be exported to any destination in Schedule 1.
2. Software specified in 6D951 may be transferred to Canada or Japan only.
3. This Licence does not authorise exports with a value of more than £40,000.

Conditions
4. The exporter must keep records of each export for four years.

Commencement
5. This Licence comes into force on 22 March 2027.

SCHEDULE 1
Australia, Iceland, Norway, Switzerland
"""


def test_a_quota_of_periods_in_turn_lasts_from_the_first_to_the_last() -> None:
    quota = read(QUOTA).measures[0]
    assert quota.id == "eu/reg/2027/9951#art-1"
    assert (quota.from_, quota.through) == (date(2027, 2, 1), date(2027, 12, 31))
    limits = [(one["operator"], one["value"]) for one in (quota.terms or {})["thresholds"]]
    assert limits == [("<=", "3000"), ("<=", "4200")]


def test_each_paragraph_of_a_licence_that_permits_goods_is_a_measure() -> None:
    found = {one.id[-2:]: one.terms or {} for one in read(LICENCE).measures}
    assert {part: terms["control_codes"] for part, terms in found.items()} == {
        "#1": ["6B951.a"],
        "#2": ["6D951"],
    }
    assert found["#2"]["destinations"] == ["CA", "JP"]
