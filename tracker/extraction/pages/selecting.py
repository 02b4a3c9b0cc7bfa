"""What does a selector find on a page? (CSS; ``@attribute`` takes a value instead)"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import cast

from cssselect import SelectorError
from lxml import etree, html
from lxml.cssselect import CSSSelector

from tracker.extraction.pages.text import pieces, printable, tidy


def parsed(source: str) -> html.HtmlElement | None:
    """Parse a page or a fragment; ``None`` for what holds no element at all."""
    parser = html.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8"
    )
    try:
        return html.document_fromstring(printable(source).encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


@lru_cache(maxsize=256)
def compiled(selector: str) -> Callable[[etree._Element], list[etree._Element]]:
    """Return what finds the elements of a selector; raise `ValueError` for one that is none."""
    try:
        return cast(
            Callable[[etree._Element], list[etree._Element]],
            CSSSelector(selector, translator="html"),
        )
    except (SelectorError, SyntaxError, etree.XPathError) as error:
        raise ValueError(f"{selector!r} is no CSS selector ({error})") from None


def split(selector: str) -> tuple[str, str | None]:
    """Split ``a.x@href`` into its selector and its attribute.

    ``@href`` is an attribute of the element itself, ``.`` its own text: their selector is empty.
    An ``@`` inside brackets or quotes belongs to the selector.
    """
    before, at, after = selector.strip().rpartition("@")
    if at and after.replace("-", "").replace(":", "").isalnum():
        return before.strip(), after.strip()
    return ("" if selector.strip() == "." else selector.strip()), None


def elements(root: etree._Element, selectors: Iterable[str]) -> tuple[etree._Element, ...]:
    """Return what the first selector that finds anything finds."""
    for selector in selectors:
        if found := _selected(root, split(selector)[0]):
            return found
    return ()


def _selected(root: etree._Element, css: str) -> tuple[etree._Element, ...]:
    return tuple(compiled(css)(root)) if css else (root,)


def values(root: etree._Element, selectors: Iterable[str]) -> Iterator[str]:
    """Yield every value that the selectors find below ``root``, empty ones left out."""
    for selector in selectors:
        css, attribute = split(selector)
        for node in _selected(root, css):
            value = text_in(node) if attribute is None else node.get(attribute) or ""
            if value.strip():
                yield " ".join(value.split())


def first(root: etree._Element, selectors: Iterable[str]) -> str | None:
    """Return the first value that is found."""
    return next(values(root, selectors), None)


def text_in(node: etree._Element) -> str:
    """Return the visible text of an element."""
    return tidy("".join(pieces(node)))
