"""Which acts does a retelling link to, and which does it only mention?"""

import pytest

from tracker.domain.records import Authority
from tracker.extraction.extract import extract
from tracker.extraction.names.catalogue import Catalogue, KnownIssuer

KNOWN = Catalogue(
    issuers=(
        KnownIssuer(
            code="MOFCOM",
            names=("MOFCOM", "Ministry of Commerce", "商务部"),
            series="cn/mofcom",
            jurisdiction="CN",
        ),
    )
)


def _links(text: str, authority: Authority) -> list[tuple[str, str]]:
    found = extract(text, authority=authority, known=KNOWN)
    return [(link.kind, link.to.removeprefix("cn/mofcom/")) for link in found.links]


ALERT = """Client alert: kettles
May 6, 2026
On May 4, 2026 MOFCOM issued Announcement No. 941 of 2026, which puts kettles under licence.
{aside}
This alert does not constitute legal advice.
"""


@pytest.mark.parametrize(
    "aside",
    [
        "It suspends MOFCOM Announcement No. 911 of 2025 until the end of the year.",
        "Paragraph 2 of MOFCOM Announcement No. 911 of 2025 is suspended by it.",
        "MOFCOM Announcement No. 911 of 2025 remains in force.",
        "Readers will recall MOFCOM Announcement No. 911 of 2025.",
        "Related insights: MOFCOM Announcement No. 911 of 2025",
        "Webinar: what comes after MOFCOM Announcement No. 911 of 2025?",
    ],
)
def test_what_an_alert_only_mentions_is_not_retold(aside: str) -> None:
    assert _links(ALERT.format(aside=aside), "commentary") == [("restates", "2026/941")]


def test_two_acts_that_were_made_are_both_retold() -> None:
    aside = "On May 5, 2026 MOFCOM published Announcement No. 942 of 2026 on pots."
    assert _links(ALERT.format(aside=aside), "commentary") == [
        ("restates", "2026/941"),
        ("restates", "2026/942"),
    ]


def test_where_nothing_says_that_an_act_was_made_all_are_retold() -> None:
    text = "Guide for members\nMOFCOM Announcement No. 941 of 2026: kettles.\n" + (
        "MOFCOM Announcement No. 942 of 2026: pots.\nThis does not constitute legal advice.\n"
    )
    assert len(_links(text, "commentary")) == 2


@pytest.mark.parametrize(
    ("authority", "text"),
    [
        (
            "press",
            "A diplomat tells us that MOFCOM issued Announcement No. 941 of 2026 in haste. "
            "The ministry did not reply.",
        ),
        (
            "official",
            "Oral evidence\nQ1 Chair: MOFCOM issued Announcement No. 941 of 2026. Will it go?\n"
            "The Minister: I am not going to say.\n",
        ),
        ("press", "FORM 8-K\nThe Company sells under MOFCOM Announcement No. 941 of 2026.\n"),
    ],
)
def test_a_rumour_a_hearing_and_a_filing_retell_nothing(authority: Authority, text: str) -> None:
    assert _links(text, authority) == []


def test_a_letter_that_answers_what_an_act_means_clarifies_it() -> None:
    text = (
        "商务部关于茶壶是否受管制的复函\n你会来函收悉。现函复如下：\n"
        "商务部公告2026年第941号所称茶壶不包括茶杯。\n此复。\n商务部\n2026年5月6日\n"
    )
    assert _links(text, "issuer") == [("clarifies", "2026/941")]
