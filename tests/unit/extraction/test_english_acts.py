"""Is law told from preamble, a list from its furniture, an act from those who tell of it?"""

from datetime import date

import pytest

from tests.runaway import assert_in_proportion
from tracker.extraction.extract import extract
from tracker.extraction.names.catalogue import Catalogue, KnownIssuer
from tracker.extraction.names.issuers import IssuerNames
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.prose.register_parts import rule_parts
from tracker.extraction.scope.codes import control_codes, customs_codes
from tracker.extraction.scope.entity_lists import added_entities
from tracker.extraction.scope.parties import named_parties
from tracker.extraction.scope.policy_tables import by_requirement, policy_rows
from tracker.extraction.spelling.calendar_words import days_named

ISSUERS = (
    KnownIssuer(
        code="MOFCOM", names=("Ministry of Commerce",), series="cn/mofcom", jurisdiction="CN"
    ),
    KnownIssuer(
        code="BIS", names=("Bureau of Industry and Security",), series="us/bis", jurisdiction="US"
    ),
)
KNOWN = Catalogue(issuers=ISSUERS)
LAW = "Accordingly, part 744 of the regulations (15 CFR part 744) is amended as follows:\n"


def flow(text: str) -> Flow:
    return Flow(text, language="en", names=IssuerNames(()))


def whole(text: str) -> Span:
    return Span(0, len(text))


def test_the_law_of_a_rule_begins_behind_its_preamble() -> None:
    text = (
        "SUMMARY: One.\nDATES: Two.\nSUPPLEMENTARY INFORMATION: History of 3A905.\n"
        f"Rulemaking Requirements\n1. A cost.\n{LAW}2. Section 744.11 is amended.\n"
    )
    parts = rule_parts(flow(text), whole(text))
    assert parts.law is not None
    assert text[parts.law.start :].startswith("Accordingly")
    assert text[parts.told.start : parts.told.end].endswith("History of 3A905.\n")
    assert parts.summary is not None
    assert text[parts.summary.start : parts.summary.end].strip() == "One."


def test_a_document_without_instructions_has_no_law() -> None:
    text = "SUMMARY: One.\nDATES: Two.\nSUPPLEMENTARY INFORMATION: The entries are these."
    assert rule_parts(flow(text), whole(text)).law is None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("3B941 Torches:\na. for gas;\nb. for water.", ["3B941", "3B941.a", "3B941.b"]),
        ("3B941 Torches.\n(a) 2002 c. 28.", ["3B941"]),
        ("3B941 Torches, not specified by 3B931:", ["3B941"]),
        ("3B941 Torches. See also ECCN 3B001.", ["3B941"]),
        ("goods other than those controlled under 3B931", []),
        ("software for goods controlled by 3B941", ["3B941"]),
    ],
)
def test_codes_are_those_that_the_text_controls(text: str, codes: list[str]) -> None:
    assert [code.code for code in control_codes(flow(text), whole(text))] == codes


def test_a_part_of_a_customs_code_is_read_with_its_blanks() -> None:
    text = "CN code\nex 2620 99 95\nSpent catalysts"
    assert [code.code for code in customs_codes(flow(text), whole(text))] == ["26209995"]


@pytest.mark.parametrize(
    ("law", "names"),
    [
        (
            'a. Adding, in alphabetical order, entries for "Grey Heron, Inc.," and "Stork LLC."',
            ["Grey Heron, Inc.", "Stork LLC"],
        ),
        ('b. Removing the entry for "Kizil Dag A.S."', []),
        ('adding one entry and removing the entry for "Kizil Dag A.S."', []),
        (
            "UAE. | Qamar Gate Co., Ltd., a.k.a., QG. Dubai. | For all items subject | Denial",
            ["Qamar Gate Co., Ltd."],
        ),
        (
            "* * * *\n------\nLantern Institute, Hefei.\nFor all items subject to",
            ["Lantern Institute"],
        ),
    ],
)
def test_the_names_of_a_list_are_those_that_are_added(law: str, names: list[str]) -> None:
    text = f"SUMMARY: A list.\nDATES: Now.\nSUPPLEMENTARY INFORMATION: More.\n{LAW}{law}\n"
    read = flow(text)
    assert [one.name for one in added_entities(read, rule_parts(read, whole(text)))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the condition for Beach Sand Minerals is revived", []),
        ("under the Fair Engines Act for Fiscal Year 2021", []),
        ("for Belken Minerals Ltd is revived", ["Belken Minerals Ltd"]),
        ("adding Belken Minerals to the list", ["Belken Minerals"]),
    ],
)
def test_goods_and_laws_are_no_firms(text: str, names: list[str]) -> None:
    assert [party.name for party in named_parties(flow(text), whole(text))] == names


