"""What follows when a pause runs out: does it go on, is it over, or is another act paused then?"""

from datetime import date
from itertools import product

import pytest

from tests.unit.extraction.test_extract import KNOWN
from tracker.extraction.extract import extract

FRAME = """商务部公告2026年第960号
关于有关管理措施的公告

　　现公告如下：
　　一、{}
　　二、本公告自2026年5月1日起施行。
商务部
2026年3月14日
"""
ACT, OTHER = "商务部公告2025年第932号", "商务部公告2025年第933号"
RUNS_OUT = (
    "{act}的暂停将于2027年2月1日到期",
    "{act}的暂停于2027年2月1日到期",
    "{act}的暂停期限将于2027年2月1日届满",
)
NEXT_DAY = date(2027, 2, 2)
GOES_ON = (
    "到期后自次日起延长一年",
    "自次日起延长一年",
    "现决定自次日起延长一年",
    "自届满次日起继续暂停一年",
)
IS_OVER = ("自次日起恢复实施", "次日起恢复执行")
NOTHING_NEW = ("届满后恢复实施", "不再延长")


def moved(sentence):
    found = extract(FRAME.format(sentence), authority="issuer", language="zh", known=KNOWN)
    return [(one.kind, one.affected, one.from_, one.through) for one in found.effects]


@pytest.mark.parametrize(("runs_out", "then"), [*product(RUNS_OUT, GOES_ON)])
def test_a_pause_goes_on_from_the_next_day(runs_out, then):
    assert moved(f"{runs_out.format(act=ACT)}，{then}。") == [
        ("suspend", ("cn/mofcom/2025/932",), NEXT_DAY, date(2028, 2, 1))
    ]


@pytest.mark.parametrize(("runs_out", "then"), [*product(RUNS_OUT, IS_OVER)])
def test_a_pause_that_is_over_is_never_read_as_a_new_one(runs_out, then):
    assert moved(f"{runs_out.format(act=ACT)}，{then}。") in (
        [("resume", ("cn/mofcom/2025/932",), NEXT_DAY, None)],
        [],
    )


@pytest.mark.parametrize(("runs_out", "then"), [*product(RUNS_OUT, NOTHING_NEW)])
def test_what_only_runs_out_pauses_nothing(runs_out, then):
    assert all(kind != "suspend" for kind, *_ in moved(f"{runs_out.format(act=ACT)}，{then}。"))


@pytest.mark.parametrize("runs_out", RUNS_OUT)
def test_another_act_is_paused_then(runs_out):
    assert moved(f"{runs_out.format(act=ACT)}，对{OTHER}自次日起暂停一年。") == [
        ("suspend", ("cn/mofcom/2025/933",), NEXT_DAY, date(2028, 2, 1))
    ]


def test_a_pause_up_to_a_day_begins_with_the_act():
    assert moved(f"{ACT}暂停至2027年2月1日，自次日起恢复实施。")[0] == (
        "suspend", ("cn/mofcom/2025/932",), date(2026, 5, 1), date(2027, 2, 1),
    )  # fmt: skip


@pytest.mark.parametrize("since", ["前次暂停期届满的次日", "前次暂停期限届满次日"])
@pytest.mark.parametrize("gap", ["", "\n　　二、"])
def test_the_last_day_may_be_told_behind(since, gap):
    told = f"{ACT}再暂停实施60天，自{since}起算。{gap}前次暂停期限至2026年9月20日届满。"
    assert moved(told) == [
        ("suspend", ("cn/mofcom/2025/932",), date(2026, 9, 21), date(2026, 11, 19))
    ]


@pytest.mark.parametrize(
    "told",
    [
        "{}被暂停的各条中，仅第二条自2027年1月24日起恢复。",
        "{}中止执行的条款内，仅第二条自2027年1月24日起恢复。",
        "{}暂停实施的规定中只有第二条自2027年1月24日起恢复。",
    ],
)
def test_of_what_was_paused_one_part_returns(told):
    assert moved(told.format(ACT)) == [
        ("resume", ("cn/mofcom/2025/932#ii",), date(2027, 1, 24), None)
    ]


SPARED = (
    "（其中第948号除外）",
    "（第948号除外）",
    "，第948号除外",
    "，但第948号不在其列",
    "（不含第948号）",
)


@pytest.mark.parametrize("spared", SPARED)
@pytest.mark.parametrize("listed", [False, True])
def test_an_act_left_out_of_a_range_is_left_alone(spared, listed):
    acts = f"商务部公告2026年第946号至第949号{spared}"
    told = (
        f"暂停实施下列公告：\n　　1. {acts}；\n　　2. {OTHER}。" if listed else f"暂停实施{acts}。"
    )
    ((kind, affected, *_),) = moved(told)
    others = ("cn/mofcom/2025/933",) if listed else ()
    assert kind == "suspend"
    assert affected == (*(f"cn/mofcom/2026/{n}" for n in (946, 947, 949)), *others)


def test_those_taken_off_a_list_are_freed_and_nobody_else():
    told = (
        f"下列实体自2026年9月1日起移出出口管制管控名单，不再执行{ACT}规定的措施：\n"
        "　　甲光电公司；\n　　乙航空公司。"
    )
    found = extract(FRAME.format(told), authority="issuer", language="zh", known=KNOWN)
    assert [one.parties for one in found.effects] == [("甲光电公司", "乙航空公司")]


ASKED = """商务部召开例行新闻发布会（2026年9月17日）

{who}：有消息称，商务部决定自10月1日起停止执行2026年第942号公告。请问是否属实？

新闻发言人：我没有可以补充的情况。
"""


@pytest.mark.parametrize("who", ["某财经媒体", "北方日报记者", "记者", "某通讯社", "东海电视台"])
def test_what_a_reporter_says_was_decided_is_no_decision(who):
    found = extract(ASKED.format(who=who), authority="issuer", language="zh", known=KNOWN)
    assert (found.klass, found.effects) == ("statement", ())


def test_what_a_paragraph_of_another_act_demands_is_only_recalled():
    told = (
        f"{ACT}共有三款。其中第二款要求，钪、铪相关两用物项对该国的出口，原则上不予批准。"
        "该公告第二款自2026年5月10日起暂停实施一年。"
    )
    found = extract(FRAME.format(told), authority="issuer", language="zh", known=KNOWN)
    assert found.measures == ()
    assert [(one.kind, one.affected) for one in found.effects] == [
        ("suspend", ("cn/mofcom/2025/932#2",))
    ]


@pytest.mark.parametrize(
    "told",
    [
        f"{ACT}何时开始适用，将由商务部日后另行通知。",
        f"{ACT}再停施60天，首日为2026年6月16日。",
        f"{ACT}所载的2026年8月15日不再作为开始适用的日期。",
    ],
)
def test_rare_words_for_a_pause_are_not_passed_over(told):
    found = extract(FRAME.format(told), authority="issuer", language="zh", known=KNOWN)
    assert found.effects or found.unread
