"""What does one poll of a source bring? (its list, further pages of it, and the pages behind)"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

import msgspec

from tracker.domain.announcements import FeedItem
from tracker.domain.facts import SourceAdded
from tracker.domain.visits import Fault, Validators
from tracker.errors import FetchError
from tracker.extraction.pages.announcement_text import DERIVED
from tracker.feeds.entries import address
from tracker.feeds.federal_register import api_address
from tracker.feeds.fetch import ANY
from tracker.feeds.linked_pages import LinkedPages, link_of
from tracker.feeds.moments import zone_of
from tracker.feeds.rounds import Means, Round
from tracker.feeds.tasks import Reading
from tracker.ports import Asked, Brought, Fetched

JOBS = {"rss": "feed", "json": "feed", "list": "list"}
"""How the main address of a kind is read where it is not read by its own name."""

USUAL_PAGES = {"federal-register": 5, "govuk": 3}
"""How many pages of a list are read at most where the source does not say."""

_YEAR = "{year}"
_FEED_PARTS = ("application/atom+xml", "application/rss+xml")
_ACCEPT = {
    "list": "text/html, application/json;q=0.9, */*;q=0.5",
    "json": "application/feed+json, application/json, */*;q=0.5",
    "federal-register": "application/json, application/xml;q=0.9, */*;q=0.5",
    "govuk": "application/json, application/atom+xml;q=0.9, */*;q=0.5",
}


def poll(means: Means, asked: Asked) -> Brought:
    """Poll a source that is reached by requests; see `tracker.ports.Feeds.read`."""
    return _Poll(asked, Round(means, asked.source, asked.held, asked.now)).run()


def addresses(source: SourceAdded, now: datetime) -> tuple[str, ...]:
    """Return where the list lies: for an address with the year in it, also last year's in January.

    The first one that can be read counts; the year is that of the source's zone.
    """
    url = source.url
    if source.kind == "federal-register":
        url = api_address(url, source.parameters)
    elif source.parameters:
        url = api_address(url, source.parameters, whole=False)
    if _YEAR not in url:
        return (url,)
    today = now.astimezone(zone_of(source.timezone))
    years = (today.year, today.year - 1) if today.month == 1 else (today.year,)
    return tuple(url.replace(_YEAR, str(year)) for year in years)


@dataclass(slots=True)
class _Poll:
    """One poll on its way."""

    asked: Asked
    round: Round
    complete: bool = True
    kind: Literal["rss", "json"] | None = None
    listed: list[FeedItem] = field(default_factory=list)

    @property
    def source(self) -> SourceAdded:
        return self.asked.source

    def run(self) -> Brought:
        wanted = _Once(self.asked)
        if not self._read_lists(wanted):
            return Brought(visits=tuple(self.round.visits), unchanged=True)
        pages = LinkedPages(self.round, wanted)
        for item in self.listed:
            if self._has_page(item):
                pages.take(item)
            else:
                pages.items.append(item)
        return self._brought(tuple(pages.items), complete=self.complete and pages.complete)

    def _read_lists(self, wanted: "_Once") -> bool:
        """Read every list that there is; tell whether anything had changed."""
        lists = addresses(self.source, self.asked.now)
        changed, failure, good = False, None, 0
        for url in lists:
            try:
                changed = self._read_list(url, wanted) or changed
                good += 1
            except FetchError as error:
                failure = error
        if failure is not None and not good:
            raise failure
        self.complete = self.complete and (failure is None or len(lists) > 1)
        return changed

    def _read_list(self, url: str, wanted: "_Once") -> bool:
        accept = _ACCEPT.get(self.source.kind, ANY)
        answer = self.round.fetched(url, accept=accept, held=self._held(url))
        if answer is None:
            return False
        if self.source.kind == "list":
            self.round.refuse_home(answer)
        reading = self._reading(answer)
        self._take(reading)
        self._read_on(reading, url, wanted)
        return True

    def _held(self, url: str) -> Validators:
        """Return what is held of the list; it goes by the source's address as it is written.

        Where that names no fixed place, only equal bytes mean that nothing has changed: another
        year's page may be older than the last one.
        """
        held = self.asked.held.get(self.source.url, Validators())
        if _YEAR not in self.source.url:
            return held
        return Validators(sha256=held.sha256)

    def _reading(self, answer: Fetched) -> Reading:
        reading = self.round.read(JOBS.get(self.source.kind, self.source.kind), answer)
        items = tuple(self._with_link(item) for item in reading.items)
        return msgspec.structs.replace(reading, items=items)

    def _with_link(self, item: FeedItem) -> FeedItem:
        link = link_of(item, self.source.kind)
        return item if link in (None, item.url) else replace(item, page_url=link)

    def _take(self, reading: Reading) -> None:
        known = {item.item_id for item in self.listed}
        self.listed += [item for item in reading.items if item.item_id not in known]
        self.complete = self.complete and reading.complete
        self.kind = self.kind or reading.kind

    def _read_on(self, first: Reading, url: str, wanted: "_Once") -> None:
        """Read further pages of the list, as long as they bring what is not held."""
        told = self.source.list
        most = told.pages if told else USUAL_PAGES.get(self.source.kind, 1)
        reading, seen = first, {url}
        for number in range(2, most + 1):
            following = self._following(reading, url, number)
            if following is None or following in seen:
                return
            if not any(wanted(item) for item in reading.items):
                return
            seen.add(following)
            further = self._further(following)
            if further is None:
                return
            reading = further
            self._take(reading)

    def _following(self, reading: Reading, url: str, number: int) -> str | None:
        told = self.source.list
        if told is not None and told.next_address:
            return address(url, told.next_address.replace("{page}", str(number)))
        return reading.next

    def _further(self, url: str) -> Reading | None:
        """Read a further page; one that fails leaves the poll incomplete."""
        try:
            return self._reading(self.round.anew(url))
        except FetchError:
            self.complete = False
            return None

    def _has_page(self, item: FeedItem) -> bool:
        """Tell whether the announcement is the page behind an item and not its entry."""
        if item.page != "none" or link_of(item, self.source.kind) is None:
            return False
        if self.source.kind in ("rss", "json"):
            return self.source.detail is not None
        return self.source.kind != "govuk" or item.content_type.startswith((DERIVED, *_FEED_PARTS))

    def _brought(self, items: tuple[FeedItem, ...], *, complete: bool) -> Brought:
        dates = (item.published_at for item in self.listed if item.published_at)
        few = len(self.listed) < self.source.minimum_items
        return Brought(
            visits=tuple(self.round.visits),
            items=items,
            oldest_item_at=min(dates, default=None),
            complete=complete,
            doubt=Fault.TOO_FEW_ITEMS if few else None,
            kind=self.kind,
        )


class _Once:
    """Asks about each item once, however often the answer is needed."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._told: dict[str, bool] = {}

    def __call__(self, item: FeedItem) -> bool:
        if item.item_id not in self._told:
            self._told[item.item_id] = self._asked.wanted(item)
        return self._told[item.item_id]
