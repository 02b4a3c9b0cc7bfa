"""How is a connection kept to the address that was checked, and to the time that it may take?"""

import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

import httpcore2
import httpx2
from httpcore2 import SOCKET_OPTION, NetworkBackend, NetworkStream, SyncBackend
from ssrfguard import Address, BlockedAddressError

from tracker.feeds.guard import Guard, is_literal

_T = TypeVar("_T")

ATTEMPTS = 4
"""How many addresses of one name are tried."""


class UnresolvedError(httpcore2.ConnectError):
    """A name that has no address, or none in time."""


class Deadline:
    """A moment after which nothing is waited for any more."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def cap(self, timeout: float | None) -> float:
        """Return the shorter of ``timeout`` and what is left; raise `ReadTimeout` if nothing is."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("the whole fetch took too long")
        return left if timeout is None else min(timeout, left)


class DeadlineStream(NetworkStream):
    """A stream whose every wait ends with the deadline, however slowly bytes drip in."""

    def __init__(self, inner: NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what has come, waiting at most until the deadline."""
        return self._inner.read(max_bytes, self._deadline.cap(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of ``buffer`` before the deadline."""
        self._inner.write(buffer, self._deadline.cap(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> NetworkStream:
        """Secure the connection; the stream that comes back has the same deadline."""
        secured = self._inner.start_tls(ssl_context, server_hostname, self._deadline.cap(timeout))
        return DeadlineStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """Return what the stream below knows, such as ``server_addr``."""
        return self._inner.get_extra_info(info)


class GuardedBackend(NetworkBackend):
    """Resolves, checks every answer, and connects to a checked address instead of to the name.

    A name that answers otherwise the next time gains nothing: there is no next time. Without a
    ``guard`` it connects to what it is told, which is for the operator's own proxy.
    """

    def __init__(self, guard: Guard | None, deadline: Deadline) -> None:
        self._guard = guard
        self._deadline = deadline
        self._plain = SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> NetworkStream:
        """Connect to one of the checked addresses of ``host``, in the resolver's order."""
        failure: Exception = httpcore2.ConnectError(f"{host} has no address")
        for address in self._checked(host, port)[:ATTEMPTS]:
            try:
                wait = self._deadline.cap(timeout)
                inner = self._plain.connect_tcp(address, port, wait, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
                continue
            self._check_peer(inner, port)
            return DeadlineStream(inner, self._deadline)
        raise failure

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> NetworkStream:
        """Refuse: nothing in the file system is ever fetched."""
        raise BlockedAddressError(path, "sockets in the file system are never fetched")

    def _checked(self, host: str, port: int) -> tuple[str, ...]:
        guard = self._guard
        if guard is None:
            return (host,)
        return resolved(guard, host, port, deadline=self._deadline)

    def _check_peer(self, stream: NetworkStream, port: int) -> None:
        if self._guard is None:
            return
        try:
            self._guard.check_peer(str(stream.get_extra_info("server_addr")[0]), port=port)
        except BaseException:
            stream.close()
            raise


def resolved(guard: Guard, host: str, port: int, *, deadline: Deadline) -> tuple[str, ...]:
    """Return the checked addresses of a name; the system's resolver itself knows no time limit.

    Raises `UnresolvedError`, or `ssrfguard.SSRFGuardError` for what may not be reached.
    """
    try:
        if is_literal(host):
            found: tuple[Address, ...] | None = guard.addresses(host, port)
        else:
            found = _before(deadline, lambda: guard.addresses(host, port))
    except OSError as error:
        raise UnresolvedError(f"the name {host} does not resolve ({error})") from error
    if found is None:
        raise UnresolvedError(f"the name {host} does not resolve in time")
    return tuple(str(address.ip) for address in found)


def _before(deadline: Deadline, work: Callable[[], _T]) -> _T | None:
    """Do it in a thread; ``None`` if it is not done in time. What it raises is raised here."""
    done: list[_T] = []
    failed: list[Exception] = []

    def run() -> None:
        try:
            done.append(work())
        except Exception as error:  # handed to the thread that waits
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(deadline.cap(None))
    if failed:
        raise failed[0]
    return done[0] if done else None


class _Body(httpx2.SyncByteStream):
    """The bytes of a response as they come in."""

    def __init__(self, chunks: Any) -> None:
        self._chunks = chunks

    def __iter__(self) -> Iterator[bytes]:
        yield from self._chunks

    def close(self) -> None:
        self._chunks.close()


class GuardedTransport(httpx2.BaseTransport):
    """The transport of one fetch: checks the URL of every request, then the address it reaches.

    With a ``proxy`` (its URL) the URL rules and the local resolution still apply before each
    request, but it is the proxy that connects: it must refuse private networks itself.
    """

    def __init__(
        self, guard: Guard, *, deadline: Deadline, tls: ssl.SSLContext, proxy: str | None = None
    ) -> None:
        self._guard = guard
        self._deadline = deadline
        self._proxied = proxy is not None
        self._pool: httpcore2.ConnectionPool
        if proxy is None:
            backend = GuardedBackend(guard, deadline)
            self._pool = httpcore2.ConnectionPool(ssl_context=tls, network_backend=backend)
            return
        told = httpx2.Proxy(proxy)
        self._pool = httpcore2.HTTPProxy(
            proxy_url=str(told.url),
            proxy_auth=told.raw_auth,
            ssl_context=tls,
            network_backend=GuardedBackend(None, deadline),
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send one request; redirects come back as they are.

        Raises `ssrfguard.SSRFGuardError` for what may not be reached, `httpcore2` errors for the
        network's failures.
        """
        target = self._guard.check_url(str(request.url))
        if self._proxied:
            resolved(self._guard, target.host, target.port, deadline=self._deadline)
        url = request.url
        answer = self._pool.handle_request(
            httpcore2.Request(
                method=request.method,
                url=httpcore2.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx2.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Body(answer.stream),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()
