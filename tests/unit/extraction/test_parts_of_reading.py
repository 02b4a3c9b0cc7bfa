"""Are numbers, parts, codes, parties, places and days read as the text means them?"""

import textwrap
from datetime import date

import pytest

from tracker.extraction.days.counts import added
from tracker.extraction.days.own_parts import own_parts
from tracker.extraction.days.times import Times
from tracker.extraction.names.issuers import IssuerNames
from tracker.extraction.names.references import chinese_provisions, english_provisions
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.prose.points import points
from tracker.extraction.scope.codes import catalogue_entries, control_codes, customs_codes
from tracker.extraction.scope.elements import elements
from tracker.extraction.scope.parties import listed_parties, named_parties
from tracker.extraction.scope.party_counts import parties_count
from tracker.extraction.scope.places import destinations, origin
from tracker.extraction.spelling.calendar_words import compact_day, days_named, slashed_days
from tracker.extraction.spelling.folding import fold
from tracker.extraction.spelling.numerals import english_number, from_roman, roman


def flow(text, language=None):
    return Flow(text, language=language, names=IssuerNames(()))


def whole(text):
    return Span(0, len(text))


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("本公告第一条第（一）项、第（二）项", ["i-1", "i-2"]),
        ("第二条第（一）项", ["ii-1"]),
        ("上述公告第三款", ["3"]),
        ("第一、二条", ["i", "ii"]),
        ("第一条至第三条", ["i", "ii", "iii"]),
        ("第一条第（一）、（二）项", ["i-1", "i-2"]),
        ("本条第（一）项", ["-1"]),
        ("第二款第一项", ["2-1"]),
        ("第901号公告", []),
    ],
)
def test_chinese_references_keep_the_count_of_the_text(text, ids):
    folded = fold(text)
    assert [part.id for part in chinese_provisions(folded, 0, len(folded))] == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("paragraph 2 of Announcement No. 46", ["2"]),
        ("Articles 2 and 3", ["art-2", "art-3"]),
        ("regulations 4 to 6", ["reg-4", "reg-5", "reg-6"]),
        ("Point (3) of the Annex", ["3"]),
        ("amendatory instructions 6, 7 and 9", ["instruction-6", "instruction-7", "instruction-9"]),
        ("paragraph 1(2)", ["1-2"]),
        ("Article I, item (2)", ["art-1-2"]),
        ("paragraph 2 of Article 5", ["art-5-2"]),
        ("Article 6a is deleted", ["art-6a"]),
        ("Art. 4 para. 2", ["art-4"]),
        ("Articles 5k and 5l(2)", ["art-5k", "art-5l-2"]),
        ("after regulation 24A insert", ["reg-24a"]),
        ("on the 3rd day", []),
    ],
)
def test_english_references_keep_the_count_of_the_text(text, ids):
    assert [part.id for part in english_provisions(text, 0, len(text))] == ids


def test_a_range_of_parts_has_an_end():
    assert len(english_provisions("Articles 1 to 900", 0, 17)) < 50


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("二〇二六年九月十八日", date(2026, 9, 18)),
        ("二〇二六年七月十五日", date(2026, 7, 15)),
        ("24.6.2026", date(2026, 6, 24)),
        ("this 21st day of May, 2026", date(2026, 5, 21)),
        ("JUNE 5, 2026", date(2026, 6, 5)),
        ("２０２６年１２月１日", date(2026, 12, 1)),
        ("2026-08-12 09:30", date(2026, 8, 12)),
    ],
)
def test_a_day_is_read_in_every_spelling(text, day):
    assert [named.on(None) for named in days_named(fold(text))] == [day]


@pytest.mark.parametrize("text", ["3A090", "5.92", "30 February 2026 copies", "No. 12.2026"])
def test_a_code_or_a_number_is_no_day(text):
    assert [named.on(None) for named in days_named(text) if named.on(None)] == []


