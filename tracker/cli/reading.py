"""The command that reads one document: extract."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.options import database_options, format_option, opened, print_json
from tracker.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.extraction.extracted import Extraction

AUTHORITIES = ("issuer", "official", "press", "commentary")
LANGUAGES = ("zh", "en")


class _Document(click.Path):
    """A file that can be read, or ``-`` for what comes in on standard input."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if str(value).startswith(("http://", "https://")):
            told = "is an address: save the page as a file, or store it with tracker review add"
            self.fail(f"{value!r} {told}", param, ctx)
        return super().convert(value, param, ctx)


@click.command()
@click.argument(
    "file", type=_Document(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
)
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

    FILE is a page, a text, a PDF or a saved mail; - stands for standard input.

    Example: tracker extract notice.html --source-authority issuer --format json
    """
    from tracker.domain.days import parse_day
    from tracker.extraction.extracted import as_answer

    day = parse_day(published) if published else None
    with opened(database, config) as tracker:
        found = tracker.extracting.read(
            _bytes_of(file),
            name=file.name,
            published_on=day,
            authority=authority,
            language=lang,
        )
    if not found.text.strip():
        click.echo(f"{file}: there is no text in it", err=True)
    if shape == "json":
        print_json(as_answer(found))
        return
    for line in _lines(found):
        click.echo(line)


def _bytes_of(file: Path) -> bytes:
    if str(file) == "-":
        return sys.stdin.buffer.read()
    try:
        return file.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=str(file)) from None


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
    if act is not None and not found.measures and not found.effects:
        yield "an act, but nothing was found that it imposes or changes: read it yourself"


def _days(part: Any) -> str:
    through = f" through {part.through}" if part.through else ""
    return f"from {part.from_ or 'a day not told'}{through}"


def _quotes(part: Any) -> "Iterator[str]":
    for words in part.evidence[:3]:
        yield f"    {words.field}: “{' '.join(words.quote.split())[:120]}”"


COMMANDS = (extract,)
