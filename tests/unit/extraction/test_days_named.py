"""Which words belong to a day that a text names?"""

import pytest

from tracker.extraction.spelling.calendar_words import days_named


@pytest.mark.parametrize(
    "day",
    [
        "Thursday, 5 March 2026",
        "Thursday the 5th of March, 2026",
        "the 5th of March, 2026",
        "the 5th day of March 2026",
        "THURSDAY, MARCH 5, 2026",
        "Thu 5 Mar 2026",
    ],
)
def test_a_weekday_and_the_article_belong_to_the_day(day: str) -> None:
    text = f"The duty applies from {day}, at noon."
    (named,) = days_named(text)
    assert text[named.start : named.end] == day
    assert (named.year, named.month, named.day) == (2026, 3, 5)


def test_the_article_of_a_rule_does_not_belong_to_its_day() -> None:
    text = "It delays the March 5, 2026 rule and the 6 March 2026 notice."
    assert [text[day.start : day.end] for day in days_named(text)] == [
        "March 5, 2026",
        "6 March 2026",
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sixteenth Day of October, Two Thousand and Twenty-Six", (2026, 10, 16)),
        ("the third of September, two thousand twenty-six", (2026, 9, 3)),
        ("令和八年(2026年)五月二十九日", (2026, 5, 29)),
        ("令和8年5月29日", (2026, 5, 29)),
        ("令和元年十月一日", (2019, 10, 1)),
    ],
)
def test_a_day_may_be_told_in_words_or_by_an_era(text: str, day: tuple[int, int, int]) -> None:
    (named,) = days_named(text)
    assert (named.year, named.month, named.day) == day
