"""Where do announcements come from? (the adapter behind `tracker.ports.Feeds`)"""

from ssrfguard import SSRFGuardError

from tracker.domain.announcements import FeedItem
from tracker.errors import FetchError
from tracker.feeds.bundled import is_bundled, read_bundled
from tracker.feeds.fetch import Fetcher
from tracker.feeds.guard import Guard
from tracker.feeds.syndication import read_feed
from tracker.ports import Clock, Fetched


class WebFeeds:
    """RSS and Atom feeds over HTTP(S), and the feeds that ship with the program.

    ``allow`` names private networks (CIDR) that may be fetched from; see `Fetcher` for the rest.
    """

    def __init__(
        self,
        *,
        allow: tuple[str, ...],
        user_agent: str,
        timeout_seconds: float,
        proxy: str | None,
        ca_bundle: str | None,
        clock: Clock,
    ) -> None:
        self._guard = Guard(allow)
        self._clock = clock
        self._fetcher = Fetcher(
            allow=allow,
            user_agent=user_agent,
            timeout_seconds=timeout_seconds,
            proxy=proxy,
            ca_bundle=ca_bundle,
            clock=clock,
        )

    def check(self, url: str) -> None:
        """Raise `FetchError` for an address that would never be fetched from.

        A name that does not resolve now is left to the fetch, which checks again.
        """
        if is_bundled(url):
            return
        try:
            target = self._guard.check_url(url)
            self._guard.addresses(target.host, target.port)
        except SSRFGuardError as error:
            raise FetchError(
                f"refused: {error}. A private network is fetched from only if "
                "TRACKER_FETCH_ALLOW names it, such as 127.0.0.0/8",
                url=url,
            ) from None
        except OSError:
            return

    def fetch(self, url: str, *, etag: str | None, last_modified: str | None) -> Fetched:
        """Fetch once, conditionally; see `tracker.ports.Feeds.fetch`."""
        if is_bundled(url):
            return read_bundled(url, fetched_at=self._clock(), etag=etag)
        return self._fetcher.fetch(url, etag=etag, last_modified=last_modified)

    def items(self, fetched: Fetched) -> tuple[FeedItem, ...]:
        """Read the items of a fetch that brought a body."""
        return read_feed(
            fetched.body,
            content_type=fetched.content_type,
            base_url=fetched.final_url,
            now=fetched.fetched_at,
        )
