"""Which documents does the Federal Register bring? (its API's JSON, and its full-text XML)

Each document becomes an announcement whose text begins with what the register's record says of
it (number, type, action, dates, parts of the Code), followed by the full text where it was read.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from lxml import etree

from tracker.domain.announcements import FeedItem
from tracker.domain.facts import SourceAdded
from tracker.domain.visits import Fault
from tracker.errors import FetchError
from tracker.extraction.pages.announcement_text import plain_type, text_of
from tracker.extraction.pages.documents import DOCUMENTS, Document, documents_in, stored_documents
from tracker.extraction.pages.register_text import REGISTER_TYPE, line_of, register_root
from tracker.feeds.charsets import charset, text
from tracker.feeds.entries import address, listing_of
from tracker.feeds.impostors import refuse_impostor
from tracker.feeds.moments import Believed, date_of, zone_of
from tracker.feeds.register_record import record_text
from tracker.feeds.tasks import Reading, Task

FIELDS = (
    "document_number",
    "title",
    "type",
    "subtype",
    "action",
    "abstract",
    "dates",
    "effective_on",
    "publication_date",
    "agencies",
    "cfr_references",
    "citation",
    "docket_ids",
    "regulation_id_numbers",
    "correction_of",
    "corrections",
    "html_url",
    "body_html_url",
    "raw_text_url",
    "full_text_xml_url",
    "pdf_url",
)
"""What is asked of the API; by itself it leaves out the dates."""

FULL_TEXTS = ("full_text_xml_url", "raw_text_url", "body_html_url")
"""Where a record names its full text, the best form first."""

ZONE = "America/New_York"
FIRST_VOLUME = 1935
"""The year before the register's first volume."""

_DOCUMENTS = ("RULE", "PRORULE", "NOTICE", "PRESDOCU", "CORRECT", "SUNSHINE")
_PIECE = re.compile(
    rb"<(?P<name>RULE|PRORULE|NOTICE|PRESDOCU|CORRECT|SUNSHINE)(?:\s[^<>]{0,200})?>.*?</(?P=name)>",
    re.DOTALL,
)
_NUMBER = re.compile(r"FR\s+Doc(?:\.|ument)?\s*(?:No[.:]*\s*)?([A-Z]?\d{1,4}[-–]\d{1,6})")


def api_address(url: str, parameters: Mapping[str, tuple[str, ...]], *, whole: bool = True) -> str:
    """Return the address to ask: with the source's parameters and, if ``whole``, with the fields
    that the register's API leaves out by itself."""
    parts = urlsplit(url)
    told = parse_qsl(parts.query, keep_blank_values=True)
    told += [(name, value) for name, values in parameters.items() for value in values]
    if whole and parts.path.endswith(".json") and not any(name == "fields[]" for name, _ in told):
        told += [("fields[]", field) for field in FIELDS]
        told += [] if any(name == "per_page" for name, _ in told) else [("per_page", "100")]
    return urlunsplit(parts._replace(query=urlencode(told)))


def read(task: Task) -> Reading:
    """Read a page of the API, one record, a full-text document, or a whole issue."""
    page = text(task.body, charset(task.body, content_type=task.content_type), url=task.url)
    if page.lstrip()[:1] == "<":
        return Reading(items=_from_xml(task, page))
    try:
        answer = json.loads(page)
    except ValueError:
        raise FetchError(
            "the answer is neither JSON nor XML", url=task.url, fault=Fault.CONTENT_TYPE
        ) from None
    records = _records(answer)
    if not records and task.source.minimum_items > 0:
        raise FetchError(
            "no items found: the register lists no documents", url=task.url, fault=Fault.NO_ITEMS
        )
    items = tuple(_listed(record, task) for record in records)
    onward = answer.get("next_page_url") if isinstance(answer, dict) else None
    return Reading(items=items, next=address(task.url, onward) if onward else None)


def read_document(task: Task) -> Reading:
    """Add the full text to the record of a document."""
    assert task.item is not None
    kind = (task.content_type or "").lower()
    page = text(task.body, charset(task.body, content_type=task.content_type), url=task.url)
    if page.lstrip().startswith(("<?xml", *(f"<{name}" for name in _DOCUMENTS))):
        body, form = page.encode(), REGISTER_TYPE
    else:
        refuse_impostor(page, url=task.url)
        form = "text/html; charset=utf-8" if "<" in page else plain_type("utf-8")
        body = page.encode()
    if "pdf" in kind:
        raise FetchError("a PDF where the text was expected", url=task.url)
    full = Document(content_type=form, body=body, url=task.url)
    return Reading(items=(_with(task.item, full),))


def _with(item: FeedItem, full: Document) -> FeedItem:
    """Put the full text behind a short heading; what it says itself is not told twice."""
    record = record_of(item)
    kept = tuple(document for document in documents_in(item.body) if not document.read)
    heading = Document(content_type="text/plain", text=record_text(record, alone=False))
    body = stored_documents((heading, full, *kept))
    return replace(
        item, content_type=DOCUMENTS, body=body, text=text_of(body, DOCUMENTS), page="read"
    )


