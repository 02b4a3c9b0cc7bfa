"""How are the figures shown, kept as floors, and put into the README?"""

import re
import tomllib
from pathlib import Path

from tests.accuracy.measuring import COLUMNS, HERE, Figures, Measured
from tests.accuracy.tallies import ROWS, Row

README = HERE.parents[1] / "README.md"
FLOORS = HERE / "figures.toml"
BEGIN = "<!--accuracy-->"
END = "<!--/accuracy-->"

_PART = re.compile(re.escape(BEGIN) + r"\n.*?" + re.escape(END), re.DOTALL)
_TITLES = {"zh": "Chinese", "en": "English", "all": "all"}
_FLOORS_HEAD = """\
# The figures reached so far: a test fails when one drops. Written by
#   python -m tests.accuracy --record
# Counts are the most mistakes allowed, everything else the least figure allowed.
"""


class NoPlace(Exception):
    """The README has no place for the table; the message says which lines are missing."""


def table(measure: Measured, *, compact: bool = False) -> str:
    """Return the figures in columns of plain text; ``compact`` keeps the rows with an aim."""
    figures = measure.figures()
    lines = [_line("documents", *(str(measure.count(column)) for column in COLUMNS), "")]
    for row in ROWS:
        if row.aim is not None or not compact:
            cells = [_cell(row, figures[column][row.key]) for column in COLUMNS]
            lines.append(_line(row.title, *cells, _cell(row, row.aim)))
    return "\n".join([_line("", *(_TITLES[column] for column in COLUMNS), "aim"), *lines])


def readme_with(measure: Measured, readme: str) -> str:
    """Return ``readme`` with the table of ``measure`` between the two markers.

    Raises ``NoPlace`` where a marker is missing.
    """
    if not _PART.search(readme):
        raise NoPlace(f"put these two lines into the README first:\n{BEGIN}\n{END}")
    part = f"{BEGIN}\n\n```text\n{table(measure, compact=True)}\n```\n\n{END}"
    return _PART.sub(lambda _: part, readme)


def floors() -> dict[str, Figures]:
    """Return the recorded figures: folder, column, row."""
    told: dict[str, Figures] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return told


def floors_of(measures: list[Measured], kept: dict[str, Figures]) -> str:
    """Return the text of the file of floors; folders that were not measured keep theirs."""
    told = {**kept, **{measure.name: measure.figures() for measure in measures}}
    parts = [_FLOORS_HEAD]
    for folder, columns in told.items():
        for column, figures in columns.items():
            rows = [f"{key} = {value:g}" for key, value in figures.items() if value is not None]
            parts.append("\n".join((f"[{folder}.{column}]", *rows)) + "\n")
    return "\n".join(parts)


def dropped(figures: Figures, floor: Figures) -> list[str]:
    """Return a sentence for each figure that is worse than its floor."""
    return [
        f"{column}, {row.title}: {now} where {then} was reached"
        for row in ROWS
        for column, least in floor.items()
        if (then := least.get(row.key)) is not None
        and _worse(row, now := figures.get(column, {}).get(row.key), then)
    ]


def _worse(row: Row, now: float | None, then: float) -> bool:
    if now is None:
        return True
    return now > then if row.kind == "count" else now < then


def _line(*cells: str) -> str:
    title, *figures = cells
    return (f"{title:<40}" + "".join(f"{figure:>9}" for figure in figures)).rstrip()


def _cell(row: Row, figure: float | None) -> str:
    if figure is None:
        return "-"
    return str(int(figure)) if row.kind == "count" else f"{figure:.3f}"


def write(path: Path, text: str) -> None:
    """Write ``text`` to ``path`` in UTF-8."""
    path.write_text(text, encoding="utf-8")
