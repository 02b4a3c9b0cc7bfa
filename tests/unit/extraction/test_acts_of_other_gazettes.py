"""How are acts read that come from the gazettes of Britain, Canada, Korea, Australia and others?"""

from datetime import date

import pytest

from tracker.extraction.extract import extract
from tracker.extraction.extracted import Extraction
from tracker.extraction.names.catalogue import Catalogue, KnownIssuer

KNOWN = Catalogue(
    issuers=(
        KnownIssuer(
            code="DBT",
            names=("DBT", "Department for Business and Trade"),
            series="uk/dbt",
            jurisdiction="UK",
        ),
    )
)

ORDER = """STATUTORY INSTRUMENTS
2027 No. 9601
CUSTOMS
The Export Control (Amendment) Order 2027
Made 2nd March 2027
Laid before Parliament 4th March 2027
Coming into force in accordance with article 1
The Secretary of State makes this Order in exercise of the powers conferred by the Act.
1. This Order, except article 3, comes into force on the 21st day after the day on which it
is laid.
2. In Schedule 3 to the Export Control Order 2008 (S.I. 2008/3231)-
(a) in entry PL9601, for "more than 5 kilowatts" substitute "more than 2 kilowatts".
3. {article}
2nd March 2027
"""
LICENCE = """Open General Export Licence ({title}), dated 1 June 2027, granted by the Minister.
1. Goods in entry 3B961.a may be exported to Iceland.
2. This licence comes into force on 14 June 2027.
3. The Open General Export Licence (Ion Sources) dated 8 March 2022 is revoked on that date.
"""
NOTICE = """Notice to Exporters 2027/{number}
7 July 2027
{decision}
OGEL 933 is not affected.
"""


def read(text: str) -> Extraction:
    """Read a text of an issuer."""
    return extract(text, authority="issuer", language="en", known=KNOWN)


def _effects(text: str) -> dict[tuple[str, tuple[str, ...]], tuple[date | None, date | None]]:
    found = read(text)
    return {(one.kind, one.affected): (one.from_, one.through) for one in found.effects}


def test_an_article_that_is_left_out_of_the_start_has_a_day_of_its_own() -> None:
    article = (
        "Article 2 of the Export Control (Gauges) Order 2025 (S.I. 2025/9602) ceases to have effect"
        " on 1st January 2028."
    )
    found = _effects(ORDER.format(article=article))
    assert found["amend", ("uk/si/2008/3231",)] == (date(2027, 3, 25), None)
    assert found["repeal", ("uk/si/2025/9602#art-2",)] == (date(2028, 1, 1), None)


def test_a_licence_without_a_number_goes_by_its_title_and_year() -> None:
    found = read(LICENCE.format(title="Probe Cards"))
    assert found.instrument is not None
    assert found.instrument.id == "uk/dbt/2027/ogel-probe-cards"
    assert [one.affected for one in found.effects] == [("uk/dbt/2022/ogel-ion-sources",)]
    assert found.effects[0].from_ == date(2027, 6, 14)


def test_a_notice_to_exporters_that_decides_is_an_act() -> None:
    decision = (
        "The Secretary of State has decided to suspend OGEL 931 and OGEL 932 with effect from"
        " Friday 9 July 2027 until further notice."
    )
    found = read(NOTICE.format(number=918, decision=decision))
    assert found.klass == "act"
    assert found.instrument is not None
    assert found.instrument.id == "uk/dbt/2027/nte-918"
    (effect,) = found.effects
    assert effect.kind == "suspend"
    assert effect.affected == ("uk/dbt/2027/ogel-931", "uk/dbt/2027/ogel-932")
    assert effect.from_ == date(2027, 7, 9)


@pytest.mark.parametrize(
    "told",
    [
        "The Export Control Order 2027 (S.I. 2027/9601) comes into force on 25 March 2027.",
        "OGEL 931 was suspended on 9 July 2027. This notice has no force in law.",
    ],
)
def test_a_notice_to_exporters_that_only_informs_moves_nothing(told: str) -> None:
    found = read(NOTICE.format(number=919, decision=told))
    assert (found.klass, found.effects, found.measures) == ("restatement", (), ())
    assert all("nte-" not in link.to for link in found.links)


@pytest.mark.parametrize(
    ("ministry", "series"),
    [("Trade, Industry and Energy", "kr/motie"), ("Trade, Industry and Resources", "kr/motir")],
)
def test_a_korean_notice_goes_by_the_name_of_the_ministry_that_it_uses(
    ministry: str, series: str
) -> None:
    found = _korean(ministry)
    assert found.instrument is not None
    assert found.instrument.id == f"{series}/2027/945"
    assert [(one.kind, one.affected) for one in found.effects] == [
        ("resume", (f"{series}/2026/958#art-7",))
    ]
    assert found.effects[0].from_ == date(2027, 10, 1)


def _korean(ministry: str) -> Extraction:
    text = (
        f"Ministry of {ministry} Notice No. 2027-945\n"
        "The suspension of Article 7 of the Public Notice on Strategic Items (Ministry of"
        f" {ministry} Notice No. 2026-958) is hereby lifted as of 2027. 10. 1.\n"
        f"2027. 9. 20.\nMinister of {ministry}\n"
    )
    return read(text)


def test_another_body_with_such_a_number_has_no_series() -> None:
    text = (
        "Ministry of Fisheries of Valdoria Public Notice No. 2027-945\n"
        "Article 1 A person who exports eels shall obtain permission from the Minister.\n"
        "Article 2 This Notice enters into force on October 1, 2027.\n"
    )
    found = read(text)
    assert found.instrument is None or found.instrument.id is None


