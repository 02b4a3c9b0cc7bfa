"""Turns of long acts as they are printed: paragraphs in points, goods alone, parts of articles."""

import pytest

from tests.benchmarks.reading import _known
from tracker.extraction.extract import extract
from tracker.extraction.names.references import english_provisions


def _read(points: str):
    text = f"商务部公告2027年第977号\n关于有关事项的公告\n\n{points}\n\n商务部\n2027年5月12日\n"
    return extract(text, authority="issuer", known=_known())


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Article 3, paragraphs 1 and 2 are deleted", ["art-3-1", "art-3-2"]),
        ("Article 3, paragraphs 1, 2 and 4a are deleted", ["art-3-1", "art-3-2", "art-3-4a"]),
        ("Article 3, paragraphs 1 to 3 are deleted", ["art-3-1", "art-3-2", "art-3-3"]),
        ("in Article 5aa, paragraph 1a is deleted", ["art-5aa-1a"]),
        ("paragraphs 2 and 3a of Article 5aa are deleted", ["art-5aa-2", "art-5aa-3a"]),
        ("Article 3n, paragraph 1b, points (c) and (d)", ["art-3n-1b-c", "art-3n-1b-d"]),
        ("In Article 5(2), point (b) is deleted", ["art-5-2-b"]),
        ("Articles 3, 5(2) and 6", ["art-3", "art-5-2", "art-6"]),
        ("Article 2, paragraph 1 and Article 3, paragraph 2", ["art-2-1", "art-3-2"]),
    ],
)
def test_paragraphs_are_those_of_their_article(words, parts):
    assert [part.id for part in english_provisions(words, 0, len(words))] == parts


@pytest.mark.parametrize(
    "words",
    [
        "一、《商务部公告2026年第958号》所列物项中，石墨负极材料（参考海关商品编号：3801901010）的"
        "实施日期推迟至2027年12月1日，其余物项仍按原公告执行。",
        "一、对商务部公告2026年第958号所列锑锭，自即日起至2028年6月30日暂停实施出口管制。"
        "其他物项的管制措施继续执行。",
    ],
)
def test_what_moves_some_goods_moves_no_whole_act(words):
    assert _read(words).effects == ()


def test_a_part_is_moved_though_the_other_goods_stay():
    read = _read("一、自2027年6月1日起，暂停实施商务部公告2026年第958号第二条，其余物项不受影响。")
    assert [(one.kind, one.affected) for one in read.effects] == [
        ("suspend", ("cn/mofcom/2026/958#ii",))
    ]


def test_paragraphs_of_a_point_demand_each_its_own():
    read = _read(
        "一、向境外军事用户出口本公告附件所列物项的申请，原则上不予许可。\n"
        "用于研发、生产14纳米及以下逻辑芯片的出口申请，逐案审批。\n\n"
        "二、本公告自2027年6月1日起施行。"
    )
    assert [(one.id.partition("#")[2], one.terms["requirement"]) for one in read.measures] == [
        ("i-1", "presumption_of_denial"),
        ("i-2", "case_by_case"),
    ]


@pytest.mark.parametrize(
    ("words", "demand"),
    [
        ("不批准并取消上述企业高级管理人员在中国境内的工作许可、停留或者居留资格。", "prohibition"),
        ("限制上述企业在中国境内投资。", "prohibition"),
        ("取消对上述企业在中国境内投资的限制。", None),
        ("取消该公司高级管理人员的入境限制。", None),
    ],
)
def test_measures_against_listed_firms(words, demand):
    read = _read(f"一、{words}\n\n二、本公告自2027年6月1日起施行。")
    assert [one.terms["requirement"] for one in read.measures] == ([demand] if demand else [])


def test_a_transition_within_new_words_is_no_longer_life():
    text = (
        "COUNCIL REGULATION (EU) 2027/9901\nof 3 May 2027\namending Regulation (EU) 2025/9902\n\n"
        "HAS ADOPTED THIS REGULATION:\n\nArticle 1\n\n"
        "In Regulation (EU) 2025/9902, Article 4(2) is replaced by the following:\n\n"
        "‘2. The prohibition in paragraph 1 shall not apply to the performance until 30 June 2028 "
        "of contracts concluded before 1 May 2027.’\n\nArticle 2\n\n"
        "This Regulation shall enter into force on 10 June 2027.\n\nDone at Brussels, 3 May 2027.\n"
    )
    kinds = [one.kind for one in extract(text, authority="issuer", known=_known()).effects]
    assert kinds == ["amend"]


def test_a_cited_page_of_the_register_tells_no_day_of_issue():
    text = (
        "DEPARTMENT OF COMMERCE\nBureau of Industry and Security\n15 CFR Part 774\n"
        "Controls on Test Goods\n\nAGENCY: Bureau of Industry and Security, Commerce.\n\n"
        "ACTION: Final rule.\n\nDATES: This rule is effective June 5, 2027.\n\n"
        "SUPPLEMENTARY INFORMATION:\nA copy of the proposed rule (87 FR 95168, September 29, 2025) "
        "and all comments may be viewed online.\n\n[FR Doc. 2027-90118 Filed 6-2-27; 8:45 am]\n"
    )
    read = extract(text, authority="issuer", known=_known())
    assert str(read.instrument.issued_on) == "2027-06-02"


