"""How much of others' text may be shown?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.republishing import QUOTED_CHARACTERS, republished, source_of

LONG = "The ministry said so again. " * 40


def test_each_rule_does_what_it_says() -> None:
    assert republished(LONG, "full") == LONG
    assert republished(LONG, "none") is None
    assert republished("Short.", "quote") == "Short."
    assert republished(None, "full") is None


def test_a_quote_ends_with_a_sentence_or_else_a_word() -> None:
    quoted = republished(LONG, "quote")
    assert quoted is not None
    assert quoted.endswith("again.…")
    assert len(quoted) <= QUOTED_CHARACTERS
    words = republished("word " * 100, "quote")
    assert words is not None
    assert words.endswith("word…")


@given(text=st.text(max_size=1000))
def test_a_quote_is_never_longer_and_always_the_beginning(text: str) -> None:
    quoted = republished(text, "quote")
    assert quoted is not None
    assert len(quoted) <= QUOTED_CHARACTERS
    assert text.startswith(quoted.removesuffix("…"))


@pytest.mark.parametrize("id", ["seeds/1f0c", "seeds/1f0c/r2"])
def test_an_announcement_tells_its_source(id: str) -> None:
    assert source_of(id) == "seeds"
