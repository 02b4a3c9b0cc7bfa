"""Which copies belong to one notice, and which of them contradict each other?"""

import pytest

from tracker.extraction.names.catalogue import Catalogue, KnownIssuer
from tracker.extraction.names.notices import differences, notice_number

KNOWN = Catalogue(
    issuers=(
        KnownIssuer(
            code="MOFCOM",
            names=("MOFCOM", "Ministry of Commerce", "商务部"),
            series="cn/mofcom",
            jurisdiction="CN",
        ),
        KnownIssuer(code="GACC", names=("GACC", "海关总署"), series="cn/gacc", jurisdiction="CN"),
    )
)
NO_61 = "cn/mofcom/announcement/2025/61"


@pytest.mark.parametrize(
    "text",
    [
        "商务部公告2025年第61号\n根据有关法律，公布如下。",
        "公布对境外相关物项实施出口管制的决定\n商务部公告2025年第61号\n正文",
        "MOFCOM Announcement No. 61 of 2025\nIt is announced as follows.",
        "Announcement No. 61 of 2025 of the Ministry of Commerce\nText",
        "商务部 海关总署公告2025年第61号 公布暂停实施商务部公告2025年第55号\n正文",
    ],
)
def test_a_text_tells_its_own_number_in_any_language(text: str) -> None:
    assert notice_number(text, catalogue=KNOWN) == NO_61


@pytest.mark.parametrize(
    "text",
    [
        "关于商务部公告2025年第61号的解读\n正文",
        "China suspends MOFCOM Announcement No. 61 of 2025\nIt said so.",
        "Spokesperson on Announcement No. 61 of 2025\nAnswer",
        "A notice without any number\nText that cites MOFCOM Announcement No. 61 of 2025 inside.",
        "第61号公告\n正文",
    ],
)
def test_a_text_about_a_notice_is_no_copy_of_it(text: str) -> None:
    assert notice_number(text, catalogue=KNOWN) is None


def test_titles_alike_in_all_but_the_number_are_two_notices() -> None:
    one = "商务部公告2025年第61号 公布对境外相关稀土物项实施出口管制的决定"
    other = one.replace("61", "62").replace("物项", "技术")
    numbers = {notice_number(text, catalogue=KNOWN) for text in (one, other)}
    assert len(numbers) == 2


def test_copies_that_say_another_day_contradict_each_other() -> None:
    one = "商务部公告2025年第61号\n自2025年12月1日起施行。达到0.1%的，须许可。"
    (found,) = differences(one, one.replace("12月1日", "12月8日"))
    assert (found.here, found.there) == ("自2025年12月1日起施行。", "自2025年12月8日起施行。")


def test_other_furniture_or_a_shorter_copy_is_no_contradiction() -> None:
    one = "首页 1 2 3\n自2025年12月1日起施行。达到0.1%的，须许可。\n联系电话 12345678"
    assert differences(one, "自2025年12月1日起施行。\n版权所有 2024") == ()
    assert differences(one, one) == ()


def test_a_translation_is_compared_by_its_days_and_shares() -> None:
    chinese = "商务部公告2025年第61号\n自2025年12月1日起施行。价值比例达到0.1%及以上的，须许可。"
    english = "MOFCOM Announcement No. 61\nIn force from December 1, 2025 for a share of 0.1%."
    assert differences(chinese, english) == ()
    (found,) = differences(chinese, english.replace("December 1", "December 8"))
    assert (found.here, found.there) == ("2025-12-01", "2025-12-08")
