"""What does one document say that somebody has at hand? (nothing is recorded)"""

from collections.abc import Callable
from datetime import date

from tracker.application.known_acts import catalogue
from tracker.application.library import Library
from tracker.domain.records import Authority
from tracker.domain.rulebook import Field
from tracker.extraction.extract import extract
from tracker.extraction.extracted import Extraction, Language

TextOf = Callable[[bytes, str, Language | None], str]
"""Returns the text of a document from its bytes, its name and, where that is told, its language;
raises `tracker.errors.FetchError` for what is no text."""


class Extracting:
    """Reads documents with the words of a field and what is recorded."""

    def __init__(self, library: Library, field: Field, text_of: TextOf) -> None:
        self.library = library
        self.field = field
        self._text_of = text_of

    def read(
        self,
        body: bytes,
        *,
        name: str,
        published_on: date | None = None,
        authority: Authority | None = None,
        language: Language | None = None,
    ) -> Extraction:
        """Read the bytes of a document; the ending of ``name`` tells whether they are a page.

        Raises `FetchError`, in words that say what to do, for what is no text.
        """
        text = self._text_of(body, name, language)
        with self.library.reading() as register:
            known = catalogue(register, self.field)
        return extract(
            text,
            published_on=published_on,
            authority=authority,
            language=language,
            known=known,
        )
