"""How is a message posted to somebody's address under the same guard as a fetch?"""

import ssl
from dataclasses import dataclass

import httpcore2
import httpx2
from ssrfguard import SSRFGuardError

from tracker.errors import DeliveryError
from tracker.feeds.guard import Guard
from tracker.feeds.transport import Deadline, GuardedTransport


@dataclass(frozen=True, slots=True)
class Answered:
    """What a server said to a post; its body is not read."""

    status: int
    retry_after: str | None


class Poster:
    """Posts; follows no redirect and reads no body. May be shared between threads.

    ``allow`` names private networks (CIDR) that may be reached; see `tracker.feeds.guard.Guard`.
    """

    def __init__(
        self,
        *,
        allow: tuple[str, ...],
        user_agent: str,
        timeout_seconds: float,
        proxy: str | None,
        ca_bundle: str | None,
    ) -> None:
        self._guard = Guard(allow)
        self._user_agent = user_agent
        self._timeout = timeout_seconds
        self._proxy = proxy
        self._tls = ssl.create_default_context(cafile=ca_bundle)

    def __call__(self, url: str, body: bytes, headers: dict[str, str]) -> Answered:
        """Post once; raise `OSError` where the network fails, `DeliveryError` if refused by us."""
        transport = GuardedTransport(
            self._guard, deadline=Deadline(self._timeout), tls=self._tls, proxy=self._proxy
        )
        sent = {**headers, "User-Agent": self._user_agent}
        client = httpx2.Client(transport=transport, timeout=self._timeout, trust_env=False)
        try:
            with client, client.stream("POST", url, content=body, headers=sent) as answer:
                return Answered(answer.status_code, answer.headers.get("Retry-After"))
        except SSRFGuardError as error:
            raise DeliveryError(
                f"refused: {error}. A private network is reached only if TRACKER_FETCH_ALLOW "
                "names it, such as 127.0.0.0/8",
                permanent=True,
            ) from None
        except (httpx2.HTTPError, httpcore2.NetworkError, httpcore2.TimeoutException) as error:
            raise OSError(type(error).__name__) from None
        except (httpcore2.ProtocolError, httpx2.InvalidURL) as error:
            raise OSError(type(error).__name__) from None
