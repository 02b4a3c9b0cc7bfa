"""Who wants to be told of what, how often, at which hour, in which language?"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from tracker.digests.filters import EVERYTHING, Filter

Cadence = Literal["immediate", "daily", "weekly", "monthly"]
CADENCES: tuple[Cadence, ...] = ("immediate", "daily", "weekly", "monthly")

Channel = Literal["mail", "webhook", "folder", "chat"]


class State(StrEnum):
    """Whether a subscription is served: only an ``active`` one is."""

    PENDING = "pending"
    ACTIVE = "active"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """A point of a subscription's course: a position of the log and an instant (UTC).

    The windows of a subscription lie between its places, half-open: each begins where the one
    before it ended, so that everything falls into exactly one.
    """

    position: int
    instant: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """One reader's wish, kept outside the log.

    ``target`` is the address, the web address or the folder; ``hour`` the hour in ``zone`` at
    which a digest falls due; ``token`` proves that somebody holds a message of ours. ``started``
    is where the first window begins, ``reached`` where the next one does, ``last_sent_at`` when
    something was last sent; instants are in UTC. ``secret`` signs webhooks.
    """

    id: str
    channel: Channel
    target: str
    state: State
    token: str
    cadence: Cadence
    hour: int
    zone: str
    language: Literal["en", "zh"]
    wanted: Filter = EVERYTHING
    note: str | None = None
    paused_until: date | None = None
    consent: str | None = None
    secret: str | None = None
    created_at: datetime
    started: Place | None = None
    reached: Place | None = None
    last_sent_at: datetime | None = None
