"""What does a rule of the Federal Register bring, change and name, in its many layouts?"""

from datetime import date

import pytest

from tests.unit.extraction.register_papers import read, rule
from tracker.extraction.names.issuers import issuer_names
from tracker.extraction.names.references import english_provisions
from tracker.extraction.pages.text import html_to_text
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.left_out import left_out
from tracker.extraction.scope.thresholds import thresholds


def _flow(text: str) -> Flow:
    return Flow(text, language="en", names=issuer_names(()))


def test_set_text_keeps_its_lines():
    assert html_to_text("<pre>one\ntwo <b>three</b>\nfour</pre><p>five\nsix</p>") == (
        "one\ntwo three\nfour\nfive six"
    )


def test_a_short_name_means_the_document_beside_which_it_was_given():
    found = read(
        rule(
            action="Final rule; suspension.",
            dates="This rule is effective April 24, 2026, through April 23, 2027.",
            more="On May 6, 2025, BIS published a rule (90 FR 93001; FR Doc. 2025-93111) (the "
            '"Spout Rule"). BIS is suspending, for a period of one year, the Spout Rule. On April '
            "24, 2027, unless BIS acts, the Spout Rule will again apply.",
        )
    )
    (effect,) = found.effects
    assert (effect.kind, effect.affected) == ("suspend", ("us/bis/2025/2025-93111",))
    assert (effect.from_, effect.through) == (date(2026, 4, 24), date(2027, 4, 23))


def test_a_name_given_beside_a_day_means_the_document_of_that_day():
    found = read(
        rule(
            action="Final rule; suspension.",
            summary='On May 6, 2025, BIS published a rule on spouts (the "Spout Rule").',
            dates="Effective April 24, 2026, the Spout Rule is suspended through April 23, 2027.",
            more="The rule of May 6, 2025 (FR Doc. 2025-93111) remains printed.",
        )
    )
    assert [effect.affected for effect in found.effects] == [("us/bis/2025/2025-93111",)]


def test_instructions_of_a_rule_are_named_before_its_page_and_its_number():
    found = read(
        rule(
            action="Final rule; partial stay.",
            summary="BIS stays two amendatory instructions of the rule published May 6, 2025.",
            dates="Amendatory instructions 3 and 7 of the final rule published at 90 FR 93001 on "
            "May 6, 2025 (FR Doc. 2025- 93111), effective June 5, 2025, are stayed from May 1, "
            "2026, until October 1, 2026.",
        )
    )
    (effect,) = found.effects
    assert effect.affected == (
        "us/bis/2025/2025-93111#instruction-3",
        "us/bis/2025/2025-93111#instruction-7",
    )
    assert effect.from_ == date(2026, 5, 1)


def test_a_section_of_the_code_that_a_rule_added_is_moved_alone():
    found = read(
        rule(
            action="Final rule; delay of effective date.",
            dates="The effective date of 15 CFR 774.9(b), as added by the final rule published May "
            "6, 2025, at 90 FR 93001 (FR Doc. 2025-93111), is delayed from June 1, 2026, to "
            "October 1, 2026.",
        )
    )
    assert [effect.affected for effect in found.effects] == [
        ("us/bis/2025/2025-93111#sec-774-9-b",)
    ]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Section 743.9(b) is stayed", ["sec-743-9-b"]),
        ("§ 744.11 and the rest", ["sec-744-11"]),
        ("31 CFR 850.217 applies", ["sec-850-217"]),
        ("see article 3.", ["art-3"]),
    ],
)
def test_sections_of_the_code_are_parts(words, parts):
    assert [one.id for one in english_provisions(words, 0, len(words))] == parts


def test_a_withdrawn_rule_ends_on_the_day_of_the_withdrawal():
    found = read(
        rule(
            action="Interim final rule; withdrawal.",
            summary="BIS withdraws the rule on spouts that was to take effect on May 29, 2026.",
            dates="As of April 23, 2026, the interim final rule published on March 2, 2026 (FR "
            "Doc. 2026-90111), is withdrawn.",
        )
    )
    assert [(effect.kind, effect.from_) for effect in found.effects] == [
        ("repeal", date(2026, 4, 23))
    ]


def test_what_is_excepted_and_delayed_indefinitely_has_no_first_day():
    found = read(
        rule(
            summary="A license is required for kettles.",
            dates="This rule is effective May 4, 2026, except for amendatory instruction 3, which "
            "is delayed indefinitely.",
            more="\n\n    For the reasons stated above, part 774 is amended as follows:\n\n"
            "2. In supplement no. 1, add ECCN 2B981 to read as follows:\n\n2B981 Kettles with a "
            "volume of 9 liters or more.\n\n3. In supplement no. 1, add ECCN 2D981 to read as "
            "follows:\n\n2D981 Software for the use of equipment controlled by 2B981.\n",
        )
    )
    told = {one.id.partition("#")[2]: one for one in found.measures}
    assert (told["whole"].from_, told["instruction-3"].from_) == (date(2026, 5, 4), None)
    assert told["instruction-3"].basis == "stated"
    assert told["instruction-3"].terms["control_codes"] == ["2D981"]


def test_a_day_right_behind_a_counted_one_is_the_day():
    found = read(
        rule(
            summary="A license is required for kettles.",
            dates="This rule takes effect thirty days from the date of publication, May 26, 2026.",
            more="\n\nAccordingly, part 774 is amended as follows:\n\n2. Add ECCN 2B981.\n",
        )
    )
    assert [one.from_ for one in found.measures] == [date(2026, 5, 26)]


