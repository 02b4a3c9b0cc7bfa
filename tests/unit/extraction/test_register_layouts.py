"""How does a document of the register name itself, and show apart what it changes?"""

from datetime import date

from tests.unit.extraction.register_papers import ISSUERS, read, rule
from tracker.extraction.extract import extract


def test_a_document_names_itself_in_a_line_of_its_head_and_changes_words_in_a_section():
    found = extract(
        """BUREAU OF INDUSTRY AND SECURITY

Review of Applications for Kettles

Published Thursday, April 23, 2026, 91 FR 91011, as FR Doc. 2026-90301

I. The rule now in place

Under FR Doc. 2025-90201 applications for ECCN 2B981 are reviewed case by case.

II. The change

A. Applications for ECCN 2B981 are from now on reviewed under a presumption of denial.
B. The words ``volume of 30 liters or more'' are replaced by ``volume of more than 12 liters.''

III. Effective date

FR Doc. 2025-90201 is amended as set out in section II with effect from June 1, 2026.

(Filed 4-22-26; 8:45 am)
""",
        authority="issuer",
        known=ISSUERS,
    )
    assert found.instrument is not None
    assert (found.instrument.id, found.instrument.issued_on) == (
        "us/bis/2026/2026-90301",
        date(2026, 4, 23),
    )
    (changed,) = found.effects
    assert (changed.kind, changed.affected) == ("amend", ("us/bis/2025/2025-90201",))
    assert changed.from_ == date(2026, 6, 1)
    assert changed.terms["requirement"] == "presumption_of_denial"
    assert changed.terms["control_codes"] == ["2B981"]
    (limit,) = changed.terms["thresholds"]
    assert (limit["operator"], limit["value"]) == (">", "12")


def test_a_rule_withdrawn_by_its_number_and_by_its_page_is_one_rule():
    found = read(
        rule(
            title="Kettles; Withdrawal",
            action="Withdrawal of final rule.",
            summary="BIS withdraws the final rule, FR Doc. 2026-90202, which appeared on March 2, "
            "2026 and was to become effective on May 15, 2026.",
            dates="As of April 23, 2026, the final rule published at 91 FR 90777 is withdrawn.",
        )
    )
    assert [(one.kind, one.affected, one.from_) for one in found.effects] == [
        ("repeal", ("us/bis/2026/2026-90202",), date(2026, 4, 23))
    ]


def test_names_are_taken_off_where_an_instruction_quotes_their_entries():
    found = read(
        rule(
            title="Entity List: Removal of Two Names",
            summary="BIS put six entities on the Entity List on March 2, 2025 (FR Doc. "
            "2025-90203). The committee has voted to remove two of them.",
            dates="This rule is effective April 23, 2026.",
            more="Supplement No. 4 to part 744 is amended by removing: (a) under MALTA, the entry "
            "for ``Gozo Metals Ltd.''; and (b) under HUNGARY, the entry for ``Duna Zrt''.",
        )
    )
    assert found.measures == ()
    (ended,) = found.effects
    assert (ended.kind, ended.affected) == ("repeal", ("us/bis/2025/2025-90203",))
    assert ended.parties == ("Gozo Metals Ltd.", "Duna Zrt")


def test_an_exception_that_may_be_used_is_an_exemption():
    found = read(
        rule(
            dates="This rule is effective April 23, 2026.",
            more="A license is required to export ECCN 2B981. License Exception GOV remains "
            "available. License Exception LVS is not available.",
        )
    )
    (limb,) = found.measures
    assert limb.terms["exemptions"] == ["License Exception GOV"]


def test_the_table_of_old_and_new_words_tells_what_changes():
    found = extract(
        """Commission Delegated Regulation (EU) 2026/9301 of 20 April 2026

The European Commission,
Has adopted this Regulation:
Article 1
Annex I to Regulation (EU) 2021/821 is amended as shown in the table:
Entry
Present text
New text
6C981.a
thickness of 0,8 mm or less
thickness of 1,2 mm or less
Article 2
This Regulation shall enter into force on 1 June 2026.
Done at Brussels, 20 April 2026.
""",
        authority="issuer",
        known=ISSUERS,
    )
    (changed,) = found.effects
    assert changed.terms["control_codes"] == ["6C981.a"]
    (limit,) = changed.terms["thresholds"]
    assert (limit["operator"], limit["value"]) == ("<=", "1.2")
