"""What American, Indian and Korean acts bring and change, told in any order and voice."""

from itertools import product

import pytest

from tests.unit.extraction.test_limbs_of_registers import FIRST, KNOWN, RULE
from tracker.extraction.extract import extract
from tracker.extraction.extracted import Extraction

NOTIFICATION = (
    "Directorate General of Foreign Trade\n\nNotification No. 971/2026-27\n"
    "New Delhi, Dated: 5 November 2026\n\nSubject: Review of certain notifications\n\n"
    "S.O. 9971(E): In exercise of powers conferred by Section 3 of the Foreign Trade (Development &"
    " Regulation) Act, 1992, the Central Government hereby makes the following changes:\n\n"
    "Para 1: {limb}\n\nPara 2: This Notification shall come into force on 12.11.2026.\n"
)
NOTICE = (
    "Ministry of Trade, Industry and Energy\nPublic Notice No. 2026-971\n\n"
    "Public Notice on Trade of Strategic Items\n\nNovember 5, 2026\n"
    "Minister of Trade, Industry and Energy\n\nArticle 1 {limb}\n\nAddendum\n"
    "This Notice shall enter into force on November 12, 2026.\n"
)
MOVED = (
    "FR Doc. 2026-90044 is stayed. {limb} BIS withdraws the general license in FR Doc. 2026-90055."
)


def read(text: str) -> Extraction:
    return extract(text, authority="issuer", known=KNOWN)


@pytest.mark.parametrize(
    "verb", ["creates", "establishes", "issues", "introduces", "grants", "makes available"]
)
@pytest.mark.parametrize(
    "end",
    [
        "; the license expires on June 30, 2027.",
        ", ending on June 30, 2027.",
        ", which ends on June 30, 2027.",
        ". The license is valid until June 30, 2027.",
    ],
)
def test_a_general_license_beside_changes_keeps_its_end_to_itself(verb: str, end: str) -> None:
    limb = f"This rule {verb} a temporary general license for parts in ECCN 3B981{end}"
    found = read(RULE.format(limbs=MOVED.format(limb=limb)))
    (one,) = found.measures
    assert (one.terms["requirement"], one.terms["control_codes"]) == ("general_licence", ["3B981"])
    assert (str(one.from_), str(one.through)) == (FIRST, "2027-06-30")
    assert [(e.kind, e.through) for e in found.effects] == [("suspend", None), ("repeal", None)]


@pytest.mark.parametrize(
    "limb",
    [
        "Items in new ECCN 3B981 now require a license for export to all destinations.",
        "A license requirement now applies to items in ECCN 3B981.",
        "New ECCN 3B981 is established, and its items may be exported only under a license.",
    ],
)
def test_a_license_beside_a_withdrawn_general_license_is_read(limb: str) -> None:
    found = read(RULE.format(limbs=MOVED.format(limb=limb)))
    assert [m.terms["requirement"] for m in found.measures] == ["licence"]
    assert found.measures[0].terms["control_codes"] == ["3B981"]
    assert len(found.effects) == 2


FIRMS = ["Tallow Bay Robotics Ltd.", "Vell Bay Optics"]
A_LICENCE = "A license is required for all items subject to the EAR."


@pytest.mark.parametrize(
    "limb",
    [
        "The following two entities are added to the Entity List: {}. " + A_LICENCE,
        "The following entities are added to the Entity List:\n{}. " + A_LICENCE,
        "BIS is adding the following entities to the Entity List: {}. " + A_LICENCE,
        "Two entities, {}, are placed on the Entity List; a license is required for all items.",
        "{} are now on the Entity List, and a license is required for all items.",
    ],
)
def test_firms_put_on_a_list_beside_changes_are_read(limb: str) -> None:
    limbs = MOVED.format(limb=limb.format("Vell Bay Optics and Tallow Bay Robotics Ltd."))
    (one,) = read(RULE.format(limbs=limbs)).measures
    assert sorted(one.terms["parties"]) == FIRMS
    assert one.terms["requirement"] == "licence"


