"""How is a sentence shown in its place in the source text?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.application.answers.excerpts import UNREAD, Excerpt, Piece
from tracker.application.answers.measure_file import Sentences
from tracker.domain.republishing import ELLIPSIS, republished
from tracker.rendering import labels
from tracker.rendering.addresses import Addresses
from tracker.rendering.neutral import Laid, neutral
from tracker.rendering.page import Link
from tracker.rendering.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceView:
    """A run of a text; ``marked`` words are evidence of what ``label`` says.

    ``unread`` words were understood by no rule.
    """

    text: str
    marked: bool = False
    unread: bool = False
    label: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """A stretch of a text with the words that count; ``stored`` leads to its place there.

    ``warning`` says that it does not stand where the record says, ``withheld`` that its source does
    not let it be repeated.
    """

    pieces: tuple[PieceView, ...]
    stored: str | None
    stored_text: str
    original: Link | None
    warning: str | None = None
    withheld: str | None = None


def quote_views(
    words: Words, found: Iterable[Sentences], addresses: Addresses
) -> tuple[QuoteView, ...]:
    """Return the sentences, each with a link to its place and to the original."""
    return tuple(view for one in found for view in _quotes(words, one, addresses))


def _quotes(words: Words, one: Sentences, addresses: Addresses) -> Iterator[QuoteView]:
    original = labels.link(one.url) if one.url else None
    stored_text = words("measure.stored")
    for excerpt in one.excerpts:
        first = next(_anchors(excerpt), "")
        yield QuoteView(
            pieces=pieces_of(words, excerpt),
            stored=addresses.announcement(one.announcement, part=first),
            stored_text=stored_text,
            original=original,
        )
    for passage in one.loose:
        shown = republished(passage.quote, one.rule)
        label = field_label(words, passage.field)
        yield QuoteView(
            pieces=(PieceView(text=shown or "", marked=True, label=label),),
            stored=addresses.announcement(one.announcement) if one.announcement else None,
            stored_text=stored_text,
            original=original,
            warning=None if passage.found else words("measure.not_found"),
            withheld=words("measure.withheld") if shown is None else None,
        )


def pieces_of(words: Words, excerpt: Excerpt, *, laid: bool = False) -> tuple[PieceView, ...]:
    """Return an excerpt in pieces; ``laid`` keeps the lines of the text, and gives anchors."""
    pieces = tuple(_pieces(words, excerpt, laid=laid))
    before = () if excerpt.opens else (_CUT,)
    after = () if excerpt.closes else (_CUT,)
    return (*before, *pieces, *after)


_CUT = PieceView(text=ELLIPSIS)


def _pieces(words: Words, excerpt: Excerpt, *, laid: bool) -> Iterator[PieceView]:
    start, told = excerpt.start, ""
    for piece in excerpt.pieces:
        label = words.listed(_labels(words, piece)) if piece.fields else ""
        unread = piece.fields == (UNREAD,)
        yield PieceView(
            text=laid_text(piece.text) if laid else _in_line(piece.text),
            marked=bool(piece.fields) and not unread,
            unread=unread,
            label=label if label and label != told else None,
            anchor=f"at-{start}" if laid and piece.fields else None,
        )
        told = label
        start += len(piece.text)


def _labels(words: Words, piece: Piece) -> Iterator[str]:
    yield from dict.fromkeys(
        label for name in piece.fields if (label := field_label(words, name)) is not None
    )


def field_label(words: Words, name: str | None) -> str | None:
    """Return what a field is called that rests on a sentence, ``None`` for one without a name."""
    if name is None or name == "text":
        return None
    first = name.partition(".")[0].partition("[")[0]
    for key in (f"quoted_field.{first}", f"term.{first}"):
        if words.has(key):
            return words(key)
    return neutral(first.replace("_", " "))


def _anchors(excerpt: Excerpt) -> Iterator[str]:
    start = excerpt.start
    for piece in excerpt.pieces:
        if piece.fields:
            yield f"at-{start}"
        start += len(piece.text)


def _in_line(text: str) -> str:
    """Return a run in one line, its outer blanks kept as one."""
    lead = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() and text.strip() else ""
    return Laid(f"{lead}{neutral(text).strip()}{tail}")


def laid_text(text: str) -> Laid:
    """Return a text whose lines stay, each of them harmless; its outer blanks stay as one."""
    return Laid("\n".join(_in_line(line) for line in text.split("\n")))
