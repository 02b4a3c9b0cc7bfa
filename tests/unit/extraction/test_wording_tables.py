"""Does every row of every table read its own examples?"""

from datetime import date

import pytest

from tracker.extraction.classes.class_words import DRAFT, EXPLAINED, OPINION, SPOKEN, STOPPED
from tracker.extraction.classes.stances import STANCES
from tracker.extraction.days.times import Times
from tracker.extraction.days.times_chinese import CHINESE_TIMES
from tracker.extraction.days.times_english import ENGLISH_TIMES
from tracker.extraction.deeds.amendment_wordings import AMENDMENTS
from tracker.extraction.deeds.deeds_chinese import CHINESE_DEEDS
from tracker.extraction.deeds.deeds_english import ENGLISH_DEEDS
from tracker.extraction.deeds.denials_chinese import CHINESE_DENIALS
from tracker.extraction.deeds.denials_english import ENGLISH_DENIALS
from tracker.extraction.deeds.hits import hits
from tracker.extraction.heads.day_labels import DAY_LABELS
from tracker.extraction.names.issuers import IssuerNames
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.comparisons import COMPARISONS
from tracker.extraction.scope.requirements import REQUIREMENTS, requirement_of
from tracker.extraction.scope.thresholds import thresholds

TODAY = date(2026, 3, 10)


def flow(text, language=None):
    return Flow(text, language=language, names=IssuerNames(()))


TIMES = [
    pytest.param(language, text, told, id=f"{row.name}: {text[:30]}")
    for language, rows in (("zh", CHINESE_TIMES), ("en", ENGLISH_TIMES))
    for row in rows
    for text, told in row.examples
]


@pytest.mark.parametrize(("language", "text", "told"), TIMES)
def test_a_row_of_times_reads_its_example(language, text, told):
    times = Times(flow(text, language), published_on=TODAY, issued_on=TODAY)
    assert tuple(word.told() for word in times.all) == told


DEEDS = [
    pytest.param(language, row, text, found, id=f"{row.name}: {text[:30]}")
    for language, rows in (("zh", CHINESE_DEEDS), ("en", ENGLISH_DEEDS))
    for row in rows
    for text, found in row.examples
]


@pytest.mark.parametrize(("language", "row", "text", "found"), DEEDS)
def test_a_row_of_deeds_reads_its_example(language, row, text, found):
    read = flow(text, language)
    kinds = {hit.wording.kind for hit in hits(read, Span(0, len(text)))}
    assert (row.kind in kinds) is found


DENIED = [
    pytest.param(language, text, id=f"{row.name}: {text[:30]}")
    for language, rows in (("zh", CHINESE_DENIALS), ("en", ENGLISH_DENIALS))
    for row in rows
    for text in row.examples
]


@pytest.mark.parametrize(("language", "text"), DENIED)
def test_what_is_denied_is_no_deed(language, text):
    assert hits(flow(text, language), Span(0, len(text))) == ()


REQUIRED = [
    pytest.param(row, text, id=f"{row.requirement}: {text[:30]}")
    for row in REQUIREMENTS
    for text in row.examples
]


@pytest.mark.parametrize(("row", "text"), REQUIRED)
def test_a_row_of_requirements_decides_its_example(row, text):
    found = requirement_of(flow(text), Span(0, len(text)))
    assert found is not None
    assert found[0] == row.requirement


AMENDED = [pytest.param(row, text, id=text[:40]) for row in AMENDMENTS for text in row.examples]


@pytest.mark.parametrize(("row", "text"), AMENDED)
def test_a_row_of_amendments_finds_its_example(row, text):
    sieve = flow(text).sieve
    assert any(True for _ in row.matches(sieve, 0, len(sieve.text)))


STOOD = [pytest.param(row, text, id=text[:40]) for row in STANCES for text in row.examples]


@pytest.mark.parametrize(("row", "text"), STOOD)
def test_a_row_of_stances_is_the_first_to_find_its_example(row, text):
    first = next(one for one in STANCES if one.pattern.search(flow(text).flow))
    assert first is row


CLASSED = [
    pytest.param(row, text, id=f"{row.name}: {text[:30]}")
    for row in (STOPPED, DRAFT, EXPLAINED, SPOKEN, OPINION)
    for text in row.examples
]


@pytest.mark.parametrize(("row", "text"), CLASSED)
def test_words_for_a_class_stand_in_their_example(row, text):
    assert row.pattern.search(flow(text).flow)


@pytest.mark.parametrize("label", DAY_LABELS, ids=lambda label: f"{label.language} {label.name}")
def test_a_label_of_a_day_is_found_in_its_example(label):
    read = flow(label.example, label.language)
    slashed = "/" in label.example
    found = label.pattern.search(read.marked)
    assert slashed or (found and read.days_in(found.start(), found.end())[0].on(None) == TODAY)


LIMITS = [
    ("纯度大于等于99.9%", ">=", "0.999"),
    ("纯度99.9%及以上", ">=", "0.999"),
    ("纯度达到99.9%及以上的", ">=", "0.999"),
    ("纯度不低于99.9%", ">=", "0.999"),
    ("含量超过0.1%", ">", "0.001"),
    ("含量低于0.05%", "<", "0.0005"),
    ("含量不超过10ppm", "<=", "0.00001"),
    ("直径60毫米以下", "<=", "60"),
    ("直径小于或等于60毫米", "<=", "60"),
    ("定位精度优于或等于0.9微米", "<=", "0.9"),
    ("a purity of 99.9 percent or more", ">=", "0.999"),
    ("a purity of not less than 99,9 %", ">=", "0.999"),
    ("a temperature exceeding 2,200 degrees Celsius", ">", "2200"),
    ("a wafer temperature of -20 degrees Celsius or lower", "<=", "-20"),
    ("no more than 0.5 per cent by weight", "<=", "0.005"),
    ("below 14 nm", "<", "14"),
    ("resistivity greater than 5×10⁹ ohm cm", ">", "5e9"),
    ("占前者价值比例达到０.５％及以上", ">=", "0.005"),
]


@pytest.mark.parametrize(("text", "operator", "value"), LIMITS)
def test_a_limit_is_read_with_its_operator(text, operator, value):
    limits = thresholds(flow(text), Span(0, len(text)))
    assert [(limit.operator, limit.value) for limit in limits] == [(operator, value)]


NO_LIMITS = [
    "应当在30日以上公示",
    "28家以上实体",
    "more than 28 entities",
    "not later than 45 days",
    "at least 4 years",
    "自2026年12月1日以上",
    "Announcement No. 61 of 2025 or more",
]


@pytest.mark.parametrize("text", NO_LIMITS)
def test_a_time_or_a_head_count_is_no_limit(text):
    assert thresholds(flow(text), Span(0, len(text))) == ()


SUMS_NO_LIMITS = [
    "处以超过20万元的罚款。",
    "违法所得超过50万元的，没收违法所得。",
    "is liable to a fine exceeding 20 000 euro",
    "2025年锑制品出口总额超过3亿元。",
]


@pytest.mark.parametrize("text", SUMS_NO_LIMITS)
def test_a_fine_and_a_sum_that_was_traded_are_no_limits(text):
    assert thresholds(flow(text), Span(0, len(text))) == ()


def test_a_sum_of_trade_that_says_who_is_meant_is_a_limit():
    text = "2025年出口总额超过3000万元的企业"
    (limit,) = thresholds(flow(text), Span(0, len(text)))
    assert (limit.operator, limit.value, limit.unit) == (">", "30000000", "CNY")


def test_comparisons_know_both_sides_of_a_number():
    assert {row.place for row in COMPARISONS} == {"before", "behind"}
