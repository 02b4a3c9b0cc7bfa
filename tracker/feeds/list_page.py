"""Which items stand on a list page? (HTML by declared selectors, or JSON that wraps it)"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from itertools import islice
from typing import Any

from lxml import etree

from tracker.domain.announcements import FeedItem
from tracker.domain.facts import ListPage, SourceAdded
from tracker.domain.visits import Fault
from tracker.errors import FetchError
from tracker.extraction.pages.selecting import elements, first, parsed, values
from tracker.extraction.pages.text import html_to_text
from tracker.feeds.charsets import charset, text
from tracker.feeds.entries import address, entry
from tracker.feeds.impostors import refuse_impostor
from tracker.feeds.moments import date_of, zone_of
from tracker.feeds.tasks import Reading, Task

MAX_ENTRIES = 2_000
_LONGEST = 2_000
"""Longer titles are no titles: something else was selected."""


def read(task: Task) -> Reading:
    """Read one page of a list. Raises `FetchError` for a page that is none."""
    told = task.source.list or ListPage()
    page = text(
        task.body,
        charset(
            task.body,
            content_type=task.content_type,
            override=task.source.encoding,
            language=task.source.language,
        ),
        url=task.url,
    )
    desk = _Desk(told, task.source, task.url, now=task.now)
    if told.records or told.fragment:
        return desk.from_json(page)
    return desk.from_page(page)


@dataclass(slots=True)
class _Desk:
    """What is known while one list page is read."""

    told: ListPage
    source: SourceAdded
    url: str
    now: datetime

    @property
    def zone(self) -> tzinfo:
        return zone_of(self.source.timezone)

    def from_page(self, page: str) -> Reading:
        """Read items by selectors."""
        root = parsed(page)
        if root is None:
            raise self._nothing("the page holds no elements")
        base = first(root, ("base@href",))
        found = tuple(islice(self._entries(root, address(self.url, base or "") or self.url), 2_000))
        if not found and self.source.minimum_items > 0:
            refuse_impostor(page, url=self.url)
            raise self._nothing(
                f"nothing on the page is selected by {self.told.item!r} with a title and a link"
            )
        return Reading(items=found, next=self._next(root))

    def from_json(self, page: str) -> Reading:
        """Read items from a JSON answer: its records, or a piece of HTML inside."""
        try:
            answer = json.loads(page)
        except ValueError:
            refuse_impostor(page, url=self.url)
            raise FetchError(
                "the answer is no JSON", url=self.url, fault=Fault.CONTENT_TYPE
            ) from None
        self._check_success(answer)
        if self.told.fragment:
            piece = at_path(answer, self.told.fragment)
            if not isinstance(piece, str):
                raise self._nothing(f"the answer holds no text under {self.told.fragment!r}")
            return self.from_page(piece)
        records = at_path(answer, self.told.records or "")
        if not isinstance(records, list):
            raise self._nothing(f"the answer holds no list under {self.told.records!r}")
        found = tuple(filter(None, (self._from_record(one) for one in records[:MAX_ENTRIES])))
        if not found and self.source.minimum_items > 0:
            raise self._nothing(f"the list under {self.told.records!r} is empty")
        return Reading(items=found)

    def _nothing(self, words: str) -> FetchError:
        return FetchError(f"no items found: {words}", url=self.url, fault=Fault.NO_ITEMS)

    def _check_success(self, answer: Any) -> None:
        path, given, value = (self.told.success or "").partition("=")
        found = at_path(answer, path.strip())
        if given and _as_json(found) not in (value.strip(), value.strip().lower()):
            raise FetchError(
                f"the answer says {path.strip()} = {_as_json(found)} instead of {value.strip()}",
                url=self.url,
                fault=Fault.ERROR_PAGE,
            )

    def _entries(self, root: etree._Element, base: str) -> Iterator[FeedItem]:
        scopes = elements(root, (self.told.within,)) if self.told.within else (root,)
        seen: set[str] = set()
        for scope in scopes:
            for node in elements(scope, (self.told.item,)):
                made = self._from_node(node, base)
                if made is not None and made.item_id not in seen:
                    seen.add(made.item_id)
                    yield made

    def _from_node(self, node: etree._Element, base: str) -> FeedItem | None:
        told = self.told
        link = next(self._links(values(node, told.link), base), None)
        title = first(node, told.title)
        if link is None or not title or len(title) > _LONGEST:
            return None
        return self._entry(
            title=title,
            url=link,
            dates=tuple(values(node, told.date)),
            summary=first(node, told.summary) or "",
            item_id=first(node, told.identity),
        )

    def _links(self, found: Iterable[str], base: str) -> Iterator[str]:
        for link in found:
            url = address(base, link)
            if url and self._fits(url):
                yield url

    def _fits(self, url: str) -> bool:
        pattern = self.told.link_pattern
        return pattern is None or re.search(pattern, url) is not None

    def _from_record(self, record: Any) -> FeedItem | None:
        told = self.told
        link = next(self._links(_told(record, told.link), self.url), None)
        title = next((html_to_text(value) for value in _told(record, told.title)), "")
        if not title or len(title) > _LONGEST:
            return None
        return self._entry(
            title=" ".join(title.split()),
            url=link,
            dates=tuple(_told(record, told.date)),
            summary=next(_told(record, told.summary), ""),
            item_id=next(_told(record, told.identity), None),
        )

    def _entry(
        self,
        *,
        title: str,
        url: str | None,
        dates: tuple[str, ...],
        summary: str,
        item_id: str | None,
    ) -> FeedItem:
        published, notes = date_of(dates, zone=self.zone, now=self.now, form=self.told.date_format)
        return entry(
            title=title,
            url=url,
            published_at=published,
            told_date=dates[0] if dates else None,
            summary=summary,
            item_id=item_id,
            notes=notes,
        )

    def _next(self, root: etree._Element) -> str | None:
        if self.told.next is None:
            return None
        selector = self.told.next if "@" in self.told.next else f"{self.told.next}@href"
        onward = first(root, (selector,))
        return address(self.url, onward) if onward else None


def _as_json(value: Any) -> str:
    """Return a value as a JSON answer writes it, a text without its quotes."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)[:200]


def at_path(answer: Any, path: str) -> Any:
    """Return what lies under ``a.b.0.c`` in a JSON answer; ``None`` where nothing does."""
    for step in path.split(".") if path else ():
        if isinstance(answer, dict):
            answer = answer.get(step)
        elif isinstance(answer, list) and step.isdigit() and int(step) < len(answer):
            answer = answer[int(step)]
        else:
            return None
    return answer


def _told(record: Any, names: tuple[str, ...]) -> Iterator[str]:
    """Yield what a record tells under the names, as text."""
    for name in names:
        value = at_path(record, name)
        if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).strip():
            yield str(value)
