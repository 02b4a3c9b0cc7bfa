"""What is meant by a bare 公告, from when does a field of the head say that an act holds?"""

from datetime import date

import pytest

from tests.unit.extraction.test_extract import KNOWN
from tracker.extraction.extract import extract
from tracker.extraction.extracted import Extraction
from tracker.extraction.pages.announcement_text import plain_type, text_of

SIGNED = "\n商务部\n2026年3月14日\n"


def read(text: str) -> Extraction:
    return extract(text, authority="issuer", language="zh", known=KNOWN)


def notice(*lines: str) -> str:
    return "商务部公告2026年第960号\n" + "\n".join(lines) + SIGNED


TOLD = "商务部于2025年12月3日发布公告2025年第932号，其中第二款规定原则上不予许可镓出口。"


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("经批准，公告第二款自即日起至2026年11月27日暂停实施。", "#2"),
        ("经批准，公告第二款的内容自即日起至2026年11月27日暂停实施。", "#2"),
        ("现将公告第二条自即日起暂停实施，至2026年11月27日止。", "#ii"),
    ],
)
def test_a_bare_announcement_before_a_part_is_the_one_other_act(said: str, part: str) -> None:
    (effect,) = read(notice(TOLD, said)).effects
    assert (effect.kind, effect.affected) == ("suspend", (f"cn/mofcom/2025/932{part}",))
    assert (effect.from_, effect.through) == (date(2026, 3, 14), date(2026, 11, 27))


def test_a_bare_announcement_is_nobody_s_where_two_acts_are_told() -> None:
    other = "商务部公告2025年第933号同日发布。"
    found = read(notice(TOLD, other, "经批准，公告第二款自即日起至2026年11月27日暂停实施。"))
    assert not found.effects
    assert found.unread


@pytest.mark.parametrize(
    "spared",
    [
        "其余5家实体，包括丙公司、丁公司在内，不适用前款规定。",
        "其他实体不适用上述暂停。",
        "丙公司不适用前款规定。",
        "医用物项不适用前款规定。",
    ],
)
def test_who_is_spared_is_moved_by_nothing_and_listed(spared: str) -> None:
    said = "自2026年12月1日起，商务部公告2025年第932号对甲公司、乙公司的措施暂停实施。"
    found = read(notice(said, spared))
    assert [effect.parties for effect in found.effects] == [("甲公司", "乙公司")]
    assert any(spared[:4] in one.quote for one in found.unread)


@pytest.mark.parametrize(
    "left_open",
    [
        "暂不实施，何时实施另作通知",
        "何时开始适用，由商务部另行通知",
        "暂不实施，实施时间另行公布",
    ],
)
def test_a_start_is_left_to_another_notice(left_open: str) -> None:
    (effect,) = read(notice(f"商务部公告2025年第932号第三条{left_open}。")).effects
    assert (effect.kind, effect.affected) == ("postpone", ("cn/mofcom/2025/932#iii",))
    assert effect.from_ is None


def test_each_act_of_a_sentence_ends_on_its_own_day() -> None:
    said = (
        "商务部公告2025年第932号自2027年1月1日起废止；"
        "商务部公告2025年第933号第二条于本公告公布之日失效。"
    )
    first, second = read(notice(said)).effects
    assert (first.from_, second.from_) == (date(2027, 1, 1), date(2026, 3, 14))


HEADS = [
    "签发日期：2026年3月14日　　　适用开始：2026年8月15日",
    "公布：2026年3月14日｜施行：2026年8月15日",
    "【发布日期】2026年3月14日【实施】2026年8月15日",
    "公布日期\n2026年3月14日\n起始日期\n2026年8月15日",
    "发文日期：2026年3月14日\n生效日：2026年8月15日",
]
GOODS = "\n一、附表物项未经许可不得出口。\n附表\n1C901.a 铟（8112923010）\n"


@pytest.mark.parametrize("head", HEADS)
def test_a_field_of_the_head_tells_the_start(head: str) -> None:
    found = read(f"商务部公告2026年第960号\n{head}{GOODS}商务部\n")
    assert found.instrument is not None
    assert found.instrument.issued_on == date(2026, 3, 14)
    assert [measure.from_ for measure in found.measures] == [date(2026, 8, 15)]


def test_the_start_of_another_act_in_the_head_is_not_taken() -> None:
    head = "公布：2026年3月14日\n商务部公告2025年第932号生效日期：2026年8月15日"
    assert [one.from_ for one in read(f"商务部公告2026年第960号\n{head}{GOODS}").measures] == [None]


@pytest.mark.parametrize(
    "foot", ["上一条：2026年9月1日起启用电子许可证", "下一则：2026年9月1日起施行"]
)
def test_a_link_to_the_next_text_tells_no_start(foot: str) -> None:
    found = read(notice(GOODS.strip()) + foot)
    assert [one.from_ for one in found.measures] == [None]


@pytest.mark.parametrize(
    ("said", "through"),
    [
        ("本次临时管制自2026年9月1日起实施，为期两年。", date(2028, 8, 31)),
        ("该项便利自2026年9月1日起，有效期到2027年9月30日为止。", date(2027, 9, 30)),
    ],
)
def test_this_control_begins_and_ends(said: str, through: date) -> None:
    text = notice("一、附表物项未经许可不得出口。", f"二、{said}") + "附表\n1C901.a 铟\n"
    (measure,) = read(text).measures
    assert (measure.from_, measure.through) == (date(2026, 9, 1), through)


