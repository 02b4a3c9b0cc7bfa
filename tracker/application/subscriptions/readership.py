"""What must be kept about readers, their digests and what is on its way to them?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from tracker.digests.subscription import Place, Subscription

DIGEST, CONFIRMATION = "digest", "confirm"
"""The kinds of parcel: a letter, or the question whether an address wants letters."""


class Outcome(StrEnum):
    """What became of a run: something was ``sent``, or the time was ``quiet``."""

    SENT = "sent"
    QUIET = "quiet"


class ParcelState(StrEnum):
    """Where a parcel is: ``queued`` waits for its turn, ``dead`` was given up."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    DEAD = "dead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What many readers get alike; it tells nothing about any of them.

    ``id`` is the SHA-256 of the content. In ``html`` and ``text`` stand marks in whose place each
    reader's own unsubscribe address and note are put. ``statements`` are the records it rests on.
    """

    id: str
    subject: str
    html: str | None
    text: str
    json: str | None
    statements: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One window of one subscription, under the name of its period.

    ``letter`` is ``None`` for a quiet one.
    """

    subscription: str
    period: str
    outcome: Outcome
    since: Place
    until: Place
    letter: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """Something on its way; ``id`` is the same however often it is tried."""

    id: str
    subscription: str
    kind: str
    letter: str | None
    state: ParcelState
    attempts: int
    due_at: datetime
    error: str | None
    made_at: datetime


class Readership(Protocol):
    """Readers and what was made for them. Every method may be called from any thread and is a
    transaction of its own; raises `tracker.errors.StoreError` where the store fails."""

    def subscriptions(self) -> tuple[Subscription, ...]:
        """Return every subscription, in the order of their making."""

    def add(self, subscription: Subscription, parcel: Parcel | None = None) -> None:
        """Keep a new subscription, with the parcel that asks for consent."""

    def questions(self, id: str) -> tuple[Parcel, ...]:
        """Return the parcels that asked for a subscription's consent, oldest first."""

    def ask(self, parcel: Parcel) -> None:
        """Queue one more parcel that asks for consent."""

    def forget(self, *, asked_before: datetime) -> int:
        """Erase the pending subscriptions that were last asked before; return how many."""

    def change(self, subscription: Subscription) -> None:
        """Keep another version of a subscription; where it has reached is left as it is.

        One that has ended meanwhile stays ended.
        """

    def remove(self, id: str, *, erase: bool) -> None:
        """End a subscription and drop its parcels; with ``erase`` leave no trace of its target."""

    def suppress(self, digest: str, *, reason: str, at: datetime) -> None:
        """Never write again to whoever's address has this digest."""

    def lift(self, digest: str) -> bool:
        """Let an address be written to again; tell whether it was suppressed."""

    def suppressed(self) -> frozenset[str]:
        """Return the digests of the addresses that are never written to."""

    def told(self, records: Iterable[str]) -> Mapping[str, frozenset[str]]:
        """Return, by subscription, which of these records it was sent a statement on."""

    def post(self, runs: Sequence[Run], letters: Iterable[Letter], *, at: datetime) -> int:
        """Record runs with their parcels in one transaction; return how many parcels there are.

        A run is left out if the subscription no longer stands where the run begins. Where a
        reader's changed hour or zone makes a period come twice, the second has its end in its name.
        """

    def move_on(self, moved: Sequence[tuple[Subscription, Place]]) -> None:
        """Let subscriptions go on from another place, those that still stand where they stood."""

    def runs(self, id: str) -> tuple[Run, ...]:
        """Return what was made for a subscription, oldest first."""

    def claim(self, *, now: datetime, most: int) -> tuple[Parcel, ...]:
        """Take up to so many parcels whose time has come; nobody else gets them meanwhile."""

    def release(self, *, now: datetime) -> int:
        """Queue what was being sent when a worker died; return how many. One worker at a time."""

    def settle(self, parcel: Parcel) -> None:
        """Keep what became of a parcel that was claimed."""

    def parcels(self, *, state: ParcelState | None = None) -> tuple[Parcel, ...]:
        """Return the parcels in a state, or all, oldest first."""

    def letter(self, id: str) -> Letter | None:
        """Return a letter."""

    def prune(self, *, before: datetime) -> None:
        """Drop letters and parcels of earlier times that arrived; on which records the letters
        rested stays known."""
