"""Is a speaker heard with the stance that the words have, and with none where they have none?"""

from typing import cast

import pytest

from tests.accuracy.phrases_of_stances import STANCES
from tests.accuracy.phrases_of_voices import BEFORE
from tests.accuracy.test_phrases import KNOWN
from tracker.domain.records import Authority
from tracker.extraction.extract import extract
from tracker.extraction.pages.text import plain_to_text

HEARD = frozenset({"denies", "not_confirmed", "no_comment", "practice"})


@pytest.mark.parametrize(("klass", "stance", "sentence"), STANCES)
def test_a_stance_is_heard_by_what_its_words_are_put_together_of(
    klass: str, stance: str | None, sentence: str
) -> None:
    page = BEFORE[klass][0 if sentence.isascii() else 1] + sentence
    standing = "official" if klass == "statement" else "press"
    read = extract(plain_to_text(page), authority=cast("Authority", standing), known=KNOWN)
    assert (read.klass, read.effects) == (klass, ())
    said = {claim.stance for claim in read.claims if claim.text in sentence}
    assert said & HEARD == ({stance} if stance else set())
