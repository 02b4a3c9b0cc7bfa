"""What does an address hold now, and is it still what it was?

One guarded conditional GET. A 304 is an answer of its own, never turned into a 200; whatever
brings nothing to read is a `FetchError` in plain words.
"""

import ssl
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from urllib.parse import urljoin

import httpcore2
import httpx2
from ssrfguard import Resolver, SSRFGuardError

from tracker.domain.days import instant_text
from tracker.domain.visits import Fault, Visit
from tracker.errors import FetchError, UsageError
from tracker.feeds.failing import FAILURES, CutOffError, told, waiting_time
from tracker.feeds.guard import Guard
from tracker.feeds.inflating import ACCEPTED, take_in
from tracker.feeds.transport import Deadline, GuardedTransport, resolved
from tracker.ports import Fetched

__all__ = ["ANY", "MAX_REDIRECTS", "Fetched", "Fetcher", "utc_now"]

MAX_REDIRECTS = 5
PATIENCE = 3
"""A whole fetch, redirects included, may take this many times the timeout of a single wait."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_KEEPING = frozenset({307, 308})
ANY = "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5"
"""What is asked for where nothing better is known."""


def utc_now() -> datetime:
    """Return the present instant in UTC."""
    return datetime.now(UTC)


class Fetcher:
    """Fetches; holds no connection between fetches and may be shared between threads.

    ``allow`` are CIDR blocks that may be reached although they are private, on any port.
    ``timeout_seconds`` bounds each wait (connect, read); a whole fetch ends after three times
    that. ``max_bytes`` caps the body as sent and as unpacked. ``proxy`` is an http or https URL,
    ``ca_bundle`` a PEM file; neither is taken from the environment.
    """

    def __init__(
        self,
        *,
        allow: tuple[str, ...] = (),
        user_agent: str,
        timeout_seconds: float = 20,
        max_bytes: int = 20_000_000,
        proxy: str | None = None,
        ca_bundle: str | None = None,
        clock: Callable[[], datetime] = utc_now,
        resolver: Resolver | None = None,
    ) -> None:
        self.guard = Guard(allow, resolver=resolver)
        self.user_agent = user_agent
        self.timeout = timeout_seconds
        self.max_bytes = max_bytes
        self._proxy = proxy
        self._tls = _tls(ca_bundle)
        self.clock = clock

    def fetch(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        accept: str = ANY,
        post: str | None = None,
    ) -> Fetched:
        """Get ``url``, unless it is still what ``etag`` or ``last_modified`` (as sent) stood for.

        ``post`` is a JSON document to send instead of asking with GET. Raises `FetchError`, with
        its fault and the one failed visit, for a refused address, 4xx, 5xx, a timeout, a TLS
        failure, too many bytes or redirects, a cut-off or empty body; ``status`` is set where a
        server answered.
        """
        call = _Call(
            self, url, accept=accept, post=post, conditions=_conditions(etag, last_modified)
        )
        deadline = Deadline(self.timeout * PATIENCE)
        transport = GuardedTransport(
            self.guard, deadline=deadline, tls=self._tls, proxy=self._proxy
        )
        try:
            with httpx2.Client(
                transport=transport, timeout=self.timeout, trust_env=False
            ) as client:
                return call.follow(client)
        except (*FAILURES, CutOffError) as error:
            fault, words = told(error, max_bytes=self.max_bytes)
            raise call.failed(fault, words) from error

    def is_own(self, url: str) -> bool:
        """Tell whether an address lies in a network that ``allow`` names; never raises."""
        if not self.guard.allowed:
            return False
        deadline = Deadline(self.timeout)
        try:
            target = self.guard.check_url(url)
            found = resolved(self.guard, target.host, target.port, deadline=deadline)
        except (SSRFGuardError, httpcore2.ConnectError, httpcore2.TimeoutException, ValueError):
            return False
        return self.guard.allows(found)


class _Call:
    """One fetch on its way: where it has been led so far."""

    def __init__(
        self,
        fetcher: Fetcher,
        url: str,
        *,
        accept: str,
        post: str | None,
        conditions: Mapping[str, str],
    ) -> None:
        self.fetcher = fetcher
        self.url = url
        self.conditions = conditions
        self.post = post
        self.trail: list[str] = []
        self.current = url
        self.status: int | None = None
        self.headers = {
            "User-Agent": fetcher.user_agent,
            "Accept": accept,
            "Accept-Encoding": ACCEPTED,
            **conditions,
        }

    def follow(self, client: httpx2.Client) -> Fetched:
        """Send the request, and again for each redirect."""
        while len(self.trail) <= MAX_REDIRECTS:
            answer = client.send(self._request(client), stream=True, follow_redirects=False)
            try:
                onward = answer.headers.get("location")
                if answer.status_code not in _REDIRECTS or not onward:
                    return self._read(answer)
                self.trail.append(self.current)
                self._turn(answer, onward)
            finally:
                answer.close()
        raise self.failed(
            Fault.REDIRECTS, f"more than {MAX_REDIRECTS} redirects, the last to {self.current}"
        )

    def _request(self, client: httpx2.Client) -> httpx2.Request:
        if self.post is None:
            return client.build_request("GET", self.current, headers=self.headers)
        headers = {**self.headers, "Content-Type": "application/json"}
        return client.build_request(
            "POST", self.current, headers=headers, content=self.post.encode()
        )

    def _turn(self, answer: httpx2.Response, onward: str) -> None:
        """Go where a redirect leads; only 307 and 308 keep what was posted."""
        self.current = urljoin(str(answer.url), onward)
        if answer.status_code not in _KEEPING:
            self.post = None

    def _read(self, answer: httpx2.Response) -> Fetched:
        self.status = status = answer.status_code
        headers = answer.headers
        if status != 200 and not (status == 304 and self.conditions):
            raise self.failed(Fault.STATUS, _refusal(status, headers), headers=headers)
        body = b""
        if status == 200:
            encoding = headers.get("content-encoding", "")
            body = take_in(_whole(answer), encoding=encoding, limit=self.fetcher.max_bytes)
            if not body.strip():
                raise self.failed(Fault.EMPTY, "the answer is empty")
        return Fetched(
            url=self.url,
            final_url=str(answer.url),
            status=status,
            fetched_at=self.fetcher.clock(),
            body=body,
            etag=headers.get("etag"),
            last_modified=headers.get("last-modified"),
            content_type=headers.get("content-type"),
            date=headers.get("date"),
            retry_after=headers.get("retry-after"),
            redirects=tuple(self.trail),
        )

    def failed(
        self, fault: Fault, words: str, *, headers: httpx2.Headers | None = None
    ) -> FetchError:
        """Return the error that ends this fetch, with the visit that it was."""
        now = self.fetcher.clock()
        wait = waiting_time(headers.get("retry-after") if headers else None, now=now)
        visit = Visit(
            url=self.url,
            outcome="failed",
            fetched_at=instant_text(now),
            final_url=self.current,
            redirects=tuple(self.trail),
            status=self.status,
            content_type=headers.get("content-type") if headers else None,
            retry_after_seconds=wait,
            fault=fault,
            words=words,
        )
        return FetchError(
            words,
            url=self.url,
            status=self.status,
            fault=fault,
            retry_after_seconds=wait,
            visits=(visit,),
        )


def _whole(answer: httpx2.Response) -> Iterator[bytes]:
    """Yield the body as it comes in; an end before its time is told as such."""
    try:
        yield from answer.iter_raw()
    except httpcore2.RemoteProtocolError as error:
        raise CutOffError(str(error)) from error


def _conditions(etag: str | None, last_modified: str | None) -> dict[str, str]:
    given = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {name: value for name, value in given.items() if value}


def _tls(ca_bundle: str | None) -> ssl.SSLContext:
    if ca_bundle is None:
        return httpx2.create_ssl_context(trust_env=False)
    try:
        return ssl.create_default_context(cafile=ca_bundle)
    except (OSError, ssl.SSLError) as error:
        raise UsageError(f"the CA bundle {ca_bundle} cannot be read: {error}") from None


def _refusal(status: int, headers: httpx2.Headers) -> str:
    wait = headers.get("retry-after")
    words = f"the server answered {status}"
    if status == 304:
        return f"{words} (not modified) although nothing was asked to be compared"
    return f"{words}, and asks to wait ({wait})" if wait else words
