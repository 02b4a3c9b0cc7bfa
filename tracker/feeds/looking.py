"""Which feeds does a page name, and does it look like a list itself?"""

from collections import Counter
from collections.abc import Iterator
from datetime import tzinfo
from urllib.parse import urlsplit

from lxml import etree
from msgspec.structs import replace

from tracker.domain.facts import ListPage
from tracker.domain.visits import Fault
from tracker.errors import FetchError
from tracker.extraction.pages.selecting import compiled, parsed, text_in
from tracker.feeds.charsets import charset, text
from tracker.feeds.entries import address
from tracker.feeds.impostors import refuse_impostor
from tracker.feeds.moments import instant_in, zone_of
from tracker.feeds.tasks import Link, Reading, Task

FEED_TYPES = (
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
    "application/json",
    "application/xml",
    "text/xml",
)
FEWEST = 3
"""So many dated links in elements of one kind make a list."""

_FEED_WORDS = ("rss", "atom", "feed", "订阅")
_ITEMS = ("li", "tr", "dd", "article", "div", "p")


def read(task: Task) -> Reading:
    """Read a page for the feeds that it names, and for the list that it may be.

    The list's selectors stand in the source of the reading.
    """
    page = text(task.body, charset(task.body, content_type=task.content_type), url=task.url)
    root = parsed(page)
    if root is None:
        raise FetchError("the page holds nothing", url=task.url, fault=Fault.EMPTY)
    links = tuple(dict.fromkeys((*_declared(root, task.url), *_linked(root, task.url))))
    found = _list(root, task)
    if not links and found is None:
        refuse_impostor(page, url=task.url)
    listing = replace(task.source, kind="list", list=found) if found else None
    return Reading(links=links, source=listing)


def _declared(root: etree._Element, url: str) -> Iterator[Link]:
    """Yield the feeds that the page's head declares."""
    for node in compiled("link[rel~=alternate], link[rel~=feed]")(root):
        kind = (node.get("type") or "").lower().partition(";")[0].strip()
        target = address(url, node.get("href") or "")
        if target and kind in FEED_TYPES:
            yield Link(url=target, text=node.get("title") or "", type=kind)


def _linked(root: etree._Element, url: str) -> Iterator[Link]:
    """Yield the links whose words or address speak of a feed."""
    for node in compiled("a[href]")(root):
        target = address(url, node.get("href") or "")
        words = text_in(node).lower()
        if target is None:
            continue
        path = urlsplit(target).path.lower()
        says = path.endswith((".rss", ".atom", ".rdf", "rss.xml", "atom.xml", "feed.xml", "/feed"))
        if says or (len(words) < 40 and any(word in words.split() for word in _FEED_WORDS)):
            yield Link(url=target, text=text_in(node)[:100])


def _list(root: etree._Element, task: Task) -> ListPage | None:
    """Return selectors for the elements that most often hold a link beside a date."""
    zone = zone_of(task.source.timezone)
    kinds: Counter[str] = Counter()
    for name in _ITEMS:
        for node in compiled(name)(root):
            links = compiled("a[href]")(node)
            words = text_in(node)
            if len(links) != 1 or len(words) > 600 or not text_in(links[0]).strip():
                continue
            rest = words.replace(text_in(links[0]), " ")
            if instant_in(rest, zone=zone) is not None:
                kinds[_selector(node)] += 1
    best = kinds.most_common(1)
    if not best or best[0][1] < FEWEST:
        return None
    item = best[0][0]
    return ListPage(item=item, date=_date_selectors(root, item, zone))


def _date_selectors(root: etree._Element, item: str, zone: tzinfo) -> tuple[str, ...]:
    """Return the selectors below an item that hold its date: the narrowest, then the whole."""
    names: Counter[str] = Counter()
    for node in compiled(item)(root):
        for below in node.iterdescendants("span", "em", "i", "time", "td", "font", "b", "div", "p"):
            if instant_in(text_in(below), zone=zone) is not None and not below.findall(".//a"):
                names[_own_selector(below)] += 1
    return tuple(name for name, _ in names.most_common(1)) or (".",)


def _own_selector(node: etree._Element) -> str:
    kind = next((one for one in (node.get("class") or "").split() if _usable(one)), None)
    return f"{node.tag}.{kind}" if kind else str(node.tag)


def _selector(node: etree._Element) -> str:
    """Return a selector for elements of this kind: its nearest named parent and its own name."""
    for above in node.iterancestors():
        if above.tag in ("body", "html"):
            break
        if _usable(name := above.get("id") or ""):
            return f"#{name} {_own_selector(node)}"
        for name in (above.get("class") or "").split():
            if _usable(name):
                return f".{name} {_own_selector(node)}"
    return _own_selector(node)


def _usable(name: str) -> bool:
    return bool(name) and name.replace("-", "").replace("_", "").isalnum() and name[0].isalpha()
