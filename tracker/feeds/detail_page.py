"""Which announcement does the page behind an item hold?"""

import re
from dataclasses import replace
from urllib.parse import urlsplit

from lxml import etree

from tracker.domain.announcements import FeedItem
from tracker.domain.facts import DetailPage
from tracker.domain.visits import Fault
from tracker.errors import FetchError
from tracker.extraction.pages.announcement_text import plain_type, text_of
from tracker.extraction.pages.selecting import elements, first, parsed, split, text_in, values
from tracker.extraction.pages.stored_page import page_type
from tracker.extraction.pages.text import html_to_text
from tracker.feeds.charsets import charset, text
from tracker.feeds.entries import address
from tracker.feeds.impostors import refuse_impostor
from tracker.feeds.moments import date_of, zone_of
from tracker.feeds.tasks import Link, Reading, Task

MAX_ATTACHMENTS = 20
FEW_LETTERS = 200
"""A page with less text than this may only send its readers on."""

_MARKUP = re.compile(r"<(?:!doctype|html|head|body|div|table|p)\b", re.IGNORECASE)
_ONWARD = (
    re.compile(
        r"<meta[^>]{0,200}http-equiv\s*=\s*[\"']?refresh[^>]{0,200}?url\s*=\s*[\"']?([^\"'>\s]{3,500})",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:window|document|top|self|parent)?\.?location(?:\.href)?\s*=\s*[\"']([^\"']{3,500})[\"']"
    ),
    re.compile(r"location\.replace\(\s*[\"']([^\"']{3,500})[\"']"),
    re.compile(r"\bhref\s*:\s*[\"']([^\"']{3,500})[\"']"),
    re.compile(r"<i?frame[^>]{1,300}?\bsrc\s*=\s*[\"']?([^\"'>\s]{3,500})", re.IGNORECASE),
)
"""How a page without text sends its readers on: by a tag, by script, or with a frame."""


def read(task: Task) -> Reading:
    """Read the page behind ``task.item``.

    Raises `FetchError` for a wall, a sign-in or an error page, and where the part that the source
    names is not there.
    """
    assert task.item is not None
    told = task.source.detail or DetailPage()
    encoding = charset(
        task.body,
        content_type=task.content_type,
        override=task.source.encoding,
        language=task.source.language,
    )
    page = text(task.body, encoding, url=task.url)
    if _is_plain(page, task.content_type):
        return Reading(items=(_plain(task.item, task.body, encoding),))
    root = parsed(page)
    if root is None:
        raise FetchError("the page holds nothing", url=task.url, fault=Fault.EMPTY)
    chosen = _chosen(root, told)
    if told.body and chosen is None:
        return _without_its_part(page, told, task)
    if chosen is None:
        refuse_impostor(page, url=task.url)
        if (onward := _onward(page, task.url)) and len(html_to_text(page)) < FEW_LETTERS:
            return Reading(onward=onward)
    kind = _content_type(encoding, chosen, root, told)
    item = _item(task, root, told, kind)
    return Reading(items=(item,), links=tuple(_attachments(root, chosen, told, task.url)))


def _is_plain(page: str, content_type: str | None) -> bool:
    """Tell whether it is plain text: servers call pages so, too."""
    told = (content_type or "").lower().startswith("text/plain")
    return told and _MARKUP.search(page[:4096]) is None


def _plain(item: FeedItem, body: bytes, encoding: str) -> FeedItem:
    kind = plain_type(encoding)
    return replace(item, content_type=kind, body=body, text=text_of(body, kind), page="read")


def _chosen(root: etree._Element, told: DetailPage) -> str | None:
    """Return the first selector whose elements hold any text."""
    for selector in told.body:
        if any(text_in(node).strip() for node in elements(root, (selector,))):
            return split(selector)[0]
    return None


def _without_its_part(page: str, told: DetailPage, task: Task) -> Reading:
    refuse_impostor(page, url=task.url)
    if onward := _onward(page, task.url):
        return Reading(onward=onward)
    raise FetchError(
        f"the page has no part that {', '.join(told.body)} selects",
        url=task.url,
        fault=Fault.NO_ITEMS,
    )


def _onward(page: str, url: str) -> str | None:
    for form in _ONWARD:
        if found := form.search(page):
            target = address(url, found.group(1))
            if target and target != url:
                return target
    return None


def _content_type(encoding: str, chosen: str | None, root: etree._Element, told: DetailPage) -> str:
    if chosen is None:
        return f"text/html; charset={encoding}"
    title = next((split(one)[0] for one in told.title if first(root, (one,))), None)
    return page_type(encoding, select=chosen, title=title, without=", ".join(told.without))


def _item(task: Task, root: etree._Element, told: DetailPage, kind: str) -> FeedItem:
    assert task.item is not None
    item = task.item
    published, notes = date_of(
        tuple(values(root, told.date)),
        zone=zone_of(task.source.timezone),
        now=task.now,
        form=told.date_format,
    )
    return replace(
        item,
        title=_title(item.title, first(root, told.title) or first(root, ("h1",))),
        published_at=published or item.published_at,
        content_type=kind,
        body=task.body,
        text=text_of(task.body, kind),
        page="read",
        notes=(*item.notes, *notes),
    )


def _title(listed: str, own: str | None) -> str:
    """Return the page's own title where the list has cut it short."""
    cut = listed.rstrip(".… ")
    if own and cut != listed.rstrip() and own.startswith(cut):
        return own
    return listed


def _attachments(
    root: etree._Element, chosen: str | None, told: DetailPage, url: str
) -> list[Link]:
    scopes = elements(root, (chosen,)) if chosen else (root,)
    found: dict[str, Link] = {}
    for scope in scopes:
        for selector in told.attachments:
            for node in elements(scope, (selector,)):
                target = address(url, node.get(split(selector)[1] or "href") or "")
                if target and _is_pdf(target, node):
                    found.setdefault(target, Link(url=target, text=text_in(node)))
    return list(found.values())[:MAX_ATTACHMENTS]


def _is_pdf(url: str, node: etree._Element) -> bool:
    path = urlsplit(url)
    return (
        path.path.lower().endswith(".pdf")
        or path.query.lower().endswith(".pdf")
        or (node.get("type") or "").lower() == "application/pdf"
    )
