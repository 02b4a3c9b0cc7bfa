"""Which text does a file hold that somebody has at hand, whatever it is called?"""

from datetime import datetime
from pathlib import PurePath

from tracker.domain.announcements import FeedItem
from tracker.domain.facts import SourceAdded
from tracker.domain.visits import Fault
from tracker.errors import FetchError
from tracker.extraction.pages.announcement_text import COLUMNS_PART, text_of
from tracker.feeds.charsets import charset, text
from tracker.feeds.tasks import Task

CONTENT_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".xml": "text/html",
    ".txt": f"text/plain; {COLUMNS_PART}",
}
"""What the ending of a file's name says about its bytes; others are looked at."""

_UNSET = "application/octet-stream"
_NOBODY = SourceAdded(id="file", url="file:")
"""The file is nobody's announcement yet: it is read as one of a source that tells nothing."""

_SAVE_IT = "save its text as .txt, .html or .pdf"
_OTHERS = (
    (b"\x1f\x8b", "it is compressed (gzip): unpack it first"),
    (b"BZh", "it is compressed (bzip2): unpack it first"),
    (b"\xfd7zXZ", "it is compressed (xz): unpack it first"),
    (b"PK\x03\x04", f"it is an archive, or an office document, which is one: {_SAVE_IT}"),
    (b"PK\x05\x06", f"it is an archive, or an office document, which is one: {_SAVE_IT}"),
    (b"\xd0\xcf\x11\xe0", f"it is an older office document: {_SAVE_IT}"),
    (b"{\\rtf", f"it is an RTF document: {_SAVE_IT}"),
)
"""How files begin that hold text in a form that we do not read, and what to do with them."""

_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<", b"\0\0\0<")
"""How texts begin whose letters have two bytes or more, most of them zero."""

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_CONTROLS_BORNE = 8
_CONTROLS_SHARE = 0.01


def text_at_hand(body: bytes, *, name: str, now: datetime, language: str | None = None) -> str:
    """Return the text of a document; its name tells whether it is a page, a mail or plain text.

    ``now`` is an instant in UTC. An empty document has an empty text. Raises `FetchError`, in
    words that say what to do, for what is no text, a damaged PDF, and one without text.
    """
    from tracker.feeds.pdf import NO_TEXT, is_pdf

    suffix = PurePath(name).suffix.lower()
    if is_pdf(body):
        found = _read_apart(body, name, now)
        if not found.strip():
            raise FetchError(NO_TEXT.partition(";")[0], url=name, fault=Fault.EMPTY)
        return found
    if suffix == ".eml":
        return _read_apart(body, name, now)
    refuse_no_text(body, url=name)
    encoding = charset(body, language=language)
    text(body, encoding, url=name)
    return text_of(body, f"{CONTENT_TYPES.get(suffix, _UNSET)}; charset={encoding}")


def refuse_no_text(body: bytes, *, url: str) -> None:
    """Raise `FetchError` for bytes that are no text, such as an archive or a picture."""
    for mark, words in _OTHERS:
        if body.startswith(mark):
            raise FetchError(words, url=url, fault=Fault.CONTENT_TYPE)
    if body.startswith(_WIDE):
        return
    controls = len(body) - len(body.translate(None, _CONTROLS))
    if controls > max(_CONTROLS_BORNE, _CONTROLS_SHARE * len(body)):
        raise FetchError(f"it is no text; {_SAVE_IT}", url=url, fault=Fault.CONTENT_TYPE)


def _read_apart(body: bytes, name: str, now: datetime) -> str:
    """Read a document in a process of its own, where a hostile one harms nobody."""
    from tracker.feeds.readers import shared_readers

    file = FeedItem(
        item_id=name,
        url=None,
        title=name,
        published_at=None,
        content_type="",
        body=b"",
        text="",
    )
    task = Task(job="file", body=body, url=name, now=now, source=_NOBODY, item=file)
    return shared_readers().read(task).items[0].text
