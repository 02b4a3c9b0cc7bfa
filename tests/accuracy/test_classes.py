"""Does a page that does not say what it is get the class that a careful reader gives it?"""

from typing import cast

import pytest

from tests.accuracy.phrases_of_classes import PAGES
from tests.accuracy.test_phrases import KNOWN
from tracker.domain.records import Authority
from tracker.extraction.extract import extract
from tracker.extraction.text import plain_to_text


@pytest.mark.parametrize(
    ("klass", "authority", "page"), PAGES, ids=[page.split("\n", 1)[0][:40] for _, _, page in PAGES]
)
def test_a_page_gets_its_class(klass: str | None, authority: str, page: str) -> None:
    standing = cast("Authority", authority)
    read = extract(plain_to_text(page), authority=standing, known=KNOWN)
    assert read.klass == klass
    assert read.effects == () or klass == "act"


@pytest.mark.parametrize("page", [page for klass, _, page in PAGES if klass == "report"])
def test_a_denial_that_the_press_tells_is_a_claim_and_retells_nothing(page: str) -> None:
    read = extract(plain_to_text(page), authority="press", known=KNOWN)
    assert "denies" in [claim.stance for claim in read.claims]
    assert read.links == ()
