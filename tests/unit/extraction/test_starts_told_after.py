"""Which day has one article that is told apart from the start of the whole order?"""

from datetime import date

import pytest

from tests.unit.extraction.test_extract import read

OCTOBER, APRIL = date(2026, 10, 1), date(2027, 4, 1)


def starts(words: str) -> list[date | None]:
    text = f"""Order of the Ministry of Economy, Trade and Industry No. 965
Promulgated September 4, 2026 (Reiwa 8)
Ministerial Order on Permission for Export of Presses

Article 1 Permission of the Minister is required to export presses capable of 6 GPa or more.

Article 2 A person who exports software for the presses must obtain permission.

Article 3 A person who provides technology for the presses must obtain permission likewise.

Supplementary Provisions
{words}
"""
    found = read(text)
    return [one.from_ for one in found.measures]


@pytest.mark.parametrize(
    "words",
    [
        "1 This Order comes into effect on October 1, 2026.\n"
        "2 Notwithstanding paragraph 1, Article 3 comes into effect on April 1, 2027.",
        "1. This Order comes into effect on October 1, 2026.\n"
        "2. Despite paragraph 1, Article 3 applies from April 1, 2027.",
        "By way of derogation from the first paragraph, Article 3 shall apply from April 1, 2027."
        " This Order applies from October 1, 2026.",
        "This Order comes into effect on October 1, 2026. In the case of Article 3, the date is"
        " April 1, 2027.",
        "This Order comes into effect on October 1, 2026. Article 3 follows on April 1, 2027.",
        "This Order comes into effect on October 1, 2026. For Article 3: April 1, 2027.",
    ],
)
def test_article_dated_apart_has_its_own_day(words: str) -> None:
    assert starts(words) == [OCTOBER, OCTOBER, APRIL]


@pytest.mark.parametrize(
    "behind",
    [
        "Article 3 applications are received until April 1, 2027.",
        "For Article 3 permissions issued before April 1, 2027 remain valid.",
        "The Minister reviews Article 3 on April 1, 2027.",
    ],
)
def test_day_of_something_else_moves_no_start(behind: str) -> None:
    assert starts(f"This Order comes into effect on October 1, 2026. {behind}") == [OCTOBER] * 3


def chinese_starts(words: str) -> list[date | None]:
    text = f"""商务部公告2026年第960号
公布有关措施的公告

第一条　出口铟（8112923010）须经商务部许可。
第二条　禁止向军事用户出口前条所列物项。
第三条　出口经营者应当每季度向商务部报告库存。
第四条　{words}
商务部
2026年3月14日
"""
    found = read(text)
    return [one.from_ for one in found.measures]


@pytest.mark.parametrize(
    "words",
    [
        "本公告自2026年10月1日起施行。第三条的时间为2027年4月1日。",
        "本公告自2026年10月1日起施行。关于第三条，则自2027年4月1日。",
        "本公告自2026年10月1日起施行。第三条：2027年4月1日。",
        "本公告除第三条外，自2026年10月1日起施行。第三条晚半年施行。",
        "本公告自2026年10月1日起施行，其中第三条的施行时间推后六个月。",
    ],
)
def test_chinese_article_dated_apart_has_its_own_day(words: str) -> None:
    assert chinese_starts(words) == [OCTOBER, OCTOBER, APRIL]


@pytest.mark.parametrize(
    "behind",
    [
        "第三条所称报告，于2027年4月1日前首次提交。",
        "第三条的申报表于2027年4月1日公布。",
        "第三条的报告保存六个月。",
    ],
)
def test_chinese_day_of_something_else_moves_no_start(behind: str) -> None:
    assert chinese_starts(f"本公告自2026年10月1日起施行。{behind}") == [OCTOBER] * 3
