"""Which items does a JSON Feed hold? (versions 1 and 1.1)"""

import json
from datetime import UTC
from typing import Any

from tracker.domain.announcements import FeedItem
from tracker.domain.canonical import canonical, digest
from tracker.domain.visits import Fault
from tracker.errors import FetchError, InputError
from tracker.extraction.pages.announcement_text import DERIVED, field_text, text_of
from tracker.extraction.pages.text import printable
from tracker.feeds.charsets import charset, text
from tracker.feeds.entries import address, listing_of
from tracker.feeds.impostors import refuse_impostor
from tracker.feeds.moments import date_of
from tracker.feeds.tasks import Reading, Task

MAX_ITEMS = 5_000
_BODIES = ("content_html", "content_text", "summary")


def looks_like_json(body: bytes) -> bool:
    """Tell whether a body begins as a JSON object or list does."""
    return body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def read(task: Task) -> Reading:
    """Read a JSON Feed. Raises `FetchError` for what is none, and for one without items."""
    page = text(task.body, charset(task.body, content_type=task.content_type), url=task.url)
    try:
        told = json.loads(page.removeprefix("\ufeff"))
    except ValueError as error:
        if page.lstrip()[:1] == "<":
            refuse_impostor(page, url=task.url)
            raise FetchError(
                "no items found: this is a page or XML and no JSON Feed",
                url=task.url,
                fault=Fault.CONTENT_TYPE,
            ) from None
        raise FetchError(
            f"the feed cannot be parsed ({error})", url=task.url, fault=Fault.MALFORMED
        ) from None
    if not isinstance(told, dict) or not isinstance(told.get("items"), list):
        raise FetchError(
            "no items found: the answer is JSON, but no feed", url=task.url, fault=Fault.NO_ITEMS
        )
    listed = [one for one in told["items"] if isinstance(one, dict)]
    if len(listed) > MAX_ITEMS:
        raise FetchError(f"more than {MAX_ITEMS:,} items", url=task.url, fault=Fault.TOO_LARGE)
    if not listed and task.source.minimum_items > 0:
        raise FetchError("no items found: the feed is empty", url=task.url, fault=Fault.NO_ITEMS)
    onward = told.get("next_url")
    following = address(task.url, onward) if isinstance(onward, str) else None
    return Reading(items=tuple(_item(one, task) for one in listed), next=following, kind="json")


def _item(one: dict[str, Any], task: Task) -> FeedItem:
    title = field_text(_text(one.get("title"))).replace("\n", " ")
    link = _text(one.get("url")) or _text(one.get("external_url"))
    url = address(task.url, link) if link else None
    dates = tuple(filter(None, (_text(one.get("date_published")), _text(one.get("date_modified")))))
    published, notes = date_of(dates, zone=UTC, now=task.now)
    body = _stored(one)
    shown = text_of(body, DERIVED)
    return FeedItem(
        item_id=_own_id(one) or url or digest(f"{title}\n{shown}".encode()),
        url=url,
        title=title,
        published_at=published,
        content_type=DERIVED,
        body=body,
        text=shown,
        listing=listing_of(title=title, url=url, date=dates[0] if dates else None, summary=shown),
        notes=notes,
    )


def _own_id(one: dict[str, Any]) -> str | None:
    """Return the item's id; a number is one too, as the standard asks readers to take it."""
    told = one.get("id")
    return str(told) if isinstance(told, str | int | float) and str(told) else None


def _stored(one: dict[str, Any]) -> bytes:
    """Return a canonical JSON of the item: its texts where they are looked for, the rest beside."""
    told = {
        "title": printable(_text(one.get("title"))),
        "bodies": [printable(_text(one.get(key))) for key in _BODIES],
    }
    rest = {key: value for key, value in one.items() if key not in (*_BODIES, "title")}
    try:
        return canonical({**told, "item": rest})
    except InputError:  # a number that JSON can write and nobody can hold
        return canonical(told)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
