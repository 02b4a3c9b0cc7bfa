"""Which part of a stored page is the announcement? (its content type says)

The exact bytes of a whole page are kept; parameters of its content type name the CSS selectors
that lead to the text: ``text/html; charset=gb18030; part=page; select=%23zoom``.
"""

from urllib.parse import quote, unquote

from lxml import etree

from tracker.extraction.pages.selecting import compiled, elements, first, parsed, text_in
from tracker.extraction.pages.text import html_to_text

PAGE_PART = "part=page"
"""The mark in a content type that only a part of the page is the announcement."""

_TITLES = ("h1", "title")


def page_type(charset: str, *, select: str, title: str | None = None, without: str = "") -> str:
    """Return the content type under which a page is stored whose text ``select`` selects.

    ``without`` selects what inside it does not count, ``title`` the heading that is put first.
    """
    told = {"select": select, "title": title or "", "without": without}
    named = "".join(f"; {key}={quote(value, safe='')}" for key, value in told.items() if value)
    return f"text/html; charset={charset}; {PAGE_PART}{named}"


def page_text(source: str, content_type: str) -> str:
    """Return the text of the part that counts; of the whole page where nothing is selected."""
    told = _parameters(content_type)
    root = parsed(source)
    if root is None or not (select := told.get("select")):
        return html_to_text(source)
    chosen = elements(root, (select,))
    if not chosen:
        return html_to_text(source)
    heading = first(root, (told["title"],) if "title" in told else _TITLES) or ""
    if unwanted := told.get("without"):
        for node in compiled(unwanted)(root):
            _empty(node)
    body = "\n".join(text_in(node) for node in _outermost(chosen))
    return body if not heading or body.startswith(heading) else f"{heading}\n{body}"


def _parameters(content_type: str) -> dict[str, str]:
    pairs = (part.strip().partition("=") for part in content_type.split(";")[1:])
    return {name: unquote(value) for name, _, value in pairs}


def _outermost(nodes: tuple[etree._Element, ...]) -> tuple[etree._Element, ...]:
    """Leave out what lies inside another of the elements: its text is there already."""
    kept = set(nodes)
    return tuple(node for node in nodes if not any(above in kept for above in node.iterancestors()))


def _empty(node: etree._Element) -> None:
    """Take out what is in an element; it stays a block itself, and the words around it apart."""
    tail = node.tail
    node.clear()
    node.tail = tail
