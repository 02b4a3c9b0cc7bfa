"""Are days read that an act ties to its own start, or to the term of one of its parts?"""

from datetime import date

import pytest

from tracker.extraction.extract import extract
from tracker.extraction.extracted import Extraction

_REGULATION = """COMMISSION IMPLEMENTING REGULATION (EU) 2026/9259
of 16 November 2026

HAS ADOPTED THIS REGULATION:

Article 1
From 1 January 2027 to 30 June 2027, no more than 1 800 tonnes of kettles of CN code 7202 93 00 may
be exported.

Article 2
{sentence}

Article 3
This Regulation shall enter into force on 1 December 2026.

Done at Brussels, 16 November 2026.
"""
_OLD = "Implementing Regulation (EU) 2025/9201"
_LICENCE = """OPEN GENERAL EXPORT LICENCE (KETTLES)

OGEL 936, dated 13 July 2026, granted by the Secretary of State.

1. Kettles falling within entry 6A901.a may be exported from the United Kingdom to Norway.

2. Lids of not more than 40 grams each (entry PL9081) may also be exported to Norway.

3. This licence has effect from 3 August 2026 to 2 August 2029.

4. OGEL 902 dated 12 January 2024 is revoked {when}.
"""
_CANADIAN = """Canada Gazette, Part II, Volume 161, Number 9 - April 28, 2027

Registration
SOR/2027-9062 April 9, 2027

EXPORT AND IMPORT PERMITS ACT

Ottawa, April 7, 2027

1 Paragraph 3(b) of the Kettle Permit Order (SOR/2024-9015) is amended by replacing "at least 20 W"
with "at least 35 W".

2 Section 6 of that Order is repealed.

3 This Order comes into force on the day on which it is registered.
"""
_AUSTRALIAN = """Federal Register of Legislation
F2027L90144

Kettle Controls Determination 2027

I, the Minister for Defence, make the following determination.

Dated 17 February 2027

1  Name
This instrument is the Kettle Controls Determination 2027.

2  Commencement
This instrument commences on 8 March 2027.

3  Permit required
(1) A person must not export kettles with a length of more than 60 centimetres without a permit.
(2) Subsection (1) does not apply to an export to New Zealand.
"""


def _read(text: str) -> Extraction:
    return extract(text, authority="issuer")


@pytest.mark.parametrize(
    "sentence",
    [
        f"{_OLD} is suspended for the period set out in Article 1.",
        f"{_OLD} is suspended during the period laid down in Article 1.",
        f"While Article 1 applies, {_OLD} is suspended.",
        f"Throughout the period of Article 1 the application of {_OLD} is suspended.",
        f"{_OLD} is suspended for as long as Article 1 applies.",
    ],
)
def test_a_pause_has_the_term_of_the_part_to_which_it_is_tied(sentence: str) -> None:
    (pause,) = _read(_REGULATION.format(sentence=sentence)).effects
    assert (pause.kind, pause.from_, pause.through) == (
        "suspend",
        date(2027, 1, 1),
        date(2027, 6, 30),
    )


@pytest.mark.parametrize(
    ("when", "day"),
    [
        (
            "on the twenty-eighth day after the date on which this licence takes effect",
            date(2026, 8, 31),
        ),
        ("30 days after the date on which this licence comes into force", date(2026, 9, 2)),
        ("three months after this licence takes effect", date(2026, 11, 3)),
        ("on the day after this licence comes into force", date(2026, 8, 4)),
    ],
)
def test_an_end_may_be_counted_from_the_own_start(when: str, day: date) -> None:
    (ended,) = _read(_LICENCE.format(when=when)).effects
    assert (ended.kind, ended.from_) == ("repeal", day)


def test_a_limit_does_not_bind_a_second_permission_to_the_first() -> None:
    read = _read(_LICENCE.format(when="on 3 August 2026"))
    assert [(one.id.partition("#")[2], one.terms["control_codes"]) for one in read.measures] == [
        ("1", ["6A901.a"]),
        ("2", ["PL9081"]),
    ]


def test_the_sections_go_on_below_the_day_of_a_canadian_order() -> None:
    told = {(one.kind, one.affected[0].partition("#")[2]) for one in _read(_CANADIAN).effects}
    assert told == {("amend", ""), ("repeal", "sec-6")}


def test_an_australian_rule_goes_by_its_section_and_not_by_the_paragraph() -> None:
    (rule,) = _read(_AUSTRALIAN).measures
    assert (rule.id, rule.from_) == ("au/frl/2027/f2027l90144#3", date(2027, 3, 8))


_UNION = """Official Journal of the European Union
L series                                              2026/9127   15.4.2026

COMMISSION IMPLEMENTING REGULATION (EU) 2026/9127
of 3 March 2026

HAS ADOPTED THIS REGULATION:

Article 1
The export of kettles of CN code 8112 92 81 shall be subject to an export authorisation.

Article 2
{sentence}

Done at Brussels, 3 March 2026.
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "1. The twentieth day following that of publication of this Regulation in the Official "
        "Journal of the European Union is the day of its entry into force.",
        "On the twentieth day following its publication in the Official Journal of the European "
        "Union this Regulation enters into force.",
        "Entry into force shall be on the twentieth day following publication of this Regulation "
        "in the Official Journal of the European Union.",
    ],
)
def test_the_day_of_entry_into_force_may_stand_first(sentence: str) -> None:
    (ban,) = _read(_UNION.format(sentence=sentence)).measures
    assert ban.from_ == date(2026, 5, 5)


def test_a_heading_over_a_paragraph_is_no_foot_of_a_page() -> None:
    text = _LICENCE.format(when="on 3 August 2026").replace("3. This", "Terms of use\n3. This")
    assert [one.kind for one in _read(text).effects] == ["repeal"]


def test_a_derogation_lasts_until_its_own_day() -> None:
    text = _UNION.format(
        sentence="By way of derogation from Article 1, the requirement shall not apply, until 31 "
        "January 2027, to contracts concluded before 3 March 2026.\n\nArticle 3\n"
        "This Regulation shall enter into force on 1 June 2026."
    )
    told = [(one.terms["requirement"], one.from_, one.through) for one in _read(text).measures]
    assert told == [
        ("licence", date(2026, 6, 1), None),
        ("exemption", date(2026, 6, 1), date(2027, 1, 31)),
    ]
