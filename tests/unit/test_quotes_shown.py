"""Is a quote shown whole, once, and with a mark where its text goes on?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.application.answers.evidence import Passage
from tracker.application.answers.excerpts import AROUND, UNREAD, excerpts, whole_text
from tracker.rendering.loading import Templates
from tracker.rendering.pages.parts.merging import merged
from tracker.rendering.pages.parts.quotes import pieces_of
from tracker.rendering.words import Words

WORDS = Words(Templates().words(), "en")


def passage(quote: str, start: int | None, field: str | None = "affected") -> Passage:
    return Passage(announcement="x/1", field=field, quote=quote, start=start)


def shown(text: str, quote: str) -> str:
    (excerpt,) = excerpts([passage(quote, text.index(quote))], text, "x/1")
    return "".join(piece.text for piece in pieces_of(WORDS, excerpt))


def test_an_excerpt_cuts_no_word_and_says_that_the_text_goes_on() -> None:
    text = "abcdefghi " * 40 + "HERE" + " jklmnopqr" * 40
    told = shown(text, "HERE")
    assert told.startswith(("… abcdefghi", "…abcdefghi "))
    assert told.endswith(("jklmnopqr …", " jklmnopqr…"))
    assert set(told.strip("…").split()) == {"abcdefghi", "HERE", "jklmnopqr"}


def test_a_text_shown_to_its_ends_has_no_such_mark() -> None:
    assert shown("a short text with HERE in it", "HERE") == "a short text with HERE in it"


def test_chinese_is_cut_anywhere() -> None:
    text = "商务部公告" * 60 + "此处" + "自公布之日起" * 60
    told = shown(text, "此处")
    assert len(told) == 2 * AROUND + len("此处") + 2


@pytest.mark.parametrize("word", ["x" * (3 * AROUND), "1" * (3 * AROUND)])
def test_a_word_longer_than_the_window_leaves_the_quote_alone(word: str) -> None:
    assert shown(f"{word} HERE {word}", "HERE").strip("…").strip() == "HERE"


def test_what_no_rule_understood_is_not_marked_as_evidence() -> None:
    text = "The office suspends it. Nobody may appeal."
    found = [passage("suspends", 11, "kind"), passage("Nobody may appeal.", 24, UNREAD)]
    pieces = {piece.text: piece for piece in pieces_of(WORDS, whole_text(found, text, "x/1"))}
    assert pieces["suspends"].marked
    assert not pieces["suspends"].unread
    assert pieces["Nobody may appeal."].unread
    assert not pieces["Nobody may appeal."].marked
    assert pieces["Nobody may appeal."].label == "understood by no rule"


def test_quotes_that_hold_or_overlap_each_other_are_one_in_the_order_of_the_text() -> None:
    found = merged(
        [
            passage("no later word", 80, "through"),
            passage("55号、56号", 10),
            passage("55号", 10),
            passage("55号、56号、57号", 10, "kind"),
            passage("57号和58号", 18, "from"),
        ]
    )
    assert [one.text for one in found] == ["55号、56号、57号和58号", "no later word"]
    assert set(found[0].fields) == {"affected", "kind", "from"}


def test_the_same_words_at_another_place_and_without_one_are_not_repeated() -> None:
    found = merged(
        [passage("suspend", 40), passage("suspend", 5, "kind"), passage("suspend", None)]
    )
    assert [(one.text, one.fields) for one in found] == [("suspend", ("kind", "affected"))]


def test_no_quote_grows_longer_than_what_may_be_quoted() -> None:
    found = merged([passage("a" * 200, 0), passage("a" * 100 + "b" * 150, 100)])
    assert [len(one.text) for one in found] == [200, 250]


TEXT = "abcdefghijklmnopqrstuvwxyz" * 3


@given(st.lists(st.tuples(st.integers(0, 70), st.integers(1, 30)), max_size=8))
def test_every_quote_stands_in_one_of_those_that_are_shown(spans: list[tuple[int, int]]) -> None:
    found = [passage(TEXT[start : start + length], start) for start, length in spans]
    told = merged(found)
    assert all(any(one.quote in other.text for other in told) for one in found if one.quote)
    assert all(one.text in TEXT for one in told)
