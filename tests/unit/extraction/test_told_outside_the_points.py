"""Is what an act decides, and from when, read where it stands outside of its numbered points?"""

from tests.unit.extraction.test_extract import read

_ORDER = """Order of the Ministry of Commerce of the People's Republic of China
(No. 923 of 2026)

The Decision on Amending the Measures for the Administration of Sorting Licences is hereby \
promulgated and shall come into force on January 1, 2027.

Minister of Commerce
November 12, 2026

Decision

It is decided to amend the Measures for the Administration of Sorting Licences (Order No. 907 of \
2024 of the Ministry of Commerce) as follows:

I. In Article 6, "a purity of not less than 99.9 percent" is amended to read "a purity above 99.5 \
percent".

II. Article 11 is deleted.
"""

_PUT_BACK = """商务部 海关总署令2026年第921号

《关于调整〈再生原料进出口管理办法〉施行日期的决定》已经审议通过，现予公布，自公布之日起施行。

部长　署长
2026年8月12日

决定

商务部令2026年第911号公布的《再生原料进出口管理办法》，施行日期由2026年9月1日调整为2027年3月1日。
"""


def _read(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    found = read(text)
    return [(one.kind, one.affected, str(one.from_)) for one in found.effects]


def test_changes_set_out_below_the_word_decision() -> None:
    assert sorted(_read(_ORDER)) == [
        ("amend", ("cn/mofcom/2024/order-907#art-6",), "2027-01-01"),
        ("repeal", ("cn/mofcom/2024/order-907#art-11",), "2027-01-01"),
    ]


def test_a_start_put_back_below_the_word_decision() -> None:
    assert _read(_PUT_BACK) == [("postpone", ("cn/mofcom/2026/order-911",), "2027-03-01")]


def test_the_year_of_an_order_behind_the_name_of_its_ministry() -> None:
    text = """Order No. 931 of the Ministry of Economy, Trade and Industry
June 12, 2026

The Ministerial Order on Permission for Metal Powders (Order No. 918 of the Ministry of Economy, \
Trade and Industry of Reiwa 6 (2024)) is partially amended as follows.
Article 1  In Article 3 of the said Order, "exceeding 20 kilograms" shall be replaced by "of 5 \
kilograms or more".
"""
    assert _read(text) == [("amend", ("jp/meti/2024/order-918#art-3",), "None")]


def test_an_act_in_which_nothing_was_understood_is_not_complete() -> None:
    text = "商务部公告2026年第977号\n\n各单位悉照新附之表推行。\n\n商务部\n2026年5月12日\n"
    found = read(text)
    assert found.klass == "act"
    assert not found.effects
    assert not found.complete


def test_the_day_of_effect_in_a_field_of_the_page() -> None:
    text = """海关总署公告2026年第951号（关于申报要求的公告）
【发布日期】2026-08-28　　【生效日期】2026-10-01
一、海关总署公告2022年第962号自本公告生效之日起废止。
海关总署
2026年8月27日
"""
    assert _read(text) == [("repeal", ("cn/gacc/2022/962",), "2026-10-01")]


_OWN_ARTICLES = """Order No. 931 of the Ministry of Economy, Trade and Industry
June 12, 2026

The Order on Metal Powders (Order No. 918 of 2024) is partially amended as follows.

Article 1  In Article 3 of the said Order, "exceeding 20 kilograms" shall be replaced by "of 5 \
kilograms or more".

Article 2  A person who exports tellurium powder must report the quantity to the Minister.
(2) Exports under a general permission are exempt from the preceding paragraph.
"""


def test_an_amending_order_demands_something_in_an_article_of_its_own() -> None:
    found = read(_OWN_ARTICLES)
    assert [(one.id, one.terms["requirement"]) for one in found.measures] == [
        ("jp/meti/2026/order-931#art-2", "reporting")
    ]
    assert [one.affected for one in found.effects] == [("jp/meti/2024/order-918#art-3",)]


def test_the_line_that_heads_the_next_article_demands_nothing_in_this_one() -> None:
    text = """Order No. 931 of the Ministry of Economy, Trade and Industry
August 28, 2026

(Purpose)
Article 1  This Order provides for certain goods.

(Goods requiring permission)
Article 2  A person who exports diamond substrates must obtain the permission of the Minister.

Supplementary Provisions
This Order comes into effect as of October 15, 2026.
"""
    assert [one.id for one in read(text).measures] == ["jp/meti/2026/order-931#art-2"]


def test_a_spared_article_and_the_day_from_which_months_are_counted_change_nothing() -> None:
    text = """Order of the Ministry of Economy, Trade and Industry No. 921 of September 18, 2026

The Order on High-Purity Metals (Order of the Ministry of Economy, Trade and Industry No. 914 of \
2025) is partially amended as follows.

In Article 2, "99.5 percent or more" is replaced with "99.95 percent or more".

Article 3 (cobalt powder of a size of less than 5 micrometers) shall remain as it is.

Supplementary Provisions
(1) This Order comes into effect as of the day on which three months have elapsed from the date \
of promulgation (September 18, 2026).
"""
    (effect,) = read(text).effects
    assert effect.affected == ("jp/meti/2025/order-914#art-2",)
    assert effect.from_ is not None
    assert effect.from_.isoformat() == "2026-12-18"
    assert [limit["value"] for limit in effect.terms["thresholds"]] == ["0.9995"]
