"""Is an act known by its own number and day, whatever its page shows beside it?

Heads, what a page puts around them, and clauses that start the act are put together.
"""

from datetime import date
from itertools import product

import pytest

from tests.unit.extraction.test_extract import read

ISSUED = date(2026, 5, 13)
HEADS = {
    "line of issuer and number": (
        "商务部公告2026年第941号\n关于铼出口的公告\n",
        "商务部\n2026年5月13日",
    ),
    "bodies apart, number in a bracket": (
        "商务部　海关总署\n关于铼出口的公告\n（〔2026〕941号）\n",
        "商务部\n海关总署\n2026年5月13日",
    ),
    "fields": (
        "关于铼出口的公告\n文号：商务部公告2026年第941号\n成文日期：2026/05/13\n",
        "商务部",
    ),
    "day in a bracket": ("关于铼出口的公告\n（商务部公告2026年第941号）\n（2026年5月13日）\n", ""),
    "number at the foot": ("关于铼出口的公告\n", "商务部公告2026年第941号\n二〇二六年五月十三日"),
    "joint, on lines": (
        "商务部\n国家稀散金属储备局公告2026年第941号\n关于铼出口的公告\n",
        "商务部\n国家稀散金属储备局\n2026年5月13日",
    ),
}
AROUND = {
    "nothing": ("", ""),
    "menu and links": (
        "首页 > 政务公开\n",
        "\n打印本页\n相关新闻\n商务部公告2026年第905号 关于暂停实施的公告 2026-05-18\n"
        "商务部新闻发言人答记者问 2026-05-18\n",
    ),
    "mail": (
        "发件人：合规部\n收件人：各部门\n主题：转发\n日期：2026年5月18日 09:12\n\n",
        "",
    ),
    "print": ("[第1页/共2页]\n", "\n打印时间：2026-05-18 10:22:31\n"),
    "beside": ("", "\n上一篇：商务部公告2026年第904号\n最后更新：2026/05/18\n"),
}
BODY = (
    "\n　　一、出口铼粉，应当向商务部申请许可。\n"
    "　　二、自2026年8月11日起，商务部公告2025年第918号停止执行。\n　　{}\n\n"
)


@pytest.mark.parametrize(("head", "around"), tuple(product(HEADS, AROUND)))
def test_a_chinese_act_bears_its_own_number_and_day(head, around):
    above, below = AROUND[around]
    first, last = HEADS[head]
    found = read(above + first + BODY.format("本公告自公布之日起施行。") + last + below)
    assert found.instrument.id == "cn/mofcom/2026/941"
    assert found.instrument.issued_on == ISSUED
    assert [measure.from_ for measure in found.measures] == [ISSUED]
    assert [(one.kind, one.affected) for one in found.effects] == [
        ("repeal", ("cn/mofcom/2025/918",))
    ]


STARTS = {
    "本公告自公布次日起执行。": date(2026, 5, 14),
    "本公告自公布之日起第二日生效。": date(2026, 5, 14),
    "本公告自公布后的第一个星期一起施行。": date(2026, 5, 18),
    "本公告自发布之日后第二个星期三起实施。": date(2026, 5, 27),
    "本公告公布30日后实施。": date(2026, 6, 12),
    "本公告自公布之日起满两个月施行。": date(2026, 7, 13),
    "本公告自公布之日的次月1日起生效。": date(2026, 6, 1),
    "本公告自北京时间2026年6月9日中午12时起正式实施。": date(2026, 6, 9),
    "本公告自另行公告之日起施行。": None,
    "本公告的施行日期另行公告。": None,
}


@pytest.mark.parametrize(("clause", "start"), tuple(STARTS.items()))
def test_a_chinese_act_starts_as_it_says(clause, start):
    first, last = HEADS["line of issuer and number"]
    found = read(first + BODY.format(clause) + last)
    assert [measure.from_ for measure in found.measures] == [start]


UNKNOWN = (
    "国家稀散金属储备局公告2026年第941号\n关于铼出口的公告\n",
    "公告\n2026年第941号\n国家稀散金属储备局\n关于铼出口的公告\n",
    "发文机关：国家稀散金属储备局\n关于铼出口的公告\n发文字号：公告2026年第941号\n",
    "国家稀散金属储备局　商务部公告2026年第941号\n关于铼出口的公告\n",
)


