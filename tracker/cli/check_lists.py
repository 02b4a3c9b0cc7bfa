"""How is a whole list of products checked on the command line?"""

import io
from collections.abc import Iterator
from pathlib import Path

import click

from tracker.application.products.product_lists import ProductList
from tracker.application.products.product_rows import write_csv, write_file
from tracker.application.products.product_tables import CHANGED_COLUMNS, COLUMNS, Cells, Table
from tracker.cli.options import print_json
from tracker.cli.progress import counted
from tracker.domain.plurals import number_of
from tracker.domain.questions import Clocks
from tracker.errors import UsageError
from tracker.facade import Tracker
from tracker.rendering.neutral import neutral


def run(
    tracker: Tracker,
    found: ProductList,
    *,
    out: Path | None,
    shape: str,
    clocks: Clocks,
    other: Clocks | None,
) -> None:
    """Check every row of a list and print or write what came out."""
    if out is not None and out.suffix.casefold() not in (".csv", ".xlsx"):
        raise UsageError("--out is a .csv or an .xlsx file")
    if found.columns.unused:
        click.echo(f"columns not read: {', '.join(found.columns.unused)}", err=True)
    with counted("parts") as tell:
        table = Table(
            screening=tracker.screening,
            requirements=tracker.field.requirements,
            unread=lambda told: click.echo(neutral(told), err=True),
            progress=tell,
        )
        if other is None:
            _put(table.checked(found.lines, clocks), COLUMNS, out=out, shape=shape)
        else:
            rows = table.changed(found.lines, clocks, other)
            _put(rows, CHANGED_COLUMNS, out=out, shape=shape)
    count = table.count
    parts = ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in count.most_common())
    click.echo(f"{number_of(sum(count.values()), 'row')}: {parts}", err=True)
    click.echo(tracker.disclaimer(), err=True)


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
