"""What is read of the Federal Register's documents, whichever agency issued them?"""

from datetime import date

import pytest

from tracker.extraction.extract import extract
from tracker.extraction.extracted import Extraction
from tracker.extraction.names.catalogue import Catalogue, KnownInstrument

RULE = "us/fr/2026/2026-90011"
KNOWN = Catalogue(
    instruments=(
        KnownInstrument(
            id=RULE,
            title="Kettles",
            number="FR Doc. 2026-90011; 91 FR 90011",
            issued_on=date(2026, 1, 8),
        ),
    )
)


def _document(agency: str, action: str, dates: str, *, behind: str = "") -> str:
    return f"""[Federal Register Volume 91, Number 77 (Thursday, April 23, 2026)]
[Rules and Regulations]
[Pages 91011-91012]
[FR Doc No: 2026-90301]

40 CFR Part 63

[Docket No. 1234]
RIN 2060-ZZ01

Standards for Kettles; Second Notice

AGENCY: {agency}

ACTION: {action}

SUMMARY: This document speaks of kettles.

DATES: {dates}

FOR FURTHER INFORMATION CONTACT: A person, telephone (202) 900-2026.

SUPPLEMENTARY INFORMATION: {behind}

[FR Doc. 2026-90301 Filed 4-22-26; 8:45 am]
BILLING CODE 6560-50-P
"""


def _read(
    agency: str, action: str, dates: str, *, known: Catalogue = KNOWN, behind: str = ""
) -> Extraction:
    text = _document(agency, action, dates, behind=behind)
    return extract(text, authority="issuer", known=known)


@pytest.mark.parametrize(
    ("agency", "name", "series"),
    [
        ("Food and Drug Administration, HHS.", "Food and Drug Administration", "us/fda"),
        ("Environmental Protection Agency (EPA).", "Environmental Protection Agency", "us/epa"),
        ("Department of Justice, Bureau of Prisons.", "Bureau of Prisons", "us/bop"),
        ("Office of Kettles, Treasury.", "Office of Kettles", "us/fr"),
        ("Federal Communications Commission.", "Federal Communications Commission", "us/fcc"),
    ],
)
def test_a_rule_of_any_agency_has_an_id_an_issuer_and_its_first_day(
    agency: str, name: str, series: str
) -> None:
    found = _read(agency, "Final rule.", "This rule is effective on June 1, 2026.")
    act = found.instrument
    assert act is not None
    assert (act.id, act.number) == (f"{series}/2026/2026-90301", "FR Doc No: 2026-90301")
    assert (act.issuers, act.issued_on) == ((name,), date(2026, 4, 23))
    assert (act.cited_as, act.title) == ("91 FR 91011", "Standards for Kettles; Second Notice")
    assert [(one.id, one.from_) for one in found.measures] == [
        (f"{series}/2026/2026-90301#whole", date(2026, 6, 1))
    ]
    assert found.complete


@pytest.mark.parametrize(
    ("dates", "kind", "first", "through"),
    [
        (
            "The effective date of the final rule published in the Federal Register on January 8, "
            "2026, at 91 FR 90011, is delayed from March 9, 2026, until June 15, 2026.",
            "postpone",
            date(2026, 6, 15),
            None,
        ),
        (
            "The effective date of the final rule published at 91 FR 90011 on January 8, 2026, and "
            "delayed at 91 FR 90444 on March 2, 2026, is further delayed until July 1, 2026.",
            "postpone",
            date(2026, 7, 1),
            None,
        ),
        (
            "This action delays the effective date of the final rule published January 8, 2026 "
            "(91 FR 90011), until May 4, 2026.",
            "postpone",
            date(2026, 5, 4),
            None,
        ),
        (
            "The effective date of the rule published on January 8, 2026 (91 Fed. Reg. 90011), is "
            "postponed from April 30, 2026 to May 29, 2026.",
            "postpone",
            date(2026, 5, 29),
            None,
        ),
        (
            "The effective date of the amendments published at 91 FR 90011 is delayed "
            "indefinitely.",
            "postpone",
            None,
            None,
        ),
        (
            "Effective April 23, 2026, the final rule published at 91 FR 90011 is stayed until "
            "October 1, 2026.",
            "suspend",
            date(2026, 4, 23),
            date(2026, 10, 1),
        ),
        (
            "The final rule published at 91 FR 90011 on January 8, 2026, is withdrawn effective "
            "April 23, 2026.",
            "repeal",
            date(2026, 4, 23),
            None,
        ),
    ],
)
def test_a_later_notice_moves_the_rule_on_the_page_that_it_cites(
    dates: str, kind: str, first: date | None, through: date | None
) -> None:
    action = "Final rule; delay of effective date."
    for known, target in ((KNOWN, RULE), (Catalogue(), "us/fr/page/91-90011")):
        found = _read("Environmental Protection Agency.", action, dates, known=known)
        told = [(one.kind, one.affected, one.from_, one.through) for one in found.effects]
        assert told == [(kind, (target,), first, through)]
        assert found.measures == ()


@pytest.mark.parametrize(
    "dates",
    [
        "The memorandum of January 20, 2026 (91 FR 90011) asks that rules be delayed for 60 days.",
        "The effective date proposed in the proposed rule at 91 FR 90999 is delayed until May 4, "
        "2026.",
        "As of April 23, 2026, the amendments to 40 CFR 63.11 published at 91 FR 90999 are stayed.",
        "The compliance date for the final rule published at 91 FR 90999 is delayed until June 1, "
        "2027.",
        "The compliance dates of the rule published on January 8, 2026 (91 FR 90999) are extended "
        "to June 1, 2027.",
    ],
)
def test_what_is_no_rule_or_only_a_part_of_one_is_not_moved(dates: str) -> None:
    found = _read("Environmental Protection Agency.", "Final rule; notice.", dates)
    assert not found.effects


def test_a_page_is_no_number_that_a_person_must_look_up() -> None:
    from tracker.extraction.names.citations import find_citations, unknown_numbers

    text = "As told at 87 FR 59168 and 91 FR 90011."
    assert unknown_numbers(text, catalogue=KNOWN) == ()
    (cited,) = find_citations(text, catalogue=KNOWN, published_on=date(2026, 5, 1))
    assert (cited.instrument, cited.quote) == (RULE, "91 FR 90011")


def test_a_summary_that_says_the_new_day_again_leaves_nothing_unread() -> None:
    behind = (
        "The delay in the effective date until June 15, 2026, is needed. Seeking public comment "
        "on the delayed effective date is impracticable."
    )
    found = _read(
        "Department of Energy.",
        "Final rule; delay of effective date.",
        "The effective date of the rule published at 91 FR 90011 is delayed until June 15, 2026.",
        behind=behind,
    )
    assert found.complete


def test_a_document_alone_is_dated_by_its_filing() -> None:
    text = _document("Department of State.", "Final rule.", "This rule is effective June 1, 2026.")
    alone = text.partition("[FR Doc No: 2026-90301]\n")[2]
    act = extract(alone, authority="issuer").instrument
    assert act is not None
    assert (act.id, act.issued_on) == ("us/fr/2026/2026-90301", date(2026, 4, 22))
    assert act.cited_as is None
