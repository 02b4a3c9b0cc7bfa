"""One of a thing is not told like several."""

import pytest

from tracker.domain.plurals import number_of


@pytest.mark.parametrize(
    ("count", "written"),
    [(0, "0 rules"), (1, "1 rule"), (2, "2 rules"), (1200, "1200 rules")],
)
def test_a_number_takes_the_form_of_its_noun(count: int, written: str) -> None:
    assert number_of(count, "rule") == written


def test_a_word_may_bring_its_own_forms() -> None:
    assert number_of(1, "effect counts", "effects count") == "1 effect counts"
    assert number_of(2, "effect counts", "effects count") == "2 effects count"
