"""Where do announcements come from? (the adapter behind `tracker.ports.Feeds`)"""

from pathlib import Path

from ssrfguard import Resolver, SSRFGuardError

from tracker.domain.visits import Fault
from tracker.errors import FetchError, TrackerError
from tracker.feeds.bundled import is_bundled, read_bundled
from tracker.feeds.fetch import Fetcher
from tracker.feeds.folder import folder_of
from tracker.feeds.pacing import Pacing
from tracker.feeds.polling import poll
from tracker.feeds.readers import Readers, shared_readers
from tracker.feeds.robots import Robots
from tracker.feeds.rounds import Means
from tracker.feeds.watching import watch
from tracker.ports import Asked, Brought, Candidate, Clock, Fetched


class WebFeeds:
    """Every kind of source over HTTP(S), watched folders, and what ships with the program.

    ``allow`` names private networks (CIDR) that may be fetched from; see `Fetcher` for the rest.
    ``folder`` is where relative folders lie. ``pause_seconds`` is what lies between two requests
    to one host: ``None`` for a second with hosts of others and none with the operator's own.
    ``readers`` are the processes that read what was fetched. May be shared between threads.
    """

    def __init__(
        self,
        *,
        allow: tuple[str, ...] = (),
        user_agent: str,
        timeout_seconds: float,
        clock: Clock,
        proxy: str | None = None,
        ca_bundle: str | None = None,
        folder: Path | None = None,
        pause_seconds: float | None = None,
        readers: Readers | None = None,
        resolver: Resolver | None = None,
        max_bytes: int = 20_000_000,
    ) -> None:
        self._clock = clock
        self._folder = folder or Path.cwd()
        self._fetcher = Fetcher(
            allow=allow,
            user_agent=user_agent,
            timeout_seconds=timeout_seconds,
            max_bytes=max_bytes,
            proxy=proxy,
            ca_bundle=ca_bundle,
            clock=clock,
            resolver=resolver,
        )
        self._readers = readers or shared_readers()
        self._means = Means(
            fetcher=self._fetcher,
            readers=self._readers,
            pacing=Pacing(),
            robots=Robots(self._fetcher.fetch, agent=user_agent.partition("/")[0]),
            pause_seconds=pause_seconds,
        )

    def check(self, url: str, *, kind: str = "rss") -> None:
        """Raise `FetchError` for an address that would never be fetched from.

        A name that does not resolve now is left to the fetch, which checks again.
        """
        if is_bundled(url):
            return
        if kind == "folder":
            folder_of(url, self._folder)
            return
        guard = self._fetcher.guard
        try:
            target = guard.check_url(url)
            guard.addresses(target.host, target.port)
        except SSRFGuardError as error:
            raise FetchError(
                f"refused: {error}. A private network is fetched from only if "
                "TRACKER_FETCH_ALLOW names it, such as 127.0.0.0/8",
                url=url,
                fault=Fault.REFUSED_ADDRESS,
            ) from None
        except OSError:
            return

    def read(self, asked: Asked) -> Brought:
        """Poll one source once; see `tracker.ports.Feeds.read`."""
        try:
            return self._read(asked)
        except TrackerError:
            raise
        except Exception as error:  # one source must not end the polling of the others
            kind = type(error).__name__
            raise FetchError(
                f"the program could not read this source ({kind}: {error}); please report it",
                url=asked.source.url,
                fault=Fault.MALFORMED,
            ) from error

    def _read(self, asked: Asked) -> Brought:
        if asked.source.kind == "folder":
            return watch(
                asked, base=self._folder, readers=self._readers, limit=self._fetcher.max_bytes
            )
        return poll(self._means, asked)

    def discover(self, url: str, *, kind: str | None = None) -> tuple[Candidate, ...]:
        """Return what could be polled at ``url`` or behind it."""
        from tracker.feeds.discovery import discover

        return discover(self._means, url, now=self._clock(), kind=kind, poll=self.read)

    def fetch(self, url: str, *, etag: str | None, last_modified: str | None) -> Fetched:
        """Fetch once, conditionally; see `tracker.ports.Feeds.fetch`."""
        if is_bundled(url):
            return read_bundled(url, fetched_at=self._clock(), etag=etag)
        return self._fetcher.fetch(url, etag=etag, last_modified=last_modified)
