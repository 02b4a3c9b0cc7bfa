"""Are the pictures of the documents there, small enough, and taken by the command that says so?"""

import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from tests import pictures

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("review-desk", "timeline", "timeline-narrow")


def shown() -> set[str]:
    """Return the pictures that README and documents show."""
    texts = [(ROOT / "README.md").read_text("utf-8")]
    texts += [file.read_text("utf-8") for file in (ROOT / "docs").glob("*.md")]
    return {name for text in texts for name in re.findall(r"\((?:docs/)?pictures/([^)]+)\)", text)}


def test_every_picture_that_is_shown_is_there_and_small() -> None:
    assert shown() == {f"{name}.png" for name in NAMES}
    for name in shown():
        assert (pictures.FOLDER / name).stat().st_size <= pictures.LARGEST_BYTES


def test_the_command_takes_them_anew(browser: Browser, tmp_path: Path) -> None:
    with pictures.site_to_show() as site:
        pictures.take(site, browser, tmp_path)
    assert {file.stem for file in tmp_path.iterdir()} == set(NAMES)
    for name in NAMES:
        with Image.open(tmp_path / f"{name}.png") as new:
            assert len(new.convert("RGB").getcolors(maxcolors=1 << 20) or ()) > 20
            with Image.open(pictures.FOLDER / f"{name}.png") as kept:
                assert new.size == kept.size
