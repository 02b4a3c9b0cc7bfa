"""Is a change of a schedule, a freed paragraph and a return read of what it is told?"""

from datetime import date

from tracker.extraction.extract import extract
from tracker.extraction.extracted import Extraction

UK = """STATUTORY INSTRUMENTS

2026 No. 9615

CUSTOMS

The Export Control (Amendment) (Kettles) Regulations 2026

Made                          14th September 2026
Laid before Parliament        16th September 2026

The Secretary of State makes these Regulations under section 1 of the Export Control Act 2002(a).

1. These Regulations come into force on 1st October 2026, except for regulation 3.
Regulation 3 comes into force on 1st April 2027.

2. {first}

"PL9615 The export of the following goods is prohibited to any destination:
a. kettles of hafnium with a purity of 99.9% or more.".

3. In entry PL9616 of that Schedule, for "5 kilograms" substitute "2 kilograms".

(a) 2002 c. 28.
(b) S.I. 2008/3231.
"""
UNION = """COMMISSION IMPLEMENTING REGULATION (EU) 2026/9616
of 12 November 2026
on kettles

THE EUROPEAN COMMISSION,
HAS ADOPTED THIS REGULATION:

Article 1

{body}

Article 2

1. Article 1 shall apply from six months after the date of entry into force of this Regulation.

2. This Regulation shall enter into force on 20 November 2026.

Done at Brussels, 12 November 2026.
"""


def _read(text: str) -> Extraction:
    return extract(text, authority="issuer")


def test_a_schedule_with_a_title_in_brackets_is_amended() -> None:
    for first in (
        "In Schedule 3 (UK controlled kettles, pots, pans, software and technology of every kind) "
        "to the Export Control Order 2008(b), after entry PL9614 insert-",
        "For entry PL9615 in Schedule 3 to the Export Control Order 2008(b) substitute-",
        "In Schedule 3 to the Export Control Order 2008(b), after entry PL9614 insert-",
    ):
        found = _read(UK.format(first=first))
        assert found.measures == ()
        assert [(one.kind, one.affected, one.from_) for one in found.effects] == [
            ("amend", ("uk/si/2008/3231",), date(2026, 10, 1)),
            ("amend", ("uk/si/2008/3231",), date(2027, 4, 1)),
        ]


def test_paragraphs_that_free_somebody_belong_to_the_licence_of_their_article() -> None:
    body = (
        "1. An export authorisation shall be required for the export of kettles of gallium.\n\n"
        "2. No authorisation shall be required for exports to Norway."
    )
    (measure,) = _read(UNION.format(body=body)).measures
    assert (measure.id, measure.from_) == ("eu/reg/2026/9616#art-1", date(2027, 5, 20))
    assert measure.terms["requirement"] == "licence"
    assert "destinations" not in measure.terms
    assert measure.terms["exemptions"]


def test_the_sentence_behind_the_end_of_a_suspension_tells_its_day() -> None:
    for behind in (
        "Article 4 of that Regulation shall apply again from 1 January 2027.",
        "It shall again apply as of 1 January 2027.",
    ):
        body = f"The suspension of Article 4 of Regulation (EU) 2025/9087 shall end. {behind}"
        (effect,) = _read(UNION.format(body=body)).effects
        assert (effect.kind, effect.from_) == ("resume", date(2027, 1, 1))
