"""Which items does an RSS, RDF or Atom feed hold?

feedparser reads them, from bytes only: it is never given an address or a file name. The bytes of
each item are cut out of the feed as they stand. A body without items is a failure of the source,
never "nothing new".
"""

import calendar
import io
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from time import struct_time
from typing import Any, NamedTuple

import feedparser

from tracker.domain.announcements import FeedItem
from tracker.domain.canonical import canonical, digest
from tracker.domain.visits import Fault
from tracker.errors import FetchError, InputError
from tracker.extraction.pages.announcement_text import (
    DERIVED,
    ITEM_PART,
    field_text,
    item_parts,
    text_of,
)
from tracker.extraction.pages.text import printable
from tracker.feeds.charsets import charset, text
from tracker.feeds.entries import listing_of
from tracker.feeds.impostors import refuse_impostor
from tracker.feeds.json_feed import looks_like_json
from tracker.feeds.json_feed import read as read_json
from tracker.feeds.moments import Believed, believed
from tracker.feeds.slicing import slice_items
from tracker.feeds.tasks import Reading, Task

__all__ = ["MAX_ITEMS", "read", "read_feed", "text_of"]

MAX_ITEMS = 5_000
MAX_AUTHOR_BYTES = 300

_PROLOG = 65536
_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]{0,60}:)?(?:rss|rdf|feed|channel)[\s>]", re.IGNORECASE)
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_HARMLESS = re.compile(
    rb"<!ENTITY\s{1,99}[\w.-]{1,60}\s{1,99}"
    rb"(?:\"(?:&#\w{1,8};|[^&%\"<>]){0,200}\"|'(?:&#\w{1,8};|[^&%'<>]){0,200}')\s{0,99}>",
    re.IGNORECASE,
)
MAX_ENTITIES = 300
"""The names of all letters of HTML are some 250."""

_AUTHOR = re.compile(
    rb"<((?:[A-Za-z_][\w.-]{0,60}:)?(?:author|creator|managingEditor|webMaster|publisher|contributor"
    rb"|owner|name|email))(?:\s[^<>]{0,999})?(?<!/)>",
    re.IGNORECASE,
)
_WIDE = ("utf-16", "utf-32")
_PAGES = ("http://", "https://")
_MEDIA_TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml"}


def read(task: Task) -> Reading:
    """Read a feed of whichever family: what calls itself RSS may turn out to be JSON."""
    if looks_like_json(task.body):
        return read_json(task)
    items = read_feed(
        task.body,
        content_type=task.content_type,
        base_url=task.url,
        now=task.now,
        encoding=task.source.encoding,
        language=task.source.language,
        least=task.source.minimum_items,
    )
    return Reading(items=items, complete=_closed(task.body), kind="rss")


def read_feed(
    body: bytes,
    *,
    content_type: str | None,
    base_url: str,
    now: datetime | None = None,
    encoding: str | None = None,
    language: str | None = None,
    least: int = 1,
) -> tuple[FeedItem, ...]:
    """Return the items in the order of the feed.

    ``base_url`` is where the feed lies (relative links lead from there); ``now`` is the instant
    of fetching, in UTC (default: the present), against which absurd dates are told. A date without
    an offset is read as UTC. ``encoding`` overrides what the feed says of itself.

    Raises `FetchError` for a body that is no feed (a sign-in page, a captcha), one without items
    unless ``least`` is 0, and one that is cut off inside an item, declares entities, or holds more
    than 5,000 items.
    """
    told = charset(body, content_type=content_type, override=encoding, language=language)
    wide = told.startswith(_WIDE)
    feed = text(body, told, url=base_url).removeprefix("\ufeff").encode() if wide else body
    _refuse_entities(feed, base_url)
    slices = slice_items(feed)
    if slices.cut_off:
        raise FetchError("the feed is cut off inside an item", url=base_url, fault=Fault.TRUNCATED)
    _refuse_too_many(len(slices.items), base_url)
    parsed = _parse(feed, "utf-8" if wide else told, base_url)
    entries = parsed.entries
    _refuse_too_many(len(entries), base_url)
    if not entries and (least > 0 or not parsed.get("version")):
        raise _nothing_found(feed, parsed, "utf-8" if wide else told, base_url)
    present, based = now or datetime.now(UTC), b"xml:base" in feed
    return tuple(
        _item(entry, cut, now=present, based=based)
        for entry, cut in zip(entries, _cuts(slices.items, parsed, exact=not wide), strict=True)
    )


def _closed(body: bytes) -> bool:
    """Tell whether the feed's outermost element is closed; if not, the rest is still to come."""
    root = _ROOT.search(body[:_PROLOG])
    if root is None:
        return True
    name = re.escape(root.group().strip(b"<> \t\r\n/"))
    return re.search(rb"</" + name + rb"\s{0,99}>", body[-_PROLOG:], re.IGNORECASE) is not None


def _refuse_entities(body: bytes, url: str) -> None:
    """Refuse declared entities that lead elsewhere or hold others: they can grow to any size."""
    head = body[:_PROLOG].replace(b"\0", b"")
    root = _ROOT.search(head)
    prolog = head[: root.start()] if root else head
    declared = len(_ENTITY.findall(prolog))
    if declared > MAX_ENTITIES or declared > len(_HARMLESS.findall(prolog)):
        raise FetchError(
            "the feed declares entities of its own, which are refused",
            url=url,
            fault=Fault.MALFORMED,
        )