@pytest.mark.parametrize(
    ("words", "moved"),
    [
        (
            "暂停商务部公告2026年第906号对特莱格公司采取的措施；暂停商务部公告2026年第907号对"
            "艾文斯软件公司采取的措施。",
            [("906", ("特莱格公司",)), ("907", ("艾文斯软件公司",))],
        ),
        (
            "继续停止对特莱格公司采取的不可靠实体清单措施，即商务部公告2026年第906号所列措施；"
            "在一年内继续暂停商务部公告2026年第907号对艾文斯软件公司采取的措施。",
            [("906", ("特莱格公司",)), ("907", ("艾文斯软件公司",))],
        ),
    ],
)
def test_each_act_is_moved_for_its_own_firms(words, moved):
    read = _read(f"自2027年11月10日起，{words}")
    told = [(act.rpartition("/")[2], one.parties) for one in read.effects for act in one.affected]
    assert told == moved


def test_the_day_of_licences_is_not_that_of_the_act():
    read = _read(
        "一、商务部公告2026年第966号自2028年1月1日起废止。依据该公告签发的许可证，"
        "有效期顺延至2028年3月31日。"
    )
    assert [one.kind for one in read.effects] == ["repeal"]


def test_the_place_of_a_new_entry_is_no_new_code():
    text = (
        "Ministry of Trade, Industry and Energy Public Notice No. 2027-946\n\nPartial Amendment\n\n"
        "The Public Notice on Strategic Items (MOTIE Public Notice No. 2025-931, July 1, 2025) is "
        "hereby amended as follows.\n\nApril 6, 2027\nMinister of Trade, Industry and Energy\n\n"
        '1. In Annex 2, the following item shall be newly inserted after 3A903:\n"3A904 Cooling '
        'systems of 600 W or more"\n\nAddenda\n\nThis Public Notice shall enter into force on '
        "May 1, 2027.\n"
    )
    (effect,) = extract(text, authority="issuer", known=_known()).effects
    assert effect.terms["control_codes"] == ["3A904"]


def test_a_licence_points_to_the_last_day_of_another_paragraph():
    text = (
        "OFFICE OF FOREIGN ASSETS CONTROL\n\nGENERAL LICENSE NO. 931C\n\n"
        "(a) Except as provided in paragraph (c), all transactions necessary to the divestment of "
        "shares of Veldara Group are authorized through 12:01 a.m. eastern daylight time, "
        "July 16, 2027.\n\n(b) Except as provided in paragraph (c), all transactions necessary to "
        "the wind down of contracts entered into prior to January 14, 2027 are authorized through "
        "the date in paragraph (a).\n\n(c) This general license does not authorize any debit to "
        "an account.\n\n(d) Effective April 20, 2027, General License No. 931B is replaced and "
        "superseded in its entirety by this General License No. 931C.\n\nDated: April 20, 2027\n"
    )
    read = extract(text, authority="issuer", known=_known())
    ends = {one.id.partition("#")[2]: str(one.through) for one in read.measures}
    assert ends == {"a": "2027-07-16", "b": "2027-07-16"}


def test_lettered_changes_stand_under_their_article():
    text = (
        "COUNCIL REGULATION (EU) 2027/9912\nof 18 July 2027\namending Regulation (EU) 2025/9902\n\n"
        "HAS ADOPTED THIS REGULATION:\n\nArticle 1\n\nRegulation (EU) 2025/9902 is amended as "
        "follows:\n\n(1) in Article 3:\n(a) paragraph 4 is deleted;\n(b) paragraphs 5 and 6a are "
        "deleted;\n\n(2) Article 5s is amended as follows:\n\n(a) paragraph 2 is deleted;\n\n"
        "(b) the following paragraph is added:\n‘7. Paragraph 6 shall apply from 21 January "
        "2028.’;\n\n(3) Article 7 is deleted.\n\nArticle 2\n\nThis Regulation shall enter into "
        "force on 1 August 2027. Article 1(2)(a) shall apply from 1 October 2027.\n\n"
        "Done at Brussels, 18 July 2027.\n"
    )
    ended = {
        target.partition("#")[2]: str(one.from_)
        for one in extract(text, authority="issuer", known=_known()).effects
        for target in one.affected
        if one.kind == "repeal"
    }
    assert ended == {
        "art-3-4": "2027-08-01",
        "art-3-5": "2027-08-01",
        "art-3-6a": "2027-08-01",
        "art-5s-2": "2027-10-01",
        "art-7": "2027-08-01",
    }


def test_schedules_go_by_any_verb():
    text = (
        "STATUTORY INSTRUMENTS\n\n2027 No. 9189\n\nCUSTOMS\n\nThe Export Control (Amendment) Order "
        "2027\n\nMade 20th May 2027\nComing into force 1st July 2027\n\n1. This Order comes into "
        "force on 1st July 2027.\n\n2. The Export Control Order 2008 (S.I. 2008/3231) is amended "
        "as follows.\n\n3. Schedule 4A is revoked.\n\n4. Omit Schedule 5 and article 42.\n"
    )
    ended = [one.affected[0] for one in extract(text, authority="issuer", known=_known()).effects]
    assert ended == [
        "uk/si/2008/3231#schedule-4a",
        "uk/si/2008/3231#schedule-5",
        "uk/si/2008/3231#art-42",
    ]
