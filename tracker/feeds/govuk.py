"""Which documents does GOV.UK bring? (its content API, its search API, and its Atom feeds)"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from tracker.domain.announcements import FeedItem
from tracker.domain.visits import Fault
from tracker.errors import FetchError
from tracker.extraction.pages.announcement_text import text_of
from tracker.extraction.pages.documents import DOCUMENTS, Document, stored_documents
from tracker.extraction.pages.text import html_to_text
from tracker.feeds.charsets import charset, text
from tracker.feeds.entries import address, entry
from tracker.feeds.impostors import refuse_impostor
from tracker.feeds.moments import date_of
from tracker.feeds.tasks import Link, Reading, Task

API = "/api/content"
_NO_DOCUMENT = ("gone", "redirect", "vanish")


def api_address(url: str | None) -> str | None:
    """Return where the content API keeps the document of a page; a site's own host is kept."""
    if url is None:
        return None
    parts = urlsplit(url)
    if not parts.path.strip("/") or parts.path.startswith(f"{API}/"):
        return url if parts.path.startswith(f"{API}/") else None
    return urlunsplit(parts._replace(path=API + parts.path.rstrip("/"), query="", fragment=""))


def read(task: Task) -> Reading:
    """Read what a source's address brings: a feed, search results, a collection or a document."""
    page = text(task.body, charset(task.body, content_type=task.content_type), url=task.url)
    if page.lstrip()[:1] == "<":
        from tracker.feeds.syndication import read as read_feed

        return read_feed(task)
    answer = _json(page, task.url)
    if "results" in answer:
        items = tuple(_found(answer["results"], task))
    elif _documents(answer):
        items = tuple(_listed(_documents(answer), task))
    else:
        return Reading(items=(_document(answer, task, listed=None),))
    if not items and task.source.minimum_items > 0:
        raise FetchError("no items found: nothing is listed", url=task.url, fault=Fault.NO_ITEMS)
    return Reading(items=items)


def read_document(task: Task) -> Reading:
    """Read one document of the content API, for the item that a list gave."""
    page = text(task.body, charset(task.body, content_type=task.content_type), url=task.url)
    answer = _json(page, task.url)
    item = _document(answer, task, listed=task.item)
    return Reading(items=(item,), links=tuple(_attached(answer, task.url)))


def _json(page: str, url: str) -> dict[str, Any]:
    try:
        answer = json.loads(page)
    except ValueError:
        refuse_impostor(page, url=url)
        raise FetchError("the answer is no JSON", url=url, fault=Fault.CONTENT_TYPE) from None
    if not isinstance(answer, dict):
        raise FetchError("the answer holds no document", url=url, fault=Fault.NO_ITEMS)
    return answer


def _details(answer: dict[str, Any]) -> dict[str, Any]:
    found = answer.get("details")
    return found if isinstance(found, dict) else {}


def _documents(answer: dict[str, Any]) -> list[Any]:
    links = answer.get("links")
    found = links.get("documents") if isinstance(links, dict) else None
    return found if isinstance(found, list) else []


def _found(results: Any, task: Task) -> Iterator[FeedItem]:
    for one in results if isinstance(results, list) else ():
        if isinstance(one, dict):
            yield _entry(one, task, path=one.get("link"), date=one.get("public_timestamp"))


def _listed(documents: Iterable[Any], task: Task) -> Iterator[FeedItem]:
    for one in documents:
        if isinstance(one, dict) and one.get("base_path"):
            made = _entry(one, task, path=one["base_path"], date=one.get("public_updated_at"))
            yield replace(made, gone="withdrawn") if one.get("withdrawn") is True else made


def _entry(one: dict[str, Any], task: Task, *, path: Any, date: Any) -> FeedItem:
    published, notes = _instant(task.now, date)
    url = address(task.url, str(path or ""))
    return entry(
        title=" ".join(str(one.get("title") or url or "").split()),
        url=url,
        published_at=published,
        told_date=str(date or "") or None,
        summary=str(one.get("description") or ""),
        item_id=str(one.get("content_id") or "") or None,
        notes=notes,
    )


def _instant(now: datetime, *dates: Any) -> tuple[str | None, tuple[str, ...]]:
    return date_of(tuple(str(date) for date in dates if date), zone=UTC, now=now)