def _refuse_too_many(count: int, url: str) -> None:
    if count > MAX_ITEMS:
        raise FetchError(
            f"{count:,} items, more than {MAX_ITEMS:,}", url=url, fault=Fault.TOO_LARGE
        )


def _nothing_found(body: bytes, parsed: Any, encoding: str, url: str) -> FetchError:
    """Return why there is nothing: an empty feed, a page instead of one, or something else."""
    if parsed.get("version") or _ROOT.search(body[:_PROLOG]):
        words = "no items found: the feed is empty or cut off"
        return FetchError(words, url=url, fault=Fault.NO_ITEMS)
    head = body[:2000].lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")) or b"<body" in head or b"<title" in head:
        refuse_impostor(text(body, encoding, url=url), url=url)
        words = "no items found: this is a page, no feed (a login, a block or a moved feed?)"
        return FetchError(words, url=url, fault=Fault.CONTENT_TYPE)
    return FetchError("no items found: this is no feed", url=url, fault=Fault.NO_ITEMS)


def _parse(body: bytes, encoding: str, base_url: str) -> Any:
    headers = {"content-location": base_url, "content-type": f"application/xml; charset={encoding}"}
    stream = io.BytesIO(_without_long_authors(body))
    try:
        return feedparser.parse(
            stream, response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except Exception as error:  # on broken input it raises whatever it meets
        raise FetchError(
            f"the feed cannot be parsed ({error})", url=base_url, fault=Fault.MALFORMED
        ) from error


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


class _Cut(NamedTuple):
    """An item's bytes with their content type, and what stands in them."""

    body: bytes
    kind: str
    own_id: str | None
    shown: str


def _cuts(slices: tuple[bytes, ...], parsed: Any, *, exact: bool) -> tuple[_Cut, ...]:
    """Return the bytes of every entry: cut out, or made of its fields where that fails.

    ``exact`` says that the slices are bytes of the feed as it came, and not of another encoding.
    """
    family = "atom" if str(parsed.get("version")).startswith("atom") else "rss"
    charset = parsed.get("encoding") or "utf-8"
    kind = f"{_MEDIA_TYPES[family]}; charset={charset}; {ITEM_PART}"
    entries = parsed.entries
    if len(slices) == len(entries):
        cuts = tuple(_Cut(data, kind, *item_parts(data, kind)) for data in slices)
        if all(map(_same_item, cuts, entries)):
            if exact:
                return cuts
            return tuple(map(_made_of_fields, entries, (cut.own_id for cut in cuts)))
    return tuple(_made_of_fields(entry, None) for entry in entries)


def _made_of_fields(entry: Mapping[str, Any], own_id: str | None) -> _Cut:
    data = _derived(entry)
    return _Cut(data, DERIVED, own_id, text_of(data, DERIVED))


def _same_item(cut: _Cut, entry: Mapping[str, Any]) -> bool:
    """Tell whether the cut-out bytes are those of the entry: their ids do not contradict."""
    there, here = cut.own_id, entry.get("id")
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


def _item(entry: Mapping[str, Any], cut: _Cut, *, now: datetime, based: bool = False) -> FeedItem:
    """Make an item; ``based`` says that the feed declares what its relative ids lead from."""
    own_id, shown = cut.own_id, cut.shown
    title = field_text(entry.get("title") or "").replace("\n", " ")
    url = _url(entry, own_id)
    published, notes = _published(entry, now)
    told = _own(entry, "published") or _own(entry, "updated")
    return FeedItem(
        item_id=_id(entry, own_id, based=based) or url or digest(f"{title}\n{shown}".encode()),
        url=url,
        title=title,
        published_at=published,
        content_type=cut.kind,
        body=cut.body,
        text=shown,
        listing=listing_of(title=title, url=url, date=told, summary=shown),
        notes=notes,
    )


def _id(entry: Mapping[str, Any], own_id: str | None, *, based: bool) -> str | None:
    """Return the id as the item has it: resolved against the feed's own base, or as it stands.

    What feedparser resolves against the address of the feed would change with that address.
    """
    read = entry.get("id")
    return (read or own_id) if based else (own_id or read)


def _url(entry: Mapping[str, Any], own_id: str | None) -> str | None:
    """Return the link, if it leads to a page; feedparser makes one of any id."""
    made_of_id = entry.get("guidislink") and not entry.get("links")
    if made_of_id and own_id and not own_id.startswith(_PAGES):
        return None
    told = (entry.get("link"), *(link.get("href") for link in entry.get("links") or ()))
    return next((str(link) for link in told if str(link or "").lower().startswith(_PAGES)), None)


def _published(entry: Mapping[str, Any], now: datetime) -> Believed:
    """Return the instant of publication, else of the last change, if it can be true."""
    notes: tuple[str, ...] = ()
    for key in ("published", "updated"):
        moment = _moment(_own(entry, f"{key}_parsed"))
        instant, remarks = believed(moment, now=now, written=str(_own(entry, key)))
        if instant is not None:
            return instant, notes
        notes += remarks
    return None, tuple(dict.fromkeys(notes))


def _own(entry: Any, key: str) -> Any:
    """Return a field that the entry itself has; feedparser would borrow one from another."""
    return dict.get(entry, key)


def _moment(parts: struct_time | None) -> datetime | None:
    try:
        return None if parts is None else datetime.fromtimestamp(calendar.timegm(parts), UTC)
    except (ValueError, OverflowError, OSError):
        return None
