"""Acts of the American register, of India and of Korea that do several things at once."""

from itertools import combinations

import pytest

from tracker.extraction.extract import extract
from tracker.extraction.extracted import Extraction
from tracker.extraction.names.catalogue import Catalogue, KnownIssuer

KNOWN = Catalogue(
    issuers=tuple(
        KnownIssuer(code=code, names=names, series=series, jurisdiction=jurisdiction)
        for code, names, series, jurisdiction in (
            ("bis", ("Bureau of Industry and Security", "BIS"), "us/bis", "US"),
            ("dgft", ("Directorate General of Foreign Trade", "DGFT"), "in/dgft", "IN"),
            ("motie", ("Ministry of Trade, Industry and Energy", "MOTIE"), "kr/motie", "KR"),
        )
    )
)
RULE = (
    "[Federal Register Volume 91, Number 914 (Thursday, November 5, 2026)]\n"
    "[Rules and Regulations]\n[FR Doc No: 2026-90911]\n\nDEPARTMENT OF COMMERCE\n\n"
    "Bureau of Industry and Security\n\n15 CFR Parts 744 and 774\n\nChanges to Controls\n\n"
    "AGENCY: Bureau of Industry and Security, Commerce.\n\nACTION: Final rule.\n\n"
    "SUMMARY: This document changes certain rules.\n\n"
    "DATES: This rule is effective November 12, 2026. {limbs}\n\n"
    "SUPPLEMENTARY INFORMATION: BIS plans to propose in spring 2027 that FR Doc. 2025-90777 be"
    " rescinded.\n\n[FR Doc. 2026-90911 Filed 11-4-26; 8:45 am]\n"
)
FIRST, LATER = "2026-11-12", "2026-12-01"
OF_RULE = "us/bis/2026/2026-90044"
ACTIONS = {
    "On December 1, 2026, the rule on sensors that appeared in the Federal Register of April 6,"
    " 2026 (FR Doc. 2026-90044) is stayed for one year.": (
        "suspend", OF_RULE, LATER, "2027-11-30", ()
    ),
    "BIS removes § 744.91, which FR Doc. 2026-90045 added.": (
        "repeal", "us/bis/2026/2026-90045#sec-744-91", FIRST, "None", ()
    ),
    "FR Doc. 2026-90046 ceases to be stayed and is applied again from December 1, 2026.": (
        "resume", "us/bis/2026/2026-90046", LATER, "None", ()
    ),
    "BIS delays instruction 5 of FR Doc. 2026-90047 until June 1, 2027.": (
        "postpone", "us/bis/2026/2026-90047#instruction-5", "2027-06-01", "None", ()
    ),
    "BIS takes off the Entity List the following two entities, listed by FR Doc. 2026-90048: Tallow"
    " Robotics Ltd. and Vell Bay Optics.": (
        "repeal", "us/bis/2026/2026-90048", FIRST, "None",
        ("Tallow Robotics Ltd.", "Vell Bay Optics"),
    ),
    "As to Vell Bay Optics only, the Entity List entry made by FR Doc. 2026-90049 is stayed until"
    " June 30, 2027.": (
        "suspend", "us/bis/2026/2026-90049", FIRST, "2027-06-30", ("Vell Bay Optics",)
    ),
}  # fmt: skip
"""What a limb says, and the one effect that is read from it."""


def read(text: str) -> Extraction:
    return extract(text, known=KNOWN, authority="issuer", language="en")


def effects(found: Extraction) -> list[tuple[str, str, str, str, tuple[str, ...]]]:
    return sorted(
        (one.kind, target, str(one.from_), str(one.through), one.parties)
        for one in found.effects
        for target in one.affected
    )


@pytest.mark.parametrize(("one", "other"), tuple(combinations(ACTIONS, 2)))
def test_two_actions_of_a_rule_are_both_read(one: str, other: str) -> None:
    found = read(RULE.format(limbs=f"{one} {other}"))
    assert effects(found) == sorted((ACTIONS[one], ACTIONS[other]))
    assert found.measures == ()


