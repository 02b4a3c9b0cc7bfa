"""Who may look, and whose word about an address is believed?"""

from dataclasses import dataclass
from ipaddress import ip_network
from typing import Literal

from fastapi import Request

from tracker.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """The settings of the pages that decide who gets in; see ``docs/settings.md``, ``[web]``."""

    reading: Literal["open", "closed"] = "open"
    trusted_proxies: tuple[str, ...] = ()
    public_url: str | None = None
    cors: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Raise `UsageError` for a proxy that is no address: it would be believed by nobody."""
        for proxy in self.trusted_proxies:
            try:
                ip_network(proxy)
            except ValueError:
                raise UsageError(
                    f"web.trusted_proxies: {proxy!r} is no address and no network; write one like "
                    "10.0.0.5 or 10.0.0.0/8"
                ) from None

    def is_secure(self, request: Request) -> bool:
        """Tell whether the browser reaches us encrypted."""
        public = self.public_url or ""
        return request.url.scheme == "https" or public.startswith("https://")


FOR_MACHINES = ("/api/", "/feeds/", "/metrics")
"""Who asks under these paths shows a token, and is answered in ``application/problem+json``."""

ALWAYS_OPEN = ("/sign-in", "/static/", "/health", "/confirm/", "/unsubscribe/")
"""What is answered also where reading is closed: the door, its looks, and the links in mails."""


def is_for_machines(path: str) -> bool:
    """Tell whether programs rather than people ask under a path."""
    return path.startswith(FOR_MACHINES)
