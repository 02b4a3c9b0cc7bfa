"""The command that reads one document: extract."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.options import database_options, format_option, opened, print_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.extraction.extracted import Extraction

AUTHORITIES = ("issuer", "official", "press", "commentary")
LANGUAGES = ("zh", "en")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--published", metavar="DAY", help="The day of the document, if it does not say it.")
@click.option(
    "--source-authority",
    "authority",
    type=click.Choice(AUTHORITIES),
    help="Who speaks (default: what the text looks like).",
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Its language (default: looked at).")
@format_option(default="text")
@database_options
def extract(
    file: Path,
    published: str | None,
    authority: Any,
    lang: Any,
    shape: str,
    database: str | None,
    config: str | None,
) -> None:
    """Read one document by rules: which act it is, what it does, on which words. Records nothing.

    Example: tracker extract notice.html --source-authority issuer --format json
    """
    from tracker.domain.days import parse_day
    from tracker.extraction.extracted import as_answer

    day = parse_day(published) if published else None
    with opened(database, config) as tracker:
        found = tracker.extracting.read(
            file.read_bytes(),
            name=file.name,
            published_on=day,
            authority=authority,
            language=lang,
        )
    if shape == "json":
        print_json(as_answer(found))
        return
    for line in _lines(found):
        click.echo(line)


def _lines(found: "Extraction") -> "Iterator[str]":
    """Tell a reading in words, an indented quote below each thing read."""
    act = found.instrument
    yield f"class: {found.klass or 'none (no document)'}"
    if act is not None:
        yield f"act: {act.id or 'no id (issuer not known)'}, {act.number}, {act.issued_on}"
    for measure in found.measures:
        demand = measure.terms.get("requirement", "")
        yield f"{measure.kind} {measure.id}: {demand}, {_days(measure)}"
        yield from _quotes(measure)
    for effect in found.effects:
        narrowed = f" for {', '.join(effect.parties)}" if effect.parties else ""
        yield f"{effect.kind} {', '.join(effect.affected)}{narrowed}: {_days(effect)}"
        yield from _quotes(effect)
    for claim in found.claims:
        yield f"{claim.speaker} ({claim.stance}, {claim.said_on or 'day not told'}): {claim.text}"
    for link in found.links:
        yield f"{link.kind} {link.to}"
    for sentence in found.unread:
        yield f"not understood: {sentence.quote}"


def _days(part: Any) -> str:
    through = f" through {part.through}" if part.through else ""
    return f"from {part.from_ or 'a day not told'}{through}"


def _quotes(part: Any) -> "Iterator[str]":
    for words in part.evidence[:3]:
        yield f"    {words.field}: “{' '.join(words.quote.split())[:120]}”"


COMMANDS = (extract,)
