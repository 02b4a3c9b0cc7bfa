"""What is one item of a source, before anything is recorded?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """One item as its source published it.

    ``item_id`` is the source's own id, else the link, else a SHA-256 of title and text.
    ``published_at`` is an instant in UTC (``2025-11-07T01:00:00Z``), ``None`` where the source
    gives none that can be true. ``body`` are the exact bytes of the item, ``content_type`` says
    how to read them, and ``text`` is what `tracker.extraction.announcement_text.text_of` reads in
    them: offsets of evidence count its characters.
    """

    item_id: str
    url: str | None
    title: str
    published_at: str | None
    content_type: str
    body: bytes
    text: str