@pytest.mark.parametrize(
    "limb",
    [
        "This rule removes the entry for {} that FR Doc. 2026-90048 had added to the Entity List.",
        "BIS removes {}, which FR Doc. 2026-90048 placed on the Entity List, from that list.",
        "{}, added by FR Doc. 2026-90048, is removed from the Entity List.",
    ],
)
@pytest.mark.parametrize("firm", ["Vell Bay Optics", "Zenturi Freight Sdn. Bhd."])
def test_a_firm_that_comes_off_a_list_is_put_under_no_licence(limb: str, firm: str) -> None:
    beside = "New ECCN 3B981 is established, and its items may be exported only under a license."
    found = read(RULE.format(limbs=f"{beside} {limb.format(firm)}"))
    assert [m.terms.get("parties") for m in found.measures] == [None]
    assert [(e.kind, e.parties) for e in found.effects] == [("repeal", (firm,))]


OLD, NEW = "“3B981.c”", "“3B981.d”"
CHANGES = ["{new} is substituted for {old}", "{new} replaces {old}", "{old} should read {new}"]
PLACES = ["On page 90412 of FR Doc. 2026-90111, {}.", "In FR Doc. 2026-90111, on page 90412, {}."]


@pytest.mark.parametrize(("change", "place"), [*product(CHANGES, PLACES)])
def test_a_rule_corrects_another_one_by_whichever_verb(change: str, place: str) -> None:
    told = place.format(change.format(new=NEW, old=OLD))
    (one,) = read(RULE.format(limbs=told)).effects
    assert (one.kind, one.affected[0]) == ("amend", "us/bis/2026/2026-90111")
    assert one.terms["control_codes"] == ["3B981.d"]


@pytest.mark.parametrize(
    "told",
    [
        "BIS proposes that in FR Doc. 2026-90111 “3 percent” should read “2 percent”.",
        "In FR Doc. 2026-90111, “3 percent” is not replaced by “2 percent”.",
        "FR Doc. 2026-90111 is stayed as it applies to somebody who is not named.",
        "If the stay of FR Doc. 2026-90111 is dissolved, BIS will say so.",
    ],
)
def test_what_is_not_done_changes_nobody(told: str) -> None:
    assert not [e for e in read(RULE.format(limbs=told)).effects if e.kind != "suspend"]


def test_a_stay_for_one_firm_never_hits_everybody() -> None:
    told = "FR Doc. 2026-90111 is stayed only as it applies to Vell Bay Optics."
    assert all(e.parties for e in read(RULE.format(limbs=told)).effects)


def test_a_last_day_told_by_the_close_of_business_is_no_first_day() -> None:
    told = "FR Doc. 2026-90111 is suspended until the close of business on May 14, 2027."
    (one,) = read(RULE.format(limbs=told)).effects
    assert (str(one.from_), str(one.through)) == (FIRST, "2027-05-14")


OF_POLICY = [
    ("is moved to the '{}' category", True), ("is amended to '{}'", True),
    ("shall be '{}' instead of 'Free'", True), ("is not moved to the '{}' category", False),
]  # fmt: skip


@pytest.mark.parametrize(("told", "moves"), OF_POLICY)
@pytest.mark.parametrize(
    ("category", "demand"), [("Prohibited", "prohibition"), ("Restricted", "licence")]
)
def test_goods_come_into_a_category(told: str, moves: bool, category: str, demand: str) -> None:
    limb = f"The export policy of flake graphite (ITC(HS) 2504 10 10) {told.format(category)}."
    found = read(NOTIFICATION.format(limb=limb)).measures
    assert [m.terms["requirement"] for m in found] == ([demand] if moves else [])
    assert all(str(m.from_) == FIRST for m in found)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("{} shall remain inoperative till 14.05.2027.", "suspend"),
        ("{} is made operative again.", "resume"),
        ("The period mentioned in {} is extended upto 30.11.2027.", "extend"),
    ],
)
def test_a_numbered_para_of_a_notification(told: str, kind: str) -> None:
    limb = told.format("Notification No. 925/2025-26 dated 16-08-2025")
    (one,) = read(NOTIFICATION.format(limb=limb)).effects
    assert (one.kind, one.affected[0], str(one.from_)) == (kind, "in/dgft/2025/925", FIRST)