COLUMNS = """商务部公告2026年第950号
更正公告

商务部公告2025年第932号因排印有误，现更正如下：

    位置              原文                    更正为
    第二条            2804500001              2804500010
    第四条            钼含量97%及以上         钼含量99%及以上

商务部    海关总署
2026年3月14日
"""


def test_wide_blanks_part_the_columns_of_plain_text() -> None:
    text = text_of(COLUMNS.encode(), plain_type("utf-8"))
    assert "第四条\t钼含量97%及以上\t钼含量99%及以上" in text
    assert "商务部 海关总署" in text  # one such line alone is no table
    effects = read(text).effects
    assert [one.affected for one in effects] == [
        ("cn/mofcom/2025/932#ii",),
        ("cn/mofcom/2025/932#iv",),
    ]
    assert effects[0].terms["hs_codes"] == ["2804500010"]


def test_plain_text_that_was_stored_before_is_read_as_it_was() -> None:
    assert "\t" not in text_of(COLUMNS.encode(), "text/plain; charset=utf-8")


@pytest.mark.parametrize("decided", ["It has been decided", "The Ministry has decided"])
@pytest.mark.parametrize(
    ("head", "act"),
    [("MOFCOM Announcement No. 967 of 2026", "MOFCOM Announcement No. 944 of 2026")],
)
def test_a_decision_that_something_be_done_is_an_act(decided: str, head: str, act: str) -> None:
    said = f"{decided} that point 2 of {act} be suspended for one year from January 1, 2027."
    found = extract(
        f"{head}\n\nDecember 21, 2026\n\n{said}\n\nMinistry of Commerce\n",
        authority="issuer", language="en", known=KNOWN,
    )  # fmt: skip
    (effect,) = found.effects
    assert (effect.kind, effect.affected) == ("suspend", ("cn/mofcom/2026/944#2",))
    assert (effect.from_, effect.through) == (date(2027, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize("not_yet", ["The Ministry may decide", "It is for the Ministry to decide"])
def test_a_decision_that_may_come_does_nothing(not_yet: str) -> None:
    said = f"1. {not_yet} that MOFCOM Announcement No. 944 of 2026 be suspended for one year."
    found = extract(
        "MOFCOM Announcement No. 967 of 2026\n\nDecember 21, 2026\n\nIt is decided as follows:\n\n"
        f"{said}\n\n2. This announcement takes effect today.\n\nMinistry of Commerce\n",
        authority="issuer", language="en", known=KNOWN,
    )  # fmt: skip
    assert not found.effects
    assert found.unread


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("决定暂停执行商务部公告2025年第932号涉及丹麦的两条规定，即第二条和第四条。", "suspend"),
        ("自即日起停止执行商务部公告2025年第932号中的两项规定，即第二条、第四条。", "repeal"),
    ],
)
def test_two_provisions_are_those_that_are_named_behind(said: str, kind: str) -> None:
    (effect,) = read(notice(said)).effects
    assert (effect.kind, effect.affected) == (
        kind,
        ("cn/mofcom/2025/932#ii", "cn/mofcom/2025/932#iv"),
    )


def test_two_provisions_without_their_numbers_are_not_the_whole_act() -> None:
    found = read(notice("决定暂停执行商务部公告2025年第932号涉及丹麦的两条规定。"))
    assert not found.effects
    assert found.unread


def test_what_another_act_paused_is_told_and_not_done() -> None:
    paused = (
        "商务部公告2025年第932号将萤石物项管制（商务部公告2025年第933号第二条）"
        "中止至2027年3月31日。"
    )
    found = read(notice(paused, "2026年12月1日起，上述第933号公告第二条恢复执行。"))
    assert [(one.kind, one.affected) for one in found.effects] == [
        ("resume", ("cn/mofcom/2025/933#ii",))
    ]


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("商务部公告2025年第932号第二条第3目自2026年6月1日起暂停实施。", "ii-3"),
        ("商务部公告2025年第932号第二条第（一）项第2目自2026年6月1日起暂停实施。", "ii-1-2"),
    ],
)
def test_the_smallest_part_is_moved_and_not_what_is_around_it(said: str, part: str) -> None:
    (effect,) = read(notice(said)).effects
    assert effect.affected == (f"cn/mofcom/2025/932#{part}",)


def test_the_first_day_is_told_behind_a_weekday() -> None:
    said = "商务部公告2025年第932号再暂停实施60天，2026年9月16日（星期三）为第一天。"
    (effect,) = read(notice(said, "本公告发布当日起执行。")).effects
    assert (effect.from_, effect.through) == (date(2026, 9, 16), date(2026, 11, 14))


@pytest.mark.parametrize(
    "listed",
    [
        "商务部公告2025年第940号规定，{}公告暂停实施",
        "商务部公告2025年第940号将{}公告（均于2025年发布）暂停实施",
    ],
)
def test_the_numbers_of_one_list_are_of_one_year(listed: str) -> None:
    told = listed.format("951号、952号") + "，至2026年11月10日届满。"
    (effect,) = read(notice(told, "上述两项公告的暂停期限延长一年。")).effects
    assert effect.affected == ("cn/mofcom/2025/951", "cn/mofcom/2025/952")


def test_an_act_of_which_nothing_was_read_is_never_silent() -> None:
    said = "自今日起，进口商改用新的电子系统报送资料。"
    found = read(notice(said))
    assert (found.klass, found.measures, found.effects) == ("act", (), ())
    assert [one.quote for one in found.unread] == [said]
