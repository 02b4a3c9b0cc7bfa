"""Does a site's robots.txt let this program fetch an address?"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

from tracker.domain.visits import Fault
from tracker.errors import FetchError
from tracker.ports import Fetched

KEPT_SECONDS = 86_400
RETRY_SECONDS = 600
MAX_BYTES = 500_000
LONGEST_DELAY = 60.0
"""A crawl delay of more than this, in seconds, is taken to mean this."""

_UNREACHED = frozenset(
    {Fault.TIMEOUT, Fault.DNS, Fault.CONNECTION, Fault.TLS, Fault.REFUSED_ADDRESS}
)
"""What says nothing about rules: the address itself would end in the same."""


@dataclass(frozen=True, slots=True)
class _Rules:
    until: float
    parsed: Protego | None
    unreadable: str | None = None


class Robots:
    """Asks each host once a day; may be shared between threads.

    ``fetch`` brings a robots.txt through the same guard as everything else. ``agent`` is the name
    by which rules are looked up.
    """

    def __init__(
        self,
        fetch: Callable[[str], Fetched],
        *,
        agent: str,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._fetch = fetch
        self._agent = agent
        self._now = now
        self._lock = threading.Lock()
        self._hosts: dict[str, tuple[threading.Lock, list[_Rules]]] = {}

    def check(self, url: str, *, own: bool) -> float:
        """Return the pause in seconds that the site asks for between two requests.

        Raises `FetchError` where the site forbids the address, cannot say (5xx), or cannot be
        reached at all: then nothing is fetched, unless it is the operator's ``own`` network.
        """
        rules = self._rules(url, own=own)
        if rules.unreadable is not None and not own:
            raise FetchError(
                f"the site's robots.txt cannot be read ({rules.unreadable}), so nothing is fetched",
                url=url,
                fault=Fault.ROBOTS,
            )
        if rules.parsed is None:
            return 0.0
        if not rules.parsed.can_fetch(url, self._agent):
            raise FetchError(
                "the site's robots.txt does not allow this address; if you have leave to fetch it, "
                'say robots = "ignore" and a robots_reason for the source',
                url=url,
                fault=Fault.ROBOTS,
            )
        return min(float(rules.parsed.crawl_delay(self._agent) or 0.0), LONGEST_DELAY)

    def _rules(self, url: str, *, own: bool) -> _Rules:
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            lock, kept = self._hosts.setdefault(host, (threading.Lock(), []))
        with lock:
            if not kept or kept[0].until < self._now():
                kept[:] = [self._asked(host, own=own)]
            return kept[0]

    def _asked(self, host: str, *, own: bool) -> _Rules:
        """Fetch and read; 4xx means that there are no rules."""
        try:
            answer = self._fetch(f"{host}/robots.txt")
        except FetchError as error:
            if error.fault in _UNREACHED:
                if own:
                    return _Rules(self._now(), None)
                raise
            free = error.fault == Fault.EMPTY or 400 <= (error.status or 0) < 500
            if free and error.status != 429:
                return _Rules(self._now() + KEPT_SECONDS, None)
            return _Rules(self._now() + RETRY_SECONDS, None, error.reason)
        text = answer.body[:MAX_BYTES].decode("utf-8", "replace")
        if "<html" in text[:2000].lower():
            return _Rules(self._now() + KEPT_SECONDS, None)
        return _Rules(self._now() + KEPT_SECONDS, Protego.parse(text))
