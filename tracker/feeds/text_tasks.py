"""How does a reader process answer what texts say?"""

from functools import lru_cache

import msgspec

from tracker.extraction.names.catalogue import Catalogue
from tracker.extraction.text_read import Text, TextRead, read_text
from tracker.feeds.tasks import Answers, Questions


def answered(questions: Questions) -> Answers:
    """Read the texts.

    What an act says holds values of any shape, which do not pass unchanged from one process to
    another: an act is left to whoever asked. Nor does a text travel back that was just sent.
    """
    known = _catalogue(questions.known)
    return Answers(reads=tuple(_without_text(text, known) for text in questions.texts))


def with_texts(answers: Answers, texts: tuple[Text, ...]) -> tuple[TextRead | None, ...]:
    """Return answers with the texts that they are about."""
    return tuple(
        read and _about(read, text.text) for read, text in zip(answers.reads, texts, strict=True)
    )


def _without_text(text: Text, known: Catalogue) -> TextRead | None:
    read = read_text(text, known=known)
    found = read.extraction
    if found.klass == "act" or read.fault is not None or found.text != text.text:
        return None
    return _about(read, "")


def _about(read: TextRead, text: str) -> TextRead:
    extraction = msgspec.structs.replace(read.extraction, text=text)
    return msgspec.structs.replace(read, extraction=extraction)


@lru_cache(maxsize=1)
def _catalogue(packed: bytes) -> Catalogue:
    return msgspec.msgpack.decode(packed, type=Catalogue)