@pytest.mark.parametrize(
    ("table", "demands"),
    [
        (
            "ITC (HS) | Goods | Existing | Revised\n81101000 | Antimony | Free | Restricted\n"
            "85051910 | Magnets | Restricted | Prohibited\n2. Nothing else changes in this way.",
            {"licence": ["81101000"], "prohibition": ["85051910"]},
        ),
        (
            "Code\nRevised policy\nExisting policy\n8110 10 00\nAntimony\nRestricted\nFree\n",
            {"licence": ["81101000"]},
        ),
        ("1 2846 90 10 Oxides Free Prohibited Condition 4\n", {"prohibition": ["28469010"]}),
        (
            "Notice 5, as amended, is changed thus:\nCode | Item | Existing | Revised Policy\n"
            "81092100 | Tubes | Restricted | Prohibited, with immediate effect\n"
            "07011000 | Potatoes | Free | Free, subject to registration of contracts with APEDA\n"
            "07019000 | Others | Free | Free (against RCMC registration)\n"
            "07020000 | Tomatoes | Restricted | Free, subject to a minimum price\n",
            {"prohibition": ["81092100"], "registration": ["07011000", "07019000"]},
        ),
        ("81101000 | Antimony | Restricted | Free\n", {}),
        ("In the year 81101000 nothing was Restricted.", {}),
    ],
)
def test_a_row_demands_what_its_new_policy_says(table: str, demands: dict[str, list[str]]) -> None:
    found = by_requirement(policy_rows(flow(table), whole(table)))
    assert {key: [c for row in rows for c in row.codes] for key, rows in found.items()} == demands


def test_a_table_in_a_wrapped_text_keeps_its_rows() -> None:
    prose = "This line is as long as the page is wide and so it runs on to\nthe next one.\n" * 6
    table = "25041010 | Graphite | Free | Restricted\n25041020 | Flakes | Free | Restricted\n"
    assert table in flow(prose + table).flow


@pytest.mark.parametrize("text", ["ends on 01.10.2026.", "w.e.f. 01.10.2026, and", "on 01-10-2026"])
def test_a_day_is_read_at_the_end_of_a_sentence_too(text: str) -> None:
    assert [(one.year, one.month, one.day) for one in days_named(text)] == [(2026, 10, 1)]


def test_a_version_number_is_no_day() -> None:
    assert days_named("version 01.10.2026.4 and section 1.10.2026.1") == ()


SAID_OF_AN_ACT = (
    "China Issues Announcement No. 931 of 2026 on Rhenium\n\nExporters must obtain a licence. "
    "Announcement No. 912 of 2025 is hereby repealed from October 1, 2026.\n",
    "Client Alert\n\nANNOUNCEMENT NO. 931: SCOPE\n\nOn July 9, 2026 the Ministry of Commerce "
    "issued Announcement No. 931 of 2026. Announcement No. 912 of 2025 is suspended until "
    "November 10, 2026. Attorney advertising.\n",
    "Announcement No. 931 of 2026 of the Ministry of Commerce\n\nPosted on September 2, 2026 by "
    "Admin\n\n1. Scope: rhenium shall not be exported without a licence.\n2. Repeal: Announcement "
    "No. 912 of 2025 is hereby repealed.\n\nLeave a comment\n",
    "MEMORANDUM\n\nRe: Announcement No. 931 of 2026\n\nThe Ministry of Commerce published "
    "Announcement No. 931 of 2026. It repeals Announcement No. 912 of 2025 from August 15, 2026. "
    "This memorandum is for information.\n\nSeptember 2, 2026\n",
    "Dear members,\n\nRegulation (EU) 2026/9374\n\nArticle 1\nAn authorisation shall be required "
    "for exports of scrap.\n\nArticle 2\nRegulation (EU) 2025/9210 is repealed.\n\n29 June 2026\n",
    "Regulation (EU) 2026/9821\n\nKEY POINTS\n\nAn authorisation is required. Regulation (EU) "
    "2025/9210 is repealed from 9 September 2026.\n",
    "Announcement No. 931 of 2026\n- Rhenium licence required\n- Announcement No. 912 of 2025 "
    "repealed from August 15, 2026\n\nTraining course, module 4.\n",
)


@pytest.mark.parametrize("authority", ["issuer", "official", "press", "commentary", None])
@pytest.mark.parametrize("text", SAID_OF_AN_ACT, ids=lambda text: text.split("\n", 1)[0][:30])
def test_who_tells_of_an_act_moves_nothing(text: str, authority: str | None) -> None:
    read = extract(text, authority=authority, known=KNOWN)  # type: ignore[arg-type]
    assert read.klass != "act"
    assert (read.measures, read.effects) == ((), ())