def _document(answer: dict[str, Any], task: Task, *, listed: FeedItem | None) -> FeedItem:
    title = " ".join(str(answer.get("title") or "").split())
    own = address(task.url, str(answer.get("base_path") or ""))
    published, notes = _instant(
        task.now,
        answer.get("first_published_at"),
        _details(answer).get("first_public_at"),
        answer.get("public_updated_at"),
    )
    base = listed or entry(
        title=title or "(without a title)",
        url=own or task.url,
        published_at=published,
        item_id=str(answer.get("content_id") or "") or None,
    )
    if answer.get("schema_name") in _NO_DOCUMENT:
        return replace(base, page="unchanged", gone=_where_to(answer))
    if not title:
        raise FetchError("the answer holds no document", url=task.url, fault=Fault.NO_ITEMS)
    body = stored_documents(
        (
            Document(content_type="text/plain", text=document_text(answer), url=own),
            Document(content_type="application/json", body=task.body, url=task.url, read=False),
        )
    )
    return replace(
        base,
        title=title,
        url=base.url or own,
        published_at=published or base.published_at,
        content_type=DOCUMENTS,
        body=body,
        text=text_of(body, DOCUMENTS),
        page="read" if listed else "none",
        gone=_withdrawn(answer),
        notes=(*base.notes, *notes),
    )


def _withdrawn(answer: dict[str, Any]) -> str | None:
    notice = answer.get("withdrawn_notice")
    if not isinstance(notice, dict) or not (
        notice.get("explanation") or notice.get("withdrawn_at")
    ):
        return None
    words = " ".join(html_to_text(str(notice.get("explanation") or "")).split())
    on = str(notice.get("withdrawn_at") or "")[:10]
    return " ".join(
        filter(None, ("withdrawn", f"on {on}" if on else "", f"({words})" if words else ""))
    )


def _where_to(answer: dict[str, Any]) -> str:
    if answer.get("schema_name") == "redirect":
        targets = [
            str(one.get("destination"))
            for one in answer.get("redirects") or ()
            if isinstance(one, dict) and one.get("destination")
        ]
        return f"moved to {', '.join(targets)}" if targets else "moved"
    details = _details(answer)
    words = " ".join(html_to_text(str(details.get("explanation") or "")).split())
    onward = details.get("alternative_path")
    told = ["removed", f"({words})" if words else "", f"see {onward}" if onward else ""]
    return " ".join(filter(None, told))


def document_text(answer: dict[str, Any]) -> str:
    """Return the text of a document: title, summary, dates, body, and its history of changes."""
    return "\n".join(filter(None, _lines(answer)))


def _lines(answer: dict[str, Any]) -> Iterator[str]:
    details = _details(answer)
    yield str(answer.get("title") or "")
    yield str(answer.get("description") or "")
    for key, label in (("first_published_at", "Published"), ("public_updated_at", "Updated")):
        if day := _day(answer.get(key)):
            yield f"{label}: {day}"
    yield _rich(details.get("introduction"))
    yield _rich(details.get("body"))
    for part in details.get("parts") or ():
        if isinstance(part, dict):
            yield str(part.get("title") or "")
            yield _rich(part.get("body"))
    for group in details.get("collection_groups") or ():
        if isinstance(group, dict):
            yield str(group.get("title") or "")
            yield _rich(group.get("body"))
    for change in details.get("change_history") or ():
        if isinstance(change, dict):
            yield f"Change of {_day(change.get('public_timestamp'))}: {_rich(change.get('note'))}"


def _day(instant: Any) -> str:
    try:
        told = datetime.fromisoformat(str(instant or ""))
    except ValueError:
        return ""
    return f"{told.day} {told:%B %Y}"


def _rich(value: Any) -> str:
    """Return the text of a field: HTML, or the same in several formats."""
    if isinstance(value, list):
        forms = [one for one in value if isinstance(one, dict)]
        html = [one for one in forms if "html" in str(one.get("content_type"))]
        return next((_rich(one.get("content")) for one in (*html, *forms)), "")
    return html_to_text(value) if isinstance(value, str) and value.strip() else ""


def _attached(answer: dict[str, Any], url: str) -> Iterator[Link]:
    details = _details(answer)
    for one in details.get("attachments") or ():
        if not isinstance(one, dict):
            continue
        target = address(url, str(one.get("url") or ""))
        if target and (one.get("content_type") == "application/pdf" or target.endswith(".pdf")):
            yield Link(url=target, text=str(one.get("title") or ""), type="application/pdf")
