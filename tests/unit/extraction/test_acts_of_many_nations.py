"""Acts of the Union, Britain, Japan, India and China in English: heads, persons, days, parts."""

from datetime import date

import pytest

from tests.unit.extraction.test_extract import read

CHINESE = """MOFCOM Announcement No. 9935 of 2026
August 12, 2026
{}
Ministry of Commerce
August 12, 2026
"""


def _effects(text):
    return [
        (one.kind, one.affected, one.from_ and one.from_.isoformat(),
         one.through and one.through.isoformat())
        for one in read(text).effects
    ]  # fmt: skip


@pytest.mark.parametrize(
    "told",
    [
        "Paragraph 2 of Announcement No. 9934 of 2024 was suspended by Announcement No. 9937 of "
        "2025 until November 27, 2026.",
        "Paragraph 2 of Announcement No. 9934 of 2024, on graphite, has been suspended until "
        "November 27, 2026 under Announcement No. 9937 of 2025.",
        "Announcement No. 9937 of 2025 suspended Paragraph 2 of Announcement No. 9934 of 2024 "
        "until November 27, 2026.",
    ],
)
def test_a_longer_suspension_is_of_what_was_suspended(told):
    goes_on = "The suspension of that paragraph is continued for 180 days from November 28, 2026."
    assert _effects(CHINESE.format(f"{told}\n{goes_on}")) == [
        ("suspend", ("cn/mofcom/2024/9934#2",), "2026-11-28", "2027-05-26")
    ]


@pytest.mark.parametrize(
    "back",
    [
        "has decided to put Announcement No. 9921 of 2026 back into implementation from",
        "has decided that Announcement No. 9921 of 2026 shall be put back into application on",
        "puts Announcement No. 9921 of 2026 back in force on",
    ],
)
def test_what_is_put_back_into_use_resumes(back):
    assert _effects(CHINESE.format(f"The Ministry of Commerce {back} September 1, 2026.")) == [
        ("resume", ("cn/mofcom/2026/9921",), "2026-09-01", None)
    ]


@pytest.mark.parametrize(
    "some",
    [
        "The measures under Announcement No. 9921 of 2026 shall cease with respect to the 16 "
        "entities concerned as of August 12, 2026.",
        "As of August 12, 2026, Announcement No. 9921 of 2026 is suspended for sixteen companies.",
        "As of August 12, 2026, Announcement No. 9921 of 2026 ceases to apply to the 12 U.S. firms "
        "concerned.",
    ],
)
def test_what_is_done_for_some_firms_hits_not_everybody(some):
    found = read(CHINESE.format(some))
    assert not found.effects
    assert found.unread


def test_without_such_firms_everybody_is_meant():
    told = "As of August 12, 2026, the measures in Announcement No. 9921 of 2026 shall cease."
    assert _effects(CHINESE.format(told)) == [
        ("repeal", ("cn/mofcom/2026/9921",), "2026-08-12", None)
    ]


def test_a_breach_told_behind_a_ban_is_not_what_the_act_demands():
    found = read(
        CHINESE.format(
            "The export of all dual-use items to the military users of country A is prohibited.\n"
            "Any organization of any country that violates the above by transferring the items "
            "shall be held liable in accordance with the law.\n"
            "This Announcement takes effect as of the date of its promulgation."
        )
    )
    assert [one.terms["requirement"] for one in found.measures] == ["prohibition"]


UNION = """{}
COMMISSION IMPLEMENTING REGULATION (EU) 2026/9152
of 28 October 2026
making certain exports subject to the production of an export authorisation
THE EUROPEAN COMMISSION,
HAS ADOPTED THIS REGULATION:
{}
Article 3
This Regulation shall enter into force on 2 November 2026.
Done at Brussels, 28 October 2026.
"""


@pytest.mark.parametrize(
    "free",
    [
        "Article 1 shall not apply to exports to Iceland and Norway.",
        "The requirement in Article 1 shall not apply to exports to Iceland and Norway.",
    ],
)
def test_an_article_that_lets_out_of_another_is_part_of_that_one(free):
    rule = "An export authorisation shall be required for exports of goods of CN code 8505 11 10."
    found = read(UNION.format("", f"Article 1\n{rule}\nArticle 2\n{free}"))
    assert [one.id.split("#")[1] for one in found.measures] == ["art-1"]
    assert found.measures[0].terms["exemptions"] == ["exports to Iceland and Norway"]


def test_furniture_on_the_line_above_says_nothing_of_a_day():
    """``In force`` above the date of issue made the old last day a first one."""
    text = UNION.format(
        "In force: Act has been changed.\n30.6.2026 EN Official Journal",
        "Article 1\nIn Article 3 of Implementing Regulation (EU) 2026/9121, the date "
        "‘30 June 2026’ is replaced by ‘31 December 2026’.",
    ).replace("THE EUROPEAN", "(1) Regulation (EU) 2026/9121 applies until 30 June 2026.\nTHE EURO")
    found = _effects(text)
    assert [(kind, through) for kind, _, _, through in found] == [("extend", "2026-12-31")]