@pytest.mark.parametrize("head", UNKNOWN)
def test_a_body_that_is_not_known_borrows_no_id(head):
    last = "国家稀散金属储备局\n2026年5月13日\n\n相关新闻\n商务部新闻发言人答记者问 2026-05-18"
    found = read(head + BODY.format("本公告自公布之日起施行。") + last)
    assert found.instrument.id is None
    assert found.instrument.issued_on == ISSUED
    assert [one.affected for one in found.effects] == [("cn/mofcom/2025/918",)]


def test_an_english_body_that_is_not_known_borrows_no_id():
    found = read(
        "Ministry of Metals and Trade of the Republic of Veridia\nOrder No. 977 of 2026\n"
        "13 May 2026\n\n1. A licence is required to export rhenium powder.\n"
        "2. This Order shall take effect from June 23, 2026.\n\nThe Minister\n"
        "Previous: MOFCOM Announcement No. 904 of 2026\n"
    )
    assert found.klass == "act"
    assert found.instrument.id is None


LABELS = (
    ("问：", "答："),
    ("有记者问：", "发言人："),
    ("【问】", "【答】"),
    ("某报记者：", "何亚东："),
)
DECIDING = (
    "商务部决定，自2026年6月9日起停止执行2026年第911号公告。",
    "商务部已决定自2026年6月9日起停止执行2026年第911号公告。",
    "商务部今日决定自2026年6月9日起，停止执行2026年第911号公告。",
    "我在这里宣布，自2026年6月9日起，商务部公告2026年第911号停止执行。",
)


@pytest.mark.parametrize(("labels", "decided"), tuple(product(LABELS, DECIDING)))
def test_an_answer_that_decides_is_an_act_of_its_day(labels, decided):
    asks, answers = labels
    found = read(
        f"商务部新闻发言人答记者问\n（2026年5月13日）\n\n{asks}下一步有何安排？\n{answers}{decided}\n\n"
        f"{asks}会不会延长？\n{answers}我们会根据情况作出决定，届时将及时发布。\n\n相关新闻\n"
        "商务部公告2026年第905号自2026年5月18日起暂停实施 2026-05-18\n"
    )
    assert found.instrument.id == "cn/mofcom/2026/qa-2026-05-13"
    assert [(one.kind, one.affected, one.from_) for one in found.effects] == [
        ("repeal", ("cn/mofcom/2026/911",), date(2026, 6, 9))
    ]
    assert {claim.stance for claim in found.claims} == {"no_comment"}


RUMOURS = ("有报道称{}将自6月9日起恢复实施", "网传{}即将恢复实施", "《沿海商报》称{}将恢复实施")
DENIALS = ("商务部予以否认", "商务部回应称，该消息不实", "商务部有关负责人表示，没有这回事")


@pytest.mark.parametrize(("rumour", "denial"), tuple(product(RUMOURS, DENIALS)))
def test_a_rumour_and_its_denial_in_one_sentence_are_two_claims(rumour, denial):
    told = rumour.format("商务部公告2025年第918号")
    found = read(f"沿海商报　2026年5月13日\n\n{told}，{denial}。\n", authority="press")
    assert found.klass == "report"
    assert not found.effects
    assert [claim.stance for claim in found.claims] == ["asserts", "denies"]


def test_a_banner_that_asks_for_consent_hides_no_act():
    found = read(
        "We use cookies on this site. Accept all | Reject\nMINISTRY OF COMMERCE\nANNOUNCEMENT\n"
        "No. 941 of 2026\n\nMOFCOM Announcement No. 918 of 2024 has been in force since December "
        "1, 2024. The following is announced:\n\nRhenium powder shall not be exported to "
        "Belarus.\n\n"
        "This Announcement shall enter into force at 9 a.m. on June 9, 2026.\n\nMay 13, 2026\n"
    )
    assert found.instrument.id == "cn/mofcom/2026/941"
    assert [measure.from_ for measure in found.measures] == [date(2026, 6, 9)]
