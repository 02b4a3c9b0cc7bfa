"""How is a whole list of products checked on the command line?"""

import io
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from tracker.application.product_lists import Line, read_list
from tracker.application.product_rows import write_csv, write_file
from tracker.application.screen import Changed, Result
from tracker.cli.check_tables import causes
from tracker.cli.options import print_json
from tracker.cli.progress import counted
from tracker.domain.questions import Clocks
from tracker.domain.rulebook import Names
from tracker.errors import UsageError
from tracker.facade import Tracker
from tracker.projection.screening.saying import headline, says
from tracker.projection.screening.verdict import Finding, Verdict
from tracker.rendering.neutral import neutral

CANNOT_READ = "cannot_read"
COLUMNS = ("row", "part", "verdict", "on", "announced_by", "certainty", "measure", "says",
           "also", "missing")  # fmt: skip
CHANGED_COLUMNS = ("row", "part", "before", "before_on", "after", "after_on", "says", "because")

Cells = tuple[str, ...]


def run(
    tracker: Tracker,
    file: Path,
    *,
    mapping: Sequence[str],
    out: Path | None,
    shape: str,
    clocks: Clocks,
    other: Clocks | None,
) -> None:
    """Check every row of a list and print or write what came out."""
    if out is not None and out.suffix.casefold() not in (".csv", ".xlsx"):
        raise UsageError("--out is a .csv or an .xlsx file")
    found = read_list(file, tracker.screening.words, mapping=mapping)
    if found.columns.unused:
        click.echo(f"columns not read: {', '.join(found.columns.unused)}", err=True)
    requirements, count = tracker.field.requirements, Counter[str]()
    with counted("parts") as tell:
        if other is None:
            rows = _checked(tracker, found.lines, clocks, requirements, count, tell)
            _put(rows, COLUMNS, out=out, shape=shape)
        else:
            rows = _changed(tracker, found.lines, clocks, other, requirements, count, tell)
            _put(rows, CHANGED_COLUMNS, out=out, shape=shape)
    parts = ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in count.most_common())
    click.echo(f"{sum(count.values())} rows: {parts}", err=True)
    click.echo(tracker.disclaimer(), err=True)


def _checked(
    tracker: Tracker,
    lines: Any,
    clocks: Clocks,
    requirements: Mapping[str, Names],
    count: Counter[str],
    tell: Callable[[int], None],
) -> Iterator[Cells]:
    said = _Sayings(requirements)
    for number, line in enumerate(lines, start=1):
        if number % 500 == 0:
            tell(number)
        if line.product is None:
            count[CANNOT_READ] += 1
            yield _unread(line, len(COLUMNS))
            continue
        result = tracker.screening.check(line.product, clocks)
        count[result.checked.verdict.value] += 1
        yield _cells(line, result, said)


def _changed(
    tracker: Tracker,
    lines: Any,
    clocks: Clocks,
    other: Clocks,
    requirements: Mapping[str, Names],
    count: Counter[str],
    tell: Callable[[int], None],
) -> Iterator[Cells]:
    comparing = tracker.screening.comparing(clocks, other)
    for number, line in enumerate(lines, start=1):
        if number % 500 == 0:
            tell(number)
        if line.product is None:
            count[CANNOT_READ] += 1
            yield _unread(line, len(CHANGED_COLUMNS))
            continue
        change = comparing(line.product)
        count["changed" if change else "the same"] += 1
        if change is not None:
            yield _change_cells(line, change, requirements)


class _Sayings:
    """Says each finding once; many parts of a list fare alike."""

    def __init__(self, requirements: Mapping[str, Names]) -> None:
        self.requirements = requirements

    def headline(self, result: Result) -> str:
        return headline(result.checked, self.requirements)

    def also(self, findings: Sequence[Finding]) -> str:
        return "; ".join(
            f"{item.rule.measure}: {says(item, self.requirements)}"
            for item in findings
            if item.verdict is not Verdict.CANNOT_SAY
        )


def _cells(line: Line, result: Result, said: _Sayings) -> Cells:
    checked = result.checked
    lead = checked.findings[0] if checked.findings else None
    known = result.clocks.announced_by
    return (
        str(line.row),
        line.part,
        checked.verdict.value,
        result.on.isoformat(),
        known.isoformat() if known else "",
        checked.certainty.value if checked.certainty else "",
        lead.rule.measure if lead else "",
        said.headline(result),
        said.also(checked.findings[1:]),
        "; ".join(checked.missing),
    )


def _change_cells(line: Line, change: Changed, requirements: Mapping[str, Names]) -> Cells:
    old, new = change.before, change.after
    return (
        str(line.row),
        line.part,
        old.checked.verdict.value,
        old.on.isoformat(),
        new.checked.verdict.value,
        new.on.isoformat(),
        headline(new.checked, requirements),
        "; ".join(causes(change.causes)),
    )


def _unread(line: Line, width: int) -> Cells:
    told = f"row {line.row} cannot be read: {line.fault}"
    click.echo(neutral(told), err=True)
    cells = [str(line.row), line.part, CANNOT_READ, *[""] * (width - 3)]
    cells[COLUMNS.index("says") if width == len(COLUMNS) else CHANGED_COLUMNS.index("says")] = told
    return tuple(cells)


def _put(rows: Iterator[Cells], columns: Cells, *, out: Path | None, shape: str) -> None:
    if shape == "json":
        lines = [dict(zip(columns, row, strict=True)) for row in rows]
        if out is not None:
            write_file(out, [columns, *(tuple(line.values()) for line in lines)])
        print_json({"rows": lines})
    elif out is not None:
        write_file(out, _with_header(rows, columns))
        click.echo(f"written: {out}", err=True)
    else:
        text = io.StringIO()
        write_csv(text, _with_header(rows, columns))
        click.echo(text.getvalue(), nl=False)


def _with_header(rows: Iterator[Cells], columns: Cells) -> Iterator[Cells]:
    yield columns
    yield from rows