@pytest.mark.parametrize("limb", ACTIONS)
def test_a_general_license_beside_an_action_ends_on_its_own_day(limb: str) -> None:
    grants = "A temporary general license, valid through May 14, 2027, authorizes exports of 9A991."
    grants = grants.replace("9A991", "parts in ECCN 9A991")
    found = read(RULE.format(limbs=f"{limb} {grants}"))
    ((part, start, end),) = ((one.id[-5:], one.from_, one.through) for one in found.measures)
    assert (part, str(start), str(end)) == ("whole", FIRST, "2027-05-14")
    assert effects(found) == [ACTIONS[limb]]


NOTIFICATION = (
    "Government of India\nDirectorate General of Foreign Trade\n\nNotification No. 971/2026-27\n"
    "New Delhi, Dated: 5 November 2026\n\nSubject: Review of policies\n\nS.O. 9971(E): The Central"
    " Government hereby makes the following changes:\n\n"
    "Sl. | ITC (HS) | Description | Present policy | New policy\n"
    "1. | 2617 10 00 | Antimony ores | Free | Prohibited\n"
    "2. | 8505 11 10 | Magnets | Free | Restricted\n\n2. {start}\n\n3. {limb}\n\n"
    "4. This Notification comes into effect immediately.\n\n(Director General of Foreign Trade)\n"
)
STARTS = (
    "The revised policy comes into effect immediately, except for Sl. relating to 8505 11 10"
    " which takes effect from 01.01.2027.",
    "The entry at Sl. No. 2 shall take effect from 01.01.2027.",
    "For Sl. No. 2 the revised policy comes into effect on 01.01.2027.",
    "The policy for ITC(HS) 8505 11 10 applies from 01.01.2027.",
)
OF_INDIA = {
    "Para 4 of Notification No. 914/2024-25 shall not be operative for six months.": (
        "suspend", "in/dgft/2024/914#4", "2026-11-05", "2027-05-04", ()
    ),
    "Notification No. 915/2024-25, kept in abeyance earlier, is restored.": (
        "resume", "in/dgft/2024/915", "2026-11-05", "None", ()
    ),
    "The restriction imposed vide Notification No. 916/2024-25 is extended beyond 30.11.2026,"
    " until 30.06.2027.": ("extend", "in/dgft/2024/916", "2026-11-05", "2027-06-30", ()),
}  # fmt: skip


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("limb", OF_INDIA)
def test_each_row_of_a_table_begins_on_its_day(start: str, limb: str) -> None:
    found = read(NOTIFICATION.format(start=start, limb=limb))
    days = {one.terms["hs_codes"][0]: str(one.from_) for one in found.measures}
    assert days == {"26171000": "2026-11-05", "85051110": "2027-01-01"}
    assert effects(found) == [OF_INDIA[limb]]


NOTICE = (
    "Ministry of Trade, Industry and Energy\nPublic Notice No. 2026-971\n\nPublic Notice on Trade"
    " of Strategic Items\n\nNovember 5, 2026\nMinister of Trade, Industry and Energy\n\n"
    "Article 10-3 (Permission) An exporter of wafers outside Annex 2 who has been informed that"
    " they may serve the development of missiles shall apply for a situational permit.\n\n"
    "Article 12-4 (Report) A carrier shall report the consignee before loading.\n\n"
    "Article 15-2 {limb}\n\nAddenda\nArticle 1 (Enforcement Date) This Notice enters into force"
    " three months after the date of its notice: Provided, That Article 12-4 enters into force on"
    " January 1, 2027.\n"
)
OF_KOREA = {
    "Public Notice No. 2024-917 shall not apply for one year.": ("suspend", "", "2028-02-04"),
    "Public Notice No. 2024-917 shall not apply until June 30, 2027.": (
        "suspend", "", "2027-06-30"
    ),
    "Article 10-3 of Public Notice No. 2024-917 is deleted.": ("repeal", "#art-10-3", "None"),
}  # fmt: skip


@pytest.mark.parametrize("limb", OF_KOREA)
def test_articles_with_branches_begin_on_their_days(limb: str) -> None:
    found = read(NOTICE.format(limb=limb))
    own = {
        one.id.partition("#")[2]: (one.terms["requirement"], str(one.from_))
        for one in found.measures
    }
    assert own == {
        "art-10-3": ("catch_all", "2027-02-05"),
        "art-12-4": ("reporting", "2027-01-01"),
    }
    kind, part, through = OF_KOREA[limb]
    assert effects(found) == [(kind, f"kr/motie/2024/917{part}", "2027-02-05", through, ())]
