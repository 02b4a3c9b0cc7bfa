"""Which requests does one poll make, and what came of each?"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import urlsplit

import msgspec

from tracker.domain.announcements import FeedItem
from tracker.domain.canonical import digest
from tracker.domain.days import instant_text
from tracker.domain.facts import SourceAdded
from tracker.domain.visits import Fault, Validators, Visit
from tracker.errors import FetchError
from tracker.feeds.bundled import is_bundled, read_bundled
from tracker.feeds.fetch import ANY, Fetcher
from tracker.feeds.impostors import is_home
from tracker.feeds.pacing import Pacing
from tracker.feeds.readers import Readers
from tracker.feeds.robots import Robots
from tracker.feeds.tasks import Reading, Task
from tracker.ports import Fetched

PAUSE_SECONDS = 1.0
"""Between two requests to a host that is not the operator's own."""

_NEVER_TEXT = ("image/", "audio/", "video/", "font/", "application/zip", "application/x-gzip")


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What every poll works with; may be shared between threads.

    ``pause_seconds`` lies between two requests to one host; ``None`` means a second for hosts of
    others and none for the operator's own networks.
    """

    fetcher: Fetcher
    readers: Readers
    pacing: Pacing
    robots: Robots
    pause_seconds: float | None = None


@dataclass(slots=True)
class Round:
    """One poll of one source; used by one thread."""

    means: Means
    source: SourceAdded
    held: Mapping[str, Validators]
    now: datetime
    visits: list[Visit] = field(default_factory=list)
    own_hosts: dict[str, bool] = field(default_factory=dict)

    def fetched(
        self, url: str, *, accept: str = ANY, held: Validators | None = None
    ) -> Fetched | None:
        """Fetch an address once and note it; ``None`` where it holds what was held.

        ``held`` stands in for what is held of the address itself. Raises `FetchError` with all
        visits so far, the failed one last.
        """
        held = self.held.get(url, Validators()) if held is None else held
        try:
            answer = self._ask(url, held, accept)
        except FetchError as error:
            raise self._noted(error, url) from error
        if answer.status == 304 or digest(answer.body) == held.sha256:
            self.visits.append(_visit(answer, "unchanged", held))
            return None
        self.visits.append(_visit(answer, "read", held))
        return answer

    def _ask(self, url: str, held: Validators, accept: str) -> Fetched:
        if is_bundled(url):
            return read_bundled(url, fetched_at=self.now, etag=held.etag)
        own = self._is_own(url)
        asked_pause = 0.0
        if self.source.robots == "respect" and not self._is_interface(url):
            asked_pause = self.means.robots.check(url, own=own)
        host = urlsplit(url).netloc.lower()
        with self.means.pacing.turn(host, pause=self._pause(asked_pause, own=own)):
            return self.means.fetcher.fetch(
                url,
                etag=held.etag,
                last_modified=held.last_modified,
                accept=accept,
                post=self.source.list.post if self.source.list and not self.visits else None,
            )

    def _is_interface(self, url: str) -> bool:
        """Tell whether an address is offered to programs; robots.txt speaks of pages."""
        if self.source.kind == "govuk":
            return urlsplit(url).path.startswith("/api/")
        return self.source.kind == "federal-register"

    def _pause(self, asked: float, *, own: bool) -> float:
        told = self.source.pace_seconds
        usual = self.means.pause_seconds
        if usual is None:
            usual = 0.0 if own else PAUSE_SECONDS
        return max(asked, usual if told is None else float(told))

    def _is_own(self, url: str) -> bool:
        host = urlsplit(url).netloc
        if host not in self.own_hosts:
            self.own_hosts[host] = self.means.fetcher.is_own(url)
        return self.own_hosts[host]

    def anew(self, url: str) -> Fetched:
        """Fetch an address whatever is held of it."""
        answer = self.fetched(url, held=Validators())
        assert answer is not None  # without conditions there is no "not modified"
        return answer

    def read(self, job: str, answer: Fetched, *, item: FeedItem | None = None) -> Reading:
        """Read a fetched body in a reader process.

        Where it cannot be read, the visit that brought it becomes a failed one. Raises
        `FetchError` with all visits so far.
        """
        try:
            self._refuse_other(answer)
            return self.means.readers.read(self.task(job, answer, item=item))
        except FetchError as error:
            fault = _home_or(error, answer)
            words = error.reason
            if fault is Fault.HOME_REDIRECT:
                words = _led_home(answer)
            raise self.refused(answer, fault, words) from error

    def task(self, job: str, answer: Fetched, *, item: FeedItem | None = None) -> Task:
        """Return what a reader process is told about a body."""
        return Task(
            job=job,
            body=answer.body,
            url=answer.final_url,
            now=self.now,
            source=self.source,
            content_type=answer.content_type,
            item=item,
        )

    def refused(self, answer: Fetched, fault: Fault, words: str) -> FetchError:
        """Turn the last visit into a failed one, and return the error that says so."""
        self.visits[-1] = msgspec.structs.replace(
            self.visits[-1],
            outcome="failed",
            fault=fault,
            words=words,
            etag=None,
            last_modified=None,
        )
        return FetchError(
            words, url=answer.url, status=answer.status, fault=fault, visits=tuple(self.visits)
        )

    def refuse_home(self, answer: Fetched) -> None:
        """Raise `FetchError` where a request for something deeper ended on a home page."""
        if is_home(answer.url, answer.final_url):
            raise self.refused(answer, Fault.HOME_REDIRECT, _led_home(answer))

    def _refuse_other(self, answer: Fetched) -> None:
        kind = (answer.content_type or "").lower().strip()
        if kind.startswith(_NEVER_TEXT) and answer.body.lstrip()[:1] not in (b"<", b"{", b"["):
            raise FetchError(
                f"the answer is {kind.partition(';')[0]}, which holds no text",
                url=answer.url,
                fault=Fault.CONTENT_TYPE,
            )

    def _noted(self, error: FetchError, url: str) -> FetchError:
        """Put a failed visit into the list; return the error with all of them."""
        made = (one for one in error.visits if isinstance(one, Visit))
        failed = next((one for one in made if one.url == url), None)
        if failed is None:  # refused before it was asked, or its robots.txt could not be had
            failed = Visit(
                url=url,
                outcome="failed",
                fetched_at=instant_text(self.now),
                fault=Fault(error.fault or Fault.CONNECTION),
                words=error.reason,
            )
        self.visits.append(failed)
        return FetchError(
            error.reason,
            url=url,
            status=error.status,
            fault=failed.fault,
            retry_after_seconds=error.retry_after_seconds,
            visits=tuple(self.visits),
        )


def _led_home(answer: Fetched) -> str:
    return f"the request was led to the home page {answer.final_url}"


def _home_or(error: FetchError, answer: Fetched) -> Fault:
    """Return the fault of an unreadable body: led to the home page explains a page instead."""
    if error.fault in (Fault.CONTENT_TYPE, Fault.NO_ITEMS) and is_home(
        answer.url, answer.final_url
    ):
        return Fault.HOME_REDIRECT
    return Fault(error.fault or Fault.MALFORMED)


def _visit(answer: Fetched, outcome: str, held: Validators) -> Visit:
    same = outcome == "unchanged"
    return Visit(
        url=answer.url,
        outcome="unchanged" if same else "read",
        fetched_at=instant_text(answer.fetched_at),
        final_url=answer.final_url,
        redirects=answer.redirects,
        status=answer.status,
        etag=answer.etag or (held.etag if same else None),
        last_modified=answer.last_modified or (held.last_modified if same else None),
        sha256=held.sha256 if same else digest(answer.body),
        content_type=answer.content_type,
        bytes=None if same else len(answer.body),
        date=answer.date,
    )


def not_wanted(item: FeedItem) -> FeedItem:
    """Return an item whose page is left alone."""
    return replace(item, page="not_wanted")
