"""What stands on the pages that the items of a list link to, and in the files beside them?"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tracker.domain.announcements import FeedItem
from tracker.domain.visits import Fault
from tracker.errors import FetchError
from tracker.extraction.pages.announcement_text import text_of
from tracker.extraction.pages.documents import DOCUMENTS, Document, documents_in, stored_documents
from tracker.feeds.federal_register import full_text_link
from tracker.feeds.govuk import api_address
from tracker.feeds.pdf import is_pdf
from tracker.feeds.rounds import Round, not_wanted
from tracker.feeds.tasks import Link, Reading
from tracker.ports import Fetched

MAX_PAGES = 150
"""So many linked pages are read in one poll; the others come with the next one."""

MAX_FAILURES = 5
"""After so many failures in a row nothing more is asked for in this poll."""

_STOPPING = (429, 503)
_GONE = 410

JOBS = {"federal-register": "federal-register-document", "govuk": "govuk-document"}
"""How a linked page is read where it is no ordinary one."""


def link_of(item: FeedItem, kind: str) -> str | None:
    """Return the address of the page behind an item."""
    if kind == "federal-register":
        return full_text_link(item)
    return api_address(item.url) if kind == "govuk" else item.url


@dataclass(slots=True)
class LinkedPages:
    """Reads the pages behind the items of one poll."""

    round: Round
    wanted: Callable[[FeedItem], bool]
    complete: bool = True
    read: int = 0
    failures: int = 0
    stopped: bool = False
    items: list[FeedItem] = field(default_factory=list)

    def take(self, item: FeedItem) -> None:
        """Add an item, with its page if that is wanted and there."""
        link = link_of(item, self.round.source.kind)
        if link is None:
            self.items.append(item)
        elif not self.wanted(item):
            self.items.append(not_wanted(item))
        elif self.stopped or self.read >= MAX_PAGES:
            self.complete = False  # left out: a later poll brings it
        else:
            self.items.append(self._with_page(item, link))

    def _with_page(self, item: FeedItem, link: str) -> FeedItem:
        self.read += 1
        try:
            found = self._page(item, link)
        except FetchError as error:
            return self._failed(item, error)
        self.failures = 0
        return found

    def _failed(self, item: FeedItem, error: FetchError) -> FeedItem:
        if error.status == _GONE and self.round.source.kind == "govuk":
            return replace(item, page="unchanged", gone="removed")
        self.failures += 1
        self.complete = False
        self.stopped = error.status in _STOPPING or self.failures >= MAX_FAILURES
        return replace(item, page="failed", notes=(*item.notes, f"its page: {error.reason}"))

    def _page(self, item: FeedItem, link: str) -> FeedItem:
        answer = self.round.fetched(link)
        if answer is None:
            return replace(item, page="unchanged")
        self.round.refuse_home(answer)
        if is_pdf(answer.body, answer.content_type):
            return _of_documents(item, (), (self._pdf(answer),))
        reading = self._reading(item, answer)
        found = reading.items[0] if reading.items else item
        attached = tuple(filter(None, (self._attached(one) for one in reading.links)))
        return _of_documents(found, _own_documents(found), attached) if attached else found

    def _reading(self, item: FeedItem, answer: Fetched) -> Reading:
        """Read a page; where it only sends its readers on, go there once."""
        job = JOBS.get(self.round.source.kind, "page")
        reading = self.round.read(job, answer, item=item)
        if reading.onward is None:
            return reading
        onward = self.round.anew(reading.onward)
        self.round.refuse_home(onward)
        if is_pdf(onward.body, onward.content_type):
            return Reading(items=(_of_documents(item, (), (self._pdf(onward),)),))
        second = self.round.read(job, onward, item=item)
        if second.onward is not None:
            words = "the page only leads to other pages"
            raise self.round.refused(onward, Fault.NO_ITEMS, words)
        return second

    def _attached(self, link: Link) -> Document | None:
        """Fetch and read a file that belongs to an announcement; one that fails comes later."""
        try:
            return self._pdf(self.round.anew(link.url), named=link.text)
        except FetchError:
            self.complete = False
            return None

    def _pdf(self, answer: Fetched, *, named: str = "") -> Document:
        reading = self.round.read("pdf", answer)
        text = "\n".join(filter(None, (named, reading.text or "")))
        return Document(
            content_type="application/pdf", body=answer.body, text=text, url=answer.final_url
        )


def _own_documents(item: FeedItem) -> tuple[Document, ...]:
    if item.content_type == DOCUMENTS:
        return documents_in(item.body)
    return (Document(content_type=item.content_type, body=item.body, url=item.url),)


def _of_documents(
    item: FeedItem, own: tuple[Document, ...], attached: tuple[Document, ...]
) -> FeedItem:
    """Return an item that is made of its page and the files beside it."""
    heading = () if own else (Document(content_type="text/plain", text=item.title),)
    body = stored_documents((*heading, *own, *attached))
    return replace(
        item, content_type=DOCUMENTS, body=body, text=text_of(body, DOCUMENTS), page="read"
    )
