"""Is an act known by its own number, in whatever layout an issuer prints it?"""

import pytest

from tracker.extraction.extract import extract
from tracker.extraction.names.catalogue import Catalogue, KnownIssuer

KNOWN = Catalogue(
    issuers=(
        KnownIssuer(
            code="MOFCOM", names=("MOFCOM", "Ministry of Commerce"), series="cn/mofcom",
            jurisdiction="CN",
        ),
        KnownIssuer(
            code="GACC", names=("GACC", "General Administration of Customs"), series="cn/gacc",
            jurisdiction="CN",
        ),
        KnownIssuer(code="METI", names=("METI", "Ministry of Economy, Trade and Industry"),
            series="jp/meti", jurisdiction="JP"),
        KnownIssuer(code="DGFT", names=("DGFT", "Directorate General of Foreign Trade"),
            series="in/dgft", jurisdiction="IN"),
    )
)  # fmt: skip

CHINESE = """
In accordance with the law, the following is announced:

1. As of July 1, 2026, no export operator may export hafnium sponge (1C971) without a licence.
2. Announcement No. 911 of 2025 is repealed.

This Announcement takes effect on July 1, 2026.

Ministry of Commerce
May 6, 2026
"""
INDIAN = """
The Central Government hereby amends the export policy of HS code 81129290 from Free to Restricted
with immediate effect.

Notification No. 911/2025-26 dated 12.08.2025 is hereby rescinded.
"""
JAPANESE = """
The following Order is enacted under the Foreign Exchange and Foreign Trade Act.

Article 1 A person who intends to export hafnium sponge must obtain the permission of the Minister.

Supplementary Provisions
This Ministerial Order comes into effect as of July 1, 2026.
"""
EUROPEAN = """
THE EUROPEAN COMMISSION,
Having regard to the Treaty on the Functioning of the European Union,
HAS ADOPTED THIS REGULATION:
Article 1
An authorisation shall be required for the export of hafnium sponge.
Article 2
Regulation (EU) 2024/9111 is repealed.
Article 3
This Regulation shall enter into force on 1 July 2026.
Done at Brussels, 6 May 2026.
"""

HEADS = (
    ("cn/mofcom/2026/951", "MOFCOM Announcement 2026 No. 951\n", CHINESE),
    ("cn/mofcom/2026/952", "Ministry of Commerce\nAnnouncement\nNo. 952 [2026]\n", CHINESE),
    (
        "cn/mofcom/2026/953",
        "On Hafnium\n[Document No.] MOFCOM Announcement No. 953 of 2026\n[Issued by] MOFCOM\n",
        CHINESE,
    ),
    ("cn/mofcom/2026/955", "Ministry of Commerce\nAnnouncement 2026-955\n", CHINESE),
    ("cn/mofcom/2026/956", "Announcement of MOFCOM and GACC (No. 956 of 2026)\n", CHINESE),
    (
        "cn/mofcom/2026/957",
        "MINISTRY OF COMMERCE PEOPLE'S REPUBLIC OF CHINA\nMOFCOM Announcement No.957 of 2026\n",
        CHINESE,
    ),
    (
        "cn/gacc/2026/order-957",
        "Decree of the General Administration of Customs of the People's Republic of China\n"
        "No. 957\n"
        "\nThe Measures are hereby promulgated and come into force as of July 1, 2026.\n\n"
        "May 6, 2026\n\nMeasures on Hafnium\nArticle 1 Exporters shall apply for a licence.\n",
        "",
    ),
    (
        "in/dgft/2026/960",
        "Government of India\nDirectorate General of Foreign Trade\nNotification No.: 960/2026-27\n"
        "New Delhi, Dated the 6th May, 2026\n",
        INDIAN,
    ),
    (
        "in/dgft/2026/961",
        "NOTIFICATION NO 961 / 2026-2027\nNEW DELHI, DATED 06.05.2026\nS.O. (E).\n",
        INDIAN,
    ),
    (
        "in/dgft/2026/962",
        "Directorate General of Foreign Trade | Notifications\nS.No | 12\n"
        "Number | Notification No. 962/2026-27\nDate | 06/05/2026\n",
        INDIAN,
    ),
    ("jp/meti/2026/order-963", "METI Ordinance No. 963 of 2026\nMay 6, 2026\n", JAPANESE),
    (
        "jp/meti/2026/order-964",
        "Register - Order No. 964\nMinisterial Order on Hafnium\n"
        "Ministry of Economy, Trade and Industry Order No. 964 of May 6, Reiwa 8 (2026)\n",
        JAPANESE,
    ),
    (
        "jp/meti/2026/order-965",
        "Ministerial Order Partially Amending Order No. 921\nMETI Order No. 965\nMay 6, 2026\n",
        JAPANESE,
    ),
    (
        "eu/reg/2026/9167",
        "Mirror - 32026R9167 - EN\nDocument 32026R9167\n"
        "Commission Implementing Regulation (EU) 2026/9167 of 6 May 2026 on hafnium\n",
        EUROPEAN,
    ),
    (
        "eu/reg/2026/9168",
        "8.5.2026  EN  Official Journal of the European Union  L 2026/9168\n\n"
        "COMMISSION REGULATION (EU) 2026/9168\nof 6 May 2026\non hafnium\n",
        EUROPEAN,
    ),
    (
        "eu/dec/1999/934",
        "COMMISSION DECISION\nof 3 March 1999\namending Decision 97/930/EC\n(1999/934/EC)\n",
        EUROPEAN.replace("REGULATION", "DECISION").replace("This Regulation", "This Decision"),
    ),
    (
        "vn/moit/2026/circular-914",
        "MINISTRY OF INDUSTRY AND TRADE\nNo. 914/2026/TT-BCT\nHanoi, 6 May 2026\n\nCIRCULAR\n\n"
        "Article 1. Halt\nThe export of hafnium scrap is prohibited.\n"
        "Article 2. Start\nThis Circular takes effect 45 days after the date of signing.\n",
        "",
    ),
)
ODD_LAYOUTS = (
    (
        "us/epa/2026/2026-90951",
        "Wednesday, May 6, 2026 - 91 FR 91951\nENVIRONMENTAL PROTECTION AGENCY\n\nKettles\n\n"
        "Final rule; withdrawal\nFR Doc. 2026-90951, filed May 5, 2026\n"
        "RIN 2060-AK00 | 40 CFR 63\n\n"
        "The rule published March 3, 2025, as FR Doc. 2025-90911 is withdrawn as of July 1, "
        "2026.\n\n"
        "Filed 5-5-26; 8:45 am\n",
    ),
    (
        "us/epa/2026/2026-90952",
        "6560-50-P\nENVIRONMENTAL PROTECTION AGENCY\n40 CFR Part 63\nKettles\n"
        "AGENCY: Environmental Protection Agency (EPA).\nACTION: Final rule.\nSUMMARY: Kettles.\n"
        "DATES: This final rule is effective on July 1, 2026.\n"
        "[FR Doc. 2026-90952 Filed: 5/5/2026 8:45 am; Publication Date: 5/6/2026]\n",
    ),
    (
        "cn/mofcom/2026/953",
        "Ministry of Commerce\n\nThe following is decided and announced.\n\n"
        "1. Announcement No. 911 of 2025 is repealed as of July 1, 2026.\n\n"
        "MOFCOM Announcement No. 953 of 2026\nMay 6, 2026\n",
    ),
    (
        "jp/meti/2026/order-954",
        "Official Gazette, May 6, 2026, Extra No. 12\n\nMinistry of Economy, Trade and Industry\n\n"
        "Order No. 954\n\nThe Ministerial Order on Hafnium is established as follows.\n" + JAPANESE,
    ),
)


