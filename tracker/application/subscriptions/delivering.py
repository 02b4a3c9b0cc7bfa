"""How does what is queued reach its readers, each parcel by itself and until it has arrived?

A parcel keeps its name over all attempts. What was being sent when a worker died is sent again
under the same name: whoever receives it can tell it from a new one.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol

from tracker.application.subscriptions.readership import Letter, Parcel, ParcelState, Readership
from tracker.application.subscriptions.subscribing import digest_of
from tracker.digests.subscription import Channel, State, Subscription
from tracker.errors import DeliveryError
from tracker.ports import Clock

WAITS = tuple(timedelta(minutes=wait) for wait in (1, 5, 15, 60, 240, 720, 1440))
"""How long to wait after the first, second, … failed attempt; after the last one it is dead."""

SHUT_WAIT = timedelta(minutes=5)
"""How long to wait where nobody can be reached on a channel."""

KEPT = timedelta(days=90)
"""How long what has arrived is kept."""

BATCH = 100


class Carrier(Protocol):
    """Takes parcels to readers on one channel; used by one thread at a time."""

    def carry(self, subscription: Subscription, parcel: Parcel, letter: Letter | None) -> None:
        """Bring a parcel to its reader; returns once it was taken over.

        ``letter`` is ``None`` for a question of consent. Raises `DeliveryError`.
        """

    def rest(self) -> None:
        """Let go of what was held open between parcels; never raises."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """What one round of delivery did, in parcels."""

    sent: int = 0
    waiting: int = 0
    dead: int = 0


@dataclass(slots=True)
class Delivery:
    """Empties the outbox. One worker at a time: whoever holds the service's lease.

    ``renew`` is called before each parcel, so that the lease outlives a long round; ``told`` is
    called with each parcel that did not arrive, and says nothing of its reader.
    """

    readership: Readership
    carriers: Mapping[Channel, Callable[[], Carrier]]
    clock: Clock
    renew: Callable[[], None] = lambda: None
    told: Callable[[Parcel], None] = lambda parcel: None
    _began: bool = False
    _pruned_on: date | None = None

    def deliver(self) -> Delivered:
        """Try every parcel whose time has come, once."""
        now = self.clock()
        if not self._began:
            self.readership.release(now=now)
            self._began = True
        if self._pruned_on != now.date():
            self.readership.prune(before=now - KEPT)
            self._pruned_on = now.date()
        done = Delivered()
        open_: dict[Channel, Carrier] = {}
        shut: dict[Channel, DeliveryError] = {}
        try:
            for parcel, reader in self._claimed(now):
                self.renew()
                settled = self._try(parcel, reader, open_, shut)
                self.readership.settle(settled)
                if settled.state is not ParcelState.SENT:
                    self.told(settled)
                if settled.state is ParcelState.DEAD and reader is not None:
                    self._end_if_suppressed(reader)
                done = _counted(done, settled)
        finally:
            for carrier in open_.values():
                carrier.rest()
        return done

    def _claimed(self, now: datetime) -> Iterator[tuple[Parcel, Subscription | None]]:
        while parcels := self.readership.claim(now=now, most=BATCH):
            readers = {one.id: one for one in self.readership.subscriptions()}
            for parcel in parcels:
                yield parcel, readers.get(parcel.subscription)

    def _end_if_suppressed(self, reader: Subscription) -> None:
        """End what would write to an address for ever that nothing is sent to any more."""
        if digest_of(reader.target) not in self.readership.suppressed():
            return
        for one in self.readership.subscriptions():
            if one.target == reader.target and one.state is not State.ENDED:
                self.readership.remove(one.id, erase=False)

    def _try(
        self,
        parcel: Parcel,
        reader: Subscription | None,
        open_: dict[Channel, Carrier],
        shut: dict[Channel, DeliveryError],
    ) -> Parcel:
        now = self.clock()
        if reader is None or reader.state is State.ENDED:
            return replace(parcel, state=ParcelState.DEAD, due_at=now, error="subscription ended")
        try:
            if reader.channel in shut:
                raise shut[reader.channel]
            self._carry(parcel, reader, open_)
        except DeliveryError as error:
            if error.everyone:
                # It is not this parcel's fault: it keeps its attempts, however long it lasts.
                shut[reader.channel] = error
                wait = now + SHUT_WAIT
                return replace(parcel, state=ParcelState.QUEUED, due_at=wait, error=str(error))
            return self._failed(parcel, reader, error, now)
        return replace(
            parcel, state=ParcelState.SENT, attempts=parcel.attempts + 1, due_at=now, error=None
        )

    def _carry(self, parcel: Parcel, reader: Subscription, open_: dict[Channel, Carrier]) -> None:
        if digest_of(reader.target) in self.readership.suppressed():
            raise DeliveryError("the address is suppressed", permanent=True)
        letter = self.readership.letter(parcel.letter) if parcel.letter else None
        if parcel.letter and letter is None:
            raise DeliveryError("its letter is gone", permanent=True)
        if reader.channel not in open_:
            if reader.channel not in self.carriers:
                raise DeliveryError(f"nothing is set up for {reader.channel}", everyone=True)
            open_[reader.channel] = self.carriers[reader.channel]()
        try:
            open_[reader.channel].carry(reader, parcel, letter)
        except DeliveryError:
            raise
        except Exception as error:  # whatever is wrong with one parcel keeps no other waiting
            raise DeliveryError(f"it cannot be sent: {type(error).__name__}") from error

    def _failed(
        self, parcel: Parcel, reader: Subscription, error: DeliveryError, now: datetime
    ) -> Parcel:
        attempts = parcel.attempts + 1
        if error.unknown_reader:
            self.readership.suppress(digest_of(reader.target), reason="bounced", at=now)
        if error.permanent or attempts > len(WAITS):
            state, due_at = ParcelState.DEAD, now
        else:
            wait = WAITS[attempts - 1]
            if error.wait_seconds is not None:
                wait = max(wait, min(timedelta(seconds=error.wait_seconds), WAITS[-1]))
            state, due_at = ParcelState.QUEUED, now + wait
        return replace(parcel, state=state, attempts=attempts, due_at=due_at, error=str(error))


def _counted(done: Delivered, parcel: Parcel) -> Delivered:
    match parcel.state:
        case ParcelState.SENT:
            return replace(done, sent=done.sent + 1)
        case ParcelState.DEAD:
            return replace(done, dead=done.dead + 1)
        case _:
            return replace(done, waiting=done.waiting + 1)
