"""How does what a list tells of one item become an item?"""

import re
from urllib.parse import urldefrag, urljoin, urlsplit

import orjson

from tracker.domain.announcements import FeedItem
from tracker.domain.canonical import canonical, digest
from tracker.extraction.pages.announcement_text import DERIVED, text_of
from tracker.extraction.pages.text import printable

_SESSION = re.compile(r";jsessionid=[^?#]*", re.IGNORECASE)


def address(base: str, link: str) -> str | None:
    """Return the absolute http(s) address of a link; ``None`` where it leads to nothing of such."""
    told = re.sub(r"[\t\r\n]", "", link.strip())
    if not told or told.startswith("#"):
        return None
    try:
        found = urldefrag(urljoin(base, told)).url
        parts = urlsplit(found)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    return _SESSION.sub("", found.replace(" ", "%20"))


def entry(
    *,
    title: str,
    url: str | None,
    published_at: str | None,
    summary: str = "",
    item_id: str | None = None,
    told_date: str | None = None,
    gone: str | None = None,
    notes: tuple[str, ...] = (),
) -> FeedItem:
    """Return an item whose body is a canonical JSON of what the list tells of it.

    ``told_date`` is the date as written. Without an id of its own an item is known by its address,
    without one by its title and summary.
    """
    fields: dict[str, object] = {"title": printable(title), "bodies": [printable(summary)]}
    if url:
        fields["link"] = url
    if told_date:
        fields["published"] = printable(told_date)
    if item_id:
        fields["id"] = printable(item_id)
    body = canonical(fields)
    return FeedItem(
        item_id=item_id or url or digest(f"{title}\n{summary}".encode()),
        url=url,
        title=title,
        published_at=published_at,
        content_type=DERIVED,
        body=body,
        text=text_of(body, DERIVED),
        listing=listing_of(title=title, url=url, date=told_date, summary=summary),
        gone=gone,
        notes=notes,
    )


def listing_of(*, title: str, url: str | None, date: str | None, summary: str) -> str:
    """Return the SHA-256 of an entry: the same as long as the publisher does not touch it."""
    told = [" ".join((part or "").split()) for part in (title, url, date, summary)]
    return digest(orjson.dumps([printable(part) for part in told]))
