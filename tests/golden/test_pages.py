"""Does a page of the service still read as it was once approved?

``REWRITE_GOLDEN=1 pytest tests/golden/test_pages.py`` writes the files anew; read the diff.
"""

import os
from pathlib import Path

import pytest

from tests.golden.digests.small_rulebook import HEAD, NOW, field, register
from tracker.digests.today import TodayPage, build_today
from tracker.rendering.addresses import Addresses
from tracker.rendering.loading import Templates
from tracker.rendering.pages.sample import sample_frame
from tracker.rendering.pages.today.page import today_view
from tracker.rendering.words import Language, Words

FOLDER = Path(__file__).parent / "pages"


def todays_html(page: TodayPage, language: Language = "en") -> str:
    """Return today's page with what stands around it in an invented field."""
    templates = Templates()
    words = Words(templates.words(), language)
    view = today_view(words, page, Addresses())
    frame = sample_frame(words, templates)
    return templates.render("web/today.html.j2", page=view, frame=frame)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_of_today_reads_as_it_was_approved(language: Language) -> None:
    page = build_today(register(), now=NOW, field=field(), head=HEAD)
    text = todays_html(page, language)

    file = FOLDER / f"today.{language}.html"
    if os.environ.get("REWRITE_GOLDEN"):
        file.write_text(text, encoding="utf-8")
    assert file.is_file(), f"{file.name} is missing; write it with REWRITE_GOLDEN=1 and read it"
    assert text == file.read_text(encoding="utf-8")
