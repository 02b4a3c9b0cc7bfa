"""Does a digest still read as it was once approved?

``REWRITE_GOLDEN=1 pytest tests/golden/test_digest_pages.py`` writes the files anew; read the diff.
"""

import os
from pathlib import Path
from typing import Literal

import pytest

from tests.golden.digests.small_rulebook import week
from tracker.rendering.digests import render_digest
from tracker.rendering.words import Language

FOLDER = Path(__file__).parent / "digests"
ENDINGS = {"html": "html", "text": "txt"}


def _compare(name: str, text: str) -> None:
    file = FOLDER / name
    if os.environ.get("REWRITE_GOLDEN"):
        file.write_text(text, encoding="utf-8")
    assert file.is_file(), f"{name} is missing; write it with REWRITE_GOLDEN=1 and read it"
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "ending", "language"),
    [
        ("october", "2025-10-12", "en"),
        ("suspension", "2025-11-09", "en"),
        ("suspension", "2025-11-09", "zh"),
        ("lapse", "2026-11-15", "en"),
        ("lapse", "2026-11-15", "zh"),
        ("empty", "2025-09-28", "en"),
    ],
)
@pytest.mark.parametrize("form", ["html", "text"])
def test_a_week_reads_as_it_was_approved(
    name: str, ending: str, language: Language, form: Literal["html", "text"]
) -> None:
    page = render_digest(week(ending), format=form, language=language)

    _compare(f"{name}.{language}.{ENDINGS[form]}", page)
