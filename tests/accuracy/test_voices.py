"""Does a text in which somebody speaks move rules only where the words themselves decide?"""

from typing import cast

import pytest

from tests.accuracy.phrases_of_voices import ANSWERS, NAMINGS, PAGES
from tests.accuracy.test_phrases import KNOWN
from tracker.domain.records import Authority
from tracker.extraction.extract import extract
from tracker.extraction.pages.text import plain_to_text


@pytest.mark.parametrize(("page", "moved"), ANSWERS)
def test_an_answer_that_decides_moves_what_it_names(
    page: str, moved: tuple[tuple[str, str, str | None, str | None], ...]
) -> None:
    read = extract(plain_to_text(page), authority="issuer", known=KNOWN)
    told = {
        (effect.kind, act, *(day and day.isoformat() for day in (effect.from_, effect.through)))
        for effect in read.effects
        for act in effect.affected
    }
    assert read.klass == "act"
    assert told == set(moved)


@pytest.mark.parametrize(("klass", "authority", "page"), PAGES)
def test_what_is_no_act_gets_its_class_and_moves_nothing(
    klass: str | None, authority: str, page: str
) -> None:
    read = extract(plain_to_text(page), authority=cast("Authority", authority), known=KNOWN)
    assert read.klass == klass
    assert read.effects == ()


@pytest.mark.parametrize(("text", "about"), NAMINGS)
def test_an_announcement_is_that_of_the_ministry_which_announces(text: str, about: str) -> None:
    read = extract(plain_to_text(text), authority="press", known=KNOWN)
    assert {act for claim in read.claims for act in claim.about} == {about}
