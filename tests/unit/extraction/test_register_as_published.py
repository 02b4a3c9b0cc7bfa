"""Are documents of the register and of the President read in the forms in which they appear?"""

from datetime import date

import pytest

from tests.unit.extraction.register_papers import read, rule
from tracker.extraction.prose.wrapped_lines import unwrapped

LISTED = "This rule adds two entities to the Entity List."
NAMES = ("Belken Optik Co., Ltd", "Ostrow Kiln Works LLC")


@pytest.mark.parametrize(
    "told",
    [
        "This rule adds the following two entities to the Entity List:\n\nChina\n\n"
        "<bullet> Belken Optik Co., Ltd;\n\n<bullet> Ostrow Kiln Works LLC;\n\nSavings Clause\n",
        "This rule adds two entities to the Entity List and includes, where fit, aliases:\n\n"
        "Belken Optik Co., Ltd;\n\nOstrow Kiln Works LLC.\n\nSavings Clause\n",
        "The two entities are Belken Optik Co., Ltd and Ostrow Kiln Works LLC.",
        "The entities so listed are: Belken Optik Co., Ltd and Ostrow Kiln Works LLC.",
    ],
)
def test_names_of_the_preamble_are_those_that_the_law_only_counts(told: str):
    law = (
        "\n\nPART 744--CONTROL POLICY\n\n2. Supplement no. 4 to part 744 is amended by adding the "
        "entries of these entities:\n\nCHINA, PEOPLE'S\nREPUBLIC OF.\n"
        "For all items subject to the EAR.\n90 FR 90001, 4/23/2026."
    )
    dates = "This rule is effective April 23, 2026."
    found = read(rule(dates=dates, summary=LISTED, more=told + law, title="Entity List Additions"))
    (measure,) = found.measures
    assert tuple(measure.terms["parties"]) == NAMES


@pytest.mark.parametrize(
    ("head", "summary"),
    [
        ("Removal From the Entity List", "BIS removes one entity, Belken LLC, under the "
         "destinations of Canada, India, Japan and Sweden, from the Entity List."),
        ("Removals from the Entity List", "BIS removes an entry from the Entity List."),
    ],
)  # fmt: skip
def test_entries_taken_out_under_several_countries_are_one_removal(head: str, summary: str):
    found = read(
        rule(
            title=head,
            summary=summary,
            dates="This rule is effective April 21, 2026.",
            more="Belken LLC was added to the Entity List on March 3, 2025 (90 FR 93001, FR Doc. "
            "2025-93111).\n\nPART 744--CONTROL POLICY\n\n2. Supplement no. 4 to part 744 is amended"
            " by:\n\na. Under CANADA, by removing the entry for ``Belken LLC''; and\n\n"
            "b. Under INDIA, by removing the entry for ``Belken LLC''.",
        )
    )
    (effect,) = found.effects
    assert (effect.kind, effect.affected) == ("repeal", ("us/bis/2025/2025-93111",))
    assert effect.parties == ("Belken LLC",)
    assert found.measures == ()


@pytest.mark.parametrize(
    ("said", "demand"),
    [
        ("from a presumption of denial to a case-by-case review", "case_by_case"),
        ("to case-by-case review, rather than a presumption of denial,", "case_by_case"),
        ("from case-by-case review to a presumption of denial", "presumption_of_denial"),
    ],
)
def test_a_review_that_is_left_behind_is_no_demand(said: str, demand: str):
    summary = f"BIS is revising its license review policy for exports of spouts {said}."
    found = read(rule(summary=summary, dates="This rule is effective April 23, 2026."))
    assert [one.terms.get("requirement") for one in found.measures] == [demand]


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        ("A license is required to export items specified in ECCNs 3A990.a and 4A990.a.",
         ["3A990", "3A990.a", "4A990.a"]),
        ("A license was required before this rule for items in ECCNs 3A990.a and 4A990.a.",
         ["3A990"]),
        ("A license is required to export items specified in ECCN 5A990.", ["3A990"]),
    ],
)  # fmt: skip
def test_the_preamble_tells_more_of_the_entries_of_the_law(told: str, codes: list[str]):
    law = (
        f"{told}\n\nPART 774--THE COMMERCE CONTROL LIST\n\n4. Supplement no. 1 to part 774 is "
        "amended by adding ECCN 3A990 to read as follows:\n\n3A990 Spouts of more than 5 kg."
    )
    found = read(rule(dates="This rule is effective April 23, 2026.", more=law))
    assert [list(one.terms["control_codes"]) for one in found.measures] == [codes]


def test_a_number_in_the_text_of_a_correction_is_not_its_own():
    found = read(
        "[Federal Register Volume 91, Number 77 (Thursday, April 23, 2026)]\n[Rules and "
        "Regulations]\n\nDEPARTMENT OF COMMERCE\n\nBureau of Industry and Security\n\n15 CFR Part "
        "774\n\nKettles; Correction\n\nAGENCY: Bureau of Industry and Security, Commerce.\n\n"
        "ACTION: Final rule; correction.\n\nSUMMARY: BIS corrects an error.\n\nDATES: Effective "
        "April 23, 2026.\n\nIn FR Doc. 2025-93111, on page 93009:\n\nin entry 1C990.b, remove "
        '"20 kg or more" and add in its place "200 kg or more".\n\n'
        "[FR Doc. 2026-90301 Filed 4-22-26; 8:45 am]\n"
    )
    assert found.instrument is not None
    assert found.instrument.id == "us/bis/2026/2026-90301"
    assert [one.affected for one in found.effects] == [("us/bis/2025/2025-93111",)]


