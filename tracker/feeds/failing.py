"""In which words, and as which kind of fault, is a failed request told?"""

import re
import ssl
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpcore2
import httpx2
from ssrfguard import SSRFGuardError

from tracker.domain.visits import Fault
from tracker.feeds.inflating import GarbledError, TooLargeError
from tracker.feeds.transport import UnresolvedError

LONGEST_WAIT = 30 * 86400
"""Servers that ask to wait longer, in seconds, are taken to mean this."""

FAILURES = (
    SSRFGuardError,
    TooLargeError,
    GarbledError,
    httpx2.HTTPError,
    httpx2.InvalidURL,
    httpcore2.NetworkError,
    httpcore2.TimeoutException,
    httpcore2.ProtocolError,
    httpcore2.ProxyError,
    httpcore2.UnsupportedProtocol,
    OSError,
    ValueError,
)
"""What a fetch ends in for reasons outside this program."""


class CutOffError(Exception):
    """Fewer bytes came than were announced."""


_PLAIN: tuple[tuple[tuple[type[Exception], ...], Fault, str], ...] = (
    ((GarbledError,), Fault.DECOMPRESSION, "{0}"),
    ((CutOffError,), Fault.TRUNCATED, "the body is cut off: {0}"),
    ((UnresolvedError,), Fault.DNS, "{0}"),
    (
        (httpcore2.ConnectTimeout, httpx2.ConnectTimeout),
        Fault.TIMEOUT,
        "timeout: nobody answered in time",
    ),
    (
        (httpcore2.TimeoutException, httpx2.TimeoutException),
        Fault.TIMEOUT,
        "timeout: the server was too slow",
    ),
)
_LAST: tuple[tuple[tuple[type[Exception], ...], Fault, str], ...] = (
    ((httpcore2.ProxyError,), Fault.CONNECTION, "the proxy refused: {0}"),
    ((httpcore2.ConnectError,), Fault.CONNECTION, "no connection: {0}"),
    (
        (httpcore2.RemoteProtocolError, httpx2.RemoteProtocolError),
        Fault.CONNECTION,
        "the answer is cut off or no HTTP: {0}",
    ),
    (
        (httpx2.InvalidURL, httpx2.UnsupportedProtocol, httpcore2.UnsupportedProtocol, ValueError),
        Fault.REFUSED_ADDRESS,
        "refused address: {0}",
    ),
)


def told(error: Exception, *, max_bytes: int) -> tuple[Fault, str]:
    """Return the fault and the words for it; foreign exceptions end here."""
    if isinstance(error, SSRFGuardError):
        return Fault.REFUSED_ADDRESS, f"refused address: {getattr(error, 'reason', error)}"
    if isinstance(error, TooLargeError):
        return Fault.TOO_LARGE, f"more than {max_bytes:,} bytes"
    for kinds, fault, words in _PLAIN:
        if isinstance(error, kinds):
            return fault, words.format(error)
    if _is_tls(error):
        return Fault.TLS, f"TLS failure: {error}"
    for kinds, fault, words in _LAST:
        if isinstance(error, kinds):
            return fault, words.format(error)
    return Fault.CONNECTION, f"the connection failed: {error or type(error).__name__}"


def _is_tls(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False


def waiting_time(retry_after: str | None, *, now: datetime) -> int | None:
    """Read a Retry-After header, which holds seconds or a date; ``None`` for anything else."""
    text = (retry_after or "").strip()
    if re.fullmatch(r"[0-9]{1,12}", text):
        return min(int(text), LONGEST_WAIT)
    try:
        until = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):
        return None
    moment = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max(int((moment - now).total_seconds()), 0), LONGEST_WAIT)