@pytest.mark.parametrize(("id", "text"), ODD_LAYOUTS, ids=lambda text: text[:24])
def test_an_act_shows_itself_in_odd_layouts(id: str, text: str) -> None:
    found = extract(text, authority="issuer", known=KNOWN)
    assert found.klass == "act"
    assert found.instrument is not None
    assert found.instrument.id == id


VIET_NAM = KnownIssuer(
    code="VN-MOIT", names=("Ministry of Industry and Trade",), series="vn/moit", jurisdiction="VN"
)


@pytest.mark.parametrize(("id", "head", "body"), HEADS, ids=lambda text: text[:24])
def test_an_act_is_known_by_its_own_number(id: str, head: str, body: str) -> None:
    known = Catalogue(issuers=(*KNOWN.issuers, VIET_NAM))
    found = extract(head + body, authority="issuer", known=known)
    assert found.klass == "act"
    assert found.instrument is not None
    assert found.instrument.id == id


OTHERS = (
    "FOR IMMEDIATE RELEASE\nBureau of Kettles\nMay 6, 2026\nThe Bureau today issued a rule that "
    "withdraws FR Doc. 2025-90911 as of July 1, 2026.\n###\n",
    "Hearing record\nThe Chairman: Announcement No. 911 of 2025 is repealed as of July 1, 2026?\n"
    "Mr. Person: We have not decided.\n",
    "Speech by the Minister\nI am glad to say that Announcement No. 911 of 2025 is suspended until "
    "July 1, 2027. We will of course publish the notice.\n",
    "Q&A on MOFCOM Announcement No. 968 of 2026\nOfficials answered questions.\n"
    "Q: When does it apply?\nA: Announcement No. 911 of 2025 is repealed on July 1, 2026.\n",
    "Summary of Regulation (EU) 2026/9170\nWHAT IS THE AIM OF THE REGULATION?\n"
    "Regulation (EU) 2026/9170 repeals Regulation (EU) 2024/9111.\n",
    "Trade Advisory\nRef: Notification No. 976/2026-27 dated 06.05.2026\n"
    "Members are informed that Notification No. 911/2025-26 stands rescinded.\n",
    "Confusion over Announcement No. 983\nTwo mills read MOFCOM Announcement No. 983 of 2026 in "
    "different ways.\n",
)


@pytest.mark.parametrize("text", OTHERS, ids=lambda text: text[:24])
def test_a_text_that_tells_of_an_act_is_not_that_act(text: str) -> None:
    found = extract(text, authority="official", known=KNOWN)
    assert found.klass != "act"
    assert (found.instrument, found.effects) == (None, ())


def test_a_number_of_the_register_never_gets_the_series_of_another_country() -> None:
    told = extract(
        "Weekly letter\nMOFCOM issued Announcement No. 945 of 2026. FR Doc. 2026-90266 adds two "
        "firms.\n",
        authority="press",
        known=KNOWN,
    )
    assert [link.to for link in told.links] == ["cn/mofcom/2026/945"]


def test_a_line_that_cites_another_rule_is_not_the_own_one() -> None:
    """A narrow page may break ``(FR Doc. 2026-90301)`` so that its line holds nothing else."""
    text = (
        "DEPARTMENT OF COMMERCE\nBureau of Industry and Security\n15 CFR Part 774\n\n"
        "Removal of a Requirement\n\nAGENCY: Bureau of Industry and Security.\n"
        "ACTION: Final rule.\nSUMMARY: BIS ends the interim\nrule published May 5, 2026 (FR Doc.\n"
        "2026-90301).\n\n[FR Doc. 2026-90655 Filed 6-11-26; 8:45 am]\n"
    )
    read = extract(text, authority="issuer", language="en", known=KNOWN)
    assert read.instrument is not None
    assert read.instrument.number == "FR Doc. 2026-90655"
