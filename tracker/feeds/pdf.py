"""Which text does a PDF hold?"""

import io
import logging
from itertools import islice

from tracker.domain.visits import Fault
from tracker.errors import FetchError
from tracker.feeds.tasks import Reading, Task

MAX_PAGES = 400
MAX_LETTERS = 2_000_000
NO_TEXT = "the PDF holds no text (a scan?); it is kept as it is"


def is_pdf(body: bytes, content_type: str | None = None) -> bool:
    """Tell whether these bytes are a PDF, whatever their address says."""
    return body[:1024].lstrip().startswith(b"%PDF-") or (
        (content_type or "").lower().startswith("application/pdf") and b"%PDF-" in body[:2048]
    )


def read(task: Task) -> Reading:
    """Read the text of a PDF, page by page.

    Raises `FetchError` for what is no PDF, or a locked one. A PDF without text gives none, and a
    note that says so.
    """
    if not is_pdf(task.body, task.content_type):
        raise FetchError("it is no PDF", url=task.url, fault=Fault.CONTENT_TYPE)
    from pypdf import PdfReader  # only the reader processes need it

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(task.body))
        if reader.is_encrypted and not reader.decrypt(""):
            return Reading(notes=("the PDF is locked with a password; it is kept as it is",))
        pages = [page.extract_text() for page in islice(reader.pages, MAX_PAGES)]
        count = len(reader.pages)
    except Exception as error:  # on broken files it raises whatever it meets
        raise FetchError(
            f"the PDF is damaged ({type(error).__name__})", url=task.url, fault=Fault.MALFORMED
        ) from None
    notes = () if count <= MAX_PAGES else (f"only {MAX_PAGES} of {count} pages were read",)
    text = "\n".join(pages)[:MAX_LETTERS]
    if not text.strip():
        return Reading(notes=(NO_TEXT, *notes))
    return Reading(text=text, notes=notes)
