"""Measure the extractor: ``python -m tests.accuracy [FOLDER…] [--verbose] [--json]``."""

import sys
from pathlib import Path

import click
import orjson

from tests.accuracy.measuring import COLUMNS, CORPUS, OWN, Measured, measured
from tests.accuracy.publishing import (
    FLOORS,
    README,
    NoPlace,
    floors,
    floors_of,
    readme_with,
    table,
    write,
)


@click.command()
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--verbose", is_flag=True, help="List what differs, document by document.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option("--write-readme", is_flag=True, help="Put the table of our own set into the README.")
@click.option("--record", is_flag=True, help="Record these figures as the floors of the tests.")
def main(
    *, folders: tuple[Path, ...], verbose: bool, as_json: bool, write_readme: bool, record: bool
) -> None:
    """Compare what `tracker extract` reads in labelled documents with their gold.

    Example: python -m tests.accuracy --verbose
    """
    measures = [measured(folder) for folder in (folders or _usual())]
    if as_json:
        sys.stdout.buffer.write(orjson.dumps(_told(measures), option=orjson.OPT_INDENT_2) + b"\n")
    else:
        for measure in measures:
            _show(measure, verbose=verbose)
    if record or write_readme:
        _refuse_unread(measures)
    if record:
        write(FLOORS, floors_of(measures, floors() if FLOORS.exists() else {}))
    if write_readme:
        _write_readme(measures)


def _usual() -> tuple[Path, ...]:
    if CORPUS.is_dir():
        return OWN, CORPUS
    click.echo("there is no shared corpus beside the checkout; only our own set is read", err=True)
    return (OWN,)


def _told(measures: list[Measured]) -> dict[str, object]:
    return {
        measure.name: {
            "documents": {column: measure.count(column) for column in COLUMNS},
            "figures": measure.figures(),
            "differences": {doc.name: list(score.differences) for doc, score in measure.scores},
        }
        for measure in measures
    }


def _show(measure: Measured, *, verbose: bool) -> None:
    click.echo(f"## {measure.name}: {measure.count('all')} documents\n")
    click.echo(table(measure) + "\n")
    for document, score in measure.scores if verbose else ():
        if score.differences:
            click.echo("\n  ".join((document.name, *score.differences)))


def _refuse_unread(measures: list[Measured]) -> None:
    """Keep the figures of a broken reader out of what is recorded."""
    for measure in measures:
        if measure.figures()["all"]["failures"]:
            raise click.ClickException(
                f"{measure.name}: some documents could not be read; see --verbose, mend, repeat"
            )


def _write_readme(measures: list[Measured]) -> None:
    own = next((measure for measure in measures if measure.folder == OWN), None) or measured(OWN)
    try:
        write(README, readme_with(own, README.read_text(encoding="utf-8")))
    except NoPlace as missing:
        raise click.ClickException(str(missing)) from missing


if __name__ == "__main__":
    main()
