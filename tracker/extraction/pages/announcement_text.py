"""Which text stands in the stored bytes of an announcement?

Title first, then the richest of its bodies. The bytes and their content type decide alone, so
that the offsets of evidence hold as long as the bytes do.
"""

import codecs
import html.entities
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from tracker.extraction.pages.documents import DOCUMENTS, Document, documents_in
from tracker.extraction.pages.register_text import REGISTER_PART, is_register_xml, register_text
from tracker.extraction.pages.stored_page import PAGE_PART, page_text
from tracker.extraction.pages.text import (
    html_to_text,
    looks_like_html,
    pieces,
    plain_to_text,
    printable,
    tidy,
    xml_root,
)
from tracker.extraction.spelling.regexps import regexp

ITEM_PART = "part=item"
"""The mark in a content type that the bytes are one item of a feed, cut out as it stands."""

COLUMNS_PART = "part=columns"
"""The mark in a content type that wide blanks part the columns of plain text."""

DERIVED = "application/json; derived=entry"
"""The content type of an item whose bytes could not be cut out: a canonical JSON of its fields."""

_IDS = ("guid", "id")
_BODIES = ("encoded", "content", "description", "summary")
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_XML_OWN = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})
_CHARSET = regexp(r"charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "ascii": "cp1252"}
"""What is really meant by a charset that is often declared too narrowly."""


def text_of(body: bytes, content_type: str) -> str:
    """Return the text of a stored announcement body; never raises.

    ``content_type`` is the one that was stored with it: an item of a feed, a JSON made from one,
    a page or the part of it that counts, a document of the Federal Register, several documents
    together, or plain text.
    """
    kind = content_type.lower()
    if ITEM_PART in kind:
        return item_parts(body, content_type)[1]
    if kind.startswith("application/json") and "derived=entry" in kind:
        return _of_derived(body)
    if kind == DOCUMENTS:
        return "\n".join(filter(None, map(_of_document, documents_in(body))))
    source = decoded(body, charset_of(content_type, body))
    if PAGE_PART in kind:
        return page_text(source, content_type)
    if REGISTER_PART in kind or is_register_xml(source):
        return register_text(source)
    if "html" in kind or ("text/plain" not in kind and looks_like_html(source[:4096])):
        return html_to_text(source)
    return plain_to_text(source, columns=COLUMNS_PART in kind)


def plain_type(charset: str) -> str:
    """Return the content type of plain text whose columns stand between wide blanks.

    What was stored before without the mark is read as it was: evidence points into that text.
    """
    return f"text/plain; charset={charset}; {COLUMNS_PART}"


def charset_of(content_type: str, body: bytes) -> str:
    """Return the charset that the content type names, else the page itself, else UTF-8."""
    head = body[:2048].decode("ascii", "ignore")
    found = _CHARSET.search(content_type) or _CHARSET.search(head)
    return found.group(1) if found else "utf-8"


def decoded(body: bytes, charset: str) -> str:
    """Decode ``body``; a byte order mark wins, an unknown charset is read as UTF-8."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if body.startswith(mark):
            return body.decode(name, "replace")
    try:
        known = codecs.lookup(charset).name
        return body.decode(_WIDER.get(known, known), "replace")
    except (LookupError, UnicodeError, ValueError):
        return body.decode("utf-8", "replace")


def joined(title: str, body: str) -> str:
    """Return title and body as one text; a body that begins with its title is not told twice."""
    if not title or body.startswith(title):
        return body
    return f"{title}\n{body}" if body else title


def field_text(value: str) -> str:
    """Return the text of a feed's field, which may be plain or hold HTML."""
    return html_to_text(value) if looks_like_html(value) else plain_to_text(value)


def item_parts(body: bytes, content_type: str) -> tuple[str | None, str]:
    """Return the id that stands in an item's own bytes, if there is one, and the item's text."""
    own_id, title, bodies = "", "", [""]
    for name, node in _native(_parsed(body, charset_of(content_type, body))):
        if name in _IDS:
            own_id = own_id or "".join(map(str, node.itertext())).strip()
        elif name == "title" and not title:
            title = tidy(_node_text(node).replace("\n", " "))
        elif name in _BODIES:
            bodies.append(_node_text(node))
    return own_id or None, joined(title, max(bodies, key=len))


def _of_document(document: Document) -> str:
    if not document.read:
        return ""
    if document.text is not None:
        return plain_to_text(document.text)
    return text_of(document.body, document.content_type)


def _of_derived(body: bytes) -> str:
    try:
        fields: dict[str, Any] = json.loads(body)
    except ValueError:
        return plain_to_text(body.decode("utf-8", "replace"))
    title = field_text(str(fields.get("title") or "")).replace("\n", " ")
    return joined(
        title, max((field_text(str(value)) for value in fields.get("bodies") or ("",)), key=len)
    )


def _parsed(body: bytes, charset: str) -> etree._Element | None:
    """Parse an item cut out of its feed: prefixes are undeclared, HTML entities unknown."""
    return xml_root(_ENTITY.sub(_as_number, printable(decoded(body, charset)).encode("utf-8")))


def _as_number(match: re.Match[bytes]) -> bytes:
    name = match.group(1)
    point = html.entities.name2codepoint.get(name.decode())
    return match.group() if name in _XML_OWN or point is None else b"&#%d;" % point


def _native(root: etree._Element | None) -> Iterator[tuple[str, etree._Element]]:
    """Yield name and node of the fields that belong to the feed format itself.

    They wear the item's own prefix (mostly none); ``encoded`` counts under any prefix, while
    ``media:title`` and its like speak of something else.
    """
    if root is None or not isinstance(root.tag, str):
        return
    own, _ = _split(root)
    for node in root:
        if isinstance(node.tag, str):
            prefix, name = _split(node)
            if prefix == own or name == "encoded":
                yield name, node


def _split(node: etree._Element) -> tuple[str, str]:
    """Return prefix and local name; an undeclared prefix has stayed part of the name."""
    local = str(node.tag).rpartition("}")[2]
    prefix, _, name = local.rpartition(":")
    return (prefix or node.prefix or "").lower(), name.lower()


def _node_text(node: etree._Element) -> str:
    if len(node):
        return tidy("".join(pieces(node)))
    value = node.text or ""
    if node.get("type", "").lower() in ("text", "text/plain"):
        return plain_to_text(value)
    return field_text(value)
