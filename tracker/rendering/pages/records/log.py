"""How does the page of the log look?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tracker.application.answers.log_pages import LogPage
from tracker.domain.days import parse_when
from tracker.domain.events import Event
from tracker.rendering.addresses import Addresses
from tracker.rendering.neutral import short
from tracker.rendering.pages.parts.pager import PagerView
from tracker.rendering.pages.records.verified import LABELS
from tracker.rendering.words import Words

_HASH_SHOWN = 16
_LABELS = (*LABELS, "before", "after")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """One event: its position, when it was recorded, what it is about, its hash."""

    position: int
    recorded: str
    name: str
    stream: str
    href: str | None
    hash: str
    whole_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPageView:
    """All that ``web/log.html.j2`` prints."""

    heading: str
    lead: str
    head: str
    command: str
    heads: tuple[str, ...]
    events: tuple[EventView, ...]
    nothing: str | None
    pager: PagerView | None
    words: Mapping[str, str]


def log_view(words: Words, page: LogPage) -> LogPageView:
    """Return what the page of the log prints."""
    last = page.events[0].position if page.events else 0
    first = page.events[-1].position if page.events else 0
    return LogPageView(
        heading=words("log.title"),
        lead=words("log.lead"),
        head=words("foot.head", position=page.head.position, hash=page.head.hash),
        command=f"tracker verify --head {page.head.hash}",
        heads=tuple(words(f"log.head_{key}") for key in ("position", "when", "what", "of", "hash")),
        events=tuple(_event(words, one) for one in page.events),
        nothing=None if page.events else words("log.nothing"),
        pager=PagerView(
            told=words("log.positions", first=first, last=last),
            before=Addresses().to("/log", upto=page.newer) if page.newer else None,
            after=Addresses().to("/log", upto=page.older) if page.older else None,
        ),
        words={key: words(f"log.{key}") for key in _LABELS},
    )


def _event(words: Words, event: Event) -> EventView:
    digest = event.hash.hex()
    return EventView(
        position=event.position,
        recorded=words.when(parse_when(event.recorded_at)),
        name=event.name,
        stream=short(event.stream, longest=120),
        href=_page_of(event.stream),
        hash=f"{digest[:_HASH_SHOWN]}…",
        whole_hash=digest,
    )


_PAGES: Mapping[str, Callable[[str], str]] = {
    "measure": Addresses().measure,
    "instrument": Addresses().instrument,
    "announcement": Addresses().announcement,
}


def _page_of(stream: str) -> str | None:
    kind, _, id = stream.partition("/")
    return _PAGES[kind](id) if kind in _PAGES and id else None
