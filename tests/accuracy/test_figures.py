"""What the extractor reads does not get worse, and the README says how well it reads."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.accuracy.__main__ import main
from tests.accuracy.measuring import CORPUS, OWN, Measured, measured
from tests.accuracy.publishing import README, dropped, floors, readme_with, table


@pytest.fixture(scope="module")
def own() -> Measured:
    """Our own documents, read once for this module."""
    return measured(OWN)


def test_no_figure_of_our_own_documents_has_dropped(own: Measured) -> None:
    assert dropped(own.figures(), floors()[own.name]) == []


def test_no_effect_is_read_from_a_document_that_is_no_act(own: Measured) -> None:
    assert own.figures()["all"]["false_effects"] == 0


def test_every_quote_is_found_again(own: Measured) -> None:
    assert own.figures()["all"]["evidence"] == 1


def test_the_readme_shows_the_present_table(own: Measured) -> None:
    readme = README.read_text(encoding="utf-8")
    assert readme == readme_with(own, readme), "run: python -m tests.accuracy --write-readme"
    assert table(own, compact=True) in readme


def test_no_figure_of_the_shared_corpus_has_dropped(shared: Path) -> None:
    if not CORPUS.is_dir():
        pytest.skip("there is no corpus in the shared folder")
    corpus = measured(CORPUS)
    assert dropped(corpus.figures(), floors()[corpus.name]) == []


def test_the_command_prints_the_table_and_what_differs(tmp_path: Path) -> None:
    for name in ("18-page-was-moved.zh.html", "18-page-was-moved.gold.json"):
        (tmp_path / name).write_bytes((OWN / name).read_bytes())
    told = CliRunner().invoke(main, [str(tmp_path), "--verbose"])
    assert told.exit_code == 0, told.output
    assert f"## {tmp_path.name}: 1 documents" in told.output
    assert "class of the document" in told.output
    as_json = CliRunner().invoke(main, [str(tmp_path), "--json"])
    assert '"false_effects": 0' in as_json.output
