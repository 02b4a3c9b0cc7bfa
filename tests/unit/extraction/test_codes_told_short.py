"""Which codes do English texts mean that write only a part of them, or name some to leave them?"""

import pytest

from tests.unit.extraction.test_deeds_told_apart import ENGLISH
from tests.unit.extraction.test_extract import read
from tracker.extraction.names.issuers import IssuerNames
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.terms import Terms, goods
from tracker.extraction.scope.thresholds import thresholds

MEANT = (
    ("ECCNs 3B961.a and b", ["3B961.a", "3B961.b"]),
    ("ECCNs 3B961.a, b, and d", ["3B961.a", "3B961.b", "3B961.d"]),
    ("ECCN 3B961.a, .b and .d", ["3B961.a", "3B961.b", "3B961.d"]),
    (
        "ECCNs 3B961.a.4, c, d, f.1, and r",
        ["3B961.a.4", "3B961.c", "3B961.d", "3B961.f.1", "3B961.r"],
    ),
    ("ECCN 3B961.a.1, a.2 and b", ["3B961.a.1", "3B961.a.2", "3B961.b"]),
    ("ECCN 3B961.a.1 and .2", ["3B961.a.1", "3B961.a.2"]),
    ("ECCN 3B961, paragraphs a and c,", ["3B961.a", "3B961.c"]),
    ("ECCN 3B961 a.1, a.3 and c", ["3B961.a.1", "3B961.a.3", "3B961.c"]),
    ("ECCN 3B961.b or a part of it", ["3B961.b"]),
    ("ECCN3B961", ["3B961"]),
    ("ECCN 3B961 but not 3B961.c", ["3B961"]),
    ("ECCN 3B961, not including 3B961.c,", ["3B961"]),
    ("ECCN 3B961 apart from 3B961.c", ["3B961"]),
    ("CN code 8112 92 89 save for those of CN code 8112 92 95", ["81129289"]),
    ("HS 81129289 (formerly 81129210)", ["81129289"]),
    ("statistical code 8112.92.8910", ["8112928910"]),
    ("Harmonized System code 8112.92.89", ["81129289"]),
    ("class B tubes (8112.92.8910)", ["8112928910"]),
    ("paragraph b of ECCN 3B961", ["3B961.b"]),
    ("paragraphs .a.1 and .c of ECCN 3B961", ["3B961.a.1", "3B961.c"]),
    ("points (a) to (c) of entry 3B961", ["3B961.a", "3B961.b", "3B961.c"]),
    ("ECCN 3B961 (paragraphs b and d)", ["3B961.b", "3B961.d"]),
    ("entry 3B961, items a, b and c,", ["3B961.a", "3B961.b", "3B961.c"]),
    ("ECCN 3B961.a through .c", ["3B961.a", "3B961.b", "3B961.c"]),
    ("3B961(b)", ["3B961.b"]),
    ("ECCNs 3B961(a), b and d.1", ["3B961.a", "3B961.b", "3B961.d.1"]),
    ("paragraph b of ECCN 3B961 or a part of it", ["3B961.b"]),
    ("entries 3B961b and 3B962a1", ["3B961.b", "3B962.a.1"]),
    ("ECCN 3B961 (other than 3B961.c)", ["3B961"]),
    ("3B961 as well as technology under ECCN 3E961", ["3B961", "3E961"]),
    ("HSN 81129289", ["81129289"]),
    ("H.S. Code 8112.92.89", ["81129289"]),
    ("tariff classification 8112928910", ["8112928910"]),
    ("codes 8112928910 and 8112928920 of the tariff", ["8112928910", "8112928920"]),
    ("HSK 8112.92-8910", ["8112928910"]),
    ("[3B961.a, b and d]", ["3B961.a", "3B961.b", "3B961.d"]),
    ("3B961.a to 3B961.d", ["3B961.a", "3B961.b", "3B961.c", "3B961.d"]),
    ("ex 8112 92 89", ["81129289"]),
    ("ECCN 3B961 of more than 5 mm but not exceeding 9 mm [3B962]", ["3B961", "3B962"]),
    ("ECCN 3B961 not exceeding 9 mm (controlled under 3B962)", ["3B961", "3B962"]),
    ("room 3A041", []),
    ("Form MOF-2C013", []),
)
LEFT = (
    "ECCN 3B962 is not touched by this rule.",
    "ECCN 3B962 remains free of this requirement.",
    "ECCN 3B962 falls outside this rule.",
    "Items in 3B962 stay as they were.",
    "BIS had proposed to control 3B962 as well.",
    "BIS may consider 3B962 later.",
    "Commenters asked for 3B962 to be covered.",
)


def _codes(text: str) -> list[str]:
    flow = Flow(text, language="en", names=IssuerNames(()))
    terms = Terms()
    goods(flow, (Span(0, len(flow.flow)),), terms)
    return [*terms.data.get("control_codes", []), *terms.data.get("hs_codes", [])]


@pytest.mark.parametrize(("words", "codes"), MEANT)
def test_codes_are_read_of_which_only_a_part_is_written(words: str, codes: list[str]) -> None:
    assert sorted(_codes(f"Items in {words} require a license.")) == sorted(codes)