def test_slashes_are_read_in_the_order_of_the_country():
    first, second = (slashed_days("04/06/2026", order=o)[0] for o in ("month first", "day first"))
    assert first.on(None) == date(2026, 4, 6)
    assert second.on(None) == date(2026, 6, 4)


def test_eight_digits_are_a_day_only_where_one_is_asked_for():
    assert days_named("20261020") == ()
    found = compact_day("20261020", 0)
    assert found is not None
    assert found.on(None) == date(2026, 10, 20)


@pytest.mark.parametrize(
    ("day", "count", "unit", "result"),
    [
        (date(2026, 5, 22), 2, "month", date(2026, 7, 22)),
        (date(2026, 1, 31), 1, "month", date(2026, 2, 28)),
        (date(2024, 2, 29), 1, "year", date(2025, 2, 28)),
        (date(2026, 4, 1), 30, "day", date(2026, 5, 1)),
    ],
)
def test_months_and_days_are_counted_on(day, count, unit, result):
    assert added(day, count, unit) == result


def test_a_period_counts_its_first_day():
    text = "自2026年8月12日起继续暂停上述措施90天。"
    times = Times(flow(text), published_on=date(2026, 8, 12), issued_on=date(2026, 8, 12))
    life = times.life(0, len(text))
    assert life.from_ == date(2026, 8, 12)
    assert life.through == date(2026, 11, 9)
    assert life.basis == "computed"
    assert life.boundary == "unclear"


def test_a_year_from_a_day_ends_the_day_before_it():
    text = "自2026年11月10日起，期限一年。"
    times = Times(flow(text), published_on=date(2026, 11, 7), issued_on=date(2026, 11, 7))
    assert times.life(0, len(text)).through == date(2027, 11, 9)


def test_a_day_without_a_year_takes_the_year_before_it():
    text = "于2026年3月4日和4月9日起生效"
    times = Times(flow(text, "zh"), published_on=None, issued_on=None)
    day = flow(text, "zh").days[1]
    assert times.resolved(day.start, day.end) == date(2026, 4, 9)


def test_control_codes_are_read_where_characters_touch_them():
    text = "（一）1C931.a.金属铪；1E932用于制造；2B942.a.1 and PL9091 and not 2B94 or X1C931"
    codes = [code.code for code in control_codes(flow(text, "zh"), whole(text))]
    assert codes == ["1C931.a", "1E932", "2B942.a.1", "PL9091"]


def test_customs_codes_need_a_word_for_them():
    text = "参考海关商品编号：8112310010、8112.39.00.20\n电话 81123100"
    assert [c.code for c in customs_codes(flow(text), whole(text))] == ["8112310010", "8112390020"]
    assert customs_codes(flow("8112310010"), Span(0, 10)) == ()


def test_a_column_of_customs_codes_is_read_below_its_head():
    text = "参考海关商品编号\n8460199010\n8466939020、8466940030\n静压主轴\n2028"
    codes = [code.code for code in customs_codes(flow(text), whole(text))]
    assert codes == ["8460199010", "8466939020", "8466940030"]


def test_catalogue_entries_are_no_control_codes():
    text = "（编号：902601X）"
    assert [code.code for code in catalogue_entries(flow(text), whole(text))] == ["902601X"]
    assert control_codes(flow(text), whole(text)) == ()


def test_elements_are_read_in_both_languages():
    text = "金属铪、氧化镓 and samarium-cobalt"
    assert elements(flow(text, "zh"), whole(text)) == ("Hf", "Ga", "Sm", "Co")


def test_parties_are_read_one_a_line_without_their_brackets():
    text = "附件\n1.甲乙系统公司（Jiayi Systems, Inc.）\n2.丙丁公司（Bingding LLC）\n"
    names = [party.name for party in listed_parties(flow(text, "zh"), whole(text))]
    assert names == ["甲乙系统公司", "丙丁公司"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("将多弗光电公司、格林托普传感公司移出名单。", ["多弗光电公司", "格林托普传感公司"]),
        ("对其中的格里芬动力公司停止适用", ["格里芬动力公司"]),
        ("对上述12家实体暂停", []),
        ("suspended with regard to Vesta Acoustics and Orther Components GmbH.",
         ["Vesta Acoustics", "Orther Components GmbH"]),
    ],
)  # fmt: skip
def test_parties_are_read_out_of_a_sentence(text, names):
    assert [party.name for party in named_parties(flow(text), whole(text))] == names


