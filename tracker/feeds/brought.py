"""Which announcement does a document hold that a person brings?"""

from datetime import datetime
from pathlib import PurePosixPath

from tracker.domain.announcements import FeedItem
from tracker.domain.facts import SourceAdded
from tracker.domain.visits import Fault
from tracker.errors import FetchError
from tracker.feeds.at_hand import refuse_no_text
from tracker.feeds.folder import KINDS
from tracker.feeds.readers import shared_readers
from tracker.feeds.tasks import Task


def brought_item(
    body: bytes,
    *,
    name: str,
    source: SourceAdded,
    now: datetime,
    url: str | None = None,
    content_type: str | None = None,
) -> FeedItem:
    """Read a document by its name and its bytes, as a file in a watched folder is read.

    ``url`` is where it was fetched from, ``content_type`` what the server called it. Raises
    `FetchError` for a kind that is not read, and for what is no document at all.
    """
    suffix = PurePosixPath(name).suffix.lower()
    kind = suffix if suffix in KINDS else _kind_of(content_type)
    if kind is None:
        raise FetchError(
            f"only {', '.join(KINDS)} can be read; save it as one of them",
            url=url or name,
            fault=Fault.CONTENT_TYPE,
        )
    if kind != ".pdf":
        refuse_no_text(body, url=url or name)
    file = FeedItem(
        item_id=url or name,
        url=url,
        title=f"{PurePosixPath(name).stem}{kind}",
        published_at=None,
        content_type=content_type or "",
        body=b"",
        text="",
    )
    task = Task(
        job="file",
        body=body,
        url=url or name,
        now=now,
        source=source,
        content_type=content_type,
        item=file,
    )
    return shared_readers().read(task).items[0]


def _kind_of(content_type: str | None) -> str | None:
    told = (content_type or "").lower()
    named = {"html": ".html", "pdf": ".pdf", "text/plain": ".txt", "xml": ".xml"}
    return next((kind for word, kind in named.items() if word in told), None)