def test_a_subsection_of_canadian_regulations_is_replaced_and_another_goes() -> None:
    text = (
        "Registration\nSOR/2027-9188 September 3, 2027\n"
        "The Governor General in Council makes the annexed Regulations.\n"
        "1 Section 4 of the Niobium Export Permit Regulations (SOR/99-9077) is replaced by the"
        " following:\n4 A permit is required for ferroniobium with 60% niobium or more.\n"
        "2 Section 6 of the Regulations is repealed.\n"
        "3 These Regulations come into force on the 30th day after the day on which they are"
        " registered.\n"
    )
    found = _effects(text)
    assert found["repeal", ("ca/sor/1999/9077#sec-6",)] == (date(2027, 10, 3), None)
    assert found["amend", ("ca/sor/1999/9077",)] == (date(2027, 10, 3), None)


def test_an_entry_that_stands_in_the_schedule_is_read_from_there() -> None:
    article = (
        "In Schedule 3 to the Export Control Order 2008, after entry PL9021 insert the entry set"
        " out in the Schedule to this Order."
    )
    text = ORDER.format(article=article) + (
        "SCHEDULE\n“PL9622 Gyrotrons having an average output power of 100 kW or more.”\n"
        "EXPLANATORY NOTE\n(This note is not part of the Order) Entry PL9699 was considered.\n"
    )
    codes = [one.terms.get("control_codes", []) for one in read(text).effects]
    assert ["PL9622"] in codes
    assert not any("PL9699" in some for some in codes)


CANADIAN = """Registration
SOR/2027-951 March 5, 2027
EXPORT AND IMPORT PERMITS ACT
Order Amending the Export Control List
1 Item 5701 of Group 5 of the schedule to the Export Control List (SOR/89-202) is replaced \
by the following:
5701. Lasers with a wavelength of 200 nm or less. (All destinations)
2 Item 5702 of the List is repealed.
3 Group 5 of the schedule to the List is amended by adding the following after item 5703:
5704. Cold plates with a temperature of less than 0.2 K. (All destinations)
4 (1) Subject to subsection (2), this Order comes into force on the 30th day \
after the day on which it is registered.
(2) Section 3 comes into force on June 1, 2027.
"""


def test_an_item_replaced_by_unquoted_words_changes_on_the_day_of_its_section() -> None:
    found = read(CANADIAN)
    assert found.instrument is not None
    assert found.instrument.issued_on == date(2027, 3, 5)
    changed = {one.from_: one.terms for one in found.effects if one.kind == "amend"}
    assert sorted(map(str, changed)) == ["2027-04-04", "2027-06-01"]
    assert changed[date(2027, 4, 4)]["thresholds"] == [
        {"what": "wavelength", "operator": "<=", "value": "200", "unit": "nm"}
    ]
    assert [one.from_ for one in found.effects if one.kind == "repeal"] == [date(2027, 4, 4)]


AUSTRALIAN = """Customs (Prohibited Exports) (Kettles) Amendment Determination 2027

I, the Minister for Trade, make the following determination.
Dated 3 March 2027

Contents
1 Name
2 Commencement
3 Schedules
Schedule 1 - Amendments
Schedule 2 - Repeals

1 Name
This instrument is the Customs (Prohibited Exports) (Kettles) Amendment Determination 2027.
2 Commencement
Each provision commences in accordance with column 2 of the table.
Provisions | Commencement | Date/Details
1. Sections 1 to 3 | The day after this instrument is registered. | 10 March 2027
2. Schedule 1, Part 1 | 1 April 2027. | 1 April 2027
3. Schedule 1, Part 2 | 1 October 2027. | 1 October 2027
4. Schedule 2 | At the same time as Schedule 1, Part 1. | 1 April 2027
3 Schedules
Each instrument that is specified in a Schedule to this instrument is amended or repealed as set \
out in that Schedule.

Schedule 1 - Amendments
Customs (Prohibited Exports) (Kettles) Determination 2024 (F2024L90931)
Part 1 - Main amendments
1 Section 6
Omit "10 kilograms", substitute "2 kilograms or more".
Part 2 - Other amendments
2 After section 9
Insert:
9A Alloys with a diameter of more than 4 mm need a permission.

Schedule 2 - Repeals
Customs (Prohibited Exports) (Pots) Determination 2023 (F2023L90922)
1 The whole of the instrument
Repeal the instrument.

Registered on the Federal Register of Legislation on 9 March 2027 as F2027L90947
"""


def test_each_part_of_a_schedule_changes_from_the_day_of_its_row() -> None:
    found = read(AUSTRALIAN)
    assert [(one.kind, one.affected, str(one.from_)) for one in found.effects] == [
        ("amend", ("au/frl/2024/f2024l90931",), "2027-04-01"),
        ("amend", ("au/frl/2024/f2024l90931",), "2027-10-01"),
        ("repeal", ("au/frl/2023/f2023l90922",), "2027-04-01"),
    ]


def test_a_general_license_with_the_word_number_is_an_act() -> None:
    found = read(
        "DEPARTMENT OF THE TREASURY\nOFFICE OF FOREIGN ASSETS CONTROL\nGENERAL LICENSE NO. 901\n"
        "Authorizing the Wind Down of Transactions Involving Norra Metals AB\n\n"
        "(a) All transactions prohibited by the Regulations that are ordinarily incident to the "
        "wind down of transactions involving Norra Metals AB are authorized through 12:01 a.m. "
        "eastern daylight time, September 14, 2026.\n\nDated: July 15, 2026\n"
    )
    assert (found.klass, found.instrument and found.instrument.id) == (
        "act",
        "us/ofac/2026/gl-901",
    )
