"""What can come of asking an address for something? (one request, and how it can fail)"""

from enum import StrEnum
from typing import Literal

import msgspec

VisitOutcome = Literal["read", "unchanged", "failed"]


class Fault(StrEnum):
    """Why a request, or a whole poll, brought nothing; a closed set.

    Each is a fact about the source and never one about its announcements or the law.
    """

    TIMEOUT = "timeout"
    DNS = "dns"
    CONNECTION = "connection"
    TLS = "tls"
    REFUSED_ADDRESS = "refused_address"
    STATUS = "status"
    REDIRECTS = "redirects"
    ROBOTS = "robots"
    TOO_LARGE = "too_large"
    DECOMPRESSION = "decompression"
    EMPTY = "empty"
    TRUNCATED = "truncated"
    CONTENT_TYPE = "content_type"
    CHARSET = "charset"
    BLOCKED = "blocked"
    LOGIN = "login"
    HOME_REDIRECT = "home_redirect"
    ERROR_PAGE = "error_page"
    NO_ITEMS = "no_items"
    TOO_FEW_ITEMS = "too_few_items"
    MALFORMED = "malformed"
    LIMITS = "limits"


BLOCKING = frozenset({Fault.BLOCKED, Fault.LOGIN, Fault.ROBOTS})
"""Faults that tell that the publisher turns this program away, whatever the status was."""


class Validators(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is held of an address since it was last read well: headers as sent, SHA-256 in hex."""

    etag: str | None = None
    last_modified: str | None = None
    sha256: str | None = None


class Visit(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One request and what came of it, redirects included.

    ``unchanged`` is a 304, or a body equal to the one that was held. ``redirects`` are the
    addresses on the way, the first one included and ``final_url`` not. ``bytes`` and ``sha256``
    are of the unpacked body, ``fetched_at`` is an instant in UTC. A failed visit names its
    ``fault`` and tells it in ``words``; ``retry_after_seconds`` is what the server asked for,
    ``date`` the time that it told (its Date header, as sent).
    """

    url: str
    outcome: VisitOutcome
    fetched_at: str
    final_url: str | None = None
    redirects: tuple[str, ...] = ()
    status: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    sha256: str | None = None
    content_type: str | None = None
    bytes: int | None = None
    retry_after_seconds: int | None = None
    date: str | None = None
    fault: Fault | None = None
    words: str | None = None

    def held(self) -> Validators:
        """Return what the next request for the same address may be made conditional on."""
        return Validators(etag=self.etag, last_modified=self.last_modified, sha256=self.sha256)
