"""Which announcement does a mail hold? (a file that somebody saved, ``.eml``)"""

from collections.abc import Iterator
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime

from tracker.domain.announcements import FeedItem
from tracker.domain.visits import Fault
from tracker.errors import FetchError
from tracker.extraction.pages.announcement_text import text_of
from tracker.extraction.pages.documents import DOCUMENTS, Document, stored_documents
from tracker.feeds.charsets import charset
from tracker.feeds.entries import listing_of
from tracker.feeds.moments import believed
from tracker.feeds.pdf import read as read_pdf
from tracker.feeds.tasks import Reading, Task

MAX_PARTS = 50


def read(task: Task) -> Reading:
    """Read a mail: its text, the text of its PDF attachments, and the mail itself as it came."""
    message = BytesParser(policy=policy.default).parsebytes(task.body)
    assert isinstance(message, EmailMessage)
    subject = " ".join(str(message.get("Subject") or "").split())
    notes: list[str] = []
    parts = tuple(_parts(message, task, notes))
    if not subject and not parts:
        raise FetchError("the file is no mail", url=task.url, fault=Fault.MALFORMED)
    heading = Document(content_type="text/plain", text=subject)
    kept = Document(content_type="message/rfc822", body=task.body, read=False)
    body = stored_documents((heading, *parts, kept))
    published, remarks = believed(_date(message), now=task.now)
    identity = " ".join(str(message.get("Message-ID") or "").split())
    item = FeedItem(
        item_id=identity or task.url,
        url=None,
        title=subject or "(without a subject)",
        published_at=published,
        content_type=DOCUMENTS,
        body=body,
        text=text_of(body, DOCUMENTS),
        listing=listing_of(title=subject, url=None, date=published, summary=identity),
        notes=(*notes, *remarks),
    )
    return Reading(items=(item,))


def _date(message: EmailMessage) -> datetime | None:
    try:
        moment = parsedate_to_datetime(str(message.get("Date") or ""))
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _parts(message: EmailMessage, task: Task, notes: list[str]) -> Iterator[Document]:
    body = message.get_body(preferencelist=("html", "plain"))
    if isinstance(body, EmailMessage):
        yield _text_part(body)
    for part in list(message.iter_attachments())[:MAX_PARTS] if message.is_multipart() else ():
        name = str(part.get_filename() or part.get_content_type())
        data = part.get_payload(decode=True)
        if part.get_content_type() == "application/pdf" or name.lower().endswith(".pdf"):
            yield _pdf_part(bytes(data) if isinstance(data, bytes) else b"", name, task, notes)
        else:
            notes.append(f"the attachment {name[:80]} is kept inside the mail and was not read")


def _text_part(part: EmailMessage) -> Document:
    data = part.get_payload(decode=True)
    found = data if isinstance(data, bytes) else b""
    told = part.get_content_charset()
    encoding = charset(found, content_type=f"text/plain; charset={told}" if told else None)
    return Document(content_type=f"{part.get_content_type()}; charset={encoding}", body=found)


def _pdf_part(data: bytes, name: str, task: Task, notes: list[str]) -> Document:
    """Return the text of an attached PDF; its bytes lie in the mail already."""
    try:
        reading = read_pdf(Task(job="pdf", body=data, url=name, now=task.now, source=task.source))
    except FetchError as error:
        notes.append(f"{name[:80]}: {error.reason}")
        return Document(content_type="application/pdf", text=name)
    notes.extend(f"{name[:80]}: {note}" for note in reading.notes)
    return Document(content_type="application/pdf", text=f"{name}\n{reading.text or ''}")