GOODS = ["not listed in Annex 2", "outside Annex 2", "other than those in Annex 2"]
KNOWS = ["suspects military end use", "is aware of a military end use", "has been informed of it"]
DUTIES = [
    "A person who exports flight controllers {goods} and {knows} shall apply for permission.",
    "A person shall obtain a situational permit for flight controllers {goods} if he {knows}.",
]


@pytest.mark.parametrize(("goods", "knows", "duty"), [*product(GOODS, KNOWS, DUTIES)])
def test_a_catch_all_is_what_its_three_parts_make(goods: str, knows: str, duty: str) -> None:
    (one,) = read(NOTICE.format(limb=duty.format(goods=goods, knows=knows))).measures
    assert one.terms["requirement"] == "catch_all"


@pytest.mark.parametrize(("goods", "knows"), [("listed in Annex 2", KNOWS[0]), (GOODS[0], "sells")])
def test_two_of_the_three_make_a_licence(goods: str, knows: str) -> None:
    (one,) = read(NOTICE.format(limb=DUTIES[0].format(goods=goods, knows=knows))).measures
    assert one.terms["requirement"] == "licence"


LATER = [
    "; provided that the provisions of {} shall enter into force on January 4, 2027.",
    " (with respect to {}, January 4, 2027).", ": Provided, That {} takes effect on 2027.01.04.",
    ". However, {} shall be enforced from January 4, 2027.", ", but {} from January 4, 2027.",
]  # fmt: skip


@pytest.mark.parametrize("later", LATER)
@pytest.mark.parametrize("head", ["", "Article 1 (Enforcement Date) "])
@pytest.mark.parametrize("name", ["Article 2", "Item 2"])
def test_one_part_of_a_notice_starts_later(later: str, head: str, name: str) -> None:
    kind = name.removesuffix("2") if name[0] == "A" else ""
    ban = f"\n\n{kind}2{'' if kind else '.'} The export of propeller motors (9A912) is prohibited."
    text = NOTICE.replace("Article 1", f"{kind}1{'' if kind else '.'}")
    text = text.replace("This Notice shall enter into force on November 12, 2026.", "{start}")
    started = f"{head}This Notice takes effect on November 12, 2026{later.format(name)}"
    limb = f"A permit is required to export flight controllers of 2B951.{ban}"
    found = read(text.format(limb=limb, start=started)).measures
    assert [str(m.from_) for m in found] == [FIRST, "2027-01-04"]


@pytest.mark.parametrize("day", ["16-06-2025", "16 June 2025", "16th June, 2025"])
@pytest.mark.parametrize("until", ["until", "till", "up to"])
@pytest.mark.parametrize("named", ["this Directorate's Notification", "DGFT Notification"])
def test_the_day_of_the_other_act_is_no_first_day(day: str, until: str, named: str) -> None:
    limb = (
        f"The Central Government suspends {named} No. 920/2025-26 dated {day} {until} 14.05.2027."
    )
    (one,) = read(NOTIFICATION.format(limb=limb)).effects
    assert (str(one.from_), str(one.through)) == (FIRST, "2027-05-14")


def test_a_rule_that_corrects_among_other_things_brings_its_licence() -> None:
    told = (
        "BIS corrects an error in FR Doc. 2026-90111: on page 90412, “3B981.c” is revised to read"
        " “3B981.d”. BIS adds ECCN 2E971 to the Commerce Control List, and a license is required"
        " for all destinations."
    )
    found = read(RULE.format(limbs=told))
    assert [m.terms["control_codes"] for m in found.measures] == [["2E971"]]
    assert [(e.kind, e.terms["control_codes"]) for e in found.effects] == [("amend", ["3B981.d"])]
