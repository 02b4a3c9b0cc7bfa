"""How does a program get a digest, and how can it tell that it came from us, and only once?

Every request carries an id that stays the same over all attempts, the time of the attempt, and an
HMAC-SHA-256 over ``id.time.body`` under the secret of the subscription.
"""

import base64
import hmac
from collections.abc import Callable
from hashlib import sha256
from typing import Protocol

from tracker.application.subscriptions.readership import Letter, Parcel
from tracker.digests.subscription import Subscription
from tracker.errors import DeliveryError
from tracker.ports import Clock

_GONE = 410


class Answer(Protocol):
    """What came back of a request."""

    @property
    def status(self) -> int:
        """The HTTP status."""

    @property
    def retry_after(self) -> str | None:
        """The header of that name."""


Post = Callable[[str, bytes, dict[str, str]], Answer]
"""Sends a body with headers to an address; raises `OSError` where the network fails and
`DeliveryError` for an address that is never written to."""


class WebhookCarrier:
    """Posts digests as JSON; whatever is no 2xx is tried again, 410 ends it."""

    def __init__(self, post: Post, clock: Clock) -> None:
        self._post = post
        self._clock = clock

    def carry(self, subscription: Subscription, parcel: Parcel, letter: Letter | None) -> None:
        """Post a digest; see `tracker.application.subscriptions.delivering.Carrier`."""
        if letter is None or letter.json is None:
            raise DeliveryError("there is nothing to post", permanent=True)
        body = letter.json.encode()
        moment = str(int(self._clock().timestamp()))
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "Idempotency-Key": parcel.id,
            "Webhook-Id": parcel.id,
            "Webhook-Timestamp": moment,
            "Webhook-Signature": signature(subscription.secret or "", parcel.id, moment, body),
        }
        try:
            answer = self._post(subscription.target, body, headers)
        except OSError as error:
            raise DeliveryError(f"the web address cannot be reached: {error}") from None
        if not 200 <= answer.status < 300:
            raise _refused(answer)

    def rest(self) -> None:
        """Nothing is held open."""


def signature(secret: str, id: str, moment: str, body: bytes) -> str:
    """Return ``v1,`` and the base64 of the HMAC-SHA-256 over ``id.moment.body``."""
    signed = f"{id}.{moment}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(secret.encode(), signed, sha256).digest()).decode()


def _refused(answer: Answer) -> DeliveryError:
    wait = answer.retry_after
    seconds = float(wait) if wait and wait.isdigit() else None
    return DeliveryError(
        f"the web address answered {answer.status}",
        permanent=answer.status == _GONE,
        wait_seconds=seconds,
    )