def record_of(item: FeedItem) -> dict[str, Any]:
    """Return the register's own record of a listed document; an empty one where it has none."""
    for document in documents_in(item.body):
        if document.content_type == "application/json" and document.body:
            record: dict[str, Any] = json.loads(document.body)
            return record
    return {}


def full_text_link(item: FeedItem) -> str | None:
    """Return where the full text of a listed document lies."""
    record = record_of(item)
    return next((str(record[name]) for name in FULL_TEXTS if record.get(name)), None)


def _records(answer: Any) -> list[dict[str, Any]]:
    if isinstance(answer, dict) and answer.get("document_number"):
        return [answer]
    found = answer.get("results") if isinstance(answer, dict) else answer
    if found is None and isinstance(answer, dict) and answer.get("count") == 0:
        return []
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _listed(record: dict[str, Any], task: Task) -> FeedItem:
    """Return a document as its record tells it; the record itself is kept beside."""
    zone = zone_of(task.source.timezone or ZONE)
    published, notes = date_of(
        (str(record.get("publication_date") or ""),), zone=zone, now=task.now
    )
    title = " ".join(str(record.get("title") or "").split()) or "(without a title)"
    number = str(record.get("document_number") or "")
    kept = json.dumps(_steady(record), sort_keys=True, ensure_ascii=False).encode()
    body = stored_documents(
        (
            Document(content_type="text/plain", text=record_text(record)),
            Document(content_type="application/json", body=kept, read=False),
        )
    )
    url = address(task.url, str(record.get("html_url") or ""))
    return FeedItem(
        item_id=number or url or title,
        url=url,
        title=title,
        published_at=published,
        content_type=DOCUMENTS,
        body=body,
        text=text_of(body, DOCUMENTS),
        listing=listing_of(title=title, url=url, date=published, summary=record_text(record)),
        notes=notes,
    )


def _steady(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name in FIELDS}


class _Issue(NamedTuple):
    """What an issue says of itself: when it was published, and its volume."""

    published: Believed
    volume: str | None


def _from_xml(task: Task, page: str) -> tuple[FeedItem, ...]:
    found = tuple(match.group() for match in _PIECE.finditer(page.encode()))
    issue = _issue(page, task.source, task.now)
    items = tuple(filter(None, (_from_piece(piece, issue) for piece in found)))
    if not items:
        refuse_impostor(page, url=task.url)
        raise FetchError(
            "no items found: this is no document of the Federal Register",
            url=task.url,
            fault=Fault.NO_ITEMS,
        )
    return items


def _issue(page: str, source: SourceAdded, now: datetime) -> _Issue:
    head = page[:4_000]
    told = re.search(r"<DATE>([^<]{6,60})</DATE>", head)
    volume = re.search(r"<VOL>(\d{1,3})</VOL>", head)
    dates = (told.group(1),) if told else ()
    published = date_of(dates, zone=zone_of(source.timezone or ZONE), now=now)
    return _Issue(published, volume.group(1) if volume else None)


def _from_piece(piece: bytes, issue: _Issue) -> FeedItem | None:
    root = register_root(piece)
    if root is None:
        return None
    number = _own_number(root)
    subject = root.find(".//SUBJECT")
    title = line_of(subject) if subject is not None else ""
    shown = text_of(piece, REGISTER_TYPE)
    published, notes = issue.published
    body, kind = piece, REGISTER_TYPE
    if citation := _citation(root, number, issue.volume):
        heading = Document(content_type="text/plain", text=f"[{citation}]")
        body = stored_documents((heading, Document(content_type=REGISTER_TYPE, body=piece)))
        kind = DOCUMENTS
    return FeedItem(
        item_id=number or listing_of(title=title, url=None, date=None, summary=shown),
        url=None,
        title=title or shown.partition("\n")[0][:200] or "(without a title)",
        published_at=published,
        content_type=kind,
        body=body,
        text=text_of(body, kind),
        listing=listing_of(title=title, url=None, date=published, summary=shown),
        notes=notes,
    )


def _citation(root: etree._Element, number: str | None, volume: str | None) -> str | None:
    """Return under which page a document is cited (``89 FR 106064``); later ones name it so.

    There is a volume a year, the first one that of 1936; a number begins with its year.
    """
    page = root.find(".//PREAMB/PRTPAGE")
    if page is None or not (page.get("P") or "").isdigit():
        return None
    if volume is None and number is not None and re.match(r"(?:19|20)\d\d-", number):
        volume = str(int(number[:4]) - FIRST_VOLUME)
    return f"{volume} FR {page.get('P')}" if volume else None


def _own_number(root: etree._Element) -> str | None:
    """Return the number that the register itself prints at the end; a text may name others."""
    for node in root.iter("FRDOC"):
        if found := _NUMBER.search(line_of(node)):
            return found.group(1).replace("–", "-")
    return None
