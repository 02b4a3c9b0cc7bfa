"""Which announcement does a file in a watched folder hold?"""

from dataclasses import replace

from tracker.domain.announcements import FeedItem
from tracker.domain.visits import Fault
from tracker.errors import FetchError
from tracker.extraction.pages.announcement_text import plain_type, text_of
from tracker.extraction.pages.documents import DOCUMENTS, Document, stored_documents
from tracker.extraction.pages.selecting import first, parsed
from tracker.feeds.charsets import charset, text
from tracker.feeds.impostors import refuse_impostor
from tracker.feeds.moments import date_of, zone_of
from tracker.feeds.pdf import is_pdf
from tracker.feeds.pdf import read as read_pdf
from tracker.feeds.tasks import Reading, Task

_PUBLISHED = (
    "meta[name=PubDate]@content",
    "meta[name=firstpublishedtime]@content",
    "meta[property='article:published_time']@content",
    "meta[name='dcterms.date']@content",
    "meta[name=date]@content",
)
"""Where pages themselves say when they were published."""


def read(task: Task) -> Reading:
    """Read a file by what it holds; ``task.item`` tells its name and the date of the file.

    Mails and documents of the Federal Register bring their own titles and dates.
    """
    assert task.item is not None
    name = task.item.title.lower()
    if is_pdf(task.body):
        return _pdf(task, task.item)
    if name.endswith(".eml"):
        from tracker.feeds.mail import read as read_mail

        return _named(read_mail(task), task.item)
    if name.endswith(".xml"):
        from tracker.feeds.federal_register import read as read_register

        return read_register(task)
    if name.endswith((".html", ".htm")):
        return _page(task, task.item)
    return Reading(items=(_plain(task, task.item),))


def _named(reading: Reading, file: FeedItem) -> Reading:
    """Keep the file's own name as the id: two files may hold the same mail."""
    (item,) = reading.items
    dated = item.published_at or file.published_at
    return Reading(
        items=(
            replace(
                item,
                item_id=file.item_id,
                published_at=dated,
                page="read",
                listing=file.listing,
            ),
        )
    )


def _plain(task: Task, file: FeedItem) -> FeedItem:
    encoding = charset(
        task.body,
        content_type=task.content_type,
        override=task.source.encoding,
        language=task.source.language,
    )
    shown = text(task.body, encoding, url=task.url)
    if not shown.strip():
        raise FetchError("the file is empty", url=task.url, fault=Fault.EMPTY)
    kind = plain_type(encoding)
    read = text_of(task.body, kind)
    title = read.partition("\n")[0][:300] or file.title
    return replace(file, title=title, content_type=kind, body=task.body, text=read, page="read")


def _page(task: Task, file: FeedItem) -> Reading:
    encoding = charset(
        task.body,
        content_type=task.content_type,
        override=task.source.encoding,
        language=task.source.language,
    )
    page = text(task.body, encoding, url=task.url)
    refuse_impostor(page, url=task.url)
    root = parsed(page)
    if root is None:
        raise FetchError("the file is empty", url=task.url, fault=Fault.EMPTY)
    published, notes = date_of(
        tuple(filter(None, (first(root, (one,)) for one in _PUBLISHED))),
        zone=zone_of(task.source.timezone),
        now=task.now,
    )
    kind = f"text/html; charset={encoding}"
    item = replace(
        file,
        title=first(root, ("h1", "title")) or file.title,
        published_at=published or file.published_at,
        content_type=kind,
        body=task.body,
        text=text_of(task.body, kind),
        page="read",
        notes=notes,
    )
    return Reading(items=(item,))


def _pdf(task: Task, file: FeedItem) -> Reading:
    reading = read_pdf(task)
    body = stored_documents(
        (Document(content_type="application/pdf", body=task.body, text=reading.text or ""),)
    )
    shown = text_of(body, DOCUMENTS)
    item = replace(
        file,
        title=shown.partition("\n")[0][:300] or file.title,
        content_type=DOCUMENTS,
        body=body,
        text=shown,
        page="read",
        notes=reading.notes,
    )
    return Reading(items=(item,))
