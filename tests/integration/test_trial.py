"""Are all templates of the pages tried out, the reader's own ones in front?"""

from pathlib import Path
from typing import Any

import pytest

from tracker import resources
from tracker.config import Settings
from tracker.errors import InputError
from tracker.rendering.loading import Templates
from tracker.trial import try_pages

PIECES = {"base", "bars", "desk-parts", "parts", "wish"}
"""Templates that others take in."""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        database=f"sqlite:///{tmp_path / 'own.db'}", template_folder=str(tmp_path / "templates")
    )


def templates_of_pages() -> set[str]:
    folder = resources.data("templates").joinpath("web")
    names = {file.name for file in folder.iterdir() if file.name.endswith(".j2")}
    return {f"web/{name}" for name in names if name.partition(".")[0] not in PIECES}


def test_every_template_of_a_page_is_printed_and_nothing_of_ones_own_is_touched(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: set[str] = set()
    render = Templates.render

    def noted(self: Templates, name: str, **context: Any) -> str:
        printed.add(name)
        return render(self, name, **context)

    monkeypatch.setattr(Templates, "render", noted)
    assert try_pages(settings) > 80
    assert printed >= templates_of_pages()
    assert not (tmp_path / "own.db").exists()


@pytest.mark.parametrize("name", ["timeline.html.j2", "compare.html.j2", "busy-day.html.j2"])
def test_a_fault_in_ones_own_template_is_told_with_its_place(
    settings: Settings, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "templates" / "web"
    folder.mkdir(parents=True)
    (folder / name).write_text("<h1>{{ page.heading }}</h1>\n<p>{{ page.no_such_name }}</p>\n")
    with pytest.raises(InputError, match="no_such_name") as told:
        try_pages(settings)
    assert (told.value.file, told.value.line) == (f"web/{name}", 2)
