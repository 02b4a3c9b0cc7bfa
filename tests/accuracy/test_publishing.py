"""The table and the floors say what was measured, and a figure that drops is told."""

from pathlib import Path

import pytest

from tests.accuracy.comparison import compared
from tests.accuracy.labelled import documents_of
from tests.accuracy.measuring import COLUMNS, OWN, Measured
from tests.accuracy.publishing import (
    BEGIN,
    END,
    NoPlace,
    dropped,
    floors_of,
    readme_with,
    table,
)

PERFECT = Measured(OWN, tuple((doc, compared(doc, doc.gold)) for doc in documents_of(OWN)))


def test_the_table_has_a_column_for_each_language_and_the_aim() -> None:
    head, count, first, *_ = table(PERFECT).splitlines()
    assert head.split() == ["Chinese", "English", "all", "aim"]
    assert count.split() == ["documents", *(str(PERFECT.count(c)) for c in COLUMNS)]
    assert first.endswith("1.000    1.000    1.000    0.950")


def test_the_readme_gets_the_table_between_its_markers() -> None:
    told = readme_with(PERFECT, f"before\n{BEGIN}\nyesterday\n{END}\nafter")
    assert told.startswith(f"before\n{BEGIN}\n")
    assert told.endswith(f"{END}\nafter")
    assert table(PERFECT, compact=True) in told
    assert "yesterday" not in told
    assert readme_with(PERFECT, told) == told


def test_a_readme_without_markers_is_refused() -> None:
    with pytest.raises(NoPlace, match="put these two lines"):
        readme_with(PERFECT, "nothing")


def test_a_figure_below_its_floor_is_told_and_a_better_one_is_not() -> None:
    floor = {"all": {"class": 0.9, "false_effects": 0.0, "links": 0.5}}
    assert dropped({"all": {"class": 0.95, "false_effects": 0, "links": 0.5}}, floor) == []
    worse = dropped({"all": {"class": 0.89, "false_effects": 1, "links": None}}, floor)
    assert [line.partition(":")[0] for line in worse] == [
        "all, class of the document",
        "all, effects read from what is no act",
        "all, links without force",
    ]


def test_recorded_floors_keep_the_folders_that_were_not_measured(tmp_path: Path) -> None:
    text = floors_of([PERFECT], {"corpus": {"all": {"class": 0.5, "links": None}}})
    assert "[corpus.all]\nclass = 0.5\n" in text
    assert "[documents.zh]\nclass = 1\n" in text
