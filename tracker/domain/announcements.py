"""What is one item of a source, before anything is recorded?"""

from dataclasses import dataclass
from typing import Literal

ItemPage = Literal["none", "read", "unchanged", "not_wanted", "failed"]
"""What came of the page that an item of a list links to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """One item as its source published it.

    ``item_id`` is the source's own id, else the link, else a SHA-256 of title and text.
    ``published_at`` is an instant in UTC (``2025-11-07T01:00:00Z``), ``None`` where the source
    gives none that can be true. ``body`` are the exact bytes of the item, ``content_type`` says
    how to read them, and ``text`` is what is read in them
    (`tracker.extraction.pages.announcement_text.text_of`); offsets of evidence count its
    characters.

    ``page`` says what came of the page that the item links to: ``none`` where the source's entry
    is the whole announcement, ``read`` where ``body`` is that page. In the other cases ``body`` is
    only the entry in the list: with ``unchanged`` and ``not_wanted`` whatever is held of the item
    stays as it is, with ``failed`` the page could not be read now and the entry is all there is.
    ``page_url`` is where that page lies if not at ``url``: an interface for programs may hold it.
    ``listing`` is the SHA-256 of the entry (title, link, date, summary), the same as long as the
    publisher does not touch the entry. ``gone`` says that the publisher marks the copy as
    withdrawn or removed, in the publisher's words: a fact about the copy, never about a rule.
    ``notes`` tell what was not believed, such as an absurd date.
    """

    item_id: str
    url: str | None
    title: str
    published_at: str | None
    content_type: str
    body: bytes
    text: str
    page: ItemPage = "none"
    page_url: str | None = None
    listing: str | None = None
    gone: str | None = None
    notes: tuple[str, ...] = ()
