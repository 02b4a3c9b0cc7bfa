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
