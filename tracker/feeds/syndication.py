"""Which items does an RSS, RDF or Atom feed hold?

feedparser reads them, from bytes only: it is never given an address or a file name. The bytes of
each item are cut out of the feed as they stand. A body without items is a failure of the source,
never "nothing new".
"""

import calendar
import io
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from time import struct_time
from typing import Any

import feedparser

from tracker.domain.announcements import FeedItem
from tracker.domain.canonical import canonical, digest
from tracker.errors import FetchError, InputError
from tracker.extraction.announcement_text import (
    DERIVED,
    ITEM_PART,
    field_text,
    item_id_in,
    text_of,
)
from tracker.extraction.text import printable
from tracker.feeds.fetch import utc_now
from tracker.feeds.slicing import slice_items

__all__ = ["MAX_ITEMS", "read_feed", "text_of"]

MAX_ITEMS = 5_000
MAX_AUTHOR_BYTES = 300
OLDEST = datetime(1990, 1, 1, tzinfo=UTC)
AHEAD = timedelta(days=2)
"""How far in the future a date may lie: clocks are wrong, and days begin earlier in the east."""

_PROLOG = 65536
_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]{0,60}:)?(?:rss|rdf|feed|channel)[\s>]", re.IGNORECASE)
_DECLARED = re.compile(
    rb"\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9._-]{1,40})"
)
_AUTHOR = re.compile(
    rb"<((?:[A-Za-z_][\w.-]{0,60}:)?(?:author|creator|managingEditor|webMaster|publisher|contributor"
    rb"|owner|name|email))(?:\s[^<>]{0,999})?(?<!/)>",
    re.IGNORECASE,
)
_MEDIA_TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml"}


def read_feed(
    body: bytes, *, content_type: str | None, base_url: str, now: datetime | None = None
) -> tuple[FeedItem, ...]:
    """Return the items in the order of the feed.

    ``base_url`` is where the feed lies (relative links lead from there); ``now`` is the instant
    of fetching, in UTC (default: the present), against which absurd dates are told. A date without
    an offset is read as UTC.

    Raises `FetchError` for a body without items (a login page, a captcha, an empty feed), for one
    that is cut off inside an item, declares entities, or holds more than 5,000 items.
    """
    _refuse_entities(body, base_url)
    slices = slice_items(body)
    if slices.cut_off:
        raise FetchError("the feed is cut off inside an item", url=base_url)
    _refuse_too_many(len(slices.items), base_url)
    parsed = _parse(body, content_type, base_url)
    entries = parsed.entries
    _refuse_too_many(len(entries), base_url)
    if not entries:
        raise FetchError(_nothing_found(body, parsed), url=base_url)
    bodies = _item_bytes(slices.items, parsed)
    latest = (now or utc_now()) + AHEAD
    return tuple(
        _item(entry, body=data, kind=kind, latest=latest)
        for entry, (data, kind) in zip(entries, bodies, strict=True)
    )


def _refuse_entities(body: bytes, url: str) -> None:
    """Refuse declared entities: they can blow up to any size, and no feed needs them."""
    head = body[:_PROLOG].replace(b"\0", b"")
    root = _ROOT.search(head)
    prolog = (head[: root.start()] if root else head).upper()
    if b"<!ENTITY" in prolog.partition(b"<!DOCTYPE")[2]:
        raise FetchError("the feed declares entities of its own, which are refused", url=url)


def _refuse_too_many(count: int, url: str) -> None:
    if count > MAX_ITEMS:
        raise FetchError(f"{count:,} items, more than {MAX_ITEMS:,}", url=url)


def _nothing_found(body: bytes, parsed: Any) -> str:
    head = body[:2000].lstrip().lower()
    if parsed.get("version"):
        return "no items found: the feed is empty or cut off"
    if head.startswith((b"<!doctype html", b"<html")) or b"<body" in head:
        return "no items found: this is a page, no feed (a login, a block or a moved feed?)"
    return "no items found: this is no feed"


def _parse(body: bytes, content_type: str | None, base_url: str) -> Any:
    headers = {"content-location": base_url}
    if _is_utf8(body):
        headers["content-type"] = "application/xml; charset=utf-8"
    elif content_type:
        headers["content-type"] = content_type
    stream = io.BytesIO(_without_long_authors(body))
    try:
        return feedparser.parse(stream, response_headers=headers)
    except Exception as error:  # on broken input it raises whatever it meets
        raise FetchError(f"the feed cannot be parsed ({error})", url=base_url) from error


