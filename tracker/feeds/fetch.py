"""What does an address hold now, and is it still what it was?

One guarded conditional GET. A 304 is an answer of its own, never turned into a 200; whatever
brings nothing to read is a `FetchError` in plain words.
"""

import ssl
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from urllib.parse import urljoin

import httpcore2
import httpx2
from ssrfguard import Resolver, SSRFGuardError

from tracker.errors import FetchError, UsageError
from tracker.feeds.guard import Guard
from tracker.feeds.inflating import ACCEPTED, GarbledError, TooLargeError, take_in
from tracker.feeds.transport import Deadline, GuardedTransport
from tracker.ports import Fetched

__all__ = ["MAX_REDIRECTS", "Fetched", "Fetcher", "utc_now"]

MAX_REDIRECTS = 5
PATIENCE = 3
"""A whole fetch, redirects included, may take this many times the timeout of a single wait."""

_FAILURES = (
    SSRFGuardError,
    TooLargeError,
    GarbledError,
    httpx2.HTTPError,
    httpx2.InvalidURL,
    httpcore2.NetworkError,
    httpcore2.TimeoutException,
    httpcore2.ProtocolError,
    httpcore2.UnsupportedProtocol,
    OSError,
    ValueError,
)
"""What a fetch ends in for reasons outside this program."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ACCEPT = (
    "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5"
)


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
        self._guard = Guard(allow, resolver=resolver)
        self._user_agent = user_agent
        self._timeout = timeout_seconds
        self._max_bytes = max_bytes
        self._proxy = proxy
        self._tls = _tls(ca_bundle)
        self._clock = clock

    def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Fetched:
        """Get ``url``, unless it is still what ``etag`` or ``last_modified`` (as sent) stood for.

        Raises `FetchError` for a refused address, 4xx, 5xx, a timeout, a TLS failure, too many
        bytes or redirects, a cut-off or empty body; ``status`` is set where a server answered.
        """
        conditions = _conditions(etag, last_modified)
        deadline = Deadline(self._timeout * PATIENCE)
        transport = GuardedTransport(
            self._guard, deadline=deadline, tls=self._tls, proxy=self._proxy
        )
        try:
            with httpx2.Client(
                transport=transport, timeout=self._timeout, trust_env=False
            ) as client:
                return self._follow(client, url, conditions)
        except _FAILURES as error:
            raise FetchError(_in_words(error, self._max_bytes), url=url) from error

    def _follow(self, client: httpx2.Client, url: str, conditions: Mapping[str, str]) -> Fetched:
        trail: list[str] = []
        current = url
        while len(trail) <= MAX_REDIRECTS:
            request = client.build_request("GET", current, headers=self._headers(conditions))
            answer = client.send(request, stream=True, follow_redirects=False)
            try:
                onward = answer.headers.get("location")
                if answer.status_code not in _REDIRECTS or not onward:
                    return self._read(answer, url, tuple(trail), conditions=conditions)
            finally:
                answer.close()
            trail.append(current)
            current = urljoin(str(answer.url), onward)
        raise FetchError(f"more than {MAX_REDIRECTS} redirects, the last to {current}", url=url)

    def _headers(self, conditions: Mapping[str, str]) -> dict[str, str]:
        return {
            "User-Agent": self._user_agent,
            "Accept": _ACCEPT,
            "Accept-Encoding": ACCEPTED,
            **conditions,
        }

    def _read(
        self,
        answer: httpx2.Response,
        url: str,
        trail: tuple[str, ...],
        *,
        conditions: Mapping[str, str],
    ) -> Fetched:
        status = answer.status_code
        headers = answer.headers
        if status != 200 and not (status == 304 and conditions):
            raise FetchError(_refusal(status, headers), url=url, status=status)
        body = b""
        if status == 200:
            encoding = headers.get("content-encoding", "")
            body = take_in(answer.iter_raw(), encoding=encoding, limit=self._max_bytes)
            if not body.strip():
                raise FetchError("the answer is empty", url=url, status=status)
        return Fetched(
            url=url,
            final_url=str(answer.url),
            status=status,
            fetched_at=self._clock(),
            body=body,
            etag=headers.get("etag"),
            last_modified=headers.get("last-modified"),
            content_type=headers.get("content-type"),
            date=headers.get("date"),
            retry_after=headers.get("retry-after"),
            redirects=trail,
        )


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


def _in_words(error: Exception, max_bytes: int) -> str:
    """Say what failed; foreign exceptions end here."""
    if isinstance(error, SSRFGuardError):
        return f"refused address: {getattr(error, 'reason', error)}"
    if isinstance(error, TooLargeError):
        return f"more than {max_bytes:,} bytes"
    if isinstance(error, GarbledError):
        return str(error)
    if isinstance(error, httpcore2.ConnectTimeout | httpx2.ConnectTimeout):
        return "timeout: nobody answered in time"
    if isinstance(error, httpcore2.TimeoutException | httpx2.TimeoutException):
        return "timeout: the server was too slow"
    if _is_tls(error):
        return f"TLS failure: {error}"
    if isinstance(error, httpcore2.ConnectError):
        return f"no connection: {error}"
    if isinstance(error, httpcore2.RemoteProtocolError):
        return f"the answer is cut off or no HTTP: {error}"
    if isinstance(error, httpx2.InvalidURL | httpx2.UnsupportedProtocol):
        return f"refused address: {error}"
    return f"the connection failed: {error or type(error).__name__}"


def _is_tls(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False