LICENCE = """OPEN GENERAL EXPORT LICENCE

{}

dated 6 May 2026

The Secretary of State, in exercise of powers conferred by article 26 of the Export Control Order
2008, grants this Open General Export Licence.

1. Items specified in Schedule 1 may be exported from the United Kingdom to any destination.

2. This licence shall come into force on 7 May 2026.

An Official of the Department for Business and Trade
"""


@pytest.mark.parametrize("title", ["PROBE CARDS", "EXPORT OF DUAL-USE ITEMS TO MEMBER STATES"])
def test_a_licence_goes_by_the_title_below_its_head(title):
    found = read(LICENCE.format(title))
    slug = title.lower().replace(" ", "-")
    assert found.instrument.id == f"uk/dbt/2026/ogel-{slug}"
    assert [one.from_ for one in found.measures] == [date(2026, 5, 7)]


INDIAN = """Government of India
Directorate General of Foreign Trade
Notification No. 981/2026-27
New Delhi, Dated 22nd September, 2026
S.O. 142(E). The Central Government hereby makes the following amendment in Notification No. \
950/2026-27 dated 7th June, 2026 with immediate effect:
| S. No. | ITC (HS) Code | Description | Export Policy | Validity |
| 51 | 0703 10 19 | Onions | Prohibited | {0} |
Effect of this Notification: The prohibition on export of onions, valid upto 30th September, \
2026, is extended {0}.
"""


@pytest.mark.parametrize(
    ("until", "last"), [("until further orders", None), ("up to 31st December, 2026", "2026-12-31")]
)
def test_a_row_that_only_repeats_what_is_lengthened_binds_nobody_anew(until, last):
    text = INDIAN.format(until)
    assert not read(text).measures
    assert _effects(text) == [("extend", ("in/dgft/2026/950",), "2026-09-22", last)]


def test_a_japanese_order_may_bear_its_number_behind_the_ministry():
    found = _effects(
        "Ministry of Economy, Trade and Industry Order No. 927\nMay 22, 2026\n"
        "The Order Specifying Goods (Ministry of International Trade and Industry Order No. 49 of "
        "1991) is partially amended as follows.\nIn Article 6, the following is added: lenses.\n"
        "Supplementary Provisions\nThis Ministerial Order comes into effect as of the day on which "
        "two months have elapsed from the day of promulgation.\n"
    )
    assert found == [("amend", ("jp/meti/1991/order-49#art-6",), "2026-07-22", None)]


def test_a_vietnamese_number_without_a_year_has_that_of_its_day():
    found = read(
        "MINISTRY OF INDUSTRY AND TRADE\nNo. 9117/QD-BCT\nHanoi, 7 May 2026\nDECISION\n"
        "On the export of ores\nDECIDES:\n"
        "Article 1. Decision No. 9301/QD-BCT dated 15 November 2024 is annulled.\n"
        "Article 2. This Decision takes effect from 15 May 2026.\nFOR THE MINISTER\n"
    )
    assert found.instrument.id == "vn/moit/2026/decision-9117"
    assert [one.affected for one in found.effects] == [("vn/moit/2024/decision-9301",)]


KOREAN = """Ministry of Trade, Industry and Energy Public Notice No. 2026-945
The Public Notice on Strategic Items (MOTIE Public Notice No. 2024-34, February 26, 2024) is \
hereby partially amended as follows.
August 28, 2026
1. Annex 2 shall be amended as follows: items 3A901 and 4A906 are newly added.
2. In Article 12, "5 days" shall be replaced with "9 days".
Addenda
Article 1 This Notice shall enter into force on September 9, 2026; provided, that {}.
"""


@pytest.mark.parametrize(
    ("later", "days"),
    [
        (
            "the amended provisions of Annex 2 shall enter into force on October 9, 2026",
            ["2026-10-09", "2026-09-09"],
        ),
        (
            "the amended provisions of Article 12 shall enter into force on October 9, 2026",
            ["2026-09-09", "2026-10-09"],
        ),
    ],
)
def test_the_amended_provisions_of_an_annex_begin_on_their_own_day(later, days):
    assert [first for _, _, first, _ in _effects(KOREAN.format(later))] == days


AUSTRALIAN = """Federal Register of Legislation

F2026L90356 - In force - Latest version        Registered 19/03/2026

Autonomous Sanctions (Export Sanctioned Goods) Designation 2026

I, Jane Doe, Minister for Foreign Affairs, make the following designation.

Dated   17 March 2026

1 Name
This instrument is the Designation 2026.

2 Commencement
Provisions | Commencement | Date/Details
{}

4 Export sanctioned goods
(1) The supply, sale or transfer of alumina to Russia is prohibited without a permit.
"""


@pytest.mark.parametrize(
    "row",
    [
        "1. The whole of this instrument | The day after it is registered. | 20 March 2026",
        "1.  This instrument      The day after this instrument is registered.   20 March 2026",
    ],
)
def test_a_table_of_commencement_may_tell_of_the_whole(row):
    found = read(AUSTRALIAN.format(row))
    assert [one.from_ for one in found.measures] == [date(2026, 3, 20)]