def test_a_column_set_narrower_than_the_rest_is_put_together():
    text = "[Federal Register Volume 90, Number 214 (Friday, November 7, 2025)]\n" + "\n".join(
        (
            "From the Federal Register Online via the Government Publishing Office",
            "Sec. 2. The rates of duty imposed by Executive Order",
            "19901 on imports of articles of the Republic of",
            "Belken (including those under the Treaty of",
            "Lindmoor and the annexes) are suspended.",
            "Sec. 3. The Secretary shall see to it.",
            "Jane Doe,",
            "Secretary.",
        )
    )
    lines = unwrapped(text).split("\n")
    assert "Republic of Belken (including those under the Treaty of Lindmoor" in lines[2]
    assert lines[-1] == "Secretary."


ORDER = (
    "Presidential Actions\nKettles\nExecutive Orders\nAugust 11, 2026\nBy the authority vested in "
    "me as President by the Constitution, it is hereby ordered:\nSection 1. {}\nJANE DOE\n"
    "THE WHITE HOUSE,\nAugust 11, 2026.\n{}"
)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Accordingly, effective 12:01 a.m. eastern daylight time on August 12, 2026, the rate "
         "imposed by Executive Order 19901 shall remain suspended until November 10, 2026.", 12),
        ("Effective August 14, 2026, the rate imposed by Executive Order 19901 shall remain "
         "suspended until November 10, 2026.", 14),
    ],
)  # fmt: skip
def test_what_remains_suspended_from_a_day_on_is_suspended_once_more(said: str, day: int):
    found = read(ORDER.format("I continue the suspension ordered by Executive Order 19902. " + said,
                              "[EO 19905]"))  # fmt: skip
    assert [(one.kind, one.affected, one.from_) for one in found.effects] == [
        ("suspend", ("us/president/2026/eo-19901",), date(2026, 8, day))
    ]
    assert found.instrument is not None
    assert found.instrument.id == "us/president/2026/eo-19905"


@pytest.mark.parametrize("name", ["May 6 notice", "May 6 rule"])
def test_a_notice_goes_by_its_day_where_a_bracket_says_so(name: str):
    found = read(
        rule(
            action="Notice.",
            dates="The suspension is effective from April 24, 2026, through April 23, 2027.",
            more=f"By notice of May 6, 2025 (FR Doc. 2025-93111, 90 FR 93001) ({name}), BIS took "
            f"action. BIS has determined to suspend the action taken by the {name}, as modified, "
            "in its entirety for one year as of April 24, 2026.",
        )
    )
    (effect,) = found.effects
    assert (effect.kind, effect.affected) == ("suspend", ("us/bis/2025/2025-93111",))
    assert (effect.from_, effect.through) == (date(2026, 4, 24), date(2027, 4, 23))


def test_those_who_are_debarred_are_named_in_the_lines_below():
    found = read(
        rule(
            action="Notice.",
            title="Statutory Debarment",
            dates="Debarment imposed as of April 23, 2026.",
            more="The following persons, convicted in a U.S. court, are denied export privileges "
            "and debarred as of the date of this notice:\n\n1. Harlan Ostrow; May 2, 2024; Texas.\n"
            "\n2. Belken Magnetics, LLC; June 3, 2024; Kentucky.",
        )
    )
    (measure,) = found.measures
    assert measure.terms["requirement"] == "prohibition"
    assert tuple(measure.terms["parties"]) == ("Harlan Ostrow", "Belken Magnetics, LLC")


@pytest.mark.parametrize(
    ("run", "names"),
    [
        ("BELKEN AIRWAYS, Mill Tower, No. 21, M.A. Jen Way, Tehran, Iran, and when acting for it",
         ("BELKEN AIRWAYS",)),
        ("Belken Kilns, LLC, 4 Dock St., Dubai, United Arab Emirates; and Ostrow Ltd., Hong Kong, "
         "China, when acting for them", ("Belken Kilns, LLC", "Ostrow Ltd.")),
        ("Belken Kilns, LLC and Ostrow Ltd., and when acting for them",
         ("Belken Kilns, LLC", "Ostrow Ltd.")),
    ],
)  # fmt: skip
def test_an_address_behind_a_denied_name_names_nobody(run: str, names: tuple[str, ...]):
    text = (
        "[Federal Register Volume 91, Number 77 (Thursday, April 23, 2026)]\n[Notices]\n"
        "[FR Doc No: 2026-90301]\n\nDEPARTMENT OF COMMERCE\n\nBureau of Industry and Security\n\n"
        "Order Renewing Temporary Denial of Export Privileges\n\nIt is therefore ordered:\n\n"
        f"First, that {run}, may not, directly or indirectly, participate in any way in any "
        "transaction.\n\nSecond, that this Order is effective immediately and shall remain in "
        "effect for one year.\n\n[FR Doc. 2026-90301 Filed 4-22-26; 8:45 am]\n"
    )
    (measure,) = read(text).measures
    assert tuple(measure.terms["parties"]) == names


@pytest.mark.parametrize("label", ["Signing Date:", "Publication Date:", "Document Date:"])
def test_a_day_in_a_field_of_the_head_signs_nothing(label: str):
    found = read(
        "Presidential Document\nKettles\nPublished:\n08/13/2026\n"
        "Executive Order:\nEO 19905\nDocument Number:\n2026-90401"
        f"\n{label}\n08/11/2026\nExecutive Order 19905 of August 11, 2026\nBy the authority vested "
        "in me as President by the Constitution, it is hereby ordered:\nSec. 2. Executive Order "
        "19901 is hereby revoked.\nTHE WHITE HOUSE, August 11, 2026.\n"
        "[FR Doc. 2026-90401 Filed 8-12-26; 8:45 am]\n"
    )
    assert [(one.kind, one.affected) for one in found.effects] == [
        ("repeal", ("us/president/2026/eo-19901",))
    ]
