"""Does a page that only lists acts move nothing, and an act that names others stay one?"""

import pytest

from tracker.extraction.extract import extract
from tracker.extraction.names.catalogue import Catalogue, KnownIssuer
from tracker.extraction.pages.text import plain_to_text

KNOWN = Catalogue(
    issuers=tuple(
        KnownIssuer(code=code, names=names, series=series, jurisdiction="CN")
        for code, names, series in (
            ("MOFCOM", ("MOFCOM", "Ministry of Commerce", "商务部"), "cn/mofcom"),
            ("GACC", ("GACC", "海关总署"), "cn/gacc"),
        )
    )
)
ENGLISH = (
    (
        "MOFCOM Announcement No. 925 of 2026 on Export Control of Kettles",
        "It has been decided that no one shall export kettles without a licence. This Announcement "
        "shall take effect on March 2, 2026.",
        "2026-02-24",
    ),
    (
        "MOFCOM Announcement No. 940 of 2026 on Suspending Announcement No. 925 of 2026",
        "Announcement No. 925 of 2026 is hereby suspended from June 30, 2026.",
        "2026-06-30",
    ),
    (
        "GACC Announcement No. 941 of 2026 on Declarations",
        "Announcement No. 911 of 2024 is repealed as of July 1, 2026.",
        "2026-06-25",
    ),
)
CHINESE = (
    (
        "商务部公告2026年第925号 关于对茶壶实施出口管制的公告",
        "决定对茶壶实施出口管制，未经许可不得出口。本公告自2026年3月2日起施行。",
        "2026-02-24",
    ),
    (
        "商务部公告2026年第940号 关于暂停实施公告2026年第925号的公告",
        "自2026年6月30日起，暂停实施商务部公告2026年第925号。",
        "2026-06-30",
    ),
    (
        "海关总署公告2026年第941号 关于申报要求的公告",
        "海关总署公告2024年第911号自2026年7月1日起废止。",
        "2026-06-25",
    ),
)
LAYOUTS = {
    "excerpts": "{title}\n... {words} ...\n{day}",
    "day first": "{day} {title}\n{words}",
    "read more": "{title}\n{day}\n{words}\nRead more",
    "counted": "{at}. {title}\n{words}",
    "bare": "{title}\n{words}",
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("rows", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_a_list_of_acts_with_their_words_moves_nothing(
    rows: tuple[tuple[str, str, str], ...], layout: str
) -> None:
    listed = (
        layout.format(at=at, title=title, words=words, day=day)
        for at, (title, words, day) in enumerate(rows, start=1)
    )
    head = "Ministry of Commerce\n" if rows is ENGLISH else "商务部\n"
    read = extract(plain_to_text(head + "\n".join(listed)), authority="issuer", known=KNOWN)
    assert (read.klass == "act", read.effects, read.measures) == (False, (), ())


@pytest.mark.parametrize(
    "search",
    [
        "Search results for kettles",
        "About 4 results (0.21 seconds)",
        "Showing 1-1 of 1 documents",
        "检索“茶壶”共找到1条结果",
    ],
)
def test_what_a_search_found_moves_nothing(search: str) -> None:
    title, words, day = (ENGLISH if search.isascii() else CHINESE)[0]
    page = f"{search}\n{title}\n... {words} ...\n{day}\n"
    read = extract(plain_to_text(page), authority="issuer", known=KNOWN)
    assert (read.klass == "act", read.measures) == (False, ())


def test_an_act_whose_points_are_headed_by_the_acts_it_changes_is_one() -> None:
    page = (
        "商务部公告2026年第942号\n关于停止执行部分公告的公告\n\n现就有关公告决定如下：\n\n"
        "一、商务部公告2025年第925号 关于茶壶的公告\n该公告自2026年7月1日起停止执行。\n\n"
        "二、商务部公告2025年第926号 关于茶杯的公告\n该公告自2026年8月1日起停止执行。\n\n"
        "商务部\n2026年6月2日\n"
    )
    read = extract(plain_to_text(page), authority="issuer", known=KNOWN)
    assert read.klass == "act"
    assert read.instrument is not None
    assert read.instrument.id == "cn/mofcom/2026/942"
