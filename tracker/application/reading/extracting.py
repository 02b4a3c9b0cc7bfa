"""What does one document say that somebody has at hand? (nothing is recorded)"""

from datetime import date
from pathlib import PurePath

from tracker.application.known_acts import catalogue
from tracker.application.library import Library
from tracker.domain.records import Authority
from tracker.domain.rulebook import Field
from tracker.extraction.announcement_text import text_of
from tracker.extraction.extract import extract
from tracker.extraction.extracted import Extraction, Language

CONTENT_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".xml": "text/html",
    ".txt": "text/plain",
}
"""What the ending of a file's name says about its bytes; others are looked at."""


class Extracting:
    """Reads documents with the words of a field and what is recorded."""

    def __init__(self, library: Library, field: Field) -> None:
        self.library = library
        self.field = field

    def read(
        self,
        body: bytes,
        *,
        name: str,
        published_on: date | None = None,
        authority: Authority | None = None,
        language: Language | None = None,
    ) -> Extraction:
        """Read the bytes of a document; the ending of ``name`` tells whether they are a page."""
        kind = CONTENT_TYPES.get(PurePath(name).suffix.lower(), "application/octet-stream")
        with self.library.reading() as register:
            known = catalogue(register, self.field)
        return extract(
            text_of(body, kind),
            published_on=published_on,
            authority=authority,
            language=language,
            known=known,
        )