@pytest.mark.parametrize("sentence", LEFT)
def test_codes_of_goods_that_stay_as_they_are_are_not_meant(sentence: str) -> None:
    assert _codes(f"Items in ECCN 3B961.a require a license. {sentence}") == ["3B961.a"]


def test_technology_is_not_the_goods_that_it_serves_to_make() -> None:
    told = "Technology (3E961) for the production of crystals of 3C961 requires a license."
    assert _codes(told) == ["3E961"]


def test_bare_numbers_behind_the_names_of_chinese_goods_are_customs_codes() -> None:
    text = "未锻轧锑（8110.1010）、锑粉末（8110.1020）、加密电话机（8517110010）。"
    flow = Flow(text, language="zh", names=IssuerNames(()))
    terms = Terms()
    goods(flow, (Span(0, len(text)),), terms)
    assert terms.data["hs_codes"] == ["81101010", "81101020", "8517110010"]


CHINESE = (
    ("1C951.a、b和d", ["1C951.a", "1C951.b", "1C951.d"]),
    ("1C951.a、.b及.c", ["1C951.a", "1C951.b", "1C951.c"]),
    ("1C951.a至c", ["1C951.a", "1C951.b", "1C951.c"]),
    ("1C951.a至1C951.c", ["1C951.a", "1C951.b", "1C951.c"]),
)


@pytest.mark.parametrize(
    "frame", ["铼粉（管制编码：{}）", "铼粉【管制编码 {}】", "{}项下的铼粉", "铼粉　{}\n"]
)
@pytest.mark.parametrize(("words", "codes"), CHINESE)
def test_letters_go_on_in_chinese_whatever_stands_behind(frame, words, codes) -> None:
    flow = Flow(frame.format(words), language="zh", names=IssuerNames(()))
    terms = Terms()
    goods(flow, (Span(0, len(flow.flow)),), terms)
    assert sorted(terms.data["control_codes"]) == codes


OPENED = (
    "In Supplement No. 1 to part 774, ECCN 3B961 is added:\n{}",
    "In the same supplement, add ECCN 3B961 to read as follows:\n{}",
    "Supplement no. 1 is amended by adding a new entry 3B961, as follows:\n{}",
    "ECCN 3B961 is added to Supplement No. 1 to read as follows:\n3B961 Pumps, as follows:\n{}",
)


@pytest.mark.parametrize("lines", ["a. Pumps;\nb. Valves.", "3B961.a. Pumps;\n3B961.b Valves."])
@pytest.mark.parametrize("opened", OPENED)
def test_a_number_that_opens_a_list_of_its_letters_is_not_meant_itself(opened, lines) -> None:
    behind = "\n\n5. In the same supplement, ECCN 3B962 is added:\na. Ovens;\nb. Kilns."
    told = sorted(_codes(opened.format(lines) + behind))
    assert told == ["3B961.a", "3B961.b", "3B962.a", "3B962.b"]


LIMITS = (
    ("en", "tubes with a length not reaching 450 mm", [("<", "450")]),
    ("en", "tubes with a length reaching 450 mm", [(">=", "450")]),
    ("en", "tubes of a length of 450 mm minimum (8112928910)", [(">=", "450")]),
    ("en", "tubes of a length of 450 mm maximum as well as goods", [("<=", "450")]),
    (
        "en",
        "a lithium content lying between 5 and 30 percent by weight (both excluded)",
        [(">", "0.05"), ("<", "0.3")],
    ),
    ("en", "a median diameter (D50) of 5 to 45 microns", [(">=", "5"), ("<=", "45")]),
    ("en", "heads that take ten or more aircraft at once", [(">=", "10")]),
    ("en", "a discharge rate of 15 C or more", [(">=", "15")]),
    ("zh", "定位精度达到或优于3微米", [("<=", "3")]),
    ("zh", "工作温度在零下40℃至零下20℃之间", [(">=", "-40"), ("<=", "-20")]),
    ("zh", "联动轴数5个（含）以上", [(">=", "5")]),
    ("zh", "密度介于17克每立方厘米和19克每立方厘米之间", [(">=", "17"), ("<=", "19")]),
    ("zh", "升温速率不低于10℃/分", [(">=", "10")]),
    ("zh", "可装12片及以上晶圆", [(">=", "12")]),
)


@pytest.mark.parametrize(("language", "words", "limits"), LIMITS)
def test_limits_are_read_however_they_are_put(language, words, limits) -> None:
    flow = Flow(words, language=language, names=IssuerNames(()))
    found = thresholds(flow, Span(0, len(flow.flow)))
    assert [(one.operator, one.value) for one in found] == limits


LEFT_OUT = (
    "other than those with a bandwidth under 20 nm",
    "except lasers with a bandwidth under 20 nm",
    "but not lasers with an overall bandwidth under 20 nm",
)


@pytest.mark.parametrize("words", LEFT_OUT)
def test_a_limit_alone_that_lets_goods_out_is_turned_whatever_is_measured(words) -> None:
    point = f"1. A licence is required for the export of lasers of 5 W or more, {words}."
    (measure,) = read(ENGLISH.format(point)).measures
    told = [(one["operator"], one["value"]) for one in measure.terms["thresholds"]]
    assert told == [(">=", "5"), (">=", "20")]
