"""Which documents make up one announcement, and how are they stored as one body?

A page with a PDF annex, a mail with its attachment, a register's record with its full text: one
canonical JSON holds the exact bytes of each, and the text of those that no pure function reads.
"""

import base64
import binascii
import json
from dataclasses import dataclass
from typing import Any

from tracker.domain.canonical import canonical
from tracker.extraction.pages.text import printable

DOCUMENTS = "application/json; derived=documents"
"""The content type of an announcement that is made of several documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document: its bytes as they came, and its text where the bytes do not tell it.

    ``text`` was read from the bytes once and counts from then on. A document whose ``read`` is
    false is kept and not shown.
    """

    content_type: str
    body: bytes = b""
    text: str | None = None
    url: str | None = None
    read: bool = True


def stored_documents(documents: tuple[Document, ...]) -> bytes:
    """Return one body that holds all of them, in their order; the same for the same documents."""
    return canonical({"documents": [_told(document) for document in documents]})


def documents_in(body: bytes) -> tuple[Document, ...]:
    """Return the documents of a stored body; none where it is damaged."""
    try:
        told = json.loads(body)["documents"]
        return tuple(_read(one) for one in told)
    except (ValueError, KeyError, TypeError, binascii.Error):
        return ()


def _told(document: Document) -> dict[str, Any]:
    told: dict[str, Any] = {"content_type": document.content_type}
    if document.body:
        told["bytes"] = base64.b64encode(document.body).decode("ascii")
    if document.text is not None:
        told["text"] = printable(document.text)
    if document.url:
        told["url"] = document.url
    if not document.read:
        told["read"] = False
    return told


def _read(told: dict[str, Any]) -> Document:
    return Document(
        content_type=str(told["content_type"]),
        body=base64.b64decode(told.get("bytes", ""), validate=True),
        text=told.get("text"),
        url=told.get("url"),
        read=told.get("read", True),
    )