def test_an_act_that_names_itself_is_one() -> None:
    text = (
        "Announcement No. 931 of 2026 of the Ministry of Commerce on Rhenium\n\n"
        "It is decided that Announcement No. 912 of 2025 of the Ministry of Commerce is repealed "
        "as of October 1, 2026.\n\nMinistry of Commerce\nAugust 15, 2026\n"
    )
    read = extract(text, authority="issuer", known=KNOWN)
    assert read.klass == "act"
    assert [(one.kind, one.affected) for one in read.effects] == [
        ("repeal", ("cn/mofcom/2025/912",))
    ]


def _amending(recital: str, change: str) -> str:
    return (
        "COMMISSION REGULATION (EU) 2027/9302\nof 10 September 2027\namending another act\n\n"
        f"Whereas:\n(1) {recital}\n\nHAS ADOPTED THIS REGULATION:\n\nArticle 1\n"
        f"In Article 4 of Regulation (EU) 2027/9210, {change}\n\nArticle 2\n"
        "This Regulation shall enter into force on 20 September 2027.\n\n"
        "Done at Brussels, 10 September 2027.\n"
    )


@pytest.mark.parametrize(
    ("recital", "change", "kind"),
    [
        ("It is to apply until 1 May 2028.", "'1 May 2028' is replaced by '1 May 2029'.", "extend"),
        (
            "It is to apply from 1 May 2028.",
            "'1 May 2028' is replaced by '1 May 2029'.",
            "postpone",
        ),
        ("More time.", "'until 1 May 2028' is replaced by 'until 1 May 2029'.", "extend"),
        ("More time.", "'from 1 May 2028' is replaced by 'from 1 May 2029'.", "postpone"),
        ("Words.", "'1 May 2029' is replaced by '1 May 2028'.", "amend"),
        ("Words.", "'1 May 2028' is replaced by '1 May 2029'.", "amend"),
    ],
)
def test_a_changed_day_is_the_last_or_the_first_one(recital: str, change: str, kind: str) -> None:
    read = extract(_amending(recital, change), authority="issuer", known=KNOWN)
    part = "#art-4" if kind == "amend" else ""
    meant = (f"eu/reg/2027/9210{part}",)
    assert [(one.kind, one.affected) for one in read.effects] == [(kind, meant)]
    assert read.measures == ()


HOSTILE = {
    "changes in one line": "REGULATION (EU) 2027/9302\nHAS ADOPTED\nArticle 1\nIn Article 4 of "
    "Regulation (EU) 2027/9210, " + "'1 May 2028' is replaced by '1 May 2029' " * 800,
    "additions": "SUMMARY: Entity List.\nSUPPLEMENTARY INFORMATION: x\n"
    + LAW
    + "adding entry " * 4000,
    "rows": "hereby amends:\n" + "25041010 Free " * 4000,
    "telling": "Announcement No. 931 of 2026\n" + "issued Announcement No. 931 of 2026 " * 1500,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_hostile_text_makes_reading_run_away(name: str) -> None:
    assert_in_proportion(lambda text: extract(text, authority="issuer", known=KNOWN), HOSTILE[name])


@pytest.mark.parametrize(
    ("end", "published_on", "first"),
    [
        ("", None, None),
        ("; Publication Date: 7/15/2026", None, date(2026, 10, 13)),
        ("", date(2026, 7, 15), date(2026, 10, 13)),
    ],
)
def test_days_after_publication_are_not_counted_from_the_filing(
    end: str, published_on: date | None, first: date | None
) -> None:
    text = (
        "Furnaces\nAGENCY: Bureau of Industry and Security, Commerce.\nACTION: Final rule.\n"
        "DATES: This rule takes effect 90 days after publication in the Federal Register.\n"
        "2. In supplement no. 1 to part 774, add ECCN 2B971 as follows: 2B971.a Furnaces. A "
        "license is required to export 2B971.\n"
        f"[FR Doc. 2026-90301 Filed 7-14-26; 8:45 am{end}]\n"
    )
    (measure,) = extract(text, known=KNOWN, published_on=published_on).measures
    assert measure.from_ == first


def test_a_mirror_may_write_the_labels_of_a_rule_in_small_letters() -> None:
    text = (
        "Furnaces\nAgency. Bureau of Industry and Security, Commerce.\nAction. Final rule.\n"
        "Dates. This rule takes effect on September 1, 2026.\n"
        "2. In supplement no. 1 to part 774, add ECCN 2B971 as follows: 2B971.a Furnaces. A "
        "license is required to export 2B971.\n"
        "[FR Doc. 2026-90301 Filed 7-14-26; 8:45 am]\n"
    )
    assert extract(text, known=KNOWN).klass == "act"