def test_names_come_from_the_sentence_that_adds_them():
    found = read(
        rule(
            title="Entity List: Additions and One Removal",
            summary="BIS adds three entities to the Entity List. A license is required.",
            dates="This rule is effective April 23, 2026.",
            more="The committee decided to add three entities, wherever located, to the Entity "
            "List: Corvid Optics Ltd.; Lantern Institute of Ions and Optics; and Moorhen Trading "
            "(a.k.a. Moor Trade). It also decided to remove Brook Sensor AS, which was added by "
            "the rule of March 5, 2025 (FR Doc. 2025-93044).",
        )
    )
    (limb,) = found.measures
    assert limb.terms["parties"] == [
        "Corvid Optics Ltd.",
        "Lantern Institute of Ions and Optics",
        "Moorhen Trading",
    ]
    assert [(one.kind, one.affected, one.parties) for one in found.effects] == [
        ("repeal", ("us/bis/2025/2025-93044",), ("Brook Sensor AS",))
    ]


@pytest.mark.parametrize(
    "told",
    [
        'Remove "Brook Sensor AS", which was added by the rule of March 5, 2025 '
        "(FR Doc. 2025-93044).",
        "The committee met. Brook Sensor AS (Norway), added by the rule published as "
        "FR Doc. 2025-93044 on March 5, 2025, is removed.",
    ],
)
def test_a_name_is_taken_off_beside_the_rule_that_added_it(told: str):
    found = read(
        rule(
            title="Entity List: One Removal",
            summary="BIS removes one entity from the Entity List.",
            dates="This rule is effective April 23, 2026.",
            more=told,
        )
    )
    assert [(one.kind, one.affected, one.parties) for one in found.effects] == [
        ("repeal", ("us/bis/2025/2025-93044",), ("Brook Sensor AS",))
    ]


def test_a_correction_without_a_day_counts_from_its_own():
    text = """[Federal Register Volume 91, Number 77 (Thursday, April 23, 2026)]
[Rules and Regulations]
[FR Doc No: C1-2026-90111]

DEPARTMENT OF COMMERCE

Bureau of Industry and Security

15 CFR Part 774

Kettles; Correction

Correction

In rule document 2026-90111, beginning on page 90711, make the following correction:

On page 90713, in the third column, "more than 12 kg" should read "12 kg or more".

[FR Doc. C1-2026-90111 Filed 4-22-26; 8:45 am]
"""
    (effect,) = read(text).effects
    assert (effect.kind, effect.from_, effect.basis) == ("amend", date(2026, 4, 23), "inferred")


def test_an_order_of_the_president_goes_by_his_number():
    text = """[Federal Register Volume 91, Number 44 (Friday, March 6, 2026)]
[Presidential Documents]
[FR Doc No: 2026-90488]

Executive Order 94390 of March 3, 2026

Tin and Its Traders

By the authority vested in me as President, I hereby order:

Section 1. Executive Order 94105 of August 9, 2023, is hereby revoked.

Sec. 2. This order is effective at 12:01 a.m. eastern standard time on March 9, 2026.

THE WHITE HOUSE,
March 3, 2026.

[FR Doc. 2026-90488 Filed 3-5-26; 11:15 am]
"""
    found = read(text)
    assert found.instrument is not None
    assert found.instrument.id == "us/president/2026/eo-94390"
    assert [(one.affected, one.from_) for one in found.effects] == [
        (("us/president/2023/eo-94105",), date(2026, 3, 9))
    ]


@pytest.mark.parametrize(
    ("words", "outside"),
    [
        ("Note 1: 2B981.a does not control kettles of 2 liters or less.", True),
        ("License Exception TEA authorizes exports not exceeding 5 kg.", True),
        ("a. Remove ECCN 2B982;", True),
        ("2B981 Kettles with a volume of 9 liters or more.", False),
        ("b. Revise ECCN 2B983 to read as follows:", False),
    ],
)
def test_what_is_not_meant_bounds_nothing(words, outside):
    flow = _flow(words)
    assert bool(tuple(left_out(flow, Span(0, len(words))))) is outside


@pytest.mark.parametrize(
    ("words", "limits"),
    [
        ("an accuracy equal to or less (better) than 4 um", [("<=", "4", "um")]),
        ("an accuracy less (better) than 4 um along one or more axes", [("<", "4", "um")]),
        ("a stability of no worse than 0.02 mm/min", [("<=", "0.02", "mm/min")]),
        ("a flow of more than 3 x 10\\6\\ bit/s", [(">", "3e6", "bit/s")]),
        ("a pressure better than 10-7 Pa", [("<", "1e-7", "Pa")]),
        (
            "a 'total processing performance' of 2400 or more and less than 4800",
            [(">=", "2400", None), ("<", "4800", None)],
        ),
        ("a transfer rate of 600 Gbyte/s or more", [(">=", "600", "GB/s")]),
    ],
)
def test_limits_in_the_words_of_the_control_list(words, limits):
    flow = _flow(words)
    found = thresholds(flow, Span(0, len(words)))
    assert [(one.operator, one.value, one.unit) for one in found] == limits


def test_a_name_in_brackets_behind_a_quoted_title_means_the_document_of_that_day():
    found = read(
        rule(
            action="Final rule.",
            summary='On May 6, 2025, BIS published the interim final rule, "Spouts of Kettles"'
            " (Spout Rule). BIS is suspending the Spout Rule for one year, from April 24, 2026,"
            " through April 23, 2027. The suspension will end on April 23, 2027, and the provisions"
            " of the Spout Rule will be in effect again on April 24, 2027.",
            dates="This rule is effective April 24, 2026.",
            more="On May 6, 2025, BIS published FR Doc. 2025-93111 (90 FR 93001).",
        )
    )
    (effect,) = found.effects
    assert (effect.kind, effect.affected) == ("suspend", ("us/bis/2025/2025-93111",))
    assert (effect.from_, effect.through) == (date(2026, 4, 24), date(2027, 4, 23))
