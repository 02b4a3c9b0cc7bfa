"""What is read in one text, before anything is looked up in the log?"""

from datetime import date

import msgspec

from tracker.domain.records import Authority
from tracker.extraction.extract import extract
from tracker.extraction.extracted import Extraction
from tracker.extraction.names.catalogue import Catalogue
from tracker.extraction.names.citations import Citation, find_citations, unknown_numbers
from tracker.extraction.names.notices import notice_number

COPYING = ("issuer", "official")
"""Authorities whose texts can be a notice itself; what others write is about it."""


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """A text to read: its legal day, where that is known, and the standing of its source."""

    text: str
    published_on: date | None = None
    authority: Authority | None = None


class TextRead(msgspec.Struct, frozen=True, kw_only=True):
    """What a text says.

    ``fault`` is why the reader failed on it; ``unresolved`` are the numbers of acts that nothing
    known bears, the text's own left out; ``notice`` is the document number that it bears itself,
    ``None`` also for a text that can be no notice.
    """

    extraction: Extraction
    fault: str | None = None
    citations: tuple[Citation, ...] = ()
    unresolved: tuple[str, ...] = ()
    notice: str | None = None


def read_text(text: Text, *, known: Catalogue) -> TextRead:
    """Read a text; the same text and the same known acts always give the same.

    A fault of ours must not cost a poll the announcements that it brought: it is told.
    """
    try:
        return _read(text, known)
    except Exception as error:
        fault = f"the reader failed on this text ({type(error).__name__}); read it yourself"
        nothing = Extraction(text=text.text, language="en", klass=None)
        return TextRead(extraction=nothing, fault=fault)


def _read(text: Text, known: Catalogue) -> TextRead:
    found = extract(
        text.text, published_on=text.published_on, authority=text.authority, known=known
    )
    copying = text.authority in COPYING
    return TextRead(
        extraction=found,
        citations=find_citations(text.text, catalogue=known, published_on=text.published_on),
        unresolved=_unresolved(text.text, known, found),
        notice=notice_number(text.text, catalogue=known) if copying else None,
    )


def _unresolved(text: str, known: Catalogue, found: Extraction) -> tuple[str, ...]:
    """Return the numbers of acts that no record bears; the act's own is no riddle."""
    own = found.instrument.number if found.instrument else None
    numbers = dict.fromkeys(number.quote for number in unknown_numbers(text, catalogue=known))
    return tuple(number for number in numbers if number != own)