def _is_utf8(body: bytes) -> bool:
    """Tell whether a feed that declares nothing else itself is UTF-8, whatever its server says.

    Servers often send a default charset; other encodings hardly ever make valid UTF-8.
    """
    declared = _DECLARED.match(body)
    if (declared and declared.group(1).lower() != b"utf-8") or b"\x1b" in body or b"\0" in body:
        return False
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _without_long_authors(body: bytes) -> bytes:
    """Empty the author fields that are no names, for the parser only.

    Its reading of them takes time with the square of their length (17 s for 64 KB); nothing here
    uses authors, and the stored bytes keep them.
    """
    kept: list[bytes] = []
    done = 0
    for found in _AUTHOR.finditer(body):
        if found.start() < done:
            continue
        if body.find(b"</", found.end(), found.end() + MAX_AUTHOR_BYTES) >= 0:
            continue
        stop = body.find(b"</" + found.group(1), found.end())
        stop = len(body) if stop < 0 else stop
        kept.append(body[done : found.end()])
        done = stop
    return b"".join((*kept, body[done:]))


def _item_bytes(slices: tuple[bytes, ...], parsed: Any) -> tuple[tuple[bytes, str], ...]:
    """Return bytes and content type of every entry: cut out, or its fields where that fails."""
    family = "atom" if str(parsed.get("version")).startswith("atom") else "rss"
    charset = parsed.get("encoding") or "utf-8"
    kind = f"{_MEDIA_TYPES[family]}; charset={charset}; {ITEM_PART}"
    entries = parsed.entries
    if len(slices) == len(entries) and all(map(_same_item, slices, entries, [kind] * len(slices))):
        return tuple((data, kind) for data in slices)
    return tuple((_derived(entry), DERIVED) for entry in entries)


def _same_item(data: bytes, entry: Mapping[str, Any], kind: str) -> bool:
    """Tell whether the cut-out bytes are those of the entry: their ids do not contradict."""
    there, here = item_id_in(data, kind), entry.get("id")
    return not there or not here or str(here).endswith(there) or there.endswith(str(here))


def _derived(entry: Mapping[str, Any]) -> bytes:
    fields = {key: printable(entry[key]) for key in ("id", "link", "title") if entry.get(key)}
    for key in ("published", "updated"):
        if _own(entry, key):
            fields[key] = printable(_own(entry, key))
    bodies = [printable(value) for value in _bodies(entry)]
    try:
        return canonical({**fields, "bodies": bodies})
    except InputError:  # pragma: no cover - printable() left nothing that JSON cannot hold
        return repr(sorted(fields.items())).encode()


def _bodies(entry: Mapping[str, Any]) -> tuple[str, ...]:
    told = [part.get("value") or "" for part in entry.get("content") or ()]
    return (*told, entry.get("summary") or "")


def _item(entry: Mapping[str, Any], *, body: bytes, kind: str, latest: datetime) -> FeedItem:
    text = text_of(body, kind)
    title = field_text(entry.get("title") or "").replace("\n", " ")
    own_id = item_id_in(body, kind) if ITEM_PART in kind else None
    url = _url(entry, own_id)
    return FeedItem(
        item_id=own_id or entry.get("id") or url or digest(f"{title}\n{text}".encode()),
        url=url,
        title=title,
        published_at=_published(entry, latest),
        content_type=kind,
        body=body,
        text=text,
    )


def _url(entry: Mapping[str, Any], own_id: str | None) -> str | None:
    """Return the link; feedparser makes one of any id, also of one that is no address."""
    made_of_id = entry.get("guidislink") and not entry.get("links")
    if made_of_id and own_id and not own_id.startswith(("http://", "https://")):
        return None
    return entry.get("link") or None


def _published(entry: Mapping[str, Any], latest: datetime) -> str | None:
    """Return the instant of publication, else of the last change, if it can be true."""
    for key in ("published_parsed", "updated_parsed"):
        moment = _moment(_own(entry, key))
        if moment is not None and OLDEST <= moment <= latest:
            return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return None


def _own(entry: Any, key: str) -> Any:
    """Return a field that the entry itself has; feedparser would borrow one from another."""
    return dict.get(entry, key)


def _moment(parts: struct_time | None) -> datetime | None:
    try:
        return None if parts is None else datetime.fromtimestamp(calendar.timegm(parts), UTC)
    except (ValueError, OverflowError, OSError):
        return None