def test_a_count_of_parties_is_read():
    assert parties_count(flow("等12家实体列入", "zh"), Span(0, 9)) == 12


def test_destinations_leave_the_own_country_out():
    text = "原则上不予许可相关两用物项对日本出口。"
    assert destinations(flow(text), whole(text), home="CN") == ("JP",)
    assert destinations(flow("may be exported to Canada and Iceland"), Span(0, 37), home="GB") == (
        "CA",
        "IS",
    )


def test_the_origin_of_technology_is_not_that_of_goods():
    assert origin(flow("原产于中国的附件所列物项"), Span(0, 12)) == ("CN", None)
    text = "使用原产于中国的钨冶炼技术在境外生产的物项"
    assert origin(flow(text), whole(text)) == (None, "CN")


def test_points_and_their_items_are_counted_from_one():
    text = "现公告如下：\n一、甲：\n（一）1C901；\n（二）1C902。\n二、乙。\n第三、不是点。"
    found = points(flow(text), whole(text))
    assert [(point.value, len(point.items)) for point in found] == [(1, 2), (2, 0)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("One. A licence is required.\nTwo. It takes effect today.", [1, 2]),
        ("as under:\n2. Exports of it are banned.\n3. Para 2 applies at once.", [2, 3]),
        ("Article 3 Exports are banned.\nArticle 4 Stocks shall be reported.", [3, 4]),
        ("Exports are banned.\n2. Goods under way may pass.\n3. Nothing else.", []),
    ],
)
def test_points_are_counted_in_words_and_from_the_first_one_printed(text, values):
    assert [point.value for point in points(flow(text), whole(text))] == values


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("the first point shall come into force", ["1"]),
        ("the second sub-item of Point 2, which", ["2-2"]),
        ("Point Two is valid until then", ["2"]),
        ("Point 1, sub-points (2) and (3), do so", ["1-2", "1-3"]),
        ("on the first day of the month", []),
    ],
)
def test_parts_are_named_by_their_place_and_in_words(text, named):
    assert [one.id for one in own_parts(flow(text), 0, len(text))] == named


def test_what_does_not_begin_with_one_is_no_numbering():
    assert points(flow("五、本公告\n七、另行", "zh"), Span(0, 12)) == ()


def test_numbers_in_words_and_in_roman_numerals():
    assert [english_number(word) for word in ("twentieth", "ninety", "twenty-one", "30th")] == [
        20,
        90,
        21,
        30,
    ]
    assert [roman(value) for value in (1, 4, 9, 14)] == ["i", "iv", "ix", "xiv"]
    assert from_roman("XIV") == 14
    assert from_roman("IIII") is None


def test_lines_that_a_narrow_page_broke_are_joined_without_moving_a_character():
    wrapped = textwrap.wrap(
        "DATES: As of June 3, 2026, the effective date of the rule published at 91 FR 90411 on "
        "April 6, 2026, is delayed from June 5, 2026, until August 4, 2026. No text is changed.",
        width=70,
    )
    lines = ["AGENCY: Bureau of Alloys.", *wrapped, *["SUMMARY: " + "word " * 12] * 6]
    text = "\n".join(lines)
    read = flow(text, "en")
    assert len(read.flow) == len(text)
    sentence = read.sentence(text.index("delayed"))
    assert text[sentence.start : sentence.end].endswith("August 4, 2026.")


def test_abbreviations_end_no_sentence():
    text = "By Announcement No. 5 of the U.S. Dept. of State it ends. It starts."
    assert len(flow(text).sentences) == 2
