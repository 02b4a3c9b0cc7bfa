"""Is a correction of a rule read, wherever its wrong and its right words stand?"""

import pytest

from tests.unit.extraction.test_extract import read

RULE = """DEPARTMENT OF COMMERCE

Bureau of Industry and Security

15 CFR Part 774

RIN 0694-ZZ97

Kettle Equipment; {title}

AGENCY: Bureau of Industry and Security, Commerce.

ACTION: {action}

SUMMARY: {first}

DATES: Effective August 3, 2026.

SUPPLEMENTARY INFORMATION:

{then}

The corrections of June 12, 2026 to another rule (FR Doc. 2026-90184) are unaffected.

[FR Doc. 2026-90233 Filed 7-17-26; 8:45 am]
"""
OLD, NEW = '"film uniformity of less than 15 percent"', '"film uniformity of 1.5 percent or less"'
ANNOUNCED = (
    "The rule published on July 1, 2026, as FR Doc. 2026-90211 contained an error.",
    "An error in rule document 2026-90211 is hereby put right:",
    "Rule document 2026-90211 is corrected as follows:",
)
CHANGES = (
    f"Under ECCN 2B982.b the published text said {OLD}; it was meant to say {NEW}.",
    f"Under ECCN 2B982.b the words {OLD} were meant to be {NEW}.",
    f"ECCN 2B982.b appeared with {OLD} but should have appeared with {NEW}.",
    f"The text of ECCN 2B982.b should have been {NEW} instead of {OLD}.",
    f"Under ECCN 2B982.b, the correct wording is {NEW}, not {OLD}.",
    f"Place | As printed | To be read as\nPage 90735, entry for 2B982.b | {OLD} | {NEW}",
    f"Incorrect: {OLD} (ECCN 2B982.b). Correct: {NEW}.",
)


@pytest.mark.parametrize("announced", ANNOUNCED)
@pytest.mark.parametrize("change", CHANGES)
def test_the_right_words_are_read_and_the_wrong_ones_are_not(announced, change):
    text = RULE.format(
        title="Correction", action="Final rule; correction.", first=announced, then=change
    )
    (effect,) = read(text).effects
    assert (effect.kind, effect.affected) == ("amend", ("us/bis/2026/2026-90211",))
    assert str(effect.from_) == "2026-08-03"
    assert effect.terms["control_codes"] == ["2B982.b"]
    limits = [(one["operator"], one["value"]) for one in effect.terms["thresholds"]]
    assert limits == [("<=", "0.015")]


DELAYS = (
    "The rule in FR Doc. 2026-90171, whose effective date was to be July 13, 2026, is postponed; "
    "its new effective date is September 25, 2026.",
    "The rule in FR Doc. 2026-90171, originally effective July 13, 2026, is delayed and will "
    "become effective on September 25, 2026, except for instruction 9, which remains effective "
    "February 1, 2027.",
)


@pytest.mark.parametrize("told", DELAYS)
def test_a_delay_tells_neither_the_old_day_nor_that_of_the_part_left_out(told):
    text = RULE.format(title="Delay", action="Final rule; delay.", first=told, then="None.")
    (effect,) = read(text).effects
    assert (effect.kind, str(effect.from_)) == ("postpone", "2026-09-25")
    assert effect.affected[0].startswith("us/bis/2026/2026-90171")


def test_the_start_of_the_act_named_is_not_that_of_its_pause():
    told = (
        "The rule in FR Doc. 2026-90171, which takes effect on September 13, 2026, is suspended "
        "until September 25, 2026."
    )
    text = RULE.format(title="Stay", action="Final rule; stay.", first=told, then="None.")
    (effect,) = read(text).effects
    assert (str(effect.from_), str(effect.through)) == ("2026-08-03", "2026-09-25")


ANNEXED = """COMMISSION DELEGATED REGULATION (EU) 2026/9478
of 12 May 2026
amending Annex I to Regulation (EU) 2021/821 as regards certain metals

THE EUROPEAN COMMISSION,

HAS ADOPTED THIS REGULATION:

Article 1
{}

Article 2
This Regulation shall enter into force on 1 June 2026. By way of exception, the date of application
of point (2) of the Annex shall be 1 March 2027.

Done at Brussels, 12 May 2026.

ANNEX

(1) in entry 1C957.a, ‘more than 50 kg’ is replaced by ‘more than 15 kg’;
(2) the following entry is added: ‘1E958 Technology for the production of goods in 1C958’.
"""


@pytest.mark.parametrize(
    "told",
    [
        "The Annex to this Regulation sets out the amendments which are hereby made to Annex I to "
        "Regulation (EU) 2021/821.",
        "The Annex to this Regulation contains the amendments to Annex I to Regulation (EU) "
        "2021/821.",
        "Annex I to Regulation (EU) 2021/821 is amended in accordance with the Annex to this "
        "Regulation.",
    ],
)
def test_changes_set_out_in_an_annex_begin_point_by_point(told):
    found = [
        (one.kind, *one.affected, str(one.from_)) for one in read(ANNEXED.format(told)).effects
    ]
    assert found == [
        ("amend", "eu/reg/2021/821", "2026-06-01"),
        ("amend", "eu/reg/2021/821", "2027-03-01"),
    ]


def test_a_day_that_a_narrow_page_broke_is_one_day():
    told = (
        "For the period from November 17, 2026, through May\n31, 2027, both days included, the "
        "operation of amendatory\ninstructions 6 and 9 of FR Doc. 2026-90290 is suspended."
    )
    text = RULE.format(title="Stay", action="Final rule; stay.", first=told, then="None.")
    text = f"[Federal Register Volume 91, Number 941 (Tuesday, July 21, 2026)]\n{text}"
    (effect,) = read(text).effects
    assert (str(effect.from_), str(effect.through)) == ("2026-11-17", "2027-05-31")


def test_the_day_that_is_no_longer_the_effective_one_is_the_old_one():
    told = (
        "August 6, 2026, is no longer the effective date of FR Doc. 2026-90171 (91 FR 90522, May "
        "7, 2026). That rule will become effective on September 21, 2026, in place of that day."
    )
    text = RULE.format(title="Delay", action="Final rule; delay.", first=told, then="None.")
    (effect,) = read(text).effects
    assert (effect.kind, str(effect.from_)) == ("postpone", "2026-09-21")
