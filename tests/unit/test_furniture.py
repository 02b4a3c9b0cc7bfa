"""What counts as a change of a page's text, and what is furniture?"""

import time

import pytest

from tests.runaway import PATIENCE
from tracker.extraction.pages.furniture import BUILT_IN, Normaliser, check_declared, comparable

NOTICE = (
    "商务部公告2025年第61号\n发布时间：2025-10-09 09:00 来源：商务部 浏览次数：{views}次\n"
    "一、自2025年12月1日起，价值比例达到0.1%及以上的，须申请许可。\n字号：大 中 小\n{foot}"
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Views: 1,204", "Views: 1,377"),
        ("浏览次数：12", "浏览次数：13"),
        ("阅读量 : 1.2万", "阅读量 : 1.3万"),
        ("1204 views", "1206 views"),
        ("updated 5 minutes ago", "updated just now"),
        ("3小时前", "刚刚"),
        ("Last updated: 7 November 2025, 10:22", "Last updated: 8 November 2025, 10:23"),
        ("更新时间：2025-11-07 10:22:03", "更新时间：2025-11-08 11:00:00"),
        ("今天是2025年11月7日 星期五", "今天是2025年11月8日 星期六"),
        ("Advertisement", ""),
        ("Share on Facebook | Twitter", "Share this: WhatsApp LinkedIn"),
        ("分享到：微信 微博 QQ空间", "分享到：微信"),
        ("【打印】 【关闭】", ""),
        ("© 2025 Ministry of Commerce", "© 2026 Ministry of Commerce"),
        ("【字体：大 中 小】 打印", "【字体： 大 中 小 】"),
        ("Views: 1,234 | Updated 3 minutes ago", "Views: 1,299 | Updated 5 minutes ago"),
        ("您是第 12345 位访客", "您是第 12346 位访客"),
        ("Visitor count: 12345", "Visitor count: 12346"),
        ("Page generated in 0.23 seconds", "Page generated in 0.31 seconds"),
        ("总访问量 12345 次", "总访问量 12346 次"),
        ("阅读 1.2万", "阅读 1.3万"),
        ("点击数：[23]", "点击数：[24]"),
        ("Read 3,201 times", "Read 3,202 times"),
        ("2 comments", "3 comments"),
        ("閲覧数：12", "閲覧数：13"),
        ("当前在线人数：12", "当前在线人数：15"),
        ("Last modified on 22/11/2026 at 10:31", "Last modified on 23/11/2026 at 09:32"),
        ("打印时间：2026-11-22 10:31", "打印时间：2026-11-23 10:32"),
        ("Current time: 10:31:22", "Current time: 10:31:25"),
    ],
)
def test_furniture_that_changes_is_no_change(before: str, after: str) -> None:
    text = "Notice No. 9\n{}\nThe share is 0.1 per cent."
    assert comparable(text.format(before)) == comparable(text.format(after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("0.1%", "0.01%"),
        ("≥ 0.1", "> 0.1"),
        ("2025-12-01", "2025-12-08"),
        ("Friday, 7 November 2025", "Saturday, 8 November 2025"),
        ("Last updated: 7 November 2025", "Last updated: 8 November 2025"),
        ("发布时间：2025-10-09 09:00", "发布时间：2025-10-10 09:00"),
        ("不超过5克", "超过5克"),
        ("3A090", "3A991"),
        ("1 000 kg", "1 0000 kg"),
        ("10 0", "100"),
        ("x", ""),
        ("Print", ""),
        ("30 days", "60 days"),
        ("点击：100次以上的，须许可。", "点击：200次以上的，须许可。"),
        ("Copyright works may not leave.", "Copyright works may leave."),
        ("shall", "may"),
        ("120", "130"),
        ("2 comments received", "3 comments received"),
        ("reads 3 pages", "reads 4 pages"),
        ("Visitors | 5 g", "Visitors | 6 g"),
        ("Last modified: 7 November 2025", "Last modified: 8 November 2025"),
        ("generated in 3 months", "generated in 4 months"),
    ],
)
def test_one_number_date_code_or_word_is_always_a_change(before: str, after: str) -> None:
    for text in ("Notice\n{}\nEnd of it.", "一、{}，须许可。", "a | {} | b", "{}"):
        assert comparable(text.format(before)) != comparable(text.format(after))


def test_a_changed_date_in_a_line_with_a_counter_is_a_change() -> None:
    first = NOTICE.format(views=5, foot="")
    assert comparable(first) == comparable(NOTICE.format(views=77, foot="刚刚"))
    assert comparable(first) != comparable(first.replace("10-09", "10-19"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("第 61 号", "第61号"),
        ("One  rule\tof 0.1 %", "One rule of 0.1%"),
        ("One\nrule", "One rule"),
        ("一、\u3000自\u200b今日起", "一、自今日起"),
    ],
)
def test_layout_alone_is_no_change(before: str, after: str) -> None:
    assert comparable(before) == comparable(after)


def test_blanks_between_words_and_numbers_count() -> None:
    assert comparable("now here") != comparable("nowhere")
    assert comparable("class 1 2") != comparable("class 12")


def test_what_a_source_declares_is_left_out_and_names_its_version() -> None:
    page = (
        "<html><body><div id='menu'>Notices {}</div><p>The share is {} per cent, and all that "
        "goes with it must be told to the office before it leaves.</p></body></html>"
    )
    told = Normaliser(("#menu", r"/ref [0-9a-f]{8}/"))

    def read(menu: str, share: str, ref: str = "ref 00000000") -> str:
        text = (
            f"Notices {menu}\nThe share is {share} per cent, and all that goes with it must be "
            f"told to the office before it leaves.\n{ref}"
        )
        body = page.format(menu, share).encode()
        return told.comparable(text, body=body, content_type="text/html; charset=utf-8")

    assert read("1", "0.1") == read("2", "0.1") == read("2", "0.1", "ref 12ab34cd")
    assert read("1", "0.1") != read("1", "0.5")
    assert told.version.startswith(f"{BUILT_IN}+")
    assert told.version != Normaliser(("#menu",)).version
    assert Normaliser().version == BUILT_IN


def test_declared_furniture_that_would_take_nearly_all_takes_nothing() -> None:
    greedy = Normaliser((r"/.*/",))
    assert greedy.comparable("Rule 1", body=b"", content_type="") == "Rule 1"


def test_a_pattern_that_never_ends_is_given_up() -> None:
    slow = Normaliser((r"/(a|aa|b?)+$/",))
    began = time.monotonic()
    slow.comparable("a" * 4000 + "c", body=b"", content_type="")
    assert time.monotonic() - began < PATIENCE


@pytest.mark.parametrize("declared", ["/(/", "div[["])
def test_what_is_no_selector_or_pattern_is_refused_by_name(declared: str) -> None:
    with pytest.raises(ValueError, match="normalise"):
        check_declared([declared])
