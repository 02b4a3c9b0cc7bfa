"""What could be polled at an address, or behind the page that lies there?"""

import dataclasses
from collections.abc import Callable, Iterator
from datetime import datetime
from urllib.parse import urlsplit

from msgspec.structs import replace

from tracker.domain.announcements import FeedItem
from tracker.domain.facts import SourceAdded, SourceKind
from tracker.domain.visits import Fault
from tracker.errors import FetchError
from tracker.feeds.rounds import Means, Round
from tracker.ports import Asked, Brought, Candidate

MOST = 8
"""So many feeds of one page are looked at."""

SHOWN = 5
USUAL_PATHS = ("feed", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feed.json")
"""Where feeds often lie though no page names them; tried only where nothing else was found."""

Poll = Callable[[Asked], Brought]


def discover(
    means: Means, url: str, *, now: datetime, kind: str | None, poll: Poll
) -> tuple[Candidate, ...]:
    """Return the places that a poll could read, the most likely first.

    Raises `FetchError` where there is none, with the reason of the first try.
    """
    look = _Look(means, url, now=now, poll=poll)
    if kind is not None:
        told = SourceAdded(id="", url=url, kind=kind)  # type: ignore[arg-type]
        found = look.tried(told, "the address itself")
        if found is not None:
            return (dataclasses.replace(found, source=told),)
        assert look.failure is not None
        raise look.failure
    candidates = tuple(look.candidates())
    if not candidates:
        raise look.failure or FetchError(
            "nothing here can be polled: no feed, and no list of dated links",
            url=url,
            fault=Fault.NO_ITEMS,
        )
    return candidates


class _Look:
    """One search for what can be polled."""

    def __init__(self, means: Means, url: str, *, now: datetime, poll: Poll) -> None:
        self._means = means
        self._url = url
        self._now = now
        self._poll = poll
        self.failure: FetchError | None = None

    def candidates(self) -> Iterator[Candidate]:
        """Yield what the address itself is, else the feeds that its page names, else its list."""
        for kind in _kinds(self._url):
            direct = self.tried(SourceAdded(id="", url=self._url, kind=kind), _WORDS[kind])
            if direct is not None:
                yield direct
                return
        page = SourceAdded(id="", url=self._url, kind="list")
        try:
            round_ = Round(self._means, page, {}, self._now)
            reading = round_.read("look", round_.anew(self._url))
        except FetchError as error:
            self.failure = error
            return
        any_feed = False
        for link in reading.links[:MOST]:
            source = SourceAdded(id="", url=link.url, kind=_kind(link.url), title=link.text or None)
            found = self.tried(source, "a feed that the page names")
            any_feed = any_feed or found is not None
            if found is not None:
                yield found
        if reading.source is not None:
            listed = replace(reading.source, url=self._url)
            found = self.tried(listed, "the page itself: a list of dated links")
            if found is not None:
                yield found
                return
        if not any_feed:
            yield from self._usual()

    def _usual(self) -> Iterator[Candidate]:
        parts = urlsplit(self._url)
        for path in USUAL_PATHS:
            url = f"{parts.scheme}://{parts.netloc}/{path}"
            found = self.tried(SourceAdded(id="", url=url), "a feed at a usual place")
            if found is not None:
                yield found
                return

    def tried(self, source: SourceAdded, words: str) -> Candidate | None:
        """Poll a place once; keep the first failure for the case that nothing is found.

        A feed is offered as the kind that it is, whatever its address looks like.
        """
        asked = Asked(source=source, held={}, wanted=_nothing, now=self._now)
        try:
            brought = self._poll(asked)
        except FetchError as error:
            self.failure = self.failure or error
            return None
        titles = tuple(item.title for item in brought.items)
        if brought.kind is not None:
            source = replace(source, kind=brought.kind)
        return Candidate(source=source, found=words, titles=titles)


def _nothing(_: FeedItem) -> bool:
    return False


_WORDS: dict[SourceKind, str] = {
    "rss": "a feed",
    "json": "a feed",
    "federal-register": "the interface of the Federal Register",
    "govuk": "the interface of GOV.UK",
}


def _kinds(url: str) -> tuple[SourceKind, ...]:
    """Return what an address may be, the likeliest first: JSON may be a feed or an interface."""
    first = _kind(url)
    further = ("federal-register",) if first == "json" else ()
    return (first, *further)


def _kind(url: str) -> SourceKind:
    """Guess the kind of a source from its address alone."""
    parts = urlsplit(url)
    host, path = (parts.hostname or "").removeprefix("www."), parts.path
    if host == "federalregister.gov" and "/api/" in path:
        return "federal-register"
    if path.startswith(("/api/content/", "/api/search")) or (
        host == "gov.uk" and path.endswith(".atom")
    ):
        return "govuk"
    return "json" if path.endswith(".json") else "rss"
