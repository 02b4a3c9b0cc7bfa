"""Which text does a document of the Federal Register show? (its XML, as the printed page sets it)

A label such as ``ACTION:`` stands before its paragraph on one line, and every paragraph is one
line: what a paragraph holds cannot pass for a label of the register.
"""

import re
from collections.abc import Iterator

from lxml import etree

from tracker.extraction.pages.text import printable, tidy, xml_root
from tracker.extraction.spelling.regexps import regexp

REGISTER_PART = "part=federal-register"
"""The mark in a content type that XML is a document of the Federal Register."""

REGISTER_TYPE = f"application/xml; charset=utf-8; {REGISTER_PART}"

_REFERENCE = regexp(r"&#(x[0-9a-fA-F]{1,9}|[0-9]{1,9});")
_INLINE = frozenset({"E", "SU", "FR", "AC", "SUP", "I", "B", "FTREF"})
_UNSEEN = frozenset({"PRTPAGE", "GID", "MID", "CNTNTS", "FTREF"})
_CELLS = frozenset({"ROW", "BOXHD"})
_LABELLED = frozenset({"HED"})


_OWN_XML = regexp(
    r"(?:\s{0,20}<\?[^>]{0,200}\?>){0,3}\s{0,20}<(?:RULE|PRORULE|NOTICE|CORRECT|PRESDOCU|PRESDOC|FEDREG)>"
)


def is_register_xml(source: str) -> bool:
    """Tell whether a text is XML of the register, whatever its server said that it is."""
    return _OWN_XML.match(source) is not None and "<FRDOC>" in source


def register_text(source: str) -> str:
    """Return the text of one document; the bare characters of what is no XML."""
    root = register_root(source.encode("utf-8"))
    if root is None:
        return tidy(source)
    return tidy("\n".join(_lines(root)))


def register_root(body: bytes) -> etree._Element | None:
    """Parse a document or an issue; entities are never followed. ``None`` for what is no XML."""
    text = body.decode("utf-8", "replace").removeprefix("\ufeff")
    head, _, rest = text.partition("?>")
    bare = rest if head.lstrip().startswith("<?xml") else text
    whole = _REFERENCE.sub(_letter_or_blank, printable(bare))
    return xml_root(whole.strip().encode())


def _letter_or_blank(found: re.Match[str]) -> str:
    """Return a reference as it is, or a blank for one to a letter that XML cannot hold."""
    number = found.group(1)
    point = int(number[1:], 16) if number[0] in "xX" else int(number)
    fits = point <= 0x10FFFF and printable(chr(point)) == chr(point)
    return found.group() if fits else " "


def line_of(node: etree._Element) -> str:
    """Return the text of an element as one line."""
    seen = "".join(_seen(node))
    return " ".join(seen.split())


def _seen(node: etree._Element) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        if isinstance(child.tag, str) and child.tag not in _UNSEEN:
            yield from _seen(child)
        yield child.tail or ""


def _lines(node: etree._Element) -> Iterator[str]:
    """Yield one line a paragraph; a label is joined to the paragraph behind it."""
    if _is_paragraph(node):
        yield line_of(node)
        return
    if node.tag in _CELLS:
        yield " | ".join(filter(None, (line_of(cell) for cell in node)))
        return
    label = ""
    if (node.text or "").strip():
        yield " ".join((node.text or "").split())
    for child in node:
        if not isinstance(child.tag, str) or child.tag in _UNSEEN:
            continue
        if child.tag == "HD" and child.get("SOURCE") in _LABELLED and line_of(child).endswith(":"):
            label = line_of(child)
            continue
        for line in _lines(child):
            yield f"{label} {line}" if label else line
            label = ""
        if (child.tail or "").strip():
            yield " ".join((child.tail or "").split())
    if label:
        yield label


def _is_paragraph(node: etree._Element) -> bool:
    return all(not isinstance(child.tag, str) or child.tag in _INLINE | _UNSEEN for child in node)
